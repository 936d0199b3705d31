// Where rows and columns of a tab stand on the page, in pixels. Hidden ones have no place.
import type { TabFrame } from '../../server/wire';

export const ROW_HEIGHT = 27;
export const HEAD_HEIGHT = 24;
export const ROW_HEAD_WIDTH = 44;
const COLUMN_WIDTH = 100;

export interface Layout {
  /** Row numbers that stay at the top, and those that scroll. */
  readonly frozen: readonly number[];
  readonly body: readonly number[];
  /** Column numbers with their left edge, measured from the first column. */
  readonly columns: readonly { readonly column: number; readonly left: number; readonly width: number }[];
  readonly width: number;
}

export function layOut(tab: TabFrame): Layout {
  const hiddenRows = new Set(tab.hiddenRows);
  const hiddenColumns = new Set(tab.hiddenColumns);
  const frozen: number[] = [];
  const body: number[] = [];
  for (let row = 1; row <= tab.rows; row++)
    if (!hiddenRows.has(row)) (row <= tab.frozenRows ? frozen : body).push(row);
  const columns: Layout['columns'][number][] = [];
  let left = 0;
  for (let column = 1; column <= tab.columns; column++) {
    if (hiddenColumns.has(column)) continue;
    const width = tab.widths[column] ?? COLUMN_WIDTH;
    columns.push({ column, left, width });
    left += width;
  }
  return { frozen, body, columns, width: left };
}

/** Index of the first entry that is not below `wanted`; the length where all are. */
export function firstAtLeast<T>(list: readonly T[], wanted: number, value: (entry: T) => number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = list[middle];
    if (entry !== undefined && value(entry) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The row (or column) `by` visible ones further, held at the ends. */
export function step(list: readonly number[], from: number, by: number): number {
  const at = firstAtLeast(list, from, (n) => n);
  return list[Math.max(0, Math.min(list.length - 1, at + by))] ?? from;
}

/** A length for a style. */
export const px = (length: number): string => `${length}px`;
