// What the Settings tab says (design section 3), with the shipped values where it is silent.
import type { Day } from '../values/day';
import type { DaysOff } from '../values/daysOff';

export interface Settings {
  readonly campaign: string;
  readonly resolutionLink: string;
  readonly nextMeeting: Day | null;
  readonly openMeetingDate: Day | null;
  readonly openMeetingPlace: string;
  readonly openMeetingLink: string;
  /** Days without an answer after which our touch is stale: 7 unless said otherwise. */
  readonly followUpDays: number;
  /** By category as written in Settings, lower-cased and trimmed. */
  readonly followUpDaysByCategory: Readonly<Record<string, number>>;
  /** E-mails to one contact, the first included: 2 unless said otherwise, unions 3. */
  readonly emails: number;
  readonly emailsByCategory: Readonly<Record<string, number>>;
  /** Recipients in any 24 hours: 100 unless said otherwise. */
  readonly dailyLimit: number;
  readonly senderName: string;
  readonly replyTo: string;
  readonly ccOwner: boolean;
  readonly testAddress: string;
  readonly goal: number | null;
  /** Whose sign-on letters a meeting searches for, where, and about what. */
  readonly senator: string;
  readonly state: string;
  readonly issue: string;
  /** Days before a deadline on which a captain asks how it goes, the earliest first: 7 and 2 unless said otherwise. */
  readonly checkIns: readonly number[];
  /** Days on which nothing of a plan is due: none unless said otherwise. */
  readonly daysOff: DaysOff;
  /** The same as typed. */
  readonly daysOffText: string;
  /** What the group asks for beside the kinds that ship (texts/askKinds.ts), as typed. */
  readonly ownAsks: readonly string[];
  /** Name of the kind of ask that a first message is; '' for none. */
  readonly firstAsk: string;
  /** Days without a word of either side until a partner is asked how it goes: 90 unless said otherwise. */
  readonly partnerCheckDays: number;
}
