// Takes a column of ours away: its heading and everything below it, looked for anew just before, read back and put
// right. Columns are not deleted, so that nothing of anybody's moves.
import type { SheetMap } from '../reading/map';
import type { Services } from '../google/services';
import { alignColumns } from '../workbook/alignColumns';
import type { Table } from '../workbook/table';
import { putRight } from './applyEdits';

/**
 * `find`: its column (1-based) in the tab as it stands, 0 where it is not there or not only ours any more.
 * False where nothing was cleared.
 */
export function clearColumn(services: Services, map: SheetMap, find: (table: Table) => number): boolean {
  const { book } = services;
  const before = book.read(map.sheetId);
  const column = before === null ? 0 : find(before);
  if (before === null || column === 0) return false;
  const { headerRow } = map;
  const blanks = Array.from({ length: book.rowCount(map.sheetId) - headerRow + 1 }, () => ['']);
  book.write(map.sheetId, headerRow, column, blanks);
  book.flush();
  const after = book.read(map.sheetId);
  const moved = after === null ? column : alignColumns(before, after, headerRow).now(column);
  const edits = before.rows.slice(headerRow - 1).map((row, index) => ({
    row: headerRow + index,
    column,
    from: row[column - 1] ?? '',
    to: '',
  }));
  putRight(services, before, { ...map, lastRow: Math.max(map.lastRow, before.rows.length) }, edits);
  if (moved !== column) {
    // Cells whose formula gives nothing look cleared to the repairs.
    book.write(map.sheetId, headerRow, moved, blanks);
    book.flush();
  }
  return true;
}
