// What came of a touch that a person writes down, and what follows from it in the contact's row.
import type { Contact } from '../reading/contact';
import type { Field } from '../reading/fields';
import type { Cell } from '../values/cell';
import type { Day } from '../values/day';
import { ownWordFor, readStatus, type Status } from './status';

export const OUTCOMES = [
  'no answer',
  'left a message',
  'talked',
  'said yes',
  'said no',
  'wait until',
  'answered',
  'sent',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

const FROM_THEM: readonly Outcome[] = ['talked', 'said yes', 'said no', 'wait until', 'answered'];

/** Whether something came back. */
export const isFromThem = (outcome: Outcome): boolean => FROM_THEM.includes(outcome);

const STATUS_AFTER: Partial<Record<Outcome, Status>> = {
  talked: 'In conversation',
  'said yes': 'In conversation',
  'said no': 'Declined',
  'wait until': 'Waiting',
  answered: 'In conversation',
};

/** Before the first touch: a call or a message of ours moves these on. */
const UNTOUCHED: readonly (Status | null)[] = ['Shortlisted', 'Researching', 'Ready'];
/** Set for a reason: no touch changes them. */
const SETTLED: readonly (Status | null)[] = ['Endorsed', 'Partner', 'Bowed out'];

export interface Touch {
  readonly outcome: Outcome;
  readonly day: Day;
  /** The day to wait for, null for every other outcome. */
  readonly until: Day | null;
  /** What they said, '' where nobody wrote it down. */
  readonly note: string;
}

/**
 * Cells of the contact's row that change, by field. A last contact that is later stays. `words`: the status words that
 * stand in the column; where the group has none for the status, it stays.
 */
export function rowAfterTouch(
  { text, cells }: Contact,
  touch: Touch,
  words: readonly string[],
): (readonly [Field, Cell])[] {
  const { outcome, day, until, note } = touch;
  const changes: (readonly [Field, Cell])[] = [];
  const date = { day, time: null };
  const last = cells.lastContacted;
  if (typeof last !== 'object' || last.day <= day) changes.push(['lastContacted', date]);
  if (text.firstContacted === '') changes.push(['firstContacted', date]);
  if (isFromThem(outcome) && outcome !== 'wait until' && text.answer === '')
    changes.push(['answer', note === '' ? outcome : note]);
  if (until !== null) changes.push(['nextFollowUp', { day: until, time: null }]);
  const now = readStatus(text.status);
  const wanted = STATUS_AFTER[outcome] ?? (UNTOUCHED.includes(now) ? 'Contacted' : undefined);
  const word = wanted && ownWordFor(wanted, words);
  if (word && word !== text.status && !SETTLED.includes(now)) changes.push(['status', word]);
  return changes;
}
