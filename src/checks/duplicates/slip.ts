// One word for another with one slip of the pen.
import { isSwap } from '../../values/closeness';
import { isCommonWord } from './nameWords';

const VOWEL = /[aeiouy]/;
/** Consonants that are heard alike. */
const ALIKE = ['csz', 'ck', 'gj', 'vw'];

/**
 * True where one word is the other with one slip of the pen: two letters swapped, one doubled, left out or too many, a
 * wrong vowel inside. Short words, common words, most last letters and exchanged consonants ("Clinton", "Clifton") are
 * other words. Symmetric.
 */
export function isSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 6 || long.length - short.length > 1 || !a.startsWith(b.charAt(0))) return false;
  if (/\d/.test(a + b) || (isCommonWord(a) && isCommonWord(b))) return false;
  if (isSwap(a, b)) return true;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (short.length === long.length) {
    if (at >= short.length - 1 || short.slice(at + 1) !== long.slice(at + 1)) return false;
    const [x, y] = [short.charAt(at), long.charAt(at)];
    return (
      (VOWEL.test(x) && VOWEL.test(y)) ||
      (short.length >= 7 && ALIKE.some((l) => l.includes(x) && l.includes(y)))
    );
  }
  if (short.slice(at) !== long.slice(at + 1)) return false;
  if (long[at] === long[at - 1] || long[at] === long[at + 1]) return true;
  if (/tons?$/.test(short) && /towns?$/.test(long)) return false;
  if (short.length < 7) return false;
  return at < long.length - 1 || /[bcfghjklmpqrtvwxz]$/.test(long);
}

export interface Leftovers {
  readonly shared: readonly string[];
  readonly a: readonly string[];
  readonly b: readonly string[];
}

/** What two sorted lists share and what each has beyond it. */
export function leftovers(a: readonly string[], b: readonly string[]): Leftovers {
  const rest = { shared: [] as string[], a: [] as string[], b: [] as string[] };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const x = a[i];
    const y = b[j];
    if (x !== undefined && x === y) {
      rest.shared.push(x);
      i++;
      j++;
    } else if (y === undefined || (x !== undefined && x < y)) {
      rest.a.push(x ?? '');
      i++;
    } else {
      rest.b.push(y);
      j++;
    }
  }
  return rest;
}

/** One word of the two is a slip of the other. Where two other words agree, a short word may have a wrong vowel. */
export function oneSlip(rest: Leftovers, shared = 0): boolean {
  const [a, b] = [rest.a[0], rest.b[0]];
  if (rest.a.length !== 1 || rest.b.length !== 1 || a === undefined || b === undefined || !isSlip(a, b))
    return false;
  return shared >= 2 || a.length !== 6 || b.length !== 6 || isSwap(a, b);
}
