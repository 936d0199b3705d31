// A volunteer's tab and the contacts as the simple trigger has them before it, and how it writes into the contacts and
// the log. Every call counts (docs/budgets.md).
import { readContacts } from '../reading/readContacts';
import type { Contact } from '../reading/contact';
import { NEXT_STEP, OUTREACH_ID, type Field } from '../reading/fields';
import type { MappedColumn, SheetMap } from '../reading/map';
import { cellText, sameCell, type Cell } from '../values/cell';
import type { Table } from '../values/table';
import type { FieldEdit } from '../people/sync/planTab';
import type { TakenTouch } from '../people/sync/record';
import type { TabTies } from '../people/sync/tabHead';
import { touchEntry } from '../people/sync/touchEntry';
import { columnsOfLog } from '../touches/readLog';
import type { WrittenEdit } from '../workbook/repairs';
import { ASSIGNMENT_PREFIX, LOG_TAB } from '../workbook/tabs';
import { putRight, writeTheirs } from './applyEdits';
import type { OpenTab } from './carryTouch';
import { logLine, type LogTab } from './logTab';
import { throwIfLost } from './serviceProblem';

/** Service calls of one trigger in all (docs/budgets.md): what does not fit comes home with the next full run. */
export const MOST_CALLS = 12;
/** Of them the lock and the two tabs that are read. */
export const OPENING = 3;

/** Rows of the log that are read, its headings at the top among them: to know a line that stands there already. */
export const LOG_ROWS = 5000;

/** The two tabs as they stand, and what of the one shows in the other. */
export interface Pair extends OpenTab {
  readonly before: Table;
  readonly map: SheetMap;
  readonly contacts: readonly Contact[];
}

/** To know a tab under another name its first rows were read. */
export const renamed = ({ name }: Table) => (name.startsWith(ASSIGNMENT_PREFIX) ? 0 : 1);

export function withContacts(open: OpenTab, before: Table | null): Pair | null {
  const map = before && mapByTies(before, open.ties);
  return before === null || map === null
    ? null
    : { ...open, before, map, contacts: readContacts(before, map) };
}

/** The contacts as the volunteer's tab remembers their headings; null where the headings are not there any more. */
function mapByTies({ id, name, rows }: Table, { headings }: TabTies): SheetMap | null {
  const headerIndex = rows.findIndex((row) => row.some((cell) => cell === OUTREACH_ID));
  const header = (rows[headerIndex] ?? []).map(cellText);
  const columns: Partial<Record<Field, MappedColumn>> = {};
  for (const [field, heading] of Object.entries(headings)) {
    const at = header.indexOf(heading);
    // A heading that is gone, or stands twice, is a question: until it is answered nothing is carried over.
    if (at < 0 || header.lastIndexOf(heading) !== at) return null;
    columns[field as Field] = { columns: [at + 1], headers: [heading], sure: true };
  }
  if (headerIndex < 0 || columns.organization === undefined) return null;
  return {
    sheetId: id,
    sheet: name,
    headerRow: headerIndex + 1,
    firstRow: headerIndex + 2,
    lastRow: rows.length,
    columns,
    questions: [],
    outreachIdColumn: header.lastIndexOf(OUTREACH_ID) + 1,
    nextStepColumn: header.lastIndexOf(NEXT_STEP) + 1,
    width: header.length,
  };
}

export function placed({ before, map }: Pair, { contact, field, to }: FieldEdit): WrittenEdit[] {
  const column = map.columns[field]?.columns[0];
  if (column === undefined) return [];
  return [{ row: contact.row, column, from: before.rows[contact.row - 1]?.[column - 1] ?? '', to }];
}

/**
 * The edits whose cells hold no formula of theirs; null where one does not stand as it was read: rows or columns have
 * moved, or somebody was quicker. Two calls, the cells last, so that nothing is asked of the sheet before the write.
 */
function stillRight({ services, before, map }: Pair, edits: readonly WrittenEdit[]): WrittenEdit[] | null {
  const rows = edits.map(({ row }) => row);
  const columns = edits.map(({ column }) => column);
  const [top, left] = [Math.min(...rows), Math.min(...columns)];
  const formulas = services.book.readFormulas(
    before.id,
    top,
    left,
    Math.max(...rows) - top + 1,
    Math.max(...columns) - left + 1,
  );
  const now = services.book.readRows(before.id, top, Math.max(...rows) - top + 1);
  const standing = (row: number, column: number) => now[row - top]?.[column - 1] ?? '';
  const was = (row: number, column: number) => before.rows[row - 1]?.[column - 1] ?? '';
  const stays = ({ row, column, from }: WrittenEdit) =>
    sameCell(standing(row, column), from) &&
    sameCell(standing(row, map.outreachIdColumn), was(row, map.outreachIdColumn));
  if (!edits.every(stays)) return null;
  return edits.filter(({ row, column }) => (formulas[row - top]?.[column - left] ?? '') === '');
}

/** The edits that landed; 'refused' where the sheet took none, as where the contacts are protected from the typist. */
export function writeHome(
  pair: Pair,
  edits: readonly WrittenEdit[],
): readonly WrittenEdit[] | 'refused' | 'moved' {
  const { services, before, map } = pair;
  if (edits.length === 0) return [];
  const right = stillRight(pair, edits);
  if (right === null) return 'moved';
  try {
    writeTheirs(services, before.id, right);
    const kept = putRight(services, before, map, right);
    return kept.length === 0 ? right : [];
  } catch (error) {
    throwIfLost(error);
    return 'refused';
  }
}

export function withEdits(
  { before, map }: Pair,
  edits: readonly WrittenEdit[],
): Pick<Pair, 'before' | 'contacts'> {
  const rows: Cell[][] = before.rows.map((row) => [...row]);
  for (const { row, column, to } of edits) (rows[row - 1] ?? [])[column - 1] = to;
  const after = { ...before, rows };
  return { before: after, contacts: readContacts(after, map) };
}

/** The log as far as it is read, null where none can be found: then the next full run makes one. One call. */
export function openLog({ services: { book }, ties }: Pair): { log: LogTab; rows: Table['rows'] } | null {
  const tabs = book.tabs();
  const tab = tabs.find(({ id }) => id === ties.log) ?? tabs.find(({ name }) => name === LOG_TAB);
  if (tab === undefined) return null;
  const rows = book.readRows(tab.id, 1, Math.min(LOG_ROWS, book.filledRows(tab.id)));
  const columns = columnsOfLog({ ...tab, rows });
  return columns && { log: { id: tab.id, columns, width: Math.max(...columns.values()), lastRow: 0 }, rows };
}

/** One line, in one call that no other run can come between. */
export function addLine({ services, ties }: Pair, log: LogTab, contact: Contact, touch: TakenTouch): void {
  services.book.append(log.id, logLine(log, touchEntry(contact, ties.volunteer, touch)));
}
