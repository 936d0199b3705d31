// Volunteers as they grow: whose check-in is due, what a debrief writes, and a lead's own impressions.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkInDue, growingOrder } from '../../../src/people/growing/checkIns';
import { volunteerEdits } from '../../../src/people/growing/debriefEdits';
import {
  impressionOf,
  MOST_BYTES,
  readImpressions,
  withImpression,
  writeImpressions,
} from '../../../src/people/growing/impressions';
import { day } from '../../../src/values/day';
import { VOLUNTEER_COLUMNS } from '../../../src/workbook/readVolunteers';
import { table, volunteer } from '../../workbook/samples';

const TODAY = day('2026-11-12');

describe('check-ins', () => {
  test('are due from their day on, and a day that cannot be read is said', () => {
    const due = (text: string | null) =>
      checkInDue(volunteer('Dee', { nextCheckIn: text === null ? null : day(text) }), TODAY);
    expect([due(null), due('2026-11-13'), due('2026-11-12'), due('2026-11-09')]).toEqual([
      '',
      '',
      'Check-in is today',
      'Check-in was due on Nov 9',
    ]);
    expect(checkInDue(volunteer('Dee', { checkInText: 'next week' }), TODAY)).toBe(
      '“next week” under Next check-in is no day',
    );
  });

  test('stand in the order in which they were due, then by name, and never by how much somebody does', () => {
    const people = [
      volunteer('Éva'),
      volunteer('Dee', { nextCheckIn: day('2026-11-12') }),
      volunteer('Bo', { nextCheckIn: day('2026-12-01') }),
      volunteer('Ana', { nextCheckIn: day('2026-11-01') }),
      volunteer('chidi', { most: 30 }),
    ];
    expect(growingOrder(people, TODAY).map(({ name }) => name)).toEqual(['Ana', 'Dee', 'Bo', 'chidi', 'Éva']);
  });
});

describe('a debrief', () => {
  const debrief = { lastDebrief: TODAY, wantsNext: 'Speak at the hearing', nextCheckIn: day('2026-11-26') };

  test('goes into the row of its volunteer, wherever the columns stand', () => {
    const header = ['Next check-in', 'Name', 'Last debrief', 'E-mail', 'Wants to do next'];
    const rows = [
      ['Our people'],
      header,
      ['', 'Ana'],
      ['', ' dee ', '', 'dee@example.org', 'Speak at the hearing'],
    ];
    expect(volunteerEdits(table('Volunteers', rows), 'Dee', debrief)).toEqual({
      missing: [],
      headerRow: 2,
      row: 4,
      cells: [
        { heading: 'Last debrief', column: 3, from: '', to: { day: '2026-11-12', time: null } },
        { heading: 'Next check-in', column: 1, from: '', to: { day: '2026-11-26', time: null } },
      ],
    });
  });

  test('asks for the headings that an older tab lacks', () => {
    const before = table('Volunteers', [VOLUNTEER_COLUMNS.slice(0, 9), ['Dee']]);
    expect(volunteerEdits(before, 'Dee', debrief)).toEqual({
      missing: ['Last debrief', 'Wants to do next', 'Next check-in'],
      headerRow: 1,
      row: 2,
      cells: [],
    });
    expect(volunteerEdits(before, 'Bo', debrief)).toBeNull();
    expect(volunteerEdits(table('Volunteers', [['Who'], ['Dee']]), 'Dee', debrief)).toBeNull();
  });
});

describe('impressions', () => {
  const one = { commitment: 'came three times', curiosity: '', tryNext: 'phone bank' };

  test('are kept by name, changed, and erased', () => {
    const all = withImpression(withImpression(new Map(), 'Dee', one), 'Bo', one);
    expect(impressionOf(all, 'dee')).toEqual(one);
    expect(impressionOf(all, 'Ana')).toEqual({ commitment: '', curiosity: '', tryNext: '' });
    expect([...withImpression(all, 'DEE', { ...one, tryNext: 'x' }).keys()]).toEqual(['Bo', 'DEE']);
    for (const nothing of [null, { commitment: ' ', curiosity: '', tryNext: '' }])
      expect([...withImpression(all, 'dee', nothing).keys()]).toEqual(['Bo']);
  });

  test('read back as they were written, and a value that cannot be read holds none', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 });
    const impression = fc.record({ commitment: text, curiosity: text, tryNext: text });
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            text.filter((name) => name !== ''),
            impression,
          ),
          { maxLength: 8 },
        ),
        (list) => {
          const all = new Map(list);
          const written = writeImpressions(all);
          if (written === null) return;
          expect(new TextEncoder().encode(written).length).toBeLessThanOrEqual(MOST_BYTES);
          expect([...readImpressions(written)]).toEqual([...all]);
        },
      ),
    );
    fc.assert(fc.property(fc.string(), (any) => void readImpressions(any)));
    for (const broken of [null, '', '{}', '[1,["",2],[3]]', '[["Dee"'])
      expect(readImpressions(broken).size).toBe(0);
  });

  test('that are more than one value of the storage holds are not written', () => {
    const long = (letter: string, n: number) =>
      writeImpressions(new Map([['Dee', { ...one, commitment: letter.repeat(n) }]]));
    expect(long('a', MOST_BYTES - 100)).not.toBeNull();
    expect(long('a', MOST_BYTES)).toBeNull();
    expect(long('ä', MOST_BYTES / 2)).toBeNull();
    expect(long('ä', MOST_BYTES / 2 - 100)).not.toBeNull();
    expect(long('😀', MOST_BYTES / 4)).toBeNull();
  });
});
