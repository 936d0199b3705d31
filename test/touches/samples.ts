// Contacts and log lines for the tests of this folder: only what a test names, all else blank.
import { FIELDS, type Field } from '../../src/reading/fields';
import type { Contact } from '../../src/reading/contact';
import { cellText, type Cell } from '../../src/values/cell';
import { day, type Day } from '../../src/values/day';
import { cleanText } from '../../src/values/text';
import type { LogEntry } from '../../src/touches/log';
import { DEFAULT_SETTINGS } from '../../src/workbook/readSettings';
import type { Settings } from '../../src/workbook/settings';

export const TODAY = day('2026-11-12');

export function on(text: string, time: string | null = null): Cell {
  return { day: day(text), time };
}

export function contactOf(cells: Partial<Record<Field, Cell>>, outreachId = 'c1', row = 5): Contact {
  const entries = FIELDS.map((field): [Field, Cell] => [
    field,
    cells[field] ?? (field === 'organization' ? 'Kettle Lane Bakery' : ''),
  ]);
  return {
    row,
    outreachId,
    cells: Object.fromEntries(entries) as Record<Field, Cell>,
    text: Object.fromEntries(entries.map(([field, cell]) => [field, cleanText(cellText(cell))])) as Record<
      Field,
      string
    >,
  };
}

export function settingsOf(over: Partial<Settings> = {}): Settings {
  return { ...DEFAULT_SETTINGS, ...over };
}

let rows = 1;

/** An e-mail of ours on this day that was sent, unless `over` says otherwise. */
export function entry(when: string | Day, over: Partial<LogEntry> = {}): LogEntry {
  rows++;
  return {
    entryId: `e${rows}`,
    day: day(when),
    time: null,
    who: 'Ana',
    account: 'ana@larkhaven.example.org',
    contact: 'c1',
    organization: 'Kettle Lane Bakery',
    channel: 'e-mail',
    kind: 'first',
    direction: 'ours',
    summary: '',
    result: 'sent',
    messageKey: '',
    gmailMessageId: '',
    gmailThreadId: '',
    template: '',
    notes: '',
    address: '',
    row: rows,
    ...over,
  };
}

export function theirs(when: string, over: Partial<LogEntry> = {}): LogEntry {
  return entry(when, {
    direction: 'theirs',
    result: 'received',
    kind: 'answer',
    who: '',
    account: '',
    ...over,
  });
}
