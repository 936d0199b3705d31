// A date column typed day first in a sheet that reads the month first, or the other way round: some dates stay text,
// and where most were typed so, the others are quietly wrong.
import type { Field } from '../../reading/fields';
import { isDateCell } from '../../values/cell';
import { shortDay, type Day } from '../../values/day';
import { monthFirst, readTypedDate } from '../../values/typedDate';
import type { SheetFault, SheetRule } from '../rule';
import type { SheetView } from '../sheetView';
import { DATE_FIELDS, exchanged, TOUCH_FIELDS } from './dates';

const FIGURES = /^\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(?:\d{4}|\d{2})\b/;

export const dateAgainstLocale: SheetRule = {
  code: 'date-against-locale',
  title: 'Dates in the other order than the sheet',
  level: 'warning',
  looks: 'sheet',
  fields: DATE_FIELDS,
  examine: (sheet) =>
    DATE_FIELDS.flatMap((field) => sheet.columns(field).flatMap((column) => faultOf(field, column, sheet))),
};

function faultOf(field: Field, column: number, sheet: SheetView): SheetFault[] {
  const byMonth = monthFirst(sheet.locale);
  const rows: number[] = [];
  let value = '';
  let meant: Day | null = null;
  for (const { row } of sheet.contacts) {
    const cell = sheet.cell(row, column);
    if (typeof cell !== 'string') continue;
    const figures = FIGURES.exec(cell);
    if (!figures || Number(byMonth ? figures[1] : figures[2]) <= 12) continue;
    const read = readTypedDate(cell, sheet.locale);
    if (read.kind !== 'day') continue;
    if (rows.length === 0) value = cell.trim();
    meant ??= read.day;
    rows.push(row);
  }
  if (meant === null) return [];
  const [typed, read] = byMonth ? ['day first', 'month first'] : ['month first', 'day first'];
  const says = `“${value}” in “${sheet.heading(column)}” is written ${typed}, and this sheet reads dates ${read}`;
  const doubtful = doubtfulDates(field, column, rows.length, sheet);
  const todo =
    doubtful === 0
      ? `. So it is text to the sheet and no date. Type ${shortDay(meant, sheet.today)} instead${rows.length > 1 ? ', and do so with the others' : ''}.`
      : `. ${doubtful} other ${doubtful === 1 ? 'date' : 'dates'} in the column may have day and month exchanged. Type them again with the month as a word, or change the locale in File, Settings.`;
  return [{ rows, column, value, message: says + todo }];
}

/**
 * How many dates of a column may have been typed in the other order, beside `texts` that surely were. A day after the
 * 12th was typed as the sheet reads: where there are as many of those, the texts are slips. Nobody meant a contact of
 * the past by a day to come.
 */
function doubtfulDates(field: Field, column: number, texts: number, sheet: SheetView): number {
  const isPast = TOUCH_FIELDS.includes(field);
  let doubtful = 0;
  let sure = 0;
  for (const { row } of sheet.contacts) {
    const cell = sheet.cell(row, column);
    if (!isDateCell(cell)) continue;
    if (Number(cell.day.slice(8)) > 12) sure++;
    const other = exchanged(cell.day);
    if (other !== null && !(isPast && other > sheet.today)) doubtful++;
  }
  return sure >= texts ? 0 : doubtful;
}
