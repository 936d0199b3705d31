// What a mailbox holds, as plain data. Marks as in apiErrors.ts.
import type { Headers } from './headers';

export interface StoredMessage {
  readonly id: string;
  readonly threadId: string;
  /** Of the last change to the message. */
  readonly historyId: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly labels: readonly string[];
  /** As delivered, one character a byte. */
  readonly raw: string;
  /** Everybody it went to: to, cc and bcc. */
  readonly recipients: readonly string[];
}

export interface HistoryRecord {
  readonly id: number;
  readonly at: number;
  /** 'unnamed' (F): some records name a message and no kind of change. */
  readonly kind: 'messageAdded' | 'messageDeleted' | 'labelRemoved' | 'unnamed';
  readonly messageId: string;
  readonly threadId: string;
  /** Of a label change: which. */
  readonly labels: readonly string[];
}

export interface MailboxLimits {
  /** Recipients in any 24 hours: about 500 for a Gmail account (D). */
  readonly perDay: number;
  /** D: 6,000 for a Cloud project of after April 2026, in any minute. */
  readonly unitsPerMinute: number;
  readonly perMessage: number;
  /** D: history is kept for at least a week as a rule, F: four weeks were seen, D: hours are possible. */
  readonly historyDays: number;
  /** D, F: over the day's limit Gmail may take a message, answer as if it were sent, and give it back later. */
  readonly takesAndGivesBack: boolean;
}

export const USUAL_LIMITS: MailboxLimits = {
  perDay: 500,
  unitsPerMinute: 6000,
  perMessage: 50,
  historyDays: 7,
  takesAndGivesBack: false,
};

/** Plain data that survives JSON. */
export interface MailboxData {
  readonly address: string;
  readonly limits: MailboxLimits;
  readonly messages: readonly StoredMessage[];
  readonly history: readonly HistoryRecord[];
  /** Messages that were ever stored; ids go by it. */
  readonly made: number;
  readonly lastHistoryId: number;
  /** History before this id is forgotten: history.list answers 404. */
  readonly oldestHistoryId: number;
}

export interface MessageView {
  readonly id: string;
  readonly threadId: string;
  readonly at: number;
  readonly direction: 'sent' | 'received';
  readonly labels: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly cc: string;
  readonly subject: string;
  readonly messageId: string;
  readonly headers: Headers;
  readonly recipients: readonly string[];
  readonly raw: string;
}
