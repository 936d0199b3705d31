// Calendar days without time zones: an ISO string "YYYY-MM-DD" that sorts as it reads. Arithmetic by day count.

declare const dayMark: unique symbol;
/** A real calendar day, "YYYY-MM-DD", years 0001 to 9999. Made by `day`, `parseDay` or `addDays` only. */
export type Day = string & { readonly [dayMark]: true };

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The day of these figures (month and day 1-based), or null where there is no such day. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  if (![year, month, dayOfMonth].every(Number.isInteger)) return null;
  if (year < 1 || year > 9999 || month < 1 || month > 12) return null;
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null;
  const pad = (n: number, width: number) => String(n).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}` as Day;
}

/** Reads exactly "YYYY-MM-DD"; null for anything else and for days that do not exist. */
export function parseDay(text: string): Day | null {
  const m = ISO.exec(text);
  return m ? dayOf(Number(m[1]), Number(m[2]), Number(m[3])) : null;
}

/** A day written in the program itself. Throws on anything but a real "YYYY-MM-DD". */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`Not a day: ${text}`);
  return parsed;
}

/** A table holds the same few days again and again. */
const numbers = new Map<Day, number>();

/** Days from 1970-01-01 (which is 0), by the civil calendar. */
export function dayNumber(of: Day): number {
  const known = numbers.get(of);
  if (known !== undefined) return known;
  const count = countDays(of);
  numbers.set(of, count);
  return count;
}

function countDays(of: Day): number {
  const [y, m, d] = [Number(of.slice(0, 4)), Number(of.slice(5, 7)), Number(of.slice(8))];
  const year = m <= 2 ? y - 1 : y;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1;
  return (
    era * 146097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719468
  );
}

/** The day that `dayNumber` gives this number. Throws outside years 1 to 9999. */
export function dayFromNumber(n: number): Day {
  const z = n + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const made = dayOf(
    yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  );
  if (made === null) throw new Error(`No such day number: ${n}`);
  return made;
}

export function addDays(from: Day, days: number): Day {
  return dayFromNumber(dayNumber(from) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** The Monday of its week, Monday to Sunday: the same for all days of one ISO week. */
export function mondayOf(of: Day): Day {
  return addDays(of, -((((dayNumber(of) + 3) % 7) + 7) % 7));
}

export function laterOf(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed'];

/** "Nov 3", and "Nov 3, 2025" where the year is not that of `today`. A month is always a word. */
export function shortDay(of: Day, today: Day): string {
  const text = `${MONTHS[Number(of.slice(5, 7)) - 1] ?? ''} ${Number(of.slice(8))}`;
  return of.slice(0, 4) === today.slice(0, 4) ? text : `${text}, ${Number(of.slice(0, 4))}`;
}

/** "Thu, Nov 19, 2026". */
export function longDay(of: Day): string {
  const weekday = WEEKDAYS[((dayNumber(of) % 7) + 7) % 7] ?? '';
  return `${weekday}, ${MONTHS[Number(of.slice(5, 7)) - 1] ?? ''} ${Number(of.slice(8))}, ${Number(of.slice(0, 4))}`;
}
