// A tab as read once, as plain data. It stands here because reading and workbook both need it.
import type { Grid } from './cell';

export interface TabInfo {
  readonly id: number;
  readonly name: string;
  readonly hidden: boolean;
}

/** rows[0] is row 1 of the sheet. A blank tab has one row with one blank cell. */
export interface Table extends TabInfo {
  readonly rows: Grid;
}
