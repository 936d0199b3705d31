// After a full run: contacts that went to somebody else because a name was typed into the owner cell. What is open
// there, and the way back.
import type { HomeView } from '../../src/commands/homeAnswers';
import { useApp } from '../context';
import { Button } from '../parts/button';
import { useFirst } from '../parts/firstOf';
import { Section } from '../parts/frame';
import { ProblemNote } from '../parts/note';
import { Second } from '../parts/second';
import { useFlip } from '../parts/useFlip';
import { useTask } from '../parts/useTask';
import { call } from '../server';

type One = HomeView['handed'][number];

export function Handed({ handed }: { handed: readonly One[] }) {
  const { shown, more } = useFirst(handed, 5);
  return (
    <Section title="Given to somebody else">
      <Second>Another name stands in the contacts. The log says so by now.</Second>
      {shown.map((one) => (
        <Moved key={`${one.tab} ${one.contact}`} one={one} />
      ))}
      {more}
    </Section>
  );
}

function Moved({ one: { contact, organization, from, to, open } }: { one: One }) {
  const app = useApp();
  const task = useTask();
  const [isBack, flip] = useFlip(false);
  const back = (): void => {
    task.run(
      'back',
      () => call('handOver', contact, to, from),
      (receipt) => {
        app.tell(receipt);
        flip();
      },
    );
  };
  return (
    <div class="gap">
      <p class="org">{organization}</p>
      <Second>
        {isBack ? `${from} has it again.` : `From ${from} to ${to || 'nobody'}. ${open.join(' ')}`}
      </Second>
      {!isBack && (
        <Button small look="text" about={organization} busy={task.busy && 'Writing'} onPress={back}>
          {`Give it back to ${from}`}
        </Button>
      )}
      <ProblemNote problem={task.problem} />
    </div>
  );
}
