// Who is away until a date gets nothing that is due before it.
import type { Contact } from '../reading/contact';
import { dayInCell } from '../touches/rowFacts';
import { laterOf, type Day } from '../values/day';
import type { Volunteer } from '../workbook/volunteer';

/**
 * The day by which somebody must have worked on it: what its own due cell says, else the common deadline (null where
 * none is set); today where that is past. `contact` null for one without a day of its own.
 */
export function workedOnBy(contact: Contact | null, due: Day | null, today: Day): Day {
  const own = contact && dayInCell(contact.cells.due);
  return laterOf(own ?? due, today) ?? today;
}

/** True for who comes back only after that day. */
export function isAway({ awayUntil }: Volunteer, until: Day): boolean {
  return awayUntil !== null && awayUntil > until;
}
