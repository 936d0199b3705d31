// Days off as groups write them in Settings: what is read, what is asked, and that no deadline falls on one.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isOff, lastDayNotOff, NO_DAYS_OFF, readDaysOff } from '../../src/values/daysOff';
import { addDays, day, daysBetween } from '../../src/values/day';

const read = (text: string, locale = 'en_US') => readDaysOff(text, locale);
const span = (from: string, to = from) => ({ from, to });

describe('days off are read', () => {
  test.each([
    ['', [], []],
    ['Sundays', [6], []],
    ['sunday', [6], []],
    ['every Friday', [4], []],
    ['Sat, Sun', [5, 6], []],
    ['Saturdays and Sundays', [5, 6], []],
    ['weekends', [5, 6], []],
    ['Fri – Sun', [4, 5, 6], []],
    ['Saturday to Monday', [0, 5, 6], []],
    ['Sundays, Dec 24 – Jan 1', [6], [span('12-24', '01-01')]],
    ['Dec 24 - Jan 1; Fridays', [4], [span('12-24', '01-01')]],
    ['Dec 24-Jan 1', [], [span('12-24', '01-01')]],
    ['Dec 24-26', [], [span('12-24', '12-26')]],
    ['Nov 26 – 27', [], [span('11-26', '11-27')]],
    ['26 – 27 November', [], [span('11-26', '11-27')]],
    ['Nov 26 – 27, 2026', [], [span('2026-11-26', '2026-11-27')]],
    ['Dec 24, 2026 – Jan 1, 2027', [], [span('2026-12-24', '2027-01-01')]],
    ['Dec 24 – Jan 1, 2027', [], [span('2026-12-24', '2027-01-01')]],
    ['Dec 24, 2026 – Jan 1', [], [span('2026-12-24', '2027-01-01')]],
    ['2026-11-26', [], [span('2026-11-26')]],
    ['2026-11-26 – 2026-11-27', [], [span('2026-11-26', '2026-11-27')]],
    ['Sundays, 2026-11-26', [6], [span('2026-11-26')]],
    ['Thanksgiving day: no', [], null],
    ['Thu, Nov 26, 2026', [], [span('2026-11-26')]],
    ['Nov 26, Sundays', [6], [span('11-26')]],
    ['July 4', [], [span('07-04')]],
    ['Feb 29', [], [span('02-29')]],
    ['sonntags', [6], []],
    ['Sundays\nMay 1', [6], [span('05-01')]],
  ] as const)('%j', (text, weekdays, spans) => {
    const { daysOff, unread } = read(text);
    expect({ weekdays: daysOff.weekdays, spans: daysOff.spans }).toEqual({ weekdays, spans: spans ?? [] });
    expect(unread).toEqual(spans === null ? [text] : []);
  });

  test('a date in figures follows the sheet’s locale', () => {
    expect(read('24.12.2026', 'de_DE').daysOff.spans).toEqual([span('2026-12-24')]);
    expect(read('24.12. – 26.12.', 'de_DE').daysOff.spans).toEqual([span('12-24', '12-26')]);
  });
});

describe('what reads two ways, or not at all, is named and counts for nothing', () => {
  test.each([
    ['Sun, Dec 24', 'Sun, Dec 24'],
    ['Thu, Nov 27, 2026', 'Thu, Nov 27 2026'],
    ['3/4', '3/4'],
    ['Jan 1, 2027 – Dec 24, 2026', 'Jan 1 2027 – Dec 24 2026'],
    ['when Bo is away', 'when Bo is away'],
    ['Feb 30', 'Feb 30'],
  ])('%j', (text, named) => {
    expect(read(text)).toEqual({ daysOff: NO_DAYS_OFF, unread: [named] });
  });

  test('the rest of the cell counts', () => {
    expect(read('Sundays, Easter, Dec 25')).toEqual({
      daysOff: { weekdays: [6], spans: [span('12-25')] },
      unread: ['Easter'],
    });
  });

  test.each(['Monday to Sunday', 'Jan 1 – Dec 31', 'weekends, Mon – Fri'])(
    'a year without a single day left is none: %j',
    (text) => {
      expect(read(text)).toEqual({ daysOff: NO_DAYS_OFF, unread: [text] });
    },
  );
});

const aDay = fc.integer({ min: 0, max: 3000 }).map((n) => addDays(day('2025-01-01'), n));

describe('the last day that is not off', () => {
  test('stays where it is without days off', () => {
    fc.assert(fc.property(aDay, (of) => lastDayNotOff(of, NO_DAYS_OFF) === of));
  });

  test('goes round a holiday that spans two years', () => {
    const { daysOff } = read('Sundays, Dec 24 – Jan 1');
    expect(lastDayNotOff(day('2026-12-31'), daysOff)).toBe('2026-12-23');
    expect(lastDayNotOff(day('2028-01-01'), daysOff)).toBe('2027-12-23');
    expect(lastDayNotOff(day('2026-12-20'), daysOff)).toBe('2026-12-19');
  });

  test('is never off, never later, and everything between is off', () => {
    const off = fc.record({
      weekdays: fc.subarray([0, 1, 2, 3, 4, 5, 6], { maxLength: 6 }),
      spans: fc.array(
        fc
          .tuple(aDay, fc.integer({ min: 0, max: 20 }), fc.boolean())
          .map(([from, length, yearly]) =>
            yearly ? span(from.slice(5), addDays(from, length).slice(5)) : span(from, addDays(from, length)),
          ),
        { maxLength: 4 },
      ),
    });
    fc.assert(
      fc.property(aDay, off, (of, daysOff) => {
        const found = lastDayNotOff(of, daysOff);
        expect(isOff(found, daysOff)).toBe(false);
        expect(found <= of).toBe(true);
        for (let n = 1; n <= daysBetween(found, of); n++)
          expect(isOff(addDays(found, n), daysOff)).toBe(true);
      }),
    );
  });
});
