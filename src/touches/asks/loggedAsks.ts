// Asks that the log knows and the tab has no row of: what was asked through the add-on, and first messages that left.
import { readAskKind } from '../../texts/askKinds';
import type { Day } from '../../values/day';
import { cleanText } from '../../values/text';
import { shortHash } from '../../workbook/identity';
import type { LogEntry } from '../log';
import { ASKED, inOrder, plainKind } from '../logged';
import type { Ask } from './ask';
import type { AskInput } from './readAsks';
import type { RowsRead } from './readRows';
import { calledIn, type WhoIsWho } from './who';

/** A line that a person typed without an entry id is known by what it says. */
const idOf = ({ entryId, contact, organization, day, summary }: LogEntry): string =>
  entryId || `log-${shortHash([contact, organization, day, summary].join('|'))}`;

/** An ask that no row has, as a line of the log tells of it. */
export function askOfLine(entry: LogEntry, kind: string, input: AskInput, who: WhoIsWho): Ask {
  const known = readAskKind(kind, input.settings.ownAsks);
  const named = entry.contact === '' ? who.named(entry.organization) : [];
  const contact = named.length === 1 ? named[0] : who.byId(entry.contact);
  return {
    id: idOf(entry),
    contact: contact?.outreachId ?? entry.contact,
    organization: contact === undefined ? entry.organization : calledIn(contact),
    kind: known?.name ?? kind,
    kindKnown: known !== null,
    askedOn: entry.day,
    askedBy: entry.who,
    answer: 'open',
    waitUntil: null,
    answeredOn: null,
    whoDecided: '',
    mayBeNamed: null,
    note: '',
    row: 0,
    answeredBy: '',
    rowAnswer: 'open',
    unread: '',
    heardBy: null,
  };
}

/** Oldest first. */
export function loggedAsks(
  { asks: rows, ids: inTab }: RowsRead,
  input: AskInput,
  who: WhoIsWho,
): readonly Ask[] {
  const { firstAsk } = input.settings;
  const found: { readonly ask: Ask; readonly entry: LogEntry }[] = [];
  const asked = new Map<string, readonly (Day | null)[]>();
  const note = (ask: Ask): void => {
    if (ask.kind !== firstAsk || ask.rowAnswer === 'dropped') return;
    const key = who.keyOf(ask.contact, ask.organization);
    asked.set(key, [...(asked.get(key) ?? []), ask.askedOn]);
  };
  rows.forEach(note);
  const lines = input.log.filter((entry) => plainKind(entry) === ASKED && entry.summary !== '');
  for (const entry of lines) {
    if (inTab.has(idOf(entry)) || entry.result === 'failed') continue;
    const ask = askOfLine(entry, cleanText(entry.summary), input, who);
    found.push({ ask, entry });
    note(ask);
  }
  for (const entry of firstAsk === '' ? [] : firstMessages(input.log)) {
    if (inTab.has(entry.entryId)) continue;
    const ask = askOfLine(entry, firstAsk, input, who);
    const known = asked.get(who.keyOf(ask.contact, ask.organization)) ?? [];
    if (known.some((day) => day === null || day <= entry.day)) continue;
    found.push({ ask, entry });
    note(ask);
  }
  return found.sort((a, b) => inOrder(a.entry, b.entry)).map(({ ask }) => ask);
}

/** Those that left, oldest first, each by its first line: the result may stand in a line of its own. */
function firstMessages(log: readonly LogEntry[]): readonly LogEntry[] {
  const lines = log
    .filter((entry) => entry.messageKey !== '' && entry.direction === 'ours' && plainKind(entry) === 'first')
    .sort(inOrder);
  const first = new Map<string, LogEntry>();
  const left = new Map<string, boolean>();
  for (const entry of lines) {
    if (!first.has(entry.messageKey)) first.set(entry.messageKey, entry);
    left.set(entry.messageKey, entry.result === 'sent');
  }
  return [...first.values()].filter(({ messageKey }) => left.get(messageKey) === true);
}
