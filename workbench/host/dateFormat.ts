// Utilities.formatDate: the letters of Java's SimpleDateFormat, English names, any time zone.
import { zoneOffset } from './zones';

const MONTHS = 'January,February,March,April,May,June,July,August,September,October,November,December'.split(
  ',',
);
const DAYS = 'Sunday,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday'.split(',');

/** Throws RangeError on an unknown time zone or pattern letter. */
export function formatDate(instant: number, timeZone: string, pattern: string): string {
  const zone = timeZone === 'GMT' ? 'UTC' : timeZone;
  const offset = zoneOffset(zone, instant);
  const wall = new Date(instant + offset);
  let out = '';
  for (const [piece] of pattern.matchAll(/'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']+/g)) {
    if (piece.startsWith("'")) out += piece === "''" ? "'" : piece.slice(1, -1).replaceAll("''", "'");
    else if (/[A-Za-z]/.test(piece)) out += field(piece, wall, offset, zone);
    else out += piece;
  }
  return out;
}

function field(letters: string, wall: Date, offset: number, zone: string): string {
  const pad = (value: number) => String(value).padStart(letters.length, '0');
  const name = (names: readonly string[], index: number) =>
    letters.length > 3 ? (names[index] ?? '') : (names[index] ?? '').slice(0, 3);
  const hour = wall.getUTCHours();
  const minutes = Math.abs(offset) / 60_000;
  const sign = offset < 0 ? '-' : '+';
  const [hh, mm] = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'));
  switch (letters[0]) {
    case 'y':
      return letters.length === 2 ? String(wall.getUTCFullYear()).slice(-2) : pad(wall.getUTCFullYear());
    case 'M':
      return letters.length > 2 ? name(MONTHS, wall.getUTCMonth()) : pad(wall.getUTCMonth() + 1);
    case 'd':
      return pad(wall.getUTCDate());
    case 'E':
      return name(DAYS, wall.getUTCDay());
    case 'u':
      return pad(wall.getUTCDay() || 7);
    case 'H':
      return pad(hour);
    case 'k':
      return pad(hour || 24);
    case 'h':
      return pad(hour % 12 || 12);
    case 'K':
      return pad(hour % 12);
    case 'm':
      return pad(wall.getUTCMinutes());
    case 's':
      return pad(wall.getUTCSeconds());
    case 'S':
      return pad(wall.getUTCMilliseconds());
    case 'a':
      return hour < 12 ? 'AM' : 'PM';
    case 'Z':
      return `${sign}${hh}${mm}`;
    case 'X':
      return offset === 0
        ? 'Z'
        : letters.length === 1
          ? `${sign}${hh}`
          : `${sign}${hh}${letters.length === 2 ? '' : ':'}${mm}`;
    case 'z':
      return zoneName(wall.getTime() - offset, zone, letters.length > 3);
    default:
      throw new RangeError(`Illegal pattern character '${letters[0] ?? ''}'`);
  }
}

function zoneName(instant: number, timeZone: string, long: boolean): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: long ? 'long' : 'short' });
  return format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
