// One question about a column: the likely ones, or any column of the tab, or none.
import { useState } from 'preact/hooks';
import type { MapView } from '../../src/commands/answers';
import { Button } from '../parts/button';
import { Choices } from '../parts/field';

type Ask = MapView['questions'][number];

const OTHER = 'other';
const NONE = 'none';

export function Question(props: {
  question: Ask;
  all: MapView['all'];
  busy: boolean;
  onAnswer: (letters: readonly string[]) => void;
}) {
  const { label, why, choices } = props.question;
  const [wide, setWide] = useState(choices.length === 0);
  const [chosen, setChosen] = useState(choices[0]?.letters.join(' ') ?? NONE);
  const options = wide
    ? [
        ...props.all.map(({ letter, header, samples }) => ({
          key: letter,
          label: columnName([letter], header),
          second: samples,
        })),
        { key: NONE, label: `No column is the ${label.toLowerCase()}`, second: '' },
      ]
    : [
        ...choices.map(({ letters, header, samples }) => ({
          key: letters.join(' '),
          label: columnName(letters, header),
          second: samples,
        })),
        {
          key: OTHER,
          label: choices.length === 2 ? 'Neither' : 'None of these',
          second: 'Show me all columns',
        },
      ];
  const answer = (): void => {
    if (chosen === OTHER) {
      setWide(true);
      setChosen(NONE);
    } else props.onAnswer(chosen === NONE ? [] : chosen.split(' '));
  };
  return (
    <div id="question" tabIndex={-1}>
      <Choices
        question={`Which column is the ${label.toLowerCase()}?`}
        why={`${why} Nothing is changed by your answer.`}
        options={options}
        chosen={chosen}
        onChoose={setChosen}
      >
        <Button look="fill" busy={props.busy ? 'Saving' : ''} onPress={answer}>
          {chosen === OTHER
            ? 'Show all columns'
            : chosen === NONE
              ? 'Go on without'
              : buttonWords(chosen.split(' '))}
        </Button>
      </Choices>
    </div>
  );
}

/** "A: “Name”"; several letters are one field in several columns. */
export function columnName(letters: readonly string[], header: string): string {
  return `${letters.join(' and ')}: ${header === '' ? 'no heading' : `“${header}”`}`;
}

function buttonWords(letters: readonly string[]): string {
  return letters.length === 1 ? `Use column ${letters[0] ?? ''}` : `Use columns ${letters.join(' and ')}`;
}
