// Whoever knows somebody there is asked for an introduction: the text to copy, and the press that notes it in the log.
import { useApp } from '../context';
import { call } from '../server';
import { Button } from './button';
import { CopyButton } from './copy';
import { focusOn } from './heading';
import { ProblemNote } from './note';
import { useTask } from './useTask';

interface AskTieProps {
  contact: string;
  organization: string;
  text: string;
  /** Words of the button that copies the text. */
  copy?: string;
  /** It is noted: the lists are others now. */
  onAsked: () => void;
}

export function AskTie({ contact, organization, text, copy = 'Copy text', onAsked }: AskTieProps) {
  const app = useApp();
  const task = useTask();
  return (
    <>
      <p class="card wash small pre gap below">{text}</p>
      <div class="buttons">
        <CopyButton text={text} about={organization}>
          {copy}
        </CopyButton>
        <Button
          small
          about={organization}
          busy={task.busy && 'Saving'}
          onPress={() => {
            task.run(
              'note',
              () => call('noteTieAsked', contact),
              (receipt) => {
                app.tell(receipt);
                focusOn();
                onAsked();
              },
            );
          }}
        >
          I asked them
        </Button>
      </div>
      <ProblemNote problem={task.problem} />
    </>
  );
}
