// One line under "How to reach them" that holds an address and a number: each is a way of its own.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { splitLine } from '../../../src/people/sync/splitLine';
import { composeWays, readWays, type Ways } from '../../../src/people/sync/ways';

const NONE: Ways = { email: '', phone: '', otherChannel: '' };
const BOTH: Ways = { ...NONE, email: 'hi@b.example.org', phone: '503-555-0199' };

describe('a line that holds several kinds', () => {
  test.each([
    'hi@b.example.org, 503-555-0199',
    'hi@b.example.org; 503-555-0199',
    'hi@b.example.org / 503-555-0199',
    'hi@b.example.org/503-555-0199',
    'hi@b.example.org 503-555-0199',
    '503-555-0199 / hi@b.example.org',
    '503-555-0199,hi@b.example.org',
  ])('%s goes into both cells', (line) => {
    expect(readWays(line, NONE)).toEqual(BOTH);
    expect(readWays(line, { ...NONE, email: 'old@b.example.org', phone: '503-555-0100' })).toEqual(BOTH);
    // Once it is home the tab still shows the one line, and says the same.
    expect(readWays(line, BOTH)).toEqual(BOTH);
  });

  test.each<[string, Ways]>([
    ['(503) 555-0199, hi@b.example.org', { ...NONE, email: 'hi@b.example.org', phone: '(503) 555-0199' }],
    [
      'a@b.example.org; c@b.example.org, +1 503 555 0199',
      { ...NONE, email: 'a@b.example.org; c@b.example.org', phone: '+1 503 555 0199' },
    ],
    [
      'hi@b.example.org, 503-555-0199 (ask for Ines)',
      { ...NONE, email: 'hi@b.example.org', phone: '503-555-0199 (ask for Ines)' },
    ],
    [
      'hi@b.example.org, https://b.example.org/contact',
      { ...NONE, email: 'hi@b.example.org', otherChannel: 'https://b.example.org/contact' },
    ],
  ])('%s', (line, ways) => {
    expect(readWays(line, NONE)).toEqual(ways);
  });

  test.each([
    'hi@b.example.org or ask for 503-555-0199',
    'Ines Okoye <ines@b.example.org>',
    'a@b.example.org, c@b.example.org',
    'ines@alder, 503-555-0199',
    '503-555-0199 ask for Ines',
    '',
  ])('“%s” stays as it is', (line) => {
    expect(splitLine(line)).toEqual([line]);
  });

  test('as the contacts have had it, it stays in its cell', () => {
    const before = { ...NONE, email: 'office@alder.example.org, 555-0142 (ask for Ines)' };
    expect(readWays(before.email, before)).toEqual(before);
    expect(readWays(`${before.email}\nform on their page`, before)).toEqual({
      ...before,
      otherChannel: 'form on their page',
    });
  });

  test('nothing of the line is lost but what stood between, and its parts are whole', () => {
    const part = fc.constantFrom(
      'a@b.example.org',
      'c@d.example.org',
      '503-555-0199',
      'ask Dee',
      'b.example.org/x',
    );
    const between = fc.constantFrom(', ', '; ', ' / ', ' ', ',');
    fc.assert(
      fc.property(fc.array(fc.tuple(part, between), { minLength: 1, maxLength: 4 }), (pieces) => {
        const line = pieces
          .map(([text, mark]) => text + mark)
          .join('')
          .trim();
        const bare = (text: string) => text.replace(/[\s,;/]/g, '');
        const parts = splitLine(line);
        expect(bare(parts.join(''))).toBe(bare(line));
        expect(parts.flatMap(splitLine)).toEqual(parts);
        const ways = readWays(line, NONE);
        if (ways !== null) expect(readWays(composeWays(ways), ways)).toEqual(ways);
      }),
    );
  });
});
