// Owner cells: several names in one cell, and which volunteer a name means. Nobody is guessed.
import { cleanText, foldName } from '../values/text';
import type { Volunteer } from './volunteer';

const BETWEEN = /(\s*(?:,|;|\/|&|\+|\n|\band\b|\bund\b|\by\b)\s*)/i;

/** The names of an owner cell in order: "Ana & Bo", "Ana, Bo", "Ana/Bo", "Ana and Bo". The first is responsible. */
export function splitOwners(text: string): string[] {
  return cleanText(text)
    .split(BETWEEN)
    .filter((_, index) => index % 2 === 0)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/**
 * The owner cell with one name in the place of another, '' for nobody; the other names and what stands between them
 * stay as they are. A blank `from` adds the name to a blank cell. Who stands there already is not named twice. null
 * where nobody of that name stands there.
 */
export function withOwner(text: string, from: string, to: string): string | null {
  if (from === '') return splitOwners(text).length === 0 ? to : null;
  const parts = cleanText(text).split(BETWEEN);
  const isName = (index: number, name: string) => foldName(parts[index] ?? '') === foldName(name);
  const names = parts.flatMap((part, index) => (index % 2 === 0 && part.trim() !== '' ? [index] : []));
  const at = names.find((index) => isName(index, from));
  if (at === undefined) return null;
  const isThere = to === '' || names.some((index) => index !== at && isName(index, to));
  if (!isThere) return parts.map((part, index) => (index === at ? to : part)).join('');
  const place = names.indexOf(at);
  // With the name goes what stands before it, of the first one what stands behind it.
  const gone = place === 0 ? [0, names[1] ?? parts.length] : [(names[place - 1] ?? 0) + 1, at + 1];
  return parts.filter((_, index) => index < (gone[0] ?? 0) || index >= (gone[1] ?? 0)).join('');
}

export type OwnerMatch =
  | { readonly kind: 'one'; readonly volunteer: Volunteer }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly volunteers: readonly Volunteer[] };

/** By full name or e-mail, else by a first name that only one volunteer has. */
export function matchOwner(name: string, volunteers: readonly Volunteer[]): OwnerMatch {
  const wanted = foldName(name);
  if (wanted === '') return { kind: 'none' };
  const exact = volunteers.find(
    (v) =>
      foldName(v.name) === wanted || (v.email !== '' && v.email.toLowerCase() === name.trim().toLowerCase()),
  );
  if (exact) return { kind: 'one', volunteer: exact };
  const given = wordsOf(name);
  const partly = volunteers.filter((v) => {
    const theirs = wordsOf(v.name);
    const shared = Math.min(given.length, theirs.length);
    return given.slice(0, shared).every((part, i) => samePart(part, theirs[i] ?? '', i > 0));
  });
  const [first] = partly;
  if (first === undefined) return { kind: 'none' };
  return partly.length === 1 ? { kind: 'one', volunteer: first } : { kind: 'several', volunteers: partly };
}

/** A name with a hyphen is one word: its first half alone is another name. */
const wordsOf = (name: string): string[] => cleanText(name).split(' ').map(foldName);

/** Behind the first name a single letter stands for a name that begins with it: "Ana R." */
function samePart(a: string, b: string, mayBeInitial: boolean): boolean {
  if (a === b) return true;
  return mayBeInitial && ((a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b)));
}
