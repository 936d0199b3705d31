// Owner cells: several names in one cell, and which volunteer a name means. Nobody is guessed.
import { cleanText, foldName } from '../values/text';
import type { Volunteer } from './volunteer';

/** The names of an owner cell in order: "Ana & Bo", "Ana, Bo", "Ana/Bo", "Ana and Bo". The first is responsible. */
export function splitOwners(text: string): string[] {
  return cleanText(text)
    .split(/\s*(?:,|;|\/|&|\+|\n|\band\b|\bund\b|\by\b)\s*/i)
    .map((name) => name.trim())
    .filter((name) => name !== '');
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
  const partly = volunteers.filter((v) => {
    const theirs = foldName(v.name).split(' ');
    const given = wanted.split(' ');
    const shared = Math.min(given.length, theirs.length);
    return given.slice(0, shared).every((part, i) => samePart(part, theirs[i] ?? '', i > 0));
  });
  const [first] = partly;
  if (first === undefined) return { kind: 'none' };
  return partly.length === 1 ? { kind: 'one', volunteer: first } : { kind: 'several', volunteers: partly };
}

/** Behind the first name a single letter stands for a name that begins with it: "Ana R." */
function samePart(a: string, b: string, mayBeInitial: boolean): boolean {
  if (a === b) return true;
  return mayBeInitial && ((a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b)));
}
