// What the sidebar gets when a meeting is closed: plain data.
import type { MailingView } from './answers';

export interface CloseQuestion {
  readonly kind: 'same' | 'taker';
  /** The group, or the name that stands under “Who takes it”. */
  readonly key: string;
  readonly question: string;
  readonly why: string;
  readonly options: readonly { readonly key: string; readonly label: string; readonly second: string }[];
}

export interface RecapView extends MailingView {
  readonly who: readonly {
    readonly name: string;
    /** "Reach out to 3, research 1" */
    readonly what: string;
    readonly tasks: readonly { readonly text: string; readonly first: string }[];
  }[];
  readonly nobody: readonly string[];
  readonly noWay: readonly string[];
  readonly missing: readonly string[];
}

export interface CloseView {
  /** Sheet id of the shortlist. */
  readonly tab: number;
  readonly name: string;
  readonly closed: boolean;
  /** "YYYY-MM-DD", '' where a day is to be chosen. */
  readonly due: string;
  readonly dueText: string;
  /** Why the day does not do; '' where it does. */
  readonly dueProblem: string;
  /** Groups that become contacts, groups that stand there already, those that get an owner, and whose tabs get rows. */
  readonly added: number;
  readonly known: number;
  /** Known ones that learn something and get no owner. */
  readonly learning: number;
  readonly given: number;
  readonly tabs: number;
  /** What else happens, and what stays as it is, a sentence each. */
  readonly also: readonly string[];
  readonly remarks: readonly string[];
  readonly questions: readonly CloseQuestion[];
  /** Names of the volunteers: any of them may be meant. */
  readonly people: readonly string[];
  /** Rows that nobody has seen here. */
  readonly came: number;
  /** Stands for the rows that are shown. */
  readonly seen: readonly string[];
  readonly recap: RecapView;
}

export interface CloseAnswers {
  /** The shortlist; 0 for the one in front. */
  readonly tab: number;
  readonly due: string;
  readonly same: readonly { readonly group: string; readonly of: string }[];
  readonly takers: readonly { readonly name: string; readonly to: string }[];
  /** Of the rows that were shown; not looked at in a preview. */
  readonly seen: readonly string[];
}
