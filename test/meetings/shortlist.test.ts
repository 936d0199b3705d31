// The shortlist is read as people left it: columns moved, rows blank, hints in the way.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Grid } from '../../src/values/cell';
import { day } from '../../src/values/day';
import { meetingTabName, readShortlist, SHORTLIST_COLUMNS } from '../../src/meetings/shortlist';
import { isOurTab } from '../../src/workbook/tabs';
import { HEADINGS, shortlist, typedRow } from './samples';

test('columns that the group added are read with their headings, a hint under another heading is not', () => {
  const [heading = [], ...rows] = shortlist({ Organization: 'Elm Clinic', 'Who takes it': 'Bo' }).rows;
  const list = readShortlist({
    rows: [
      [...heading.map((cell) => (cell === 'Hint' ? 'Hinweis' : cell)), 'Members', 'Phone tree?'],
      ...rows.map((cells) => [...cells, 400, true]),
    ].map((cells, row) =>
      row === 0 ? cells : cells.map((cell, at) => (at === 8 ? 'Also in row 7.' : cell)),
    ),
  });
  expect(list?.rows[0]).toMatchObject({ organization: 'Elm Clinic', taker: 'Bo', more: 'Members: 400' });
});

describe('a shortlist', () => {
  test('gives each filled row with its row in the sheet and its texts as typed', () => {
    const list = readShortlist(
      shortlist(
        { Organization: ' Tern Island Clinic ', Category: 'Nurses', 'Who takes it': 'Ana & Bo' },
        {},
        { Notes: 'ask about Tuesday' },
      ),
    );
    expect(list?.rows).toEqual([
      {
        row: 2,
        organization: ' Tern Island Clinic ',
        category: 'Nurses',
        town: '',
        knows: '',
        reach: '',
        ideaBy: '',
        taker: 'Ana & Bo',
        notes: '',
        more: '',
        outreachId: '',
      },
      expect.objectContaining({ row: 4, organization: '', notes: 'ask about Tuesday' }),
    ]);
    expect(list?.nextRow).toBe(5);
  });

  test('rows in which only formulas stand count as blank, so the next name goes below the last typed one', () => {
    const formulas = { Hint: '' };
    const { rows } = shortlist({ Organization: 'Kettle Lane Bakery' }, formulas, formulas);
    const list = readShortlist({
      rows: rows.map((row, r) => (r > 1 ? row.map((_, c) => (c > 9 ? 0 : '')) : row)),
    });
    expect(list?.rows).toHaveLength(1);
    expect(list?.nextRow).toBe(3);
  });

  test('a day typed in a note reads as text, and an id in its hidden column is known', () => {
    const list = readShortlist(
      shortlist({ Organization: 'x', Notes: { day: day('2026-11-19'), time: null }, 'Outreach ID': ' c1 ' }),
    );
    expect(list?.rows[0]).toMatchObject({ notes: '2026-11-19', outreachId: 'c1' });
  });

  test('is found below rows that somebody put on top, and not where its headings are gone', () => {
    const { rows } = shortlist({ Organization: 'Kettle Lane Bakery' });
    const list = readShortlist({ rows: [['Welcome'], [''], ...rows] });
    expect(list?.headerRow).toBe(3);
    expect(list?.rows[0]?.row).toBe(4);
    expect(readShortlist({ rows: rows.slice(1) })).toBeNull();
    expect(readShortlist({ rows: [['Organization', 'Owner']] })).toBeNull();
  });

  test('rows that a sort of the whole tab put above the headings are told, a title is not', () => {
    const { rows } = shortlist(
      { Organization: 'Amity', 'Who takes it': 'Bo' },
      { Organization: 'Dove House' },
      { Organization: 'Tern Island Clinic' },
    );
    const [heading = [], amity = [], name = [], tern = []] = rows;
    const dove = name.with(HEADINGS.indexOf('Place in contacts'), 0);
    const above = (...grid: Grid) => readShortlist({ rows: grid })?.above;
    expect(above(amity, dove, heading, tern)).toEqual([1, 2]);
    expect(above(heading, amity, dove, tern)).toEqual([]);
    expect(above(['Our ideas of tonight'], [''], heading, amity)).toEqual([]);
  });

  test('headings are found wherever a sort of the whole tab put them', () => {
    const names = Array.from({ length: 60 }, (_, at) => ({ Organization: `Group ${at}`, 'Idea by': 'Bo' }));
    const [heading = [], ...rows] = shortlist(...names).rows;
    const list = readShortlist({ rows: rows.toSpliced(45, 0, heading) });
    expect(list?.headerRow).toBe(46);
    expect(list?.above).toHaveLength(45);
    expect(list?.rows).toHaveLength(15);
  });

  test('columns may be moved, deleted and joined by others without a row reading otherwise', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...HEADINGS, 'Our own', 'Another'], { minLength: 12, maxLength: 14 }),
        fc.array(fc.record({ Organization: fc.string(), 'Who takes it': fc.string(), Notes: fc.string() })),
        (order, typed) => {
          fc.pre(order.includes('Organization') && order.includes('Who takes it') && order.includes('Notes'));
          const straight = shortlist(...typed);
          const moved = [
            order,
            ...typed.map((one) => order.map((name) => typedRow(one)[HEADINGS.indexOf(name)] ?? '')),
          ];
          expect(readShortlist({ rows: moved })?.rows).toEqual(readShortlist(straight)?.rows);
        },
      ),
    );
  });

  test('of two equal headings the first counts', () => {
    const { rows } = shortlist({ Organization: 'first' });
    const twice = rows.map((row, r) => [...row, r === 0 ? 'Organization' : 'second']);
    expect(readShortlist({ rows: twice })?.rows[0]?.organization).toBe('first');
  });

  test('its tab is named after the day, and is never read as contacts', () => {
    expect(meetingTabName(day('2026-11-19'), day('2026-11-02'))).toBe('Shortlist Nov 19');
    expect(meetingTabName(day('2027-01-04'), day('2026-11-02'))).toBe('Shortlist Jan 4, 2027');
    expect(isOurTab('Shortlist Nov 19')).toBe(true);
    expect(SHORTLIST_COLUMNS).toHaveLength(10);
  });
});
