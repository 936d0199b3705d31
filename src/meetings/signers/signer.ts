// What is taken out of a pasted text, and what is not.

/** One organization that a pasted text names. All texts are '' where the text says nothing. */
export interface Signer {
  /** As it stands there, without numbers, bullets and marks; capitals are put right where the line shouts. */
  readonly organization: string;
  /** Who signed for it, with titles and degrees. */
  readonly person: string;
  readonly role: string;
  /** Where it stands apart from the name: in brackets, in a column of its own, or before a state. */
  readonly town: string;
  /** 1-based line on which the name begins. */
  readonly line: number;
  /** Their own text of the entry, blanks folded, at most SOURCE_LENGTH characters. */
  readonly source: string;
  /** The person signed, the organization is named only to tell who they are. */
  readonly identificationOnly: boolean;
}

/**
 * person: signs for themselves; unsure: may be a person or an organization; twice: an organization that was found
 * above; other: a heading, furniture of a page, a sentence, a note.
 */
export type LeftOutWhy = 'person' | 'unsure' | 'twice' | 'other';

export interface LeftOut {
  /** 1-based. */
  readonly line: number;
  /** Their own text, blanks folded, at most SOURCE_LENGTH characters. */
  readonly source: string;
  readonly why: LeftOutWhy;
  /** The name without numbers and marks, where nobody can tell whether it is a group. */
  readonly name?: string;
}

export interface Signers {
  /** Both in the order of the text. */
  readonly found: readonly Signer[];
  readonly leftOut: readonly LeftOut[];
}

export const SOURCE_LENGTH = 120;
