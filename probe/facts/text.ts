// Text that the add-on writes reads back as the same text.
import { asOurText, asTheirText } from '../../src/values/writtenText';
import { refusalOf, writtenTo, type SheetFact } from '../fact';

/** Looks like something else to a spreadsheet, in one locale or another. */
const LOOK_ALIKES = [
  '=1+1',
  '=HYPERLINK("https://example.org")',
  '+1 503 555 0100',
  '-5',
  '@here',
  "'quoted",
  '7-11',
  '1/2',
  '3.4.2026',
  '03/04/2026',
  'May 1',
  '1. Mai',
  '007',
  '1e3',
  '1,5',
  '1.000,00',
  '50 %',
  '$5',
  '£3.50',
  'TRUE',
  'falsch',
  '12:30',
  '2026-11-12',
  '12345678901234567890',
  '#N/A',
  '#REF!',
  '＝1+1',
  '１２',
  '١٢/٣',
  '\n=1+1',
  ' 7 ',
  'ana1@example.org',
  'https://example.org/1/2/2026',
];

/** What people see as one character, and what they do not see. */
const SIGNS = [
  'two\nlines',
  'four\r\nfive',
  '👩🏽‍⚕️🏳️‍🌈',
  'right \u200Fto\u200E left \u202Emark\u202C',
  'no-break\u00a0blank',
  'tab\there',
];

const LONGEST = 50_000;

export const TEXT_FACTS: readonly SheetFact[] = [
  {
    name: 'apostrophe-in-their-columns',
    source: '5 Writing, F and M',
    fact: 'A leading apostrophe through setValues keeps any text a text, and does not read back.',
    otherwise: 'Texts that look like numbers, dates or formulas would be changed in the group’s columns.',
    everyLocale: true,
    run: (sheet) => ({
      expected: LOOK_ALIKES,
      seen: writtenTo(sheet.getRange(1, 1), LOOK_ALIKES.map(asTheirText)),
    }),
  },
  {
    name: 'apostrophe-through-a-range-list',
    source: '5 Writing, M',
    fact: 'RangeList.setValue reads a text as setValues does.',
    otherwise: 'A word written into several blocks at once would be changed.',
    everyLocale: true,
    run: (sheet) => {
      sheet.getRangeList(['A1:A2', 'C1']).setValue(asTheirText('7-11'));
      SpreadsheetApp.flush();
      return { expected: [['7-11', '', '7-11']], seen: sheet.getRange('A1:C1').getValues() };
    },
  },
  {
    name: 'plain-text-columns',
    source: '5 Writing, F',
    fact: 'In a column with the format “@” any text stays as written; one that begins with = or an apostrophe has an apostrophe before it.',
    otherwise: 'The log, the hidden tab and the assignment tabs would hold changed texts.',
    everyLocale: true,
    run: (sheet) => {
      sheet.getRange('A:A').setNumberFormat('@');
      return { expected: LOOK_ALIKES, seen: writtenTo(sheet.getRange(1, 1), LOOK_ALIKES.map(asOurText)) };
    },
  },
  {
    name: 'apostrophe-in-plain-text',
    source: '5 Writing, M',
    fact: 'Also in a cell with the format “@” a leading apostrophe is taken off.',
    otherwise: 'Texts that begin with = or an apostrophe would show one apostrophe too many in our own tabs.',
    run: (sheet) => {
      sheet.getRange('A:A').setNumberFormat('@');
      const values = writtenTo(sheet.getRange(1, 1), ["'=1+1", "''x", "'7-11"]);
      return {
        expected: [
          ['=1+1', "'x", '7-11'],
          ['', '', ''],
        ],
        seen: [
          values,
          sheet
            .getRange('A1:A3')
            .getFormulas()
            .map(([formula]) => formula),
        ],
      };
    },
  },
  {
    name: 'equals-in-plain-text',
    source: '5 Writing, M (10 c)',
    fact: 'In a cell with the format “@” a text that begins with = becomes a formula.',
    otherwise: 'Nothing breaks: the add-on puts an apostrophe before it either way. It could leave it out.',
    run: (sheet) => {
      sheet.getRange('A1').setNumberFormat('@').setValue('=1+1');
      SpreadsheetApp.flush();
      return { expected: '=1+1', seen: sheet.getRange('A1').getFormula() };
    },
  },
  {
    name: 'signs-read-back',
    source: '5 Reading, not stated',
    fact: 'Line breaks, emoji, marks that nobody sees and odd blanks read back as they were written.',
    otherwise: 'The read-back after a write would take such a text for a colleague’s change.',
    run: (sheet) => ({ expected: SIGNS, seen: writtenTo(sheet.getRange(1, 1), SIGNS.map(asTheirText)) }),
  },
  {
    name: 'longest-text',
    source: '1, F',
    fact: 'A cell takes 50,000 characters, not counting a leading apostrophe.',
    otherwise: 'A note of that length that begins with = could not be logged.',
    run: (sheet) => {
      const [read] = writtenTo(sheet.getRange(1, 1), [`'=${'x'.repeat(LONGEST - 1)}`]);
      return { expected: LONGEST, seen: String(read).length };
    },
  },
  {
    name: 'too-long-text',
    source: '1 and 5 Writing, F',
    fact: 'One character more is refused, at the call or at the flush, and nothing of that call is written.',
    otherwise: 'Half of a block could be written, and nobody would be told which half.',
    run: (sheet) => {
      const range = sheet.getRange('A1:A2');
      let at = 'the call';
      const refused = refusalOf(() => {
        range.setValues([['first'], ['x'.repeat(LONGEST + 1)]]);
        at = 'the flush';
        SpreadsheetApp.flush();
      });
      return {
        expected: [true, ['', '']],
        seen: [refused !== '', (range.getValues() as unknown[][]).map(([value]) => value)],
        note: `Refused at ${at}: ${refused.slice(0, 120)}`,
      };
    },
  },
  {
    name: 'empty-text-clears',
    source: '5 Writing, D and M',
    fact: 'An empty text clears a cell, so that it does not count as filled any more.',
    otherwise: 'Undo would leave cells that count as filled.',
    run: (sheet) => {
      writtenTo(sheet.getRange(1, 1), ['a', 'b', 'c']);
      writtenTo(sheet.getRange(2, 1), ['', '']);
      return { expected: 1, seen: sheet.getLastRow() };
    },
  },
];
