// Which kinds of groups there are, and what to ask the room.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CATEGORIES, categoryOf } from '../../src/texts/categories';
import { KINDS } from '../../src/texts/kinds';
import { categoryWords, countCategories, promptsFor } from '../../src/meetings/coverage';
import { searchLinks } from '../../src/meetings/searchLinks';

const group = (organization: string, category = '') => ({ organization, category });

describe('the categories', () => {
  test('every kind of group belongs to just one of them, by its own name', () => {
    for (const { key } of KINDS)
      expect(CATEGORIES.filter(({ kinds }) => (kinds as readonly string[]).includes(key))).toHaveLength(1);
    for (const { name } of CATEGORIES) expect(categoryOf(` ${name.toUpperCase()} `)).toBe(name);
  });

  test.each([
    ['Church', 'Faith group'],
    ['Congregations', 'Faith group'],
    ['labor union', 'Union'],
    ['Clinic', 'Nurses and other health workers'],
    ['Nurses', 'Nurses and other health workers'],
    ['National chapter', 'Local chapter'],
    ['Immigrant group', 'Immigrant advocacy'],
    ['shops', 'Small business'],
    ['Credit union', null],
    ['', null],
    ['chess', null],
  ])('“%s” counts to %s', (typed, category) => {
    expect(categoryOf(typed)).toBe(category);
  });

  test('each has a tip and a question', () => {
    for (const { tip, prompt } of CATEGORIES) {
      expect(tip).toMatch(/\.$/);
      expect(prompt).toMatch(/\?$/);
    }
  });
});

describe('the coverage', () => {
  test('counts contacts and new names, the fullest first, those with nobody last', () => {
    const counts = countCategories(
      [group('A', 'Church'), group('B', 'Mosque'), group('C', 'Union')],
      [group('D', 'Nurses'), group('E', 'chess')],
    );
    expect(counts.slice(0, 3)).toEqual([
      { category: 'Faith group', inContacts: 2, shortlisted: 0 },
      { category: 'Union', inContacts: 1, shortlisted: 0 },
      { category: 'Nurses and other health workers', inContacts: 0, shortlisted: 1 },
    ]);
    expect(counts).toHaveLength(11);
  });

  test('where no category was typed the name itself may tell', () => {
    const counts = countCategories([group('Teamsters Local 206'), group('The Green Door')], []);
    expect(counts[0]).toEqual({ category: 'Union', inContacts: 1, shortlisted: 0 });
  });

  test('no group counts twice, and none is lost but those of no category', () => {
    const word = fc.constantFrom(...CATEGORIES.map(({ name }) => name), 'chess', 'Church', 'Local 5');
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (have, fresh) => {
        const known = (words: readonly string[]) => words.filter((one) => categoryOf(one) !== null).length;
        const counts = countCategories(
          have.map((one) => group('x', one)),
          fresh.map((one) => group('x', one)),
        );
        expect(counts.reduce((sum, { inContacts }) => sum + inContacts, 0)).toBe(known(have));
        expect(counts.reduce((sum, { shortlisted }) => sum + shortlisted, 0)).toBe(known(fresh));
      }),
    );
  });

  test('the room is asked about the emptiest categories', () => {
    const all = CATEGORIES.filter(({ name }) => name !== 'Physicians');
    const counts = countCategories(
      all.map(({ name }) => group('x', name)),
      [],
    );
    const [first, ...others] = promptsFor(counts, 3);
    expect(first).toMatchObject({ category: 'Physicians' });
    expect(others).toHaveLength(2);
  });
});

describe('the dropdown of categories', () => {
  test('has the group’s own words where it has any, and other words it uses more than once', () => {
    const words = categoryWords([
      group('', 'Church'),
      group('', 'Church'),
      group('', 'Congregation'),
      group('', 'Tenants'),
      group('', 'Tenants'),
      group('', 'a slip'),
      group('', ' '),
    ]);
    expect(words).toEqual(expect.arrayContaining(['Church', 'Congregation', 'Union', 'Tenants']));
    expect(words).not.toContain('Faith group');
    expect(words).not.toContain('a slip');
  });
});

describe('searches for sign-on letters', () => {
  test('need an issue, and are plain addresses whatever the words are', () => {
    expect(searchLinks({ senator: 'Ortiz', state: 'X', issue: '' })).toEqual([]);
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string({ minLength: 1 }), (senator, state, issue) => {
        for (const { url } of searchLinks({ senator, state, issue }))
          expect(url).toMatch(/^https:\/\/www\.google\.com\/search\?q=[\w%.~-]+$/);
      }),
    );
    expect(searchLinks({ senator: 'Ortiz', state: '', issue: 'care' })).toHaveLength(3);
  });
});
