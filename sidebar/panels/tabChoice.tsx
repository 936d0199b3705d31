// Which tab holds the contacts: asked at the first opening, and in Setup.
import type { ComponentChildren } from 'preact';
import type { Start } from '../../src/commands/answers';
import { some } from '../parts/count';
import { Choices } from '../parts/field';

export function TabChoice(props: {
  tabs: Start['tabs'];
  chosen: string;
  onChoose: (name: string) => void;
  children?: ComponentChildren;
}) {
  return (
    <Choices
      question="Which tab holds your contacts?"
      why="One organization in each row. Nothing is changed by your answer."
      options={props.tabs.map(({ name, rows }) => ({
        key: name,
        label: name,
        second: rows ? some(rows, 'row') : '',
      }))}
      chosen={props.chosen}
      onChoose={props.onChoose}
    >
      {props.children}
    </Choices>
  );
}
