// How and when we last got in touch with a contact, by log and row together, and how a message says it.
import type { Contact } from '../reading/contact';
import type { Channel, LogEntry } from '../touches/log';
import { addUp } from '../touches/logged';
import { dayInCell } from '../touches/rowFacts';
import type { Cell } from '../values/cell';
import { laterOf, shortDay, type Day } from '../values/day';
import { sameAddress } from '../values/emailAddress';
import { foldName } from '../values/text';

export interface Sender {
  /** The address of the mailbox, or a random id where it is not known. */
  readonly account: string;
  /** '' where not known. */
  readonly name: string;
  /** '' where not known. */
  readonly address: string;
}

/** True for a line that counts as a touch of ours: no failed send, no word to our own volunteer, no test. */
export function isOurTouch(entry: LogEntry): boolean {
  // What the add-on sent needs no reading of words.
  if (entry.messageKey !== '' && entry.direction === 'ours' && entry.result === 'sent') return true;
  return addUp([entry], null).lastOurs !== null;
}

/** True for an e-mail of ours that left or may have left. */
export function isOurEmail(entry: LogEntry): boolean {
  return entry.direction === 'ours' && entry.channel === 'e-mail' && isOurTouch(entry);
}

/** Later day first; on one day the later time, then the later line. */
function isNewer(a: LogEntry, b: LogEntry): boolean {
  if (a.day !== b.day) return a.day > b.day;
  if (a.time !== null && b.time !== null && a.time !== b.time) return a.time > b.time;
  return a.row >= b.row;
}

export function newestEntry(
  entries: readonly LogEntry[],
  fits: (entry: LogEntry) => boolean,
): LogEntry | null {
  let found: LogEntry | null = null;
  for (const entry of entries) if (fits(entry) && (found === null || isNewer(entry, found))) found = entry;
  return found;
}

export interface OurTouch {
  readonly day: Day;
  readonly channel: Channel;
  /** Who of ours; '' where only the row knows of it. */
  readonly who: string;
  readonly account: string;
}

/** The row's last touch: the later of first and last contacted, where it is a date and not in the future. */
export function rowTouch(contact: Contact, today: Day): Day | null {
  const dayOf = (cell: Cell) => {
    const day = dayInCell(cell);
    return day !== null && day <= today ? day : null;
  };
  return laterOf(dayOf(contact.cells.firstContacted), dayOf(contact.cells.lastContacted));
}

/** null where we have never been in touch as far as log and row know. */
export function lastOurTouch(contact: Contact, entries: readonly LogEntry[], today: Day): OurTouch | null {
  const entry = newestEntry(entries, isOurTouch);
  const typed = rowTouch(contact, today);
  if (entry !== null && (typed === null || entry.day >= typed)) return entry;
  return typed === null ? null : { day: typed, channel: 'unknown', who: '', account: '' };
}

const WHAT_WE_DID: Readonly<Record<Channel, string>> = {
  'e-mail': 'wrote to you',
  phone: 'called',
  text: 'sent you a text message',
  'social media': 'wrote to you on social media',
  'web form': 'wrote to you through your web form',
  'in person': 'stopped by',
  unknown: 'reached out to you',
};

/** "I called on Nov 3", "We reached out to you on Nov 3". "I" only where the sender did it. */
export function touchInMessage(touch: OurTouch, sender: Sender, today: Day): string {
  const mine =
    (touch.account !== '' && sameAddress(touch.account, sender.account)) ||
    (touch.who !== '' && foldName(touch.who) === foldName(sender.name));
  return `${mine ? 'I' : 'We'} ${WHAT_WE_DID[touch.channel]} on ${shortDay(touch.day, today)}`;
}

const WHAT_THEY_DID: Readonly<Record<Channel, string>> = {
  'e-mail': 'wrote to',
  phone: 'called',
  text: 'sent a text to',
  'social media': 'wrote on social media to',
  'web form': 'wrote by web form to',
  'in person': 'visited',
  unknown: 'was in touch with',
};

/** "Chidi called them 2 days ago", for our own people. */
export function touchInWords(touch: { who: string; channel: Channel }, whom: string, days: number): string {
  const ago = days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
  return `${touch.who || 'Somebody of ours'} ${WHAT_THEY_DID[touch.channel]} ${whom} ${ago}`;
}
