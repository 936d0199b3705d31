// A choice of one out of a few: toggle buttons in a named group.
import './segments.css';

interface ChoiceProps<K extends string> {
  name: string;
  items: readonly { readonly key: K; readonly label: string; readonly count?: number }[];
  /** '' is none. */
  chosen: K | '';
  onChoose: (key: K) => void;
}

/** In one bar, with counts. */
export function Segments<K extends string>({ name, items, chosen, onChoose }: ChoiceProps<K>) {
  return (
    <div class="seg" role="group" aria-label={name}>
      {items.map(({ key, label, count }) => (
        <button
          type="button"
          key={key}
          aria-pressed={key === chosen}
          onClick={() => {
            onChoose(key);
          }}
        >
          {label} <b class="num">{count}</b>
        </button>
      ))}
    </div>
  );
}

/** Where the words need room. */
export function Chips<K extends string>({ name, items, chosen, onChoose }: ChoiceProps<K>) {
  return (
    <div class="chips" role="group" aria-label={name}>
      {items.map(({ key, label }) => (
        <button
          type="button"
          class="chip"
          key={key}
          aria-pressed={key === chosen}
          onClick={() => {
            onChoose(key);
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
