// Whether a contact is someone else's (design section 2): only where the sender is none of its owners.
import { sameAddress } from '../values/emailAddress';
import { foldName, isPlaceholder } from '../values/text';
import { matchOwner, splitOwners } from '../workbook/owners';
import { volunteerNamed, type Volunteer } from '../workbook/volunteer';
import type { Sender } from './lastTouch';

export interface Ownership {
  /** 'doubtful': the sender may be the owner, but the name fits several people. */
  readonly whose: 'nobody' | 'sender' | 'other' | 'doubtful';
  /** In the order of the cell, the first is responsible. `email` '' where no volunteer's address is known. */
  readonly owners: readonly { readonly name: string; readonly email: string }[];
  /** Whom a doubtful name may mean. */
  readonly choices: readonly string[];
}

export interface OwnerRules {
  readonly ownership: (ownerText: string) => Ownership;
  /** True where the name means the sender and nobody else. */
  readonly isSender: (name: string) => boolean;
}

/** The sender takes part under their own name and address, in the Volunteers tab or not. */
function withSender(
  volunteers: readonly Volunteer[],
  sender: Sender,
): { people: readonly Volunteer[]; me: Volunteer | null } {
  const byAddress = volunteers.find(
    (v) => v.email !== '' && sender.address !== '' && sameAddress(v.email, sender.address),
  );
  if (byAddress) return { people: volunteers, me: byAddress };
  if (foldName(sender.name) === '') return { people: volunteers, me: null };
  const byName = matchOwner(sender.name, volunteers);
  if (byName.kind === 'one') return { people: volunteers, me: byName.volunteer };
  const me = volunteerNamed(sender.name, sender.address);
  return { people: [...volunteers, me], me };
}

/** Remembers each owner text it has seen: a sheet has few of them. */
export function makeOwnerRules(volunteers: readonly Volunteer[], sender: Sender): OwnerRules {
  const { people, me } = withSender(volunteers, sender);
  const known = new Map<string, Ownership>();
  const read = (text: string): Ownership => {
    const names = splitOwners(text).filter((name) => !isPlaceholder(name));
    const matches = names.map((name) => matchOwner(name, people));
    const owners = names.map((name, index) => {
      const match = matches[index];
      return match?.kind === 'one'
        ? { name: match.volunteer.name, email: match.volunteer.email }
        : { name, email: '' };
    });
    if (names.length === 0) return { whose: 'nobody', owners, choices: [] };
    if (me !== null && matches.some((m) => m.kind === 'one' && m.volunteer === me))
      return { whose: 'sender', owners, choices: [] };
    const doubtful = matches.find((m) => m.kind === 'several' && me !== null && m.volunteers.includes(me));
    return doubtful?.kind === 'several'
      ? { whose: 'doubtful', owners, choices: doubtful.volunteers.map((v) => v.name) }
      : { whose: 'other', owners, choices: [] };
  };
  return {
    ownership: (ownerText) => {
      let found = known.get(ownerText);
      if (found === undefined) {
        found = read(ownerText);
        known.set(ownerText, found);
      }
      return found;
    },
    isSender: (name) => {
      const match = matchOwner(name, people);
      return me !== null && match.kind === 'one' && match.volunteer === me;
    },
  };
}
