// What each column means, as found, and the form to change one.
import { useState } from 'preact/hooks';
import type { MapView } from '../../src/commands/answers';
import type { Field } from '../../src/reading/fields';
import { Button } from '../parts/button';
import { some } from '../parts/count';
import { Pick } from '../parts/field';
import { Section } from '../parts/frame';
import { Icon } from '../parts/icon';
import { columnName } from './question';

export function Found({ view }: { view: MapView }) {
  const asked = new Set(view.questions.map(({ field }) => field));
  const found = view.columns.filter(({ field, letters }) => letters.length > 0 && !asked.has(field));
  const unused = view.unused.map(({ letter }) => letter);
  return (
    <div id="found" tabIndex={-1}>
      <Section title="Found without asking" aside={`${found.length} of ${some(view.all.length, 'column')}`}>
        <ul class="map">
          {found.map(({ field, label, letters, header, sure }) => (
            <li key={field}>
              <span class="col">{letters.join(' ')}</span>
              <span>{header === '' ? 'no heading' : `“${header}”`}</span>
              <Icon name="arrow" />
              <span>
                <b>{label}</b>
                {sure ? null : <span class="mut"> (likely)</span>}
              </span>
            </li>
          ))}
        </ul>
        {unused.length > 0 ? (
          <p class="small mut gap">
            {unused.length === 1 ? `${unused[0] ?? ''} is not used.` : `${listed(unused)} are not used.`}
          </p>
        ) : null}
      </Section>
    </div>
  );
}

function listed(letters: readonly string[]): string {
  return `${letters.slice(0, -1).join(', ')} and ${letters[letters.length - 1] ?? ''}`;
}

/** Says of one field which column it is; '' is no column, several letters stay together. */
export function ChangeColumn(props: {
  view: MapView;
  busy: boolean;
  onSave: (field: Field, letters: readonly string[]) => void;
}) {
  const { view } = props;
  const lettersOf = (field: string): string =>
    view.columns.find((column) => column.field === field)?.letters.join(' ') ?? '';
  const [field, setField] = useState<string>(view.fields[0]?.field ?? 'organization');
  const [letters, setLetters] = useState(lettersOf(field));
  const now = lettersOf(field);
  const several = now.includes(' ') ? [{ value: now, label: now.split(' ').join(' and ') }] : [];
  const known = view.fields.find((one) => one.field === field);
  return (
    <div class="change-column" id="change-column" tabIndex={-1} role="group" aria-label="Change a column">
      <Pick
        label="What it means"
        value={field}
        options={view.fields.map((one) => ({ value: one.field, label: one.label }))}
        onPick={(next) => {
          setField(next);
          setLetters(lettersOf(next));
        }}
      />
      <Pick
        label="Column"
        value={letters}
        options={[
          { value: '', label: 'No column' },
          ...several,
          ...view.all.map(({ letter, header }) => ({ value: letter, label: columnName([letter], header) })),
        ]}
        onPick={setLetters}
      />
      <Button
        off={letters === now || !known}
        busy={props.busy ? 'Saving' : ''}
        onPress={() => {
          if (known) props.onSave(known.field, letters === '' ? [] : letters.split(' '));
        }}
      >
        Save the change
      </Button>
    </div>
  );
}
