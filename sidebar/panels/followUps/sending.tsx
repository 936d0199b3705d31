// While messages leave: how many, which one, and a way to stop.
import { Progress } from '../../parts/bars';
import { Button } from '../../parts/button';
import { some } from '../../parts/count';
import { Panel } from '../../parts/frame';
import { Icon } from '../../parts/icon';
import type { Mode } from '../../server';
import { isDone, type Line, type Run } from './sendRun';
import { Second } from '../../parts/second';

const WORDS = {
  sent: ['Sent', 'check'],
  sending: ['Sending', 'ring'],
  next: ['Next', 'dot'],
  unknown: ['Not sure', 'doubt'],
  lost: ['Not sure', 'doubt'],
  stopped: ['Stopped', 'stop'],
  failed: ['Failed', 'bang'],
} as const;

export function Sending({ run, mode, onStop }: { run: Run; mode: Mode; onStop: () => void }) {
  const { lines, secondsLeft } = run;
  const done = lines.filter(isDone).length;
  const leaving = lines.filter(({ state }) => state === 'sending').length;
  const several = leaving > 1;
  return (
    <Panel
      title={mode === 'first' ? 'Sending first messages' : 'Sending follow-ups'}
      sub="Keep this sidebar open until it is done."
      foot={
        <>
          <Second>
            Stop lets the {several ? `${leaving} that are on their way` : 'current message'} finish. The
            others stay due, and none goes out twice.
          </Second>
          <Button look="stop" wide icon="stop" busy={run.stopping && 'Stopping'} onPress={onStop}>
            Stop after {several ? `these ${leaving}` : 'this message'}
          </Button>
        </>
      }
    >
      <p class="n num">
        {done} of {lines.length}
      </p>
      <Progress name="Messages done" done={done} of={lines.length} />
      <p class="mut gap-s below">
        {secondsLeft > 0 && `About ${some(secondsLeft, 'second')} left. `}
        Each row is checked again before its message leaves.
      </p>
      <Lines lines={lines} />
    </Panel>
  );
}

export function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <ul class="send-lines lines across-lines" aria-label="Messages in this send">
      {lines.map(({ contact, organization, state, why }) => {
        const [word, icon] = WORDS[state];
        return (
          <li key={contact}>
            <span class={state}>
              <Icon name={icon} spin={state === 'sending'} />
            </span>
            <span>
              {organization}
              {state !== 'sent' && <span class="small mut second">{why}</span>}
            </span>
            <span class={'small ' + state}>{word}</span>
          </li>
        );
      })}
    </ul>
  );
}
