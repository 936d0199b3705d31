// A1 notation as getRange reads it and getA1Notation writes it (reference/oddities.md 26 to 31).
import { columnLetter, columnNumber } from '../../../src/values/a1';
import { Refusal } from '../sheets/refusal';
import type { Area } from '../sheets/state';
import type { RangeInside, Shape } from './kit';

export interface Named {
  /** null where the text names no tab. */
  readonly tabName: string | null;
  readonly area: Area;
  readonly shape: Shape;
}

const PART = /^\$?([A-Za-z]{1,3})?\$?(\d+)?$/;

/** Throws "Range not found" for what cannot be read. Open ends reach to the tab's edges. */
export function parseA1(
  text: string,
  size: (tabName: string | null) => { maxRows: number; maxColumns: number },
): Named {
  const m = /^(?:'((?:[^']|'')*)'!|([^!]*)!)?(.+)$/.exec(text);
  const tabName = m?.[1]?.replace(/''/g, "'") ?? (m?.[2] === '' ? null : (m?.[2] ?? null));
  const [first = '', second, ...more] = (m?.[3] ?? '').split(':');
  const a = PART.exec(first);
  const b = second === undefined ? a : PART.exec(second);
  if (!a || !b || first === '' || second === '' || more.length > 0) throw new Refusal('Range not found');
  const { maxRows, maxColumns } = size(tabName);
  const columns = [a[1], b[1]].map((part) => (part === undefined ? null : columnNumber(part)));
  const rows = [a[2], b[2]].map((part) => (part === undefined ? null : Number(part)));
  if (second === undefined && (columns[0] === null || rows[0] === null)) throw new Refusal('Range not found');
  if (rows.includes(0)) throw new Refusal('Range not found');
  const span = ([from, to]: (number | null | undefined)[], last: number): [number, number] =>
    from == null && to == null
      ? [1, last]
      : [Math.min(from ?? 1, to ?? from ?? 1), to == null || from == null ? last : Math.max(from, to)];
  const [top, bottom] = span(rows[0] === null && rows[1] !== null ? [rows[1], null] : rows, maxRows);
  const [left, right] = span(
    columns[0] === null && columns[1] !== null ? [columns[1], null] : columns,
    maxColumns,
  );
  const area = { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  const shape: Shape = columns.every((c) => c === null)
    ? 'rows'
    : rows.every((r) => r === null)
      ? 'columns'
      : 'cells';
  return { tabName, area, shape };
}

export function a1Notation({ area, shape }: RangeInside): string {
  const lastRow = area.row + area.rows - 1;
  const lastColumn = area.column + area.columns - 1;
  if (shape === 'rows') return `${area.row}:${lastRow}`;
  if (shape === 'columns') return `${columnLetter(area.column)}:${columnLetter(lastColumn)}`;
  const start = `${columnLetter(area.column)}${area.row}`;
  return area.rows === 1 && area.columns === 1 ? start : `${start}:${columnLetter(lastColumn)}${lastRow}`;
}
