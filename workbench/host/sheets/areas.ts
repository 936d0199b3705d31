// Areas as other programs write them: "A1:D10 F1:F2", "$A:$C", "B2".
import { cellName, columnLetter, columnNumber } from '../../../src/values/a1';
import type { Area } from './state';

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/** What cannot be read is left out. */
export function parseAreas(text: string): Area[] {
  return text.split(/[\s,]+/).flatMap((part) => {
    const m = /^\$?([A-Z]{1,3})?\$?(\d+)?(?::\$?([A-Z]{1,3})?\$?(\d+)?)?$/i.exec(part);
    if (!m || part === '') return [];
    const left = m[1] === undefined ? 1 : columnNumber(m[1]);
    const top = m[2] === undefined ? 1 : Number(m[2]);
    const right = m[3] === undefined ? (part.includes(':') ? LAST_COLUMN : left) : columnNumber(m[3]);
    const bottom = m[4] === undefined ? (part.includes(':') ? LAST_ROW : top) : Number(m[4]);
    if (right < left || bottom < top) return [];
    return [{ row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 }];
  });
}

/** "A1:D10", with $ signs where asked. */
export function areaText(area: Area, fixed = false): string {
  const cell = (row: number, column: number) =>
    fixed ? `$${columnLetter(column)}$${row}` : cellName(row, column);
  const start = cell(area.row, area.column);
  if (area.rows === 1 && area.columns === 1) return start;
  return `${start}:${cell(area.row + area.rows - 1, area.column + area.columns - 1)}`;
}
