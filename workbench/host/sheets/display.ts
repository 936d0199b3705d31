// The text that a cell shows: its value through its number format, in the spreadsheet's locale.
import type { Locale } from './locale';
import { wallClock } from './serial';

export type Shown = string | number | boolean | null;

/** Sheets' automatic format: whole numbers in full, else up to ten figures. */
export function generalNumber(value: number, locale: Locale): string {
  const size = Math.abs(value);
  let text: string;
  if (size >= 1e15 || (size < 1e-9 && size > 0)) {
    const [mantissa = '', exponent = '0'] = value.toExponential(5).split('e');
    const power = Number(exponent);
    text = `${mantissa.replace(/\.?0+$/, '')}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
  } else if (Number.isInteger(value)) {
    text = String(value);
  } else {
    const whole = String(Math.trunc(size)).length;
    text = value
      .toFixed(Math.max(0, Math.min(15, size < 1 ? 10 : Math.max(10, whole + 1) - whole)))
      .replace(/\.?0+$/, '');
  }
  return locale.decimal === '.' ? text : text.replace('.', locale.decimal);
}

/** True where this format shows a number as a date or a time. */
export function isDateFormat(format: string | undefined): boolean {
  if (format === undefined) return false;
  let known = dateFormats.get(format);
  if (known === undefined) {
    const bare = format.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]/gi, '');
    known = /[ymdhs]/i.test(bare) && !/[#0]/.test(bare.replace(/\.0+/, ''));
    dateFormats.set(format, known);
  }
  return known;
}
const dateFormats = new Map<string, boolean>();

/** The text shown for a value. `format` undefined is automatic. */
export function displayText(value: Shown, format: string | undefined, locale: Locale): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? locale.true : locale.false;
  if (format === undefined || format === '@' || /^general$/i.test(format) || format === '0.###############')
    return generalNumber(value, locale);
  return isDateFormat(format) ? dateText(value, format, locale) : numberText(value, format, locale);
}

const DATE_TOKEN = /"([^"]*)"|\\(.)|\[([hms])+\]|AM\/PM|am\/pm|y+|m+|d+|h+|s+(?:\.0+)?|[\s\S]/gi;

function dateText(value: number, format: string, locale: Locale): string {
  const clock = wallClock(value);
  const tokens = [...format.matchAll(DATE_TOKEN)].map((m) => m[0]);
  const half = tokens.some((token) => /^am\/pm$/i.test(token));
  const pad = (n: number, width: number) => String(n).padStart(width, '0');
  return tokens
    .map((token, index) => {
      const kind = token.charAt(0).toLowerCase();
      const size = token.length;
      if (token.startsWith('"')) return token.slice(1, -1);
      if (token.startsWith('\\')) return token.slice(1);
      if (token.startsWith('[')) return elapsed(value, token);
      if (/^am\/pm$/i.test(token)) return clock.hours < 12 ? 'AM' : 'PM';
      if (kind === 'y') return size <= 2 ? pad(clock.year % 100, 2) : pad(clock.year, 4);
      if (kind === 'd') {
        if (size >= 3) return (size > 3 ? locale.weekdays : locale.shortWeekdays)[clock.weekday] ?? '';
        return pad(clock.day, size);
      }
      if (kind === 'h') return pad(half ? clock.hours % 12 || 12 : clock.hours, Math.min(size, 2));
      if (kind === 's') return pad(clock.seconds, Math.min(token.split('.')[0]?.length ?? 1, 2));
      if (kind !== 'm') return token;
      if (isMinutes(tokens, index)) return pad(clock.minutes, Math.min(size, 2));
      if (size >= 3) return (size > 3 ? locale.months : locale.shortMonths)[clock.month - 1] ?? '';
      return pad(clock.month, size);
    })
    .join('');
}

function elapsed(value: number, token: string): string {
  const unit = token.charAt(1).toLowerCase();
  const factor = unit === 'h' ? 24 : unit === 'm' ? 1440 : 86400;
  return String(Math.floor(value * factor + 1e-7)).padStart(token.length - 2, '0');
}

/** "m" means minutes next to hours or seconds. */
function isMinutes(tokens: readonly string[], index: number): boolean {
  const letter = (token: string) => /^\[?([ymdhs])/i.exec(token)?.[1]?.toLowerCase();
  for (let i = index - 1; i >= 0; i--) {
    const kind = letter(tokens[i] ?? '');
    if (kind) return kind === 'h' || nextKind(tokens, index, letter) === 's';
  }
  return nextKind(tokens, index, letter) === 's';
}

function nextKind(tokens: readonly string[], index: number, letter: (token: string) => string | undefined) {
  for (let i = index + 1; i < tokens.length; i++) {
    const kind = letter(tokens[i] ?? '');
    if (kind) return kind;
  }
  return undefined;
}

function numberText(value: number, format: string, locale: Locale): string {
  const sections = format.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  let section = sections[0] ?? '0';
  let figure = value;
  if (value < 0 && sections.length > 1) [section, figure] = [sections[1] ?? '', -value];
  else if (value === 0 && sections.length > 2) section = sections[2] ?? '';
  const literals: string[] = [];
  const bare = section
    .replace(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, (_, text: string) => keep(literals, text))
    .replace(/\[[^\]]*\]/g, '')
    .replace(/"([^"]*)"/g, (_, text: string) => keep(literals, text))
    .replace(/\\(.)/g, (_, text: string) => keep(literals, text))
    .replace(/_./g, ' ')
    .replace(/\*./g, '');
  const m = /[#0?][#0?,]*(?:\.[#0?]*)?(?:E[+-]0+)?/i.exec(bare);
  const text = m ? bare.replace(m[0], figures(figure, m[0], bare.includes('%'), locale)) : bare;
  return text.replace(/[\ue000-\ue0ff]/g, (mark) => literals[mark.charCodeAt(0) - 0xe000] ?? '');
}

/** A literal's stand-in, from Unicode's private area, while the figures are put together. */
function keep(literals: string[], text: string): string {
  return String.fromCharCode(0xe000 + literals.push(text) - 1);
}

function figures(value: number, pattern: string, percent: boolean, locale: Locale): string {
  const scaled = percent ? value * 100 : value;
  const [mantissa = '', exponent] = pattern.split(/(?=E[+-])/i);
  const [whole = '', decimals = ''] = mantissa.split('.');
  const places = decimals.length;
  const least = (decimals.match(/0/g) ?? []).length;
  if (exponent !== undefined) {
    const [digits = '', power = '0'] = scaled.toExponential(places).split('e');
    const sign = Number(power) < 0 ? '-' : '+';
    return `${digits.replace('.', locale.decimal)}E${sign}${String(Math.abs(Number(power))).padStart(2, '0')}`;
  }
  const rounded = Math.abs(scaled) < 1e21 ? roundTo(Math.abs(scaled), places) : String(Math.abs(scaled));
  let [left = '0', right = ''] = rounded.split('.');
  while (right.length > least && right.endsWith('0')) right = right.slice(0, -1);
  left = left.padStart((whole.match(/0/g) ?? []).length, '0');
  if (left === '0' && !whole.includes('0')) left = '';
  if (whole.includes(',')) left = left.replace(/\B(?=(\d{3})+$)/g, locale.group);
  const sign = scaled < 0 && Number(rounded) !== 0 ? '-' : '';
  return sign + left + (right === '' ? '' : locale.decimal + right);
}

/** Rounds halves away from zero on the decimal figures, as a sheet does (1.005 → "1.01"). */
function roundTo(size: number, places: number): string {
  const shifted = Number(`${size}e${places}`);
  if (!Number.isFinite(shifted)) return size.toFixed(places);
  return Number(`${Math.round(shifted)}e-${places}`).toFixed(places);
}
