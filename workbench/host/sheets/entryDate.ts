// Reads typed dates and times: "1/2", "7-11", "May 1", "1.5.2024", "2024-05-01 10:30", "10 AM". Keeps the pattern
// that was typed as the number format, as Sheets does.
import type { Entry, EntryContext } from './entry';
import type { Locale } from './locale';
import { serialOf } from './serial';

interface Read {
  readonly serial: number;
  readonly format: string;
}

/** Null where the text is neither a date nor a time. */
export function readDate(text: string, context: EntryContext): Entry | null {
  if (!/\d/.test(text) || text.length > 60) return null;
  const time = readTime(text);
  if (time) return { value: time.serial, format: time.format };
  const day = readDay(text, context);
  if (day) return { value: day.serial, format: day.format };
  const split = /^(.*?\S)(,?\s+)(\d{1,2}(?::\d{2}.*|\s*[ap]\.?m\.?))$/i.exec(text);
  if (!split) return null;
  const left = readDay(split[1] ?? '', context);
  const right = readTime(split[3] ?? '');
  if (!left || !right || right.serial >= 1) return null;
  return { value: left.serial + right.serial, format: `${left.format} ${right.format}` };
}

function readTime(text: string): Read | null {
  const m = /^(\d{1,4})(?::(\d{2}))?(?::(\d{2})(?:\.(\d{1,3}))?)?\s*([ap])?\.?(?:m\.?)?$/i.exec(text);
  if (!m) return null;
  const [, hoursText = '', minutesText, secondsText, fraction, half] = m;
  if (minutesText === undefined && half === undefined) return null;
  let hours = Number(hoursText);
  const minutes = Number(minutesText ?? 0);
  const seconds = Number(secondsText ?? 0) + Number(`0.${fraction ?? '0'}`);
  if (minutes > 59 || seconds >= 60) return null;
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  const serial = (hours + minutes / 60 + seconds / 3600) / 24;
  const colon = minutesText === undefined ? '' : ':mm';
  const tail = secondsText === undefined ? '' : ':ss';
  if (half !== undefined) return { serial, format: `h${colon}${tail} AM/PM` };
  if (hours >= 24) return { serial, format: `[h]${colon}${tail}` };
  return { serial, format: `H${colon}${tail}` };
}

function readDay(text: string, context: EntryContext): Read | null {
  return readIso(text) ?? readFigures(text, context) ?? readWords(text, context);
}

function make(year: number, month: number, day: number, format: string): Read | null {
  const serial = serialOf(year, month, day);
  return serial === null ? null : { serial, format };
}

function readIso(text: string): Read | null {
  const m = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (!m) return null;
  const [, year = '', mark = '', month = '', day = ''] = m;
  const format = `yyyy${mark}${'M'.repeat(month.length)}${mark}${'d'.repeat(day.length)}`;
  return make(Number(year), Number(month), Number(day), format.replace('MM', 'mm'));
}

/** Two figures belong to 1930 to 2029. */
function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year < 30 ? 2000 + year : 1900 + year;
}

function readFigures(text: string, { locale, year }: EntryContext): Read | null {
  const m = /^(\d{1,2})([-/.])(\d{1,2}|\d{4})(?:\2(\d{4}|\d{2})?)?$/.exec(text);
  if (!m) return null;
  const [, a = '', mark = '', b = '', c] = m;
  if (!locale.dateSeparators.includes(mark)) return null;
  if (mark === '.' && c === undefined && !text.endsWith('.') && locale.decimal === '.') return null;
  if (b.length === 4) return c === undefined ? make(Number(b), Number(a), 1, `M${mark}yyyy`) : null;
  const monthFirst = locale.order !== 'dmy';
  const [month, day] = monthFirst ? [a, b] : [b, a];
  const monthPattern = month.startsWith('0') ? 'MM' : 'M';
  const dayPattern = day.startsWith('0') ? 'dd' : 'd';
  const two = monthFirst ? `${monthPattern}${mark}${dayPattern}` : `${dayPattern}${mark}${monthPattern}`;
  const yearPattern = c === undefined ? (text.endsWith(mark) ? mark : '') : `${mark}${'y'.repeat(c.length)}`;
  return make(c === undefined ? year : fullYear(c), Number(month), Number(day), two + yearPattern);
}

function monthOf(word: string, locale: Locale): { month: number; long: boolean } | null {
  const wanted = word.toLowerCase().replace(/\.$/, '');
  for (const [names, long] of [
    [locale.months, true],
    [locale.shortMonths, false],
    [ENGLISH, true],
    [ENGLISH.map((name) => name.slice(0, 3)), false],
  ] as const) {
    const index = names.findIndex((name) => name.toLowerCase() === wanted);
    if (index >= 0) return { month: index + 1, long };
  }
  return wanted === 'sept' ? { month: 9, long: false } : null;
}

const ENGLISH = 'January February March April May June July August September October November December'.split(
  ' ',
);
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+/i;

function readWords(text: string, { locale, year }: EntryContext): Read | null {
  const weekday = WEEKDAY.exec(text);
  const rest = weekday ? text.slice(weekday[0].length) : text;
  const lead = weekday ? (/day/i.test(weekday[0]) ? 'dddd, ' : 'ddd, ') : '';
  const spell = (long: boolean) => (long ? 'mmmm' : 'mmm');
  let m = /^(\p{L}+\.?)[\s-]+(\d{1,2})(?:,?\s+(\d{4})|-(\d{2}|\d{4}))?$/u.exec(rest);
  if (m) {
    const month = monthOf(m[1] ?? '', locale);
    const typedYear = m[3] ?? m[4];
    if (!month) return null;
    const tail = typedYear === undefined ? '' : `, ${'y'.repeat(typedYear.length)}`;
    return make(
      typedYear === undefined ? year : fullYear(typedYear),
      month.month,
      Number(m[2]),
      `${lead}${spell(month.long)} d${tail}`,
    );
  }
  m = /^(\d{1,2})\.?([\s-])(\p{L}+\.?)(?:,?[\s-](\d{4}|\d{2}))?$/u.exec(rest);
  if (m) {
    const month = monthOf(m[3] ?? '', locale);
    if (!month) return null;
    const mark = m[2] ?? ' ';
    const tail = m[4] === undefined ? '' : `${mark}${'y'.repeat(m[4].length)}`;
    return make(
      m[4] === undefined ? year : fullYear(m[4]),
      month.month,
      Number(m[1]),
      `${lead}d${mark}${spell(month.long)}${tail}`,
    );
  }
  m = /^(\p{L}+\.?),?[\s-](\d{4})$/u.exec(rest);
  const month = m ? monthOf(m[1] ?? '', locale) : null;
  return m && month ? make(Number(m[2]), month.month, 1, `${lead}${spell(month.long)} yyyy`) : null;
}
