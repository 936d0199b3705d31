// Lines that two texts share are paired in order.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { alignLines } from '../../../src/people/sync/alignLines';

const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 12 });

describe('alignLines', () => {
  test('partners say the same, and never cross', () => {
    fc.assert(
      fc.property(lines, lines, (a, b) => {
        let before = -1;
        alignLines(a, b).forEach((place, index) => {
          if (place < 0) return;
          expect(a[place]).toBe(b[index]);
          expect(place).toBeGreaterThan(before);
          before = place;
        });
      }),
    );
  });

  test('where no line stands twice, as many pairs as can be', () => {
    const once = fc.uniqueArray(fc.integer({ min: 0, max: 9 }).map(String));
    fc.assert(
      fc.property(once, once, (a, b) => {
        const pairs = alignLines(a, b).filter((place) => place >= 0).length;
        expect(pairs).toBe(longestCommon(a, b));
      }),
    );
  });
});

/** The plain way, slow: every line left out or paired. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  const table = Array.from({ length: a.length + 1 }, () => Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number) => table[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++)
      (table[i] ?? [])[j] =
        a[i - 1] === b[j - 1] ? at(i - 1, j - 1) + 1 : Math.max(at(i - 1, j), at(i, j - 1));
  return at(a.length, b.length);
}
