// Whether a value keeps to a cell's validation rule, and what its dropdown offers.
import { isDateFormat } from './display';
import { isErrorValue, tabById, type Area, type TabArea, type TabState, type Validation } from './state';
import type { Computed } from './engine';
import { textAt, type View } from './values';

export interface Candidate {
  readonly value: Computed;
  /** As the cell would show it. */
  readonly text: string;
  readonly format: string | undefined;
}

export function isTabArea(value: unknown): value is TabArea {
  return typeof value === 'object' && value !== null && 'tab' in value && 'rows' in value;
}

/** The texts that the dropdown of this rule offers; null where the rule is no dropdown. Blank cells offer nothing. */
export function choices(view: View, rule: Validation): readonly string[] | null {
  if (rule.type === 'VALUE_IN_LIST') {
    const [list] = rule.values;
    return Array.isArray(list) ? (list as readonly string[]) : [];
  }
  if (rule.type !== 'VALUE_IN_RANGE') return null;
  const [area] = rule.values;
  if (!isTabArea(area)) return [];
  const tab = tabById(view.state, area.tab);
  if (!tab) return [];
  const texts = cellsOf(area, tab).map(([row, column]) => textAt(view, tab, row, column));
  return [...new Set(texts.filter((text) => text !== ''))];
}

function cellsOf(area: Area, tab: TabState): [number, number][] {
  const out: [number, number][] = [];
  const last = Math.min(area.row + area.rows - 1, tab.rows.length);
  for (let row = area.row; row <= last; row++)
    for (let column = area.column; column < area.column + area.columns; column++) out.push([row, column]);
  return out;
}

/** True where the rule allows the value. A blank is always allowed. */
export function allows(view: View, rule: Validation, cell: Candidate): boolean {
  if (cell.value === null || cell.text === '') return true;
  if (isErrorValue(cell.value)) return false;
  const { type, values } = rule;
  const offered = choices(view, rule);
  if (offered) return offered.includes(cell.text);
  if (type === 'CHECKBOX') return allowsInCheckbox(values, cell);
  if (type.startsWith('DATE_')) return allowsDate(type, values, cell);
  if (type.startsWith('NUMBER_'))
    return typeof cell.value === 'number' && compare(type.slice(7), cell.value, values.map(Number));
  if (type.startsWith('TEXT_')) return allowsText(type.slice(5), plainText(values[0]), cell.text);
  return true;
}

function allowsInCheckbox(values: Validation['values'], cell: Candidate): boolean {
  if (values.length === 0) return typeof cell.value === 'boolean';
  return (
    values.some((value) => plainText(value) === cell.text) || (values.length === 1 && cell.value === false)
  );
}

const plainText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

function allowsDate(type: string, values: Validation['values'], cell: Candidate): boolean {
  if (typeof cell.value !== 'number' || !isDateFormat(cell.format)) return false;
  const bounds = values.map((value) =>
    typeof value === 'object' && value !== null && 'date' in value ? value.date : Number(value),
  );
  return type === 'DATE_IS_VALID_DATE' || compare(type.slice(5), Math.floor(cell.value), bounds);
}

function allowsText(kind: string, wanted: string, text: string): boolean {
  const has = text.toLowerCase().includes(wanted.toLowerCase());
  if (kind === 'CONTAINS') return has;
  if (kind === 'DOES_NOT_CONTAIN') return !has;
  if (kind === 'EQUAL_TO') return text === wanted;
  if (kind === 'IS_VALID_EMAIL') return /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text);
  if (kind === 'IS_VALID_URL') return /^(https?:\/\/|www\.)\S+\.\S+$/i.test(text);
  return true;
}

/** The comparisons that dates and numbers share, by the tail of the criteria's name. */
export function compare(kind: string, value: number, [a = 0, b = 0]: readonly number[]): boolean {
  switch (kind) {
    case 'AFTER':
    case 'GREATER_THAN':
      return value > a;
    case 'ON_OR_AFTER':
    case 'GREATER_THAN_OR_EQUAL_TO':
      return value >= a;
    case 'BEFORE':
    case 'LESS_THAN':
      return value < a;
    case 'ON_OR_BEFORE':
    case 'LESS_THAN_OR_EQUAL_TO':
      return value <= a;
    case 'EQUAL_TO':
      return value === a;
    case 'NOT_EQUAL_TO':
      return value !== a;
    case 'BETWEEN':
      return value >= Math.min(a, b) && value <= Math.max(a, b);
    case 'NOT_BETWEEN':
      return value < Math.min(a, b) || value > Math.max(a, b);
    default:
      return true;
  }
}
