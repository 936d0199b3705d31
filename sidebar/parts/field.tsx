// Form fields: a native list to pick from, a day, a figure, a tick, one of a few.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './icon';
import './field.css';

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** `hidden` keeps the label for readers only; `small` is the narrow form inside a list row. */
export function Pick(props: {
  label: string;
  hidden?: boolean;
  small?: boolean;
  value: string;
  options: readonly Option[];
  onPick: (value: string) => void;
}) {
  const id = useId();
  return (
    <div class={props.small === true ? 'field narrow' : 'field'}>
      <label for={id} class={props.hidden === true ? 'vh' : undefined}>
        {props.label}
      </label>
      <div class="pick">
        <select
          id={id}
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
      </div>
    </div>
  );
}

/** A line of text, a day ("YYYY-MM-DD") or a figure; `onChange` comes when the person is done with it. */
export function Input(props: {
  label: string;
  type?: 'text' | 'date' | 'number';
  value: string;
  onChange: (value: string) => void;
}) {
  const id = useId();
  const { type = 'text' } = props;
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <input
        id={id}
        class="in"
        type={type as 'text'}
        min={type === 'number' ? 1 : undefined}
        value={props.value}
        onChange={(event) => {
          props.onChange(event.currentTarget.value);
        }}
      />
    </div>
  );
}

export function Area(props: {
  label: string;
  rows: number;
  value: string;
  onInput: (value: string) => void;
}) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <textarea
        id={id}
        class="in area"
        rows={props.rows}
        value={props.value}
        onInput={(event) => {
          props.onInput(event.currentTarget.value);
        }}
      />
    </div>
  );
}

/** `ticked` null: some are. */
export function Tick(props: { id: string; ticked: boolean | null; onTick: (ticked: boolean) => void }) {
  return (
    <input
      type="checkbox"
      id={props.id}
      checked={props.ticked === true}
      indeterminate={props.ticked === null}
      onChange={(event) => {
        props.onTick(event.currentTarget.checked);
      }}
    />
  );
}

/** One question with its choices; `children` stands below them (the button). */
export function Choices(props: {
  question: string;
  why: ComponentChildren;
  options: readonly { readonly key: string; readonly label: string; readonly second: string }[];
  chosen: string;
  onChoose: (key: string) => void;
  children: ComponentChildren;
}) {
  const name = useId();
  return (
    <fieldset class="ask">
      <legend>{props.question}</legend>
      <p class="small mut">{props.why}</p>
      {props.options.map(({ key, label, second }) => (
        <label class="opt" key={key}>
          <input
            type="radio"
            name={name}
            checked={key === props.chosen}
            onChange={() => {
              props.onChoose(key);
            }}
          />
          <span>
            <b>{label}</b>
            {second === '' ? null : <span class="small mut second">{second}</span>}
          </span>
        </label>
      ))}
      <div class="gap">{props.children}</div>
    </fieldset>
  );
}
