// What to empty in the Outreach log when a person is forgotten, and what to put back where people sorted the log, moved
// its columns or inserted rows in the same moment.
import { cellText, isBlank, sameCell, type Cell } from '../values/cell';
import type { Table } from '../values/table';
import { alignColumns } from '../workbook/alignColumns';
import type { PlacedEdit } from '../workbook/edits';
import { ERASED } from '../workbook/forget';
import { columnsOfLog, headingRow, type LogColumn } from './readLog';

/** What stands in a line of the log in place of what was theirs. */
const IN_EVERY_LINE: readonly (readonly [LogColumn, string])[] = [
  ['Summary', ERASED],
  ['Notes', ''],
  ['Address', ''],
  ['Gmail message id', ''],
  ['Gmail thread id', ''],
];

export interface Erasure {
  /** Entry ids of the lines about the person. */
  readonly ids: ReadonlySet<string>;
  /** The organization is the person's own name. */
  readonly withName: boolean;
}

/**
 * @param before the log as read before anything of it was erased
 * @param now as read since
 * @param written what was written since `before`: it may have landed in a line or column that moved there
 * Returns nothing where no such cell is left, or where the headings cannot be found.
 */
export function planErasure(
  before: Table,
  now: Table,
  { ids, withName }: Erasure,
  written: readonly PlacedEdit[],
): PlacedEdit[] {
  const heading = columnsOfLog(now);
  const old = columnsOfLog(before);
  const idAt = (old?.get('Entry id') ?? 0) - 1;
  const idNow = (heading?.get('Entry id') ?? 0) - 1;
  if (heading === null || old === null || idAt < 0 || idNow < 0) return [];
  const columns = alignColumns(before, now, headingRow(before));
  const were = new Map(before.rows.map((cells) => [cellText(cells[idAt] ?? ''), cells]));
  were.delete('');
  const unnamed = before.rows.filter((cells) => isBlank(cells[idAt] ?? '') && !cells.every(isBlank));
  const landed = new Map(written.map((edit) => [`${edit.row}:${edit.column}`, edit.to]));
  const isHit = (row: number, column: number, cell: Cell): boolean => {
    const to = landed.get(`${row}:${column}`);
    return to !== undefined && sameCell(cell, to);
  };
  const isLine = (cells: readonly Cell[], row: number, was: readonly Cell[]): boolean =>
    cells.every(
      (cell, at) => isHit(row, at + 1, cell) || sameCell(cell, was[columns.aligned(at + 1) - 1] ?? ''),
    );
  const standing = new Set(now.rows.map((cells) => cellText(cells[idNow] ?? '')));
  const gone = [...were].filter(([id]) => !standing.has(id));
  /** By its id; where that was written over, by all that was not. */
  const idOf = (cells: readonly Cell[], row: number): string => {
    const cell = cells[idNow] ?? '';
    if (!isHit(row, idNow + 1, cell)) return cellText(cell);
    const at = gone.findIndex(([, was]) => isLine(cells, row, was));
    return at < 0 ? cellText(cell) : (gone.splice(at, 1)[0]?.[0] ?? '');
  };
  return now.rows.flatMap((cells, index): PlacedEdit[] => {
    const row = index + 1;
    if (row <= headingRow(now)) return [];
    const id = idOf(cells, row);
    const was = id === '' ? unnamed.find((other) => isLine(cells, row, other)) : were.get(id);
    const wanted = new Map<number, Cell>();
    cells.forEach((cell, at) => {
      if (isHit(row, at + 1, cell)) wanted.set(at + 1, was?.[columns.aligned(at + 1) - 1] ?? '');
    });
    if (ids.has(id)) {
      const isTheirs = cellText(was?.[(old.get('Direction') ?? 0) - 1] ?? '') === 'theirs';
      for (const [column, text] of erased(heading, { isTheirs, withName })) wanted.set(column, text);
    }
    return [...wanted]
      .filter(([column, to]) => !sameCell(cells[column - 1] ?? '', to))
      .map(([column, to]) => ({ row, column, to }));
  });
}

/** 1-based columns with the text that they get. */
function erased(
  heading: ReadonlyMap<LogColumn, number>,
  { isTheirs, withName }: { readonly isTheirs: boolean; readonly withName: boolean },
): (readonly [number, string])[] {
  return [
    ...IN_EVERY_LINE,
    ...(isTheirs ? [['Who', ERASED] as const] : []),
    ...(withName ? [['Organization', ERASED] as const] : []),
  ]
    .map(([name, text]) => [heading.get(name) ?? 0, text] as const)
    .filter(([at]) => at > 0);
}
