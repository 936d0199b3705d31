// What came of a touch that a person writes down, and what follows from it in the contact's row.
import { ENDORSEMENT } from '../texts/askKinds';
import type { Contact } from '../reading/contact';
import type { Field } from '../reading/fields';
import type { Cell } from '../values/cell';
import { laterOf, type Day } from '../values/day';
import { foldName } from '../values/text';
import { answerStops, readAnswer } from './answer';
import type { LogEntry } from './log';
import { ownWordFor, readStatus, statusOf, type Status } from './status';

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

/** What a person wrote down; null for a message that the add-on sent or found, and for what is no touch (any more). */
export function writtenByHand({ kind, messageKey, gmailMessageId }: LogEntry): Outcome | null {
  if (messageKey !== '' || gmailMessageId !== '') return null;
  return OUTCOMES.find((outcome) => outcome === kind.trim().toLowerCase()) ?? null;
}

/** Whether something came back. */
export const isFromThem = (outcome: Outcome): boolean => FROM_THEM.includes(outcome);

const STATUS_AFTER: Partial<Record<Outcome, Status>> = {
  talked: 'In conversation',
  'said yes': 'In conversation',
  'said no': 'Declined',
  'wait until': 'Waiting',
  answered: 'In conversation',
};

type About = Pick<Touch, 'outcome' | 'about'>;

const isNoToOne = ({ outcome, about = '' }: About): boolean => outcome === 'said no' && about !== '';

/** A yes or no that names what it answers is about that alone: a no to one ask closes no contact. */
function statusAfter(touch: About): Status | undefined {
  if (isNoToOne(touch)) return 'In conversation';
  const { outcome, about } = touch;
  return outcome === 'said yes' && about === ENDORSEMENT ? 'Endorsed' : STATUS_AFTER[outcome];
}

/** Before the first touch: a call or a message of ours moves these on. */
const UNTOUCHED: readonly (Status | null)[] = ['Shortlisted', 'Researching', 'Ready'];
/** Set for a reason: no touch changes them. */
const SETTLED: readonly (Status | null)[] = ['Endorsed', 'Partner', 'Observer', 'Bowed out'];

/** “yes to endorsement”; the outcome itself where nobody said what it was about. */
export function sayAbout(outcome: Outcome, about: string): string {
  return about === '' ? outcome : `${outcome.replace(/^said /, '')} to ${about}`;
}

export interface Touch {
  readonly outcome: Outcome;
  readonly day: Day;
  /** The day to wait for, null for every other outcome. */
  readonly until: Day | null;
  /** What they said, '' where nobody wrote it down. */
  readonly note: string;
  /** Which ask they answered; '' or absent where nobody said. */
  readonly about?: string;
}

/**
 * Cells of the contact's row that change, by field, the most telling first and the last contact at the end. A last
 * contact that is later stays. `words`: the status words that stand in the column; where the group has none for the
 * status, it stays.
 */
export function rowAfterTouch(
  contact: Contact,
  touch: Touch,
  words: readonly string[],
): (readonly [Field, Cell])[] {
  const { text, cells } = contact;
  const { outcome, day, until, note, about = '' } = touch;
  const changes: (readonly [Field, Cell])[] = [];
  const date = { day, time: null };
  const now = statusOf(contact);
  const wanted = statusAfter(touch) ?? (UNTOUCHED.includes(now) ? 'Contacted' : undefined);
  const word = wanted && ownWordFor(wanted, words);
  const isSettled = SETTLED.includes(now) || (now === 'Declined' && isNoToOne(touch));
  const said = isFromThem(outcome) && outcome !== 'wait until';
  if (said && text.answer === '') changes.push(['answer', note || sayAbout(outcome, about)]);
  else if (said && leavesOpen(touch, text.answer, isSettled || now === 'Declined' || Boolean(word)))
    changes.push(['answer', text.answer + behind(touch)]);
  if (until !== null) changes.push(['nextFollowUp', { day: until, time: null }]);
  if (word && word !== text.status && !isSettled) changes.push(['status', word]);
  if (text.firstContacted === '') changes.push(['firstContacted', date]);
  const last = cells.lastContacted;
  if (typeof last !== 'object' || last.day <= day) changes.push(['lastContacted', date]);
  return changes;
}

/** Whether the row would go on looking as if nobody had said it. `closes`: its status says no, or is set for a reason. */
function leavesOpen(touch: About, answer: string, closes: boolean): boolean {
  const stands = readAnswer(answer);
  if (touch.outcome === 'said no' && !isNoToOne(touch)) return !closes && stands !== 'said-no';
  return !answerStops(stands) && stands !== 'decides-there';
}

/** Their own text is kept, and ours stands behind it. */
const behind = (touch: About): string => `; ${isNoToOne(touch) ? 'answered' : touch.outcome}`;

/**
 * Cells of the row that go back when this touch is taken back, where they still say what it wrote. `newest`: the day of
 * the newest touch that stays, null where none does; `said`: what may stand under the answer because of it.
 */
export function rowWithoutTouch(
  { text, cells }: Contact,
  touch: Omit<Touch, 'note'>,
  said: readonly string[],
  newest: Day | null,
  words: readonly string[],
): (readonly [Field, Cell])[] {
  const { outcome, day, until, about = '' } = touch;
  const isOn = (field: 'firstContacted' | 'lastContacted' | 'nextFollowUp', on: Day): boolean => {
    const cell = cells[field];
    return typeof cell === 'object' && cell.day === on && newest !== on;
  };
  const changes: (readonly [Field, Cell])[] = [];
  const first = cells.firstContacted;
  // What the row knew before and the log never did is gone; that they were contacted at all is not.
  const before = laterOf(newest, typeof first === 'object' && first.day < day ? first.day : null);
  if (isOn('lastContacted', day))
    changes.push(['lastContacted', before === null ? '' : { day: before, time: null }]);
  if (newest === null && isOn('firstContacted', day)) changes.push(['firstContacted', '']);
  if (
    isFromThem(outcome) &&
    [...said, sayAbout(outcome, about)].some((one) => foldName(one) === foldName(text.answer))
  )
    changes.push(['answer', '']);
  else if (text.answer.endsWith(behind(touch)))
    changes.push(['answer', text.answer.slice(0, -behind(touch).length)]);
  if (until !== null && isOn('nextFollowUp', until)) changes.push(['nextFollowUp', '']);
  const wrote = statusAfter(touch);
  const word = wrote === undefined || newest === null ? null : ownWordFor('Contacted', words);
  if (word !== null && readStatus(text.status) === wrote) changes.push(['status', word]);
  return changes;
}
