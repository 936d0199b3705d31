// A tab Asks, contacts and lines of the log for the tests of asks, from few words.
import type { Contact } from '../../../src/reading/contact';
import type { Field } from '../../../src/reading/fields';
import type { Ask } from '../../../src/touches/asks/ask';
import { ASK_COLUMNS, type AskColumn } from '../../../src/touches/asks/askTab';
import { readAsks, type AskInput } from '../../../src/touches/asks/readAsks';
import type { LogEntry } from '../../../src/touches/log';
import type { Cell } from '../../../src/values/cell';
import { day } from '../../../src/values/day';
import type { Table } from '../../../src/values/table';
import { DEFAULT_SETTINGS } from '../../../src/workbook/readSettings';
import { contactOf, entry, on, TODAY } from '../samples';

export { on, TODAY };

export const AMITY = group('a1', 'Amity Street Church');
export const BIRCH = group('b1', 'Birch Clinic', 6);
/** Never written to: it has no Outreach ID yet. */
export const CEDAR = group('', 'Cedar Tenants', 7);

export function group(
  id: string,
  organization: string,
  row = 5,
  more: Partial<Record<Field, Cell>> = {},
): Contact {
  return contactOf({ organization, ...more }, id, row);
}

/** One row of the tab by its headings. */
export type AskCells = Partial<Record<AskColumn, Cell>>;

export function askTab(rows: readonly AskCells[], columns: readonly AskColumn[] = ASK_COLUMNS): Table {
  return {
    id: 9,
    name: 'Asks',
    hidden: false,
    rows: [columns, ...rows.map((row) => columns.map((name) => row[name] ?? ''))],
  };
}

export const input = (over: Partial<AskInput> = {}): AskInput => ({
  contacts: [AMITY, BIRCH, CEDAR],
  log: [],
  settings: { ...DEFAULT_SETTINGS, ownAsks: ['Host a house meeting'] },
  today: TODAY,
  locale: 'en_US',
  ...over,
});

export const read = (
  rows: readonly AskCells[],
  log: readonly LogEntry[] = [],
  over: Partial<AskInput> = {},
) => readAsks(askTab(rows), input({ log, ...over }));

/** "endorsement open", "attend our meeting yes 2026-11-05", in their order. */
export const told = (asks: readonly Ask[]): string[] =>
  asks.map(({ kind, answer, answeredOn }) => [kind, answer, answeredOn ?? ''].join(' ').trim());

/** A line about Amity, unless `over` says otherwise. */
export function line(when: string, kind: string, over: Partial<LogEntry> = {}): LogEntry {
  const theirs = /^(?:said|answered|wait|talked|bowed|came)/.test(kind);
  return entry(day(when), {
    contact: 'a1',
    organization: 'Amity Street Church',
    channel: 'phone',
    kind,
    direction: theirs ? 'theirs' : 'ours',
    result: theirs ? 'received' : '',
    ...over,
  });
}

/** A first message to Amity that left. */
export function firstMessage(when: string, over: Partial<LogEntry> = {}): LogEntry {
  return line(when, 'first', { channel: 'e-mail', result: 'sent', messageKey: 'larkhaven/a1/1', ...over });
}

export const row = (kind: string, asked: string, over: AskCells = {}): AskCells => ({
  Organization: 'Amity Street Church',
  Ask: kind,
  'Asked on': asked === '' ? '' : on(asked),
  ...over,
});

export function askOf(over: Partial<Ask> = {}): Ask {
  return {
    id: 'k1',
    contact: 'a1',
    organization: 'Amity Street Church',
    kind: 'endorsement',
    kindKnown: true,
    askedOn: day('2026-11-03'),
    askedBy: 'Bo',
    answer: 'open',
    waitUntil: null,
    answeredOn: null,
    whoDecided: '',
    mayBeNamed: null,
    note: '',
    row: 2,
    answeredBy: '',
    rowAnswer: over.answer ?? 'open',
    unread: '',
    heardBy: over.answeredOn ?? null,
    ...over,
  };
}
