// Backwards from the day of an event: when a task is due, and when somebody asks how it goes.
import { addDays, type Day } from '../../values/day';
import { lastDayNotOff, type DaysOff } from '../../values/daysOff';

/** So many days before the event, or the last day before that which is not off. Never after the event. */
export function dueDay(event: Day, daysBefore: number, off: DaysOff): Day {
  return lastDayNotOff(addDays(event, -daysBefore), off);
}

/**
 * The first check-in of a critical task: the most days before `due` that Settings name (`checkIns`, earliest first), or
 * the last day before that which is not off. null where Settings say that nobody asks.
 */
export function checkInDay(due: Day, checkIns: readonly number[], off: DaysOff): Day | null {
  const [first] = checkIns;
  return first === undefined ? null : lastDayNotOff(addDays(due, -first), off);
}
