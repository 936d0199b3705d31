// The methods of Sheet about rows and columns as such: how many, inserting, deleting, freezing, widths, hiding.
import type { MethodTable } from '../gate';
import { mayEdit } from '../sheets/edits';
import { deleteLines, insertLines, type Axis } from '../sheets/lines';
import { Refusal, REFUSALS } from '../sheets/refusal';
import type { Draft } from '../sheets/draft';
import { light, NONE, writing, type Kit } from './kit';

export function sheetLines(kit: Kit, id: number, self: () => object): MethodTable {
  const tab = () => kit.tab(id);

  function requireOpen(draft: Draft, axis: Axis, at: number): void {
    const own = draft.tab(id);
    const area =
      axis === 'row'
        ? { row: at, column: 1, rows: 1, columns: own.maxColumns }
        : { row: 1, column: at, rows: own.maxRows, columns: 1 };
    if (!mayEdit(own, area, kit.context.user, draft.state.owner)) throw new Refusal(REFUSALS.protected);
  }

  /** Inserts after (by = 1) or before (by = 0) the line; the new ones look like that line. */
  const insert = (axis: Axis, by: 0 | 1, many: boolean) =>
    writing(many ? [['Integer', 'Integer']] : [['Integer']], (at: number, count = 1) => {
      kit.write((draft) => {
        const own = draft.tab(id);
        const size = axis === 'row' ? own.maxRows : own.maxColumns;
        if (at < 1 || at > size)
          throw new Refusal(axis === 'row' ? REFUSALS.rowsOutside : REFUSALS.columnsOutside);
        requireOpen(draft, axis, at);
        insertLines(draft, id, axis, at + by, count, at);
      });
      return self();
    });

  const remove = (axis: Axis, many: boolean) =>
    writing(many ? [['Integer', 'Integer']] : [['Integer']], (at: number, count = 1) => {
      kit.write((draft) => {
        requireOpen(draft, axis, at);
        deleteLines(draft, id, axis, at, count);
      });
      return self();
    });

  const widths = (column: number, count: number, pixels: number) => {
    kit.write((draft) => {
      const own = draft.tab(id);
      if (column < 1 || column + count - 1 > own.maxColumns) throw new Refusal(REFUSALS.columnsOutside);
      for (let at = column; at < column + count; at++) own.widths[at] = pixels;
    });
    return self();
  };

  const hide = (column: number, count: number) => {
    kit.write((draft) => {
      const own = draft.tab(id);
      if (column < 1 || column + count - 1 > own.maxColumns) throw new Refusal(REFUSALS.columnsOutside);
      const columns = Array.from({ length: count }, (_, i) => column + i);
      own.hiddenColumns = [...new Set([...own.hiddenColumns, ...columns])].sort((a, b) => a - b);
    });
  };

  return {
    getMaxRows: light(NONE, () => tab().maxRows),
    getMaxColumns: light(NONE, () => tab().maxColumns),
    getFrozenRows: light(NONE, () => tab().frozenRows),
    getFrozenColumns: light(NONE, () => tab().frozenColumns),
    getColumnWidth: light([['Integer']], (column: number) => tab().widths[column] ?? 100),
    isColumnHiddenByUser: light([['Integer']], (column: number) => tab().hiddenColumns.includes(column)),
    insertRowsAfter: insert('row', 1, true),
    insertRowAfter: insert('row', 1, false),
    insertRowsBefore: insert('row', 0, true),
    insertRowBefore: insert('row', 0, false),
    insertColumnAfter: insert('column', 1, false),
    insertColumnsAfter: insert('column', 1, true),
    insertColumnBefore: insert('column', 0, false),
    insertColumnsBefore: insert('column', 0, true),
    deleteRow: remove('row', false),
    deleteRows: remove('row', true),
    deleteColumn: remove('column', false),
    deleteColumns: remove('column', true),
    setFrozenRows: writing([['Integer']], (rows: number) => {
      kit.write((draft) => {
        const own = draft.tab(id);
        if (rows < 0 || rows >= own.maxRows)
          throw new Refusal("You can't freeze all visible rows on the sheet.");
        own.frozenRows = rows;
      });
    }),
    setColumnWidth: writing([['Integer', 'Integer']], (column: number, pixels: number) =>
      widths(column, 1, pixels),
    ),
    setColumnWidths: writing([['Integer', 'Integer', 'Integer']], widths),
    hideColumns: writing([['Integer'], ['Integer', 'Integer']], (column: number, count = 1) => {
      hide(column, count);
    }),
  };
}
