// The open spreadsheet as plain data: one function for each thing that commands do with it.
import type { Cell } from '../values/cell';
import { cellName } from '../values/a1';
import type { TabInfo, Table } from '../workbook/table';
import { chartsOf, putCharts } from './charts';
import {
  columnMarks,
  copyCell,
  datePicker,
  dropdown,
  furnishTab,
  replaceFormats,
  setColumnMarks,
} from './furnish';
import type { Book, WrittenCell } from './services';
import type { WallClock } from './wallClock';
import { isTabGone, tabGone } from './tabGone';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Date objects are told by their tag: those of another realm fail instanceof (platform facts, 4). */
function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

/**
 * Rows and columns read beyond those that are filled: somebody may insert some between the question how many there
 * are and the reading, and the last contact would be cut off.
 */
const MARGIN = 5;
/** Each costs a cell in every row. */
const COLUMN_MARGIN = 2;

/** Rows × columns as they are filled: of the margin only what holds anything. */
function withoutMargin(
  values: readonly (readonly unknown[])[],
  rows: number,
  columns: number,
): readonly (readonly unknown[])[] {
  let last = values.length;
  while (last > rows && values[last - 1]?.every((value) => value === '') === true) last--;
  let width = values[0]?.length ?? 0;
  while (width > columns && values.every((line) => line[width - 1] === '')) width--;
  return values.slice(0, last).map((line) => (line.length > width ? line.slice(0, width) : line));
}

export function makeBook(spreadsheet: Spreadsheet, clock: WallClock): Book {
  const toCell = (value: unknown): Cell => {
    if (isDate(value)) return clock.read(value);
    if (typeof value === 'number' || typeof value === 'boolean') return value;
    return typeof value === 'string' ? value : '';
  };
  const fromCell = (cell: WrittenCell): string | number | boolean | Date =>
    typeof cell === 'object' ? clock.write(cell) : cell;
  const toInfo = (sheet: Sheet, id = sheet.getSheetId()): TabInfo => ({
    id,
    name: sheet.getName(),
    hidden: sheet.isSheetHidden(),
  });
  let known: ReadonlyMap<number, Sheet> | null = null;
  /** By id. Asked once in a run, and again after the run itself changed the list. */
  const sheets = () => (known ??= new Map(spreadsheet.getSheets().map((s) => [s.getSheetId(), s])));
  const find = (tab: number): Sheet | null => sheets().get(tab) ?? null;
  /** For what the caller has just seen: a tab that went meanwhile is a lost precondition. */
  const sheetOf = (tab: number): Sheet => {
    const sheet = find(tab);
    if (sheet === null) throw tabGone();
    return sheet;
  };
  /** What a call on a deleted tab throws is localised: whether it is gone is asked anew. */
  const on = <T>(tab: number, use: (sheet: Sheet) => T): T => {
    const sheet = sheetOf(tab);
    try {
      return use(sheet);
    } catch (error) {
      known = null;
      if (find(tab) === null) throw tabGone();
      throw error;
    }
  };

  const readAll = (sheet: Sheet): Table => {
    const filled = sheet.getDataRange();
    const rows = filled.getNumRows();
    const columns = filled.getNumColumns();
    const all = sheet.getRange(
      1,
      1,
      Math.min(rows + MARGIN, sheet.getMaxRows()),
      Math.min(columns + COLUMN_MARGIN, sheet.getMaxColumns()),
    );
    const values: unknown[][] = all.getValues();
    return { ...toInfo(sheet), rows: withoutMargin(values, rows, columns).map((row) => row.map(toCell)) };
  };

  return {
    name: spreadsheet.getName(),
    url: spreadsheet.getUrl(),
    locale: spreadsheet.getSpreadsheetLocale(),
    timeZone: spreadsheet.getSpreadsheetTimeZone(),
    tabs: () => [...sheets()].map(([id, sheet]) => toInfo(sheet, id)),
    activeTab() {
      const sheet = spreadsheet.getActiveSheet() as Sheet | null;
      return sheet === null ? null : toInfo(sheet);
    },
    activeRow: () => spreadsheet.getActiveRange()?.getRow() ?? 1,
    activeColumn: () => spreadsheet.getActiveRange()?.getColumn() ?? 1,
    read(tab) {
      try {
        return on(tab, readAll);
      } catch (error) {
        if (isTabGone(error)) return null;
        throw error;
      }
    },
    readRows: (tab, row, rows) =>
      on(tab, (sheet) => {
        const inside = Math.min(rows, sheet.getMaxRows() - row + 1);
        if (inside < 1) return [];
        const wide = Math.min(sheet.getLastColumn() + COLUMN_MARGIN, sheet.getMaxColumns());
        const values: unknown[][] = sheet.getRange(row, 1, inside, wide).getValues();
        return values.map((line) => line.map(toCell));
      }),
    readFormulas: (tab, row, column, rows, columns) =>
      on(tab, (sheet) => {
        const high = Math.min(rows, sheet.getMaxRows() - row + 1);
        const wide = Math.min(columns, sheet.getMaxColumns() - column + 1);
        return high < 1 || wide < 1 ? [] : sheet.getRange(row, column, high, wide).getFormulas();
      }),
    write(tab, row, column, values) {
      const width = values[0]?.length ?? 0;
      if (width === 0) return;
      const cells = values.map((line) => line.map(fromCell));
      on(tab, (sheet) => sheet.getRange(row, column, values.length, width).setValues(cells));
    },
    append(tab, cells) {
      on(tab, (sheet) => {
        // Whether it makes room in a tab that is full is not documented.
        if (sheet.getLastRow() >= sheet.getMaxRows()) sheet.insertRowsAfter(sheet.getMaxRows(), 1);
        sheet.appendRow(cells.map(fromCell));
      });
    },
    writeHeading(tab, row, column, text, note = '') {
      on(tab, (sheet) => {
        const cell = sheet.getRange(row, column).setValue(text).setFontWeight('bold');
        if (note !== '') cell.setNote(note);
      });
    },
    addHiddenColumn(tab, row, column, heading) {
      on(tab, (sheet) => {
        const more = column - sheet.getMaxColumns();
        if (more > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), more);
        sheet.getRange(1, column, sheet.getMaxRows(), 1).setNumberFormat('@');
        sheet.hideColumns(column);
        sheet.getRange(row, column).setValue(heading).setFontWeight('bold');
      });
    },
    writeSame(tab, ranges, value) {
      on(tab, (sheet) => sheet.getRangeList([...ranges]).setValue(fromCell(value)));
    },
    writeFormulas(tab, row, column, formulas) {
      const width = formulas[0]?.length ?? 0;
      if (width === 0) return;
      const cells = formulas.map((line) => [...line]);
      on(tab, (sheet) => sheet.getRange(row, column, formulas.length, width).setFormulas(cells));
    },
    formatAsText(tab, columns) {
      on(tab, (sheet) => {
        for (const column of columns) sheet.getRange(1, column, sheet.getMaxRows(), 1).setNumberFormat('@');
      });
    },
    rowCount: (tab) => on(tab, (sheet) => sheet.getMaxRows()),
    filledRows: (tab) => on(tab, (sheet) => sheet.getLastRow()),
    grow(tab, rows, columns) {
      on(tab, (sheet) => {
        const moreRows = rows - sheet.getMaxRows();
        if (moreRows > 0) sheet.insertRowsAfter(sheet.getMaxRows(), moreRows);
        const moreColumns = columns - sheet.getMaxColumns();
        if (moreColumns > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), moreColumns);
      });
    },
    flush: () => {
      SpreadsheetApp.flush();
    },
    columnMarks: (tab) => on(tab, columnMarks),
    setColumnMarks: (tab, marks) => {
      on(tab, (sheet) => {
        setColumnMarks(sheet, marks);
      });
    },
    addTab(tab) {
      const selected = spreadsheet.getActiveRange();
      const sheet = spreadsheet.insertSheet(tab.name, sheets().size);
      // Google brings a new tab to the front; whoever is at work stays in their row.
      selected?.getSheet().activate();
      selected?.activate();
      known = null;
      furnishTab(sheet, tab, fromCell);
      return toInfo(sheet);
    },
    furnishTab: (id, tab) => {
      on(id, (sheet) => {
        furnishTab(sheet, tab, fromCell);
      });
    },
    copyTab(tab, name) {
      const copy = on(tab, (sheet) => sheet.copyTo(spreadsheet));
      known = null;
      copy.setName(name);
      return toInfo(copy);
    },
    renameTab: (tab, name) => {
      on(tab, (sheet) => sheet.setName(name));
      known = null;
    },
    deleteTab(tab) {
      spreadsheet.deleteSheet(sheetOf(tab));
      known = null;
    },
    showTab: (tab) => {
      on(tab, (sheet) => sheet.activate());
    },
    select(tab, cell) {
      on(tab, (sheet) => {
        sheet.activate();
        sheet.getRange(cell).activate();
      });
    },
    replaceFormats: (tab, ours) => {
      on(tab, (sheet) => {
        replaceFormats(sheet, ours);
      });
    },
    dropdown: (tab, row, column, rows, choices) => {
      on(tab, (sheet) => {
        dropdown(sheet.getRange(row, column, rows, 1), choices);
      });
    },
    datePicker: (tab, row, column, rows) => {
      on(tab, (sheet) => {
        datePicker(sheet.getRange(row, column, rows, 1));
      });
    },
    copyCell: (tab, fromRow, fromColumn, row, column, rows) => {
      on(tab, (sheet) => {
        copyCell(sheet, cellName(fromRow, fromColumn), row, column, rows);
      });
    },
    charts: (tab) => on(tab, (sheet) => chartsOf(sheet).map(({ id, ranges }) => ({ id, ranges }))),
    putCharts: (tab, wishes) => on(tab, (sheet) => putCharts(sheet, wishes)),
  };
}
