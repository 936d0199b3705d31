// When contacts are due, what the hidden tab keeps of the due dates that follow the meeting, and which these are.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  deadlineOf,
  followers,
  followingByJournal,
  followingRows,
  readFollowing,
} from '../../src/people/deadlines';
import type { Cell } from '../../src/values/cell';
import { addDays, day, type Day } from '../../src/values/day';
import type { PlacedDataRow } from '../../src/workbook/dataTab';
import { contact } from '../workbook/samples';

const TODAY = day('2026-11-12');
const MEETING = day('2026-11-19');
const on = (text: string, time: string | null = null): Cell => ({ day: day(text), time });
const due = (cell: Cell, meeting: Day | null = MEETING, awayUntil: Day | null = null) =>
  deadlineOf(contact({ due: cell }), meeting, awayUntil, TODAY, 'en_US', true);

describe('when a contact is due', () => {
  test('on the day that stands there, whatever the meeting is', () => {
    expect(due(on('2026-11-05'))).toEqual({
      day: '2026-11-05',
      urgency: 'overdue',
      text: 'Overdue since Nov 5',
    });
    expect(due('Nov 14, 2026')).toMatchObject({ day: '2026-11-14', text: 'Due on Nov 14' });
    expect(due(on('2026-11-12'), null)).toMatchObject({ urgency: 'due', text: 'Due today' });
    expect(due(on('2026-11-13'), null).text).toBe('Due tomorrow');
    expect(due(on('2026-11-20'))).toMatchObject({ urgency: 'rest', text: 'Due on Nov 20' });
  });

  test('else at the next meeting, but never before somebody who is away is back, and not at one that is past', () => {
    expect(due('')).toMatchObject({ day: MEETING, urgency: 'due' });
    expect(due('', MEETING, day('2026-11-23'))).toMatchObject({ day: '2026-11-23', urgency: 'rest' });
    expect(due(on('2026-11-19'), MEETING, day('2026-11-23')).day).toBe(MEETING);
    expect(due('', day('2026-11-11'))).toEqual({ day: null, urgency: 'rest', text: '' });
    expect(due('', null).day).toBeNull();
    const past = deadlineOf(contact({}), day('2026-11-11'), null, TODAY, 'en_US', false);
    expect(past).toMatchObject({ urgency: 'overdue', text: 'Overdue since Nov 11' });
  });

  test('a text that reads two ways or not at all is no day, and is told', () => {
    for (const text of ['03/04/2026', 'next week'])
      expect(due(text)).toEqual({
        day: null,
        urgency: 'rest',
        text: `The due day cannot be read: “${text}”`,
      });
  });
});

const someDay = fc.integer({ min: 0, max: 400 }).map((n) => addDays(day('2026-01-01'), n));
const someKey = fc.stringMatching(/^[0-9a-f]{10}$/).map((text) => `c-${text}`);
const placed = (rows: readonly Omit<PlacedDataRow, 'row'>[]): PlacedDataRow[] =>
  rows.map((row, index) => ({ ...row, row: index + 2 }));

describe('what the hidden tab keeps', () => {
  test('is read back as it was, of this tab alone, and no cell is too long', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(someDay, { minLength: 1, maxLength: 3 }),
        fc.uniqueArray(someKey, { maxLength: 20 }),
        fc.integer({ min: 0, max: 4 }),
        (days, keys, parts) => {
          const rows = [
            ...followingRows(17, { days, keys: new Set(keys) }, '2026-11-12 10:00', parts),
            ...followingRows(171, { days, keys: new Set(['c-other']) }, '2026-11-12 10:00', 0),
          ];
          const read = readFollowing(placed(rows), 17);
          expect(read?.days).toEqual(days);
          expect([...(read?.keys ?? [])]).toEqual(keys);
          expect(read?.parts).toBe(Math.max(1, parts));
        },
      ),
    );
    const many = new Set(Array.from({ length: 50_000 }, (_, n) => `c-${String(n).padStart(10, '0')}`));
    const rows = followingRows(17, { days: [MEETING], keys: many }, '', 0);
    expect(Math.max(...rows.map(({ data }) => data.length))).toBeLessThan(45_000);
    expect(readFollowing(placed(rows), 17)?.keys.size).toBe(50_000);
    expect(readFollowing([], 17)).toBeNull();
  });
});

describe('which due dates follow the meeting', () => {
  const contacts = new Map([
    ['c-1', contact({ due: on('2026-11-19') })],
    ['c-hand', contact({ due: on('2026-11-19') })],
    ['c-moved', contact({ due: on('2026-11-26') })],
    ['c-text', contact({ due: '2026-11-19' })],
    ['c-time', contact({ due: on('2026-11-19', '18:00') })],
    ['c-no', contact({ due: on('2026-11-19'), status: 'Declined' })],
  ]);
  const keys = new Set(['c-1', 'c-moved', 'c-text', 'c-time', 'c-no', 'c-gone']);

  test('those of open contacts that were written by us and still say that day', () => {
    expect(followers(contacts, { days: [MEETING], keys }).map(({ key }) => key)).toEqual(['c-1']);
    expect(followers(contacts, { days: [MEETING, day('2026-11-26')], keys }).map(({ key }) => key)).toEqual([
      'c-1',
      'c-moved',
    ]);
  });

  test('in a workbook of an earlier version: those whose newest write in the journal was that day', () => {
    const cell = (key: string, to: Cell) => ({ key, cell: 'I2', column: 9, header: 'Due', from: '', to });
    const found = followingByJournal(
      [cell('c-1', on('2026-11-19')), cell('c-2', on('2026-11-26')), cell('c-2', on('2026-11-19'))],
      MEETING,
    );
    expect(found.days).toEqual([MEETING]);
    expect([...found.keys]).toEqual(['c-1']);
  });
});
