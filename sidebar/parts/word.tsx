// The words with a fill and an icon of their own: told apart without colour.
import type { StepTag } from '../../src/commands/answers';
import { Icon, type IconName } from './icon';
import './word.css';

interface Dress {
  readonly fill: 'follow' | 'last' | 'wait' | 'good' | 'stopped' | 'plain';
  readonly icon: IconName;
}

const DRESS = {
  'Follow up': { fill: 'follow', icon: 'again' },
  'Last try': { fill: 'last', icon: 'bang' },
  'Call them': { fill: 'follow', icon: 'phone' },
  Waiting: { fill: 'wait', icon: 'clock' },
  'Gone quiet': { fill: 'plain', icon: 'dots' },
  'Check date': { fill: 'stopped', icon: 'calendar' },
  'On hold': { fill: 'wait', icon: 'clock' },
  Bounced: { fill: 'stopped', icon: 'stop' },
  Opened: { fill: 'plain', icon: 'out' },
  Kept: { fill: 'plain', icon: 'check' },
  Undone: { fill: 'good', icon: 'undo' },
  Edited: { fill: 'wait', icon: 'pen' },
} as const satisfies Record<string, Dress>;

export type WordName = keyof typeof DRESS;

export function Word({ name }: { name: WordName }) {
  const { fill, icon } = DRESS[name];
  return (
    <span class={`w ${fill}`}>
      <Icon name={icon} />
      {name}
    </span>
  );
}

/** The word of a contact and, beside it, why. */
export function Why({ tag }: { tag: StepTag }) {
  return (
    <p class="why">
      {tag.word === '' ? null : <Word name={tag.word} />}
      <span>{tag.why}</span>
    </p>
  );
}
