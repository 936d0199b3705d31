// The words of the Next step column, and the state of one contact by log and row together (design section 2).
import type { Day } from '../values/day';
import type { Channel } from './log';

/** The words of the column. '' is "nothing to do". */
export type StepWord = 'Follow up' | 'Last try' | 'Call them' | 'Waiting' | 'Gone quiet' | 'Check date' | '';

/** Which message would go next. null: none by e-mail. */
export type MessageStep = 'first' | 'follow-up' | 'last';

export interface ContactState {
  readonly word: StepWord;
  /** The message that a send would write now; null where no mail is due (waiting, stopped, used up, not stale yet). */
  readonly next: MessageStep | null;
  /** Last touch of either side, by log and row; null where there is none or it cannot be read. */
  readonly lastTouch: Day | null;
  readonly lastTouchBy: 'ours' | 'theirs' | 'unknown' | null;
  readonly lastChannel: Channel | null;
  /** Whole days since the last touch; null where there is none. */
  readonly days: number | null;
  /** Our e-mails that count (sent, sending, unknown), by log and row: the larger. */
  readonly attempts: number;
  /** Stale from this day on; null where nothing runs. */
  readonly dueFrom: Day | null;
  /** The category's wait. */
  readonly followUpDays: number;
  readonly emailsAllowed: number;
  /** An answer that stops follow-ups, in the words of the row or the log; '' where none. */
  readonly answer: string;
  /** A newest send without a known result. */
  readonly unsettled: boolean;
  /** One sentence for a person: "No answer for 9 days" , "They decide at their meeting on Nov 20". */
  readonly why: string;
}
