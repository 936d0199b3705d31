// A tab as read later with its columns in the order of an earlier reading: people move and insert columns meanwhile.
import { cellText, type Cell } from '../values/cell';
import type { Table } from './table';

export interface Aligned {
  /** The later table, columns in the order of the earlier one; new columns stand at the right end. */
  readonly table: Table;
  /** Where a column (1-based) of the earlier reading stands in the sheet now. */
  readonly now: (column: number) => number;
  /** The column (1-based) of `table` that stands at this column of the sheet now. */
  readonly aligned: (column: number) => number;
}

/** Columns are told apart by their headings in this row (1-based), those that were renamed by their place. */
export function alignColumns(before: Table, after: Table, headerRow: number): Aligned {
  const same = (column: number) => column;
  const headings = (table: Table) => (table.rows[headerRow - 1] ?? []).map(cellText);
  const [were, are] = [headings(before), headings(after)];
  if (were.every((text, index) => text === (are[index] ?? '')))
    return { table: after, now: same, aligned: same };

  const order = matched(were, are);
  const width = Math.max(are.length, ...order.map((index) => index + 1));
  const taken = new Set(order);
  for (let index = 0; index < width; index++) if (!taken.has(index)) order.push(index);
  const rows = after.rows.map((row) => order.map((index): Cell => row[index] ?? ''));
  return {
    table: { ...after, rows },
    now: (column) => (order[column - 1] ?? column - 1) + 1,
    aligned: (column) => order.indexOf(column - 1) + 1 || column,
  };
}

/** For each earlier column its later 0-based index: by heading, then by place, then whatever is left. */
function matched(were: readonly string[], are: readonly string[]): number[] {
  const free = new Set(Array.from({ length: Math.max(were.length, are.length) }, (_, index) => index));
  const found = new Map<number, number>();
  const take = (index: number, later: number): void => {
    if (later < 0 || !free.delete(later)) return;
    found.set(index, later);
  };
  were.forEach((text, index) => {
    if (text === '') return;
    take(
      index,
      are.findIndex((other, later) => other === text && free.has(later)),
    );
  });
  were.forEach((_, index) => {
    if (!found.has(index)) take(index, free.has(index) ? index : -1);
  });
  were.forEach((_, index) => {
    if (!found.has(index)) take(index, [...free][0] ?? -1);
  });
  return were.map((_, index) => found.get(index) ?? index);
}
