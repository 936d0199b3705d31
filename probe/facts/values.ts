// Values that the add-on reads, and formulas that it writes.
import { formulaSeparator } from '../../src/touches/nextStepFormula';
import { makeWallClock } from '../../src/google/wallClock';
import { file, writtenTo, type SheetFact } from '../fact';
import { day } from '../../src/values/day';

export const VALUE_FACTS: readonly SheetFact[] = [
  {
    name: 'dates-have-their-tag',
    source: '4, M',
    fact: 'A date cell reads as an object whose tag is [object Date], also where instanceof fails.',
    otherwise: 'Dates would be read as text, and everybody would stand as “Check date”.',
    run: (sheet) => {
      sheet
        .getRange('A1')
        .setFormula('=DATE(2026;11;12)'.replace(/;/g, formulaSeparator(file().getSpreadsheetLocale())));
      SpreadsheetApp.flush();
      const value: unknown = sheet.getRange('A1').getValue();
      return { expected: '[object Date]', seen: Object.prototype.toString.call(value) };
    },
  },
  {
    name: 'days-stay-the-same-day',
    source: '5 Reading, D and F',
    fact: 'A day written as the instant of its midnight in the time zone of the file reads back as that day.',
    otherwise: 'Dates would move by one day.',
    everyLocale: true,
    run: (sheet) => {
      const clock = makeWallClock(file().getSpreadsheetTimeZone());
      const days = ['2026-03-08', '2026-06-30', '2026-11-01', '2026-12-31'].map((text) => ({
        day: day(text),
        time: null,
      }));
      const range = sheet.getRange(1, 1, days.length, 1);
      range.setValues(days.map((one) => [clock.write(one)]));
      SpreadsheetApp.flush();
      return { expected: days, seen: range.getValues().map(([value]) => clock.read(value as Date)) };
    },
  },
  {
    name: 'time-only-is-a-date-of-1899',
    source: '5 Reading, M',
    fact: 'A time without a day reads as a date in December 1899; a percentage as a number.',
    otherwise: 'A time could be taken for a day of contact.',
    run: (sheet) => {
      const [time, percent] = writtenTo(sheet.getRange(1, 1), ['12:30', '50%']);
      const clock = makeWallClock(file().getSpreadsheetTimeZone());
      return { expected: ['1899-12-30', 0.5], seen: [clock.read(time as Date).day, percent] };
    },
  },
  {
    name: 'errors-read-as-text',
    source: '5 Reading, M',
    fact: 'A formula’s error reads as the text that the cell shows.',
    otherwise: 'The check for broken formulas would find none.',
    run: (sheet) => {
      sheet.getRange('A1:A3').setFormulas([['=1/0'], ['=NA()'], ['=NOSUCHFUNCTION(1)']]);
      SpreadsheetApp.flush();
      const seen = (sheet.getRange('A1:A3').getValues() as unknown[][]).map(([value]) => value);
      return { expected: ['#DIV/0!', '#N/A', '#NAME?'], seen };
    },
  },
  {
    name: 'separators-of-the-locale',
    source: '5, not stated',
    fact: 'setFormulas takes the separators of the file’s locale.',
    otherwise: 'The Next step column would show errors in that locale.',
    everyLocale: true,
    run: (sheet) => {
      const s = formulaSeparator(file().getSpreadsheetLocale());
      sheet.getRange('A1').setFormulas([[`=IF(ISNUMBER(FIND("b"${s}"abc"))${s}"yes"${s}"no")`]]);
      SpreadsheetApp.flush();
      return { expected: 'yes', seen: sheet.getRange('A1').getValue() as unknown };
    },
  },
  {
    name: 'errors-in-sumproduct',
    source: 'not stated',
    fact: 'Inside SUMPRODUCT, IFERROR, ISNUMBER, FIND and SUBSTITUTE take whole columns: an error counts as nothing.',
    otherwise: 'The live tables of the dashboard would show an error, or nothing.',
    run: (sheet) => {
      const s = formulaSeparator(file().getSpreadsheetLocale());
      sheet.getRange('A1:A4').setFormulas([['="Union"'], ['=NA()'], ['=" union "'], ['="Choir"']]);
      const known = `ISNUMBER(FIND("|"&LOWER(TRIM(SUBSTITUTE(A1:A4${s}"x"${s}"")))&"|"${s}"|union|"))`;
      sheet
        .getRange('B1:B2')
        .setFormulas([
          [`=SUMPRODUCT(IFERROR((LOWER(TRIM(A1:A4))="union")*(ROW(A1:A4)>ROW(A1))${s}0))`],
          [`=SUMPRODUCT(IFERROR((1-${known})*(ROW(A1:A4)>0)${s}0))`],
        ]);
      SpreadsheetApp.flush();
      const seen = (sheet.getRange('B1:B2').getValues() as unknown[][]).map(([value]) => value);
      return { expected: [1, 2], seen };
    },
  },
  {
    name: 'ranges-without-an-end',
    source: 'not stated',
    fact: 'A range such as $A$2:$A in a formula ends where the tab ends, also where another range of the same rows stands beside it.',
    otherwise: 'The live tables of the dashboard would show an error.',
    run: (sheet) => {
      const s = formulaSeparator(file().getSpreadsheetLocale());
      sheet.getRange('A1:A4').setValues([['x'], ['x'], ['y'], ['x']]);
      sheet
        .getRange('B1')
        .setFormula(`=SUMPRODUCT(IFERROR(($A$2:$A="x")*(ROW($A$2:$A)>ROW($A$2))${s}0))+0*LEN($A$2)`);
      SpreadsheetApp.flush();
      return { expected: 1, seen: sheet.getRange('B1').getValue() as unknown };
    },
  },
  {
    name: 'lists-in-sumproduct',
    source: 'not stated',
    fact: 'Inside SUMPRODUCT, TRIM, ROW and “=” take whole columns without ARRAYFORMULA; “=” knows no case and no wildcards.',
    otherwise: 'The hints of a shortlist would show errors, or the wrong rows.',
    run: (sheet) => {
      sheet.getRange('A1:A5').setValues([['Name'], [' kettle  LANE '], ['Kettle'], ['a*'], ['anything']]);
      const s = formulaSeparator(file().getSpreadsheetLocale());
      const place = (name: string) =>
        `=SUMPRODUCT(MAX((TRIM($A$1:$A$2000)="${name}")*(ROW($A$1:$A$2000)-ROW($A$1))))+IF(1=1${s}0${s}0)`;
      sheet.getRange('B1:B3').setFormulas([[place('Kettle Lane')], [place('A*')], [place('?ettle')]]);
      SpreadsheetApp.flush();
      return { expected: [[1], [3], [0]], seen: sheet.getRange('B1:B3').getValues() };
    },
  },
  {
    name: 'copied-formula-follows-its-row',
    source: 'oddities 49 and 51, N',
    fact: 'Range.copyTo without options moves relative references along, and fills a larger target.',
    otherwise: 'New rows would show the next step of another row.',
    run: (sheet) => {
      sheet.getRange('A1:A3').setValues([[1], [2], [3]]);
      sheet.getRange('B1').setFormula('=A1*10');
      sheet.getRange('B1').copyTo(sheet.getRange('B2:B3'));
      SpreadsheetApp.flush();
      return { expected: [[10], [20], [30]], seen: sheet.getRange('B1:B3').getValues() };
    },
  },
  {
    name: 'inserted-rows-move-formulas',
    source: 'not stated',
    fact: 'A formula keeps to its row where rows are inserted above.',
    otherwise: 'The word would be that of another row.',
    run: (sheet) => {
      sheet.getRange('A1:A2').setValues([[1], [2]]);
      sheet.getRange('B2').setFormula('=A2*10');
      sheet.insertRowsBefore(1, 2);
      SpreadsheetApp.flush();
      return {
        expected: ['=A4*10', 20],
        seen: [sheet.getRange('B4').getFormula(), sheet.getRange('B4').getValue() as unknown],
      };
    },
  },
];
