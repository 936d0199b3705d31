// What the server answers about a brainstorm meeting. The same rules as in answers.ts.
import type { CategoryCount, Prompt } from '../meetings/coverage';
import type { SearchLink } from '../meetings/searchLinks';

export interface MeetingView {
  /** The shortlist that is looked at; null before the first meeting. */
  readonly shortlist: {
    /** Name of its tab. */
    readonly sheet: string;
    /** "Nov 19" */
    readonly dayText: string;
    readonly closed: boolean;
    /** Rows with a name. */
    readonly names: number;
    /** What was typed where it does not count, a sentence each. */
    readonly remarks: readonly string[];
  } | null;
  /** The day that a new meeting is proposed for, "YYYY-MM-DD". */
  readonly nextDay: string;
  /** The fullest first, those with nobody last. */
  readonly categories: readonly CategoryCount[];
  /** Names on the shortlist whose category is blank or none of these. */
  readonly otherNames: number;
  /** Questions for the room, of the emptiest categories. */
  readonly prompts: readonly Prompt[];
  /** Names that nobody takes, at most MOST_ITEMS, and how many in all. */
  readonly noTaker: readonly PlacedName[];
  readonly noTakerCount: number;
  /** Names that two people take. */
  readonly twoTakers: readonly (PlacedName & { readonly takers: string })[];
  /** Whom of ours to ask before anybody writes, at most 50, and how many in all. */
  readonly askFirst: readonly AskFirst[];
  readonly askFirstCount: number;
  readonly search: {
    readonly links: readonly SearchLink[];
    /** Settings that are blank. */
    readonly missing: readonly { readonly name: 'senator' | 'state' | 'issue'; readonly label: string }[];
  };
}

/** A row of the shortlist. */
export interface PlacedName {
  readonly organization: string;
  /** 1-based. */
  readonly row: number;
}

/** Somebody of ours who knows, or may know, someone at a group of the shortlist. */
export interface AskFirst extends PlacedName {
  /** "Ana belongs to SEIU Local 503 and may know someone there." */
  readonly sentence: string;
  /** To copy and send to them. */
  readonly text: string;
}

/** What “Look again” found. */
export interface LookAgainView {
  readonly meeting: MeetingView;
  /** One sentence: what was looked at, and what was done. */
  readonly message: string;
  /** Names that are likely the same as another, at most MOST_ITEMS, and how many in all. */
  readonly likely: readonly LikelySame[];
  readonly likelyCount: number;
}

export interface LikelySame extends PlacedName {
  /** The other one's name, and where it stands: "Contacts, row 18". */
  readonly of: string;
  readonly where: string;
  readonly sheet: string;
  readonly otherRow: number;
}
