// Which names of a list are likely one organization: names meet under shared keys, nothing compares all pairs.
import { abbreviationIn, abbreviationsOf } from './abbreviation';
import { closeWords } from './closeWords';
import { isCommonWord, isKnownBody } from './nameWords';
import { isOneInOneTown } from './unionName';
import { initialsOfWords, sameOrganization, type OrganizationKey } from './organizationKey';

/** A name as written in one way, and the rows that carry it (0-based indexes). */
export interface Named {
  readonly key: OrganizationKey;
  readonly entries: number[];
}

/** Beyond this many names under one key each is compared with the first ones only. */
export const MOST_COMPARED = 20;

export type Pair = readonly [Named, Named];

/** Pairs of names that `sameOrganization` takes for one, or that are one but for the town (`towns`: folded, by row index). */
export function likelyPairs(named: readonly Named[], towns: readonly string[]): Pair[] {
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
  addTownless(named, towns, pairs);
  return pairs;
}

const coreBlock = (core: readonly string[]) => `c ${core.join(' ')}`;
const unionBlock = (union: string, rest: readonly string[]) => `u ${union} ${rest.join(' ')}`;

/** Keys under which two names that `sameOrganization` takes for one meet, but for slips of the pen. */
function blocksOf(key: OrganizationKey): string[] {
  if (key.unions.length > 0) {
    const rest = key.locals.length > 0 ? key.locals : key.bodies.length > 0 ? key.bodies : key.core;
    return key.unions.map((union) => unionBlock(union, rest));
  }
  return [coreBlock(key.core), `w ${key.words.join('')}`];
}

/** The initials as which a name may stand for a longer one: "pcun", "hdw 49"; '' for most. */
function initialsIn({ unions, words, name }: OrganizationKey): string {
  if (unions.length > 0) return '';
  return words.length === 1 ? (words[0] ?? '') : abbreviationIn(name);
}

/** The initials as which a name may be written short. */
function initialsOf({ unions, words, name }: OrganizationKey): readonly string[] {
  if (unions.length > 0 || words.length < 3) return [];
  return [initialsOfWords(words), ...abbreviationsOf(name)];
}

/** "PCUN" and "HDW 49" meet the name with these initials; where several names have them, nobody can tell which it is. */
function addInitials(named: readonly Named[], pairs: Pair[]): void {
  const short = new Map<string, Named>();
  for (const one of named) {
    const initials = initialsIn(one.key);
    if (initials !== '') short.set(initials, one);
  }
  if (short.size === 0) return;
  const long = new Map<Named, Named[]>();
  for (const one of named)
    for (const initials of initialsOf(one.key)) {
      const other = short.get(initials);
      if (other === undefined || !sameOrganization(other.key, one.key)) continue;
      const list = long.get(other);
      if (list === undefined) long.set(other, [one]);
      else if (list.length < MOST_COMPARED) list.push(one);
    }
  for (const [one, list] of long)
    if (list.every((other, i) => i === 0 || sameOrganization(other.key, (list[0] ?? other).key)))
      for (const other of list) pairs.push([one, other]);
}

/** A union's names with a number meet under the number, in whatever spelling: only names without one are looked through. */
const meetsByWords = ({ unions, locals, bodies }: OrganizationKey) =>
  unions.length === 0 || locals.length + bodies.length === 0;

/** Names that are equal once one word is put in another spelling that stands in the sheet as well. */
function addSlips(
  named: readonly Named[],
  blocks: ReadonlyMap<string, readonly Named[]>,
  pairs: Pair[],
): void {
  const words = new Set<string>();
  for (const { key } of named)
    if (meetsByWords(key))
      for (const word of key.core)
        if (word.length >= 6 && !/\d/.test(word) && !isCommonWord(word)) words.add(word);
  const close = closeWords([...words]);
  if (close.size === 0) return;
  for (const one of named) {
    if (!meetsByWords(one.key)) continue;
    const [union] = one.key.unions;
    one.key.core.forEach((word, at) => {
      for (const other of close.get(word) ?? []) {
        if (other < word) continue;
        const core = one.key.core.slice();
        core[at] = other;
        core.sort();
        for (const near of blocks.get(union === undefined ? coreBlock(core) : unionBlock(union, core)) ?? [])
          if (sameOrganization(one.key, near.key)) pairs.push([one, near]);
      }
    });
  }
}

/** "Salem Jobs with Justice" and "Jobs with Justice" where both rows say that the town is Salem. */
function addTownless(named: readonly Named[], towns: readonly string[], pairs: Pair[]): void {
  if (towns.every((town) => town === '')) return;
  const byTown = new Map<string, Named>();
  const key = (town: string, core: readonly string[]) => `${town}|${core.join(' ')}`;
  const townsOf = (one: Named) =>
    new Set(one.entries.slice(0, MOST_COMPARED).map((index) => towns[index] ?? ''));
  for (const one of named) {
    const { union, core, unions } = one.key;
    for (const town of townsOf(one)) {
      if (town === '') continue;
      if (union === null && core.length > 0) byTown.set(key(town, core), one);
      else if (union?.kind === 'local' && !union.isOneEverywhere) {
        const number = key(town, [...unions, ...union.locals]);
        const other = byTown.get(number)?.key.union;
        if (other && isOneInOneTown(other, union)) pairs.push([byTown.get(number) ?? one, one]);
        else byTown.set(number, one);
      }
    }
  }
  for (const one of named) {
    if (one.key.unions.length > 0 || one.key.core.length < 2) continue;
    for (const town of townsOf(one)) {
      const parts = town.split(' ');
      if (town === '' || !parts.every((part) => one.key.words.includes(part))) continue;
      const rest = one.key.core.filter((word) => !parts.includes(word));
      const tells = rest.length >= 2 || isKnownBody(rest[0] ?? '');
      const other = tells ? byTown.get(key(town, rest)) : undefined;
      const sameKind = other?.key.optional.every((word) => one.key.optional.includes(word));
      if (other && (sameKind || one.key.optional.length === 0)) pairs.push([one, other]);
    }
  }
}
