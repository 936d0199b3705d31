// Typed texts: what Sheets makes of them, in three locales, and that what a cell shows can be typed again.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { displayText } from '../../../workbench/host/sheets/display';
import { readEntry } from '../../../workbench/host/sheets/entry';
import { localeOf } from '../../../workbench/host/sheets/locale';
import { instantOf, serialAt, serialOf } from '../../../workbench/host/sheets/serial';

const read = (text: string, locale = 'en_US', format?: string) =>
  readEntry(text, { locale: localeOf(locale), year: 2026, format });
const day = (year: number, month: number, dayOfMonth: number) => serialOf(year, month, dayOfMonth)!;

describe('text that people type', () => {
  test.each([
    ['1/2', day(2026, 1, 2), 'M/d'],
    ['7-11', day(2026, 7, 11), 'M-d'],
    ['May 1', day(2026, 5, 1), 'mmmm d'],
    ['1 Jun', day(2026, 6, 1), 'd mmm'],
    ['November 19, 2026', day(2026, 11, 19), 'mmmm d, yyyy'],
    ['Thu, Nov 19, 2026', day(2026, 11, 19), 'ddd, mmm d, yyyy'],
    ['03/04/2026', day(2026, 3, 4), 'MM/dd/yyyy'],
    ['3/4/26', day(2026, 3, 4), 'M/d/yy'],
    ['2026-11-20', day(2026, 11, 20), 'yyyy-mm-dd'],
    ['2026-11-20 18:30', day(2026, 11, 20) + 18.5 / 24, 'yyyy-mm-dd H:mm'],
    ['10:30 pm', 22.5 / 24, 'h:mm AM/PM'],
    ['10%', 0.1, '0%'],
    ['$1,234.50', 1234.5, '"$"#,##0.00'],
    ['1e3', 1000, '0.00E+00'],
    ['1,234', 1234, '#,##0'],
  ])('in an American sheet %s is a value with a format', (text, value, format) => {
    expect(read(text)).toEqual({ value, format });
  });

  test.each([
    ['007', 7],
    ['-5', -5],
    ['+5', 5],
    ['.5', 0.5],
    ['(12)', -12],
    ['TRUE', true],
    ['false', false],
    ['', null],
  ])('%s is %s', (text, value) => {
    expect(read(text)).toEqual({ value });
  });

  test.each([
    '0161 865 8946',
    '503-555-0100',
    '13/13/2026',
    '2/30/2026',
    '1.2.2026',
    'may',
    'Local 49',
    '10 apples',
    '#1',
    '@home',
    '-',
    '---',
    ' =1+1',
    '1,23',
    '12:75',
  ])('%s stays text', (text) => {
    expect(read(text)).toEqual({ value: text });
  });

  test.each(['=1+1', '+1 503 555 0100', '-maybe', '+x'])('%s becomes a formula', (text) => {
    expect(read(text).value).toEqual({ f: text.startsWith('=') ? text : `=${text}` });
  });

  test('day and month follow the locale', () => {
    expect(read('03/04/2026', 'en_GB').value).toBe(day(2026, 4, 3));
    expect(read('3.4.2026', 'de_DE').value).toBe(day(2026, 4, 3));
    expect(read('3. Mai 2026', 'de_DE').value).toBe(day(2026, 5, 3));
    expect(read('1/2', 'en_GB').value).toBe(day(2026, 2, 1));
  });

  test('a German sheet has decimal commas, WAHR, and semicolons in formulas', () => {
    expect(read('1,5', 'de_DE')).toEqual({ value: 1.5 });
    expect(read('1.234,50', 'de_DE')).toEqual({ value: 1234.5, format: '#,##0.00' });
    expect(read('wahr', 'de_DE')).toEqual({ value: true });
    expect(read('=IF(A1>1,5;"a;b";2)', 'de_DE').value).toEqual({ f: '=IF(A1>1.5,"a;b",2)' });
  });

  test('an apostrophe or the text format keeps anything but a formula as it is', () => {
    expect(read("'=1+1")).toEqual({ value: '=1+1', quoted: true });
    expect(read("'007")).toEqual({ value: '007', quoted: true });
    expect(read('007', 'en_US', '@')).toEqual({ value: '007' });
    expect(read('+1 503 555 0100', 'en_US', '@')).toEqual({ value: '+1 503 555 0100' });
    expect(read('=1+1', 'en_US', '@').value).toEqual({ f: '=1+1' });
  });
});

describe('round trips', () => {
  const locales = fc.constantFrom('en_US', 'en_GB', 'de_DE');

  test('an apostrophe keeps every text', () => {
    fc.assert(
      fc.property(fc.string(), locales, (text, locale) => {
        const { value } = read(`'${text}`, locale);
        expect(displayText(value as string, undefined, localeOf(locale))).toBe(text);
      }),
    );
  });

  test('what a number cell shows reads back as the same number', () => {
    const numbers = fc.integer({ min: -99_999_999, max: 99_999_999 }).map((n) => n / 100);
    fc.assert(
      fc.property(numbers, locales, fc.constantFrom(undefined, '#,##0.00', '0.00'), (n, locale, format) => {
        const shown = displayText(n, format, localeOf(locale));
        expect([shown, read(shown, locale).value]).toEqual([shown, n]);
      }),
    );
  });

  test('what a date cell shows reads back as the same day', () => {
    const formats = ['M/d/yyyy', 'yyyy-mm-dd', 'mmmm d, yyyy', 'd mmm yyyy'];
    fc.assert(
      fc.property(fc.integer({ min: 20_000, max: 60_000 }), fc.constantFrom(...formats), (serial, format) => {
        const shown = displayText(serial, format, localeOf('en_US'));
        expect([shown, read(shown).value]).toEqual([shown, serial]);
      }),
    );
  });

  test('what is read never fails, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), locales, (text, locale) => {
        expect(read(text, locale)).toHaveProperty('value');
      }),
    );
  });

  test('an instant and its wall clock belong together in every zone', () => {
    const zones = fc.constantFrom('America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'Pacific/Apia', 'UTC');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), zones, (seconds, zone) => {
        const serial = serialAt(seconds * 1000, zone);
        // Of two instants with the same wall clock (clocks going back) the earlier one is taken.
        const back = instantOf(serial, zone);
        expect([0, 3_600_000]).toContain(seconds * 1000 - back);
      }),
    );
  });
});

describe('display', () => {
  test.each([
    [1234.5, '#,##0.00', '1,234.50'],
    [-0.5, '0%', '-50%'],
    [1.005, '0.00', '1.01'],
    [0, '#', ''],
    [5, '000', '005'],
    [-3, '0;(0)', '(3)'],
    [1 / 3, undefined, '0.3333333333'],
    [123456789012345, undefined, '123456789012345'],
    [1e15, undefined, '1E+15'],
    [46340, 'dddd, mmmm d', 'Saturday, November 14'],
    [0.75, 'h:mm AM/PM', '6:00 PM'],
    [1.5, '[h]:mm', '36:00'],
  ])('%s as %s shows %s', (value, format, shown) => {
    expect(displayText(value, format, localeOf('en_US'))).toBe(shown);
  });

  test('in German: comma, point and month names', () => {
    expect(displayText(1234.5, '#,##0.00', localeOf('de_DE'))).toBe('1.234,50');
    expect(displayText(46340, 'd. mmmm yyyy', localeOf('de_DE'))).toBe('14. November 2026');
    expect(displayText(true, undefined, localeOf('de_DE'))).toBe('WAHR');
  });
});
