// The Outreach log tab ↔ log entries. People may move its columns, sort it, add notes and blank rows, or break a cell:
// a line that cannot be read is named with what is still known of it, never dropped in silence.
import { LOG_COLUMNS } from '../texts/logColumns';
import { cellText, isBlank, isDateCell, type Cell } from '../values/cell';
import { parseDay, type Day } from '../values/day';
import type { Problem } from '../values/result';
import type { Table } from '../values/table';
import { cleanText, foldName } from '../values/text';
import { readTypedDate } from '../values/typedDate';
import { readAnswer } from './answer';
import type { Channel, Direction, LogEntry, SendResult } from './log';
import { TAKEN_BACK } from './logged';

export { LOG_COLUMNS } from '../texts/logColumns';

export type LogColumn = (typeof LOG_COLUMNS)[number];

/** A line that cannot be read as an entry, with what is still known of it. */
export interface UnreadLine {
  readonly problem: Problem;
  /** 1-based. */
  readonly row: number;
  readonly contact: string;
  readonly organization: string;
  readonly messageKey: string;
  readonly address: string;
}

export interface ReadLog {
  readonly entries: readonly LogEntry[];
  readonly unread: readonly UnreadLine[];
}

/** Entries in the order of the tab; [] where there is no log. `readLogLines` also tells what could not be read. */
export function readLog(table: Table | null, locale?: string): LogEntry[] {
  return [...readLogLines(table, locale).entries];
}

/** `locale` ("en_US") reads days that a person typed in figures; without it those that read two ways are unread. */
export function readLogLines(table: Table | null, locale?: string): ReadLog {
  if (table === null) return { entries: [], unread: [] };
  const heading = findHeading(table);
  if (heading === null) {
    const filled = table.rows.some((row) => row.some((cell) => !isBlank(cell)));
    return { entries: [], unread: filled ? [noHeading(table.name)] : [] };
  }
  const entries: LogEntry[] = [];
  const unread: UnreadLine[] = [];
  const isOurs = heading.columns.has('Entry id') || heading.columns.has('Message key');
  if (isOurs && !heading.columns.has('Result')) unread.push(noResults(table.name));
  table.rows.forEach((cells, index) => {
    if (index <= heading.index) return;
    const line = new Map<LogColumn, Cell>();
    for (const [column, at] of heading.columns) line.set(column, cells[at] ?? '');
    if (![...line].some(([column, cell]) => column !== 'Notes' && !isBlank(cell))) return;
    const read = readLine(line, index + 1, table.name, locale);
    if ('problem' in read) unread.push(read);
    else entries.push(read);
  });
  return { entries: withoutTakenBack(entries), unread };
}

/** Entry id of the line that takes another one back. */
export function takenBackId(entryId: string): string {
  return `${entryId}/back`;
}

/** Lines are never removed: one that was taken back stays, as no touch. */
export function withoutTakenBack(entries: readonly LogEntry[]): readonly LogEntry[] {
  const back = new Set(entries.filter(({ kind }) => kind === TAKEN_BACK).map(({ entryId }) => entryId));
  if (back.size === 0) return entries;
  return entries.map((entry) =>
    back.has(takenBackId(entry.entryId)) ? { ...entry, kind: TAKEN_BACK } : entry,
  );
}

/** The 1-based column of each heading that stands in the log tab; null where its heading row cannot be found. */
export function columnsOfLog(table: Table): ReadonlyMap<LogColumn, number> | null {
  const heading = findHeading(table);
  return heading && new Map([...heading.columns].map(([column, at]) => [column, at + 1]));
}

/** 1-based row of the heading “Entry id”; 0 where no cell says so. */
export function headingRow({ rows }: Table): number {
  return rows.findIndex((row) => row.some((cell) => cellText(cell) === 'Entry id')) + 1;
}

interface Heading {
  /** 0-based index of the row. */
  readonly index: number;
  readonly columns: ReadonlyMap<LogColumn, number>;
}

const BY_NAME: ReadonlyMap<string, LogColumn> = new Map(LOG_COLUMNS.map((name) => [foldName(name), name]));

/** The first of the top rows that names the day and whom it was about, and at least four columns in all. */
function findHeading(table: Table): Heading | null {
  for (let index = 0; index < Math.min(20, table.rows.length); index++) {
    const columns = new Map<LogColumn, number>();
    (table.rows[index] ?? []).forEach((cell, at) => {
      const column = BY_NAME.get(foldName(cellText(cell)));
      if (column !== undefined && !columns.has(column)) columns.set(column, at);
    });
    if (columns.size >= 4 && columns.has('When') && (columns.has('Contact') || columns.has('Organization')))
      return { index, columns };
  }
  return null;
}

function noHeading(sheet: string): UnreadLine {
  return brokenLog(
    sheet,
    `The headings of “${sheet}” cannot be found, so we cannot tell who was written to.`,
    `Put the headings back in one row: ${LOG_COLUMNS.join(', ')}.`,
  );
}

function noResults(sheet: string): UnreadLine {
  return brokenLog(
    sheet,
    `No column of “${sheet}” is headed “Result” any more, so we cannot tell which messages left.`,
    'Put the heading “Result” back above the column that says sent, failed or unknown.',
  );
}

/** What stands in row 0 is about the whole log. */
function brokenLog(sheet: string, message: string, todo: string): UnreadLine {
  return {
    problem: { code: 'log-headings', message, todo, place: { sheet } },
    row: 0,
    contact: '',
    organization: '',
    messageKey: '',
    address: '',
  };
}

function readLine(
  line: ReadonlyMap<LogColumn, Cell>,
  row: number,
  sheet: string,
  locale: string | undefined,
): LogEntry | UnreadLine {
  const text = (column: LogColumn): string => cleanText(cellText(line.get(column) ?? ''));
  const known = {
    row,
    contact: text('Contact'),
    organization: text('Organization'),
    messageKey: text('Message key'),
    address: text('Address').toLowerCase(),
  };
  const when = readWhen(line.get('When') ?? '', locale);
  if (when === null || (known.contact === '' && known.organization === ''))
    return { ...known, problem: unreadable(sheet, row, when === null, text('When')) };
  const kind = text('Kind');
  const summary = text('Summary');
  const sent = known.messageKey !== '';
  const result = readResult(text('Result'), sent);
  return {
    ...known,
    ...when,
    entryId: text('Entry id'),
    who: text('Who'),
    account: text('Sending account'),
    channel: readChannel(text('Channel'), sent),
    kind,
    direction: readDirection(text('Direction'), result, kind, summary, sent),
    summary,
    result,
    gmailMessageId: text('Gmail message id'),
    gmailThreadId: text('Gmail thread id'),
    template: text('Template'),
    notes: text('Notes'),
  };
}

function unreadable(sheet: string, row: number, byDay: boolean, text: string): Problem {
  return {
    code: byDay ? 'log-day' : 'log-contact',
    message: byDay
      ? `Row ${row} of “${sheet}” has no day that can be read, so this line is not counted.`
      : `Row ${row} of “${sheet}” names no contact, so this line is not counted.`,
    todo: byDay ? 'Type the day again, such as 2026-11-03.' : 'Fill in the organization.',
    place: { sheet, row },
    text,
  };
}

function readWhen(cell: Cell, locale: string | undefined): { day: Day; time: string | null } | null {
  if (isDateCell(cell)) return { day: cell.day, time: cell.time };
  if (typeof cell !== 'string') return null;
  const text = cleanText(cell);
  const written = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2})(?::\d{2})?)?$/.exec(text);
  const iso = written === null ? null : parseDay(written[1] ?? '');
  if (iso !== null) return { day: iso, time: written?.[2] ?? null };
  const typed = readTypedDate(text, locale ?? 'en_US');
  if (typed.kind === 'day') return { day: typed.day, time: null };
  return typed.kind === 'two-ways' && locale !== undefined ? { day: typed.byLocale, time: null } : null;
}

/** A line of a send whose result was broken counts as not known: no next message goes until a person settles it. */
function readResult(text: string, sent: boolean): SendResult {
  const word = foldName(text);
  if (word === 'sending' || word === 'sent' || word === 'failed' || word === 'unknown' || word === 'received')
    return word;
  return sent ? 'unknown' : '';
}

const CHANNEL_WORDS: readonly (readonly [RegExp, Channel])[] = [
  [/^(?:e ?mails?|mail|gmail)$/, 'e-mail'],
  [/phone|call|voicemail|^vm$/, 'phone'],
  [/^(?:texts?|text message|sms|whatsapp|signal)$/, 'text'],
  [/social|facebook|instagram|twitter|bluesky|linkedin|messenger|^dm$/, 'social media'],
  [/^unknown$/, 'unknown'],
  [/form|website/, 'web form'],
  [/person|visit|meeting|event|tabling|^met$/, 'in person'],
];

function readChannel(text: string, sent: boolean): Channel {
  const word = foldName(text);
  const found = CHANNEL_WORDS.find(([pattern]) => pattern.test(word));
  return found?.[1] ?? (sent ? 'e-mail' : 'unknown');
}

/** Ours unless said otherwise; a line without a word for it that tells of an answer is theirs. */
function readDirection(
  text: string,
  result: SendResult,
  kind: string,
  summary: string,
  sent: boolean,
): Direction {
  const word = foldName(text);
  if (/^(?:theirs?|them|in|incoming|received|from them)$/.test(word) || result === 'received')
    return 'theirs';
  if (word !== '' || sent) return 'ours';
  const told = [readAnswer(kind), readAnswer(summary)];
  return told.some((k) => k === 'said-yes' || k === 'said-no' || k === 'decides-there') ? 'theirs' : 'ours';
}

/** The cells of one line in the order of LOG_COLUMNS; the moment as text ("2026-11-03 14:05"), since the tab holds text. */
export function logRow(entry: Omit<LogEntry, 'row'>): Cell[] {
  const cells: Readonly<Record<LogColumn, Cell>> = {
    'Entry id': entry.entryId,
    When: entry.time === null ? entry.day : `${entry.day} ${entry.time}`,
    Who: entry.who,
    'Sending account': entry.account,
    Contact: entry.contact,
    Organization: entry.organization,
    Channel: entry.channel,
    Kind: entry.kind,
    Direction: entry.direction,
    Summary: entry.summary,
    Result: entry.result,
    'Message key': entry.messageKey,
    'Gmail message id': entry.gmailMessageId,
    'Gmail thread id': entry.gmailThreadId,
    Template: entry.template,
    Notes: entry.notes,
    Address: entry.address,
  };
  return LOG_COLUMNS.map((column) => cells[column]);
}

/** Entries by Outreach ID. Lines that people typed without an id stand under their organization's name (see entriesFor). */
export function entriesByContact(log: readonly LogEntry[]): Map<string, LogEntry[]> {
  const found = new Map<string, LogEntry[]>();
  for (const entry of log) {
    const key = entry.contact === '' ? nameKey(entry.organization) : entry.contact;
    const list = found.get(key);
    if (list === undefined) found.set(key, [entry]);
    else list.push(entry);
  }
  return found;
}

function nameKey(organization: string): string {
  return `name:${foldName(organization)}`;
}

/** What the log says of one contact: the lines of its id, and those without an id that name its organization. */
export function entriesFor(
  contact: { readonly outreachId: string; readonly text: { readonly organization: string } },
  byContact: ReadonlyMap<string, readonly LogEntry[]>,
): readonly LogEntry[] {
  const own = contact.outreachId === '' ? [] : (byContact.get(contact.outreachId) ?? []);
  const named =
    contact.text.organization === '' ? [] : (byContact.get(nameKey(contact.text.organization)) ?? []);
  return named.length === 0 ? own : [...own, ...named];
}
