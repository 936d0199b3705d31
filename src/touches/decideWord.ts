// When a row is due, exactly (design section 2): one order of decisions for the row alone and for log and row together.
import { daysBetween, type Day } from '../values/day';
import type { RowFacts } from './rowFacts';
import type { StepWord } from './step';

/** More than this many days since the last touch: gone quiet. */
export const QUIET_AFTER = 30;

export type Because =
  | 'do-not-contact'
  | 'status'
  | 'endorsed'
  | 'waiting'
  | 'answered'
  | 'planned'
  | 'check-date'
  | 'untouched'
  | 'still-time'
  | 'quiet'
  | 'due';

export interface Decision {
  readonly word: StepWord;
  readonly because: Because;
}

export interface Touches {
  /** Last touch of either side. */
  readonly last: Day | null;
  /** Our last touch: the wait runs from here. */
  readonly lastOurs: Day | null;
  readonly attempts: number;
  /** An answer that stops follow-ups. */
  readonly answered: boolean;
  readonly waits: boolean;
  /** The row's own dates are in the way. */
  readonly badDate: boolean;
}

export function decideWord(
  row: RowFacts,
  touches: Touches,
  rule: { readonly followUpDays: number; readonly emails: number },
  today: Day,
): Decision {
  // A date that cannot be read is never met with silence, whatever else stops the row.
  const silent = (because: Because): Decision =>
    touches.badDate ? { word: 'Check date', because: 'check-date' } : { word: '', because };
  if (row.doNotContact) return silent('do-not-contact');
  if (row.effect === 'stops') return silent('status');
  if (row.endorsed) return silent('endorsed');
  if (touches.waits && (row.waitsTo === null || today <= row.waitsTo))
    return { word: 'Waiting', because: 'waiting' };
  if (touches.answered) return silent('answered');
  if (row.nextFollowUp !== null && today < row.nextFollowUp) return { word: 'Waiting', because: 'planned' };
  if (touches.badDate) return { word: 'Check date', because: 'check-date' };
  if (touches.lastOurs === null || touches.last === null) return { word: '', because: 'untouched' };
  if (daysBetween(touches.last, today) > QUIET_AFTER) return { word: 'Gone quiet', because: 'quiet' };
  if (daysBetween(touches.lastOurs, today) < rule.followUpDays) return { word: '', because: 'still-time' };
  return { word: dueWord(touches.attempts, rule.emails), because: 'due' };
}

/** The word of a due row after this many e-mails of those allowed. */
export function dueWord(attempts: number, emails: number): 'Follow up' | 'Last try' | 'Call them' {
  if (attempts >= emails) return 'Call them';
  return attempts >= 2 && attempts + 1 === emails ? 'Last try' : 'Follow up';
}
