// What to write after whole rows were emptied where somebody moved rows or columns in that moment. Rows are told apart
// by everything that stands in them, since their ids and names were emptied too.
import { isBlank, type Cell } from '../values/cell';
import { alignColumns } from './alignColumns';
import type { PlacedEdit } from './edits';
import type { Table } from './table';

/** The cells that were cleared, as the tab read before, and what may have happened in that moment. */
export interface Emptied {
  readonly cells: readonly Pick<PlacedEdit, 'row' | 'column'>[];
  /** 1-based columns that nobody types in and that read otherwise from row to row: they are not looked at. */
  readonly formulas: ReadonlySet<number>;
  /** Rows that the tab lost meanwhile: one that was deleted is not brought back. */
  readonly deleted: number;
}

/**
 * A row that was hit in place of ours reads as before again, and ours is emptied where it stands now; [] where all is
 * well.
 */
export function planPutBack(
  before: Table,
  after: Table,
  headerRow: number,
  { cells: emptied, formulas, deleted }: Emptied,
): PlacedEdit[] {
  const columns = alignColumns(before, after, headerRow);
  const now = columns.table.rows;
  const width = Math.max(0, ...before.rows.map((cells) => cells.length));
  const textOf = (cells: readonly Cell[] = [], blank: ReadonlySet<number> = new Set()) =>
    JSON.stringify(
      Array.from({ length: width }, (_, at) =>
        formulas.has(at + 1) || blank.has(at + 1) ? '' : (cells[at] ?? ''),
      ),
    );
  const meant = new Map<number, Set<number>>();
  for (const { row, column } of emptied) meant.set(row, (meant.get(row) ?? new Set()).add(column));
  const places = new Map<string, number[]>();
  now.forEach((cells, index) => {
    places.set(textOf(cells), [...(places.get(textOf(cells)) ?? []), index + 1]);
  });
  const homes = before.rows.map((cells) => places.get(textOf(cells))?.shift() ?? 0);
  const writes: PlacedEdit[] = [];
  const put = (row: number, column: number, to: Cell) => {
    writes.push({ row, column: columns.now(column), to });
  };
  for (const [row, ours] of meant) {
    const home = homes[row - 1] ?? 0;
    if (home > 0) for (const column of ours) put(home, column, '');
  }
  // Rows (1-based) of before that stand nowhere as they were: hit, or deleted.
  const missing = before.rows.flatMap((_, index) => (homes[index] === 0 ? [index + 1] : []));
  let others = missing.filter((row) => !meant.has(row)).length - deleted;
  for (const [row, ours] of meant) {
    const hit = new Set([...ours].map(columns.aligned));
    const text = textOf(now[row - 1]);
    const fits = missing.filter((one) => textOf(before.rows[one - 1], hit) === text);
    const was = fits.find((one) => one === row) ?? fits.find((one) => meant.has(one)) ?? fits[0];
    if (was === undefined) continue;
    const cells = before.rows[was - 1] ?? [];
    const own = meant.get(was);
    const isBack = own !== undefined || others-- > 0;
    if (!isBack) continue;
    missing.splice(missing.indexOf(was), 1);
    if (own === undefined) {
      for (const column of hit)
        if (!isBlank(cells[column - 1] ?? '')) put(row, column, cells[column - 1] ?? '');
    } else for (const column of own) if (!hit.has(column)) put(row, column, '');
  }
  return writes;
}
