// Applies planned cell edits to a contacts tab: re-locate by key, journal, write the fewest calls, flush, read back,
// put right. The caller holds the lock. Between the last read and the write one call wide stays a gap that no code
// can close (design rule 2): what landed in a wrong row there is found by the read-back and put right.
import { readContacts } from '../reading/mapSheet';
import type { SheetMap } from '../reading/map';
import { cellName } from '../values/a1';
import { cellText, sameCell, type Cell } from '../values/cell';
import { asTheirText } from '../values/writtenText';
import { planWrites, type KeyedEdit, type PlacedEdit } from '../workbook/edits';
import { contactsByKey, keysByRow } from '../workbook/identity';
import type { JournalCell } from '../workbook/journal';
import type { Table } from '../workbook/table';
import type { Services } from '../google/services';
import type { HiddenTab } from './hiddenTab';
import { writeJournal } from './journal';

export interface Kept {
  readonly cell: string;
  readonly why: string;
}

export interface Applied {
  /** Id of the change in the journal, '' where nothing was written. */
  readonly change: string;
  readonly written: number;
  readonly kept: readonly Kept[];
}

export interface EditJob {
  readonly hidden: HiddenTab;
  readonly map: SheetMap;
  readonly edits: readonly KeyedEdit[];
  /** What the journal calls it: "Fixed 12 cells"; null where nothing is to be journaled (an undo is no change of its own). */
  readonly what: string | null;
}

interface Placed extends PlacedEdit {
  readonly edit: KeyedEdit;
}

export function applyEdits(services: Services, job: EditJob): Applied {
  const tab = job.map.sheetId;
  const before = services.book.read(tab);
  if (before === null) throw new Error('tab-gone');
  const { placed, kept } = place(services, before, job);
  if (placed.length === 0) return { change: '', written: 0, kept };

  const cells = placed.map(({ edit, row }): JournalCell => ({ ...edit, cell: cellName(row, edit.column) }));
  const change =
    job.what === null
      ? ''
      : writeJournal(services, job.hidden, { what: job.what, tab, made: [], undoable: true, cells });
  const refused = writeAll(services, tab, placed);
  const landed = placed.filter((edit) => !refused.has(edit));
  for (const edit of refused) {
    kept.push({
      cell: cellName(edit.row, edit.column),
      why: 'The sheet did not take it: the cell is protected, or a dropdown does not allow this word.',
    });
  }
  const raced = putRight(services, before, job.map, landed);
  kept.push(...raced);
  return { change, written: landed.length - raced.length, kept };
}

/** Where each edit belongs now; what somebody changed meanwhile, and cells with a formula, are kept as they are. */
function place(services: Services, table: Table, job: EditJob): { placed: Placed[]; kept: Kept[] } {
  const contacts = contactsByKey(readContacts(table, job.map));
  const formulas = formulasOf(services, table, job);
  const placed: Placed[] = [];
  const kept: Kept[] = [];
  for (const edit of job.edits) {
    const contact = contacts.get(edit.key);
    if (contact === undefined) {
      kept.push({
        cell: '',
        why: `The row with “${cellText(edit.from)}” is gone or was changed by somebody.`,
      });
      continue;
    }
    const name = cellName(contact.row, edit.column);
    const header = cellText(table.rows[job.map.headerRow - 1]?.[edit.column - 1] ?? '');
    const now = table.rows[contact.row - 1]?.[edit.column - 1] ?? '';
    if (header !== edit.header)
      kept.push({ cell: name, why: `The heading “${edit.header}” is not above this column any more.` });
    else if (formulas(contact.row, edit.column) !== '')
      kept.push({ cell: name, why: 'A formula stands in this cell.' });
    else if (sameCell(now, edit.to)) continue;
    else if (!sameCell(now, edit.from))
      kept.push({ cell: name, why: 'Somebody changed this cell meanwhile.' });
    else placed.push({ edit, row: contact.row, column: edit.column, to: edit.to });
  }
  return { placed, kept };
}

/** Formulas of the columns that are to be written, read in one call. */
function formulasOf(services: Services, table: Table, job: EditJob): (row: number, column: number) => string {
  const columns = job.edits.map((edit) => edit.column);
  const first = Math.min(...columns);
  const top = job.map.firstRow;
  const rows = table.rows.length - top + 1;
  if (columns.length === 0 || rows < 1) return () => '';
  const width = Math.min(Math.max(...columns), table.rows[0]?.length ?? 0) - first + 1;
  if (width < 1) return () => '';
  const found = services.book.readFormulas(table.id, top, first, rows, width);
  return (row, column) => found[row - top]?.[column - first] ?? '';
}

const written = (cell: Cell): Cell => (typeof cell === 'string' ? asTheirText(cell) : cell);

/**
 * Writes and flushes. The refusal of one cell rejects its whole call, and may come only at the flush (platform
 * facts, 5): then every edit is tried by itself. Returns those that the sheet refused.
 */
function writeAll(services: Services, tab: number, placed: readonly Placed[]): Set<Placed> {
  const { book } = services;
  try {
    for (const write of planWrites(placed.map((edit) => ({ ...edit, to: written(edit.to) })))) {
      if (write.kind === 'block') book.write(tab, write.row, write.column, write.values);
      else book.writeSame(tab, write.ranges, write.value);
    }
    book.flush();
    return new Set();
  } catch {
    return writeOneByOne(services, tab, placed);
  }
}

function writeOneByOne(services: Services, tab: number, placed: readonly Placed[]): Set<Placed> {
  const refused = new Set<Placed>();
  for (const edit of placed) {
    try {
      services.book.write(tab, edit.row, edit.column, [[written(edit.to)]]);
      services.book.flush();
    } catch {
      refused.add(edit);
    }
  }
  return refused;
}

/**
 * Reads the tab again. An edit whose cell does not hold what was written landed elsewhere (rows moved in the gap):
 * the row that got it gets back what was last read there, and the edit goes to its own row, once.
 */
function putRight(services: Services, before: Table, map: SheetMap, placed: readonly Placed[]): Kept[] {
  const { book } = services;
  const after = book.read(map.sheetId);
  if (after === null)
    return placed.map((edit) => ({
      cell: cellName(edit.row, edit.column),
      why: 'The tab was deleted meanwhile.',
    }));
  const now = contactsByKey(readContacts(after, map));
  const keysNow = keysByRow(readContacts(after, map));
  const were = contactsByKey(readContacts(before, map));
  const at = (table: Table, row: number, column: number): Cell => table.rows[row - 1]?.[column - 1] ?? '';
  const repairs: PlacedEdit[] = [];
  const kept: Kept[] = [];
  for (const { edit, row, column } of placed) {
    const home = now.get(edit.key) ?? (keysNow.has(row) ? undefined : { row });
    if (home !== undefined && sameCell(at(after, home.row, column), edit.to)) continue;
    if (home === undefined) {
      // An edit of what says who a row is (a name, an address) gives it another key: then the row itself must hold it.
      if (sameCell(at(after, row, column), edit.to)) continue;
      kept.push({ cell: cellName(row, column), why: 'The row was moved or deleted in the same moment.' });
      continue;
    }
    if (!sameCell(at(after, home.row, column), edit.from)) {
      kept.push({ cell: cellName(home.row, column), why: 'Somebody changed this cell in the same moment.' });
      continue;
    }
    repairs.push({ row: home.row, column, to: written(edit.to) });
    const stranger = keysNow.get(row);
    const was = stranger === undefined ? undefined : were.get(stranger);
    if (was && sameCell(at(after, row, column), edit.to))
      repairs.push({ row, column, to: written(at(before, was.row, column)) });
  }
  if (repairs.length > 0) {
    for (const { row, column, to } of repairs) book.write(map.sheetId, row, column, [[to]]);
    book.flush();
  }
  return kept;
}
