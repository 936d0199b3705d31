// The heading above a column, as a person typed it.
import { cellText } from '../values/cell';
import type { Table } from '../values/table';
import type { SheetMap } from './map';

/** `column` is 1-based; '' where nothing stands in the header row there. */
export function headingAt(table: Table, map: Pick<SheetMap, 'headerRow'>, column: number): string {
  return cellText(table.rows[map.headerRow - 1]?.[column - 1] ?? '');
}
