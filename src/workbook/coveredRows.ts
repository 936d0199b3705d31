// New rows written as one block below the last row of a tab: what to put right where people moved rows or columns in
// the same moment. Nothing that stood in the tab may be lost under the block.
import { cellText, type Cell, type Grid } from '../values/cell';
import { alignColumns } from './alignColumns';
import type { Table } from './table';

export interface CoveredRows {
  /** New rows with cells under another heading than theirs: 1-based row, and its cells from column 1 as they belong. */
  readonly moved: readonly { readonly row: number; readonly cells: readonly Cell[] }[];
  /**
   * Rows that somebody moved down under the block, as they read before, in the columns of now. Rows that somebody deleted
   * in that moment leave the same behind: they are among them, since a row too many is soon deleted again.
   */
  readonly covered: Grid;
  /** New rows that are not there any more: somebody deleted them, or wrote over them. */
  readonly gone: number;
}

/**
 * Compares the tab as read just before the write (`before`) with the tab as read after it. `added`: the new rows as
 * they were written below the last row of `before`; what stands in their `idColumn` (1-based) stands in no other row.
 */
export function findCovered(
  before: Table,
  after: Table,
  headerRow: number,
  idColumn: number,
  added: Grid,
): CoveredRows {
  const { now } = alignColumns(before, after, headerRow);
  const inColumns = (row: readonly Cell[]): Cell[] => {
    const places = row.map((_, at) => now(at + 1) - 1);
    const line: Cell[] = Array.from({ length: Math.max(...places) + 1 }, () => '');
    places.forEach((place, at) => (line[place] = row[at] ?? ''));
    return line;
  };
  const isMoved = (before.rows[headerRow - 1] ?? []).some((_, at) => now(at + 1) !== at + 1);
  const found = added.map((row) => after.rows.findIndex((line) => line.includes(row[idColumn - 1] ?? '')));
  const nameOf = (row: readonly Cell[], id: number) =>
    cellText(row[id - 1] ?? '').trim() || row.map(cellText).filter(Boolean).join('\n');
  const names = after.rows.map((row) => nameOf(row, now(idColumn)));
  const left = before.rows.slice(headerRow).filter((row) => {
    const name = nameOf(row, idColumn);
    const at = names.indexOf(name);
    if (at >= 0) names[at] = ''; // the next row of this name is another one
    return at < 0 && name !== '';
  });
  return {
    moved: isMoved
      ? found.flatMap((at, index) => (at < 0 ? [] : [{ row: at + 1, cells: inColumns(added[index] ?? []) }]))
      : [],
    covered: left.length > added.length ? [] : left.map(inColumns),
    gone: found.filter((at) => at < 0).length,
  };
}
