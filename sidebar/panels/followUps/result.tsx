// The receipt of a send. "Not sure" is a state of its own, with a question to the person.
import type { FollowUpsView } from '../../../src/commands/answers';
import { useApp, type List } from '../../context';
import { Button, LinkText } from '../../parts/button';
import { CopyButton } from '../../parts/copy';
import { figure, some } from '../../parts/count';
import { Panel, Section } from '../../parts/frame';
import { KeptNote, Note } from '../../parts/note';
import { call, type Mode } from '../../server';
import { Lines } from './sending';
import type { Line, Run } from './sendRun';
import { Unsettled } from './unsettled';

interface ResultProps {
  run: Run;
  /** Read again after the send, unless `reading`. */
  view: FollowUpsView;
  mode: Mode;
  reading: boolean;
  onReload: () => Promise<unknown>;
  onDone: (list: List | null) => void;
}

export function Result({ run, view, mode, reading, onReload, onDone }: ResultProps) {
  const app = useApp();
  const lines = settled(run.lines, reading ? null : view);
  const count = (...states: readonly Line['state'][]): number =>
    lines.filter(({ state }) => states.includes(state)).length;
  const sent = count('sent');
  const unsure = count('unknown', 'lost');
  const stay = count('next');
  const stopped = lines.filter(({ state }) => state === 'stopped' || state === 'failed');
  const facts = [
    ['When', `${app.start?.todayText ?? ''}, ${time(run.began)} to ${time(run.ended ?? run.began)}`],
    ['From', view.from],
    ['Sent', figure(sent)],
    ['Not sure', unsure === 0 ? '' : figure(unsure)],
    ['Stopped', stopped.length === 0 ? '' : figure(stopped.length)],
    ['Still due', stay === 0 ? '' : figure(stay)],
    [
      'In the sheet',
      sent === 0
        ? ''
        : `Status, last contacted and attempts of ${some(sent, 'row')}; ${some(sent + unsure, 'line')} in the Outreach log`,
    ],
    ['Left today', run.quota === null ? '' : some(run.quota.left, 'message')],
  ].filter(([, value]) => value !== '') as [string, string][];
  const receipt = facts.map(([name, value]) => `${name}: ${value}`).join('\n');
  const others = view.counts.otherWay;

  return (
    <Panel
      title={mode === 'first' ? 'First messages: result' : 'Follow-ups: result'}
      foot={
        <Button
          look="fill"
          wide
          onPress={() => {
            onDone(null);
          }}
        >
          Done
        </Button>
      }
    >
      <Note kind={sent > 0 ? 'good' : 'info'} role="status">
        <p class="org">{sent === 0 ? 'No message was sent' : `${some(sent, 'message')} sent`}</p>
        {sent === 0 ? null : <p>If nobody answers, they come back to this list when the wait is over.</p>}
        {stay === 0 ? null : <p>{some(stay, 'message stays', 'messages stay')} on the list.</p>}
      </Note>
      {run.why === '' ? null : (
        <div class="gap-l">
          <Note kind="warn" role="status">
            <b>It ended early.</b> {run.why}
          </Note>
        </div>
      )}
      {unsure > 0 && reading ? <p class="small mut gap-l">Reading the log again…</p> : null}
      {reading ? null : <Unsettled items={view.unsettled} onSettled={onReload} />}
      <KeptNote receipt={{ written: sent, kept: run.kept }} />
      <Section title="Receipt">
        <dl class="kv">
          {facts.map(([name, value]) => (
            <Fact key={name} name={name} value={value} />
          ))}
        </dl>
      </Section>
      {stopped.length === 0 ? null : (
        <Section title="Why these did not leave">
          <Lines lines={stopped} />
        </Section>
      )}
      <div class="buttons gap-l pull">
        <CopyButton text={receipt} look="text">
          Copy receipt
        </CopyButton>
        <Button look="text" onPress={() => void call('openTab', 'Outreach log')}>
          Open the log
        </Button>
      </div>
      {others === 0 || mode === 'first' ? null : (
        <p class="small after">
          {some(others, 'contact is', 'contacts are')} due, not by e-mail.{' '}
          <LinkText
            onPress={() => {
              onDone('other-way');
            }}
          >
            Show them
          </LinkText>
        </p>
      )}
    </Panel>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

/** When the answer to a whole chunk got lost, the list read again says where each of its messages stands. */
function settled(lines: readonly Line[], view: FollowUpsView | null): readonly Line[] {
  if (!view) return lines;
  const ready = new Set(view.ready.map(({ contact }) => contact));
  const stopped = new Map(view.stopped.map(({ contact, why, code }) => [contact, { why, code }]));
  const unsettled = new Set(view.unsettled.map(({ organization }) => organization));
  return lines.map((line) => {
    if (line.state !== 'lost') return line;
    const stop = stopped.get(line.contact);
    if (unsettled.has(line.organization) || stop?.code === 'unsettled') return { ...line, state: 'unknown' };
    if (ready.has(line.contact)) return { ...line, state: 'next' };
    if (stop && stop.code !== 'already-sent') return { ...line, state: 'stopped', why: stop.why };
    return { ...line, state: 'sent' };
  });
}

function time(at: Date): string {
  return at.toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' });
}
