// What the server answers when assignments come home, and what a person may answer to it.

/** In the journal, of a run that wrote touches into the log: they stay there when it is taken back. */
export const TOUCHES_LOGGED = 'touches';

/** A question for which both sides were changed. Sent back with `keep` it is decided. */
export interface HomeConflict {
  /** Outreach ID. */
  readonly id: string;
  readonly organization: string;
  /** Heading in the volunteer's tab. */
  readonly column: string;
  /** Sheet id of the volunteer's tab. */
  readonly tabId: number;
  readonly tab: string;
  readonly contacts: string;
  /** "Dee, in “→ Dee”, Nov 12, 9:12 am" */
  readonly tabSide: string;
  /** "In “Contacts”, by somebody": a cell does not tell who changed it. */
  readonly contactsSide: string;
}

export interface HomeView {
  /** "Brought home 12 changes from 3 tabs" */
  readonly message: string;
  /** Id of the change, '' where nothing in the contacts was changed. */
  readonly change: string;
  readonly undoable: boolean;
  /** Volunteers' tabs that were looked at. */
  readonly tabs: number;
  /** Cells that went to the contacts, and that came from them. */
  readonly home: number;
  readonly out: number;
  readonly touches: number;
  readonly added: number;
  /** Rows in which notes of both sides were joined. */
  readonly joined: number;
  readonly conflicts: readonly HomeConflict[];
  /** All of them, of which `conflicts` has the first. */
  readonly conflictCount: number;
  /** Contacts that somebody gave to another by typing into the owner cell: in the log since this run. */
  readonly handed: readonly {
    /** Outreach ID. */
    readonly contact: string;
    readonly organization: string;
    readonly tab: string;
    /** Whose tab it is. */
    readonly from: string;
    /** The first name in the owner cell, '' where it is blank. */
    readonly to: string;
    /** What is open there, a sentence each. */
    readonly open: readonly string[];
  }[];
  /** Tabs that no longer have some of their contacts. */
  readonly missing: readonly {
    readonly tabId: number;
    readonly tab: string;
    readonly volunteer: string;
    readonly contacts: readonly { readonly id: string; readonly organization: string }[];
  }[];
  /** Rows that a volunteer added and that likely are contacts already. */
  readonly twins: readonly {
    readonly tabId: number;
    readonly tab: string;
    readonly row: number;
    readonly organization: string;
    /** Outreach ID of the contact, '' where it is another added row. */
    readonly of: string;
    readonly ofText: string;
    readonly why: string;
  }[];
  /** Copies made by hand: not looked at until one of the tabs counts. */
  readonly copies: readonly { readonly tabId: number; readonly tab: string; readonly of: string }[];
  /** What stays as it is, and why, a sentence each. */
  readonly left: readonly string[];
}

export interface HomeAnswers {
  readonly conflicts: readonly {
    readonly id: string;
    readonly column: string;
    readonly tabId: number;
    readonly tab: string;
    readonly contacts: string;
    readonly keep: 'tab' | 'contacts';
  }[];
  /** Rows that are gone from a tab: their contacts are handed back to nobody, or written into the tab again. */
  readonly missing: readonly {
    readonly tabId: number;
    readonly ids: readonly string[];
    readonly handBack: boolean;
  }[];
  /** `id`: the contact that the row is, '' for a new one. */
  readonly twins: readonly {
    readonly tabId: number;
    readonly row: number;
    readonly organization: string;
    readonly id: string;
  }[];
  /** Sheet ids of copies that count from now on. */
  readonly counts: readonly number[];
}
