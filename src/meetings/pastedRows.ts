// Where names from a pasted list go in a shortlist: below everything that anybody typed, into columns found by heading.
import { isBlank, type Cell, type Grid } from '../values/cell';
import { HELPER_COLUMNS, HINT, SHORTLIST_COLUMNS, type Shortlist, type ShortlistColumn } from './shortlist';

export const PASTED_COLUMNS = ['Organization', 'Category', 'Town', 'Idea by', 'Notes'] as const;

export type PastedRow = Readonly<Record<(typeof PASTED_COLUMNS)[number], string>>;

/** Rows that stay blank above for whoever is typing the next names, and for rows that somebody inserts in that moment. */
const FREE_ROWS = 5;

/** The 1-based row in which pasted names begin: below the heading where the shortlist is blank. */
export function firstPastedRow(rows: Grid, list: Shortlist): number {
  const formulas = new Set(
    ([HINT, ...HELPER_COLUMNS] as const).map((name) => (list.columns.get(name) ?? 0) - 1),
  );
  let last = list.headerRow;
  rows.forEach((cells, index) => {
    if (cells.some((cell, at) => !formulas.has(at) && !isBlank(cell))) last = Math.max(last, index + 1);
  });
  return last === list.headerRow ? last + 1 : last + FREE_ROWS + 1;
}

export interface Block {
  /** 1-based. */
  readonly column: number;
  readonly values: readonly (readonly string[])[];
}

/**
 * The rows as the fewest blocks of columns side by side, that with the names last. Only columns of a shortlist that
 * people type in are joined: formulas, ids and columns that somebody added stay as they are.
 */
export function pastedBlocks({ columns }: Shortlist, rows: readonly PastedRow[]): Block[] {
  const typed = new Map<number, ShortlistColumn>();
  for (const name of SHORTLIST_COLUMNS.slice(0, -2)) {
    const column = columns.get(name);
    if (column !== undefined) typed.set(column, name);
  }
  const ours = PASTED_COLUMNS.flatMap((name) => columns.get(name) ?? []).sort((a, b) => a - b);
  const runs: { from: number; to: number }[] = [];
  for (const column of ours) {
    const run = runs[runs.length - 1];
    const between = run === undefined ? [] : Array.from({ length: column - run.to }, (_, n) => run.to + n);
    if (run !== undefined && between.every((one) => typed.has(one))) run.to = column;
    else runs.push({ from: column, to: column });
  }
  const text = (row: PastedRow, column: number): string => {
    const name = typed.get(column);
    return PASTED_COLUMNS.flatMap((one) => (one === name ? row[one] : [])).join('');
  };
  const names = columns.get('Organization') ?? 0;
  return runs
    .sort((a, b) => Number(a.from <= names && names <= a.to) - Number(b.from <= names && names <= b.to))
    .map(({ from, to }): Block => ({
      column: from,
      values: rows.map((row) => Array.from({ length: to - from + 1 }, (_, index) => text(row, from + index))),
    }));
}

/** The cells of one row as the tab reads them, from column 1. */
export function pastedCells({ columns }: Shortlist, row: PastedRow): Cell[] {
  const placed = PASTED_COLUMNS.map((name) => [columns.get(name) ?? 0, row[name]] as const);
  const cells: Cell[] = Array.from({ length: Math.max(...placed.map(([column]) => column)) }, () => '');
  for (const [column, text] of placed) if (column > 0) cells[column - 1] = text;
  return cells;
}
