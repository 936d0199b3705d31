// The recap of a meeting: who does what, whom to ask first, what is missing, and the text of it.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ClosedGroup } from '../../src/meetings/closing';
import { countsOf, recapOf, recapText, recapTitle, type RecapHead } from '../../src/meetings/recap';
import { CATEGORIES } from '../../src/texts/categories';
import { day } from '../../src/values/day';
import { volunteerNamed } from '../../src/workbook/volunteer';

const ANA = volunteerNamed('Ana Ruiz', 'ana@example.org');
const BO = volunteerNamed('Bo');

const group = (name: string, more: Partial<ClosedGroup> = {}): ClosedGroup => ({
  name,
  rows: [],
  contact: null,
  key: '',
  id: '',
  cells: [],
  owners: [],
  owner: more.owners?.map((one) => one.name).join(', ') ?? '',
  task: more.owners === undefined ? null : 'Reach out',
  isGiven: true,
  due: day('2026-12-03'),
  knownBy: '',
  category: '',
  town: '',
  canBeReached: true,
  hasDecided: false,
  ...more,
});
const recap = (groups: readonly ClosedGroup[], categories: readonly string[] = []) =>
  recapOf({
    groups,
    all: [
      ...categories.map((category) => ({ organization: '', category })),
      ...groups.map(({ name, category }) => ({ organization: name, category })),
    ],
    mayKnow: () => [],
  });
const first = (knownBy: string, owners = [ANA]) =>
  recap([group('Dove House', { owners, knownBy })]).people[0]?.tasks[0]?.first;

const HEAD: RecapHead = {
  campaign: 'Larkhaven Care for All',
  day: day('2026-11-12'),
  due: day('2026-12-03'),
  today: day('2026-11-12'),
  url: 'https://sheet.example.org',
};

test('each person has their tasks, counted in words', () => {
  const { people } = recap([
    group('Elm Clinic', { owners: [BO, ANA], task: 'Research' }),
    group('Dove House', { owners: [ANA] }),
    group('Amity', { owners: [ANA], task: 'Follow up' }),
  ]);
  expect(people.map((one) => [one.volunteer.name, countsOf(one)])).toEqual([
    ['Ana Ruiz', 'Reach out to 1, follow up with 1, research 1'],
    ['Bo', 'Research 1'],
  ]);
});

describe('whom to ask first', () => {
  test.each([
    ['Bo', 'Ask Bo first, who knows someone there.'],
    ['Bo and Chidi', 'Ask Bo or Chidi first, who know someone there.'],
    ['her sister sings in the choir there', 'Somebody knows them: her sister sings in the choir there.'],
    ['nobody', ''],
    ['', ''],
    ['Ana', ''],
    ['Ana Ruiz & Bo', ''],
  ])('“%s” under Known by, for Ana Ruiz: “%s”', (knownBy, text) => {
    expect(first(knownBy)).toBe(text);
  });

  test('where nobody is named, whoever may know someone there', () => {
    const { people } = recapOf({
      groups: [group('Dove House', { owners: [ANA] })],
      all: [],
      mayKnow: () => [{ volunteer: BO, by: 'town', what: 'Larkhaven', sentence: '', weight: 'ask' }],
    });
    expect(people[0]?.tasks[0]?.first).toBe('Ask Bo first, who may know someone there.');
  });
});

test('what is missing: who has nobody, no way to them, and the kinds in neither contacts nor shortlist', () => {
  const found = recap(
    [group('Dove House', { category: 'Church' }), group('Elm Clinic', { owners: [BO], canBeReached: false })],
    ['Labor union'],
  );
  expect(found.nobody).toEqual(['Dove House']);
  expect(found.noWay).toEqual(['Elm Clinic']);
  expect(found.missing).toEqual(
    // A clinic says by its name what it is.
    CATEGORIES.map(({ name }) => name).filter((name) => !/^(?:Faith group|Union|Nurses)/.test(name)),
  );
});

describe('the text', () => {
  const found = recap(
    [
      group('Dove House', { owners: [ANA], knownBy: 'Bo' }),
      group('Elm Clinic', { owners: [BO] }),
      group('Amity\nChurch'),
    ],
    CATEGORIES.map(({ name }) => name),
  );

  test('of one volunteer begins with their part', () => {
    expect(recapText(found, HEAD, ANA)).toBe(
      [
        'Hello Ana Ruiz,',
        'At the meeting of Thu, Nov 12, 2026 we shared out whom to reach. The next meeting is Thu, Dec 3, 2026: until then each of us does their part.',
        'Your part:\n- Dove House: reach out. Ask Bo first, who knows someone there.',
        'Bo:\n- Elm Clinic: reach out',
        'Nobody has them yet: Amity Church.',
        'The sheet: https://sheet.example.org',
      ].join('\n\n'),
    );
  });

  test('of all has its title', () => {
    expect(recapTitle(HEAD)).toBe('Who does what by Dec 3 (Larkhaven Care for All)');
    expect(recapText(found, HEAD, null)).toContain(recapTitle(HEAD));
  });

  test('keeps every name on one line of its own, whatever stands in the cells', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        const text = recapText(recap([group(name, { owners: [BO] })]), HEAD, null);
        expect(text.split('\n').filter((line) => line.endsWith(': reach out'))).toHaveLength(1);
      }),
    );
  });
});
