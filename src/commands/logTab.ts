// The Outreach log during one run: appended to, and results set. Columns are found by their headings, since people
// may have moved them. Lines are never removed.
import { LOG_COLUMNS } from '../texts/logColumns';
import { asOurText, fitCell } from '../values/writtenText';
import { cellText } from '../values/cell';
import { columnsOfLog, logRow } from '../touches/readLog';
import type { LogEntry } from '../touches/log';
import { planLogRepairs, type OwnLine } from '../touches/logRepairs';
import { LOG_SHAPE } from '../workbook/ourTabs';
import type { Table } from '../workbook/table';
import type { Services } from '../google/services';
import type { HiddenTab } from './hiddenTab';
import { ensureTab } from './ourTabs';
import { writeEdits } from './writeEdits';

type Column = (typeof LOG_COLUMNS)[number];

export interface LogTab {
  readonly id: number;
  /** 1-based column of each heading; one that is gone is left out. */
  readonly columns: ReadonlyMap<Column, number>;
  readonly width: number;
  /** Last row in use, 1-based. */
  lastRow: number;
}

/** The log for writing; made where it is missing. `table`: as read by this run, null where there is none. */
export function openLogTab(services: Services, hidden: HiddenTab, table: Table | null): LogTab {
  if (table !== null) {
    const columns = columnsOfLog(table);
    if (columns !== null) {
      const width = Math.max(...table.rows.map((row) => row.length));
      return { id: table.id, columns, width, lastRow: table.rows.length };
    }
  }
  const id = ensureTab(services, hidden, LOG_SHAPE, table?.id ?? null, table);
  const columns = new Map(LOG_COLUMNS.map((name, index) => [name, index + 1]));
  return { id, columns, width: LOG_COLUMNS.length, lastRow: 1 };
}

/** One write. Returns the 1-based row of the first. Pending until the caller flushes. */
export function appendEntries(
  services: Services,
  log: LogTab,
  entries: readonly Omit<LogEntry, 'row'>[],
): number {
  const first = log.lastRow + 1;
  if (entries.length === 0) return first;
  const lines = entries.map((entry) => logLine(log, entry));
  services.book.grow(log.id, first + lines.length - 1, log.width);
  services.book.write(log.id, first, 1, lines);
  log.lastRow += lines.length;
  return first;
}

/** The cells of one line, ready to be written. */
export function logLine(log: Pick<LogTab, 'columns' | 'width'>, entry: Omit<LogEntry, 'row'>): string[] {
  const line: string[] = Array.from({ length: log.width }, () => '');
  for (const [name, text] of ownLine(entry).cells) {
    const column = log.columns.get(name);
    if (column !== undefined) line[column - 1] = asOurText(text);
  }
  return line;
}

/** Lines that are no part of a chunk: appended, flushed, read back and put right. */
export function addEntries(
  services: Services,
  hidden: HiddenTab,
  table: Table | null,
  entries: readonly Omit<LogEntry, 'row'>[],
): void {
  const log = openLogTab(services, hidden, table);
  appendEntries(services, log, entries);
  services.book.flush();
  if (putLinesRight(services, hidden, table, log, entries)) services.book.flush();
}

/**
 * Reads the log once more and finds our lines by their ids: what landed elsewhere, because somebody moved rows or
 * columns meanwhile, goes where it belongs, lines that were hit get back what stood there, and one of ours that was
 * deleted is written again. `before`: the log as read before they were written. True where something was written,
 * which is pending until the caller flushes.
 */
export function putLinesRight(
  services: Services,
  hidden: HiddenTab,
  before: Table | null,
  log: LogTab,
  entries: readonly Omit<LogEntry, 'row'>[],
): boolean {
  const after = services.book.read(log.id);
  if (after === null) {
    appendEntries(services, openLogTab(services, hidden, null), entries);
    return true;
  }
  const own = entries.filter(({ entryId }) => entryId !== '').map(ownLine);
  const { columns, edits, lost, covered } = planLogRepairs(before, after, log.columns, own);
  writeEdits(
    services,
    log.id,
    edits.map((edit) => ({ ...edit, to: asOurText(edit.to) })),
  );
  let row = after.rows.length;
  for (const cells of covered) {
    row++;
    services.book.grow(log.id, row, cells.length);
    services.book.write(log.id, row, 1, [cells.map(asOurText)]);
  }
  const width = Math.max(...after.rows.map((line) => line.length));
  const ids = new Set(lost.map(({ entryId }) => entryId));
  appendEntries(
    services,
    { id: log.id, columns, width, lastRow: row },
    entries.filter(({ entryId }) => ids.has(entryId)),
  );
  return edits.length + lost.length + covered.length > 0;
}

function ownLine(entry: Omit<LogEntry, 'row'>): OwnLine {
  const cells = logRow(entry);
  return {
    entryId: entry.entryId,
    cells: new Map(LOG_COLUMNS.map((name, index) => [name, fitCell(cellText(cells[index] ?? ''))])),
  };
}

export interface SendOutcome {
  readonly result: LogEntry['result'];
  readonly gmailMessageId: string;
  readonly gmailThreadId: string;
}

/** The result of one message into its line: one write while the columns stand side by side. Pending until flushed. */
export function writeResult(
  services: Services,
  log: LogTab,
  row: number,
  messageKey: string,
  outcome: SendOutcome,
): void {
  const cells: readonly (readonly [Column, string])[] = [
    ['Result', outcome.result],
    ['Message key', messageKey],
    ['Gmail message id', outcome.gmailMessageId],
    ['Gmail thread id', outcome.gmailThreadId],
  ];
  const first = log.columns.get('Result') ?? 0;
  if (cells.every(([name], index) => log.columns.get(name) === first + index)) {
    services.book.write(log.id, row, first, [cells.map(([, text]) => asOurText(text))]);
    return;
  }
  for (const [name, text] of cells) {
    const column = log.columns.get(name);
    if (column !== undefined) services.book.write(log.id, row, column, [[asOurText(text)]]);
  }
}
