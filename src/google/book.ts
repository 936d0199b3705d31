// The open spreadsheet as plain data: one function for each thing that commands do with it.
import type { Cell } from '../values/cell';
import { cellName } from '../values/a1';
import type { TabInfo } from '../workbook/table';
import {
  addTab,
  copyCell,
  datePicker,
  dropdown,
  replaceFormats,
  setColumnMarks,
  columnMarks,
} from './furnish';
import type { Book, WrittenCell } from './services';
import type { WallClock } from './wallClock';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Date objects are told by their tag: those of another realm fail instanceof (platform facts, 4). */
function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

export function makeBook(spreadsheet: Spreadsheet, clock: WallClock): Book {
  const toCell = (value: unknown): Cell => {
    if (isDate(value)) return clock.read(value);
    if (typeof value === 'number' || typeof value === 'boolean') return value;
    return value === null || value === undefined ? '' : String(value as string);
  };
  const fromCell = (cell: WrittenCell): string | number | boolean | Date =>
    typeof cell === 'object' ? clock.write(cell) : cell;
  const toInfo = (sheet: Sheet): TabInfo => ({
    id: sheet.getSheetId(),
    name: sheet.getName(),
    hidden: sheet.isSheetHidden(),
  });
  const find = (tab: number): Sheet | null =>
    spreadsheet.getSheets().find((s) => s.getSheetId() === tab) ?? null;
  /** For what the caller has just seen: a tab that went meanwhile is a lost precondition. */
  const sheetOf = (tab: number): Sheet => {
    const sheet = find(tab);
    if (sheet === null) throw new Error('tab-gone');
    return sheet;
  };

  return {
    name: spreadsheet.getName(),
    url: spreadsheet.getUrl(),
    locale: spreadsheet.getSpreadsheetLocale(),
    timeZone: spreadsheet.getSpreadsheetTimeZone(),
    tabs: () => spreadsheet.getSheets().map(toInfo),
    activeTab() {
      const sheet = spreadsheet.getActiveSheet() as Sheet | null;
      return sheet === null ? null : toInfo(sheet);
    },
    activeRow: () => spreadsheet.getActiveRange()?.getRow() ?? 1,
    read(tab) {
      const sheet = find(tab);
      if (sheet === null) return null;
      const values: unknown[][] = sheet.getDataRange().getValues();
      return { ...toInfo(sheet), rows: values.map((row) => row.map(toCell)) };
    },
    readBlock(tab, row, column, rows, columns) {
      const sheet = sheetOf(tab);
      const inside = Math.min(rows, sheet.getMaxRows() - row + 1);
      const wide = Math.min(columns, sheet.getMaxColumns() - column + 1);
      const values: unknown[][] =
        inside < 1 || wide < 1 ? [] : sheet.getRange(row, column, inside, wide).getValues();
      return Array.from({ length: rows }, (_, r) =>
        Array.from({ length: columns }, (_unused, c) => toCell(values[r]?.[c] ?? '')),
      );
    },
    readFormulas: (tab, row, column, rows, columns) =>
      sheetOf(tab).getRange(row, column, rows, columns).getFormulas(),
    write(tab, row, column, values) {
      const width = values[0]?.length ?? 0;
      if (width === 0) return;
      sheetOf(tab)
        .getRange(row, column, values.length, width)
        .setValues(values.map((line) => line.map(fromCell)));
    },
    writeSame(tab, ranges, value) {
      sheetOf(tab)
        .getRangeList([...ranges])
        .setValue(fromCell(value));
    },
    writeFormulas(tab, row, column, formulas) {
      const width = formulas[0]?.length ?? 0;
      if (width === 0) return;
      sheetOf(tab)
        .getRange(row, column, formulas.length, width)
        .setFormulas(formulas.map((line) => [...line]));
    },
    formatAsText(tab, columns) {
      const sheet = sheetOf(tab);
      for (const column of columns) sheet.getRange(1, column, sheet.getMaxRows(), 1).setNumberFormat('@');
    },
    grow(tab, rows, columns) {
      const sheet = sheetOf(tab);
      const moreRows = rows - sheet.getMaxRows();
      if (moreRows > 0) sheet.insertRowsAfter(sheet.getMaxRows(), moreRows);
      const moreColumns = columns - sheet.getMaxColumns();
      if (moreColumns > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), moreColumns);
    },
    flush: () => {
      SpreadsheetApp.flush();
    },
    columnMarks: (tab) => columnMarks(sheetOf(tab)),
    setColumnMarks: (tab, marks) => {
      setColumnMarks(sheetOf(tab), marks);
    },
    addTab: (tab) => toInfo(addTab(spreadsheet, tab, fromCell)),
    copyTab(tab, name) {
      const copy = sheetOf(tab).copyTo(spreadsheet);
      copy.setName(name);
      return toInfo(copy);
    },
    deleteTab: (tab) => {
      spreadsheet.deleteSheet(sheetOf(tab));
    },
    showTab: (tab) => {
      sheetOf(tab).activate();
    },
    select(tab, cell) {
      const sheet = sheetOf(tab);
      sheet.activate();
      sheet.getRange(cell).activate();
    },
    replaceFormats: (tab, ours) => {
      replaceFormats(sheetOf(tab), ours);
    },
    dropdown: (tab, row, column, rows, choices) => {
      dropdown(sheetOf(tab).getRange(row, column, rows, 1), choices);
    },
    datePicker: (tab, row, column, rows) => {
      datePicker(sheetOf(tab).getRange(row, column, rows, 1));
    },
    setNote: (tab, row, column, note) => {
      sheetOf(tab).getRange(row, column).setNote(note);
    },
    copyCell: (tab, fromRow, fromColumn, row, column, rows) => {
      copyCell(sheetOf(tab), cellName(fromRow, fromColumn), row, column, rows);
    },
    toast: (message) => {
      spreadsheet.toast(message);
    },
  };
}
