// While messages leave: how many, which one, and a way to stop.
import type { SendLine } from '../../../src/commands/answers';
import { Progress } from '../../parts/bars';
import { Button } from '../../parts/button';
import { some } from '../../parts/count';
import { Panel } from '../../parts/frame';
import { Icon, type IconName } from '../../parts/icon';
import type { Mode } from '../../server';
import { isDone, type Line, type Run } from './sendRun';

const WORDS: Readonly<
  Record<
    SendLine['result'] | 'sending' | 'lost',
    { readonly word: string; readonly icon: IconName; readonly look: string }
  >
> = {
  sent: { word: 'Sent', icon: 'check', look: 'ok' },
  sending: { word: 'Sending', icon: 'ring', look: 'now' },
  next: { word: 'Next', icon: 'dot', look: 'mut' },
  unknown: { word: 'Not sure', icon: 'doubt', look: 'doubt' },
  lost: { word: 'Not sure', icon: 'doubt', look: 'doubt' },
  stopped: { word: 'Stopped', icon: 'stop', look: 'bad' },
  failed: { word: 'Failed', icon: 'bang', look: 'bad' },
};

export function Sending({ run, mode, onStop }: { run: Run; mode: Mode; onStop: () => void }) {
  const done = run.lines.filter(isDone).length;
  const leaving = run.lines.filter(({ state }) => state === 'sending').length;
  return (
    <Panel
      title={mode === 'first' ? 'Sending first messages' : 'Sending follow-ups'}
      sub="Keep this sidebar open until it is done."
      foot={
        <>
          <p class="small mut">
            {leaving > 1
              ? `Stop lets the ${leaving} that are on their way finish.`
              : 'Stop lets the current message finish.'}{' '}
            The others stay due, and none goes out twice.
          </p>
          <Button look="stop" wide icon="square" busy={run.stopping ? 'Stopping' : ''} onPress={onStop}>
            {leaving > 1 ? `Stop after these ${leaving}` : 'Stop after this message'}
          </Button>
        </>
      }
    >
      <p class="big num">
        {done} of {run.lines.length}
      </p>
      <div class="progress">
        <Progress name="Messages done" done={done} of={run.lines.length} />
      </div>
      <p class="small mut">
        {run.secondsLeft === null ? '' : `About ${some(run.secondsLeft, 'second')} left. `}
        Each row is checked again before its message leaves.
      </p>
      <Lines lines={run.lines} />
    </Panel>
  );
}

export function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <ul class="send-lines" aria-label="Messages in this send">
      {lines.map(({ contact, organization, state, why }) => {
        const { word, icon, look } = WORDS[state];
        return (
          <li key={contact}>
            <span class={look}>
              <Icon name={icon} spin={state === 'sending'} />
            </span>
            <span>
              {organization}
              {why === '' || state === 'sent' ? null : <span class="small mut second">{why}</span>}
            </span>
            <span class={`small ${look}`}>{word}</span>
          </li>
        );
      })}
    </ul>
  );
}
