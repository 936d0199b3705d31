// What can be done with the selected cells: the menu Edit, and the one under the right mouse button.
import type { Area, TabFrame } from '../server/wire';
import { letters } from './a1';
import { ask } from './api';

export type SheetItem = {
  readonly label: string;
  readonly work: () => Promise<unknown>;
  readonly off?: boolean;
} | null;

const those = (n: number, what: string): string => (n === 1 ? `this ${what}` : `these ${n} ${what}s`);

/** `column`: that of the active cell, which a sort goes by. null is a line between groups. */
export function sheetMenu(tab: TabFrame, area: Area, column: number, canUndo: boolean): readonly SheetItem[] {
  const { rows, columns } = area;
  const insert = (what: 'row' | 'column', before: number) => () =>
    ask('insert', { tab: tab.id, what, before, count: 1 });
  const remove = (what: 'row' | 'column', at: number, count: number) => () =>
    ask('remove', { tab: tab.id, what, at, count });
  const sort = (descending: boolean) => () => ask('sort', { tab: tab.id, column, descending });
  return [
    { label: 'Undo', work: () => ask('undo', {}), off: !canUndo },
    { label: 'Empty the cells', work: () => ask('clear', { tab: tab.id, area }) },
    null,
    { label: 'Insert a row above', work: insert('row', area.row) },
    { label: 'Insert a row below', work: insert('row', area.row + rows) },
    { label: `Delete ${those(rows, 'row')}`, work: remove('row', area.row, rows) },
    null,
    { label: 'Insert a column to the left', work: insert('column', area.column) },
    { label: 'Insert a column to the right', work: insert('column', area.column + columns) },
    { label: `Delete ${those(columns, 'column')}`, work: remove('column', area.column, columns) },
    null,
    { label: `Sort by column ${letters(column)}, A to Z`, work: sort(false) },
    { label: `Sort by column ${letters(column)}, Z to A`, work: sort(true) },
    { label: 'Take the filter away', work: () => ask('unfilter', { tab: tab.id }), off: !tab.filtered },
  ];
}
