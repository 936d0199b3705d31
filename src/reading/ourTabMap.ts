// A tab of ours as a tab of contacts, so that its rows are found again, written and put right like theirs.
import type { Table } from '../values/table';
import type { Field } from './fields';
import type { MappedColumn, SheetMap } from './map';

/** `found`: which column (1-based) means what, with its heading; `outreachIdColumn`: 0 where there is none. */
export function mapOfOurTab(
  { id, name, rows }: Table,
  headerRow: number,
  found: readonly (readonly [field: Field, column: number, heading: string])[],
  outreachIdColumn: number,
): SheetMap {
  const columns: Partial<Record<Field, MappedColumn>> = {};
  for (const [field, column, heading] of found)
    columns[field] = { columns: [column], headers: [heading], sure: true };
  return {
    sheetId: id,
    sheet: name,
    headerRow,
    firstRow: headerRow + 1,
    lastRow: Math.max(rows.length, headerRow),
    columns,
    questions: [],
    outreachIdColumn,
    nextStepColumn: 0,
    width: Math.max(0, ...rows.map((row) => row.length)),
  };
}
