// The category that a name tells: never a wrong one.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { proposeCategory } from '../../src/meetings/category';
import { CATEGORIES } from '../../src/texts/categories';
import { categories, letters } from './signers/rightAnswers';

interface Answer {
  readonly organization: string;
  readonly category: string | null;
  readonly categoryAlso?: readonly (string | null)[] | undefined;
}

const answers: readonly Answer[] = [...categories, ...letters.flatMap(({ expected }) => expected)];
const right = ({ category, categoryAlso = [] }: Answer) =>
  [category, ...categoryAlso].map((one) => one ?? '');

describe('the category of an organization', () => {
  test('is never a wrong one', () => {
    const wrong = answers.filter((answer) => {
      const told = proposeCategory(answer.organization);
      return told !== '' && !right(answer).includes(told);
    });
    expect(wrong.map(({ organization }) => organization)).toEqual([]);
  });

  test('is told wherever the name tells it, but for one in fifty', () => {
    const missed = answers.filter((answer) => !right(answer).includes(proposeCategory(answer.organization)));
    expect(missed.length * 50).toBeLessThanOrEqual(answers.length);
  });

  test('of any text is one of ours or none', () => {
    const names = CATEGORIES.map(({ name }): string => name);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        expect(['', ...names]).toContain(proposeCategory(text));
      }),
    );
  });
});
