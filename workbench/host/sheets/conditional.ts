// What conditional formats make of a cell: the first rule that holds decides, as on the page.
import { shiftFormula } from './formula';
import {
  contains,
  isErrorValue,
  lookAt,
  overlaps,
  type Area,
  type ConditionalFormat,
  type TabState,
} from './state';
import type { Computed } from './engine';
import { compare } from './validation';
import { textAt, valueAt, type View } from './values';

export interface Appearance {
  /** "#rrggbb", null is white. */
  readonly fill: string | null;
  /** "#rrggbb", null is black. */
  readonly ink: string | null;
  readonly bold: boolean;
}

/** Rows × columns of the area: the cell's own look with the conditional format that holds laid over it. */
export function appearances(view: View, tab: TabState, area: Area): Appearance[][] {
  const formats = tab.formats.filter(
    (format) => format.gradient === undefined && format.ranges.some((range) => overlaps(range, area)),
  );
  const formulas = formulaResults(view, tab, area, formats);
  return Array.from({ length: area.rows }, (_, r) =>
    Array.from({ length: area.columns }, (_, c) => {
      const row = area.row + r;
      const column = area.column + c;
      const look = lookAt(view.state, tab, row, column);
      const met = formats.find(
        (format, index) =>
          format.ranges.some((range) => contains(range, row, column)) &&
          (format.type === 'CUSTOM_FORMULA'
            ? truthy(formulas.get(`${index} ${row} ${column}`) ?? null)
            : holds(view, tab, format, row, column)),
      );
      return {
        fill: met?.background ?? look.background ?? null,
        ink: met?.color ?? look.color ?? null,
        bold: met?.bold ?? look.bold ?? false,
      };
    }),
  );
}

function truthy(value: Computed): boolean {
  return value === true || (typeof value === 'number' && value !== 0);
}

/** A formula is written for the top-left cell of the rule's first range; $-parts stay, the rest moves with the cell. */
function formulaResults(
  view: View,
  tab: TabState,
  area: Area,
  formats: readonly ConditionalFormat[],
): Map<string, Computed> {
  const wanted: string[] = [];
  const asked = new Map<string, string>();
  const indexOf = new Map<string, number>();
  formats.forEach((format, index) => {
    if (format.type !== 'CUSTOM_FORMULA') return;
    const formula = String(format.values[0]);
    const origin = format.ranges[0];
    if (!origin) return;
    const top = Math.min(...format.ranges.map((range) => range.row));
    const left = Math.min(...format.ranges.map((range) => range.column));
    for (let row = area.row; row < area.row + area.rows; row++)
      for (let column = area.column; column < area.column + area.columns; column++) {
        if (!format.ranges.some((range) => contains(range, row, column))) continue;
        const shifted = shiftFormula(formula, row - top, column - left);
        asked.set(`${index} ${row} ${column}`, shifted);
        if (!indexOf.has(shifted)) indexOf.set(shifted, wanted.push(shifted) - 1);
      }
  });
  const results = view.engine.scratch(view.state, tab, wanted, view.now);
  return new Map([...asked].map(([key, formula]) => [key, results[indexOf.get(formula) ?? 0] ?? null]));
}

function holds(view: View, tab: TabState, format: ConditionalFormat, row: number, column: number): boolean {
  const value = valueAt(view, tab, row, column);
  const { type, values } = format;
  if (type === 'CELL_EMPTY') return value === null || value === '';
  if (type === 'CELL_NOT_EMPTY') return value !== null && value !== '';
  if (isErrorValue(value)) return false;
  if (type.startsWith('TEXT_')) {
    const text = textAt(view, tab, row, column).toLowerCase();
    const wanted = String(values[0] ?? '').toLowerCase();
    if (type === 'TEXT_EQUAL_TO') return text === wanted;
    if (type === 'TEXT_CONTAINS') return text.includes(wanted);
    if (type === 'TEXT_DOES_NOT_CONTAIN') return !text.includes(wanted);
    if (type === 'TEXT_STARTS_WITH') return text.startsWith(wanted);
    return type === 'TEXT_ENDS_WITH' && text.endsWith(wanted);
  }
  if (typeof value !== 'number') return false;
  const bounds = values.map(Number);
  if (type.startsWith('NUMBER_')) return compare(type.slice(7), value, bounds);
  return type.startsWith('DATE_') && compare(type.slice(5), Math.floor(value), bounds.map(Math.floor));
}
