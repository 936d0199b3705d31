// Where rows and columns of a tab stand on the page, in pixels. Hidden ones have no place.
import type { TabFrame } from '../../server/wire';

export const ROW_HEIGHT = 27;
export const HEAD_HEIGHT = 24;
export const ROW_HEAD_WIDTH = 44;
const COLUMN_WIDTH = 100;

/** Row numbers with the top of each, measured from the first; one more at the end, the height of all. */
export interface Band {
  readonly rows: readonly number[];
  readonly tops: readonly number[];
  readonly height: number;
}

export interface Layout {
  /** Rows that stay at the top. */
  readonly frozen: Band;
  /** Rows that scroll. */
  readonly body: Band;
  /** Column numbers with their left edge, measured from the first column. */
  readonly columns: readonly { readonly column: number; readonly left: number; readonly width: number }[];
  readonly width: number;
}

export function layOut(tab: TabFrame): Layout {
  const hiddenRows = new Set(tab.hiddenRows);
  const hiddenColumns = new Set(tab.hiddenColumns);
  const band = (from: number, to: number): Band => {
    const rows: number[] = [];
    const tops = [0];
    let height = 0;
    for (let row = from; row <= to; row++) {
      if (hiddenRows.has(row)) continue;
      rows.push(row);
      height += tab.tall[row] ?? ROW_HEIGHT;
      tops.push(height);
    }
    return { rows, tops, height };
  };
  const columns: Layout['columns'][number][] = [];
  let left = 0;
  for (let column = 1; column <= tab.columns; column++) {
    if (hiddenColumns.has(column)) continue;
    const width = tab.widths[column] ?? COLUMN_WIDTH;
    columns.push({ column, left, width });
    left += width;
  }
  const frozen = Math.min(tab.frozenRows, tab.rows);
  return { frozen: band(1, frozen), body: band(frozen + 1, tab.rows), columns, width: left };
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
