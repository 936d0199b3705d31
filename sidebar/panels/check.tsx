// Check rows: the problems grouped by rule, safe fixes one by one or together.
import { useState } from 'preact/hooks';
import type { CheckGroup, CheckItem, CheckView, WriteReceipt } from '../../src/commands/answers';
import { useApp } from '../context';
import { Button, IconButton, LinkText } from '../parts/button';
import { figure, some } from '../parts/count';
import { Panel } from '../parts/frame';
import { focusOn, useFocusWhenLoaded } from '../parts/heading';
import { Icon } from '../parts/icon';
import { KeptNote, Note, ProblemNote } from '../parts/note';
import { Mid, MovingBar, unready } from '../parts/states';
import { useAnswer } from '../parts/useAnswer';
import { useTask } from '../parts/useTask';
import { call } from '../server';
import { RuleGroup, itemId, ruleId } from './checkGroup';
import { Second } from '../parts/second';
import './check.css';

const TITLE = 'Check rows';
const LEVELS = [
  ['error', 'Stops a message', 'stop'],
  ['warning', 'Worth a look', 'bang'],
] as const;

export function Check() {
  const app = useApp();
  const check = useAnswer(() => call('getCheck'), String(app.undone));
  const ours = useAnswer(() => call('getTabProblems'), '');
  const task = useTask();
  const [open, setOpen] = useState<string | null>(null);
  const [receipt, setReceipt] = useState<WriteReceipt | null>(null);
  const { value, loading } = check;
  useFocusWhenLoaded(loading);
  const wait = unready(check, TITLE) ?? (value?.problems ? null : unready(ours, TITLE));
  const again = (): void => {
    check.reload();
    ours.reload();
  };
  if (wait || !value) return wait;
  const inTabs = ours.value ?? [];
  const all = [...inTabs, ...value.groups];
  if (!all.length && !value.asks) {
    return (
      <Mid icon="check" fill="good" title={'No problems in ' + some(value.rows, 'row')}>
        <Second>Every row reads well.</Second>
        <Button
          look="fill"
          onPress={() => {
            app.go('follow-ups');
          }}
        >
          See who is due
        </Button>
        <Button look="text" onPress={again}>
          Check again
        </Button>
      </Mid>
    );
  }

  const fix = (name: string, items: readonly CheckItem[]): void => {
    const ids = items.map(({ id }) => id);
    task.run(
      name,
      () => call('fixProblems', ids),
      (done) => {
        const [only = ''] = ids;
        check.put(done.check);
        setReceipt(done.receipt);
        app.tell(done.receipt, ids.map(itemId));
        focusOn(...(ids.length === 1 ? nextAfter(value, only, done.check) : []));
      },
    );
  };
  return (
    <Panel
      title={TITLE}
      sub={
        some(value.problems, 'problem') +
        ' in ' +
        some(value.rows, 'row') +
        (inTabs.length > 0 ? `, ${total(inTabs)} in Settings and Templates` : '')
      }
      aside={<IconButton icon="again" name="Check again" onPress={again} />}
    >
      {loading && <MovingBar />}
      {value.asks && (
        <Note kind="warn">
          {value.asks}{' '}
          <LinkText
            onPress={() => {
              app.go('setup');
            }}
          >
            Open Setup
          </LinkText>
        </Note>
      )}
      {value.safeFixes > 0 ? (
        <>
          <Button
            look="fill"
            wide
            busy={task.busy === 'all' && 'Fixing'}
            onPress={() => {
              fix('all', []);
            }}
          >
            {'Fix ' + some(value.safeFixes, 'cell') + ' safely'}
          </Button>
          <p class="mut gap-s">Each change can be undone.</p>
        </>
      ) : (
        <Second>A person must decide on each of these.</Second>
      )}
      <ProblemNote problem={task.problem} />
      <KeptNote receipt={receipt} />
      {LEVELS.map(([level, title, icon]) => {
        const groups = all.filter((group) => group.level === level);
        return (
          groups.length > 0 && (
            <section key={level}>
              <h2 class={'lvl ' + level}>
                <Icon name={icon} />
                {title}: {total(groups)}
              </h2>
              <ul class="lines">
                {groups.map((group) => (
                  <RuleGroup
                    key={group.rule}
                    group={group}
                    open={group.rule === (open ?? all[0]?.rule)}
                    busy={task.busy}
                    onOpen={setOpen}
                    onFix={fix}
                  />
                ))}
              </ul>
            </section>
          )
        );
      })}
    </Panel>
  );
}

function total(groups: readonly CheckGroup[]): string {
  return figure(groups.reduce((sum, { count }) => sum + count, 0));
}

/** Where the focus goes after one fix: the next problem of the group, then its heading line, then the next group. */
function nextAfter(before: CheckView, id: string, after: CheckView): string[] {
  const at = before.groups.findIndex(({ items }) => items.some((item) => item.id === id));
  const group = before.groups[at];
  const place = group?.items.findIndex((item) => item.id === id) ?? 0;
  const still = after.groups.find(({ rule }) => rule === group?.rule)?.items ?? [];
  const next = still[Math.min(place, still.length - 1)];
  return [itemId(next?.id ?? ''), ...before.groups.slice(at).map(({ rule }) => ruleId(rule))];
}
