// Calendar days: counted right over leap years and centuries, read strictly, shown with the month as a word.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  day,
  dayFromNumber,
  dayNumber,
  dayOf,
  daysBetween,
  laterOf,
  longDay,
  mondayOf,
  parseDay,
  shortDay,
} from '../../src/values/day';

const DAY_MS = 86_400_000;
/** Days of the years 1 to 9999. */
const numbers = fc.integer({ min: -719_162, max: 2_932_896 });

describe('a day', () => {
  test('is counted as the calendar counts it', () => {
    fc.assert(
      fc.property(numbers, (n) => {
        const made = dayFromNumber(n);
        expect(dayNumber(made)).toBe(n);
        expect(made).toBe(new Date(n * DAY_MS).toISOString().slice(0, 10));
        expect(parseDay(made)).toBe(made);
      }),
    );
  });

  test('sorts as it reads', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        expect(dayFromNumber(a) < dayFromNumber(b)).toBe(a < b);
        expect(laterOf(dayFromNumber(a), dayFromNumber(b))).toBe(dayFromNumber(Math.max(a, b)));
      }),
    );
  });

  test('so many days later is so many days away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: -5000, max: 5000 }), (n, days) => {
        const from = dayFromNumber(n);
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });

  test('that does not exist is none', () => {
    for (const text of [
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-04-31',
      '26-01-01',
      '2026-1-1',
      '',
      '2026-11-12 ',
      '0000-01-01',
    ])
      expect(parseDay(text)).toBeNull();
    expect([dayOf(2024, 2, 29), dayOf(2100, 2, 29), dayOf(2026, 1.5, 1)]).toEqual(['2024-02-29', null, null]);
    expect(() => day('tomorrow')).toThrow('Not a day');
  });

  test('is shown with its month as a word, and with its year only where it is another', () => {
    expect(longDay(day('2026-11-19'))).toBe('Thu, Nov 19, 2026');
    expect(shortDay(day('2026-11-03'), day('2026-11-12'))).toBe('Nov 3');
    expect(shortDay(day('2025-11-03'), day('2026-11-12'))).toBe('Nov 3, 2025');
    fc.assert(
      fc.property(numbers, (n) => {
        const made = dayFromNumber(n);
        const weekday = new Date(n * DAY_MS).toLocaleDateString('en-US', {
          weekday: 'short',
          timeZone: 'UTC',
        });
        expect(longDay(made).slice(0, 3)).toBe(weekday);
      }),
    );
  });

  test('belongs to the week that began on the Monday before it, or on it', () => {
    fc.assert(
      fc.property(numbers, (n) => {
        const made = dayFromNumber(n);
        const monday = mondayOf(made);
        expect(longDay(monday).slice(0, 3)).toBe('Mon');
        expect(daysBetween(monday, made)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(monday, made)).toBeLessThan(7);
      }),
    );
    expect(mondayOf(day('2027-01-03'))).toBe('2026-12-28');
  });
});
