// Rows that are very likely one organization: the same name, a name in another spelling, or the same e-mail under such a
// name. Candidates come from shared keys; nothing compares all pairs.
import { distance } from 'fastest-levenshtein';
import { KIND_WORDS } from '../../texts/organizationWords';
import { isSwap } from '../../values/closeness';
import { foldName } from '../../values/text';
import { recurrence } from './eventList';
import { likelyPairs, MOST_COMPARED, type Named } from './likelyPairs';
import { isCommonWord, makeNameReader } from './nameWords';
import { organizationKey, sameOrganization, type OrganizationKey } from './organizationKey';
import { wordSet } from '../../values/later';

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
  /**
   * same: one name but for capitals and punctuation; likely: other spellings; email: an address shared with a row that
   * names nobody; other-names: an address on just two rows, whose names have no word in common.
   */
  readonly why: 'same' | 'likely' | 'email' | 'other-names';
  /** The address that at least two of the rows share, '' where none. */
  readonly email: string;
}

const KINDS = wordSet(KIND_WORDS, /\s+/);

/**
 * Groups of rows, by their first row. Rows of one name in different towns stay apart unless an address is shared. A log
 * has no groups; where the names alone leave open whether it is one, `isLog` is asked with the rows (1-based) of each.
 */
export function findDuplicates(
  entries: readonly DuplicateEntry[],
  isLog: (groups: readonly (readonly number[])[]) => boolean = () => false,
): DuplicateGroup[] {
  const named = gatherNames(entries);
  const recurs = recurrence(named.map((one) => one.entries));
  if (recurs === 'mostly') return [];
  if (recurs === 'often' && isLog(named.map((one) => one.entries.map((index) => entries[index]?.row ?? 0))))
    return [];
  const sets = makeSets(entries.length);
  const towns = entries.map((e) => (e.town === '' ? '' : foldName(e.town)));
  for (const one of named) joinRows(one.entries, one.key.isOneEverywhere, towns, sets);
  const pairs = likelyPairs(named, towns);
  for (const [a, b] of pairs)
    joinRows([...a.entries, ...b.entries], a.key.isOneEverywhere && b.key.isOneEverywhere, towns, sets);
  const apart = joinByEmail(entries, named, sets);
  return [...describe(entries, sets), ...apart].sort((a, b) => (a.rows[0] ?? 0) - (b.rows[0] ?? 0));
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

/** Rows of a local are one wherever its offices are; of most names only where the town is one. */
function joinRows(
  indexes: readonly number[],
  isOneEverywhere: boolean,
  towns: readonly string[],
  sets: Sets,
): void {
  if (!isOneEverywhere) joinByTown(indexes, towns, sets);
  else for (const index of indexes) sets.join(indexes[0] ?? index, index);
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

/**
 * Joins rows with one address under one name, under no name, or under names that differ by a slip; two programmes of a
 * house stay two. Returns the pairs of rows under names that have nothing in common.
 */
function joinByEmail(
  entries: readonly DuplicateEntry[],
  named: readonly Named[],
  sets: Sets,
): DuplicateGroup[] {
  const first = new Map<string, number>();
  const shared = new Map<string, number[]>();
  entries.forEach((entry, index) => {
    for (const typed of entry.emails) {
      const address = typed.toLowerCase();
      const known = first.get(address);
      if (known === undefined) first.set(address, index);
      else if (known !== index) {
        const others = shared.get(address);
        if (others === undefined) shared.set(address, [known, index]);
        else if (others[others.length - 1] !== index) others.push(index);
      }
    }
  });
  if (shared.size === 0) return [];
  if (
    named.length === 0 &&
    recurrence([...first.keys()].map((address) => shared.get(address) ?? [0])) === 'mostly'
  )
    return [];
  const nameOf = new Map<number, Named>();
  for (const one of named) for (const index of one.entries) nameOf.set(index, one);
  for (const indexes of shared.values()) joinUnderAddress(indexes, nameOf, sets);
  const apart = new Map<string, DuplicateGroup>();
  for (const [email, [a = 0, b = 0, ...others]] of shared) {
    if (others.length > 0 || sets.find(a) === sets.find(b)) continue;
    const names = [nameOf.get(a)?.key, nameOf.get(b)?.key] as const;
    if (names[0] === undefined || names[1] === undefined || shareWord(names[0], names[1])) continue;
    const rows = [entries[a]?.row ?? 0, entries[b]?.row ?? 0];
    if (!apart.has(rows.join())) apart.set(rows.join(), { rows, why: 'other-names', email });
  }
  return [...apart.values()];
}

function shareWord(a: OrganizationKey, b: OrganizationKey): boolean {
  return a.words.some((word) => b.words.includes(word)) || a.unions.some((union) => b.unions.includes(union));
}

function joinUnderAddress(indexes: readonly number[], nameOf: ReadonlyMap<number, Named>, sets: Sets): void {
  const firsts: number[] = [];
  for (const index of indexes) {
    const mine = nameOf.get(index);
    const first = firsts.find((other) => {
      const theirs = nameOf.get(other);
      return mine === undefined || theirs === undefined || mine === theirs || nearNames(mine.key, theirs.key);
    });
    if (first !== undefined) sets.join(first, index);
    else if (firsts.length < MOST_COMPARED) firsts.push(index);
  }
}

/** Looser than `sameOrganization`, for rows that share an address: two words may each have a slip, short ones too. */
function nearNames(a: OrganizationKey, b: OrganizationKey): boolean {
  if (sameOrganization(a, b) || isShortened(a, b) || isShortened(b, a)) return true;
  if (a.unions.join() !== b.unions.join() || a.locals.join() !== b.locals.join()) return false;
  if (a.bodies.join() !== b.bodies.join() || a.words.length !== b.words.length) return false;
  let slips = 0;
  const near = a.words.every((word, i) => {
    const other = b.words[i] ?? '';
    if (word === other) return true;
    slips++;
    if (/\d/.test(word + other) || (isCommonWord(word) && isCommonWord(other))) return false;
    const close = isSwap(word, other) || distance(word, other) <= 1;
    return close && Math.min(word.length, other.length) >= 4 && word.startsWith(other.charAt(0));
  });
  return near && slips <= 2;
}

/** "Voz del Barrio" for "Voz del Barrio Worker Center": what is left out only says what kind of body it is. */
function isShortened(short: OrganizationKey, long: OrganizationKey): boolean {
  if (short.unions.length + long.unions.length > 0 || short.words.length < 2) return false;
  const rest = long.words.filter((word) => !short.words.includes(word));
  return (
    rest.every((word) => KINDS.has(word)) &&
    long.words.length - rest.length === short.words.length &&
    rest.length > 0
  );
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
  return groups;
}

function sharedAddress(addresses: readonly string[]): string {
  const seen = new Set<string>();
  for (const address of addresses) {
    if (seen.has(address)) return address;
    seen.add(address);
  }
  return '';
}
