// The send plan as plain data: who would get which message now, and everyone who gets none with the reason.
import type { Contact } from '../reading/contact';
import type { ContactState, MessageStep } from '../touches/step';

/** Why a contact gets no message now (design rule 4). Each has its sentence and its offer in `stopped`. */
export type StopCode =
  | 'answered'
  | 'answer-unread'
  | 'do-not-contact'
  | 'declined'
  | 'waiting'
  | 'hold'
  | 'other-owner'
  | 'warm-tie'
  | 'may-know'
  | 'other-account'
  | 'blank-field'
  | 'unknown-field'
  | 'bad-address'
  | 'bounced'
  | 'erased'
  | 'same-address'
  | 'no-resolution-link'
  | 'unsettled'
  | 'already-sent'
  | 'check-date'
  | 'first-use-limit'
  | 'daily-limit';

/** What would change it: a button, a text to copy, or both. `action` tells the sidebar what the button does. */
export interface Offer {
  /** The words of the button; '' with the action 'none'. */
  readonly label: string;
  readonly action:
    | 'open-contact'
    | 'go-to-cell'
    | 'send-anyway'
    | 'send-with-owner-in-cc'
    | 'note-tie-asked'
    | 'was-sent-or-not'
    | 'open-tab'
    | 'none';
  /** Text to copy (to ask the warm tie, to remind the owner) and the words of the button that copies it; both '' otherwise. */
  readonly text: string;
  readonly copy: string;
  /** Cell to go to: sheet name and A1 name; with 'open-tab' the tab of ours alone; '' otherwise. */
  readonly sheet: string;
  readonly cell: string;
}

export interface PlannedMessage {
  readonly contact: Contact;
  readonly state: ContactState;
  readonly step: MessageStep;
  readonly to: string;
  readonly cc: string;
  readonly toName: string;
  readonly subject: string;
  readonly body: string;
  readonly template: string;
  /** Computed, never random: campaign, contact, number of the e-mail attempt. */
  readonly messageKey: string;
  /** Gmail thread of our last message, '' where a new one starts. */
  readonly threadId: string;
  /** Gmail id of that message, '' where a new thread starts. */
  readonly answersTo: string;
  /** Values that came from the sheet, to be dotted in the preview. */
  readonly merged: readonly string[];
  /** Remarks beside it: warm tie on a follow-up, same parent body. */
  readonly remarks: readonly string[];
  /** Text to ask whoever knows them for an introduction; '' where nobody does or they were asked. */
  readonly tieText: string;
  /** Ticked from the start (design section 5, first use). */
  readonly ticked: boolean;
  /** The ask that it follows up: "endorsement, asked on Nov 3"; '' for a first message and where none is open. */
  readonly about: string;
}

export interface Stopped {
  readonly contact: Contact;
  readonly state: ContactState;
  readonly code: StopCode;
  /** "On hold until Nov 17. Chidi called them 2 days ago." */
  readonly why: string;
  readonly offer: Offer;
}

/** Due, but not by e-mail: the e-mails are used up, or gone quiet. */
export interface ByOtherWay {
  readonly contact: Contact;
  readonly state: ContactState;
  /** "2 e-mails, no answer since Oct 29." */
  readonly why: string;
  /** "Call them: 555-0142", "Ask Dee for an introduction" … */
  readonly proposal: string;
  readonly channel: 'phone' | 'text' | 'social media' | 'web form' | 'in person' | 'introduction';
  /** Text to read out or to paste. */
  readonly text: string;
}

export interface SendPlan {
  readonly ready: readonly PlannedMessage[];
  readonly byOtherWay: readonly ByOtherWay[];
  readonly quiet: readonly ByOtherWay[];
  readonly stopped: readonly Stopped[];
}
