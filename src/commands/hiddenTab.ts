// The hidden tab during one run: read once, then kept in step with what this run writes to it. Only runs of the
// add-on write there, and the lock keeps them apart.
import { asOurText } from '../values/writtenText';
import { DATA_SHAPE } from '../workbook/ourTabs';
import {
  DATA_COLUMNS,
  dataCells,
  newest,
  readDataTab,
  type DataRow,
  type PlacedDataRow,
} from '../workbook/dataTab';
import { DATA_TAB } from '../workbook/tabs';
import type { Services } from '../google/services';
import { writeEdits } from './writeEdits';

export interface HiddenTab {
  /** Sheet id; null until the tab is made. */
  id: number | null;
  rows: PlacedDataRow[];
  /** Last row in use, 1-based. */
  lastRow: number;
  /** True for a tab without our first rows: a run was cut off while it made it. */
  blank: boolean;
}

/** One read, none where the tab has not been made. */
export function openHiddenTab(services: Services): HiddenTab {
  const tab = services.book.tabs().find((t) => t.name === DATA_TAB);
  const table = tab ? services.book.read(tab.id) : null;
  const rows = readDataTab(table);
  return { id: table?.id ?? null, rows, lastRow: table?.rows.length ?? 0, blank: rows.length === 0 };
}

/** Its sheet id; makes the tab where it is missing. */
export function ensureHiddenTab(services: Services, hidden: HiddenTab): number {
  if (hidden.id !== null && !hidden.blank) return hidden.id;
  if (hidden.id === null) hidden.id = services.book.addTab(DATA_SHAPE).id;
  else services.book.furnishTab(hidden.id, DATA_SHAPE);
  hidden.rows = readDataTab({ id: hidden.id, name: DATA_TAB, hidden: true, rows: DATA_SHAPE.rows });
  hidden.lastRow = Math.max(hidden.lastRow, DATA_SHAPE.rows.length);
  hidden.blank = false;
  return hidden.id;
}

/** Appends rows in one write, pending until the caller flushes. */
export function appendRows(services: Services, hidden: HiddenTab, rows: readonly DataRow[]): void {
  const id = ensureHiddenTab(services, hidden);
  if (rows.length === 0) return;
  const first = hidden.lastRow + 1;
  services.book.grow(id, hidden.lastRow + rows.length, 1);
  services.book.write(
    id,
    first,
    1,
    rows.map((row) => dataCells(row).map(asOurText)),
  );
  hidden.rows.push(...rows.map((row, index) => ({ ...row, row: first + index })));
  hidden.lastRow += rows.length;
}

/**
 * Sets the state of rows; one write for each contiguous block, pending until the caller flushes. `again` writes also
 * what this run wrote before, where that may have been lost.
 */
export function setStates(
  services: Services,
  hidden: HiddenTab,
  stateOf: (row: PlacedDataRow) => string | null,
  again = false,
): void {
  const id = ensureHiddenTab(services, hidden);
  const edits: { row: number; column: number; to: string }[] = [];
  hidden.rows = hidden.rows.map((row) => {
    const state = stateOf(row);
    if (state === null || (state === row.state && !again)) return row;
    edits.push({ row: row.row, column: 5, to: asOurText(state) });
    return { ...row, state };
  });
  writeEdits(services, id, edits);
}

/** Sets the data of rows, each in a write of its own, pending until the caller flushes. */
export function setData(
  services: Services,
  hidden: HiddenTab,
  dataOf: (row: PlacedDataRow) => string | null,
): void {
  const id = ensureHiddenTab(services, hidden);
  hidden.rows = hidden.rows.map((row) => {
    const data = dataOf(row);
    if (data === null) return row;
    services.book.write(id, row.row, 6, [[asOurText(data)]]);
    return { ...row, data };
  });
}

/** Empties rows, pending until the caller flushes. */
export function clearRows(
  services: Services,
  hidden: HiddenTab,
  isGone: (row: PlacedDataRow) => boolean,
): void {
  const id = ensureHiddenTab(services, hidden);
  for (const { row } of hidden.rows.filter(isGone))
    services.book.write(id, row, 1, [DATA_COLUMNS.map(() => '')]);
  hidden.rows = hidden.rows.filter((row) => !isGone(row));
}

/** The row in the place of the newest of its kind and key, else at the end; pending until the caller flushes. */
export function putRow(services: Services, hidden: HiddenTab, row: DataRow): void {
  const before = newest(hidden.rows, row.kind, row.key);
  if (before === null) {
    appendRows(services, hidden, [row]);
    return;
  }
  services.book.write(ensureHiddenTab(services, hidden), before.row, 1, [dataCells(row).map(asOurText)]);
  hidden.rows = hidden.rows.map((other) => (other === before ? { ...row, row: before.row } : other));
}

/** Puts these rows in the place of all that stands below the heading: for the clean-up of old changes. */
export function rewriteRows(services: Services, hidden: HiddenTab, rows: readonly DataRow[]): void {
  const id = ensureHiddenTab(services, hidden);
  const blanks = Math.max(0, hidden.lastRow - 1 - rows.length);
  const cells = [
    ...rows.map((row) => dataCells(row).map(asOurText)),
    ...Array.from({ length: blanks }, () => Array.from({ length: 6 }, () => '')),
  ];
  services.book.write(id, 2, 1, cells);
  hidden.rows = rows.map((row, index) => ({ ...row, row: index + 2 }));
  hidden.lastRow = rows.length + 1;
}
