// Inserting, deleting and moving whole rows or columns of a tab, and everything that follows them: formulas on all
// tabs, conditional formats, validation ranges, protections, tables, the filter, merges, widths and metadata.
import { followInCharts } from './charts';
import { mapRules, setEntry, type Draft } from './draft';
import { makeFollower } from './fill';
import { followSpan, type LineMove } from './formula';
import { Refusal, REFUSALS } from './refusal';
import {
  MAX_CELLS,
  isFormula,
  type Area,
  type Chart,
  type ConditionalFormat,
  type RowState,
  type TabArea,
  type TabState,
  type Validation,
} from './state';
import { isTabArea } from './validation';

export type Axis = 'row' | 'column';

/** Inserts `count` lines before line `at` (1-based; last + 1 appends). `like` is the line whose look and rules they take. */
export function insertLines(
  draft: Draft,
  tabId: number,
  axis: Axis,
  at: number,
  count: number,
  like: number | null,
): void {
  const tab = draft.tab(tabId);
  const size = axis === 'row' ? tab.maxRows : tab.maxColumns;
  if (at < 1 || at > size + 1 || count < 1)
    throw new Refusal(axis === 'row' ? REFUSALS.rowsOutside : REFUSALS.columnsOutside);
  requireRoom(draft, axis === 'row' ? count * tab.maxColumns : count * tab.maxRows);
  if (axis === 'row') {
    insertRowStates(tab, at, count, like);
    tab.maxRows += count;
    if (at <= tab.frozenRows) tab.frozenRows += count;
  } else {
    for (let row = 1; row <= tab.rows.length; row++) insertIntoRow(draft.row(tab, row), at, count, like);
    tab.maxColumns += count;
    if (at <= tab.frozenColumns) tab.frozenColumns += count;
  }
  follow(
    draft,
    tab,
    axis,
    (line) => (line >= at ? line + count : line),
    like === at - 1 ? { at: like, by: count } : null,
  );
}

/** The 10,000,000 cells of a file count blank ones too. */
export function requireRoom(draft: Draft, more: number): void {
  const cells = draft.state.tabs.reduce((sum, tab) => sum + tab.maxRows * tab.maxColumns, 0);
  if (cells + more > MAX_CELLS) throw new Refusal(REFUSALS.tooManyCells);
}

function insertRowStates(tab: TabState, at: number, count: number, like: number | null): void {
  const model = like === null ? undefined : tab.rows[like - 1];
  if (at > tab.rows.length + 1 || (at === tab.rows.length + 1 && !model)) return;
  const fresh = Array.from({ length: count }, (): RowState => {
    const row: RowState = { values: [] };
    if (model?.looks) row.looks = model.looks.slice();
    if (model?.rules) row.rules = model.rules.slice();
    return row;
  });
  tab.rows = [...tab.rows.slice(0, at - 1), ...fresh, ...tab.rows.slice(at - 1)];
}

function insertIntoRow(row: RowState, at: number, count: number, like: number | null): void {
  const splice = <T>(list: (T | null)[] | undefined, fill: T | null) => {
    if (!list || (at > list.length && fill === null)) return;
    if (at - 1 > list.length) setEntry(list, at - 1, list[at - 2] ?? null);
    list.splice(at - 1, 0, ...Array.from({ length: count }, () => fill));
  };
  splice(row.values, null);
  splice(row.looks, like === null ? null : (row.looks?.[like - 1] ?? null));
  splice(row.rules, like === null ? null : (row.rules?.[like - 1] ?? null));
  if (row.notes) row.notes = moveKeys(row.notes, (column) => (column >= at ? column + count : column));
}

export function deleteLines(draft: Draft, tabId: number, axis: Axis, at: number, count: number): void {
  const tab = draft.tab(tabId);
  const size = axis === 'row' ? tab.maxRows : tab.maxColumns;
  if (at < 1 || count < 1 || at + count - 1 > size)
    throw new Refusal(axis === 'row' ? REFUSALS.rowsOutside : REFUSALS.columnsOutside);
  const frozen = axis === 'row' ? tab.frozenRows : tab.frozenColumns;
  const frozenGone = Math.max(0, Math.min(frozen, at + count - 1) - at + 1);
  if (size - count <= frozen - frozenGone)
    throw new Refusal(axis === 'row' ? REFUSALS.allRows : REFUSALS.allColumns);
  const move: LineMove = (line) => (line < at ? line : line < at + count ? null : line - count);
  if (axis === 'row') {
    tab.rows = tab.rows.filter((_, index) => move(index + 1) !== null);
    tab.maxRows -= count;
    tab.frozenRows -= frozenGone;
  } else {
    for (let number = 1; number <= tab.rows.length; number++) {
      const row = draft.row(tab, number);
      row.values.splice(at - 1, count);
      row.looks?.splice(at - 1, count);
      row.rules?.splice(at - 1, count);
      if (row.notes) row.notes = moveKeys(row.notes, move);
    }
    tab.maxColumns -= count;
    tab.frozenColumns -= frozenGone;
  }
  follow(draft, tab, axis, move, null);
}

/** Moves `count` lines from `from` so that they stand before what is line `before` now. */
export function moveLines(
  draft: Draft,
  tabId: number,
  axis: Axis,
  from: number,
  count: number,
  before: number,
): void {
  const tab = draft.tab(tabId);
  const size = axis === 'row' ? tab.maxRows : tab.maxColumns;
  if (from < 1 || count < 1 || from + count - 1 > size || before < 1 || before > size + 1)
    throw new Refusal(axis === 'row' ? REFUSALS.rowsOutside : REFUSALS.columnsOutside);
  if (before >= from && before <= from + count) return;
  const target = before > from ? before - count : before;
  const move = (line: number): number => {
    if (line >= from && line < from + count) return target + line - from;
    const without = line > from ? line - count : line;
    return without >= target ? without + count : without;
  };
  if (axis === 'row') {
    const rows: RowState[] = [];
    tab.rows.forEach((row, index) => {
      rows[move(index + 1) - 1] = row;
    });
    tab.rows = Array.from(rows, (row: RowState | undefined) => row ?? { values: [] });
  } else {
    const permute = (list: unknown[] | undefined): void => {
      if (!list) return;
      const old = list.slice();
      const length = Math.max(old.length, ...old.map((_, index) => move(index + 1)));
      list.length = 0;
      for (let i = 0; i < length; i++) list.push(null);
      old.forEach((value, index) => (list[move(index + 1) - 1] = value));
    };
    for (let number = 1; number <= tab.rows.length; number++) {
      const row = draft.row(tab, number);
      permute(row.values);
      permute(row.looks);
      permute(row.rules);
      if (row.notes) row.notes = moveKeys(row.notes, move);
    }
  }
  follow(draft, tab, axis, move, null);
}

function moveKeys<T>(record: Readonly<Record<number, T>>, move: LineMove): Record<number, T> {
  const out: Record<number, T> = {};
  for (const [key, value] of Object.entries(record)) {
    const at = move(Number(key));
    if (at !== null) out[at] = value;
  }
  return out;
}

/** An area after its lines moved, null where nothing of it is left. */
export function followArea<T extends Area>(area: T, axis: Axis, move: LineMove): T | null {
  const [start, size] = axis === 'row' ? [area.row, area.rows] : [area.column, area.columns];
  const span = followSpan(start, start + size - 1, move);
  if (span?.a == null || span.b === null) return null;
  const length = span.b - span.a + 1;
  return axis === 'row'
    ? { ...area, row: span.a, rows: length }
    : { ...area, column: span.a, columns: length };
}

/** Sheets stretches a conditional format when a line is inserted below (right of) its last one. */
function stretch(area: Area, axis: Axis, grown: { at: number; by: number } | null): Area {
  if (!grown) return area;
  if (axis === 'row')
    return area.row + area.rows - 1 === grown.at ? { ...area, rows: area.rows + grown.by } : area;
  return area.column + area.columns - 1 === grown.at ? { ...area, columns: area.columns + grown.by } : area;
}

function follow(
  draft: Draft,
  tab: TabState,
  axis: Axis,
  move: LineMove,
  grown: { at: number; by: number } | null,
): void {
  const kept = <T extends { readonly area: Area }>(list: readonly T[]): T[] =>
    list.flatMap((item) => {
      const area = followArea(item.area, axis, move);
      return area ? [{ ...item, area }] : [];
    });
  tab.formats = tab.formats.flatMap((format) => {
    const ranges = format.ranges.flatMap((range) => {
      const moved = followArea(range, axis, move);
      return moved ? [stretch(moved, axis, grown)] : [];
    });
    return ranges.length === 0 ? [] : [{ ...format, ranges }];
  });
  tab.protections = tab.protections.flatMap((protection) => {
    if (!protection.area) return [protection];
    const area = followArea(protection.area, axis, move);
    return area ? [{ ...protection, area }] : [];
  });
  tab.tables = kept(tab.tables);
  tab.merges = tab.merges.flatMap((area) => followArea(area, axis, move) ?? []);
  if (tab.filter) {
    const area = followArea(tab.filter.area, axis, move);
    const hidden = axis === 'column' ? moveKeys(tab.filter.hidden, move) : tab.filter.hidden;
    tab.filter = area ? { area, hidden } : null;
  }
  if (axis === 'column') {
    tab.widths = moveKeys(tab.widths, move);
    tab.hiddenColumns = tab.hiddenColumns.flatMap((column) => move(column) ?? []);
  }
  draft.state.metadata = draft.state.metadata.flatMap((entry) => {
    const { place } = entry;
    if (!('at' in place) || place.tab !== tab.id || place.type !== (axis === 'row' ? 'ROW' : 'COLUMN'))
      return [entry];
    const at = move(place.at);
    return at === null ? [] : [{ ...entry, place: { ...place, at } }];
  });
  followInCharts(
    draft,
    tab,
    (area) => followArea(area, axis, move),
    (anchor) => followAnchor(tab, anchor, axis, move),
  );
  mapRules(draft, (rule) => followRule(rule, tab, axis, move));
  const followers = new Map<string, (formula: string, row: number) => string>();
  rewriteFormulas(draft, (formula, home, row, column) => {
    const key = `${home.id} ${column}`;
    let followed = followers.get(key);
    if (!followed) {
      const hit = (name: string | null) =>
        name === null ? home.id === tab.id : name.toLowerCase() === tab.name.toLowerCase();
      followers.set(key, (followed = makeFollower(axis, hit, move)));
    }
    return followed(formula, row);
  });
}

/** A chart stays over its cell; where the cell is gone, over the one that took its place. */
function followAnchor(tab: TabState, anchor: Chart['anchor'], axis: Axis, move: LineMove): Chart['anchor'] {
  const last = axis === 'row' ? tab.maxRows : tab.maxColumns;
  const from = anchor[axis];
  let to: number | null = null;
  for (let line = from; to === null && line > 0; line--) to = move(line);
  const at = move(from) ?? (to ?? 0) + 1;
  return { ...anchor, [axis]: Math.min(at, last) };
}

function followRule(rule: Validation, tab: TabState, axis: Axis, move: LineMove): Validation {
  if (!rule.values.some((value) => isTabArea(value) && value.tab === tab.id)) return rule;
  const values = rule.values.map((value) =>
    isTabArea(value) && value.tab === tab.id
      ? (followArea<TabArea>(value, axis, move) ?? { ...value, rows: 0 })
      : value,
  );
  return { ...rule, values };
}

/** Every formula of cells and conditional formats (row and column 0) passed through `change`, with the tab it stands on. */
export function rewriteFormulas(
  draft: Draft,
  change: (formula: string, home: TabState, row: number, column: number) => string,
): void {
  for (const { id } of draft.state.tabs.slice()) {
    const home = draft.state.tabs.find((tab) => tab.id === id);
    if (!home) continue;
    home.rows.forEach((row, index) => {
      row.values.forEach((value, column) => {
        if (!isFormula(value)) return;
        const f = change(value.f, home, index + 1, column + 1);
        if (f !== value.f) draft.row(draft.tab(id), index + 1).values[column] = { f };
      });
    });
    const formats = home.formats.map((format): ConditionalFormat => {
      const values = format.values.map((value) =>
        typeof value === 'string' && value.startsWith('=') ? change(value, home, 0, 0) : value,
      );
      return values.some((value, i) => value !== format.values[i]) ? { ...format, values } : format;
    });
    if (formats.some((format, i) => format !== home.formats[i])) draft.tab(id).formats = formats;
  }
}
