// What the server answers about asks and endorsements, and what the sidebar says of them. The same rules as in answers.ts.
import type { AskAnswer } from '../touches/asks/ask';

/** An ask as a list shows it. */
export interface AskItem {
  readonly id: string;
  readonly contact: string;
  readonly organization: string;
  readonly kind: string;
  readonly answer: AskAnswer;
  /** "Asked on Nov 3 by Bo, no answer for 9 days", "They decide on Nov 20", "Yes on Nov 12, Rev. Amity Cole decided" */
  readonly text: string;
  /** 'due': nobody answered for the follow-up days, or the day to wait for is past. */
  readonly state: 'due' | 'waiting' | 'fresh' | 'answered';
  readonly owner: string;
  /** What stands there now, so that an answer can be put right: days "YYYY-MM-DD", '' for what nobody wrote down. */
  readonly answeredOn: string;
  readonly waitUntil: string;
  readonly whoDecided: string;
  readonly mayBeNamed: 'yes' | 'no' | '';
  readonly note: string;
}

/** What the panel of the selected contact shows of its asks. */
export interface ContactAsks {
  /** Open ones first, the newest first. */
  readonly items: readonly AskItem[];
  /** The next ask, right-sized; null where none is proposed. `reason` is a sentence in both cases. */
  readonly next: { readonly kind: string | null; readonly reason: string };
  /** Kinds to choose from, the group's own at the end. */
  readonly kinds: readonly string[];
  /** "Endorsed on Nov 12, may be named", "Claimed: nobody wrote down who said so"; '' where there is nothing. */
  readonly endorsement: string;
  /** True where `endorsement` is claimed: who and when are to be filled in. */
  readonly claimed: boolean;
  /** null where nothing stands there: no row in Partners, nothing done for them, and they did not bow out. */
  readonly partner: PartnerItem | null;
}

export interface AskRequest {
  readonly contact: string;
  readonly kind: string;
  /** A channel of the log, '' where it was asked already and only the ask is written down. */
  readonly channel: string;
  /** "YYYY-MM-DD", today at the latest; '' for today. */
  readonly day: string;
  readonly note: string;
}

export interface AskAnswerRequest {
  readonly contact: string;
  readonly ask: string;
  readonly answer: AskAnswer;
  /** "YYYY-MM-DD" on which they answered; '' for today. */
  readonly day: string;
  /** "YYYY-MM-DD" with 'later', and with 'open' where they decide on a day; else ''. */
  readonly waitUntil: string;
  readonly whoDecided: string;
  /** '' not asked yet. */
  readonly mayBeNamed: 'yes' | 'no' | '';
  readonly note: string;
}

/** An endorsement that stands in an old column, until who and when are filled in. */
export interface ConfirmRequest {
  readonly contact: string;
  readonly day: string;
  readonly whoDecided: string;
  readonly mayBeNamed: 'yes' | 'no' | '';
  /** A whole number; '' where nobody knows. */
  readonly people: string;
}

export interface Tally {
  readonly name: string;
  readonly count: number;
  /** People represented, as far as known. */
  readonly people: number;
}

export interface AskQuestionItem {
  /** Stands for this question in settleAsk. */
  readonly key: string;
  readonly organization: string;
  /** "Asks says yes on Nov 3, the log says no on Nov 10." */
  readonly text: string;
  /** Each with its button; none where the row itself is to be mended. */
  readonly choices: readonly { readonly choice: string; readonly label: string }[];
  /** 1-based row of the Asks tab to go to; 0 for none. */
  readonly row: number;
}

/** All asks of one kind, the dropped ones too, by their answers. */
export interface AskTally {
  readonly name: string;
  readonly open: number;
  readonly yes: number;
  readonly no: number;
  readonly maybe: number;
  readonly later: number;
  readonly dropped: number;
}

export interface AsksView {
  readonly confirmed: number;
  readonly goal: number | null;
  readonly people: number;
  /** Of how many of the confirmed these are known. */
  readonly peopleOf: number;
  readonly byKind: readonly AskTally[];
  /** Of the confirmed: how many may be named. */
  readonly named: number;
  readonly byCategory: readonly Tally[];
  readonly byTown: readonly Tally[];
  readonly byLevel: readonly Tally[];
  /** By month, the oldest first, each month between them too; `name` is "Nov 2026", `count` is new in it. */
  readonly byMonth: readonly Tally[];
  /** At most MOST_ITEMS of each, with their full counts. */
  readonly claimed: readonly {
    readonly contact: string;
    readonly organization: string;
    readonly text: string;
  }[];
  readonly claimedCount: number;
  /** Confirmed, and nobody asked yet whether they may be named. */
  readonly unasked: readonly AskItem[];
  readonly unaskedCount: number;
  /** Endorsed, then bowed out: neither counted nor named. */
  readonly bowedOut: readonly {
    readonly contact: string;
    readonly organization: string;
    readonly text: string;
  }[];
  readonly questions: readonly AskQuestionItem[];
  readonly questionCount: number;
  /** Open asks: due first, then waiting, then fresh. */
  readonly open: readonly AskItem[];
  readonly openCount: number;
  readonly dueCount: number;
  /** What “Bring the list up to date” would write; '' where nothing is to be written. */
  readonly behind: string;
  /** Whether the Asks tab is there. */
  readonly hasTab: boolean;
  /** The proof page as text to copy; '' where nobody may be named yet. */
  readonly proof: string;
}

export interface PartnerItem {
  readonly contact: string;
  readonly organization: string;
  readonly membership: 'partner' | 'observer' | '';
  /** They endorsed, by an answer or by what the row says. */
  readonly endorsed: boolean;
  readonly conditions: string;
  readonly brings: string;
  readonly committed: string;
  /** null where nobody wrote it down. */
  readonly people: number | null;
  /** "YYYY-MM-DD"; '' where the days since the last touch decide. */
  readonly nextCheck: string;
  /** "Check in: nothing since Aug 3 (101 days)"; '' while it is not due. */
  readonly due: string;
  /** To copy while it is due; else ''. */
  readonly text: string;
  readonly asked: number;
  readonly agreed: number;
  /** What we did for them, the newest first: "Nov 3: showed up, their picket". */
  readonly deeds: readonly string[];
  /** "We asked them 4 times and did nothing for them yet."; '' where there is nothing to say. */
  readonly remark: string;
  readonly bowedOut: string;
  readonly note: string;
}

export interface PartnersView {
  /** Those whose status check is due stand first. */
  readonly items: readonly PartnerItem[];
  readonly count: number;
  readonly dueCount: number;
  /** Rows of the tab, 1-based, that cannot be read as they stand, with what to do. */
  readonly questions: readonly { readonly row: number; readonly text: string }[];
  readonly sheet: string;
}

/** What a person writes down of a partner, as texts. */
export interface PartnerFacts {
  readonly membership: 'partner' | 'observer' | '';
  readonly conditions: string;
  readonly brings: string;
  readonly committed: string;
  readonly people: string;
  /** "YYYY-MM-DD"; '' for none. */
  readonly nextCheck: string;
  readonly note: string;
}

export interface PartnerRequest extends PartnerFacts {
  readonly contact: string;
  /** What the form began with: what somebody else changed meanwhile stays. */
  readonly seen?: PartnerFacts | undefined;
}

/** Volunteers as they grow: after a task a debrief, then a next check-in. */
export interface GrowingView {
  readonly people: readonly {
    readonly name: string;
    readonly open: number;
    /** "12 open, others have about 4" where they could use help; else ''. */
    readonly help: string;
    /** "Nov 3"; '' before the first. */
    readonly lastDebrief: string;
    readonly wantsNext: string;
    /** "YYYY-MM-DD"; '' for none. */
    readonly nextCheckIn: string;
    /** "Check-in was due on Nov 9"; '' while it is not. */
    readonly due: string;
    /** Only this lead's own: from their own storage, shown to nobody else. */
    readonly impression: {
      readonly commitment: string;
      readonly curiosity: string;
      readonly tryNext: string;
    };
  }[];
  readonly dueCount: number;
  /** Names that this lead wrote about and that stand in the list no more. */
  readonly wroteAlso: readonly string[];
}

/** What we did for them; `kind` as the log names it. */
export interface DeedRequest {
  readonly contact: string;
  readonly kind: 'showed up' | 'signed' | 'shared' | 'did for them';
  /** "YYYY-MM-DD" */
  readonly day: string;
  readonly note: string;
}

/** What stands in the Volunteers tab after a talk; days "YYYY-MM-DD", '' for none. */
export interface DebriefRequest {
  readonly name: string;
  readonly day: string;
  readonly wantsNext: string;
  readonly nextCheckIn: string;
  /** What the form began with: what somebody else changed meanwhile stays. */
  readonly seen?: { readonly wantsNext: string; readonly nextCheckIn: string } | undefined;
}

/** What one lead thinks, for themselves alone. */
export interface ImpressionRequest {
  readonly name: string;
  readonly commitment: string;
  readonly curiosity: string;
  readonly tryNext: string;
}

/** `words`: what they said; '' where nobody wrote it down. */
export interface BowOutRequest {
  readonly contact: string;
  readonly words: string;
}
