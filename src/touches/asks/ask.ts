// One ask: a concrete request to an organization with its own date and answer (design section 2), as plain data.
import type { Day } from '../../values/day';

export const ASK_ANSWERS = ['open', 'yes', 'no', 'maybe', 'later', 'dropped'] as const;
/** 'later': they asked us to come back. 'dropped': we took it back, with a word in the note. */
export type AskAnswer = (typeof ASK_ANSWERS)[number];

export interface Ask {
  /** The entry id of the log line that made it; '' for a row that somebody typed, as long as no run has written one. */
  readonly id: string;
  /** Outreach ID of the contact; '' where the row names none that can be told. */
  readonly contact: string;
  readonly organization: string;
  /** A shipped kind or one of the group's own, as its list spells it; what was typed where it is neither. */
  readonly kind: string;
  /** False where `kind` is in no list. */
  readonly kindKnown: boolean;
  readonly askedOn: Day | null;
  readonly askedBy: string;
  readonly answer: AskAnswer;
  /** Waits to this day and is due the day after: "They decide at their meeting on …", "later until …". */
  readonly waitUntil: Day | null;
  readonly answeredOn: Day | null;
  readonly whoDecided: string;
  /** Whether they agreed to be named in public; null where nobody asked yet. */
  readonly mayBeNamed: boolean | null;
  readonly note: string;
  /** 1-based row in the Asks tab; 0 where only the log knows it yet. */
  readonly row: number;
  /** The entry id of the log line that answered it where the row still says open; '' where the row says it itself. */
  readonly answeredBy: string;
  /** What the row itself says: another one than `answer` where the log knows better; 'open' where there is no row. */
  readonly rowAnswer: AskAnswer;
  /** What stands under Answer and is none, '' else: then `answer` is 'maybe', since something came back. */
  readonly unread: string;
  /** The day by which they said so: that of the answer, else the newest on record of them; null where they said nothing. */
  readonly heardBy: Day | null;
}

/** Stands for an ask in a list: its Ask ID, or what says which it is in a row that somebody typed just now. */
export const askKey = ({ id, kind, askedOn }: Pick<Ask, 'id' | 'kind' | 'askedOn'>): string =>
  id || `typed ${kind} ${askedOn ?? ''}`;

/** Something in the Asks tab or the log that a person must decide. */
export type AskQuestion =
  /** The row was answered, and a later line of the log says something else. */
  | {
      readonly kind: 'differs';
      readonly ask: Ask;
      readonly entryId: string;
      readonly says: AskAnswer;
      readonly day: Day;
    }
  /** "said yes" where several asks are open: to which? */
  | {
      readonly kind: 'which';
      readonly contact: string;
      readonly organization: string;
      readonly entryId: string;
      readonly says: 'yes' | 'no';
      readonly day: Day;
      readonly asks: readonly Ask[];
    }
  /** The contact's row says Endorsed and the newest answer to the ask does not, or the other way round. */
  | {
      readonly kind: 'endorsed';
      readonly contact: string;
      readonly organization: string;
      readonly ask: Ask;
    }
  /** A row that cannot be read: no contact of that name, or several; no kind; an answer or a day that is none. */
  | {
      readonly kind: 'row';
      readonly row: number;
      readonly organization: string;
      readonly text: string;
      readonly why: string;
    };

export interface ReadAsks {
  readonly asks: readonly Ask[];
  readonly questions: readonly AskQuestion[];
}
