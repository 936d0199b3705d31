// Adding, removing, naming, ordering and copying tabs; the filter; sorting rows.
import { copiedCharts, dropFromCharts } from './charts';
import { setEntry, type Draft } from './draft';
import { makeRowShifter } from './fill';
import { mapRefs, renameInFormula } from './formula';
import { requireRoom, rewriteFormulas } from './lines';
import { Refusal, REFUSALS } from './refusal';
import {
  emptyTab,
  isErrorValue,
  isFormula,
  tabByName,
  type Area,
  type Filter,
  type RowState,
  type TabState,
} from './state';
import type { Computed } from './engine';

function requireName(draft: Draft, name: string, except: number | null): void {
  if (name.trim() === '' || name.length > 100) throw new Refusal(REFUSALS.tabName);
  const taken = tabByName(draft.state, name);
  if (taken && taken.id !== except) throw new Refusal(REFUSALS.nameTaken(name));
}

/** The id of the new tab. `index` is 0-based; null appends. */
export function addTab(draft: Draft, name: string | null, index: number | null): number {
  const given = name ?? freeName(draft);
  requireName(draft, given, null);
  requireRoom(draft, 26_000);
  const tab = emptyTab(draft.state.nextId, given);
  draft.state.nextId += 1;
  draft.state.tabs.splice(index ?? draft.state.tabs.length, 0, tab);
  return tab.id;
}

function freeName(draft: Draft): string {
  for (let n = draft.state.tabs.length + 1; ; n++)
    if (!tabByName(draft.state, `Sheet${n}`)) return `Sheet${n}`;
}

export function removeTab(draft: Draft, id: number): void {
  const gone = draft.tab(id);
  const visible = draft.state.tabs.filter((tab) => tab.hidden === 'no' && tab.id !== id);
  if (visible.length === 0) throw new Refusal(REFUSALS.lastTab);
  draft.state.tabs = draft.state.tabs.filter((tab) => tab.id !== id);
  draft.state.metadata = draft.state.metadata.filter(({ place }) => !('tab' in place) || place.tab !== id);
  dropFromCharts(draft, id);
  const name = gone.name.toLowerCase();
  rewriteFormulas(draft, (formula) =>
    mapRefs(formula, (ref) => (ref.tab?.toLowerCase() === name ? null : ref)),
  );
}

export function renameTab(draft: Draft, id: number, name: string): void {
  const tab = draft.tab(id);
  if (tab.name === name) return;
  requireName(draft, name, id);
  const old = tab.name;
  tab.name = name;
  rewriteFormulas(draft, (formula) => renameInFormula(formula, old, name));
}

export function setTabHidden(draft: Draft, id: number, hidden: boolean): void {
  const tab = draft.tab(id);
  if (hidden && !draft.state.tabs.some((other) => other.id !== id && other.hidden === 'no'))
    throw new Refusal(REFUSALS.lastVisibleTab);
  tab.hidden = hidden ? 'yes' : 'no';
}

/** `index` is 0-based. */
export function moveTab(draft: Draft, id: number, index: number): void {
  const tab = draft.tab(id);
  draft.state.tabs = draft.state.tabs.filter((other) => other !== tab);
  draft.state.tabs.splice(Math.max(0, index), 0, tab);
}

/** "Copy of X" at the end, with values, looks, rules, notes, charts and conditional formats; not protections or metadata. */
export function copyTab(draft: Draft, id: number): number {
  const source = draft.tab(id);
  requireRoom(draft, source.maxRows * source.maxColumns);
  let name = `Copy of ${source.name}`;
  for (let n = 2; tabByName(draft.state, name); n++) name = `Copy of ${source.name} ${n}`;
  const copy: TabState = {
    ...structuredClone({ ...source, rows: [] }),
    rows: source.rows.map((row) => structuredClone(row)),
    id: draft.state.nextId,
    name,
    protections: [],
    hidden: 'no',
  };
  draft.state.nextId += 1;
  if (source.charts) copy.charts = copiedCharts(draft, source, copy.id);
  draft.state.tabs.push(copy);
  return copy.id;
}

/** `textOf` is what a cell shows; rows whose text is hidden in any column of the filter disappear. Null takes it away. */
export function setFilter(
  draft: Draft,
  id: number,
  filter: Filter | null,
  textOf: (row: number, column: number) => string,
): void {
  const tab = draft.tab(id);
  if (tab.filter && filter && !sameStart(tab.filter.area, filter.area))
    throw new Refusal(REFUSALS.secondFilter);
  const old = tab.filter?.area;
  tab.filter = filter;
  const area = filter?.area ?? old;
  if (!area) return;
  for (let r = area.row + 1; r < area.row + area.rows && r <= tab.rows.length; r++) {
    const hide =
      filter &&
      Object.entries(filter.hidden).some(([column, texts]) => texts.includes(textOf(r, Number(column))));
    if (Boolean(tab.rows[r - 1]?.hidden) === Boolean(hide)) continue;
    const row = draft.row(tab, r);
    if (hide) row.hidden = true;
    else delete row.hidden;
  }
}

function sameStart(a: Area, b: Area): boolean {
  return a.row === b.row && a.column === b.column;
}

export interface SortKey {
  /** Column of the tab, 1-based. */
  readonly column: number;
  readonly ascending: boolean;
}

/** Sorts the rows of the area: values, looks, rules and notes go together; relative references move with their row. */
export function sortRows(
  draft: Draft,
  id: number,
  area: Area,
  keys: readonly SortKey[],
  valueOf: (row: number, column: number) => Computed,
): void {
  const tab = draft.tab(id);
  const last = Math.min(area.row + area.rows - 1, tab.rows.length);
  const numbers = Array.from({ length: Math.max(0, last - area.row + 1) }, (_, i) => area.row + i);
  const sorted = numbers
    .map((row) => ({ row, values: keys.map((key) => valueOf(row, key.column)) }))
    .sort((a, b) => {
      for (const [i, key] of keys.entries()) {
        const order = compareValues(a.values[i] ?? null, b.values[i] ?? null, key.ascending);
        if (order !== 0) return order;
      }
      return a.row - b.row;
    });
  const pieces = sorted.map(({ row }) => tab.rows[row - 1] ?? { values: [] });
  const shifters = Array.from({ length: area.columns }, () => makeRowShifter());
  pieces.forEach((source, i) => {
    const at = area.row + i;
    const from = sorted[i]?.row ?? at;
    if (from !== at) putSegment(tab, at, from, source, area.column, shifters);
  });
}

function putSegment(
  tab: TabState,
  at: number,
  from: number,
  source: RowState,
  start: number,
  shifters: readonly ReturnType<typeof makeRowShifter>[],
): void {
  const row: RowState = { ...(tab.rows[at - 1] ?? { values: [] }) };
  row.values = row.values.slice();
  const looks = row.looks?.slice() ?? [];
  const rules = row.rules?.slice() ?? [];
  const notes = { ...row.notes };
  for (const [i, shift] of shifters.entries()) {
    const column = start + i;
    const value = source.values[column - 1] ?? null;
    setEntry(row.values, column, isFormula(value) ? { f: shift(value.f, from, at) } : value);
    setEntry(looks, column, source.looks?.[column - 1] ?? 0);
    setEntry(rules, column, source.rules?.[column - 1] ?? 0);
    const note = source.notes?.[column];
    if (note !== undefined) notes[column] = note;
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete
    else delete notes[column];
  }
  tab.rows[at - 1] = { ...row, looks, rules, notes };
}

/** Numbers, then texts without regard to case, then booleans, then errors; descending turns that round. Blanks are last. */
function compareValues(a: Computed, b: Computed, ascending: boolean): number {
  const blank = (value: Computed) => value === null || value === '';
  if (blank(a) || blank(b)) return Number(blank(a)) - Number(blank(b));
  const rank = (value: Computed) =>
    typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : typeof value === 'boolean' ? 2 : 3;
  let order = rank(a) - rank(b);
  if (order === 0 && typeof a === 'number' && typeof b === 'number') order = a - b;
  else if (order === 0 && typeof a === 'string' && typeof b === 'string') order = collator.compare(a, b);
  else if (order === 0 && !isErrorValue(a) && !isErrorValue(b)) order = Number(a) - Number(b);
  return ascending ? order : -order;
}

const collator = new Intl.Collator('en', { sensitivity: 'accent' });
