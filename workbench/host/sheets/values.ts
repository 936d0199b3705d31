// What cells hold and show, formulas included: the view that reading, sorting, validation and the page share.
import { displayText, isDateFormat } from './display';
import type { Computed, Engine } from './engine';
import { pieces } from './formula';
import { localeOf, type Locale } from './locale';
import { instantOf } from './serial';
import {
  isErrorValue,
  isFormula,
  lookAt,
  storedAt,
  type Area,
  type FormulaCell,
  type TabState,
  type WorkbookState,
} from './state';

export interface View {
  readonly state: WorkbookState;
  readonly locale: Locale;
  /** The wall clock in the spreadsheet's time zone, as a serial. */
  readonly now: number;
  readonly engine: Engine;
}

export function viewOf(state: WorkbookState, engine: Engine, now: number): View {
  return { state, locale: localeOf(state.locale), now, engine };
}

export function valueAt(view: View, tab: TabState, row: number, column: number): Computed {
  const stored = storedAt(tab, row, column);
  return isFormula(stored) ? view.engine.result(view.state, tab, row, column, view.now) : stored;
}

/** The number format in force: the cell's own, else what a formula hands on from the dates it reads. */
export function formatAt(view: View, tab: TabState, row: number, column: number): string | undefined {
  const own = lookAt(view.state, tab, row, column).format;
  if (own !== undefined) return own;
  const stored = storedAt(tab, row, column);
  return isFormula(stored) ? formulaFormat(view, tab, stored.f) : undefined;
}

export function textAt(view: View, tab: TabState, row: number, column: number): string {
  return shownText(view, valueAt(view, tab, row, column), () => formatAt(view, tab, row, column));
}

function shownText(view: View, value: Computed, format: () => string | undefined): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (isErrorValue(value)) return value.e;
  return displayText(value, typeof value === 'number' ? format() : undefined, view.locale);
}

/**
 * Rows × columns as getValues gives them: blank is '', errors are their text, numbers with a date format go through
 * `makeDate` with the instant of the wall clock in the spreadsheet's time zone.
 */
export function readValues(
  view: View,
  tab: TabState,
  area: Area,
  makeDate: (epochMs: number) => Date,
): unknown[][] {
  const { looks, timeZone } = view.state;
  const isDate = looks.map((look) => isDateFormat(look.format));
  return Array.from({ length: area.rows }, (_, r) => {
    const row = tab.rows[area.row + r - 1];
    const out = new Array<unknown>(area.columns).fill('');
    if (!row) return out;
    for (let c = 0; c < area.columns; c++) {
      const column = area.column + c;
      let value: Computed | FormulaCell = row.values[column - 1] ?? null;
      if (value === null) continue;
      const computed = isFormula(value);
      if (computed) value = view.engine.result(view.state, tab, area.row + r, column, view.now);
      if (typeof value === 'number') {
        const date = computed
          ? isDateFormat(formatAt(view, tab, area.row + r, column))
          : isDate[row.looks?.[column - 1] ?? 0];
        out[c] = date ? makeDate(instantOf(value, timeZone)) : value;
      } else out[c] = value === null ? '' : isErrorValue(value) ? value.e : value;
    }
    return out;
  });
}

const DATE_FUNCTION = /^=\s*\+?(TODAY|DATE|EDATE|EOMONTH|DATEVALUE|WORKDAY)\(/i;
const HANDS_ON = /^=\s*\+?(MAX|MIN|IF|IFERROR|INDEX|VLOOKUP|XLOOKUP|N)\(/i;

/** Sheets gives a formula without a format of its own the date format of what it adds up or picks. */
function formulaFormat(view: View, tab: TabState, formula: string): string | undefined {
  if (/^=\s*NOW\(\s*\)\s*$/i.test(formula)) return view.locale.dateTime;
  if (!DATE_FUNCTION.test(formula) && !HANDS_ON.test(formula) && /[(]/.test(formula)) return undefined;
  const dates: string[] = [];
  if (DATE_FUNCTION.test(formula)) dates.push(view.locale.date);
  for (const piece of pieces(formula)) {
    if (typeof piece === 'string') continue;
    const name = piece.tab?.toLowerCase();
    const target =
      name === undefined ? tab : view.state.tabs.find((other) => other.name.toLowerCase() === name);
    if (!target || piece.from.row === null || piece.from.column === null) continue;
    const format = lookAt(view.state, target, piece.from.row, piece.from.column).format;
    if (isDateFormat(format) && format !== undefined) dates.push(format);
  }
  if (dates.length > 1 && formula.includes('-') && !HANDS_ON.test(formula)) return undefined;
  return dates[0];
}
