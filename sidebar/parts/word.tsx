// The words with a fill and an icon of their own: told apart without colour.
import { Icon, type IconName } from './icon';
import './word.css';

/** Fill (a class of base.css) and icon. */
const DRESS = {
  'Follow up': ['follow', 'again'],
  'Last try': ['last', 'bang'],
  'Call them': ['follow', 'phone'],
  Waiting: ['wait', 'clock'],
  'Gone quiet': ['plain', 'dots'],
  'Check date': ['bad', 'calendar'],
  'On hold': ['wait', 'clock'],
  Bounced: ['bad', 'stop'],
  Opened: ['plain', 'out'],
  Missing: ['bad', 'plus'],
  Kept: ['plain', 'check'],
  Overdue: ['last', 'bang'],
  'Due today': ['follow', 'clock'],
  'Check in': ['wait', 'people'],
  'Due soon': ['follow', 'calendar'],
  Done: ['good', 'check'],
  Undone: ['good', 'undo'],
  Edited: ['wait', 'pen'],
  'Could use help': ['follow', 'people'],
  'Already in contacts': ['wait', 'copy'],
  'On the shortlist': ['wait', 'copy'],
  'Twice in your list': ['wait', 'copy'],
  'Likely the same': ['follow', 'doubt'],
  'Left out': ['plain', 'dots'],
  Open: ['plain', 'circle'],
  Yes: ['good', 'check'],
  No: ['plain', 'cross'],
  Maybe: ['wait', 'doubt'],
  'Taken back': ['plain', 'undo'],
} as const satisfies Record<string, readonly [string, IconName]>;

export type WordName = keyof typeof DRESS;

export function Word({ name }: { name: WordName }) {
  const [fill, icon] = DRESS[name];
  return (
    <span class={'w ' + fill}>
      <Icon name={icon} />
      {name}
    </span>
  );
}

/** The word of a contact and, beside it, why. */
export function Why({ tag }: { tag: { readonly word: WordName | ''; readonly why: string } }) {
  return (
    <p class="why small mut">
      {tag.word && <Word name={tag.word} />}
      <span>{tag.why}</span>
    </p>
  );
}

/** A status check or a check-in that is due; the text may begin with the word already. */
export function CheckIn({ due }: { due: string }) {
  return (
    <Why
      tag={{
        word: 'Check in',
        why: due.replace(/^Check in: (.)/, (_, first: string) => first.toUpperCase()),
      }}
    />
  );
}
