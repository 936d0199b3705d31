// Dates that people typed as text, read the way the sheet's locale reads them, and those that read two ways.
import { isDateCell, type Cell } from './cell';
import { day, dayOf, daysBetween, type Day } from './day';
import { cleanText, foldName } from './text';
import { later } from './later';

export type TypedDate =
  | { readonly kind: 'day'; readonly day: Day }
  /** `choices` holds the reading by the locale first; `byLocale` names it. */
  | { readonly kind: 'two-ways'; readonly choices: readonly [Day, Day]; readonly byLocale: Day }
  | { readonly kind: 'none' };

/** Which year a text without one means: the newest that is past or today, the next from today on, or the nearest. */
export type YearWanted = 'past' | 'coming' | 'nearest';

const NONE: TypedDate = { kind: 'none' };

const MONTH_WORDS: readonly string[] = [
  'jan january januar janner enero ene janvier janv gennaio janeiro',
  'feb february februar febrero fevrier fevr febbraio fevereiro fev',
  'mar march marz mrz marzo mars marco',
  'apr april abril abr avril avr aprile',
  'may mai mayo maggio maio',
  'jun june juni junio juin giugno junho',
  'jul july juli julio juillet juil luglio julho',
  'aug august agosto ago aout',
  'sep sept september septiembre septembre settembre setembro set',
  'oct october oktober okt octubre octobre ottobre outubro out',
  'nov november noviembre novembre novembro',
  'dec december dezember dez diciembre dic decembre dezembro dicembre',
];
const months = later(
  (): ReadonlyMap<string, number> =>
    new Map(MONTH_WORDS.flatMap((words, i) => words.split(' ').map((w): [string, number] => [w, i + 1]))),
);
const WEEKDAY =
  /^(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mie|jue|vie|sab|dom|(?:mon|tues|wednes|thurs|fri|satur|sun)day|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunes|martes|miercoles|jueves|viernes|sabado|domingo)[.,]*\s+(?=\S)/i;
const TIME =
  /[\sT,]+(?:at\s+|um\s+)?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?|uhr|z|[+-]\d{2}:?\d{2})?$/i;

/** True where the locale ("en_US", "de-DE") writes the month before the day in figures. */
export function monthFirst(locale: string): boolean {
  return /^(?:en|en[_-]US|en[_-]PH|es[_-]US|fil(?:[_-]PH)?|)$/i.test(locale);
}

function fullYear(digits: string): number {
  const n = Number(digits);
  return digits.length > 2 ? n : n < 70 ? 2000 + n : 1900 + n;
}

function made(year: number, month: number, dayOfMonth: number): TypedDate {
  const found = year >= 1900 && year < 2200 ? dayOf(year, month, dayOfMonth) : null;
  return found === null ? NONE : { kind: 'day', day: found };
}

/** Day and month in the year that is wanted. 29 February takes the nearest leap year on that side. */
function withYear(month: number, dayOfMonth: number, today: Day | undefined, wanted: YearWanted): TypedDate {
  if (today === undefined) return NONE;
  const year = Number(today.slice(0, 4));
  const steps = Array.from({ length: 2 * LEAP_GAP + 1 }, (_, i) => i - LEAP_GAP);
  const days = steps
    .map((step) => dayOf(year + step, month, dayOfMonth))
    .filter((d) => d !== null)
    .filter((d) => wanted === 'nearest' || d === today || (wanted === 'past') === d < today);
  days.sort((a, b) => Math.abs(daysBetween(a, today)) - Math.abs(daysBetween(b, today)));
  return days[0] === undefined ? NONE : { kind: 'day', day: days[0] };
}

/** Years from one leap year to the next, at most. */
const LEAP_GAP = 8;

/** Figures a and b as day and month, either way round; `read` gives the day of a month (1-based) and day of month. */
function twoReadings(
  a: number,
  b: number,
  mark: string,
  locale: string,
  read: (month: number, dayOfMonth: number) => TypedDate,
): TypedDate {
  const byMonth = read(a, b);
  const byDay = read(b, a);
  const first = monthFirst(locale);
  // Dots are how day-first countries write: there they leave no doubt.
  if (mark === '.' && !first) return byDay;
  const [one, other] = first ? [byMonth, byDay] : [byDay, byMonth];
  if (one.kind !== 'day') return other;
  if (other.kind !== 'day' || other.day === one.day) return one;
  return { kind: 'two-ways', choices: [one.day, other.day], byLocale: one.day };
}

/**
 * Reads a whole text as a calendar day: ISO, figures by locale, month names (English, German, Spanish, French and near
 * ones), ordinals, two-digit years (00 to 69 are 20..), a weekday before and a time after. A text without a year
 * ("Nov 3") takes the `wanted` one as seen from `today`, and is none where `today` is not given. Impossible days are
 * none.
 */
export function readTypedDate(
  text: string,
  locale: string,
  today?: Day,
  wanted: YearWanted = 'nearest',
): TypedDate {
  const clean = cleanText(text).replace(TIME, '').trim();
  if (clean.length > 40 || !/\d/.test(clean)) return NONE;
  // "Mar 4" is a day in March; only where it is none, "mar" is a Tuesday.
  const read = readPlain(clean, locale, today, wanted);
  return read.kind === 'none' && WEEKDAY.test(clean)
    ? readPlain(clean.replace(WEEKDAY, ''), locale, today, wanted)
    : read;
}

/** Without a weekday before and a time after. */
function readPlain(plain: string, locale: string, today: Day | undefined, wanted: YearWanted): TypedDate {
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\.?$/.exec(plain);
  if (iso) return made(Number(iso[1]), Number(iso[3]), Number(iso[4]));
  const number = /^(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})$/.exec(plain);
  if (number) {
    const year = fullYear(number[4] ?? '');
    const [a, b] = [Number(number[1]), Number(number[3])];
    return twoReadings(a, b, number[2] ?? '', locale, (month, d) => made(year, month, d));
  }

  const yearless = /^(\d{1,2})(?:\/(\d{1,2})|\.\s?(\d{1,2})\.)$/.exec(plain);
  if (yearless && today !== undefined) {
    const mark = yearless[3] === undefined ? '/' : '.';
    const year = (month: number, d: number) => withYear(month, d, today, wanted);
    return twoReadings(Number(yearless[1]), Number(yearless[2] ?? yearless[3]), mark, locale, year);
  }

  const words = foldName(plain)
    .split(' ')
    .filter((w) => !/^(?:of|the|de|del|den|der|am|le|el|on)$/.test(w));
  return fromWords(words, today, wanted);
}

/** "3 nov 2026", "november 3rd 2026", "nov 3": folded words in either order. */
function fromWords(words: readonly string[], today: Day | undefined, wanted: YearWanted): TypedDate {
  if (words.length < 2 || words.length > 3) return NONE;
  const at = words.findIndex((w) => months().has(w));
  const others = words.filter((_, i) => i !== at);
  if (at < 0 || others.some((w) => !/^\d{1,4}(?:st|nd|rd|th|er|o|a)?$/.test(w))) return NONE;
  const month = months().get(words[at] ?? '') ?? 0;
  const [first = '', second = ''] = others;
  const count = (w: string) => Number(/^\d+/.exec(w)?.[0]);
  if (at === 1 && /^\d{4}$/.test(first)) return made(Number(first), month, count(second));
  if (first.replace(/\D/g, '').length > 2) return NONE;
  if (second === '') return withYear(month, count(first), today, wanted);
  return /^(?:\d{4}|\d{2})$/.test(second) ? made(fullYear(second), month, count(first)) : NONE;
}

/** True where the text is a date in some way, a year or not: for knowing a column by what it holds. */
export function looksLikeDate(text: string): boolean {
  return readTypedDate(text, 'en_US', day('2024-01-01')).kind !== 'none';
}

/** A date cell's day, without its time; null for everything else. Text is never a date here. */
export function dayOfCell(cell: Cell): Day | null {
  return isDateCell(cell) ? cell.day : null;
}
