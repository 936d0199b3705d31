// Check-in days: when a captain or lead asks how it goes, some days before a deadline.
import { addDays, daysBetween, type Day } from '../values/day';

/**
 * The days before `due` (as many as `daysBefore` says, 7 and 2 as shipped), earliest first, each once; none before
 * today, none on the day itself or later.
 */
export function checkInDays(today: Day, due: Day, daysBefore: readonly number[]): Day[] {
  const left = daysBetween(today, due);
  const days = [...new Set(daysBefore)].filter((before) => before > 0 && before <= left);
  return days.map((before) => addDays(due, -before)).sort();
}
