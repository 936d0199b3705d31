// Whose next talk is due, by the day in the Volunteers tab.
import { shortDay, type Day } from '../../values/day';
import { foldName } from '../../values/text';
import type { Volunteer } from '../../workbook/volunteer';

type Person = Pick<Volunteer, 'name' | 'nextCheckIn' | 'checkInText'>;

/** "Check-in was due on Nov 9"; '' while it is not. A day that cannot be read is said. */
export function checkInDue({ nextCheckIn, checkInText }: Person, today: Day): string {
  if (checkInText !== '') return `“${checkInText}” under Next check-in is no day`;
  if (nextCheckIn === null || nextCheckIn > today) return '';
  return nextCheckIn === today ? 'Check-in is today' : `Check-in was due on ${shortDay(nextCheckIn, today)}`;
}

/** Those whose check-in is due first, the longest due before the others; then by name. */
export function growingOrder<P extends Person>(volunteers: readonly P[], today: Day): P[] {
  const key = (one: P) => (checkInDue(one, today) === '' ? '~' : (one.nextCheckIn ?? ''));
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...volunteers].sort(
    (a, b) => compare(key(a), key(b)) || compare(foldName(a.name), foldName(b.name)),
  );
}
