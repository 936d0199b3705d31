// Which rows that volunteers added are likely a contact that stands there already, or one another: as strict as what
// the checks take for one organization, with one address enough to ask. Nothing compares all pairs.
import { likelyPairs, type Named } from '../../checks/duplicates/likelyPairs';
import { makeNameReader } from '../../checks/duplicates/nameWords';
import { organizationKey } from '../../checks/duplicates/organizationKey';
import { cleanText } from '../../values/text';

export interface TwinEntry {
  readonly name: string;
  readonly emails: readonly string[];
}

/** The surest first. */
export const LIKENESSES = ['same name', 'similar name', 'same e-mail'] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** Each added row's twins: 0-based index in the added rows followed by the contacts → why. No row is its own twin. */
export function likelyTwins(
  added: readonly TwinEntry[],
  contacts: readonly TwinEntry[],
): readonly ReadonlyMap<number, Likeness>[] {
  const twins = added.map(() => new Map<number, Likeness>());
  const link = (some: readonly number[], others: readonly number[], why: Likeness) => {
    for (const one of some) {
      const mine = twins[one];
      // Indexes rise, and behind the added rows are only contacts.
      if (mine === undefined) break;
      for (const other of others) if (other !== one && !mine.has(other)) mine.set(other, why);
    }
  };
  // The added rows stand first: where many names share a key, each is compared with the first ones only.
  const entries = [...added, ...contacts];
  const named = gatherNames(entries);
  for (const { entries: alike } of named) link(alike, alike, 'same name');
  const readable = named.filter(({ key }) => key.exact !== '');
  for (const [a, b] of likelyPairs(readable, [])) {
    link(a.entries, b.entries, 'similar name');
    link(b.entries, a.entries, 'similar name');
  }
  for (const alike of gatherAddresses(entries, added.length)) link(alike, alike, 'same e-mail');
  return twins;
}

/** Entries by name; names without a single word that tells are compared as typed. */
function gatherNames(entries: readonly TwinEntry[]): readonly Named[] {
  const read = makeNameReader();
  const byText = new Map<string, Named>();
  const byKey = new Map<string, Named>();
  entries.forEach(({ name }, index) => {
    const typed = cleanText(name).toLowerCase();
    if (typed === '') return;
    let one = byText.get(typed);
    if (one === undefined) {
      const key = organizationKey(read(name));
      one = byKey.get(key.exact || typed) ?? { key, entries: [] };
      byText.set(typed, one);
      byKey.set(key.exact || typed, one);
    }
    one.entries.push(index);
  });
  return [...byKey.values()];
}

/** Entries by address, for the addresses of the first `count` entries. */
function gatherAddresses(entries: readonly TwinEntry[], count: number): Iterable<readonly number[]> {
  const byAddress = new Map<string, number[]>();
  entries.forEach(({ emails }, index) => {
    for (const email of emails) {
      const alike = byAddress.get(email.toLowerCase());
      if (alike !== undefined) alike.push(index);
      else if (index < count) byAddress.set(email.toLowerCase(), [index]);
    }
  });
  return byAddress.values();
}
