// What a cell can hold, as plain data. The edge (google/) turns Google's Date objects into DateCell in the
// spreadsheet's time zone; nothing behind it ever sees a Date.
import type { Day } from './day';

/** A date or date-time in a cell, as the sheet's wall clock shows it. `time` is "HH:MM", null for a pure date. */
export interface DateCell {
  readonly day: Day;
  readonly time: string | null;
}

/** One cell as getValues gives it. Blank is ''. A formula error is its display text, such as "#N/A". */
export type Cell = string | number | boolean | DateCell;

/** Rows × columns, 0-based, as read in one call. Rows may be of unequal length; a missing cell is blank. */
export type Grid = readonly (readonly Cell[])[];

export function isDateCell(cell: Cell): cell is DateCell {
  return typeof cell === 'object';
}

const VISIBLE = /[^\s\u00a0\u00ad\u200b-\u200f\u2060\ufeff]/;

/** True for '' and for text of blanks and invisible characters only. */
export function isBlank(cell: Cell): boolean {
  return cell === '' || (typeof cell === 'string' && !VISIBLE.test(cell));
}

/** The cell as text, untrimmed. Dates become "YYYY-MM-DD" or "YYYY-MM-DD HH:MM"; TRUE and FALSE as Sheets shows them. */
export function cellText(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell === 'number') return String(cell);
  return cell.time === null ? cell.day : `${cell.day} ${cell.time}`;
}

/** True when both cells hold the same value of the same kind. */
export function sameCell(a: Cell, b: Cell): boolean {
  if (isDateCell(a) && isDateCell(b)) return a.day === b.day && a.time === b.time;
  return a === b;
}

const ERROR = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|ERROR!)$/;

/** True for the display text of a formula error ("#N/A", "#REF!" …). */
export function isErrorCell(cell: Cell): boolean {
  return typeof cell === 'string' && ERROR.test(cell);
}
