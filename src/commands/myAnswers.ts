// What the server answers about deadlines, "My contacts" and a captain's team. The same rules as in answers.ts.
import type { Urgency } from '../people/deadlines';
import type { StepTag, WriteReceipt } from './answers';

/** A link that opens Google Calendar with the day filled in. */
export interface CalendarItem {
  /** "Next meeting, Nov 19" */
  readonly label: string;
  readonly url: string;
}

/** What follows the next meeting, as Today shows it. */
export interface DeadlinesView {
  /** What moves when the meeting is moved; '' where nothing does. */
  readonly follow: string;
  /** "The meeting moved to Dec 3: 12 due dates still say Nov 19."; '' where they agree. */
  readonly behind: string;
  readonly calendars: readonly CalendarItem[];
  /** What saving the next meeting wrote; null where nothing was saved. */
  readonly saved: WriteReceipt | null;
}

export interface MyContact {
  readonly contact: string;
  /** 1-based at the time of reading. */
  readonly row: number;
  readonly organization: string;
  readonly task: string;
  readonly urgency: Urgency;
  /** "Overdue since Nov 5", "Due on Nov 19, check-in on Nov 17"; '' where there is no day. */
  readonly due: string;
  readonly tag: StepTag;
  /** "Nov 3, e-mail"; '' before the first touch. */
  readonly last: string;
  readonly knownBy: string;
  /** "Ask Bo (SEIU Local 503) first": before the first touch, where nobody is known to know them; else ''. */
  readonly askFirst: string;
  /** Calendar link for the deadline; '' where there is no day. */
  readonly calendar: string;
}

export interface Figures {
  readonly open: number;
  /** Today or within a week; those that are overdue stand beside it. */
  readonly due: number;
  readonly overdue: number;
}

export interface TeamMember extends Figures {
  readonly name: string;
  /** "Nov 3": the newest touch of any of their contacts; '' where there is none. */
  readonly last: string;
  /** "Check in by Nov 12"; '' where no check-in is ahead. */
  readonly checkIn: string;
}

export interface MyContactsView {
  readonly sheet: string;
  /** Whose contacts these are; '' where nobody can tell who looks: then a name is to be chosen. */
  readonly name: string;
  /** To choose from; none where the address tells. */
  readonly names: readonly string[];
  readonly counts: Figures;
  /** Overdue first, then what is due within a week, then the rest. */
  readonly items: readonly MyContact[];
  /** Whom this person looks after; [] for nobody. */
  readonly team: readonly TeamMember[];
  readonly calendars: readonly CalendarItem[];
}
