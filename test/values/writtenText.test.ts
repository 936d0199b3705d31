// Every text that the add-on writes reads back as the same text, whatever it looks like, in every locale we know.
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { asOurText, asTheirText } from '../../src/values/writtenText';
import { createHost } from '../../workbench/host/createHost';
import { emptyTab, emptyWorkbook } from '../../workbench/host/sheets/state';

const LOOK_ALIKES = [
  '=1+1',
  '=HYPERLINK("https://example.org")',
  '+1 503 555 0100',
  '-5',
  '@here',
  '7-11',
  '1/2',
  '3.4.2026',
  '03/04/2026',
  'May 1',
  '1. Mai',
  'Nov 2026',
  '007',
  '1e3',
  '1E5',
  '1,5',
  '1.5',
  '1.000,00',
  '50 %',
  '50%',
  '$5',
  '5 €',
  '£3.50',
  'TRUE',
  'false',
  'WAHR',
  'Falsch',
  "'x",
  "''x",
  "'",
  '12:30',
  '9am',
  '10:00 pm',
  '1 day',
  '2026-11-12',
  '2026-11-12 09:00',
  '12345678901234567890',
  '#N/A',
  '555-0142',
  'Local 49',
  'SEIU 49',
  '49 Local',
  'ana@example.org',
  'a1@example.org',
  '1@example.org',
  'https://example.org/1/2/2026',
  'two\nlines',
  ' blanks ',
  'plain words',
];

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

function open(locale: string): { sheet: Sheet; flush: () => void } {
  const state = { ...emptyWorkbook({ locale }), tabs: [emptyTab(1, 'Contacts', 200, 4)], nextId: 2 };
  const host = createHost({ workbook: state, today: '2026-11-12', code: 'function none() {}', pages: {} });
  const app = host.globals()['SpreadsheetApp'] as unknown as GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  const sheet = app.getActiveSpreadsheet().getSheetByName('Contacts');
  if (sheet === null) throw new Error('The tab is there.');
  sheet.getRange('A:A').setNumberFormat('@');
  return {
    sheet,
    flush: () => {
      app.flush();
    },
  };
}

describe.each(['en_US', 'de_DE', 'en_GB'])('a text written in %s', (locale) => {
  let place: ReturnType<typeof open>;
  beforeAll(() => {
    place = open(locale);
  });
  const readBack = (column: 'A' | 'B', texts: readonly string[]): unknown[] => {
    const range = place.sheet.getRange(`${column}1:${column}${texts.length}`);
    range.setValues(texts.map((text) => [text]));
    place.flush();
    return range.getValues().map(([value]) => value as unknown);
  };

  test('into a column of ours reads back the same', () => {
    expect(readBack('A', LOOK_ALIKES.map(asOurText))).toEqual(LOOK_ALIKES);
  });

  test('into a column of theirs reads back the same', () => {
    expect(readBack('B', LOOK_ALIKES.map(asTheirText))).toEqual(LOOK_ALIKES);
  });

  test('made of anything reads back the same', () => {
    const piece = fc.constantFrom(
      '1',
      '0',
      '2026',
      '/',
      '-',
      '.',
      ',',
      ':',
      ' ',
      '%',
      '€',
      'e',
      'May',
      'Mai',
      'am',
      '=',
      '+',
      "'",
      '@',
      'TRUE',
    );
    const texts = fc.oneof(fc.string({ unit: piece, maxLength: 6 }), fc.string({ maxLength: 12 }));
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 30 }), (list) => {
        expect(readBack('A', list.map(asOurText))).toEqual(list);
        expect(readBack('B', list.map(asTheirText))).toEqual(list);
      }),
      { numRuns: 60 },
    );
  });
});

test('what cannot be misread is written without an apostrophe', () => {
  for (const text of ['plain words', 'ana@example.org', 'https://example.org/', 'Élise & Bo', '']) {
    expect(asTheirText(text)).toBe(text);
    expect(asOurText(text)).toBe(text);
  }
});

test('signs and figures of other scripts, line breaks and errors get an apostrophe too: Sheets may read them', () => {
  for (const text of [
    '＝1+1',
    '＋1',
    '－1',
    '＠here',
    '\n=1+1',
    '١٢/٣',
    '１２',
    '#N/A',
    '#REF!',
    '#DIV/0!',
    '#NAME?',
  ])
    expect(asTheirText(text)).toBe(`'${text}`);
  for (const text of ['#healthcare', 'two\n=lines', 'Élise = Bo']) expect(asTheirText(text)).toBe(text);
});
