// A choice of one out of a few, with counts: toggle buttons in a named group.
import './segments.css';

export interface Segment<K extends string> {
  readonly key: K;
  readonly label: string;
  readonly count: number;
}

export function Segments<K extends string>(props: {
  name: string;
  items: readonly Segment<K>[];
  chosen: K;
  onChoose: (key: K) => void;
}) {
  return (
    <div class="seg" role="group" aria-label={props.name}>
      {props.items.map(({ key, label, count }) => (
        <button
          type="button"
          key={key}
          aria-pressed={key === props.chosen}
          onClick={() => {
            props.onChoose(key);
          }}
        >
          {label} <b class="num">{count}</b>
        </button>
      ))}
    </div>
  );
}

/** Chips: the same as segments where the words need room. `chosen` '' is none. */
export function Chips<K extends string>(props: {
  name: string;
  items: readonly { readonly key: K; readonly label: string }[];
  chosen?: K | '';
  off?: boolean;
  onChoose: (key: K) => void;
}) {
  return (
    <div class="chips" role="group" aria-label={props.name}>
      {props.items.map(({ key, label }) => (
        <button
          type="button"
          class="chip"
          key={key}
          aria-pressed={props.chosen === undefined ? undefined : key === props.chosen}
          aria-disabled={props.off === true ? 'true' : undefined}
          onClick={() => {
            if (props.off !== true) props.onChoose(key);
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
