// Google's Date objects ↔ the wall clock of the spreadsheet's time zone. A cell shows a wall clock; getValues gives
// the instant of it in the spreadsheet's zone, while Date's own getters speak the script's zone (platform facts, 5).
import type { DateCell } from '../values/cell';
import { dayFromNumber, dayNumber, type Day } from '../values/day';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

export interface WallClock {
  /** The wall clock at an instant. `time` is null at midnight: a pure date. */
  read(date: Date): DateCell;
  /** The instant of a wall clock; in the hour that a clock change skips, an hour later. */
  write(cell: DateCell): Date;
}

export function makeWallClock(timeZone: string): WallClock {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    era: 'short',
  });
  const offsets = new Map<number, number>();

  /** Milliseconds that the wall clock is ahead of UTC; zones change at whole quarters of an hour at most. */
  function offsetAt(epoch: number): number {
    const slot = Math.floor(epoch / (15 * MINUTE_MS));
    const known = offsets.get(slot);
    if (known !== undefined) return known;
    const at = slot * 15 * MINUTE_MS;
    const part: Record<string, string> = {};
    for (const { type, value } of format.formatToParts(at)) part[type] = value;
    const year = part['era'] === 'BC' ? 1 - Number(part['year']) : Number(part['year']);
    const wall = Date.UTC(
      year,
      Number(part['month']) - 1,
      Number(part['day']),
      Number(part['hour']),
      Number(part['minute']),
    );
    const offset = wall - at;
    offsets.set(slot, offset);
    return offset;
  }

  return {
    read(date) {
      const wall = date.getTime() + offsetAt(date.getTime());
      const day = Math.floor(wall / DAY_MS);
      const minutes = Math.floor((wall - day * DAY_MS) / MINUTE_MS);
      const pad = (n: number) => String(n).padStart(2, '0');
      return {
        day: dayFromNumber(day),
        time: minutes === 0 ? null : `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`,
      };
    },
    write(cell) {
      const [hours = 0, minutes = 0] = (cell.time ?? '00:00').split(':').map(Number);
      const wall = dayNumber(cell.day) * DAY_MS + (hours * 60 + minutes) * MINUTE_MS;
      const first = wall - offsetAt(wall);
      return new Date(wall - offsetAt(first));
    },
  };
}

/** "HH:MM" of an instant, and its day, on this wall clock. */
export function momentOf(clock: WallClock, date: Date): { day: Day; time: string } {
  const { day, time } = clock.read(date);
  return { day, time: time ?? '00:00' };
}
