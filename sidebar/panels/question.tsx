// One question about a column: the likely ones, or any column of the tab, or none.
import { useState } from 'preact/hooks';
import type { MapView } from '../../src/commands/answers';
import { Button } from '../parts/button';
import { Choices } from '../parts/field';

const OTHER = 'other';

export function Question(props: {
  question: MapView['questions'][number];
  all: MapView['all'];
  busy: boolean;
  onAnswer: (letters: string[]) => void;
}) {
  const { label, why, choices } = props.question;
  const [wide, setWide] = useState(choices.length === 0);
  // Of several the person chooses: what comes first may be another organization's.
  const [chosen, setChosen] = useState(choices[1] ? null : (choices[0]?.letters.join(' ') ?? ''));
  const columns = wide ? props.all.map((column) => ({ ...column, letters: [column.letter] })) : choices;
  const last = wide
    ? { key: '', label: `No column is the ${label.toLowerCase()}` }
    : {
        key: OTHER,
        label: choices.length === 2 ? 'Neither' : 'None of these',
        second: 'Show me all columns',
      };
  const answer = (): void => {
    if (chosen === OTHER) {
      setWide(true);
      setChosen('');
    } else if (chosen !== null) props.onAnswer(chosen.split(' ').filter(Boolean));
  };
  return (
    <Choices
      question={`Which column is the ${label.toLowerCase()}?`}
      why={why}
      options={[
        ...columns.map(({ letters, header, samples }) => ({
          key: letters.join(' '),
          label: columnName(letters, header),
          second: samples,
        })),
        last,
      ]}
      chosen={chosen}
      onChoose={setChosen}
    >
      <Button look="fill" off={chosen === null} busy={props.busy && 'Saving'} onPress={answer}>
        {chosen === OTHER
          ? 'Show all columns'
          : chosen === ''
            ? 'Go on without'
            : 'Use ' + (chosen ? 'column ' + named(chosen.split(' ')) : 'this column')}
      </Button>
    </Choices>
  );
}

/** "D", "D and E" */
export function named(letters: readonly string[]): string {
  return letters.join(', ').replace(/, (?=\w+$)/, ' and ');
}

/** "A: “Name”"; several letters are one field in several columns. */
export function columnName(letters: readonly string[], header: string): string {
  return named(letters) + ': ' + (header ? `“${header}”` : 'no heading');
}
