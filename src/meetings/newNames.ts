// Names out of a pasted list beside those that are there: new, known under the same name, or likely the same as another
// one in other words. A person decides about the last. Nothing compares all pairs.
import { likelyTwins, LIKENESSES } from '../people/sync/twins';
import type { Contact } from '../reading/contact';
import { makeNameReader } from '../checks/duplicates/nameWords';
import { organizationKey } from '../checks/duplicates/organizationKey';
import { categoryOf } from '../texts/categories';
import { cleanText, foldName } from '../values/text';
import { proposeCategory } from './category';
import type { ShortlistRow } from './shortlist';
import { readSigners } from './signers/readSigners';
import type { LeftOut, Signer } from './signers/signer';

/** What a name is the same as, or may be. */
export interface OtherName {
  readonly where: 'shortlist' | 'contacts' | 'list';
  readonly name: string;
  /** 1-based row of its tab; where it is another name of the list, the line. */
  readonly row: number;
  /** null where it is none. */
  readonly contact: Contact | null;
}

export interface NewName {
  readonly signer: Signer;
  /** Who signed for it: of several entries each, with role. */
  readonly people: readonly string[];
  readonly kind: 'new' | 'known' | 'unsure';
  /** null for a new one. */
  readonly other: OtherName | null;
  /** May be a person as well. */
  readonly isDoubtful: boolean;
}

export interface PastedNames {
  /** In the order of the text, the doubtful ones last; a name that stands there more than once is one. */
  readonly names: readonly NewName[];
  readonly leftOut: readonly LeftOut[];
}

/** The same text gives the same names in the same order, whatever the contacts and the shortlist hold. */
export function readNames(
  text: string,
  contacts: readonly Contact[],
  rows: readonly ShortlistRow[],
): PastedNames {
  const { found: sure, leftOut: all } = readSigners(text);
  const doubtful = doubtfulOf(all);
  const found = [...sure, ...doubtful.values()];
  const leftOut = all.filter((one) => !doubtful.has(one));
  const others: readonly OtherName[] = [
    ...contacts.map((contact): OtherName => ({
      where: 'contacts',
      name: contact.text.organization,
      row: contact.row,
      contact,
    })),
    ...rows.map(({ organization, row }): OtherName => ({
      where: 'shortlist',
      name: organization,
      row,
      contact: null,
    })),
  ];
  const towns = [...contacts.map(({ text: { town } }) => town), ...rows.map(({ town }) => town)];
  const twins = likelyTwins(found.map(asEntry), others.map(asEntry));
  const people = whoSigned(text, found, leftOut);
  const names = found.map((signer, index): NewName => {
    const ranked = [...(twins[index] ?? [])].flatMap(([at, likeness]) => {
      const earlier = found[at];
      const town = earlier?.town ?? towns[at - found.length] ?? '';
      const isSame = likeness === 'same name';
      const fits = isSame && townsFit(signer.town, town);
      // The towns of a list tell its names apart, and of two names the later one asks.
      if (earlier !== undefined && (at > index || (isSame && !fits))) return [];
      const other = others[at - found.length] ?? asOther(earlier ?? signer);
      const isTown = signer.town !== '' && foldName(signer.town) === foldName(town);
      const rank = (fits ? 0 : 100) + LIKENESSES.indexOf(likeness) * 10 + PLACES.indexOf(other.where);
      return [{ other, fits, rank: isTown ? rank - 0.5 : rank }];
    });
    const [best] = ranked.sort((a, b) => a.rank - b.rank);
    return {
      signer,
      people: people[index] ?? [],
      kind: best === undefined ? 'new' : best.fits ? 'known' : 'unsure',
      other: best?.other ?? null,
      isDoubtful: index >= sure.length,
    };
  });
  return { names, leftOut };
}

/** What may be a group, as if it were one: each name once. */
function doubtfulOf(leftOut: readonly LeftOut[]): ReadonlyMap<LeftOut, Signer> {
  const seen = new Set<string>();
  return new Map(
    leftOut.flatMap((one): [LeftOut, Signer][] => {
      const { line, source, name: organization = '' } = one;
      const key = foldName(organization);
      if (key === '' || seen.has(key)) return [];
      seen.add(key);
      return [
        [one, { organization, person: '', role: '', town: '', line, source, identificationOnly: false }],
      ];
    }),
  );
}

/** What says most about a name first: a name on the shortlist is never added again. */
const PLACES: readonly OtherName['where'][] = ['shortlist', 'contacts', 'list'];

const asEntry = (one: { readonly name: string } | Signer) => ({
  name: 'name' in one ? one.name : one.organization,
  emails: [],
});

const asOther = ({ organization, line }: Signer): OtherName => ({
  where: 'list',
  name: organization,
  row: line,
  contact: null,
});

/** A blank town goes with any. */
export const townsFit = (a: string, b: string): boolean =>
  foldName(a) === foldName(b) || foldName(a) === '' || foldName(b) === '';

/** Reading again who signed for a name that stands there more than once is done so often. */
const MOST_TIMES = 4;

/**
 * Who signed for each name. Of a name that is left out since it stood above, what was left out is read once more by
 * itself, below the headings of its table.
 */
function whoSigned(text: string, found: readonly Signer[], leftOut: readonly LeftOut[]): string[][] {
  const people = found.map((signer) => [personOf(signer)]);
  const read = makeNameReader();
  const keyOf = ({ organization }: Signer) => organizationKey(read(organization)).exact;
  const lines = text.split(/\r\n?|\n/);
  let twice = leftOut.filter(({ why }) => why === 'twice').map(({ line }) => line);
  if (twice.length === 0) return people.map((some) => some.filter((one) => one !== ''));
  const byKey = new Map<string, number[]>();
  found.forEach((signer, index) => {
    byKey.set(keyOf(signer), [...(byKey.get(keyOf(signer)) ?? []), index]);
  });
  const [heading = ''] = leftOut[0]?.line === 1 ? lines : [];
  for (let times = 0; times < MOST_TIMES && twice.length > 0; times++) {
    const again = readSigners([heading, ...twice.map((line) => lines[line - 1] ?? '')].join('\n'));
    for (const signer of again.found) {
      const fitting = (byKey.get(keyOf(signer)) ?? []).find((index) =>
        townsFit(found[index]?.town ?? '', signer.town),
      );
      const some = people[fitting ?? -1];
      const person = personOf(signer);
      if (some?.includes(person) === false) some.push(person);
    }
    const left = again.leftOut.filter(({ why }) => why === 'twice').map(({ line }) => twice[line - 2] ?? 0);
    if (left.length >= twice.length) break;
    twice = left;
  }
  return people.map((some) => some.filter((one) => one !== ''));
}

/** "Jane Roe, director" */
function personOf({ person, role, identificationOnly }: Signer): string {
  if (person === '') return '';
  const named = role === '' ? person : `${person}, ${role}`;
  return identificationOnly ? `${named} (organization named for identification only)` : named;
}

/** The first of the words that a shortlist offers which means the kind of group that the name tells; '' where it does not. */
export function categoryWord(organization: string, words: readonly string[]): string {
  const category = proposeCategory(organization);
  return category === '' ? '' : (words.find((word) => categoryOf(word) === category) ?? category);
}

/** What stands in the Notes of a row that came from a pasted list; '' where nobody signed by name. */
export const signedNote = (people: readonly string[]): string =>
  people.length === 0 ? '' : `Signed: ${people.map(cleanText).join('; ')}`;
