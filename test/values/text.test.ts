import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleanText, foldName, hasInvisible, hasStrayBlanks, isPlaceholder } from '../../src/values/text';

const odd = fc.string({
  unit: fc.constantFrom(
    'a',
    'É',
    'ß',
    '7',
    ' ',
    '\u00a0',
    '\t',
    '\n',
    '\r',
    '\u200b',
    '\u00ad',
    '\ufeff',
    '\u200d',
    '👩',
    '.',
    '-',
  ),
});

describe('cleanText', () => {
  test('drops what nobody can see and folds blanks, but keeps line breaks', () => {
    expect(cleanText('\ufeff  Toronto\u200b  Dental\u00a0(Chaplin) \r\n second line ')).toBe(
      'Toronto Dental (Chaplin)\nsecond line',
    );
    expect(cleanText('btd@boston.example\u00ad')).toBe('btd@boston.example');
  });

  test('leaves joined emoji and scripts that need joiners whole', () => {
    expect(cleanText('👩\u200d⚕️ nurses')).toBe('👩\u200d⚕️ nurses');
    expect(cleanText('می\u200cخواهم')).toBe('می\u200cخواهم');
  });

  test('cleaning twice changes nothing more, and nothing invisible or stray is left', () => {
    fc.assert(
      fc.property(odd, (text) => {
        const once = cleanText(text);
        expect(cleanText(once)).toBe(once);
        expect(hasInvisible(once)).toBe(false);
        expect(hasStrayBlanks(once)).toBe(false);
      }),
    );
  });

  test('says whether something invisible or a stray blank stood there', () => {
    expect(hasInvisible('any\u200bone')).toBe(true);
    expect(hasInvisible('anyone')).toBe(false);
    expect(hasStrayBlanks(' Salem')).toBe(true);
    expect(hasStrayBlanks('Hope  Church')).toBe(true);
    expect(hasStrayBlanks('Hope Church\nSalem')).toBe(false);
  });
});

describe('isPlaceholder', () => {
  test.each([
    'N/A',
    'n.a.',
    'NA',
    'tba',
    'TBD',
    'none',
    'Unknown',
    '?',
    '???',
    '-',
    '—',
    'xxx',
    'null',
    'no email',
    'No e-mail',
    'keine',
  ])('%s says that nothing is known', (text) => {
    expect(isPlaceholder(text)).toBe(true);
  });
  test.each([
    '',
    'Nana',
    'No Kings Salem',
    'none of the above',
    'Unknown Pleasures Records',
    '0',
    'pending',
    'Tad',
  ])('%s is a value', (text) => {
    expect(isPlaceholder(text)).toBe(false);
  });
});

describe('foldName', () => {
  test('names that differ in case, accents and punctuation only are one', () => {
    expect(foldName('Félix O’Donnell-Pérez')).toBe('felix odonnell perez');
    expect(foldName('Books & Bread, Inc.')).toBe('books and bread inc');
    expect(foldName('Großmann')).toBe(foldName('GROSSMANN'));
  });
  test('folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(odd, fc.string({ unit: 'binary' })), (text) => {
        expect(foldName(foldName(text))).toBe(foldName(text));
      }),
    );
  });
});
