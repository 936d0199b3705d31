// Range, Sheet and Spreadsheet as the add-on meets them: reference/platform.md section 5 and reference/oddities.md.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { script } from './app';

describe('addressing', () => {
  test.each([
    ['$aa$11', 'AA11'],
    ['C5:B2', 'B2:C5'],
    ['5:2', '2:5'],
    ['D:B', 'B:D'],
    ['Contacts!B2', 'B2'],
    ["'contacts'!b2:c3", 'B2:C3'],
    ['!B2', 'B2'],
    ['B3:B', 'B3:B100'],
  ])('%s is %s', (text, notation) => {
    expect(script().sheet.getRange(text).getA1Notation()).toBe(notation);
  });

  test('whole rows and columns span the sheet', () => {
    const { sheet } = script();
    expect([sheet.getRange('5:7').getNumColumns(), sheet.getRange('D:F').getNumRows()]).toEqual([12, 100]);
  });

  test('sizes below one and places outside are refused in the platform’s words', () => {
    const { sheet } = script();
    expect(() => sheet.getRange(1, 1, 0, 3)).toThrow('The number of rows in the range must be at least 1.');
    expect(() => sheet.getRange('B2').offset(0, 0, 1, 0)).toThrow('number of columns');
    expect(() => sheet.getRange(101, 1).getValues()).toThrow(
      'The coordinates of the range are outside the dimensions of the sheet.',
    );
    expect(() => sheet.getRange('Nope!A1')).toThrow('Range not found');
  });

  test('a wrong argument and a method that is not there are named', () => {
    const { sheet } = script();
    expect(() => sheet.getRange('A1').setValues('x' as never)).toThrow(
      "The parameters (String) don't match the method signature for SpreadsheetApp.Range.setValues.",
    );
    expect(() => {
      (sheet.getRange('A1') as unknown as { setBorder(): void }).setBorder();
    }).toThrow('Not in the stand-in: Range.setBorder');
    expect((sheet as object as { toString(): string }).toString()).toBe('Sheet');
  });
});

describe('values', () => {
  test('a blank sheet is one blank cell, blanks are empty strings', () => {
    const { sheet } = script();
    expect([sheet.getDataRange().getValues(), sheet.getLastRow(), sheet.getLastColumn()]).toEqual([
      [['']],
      0,
      0,
    ]);
  });

  test('a date is the instant at which the spreadsheet’s clock shows it', () => {
    const { sheet } = script();
    sheet.getRange('A1:B1').setValues([['11/20/2026', '2026-07-01 09:30']]);
    const [[day, time]] = sheet.getRange('A1:B1').getValues() as [[Date, Date]];
    expect([day.toISOString(), time.toISOString()]).toEqual([
      '2026-11-20T05:00:00.000Z',
      '2026-07-01T13:30:00.000Z',
    ]);
    sheet.getRange('C1').setValue(day);
    expect(sheet.getRange('C1').getDisplayValue()).toBe('11/20/2026');
    expect((sheet.getRange('C1').getValue() as Date).getTime()).toBe(day.getTime());
  });

  test('written texts are read as typed, errors come back as their text', () => {
    const { sheet } = script();
    sheet.getRange('A1:F1').setValues([['007', '1/2', 'TRUE', '=1/0', '+1 503', "'=1+1"]]);
    expect(
      sheet
        .getRange('A1:F1')
        .getValues()[0]
        ?.map((v) => (v instanceof Date ? 'date' : (v as string))),
    ).toEqual([7, 'date', true, '#DIV/0!', '#ERROR!', '=1+1']);
    sheet.getRange('A2').setNumberFormat('@').setValue('007');
    sheet.getRange('B2').setNumberFormat('@').setValue('=1+1');
    expect(sheet.getRange('A2:B2').getValues()).toEqual([['007', 2]]);
  });

  test('any text comes back when it is written with an apostrophe, in every locale', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('en_US', 'en_GB', 'de_DE'), (text, locale) => {
        const { sheet } = script({ locale });
        sheet.getRange('A1').setValue(`'${text}`);
        expect(sheet.getRange('A1').getValue()).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  test('nothing, undefined and objects go in as on the platform', () => {
    const { sheet } = script();
    sheet.getRange('A1:C1').setValues([['x', 'x', 'x']]);
    sheet.getRange('A1:C1').setValues([[null, undefined, { a: 1 }]]);
    expect(sheet.getRange('A1:C1').getValues()).toEqual([['', '', '[object Object]']]);
  });

  test('data of another size is refused with the figures, and nothing is written', () => {
    const { sheet } = script();
    expect(() =>
      sheet.getRange('A1:B2').setValues([
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ]),
    ).toThrow(
      'The number of rows in the data does not match the number of rows in the range. The data has 3 but the range has 2.',
    );
    expect(() => sheet.getRange('A1:B2').setValues([['a', 'b'], ['c']])).toThrow(
      'The data has 1 but the range has 2.',
    );
    expect(sheet.getLastRow()).toBe(0);
  });

  test('a cell of more than 50,000 characters refuses the whole call', () => {
    const { sheet } = script();
    expect(() => sheet.getRange('A1:A2').setValues([['ok'], ['x'.repeat(50_001)]])).toThrow(
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    );
    expect(sheet.getRange('A1').getValue()).toBe('');
  });

  test('formulas use the separators of the sheet’s locale, and fill down', () => {
    const { sheet } = script({ locale: 'de_DE' });
    sheet.getRange('A1:A3').setValues([[1], [2], [3]]);
    sheet.getRange('B1:B3').setFormula('=IF(A1>1,5;A1*2;$A$1)');
    expect(sheet.getRange('B1:B3').getFormulas()).toEqual([
      ['=IF(A1>1,5;A1*2;$A$1)'],
      ['=IF(A2>1,5;A2*2;$A$1)'],
      ['=IF(A3>1,5;A3*2;$A$1)'],
    ]);
    expect(sheet.getRange('B1:B3').getValues()).toEqual([[1], [4], [6]]);
    sheet.getRange('C1').setFormula('=IF(A1=1,2,3)');
    expect(sheet.getRange('C1').getValue()).toBe('#ERROR!');
  });

  test('lastRow counts content: checkboxes and formulas that show nothing too, formats not', () => {
    const { sheet, app } = script();
    sheet.getRange('A9').setBackground('#ff0000');
    expect(sheet.getLastRow()).toBe(0);
    sheet.getRange('B3').setFormula('=""');
    expect(sheet.getLastRow()).toBe(3);
    sheet.getRange('C5').setDataValidation(app.newDataValidation().requireCheckbox().build());
    expect([sheet.getLastRow(), sheet.getLastColumn(), sheet.getRange('C5').getValue()]).toEqual([
      5,
      3,
      false,
    ]);
  });

  test('appendRow writes below the last content of any column and does not grow a full grid', () => {
    const { sheet } = script();
    sheet.getRange('L99').setValue('far');
    sheet.appendRow(['a', '007']);
    expect(sheet.getRange('A100:B100').getValues()).toEqual([['a', 7]]);
    expect(() => sheet.appendRow(['b'])).toThrow('Those rows are out of bounds.');
    sheet.insertRowsAfter(100, 5);
    sheet.appendRow(['b']);
    expect([sheet.getLastRow(), sheet.getMaxRows()]).toEqual([101, 105]);
  });
});

describe('tabs', () => {
  test('names are unique without regard to case, ids survive renaming', () => {
    const { book, sheet } = script();
    const made = book.insertSheet('Settings');
    expect(book.getSheets().map((s) => s.getName())).toEqual(['Contacts', 'Settings']);
    expect(() => book.insertSheet('settings')).toThrow(
      'A sheet with the name "settings" already exists. Please enter another name.',
    );
    made.setName('Options');
    expect(book.getSheetById(made.getSheetId())?.getName()).toBe('Options');
    expect([book.getSheetByName('Settings'), book.getSheetByName('OPTIONS')?.getIndex()]).toEqual([null, 2]);
    book.deleteSheet(sheet);
    expect(() => {
      book.deleteSheet(made);
    }).toThrow("You can't remove all the sheets in a document.");
    expect(() => sheet.getRange('A1').getValue() as unknown).toThrow('not found');
  });

  test('a copied tab has values, rules and conditional formats of its own', () => {
    const { app, book, sheet } = script();
    sheet.getRange('A1').setValue('x');
    sheet.getRange('B1').setDataValidation(app.newDataValidation().requireValueInList(['a']).build());
    sheet.setConditionalFormatRules([
      app
        .newConditionalFormatRule()
        .setRanges([sheet.getRange('A1:A5')])
        .whenCellNotEmpty()
        .setBackground('#ABC')
        .build(),
    ]);
    const copy = sheet.copyTo(book).setName('→ Ann');
    copy.getRange('A1').setValue('y');
    expect([sheet.getRange('A1').getValue(), copy.getRange('A1').getValue()]).toEqual(['x', 'y']);
    expect(copy.getRange('B1').getDataValidation()?.getCriteriaValues()).toEqual([['a'], true]);
    expect(copy.getConditionalFormatRules()[0]?.getRanges()[0]?.getSheet().getName()).toBe('→ Ann');
  });

  test('the file may not grow beyond ten million cells', () => {
    const { sheet } = script();
    expect(() => sheet.insertRowsAfter(100, 900_000)).toThrow('above the limit of 10000000 cells');
  });
});

describe('what waits and what commits', () => {
  test('writes wait until something is read, and a read commits them in order', () => {
    const { sheet, model, gate } = script();
    sheet.getRange('A1').setValue('x');
    sheet.getRange('A2').setNumberFormat('@');
    expect([model.pending(), model.display('Contacts', 1, 1)]).toEqual([2, '']);
    sheet.getRange('A9').getValue();
    expect([model.pending(), model.display('Contacts', 1, 1)]).toEqual([0, 'x']);
    const calls = gate.calls.map(({ method, effect }) => `${method} ${effect}`);
    expect(calls).toContain('Range.setValue writes');
    expect(calls.at(-1)).toBe('Range.getValue reads');
    expect(calls.some((call) => call.startsWith('Sheet.getRange'))).toBe(false);
  });

  test('a strict rule refuses at the call or at the flush, as the host was told', () => {
    for (const refuseAt of ['call', 'flush'] as const) {
      const { app, sheet } = script({ refuseAt });
      const rule = app.newDataValidation().requireValueInList(['Ready']).setAllowInvalid(false).build();
      sheet.getRange('A1:A5').setDataValidation(rule);
      app.flush();
      const write = () => sheet.getRange('A2').setValue('Nope');
      const text = 'The data you entered in cell A2 violates the data validation rules set on this cell.';
      if (refuseAt === 'call') expect(write).toThrow(text);
      else {
        expect(write).not.toThrow();
        expect(() => {
          app.flush();
        }).toThrow(text);
      }
      expect(sheet.getRange('A2').getValue()).toBe('');
    }
  });

  test('protected cells refuse everybody but the owner and the editors', () => {
    const { sheet } = script({
      user: 'bo@example.org',
      prepare: (_, tab) => {
        const area = { row: 1, column: 1, rows: 2, columns: 12 };
        tab.protections = [
          { id: 1, tab: 7, area, open: [], editors: [], warningOnly: false, description: 'head' },
        ];
      },
    });
    expect(() => sheet.getRange('A2').setValue('x')).toThrow(
      'You are trying to edit a protected cell or object.',
    );
    expect([sheet.getRange('A2').canEdit(), sheet.getRange('A3').canEdit()]).toEqual([false, true]);
    sheet.getRange('A3').setValue('x');
    expect(sheet.getRange('A3').getValue()).toBe('x');
  });

  test('typed columns refuse rules', () => {
    const { app, sheet } = script({
      prepare: (_, tab) => {
        tab.tables = [{ name: 'Table1', area: { row: 1, column: 1, rows: 9, columns: 3 } }];
      },
    });
    const rule = app.newDataValidation().requireDate().build();
    expect(() => sheet.getRange('B2').setDataValidation(rule)).toThrow(
      'This operation is not allowed on cells in typed columns.',
    );
    sheet.getRange('B2').setValue('fine');
    expect(sheet.getRange('B2').getValue()).toBe('fine');
  });
});

describe('copying', () => {
  test('takes values, looks, rules and shifted formulas; a larger target is filled with whole copies', () => {
    const { sheet } = script();
    sheet.getRange('A1:B1').setValues([['x', '=A1&"!"']]);
    sheet.getRange('A1').setBackground('red');
    sheet.getRange('A1:B1').copyTo(sheet.getRange('C3:G6'));
    expect(sheet.getRange('C3:G6').getDisplayValues()).toEqual(
      Array.from({ length: 4 }, () => ['x', 'x!', 'x', 'x!', '']),
    );
    expect(sheet.getRange('E4').getBackground()).toBe('#ff0000');
    sheet.getRange('A1:B1').copyTo(sheet.getRange('A9'), { contentsOnly: true });
    expect([sheet.getRange('B9').getFormula(), sheet.getRange('B9').getValue()]).toEqual(['', 'x!']);
  });
});
