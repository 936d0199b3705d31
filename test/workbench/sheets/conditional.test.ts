// Conditional formats as the page shows them.
import { expect, test } from '@jest/globals';
import type { ConditionalFormat } from '../../../workbench/host/sheets/state';
import { open, TAB } from './open';

function withFormats(formats: ConditionalFormat[]) {
  const sheet = open();
  sheet.model.edit((draft) => {
    draft.tab(1).formats = formats;
  });
  const fill = (row: number, column: number) =>
    sheet.model.appearance(TAB, { row, column, rows: 1, columns: 1 })[0]?.[0]?.fill;
  return { ...sheet, fill };
}

const area = (row: number, column: number, rows: number, columns: number) => ({ row, column, rows, columns });

test('a formula counts from the top-left cell of the range, $ keeps the column', () => {
  const sheet = withFormats([
    {
      ranges: [area(2, 1, 50, 3)],
      type: 'CUSTOM_FORMULA',
      values: ['=$C2="Follow up"'],
      background: '#ffee00',
    },
  ]);
  sheet.type(
    [
      ['SEIU', 'x', 'follow UP'],
      ['Nurses', 'y', 'Waiting'],
    ],
    2,
  );
  expect([sheet.fill(2, 1), sheet.fill(2, 3), sheet.fill(3, 1), sheet.fill(1, 1)]).toEqual([
    '#ffee00',
    '#ffee00',
    null,
    null,
  ]);
  sheet.type([['=IF(A3="Nurses","Follow up","")']], 3, 3);
  expect(sheet.fill(3, 2)).toBe('#ffee00');
});

test('the first rule that holds decides', () => {
  const sheet = withFormats([
    {
      ranges: [area(1, 1, 9, 1)],
      type: 'TEXT_EQUAL_TO',
      values: ['Call them'],
      background: '#111111',
      bold: true,
    },
    { ranges: [area(1, 1, 9, 1)], type: 'CELL_NOT_EMPTY', values: [], background: '#222222' },
    { ranges: [area(1, 1, 9, 1)], type: 'CELL_EMPTY', values: [], background: '#333333' },
  ]);
  sheet.type([['call them'], ['other']]);
  expect([1, 2, 3].map((row) => sheet.fill(row, 1))).toEqual(['#111111', '#222222', '#333333']);
});

test('ranges grow with rows that are inserted inside or right below', () => {
  const sheet = withFormats([
    { ranges: [area(2, 1, 3, 1)], type: 'CELL_EMPTY', values: [], background: '#333333' },
  ]);
  sheet.model.insertRows(TAB, 3, 2);
  sheet.model.insertRows(TAB, 7, 1);
  expect(sheet.model.tab(TAB)?.formats[0]?.ranges).toEqual([area(2, 1, 6, 1)]);
  sheet.model.deleteRows(TAB, 2, 6);
  expect(sheet.model.tab(TAB)?.formats).toEqual([]);
});
