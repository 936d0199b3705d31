// Rows that are very likely one organization: the same name, a name in another spelling, or the same e-mail under such a
// name. Candidates come from shared keys; nothing compares all pairs.
import { distance } from 'fastest-levenshtein';
import { foldName } from '../../values/text';
import { closeWords } from './closeWords';
import { isCommonWord, makeNameReader } from './nameWords';
import { organizationKey, sameOrganization, type OrganizationKey } from './organizationKey';

export interface DuplicateEntry {
  /** 1-based row, handed back. */
  readonly row: number;
  /** '' where the row names nobody. */
  readonly name: string;
  /** '' where unknown. */
  readonly town: string;
  readonly emails: readonly string[];
}

export interface DuplicateGroup {
  /** Two and more, in the order of the sheet. */
  readonly rows: readonly number[];
  /** same: one name but for capitals and punctuation; likely: other spellings; email: only the address is shared. */
  readonly why: 'same' | 'likely' | 'email';
  /** The address that at least two of the rows share, '' where none. */
  readonly email: string;
}

/** A name as written in one way, and the rows that carry it. */
interface Named {
  readonly key: OrganizationKey;
  readonly entries: number[];
}

/** Beyond this many names under one key each is compared with the first ones only. */
const MOST_COMPARED = 20;

/** Groups of rows, by their first row. Rows of one name in different towns stay apart unless an address is shared. */
export function findDuplicates(entries: readonly DuplicateEntry[]): DuplicateGroup[] {
  const named = gatherNames(entries);
  if (isEventList(entries.length, named)) return [];
  const sets = makeSets(entries.length);
  const towns = entries.map((e) => foldName(e.town));
  for (const one of named) joinByTown(one.entries, towns, sets);
  const pairs = likelyPairs(named, entries, towns);
  for (const [a, b] of pairs) joinByTown([...a.entries, ...b.entries], towns, sets);
  joinByEmail(entries, named, sets);
  return describe(entries, sets);
}

function gatherNames(entries: readonly DuplicateEntry[]): Named[] {
  const read = makeNameReader();
  const byText = new Map<string, Named>();
  const byKey = new Map<string, Named>();
  entries.forEach((entry, index) => {
    let one = byText.get(entry.name);
    if (one === undefined) {
      const key = organizationKey(read(entry.name));
      if (key.exact === '') return;
      one = byKey.get(key.exact) ?? { key, entries: [] };
      byText.set(entry.name, one);
      byKey.set(key.exact, one);
    }
    one.entries.push(index);
  });
  return [...byKey.values()];
}

/** A log of visits or votes names the same organizations again and again: there the name is no key. */
function isEventList(rows: number, named: readonly Named[]): boolean {
  let filled = 0;
  let repeated = 0;
  let most = 0;
  for (const { entries } of named) {
    filled += entries.length;
    if (entries.length > 1) repeated += entries.length;
    most = Math.max(most, entries.length);
  }
  return rows >= 6 && most >= 3 && (named.length < filled * 0.6 || repeated > filled * 0.5);
}

interface Sets {
  join(a: number, b: number): void;
  find(a: number): number;
}

function makeSets(size: number): Sets {
  const parent = Int32Array.from({ length: size }, (_, i) => i);
  const find = (a: number): number => {
    let root = a;
    while (parent[root] !== root) root = parent[root] ?? root;
    for (let i = a; i !== root;) {
      const next = parent[i] ?? root;
      parent[i] = root;
      i = next;
    }
    return root;
  };
  return {
    find,
    join: (a, b) => {
      const [x, y] = [find(a), find(b)];
      if (x !== y) parent[Math.max(x, y)] = Math.min(x, y);
    },
  };
}

/** Rows of one organization in one town are one; a blank town goes with the others where those name one town only. */
function joinByTown(indexes: readonly number[], towns: readonly string[], sets: Sets): void {
  const [head] = indexes;
  if (head === undefined || indexes.length < 2) return;
  const firstIn = new Map<string, number>();
  for (const index of indexes) {
    const town = towns[index] ?? '';
    let first = firstIn.get(town);
    if (first === undefined && town !== '' && firstIn.size < MOST_COMPARED)
      for (const [other, at] of firstIn) if (other !== '' && sameTown(town, other)) first = at;
    if (first === undefined) firstIn.set(town, index);
    else sets.join(first, index);
  }
  const blank = firstIn.get('');
  if (blank === undefined) return;
  const roots = new Set([...firstIn].filter(([town]) => town !== '').map(([, index]) => sets.find(index)));
  const [only] = roots;
  if (roots.size === 1 && only !== undefined) sets.join(blank, only);
}

/** "St Clair Shores" and "St. Clair Shore", "Portland" and "Portland OR"; folded texts. */
function sameTown(a: string, b: string): boolean {
  if (a.startsWith(`${b} `) || b.startsWith(`${a} `)) return true;
  return Math.min(a.length, b.length) >= 6 && a.startsWith(b.charAt(0)) && distance(a, b) <= 1;
}

type Pair = readonly [Named, Named];

function likelyPairs(
  named: readonly Named[],
  entries: readonly DuplicateEntry[],
  towns: readonly string[],
): Pair[] {
  const pairs: Pair[] = [];
  const blocks = new Map<string, Named[]>();
  const offer = (one: Named, block: string) => {
    const others = blocks.get(block);
    if (others === undefined) {
      blocks.set(block, [one]);
      return;
    }
    for (const other of others)
      if (other !== one && sameOrganization(other.key, one.key)) pairs.push([other, one]);
    if (others.length < MOST_COMPARED) others.push(one);
  };
  for (const one of named) for (const block of blocksOf(one.key)) offer(one, block);
  addInitials(named, pairs);
  addSlips(named, blocks, pairs);
  addTownless(named, entries, towns, pairs);
  return pairs;
}

const coreBlock = (core: readonly string[]) => `c ${core.join(' ')}`;

/** Keys under which two names that `sameOrganization` takes for one meet, but for slips of the pen. */
function blocksOf(key: OrganizationKey): string[] {
  if (key.unions.length > 0) {
    const rest = key.locals.length > 0 ? key.locals : key.bodies.length > 0 ? key.bodies : key.core;
    return key.unions.map((union) => `u ${union} ${rest.join(' ')}`);
  }
  return [coreBlock(key.core), `w ${key.words.join('')}`];
}

/** "PCUN" meets the names with these initials. */
function addInitials(named: readonly Named[], pairs: Pair[]): void {
  const short = new Map<string, Named>();
  for (const one of named) if (one.key.words.length === 1) short.set(one.key.words[0] ?? '', one);
  if (short.size === 0) return;
  for (const one of named) {
    if (one.key.words.length < 4) continue;
    let initials = '';
    for (const word of one.key.words) initials += word[0] ?? '';
    const other = short.get(initials);
    if (other && sameOrganization(other.key, one.key)) pairs.push([other, one]);
  }
}

/** Names that are equal once one word is put in another spelling that stands in the sheet as well. */
function addSlips(
  named: readonly Named[],
  blocks: ReadonlyMap<string, readonly Named[]>,
  pairs: Pair[],
): void {
  const words = new Set<string>();
  for (const { key } of named)
    if (key.unions.length === 0)
      for (const word of key.core)
        if (word.length >= 6 && !/\d/.test(word) && !isCommonWord(word)) words.add(word);
  const close = closeWords([...words]);
  if (close.size === 0) return;
  for (const one of named) {
    if (one.key.unions.length > 0) continue;
    one.key.core.forEach((word, at) => {
      for (const other of close.get(word) ?? []) {
        if (other < word) continue;
        const core = one.key.core.slice();
        core[at] = other;
        for (const near of blocks.get(coreBlock(core.sort())) ?? [])
          if (sameOrganization(one.key, near.key)) pairs.push([one, near]);
      }
    });
  }
}

/** "Salem Jobs with Justice" and "Jobs with Justice" where both rows say that the town is Salem. */
function addTownless(
  named: readonly Named[],
  entries: readonly DuplicateEntry[],
  towns: readonly string[],
  pairs: Pair[],
): void {
  if (towns.every((town) => town === '')) return;
  const byTown = new Map<string, Named>();
  const key = (town: string, core: readonly string[]) => `${town}|${core.join(' ')}`;
  const townsOf = (one: Named) =>
    new Set(one.entries.slice(0, MOST_COMPARED).map((index) => towns[index] ?? ''));
  for (const one of named) {
    if (one.key.unions.length > 0 || one.key.core.length < 2) continue;
    for (const town of townsOf(one)) if (town !== '') byTown.set(key(town, one.key.core), one);
  }
  for (const one of named) {
    if (one.key.unions.length > 0 || one.key.core.length < 3) continue;
    for (const town of townsOf(one)) {
      const parts = town.split(' ');
      if (town === '' || !parts.every((part) => one.key.words.includes(part))) continue;
      const rest = one.key.core.filter((word) => !parts.includes(word));
      const other = rest.length >= 2 ? byTown.get(key(town, rest)) : undefined;
      const sameKind = other?.key.optional.every((word) => one.key.optional.includes(word));
      if (other && (sameKind || one.key.optional.length === 0)) pairs.push([one, other]);
    }
  }
}

/** One address under one name, under no name, or under names that differ by a slip; two programmes of a house stay two. */
function joinByEmail(entries: readonly DuplicateEntry[], named: readonly Named[], sets: Sets): void {
  const nameOf = new Map<number, Named>();
  for (const one of named) for (const index of one.entries) nameOf.set(index, one);
  const byAddress = new Map<string, number[]>();
  entries.forEach((entry, index) => {
    for (const address of entry.emails) {
      const known = byAddress.get(address.toLowerCase());
      if (known === undefined) byAddress.set(address.toLowerCase(), [index]);
      else if (!known.includes(index)) joinUnderAddress(index, known, nameOf, sets);
    }
  });
}

function joinUnderAddress(
  index: number,
  known: number[],
  nameOf: ReadonlyMap<number, Named>,
  sets: Sets,
): void {
  const mine = nameOf.get(index);
  for (const other of known) {
    const theirs = nameOf.get(other);
    if (mine !== undefined && theirs !== undefined && mine !== theirs && !nearNames(mine.key, theirs.key))
      continue;
    sets.join(other, index);
    return;
  }
  if (known.length < MOST_COMPARED) known.push(index);
}

/** Looser than `sameOrganization`, for rows that share an address: a tenth of the letters may differ, no number. */
function nearNames(a: OrganizationKey, b: OrganizationKey): boolean {
  if (sameOrganization(a, b)) return true;
  const [x, y] = [a.words.join(''), b.words.join('')];
  if (a.unions.join() !== b.unions.join() || x.replace(/\D/g, '') !== y.replace(/\D/g, '')) return false;
  if (a.locals.join() !== b.locals.join() || a.words.length !== b.words.length) return false;
  return Math.min(x.length, y.length) >= 8 && distance(x, y) <= Math.max(x.length, y.length) / 10;
}

function describe(entries: readonly DuplicateEntry[], sets: Sets): DuplicateGroup[] {
  const members = new Map<number, number[]>();
  entries.forEach((_, index) => {
    const root = sets.find(index);
    if (root === index) return;
    const known = members.get(root);
    if (known) known.push(index);
    else members.set(root, [root, index]);
  });
  const groups: DuplicateGroup[] = [];
  for (const indexes of members.values()) {
    const names = new Set(indexes.map((i) => foldName(entries[i]?.name ?? '')));
    groups.push({
      rows: indexes.map((i) => entries[i]?.row ?? 0),
      why: names.has('') ? 'email' : names.size === 1 ? 'same' : 'likely',
      email: sharedAddress(
        indexes.flatMap((i) => [...new Set(entries[i]?.emails.map((e) => e.toLowerCase()))]),
      ),
    });
  }
  return groups.sort((a, b) => (a.rows[0] ?? 0) - (b.rows[0] ?? 0));
}

function sharedAddress(addresses: readonly string[]): string {
  const seen = new Set<string>();
  for (const address of addresses) {
    if (seen.has(address)) return address;
    seen.add(address);
  }
  return '';
}
