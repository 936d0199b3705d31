// Date serials: days since 1899-12-30 on the sheet's wall clock, and the instants they stand for in a time zone.
import { zoneOffset } from '../zones';

const EPOCH_DAYS = 25569; // 1970-01-01
const DAY_MS = 86_400_000;

/** Serial of a calendar day (month and day 1-based), null where there is no such day. Years 1 to 9999. */
export function serialOf(year: number, month: number, day: number): number | null {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1) return null;
  return Math.round(date.getTime() / DAY_MS) + EPOCH_DAYS;
}

export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 0 = Sunday */
  readonly weekday: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
  readonly milliseconds: number;
}

/** The wall clock of a serial, to the nearest millisecond. */
export function wallClock(serial: number): WallClock {
  const date = new Date(Math.round((serial - EPOCH_DAYS) * DAY_MS));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    hours: date.getUTCHours(),
    minutes: date.getUTCMinutes(),
    seconds: date.getUTCSeconds(),
    milliseconds: date.getUTCMilliseconds(),
  };
}

/** Milliseconds that the zone's wall clock is ahead of UTC at this instant. */
const offsetAt = (epochMs: number, timeZone: string): number => zoneOffset(timeZone, epochMs);

const dayOffsets = new Map<string, number | null>();

/** The instant (epoch milliseconds) at which the zone's wall clock shows this serial; the earlier one where two do. */
export function instantOf(serial: number, timeZone: string): number {
  const wall = Math.round((serial - EPOCH_DAYS) * DAY_MS);
  const day = Math.floor(serial);
  const key = `${day} ${timeZone}`;
  let offset = dayOffsets.get(key);
  if (offset === undefined) {
    const start = (day - EPOCH_DAYS) * DAY_MS;
    const first = offsetAt(start - 14 * 3_600_000, timeZone);
    const last = offsetAt(start + DAY_MS + 14 * 3_600_000, timeZone);
    offset = first === last ? first : null;
    dayOffsets.set(key, offset);
  }
  if (offset !== null) return wall - offset;
  const guess = wall - offsetAt(wall - offsetAt(wall, timeZone), timeZone);
  const earlier = wall - offsetAt(guess - 3_600_000, timeZone);
  return earlier < guess && earlier + offsetAt(earlier, timeZone) === wall ? earlier : guess;
}

/** The serial that the zone's wall clock shows at this instant. */
export function serialAt(epochMs: number, timeZone: string): number {
  return (epochMs + offsetAt(epochMs, timeZone)) / DAY_MS + EPOCH_DAYS;
}
