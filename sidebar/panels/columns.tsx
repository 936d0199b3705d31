// What each column means, as found, and the form to change one.
import { useState } from 'preact/hooks';
import type { MapView } from '../../src/commands/answers';
import type { Field } from '../../src/reading/fields';
import { Button } from '../parts/button';
import { figure, some } from '../parts/count';
import { Pick } from '../parts/field';
import { Section } from '../parts/frame';
import { Icon } from '../parts/icon';
import { columnName, named } from './question';

export function Found({ view }: { view: MapView }) {
  const asked = view.questions.map(({ field }) => field);
  const found = view.columns.filter(({ field, letters }) => letters.length > 0 && !asked.includes(field));
  const used = new Set(found.flatMap(({ letters }) => letters));
  const unused = view.unused.map(({ letter }) => letter);
  return (
    <div id="found" tabIndex={-1}>
      <Section title="Columns in use" aside={figure(used.size) + ' of ' + some(view.all.length, 'column')}>
        <ul class="map lines small">
          {found.map(({ field, label, letters, header, sure }) => (
            <li key={field}>
              <span class="col">{letters.join(' ')}</span>
              <span>{header ? `“${header}”` : 'no heading'}</span>
              <Icon name="right" />
              <span>
                <b>{label}</b>
                {!sure && <span class="mut"> (likely)</span>}
              </span>
            </li>
          ))}
        </ul>
        {unused.length > 0 && (
          <p class="mut gap">
            {named(unused)} {unused.length === 1 ? 'is' : 'are'} not used.
          </p>
        )}
      </Section>
    </div>
  );
}

/** Says of one field which column it is; '' is no column, several letters stay together. */
export function ChangeColumn(props: {
  view: MapView;
  busy: boolean;
  onSave: (field: Field, letters: string[]) => void;
}) {
  const { columns, fields, all } = props.view;
  const lettersOf = (of: Field): string =>
    columns.find((column) => column.field === of)?.letters.join(' ') ?? '';
  const [field, setField] = useState<Field>('organization');
  const now = lettersOf(field);
  const [letters, setLetters] = useState(now);
  const several = now.includes(' ') ? [{ value: now, label: named(now.split(' ')) }] : [];
  return (
    <div class="card wash outcome">
      <Pick
        label="What it means"
        value={field}
        options={fields.map((one) => ({ value: one.field, label: one.label }))}
        onPick={(value) => {
          setField(value as Field);
          setLetters(lettersOf(value as Field));
        }}
      />
      <Pick
        label="Column"
        value={letters}
        options={[
          { value: '', label: 'No column' },
          ...several,
          ...all.map(({ letter, header }) => ({ value: letter, label: columnName([letter], header) })),
        ]}
        onPick={setLetters}
      />
      <Button
        off={letters === now}
        busy={props.busy && 'Saving'}
        onPress={() => {
          props.onSave(field, letters.split(' ').filter(Boolean));
        }}
      >
        Save the change
      </Button>
    </div>
  );
}
