// Formula results. Most formulas are compiled once and serve the whole filled column (calc/); what those functions do
// not cover goes to the other calculator (ironcalc.ts). Cells are calculated when they are looked at, not before.
import type { Book, Compiled } from './calc/book';
import { compile } from './calc/compile';
import { isGrid, REF, Unknown, type Scalar } from './calc/values';
import { atRow, openRows, type OpenRows } from './fill';
import { makeOtherCalculator } from './ironcalc';
import { localeOf } from './locale';
import { isFormula, type FormulaCell, type TabState, type WorkbookState } from './state';

/** What a formula gives. A blank result is null. */
export type Computed = Scalar;

export interface Engine {
  /** The result of the formula that stands at this cell (1-based). `now` is the wall clock as a serial. */
  result(state: WorkbookState, tab: TabState, row: number, column: number, now: number): Computed;
  /** The results of formulas read as if they stood on this tab. */
  scratch(state: WorkbookState, tab: TabState, formulas: readonly string[], now: number): Computed[];
}

/** A formula with its relative rows left open, and what it was compiled to. Null: for the other calculator. */
interface Template {
  readonly parts: OpenRows;
  readonly compiled: Compiled | null;
}

/** Templates of a column that are tried before a formula is compiled anew. */
const KEPT = 6;
/** Formulas that read formulas, this many deep, are left to the other calculator. */
const DEEPEST = 300;

export function makeEngine(): Engine {
  const templates = new Map<string, Template[]>();
  const known = new WeakMap<FormulaCell, { row: number; column: number; compiled: Compiled | null }>();
  const other = makeOtherCalculator((cell, row, column) => compiledOf(cell, row, column) === null);
  let seen: WorkbookState | null = null;
  let seenNow = NaN;
  /** Whether a result depends on the time of the day, and not on the day alone. */
  let clockWasRead = false;
  let book: Book | null = null;
  let results = new Map<number, Map<number, Computed>>();
  let depth = 0;

  function compiledOf(cell: FormulaCell, row: number, column: number): Compiled | null {
    const before = known.get(cell);
    if (before?.row === row && before.column === column) return before.compiled;
    const key = String(column);
    let list = templates.get(key);
    if (!list) templates.set(key, (list = []));
    let template = list.find(({ parts }) => atRow(parts, row) === cell.f);
    if (!template) {
      template = { parts: openRows(cell.f, row), compiled: compile(cell.f, row, column) };
      list.unshift(template);
      list.length = Math.min(list.length, KEPT);
    }
    known.set(cell, { row, column, compiled: template.compiled });
    return template.compiled;
  }

  function bookOf(state: WorkbookState, now: number): Book {
    const isSameTime = seenNow === now || (!clockWasRead && Math.floor(seenNow) === Math.floor(now));
    seenNow = now;
    if (book && seen === state && isSameTime) return book;
    seen = state;
    clockWasRead = false;
    results = new Map();
    const ids = new Map(state.tabs.map((tab) => [tab.name.toLowerCase(), tab.id]));
    const tabs = new Map(state.tabs.map((tab) => [tab.id, tab]));
    book = {
      locale: localeOf(state.locale),
      get now() {
        clockWasRead = true;
        return seenNow;
      },
      today: Math.floor(now),
      memo: new Map(),
      tabId: (name) => ids.get(name.toLowerCase()) ?? null,
      size(id) {
        const tab = tabs.get(id);
        return { rows: tab?.rows.length ?? 0, columns: tab?.maxColumns ?? 0 };
      },
      cell(id, row, column) {
        const tab = tabs.get(id);
        if (!tab || row < 1 || column < 1 || row > tab.maxRows || column > tab.maxColumns) return REF;
        const stored = tab.rows[row - 1]?.values[column - 1] ?? null;
        return isFormula(stored) ? result(state, tab, row, column, seenNow) : stored;
      },
    };
    return book;
  }

  function result(state: WorkbookState, tab: TabState, row: number, column: number, now: number): Computed {
    const from = bookOf(state, now);
    let ofTab = results.get(tab.id);
    if (!ofTab) results.set(tab.id, (ofTab = new Map<number, Computed>()));
    const key = row * 20_000 + column;
    const ready = ofTab.get(key);
    if (ready !== undefined) return ready;
    const cell = tab.rows[row - 1]?.values[column - 1];
    if (!isFormula(cell)) return cell ?? null;
    const compiled = compiledOf(cell, row, column);
    // A formula that comes back to itself meets this while it is still being calculated.
    ofTab.set(key, REF);
    const found = compiled && calculate(compiled, from, tab.id, row, column);
    // The other calculator does not tell whether it looked at the clock.
    clockWasRead ||= found === null;
    const value = found === null ? other.result(state, tab, row, column, now) : found.value;
    ofTab.set(key, value);
    return value;
  }

  /** Null where it takes the other calculator after all. */
  function calculate(
    compiled: Compiled,
    from: Book,
    tab: number,
    row: number,
    column: number,
  ): { value: Computed } | null {
    if (depth > DEEPEST) return null;
    depth += 1;
    try {
      const value = compiled({ tab, row, column, book: from });
      return isGrid(value) ? null : { value };
    } catch (unknown) {
      if (unknown instanceof Unknown) return null;
      throw unknown;
    } finally {
      depth -= 1;
    }
  }

  return {
    result,
    scratch(state, tab, formulas, now) {
      const from = bookOf(state, now);
      return formulas.map((formula) => {
        const compiled = compile(formula, 1, 1);
        const found = compiled && calculate(compiled, from, tab.id, 1, 1);
        return found ? found.value : (other.scratch(state, tab, [formula], now)[0] ?? null);
      });
    },
  };
}
