// What one lead thinks of a volunteer: kept in that lead's own storage, shown to them alone, erased on request.
import type { GrowingView } from '../../../src/commands/askAnswers';
import { LinkText } from '../../parts/button';
import { ProblemNote } from '../../parts/note';
import { Save } from '../../parts/save';
import { Second } from '../../parts/second';
import { useFields } from '../../parts/useFields';
import { useWrite, type OnWritten } from '../../parts/useWrite';
import { call } from '../../server';

export type Person = GrowingView['people'][number];

export function wroteAbout({ impression }: Person): boolean {
  return Object.values(impression).some((text) => text);
}

export function Impression(props: { person: Person; back: string; onWritten: OnWritten }) {
  const { person } = props;
  const { name, impression } = person;
  const { busy, problem, write } = useWrite(props.back, props.onWritten);
  const { now, input } = useFields(impression);
  return (
    <>
      <Second>
        Kept in your own Google storage, in no tab. Write nothing that you would not say to {name}.
      </Second>
      {input('commitment', 'Signs of commitment', 'text', 2)}
      {input('curiosity', 'Signs of curiosity', 'text', 2)}
      {input('tryNext', 'What to try', 'text', 2)}
      <Save
        about={`what only you see about ${name}`}
        busy={busy === 'keep'}
        onPress={() => {
          write('keep', () => call('saveImpression', { name, ...now }));
        }}
      >
        Keep it for me
      </Save>
      {wroteAbout(person) && (
        <LinkText
          onPress={() => {
            write('erase', () => call('eraseImpressions', name));
          }}
        >
          {busy === 'erase' ? 'Erasing' : `Erase what I wrote about ${name}`}
        </LinkText>
      )}
      <ProblemNote problem={problem} />
    </>
  );
}
