// What a tab has besides its values: remembered columns, conditional formats, dropdowns, widths, notes.
import { cellName } from '../values/a1';
import { mergeRules, type FormatRule } from '../touches/highlight';
import type { ColumnMark, NewTab, WrittenCell } from './services';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

/** Key of the developer metadata on a column; its value is the field. */
const MARK = 'outreach-field';

const markFinder = (sheet: Sheet) => sheet.createDeveloperMetadataFinder().withKey(MARK).find();

/** The first column of the range that a mark stands on; 0 where its column is gone. */
function columnOf(mark: GoogleAppsScript.Spreadsheet.DeveloperMetadata): number {
  return mark.getLocation().getColumn()?.getColumn() ?? 0;
}

export function columnMarks(sheet: Sheet): ColumnMark[] {
  return markFinder(sheet)
    .map((mark) => ({ field: mark.getValue() ?? '', column: columnOf(mark) }))
    .filter((mark) => mark.column > 0);
}

export function setColumnMarks(sheet: Sheet, marks: readonly ColumnMark[]): void {
  const wanted = new Set(marks.map((mark) => `${mark.field}:${mark.column}`));
  for (const standing of markFinder(sheet)) {
    const key = `${standing.getValue() ?? ''}:${columnOf(standing)}`;
    if (!wanted.delete(key)) standing.remove();
  }
  for (const mark of marks) {
    if (!wanted.has(`${mark.field}:${mark.column}`)) continue;
    // Metadata is allowed on whole columns only (platform facts, 5).
    sheet
      .getRange(1, mark.column, sheet.getMaxRows(), 1)
      .addDeveloperMetadata(MARK, mark.field, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
  }
}

/** Fills a blank tab. The values come last: text stays text, and a tab with values in it is a finished one. */
export function furnishTab(
  sheet: Sheet,
  tab: NewTab,
  fromCell: (cell: WrittenCell) => string | number | boolean | Date,
): void {
  const width = Math.max(...tab.rows.map((row) => row.length));
  for (const [first, last] of runs(tab.textColumns))
    sheet.getRange(1, first, sheet.getMaxRows(), last - first + 1).setNumberFormat('@');
  const values = tab.rows.map((row) => Array.from({ length: width }, (_, c) => fromCell(row[c] ?? '')));
  const header = sheet.getRange(1, 1, 1, width);
  header.setFontWeight('bold');
  for (const [first, last] of runs(tab.boldRows ?? []))
    sheet.getRange(first, 1, last - first + 1, width).setFontWeight('bold');
  if (tab.look !== undefined) {
    const { fontSize, headingSize, headingFill, headingInk } = tab.look;
    sheet
      .getRange(1, 1, sheet.getMaxRows(), width)
      .setFontSize(fontSize)
      .setWrap(true)
      .setVerticalAlignment('middle');
    header.setFontSize(headingSize).setBackground(headingFill).setFontColor(headingInk);
  }
  if (tab.headerNotes.some((note) => note !== '')) {
    header.setNotes([Array.from({ length: width }, (_, c) => tab.headerNotes[c] ?? '')]);
  }
  sheet.setFrozenRows(1);
  for (const { first, count, pixels } of widthRuns(tab.widths)) sheet.setColumnWidths(first, count, pixels);
  for (const column of tab.hiddenColumns ?? []) sheet.hideColumns(column);
  const below = (column: number) => sheet.getRange(2, column, sheet.getMaxRows() - 1, 1);
  for (const { column, choices } of tab.dropdowns ?? []) dropdown(below(column), choices);
  for (const column of tab.datePickers ?? []) datePicker(below(column));
  if (tab.hidden) sheet.hideSheet();
  sheet.getRange(1, 1, values.length, width).setValues(values);
}

/** Neighbouring columns of one width, so that each run is one call. */
function widthRuns(widths: readonly number[]): { first: number; count: number; pixels: number }[] {
  const found: { first: number; count: number; pixels: number }[] = [];
  widths.forEach((pixels, index) => {
    const last = found[found.length - 1];
    if (last?.pixels === pixels) last.count++;
    else found.push({ first: index + 1, count: 1, pixels });
  });
  return found;
}

/** Neighbouring numbers as [first, last] pairs. */
function runs(columns: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const column of [...columns].sort((a, b) => a - b)) {
    const last = found[found.length - 1];
    if (last?.[1] === column - 1) last[1] = column;
    else found.push([column, column]);
  }
  return found;
}

/** What tells ours from theirs, and the rule itself to put back. */
function readFormat(rule: Rule): { rule: Rule; formula: string; fill: string } {
  const condition = rule.getBooleanCondition();
  const [value = ''] = (condition?.getCriteriaValues() ?? []) as unknown[];
  const custom = condition?.getCriteriaType() === SpreadsheetApp.BooleanCriteria.CUSTOM_FORMULA;
  return {
    rule,
    formula: custom ? String(value) : '',
    fill: condition?.getBackground() ?? '',
  };
}

/** setConditionalFormatRules replaces every rule of the tab (platform facts, 5): foreign ones go back as they came. */
export function replaceFormats(sheet: Sheet, ours: readonly FormatRule[]): void {
  const standing = sheet.getConditionalFormatRules().map(readFormat);
  const built = ours.map((format) => {
    const builder = SpreadsheetApp.newConditionalFormatRule()
      .setRanges(format.ranges.map((range) => sheet.getRange(range)))
      .whenFormulaSatisfied(format.formula)
      .setBackground(format.fill)
      .setBold(format.bold);
    return { rule: (format.ink === '' ? builder : builder.setFontColor(format.ink)).build() };
  });
  sheet.setConditionalFormatRules(mergeRules(standing, built).map(({ rule }) => rule));
}

export function dropdown(range: Range, choices: readonly string[]): void {
  const rule = SpreadsheetApp.newDataValidation()
    .requireValueInList([...choices], true)
    .setAllowInvalid(true)
    .build();
  range.setDataValidation(rule);
}

export function datePicker(range: Range): void {
  range.setDataValidation(SpreadsheetApp.newDataValidation().requireDate().setAllowInvalid(true).build());
}

/** A formula copied cell by cell: relative references move along, as with a fill by hand. */
export function copyCell(sheet: Sheet, from: string, row: number, column: number, rows: number): void {
  sheet.getRange(from).copyTo(sheet.getRange(`${cellName(row, column)}:${cellName(row + rows - 1, column)}`));
}
