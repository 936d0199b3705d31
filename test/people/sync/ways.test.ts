// "How to reach them": three cells written as one, and read back when a volunteer has edited it.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { splitLine } from '../../../src/people/sync/splitLine';
import { composeWays, readWays, type Ways } from '../../../src/people/sync/ways';
import { cleanText } from '../../../src/values/text';
import { MOST_CHARACTERS } from '../../../src/values/writtenText';

const NONE: Ways = { email: '', phone: '', otherChannel: '' };
const ALDER: Ways = {
  email: 'office@alder.example.org',
  phone: '555-0142',
  otherChannel: 'form on their page',
};

describe('composeWays', () => {
  test('one way a line, blank ones left out', () => {
    expect(composeWays(ALDER)).toBe('office@alder.example.org\n555-0142\nform on their page');
    expect(composeWays({ ...ALDER, email: '' })).toBe('555-0142\nform on their page');
    expect(composeWays(NONE)).toBe('');
  });

  test('a way that does not fit in the cell is left out whole', () => {
    const long = 'x'.repeat(MOST_CHARACTERS - 8);
    expect(composeWays({ email: 'ab@example.org', phone: long, otherChannel: 'page' })).toBe(
      'ab@example.org\npage',
    );
  });
});

describe('readWays', () => {
  test.each<[string, string, Ways, Ways]>([
    ['first address', 'ines@alder.example.org', NONE, { ...NONE, email: 'ines@alder.example.org' }],
    ['first number', '+1 503 555 0100', NONE, { ...NONE, phone: '+1 503 555 0100' }],
    ['a number with a word', 'cell: 555-0142', NONE, { ...NONE, phone: 'cell: 555-0142' }],
    ['a number with a remark', '555-0142 ask for Ines', NONE, { ...NONE, phone: '555-0142 ask for Ines' }],
    ['a page', 'facebook.com/alder', NONE, { ...NONE, otherChannel: 'facebook.com/alder' }],
    ['a handle', '@alder_union', NONE, { ...NONE, otherChannel: '@alder_union' }],
    ['an address with a slip', 'ines@alder', NONE, { ...NONE, email: 'ines@alder' }],
    [
      'a word before an address',
      'write ines@example.org',
      NONE,
      { ...NONE, email: 'write ines@example.org' },
    ],
    ['text that looks like a sum', '=1+1', NONE, { ...NONE, otherChannel: '=1+1' }],
    [
      'all three at once, in any order',
      'page on social media\n555-0142\nines@alder.example.org',
      NONE,
      { email: 'ines@alder.example.org', phone: '555-0142', otherChannel: 'page on social media' },
    ],
    [
      'a second number below the others',
      'office@alder.example.org\n555-0142\nform on their page\n555-0177',
      ALDER,
      { ...ALDER, phone: '555-0142\n555-0177' },
    ],
    [
      'an address replaced',
      'ines@alder.example.org\n555-0142\nform on their page',
      ALDER,
      { ...ALDER, email: 'ines@alder.example.org' },
    ],
    ['a line taken out', 'office@alder.example.org\nform on their page', ALDER, { ...ALDER, phone: '' }],
    ['everything taken out', ' \n', ALDER, NONE],
    [
      'a number in place of an address',
      '555-0177\n555-0142\nform on their page',
      ALDER,
      { ...ALDER, email: '', phone: '555-0177\n555-0142' },
    ],
    [
      '"none" in place of a number',
      'office@alder.example.org\nnone\nform on their page',
      ALDER,
      { ...ALDER, phone: 'none' },
    ],
    [
      'a page in place of a number',
      'office@alder.example.org\nsocial.example.org/alder\nform on their page',
      ALDER,
      { ...ALDER, phone: '', otherChannel: 'social.example.org/alder\nform on their page' },
    ],
    [
      'blanks, an empty line and an invisible character typed along',
      '\u200boffice@alder.example.org \n\n 555-0142\r\nform\u00a0on their page\n',
      ALDER,
      ALDER,
    ],
    [
      'several addresses in one line keep their separators',
      'a@example.org; b@example.org; c@example.org',
      { ...NONE, email: 'a@example.org; b@example.org' },
      { ...NONE, email: 'a@example.org; b@example.org; c@example.org' },
    ],
    [
      'a number that stood among the other channels stays there when a digit is put right',
      'WhatsApp 555-0177',
      { ...NONE, otherChannel: 'WhatsApp 555-0170' },
      { ...NONE, otherChannel: 'WhatsApp 555-0177' },
    ],
    [
      'an accent in two characters for one',
      'Jose\u0301 at the desk\n555-0142',
      { ...NONE, otherChannel: 'Jos\u00e9 at the desk' },
      { ...NONE, phone: '555-0142', otherChannel: 'Jos\u00e9 at the desk' },
    ],
    [
      'a line that only moved up makes no room for another',
      '555-0142\nnone',
      { ...NONE, email: 'office@alder.example.org', phone: '555-0142' },
      { ...NONE, phone: '555-0142', otherChannel: 'none' },
    ],
    [
      'fewer lines than before: nobody knows which one "007" stands for',
      '007',
      ALDER,
      { ...NONE, otherChannel: '007' },
    ],
    [
      'a number among words stays where the words stood',
      'ask Olek at the desk 555-0170',
      { ...NONE, otherChannel: 'ask Olek' },
      { ...NONE, otherChannel: 'ask Olek at the desk 555-0170' },
    ],
    [
      'an address among words stays where the words stood',
      'office: olek@example.org before 5 pm',
      { ...NONE, otherChannel: 'their office' },
      { ...NONE, otherChannel: 'office: olek@example.org before 5 pm' },
    ],
  ])('%s', (_, text, before, expected) => {
    expect(readWays(text, before)).toEqual(expected);
  });

  test('a line that stood there stays in its cell, whatever it looks like', () => {
    const before = { email: 'write by post', phone: 'ines@alder.example.org', otherChannel: '555-0142' };
    expect(readWays('555-0142\nwrite by post\nines@alder.example.org', before)).toEqual(before);
  });

  test('a cell too long to be shown is kept, and where the answer would show other lines there is none', () => {
    const before = { ...ALDER, phone: `555-0142 ${'x'.repeat(MOST_CHARACTERS)}`.slice(0, MOST_CHARACTERS) };
    expect(readWays(composeWays(before), before)).toEqual(before);
    expect(readWays('', before)).toBeNull();
  });
});

const part = fc.oneof(
  fc.constantFrom(
    'a@example.org',
    'b@example.com',
    '555-0142',
    '+1 503 555 0100',
    '@alder',
    'none',
    '007',
    'ask Ines',
  ),
  fc.string({ maxLength: 6 }),
);
const cell = fc
  .array(part, { maxLength: 3 })
  .chain((parts) => fc.constantFrom('\n', '; ', ', ').map((between) => cleanText(parts.join(between))));
const ways = fc.record({ email: cell, phone: cell, otherChannel: cell });
const lines = (text: string) =>
  text
    .split('\n')
    .map(cleanText)
    .filter((line) => line !== '')
    .sort();

describe('every contact', () => {
  test('reading what was composed gives the three cells, to the character', () => {
    fc.assert(
      fc.property(ways, (before) => {
        expect(readWays(composeWays(before), before)).toEqual(before);
      }),
      { numRuns: 2000 },
    );
  });

  test('no line that a volunteer typed is lost: composing what was read gives the same lines', () => {
    const typed = fc.array(part, { maxLength: 5 }).map((parts) => parts.join('\n'));
    const editedCell = fc.tuple(ways, typed, fc.nat(60), fc.nat(60)).map(([before, words, from, length]) => {
      const now = composeWays(before);
      return { before, text: now.slice(0, from) + words + now.slice(from + length) };
    });
    fc.assert(
      fc.property(editedCell, ({ before, text }) => {
        const read = readWays(text, before);
        expect(read).not.toBeNull();
        // A line of several kinds comes back in its parts.
        const parts = (cellText: string) => lines(cellText).flatMap(splitLine).sort();
        expect(parts(composeWays(read ?? NONE))).toEqual(parts(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('reading again changes nothing more', () => {
    fc.assert(
      fc.property(ways, ways, (before, other) => {
        const read = readWays(composeWays(other), before);
        expect(read).not.toBeNull();
        if (read !== null) expect(readWays(composeWays(read), read)).toEqual(read);
      }),
    );
  });
});
