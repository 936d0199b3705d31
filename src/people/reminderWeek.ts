// What the file keeps about the reminder of one week: whose run has it, and for each recipient whether their message
// was begun. A recipient is known by a digest of the address, so no address is kept.
import { parseDay, type Day } from '../values/day';

/** 'sending' was written before the message left: after a run that was cut off it may have left or not. */
export type ReminderMark = 'sending' | 'sent' | 'failed' | 'unknown';

export interface ReminderWeek {
  /** Monday of the week. */
  readonly week: Day;
  /** Whose run has it: an account id. */
  readonly account: string;
  /** Everybody was gone through. */
  readonly done: boolean;
  /** Digest of the lead's address who got, or gets, the lead's message; '' before it. */
  readonly lead: string;
  /** By the digest of the address. */
  readonly marks: Readonly<Record<string, ReminderMark>>;
}

const MARKS: readonly string[] = ['sending', 'sent', 'failed', 'unknown'];

/** null where nothing is kept, or somebody wrote something else there. */
export function readWeek(text: string | undefined): ReminderWeek | null {
  let kept: Partial<Record<keyof ReminderWeek, unknown>> | null;
  try {
    kept = JSON.parse(text ?? '') as typeof kept;
  } catch {
    return null;
  }
  const week = parseDay(String(kept?.week));
  if (kept === null || week === null) return null;
  const marks: Record<string, ReminderMark> = {};
  for (const [digest, mark] of Object.entries(kept.marks ?? {}))
    if (MARKS.includes(mark as string)) marks[digest] = mark as ReminderMark;
  return {
    week,
    account: String(kept.account),
    done: kept.done === true,
    lead: typeof kept.lead === 'string' ? kept.lead : '',
    marks,
  };
}

/**
 * The week as a run of this account has it: null where its messages are through. A week that a run of anybody began and
 * could not end is gone on with: whoever has a mark gets nothing more.
 */
export function takeWeek(kept: ReminderWeek | null, week: Day, account: string): ReminderWeek | null {
  if (kept === null || kept.week < week) return { week, account, done: false, lead: '', marks: {} };
  return kept.done || kept.week > week ? null : { ...kept, account };
}

export interface WeekFigures {
  readonly sent: number;
  /** Digests of those whose message may have left or not. */
  readonly unsure: readonly string[];
  readonly failed: readonly string[];
}

export function figuresOf({ marks }: ReminderWeek): WeekFigures {
  const of = (...wanted: readonly ReminderMark[]) =>
    Object.keys(marks).filter((digest) => wanted.includes(marks[digest] ?? 'failed'));
  return { sent: of('sent').length, unsure: of('sending', 'unknown'), failed: of('failed') };
}
