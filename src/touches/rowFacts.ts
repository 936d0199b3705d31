// What the cells of one row say that matters for its next step. The Next step formula reads the same cells in the
// same way (nextStepFormula.ts); a property test holds the two together.
import type { Contact } from '../reading/contact';
import { cellText, isBlank, isDateCell, isErrorCell, type Cell } from '../values/cell';
import { dayFromNumber, laterOf, type Day } from '../values/day';
import { cleanText, foldName } from '../values/text';
import { answerStops, readAnswer, type AnswerKind } from './answer';
import { readStatus, statusEffect, type Status, type StatusEffect } from './status';

export interface BadDate {
  readonly field: 'firstContacted' | 'lastContacted';
  readonly text: string;
  /** The day where it is a day, but later than today; null for text. */
  readonly day: Day | null;
}

export interface RowFacts {
  readonly status: Status | null;
  readonly effect: StatusEffect;
  readonly answer: AnswerKind;
  readonly answerStops: boolean;
  readonly doNotContact: boolean;
  /** The endorsement column says that they endorsed. */
  readonly endorsed: boolean;
  /** Status Waiting, or an answer that they decide at a meeting of theirs. */
  readonly waits: boolean;
  /** Last day of such a wait: the later of their next meeting and the next follow-up; null: until the status changes. */
  readonly waitsTo: Day | null;
  readonly theirNextMeeting: Day | null;
  readonly nextFollowUp: Day | null;
  /** The later of first and last contacted, of those that can be read; null where none. */
  readonly last: Day | null;
  /** The first of the two dates that is text or later than today; null where both are well. */
  readonly bad: BadDate | null;
  /** E-mails by the row: a blank cell beside a date counts as one. */
  readonly attempts: number;
}

/** Serial numbers of days as Sheets counts them; below 1970 a number is no date of a campaign. */
export const FIRST_SERIAL = 25569;
const LAST_SERIAL = 2958465;
/** Attempts from here up are no count of e-mails (a phone number, a date). */
export const TOO_MANY = 100;

/** A date cell's day, or that of a number that is a date without its format; null for all else. */
export function dayInCell(cell: Cell): Day | null {
  if (isDateCell(cell)) return cell.day < '1970-01-01' ? null : cell.day;
  if (typeof cell !== 'number' || cell < FIRST_SERIAL || cell >= LAST_SERIAL + 1) return null;
  return dayFromNumber(Math.floor(cell) - FIRST_SERIAL);
}

export function readRow(contact: Contact, today: Day): RowFacts {
  const { cells, text } = contact;
  const status = readStatus(text.status);
  const effect = statusEffect(status);
  const answer = readAnswer(text.answer);
  const theirNextMeeting = dayInCell(cells.theirNextMeeting);
  const nextFollowUp = dayInCell(cells.nextFollowUp);
  const first = touchDate(contact, 'firstContacted', today);
  const last = touchDate(contact, 'lastContacted', today);
  const lastDay = laterOf(first.day, last.day);
  return {
    status,
    effect,
    answer,
    answerStops: answerStops(answer),
    doNotContact: forbids(cells.doNotContact),
    endorsed: endorses(cells.endorsement),
    waits: effect === 'waits' || answer === 'decides-there',
    waitsTo: laterOf(theirNextMeeting, nextFollowUp),
    theirNextMeeting,
    nextFollowUp,
    last: lastDay,
    bad: first.bad ?? last.bad,
    attempts: countOf(cells.attempts) ?? (lastDay === null ? 0 : 1),
  };
}

function touchDate(
  contact: Contact,
  field: BadDate['field'],
  today: Day,
): { day: Day | null; bad: BadDate | null } {
  const cell = contact.cells[field];
  if (isBlank(cell)) return { day: null, bad: null };
  const day = dayInCell(cell);
  if (day !== null && day <= today) return { day, bad: null };
  return { day: null, bad: { field, text: contact.text[field], day } };
}

/** A count of e-mails; null where the cell is blank or no small number. */
function countOf(cell: Cell): number | null {
  if (typeof cell === 'number') return cell >= 0 && cell < TOO_MANY ? Math.floor(cell) : null;
  if (typeof cell !== 'string') return null;
  const digits = cell.replace(/\u00a0/g, ' ').trim();
  return /^\d$/.test(digits) ? Number(digits) : null;
}

const ALLOWS = new Set([
  'no',
  'n',
  'false',
  '0',
  'ok',
  'okay',
  'fine',
  'none',
  'n a',
  'na',
  'nein',
  'ok to contact',
]);

/** Anything in a do-not-contact column but a plain "no", a dash or nothing; a formula error too, since nobody can tell. */
export function forbids(cell: Cell): boolean {
  if (isErrorCell(cell)) return true;
  const text = cleanText(cellText(cell));
  return text !== '' && !/^[-–—]+$/.test(text) && !ALLOWS.has(foldName(text));
}

const ENDORSES = new Set([
  'yes',
  'y',
  'x',
  'true',
  'endorsed',
  'signed',
  'signed on',
  'passed',
  'approved',
  'done',
  'ja',
  'si',
]);

/** True where an endorsement column clearly says yes: a yes, a tick, the day on which they did. */
export function endorses(cell: Cell): boolean {
  if (dayInCell(cell) !== null) return true;
  const text = cleanText(cellText(cell));
  if (/^[✓✔☑✅]\ufe0f?$/u.test(text)) return true;
  const words = foldName(text);
  if (ENDORSES.has(words)) return true;
  return (
    /^(?:yes|endorsed|signed|passed|approved|resolution passed)\b/.test(words) &&
    !/\b(?:not|no|but|if|pending|maybe|unless)\b/.test(words)
  );
}
