// How values of formulas turn into numbers, texts and truth, and how they compare, as in Sheets.
import { generalNumber } from '../display';
import { readEntry } from '../entry';
import type { Locale } from '../locale';
import type { ErrorCell } from '../state';

/** One value; null is a blank cell. */
export type Scalar = string | number | boolean | null | ErrorCell;

/** The cells of a range, rows × columns. */
export interface GridValue {
  readonly grid: readonly (readonly Scalar[])[];
}

export type Value = Scalar | GridValue;

/** Thrown while compiling or calculating what only the other calculator knows. */
export class Unknown extends Error {}

export const VALUE: ErrorCell = { e: '#VALUE!' };
export const NOT_AVAILABLE: ErrorCell = { e: '#N/A' };
export const REF: ErrorCell = { e: '#REF!' };
export const NUM: ErrorCell = { e: '#NUM!' };
export const DIV: ErrorCell = { e: '#DIV/0!' };

export function isError(value: Value): value is ErrorCell {
  return typeof value === 'object' && value !== null && 'e' in value;
}

export function isGrid(value: Value): value is GridValue {
  return typeof value === 'object' && value !== null && 'grid' in value;
}

export function toNumber(value: Scalar, locale: Locale): number | ErrorCell {
  if (typeof value === 'number') return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'string') return value;
  const read = /\d/.test(value) ? readEntry(value, { locale, year: 2000, format: undefined }).value : null;
  return typeof read === 'number' ? read : VALUE;
}

export function toText(value: Scalar, locale: Locale): string | ErrorCell {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (typeof value === 'number') {
    const plain = Number.isInteger(value) || Math.abs(value) >= 1e15 || Math.abs(value) < 1e-9;
    if (plain) return generalNumber(value, locale);
    return String(Number(value.toPrecision(15))).replace('.', locale.decimal);
  }
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value;
}

/** What IF, AND and OR make of a value; a text that is no truth word is an error. */
export function toTruth(value: Scalar): boolean | ErrorCell {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (value === null) return false;
  if (typeof value !== 'string') return value;
  const upper = value.toUpperCase();
  return upper === 'TRUE' ? true : upper === 'FALSE' ? false : VALUE;
}

/** Below 0, 0 or above 0. Numbers stand before texts before truths; texts compare without case; a blank is like its partner's nothing. */
export function compareScalars(a: Exclude<Scalar, ErrorCell>, b: Exclude<Scalar, ErrorCell>): number {
  if (a === null && b === null) return 0;
  if (a === null) return compareScalars(nothingLike(b), b);
  if (b === null) return compareScalars(a, nothingLike(a));
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') {
    if (a === b) return 0;
    const [x, y] = [a.toLowerCase(), b.toLowerCase()];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  return rank(a) - rank(b);
}

function nothingLike(value: string | number | boolean | null): string | number | boolean {
  return typeof value === 'string' ? '' : typeof value === 'boolean' ? false : 0;
}

function rank(value: string | number | boolean | null): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
}

/** A lookup or criteria text with * and ? as a test; ~ takes their meaning away. */
export function wildcard(pattern: string): RegExp {
  const source = pattern.replace(
    /~([*?~])|([*?])|[.+^${}()|[\]\\/-]/g,
    (whole: string, plain?: string, wild?: string) => {
      if (plain !== undefined) return `\\${plain}`;
      if (wild !== undefined) return wild === '*' ? '[\\s\\S]*' : '[\\s\\S]';
      return `\\${whole}`;
    },
  );
  return new RegExp(`^${source}$`, 'i');
}
