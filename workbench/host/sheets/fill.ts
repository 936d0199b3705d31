// Formulas of a filled column are one formula with other row numbers. What is found out once for such a formula serves
// all of its rows: shifting, following moved lines, and compiling (engine.ts).
import { followLines, PIECE, pieces, shiftFormula, type LineMove, type Ref } from './formula';

/** Texts, and between them how far below the formula's own row a reference stands. */
export type OpenRows = readonly (string | number)[];

/** The formula's text with its relative rows left open: numbers say how far below `row` the reference stands. */
export function openRows(formula: string, row: number): OpenRows {
  const out: (string | number)[] = [];
  let text = '';
  for (const m of formula.matchAll(PIECE)) {
    const whole = m[0];
    if (m[4] === undefined && m[12] === undefined) {
      text += whole;
      continue;
    }
    const cells = whole.slice(whole.lastIndexOf('!') + 1);
    text += whole.slice(0, whole.length - cells.length);
    for (const part of cells.split(/(?<=[A-Za-z])(?=\d)|(?<=\d)(?=:)/)) {
      if (!/^\d+$/.test(part)) text += part;
      else {
        out.push(text, Number(part) - row);
        text = '';
      }
    }
  }
  out.push(text);
  return out;
}

/** The formula as it reads in this row. */
export function atRow(parts: OpenRows, row: number): string {
  let text = '';
  for (const part of parts) text += typeof part === 'number' ? String(row + part) : part;
  return text;
}

const staysOnSheet = (parts: OpenRows, row: number): boolean =>
  parts.every((part) => typeof part !== 'number' || row + part >= 1);

/** Moves formulas from row to row as copying does; quick where one after the other is the same filled formula. */
export function makeRowShifter(): (formula: string, from: number, to: number) => string {
  let parts: OpenRows = [];
  return (formula, from, to) => {
    if (from === to) return formula;
    if (atRow(parts, from) !== formula) parts = openRows(formula, from);
    return staysOnSheet(parts, to) ? atRow(parts, to) : shiftFormula(formula, to - from, 0);
  };
}

/** `followLines` for the formulas of one column, quick where they are the same filled formula. */
export function makeFollower(
  axis: 'row' | 'column',
  hit: (tab: string | null) => boolean,
  move: LineMove,
): (formula: string, row: number) => string {
  let parts: OpenRows = [];
  let byRows = false;
  let moved: OpenRows | null = null;
  return (formula, row) => {
    if (atRow(parts, row) === formula) {
      if (moved) return atRow(moved, row);
      const rows = byRows
        ? parts.map((part) => (typeof part === 'number' ? move(row + part) : part))
        : [null];
      if (!rows.includes(null)) return rows.join('');
      return followLines(formula, axis, hit, move);
    }
    parts = openRows(formula, row);
    byRows =
      axis === 'row' && pieces(formula).every((piece) => typeof piece === 'string' || isPlain(piece, hit));
    const text = followLines(formula, axis, hit, move);
    moved = axis === 'column' ? openRows(text, row) : null;
    return text;
  };
}

/** True where moving the open row numbers is all that there is to it. */
function isPlain(ref: Ref, hit: (tab: string | null) => boolean): boolean {
  const ends = ref.to ? [ref.from, ref.to] : [ref.from];
  if (!hit(ref.tab)) return ends.every((end) => end.row === null || end.fixedRow);
  const { from } = ref;
  // A range within one row moves as that row does.
  const oneRow = ref.to === null || (ref.to.row === from.row && !ref.to.fixedRow);
  return oneRow && from.row !== null && from.column !== null && !from.fixedRow;
}
