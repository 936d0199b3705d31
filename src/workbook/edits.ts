// Cell edits: what a plan wants changed, and the fewest writes that do it.
import { cellName } from '../values/a1';
import type { Contact } from '../reading/contact';
import type { Field } from '../reading/fields';
import { headingAt } from '../reading/heading';
import type { SheetMap } from '../reading/map';
import { type Cell } from '../values/cell';
import type { Table } from './table';

/** One cell of one contact. The row is found by `key` (workbook/identity.ts) at the time of writing. */
export interface KeyedEdit {
  readonly key: string;
  /** 1-based at the time of planning, with the header that stood above it. */
  readonly column: number;
  readonly header: string;
  /** What stood there when this was planned: it is written only while it still does. */
  readonly from: Cell;
  readonly to: Cell;
}

/** The edit of a contact's cell; null where no column means the field, or nobody is sure which. */
export function editOf(
  table: Table,
  map: SheetMap,
  key: string,
  { row }: Contact,
  field: Field,
  to: Cell,
): KeyedEdit | null {
  const mapped = map.columns[field];
  if (mapped?.sure !== true) return null;
  const [column] = mapped.columns;
  const from = table.rows[row - 1]?.[column - 1] ?? '';
  return { key, column, header: headingAt(table, map, column), from, to };
}

/** A cell to write, found in the sheet. 1-based. */
export interface PlacedEdit {
  readonly row: number;
  readonly column: number;
  readonly to: Cell;
}

/** One service call: a block of values, or the same value into many places. */
export type Write =
  | {
      readonly kind: 'block';
      readonly row: number;
      readonly column: number;
      readonly values: readonly (readonly Cell[])[];
    }
  | { readonly kind: 'same'; readonly ranges: readonly string[]; readonly value: Cell };

/**
 * The fewest writes for these cells: one a contiguous block, or one a value where the same values stand scattered.
 * No cell that is not in `edits` is touched; of two edits of one cell the later counts.
 */
export function planWrites(edits: readonly PlacedEdit[]): Write[] {
  const byCell = new Map<string, PlacedEdit>();
  for (const edit of edits) byCell.set(`${edit.row}:${edit.column}`, edit);
  const blocks = contiguousBlocks([...byCell.values()]);
  const groups = new Map<string, { value: Cell; cells: PlacedEdit[] }>();
  for (const edit of byCell.values()) {
    const key =
      typeof edit.to === 'object'
        ? `day:${edit.to.day} ${edit.to.time ?? ''}`
        : `${typeof edit.to}:${String(edit.to)}`;
    const group = groups.get(key) ?? { value: edit.to, cells: [] };
    group.cells.push(edit);
    groups.set(key, group);
  }
  if (groups.size >= blocks.length) return blocks;
  return [...groups.values()].map(({ value, cells }) => ({ kind: 'same', value, ranges: columnRuns(cells) }));
}

/** Rectangles: runs of neighbouring columns in a row, joined downwards where the next row has the same run. */
function contiguousBlocks(edits: readonly PlacedEdit[]): (Write & { kind: 'block' })[] {
  const sorted = [...edits].sort((a, b) => a.row - b.row || a.column - b.column);
  const runs: { row: number; column: number; values: Cell[] }[] = [];
  for (const edit of sorted) {
    const last = runs[runs.length - 1];
    if (last?.row === edit.row && last.column + last.values.length === edit.column) last.values.push(edit.to);
    else runs.push({ row: edit.row, column: edit.column, values: [edit.to] });
  }
  const open = new Map<string, { kind: 'block'; row: number; column: number; values: Cell[][] }>();
  const blocks: { kind: 'block'; row: number; column: number; values: Cell[][] }[] = [];
  for (const run of runs) {
    const key = `${run.column}:${run.values.length}`;
    const above = open.get(key);
    if (above && above.row + above.values.length === run.row) above.values.push(run.values);
    else {
      const block = { kind: 'block' as const, row: run.row, column: run.column, values: [run.values] };
      open.set(key, block);
      blocks.push(block);
    }
  }
  return blocks;
}

/** A1 names of vertical runs: "C4:C6", "C9". */
function columnRuns(cells: readonly PlacedEdit[]): string[] {
  const sorted = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  const runs: { column: number; first: number; last: number }[] = [];
  for (const { row, column } of sorted) {
    const last = runs[runs.length - 1];
    if (last?.column === column && last.last + 1 === row) last.last = row;
    else runs.push({ column, first: row, last: row });
  }
  return runs.map(({ column, first, last }) =>
    first === last ? cellName(first, column) : `${cellName(first, column)}:${cellName(last, column)}`,
  );
}
