// Marks tell a changed text from an unchanged one without holding the text.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { asCompared, lineMarks, linesOf, markOf } from '../../../src/people/sync/marks';

const oddText = fc.string({
  unit: fc.constantFrom(
    'a',
    'B',
    'é',
    'e',
    '\u0301',
    ' ',
    '\u00a0',
    '\n',
    '\r',
    '\t',
    '\u200b',
    '\ufeff',
    '👩',
  ),
});

describe('markOf', () => {
  test('is six to eight plain characters, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), oddText), (text) =>
        /^[0-9a-z]{6,8}$/.test(markOf(text)),
      ),
    );
  });

  test.each([
    ['blanks at the ends', ' Ines Varga \n'],
    ['an invisible character', 'Ines\u200b Varga'],
    ['a byte order mark', '\ufeffInes Varga'],
    ['a no-break space', 'Ines\u00a0Varga'],
    ['direction marks', '\u200eInes Varga\u200e'],
  ])('%s: no change', (_, text) => {
    expect(markOf(text)).toBe(markOf('Ines Varga'));
  });

  test('an accent in one or two characters is no change', () => {
    expect(markOf('Jos\u00e9')).toBe(markOf('Jose\u0301'));
  });

  test.each(['ines varga', 'Ines Vagra', 'Ines Varga.', 'InesVarga', 'Ines\nVarga'])(
    '%j is a change',
    (text) => {
      expect(markOf(text)).not.toBe(markOf('Ines Varga'));
    },
  );

  test('blanks only are blank, and no other text has the mark of a blank', () => {
    expect([' ', '\u00a0\n', '\u200b', '\ufeff \r\n'].map(markOf)).toEqual(Array(4).fill(markOf('')));
    fc.assert(fc.property(oddText, (text) => (markOf(text) === markOf('')) === (asCompared(text) === '')));
  });

  test('the mark of a blank is shorter than every other, so that nothing can share it', () => {
    fc.assert(
      fc.property(oddText, (text) => markOf(text).length > markOf('').length || asCompared(text) === ''),
    );
  });

  test('50,000 texts that differ in a digit all have marks of their own', () => {
    const texts = Array.from({ length: 50_000 }, (_, n) => `555-${n}`);
    expect(new Set(texts.map(markOf)).size).toBe(texts.length);
  });

  test('the text cannot be read from its mark', () => {
    expect(markOf('ines@alder.example.org')).not.toMatch(/ines|alder/);
  });
});

describe('lineMarks', () => {
  test('one a line, whatever the line breaks; empty lines at the end have none', () => {
    const marks = [markOf('Called'), markOf(''), markOf('Wrote')];
    expect(lineMarks('Called\n\nWrote')).toEqual(marks);
    expect(lineMarks('Called \r\n\u200b\rWrote\n \n\n')).toEqual(marks);
  });

  test('nothing to be seen is no line', () => {
    expect(['', ' \n', '\u200b\r\n'].map(lineMarks)).toEqual([[], [], []]);
  });

  test('as many as linesOf has lines', () => {
    fc.assert(fc.property(oddText, (text) => lineMarks(text).length === linesOf(text).length));
  });
});
