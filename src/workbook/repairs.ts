// What to do after a write when rows may have moved in the same moment: which edits stand in their own row, which
// landed in another one, and what must be written to put both right. People sort, insert and delete meanwhile.
import { readContacts } from '../reading/readContacts';
import type { Contact } from '../reading/contact';
import type { Field } from '../reading/fields';
import type { SheetMap } from '../reading/map';
import { cellName } from '../values/a1';
import { sameCell, type Cell } from '../values/cell';
import { alignColumns } from './alignColumns';
import type { PlacedEdit } from './edits';
import { contactsByKey, keysByRow } from './identity';
import type { Table } from './table';

/** An edit as it was written: `row` and `column` where it was meant to go, `from` what stood there. */
export interface WrittenEdit extends PlacedEdit {
  readonly from: Cell;
}

export interface Repairs {
  /** Cells to write, with what belongs there. */
  readonly writes: readonly PlacedEdit[];
  /** Edits that are not in their row and stay so, each with a sentence. */
  readonly lost: readonly { readonly cell: string; readonly why: string }[];
}

/**
 * Compares the tab as read just before the write (`before`) with the tab as read after it. Rows are told apart by
 * everything but the columns that were written, columns by their headings. One pass: what it plans is not checked again.
 */
export function planRepairs(
  before: Table,
  after: Table,
  map: SheetMap,
  edits: readonly WrittenEdit[],
): Repairs {
  const columns = alignColumns(before, after, map.headerRow);
  /** Where each edit was written, in the columns of before. */
  const hits = edits.map((edit) => ({ ...edit, column: columns.aligned(edit.column) }));
  const written = new Set([...edits, ...hits].map((edit) => edit.column));
  const rowsBefore = contactsWithout(before, map, written);
  const rowsAfter = contactsWithout(columns.table, map, written);
  const keysBefore = keysByRow(rowsBefore);
  const keysAfter = keysByRow(rowsAfter);
  const were = contactsByKey(rowsBefore);
  const are = contactsByKey(rowsAfter);
  const at = (table: Table, row: number, column: number): Cell => table.rows[row - 1]?.[column - 1] ?? '';
  const isNow = (row: number, column: number): Cell => at(columns.table, row, column);
  const place = (row: number, column: number) => `${row}:${column}`;
  const named = (row: number, column: number) => cellName(row, columns.now(column));
  const landed = new Map(hits.map((hit) => [place(hit.row, hit.column), hit.to]));
  const homes = new Set<string>();
  const writes: PlacedEdit[] = [];
  const lost: Repairs['lost'][number][] = [];
  edits.forEach(({ row, column, from, to }, index) => {
    const hit = place(row, hits[index]?.column ?? column);
    const home = row <= map.headerRow ? row : are.get(keysBefore.get(row) ?? '')?.row;
    if (home === undefined) {
      if (keysAfter.has(row) || !sameCell(isNow(row, column), to))
        lost.push({ cell: named(row, column), why: 'The row was moved or deleted in the same moment.' });
      else homes.add(hit); // all that the row held was written: it cannot be told from a blank one
      return;
    }
    homes.add(place(home, column));
    const now = isNow(home, column);
    if (sameCell(now, to)) return;
    const other = hit === place(home, column) ? undefined : landed.get(place(home, column));
    if (sameCell(now, from) || (other !== undefined && sameCell(now, other)))
      writes.push({ row: home, column, to });
    else lost.push({ cell: named(home, column), why: 'Somebody changed this cell in the same moment.' });
  });
  for (const { row, column, to } of hits) {
    if (homes.has(place(row, column)) || !sameCell(isNow(row, column), to)) continue;
    const was = row <= map.headerRow ? row : were.get(keysAfter.get(row) ?? '')?.row;
    writes.push({ row, column, to: was === undefined ? '' : at(before, was, column) });
  }
  return { writes: writes.map((write) => ({ ...write, column: columns.now(write.column) })), lost };
}

/** The contacts of a tab as if these columns were blank; rows that were added below count too. */
function contactsWithout(table: Table, map: SheetMap, columns: ReadonlySet<number>): Contact[] {
  const contacts = readContacts(table, { ...map, lastRow: Math.max(map.lastRow, table.rows.length) });
  const blank: Partial<Record<Field, string>> = {};
  for (const [field, mapped] of Object.entries(map.columns))
    if (mapped.columns.some((column) => columns.has(column))) blank[field as Field] = '';
  const withoutId = columns.has(map.outreachIdColumn);
  return contacts.map((contact) => ({
    ...contact,
    outreachId: withoutId ? '' : contact.outreachId,
    text: { ...contact.text, ...blank },
  }));
}
