// The sheet: only what is in view is drawn. Rows and columns are 1-based, as the sheet shows them.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { shifted, type Area, type Shift, type TabFrame } from '../../server/wire';
import { letters } from '../a1';
import type { CellStore } from '../cellStore';
import { fromTsv, toTsv } from '../clipboard';
import { CellEditor, type Leave } from './cellEditor';
import { Charts } from './charts';
import { ColumnHeads } from './columnHeads';
import { firstAtLeast, HEAD_HEIGHT, layOut, px, ROW_HEAD_WIDTH, ROW_HEIGHT, type Band } from './layout';
import { Row } from './row';
import { useView } from './useView';
import { areaOf, moved, next, single, type Picked, type Spot } from './selection';

export interface GridProps {
  readonly tab: TabFrame;
  /** Of the workbook: what was read before is old when it grows. */
  readonly version: number;
  readonly store: CellStore;
  readonly picked: Picked;
  /** Grows when the add-on moved the selection: the grid follows. */
  readonly follow: number;
  /** What a colleague put in or took out last: whoever types goes on in the same cell. */
  readonly shift: Shift | null;
  readonly onPick: (picked: Picked) => void;
  readonly onType: (spot: Spot, text: string) => void;
  readonly onPaste: (spot: Spot, texts: string[][]) => void;
  readonly onClear: (area: Area) => void;
  readonly onResize: (column: number, width: number) => void;
  readonly onUndo: () => void;
  readonly onMenu: (x: number, y: number) => void;
  readonly onRemoveChart: (id: number) => void;
  readonly onLost: (why: unknown) => void;
}

interface Editing extends Spot {
  /** Stays when the cell moves. */
  readonly id: number;
  readonly start: string;
  readonly typing: boolean;
}

const OVERSCAN = 6;
const MOVES: Readonly<Record<Leave, readonly [number, number]>> = {
  stay: [0, 0],
  down: [1, 0],
  up: [-1, 0],
  right: [0, 1],
  left: [0, -1],
};

export function Grid(props: GridProps) {
  const { tab, store, picked, onPick } = props;
  const box = useRef<HTMLDivElement>(null);
  const view = useView(box);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [, redraw] = useState(0);
  const dragging = useRef(false);
  const leaving = useRef(false);
  const edits = useRef(0);
  const layout = useMemo(() => layOut(tab), [tab]);
  const { frozen, body } = layout;
  const above = HEAD_HEIGHT + frozen.height;

  const first = Math.max(0, firstAtLeast(body.tops, view.top, (top) => top) - OVERSCAN);
  const last = firstAtLeast(body.tops, view.top + view.height, (top) => top) + OVERSCAN;
  const shownRows = body.rows.slice(first, last);
  const from = Math.max(
    0,
    firstAtLeast(layout.columns, view.left - ROW_HEAD_WIDTH, ({ left, width }) => left + width) - 1,
  );
  const to = firstAtLeast(layout.columns, view.left + view.width, ({ left }) => left) + 1;
  const shownColumns = layout.columns.slice(from, to);

  useEffect(
    () =>
      store.onChange(() => {
        redraw((n) => n + 1);
      }),
    [store],
  );
  useEffect(() => {
    const end = () => {
      dragging.current = false;
    };
    window.addEventListener('mouseup', end);
    return () => {
      window.removeEventListener('mouseup', end);
    };
  }, []);
  useEffect(() => {
    store.want(1, Math.max(1, frozen.rows.length));
    store.want(shownRows[0] ?? 1, shownRows.at(-1) ?? 1);
  });
  useLayoutEffect(() => {
    setEditing(null);
    box.current?.scrollTo(0, 0);
  }, [tab.id]);
  useLayoutEffect(() => {
    const { shift } = props;
    if (shift?.tab === tab.id)
      setEditing((old) => {
        const at = old && shifted(old[shift.what], shift);
        return old && at !== null ? { ...old, [shift.what]: at } : null;
      });
  }, [props.shift]);
  useLayoutEffect(() => {
    reveal(picked.to);
  }, [props.follow, tab.id]);

  function reveal(spot: Spot): void {
    const element = box.current;
    if (!element) return;
    const index = firstAtLeast(body.rows, spot.row, (row) => row);
    if (body.rows[index] === spot.row) {
      const [top = 0, bottom = 0] = body.tops.slice(index, index + 2);
      const room = element.clientHeight - above;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (bottom > element.scrollTop + room) element.scrollTop = bottom - room;
    }
    const place = layout.columns.find(({ column }) => column === spot.column);
    if (place === undefined) return;
    const room = element.clientWidth - ROW_HEAD_WIDTH;
    if (place.left < element.scrollLeft) element.scrollLeft = place.left;
    else if (place.left + place.width > element.scrollLeft + room)
      element.scrollLeft = Math.min(place.left, place.left + place.width - room);
  }

  function pick(to: Picked): void {
    onPick(to);
    reveal(to.to);
  }

  function edit(spot: Spot, start: string | null): void {
    reveal(spot);
    setEditing({
      ...spot,
      id: (edits.current += 1),
      start: start ?? store.bar(spot.row, spot.column),
      typing: start !== null,
    });
  }

  function done(text: string | null, leave: Leave): void {
    if (editing === null) return;
    const spot = { row: editing.row, column: editing.column };
    setEditing(null);
    if (leave !== 'stay' || text === null) box.current?.focus({ preventScroll: true });
    if (text !== null && (text !== store.bar(spot.row, spot.column) || text === '')) props.onType(spot, text);
    if (leave !== 'stay') pick(next(picked, layout, ...MOVES[leave]));
  }

  function onKeyDown(event: KeyboardEvent): void {
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
    const control = ctrlKey || metaKey;
    const wasLeaving = leaving.current;
    leaving.current = key === 'Escape' || (wasLeaving && key === 'Shift');
    if (key === 'Tab' && wasLeaving) return;
    const page = Math.max(1, Math.floor((view.height - above) / ROW_HEIGHT) - 1);
    const to = altKey ? null : moved(picked, { key, shift: shiftKey, jump: control }, layout, tab, page);
    if (to !== null) pick(to);
    else if (key === 'Tab') pick(next(picked, layout, 0, shiftKey ? -1 : 1));
    else if (key === 'F2' || (key === 'Enter' && !control) || (altKey && key === 'ArrowDown'))
      edit(picked.at, null);
    else if (key === 'Delete' || key === 'Backspace') props.onClear(areaOf(picked));
    else if (control && key.toLowerCase() === 'a')
      onPick({ at: picked.at, to: { row: Math.max(1, tab.lastRow), column: Math.max(1, tab.lastColumn) } });
    else if (control && key.toLowerCase() === 'z') props.onUndo();
    else if (key.length === 1 && !control && !altKey) edit(picked.at, key);
    else return;
    event.preventDefault();
  }

  function onMouseDown(event: MouseEvent): void {
    const spot = spotOf(event.target);
    if (spot === null || event.button === 2) return;
    event.preventDefault();
    box.current?.focus({ preventScroll: true });
    dragging.current = true;
    const opensList = (event.target as Element).closest('.caret') !== null;
    if ((event.target as Element).closest('.rn') !== null) {
      dragging.current = false;
      const from = event.shiftKey ? picked.at.row : spot.row;
      onPick({ at: { row: from, column: 1 }, to: { row: spot.row, column: tab.columns } });
      return;
    }
    pick(event.shiftKey ? { at: picked.at, to: spot } : { at: spot, to: spot });
    if (opensList) edit(spot, null);
  }

  function onCopy(event: ClipboardEvent, cut = false): void {
    const area = areaOf(picked);
    const texts = store.texts({
      ...area,
      rows: Math.max(1, Math.min(area.rows, tab.lastRow - area.row + 1)),
      columns: Math.max(1, Math.min(area.columns, tab.lastColumn - area.column + 1)),
    });
    event.preventDefault();
    if (Array.isArray(texts)) event.clipboardData?.setData('text/plain', toTsv(texts));
    else void texts.then((late) => navigator.clipboard.writeText(toTsv(late)));
    if (cut) props.onClear(area);
  }

  function onPaste(event: ClipboardEvent): void {
    const texts = fromTsv(event.clipboardData?.getData('text/plain') ?? '');
    const area = areaOf(picked);
    const one = texts.length === 1 && texts[0]?.length === 1 ? (texts[0][0] ?? '') : null;
    const filled =
      one === null
        ? texts
        : Array.from({ length: area.rows }, () => Array.from({ length: area.columns }, () => one));
    props.onPaste(area, filled);
    event.preventDefault();
  }

  const active = `cell-${picked.at.row}-${picked.at.column}`;
  const row = (n: number, band: Band, index: number) => {
    const [top = 0, bottom = 0] = band.tops.slice(index, index + 2);
    return (
      <Row
        key={n}
        row={n}
        top={top}
        height={bottom - top}
        columns={shownColumns}
        width={layout.width}
        store={store}
        picked={picked}
      />
    );
  };

  /** Over the sheet, not in it: a grid holds rows and cells only. */
  function editorAt(spot: Editing) {
    const place = layout.columns.find(({ column }) => column === spot.column);
    const above = HEAD_HEIGHT + frozen.height - view.top;
    const at = frozen.rows.indexOf(spot.row);
    const top =
      at >= 0
        ? HEAD_HEIGHT + (frozen.tops[at] ?? 0)
        : above + (body.tops[firstAtLeast(body.rows, spot.row, (n) => n)] ?? 0);
    return (
      <CellEditor
        key={spot.id}
        place={{
          left: ROW_HEAD_WIDTH + (place?.left ?? 0) - view.left,
          top,
          width: place?.width ?? 100,
          up: top > view.height / 2,
        }}
        name={`${letters(spot.column)}${spot.row}`}
        start={spot.start}
        typing={spot.typing}
        list={store.cell(spot.row, spot.column)?.list ?? null}
        size={store.cell(spot.row, spot.column)?.style.size ?? 0}
        done={done}
      />
    );
  }

  return (
    <>
      <div
        class="grid"
        ref={box}
        role="grid"
        aria-label={`Sheet ${tab.name}`}
        aria-description="Arrow keys move, Enter types into a cell. Escape, then Tab, leaves the sheet."
        aria-rowcount={tab.rows}
        aria-colcount={tab.columns}
        aria-multiselectable
        aria-activedescendant={active}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onMouseDown={onMouseDown}
        onMouseOver={(event) => {
          const spot = dragging.current ? spotOf(event.target) : null;
          if (spot !== null) onPick({ at: picked.at, to: spot });
        }}
        onDblClick={(event) => {
          const spot = spotOf(event.target);
          if (spot !== null) edit(spot, null);
        }}
        onContextMenu={(event) => {
          const spot = spotOf(event.target);
          if (spot === null) return;
          event.preventDefault();
          const { row: top, column: left, rows, columns } = areaOf(picked);
          const inside =
            spot.row >= top && spot.row < top + rows && spot.column >= left && spot.column < left + columns;
          if (!inside) onPick(single(spot.row, spot.column));
          props.onMenu(event.clientX, event.clientY);
        }}
        onCopy={onCopy}
        onCut={(event) => {
          onCopy(event, true);
        }}
        onPaste={onPaste}
      >
        <div
          class="sheet"
          role="presentation"
          style={{
            width: px(ROW_HEAD_WIDTH + layout.width),
            height: px(above + body.height),
          }}
        >
          <ColumnHeads
            columns={shownColumns}
            width={layout.width}
            picked={picked}
            onPick={(column) => {
              onPick({ at: { row: 1, column }, to: { row: tab.rows, column } });
              box.current?.focus({ preventScroll: true });
            }}
            onAll={() => {
              onPick({ at: { row: 1, column: 1 }, to: { row: tab.rows, column: tab.columns } });
            }}
            onResize={props.onResize}
          />
          <div
            class={frozen.rows.length > 0 ? 'frozen' : ''}
            role="rowgroup"
            style={{ height: px(frozen.height), top: px(HEAD_HEIGHT) }}
          >
            {frozen.rows.map((n, index) => row(n, frozen, index))}
          </div>
          <div class="body" role="rowgroup" style={{ height: px(body.height) }}>
            {shownRows.map((n, index) => row(n, body, first + index))}
          </div>
        </div>
      </div>
      <Charts
        tab={tab}
        version={props.version}
        layout={layout}
        view={view}
        box={box}
        onRemove={props.onRemoveChart}
        onLost={props.onLost}
      />
      {editing !== null && editorAt(editing)}
    </>
  );

  /** The cell under the pointer; a row's number stands for the whole row. */
  function spotOf(target: EventTarget | null): Spot | null {
    const cell = (target as Element).closest<HTMLElement>('[data-row]');
    if (cell === null) return null;
    return { row: Number(cell.dataset['row']), column: Number(cell.dataset['column'] ?? 1) };
  }
}
