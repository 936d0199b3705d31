// Owner cells: the names in them, and whom they mean. Nobody is guessed.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { matchOwner, splitOwners } from '../../src/workbook/owners';
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

describe('whom a name means', () => {
  const people = ['Ana Ruiz', 'Ana Petrov', 'Bo Lind', 'Chidi'].map((name) => volunteer(name));

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
