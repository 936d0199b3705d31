// Large type, as a shortlist for a projector has it, on its way to the page: its size, and rows that are tall enough.
import { expect, test } from '@jest/globals';
import { createHost } from '../../../workbench/host/createHost';
import { emptyTab, emptyWorkbook } from '../../../workbench/host/sheets/state';
import { readCells } from '../../../workbench/server/cells';

test('a cell carries its size, a plain one none', () => {
  const workbook = emptyWorkbook({});
  workbook.tabs.push(emptyTab(1, 'List', 20, 5));
  workbook.nextId = 2;
  const host = createHost({ workbook, today: '2026-11-12' });
  const app = host.globals()['SpreadsheetApp'] as unknown as GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  app.getActiveSpreadsheet().getRange('A1:B9').setFontSize(18).setWrap(true);
  app.flush();
  host.model.typeInto('List', 1, 1, 'Kettle Lane Bakery');
  host.model.typeInto('List', 12, 1, 'plain');
  const cells = readCells(host.model, 1, 1, 20, 1);
  const styleAt = (row: number) => cells?.styles[cells.looks[row - 1]?.[0] ?? 0];
  expect(styleAt(1)).toMatchObject({ size: 18, wrap: true });
  expect(styleAt(12)).toMatchObject({ size: 0 });
});
