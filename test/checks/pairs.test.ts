// The pairs of names that were written down before the code, with their right answers.
import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { findDuplicates } from '../../src/checks/duplicates/findDuplicates';

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly townA: string;
  readonly townB: string;
  readonly same: boolean;
  readonly why: string;
  readonly stretch?: boolean;
}

const pairs = JSON.parse(readFileSync('test/fixtures/duplicates/pairs.json', 'utf8')) as Pair[];

const saysSame = ({ a, b, townA, townB }: Pair) =>
  findDuplicates([
    { row: 2, name: a, town: townA, emails: [] },
    { row: 3, name: b, town: townB, emails: [] },
  ]).length > 0;

const say = (pair: Pair) => `${pair.a} | ${pair.b} (${pair.townA}, ${pair.townB}): ${pair.why}`;

describe('pairs of names', () => {
  const counted = pairs.filter((pair) => pair.stretch !== true);

  test('two organizations are never taken for one', () => {
    expect(pairs.filter((pair) => !pair.same && saysSame(pair)).map(say)).toEqual([]);
  });

  test('at least 95 of 100 pairs are right', () => {
    const wrong = counted.filter((pair) => saysSame(pair) !== pair.same).map(say);
    expect({ wrong, share: wrong.length / counted.length <= 0.05 }).toMatchObject({ share: true });
  });
});
