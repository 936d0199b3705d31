// Time zones for the virtual clock: how far a zone is from UTC at an instant, and back from wall-clock time.

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();
const QUARTER_MS = 15 * 60_000;

/** Milliseconds to add to UTC to read the wall clock of the zone at this instant. Throws RangeError on an unknown zone. */
export function zoneOffset(zone: string, instant: number): number {
  let known = offsets.get(zone);
  if (known === undefined) offsets.set(zone, (known = new Map<number, number>()));
  const bucket = Math.floor(instant / QUARTER_MS);
  const cached = known.get(bucket);
  if (cached !== undefined) return cached;
  const offset = wallClock(zone, bucket * QUARTER_MS) - bucket * QUARTER_MS;
  known.set(bucket, offset);
  return offset;
}

function wallClock(zone: string, instant: number): number {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    });
    formats.set(zone, format);
  }
  const part: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(instant)) part[type] = value;
  const year = part['era'] === 'BC' ? 1 - Number(part['year']) : Number(part['year']);
  const wall = new Date(0);
  wall.setUTCFullYear(year, Number(part['month']) - 1, Number(part['day']));
  wall.setUTCHours(Number(part['hour']), Number(part['minute']), Number(part['second']));
  return wall.getTime();
}

/** The instant at which the zone's clock shows this wall-clock time (given as if it were UTC). */
export function instantOf(zone: string, wall: number): number {
  const guess = wall - zoneOffset(zone, wall);
  return wall - zoneOffset(zone, guess);
}

/** "2026-11-12" → 9:00 of that day in the zone; an ISO instant → itself. NaN for anything else. */
export function startOfClock(today: string, zone: string): number {
  if (/^\d{4}-\d{2}-\d{2}$/.test(today)) return instantOf(zone, Date.parse(`${today}T09:00:00Z`));
  return /(Z|[+-]\d\d:?\d\d)$/.test(today) ? Date.parse(today) : NaN;
}
