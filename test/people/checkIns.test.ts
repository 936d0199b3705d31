// Check-in days before a deadline: never in the past, never on the day itself or later, each once.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkInDays } from '../../src/people/checkIns';
import { addDays, day, daysBetween } from '../../src/values/day';

const someDay = fc.integer({ min: -400, max: 400 }).map((n) => addDays(day('2026-11-12'), n));

test('two check-ins before the meeting, the earliest first; only those that are not past', () => {
  const due = day('2026-11-19');
  expect(checkInDays(day('2026-11-01'), due, [7, 2])).toEqual(['2026-11-12', '2026-11-17']);
  expect(checkInDays(day('2026-11-12'), due, [7, 2])).toEqual(['2026-11-12', '2026-11-17']);
  expect(checkInDays(day('2026-11-13'), due, [7, 2])).toEqual(['2026-11-17']);
  expect(checkInDays(day('2026-11-18'), due, [7, 2])).toEqual([]);
  expect(checkInDays(due, due, [7, 0])).toEqual([]);
});

test('for any days and any setting', () => {
  fc.assert(
    fc.property(someDay, someDay, fc.array(fc.integer({ min: 0, max: 40 })), (today, due, before) => {
      const days = checkInDays(today, due, before);
      expect(days).toEqual([...new Set(days)].sort());
      for (const one of days) {
        expect(one >= today && one < due).toBe(true);
        expect(before).toContain(daysBetween(one, due));
      }
      for (const n of before.filter((left) => left > 0 && addDays(due, -left) >= today))
        expect(days).toContain(addDays(due, -n));
    }),
  );
});
