// The model of an open spreadsheet: typing, formulas, pending writes, structure.
import { describe, expect, test } from '@jest/globals';
import { openModel } from '../../../workbench/host/sheets/workbook';
import { emptyTab, emptyWorkbook } from '../../../workbench/host/sheets/state';

function open(locale = 'en_US') {
  const state = emptyWorkbook({ locale, timeZone: 'America/New_York' });
  state.tabs.push(emptyTab(7, 'Contacts', 100, 10));
  state.nextId = 8;
  return openModel(state, { now: () => Date.UTC(2026, 10, 20, 15) });
}

describe('typing', () => {
  test('is read by the locale and shown as typed', () => {
    const model = open();
    for (const [i, [text, shown]] of [
      ['1/2', '1/2'],
      ['May 1', 'May 1'],
      ['7-11', '7-11'],
      ['007', '7'],
      ['1e3', '1.00E+03'],
      ['10%', '10%'],
      ['TRUE', 'TRUE'],
      ["'007", '007'],
      ['=1+1', '2'],
      ['+1 503 555 0100', '#ERROR!'],
      ['2026-11-20', '2026-11-20'],
      ['$5', '$5'],
      ['hello', 'hello'],
      ['10:30', '10:30'],
    ].entries()) {
      model.typeInto('Contacts', i + 1, 1, text!);
      expect([text, model.display('Contacts', i + 1, 1)]).toEqual([text, shown]);
    }
    expect(model.value('Contacts', 1, 1)).toBe(46024);
    model.typeInto('Contacts', 20, 1, '=TODAY()');
    expect(model.display('Contacts', 20, 1)).toBe('11/20/2026');
    model.typeInto('Contacts', 21, 1, '=A1');
    expect(model.display('Contacts', 21, 1)).toBe('1/2');
  });
});
