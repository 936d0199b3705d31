// What the server answers to the sidebar: plain data that crosses google.script.run (no Date, no undefined),
// days as "YYYY-MM-DD" strings, lists cut to MOST_ITEMS with their full count beside them.
import type { Field } from '../reading/fields';
import type { Problem } from '../values/result';
import type { Outcome } from '../touches/outcome';
import type { MessageStep, StepWord } from '../touches/step';
import type { Offer, StopCode } from '../mail/sendPlan';
import type { Panel } from '../texts/menu';
import type { PermissionName } from '../texts/permissions';
import type { ContactAsks } from './askAnswers';
import type { TableView } from './dashboardAnswers';
import type { DeadlinesView } from './myAnswers';
import type { UnionItem } from './unionAnswers';

/** Most items of one group in an answer. */
export const MOST_ITEMS = 200;

/** Every server function answers with this; it throws only for bugs. */
export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export type { Outcome, Panel };

export interface PermissionState {
  readonly name: PermissionName;
  readonly title: string;
  readonly what: string;
  readonly allowed: boolean;
}

/** 'follow-ups': second and later messages; 'first': first messages; 'auto': whichever is due for each. */
export type SendMode = 'follow-ups' | 'first' | 'auto';

/** What the sidebar needs before any panel. */
export interface Start {
  readonly today: string;
  /** "Thu, Nov 12, 2026" */
  readonly todayText: string;
  readonly tabs: readonly {
    readonly name: string;
    readonly rows: number;
    readonly looksLikeContacts: boolean;
  }[];
  /** '' until a tab of contacts has been chosen or confirmed. */
  readonly sheet: string;
  /** The tab that looks most like contacts, for the first opening; '' where none does. */
  readonly suggested: string;
  readonly suggestedRows: number;
  /** True once the person pressed "Start with this tab" in this workbook. */
  readonly started: boolean;
  /** Those that this build asks for. */
  readonly permissions: readonly PermissionState[];
  /** Address of the person where known, else ''. */
  readonly account: string;
  /** Where to grant what is missing; '' where all is granted or the address is not known. */
  readonly authorizationUrl: string;
}

export interface MapView {
  readonly sheet: string;
  readonly headerRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly rows: number;
  readonly columns: readonly {
    readonly field: Field;
    readonly label: string;
    readonly letters: readonly string[];
    readonly header: string;
    readonly sure: boolean;
  }[];
  readonly unused: readonly { readonly letter: string; readonly header: string }[];
  readonly questions: readonly {
    readonly field: Field;
    readonly label: string;
    readonly why: string;
    readonly choices: readonly {
      readonly letters: readonly string[];
      readonly header: string;
      readonly samples: string;
    }[];
  }[];
  /** Why the remembered columns no longer fit, one sentence each; [] where all is well. */
  readonly changed: readonly string[];
  /** Every column of the tab, for "Show me all columns". */
  readonly all: readonly { readonly letter: string; readonly header: string; readonly samples: string }[];
  readonly fields: readonly { readonly field: Field; readonly label: string }[];
}

export interface TodayView {
  readonly todayText: string;
  readonly sheet: string;
  readonly contacts: number;
  readonly nextMeeting: {
    readonly day: string;
    /** "Next meeting in 7 days" */
    readonly title: string;
    readonly text: string;
  } | null;
  readonly deadlines: DeadlinesView;
  /** What needs somebody, the most pressing first. */
  readonly needs: readonly Need[];
  readonly stages: {
    readonly notContacted: number;
    readonly contacted: number;
    readonly inConversation: number;
    readonly endorsed: number;
    readonly closed: number;
  };
  readonly goal: number | null;
  /** Endorsements that count: with who decided there, and when. */
  readonly confirmed: number;
  /** "14 locals mapped, 6 in conversation, 2 voted, …"; '' while there is no union map. */
  readonly unions: string;
  /** Touches and answers, endorsements and the goal, week by week; a table without any is left out. */
  readonly weeks: readonly TableView[];
  /** [] where no column says the category. */
  readonly categories: readonly {
    readonly name: string;
    readonly stage: 'in conversation' | 'contacted' | 'not contacted' | 'missing';
  }[];
}

/** One figure of Today. What it counts stands in the list it leads to, or in `rows`. */
export interface Need {
  readonly count: number;
  /** "Follow-ups due" */
  readonly title: string;
  readonly text: string;
  /** The word of its button where it is the first thing to do; '' where there is nothing to open. */
  readonly action: string;
  /** The panel with the list; null where `rows` are shown in place. */
  readonly to: {
    readonly panel: Panel;
    readonly mode: 'follow-ups' | 'first';
    /** The list of Follow-ups, or that of My contacts; null for the first that holds anybody. */
    readonly list: 'ready' | 'quiet' | 'team' | null;
  } | null;
  readonly rows: readonly { readonly row: number; readonly organization: string; readonly why: string }[];
}

export interface CheckView {
  readonly sheet: string;
  readonly rows: number;
  readonly problems: number;
  /** Cells that all safe fixes together change. */
  readonly safeFixes: number;
  /** What must be said in Setup before the figures can be relied on; '' where every column is clear. */
  readonly asks: string;
  readonly groups: readonly CheckGroup[];
}

export interface CheckGroup {
  /** The tab in which its cells stand. */
  readonly sheet: string;
  readonly rule: string;
  readonly title: string;
  readonly level: 'error' | 'warning';
  readonly count: number;
  readonly safe: number;
  readonly items: readonly CheckItem[];
}

export interface CheckItem {
  /** Stands for this finding in fixProblems; made of rule, cell and text, so it is stable while the cell is. */
  readonly id: string;
  readonly row: number;
  readonly rows: readonly number[];
  /** A1 name of the cell to go to. */
  readonly cell: string;
  /** Who stands in the row, or which line of a tab of ours it is; '' where the row has no name. */
  readonly organization: string;
  readonly value: string;
  readonly message: string;
  /** What the cell would read after a press on its button; null where a person must decide. */
  readonly fix: string | null;
  /** False where `fix` is only what was probably meant. */
  readonly safe: boolean;
}

/** After any write. */
export interface WriteReceipt {
  /** "Fixed 12 cells" */
  readonly message: string;
  /** Id of the change in Changes and undo; '' where nothing was written. */
  readonly change: string;
  readonly written: number;
  /** Cells that were left because somebody changed them, or the sheet refused: each with a sentence. */
  readonly kept: readonly { readonly cell: string; readonly why: string }[];
  /** False where it cannot be undone (mail was sent). */
  readonly undoable: boolean;
}

/** A text for some volunteers: to print, to copy, and to mail to each of them once. */
export interface MailingView {
  readonly title: string;
  /** To copy or to print. */
  readonly text: string;
  /** Those with an address, how many of them have got it, and how many it can still be mailed to. */
  readonly withAddress: number;
  readonly mailed: number;
  readonly toMail: number;
  /** Those without an address. */
  readonly noAddress: readonly string[];
  /** Those whose message may have left or not: no second one goes. */
  readonly unsure: readonly string[];
  /** A message to all of them in Gmail; '' where nobody has an address. */
  readonly composeUrl: string;
  readonly canMail: boolean;
}

export interface ChangesView {
  readonly groups: readonly {
    readonly dayText: string;
    readonly changes: readonly {
      readonly id: string;
      readonly what: string;
      readonly who: string;
      readonly time: string;
      readonly cells: number;
      readonly state: 'undo' | 'undone' | 'kept';
    }[];
  }[];
}

/** Who is due, gone quiet or waiting: for the command line. */
export interface NextStepsView {
  readonly today: string;
  readonly due: readonly NextStepItem[];
  readonly quiet: readonly NextStepItem[];
  readonly waiting: readonly {
    readonly row: number;
    readonly organization: string;
    readonly reason: string;
    readonly until: string;
  }[];
  /** A date that cannot be read: nobody can say whether these are due. */
  readonly check: readonly { readonly row: number; readonly organization: string; readonly reason: string }[];
  readonly done: number;
  readonly counts: {
    readonly due: number;
    readonly quiet: number;
    readonly waiting: number;
    readonly check: number;
  };
}

export interface NextStepItem {
  readonly row: number;
  readonly id: string | null;
  readonly organization: string;
  readonly days: number;
  readonly reason: string;
  readonly step: StepWord;
}

export interface StepTag {
  readonly word: StepWord;
  /** "No answer for 9 days" */
  readonly why: string;
}

export interface ReadyItem {
  /** Stands for this contact in later calls: its Outreach ID, or a fingerprint of its row where it has none yet. */
  readonly contact: string;
  readonly row: number;
  readonly organization: string;
  readonly step: MessageStep;
  readonly tag: StepTag;
  readonly to: string;
  readonly toName: string;
  readonly cc: string;
  readonly subject: string;
  readonly body: string;
  readonly merged: readonly string[];
  readonly template: string;
  readonly joins: string;
  readonly remarks: readonly string[];
  /** Text to ask the warm tie for an introduction; '' where there is none. */
  readonly tieText: string;
  readonly ticked: boolean;
  /** "About: endorsement, asked on Nov 3"; '' where it follows up no ask. */
  readonly about: string;
  /** Which e-mail to them this is, from 1. */
  readonly attempt: number;
  /** How much of the day's limit it takes: everyone in To and Cc. */
  readonly recipients: number;
  /** Compose link for "Open in Gmail"; '' in a list that can be sent from here. */
  readonly composeUrl: string;
}

export interface OtherWayItem {
  readonly contact: string;
  readonly row: number;
  readonly organization: string;
  readonly tag: StepTag;
  readonly why: string;
  readonly proposal: string;
  readonly channel: string;
  readonly text: string;
}

export interface CheckItemOfPartner {
  readonly contact: string;
  readonly row: number;
  readonly organization: string;
  /** "Check in: nothing since Aug 3 (101 days)" */
  readonly why: string;
  readonly text: string;
  /** Compose link to the address of the contact; '' where there is none. */
  readonly composeUrl: string;
}

export interface StoppedItem {
  /** False for those that would get no message in any case: they answered, wait, said no, or have a date to look at. */
  readonly due: boolean;
  readonly contact: string;
  readonly row: number;
  readonly organization: string;
  readonly tag: StepTag;
  readonly code: StopCode;
  readonly why: string;
  readonly offer: Offer;
}

export interface FollowUpsView {
  readonly sheet: string;
  /** "17 contacts are due: 9 ready, 1 not by e-mail, 7 stopped": the lists below, without those that are not due. */
  readonly summary: string;
  readonly mode: SendMode;
  readonly ready: readonly ReadyItem[];
  readonly otherWay: readonly OtherWayItem[];
  readonly quiet: readonly OtherWayItem[];
  /** Partners and endorsers to check in with: never by a send, with a text to copy. */
  readonly checks: readonly CheckItemOfPartner[];
  /** Those that are due stand first. */
  readonly stopped: readonly StoppedItem[];
  readonly counts: {
    readonly ready: number;
    readonly otherWay: number;
    readonly quiet: number;
    /** Of those that are due. */
    readonly stopped: number;
    readonly notDue: number;
  };
  readonly templates: readonly { readonly key: string; readonly title: string; readonly step: string }[];
  readonly quota: { readonly used: number; readonly left: number; readonly limit: number };
  /** Whether the mail permission is there. */
  readonly canSend: boolean;
  readonly from: string;
  /** Whether readReplies can look who answered. */
  readonly seesReplies: boolean;
  /** What to know before sending: which answers are not seen, and why not all can go now; '' where nothing. */
  readonly firstUse: string;
  /** Most messages that may be ticked now: what the first send or the day's limit leaves. */
  readonly most: number;
  /** Most messages one chunk may hold. */
  readonly chunk: number;
  /** Where nobody is due: when somebody will be, and how many wait; '' where there is nothing to say. */
  readonly nobodyDue: string;
  readonly unsettled: readonly UnsettledItem[];
  /** True where an earlier send was cut off and its rows are not written yet: sendChunk with no requests writes them. */
  readonly unfinished: boolean;
  /** Whether the Next step column is there already. */
  readonly hasNextStep: boolean;
}

export interface UnsettledItem {
  readonly messageKey: string;
  readonly organization: string;
  readonly subject: string;
  readonly to: string;
  readonly when: string;
}

/** One message of a chunk, as the lead left it. */
export interface SendRequest {
  readonly contact: string;
  /** Template key; '' lets the plan choose. */
  readonly template: string;
  /** Set where the lead edited this message; null lets the template speak. */
  readonly edited: { readonly subject: string; readonly body: string } | null;
  /** Sent in spite of a hold, or of another account that wrote last; with the owner in cc. */
  readonly anyway: boolean;
  readonly ownerInCc: boolean;
}

export interface SendLine {
  readonly contact: string;
  /** 1-based at the time of sending; 0 where the contact is gone. */
  readonly row: number;
  readonly organization: string;
  readonly result: 'sent' | 'unknown' | 'failed' | 'stopped' | 'next';
  readonly why: string;
  readonly messageKey: string;
}

/** A message of a chunk whose answer got lost. */
export interface ChunkMessage {
  readonly contact: string;
  readonly attempt: number;
}

/** What became of messages, by log and records alone: only 'sent', 'unknown' and 'next'. */
export interface ChunkReport {
  readonly lines: readonly SendLine[];
  /** Now, as `ChunkResult.when`. */
  readonly when: string;
}

export interface ChunkResult {
  readonly lines: readonly SendLine[];
  /** True where the run must end: quota used, another send running, permission gone. `why` says it. */
  readonly ended: boolean;
  readonly why: string;
  /** True where it ended because too many messages of this run came back. */
  readonly manyBounced: boolean;
  readonly change: string;
  /** When those that this run wrote to so far are due again; '' where none was. */
  readonly again: string;
  /** Stands for the run that this chunk began or went on with; to be handed to the next chunk. */
  readonly run: string;
  /** "Thu, Nov 12, 2026, 14:05": when the chunk began, on the sheet's clock. */
  readonly when: string;
  readonly quota: { readonly used: number; readonly left: number; readonly limit: number };
  readonly kept: WriteReceipt['kept'];
  /** Where this chunk wrote something: the headings of the columns, and the log. */
  readonly wrote: readonly string[];
}

export interface AssignView {
  readonly sheet: string;
  readonly due: string;
  readonly dueText: string;
  readonly cap: number;
  /** 'tabs': three or more; 'owners': below three volunteers it proposes filling the owner column instead. */
  readonly way: 'tabs' | 'owners';
  /** True where the tab has no column for who takes a contact: the button adds one, with `addOwner`. */
  readonly addsOwner: boolean;
  /** What to know before pressing the button; '' where there is nothing. */
  readonly note: string;
  /** The words on the button; '' where there is nothing to do. */
  readonly button: string;
  readonly volunteers: readonly {
    readonly name: string;
    readonly has: number;
    readonly gets: number;
    readonly full: boolean;
    readonly away: string;
    readonly hasTab: boolean;
    /** "12 open, others have about 4" where they could use help; else ''. */
    readonly help: string;
    /** Names of what they have already and keep, the first of `has`. */
    readonly keeps: readonly string[];
  }[];
  /** Owner names in the contacts that fit no volunteer, or several: to be confirmed. */
  readonly questions: readonly {
    readonly name: string;
    readonly contacts: number;
    /** Volunteers it may mean, the nearest by name first. */
    readonly choices: readonly string[];
    /** Whom it most likely means; '' for somebody who is no volunteer yet. */
    readonly guess: string;
  }[];
  readonly gives: readonly {
    readonly contact: string;
    readonly row: number;
    readonly organization: string;
    /** '' for nobody, as the lead chose. */
    readonly to: string;
    /** "Ana knows someone there" */
    readonly why: string;
  }[];
  readonly unassigned: number;
  /** How many stay over because everyone is full or away. */
  readonly left: number;
  /** Who stays without an owner and why; '' where everyone gets one. */
  readonly leftText: string;
  /** Names of the tabs of everyone who has something. */
  readonly tabs: readonly string[];
}

export interface ContactView {
  readonly contact: string;
  readonly row: number;
  readonly sheet: string;
  readonly organization: string;
  readonly line: string;
  /** As the owner cell says it; '' for nobody. */
  readonly owner: string;
  readonly tag: StepTag;
  readonly due: string;
  readonly tie: string;
  readonly tieText: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** `takeBack`: the entry of the log that can be taken back; '' for one that cannot. */
  readonly touches: readonly { readonly day: string; readonly text: string; readonly takeBack: string }[];
  readonly touchCount: number;
  /** Whose name may be that of whoever is at work, to choose from; none where it is known. */
  readonly askWho: readonly string[];
  /** What "Forget this contact" erases, what stays, and that it is for good: a paragraph each. */
  readonly forget: readonly string[];
  readonly texts: readonly { readonly label: string; readonly text: string }[];
  readonly asks: ContactAsks;
  /** null for one that is no union. */
  readonly union: UnionItem | null;
}

export interface TouchRequest {
  readonly contact: string;
  readonly channel: string;
  readonly outcome: Outcome;
  /** "YYYY-MM-DD" with 'wait until', else ''. */
  readonly until: string;
  readonly note: string;
}

/** What a look into the mailbox found and wrote into the log. */
export interface RepliesView {
  /** False where it could not look: no permission, or Gmail gave nothing. */
  readonly looked: boolean;
  /** Organizations that answered. */
  readonly answers: readonly string[];
  /** Automatic replies: no answers. */
  readonly away: number;
  /** Organizations whose mail came back. */
  readonly bounced: readonly string[];
  /** Sends of unknown result that the mailbox holds. */
  readonly settled: number;
  /** Something is left for the next look. */
  readonly more: boolean;
  /** True where the log was written: a list that was read before is not true any more. */
  readonly found: boolean;
  /** "2 answered, 1 came back: the list is up to date." '' where there was nothing to look for. */
  readonly message: string;
}
