// "HDW 49" for "Harbor & Dock Workers Local 49": initials beside the number of a local.
import { wordSet } from '../../values/later';
import { isCommonWord, isLocalNumber, isSmallWord, wordsAsWritten } from './nameWords';

/** Say only that a number follows. */
const LABELS = wordSet('local lodge branch chapter number no nr l');
const INITIALS = /^[a-z]{3,8}$/;

interface Numbered {
  readonly number: string;
  /** The words before and behind, folded, small ones too. */
  readonly words: readonly string[];
}

/** A name with one number in it; null for any other. */
function numbered(name: string): Numbered | null {
  if (!/\d/.test(name)) return null;
  const words = wordsAsWritten(name).filter((word) => !LABELS.has(word));
  const numbers = words.filter(isLocalNumber);
  const [number] = numbers;
  return number === undefined || numbers.length > 1
    ? null
    : { number, words: words.filter((word) => word !== number) };
}

const withoutUnion = (words: readonly string[]) => words.filter((word) => word !== 'union');

/** "hdw 49" of "H.D.W. Local #49"; '' where the name is more or less than initials and a number. */
export function abbreviationIn(name: string): string {
  const found = numbered(name);
  const [initials = '', ...others] = withoutUnion(found?.words ?? []);
  if (found === null || others.length > 0 || !INITIALS.test(initials) || isCommonWord(initials)) return '';
  return `${initials} ${found.number}`;
}

/**
 * What `abbreviationIn` may give where the name is written short: with small words ("of", "and") or without, with
 * "Union" or without. [] where fewer than three words stand beside a number.
 */
export function abbreviationsOf(name: string): readonly string[] {
  const found = numbered(name);
  if (found === null || found.words.length < 3) return [];
  const large = found.words.filter((word) => !isSmallWord(word));
  const made = new Set<string>();
  for (const words of [large, found.words, withoutUnion(large), withoutUnion(found.words)]) {
    const initials = words.map((word) => word.charAt(0)).join('');
    if (INITIALS.test(initials)) made.add(`${initials} ${found.number}`);
  }
  return [...made];
}
