// The union map as a run has read it: rows of the tab with what the log, Asks and Partnerships know of their contacts.
import { endorsements } from '../asks/endorsements';
import { readUnions, type ReadUnions, type UnionRow } from '../partners/readUnions';
import { makeUnionReader, type ReadUnionBody } from '../partners/unionNames';
import { NOTHING, unionTally, type KnownOfUnion, type UnionTally } from '../partners/unionTally';
import type { Contact } from '../reading/contact';
import { readAnswer } from '../touches/answer';
import { countedLines, wordsOf } from '../touches/logged';
import { entriesByContact, entriesFor } from '../touches/readLog';
import { laterOf, type Day } from '../values/day';
import type { Campaign } from './campaign';
import { partnersOf } from './partners';

export interface UnionFile extends ReadUnions {
  readonly read: ReadUnionBody;
  readonly knownOf: (contact: Contact | null) => KnownOfUnion;
  readonly rowOf: (contact: Contact) => UnionRow | null;
  /** Their newest line of the log, of whatever kind; null where there is none. */
  readonly lastLine: (contact: Contact | null) => Day | null;
  readonly tally: () => UnionTally;
}

/** Needs log, settings, asks, partners and unions. */
export function unionFile(campaign: Campaign): UnionFile {
  const { unionsTable, contacts, log, asks, today, services, otherTabs } = campaign;
  const tab = readUnions(unionsTable, contacts, today, services.book.locale, otherTabs);
  const read = makeUnionReader();
  const byContact = entriesByContact(log.filter(({ row, day }) => row > 0 && day <= today));
  const confirmed = new Set(endorsements(contacts, asks.asks, today).confirmed.map(({ contact }) => contact));
  const partnerOf = partnersOf(campaign);
  const rows = new Map(tab.rows.map((row) => [row.contact, row]));
  const knownOf = (contact: Contact | null): KnownOfUnion => {
    if (contact === null) return NOTHING;
    const newest = countedLines(entriesFor(contact, byContact))
      .filter(({ answer }) => answer !== null)
      .pop()?.entry;
    return {
      answer:
        newest === undefined
          ? null
          : { day: newest.day, decline: wordsOf(newest).map(readAnswer).includes('said-no') },
      endorsed: confirmed.has(contact),
      people: partnerOf(contact)?.people ?? null,
    };
  };
  return {
    ...tab,
    read,
    knownOf,
    lastLine: (contact) =>
      contact === null
        ? null
        : entriesFor(contact, byContact).reduce<Day | null>((last, { day }) => laterOf(last, day), null),
    rowOf: (contact) => rows.get(contact) ?? null,
    tally: () => unionTally(tab.rows, knownOf, today, read),
  };
}

/** How many people a contact stands for: by its row in Unions, else by Partnerships. Needs partners and unions. */
export function peopleIn(campaign: Campaign): (contact: Contact) => number | null {
  const { unionsTable, contacts, today, services } = campaign;
  const partnerOf = partnersOf(campaign);
  const { rows } = readUnions(unionsTable, contacts, today, services.book.locale);
  const workers = new Map(rows.map(({ contact, union }) => [contact, union.workers]));
  return (contact) => workers.get(contact) ?? partnerOf(contact)?.people ?? null;
}
