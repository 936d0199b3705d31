// Who is due, gone quiet, waiting or done, by log and row together: for the sidebar and the command line `stale`.
import type { Contact } from '../reading/contact';
import type { Day } from '../values/day';
import type { Settings } from '../workbook/settings';
import type { LogEntry } from './log';
import { entriesByContact, entriesFor } from './readLog';
import { judge } from './state';
import type { ContactState, StepWord } from './step';

export interface StaleItem {
  /** 1-based. */
  readonly row: number;
  /** Outreach ID, null where there is none yet. */
  readonly id: string | null;
  readonly organization: string;
  /** Whole days since the last touch of either side. */
  readonly days: number;
  /** "No answer for 9 days" */
  readonly reason: string;
  readonly step: StepWord;
}

export interface WaitingItem {
  readonly row: number;
  readonly organization: string;
  readonly reason: string;
  /** The day on which it is due again; null where it has no end. */
  readonly until: Day | null;
}

export interface StaleReport {
  readonly today: Day;
  /** Longest without an answer first. */
  readonly due: readonly StaleItem[];
  readonly quiet: readonly StaleItem[];
  readonly waiting: readonly WaitingItem[];
  /** A date that cannot be read: nobody can say whether these are due. */
  readonly check: readonly { readonly row: number; readonly organization: string; readonly reason: string }[];
  /** How many are through: answered, endorsed, declined, not to be contacted. */
  readonly done: number;
  /** How many still have time to answer. */
  readonly stillTime: number;
  /** How many have no touch on record. */
  readonly untouched: number;
  /** How many of these would get a first message now. */
  readonly toBegin: number;
  /** The next day on which somebody who still has time or waits will be due; null where nobody will. */
  readonly nextDue: Day | null;
}

/** True for the words that mean "due": gone quiet, waiting and a date to look at are told apart. */
export function isDue(word: StepWord): boolean {
  return word === 'Follow up' || word === 'Last try' || word === 'Call them';
}

export function staleReport(
  contacts: readonly Contact[],
  log: readonly LogEntry[],
  settings: Settings,
  today: Day,
  locale: string,
): StaleReport {
  const byContact = entriesByContact(log);
  const due: StaleItem[] = [];
  const quiet: StaleItem[] = [];
  const waiting: WaitingItem[] = [];
  const check: StaleReport['check'][number][] = [];
  let done = 0;
  let stillTime = 0;
  let untouched = 0;
  let toBegin = 0;
  let nextDue: Day | null = null;
  for (const contact of contacts) {
    const { state, because } = judge(contact, entriesFor(contact, byContact), settings, today, locale);
    const { row } = contact;
    const { organization } = contact.text;
    if (state.dueFrom !== null && state.dueFrom > today && (nextDue === null || state.dueFrom < nextDue))
      nextDue = state.dueFrom;
    if (state.next === 'first') toBegin++;
    if (state.word === 'Waiting')
      waiting.push({ row, organization, reason: state.why, until: state.dueFrom });
    else if (state.word === 'Check date') check.push({ row, organization, reason: state.why });
    else if (state.word === 'Gone quiet') quiet.push(item(contact, state));
    else if (isDue(state.word)) due.push(item(contact, state));
    else if (because === 'still-time') stillTime++;
    else if (because === 'untouched') untouched++;
    else done++;
  }
  return {
    today,
    due: due.sort(longestFirst),
    quiet: quiet.sort(longestFirst),
    waiting,
    check,
    done,
    stillTime,
    untouched,
    toBegin,
    nextDue,
  };
}

function item(contact: Contact, state: ContactState): StaleItem {
  return {
    row: contact.row,
    id: contact.outreachId === '' ? null : contact.outreachId,
    organization: contact.text.organization,
    days: state.days ?? 0,
    reason: state.why,
    step: state.word,
  };
}

function longestFirst(a: StaleItem, b: StaleItem): number {
  return b.days - a.days || a.row - b.row;
}
