// What the server answers about a pasted list of names. The same rules as in answers.ts.

export interface NameItem {
  /** The name's place among those that were found in the text; -1 for what is none. */
  readonly at: number;
  readonly kind: NameKind;
  /** A known one as it stands there; what is left out in the words of the text. */
  readonly name: string;
  /** '' where the name does not tell. */
  readonly category: string;
  readonly town: string;
  /** Their own text. */
  readonly source: string;
  /** "Signed: Jane Roe, director", or why it is left out; '' for nothing. */
  readonly note: string;
  /** '' for a new one. */
  readonly word: NameWord | '';
  /** Name of what it may be the same as; '' where that is sure. */
  readonly of: string;
  /** "Row 18, written to 9 days ago" */
  readonly where: string;
  /** The tab and the cell to go to, '' where it is none. */
  readonly sheet: string;
  readonly cell: string;
  /** True where it may be added, also against the first look. */
  readonly addable: boolean;
}

export type NameWord =
  'Already in contacts' | 'On the shortlist' | 'Twice in your list' | 'Likely the same' | 'Left out';

export type NameKind = 'new' | 'known' | 'unsure' | 'left out';

export interface NamesView {
  /** Lines of the text in which something stands. */
  readonly lines: number;
  /** In the order of the text, at most MOST_ITEMS of each kind, what is left out at the end. */
  readonly items: readonly NameItem[];
  /** All there are. */
  readonly counts: Readonly<Record<'new' | 'known' | 'unsure' | 'leftOut', number>>;
  /** Words for the kind of group that the shortlist offers. */
  readonly categories: readonly string[];
  /** Name of the shortlist's tab. */
  readonly shortlist: string;
}

/** One name to be added, as the person saw it. */
export interface NameChoice {
  readonly at: number;
  readonly category: string;
  readonly seen: 'new' | 'known' | 'unsure';
}
