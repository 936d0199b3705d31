// One line of the Outreach log (design section 3), as plain data.
import type { Day } from '../values/day';

export const CHANNELS = [
  'e-mail',
  'phone',
  'text',
  'social media',
  'web form',
  'in person',
  'unknown',
] as const;
export type Channel = (typeof CHANNELS)[number];
export type Direction = 'ours' | 'theirs';
export type SendResult = 'sending' | 'sent' | 'failed' | 'unknown' | 'received' | '';
/** What kind of touch: the step of a message, or what came of a call. Free text where a person typed it. */
export type TouchKind = string;

export interface LogEntry {
  readonly entryId: string;
  readonly day: Day;
  /** "HH:MM" in the sheet's time zone, null where only the day is known. */
  readonly time: string | null;
  readonly who: string;
  /** The mailbox that sent: an address, or a random id where the address is not known. '' for other channels. */
  readonly account: string;
  /** Outreach ID. */
  readonly contact: string;
  readonly organization: string;
  readonly channel: Channel;
  readonly kind: TouchKind;
  readonly direction: Direction;
  readonly summary: string;
  readonly result: SendResult;
  readonly messageKey: string;
  readonly gmailMessageId: string;
  readonly gmailThreadId: string;
  readonly template: string;
  readonly notes: string;
  /** The address that was written to, lower-case: kept in its own column so that holds work by address. '' otherwise. */
  readonly address: string;
  /** 1-based row in the log tab at the time of reading. */
  readonly row: number;
}
