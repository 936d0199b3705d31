// The proof page for the council or the press: only those confirmed who agreed to be named.
import type { AsksView } from '../../../src/commands/askAnswers';
import { Button, LinkText } from '../../parts/button';
import { CopyButton } from '../../parts/copy';
import { figure } from '../../parts/count';
import { Section } from '../../parts/frame';
import { ProblemNote } from '../../parts/note';
import { Second } from '../../parts/second';
import { useFlip } from '../../parts/useFlip';
import { useWrite, type OnWritten } from '../../parts/useWrite';
import { call } from '../../server';

export function Proof({ view, onWritten }: { view: AsksView; onWritten: OnWritten }) {
  const { proof, named } = view;
  const { busy, problem, write } = useWrite('to-print', onWritten);
  const [open, flip] = useFlip();
  return (
    <Section title="Proof page" aside={`${figure(named)} named`}>
      {proof ? (
        <>
          <Second>For the council or the press: only those who agreed to be named.</Second>
          <div class="buttons gap">
            <Button
              small
              busy={busy && 'Making the tab'}
              onPress={() => {
                write('tab', () => call('makeEndorsedTab'));
              }}
            >
              Make the tab
            </Button>
            <CopyButton text={proof}>Copy the text</CopyButton>
          </div>
          <p class="gap">
            <LinkText id="to-print" expanded={open} onPress={flip}>
              {open ? 'Hide the text' : 'See the text'}
            </LinkText>
          </p>
          {open && <p class="card wash pre">{proof}</p>}
        </>
      ) : (
        <Second>
          Nobody may be named yet. Ask those who endorsed, and write it down under “Change the answer”.
        </Second>
      )}
      <ProblemNote problem={problem} />
    </Section>
  );
}
