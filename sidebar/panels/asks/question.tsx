// What only a person can tell: the tab and the log say different things, “said yes” to which ask, a row nobody can read.
import type { AskQuestionItem } from '../../../src/commands/askAnswers';
import { Button, LinkText } from '../../parts/button';
import { figure } from '../../parts/count';
import { ProblemNote } from '../../parts/note';
import { Second } from '../../parts/second';
import { useTask } from '../../parts/useTask';
import { useWrite, type OnWritten } from '../../parts/useWrite';
import { call, goTo } from '../../server';

export function AskQuestion({ question, onWritten }: { question: AskQuestionItem; onWritten: OnWritten }) {
  const { key, organization, text, choices, row } = question;
  const { busy, problem, write } = useWrite('', onWritten);
  const jump = useTask();
  return (
    <>
      <p class="org">{organization}</p>
      <Second>{text}</Second>
      {choices.length > 0 && (
        <div class="buttons gap-s">
          {choices.map(({ choice, label }) => (
            <Button
              key={choice}
              small
              about={organization}
              busy={busy === choice && 'Saving'}
              onPress={() => {
                write(choice, () => call('settleAsk', key, choice));
              }}
            >
              {label}
            </Button>
          ))}
        </div>
      )}
      {row > 0 && (
        <p class="gap-s">
          <LinkText
            about={organization}
            onPress={() => {
              jump.run('go', () => goTo('Asks', `A${row}`), Boolean);
            }}
          >
            Go to row {figure(row)} of Asks
          </LinkText>
        </p>
      )}
      <ProblemNote problem={problem ?? jump.problem} />
    </>
  );
}
