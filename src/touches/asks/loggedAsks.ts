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
  const contact = who.whose(entry.contact, entry.organization);
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

/** A row that lost its Ask ID, as where somebody emptied it, is that of the line which made the same ask on its day. */
export function withLostIds(rows: RowsRead, input: AskInput, who: WhoIsWho): RowsRead {
  const lost = new Map<string, Ask>();
  const keyOf = ({ contact, organization, kind, askedOn }: Ask): string =>
    [who.keyOf(contact, organization), kind, askedOn ?? ''].join('|');
  for (const ask of rows.asks) if (ask.id === '' && ask.askedOn !== null) lost.set(keyOf(ask), ask);
  if (lost.size === 0) return rows;
  const found = new Map<Ask, string>();
  for (const entry of askedLines(input.log)) {
    const ask = rows.ids.has(idOf(entry))
      ? undefined
      : lost.get(keyOf(askOfLine(entry, cleanText(entry.summary), input, who)));
    if (ask !== undefined && !found.has(ask)) found.set(ask, idOf(entry));
  }
  const asks = rows.asks.map((ask) => ({ ...ask, id: found.get(ask) ?? ask.id }));
  return { ...rows, asks, ids: new Set([...rows.ids, ...found.values()]) };
}

const askedLines = (log: readonly LogEntry[]) =>
  log.filter((entry) => plainKind(entry) === ASKED && entry.summary !== '' && entry.result !== 'failed');

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
  for (const entry of askedLines(input.log)) {
    if (inTab.has(idOf(entry))) continue;
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
