// What is selected: a block of cells between the cell where it began and the one that moves.
import type { Area, TabFrame } from '../../server/wire';
import { step, type Layout } from './layout';

export interface Spot {
  readonly row: number;
  readonly column: number;
}

export interface Picked {
  /** The active cell. */
  readonly at: Spot;
  /** The other corner. */
  readonly to: Spot;
}

export const single = (row: number, column: number): Picked => ({ at: { row, column }, to: { row, column } });

export function areaOf({ at, to }: Picked): Area {
  const row = Math.min(at.row, to.row);
  const column = Math.min(at.column, to.column);
  return {
    row,
    column,
    rows: Math.abs(at.row - to.row) + 1,
    columns: Math.abs(at.column - to.column) + 1,
  };
}

/** The first cell of the area is the active one. */
export const pickedOf = ({ row, column, rows, columns }: Area): Picked => ({
  at: { row, column },
  to: { row: row + rows - 1, column: column + columns - 1 },
});

export function holds({ at, to }: Picked, row: number, column: number): boolean {
  return (
    row >= Math.min(at.row, to.row) &&
    row <= Math.max(at.row, to.row) &&
    column >= Math.min(at.column, to.column) &&
    column <= Math.max(at.column, to.column)
  );
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export interface Keys {
  readonly key: string;
  readonly shift: boolean;
  /** Control, or Command on a Mac. */
  readonly jump: boolean;
}

/** Where a key moves the selection; null for a key that moves nothing. `page`: rows of one screen. */
export function moved(
  picked: Picked,
  keys: Keys,
  layout: Layout,
  tab: TabFrame,
  page: number,
): Picked | null {
  const rows = [...layout.frozen.rows, ...layout.body.rows];
  const columns = layout.columns.map(({ column }) => column);
  const from = keys.shift ? picked.to : picked.at;
  const arrow = ARROWS[keys.key];
  let spot: Spot;
  if (arrow !== undefined) {
    const far = keys.jump ? 1e7 : 1;
    spot = { row: step(rows, from.row, arrow[0] * far), column: step(columns, from.column, arrow[1] * far) };
    if (keys.jump && keys.key === 'ArrowDown' && from.row < tab.lastRow) spot = { ...spot, row: tab.lastRow };
    if (keys.jump && keys.key === 'ArrowRight' && from.column < tab.lastColumn)
      spot = { ...spot, column: tab.lastColumn };
  } else if (keys.key === 'PageDown' || keys.key === 'PageUp') {
    spot = { ...from, row: step(rows, from.row, keys.key === 'PageDown' ? page : -page) };
  } else if (keys.key === 'Home' || keys.key === 'End') {
    const column = keys.key === 'Home' ? (columns[0] ?? 1) : Math.max(1, tab.lastColumn);
    const row = keys.key === 'Home' ? (rows[0] ?? 1) : Math.max(1, tab.lastRow);
    spot = { row: keys.jump ? row : from.row, column };
  } else return null;
  return keys.shift ? { at: picked.at, to: spot } : { at: spot, to: spot };
}

/** One cell on, as Enter and Tab do. */
export function next(picked: Picked, layout: Layout, rows: number, columns: number): Picked {
  const { row, column } = picked.at;
  return single(
    step([...layout.frozen.rows, ...layout.body.rows], row, rows),
    step(
      layout.columns.map((entry) => entry.column),
      column,
      columns,
    ),
  );
}
