// One row of the sheet: its number and the cells in view.
import { Icon } from '../icon';
import type { CellStore } from '../cellStore';
import { px, ROW_HEAD_WIDTH, ROW_HEIGHT, type Layout } from './layout';
import { holds, type Picked } from './selection';

export interface RowProps {
  readonly row: number;
  readonly top: number;
  readonly height: number;
  readonly columns: Layout['columns'];
  readonly width: number;
  readonly store: CellStore;
  readonly picked: Picked;
}

export function Row({ row, top, height, columns, width, store, picked }: RowProps) {
  const { at, to } = picked;

  /** Width of the blank cells that a long text may run into. */
  function roomAfter(index: number): number {
    const place = columns[index];
    const cell = place === undefined ? null : store.cell(row, place.column);
    if (cell?.style.align !== 'left' || cell.style.wrap || cell.list !== null || cell.text.includes('\n'))
      return 0;
    if (cell.text.length * 0.6 * (cell.style.size || 10) < (place?.width ?? 0)) return 0;
    let room = 0;
    for (const { column, width: more } of columns.slice(index + 1)) {
      const beside = store.cell(row, column);
      if (beside?.text !== '' || beside.list !== null) break;
      room += more;
    }
    return room;
  }

  const inRows = row >= Math.min(at.row, to.row) && row <= Math.max(at.row, to.row);
  return (
    <div
      class={height > ROW_HEIGHT ? 'line tall' : 'line'}
      role="row"
      aria-rowindex={row}
      style={{ top: px(top), height: px(height), width: px(ROW_HEAD_WIDTH + width) }}
    >
      <div class={`rn${inRows ? ' on' : ''}`} role="rowheader" data-row={row}>
        {row}
      </div>
      {columns.map(({ column, left, width: wide }, index) => {
        const cell = store.cell(row, column);
        const room = wide + roomAfter(index);
        const { fill, ink, bold, size, align, wrap } = cell?.style ?? {};
        const active = row === at.row && column === at.column;
        const chosen = inRows && holds(picked, row, column);
        return (
          <div
            key={column}
            id={`cell-${row}-${column}`}
            class={`cell${room > wide ? ' over' : ''}${active ? ' sel' : chosen ? ' in' : ''}${cell?.list ? ' dd' : ''}${wrap ? ' wrap' : ''}`}
            role="gridcell"
            aria-colindex={column}
            aria-selected={chosen}
            data-row={row}
            data-column={column}
            title={cell?.note === '' ? undefined : cell?.note}
            style={{
              left: px(ROW_HEAD_WIDTH + left),
              width: px(wide),
              ...(fill ? { background: fill } : {}),
              ...(ink ? { color: ink } : {}),
              ...(bold ? { fontWeight: 600 } : {}),
              ...(size ? { fontSize: `${size}pt`, lineHeight: '1.25' } : {}),
              ...(align && align !== 'left' ? { textAlign: align } : {}),
            }}
          >
            <span class="t" style={room > wide ? { width: px(room - 12) } : undefined}>
              {cell?.text ?? ''}
            </span>
            {cell?.list && (
              <span class="caret" aria-hidden="true">
                <Icon name="down" />
              </span>
            )}
            {cell?.note !== undefined && cell.note !== '' && (
              <span class="note">
                <span class="vh">Note: {cell.note}</span>
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
}
