// The nearest known word to one that somebody typed, where it is near enough to propose.
import { distance } from 'fastest-levenshtein';
import { foldName } from './text';

/** How many letters may differ in a word of this length. */
function most(length: number): number {
  return length < 4 ? 0 : length < 7 ? 1 : length < 12 ? 2 : 3;
}

/**
 * The known word nearest to `word`, as it is written in `known`; null where none is near enough. Capitals, accents and
 * punctuation do not count; words with different figures ("Ward 3", "Ward 4") are never near.
 */
export function nearest(word: string, known: readonly string[]): string | null {
  const wanted = foldName(word);
  const figures = wanted.replace(/\D/g, '');
  let best: string | null = null;
  let gap = most(wanted.length) + 1;
  for (const other of known) {
    const folded = foldName(other);
    if (folded === wanted) return other;
    if (Math.abs(folded.length - wanted.length) >= gap || folded.replace(/\D/g, '') !== figures) continue;
    const apart = isSwap(wanted, folded) ? 1 : distance(wanted, folded);
    if (apart < gap && apart <= most(folded.length) && !isOtherLetter(wanted, folded)) {
      gap = apart;
      best = other;
    }
  }
  return best;
}

/** "Group A" and "Group B": a word of one letter is a name, not a slip. */
function isOtherLetter(a: string, b: string): boolean {
  const single = (text: string) =>
    text
      .split(' ')
      .filter((w) => w.length === 1)
      .join();
  return single(a) !== single(b);
}

/** True where two neighbouring letters changed places and nothing else. */
export function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  if (at >= a.length - 1) return false;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
