// A shortlist and a contacts tab for the tests of this folder.
import type { Field } from '../../src/reading/fields';
import type { SheetMap } from '../../src/reading/map';
import type { Cell, Grid } from '../../src/values/cell';
import { HELPER_COLUMNS, SHORTLIST_COLUMNS, type ShortlistColumn } from '../../src/meetings/shortlist';

export const HEADINGS: readonly string[] = [...SHORTLIST_COLUMNS, ...HELPER_COLUMNS];

/** A row of a shortlist from what is typed in it. */
export const typedRow = (typed: Partial<Record<ShortlistColumn, Cell>>): Cell[] =>
  HEADINGS.map((name) => typed[name as ShortlistColumn] ?? '');

/** A shortlist with the headings in row 1. */
export const shortlist = (...rows: readonly Partial<Record<ShortlistColumn, Cell>>[]): { rows: Grid } => ({
  rows: [[...HEADINGS], ...rows.map(typedRow)],
});

/** The map of a contacts tab whose columns stand in this order, with the headings in `headerRow`. */
export function mapOf(fields: readonly Field[], rows: Grid, headerRow = 1): SheetMap {
  const columns = Object.fromEntries(
    fields.map((field, index) => [field, { columns: [index + 1], headers: [field], sure: true }]),
  );
  return {
    sheetId: 1,
    sheet: 'Our contacts',
    headerRow,
    firstRow: headerRow + 1,
    lastRow: Math.max(headerRow, rows.length),
    columns,
    questions: [],
    outreachIdColumn: 0,
    nextStepColumn: 0,
    width: fields.length,
  };
}
