// The dropdown "What happened" with its day "When": a touch to write down, or what is not clear about it.
import type { Outcome } from '../../touches/outcome';
import { cellText, isBlank, type Cell } from '../../values/cell';
import { parseDay, type Day } from '../../values/day';
import { foldName } from '../../values/text';

/** Choices of the dropdown, each with the outcome that it stands for. */
const CHOICES: readonly (readonly [choice: string, outcome: Outcome])[] = [
  ['no answer', 'no answer'],
  ['left a message', 'left a message'],
  ['talked', 'talked'],
  ['said yes', 'said yes'],
  ['said no', 'said no'],
  ['wait until …', 'wait until'],
];

export const WHAT_HAPPENED: readonly string[] = CHOICES.map(([choice]) => choice);

export interface NewTouch {
  readonly outcome: Outcome;
  readonly day: Day;
  readonly until: Day | null;
}

/**
 * 'word': not one of the choices; 'day': no day that can be read or be right; 'until': no day after today to wait for;
 * 'copied': it stood in the row when that was copied from another tab, where it counts.
 */
export type Unclear = 'word' | 'day' | 'until' | 'copied';

export type Happened =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'touch'; readonly touch: NewTouch }
  | { readonly kind: 'unclear'; readonly why: Unclear };

const plain = (text: string) => foldName(text.replace(/[.…]+$/, ''));

/**
 * `when`: the day beside it, '' where it stands as the add-on left it: then it is today. With “wait until …” it is the
 * day to wait for and must be after today; else the day of the touch, today at the latest.
 */
export function readHappened(what: Cell, when: Cell, today: Day): Happened {
  if (isBlank(what)) return { kind: 'nothing' };
  const outcome = CHOICES.find(([choice]) => plain(choice) === plain(cellText(what)))?.[1];
  if (outcome === undefined) return { kind: 'unclear', why: 'word' };
  const day = typeof when === 'object' ? when.day : parseDay(cellText(when).trim());
  if (outcome === 'wait until')
    return day !== null && day > today
      ? { kind: 'touch', touch: { outcome, day: today, until: day } }
      : { kind: 'unclear', why: 'until' };
  if (isBlank(when)) return { kind: 'touch', touch: { outcome, day: today, until: null } };
  return day !== null && day <= today
    ? { kind: 'touch', touch: { outcome, day, until: null } }
    : { kind: 'unclear', why: 'day' };
}
