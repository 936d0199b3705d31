// What to do after a write when rows may have moved in the same moment: which edits stand in their own row, which
// landed in another one, and what must be written to put both right. People sort, insert and delete meanwhile.
import { readContacts } from '../reading/readContacts';
import type { Contact } from '../reading/contact';
import type { Field } from '../reading/fields';
import type { SheetMap } from '../reading/map';
import { cellName } from '../values/a1';
import { sameCell, type Cell } from '../values/cell';
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
 * everything but the columns that were written. One pass: what it plans is not checked again.
 */
export function planRepairs(
  before: Table,
  after: Table,
  map: SheetMap,
  edits: readonly WrittenEdit[],
): Repairs {
  const written = new Set(edits.map((edit) => edit.column));
  const rowsBefore = contactsWithout(before, map, written);
  const rowsAfter = contactsWithout(after, map, written);
  const keysBefore = keysByRow(rowsBefore);
  const keysAfter = keysByRow(rowsAfter);
  const were = contactsByKey(rowsBefore);
  const are = contactsByKey(rowsAfter);
  const at = (table: Table, row: number, column: number): Cell => table.rows[row - 1]?.[column - 1] ?? '';
  const place = (row: number, column: number) => `${row}:${column}`;
  const landed = new Map(edits.map((edit) => [place(edit.row, edit.column), edit.to]));
  const homes = new Set<string>();
  const writes: PlacedEdit[] = [];
  const lost: Repairs['lost'][number][] = [];
  for (const { row, column, from, to } of edits) {
    const home = are.get(keysBefore.get(row) ?? '')?.row;
    if (home === undefined) {
      if (keysAfter.has(row) || !sameCell(at(after, row, column), to))
        lost.push({ cell: cellName(row, column), why: 'The row was moved or deleted in the same moment.' });
      else homes.add(place(row, column)); // all that the row held was written: it cannot be told from a blank one
      continue;
    }
    homes.add(place(home, column));
    const now = at(after, home, column);
    if (sameCell(now, to)) continue;
    const other = home === row ? undefined : landed.get(place(home, column));
    if (sameCell(now, from) || (other !== undefined && sameCell(now, other)))
      writes.push({ row: home, column, to });
    else lost.push({ cell: cellName(home, column), why: 'Somebody changed this cell in the same moment.' });
  }
  for (const { row, column, to } of edits) {
    if (homes.has(place(row, column)) || !sameCell(at(after, row, column), to)) continue;
    const was = were.get(keysAfter.get(row) ?? '')?.row;
    writes.push({ row, column, to: was === undefined ? '' : at(before, was, column) });
  }
  return { writes, lost };
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
