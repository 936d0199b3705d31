// A date column typed day first in a sheet that reads the month first, or the other way round: some dates stay text,
// and the others are quietly wrong.
import { isDateCell } from '../../values/cell';
import { monthFirst, readTypedDate } from '../../values/typedDate';
import type { SheetFault, SheetRule } from '../rule';
import type { SheetView } from '../sheetView';
import { DATE_FIELDS } from './dates';

const FIGURES = /^\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(?:\d{4}|\d{2})\b/;

export const dateAgainstLocale: SheetRule = {
  code: 'date-against-locale',
  title: 'Dates in the other order than the sheet',
  level: 'warning',
  looks: 'sheet',
  fields: DATE_FIELDS,
  examine: (sheet) =>
    DATE_FIELDS.flatMap((field) => sheet.columns(field)).flatMap((column) => faultOf(column, sheet)),
};

function faultOf(column: number, sheet: SheetView): SheetFault[] {
  const byMonth = monthFirst(sheet.locale);
  const rows: number[] = [];
  let value = '';
  let doubtful = 0;
  for (const { row } of sheet.contacts) {
    const cell = sheet.cell(row, column);
    if (isDateCell(cell) && Number(cell.day.slice(8)) <= 12) doubtful++;
    if (typeof cell !== 'string') continue;
    const figures = FIGURES.exec(cell);
    if (!figures || Number(byMonth ? figures[1] : figures[2]) <= 12) continue;
    if (readTypedDate(cell, sheet.locale).kind !== 'day') continue;
    if (rows.length === 0) value = cell.trim();
    rows.push(row);
  }
  if (rows.length === 0) return [];
  const [typed, read] = byMonth ? ['day first', 'month first'] : ['month first', 'day first'];
  const others =
    doubtful === 0
      ? ''
      : ` ${doubtful} other ${doubtful === 1 ? 'date' : 'dates'} in the column may have day and month exchanged.`;
  return [
    {
      rows,
      column,
      value,
      message: `“${value}” in “${sheet.heading(column)}” is written ${typed}, and this sheet reads dates ${read}.${others} Type them again with the month as a word, or change the locale in File, Settings.`,
    },
  ];
}
