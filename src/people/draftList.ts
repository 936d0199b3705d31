// What volunteers can pick from, and who picks: the open contacts that nobody has.
import type { Contact } from '../reading/contact';
import { foldName } from '../values/text';
import { isAway, workedOnBy } from './away';
import type { Picker } from './draft';
import { standingOf, type ShareInput } from './share';

export interface DraftList {
  /** Without those that are away beyond the deadline. */
  readonly pickers: readonly Picker[];
  /** What nobody has and nobody was given by hand, in sheet order. */
  readonly free: readonly {
    readonly key: string;
    readonly contact: Contact;
    /** Who may pick, but is away until this one is due. */
    readonly notFor: readonly string[];
  }[];
  /** How many nobody has in the sheet, given by hand or not. */
  readonly all: number;
  /** False for a contact that has an owner in the sheet, or is closed. */
  readonly isFree: (key: string) => boolean;
}

/** `moves` of the input are what was picked and given by hand so far; one to nobody leaves the contact free. */
export function listDraft(input: ShareInput): DraftList {
  const { contacts, due, today, moves, cap } = input;
  const { hands, free } = standingOf(input);
  const unowned = new Set(free);
  const given = [...moves].filter(([, to]) => to !== '');
  const there = hands.filter(({ away }) => !away).map(({ volunteer, has }) => ({ volunteer, has }));
  return {
    pickers: there.map(({ volunteer, has }) => {
      const open = has.length + given.filter(([key, to]) => to === volunteer.name && unowned.has(key)).length;
      const most = volunteer.most ?? (cap === 0 ? null : cap);
      return { name: volunteer.name, open, room: most === null ? null : Math.max(0, most - open) };
    }),
    free: free.flatMap((key) => {
      const contact = contacts.get(key);
      if (contact === undefined || (moves.get(key) ?? '') !== '') return [];
      const until = contact.text.due === '' ? null : workedOnBy(contact, due, today);
      const late = until === null ? [] : there.filter(({ volunteer }) => isAway(volunteer, until));
      return [{ key, contact, notFor: late.map(({ volunteer }) => volunteer.name) }];
    }),
    all: free.length,
    isFree: (key) => unowned.has(key),
  };
}

/** Each word stands somewhere in its name, person, category, town or who knows them; blank finds all. */
export function searchFor(text: string): (contact: Contact) => boolean {
  const words = foldName(text)
    .split(' ')
    .filter((word) => word !== '');
  return ({ text: { organization, contactName, category, town, knownBy } }) => {
    const all =
      words.length === 0 ? '' : foldName([organization, contactName, category, town, knownBy].join(' '));
    return words.every((word) => all.includes(word));
  };
}
