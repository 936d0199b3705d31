import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { looksLikePhone, readPhones } from '../../src/values/phone';

const digits = (n: number) => fc.stringMatching(new RegExp(`^[2-9]\\d{${n - 1}}$`));
const number = fc
  .tuple(
    digits(3),
    digits(3),
    digits(4),
    fc.constantFrom('503-555-0101', '(503) 555-0101', '503.555.0101', '+1 503 555 0101', '5035550101'),
  )
  .map(([a, b, c, shape]) => shape.replace('503', a).replace('555', b).replace('0101', c));

describe('readPhones', () => {
  test('numbers of any grouping are found, each one, with nothing left over', () => {
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(', ', '; ', ' / ', '\n', ' or '),
        (all, by) => {
          expect(readPhones(all.join(by))).toEqual({ numbers: all, rest: '' });
        },
      ),
    );
  });

  test.each([
    ['(617) 555-0177 x16', ['(617) 555-0177 x16']],
    ['ENGLISH: 541-555-0122 // SPANISH: 541-555-0123', ['541-555-0122', '541-555-0123']],
    ['406-555-INFO', ['406-555-INFO']],
    ['1-800-GO-UNION', ['1-800-GO-UNION']],
    ['0161 496 0948, 07700 900015, 07700 900016', ['0161 496 0948', '07700 900015', '07700 900016']],
    ['030/2312-187', ['030/2312-187']],
    ['617.555.0134 cell / 617.555.0199 home', ['617.555.0134', '617.555.0199']],
    ['503-555-0101 (ask for Ann)', ['503-555-0101']],
  ])('%s is nothing but phones', (text, numbers) => {
    expect(readPhones(text)).toEqual({ numbers, rest: '' });
    expect(looksLikePhone(text)).toBe(true);
  });

  test.each([
    '2026-02-28',
    '02/28/2026',
    '97301',
    '97301-1234',
    'ann5550101@example.org',
    'https://example.org/5035550101',
    '001Dx00417000QAA',
    '2019-2020',
    'call after 5',
    'tba',
    '',
  ])('%s is no phone', (text) => {
    expect(readPhones(text).numbers).toEqual([]);
  });

  test('an address beside a number is left over', () => {
    expect(readPhones('617-555-0166 x 312  ann@example.org')).toEqual({
      numbers: ['617-555-0166 x 312'],
      rest: 'ann@example.org',
    });
  });

  test('no text makes it fail or lose a letter of what it leaves', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(typeof readPhones(text).rest).toBe('string');
      }),
    );
  });
});

test('a note as long as a cell can be is no phone number, and is told at once', () => {
  for (const piece of ['1', 'a', '(', '-', 'a.', '{{', '<a ', '503 555 0100 ']) {
    const note = piece.repeat(50_000 / piece.length);
    const start = performance.now();
    expect(readPhones(note).numbers).toEqual([]);
    expect(performance.now() - start).toBeLessThan(500);
  }
});
