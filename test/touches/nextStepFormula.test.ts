// The formula in the sheet and the rule in the program are one: the same word for every row, day and setting.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Field } from '../../src/reading/fields';
import type { MappedColumn, SheetMap } from '../../src/reading/map';
import type { Cell } from '../../src/values/cell';
import { addDays } from '../../src/values/day';
import { formulaSeparator, nextStepFormula, nextStepFormulas } from '../../src/touches/nextStepFormula';
import { rowWord } from '../../src/touches/rowWord';
import { STATUSES } from '../../src/touches/status';
import { readSettings } from '../../src/workbook/readSettings';
import { SETTINGS_SHAPE } from '../../src/workbook/ourTabs';
import { resultsIn } from './formulaSheet';
import { contactOf, on, TODAY } from './samples';

const FIELDS_USED = [
  'organization',
  'category',
  'status',
  'firstContacted',
  'lastContacted',
  'attempts',
  'nextFollowUp',
  'answer',
  'theirNextMeeting',
  'endorsement',
  'doNotContact',
] as const satisfies readonly Field[];
const TODAY_EXPRESSION = 'DATE(2026,11,12)';
const COLUMN = FIELDS_USED.length + 1;

function mapOf(fields: readonly Field[] = FIELDS_USED, rows = 1): SheetMap {
  const columns: Partial<Record<Field, MappedColumn>> = {};
  FIELDS_USED.forEach((field, i) => {
    if (fields.includes(field)) columns[field] = { columns: [i + 1], headers: [field], sure: true };
  });
  return {
    sheetId: 0,
    sheet: 'Contacts',
    headerRow: 1,
    firstRow: 2,
    lastRow: rows + 1,
    columns,
    questions: [],
    outreachIdColumn: 0,
    nextStepColumn: COLUMN,
    width: COLUMN,
  };
}

type Row = Partial<Record<Field, Cell>>;

/** The words of the column and of the rule for these rows; both see only the mapped fields. */
function both(
  rows: readonly Row[],
  options: { fields?: readonly Field[]; settings?: Cell[][] | null; today?: string } = {},
) {
  const fields = options.fields ?? FIELDS_USED;
  const today = TODAY;
  const grid: Cell[][] = [
    [...FIELDS_USED],
    ...rows.map((row) => FIELDS_USED.map((field) => row[field] ?? '')),
  ];
  const table = { id: 0, name: 'Contacts', hidden: false, rows: grid };
  const settingsGrid =
    options.settings === undefined ? SETTINGS_SHAPE.rows.map((row) => [...row]) : options.settings;
  const settingsTable = settingsGrid && { id: 1, name: 'Settings', hidden: false, rows: settingsGrid };
  const { settings } = readSettings(settingsTable, 'en_US');
  const write = nextStepFormulas({
    map: mapOf(fields, rows.length),
    table,
    settingsTab: 'Settings',
    locale: 'en_US',
    todayExpression: TODAY_EXPRESSION,
  });
  const results = resultsIn(grid, settingsGrid, COLUMN, (row) => (row === 1 ? '' : write(row)));
  return rows.map((row, i) => {
    const seen = Object.fromEntries(Object.entries(row).filter(([field]) => fields.includes(field as Field)));
    return { row, column: results[i + 1], rule: rowWord(contactOf(seen), settings, today) };
  });
}

function expectAlike(found: ReturnType<typeof both>): void {
  expect(found.filter(({ column, rule }) => column !== rule)).toEqual([]);
}

const messy = (words: readonly string[]): fc.Arbitrary<Cell> =>
  fc
    .tuple(
      fc.constantFrom(...words),
      fc.constantFrom('', ' ', '\u00a0', '\u200b'),
      fc.constantFrom('', ' ', '  ', '\u00a0', '.', '!', '\n'),
      fc.constantFrom('as is', 'upper', 'lower'),
    )
    .map(([word, before, after, form]) => {
      const cased = form === 'upper' ? word.toUpperCase() : form === 'lower' ? word.toLowerCase() : word;
      return `${before}${cased.replace(' ', after === '  ' ? '  ' : ' ')}${after}`;
    });

const messyBlanks = (words: readonly string[]): fc.Arbitrary<Cell> =>
  fc
    .tuple(
      fc.constantFrom(...words),
      fc.constantFrom('', ' ', '\u00a0'),
      fc.constantFrom('', '  ', '\u00a0'),
      fc.boolean(),
    )
    .map(([word, before, after, upper]) => `${before}${upper ? word.toUpperCase() : word}${after}`);

const aDay: fc.Arbitrary<Cell> = fc
  .tuple(
    fc.oneof(
      fc.integer({ min: -40, max: 2 }),
      fc.integer({ min: -12, max: -5 }),
      fc.integer({ min: -31, max: -29 }),
    ),
    fc.constantFrom(null, null, '00:00', '23:59', '09:30'),
  )
  .map(([days, time]) => ({ day: addDays(TODAY, days), time }));
const aLaterDay: fc.Arbitrary<Cell> = fc
  .integer({ min: -5, max: 5 })
  .map((n) => ({ day: addDays(TODAY, n), time: null }));
const oddDate = fc.constantFrom<Cell>(
  'soon',
  '11/5/2026',
  ' ',
  '\u00a0',
  3,
  -1,
  46331,
  46331.75,
  99999,
  true,
  '#N/A',
  on('1899-12-30', '10:00'),
  on('1998-05-01'),
);
const blank = fc.constant<Cell>('');

const STATUS_WORDS = [
  ...STATUSES,
  'no thanks',
  'emailed-1',
  'left vm',
  'on hold',
  'yes!',
  'purple',
  'in talks',
  'DNC',
  'N/A',
  'a "quoted" word',
  'waiting until May',
];
const ANSWER_WORDS = [
  'no answer',
  'No reply',
  'voicemail',
  'LM',
  'bounced',
  'out of office',
  'left vm 10/3',
  'left message with the office',
  'yes',
  'no',
  'maybe in spring',
  '?',
  '-',
  'n/a',
  'They decide at their meeting',
  'board votes at the May meeting',
  'said "no", sadly',
  'zzz',
];

const aRow: fc.Arbitrary<Row> = fc.record({
  organization: fc.constant<Cell>('Kettle Lane Bakery'),
  // A formula cannot take invisible characters off a category; the check offers that as a safe fix.
  category: fc.oneof(
    blank,
    messyBlanks(['Union', 'unions', 'Faith', 'Small business', 'Racial justice', '?']),
  ),
  status: fc.oneof(
    blank,
    blank,
    messy(['Contacted', 'Following up', 'Waiting']),
    messy(STATUS_WORDS),
    fc.constantFrom<Cell>('#REF!', 7, true),
  ),
  firstContacted: fc.oneof(blank, aDay, { weight: 1, arbitrary: fc.oneof(blank, blank, oddDate) }),
  lastContacted: fc.oneof(aDay, aDay, blank, fc.oneof(blank, blank, oddDate)),
  attempts: fc.oneof(
    blank,
    fc.integer({ min: 0, max: 5 }),
    fc.constantFrom<Cell>('2', ' 3 ', 'twice', 2.5, -1, 1e6, on('2026-11-01'), '#N/A', '10', true),
  ),
  nextFollowUp: fc.oneof(blank, blank, aLaterDay, fc.constantFrom<Cell>('call again', 7, '#N/A')),
  answer: fc.oneof(
    blank,
    blank,
    blank,
    messy(ANSWER_WORDS),
    fc.constantFrom<Cell>('#N/A', 5, true, false, on('2026-11-03')),
  ),
  theirNextMeeting: fc.oneof(blank, aLaterDay, fc.constantFrom<Cell>('first Tuesday', 3)),
  endorsement: fc.oneof(
    blank,
    blank,
    blank,
    messy(['yes', 'No', 'pending', 'Endorsed', '✓', 'yes, but later', 'passed May 3']),
    aDay,
    fc.constantFrom<Cell>(true, false, '#N/A'),
  ),
  doNotContact: fc.oneof(
    blank,
    blank,
    blank,
    messy(['no', 'x', '-', 'N/A', 'please do not write', 'ok']),
    fc.constantFrom<Cell>(true, false, 0, 1, '#N/A'),
  ),
});

const aValue = fc.constantFrom<Cell>('', 1, 2, 3, 4, 7, 10, 30, 49, '5', 'some', 0, -3);
const settingsTab: fc.Arbitrary<Cell[][]> = fc
  .tuple(aValue, aValue, aValue, aValue, aValue, aValue, aValue)
  .map(([days, mails, unionDays, unionMails, faithDays, unionsMails, businessDays]) => [
    ['Name', 'Value', 'What it means'],
    ['Campaign', 'Care for all', ''],
    ['Follow-up days', days, ''],
    ['Follow-up days: Union', unionDays, ''],
    ['FOLLOW-UP DAYS: faith', faithDays, ''],
    ['Attempts', mails, ''],
    ['Attempts: Union', unionMails, ''],
    ['Attempts: Unions', unionsMails, ''],
    ['Follow-up days: Small business', businessDays, ''],
  ]);

describe('the word in the sheet is the word of the rule', () => {
  test('for hundreds of random rows under random settings', () => {
    fc.assert(
      fc.property(
        fc.array(aRow, { minLength: 500, maxLength: 500, size: 'max' }),
        settingsTab,
        (rows, settings) => {
          expectAlike(both(rows, { settings }));
        },
      ),
      { numRuns: 2, endOnFailure: true },
    );
  });

  test('whatever columns the group has', () => {
    fc.assert(
      fc.property(
        fc.array(aRow, { minLength: 60, maxLength: 60, size: 'max' }),
        fc.subarray([...FIELDS_USED]),
        settingsTab,
        (rows, fields, settings) => {
          expectAlike(both(rows, { fields, settings }));
        },
      ),
      { numRuns: 15, endOnFailure: true },
    );
  });

  test('where the Settings tab is gone, by the shipped values', () => {
    const rows = [7, 8, 6].flatMap((days) =>
      ['Union', 'Faith', ''].flatMap((category) =>
        [1, 2, 3].map((attempts): Row => ({
          category,
          attempts,
          lastContacted: { day: addDays(TODAY, -days), time: null },
        })),
      ),
    );
    expectAlike(both(rows, { settings: null }));
    expect(new Set(both(rows, { settings: null }).map(({ column }) => column))).toEqual(
      new Set(['', 'Follow up', 'Last try', 'Call them']),
    );
  });

  test('and all words occur', () => {
    const rows: Row[] = [
      { lastContacted: on('2026-11-05') },
      { lastContacted: on('2026-11-05'), attempts: 2, category: 'Union' },
      { lastContacted: on('2026-11-05'), attempts: 2 },
      { lastContacted: on('2026-11-05'), status: 'Waiting' },
      { lastContacted: on('2026-10-01') },
      { lastContacted: 'soon' },
      { lastContacted: on('2026-11-06') },
    ];
    expect(both(rows).map(({ column }) => column)).toEqual([
      'Follow up',
      'Last try',
      'Call them',
      'Waiting',
      'Gone quiet',
      'Check date',
      '',
    ]);
  });
});

describe('a person types after the formula was written', () => {
  test('our own statuses and the usual answers are right at once', () => {
    const old = { lastContacted: on('2026-11-01') };
    const empty = nextStepFormulas({
      map: mapOf(FIELDS_USED, 1),
      table: { id: 0, name: 'Contacts', hidden: false, rows: [[...FIELDS_USED]] },
      settingsTab: 'Settings',
      locale: 'en_US',
      todayExpression: TODAY_EXPRESSION,
    });
    const typed: Row[] = [
      ...STATUSES.map((status) => ({ ...old, status })),
      ...['no answer', 'Left message', 'voicemail', 'yes', 'No thanks', 'bounced'].map((answer) => ({
        ...old,
        answer,
      })),
    ];
    const grid = [
      [...FIELDS_USED],
      ...typed.map((row) => FIELDS_USED.map((field): Cell => row[field as keyof typeof row] ?? '')),
    ];
    const results = resultsIn(grid, null, COLUMN, (row) => (row === 1 ? '' : empty(row)));
    const { settings } = readSettings(null, 'en_US');
    expect(results.slice(1)).toEqual(typed.map((row) => rowWord(contactOf(row), settings, TODAY)));
  });
});

describe('the text of the formula', () => {
  const table = {
    id: 0,
    name: 'Contacts',
    hidden: false,
    rows: [[...FIELDS_USED], ['', '', 'Nicht "jetzt"']],
  };
  const options = { map: mapOf(), table, row: 2, settingsTab: "Ana’s ‘Settings'", locale: 'en_US' };

  test('is well below what a cell takes, and holds only plain functions', () => {
    const text = nextStepFormula(options);
    expect(text.length).toBeLessThan(4000);
    const names = new Set([...text.replace(/"[^"]*"/g, '').matchAll(/([A-Z.]+)\(/g)].map((m) => m[1]));
    expect([...names].sort()).toEqual(
      'AND CHAR CHOOSE COUNT EXP FIND IF IFERROR INT ISNUMBER LN LOWER MAX MIN NOT OR SUBSTITUTE TODAY TRIM VLOOKUP'.split(
        ' ',
      ),
    );
  });

  test('uses the separators of the sheet’s locale and no decimal mark', () => {
    const german = nextStepFormula({ ...options, locale: 'de_DE' });
    const bare = german.replace(/"[^"]*"/g, '');
    expect(bare).not.toContain(',');
    expect(bare.replace(/;/g, ',')).toBe(nextStepFormula(options).replace(/"[^"]*"/g, ''));
    expect(bare).not.toMatch(/\d\.\d/);
  });

  test.each([
    ['en_US', ','],
    ['en_GB', ','],
    ['ja_JP', ','],
    ['', ','],
    ['de_DE', ';'],
    ['fr_FR', ';'],
    ['es_ES', ';'],
    ['en_ZA', ';'],
    ['xx_XX', ';'],
  ])('in %s arguments stand apart by “%s”', (locale, separator) => {
    expect(formulaSeparator(locale)).toBe(separator);
  });

  test('names the cells of its own row only, without $, so that sorting and inserting keep it right', () => {
    const text = nextStepFormula({ ...options, row: 37 })
      .replace(/"[^"]*"/g, '')
      .replace(/'(?:[^']|'')*'!\$A\$1:\$B\$300/g, '');
    const cells = [...text.matchAll(/\$?[A-Z]+\$?\d+/g)].map((m) => m[0]);
    expect(cells.length).toBeGreaterThan(10);
    expect(cells.filter((cell) => !/^[A-Z]+37$/.test(cell))).toEqual([]);
  });

  test('quotes the tab’s name and the group’s own words', () => {
    expect(nextStepFormula(options)).toContain(`'Ana’s ‘Settings'''!$A$1`);
  });

  test('holds the group’s own words as text only, whatever is written into them', () => {
    const withWord = (word: string) =>
      nextStepFormula({
        ...options,
        table: { ...table, rows: [[...FIELDS_USED], ['', '', word, '', '', '', '', word, '', word, word]] },
      }).replace(/"(?:[^"]|"")*"/g, '""');
    for (const word of ['declined', 'left vm', 'no', 'endorsed'])
      for (const hostile of [
        `${word}")&IMPORTXML("https://example.com","//a")&("`,
        `${word}\u0001`,
        `${word}\u0001 5\u0001`,
        `${word}\n=1+1`,
        `=${word}`,
      ])
        expect(withWord(hostile)).toBe(withWord(word));
  });

  test('needs no Settings tab', () => {
    expect(nextStepFormula({ ...options, settingsTab: null })).not.toContain('VLOOKUP');
  });

  test('stays short however many words the group uses', () => {
    const rows: Cell[][] = [
      [...FIELDS_USED],
      ...Array.from({ length: 5000 }, (_, i): Cell[] => [
        '',
        '',
        `no thanks ${i}`,
        '',
        '',
        '',
        '',
        `left vm ${i}`,
      ]),
    ];
    expect(nextStepFormula({ ...options, table: { ...table, rows } }).length).toBeLessThan(12000);
  });
});
