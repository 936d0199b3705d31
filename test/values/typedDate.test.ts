import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, day, dayOf, type Day } from '../../src/values/day';
import { dayOfCell, looksLikeDate, monthFirst, readTypedDate } from '../../src/values/typedDate';

const someDay = fc.integer({ min: 0, max: 30_000 }).map((n) => addDays(day('1970-01-01'), n));
const parts = (of: Day) => ({ y: Number(of.slice(0, 4)), m: Number(of.slice(5, 7)), d: Number(of.slice(8)) });
const MONTHS = [
  'January',
  'Feb',
  'March',
  'Apr.',
  'May',
  'June',
  'Jul',
  'August',
  'Sept',
  'October',
  'Nov',
  'December',
];
const MONATE = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
];
const MESES = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
];

describe('readTypedDate', () => {
  test('a month in words leaves no doubt, in any language and locale', () => {
    fc.assert(
      fc.property(someDay, fc.constantFrom('en_US', 'de_DE', 'en_GB'), (of, locale) => {
        const { y, m, d } = parts(of);
        const texts = [
          `${MONTHS[m - 1]} ${d}, ${y}`,
          `${d} ${MONTHS[m - 1]} ${y}`,
          `${d}. ${MONATE[m - 1]} ${y}`,
          `${d} de ${MESES[m - 1]} de ${y}`,
          `Tue, ${MONTHS[m - 1]} ${d} ${y}`,
          `mar. ${d} ${MESES[m - 1]} ${y}`,
          `${MONTHS[m - 1]?.slice(0, 3) ?? ''} ${d}, ${y}`,
          of,
          `${of} 10:30`,
          `${of}T10:30:00`,
        ];
        for (const text of texts)
          expect([text, readTypedDate(text, locale)]).toEqual([text, { kind: 'day', day: of }]);
      }),
    );
  });

  test('figures are read the way of the locale, and said to read two ways where they do', () => {
    fc.assert(
      fc.property(someDay, fc.constantFrom('en_US', 'en_GB'), (of, locale) => {
        const { y, m, d } = parts(of);
        const text = monthFirst(locale) ? `${m}/${d}/${y}` : `${d}/${m}/${y}`;
        const read = readTypedDate(text, locale);
        if (d > 12 || d === m) expect(read).toEqual({ kind: 'day', day: of });
        else {
          expect(read).toMatchObject({ kind: 'two-ways', byLocale: of });
          if (read.kind === 'two-ways') expect(new Set(read.choices).size).toBe(2);
        }
      }),
    );
  });

  test('dots are day first where the locale writes so, two ways where it does not', () => {
    expect(readTypedDate('03.04.2026', 'de_DE')).toEqual({ kind: 'day', day: '2026-04-03' });
    expect(readTypedDate('03.04.2026', 'en_US').kind).toBe('two-ways');
  });

  test('the other way round counts where only that is a day', () => {
    expect(readTypedDate('13/4/26', 'en_US')).toEqual({ kind: 'day', day: '2026-04-13' });
    expect(readTypedDate('4/13/26', 'de_DE')).toEqual({ kind: 'day', day: '2026-04-13' });
  });

  test('two figures of a year are of this century up to 69', () => {
    expect(readTypedDate('3-Nov-26', 'en_US')).toEqual({ kind: 'day', day: '2026-11-03' });
    expect(readTypedDate('3-Nov-85', 'en_US')).toEqual({ kind: 'day', day: '1985-11-03' });
  });

  test('without a year it takes the one nearest to today, and is none where today is not known', () => {
    expect(readTypedDate('Nov 3', 'en_US')).toEqual({ kind: 'none' });
    expect(readTypedDate('Nov 3rd', 'en_US', day('2026-11-12'))).toEqual({ kind: 'day', day: '2026-11-03' });
    expect(readTypedDate('Dec 28', 'en_US', day('2026-01-05'))).toEqual({ kind: 'day', day: '2025-12-28' });
    expect(readTypedDate('10/25', 'en_US', day('2026-11-12'))).toEqual({ kind: 'day', day: '2026-10-25' });
    expect(readTypedDate('3.11.', 'de_DE', day('2026-11-12'))).toEqual({ kind: 'day', day: '2026-11-03' });
  });

  test('without a year it is the last such day or the next one where that is wanted', () => {
    fc.assert(
      fc.property(someDay, someDay, fc.constantFrom('past', 'coming'), (of, today, wanted) => {
        const { m, d } = parts(of);
        const text = `${MONTHS[m - 1]} ${d}`;
        const read = readTypedDate(text, 'en_US', today, wanted);
        if (read.kind !== 'day') throw new Error(`${text} is a day in some year`);
        const later = wanted === 'past' ? [read.day, today] : [today, read.day];
        expect(later).toEqual([...later].sort());
        expect(read.day.slice(5)).toBe(of.slice(5));
        // No such day lies between.
        const between = dayOf(Number(read.day.slice(0, 4)) + (wanted === 'past' ? 1 : -1), m, d);
        if (between !== null) expect(wanted === 'past' ? between > today : between < today).toBe(true);
      }),
    );
  });

  test.each([
    '31/02/2026',
    '2026-13-01',
    'Feb 30, 2026',
    'soon',
    '?',
    '',
    '12',
    'Nov 2026',
    'left vm Nov 3',
    '7-11',
    '503-555-0101',
    '2026',
    'tomorrow',
    '1.5',
    '10:30',
  ])('%s is no day', (text) => {
    expect(readTypedDate(text, 'en_US')).toEqual({ kind: 'none' });
  });

  test('no text makes it fail, and every day it gives is a real one', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('0123456789/.- ,NovMayth')), maxLength: 14 }),
        (text) => {
          const read = readTypedDate(text, 'en_US');
          if (read.kind === 'day') expect(day(read.day)).toBe(read.day);
        },
      ),
    );
  });
});

test('only a date cell has a day; text never has', () => {
  expect(dayOfCell({ day: day('2026-11-03'), time: '10:30' })).toBe('2026-11-03');
  expect(dayOfCell('2026-11-03')).toBeNull();
  expect(dayOfCell(46000)).toBeNull();
  expect(looksLikeDate('Nov 3')).toBe(true);
  expect(looksLikeDate('Room 3')).toBe(false);
});
