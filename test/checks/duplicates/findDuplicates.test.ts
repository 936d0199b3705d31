import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findDuplicates, type DuplicateEntry } from '../../../src/checks/duplicates/findDuplicates';
import { likelySame } from '../../../src/checks/duplicates/organizationKey';

type Short = readonly [name: string, town?: string, email?: string];

const entries = (list: readonly Short[]): DuplicateEntry[] =>
  list.map(([name, town = '', email = ''], i) => ({
    row: i + 2,
    name,
    town,
    emails: email === '' ? [] : [email],
  }));

const groups = (...list: Short[]) => findDuplicates(entries(list)).map(({ rows, why }) => [why, ...rows]);

describe('rows of one organization', () => {
  test('the same name, another spelling, the same name with the same address', () => {
    expect(groups(['Harbor Tenants'], ['HARBOR TENANTS'], ['Elm Clinic'])).toEqual([['same', 2, 3]]);
    expect(groups(['SEIU 49'], ['Elm Clinic'], ['Service Employees Local 49'])).toEqual([['likely', 2, 4]]);
    const [group] = findDuplicates(
      entries([
        ['Elm Clinic', '', 'a@example.org'],
        ['Elm Clinic', '', 'A@example.org'],
      ]),
    );
    expect(group?.email).toBe('a@example.org');
  });

  test('initials and a number meet the one name they stand for', () => {
    const full = 'Harbor & Dock Workers Local 49';
    expect(groups(['HDW 49'], ['Elm Clinic'], [full])).toEqual([['likely', 2, 4]]);
    expect(groups([full], ['HDW Local 50'], ['HDW'])).toEqual([]);
    expect(groups(['HDW 49', 'Salem'], [full, 'Albany'])).toEqual([]);
  });

  test('where two names have the initials and the number, nobody can tell which is meant', () => {
    expect(groups(['HDW 49'], ['Harbor & Dock Workers Local 49'], ['Hotel Dining Waiters Local 49'])).toEqual(
      [],
    );
  });

  test("a slip in the word beside a union's name is found; another word there is another body", () => {
    expect(groups(['Nortgate SEIU'], ['Elm Clinic'], ['Northgate SEIU'])).toEqual([['likely', 2, 4]]);
    expect(groups(['Teamsters Porltand', 'Salem'], ['Portland Teamsters', 'Salem'])).toEqual([
      ['likely', 2, 3],
    ]);
    expect(groups(['Nortgate SEIU'], ['Northgate UFCW'])).toEqual([]);
    expect(groups(['Clinton SEIU'], ['Clifton SEIU'])).toEqual([]);
  });

  test('the same name in another town is another group, unless the address is one', () => {
    expect(groups(['Mutual Aid', 'Salem'], ['Mutual Aid', 'Albany'])).toEqual([]);
    expect(groups(['Mutual Aid', 'Salem'], ['Mutual Aid', 'salem'], ['Mutual Aid', 'Albany'])).toEqual([
      ['same', 2, 3],
    ]);
    expect(
      groups(['Mutual Aid', 'Salem', 'a@example.org'], ['Mutual Aid', 'Albany', 'a@example.org']),
    ).toEqual([['same', 2, 3]]);
  });

  test('a blank town goes with the only other one, and with none of several', () => {
    expect(groups(['Mutual Aid', 'Salem'], ['Mutual Aid'])).toEqual([['same', 2, 3]]);
    expect(groups(['Mutual Aid', 'Salem'], ['Mutual Aid', 'Albany'], ['Mutual Aid'])).toEqual([]);
  });

  test('the town may stand in the name of one', () => {
    expect(groups(['Salem Jobs with Justice', 'Salem'], ['Jobs with Justice', 'Salem'])).toEqual([
      ['likely', 2, 3],
    ]);
    expect(groups(['Salem Church', 'Salem'], ['Church', 'Salem'])).toEqual([]);
    expect(groups(['Salem Tenants Health Circle', 'Salem'], ['Tenants Health Circle', 'Salem'])).toEqual([
      ['likely', 2, 3],
    ]);
  });

  test('one address under two programmes of a house is fine; under a slip of the name or no name it is not', () => {
    const mail = 'office@example.org';
    expect(groups(['Harbor Youth', '', mail], ['Harbor Shelter', '', mail])).toEqual([]);
    expect(groups(['Harbor Tenants Union', '', mail], ['Harbour Tenants Unoin', '', mail])).toEqual([
      ['likely', 2, 3],
    ]);
    expect(groups(['Harbor Youth', '', mail], ['', '', mail])).toEqual([['email', 2, 3]]);
  });

  test('an address on just two rows whose names have nothing in common is handed on as that', () => {
    const mail = 'ana@example.org';
    expect(groups(['Elm Clinic', '', mail], ['Harbor Shelter', '', 'ANA@example.org'])).toEqual([
      ['other-names', 2, 3],
    ]);
    expect(groups(['Elm Clinic', '', mail], ['Elm Shelter', '', mail])).toEqual([]);
    expect(groups(['Elm Clinic', '', mail], ['Harbor Shelter', '', mail], ['River Guild', '', mail])).toEqual(
      [],
    );
  });

  test('a log of visits is not full of duplicates', () => {
    const visits = Array.from({ length: 30 }, (_, i): Short => [
      `Company ${i % 4}`,
      'Salem',
      `c${i % 4}@example.org`,
    ]);
    expect(groups(...visits)).toEqual([]);
  });

  test('a few copies in a list of contacts are still found', () => {
    const list = Array.from({ length: 10 }, (_, i): Short => [`Company ${i}`]);
    expect(groups(...list, ['Company 3'], ['Company 7'])).toEqual([
      ['same', 5, 12],
      ['same', 9, 13],
    ]);
  });
});

describe('for any list', () => {
  const name = fc
    .array(
      fc.constantFrom(
        ...[
          'SEIU',
          'Teamsters',
          '49',
          '206',
          'Local',
          'First',
          'Baptist',
          'Church',
          'Salem',
          'Portland',
          'Porltand',
        ],
        ...['Northgate', 'Nortgate', 'Health', 'Care', 'Healthcare', 'of', 'Club', 'NHC', 'NSB'],
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((words) => words.join(' '));
  const unlike = Array.from({ length: 40 }, (_, i): Short => [
    `Sole ${String.fromCharCode(97 + (i % 26))}${i}`,
  ]);

  test('every pair that is likely the same ends in one group, as if all pairs were compared', () => {
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 12 }), (list) => {
        const found = findDuplicates(entries([...unlike, ...list.map((n): Short => [n])]));
        const groupOf = (row: number) => found.findIndex((group) => group.rows.includes(row));
        list.forEach((a, i) => {
          list.forEach((b, j) => {
            const rows = [i + 42, j + 42] as const;
            if (i < j && likelySame(a, b)) {
              expect(groupOf(rows[0])).toBeGreaterThanOrEqual(0);
              expect(groupOf(rows[0])).toBe(groupOf(rows[1]));
            }
          });
        });
      }),
      { numRuns: 300 },
    );
  });

  test('the order of the rows does not matter', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 10 }), (list) => {
        const rows = entries(list.map((n): Short => [n, '', '']));
        const there = findDuplicates(rows).map((group) => [...group.rows].sort((a, b) => a - b).join());
        const back = findDuplicates([...rows].reverse()).map((group) =>
          [...group.rows].sort((a, b) => a - b).join(),
        );
        expect(back.sort()).toEqual(there.sort());
      }),
    );
  });
});
