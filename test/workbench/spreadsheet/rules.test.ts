// Conditional format rules, data validation rules and developer metadata through the services.
import { describe, expect, test } from '@jest/globals';
import { script } from './app';

describe('conditional formats', () => {
  test('the list is replaced as a whole and read back in order, colours in lower-case hex', () => {
    const { app, sheet } = script({ locale: 'de_DE' });
    const first = app
      .newConditionalFormatRule()
      .setRanges([sheet.getRange('A2:C'), sheet.getRange('E2:E')])
      .whenFormulaSatisfied('=OR($B2="a";$B2>1,5)')
      .setBackground('#FFEE00')
      .setBold(true)
      .build();
    const second = first.copy().whenTextEqualTo('Follow up').setFontColor('red').build();
    sheet.setConditionalFormatRules([first, second]);
    const [a, b] = sheet.getConditionalFormatRules();
    expect(a?.getRanges().map((range) => range.getA1Notation())).toEqual(['A2:C100', 'E2:E100']);
    const condition = a?.getBooleanCondition();
    expect([String(condition?.getCriteriaType()), condition?.getCriteriaValues()]).toEqual([
      'CUSTOM_FORMULA',
      ['=OR($B2="a";$B2>1,5)'],
    ]);
    expect([condition?.getBackground(), condition?.getBold(), condition?.getFontColor()]).toEqual([
      '#ffee00',
      true,
      null,
    ]);
    expect([
      String(b?.getBooleanCondition()?.getCriteriaType()),
      b?.getBooleanCondition()?.getFontColor(),
    ]).toEqual(['TEXT_EQUAL_TO', '#ff0000']);
    sheet.setConditionalFormatRules([second]);
    expect(sheet.getConditionalFormatRules()).toHaveLength(1);
  });

  test('a rule needs a condition and ranges of its own tab', () => {
    const { app, book, sheet } = script();
    expect(() =>
      app
        .newConditionalFormatRule()
        .setRanges([sheet.getRange('A1')])
        .build(),
    ).toThrow('condition');
    expect(() => app.newConditionalFormatRule().whenCellEmpty().build()).toThrow('range');
    const other = book.insertSheet('Other');
    const rule = app
      .newConditionalFormatRule()
      .setRanges([other.getRange('A1')])
      .whenCellEmpty()
      .build();
    expect(() => {
      sheet.setConditionalFormatRules([rule]);
    }).toThrow('different sheet');
  });

  test('ranges follow inserted rows, and the formula with them', () => {
    const { app, sheet } = script();
    const rule = app
      .newConditionalFormatRule()
      .setRanges([sheet.getRange('A5:C9')])
      .whenFormulaSatisfied('=$B5="x"')
      .setBackground('#ffee00')
      .build();
    sheet.setConditionalFormatRules([rule]);
    sheet.insertRowsBefore(1, 2);
    const [moved] = sheet.getConditionalFormatRules();
    expect(moved?.getRanges()[0]?.getA1Notation()).toBe('A7:C11');
    expect(moved?.getBooleanCondition()?.getCriteriaValues()).toEqual(['=$B7="x"']);
  });
});

describe('data validation', () => {
  test('items become texts, the drop-down flag comes last, warnings are the default', () => {
    const { app, sheet } = script();
    const rule = app
      .newDataValidation()
      .requireValueInList([9, false, 'z'] as never)
      .setHelpText('Pick one')
      .build();
    sheet.getRange('A2:A4').setDataValidation(rule);
    const read = sheet.getRange('A3').getDataValidation();
    expect([
      String(read?.getCriteriaType()),
      read?.getCriteriaValues(),
      read?.getAllowInvalid(),
      read?.getHelpText(),
    ]).toEqual(['VALUE_IN_LIST', [['9', 'false', 'z'], true], true, 'Pick one']);
    expect(sheet.getRange('A1:A2').getDataValidations()[0]?.[0]).toBeNull();
    sheet.getRange('A3').clearDataValidations();
    expect(
      sheet
        .getRange('A2:A4')
        .getDataValidations()
        .map(([r]) => r !== null),
    ).toEqual([true, false, true]);
  });

  test('a list from a range follows the range', () => {
    const { app, book, sheet, model } = script();
    const people = book.insertSheet('Volunteers');
    people.getRange('A2:A3').setValues([['Ann'], ['Bo']]);
    sheet
      .getRange('B2')
      .setDataValidation(app.newDataValidation().requireValueInRange(people.getRange('A2:A9'), true).build());
    people.insertRowsBefore(1, 1);
    const [range, shown] = sheet.getRange('B2').getDataValidation()?.getCriteriaValues() as [
      GoogleAppsScript.Spreadsheet.Range,
      boolean,
    ];
    expect([range.getA1Notation(), range.getSheet().getName(), shown]).toEqual([
      'A3:A10',
      'Volunteers',
      true,
    ]);
    expect(model.dropdown('Contacts', 2, 2)).toEqual(['Ann', 'Bo']);
  });

  test('many rules at once, nulls clear', () => {
    const { app, sheet } = script();
    const date = app.newDataValidation().requireDate().setAllowInvalid(false).build();
    sheet.getRange('A1:B1').setDataValidations([[date, null]]);
    expect(() => sheet.getRange('A1').setValue('soon')).toThrow('violates the data validation rules');
    sheet.getRange('A1:B1').setValues([['1/2/2026', 'soon']]);
    expect(sheet.getRange('A1:B1').getDisplayValues()).toEqual([['1/2/2026', 'soon']]);
  });
});

describe('developer metadata', () => {
  test('stands on the file, a tab, one whole row or column, and nowhere else', () => {
    const { sheet, book } = script();
    book.addDeveloperMetadata('schema', '1');
    sheet.addDeveloperMetadata('tab');
    sheet.getRange('B:B').addDeveloperMetadata('field', 'email');
    sheet.getRange(1, 3, sheet.getMaxRows(), 1).addDeveloperMetadata('field', 'phone');
    sheet.getRange('4:4').addDeveloperMetadata('row', 'x');
    expect(() => sheet.getRange('B2').addDeveloperMetadata('x')).toThrow(
      'arbitrary ranges is not currently supported',
    );
    expect(() => sheet.getRange('B:C').addDeveloperMetadata('x')).toThrow('arbitrary ranges');
    const found = book.createDeveloperMetadataFinder().withKey('field').find();
    expect(
      found.map((entry) => [entry.getValue(), entry.getLocation().getColumn()?.getA1Notation()]),
    ).toEqual([
      ['email', 'B:B'],
      ['phone', 'C:C'],
    ]);
    expect(String(found[0]?.getVisibility())).toBe('DOCUMENT');
    expect(sheet.createDeveloperMetadataFinder().find()).toHaveLength(4);
    expect(
      sheet
        .getRange('B:B')
        .getDeveloperMetadata()
        .map((entry) => entry.getKey()),
    ).toEqual(['field']);
  });

  test('follows its column, dies with it, can be moved and taken away', () => {
    const { app, sheet, book } = script();
    sheet.getRange('B:B').addDeveloperMetadata('field', 'email', app.DeveloperMetadataVisibility.PROJECT);
    sheet.insertColumnsAfter(1, 2);
    const [entry] = book.createDeveloperMetadataFinder().find();
    const at = () => entry?.getLocation().getColumn()?.getColumn();
    expect([at(), String(entry?.getVisibility())]).toEqual([4, 'PROJECT']);
    entry?.moveToColumn(sheet.getRange('A:A')).setValue('phone');
    app.flush();
    expect([at(), entry?.getValue()]).toEqual([1, 'phone']);
    sheet.deleteColumns(1, 1);
    expect(book.createDeveloperMetadataFinder().find()).toEqual([]);
    sheet.addDeveloperMetadata('k');
    sheet.createDeveloperMetadataFinder().withKey('k').find()[0]?.remove();
    expect(sheet.getDeveloperMetadata()).toEqual([]);
  });

  test('a tab holds at most 30,000 characters', () => {
    const { sheet } = script();
    sheet.addDeveloperMetadata('a', 'x'.repeat(29_999));
    expect(() => sheet.getRange('A:A').addDeveloperMetadata('b')).toThrow('maximum size');
  });
});

test('notes: none is an empty text, numbers differ between the two calls', () => {
  const { sheet } = script();
  sheet.getRange('A1').setNote(25 as never);
  sheet.getRange('A2').setNotes([[25 as never]]);
  expect(sheet.getRange('A1:A3').getNotes()).toEqual([['25'], ['25.0'], ['']]);
});

test('a range list writes to all of its ranges', () => {
  const { sheet } = script();
  sheet.getRangeList(['A1', 'C2:C3']).setNumberFormat('@').setValue('007');
  expect(sheet.getRange('A1:C3').getValues()).toEqual([
    ['007', '', ''],
    ['', '', '007'],
    ['', '', '007'],
  ]);
});
