// Owner cells: the names in them, and whom they mean. Nobody is guessed.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { matchOwner, splitOwners, withOwner } from '../../src/workbook/owners';
import { volunteer } from './samples';

const names = fc.constantFrom(
  'Ana Ruiz',
  'Ana Petrov',
  'Bo Lind',
  'Chidi',
  'Dee O’Hara',
  'Élise Brand',
  'Sandy Handler',
);

describe('the names of an owner cell', () => {
  test('come back in their order, whatever stands between them', () => {
    const between = fc.constantFrom(', ', ' & ', ' and ', '/', ' / ', '; ', '\n', ' + ');
    fc.assert(
      fc.property(fc.array(names, { minLength: 1, maxLength: 4 }), between, (list, separator) => {
        expect(splitOwners(list.join(separator))).toEqual(list);
      }),
    );
  });

  test('an “and” inside a name does not split it', () => {
    expect(splitOwners('Sandy Handler and Andy')).toEqual(['Sandy Handler', 'Andy']);
  });

  test('a blank cell names nobody', () => {
    for (const text of ['', '  ', ' , ', '\u200b']) expect(splitOwners(text)).toEqual([]);
  });
});

describe('one name of an owner cell in the place of another', () => {
  const between = fc.constantFrom(', ', ' & ', ' and ', '/', ' / ', '; ', '\n', ' + ');
  const someCell = fc
    .tuple(
      fc.uniqueArray(names, { minLength: 1, maxLength: 4 }),
      fc.array(between, { minLength: 3, maxLength: 3 }),
    )
    .map(([list, marks]) => ({
      list,
      text: list.map((name, i) => (i === 0 ? name : `${marks[i - 1] ?? ''}${name}`)).join(''),
    }));

  test('changes that name and no other, in its place', () => {
    fc.assert(
      fc.property(someCell, fc.nat(3), fc.constantFrom('Zed', 'Ana Ruiz', ''), ({ list, text }, n, to) => {
        const from = list[n % list.length]!;
        if (from === to) return;
        const after = withOwner(text, from, to);
        const others = list.filter((name) => name !== from);
        const isThere = to === '' || list.some((name) => name === to);
        expect(splitOwners(after ?? '?')).toEqual(
          isThere ? others : list.map((name) => (name === from ? to : name)),
        );
        if (!isThere) expect(after).toBe(text.split(from).join(to));
      }),
    );
  });

  test('there and back again is the cell as it was', () => {
    fc.assert(
      fc.property(someCell, fc.nat(3), ({ list, text }, n) => {
        const from = list[n % list.length]!;
        expect(withOwner(withOwner(text, from, 'Zed') ?? '', 'Zed', from)).toBe(text);
      }),
    );
  });

  test.each([
    ['Bo & Chidi', 'Bo', 'Dee', 'Dee & Chidi'],
    ['Bo & Chidi', 'bo', '', 'Chidi'],
    ['Ana, Bo / Chidi', 'Bo', '', 'Ana / Chidi'],
    ['Ana and Bo', 'Bo', '', 'Ana'],
    ['Bo & Dee', 'Bo', 'Dee', 'Dee'],
    ['Bo', 'Bo', '', ''],
    [' Bo ', 'Bo', 'Dee', 'Dee'],
    ['', '', 'Dee', 'Dee'],
    ['Bo', '', 'Dee', null],
    ['Bobby', 'Bo', 'Dee', null],
  ])('“%s”: from “%s” to “%s”', (text, from, to, after) => {
    expect(withOwner(text, from, to)).toBe(after);
  });
});

describe('whom a name means', () => {
  const people = ['Ana Ruiz', 'Ana Petrov', 'Bo Lind', 'Chidi'].map((name) => volunteer(name));

  test('a surname with a hyphen is another name than its first half', () => {
    const maya = volunteer('Maya Lindqvist');
    const married = volunteer('Maya Lindqvist-Berg');
    expect(matchOwner('Maya Lindqvist-Berg', [maya]).kind).toBe('none');
    expect(matchOwner('Maya Lindqvist', [married]).kind).toBe('none');
    expect(matchOwner('Maya Lindqvist', [married, maya])).toEqual({ kind: 'one', volunteer: maya });
    for (const name of ['Maya', 'Maya L.', 'maya lindqvist berg', 'Maya Lindqvist-Berg'])
      expect(matchOwner(name, [married])).toEqual({ kind: 'one', volunteer: married });
  });

  test('the full name, in any case and without its accents', () => {
    for (const name of ['Ana Ruiz', 'ANA RUIZ', ' ana  ruíz '])
      expect(matchOwner(name, people)).toMatchObject({ kind: 'one', volunteer: { name: 'Ana Ruiz' } });
  });

  test('a first name that only one has', () => {
    expect(matchOwner('Bo', people)).toMatchObject({ kind: 'one', volunteer: { name: 'Bo Lind' } });
    expect(matchOwner('Chidi Okafor', people)).toMatchObject({ kind: 'one', volunteer: { name: 'Chidi' } });
    expect(matchOwner('Ana R.', people)).toMatchObject({ kind: 'one', volunteer: { name: 'Ana Ruiz' } });
  });

  test('a first name that several have is a question with all of them', () => {
    const match = matchOwner('Ana', people);
    expect(match.kind === 'several' ? match.volunteers.map((v) => v.name) : match.kind).toEqual([
      'Ana Ruiz',
      'Ana Petrov',
    ]);
  });

  test('the beginning of a name is not a name', () => {
    for (const name of ['An', 'B', 'Ruiz', 'Chi', '']) expect(matchOwner(name, people).kind).toBe('none');
  });

  test('one means exactly that no other could be meant', () => {
    const lists = fc.uniqueArray(names, { maxLength: 6 });
    fc.assert(
      fc.property(
        lists,
        fc.constantFrom('Ana', 'Bo', 'Chidi', 'Dee', 'elise', 'Sandy', 'Ana Ruiz', 'Zed'),
        (list, name) => {
          const match = matchOwner(
            name,
            list.map((n) => volunteer(n)),
          );
          const plain = (text: string) =>
            text
              .normalize('NFD')
              .replace(/[\u0300-\u036f]/g, '')
              .toLowerCase();
          const could = list.filter(
            (n) => plain(n) === plain(name) || plain(n).split(' ')[0] === plain(name),
          );
          const sure = list.filter((n) => plain(n) === plain(name));
          const expected =
            sure.length === 1 || could.length === 1 ? 'one' : could.length === 0 ? 'none' : 'several';
          expect(match.kind).toBe(expected);
        },
      ),
    );
  });

  test('an e-mail address means the volunteer who has it', () => {
    const withAddress = [...people, volunteer('Dee', { email: 'dee@example.org' })];
    expect(matchOwner('DEE@example.org', withAddress)).toMatchObject({
      kind: 'one',
      volunteer: { name: 'Dee' },
    });
  });
});
