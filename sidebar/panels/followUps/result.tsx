// The receipt of a send. "Not sure" is a state of its own, with a question to the person.
import type { FollowUpsView } from '../../../src/commands/answers';
import { useApp, type List } from '../../context';
import { Button, LinkText } from '../../parts/button';
import { CopyButton } from '../../parts/copy';
import { figure, some } from '../../parts/count';
import { Facts } from '../../parts/facts';
import { Panel, Section } from '../../parts/frame';
import { KeptNote, Note } from '../../parts/note';
import { call, type Mode } from '../../server';
import { forget } from './drafts';
import { Lines } from './sending';
import type { Line, Run } from './sendRun';
import { Unsettled } from './unsettled';

interface ResultProps {
  run: Run;
  /** Read again after the send, unless `reading`. */
  view: FollowUpsView;
  mode: Mode;
  reading: boolean;
  onSettled: () => void;
}

export function Result({ run, view, mode, reading, onSettled }: ResultProps) {
  const app = useApp();
  const { lines } = run;
  for (const { contact, state } of lines) if (state === 'sent') forget(mode, contact);
  const count = (...states: readonly Line['state'][]): number =>
    lines.filter(({ state }) => states.includes(state)).length;
  const sent = count('sent');
  const unsure = count('unknown', 'lost');
  const full = run.quota?.left === 0;
  const stay = full ? view.counts.ready : count('next');
  const stopped = lines.filter(({ state }) => state === 'stopped' || state === 'failed');
  const facts = [
    { label: 'When', value: run.when },
    { label: 'From', value: view.from },
    { label: 'Sent', value: figure(sent) },
    { label: 'Not sure', value: unsure > 0 ? figure(unsure) : '' },
    { label: 'Stopped', value: stopped.length > 0 ? figure(stopped.length) : '' },
    { label: 'Still due', value: stay > 0 ? figure(stay) : '' },
    { label: 'In the sheet', value: run.wrote.join(', ') },
    { label: 'Left today', value: run.quota ? some(run.quota.left, 'message') : '' },
  ].filter(({ value }) => value);
  const done = (list: List | null) => (): void => {
    app.go('follow-ups', { mode, list });
  };
  return (
    <Panel
      title={mode === 'first' ? 'First messages: result' : 'Follow-ups: result'}
      foot={
        <Button look="fill" wide onPress={done(null)}>
          Done
        </Button>
      }
    >
      <Note kind={sent > 0 ? 'good' : 'info'} role="status">
        <p class="org">{sent > 0 ? some(sent, 'message') + ' sent' : 'No message was sent'}</p>
        {run.again && <p>{run.again}</p>}
        {stay > 0 && (
          <p>
            {full && <b>Continue tomorrow: </b>}
            {run.stopping && 'You stopped it. '}
            {some(stay, 'message stays', 'messages stay')} on the list.
          </p>
        )}
      </Note>
      {run.why && (
        <Note kind="warn" role="status">
          <b>It ended early.</b> {run.why}{' '}
          {run.manyBounced && (
            <LinkText
              onPress={() => {
                app.go('check');
              }}
            >
              Check the rows
            </LinkText>
          )}
        </Note>
      )}
      {reading ? (
        unsure > 0 && 'Reading the log again…'
      ) : (
        <Unsettled view={view} mode={mode} onSettled={onSettled} />
      )}
      <KeptNote receipt={{ written: sent, kept: run.kept }} />
      <Section title="Receipt">
        <Facts facts={facts} />
      </Section>
      {stopped.length > 0 && (
        <Section title="Why these did not leave">
          <Lines lines={stopped} />
        </Section>
      )}
      <div class="buttons gap-l">
        <CopyButton text={facts.map(({ label, value }) => label + ': ' + value).join('\n')} look="text">
          Copy receipt
        </CopyButton>
        <Button look="text" onPress={() => void call('openTab', 'Outreach log')}>
          Open the log
        </Button>
      </div>
      {view.counts.otherWay > 0 && (
        <p class="after gap">
          {some(view.counts.otherWay, 'contact needs', 'contacts need')} another way than e-mail.{' '}
          <LinkText onPress={done('other-way')}>Show them</LinkText>
        </p>
      )}
    </Panel>
  );
}
