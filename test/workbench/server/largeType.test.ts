// Large type, as a shortlist for a projector has it, on its way to the page: its size, and rows that are tall enough.
import { expect, test } from '@jest/globals';
import { createHost } from '../../../workbench/host/createHost';
import { emptyTab, emptyWorkbook } from '../../../workbench/host/sheets/state';
import { readCells } from '../../../workbench/server/cells';
import { frameOf, nothingTold } from '../../../workbench/server/frame';

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

test('a row is as tall as its large type needs, wrapped between words; what is hidden counts for nothing', () => {
  const workbook = emptyWorkbook({});
  workbook.tabs.push(emptyTab(1, 'List', 20, 3));
  workbook.nextId = 2;
  const host = createHost({ workbook, today: '2026-11-12' });
  const app = host.globals()['SpreadsheetApp'] as unknown as GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  const sheet = app.getActiveSpreadsheet();
  sheet.getRange('A1:C20').setFontSize(22).setWrap(true);
  const sheetAt = sheet.getSheetByName('List');
  sheetAt?.setColumnWidths(1, 1, 320);
  sheetAt?.hideColumns(3);
  app.flush();
  host.model.typeInto('List', 1, 1, 'Union');
  host.model.typeInto('List', 2, 1, 'Harbor & Dock Workers Local 49');
  host.model.typeInto('List', 3, 1, 'Union');
  host.model.typeInto('List', 3, 3, 'a long text in a column that nobody sees, at all, ever');
  const told = nothingTold(1, '');
  const frame = frameOf(host, { email: '', allowed: new Set(), people: [] }, false, told);
  const { tall } = frame.tabs[0]!;
  // A line of 22 points is 36.7 pixels.
  expect([tall[1], tall[2], tall[3], tall[20]]).toEqual([46, 83, 46, 46]);
});
