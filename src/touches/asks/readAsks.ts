// All asks: the rows of the tab, those that only the log knows, and the answers of the log over what is open there.
import type { Contact } from '../../reading/contact';
import { ENDORSEMENT } from '../../texts/askKinds';
import type { Cell } from '../../values/cell';
import { laterOf, type Day } from '../../values/day';
import type { Table } from '../../values/table';
import { foldName } from '../../values/text';
import type { Settings } from '../../workbook/settings';
import type { LogEntry } from '../log';
import { dayInCell, endorses } from '../rowFacts';
import { readStatus } from '../status';
import { answersOver, isPending } from './answersOver';
import type { Ask, AskQuestion, ReadAsks } from './ask';
import { answerLine, answerSaid, askedLine, kindSaid, type AskLine } from './askWords';
import { loggedAsks, withLostIds } from './loggedAsks';
import { NO_ROWS, readRows } from './readRows';
import { calledIn, whoIsWho, type WhoIsWho } from './who';

export interface AskInput {
  readonly contacts: readonly Contact[];
  readonly log: readonly LogEntry[];
  readonly settings: Pick<Settings, 'ownAsks' | 'firstAsk'>;
  readonly today: Day;
  /** The sheet's, "en_US". */
  readonly locale: string;
  /** The file has other tabs of contacts: an ask of an organization that is not here may be of there. */
  readonly otherTabs?: boolean;
}

/** `table`: the tab Asks, null where there is none. Rows of the tab come first, in their order. */
export function readAsks(table: Table | null, input: AskInput): ReadAsks {
  const who = whoIsWho(input.contacts, input.otherTabs);
  const rows = table === null ? NO_ROWS : withLostIds(readRows(table, input, who), input, who);
  const known = [...rows.asks, ...loggedAsks(rows, input, who)];
  const { asks, questions } = answersOver(known, input, who);
  // What the log alone knows of a contact that is gone is left to the log.
  const isThere = ({ contact, organization }: Ask): boolean =>
    input.otherTabs === true || who.byId(contact) !== undefined || who.named(organization).length > 0;
  const made = withDays(
    asks.filter((ask) => ask.row > 0 || (!rows.ids.has(ask.id) && isThere(ask))),
    input,
    who,
  );
  const differ = endorsedThough(made, input.contacts);
  return { asks: made, questions: [...rows.questions, ...questions, ...differ] };
}

/** The day by which each was answered: where nobody wrote it down, the newest on record, so that it stops follow-ups. */
function withDays(asks: readonly Ask[], input: AskInput, who: WhoIsWho): readonly Ask[] {
  const isHeard = (ask: Ask): boolean => ask.answer !== 'open' || ask.waitUntil !== null;
  if (!asks.some((ask) => isHeard(ask) && ask.answeredOn === null))
    return asks.map((ask) => (isHeard(ask) ? { ...ask, heardBy: ask.answeredOn } : ask));
  const newest = new Map<string, Day | null>();
  const note = (key: string, day: Day | null): void => {
    if (day === null || day <= input.today) newest.set(key, laterOf(newest.get(key) ?? null, day));
  };
  for (const { contact, organization, day } of input.log) note(who.keyOf(contact, organization), day);
  for (const contact of input.contacts) {
    const key = who.keyOf(contact.outreachId, contact.text.organization);
    note(key, dayInCell(contact.cells.firstContacted));
    note(key, dayInCell(contact.cells.lastContacted));
  }
  return asks.map((ask) => {
    if (!isHeard(ask)) return ask;
    const last = newest.get(who.keyOf(ask.contact, ask.organization)) ?? null;
    return { ...ask, heardBy: ask.answeredOn ?? laterOf(ask.askedOn, last) ?? input.today };
  });
}

/** Contacts whose row and whose newest answer to the ask for an endorsement say different things. */
function endorsedThough(asks: readonly Ask[], contacts: readonly Contact[]): readonly AskQuestion[] {
  const byContact = asksByContact(asks.filter((ask) => ask.kind === ENDORSEMENT && !isPending(ask)));
  if (byContact.size === 0) return [];
  return contacts.flatMap((contact): AskQuestion[] => {
    const ask = endorsementAsk(asksFor(contact, byContact));
    const isNo = ask?.answer === 'no' || ask?.answer === 'dropped';
    const differs = isNo ? saysEndorsed(contact) : ask?.answer === 'yes' && saysNotEndorsed(contact);
    return ask === null || !differs
      ? []
      : [{ kind: 'endorsed', contact: contact.outreachId, organization: calledIn(contact), ask }];
  });
}

/** Whether the row itself says so, in its status or its endorsement column. */
export function saysEndorsed({ cells, text }: Pick<Contact, 'cells' | 'text'>): boolean {
  return readStatus(text.status) === 'Endorsed' || claimsEndorsement(cells.endorsement);
}

const YES_IN_IT = /\b(?:yes|yep|oui|ja|endorsed|endorses|signed on|passed|approved)\b/;
const OPEN_IN_IT =
  /\b(?:no|not|but|if|pending|maybe|unless|until|will|would|could|should|may|ask|asked|asking|needs?|hopes?|wait\w*|vot(?:e|es|ing)|decid\w*|likely|probably|soon)\b/;

/** The endorsement column says yes, or has one among other words: “Council voted yes 6/1”. Who and when is asked either way. */
export function claimsEndorsement(cell: Cell): boolean {
  const words = typeof cell === 'string' ? foldName(cell) : '';
  return endorses(cell) || (YES_IN_IT.test(words) && !OPEN_IN_IT.test(words) && !deniesEndorsement(cell));
}

const NO_LONGER =
  /^(?:no|n|nein|not|never|declin\w*|denied|refus\w*|reject\w*|with(?:drew|drawn|draws)|rescind\w*|revoked|against|took it back|taken back)\b/;
const NOT_YET =
  /^(?:no (?:answer|reply|response|word|decision)|not (?:yet|sure|asked|decided|known|now)|n a$)/;

/** The endorsement column clearly says no: “no”, “withdrawn 11/2”. A blank cell and an empty box say nothing. */
export function deniesEndorsement(cell: Cell): boolean {
  const words = typeof cell === 'string' ? foldName(cell) : '';
  return NO_LONGER.test(words) && !NOT_YET.test(words);
}

/** Whether the row itself says that they do not endorse. */
export const saysNotEndorsed = ({ cells, text }: Pick<Contact, 'cells' | 'text'>): boolean =>
  readStatus(text.status) === 'Declined' || deniesEndorsement(cells.endorsement);

/** The ask with the newest answer to the one for an endorsement; null where nobody answered it. */
export function endorsementAsk(asks: readonly Ask[]): Ask | null {
  const when = ({ answeredOn, askedOn }: Ask): string => answeredOn ?? askedOn ?? '';
  return asks.reduce<Ask | null>(
    (newest, ask) =>
      ask.kind !== ENDORSEMENT || isPending(ask) || (newest !== null && when(newest) > when(ask))
        ? newest
        : ask,
    null,
  );
}

export type AsksByContact = ReadonlyMap<string, readonly Ask[]>;

const NAMED = 'name:';

/** By Outreach ID; of contacts that have none yet under their name (see asksFor). */
export function asksByContact(asks: readonly Ask[]): AsksByContact {
  const found = new Map<string, Ask[]>();
  for (const ask of asks) {
    const key = ask.contact || `${NAMED}${ask.organization}`;
    const list = found.get(key);
    if (list === undefined) found.set(key, [ask]);
    else list.push(ask);
  }
  for (const list of found.values()) list.sort(oldestFirst);
  return found;
}

/** Those without a day first: nobody knows how old they are. */
function oldestFirst(a: Ask, b: Ask): number {
  const [first, second] = [a.askedOn ?? '', b.askedOn ?? ''];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Oldest first. */
export function asksFor(contact: Contact, byContact: AsksByContact): readonly Ask[] {
  return byContact.get(contact.outreachId || `${NAMED}${calledIn(contact)}`) ?? [];
}

/**
 * Lines for what only the tab knows, so that it counts everywhere as if it stood in the log: an ask that a person typed,
 * an answer or a day to wait for. They have no entry id and row 0.
 */
export function linesOfAsks(asks: readonly Ask[], log: readonly LogEntry[], today: Day): readonly LogEntry[] {
  const ids = new Set(log.map(({ entryId }) => entryId));
  const said = new Set(
    log.flatMap((entry) => {
      const says = answerSaid(entry);
      const day = says === 'wait' ? entry.summary : entry.day;
      return says === null ? [] : lineKey(entry, says, kindSaid(entry), day);
    }),
  );
  return asks.flatMap((ask): LogEntry[] => {
    if (ask.row === 0) return [];
    const lines: LogEntry[] = [];
    if (ask.askedOn !== null && !(ask.id !== '' && ids.has(ask.id)))
      lines.push(lineOf(ask, askedLine(ask.kind, ''), ask.askedOn));
    if (ask.answeredBy !== '') return lines;
    const line = answerLine(ask, { ...ask, note: '' });
    if (line === null || ask.answer === 'dropped') return lines;
    const isWait = line.kind === 'wait until';
    // A wait that is over is nothing that came back since.
    if (isWait && ask.waitUntil !== null && ask.waitUntil < today) return lines;
    const day = ask.heardBy ?? ask.answeredOn ?? ask.askedOn ?? today;
    const says = isWait ? 'wait' : ask.answer;
    const when = isWait ? line.summary : day;
    const isKnown = [ask.kind, ''].some((kind) => said.has(lineKey(ask, says, kind, when)));
    if (!isKnown) lines.push(lineOf(ask, line, day));
    return lines;
  });
}

function lineKey(
  { contact, organization }: Pick<Ask, 'contact' | 'organization'>,
  says: string,
  kind: string,
  when: string,
): string {
  return [contact || organization, says, foldName(kind), when].join('|');
}

function lineOf(ask: Ask, line: AskLine, day: Day): LogEntry {
  return {
    entryId: '',
    day,
    time: null,
    who: line.direction === 'ours' ? ask.askedBy : '',
    account: '',
    contact: ask.contact,
    organization: ask.organization,
    channel: 'unknown',
    messageKey: '',
    gmailMessageId: '',
    gmailThreadId: '',
    template: '',
    address: '',
    row: 0,
    ...line,
  };
}
