// Which words of a large list are one slip of the pen apart, without comparing all pairs.
import { isSlip } from './slip';

/** Index of a word in 20 bits beside a hash of 32: exact in a double. */
const MOST_WORDS = 2 ** 20;

/**
 * For each word those of the list that `isSlip` takes for the same word. Two words one edit apart share a form with one
 * letter left out, so only words with a common form are compared: time grows as the number of letters. Words beyond the
 * first 1,048,576 are left out.
 */
export function closeWords(list: readonly string[]): Map<string, string[]> {
  const words = list.slice(0, MOST_WORDS);
  let size = 0;
  for (const word of words) size += word.length + 1;
  const forms = new Float64Array(size);
  let at = 0;
  words.forEach((word, index) => {
    forms[at++] = hash(word, -1) * MOST_WORDS + index;
    for (let out = 0; out < word.length; out++) forms[at++] = hash(word, out) * MOST_WORDS + index;
  });
  forms.sort();
  const close = new Map<string, string[]>();
  for (let from = 0; from < size;) {
    const form = Math.floor((forms[from] ?? 0) / MOST_WORDS);
    let to = from + 1;
    while (to < size && Math.floor((forms[to] ?? 0) / MOST_WORDS) === form) to++;
    for (let i = from; i < to && to - from > 1; i++)
      for (let j = i + 1; j < to; j++)
        link(close, words[(forms[i] ?? 0) % MOST_WORDS] ?? '', words[(forms[j] ?? 0) % MOST_WORDS] ?? '');
    from = to;
  }
  return close;
}

function link(close: Map<string, string[]>, a: string, b: string): void {
  const known = close.get(a);
  if (a === b || known?.includes(b) || !isSlip(a, b)) return;
  if (known) known.push(b);
  else close.set(a, [b]);
  const back = close.get(b);
  if (back) back.push(a);
  else close.set(b, [a]);
}

/** FNV-1a of the word without the letter at `out`, as an unsigned 32-bit number. */
function hash(word: string, out: number): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) if (i !== out) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  return h >>> 0;
}
