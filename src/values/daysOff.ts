// Days on which nothing is due, as a group writes them in one cell: "Sundays, Dec 24 – Jan 1".
import { addDays, day, mondayOf, daysBetween, type Day } from './day';
import { cleanText, foldName } from './text';
import { readTypedDate } from './typedDate';

/** First and last day, both "MM-DD" (every year) or both whole days. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

export interface DaysOff {
  /** 0 is Monday, 6 Sunday. */
  readonly weekdays: readonly number[];
  readonly spans: readonly Span[];
}

export const NO_DAYS_OFF: DaysOff = { weekdays: [], spans: [] };

const weekdayOf = (of: Day): number => daysBetween(mondayOf(of), of);

export function isOff(of: Day, { weekdays, spans }: DaysOff): boolean {
  return (
    weekdays.includes(weekdayOf(of)) ||
    spans.some(({ from, to }) => {
      const it = of.slice(-from.length);
      return from <= to ? it >= from && it <= to : it >= from || it <= to;
    })
  );
}

/** How far back a day is looked for: longer than any span. */
const FARTHEST = 800;

/** This day or the last one before it that is not off; the day itself where all of them are. */
export function lastDayNotOff(of: Day, off: DaysOff): Day {
  for (let back = 0; back <= FARTHEST; back++) {
    const one = addDays(of, -back);
    if (!isOff(one, off)) return one;
  }
  return of;
}

export interface DaysOffRead {
  readonly daysOff: DaysOff;
  /** The parts that cannot be read, or in two ways, as typed. */
  readonly unread: readonly string[];
}

/** Parts stand between commas, semicolons, lines or "and". "Dec 24, 2026" is one part. */
export function readDaysOff(text: string, locale: string): DaysOffRead {
  const parts = cleanText(text)
    .replace(/,\s*(?=\d{4}(?![\d/]|-\d))/g, ' ')
    .split(/\s*[,;\n]\s*|\s+(?:and|und|&)\s+/i)
    .filter((part) => part !== '');
  const weekdays = new Set<number>();
  const spans: Span[] = [];
  const unread: string[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] ?? '';
    const next = parts[i + 1] ?? '';
    const named = readWeekdays(part);
    const span = named === null ? readSpan(part, locale) : readSpan(next, locale);
    if (named !== null && !named.every && span !== null) {
      // "Sun, Dec 24": every Sunday and that day, or that day alone, a Sunday?
      i++;
      const known = span.from.length > 5 && named.days[0] === weekdayOf(day(span.from));
      if (known) spans.push(span);
      else unread.push(`${part}, ${next}`);
    } else if (named !== null) for (const one of named.days) weekdays.add(one);
    else if (span !== null) spans.push(span);
    else unread.push(part);
  }
  const daysOff = { weekdays: [...weekdays].sort(), spans };
  return leavesDays(daysOff) ? { daysOff, unread } : { daysOff: NO_DAYS_OFF, unread: [text] };
}

/** A leap year, long gone: for days without a year. */
const ANY_YEAR = day('2024-07-01');

/** False where the whole year would be off. */
function leavesDays(off: DaysOff): boolean {
  const days = Array.from({ length: 366 }, (_, n) => addDays(day('2024-01-01'), n));
  return off.weekdays.length < 7 && !days.every((one) => isOff(one, { ...off, weekdays: [] }));
}

const WEEKDAYS = [
  'monday mon montag',
  'tuesday tue tues dienstag',
  'wednesday wed mittwoch',
  'thursday thu thur thurs donnerstag',
  'friday fri freitag',
  'saturday sat samstag',
  'sunday sun sonntag',
].map((words) => words.split(' '));

/** `every` is false for a single name without "every" or an s, which may also belong to the date behind it. */
function readWeekdays(part: string): { readonly days: readonly number[]; readonly every: boolean } | null {
  const text = foldName(part);
  const plain = text.replace(/^(?:every|each|all|on) /, '');
  if (/^weekends?$/.test(plain)) return { days: [5, 6], every: true };
  const [from, to, ...more] = plain.split(/ (?:to|until|till|through|bis) | (?=[a-z]+$)/).map(weekdayNamed);
  if (from === undefined || from < 0 || more.length > 0) return null;
  if (to === undefined) {
    const isPlural = plain.endsWith('s') && !WEEKDAYS[from]?.includes(plain);
    return { days: [from], every: isPlural || plain !== text };
  }
  const length = (((to - from) % 7) + 7) % 7;
  return to < 0 ? null : { days: Array.from({ length: length + 1 }, (_, n) => (from + n) % 7), every: true };
}

const weekdayNamed = (word: string): number =>
  WEEKDAYS.findIndex((names) => names.includes(word) || names.includes(word.replace(/s$/, '')));

const BETWEEN = /\s*[–—]\s*|\s+(?:-|to|until|till|through|thru|bis)\s+/i;

/** One day, or first and last. null for what cannot be read, reads two ways or ends before it begins. */
function readSpan(part: string, locale: string): Span | null {
  const wide = part.split(BETWEEN);
  // "Dec 24-26": a date written with a hyphen and a month's name is none that people use.
  const ends = wide.length === 1 && /^[^-]*\p{L}[^-]*-[^-]*$/u.test(part) ? part.split('-') : wide;
  const [first = '', last = first] = ends.map((end) => end.trim());
  if (ends.length > 2 || first === '' || last === '') return null;
  const [a, b] = [withMonth(first, last), withMonth(last, first)];
  const [wholeA, wholeB] = [readDay(a, locale), readDay(b, locale)];
  if (wholeA === null && wholeB === null) {
    const [from, to] = [readDay(a, locale, ANY_YEAR), readDay(b, locale, ANY_YEAR)];
    return from === null || to === null ? null : { from: from.slice(5), to: to.slice(5) };
  }
  const from = wholeA ?? readDay(a, locale, wholeB ?? ANY_YEAR, 'past');
  const to = wholeB ?? readDay(b, locale, wholeA ?? ANY_YEAR, 'coming');
  return from === null || to === null || from > to || daysBetween(from, to) > 366 ? null : { from, to };
}

function readDay(text: string, locale: string, near?: Day, wanted?: 'past' | 'coming'): Day | null {
  const read = readTypedDate(text, locale, near, wanted);
  return read.kind === 'day' ? read.day : null;
}

/** "27" or "27 2026" beside "Nov 26" is the 27th of November. */
function withMonth(end: string, other: string): string {
  const month = /^\d{1,2}\.?(?: \d{4})?$/.test(end) ? /\p{L}{3,}/u.exec(other)?.[0] : undefined;
  return month === undefined ? end : end.replace(/^\d{1,2}\.?/, (figures) => `${month} ${figures}`);
}
