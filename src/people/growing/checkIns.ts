// Whose next talk is due, by the day in the Volunteers tab.
import { laterOf, shortDay, type Day } from '../../values/day';
import { foldName } from '../../values/text';
import type { Volunteer } from '../../workbook/volunteer';

type Person = Pick<Volunteer, 'name' | 'nextCheckIn' | 'checkInText' | 'awayUntil'>;

/** The day of it; for who is away by then the day on which they are back. */
const dayOf = ({ nextCheckIn, awayUntil }: Person): Day | null =>
  nextCheckIn && laterOf(nextCheckIn, awayUntil);

/** "Check-in was due on Nov 9"; '' while it is not. A day that cannot be read is said. */
export function checkInDue(person: Person, today: Day): string {
  const { checkInText } = person;
  if (checkInText !== '') return `“${checkInText}” under Next check-in is no day`;
  const day = dayOf(person);
  if (day === null || day > today) return '';
  return day === today ? 'Check-in is today' : `Check-in was due on ${shortDay(day, today)}`;
}

/** Those whose check-in is due first, the longest due before the others; then by name. */
export function growingOrder<P extends Person>(volunteers: readonly P[], today: Day): P[] {
  const key = (one: P) => (checkInDue(one, today) === '' ? '~' : (dayOf(one) ?? ''));
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...volunteers].sort(
    (a, b) => compare(key(a), key(b)) || compare(foldName(a.name), foldName(b.name)),
  );
}
