// What the server answers about shares beside the preview: letting volunteers pick, and handing a contact over.

/** What is free to pick, without what the options give by hand already. */
export interface DraftView {
  /** Without those that are away beyond the deadline. */
  readonly pickers: readonly {
    readonly name: string;
    /** Open contacts that they have already. */
    readonly open: number;
    /** How many more they may have; null for any number. */
    readonly room: number | null;
  }[];
  /** Those that fit the search. */
  readonly free: readonly {
    readonly contact: string;
    readonly organization: string;
    /** "Union, Larkhaven" */
    readonly line: string;
    /** "Known by Bo"; '' where nobody is named. */
    readonly knownBy: string;
    /** Who may not pick it, being away until it is due. */
    readonly notFor: readonly string[];
  }[];
  /** How many fit the search. */
  readonly found: number;
  /** How many nobody has in the sheet, given by hand or not. */
  readonly all: number;
  /** Contacts given by hand that somebody has in the sheet now. */
  readonly lost: readonly string[];
}

/** Asked before a contact goes to somebody else. */
export interface HandOverView {
  /** In the order of the cell, as they stand there. */
  readonly owners: readonly string[];
  /** What is open with the contact, a sentence each. */
  readonly openThere: readonly string[];
  /** Those who do not have it. */
  readonly volunteers: readonly {
    readonly name: string;
    /** "Elif is away until Nov 30, and this is due on Nov 19."; '' where there is nothing to say. */
    readonly remark: string;
  }[];
}
