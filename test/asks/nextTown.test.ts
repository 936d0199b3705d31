// Whose name may go to the file of another town, what stands beside it there, and why they may have affiliates there.
import { describe, expect, test } from '@jest/globals';
import { townPartners } from '../../src/asks/nextTown';
import type { Contact } from '../../src/reading/contact';
import type { Cell } from '../../src/values/cell';
import type { Field } from '../../src/reading/fields';
import { group, on, read, TODAY, type AskCells } from './samples';

const AMITY = (more: Partial<Record<Field, Cell>> = {}): Contact =>
  group('a1', 'Amity Street Church', 5, more);
const YES: AskCells = {
  Organization: 'Amity Street Church',
  Ask: 'endorsement',
  'Asked on': on('2026-10-01'),
  Answer: 'yes',
  'Answered on': on('2026-10-08'),
  'Who decided': 'Their board',
  'May be named': 'yes',
  'Outreach ID': 'a1',
  'Ask ID': 'e1',
};
const PRESENT: AskCells = { ...YES, Ask: 'let us present', 'Ask ID': 'e2' };

const found = (rows: readonly AskCells[], contact = AMITY(), isPartner = false, town = 'Millbrook') =>
  townPartners([contact], read(rows, [], { contacts: [contact] }).asks, () => isPartner, town, TODAY);
const agreed = (...args: Parameters<typeof found>) => found(...args).partners.map((one) => one.agreed);
const reason = (contact: Contact, town = '') => found([YES], contact, false, town).partners[0]?.reason;

describe('who may be named', () => {
  test('who endorsed, with who and when, and agreed', () => {
    expect(agreed([YES])).toEqual(['endorsement']);
    expect(agreed([{ ...YES, 'Who decided': '' }])).toEqual([]);
    expect(agreed([{ ...YES, 'Answered on': '' }])).toEqual([]);
    expect(found([{ ...YES, 'May be named': '' }])).toMatchObject({
      partners: [],
      unasked: ['Amity Street Church'],
    });
    expect(found([{ ...YES, 'May be named': 'no' }])).toMatchObject({
      partners: [],
      unasked: [],
      unnamed: ['Amity Street Church'],
    });
  });

  test('a partner by what else they agreed to in public', () => {
    expect(agreed([PRESENT], AMITY(), true)).toEqual(['let us present']);
    expect(agreed([PRESENT], AMITY(), false)).toEqual([]);
    expect(agreed([YES, PRESENT])).toEqual(['let us present, endorsement']);
    expect(agreed([{ ...PRESENT, Ask: 'Host a house meeting' }], AMITY(), true)).toEqual([]);
  });

  test('nobody who left, declined, is not to be contacted, or of whom two things are said', () => {
    for (const more of [
      { status: 'Bowed out' },
      { status: 'Declined' },
      { doNotContact: 'yes' },
      { endorsement: 'withdrawn 11/2' },
    ])
      expect(found([YES, PRESENT], AMITY(more), true).partners).toEqual([]);
  });

  test('no person without an organization', () => {
    const person = group('a1', '', 5, { contactName: 'Ruth Vale' });
    expect(found([{ ...YES, Organization: 'Ruth Vale' }], person, true).partners).toEqual([]);
  });
});

test('no way to reach them goes along with a name or a category', () => {
  for (const name of ['Amity, ruth@amity.example.org', 'Amity (503) 555-0101'])
    expect(found([{ ...YES, Organization: name }], group('a1', name)).partners).toEqual([]);
  const [one] = found([YES], AMITY({ category: 'Church, call 503-555-0101' })).partners;
  expect(one?.category).toBe('');
  expect(found([YES], AMITY({ category: 'Union, Local 3000' })).partners[0]?.category).toBe(
    'Union, Local 3000',
  );
});

test('of a website the address of the page alone goes', () => {
  for (const [typed, goes] of [
    ['amity.example.org', 'https://amity.example.org'],
    ['https://ruth:secret@amity.example.org/us?ruth=1#2', 'https://amity.example.org/us'],
    ['ruth@amity.example.org', ''],
    ['ask Ruth for it', ''],
  ] as const)
    expect(found([YES], AMITY({ website: typed })).partners[0]?.website).toBe(goes);
});

describe('why they may have affiliates there', () => {
  test.each([
    [AMITY({ town: 'Millbrook' }), 'They are in Millbrook themselves.'],
    [AMITY({ level: 'Statewide' }), 'Their level is “Statewide”: they reach beyond one town.'],
    [AMITY({ level: 'local' }), ''],
    [AMITY({ category: 'Labor union' }), 'Their union has locals in other towns.'],
    [group('a1', 'AFSCME Local 88'), 'Their union has locals in other towns.'],
    [group('a1', 'Larkhaven Indivisible'), 'A national group, with chapters in other towns.'],
    [group('a1', 'St. Anne Catholic Parish'), 'Their denomination has congregations in other towns.'],
    [group('a1', 'Oregon Tenants Federation'), 'By their name they bring groups of several towns together.'],
    [group('a1', 'Paper Lantern Books'), ''],
  ])('%#: %s', (contact, why) => {
    expect(reason(contact, 'Millbrook')).toBe(why);
  });
});
