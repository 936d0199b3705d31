// What each volunteer holds: their open contacts by the owner cells, and whom a captain or lead looks after.
import type { Contact } from '../reading/contact';
import { foldName } from '../values/text';
import { matchOwner, splitOwners } from '../workbook/owners';
import type { Volunteer } from '../workbook/volunteer';
import { isOpen } from './open';

export interface Held {
  readonly key: string;
  readonly contact: Contact;
}

/**
 * Open contacts by volunteer, in sheet order; everybody of `volunteers` is in it. A contact of several owners is in the
 * list of each. A name that fits nobody, or several, gives it to nobody.
 */
export function holdingsOf(
  contacts: ReadonlyMap<string, Contact>,
  volunteers: readonly Volunteer[],
): ReadonlyMap<Volunteer, readonly Held[]> {
  const found = new Map<Volunteer, Held[]>(volunteers.map((volunteer) => [volunteer, []]));
  const known = new Map<string, ReadonlySet<Volunteer>>();
  for (const [key, contact] of contacts) {
    const { owner } = contact.text;
    if (owner === '' || !isOpen(contact)) continue;
    let owners = known.get(owner);
    if (owners === undefined) known.set(owner, (owners = whoIs(owner, volunteers)));
    for (const volunteer of owners) found.get(volunteer)?.push({ key, contact });
  }
  return found;
}

function whoIs(text: string, volunteers: readonly Volunteer[]): ReadonlySet<Volunteer> {
  const matches = splitOwners(text).map((name) => matchOwner(name, volunteers));
  return new Set(matches.flatMap((match) => (match.kind === 'one' ? [match.volunteer] : [])));
}

export const isLead = ({ role }: Volunteer): boolean => foldName(role) === 'lead';

/**
 * Whom this volunteer looks after: a lead everybody, a captain those who name them as captain; nobody else. In a file
 * that names no lead at all everybody may look: it is no secret, and somebody must.
 */
export function teamOf(me: Volunteer, volunteers: readonly Volunteer[]): readonly Volunteer[] {
  if (isLead(me) || !volunteers.some(isLead)) return volunteers.filter((one) => one !== me);
  return lookedAfterBy(me, volunteers);
}

/** Those whom this volunteer is named for: all for a lead, for a captain those with their name in the column Captain. */
export function lookedAfterBy(me: Volunteer, volunteers: readonly Volunteer[]): readonly Volunteer[] {
  return volunteers.filter((one) => {
    if (one === me) return false;
    if (isLead(me)) return true;
    const match = one.captain === '' ? null : matchOwner(one.captain, volunteers);
    return match?.kind === 'one' && match.volunteer === me;
  });
}
