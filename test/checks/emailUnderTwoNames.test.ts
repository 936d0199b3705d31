import { describe, expect, test } from '@jest/globals';
import { check, codes, goodRow, type Row } from './support';

const rows = (email: string, one: Row, other: Row): Row[] => [
  goodRow(1),
  { organization: 'Elm Street Clinic', email, ...one },
  goodRow(3),
  { organization: 'River Faith Circle', email, ...other },
];

describe('one address under two organizations', () => {
  test('a mailbox at a public host belongs to one of them', () => {
    const [found] = check(rows('ana.river@gmail.com', {}, {}));
    expect(found).toMatchObject({
      rule: 'email-under-two-names',
      level: 'warning',
      row: 3,
      rows: [3, 5],
      column: 2,
    });
    expect(found?.message).toContain('ana.river@gmail.com');
  });

  test("so does an address that bears the name of one row's person", () => {
    const [ana, bo] = [{ contactName: 'Ana Sandoval' }, { contactName: 'Bo Lindqvist' }];
    expect(codes(rows('ana.sandoval@house.example.org', ana, bo))).toEqual(['email-under-two-names']);
    expect(codes(rows('bolindqvist@house.example.org', ana, bo))).toEqual(['email-under-two-names']);
  });

  test.each<[string, string, Row, Row]>([
    ['two programmes of a house', 'ana.sandoval@house.example.org', {}, {}],
    [
      'an office of two programmes',
      'office@house.example.org',
      { contactName: 'Ana Sandoval' },
      { contactName: 'Bo Lindqvist' },
    ],
    [
      'one person for two groups',
      'ana@gmail.com',
      { contactName: 'Ana Sandoval' },
      { contactName: 'ana sandoval' },
    ],
    ['a word in common', 'ana@gmail.com', {}, { organization: 'Elm Street Faith Circle' }],
  ])('%s may share it', (_, email, one, other) => {
    expect(codes(rows(email, one, other))).toEqual([]);
  });

  test('an address on three rows and more is a house of some kind', () => {
    const email = 'ana@gmail.com';
    expect(codes([...rows(email, {}, {}), { organization: 'Bakers Guild', email }])).toEqual([]);
  });

  test('two persons may share one where no organization is known', () => {
    const email = 'sandoval@gmail.com';
    expect(
      codes([
        { contactName: 'Ana Sandoval', email },
        { contactName: 'Bo Lindqvist', email },
      ]),
    ).toEqual([]);
  });
});
