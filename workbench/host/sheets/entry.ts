// Reads a text the way Sheets reads what a person types, and what setValue(s) is given: numbers, percent, currency,
// booleans, dates, times and formulas by the locale of the spreadsheet. Facts: reference/platform.md section 5.
import { readDate } from './entryDate';
import { toCanonical } from './formulaLocale';
import type { Locale } from './locale';
import type { Stored } from './state';

export interface Entry {
  readonly value: Stored;
  /** The number format that the text brings along; absent where it brings none. */
  readonly format?: string;
  /** A leading apostrophe was taken off. */
  readonly quoted?: true;
}

export interface EntryContext {
  readonly locale: Locale;
  /** The year that a date without a year gets. */
  readonly year: number;
  /** The cell's number format; undefined is automatic. */
  readonly format: string | undefined;
}

export function readEntry(text: string, context: EntryContext): Entry {
  if (text === '') return { value: null };
  if (text.startsWith("'")) return { value: text.slice(1), quoted: true };
  if (text.startsWith('=') && text.length > 1) return { value: { f: toCanonical(text, context.locale) } };
  if (context.format === '@') return { value: text };
  const typed = text.trim();
  const read =
    readBoolean(typed, context.locale) ?? readNumber(typed, context.locale) ?? readDate(typed, context);
  if (read) return read;
  // "+1 503 555 0100" and "-maybe": a leading sign starts a formula where the text is no number.
  if (/^[+-][^\s+-]|^[+-]\s*\S*[\p{L}\p{N}(]/u.test(text))
    return { value: { f: toCanonical(`=${text}`, context.locale) } };
  return { value: text };
}

function readBoolean(text: string, locale: Locale): Entry | null {
  const upper = text.toUpperCase();
  if (upper === 'TRUE' || upper === locale.true) return { value: true };
  if (upper === 'FALSE' || upper === locale.false) return { value: false };
  return null;
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
const patterns = new Map<string, RegExp>();

/** Groups: sign or "(", currency before, whole part, decimals, exponent, percent or currency after. */
function numberPattern(locale: Locale): RegExp {
  let pattern = patterns.get(locale.name);
  if (!pattern) {
    const group = escape(locale.group);
    const decimal = escape(locale.decimal);
    const money = '[$€£¥]';
    pattern = new RegExp(
      `^(\\(|[+-])?\\s*(${money})?\\s*([+-])?(\\d{1,3}(?:${group}\\d{3})+|\\d+)?(?:${decimal}(\\d*))?(?:[eE]([+-]?\\d{1,3}))?\\s*(%|${money})?(\\))?$`,
    );
    patterns.set(locale.name, pattern);
  }
  return pattern;
}

function readNumber(text: string, locale: Locale): Entry | null {
  if (!/\d/.test(text)) return null;
  const m = numberPattern(locale).exec(text);
  if (!m) return null;
  const [, sign, moneyBefore, innerSign, whole = '', decimals, exponent, after, close] = m;
  if (whole === '' && (decimals ?? '') === '') return null;
  if ((sign === '(') !== (close === ')')) return null;
  if (sign !== undefined && innerSign !== undefined) return null;
  if (moneyBefore !== undefined && after !== undefined) return null;
  const digits = locale.group === '' ? whole : whole.split(locale.group).join('');
  let value = Number(`0${digits}.${decimals ?? ''}0e${exponent ?? '0'}`);
  if (!Number.isFinite(value)) return null;
  if (sign === '-' || sign === '(' || innerSign === '-') value = -value;
  const places = decimals?.length ?? 0;
  const money = moneyBefore ?? (after !== undefined && after !== '%' ? after : undefined);
  if (after === '%') return { value: value / 100, format: places > 0 ? '0.00%' : '0%' };
  if (money !== undefined) {
    const pattern = places > 0 ? '#,##0.00' : '#,##0';
    return { value, format: moneyBefore !== undefined ? `"${money}"${pattern}` : `${pattern} "${money}"` };
  }
  if (exponent !== undefined) return { value, format: '0.00E+00' };
  if (whole.includes(locale.group)) return { value, format: places > 0 ? '#,##0.00' : '#,##0' };
  return { value: value === 0 ? 0 : value };
}
