// What the server answers about the union map, and what the sidebar says of it. The same rules as in answers.ts.
import type { Stage } from '../texts/unionStages';
import type { UnionTally } from '../partners/unionTally';
import type { Voted } from '../partners/readUnions';

/** What a person writes down of a union, as texts. */
export interface UnionForm {
  readonly international: string;
  readonly local: string;
  readonly council: string;
  readonly workers: string;
  readonly members: string;
  readonly voted: Voted;
  /** "YYYY-MM-DD"; '' for none. */
  readonly votedOn: string;
  readonly campaigns: string;
  readonly endorses: 'yes' | 'no' | '';
  /** A word of the ladder; '' for nothing yet. */
  readonly stage: string;
  readonly statements: string;
  readonly link: string;
  readonly note: string;
}

export interface UnionRequest extends UnionForm {
  readonly contact: string;
  /** What stood there when the form was opened: what somebody else changed meanwhile stays. */
  readonly seen?: UnionForm | undefined;
}

/** Figures of the panel that can be looked at one by one. */
export type UnionFigure = 'mapped' | 'talking' | 'voted' | 'unknown' | 'councils' | 'missing';

export interface UnionItem {
  /** '' for a row of the tab that no contact is called like. */
  readonly contact: string;
  /** 1-based row of the tab; 0 for a contact that is not on the map yet. */
  readonly row: number;
  readonly organization: string;
  readonly town: string;
  readonly owner: string;
  /** "UBC 1503" where the organization is not called so; else ''. */
  readonly name: string;
  /** "12,000 workers"; '' where nobody knows. */
  readonly workers: string;
  readonly stage: Stage;
  /** "3 Event held"; '' while there is nothing yet. */
  readonly word: string;
  /** "Declined", "Bowed out"; else ''. */
  readonly left: string;
  /** What to do now; '' for who left, and for councils. */
  readonly next: string;
  /** The ask that goes with it; '' for none. */
  readonly ask: string;
  /** As it stands in the tab. */
  readonly form: UnionForm;
  /** What the name says of what is blank there. */
  readonly proposed: Pick<UnionForm, 'international' | 'local' | 'council'>;
  /** Further on the ladder by what is on record: offered, never written by itself. */
  readonly offer: { readonly word: string; readonly why: string } | null;
  readonly link: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** In which figures it is counted. */
  readonly figures: readonly UnionFigure[];
}

export interface UnionsView {
  readonly tally: UnionTally;
  /** Contacts that are unions and have no row in the tab. */
  readonly missing: number;
  /** At most MOST_ITEMS: lowest step first, then who was not heard of longest; those not on the map last. */
  readonly items: readonly UnionItem[];
  readonly count: number;
  /** Rows of the tab, 1-based, that cannot be read as they stand, with what to do. */
  readonly questions: readonly { readonly row: number; readonly text: string }[];
  /** Name of the tab; '' before the first save. */
  readonly sheet: string;
}
