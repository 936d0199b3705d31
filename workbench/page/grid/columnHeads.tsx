// The letters above the columns: a click takes the column, the edge between two sets the width.
import { letters } from '../a1';
import { HEAD_HEIGHT, px, ROW_HEAD_WIDTH, type Layout } from './layout';
import type { Picked } from './selection';

export interface ColumnHeadsProps {
  readonly columns: Layout['columns'];
  readonly width: number;
  readonly picked: Picked;
  readonly onPick: (column: number) => void;
  readonly onAll: () => void;
  readonly onResize: (column: number, width: number) => void;
}

export function ColumnHeads({ columns, width, picked, onPick, onAll, onResize }: ColumnHeadsProps) {
  const { at, to } = picked;

  function drag(event: MouseEvent, column: number, from: number): void {
    event.preventDefault();
    event.stopPropagation();
    const end = (last: MouseEvent) => {
      window.removeEventListener('mouseup', end);
      onResize(column, from + last.clientX - event.clientX);
    };
    window.addEventListener('mouseup', end);
  }

  return (
    <div class="heads" role="rowgroup" style={{ height: px(HEAD_HEIGHT) }}>
      <div class="line" role="row" style={{ width: px(ROW_HEAD_WIDTH + width), height: px(HEAD_HEIGHT) }}>
        <div class="rn corner" role="columnheader" onMouseDown={onAll}>
          <span class="vh">Row</span>
        </div>
        {columns.map(({ column, left, width: wide }) => {
          const on = column >= Math.min(at.column, to.column) && column <= Math.max(at.column, to.column);
          return (
            <div
              key={column}
              class={`cl${on ? ' on' : ''}`}
              role="columnheader"
              aria-colindex={column}
              style={{ left: px(ROW_HEAD_WIDTH + left), width: px(wide) }}
              onMouseDown={(event) => {
                event.preventDefault();
                onPick(column);
              }}
            >
              {letters(column)}
              <span
                class="edge"
                aria-hidden="true"
                onMouseDown={(event) => {
                  drag(event, column, wide);
                }}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}
