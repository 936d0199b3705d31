// Calendar links: an all-day event ends the day after, and every text arrives as it was.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarLink } from '../../src/people/calendarLinks';
import { addDays, day } from '../../src/values/day';

const event = { title: 'Next meeting', day: day('2026-12-31'), details: '', place: '' };

test('names the day and the day after, also over the end of a year', () => {
  expect(calendarLink(event)).toBe(
    'https://calendar.google.com/calendar/render?action=TEMPLATE&text=Next%20meeting&dates=20261231/20270101',
  );
  expect(calendarLink({ ...event, day: day('9999-12-31') })).toBe('');
});

test('any text arrives as it was typed, cut at 300 letters, and adds no other part to the link', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc.string(),
      fc.integer({ min: 0, max: 3000 }),
      (title, place, n) => {
        const one = addDays(day('2024-02-28'), n);
        const url = new URL(calendarLink({ title, day: one, details: 'a & b', place }));
        expect(url.origin).toBe('https://calendar.google.com');
        expect([...url.searchParams.keys()]).toEqual([
          'action',
          'text',
          'dates',
          'details',
          ...(place === '' ? [] : ['location']),
        ]);
        const text = url.searchParams.get('text') ?? '';
        expect(title.slice(0, 299).startsWith(text.slice(0, 299))).toBe(true);
        expect(url.searchParams.get('details')).toBe('a & b');
        if (place !== '') expect(url.searchParams.get('location')).toBe(place);
        expect(url.searchParams.get('dates')).toBe(
          `${one.replace(/-/g, '')}/${addDays(one, 1).replace(/-/g, '')}`,
        );
      },
    ),
  );
});

test('half a letter does not break the link', () => {
  expect(calendarLink({ ...event, title: 'x\ud83d' })).toContain('text=x%EF%BF%BD&');
});
