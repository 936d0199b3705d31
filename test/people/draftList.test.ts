// What volunteers can pick from: nobody's open contacts, and who may take which of them.
import { describe, expect, test } from '@jest/globals';
import { listDraft, searchFor } from '../../src/people/draftList';
import type { ShareInput } from '../../src/people/share';
import { day } from '../../src/values/day';
import { contact, volunteer, type Given } from '../workbook/samples';

const input = (contacts: Record<string, Given>, more: Partial<ShareInput> = {}): ShareInput => ({
  contacts: new Map(Object.entries(contacts).map(([key, given]) => [key, contact(given)])),
  volunteers: [
    volunteer('Ana'),
    volunteer('Bo', { most: 3 }),
    volunteer('Elif', { awayUntil: day('2026-12-01') }),
  ],
  due: day('2026-11-19'),
  today: day('2026-11-12'),
  cap: 0,
  moves: new Map(),
  ...more,
});
const SIX: Record<string, Given> = {
  a: { organization: 'Amity', owner: 'Bo' },
  b: { organization: 'Cedar', owner: '' },
  c: { organization: 'Harbor', status: 'Declined' },
  d: { organization: 'Millrace' },
  e: { organization: 'Paper Lantern', due: { day: day('2026-11-14'), time: null } },
  f: { organization: 'Willow', owner: 'Zed' },
};

describe('what can be picked', () => {
  test('open contacts that nobody has, by those who are there until the deadline', () => {
    const { free, pickers, all } = listDraft(input(SIX));
    expect(free.map(({ key }) => key)).toEqual(['b', 'd', 'e']);
    expect(pickers).toEqual([
      { name: 'Ana', open: 0, room: null },
      { name: 'Bo', open: 1, room: 2 },
    ]);
    expect(all).toBe(3);
  });

  test('“at most each” counts for those without a figure of their own', () => {
    const { pickers } = listDraft(input(SIX, { cap: 5 }));
    expect(pickers.map(({ room }) => room)).toEqual([5, 2]);
  });

  test('what was picked is not free any more, and counts; what was left with nobody can be picked', () => {
    const moves = new Map([
      ['b', 'Bo'],
      ['d', ''],
    ]);
    const { free, pickers } = listDraft(input(SIX, { moves }));
    expect(free.map(({ key }) => key)).toEqual(['d', 'e']);
    expect(pickers[1]).toEqual({ name: 'Bo', open: 2, room: 1 });
  });

  test('a pick that got an owner in the sheet, or was deleted there, is lost', () => {
    const moves = new Map([
      ['a', 'Ana'],
      ['gone', 'Ana'],
      ['b', 'Ana'],
    ]);
    const { isFree, pickers } = listDraft(input(SIX, { moves }));
    expect([...moves.keys()].filter(isFree)).toEqual(['b']);
    expect(pickers[0]?.open).toBe(1);
  });

  test('who comes back before the meeting, but after a contact is due, may not pick that one', () => {
    const volunteers = [volunteer('Ana', { awayUntil: day('2026-11-16') }), volunteer('Bo')];
    const { free, pickers } = listDraft(input(SIX, { volunteers }));
    expect(pickers.map(({ name }) => name)).toEqual(['Ana', 'Bo']);
    expect(free.map(({ key, notFor }) => [key, notFor])).toEqual([
      ['b', []],
      ['d', []],
      ['e', ['Ana']],
    ]);
  });
});

describe('the search', () => {
  const clinic = contact({
    organization: 'Quarry Road Clínic',
    category: 'Clinic',
    town: 'Larkhaven',
    knownBy: 'Bo',
  });

  test.each(['', ' ', 'quarry', 'clinic lark', 'BO', 'larkhaven, road'])('“%s” finds it', (text) => {
    expect(searchFor(text)(clinic)).toBe(true);
  });

  test.each(['union', 'quarry union'])('“%s” does not', (text) => {
    expect(searchFor(text)(clinic)).toBe(false);
  });
});
