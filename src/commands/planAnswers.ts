// What the server answers about plans: working back from the day of an event. The same rules as in answers.ts.
import type { TaskWord } from '../texts/taskWords';
import type { WriteReceipt } from './answers';
import type { CalendarItem } from './myAnswers';

/** A task that is not done yet. */
export interface PlanItem {
  /** A1 name of its cell. */
  readonly cell: string;
  readonly task: string;
  /** '' for nobody. */
  readonly owner: string;
  readonly word: TaskWord;
  /** "Overdue since Nov 5", "Due on Nov 24, check-in on Nov 17"; '' where there is no day. */
  readonly due: string;
  /** "Ana is away until Dec 1", where that is after it is due; '' for nobody. */
  readonly away: string;
}

export interface EventPlan {
  /** Sheet id of its tab. */
  readonly id: string;
  readonly tab: string;
  readonly event: string;
  /** "YYYY-MM-DD"; '' where the cell of the event holds no day. */
  readonly day: string;
  /** "Tue, Dec 8, 2026, in 26 days" */
  readonly dayText: string;
  /** "3 of 10 done. 2 overdue, 1 to check in. 4 without an owner." */
  readonly summary: string;
  readonly items: readonly PlanItem[];
  readonly count: number;
  readonly calendars: readonly CalendarItem[];
}

/** What would change in a plan for the day that was asked for. */
export interface PlanMoves {
  /** "Move 6 tasks"; '' where nothing would change. */
  readonly button: string;
  /** "Meet the council: Nov 17 becomes Nov 19", one for each task. */
  readonly lines: readonly string[];
  /** Why the others stay, a sentence each. */
  readonly kept: readonly string[];
  readonly keptCount: number;
}

export interface PlansView {
  /** Those to come first. */
  readonly tabs: readonly { readonly id: string; readonly name: string }[];
  /** The one asked for, else that of the tab in front, else the next; null where there is none. */
  readonly current: EventPlan | null;
  readonly moves: PlanMoves | null;
  /** "YYYY-MM-DD" */
  readonly today: string;
  /** As it stands in Settings; '' for none. */
  readonly daysOff: string;
  readonly kinds: readonly { readonly kind: string; readonly tasks: number }[];
  /** Lines of “Event tasks” and Settings that cannot be used: what is wrong and what to do, one text each. */
  readonly problems: readonly string[];
}

export interface PlanPreview {
  readonly tab: string;
  readonly button: string;
  readonly tasks: readonly {
    readonly task: string;
    /** "Nov 24" */
    readonly due: string;
    /** "Nov 17"; '' where nobody asks before. */
    readonly checkIn: string;
  }[];
  /** What to know before: a day off, tasks that should have begun. */
  readonly remarks: readonly string[];
}

export interface StartedPlan {
  readonly receipt: WriteReceipt;
  /** Sheet id of the tab. */
  readonly id: string;
}
