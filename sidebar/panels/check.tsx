// Check rows: the problems grouped by rule, safe fixes one by one or together.
import { useState } from 'preact/hooks';
import type { CheckGroup, CheckItem, CheckView } from '../../src/commands/answers';
import { useApp } from '../context';
import { Button, IconButton } from '../parts/button';
import { figure, some } from '../parts/count';
import { Panel } from '../parts/frame';
import { focusOn, useFocusWhenLoaded } from '../parts/heading';
import { Icon } from '../parts/icon';
import { KeptNote, ProblemNote } from '../parts/note';
import { Failure, Loading, Mid, MovingBar } from '../parts/states';
import { useAnswer } from '../parts/useAnswer';
import { useTask } from '../parts/useTask';
import { call } from '../server';
import type { WriteReceipt } from '../../src/commands/answers';
import { RuleGroup, itemId, ruleId } from './checkGroup';
import './check.css';

const LEVELS = [
  { level: 'error', title: 'Stops a message', look: 'bad', icon: 'stop' },
  { level: 'warning', title: 'Worth a look', look: 'warn', icon: 'bang' },
] as const;

export function Check() {
  const app = useApp();
  const check = useAnswer(() => call('getCheck'), String(app.undone));
  const task = useTask();
  const [open, setOpen] = useState<string | null>(null);
  const [receipt, setReceipt] = useState<WriteReceipt | null>(null);
  const { value, problem, loading } = check;
  useFocusWhenLoaded(loading);
  const again = (): void => void check.reload();

  if (problem) return <Failure problem={problem} retry={again} />;
  if (!value) return <Loading title="Check rows" />;
  if (value.problems === 0) {
    return (
      <Mid icon="check" fill="good" title={`No problems in ${some(value.rows, 'row')}`}>
        <p class="mut">Every row reads well.</p>
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
        const next = ids.length === 1 ? nextAfter(value, ids[0] ?? '', done.check) : [];
        check.put(done.check);
        setReceipt(done.receipt);
        app.tell(done.receipt, [...ids.map(itemId), ...groupsOf(value, ids).map(ruleId)]);
        focusOn(...next);
      },
    );
  };

  return (
    <Panel
      title="Check rows"
      sub={`${some(value.problems, 'problem')} in ${some(value.rows, 'row')}`}
      aside={<IconButton icon="again" name="Check again" onPress={again} />}
    >
      {loading ? <MovingBar /> : null}
      {value.safeFixes > 0 ? (
        <>
          <Button
            look="fill"
            wide
            busy={task.busy === 'all' ? 'Fixing' : ''}
            onPress={() => {
              fix('all', []);
            }}
          >
            {value.safeFixes === 1 ? 'Fix the safe one' : `Fix the ${figure(value.safeFixes)} safe ones`}
          </Button>
          <p class="small mut gap-s">Each change can be undone.</p>
        </>
      ) : (
        <p class="small mut">A person must decide on each of these. A click on a row goes to its cell.</p>
      )}
      <ProblemNote problem={task.problem} />
      {receipt ? <KeptNote receipt={receipt} /> : null}
      {LEVELS.map(({ level, title, look, icon }) => {
        const groups = value.groups.filter((group) => group.level === level && group.count > 0);
        const count = groups.reduce((sum, group) => sum + group.count, 0);
        if (count === 0) return null;
        return (
          <section key={level}>
            <h2 class={`lvl ${look}`}>
              <Icon name={icon} />
              {title}: {figure(count)}
            </h2>
            <ul class="rules">
              {groups.map((group) => (
                <RuleGroup
                  key={group.rule}
                  group={group}
                  sheet={value.sheet}
                  open={group.rule === (open ?? value.groups[0]?.rule)}
                  busy={task.busy}
                  onOpen={(on) => {
                    setOpen(on ? group.rule : '');
                  }}
                  onFix={fix}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </Panel>
  );
}

function groupsOf(view: CheckView, ids: readonly string[]): string[] {
  return view.groups.filter(({ items }) => items.some(({ id }) => ids.includes(id))).map(({ rule }) => rule);
}

/** Where the focus goes after one fix: the next problem of the group, then its heading line, then the next group. */
function nextAfter(before: CheckView, id: string, after: CheckView): string[] {
  const at = before.groups.findIndex(({ items }) => items.some((item) => item.id === id));
  const group: CheckGroup | undefined = before.groups[at];
  const place = group?.items.findIndex((item) => item.id === id) ?? 0;
  const still = after.groups.find(({ rule }) => rule === group?.rule)?.items ?? [];
  const nextItem = still[Math.min(place, still.length - 1)];
  const later = before.groups.slice(at + 1).map(({ rule }) => ruleId(rule));
  return [...(nextItem ? [itemId(nextItem.id)] : []), ...(group ? [ruleId(group.rule)] : []), ...later];
}
