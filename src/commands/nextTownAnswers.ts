// What the sidebar gets and sends about the next town: plain data.
export interface NextTownView {
  /** Partners and endorsers who agreed to be named: what of each would stand in the other file. Those with a reason first. */
  readonly partners: readonly {
    readonly contact: string;
    readonly organization: string;
    /** '' where it is not known, as the next two. */
    readonly category: string;
    readonly website: string;
    readonly agreed: string;
    /** Why they may have affiliates there; '' where nothing tells. */
    readonly reason: string;
  }[];
  readonly partnerCount: number;
  /** Endorsers whom nobody asked whether they may be named, some names; and how many there are, and how many said no. */
  readonly unasked: readonly string[];
  readonly unaskedCount: number;
  readonly unnamedCount: number;
  /** How many texts ship with the add-on. */
  readonly shipped: number;
  /** The group's own. */
  readonly templates: readonly {
    readonly key: string;
    readonly text: string;
    /** What it gives away, '' for nothing. */
    readonly why: string;
    /** It never goes. */
    readonly stays: boolean;
  }[];
  readonly categories: number;
}

export interface NextTownRequest {
  readonly town: string;
  /** Keys of the contacts that are ticked. */
  readonly partners: readonly string[];
  /** Keys of the group's own templates that are ticked. */
  readonly templates: readonly string[];
}
