// Whole rows below the last one of a tab. Each goes in a call of its own, which finds the last row by itself, so rows
// that people insert meanwhile are never written over.
import { sameCell, type Cell } from '../values/cell';
import { alignColumns } from '../workbook/alignColumns';
import type { WrittenEdit } from '../workbook/repairs';
import type { Table } from '../workbook/table';
import type { Services, WrittenCell } from '../google/services';
import { writeEdits } from './writeEdits';

/** A row that was appended, as it reads. The cell in `idColumn` (1-based) is in no other row. */
export interface AppendedRow {
  readonly cells: readonly Cell[];
  readonly idColumn: number;
}

/**
 * Reads the tab once more, and puts right what stands under the wrong heading because columns were moved. `before`:
 * the tab as its columns were when the rows were made; `ready`: makes a cell ready to be written.
 */
export function straighten(
  services: Services,
  before: Table,
  headerRow: number,
  rows: readonly AppendedRow[],
  ready: (cell: Cell) => WrittenCell,
): void {
  if (rows.length === 0) return;
  const after = services.book.read(before.id);
  if (after === null) return;
  const columns = alignColumns(before, after, headerRow);
  const edits = rows.flatMap(({ cells, idColumn }): WrittenEdit[] => {
    const id = cells[idColumn - 1] ?? '';
    const index = after.rows.findIndex((line) => line.includes(id));
    const line = after.rows[index];
    if (line === undefined) return [];
    const wanted = new Map(cells.map((cell, at) => [columns.now(at + 1), cell]));
    const width = Math.max(cells.length, ...wanted.keys());
    return Array.from({ length: width }, (_, at): WrittenEdit => {
      const from = line[at] ?? '';
      return { row: index + 1, column: at + 1, from, to: wanted.get(at + 1) ?? '' };
      // What somebody typed into the row since stays.
    }).filter(({ column, from, to }) => !sameCell(from, to) && sameCell(from, cells[column - 1] ?? ''));
  });
  if (edits.length === 0) return;
  writeEdits(
    services,
    before.id,
    edits.map((edit) => ({ ...edit, to: ready(edit.to) })),
  );
  services.book.flush();
}
