// A run of rows as the page draws it: shown texts, fills and inks, what the formula bar shows, notes, dropdowns.
import { isErrorValue, isFormula, lookAt, type TabState } from '../host/sheets/state';
import type { Appearance, Model } from '../host/sheets/workbook';
import type { Cells, Style } from './wire';

/** Most rows of one answer. */
export const MOST_ROWS = 400;

const PLAIN: Style = { fill: null, ink: null, bold: false, size: 0, align: 'left', wrap: false };

/** Gives each different entry its number; the first entry is number 0. */
function numbered<T>(first: readonly T[], key: (entry: T) => string) {
  const list = [...first];
  const numbers = new Map(list.map((entry, index) => [key(entry), index]));
  return {
    list,
    of(entry: T): number {
      const name = key(entry);
      const known = numbers.get(name);
      if (known !== undefined) return known;
      numbers.set(name, list.length);
      return list.push(entry) - 1;
    },
  };
}

/** Reads a block once for all windows that ask for it: until `version` is another. */
export function cellReader(): typeof readCells {
  let known = { version: -1, blocks: new Map<string, Cells | null>() };
  return (model, tabId, from, count, version) => {
    if (known.version !== version) known = { version, blocks: new Map() };
    const key = [tabId, from, count].join();
    const block = known.blocks.get(key) ?? readCells(model, tabId, from, count, version);
    known.blocks.set(key, block);
    return block;
  };
}

/** null where there is no such tab. `from` is the first row, 1-based. */
export function readCells(
  model: Model,
  tabId: number,
  from: number,
  count: number,
  version: number,
): Cells | null {
  const tab = model.tab(tabId);
  if (tab === null || from < 1) return null;
  const rows = Math.min(count, MOST_ROWS, tab.maxRows - from + 1, tab.rows.length - from + 1);
  const columns = rows > 0 ? widest(tab, from, rows) : 0;
  const styles = numbered<Style>([PLAIN], (style) => Object.values(style).join());
  const lists = numbered<readonly string[]>([], (list) => list.join('\u0001'));
  const bars: Record<string, string> = {};
  const notes: Record<string, string> = {};
  const dropdowns: Record<string, number> = {};
  const area = { row: from, column: 1, rows: Math.max(0, rows), columns };
  const shown = columns > 0 ? model.displays(tabId, area) : [];
  const looks = columns > 0 ? model.appearance(tabId, area) : [];
  const byRule = new Map<number, number | null>();

  const dropdownOf = (row: number, column: number): number | null => {
    const rule = tab.rows[row - 1]?.rules?.[column - 1] ?? 0;
    if (rule === 0) return null;
    let list = byRule.get(rule);
    if (list === undefined) {
      const choices = model.dropdown(tabId, row, column);
      byRule.set(rule, (list = choices === null ? null : lists.of(choices)));
    }
    return list;
  };

  for (let row = from; row < from + rows; row++) {
    const state = tab.rows[row - 1];
    for (const [column, note] of Object.entries(state?.notes ?? {})) notes[`${row},${column}`] = note;
    for (let column = 1; column <= columns; column++) {
      const stored = state?.values[column - 1] ?? null;
      const text = shown[row - from]?.[column - 1] ?? '';
      if (stored !== null) {
        const bar =
          isFormula(stored) || typeof stored === 'string' ? model.formulaBar(tabId, row, column) : text;
        if (bar !== text) bars[`${row},${column}`] = bar;
      }
      const list = dropdownOf(row, column);
      if (list !== null) dropdowns[`${row},${column}`] = list;
    }
  }

  return {
    version,
    tab: tabId,
    from,
    texts: shown.map((line) => trimmed(line, '')),
    looks: looks.map((line, r) =>
      trimmed(
        line.map((look, c) => styles.of(styleOf(model, tab, from + r, c + 1, look))),
        0,
      ),
    ),
    styles: styles.list,
    bars,
    notes,
    dropdowns,
    lists: lists.list,
  };
}

function widest(tab: TabState, from: number, rows: number): number {
  let columns = 0;
  for (const row of tab.rows.slice(from - 1, from - 1 + rows))
    columns = Math.max(columns, row.values.length, row.looks?.length ?? 0, row.rules?.length ?? 0);
  for (const { ranges } of tab.formats)
    for (const range of ranges)
      if (range.row < from + rows && range.row + range.rows > from)
        columns = Math.max(columns, range.column + range.columns - 1);
  return Math.min(columns, tab.maxColumns);
}

function styleOf(model: Model, tab: TabState, row: number, column: number, appearance: Appearance): Style {
  const look = lookAt(model.committed(), tab, row, column);
  return {
    fill: appearance.fill,
    ink: appearance.ink,
    bold: appearance.bold,
    size: look.size ?? 0,
    align: alignOf(look.horizontal) ?? naturalAlign(model, tab, row, column),
    wrap: look.wrap === 'WRAP',
  };
}

function alignOf(horizontal: string | undefined): Style['align'] | null {
  const name = horizontal?.toLowerCase();
  return name === 'left' || name === 'right' || name === 'center' ? name : null;
}

/** Numbers and dates stand right, TRUE and FALSE and errors in the middle. */
function naturalAlign(model: Model, tab: TabState, row: number, column: number): Style['align'] {
  const stored = tab.rows[row - 1]?.values[column - 1] ?? null;
  if (stored === null || typeof stored === 'string') return 'left';
  const value = isFormula(stored) ? model.value(tab.id, row, column) : stored;
  if (typeof value === 'number') return 'right';
  return typeof value === 'boolean' || (value !== null && typeof value === 'object' && isErrorValue(value))
    ? 'center'
    : 'left';
}

function trimmed<T>(line: readonly T[], blank: T): T[] {
  let end = line.length;
  while (end > 0 && line[end - 1] === blank) end--;
  return line.slice(0, end);
}
