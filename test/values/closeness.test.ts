import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nearest } from '../../src/values/closeness';

describe('the nearest known word', () => {
  test.each([
    ['Contcted', ['Contacted', 'Waiting'], 'Contacted'],
    ['waiting', ['Contacted', 'Waiting'], 'Waiting'],
    ['Chidì', ['Ana', 'Chidi'], 'Chidi'],
    ['Frobbed', ['Contacted', 'Waiting'], null],
    ['Bo', ['Jo'], null],
    ['Ward 3', ['Ward 4'], null],
    ['Group A', ['Group B'], null],
    ['anything', [], null],
  ])('%s among %j is %s', (word, known, near) => {
    expect(nearest(word, known)).toBe(near);
  });

  test('it is always one of the known words, and a known word is its own nearest', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (word, known) => {
        const near = nearest(word, known);
        expect(near === null || known.includes(near)).toBe(true);
        if (/[a-z]{2}/.test(word)) expect(nearest(word, [...known, word])).not.toBeNull();
      }),
    );
  });
});
