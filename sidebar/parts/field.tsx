// Form fields: a native list to pick from, a line of text or a day or a figure, a tick, one of a few.
import type { ComponentChildren } from 'preact';
import { Icon } from './icon';
import { Second } from './second';
import './field.css';

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** `small` is the narrow form inside a list row, with its label for readers only. */
export function Pick(props: {
  label: string;
  small?: boolean;
  value: string;
  options: readonly Option[];
  onPick: (value: string) => void;
}) {
  return (
    <label class={props.small ? 'field narrow' : 'field'}>
      <span class={props.small ? 'vh' : 'small mut'}>{props.label}</span>
      <span class="pick">
        <select
          class="in"
          value={props.value}
          onChange={(event) => {
            props.onPick(event.currentTarget.value);
          }}
        >
          {props.options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </span>
    </label>
  );
}

/**
 * A line of text, a day ("YYYY-MM-DD"), a figure, or a long text; `onSet` comes when the person is done with it. `live`:
 * with each key, so that nothing moves away under the click that follows.
 */
export function Input(props: {
  label: string;
  type?: 'text' | 'date' | 'number' | 'long';
  /** Lines of a long text. */
  rows?: number;
  value: string;
  live?: boolean;
  onSet: (value: string) => void;
}) {
  const { type = 'text', value } = props;
  const set = (event: { currentTarget: { value: string } }) => {
    props.onSet(event.currentTarget.value);
  };
  const shared = { class: 'in', value, ...(props.live ? { onInput: set } : { onChange: set }) };
  return (
    <label class="field">
      <span class="small mut">{props.label}</span>
      {type === 'long' ? (
        <textarea rows={props.rows ?? 14} {...shared} />
      ) : (
        // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-assertion -- Preact types one literal an input
        <input type={type as 'text'} {...shared} />
      )}
    </label>
  );
}

/** `ticked` null: some are. */
export function Tick(props: {
  id: string;
  ticked: boolean | null;
  off?: boolean;
  onTick: (ticked: boolean) => void;
}) {
  return (
    <input
      type="checkbox"
      id={props.id}
      checked={props.ticked === true}
      indeterminate={props.ticked === null}
      disabled={props.off}
      onChange={(event) => {
        props.onTick(event.currentTarget.checked);
      }}
    />
  );
}

/** One question with its choices; `children` stands below them (the button). */
export function Choices(props: {
  /** Where several questions stand in one panel. */
  id?: string;
  question: string;
  why: ComponentChildren;
  options: readonly { readonly key: string; readonly label: string; readonly second?: string }[];
  /** null for none yet. */
  chosen: string | null;
  onChoose: (key: string) => void;
  children?: ComponentChildren;
}) {
  return (
    <fieldset class="ask gap below" id={props.id ?? 'question'} tabIndex={-1}>
      <legend>{props.question}</legend>
      <Second>{props.why}</Second>
      {props.options.map(({ key, label, second }) => (
        <label class="opt across" key={key}>
          <input
            type="radio"
            name={props.id ?? props.question}
            checked={key === props.chosen}
            onChange={() => {
              props.onChoose(key);
            }}
          />
          <span>
            <b>{label}</b>
            {second && <span class="small mut second">{second}</span>}
          </span>
        </label>
      ))}
      {props.children}
    </fieldset>
  );
}
