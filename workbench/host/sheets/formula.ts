// References inside a stored formula: finding them, moving them when rows and columns move, following renamed tabs.
import { columnLetter, columnNumber } from '../../../src/values/a1';

export interface CellRef {
  readonly column: number | null;
  readonly row: number | null;
  readonly fixedColumn: boolean;
  readonly fixedRow: boolean;
}

/** `tab` null is the formula's own tab. A single cell has no `to`. A missing row or column is open: A:A, 2:5, A2:A. */
export interface Ref {
  readonly tab: string | null;
  readonly from: CellRef;
  readonly to: CellRef | null;
}

const TAB = String.raw`(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!`;
const CELL = String.raw`(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})`;
/** A text, a reference or any other part of a formula; the groups are read by `pieces` and by fill.ts. */
export const PIECE = new RegExp(
  [
    String.raw`"(?:[^"]|"")*"?`,
    String.raw`#(?:N\/A|DIV\/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|ERROR!)`,
    String.raw`(?:${TAB})?(?:${CELL}(?::(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})?)?|(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?:(\$?)([1-9]\d{0,6}))?|(\$?)([1-9]\d{0,6}):(\$?)([1-9]\d{0,6}))(?![\p{L}\p{N}_.(!])`,
    String.raw`'(?:[^']|'')*'?!?`,
    String.raw`[\p{L}_][\p{L}\p{N}_.]*!?`,
    String.raw`\d+(?:\.\d*)?(?:[eE][+-]?\d+)?`,
    String.raw`[\s\S]`,
  ].join('|'),
  'gu',
);

function cell(
  fixedColumn: string | undefined,
  column: string | undefined,
  fixedRow: string | undefined,
  row: string | undefined,
): CellRef {
  return {
    column: column === undefined ? null : columnNumber(column),
    row: row === undefined ? null : Number(row),
    fixedColumn: fixedColumn === '$',
    fixedRow: fixedRow === '$',
  };
}

/** What was taken to pieces last: the formulas of a file are looked at again with every write. */
const taken = new Map<string, readonly (string | Ref)[]>();
const MOST_TAKEN = 5000;

/** The formula as pieces: text as it stands, or a reference. */
export function pieces(formula: string): readonly (string | Ref)[] {
  const known = taken.get(formula);
  if (known !== undefined) return known;
  if (taken.size >= MOST_TAKEN) taken.clear();
  const found = takeToPieces(formula);
  taken.set(formula, found);
  return found;
}

function takeToPieces(formula: string): (string | Ref)[] {
  const out: (string | Ref)[] = [];
  for (const m of formula.matchAll(PIECE)) {
    const tab = m[1] !== undefined ? m[1].replace(/''/g, "'") : (m[2] ?? null);
    if (m[4] !== undefined) {
      const to = m[8] === undefined ? null : cell(m[7], m[8], m[9], m[10]);
      out.push({ tab, from: cell(m[3], m[4], m[5], m[6]), to });
    } else if (m[12] !== undefined) {
      out.push({ tab, from: cell(m[11], m[12], undefined, undefined), to: cell(m[13], m[14], m[15], m[16]) });
    } else if (m[18] !== undefined) {
      out.push({
        tab,
        from: cell(undefined, undefined, m[17], m[18]),
        to: cell(undefined, undefined, m[19], m[20]),
      });
    } else out.push(m[0]);
  }
  return out;
}

export function refText(ref: Ref): string {
  const one = (c: CellRef) =>
    (c.column === null ? '' : (c.fixedColumn ? '$' : '') + columnLetter(c.column)) +
    (c.row === null ? '' : (c.fixedRow ? '$' : '') + String(c.row));
  const tab = ref.tab === null ? '' : `${quoted(ref.tab)}!`;
  return tab + one(ref.from) + (ref.to ? `:${one(ref.to)}` : '');
}

/** A tab's name as a formula writes it: quotes only where it needs them. */
export function quoted(name: string): string {
  const plain =
    /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) && !/^R\d*C\d*$/i.test(name);
  return plain ? name : `'${name.replace(/'/g, "''")}'`;
}

/** Every reference passed through `change`; null makes it #REF!. The text stays as it was where nothing changed. */
export function mapRefs(formula: string, change: (ref: Ref) => Ref | null): string {
  let changes = 0;
  const out = pieces(formula).map((piece) => {
    if (typeof piece === 'string') return piece;
    const changed = change(piece);
    if (changed !== piece) changes += 1;
    return changed === null ? '#REF!' : refText(changed);
  });
  return changes === 0 ? formula : out.join('');
}

/** As copying or filling does: relative references move by so many rows and columns. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const move = (c: CellRef): CellRef | null => {
    const row = c.row === null || c.fixedRow ? c.row : c.row + rows;
    const column = c.column === null || c.fixedColumn ? c.column : c.column + columns;
    return (row !== null && row < 1) || (column !== null && column < 1) ? null : { ...c, row, column };
  };
  return mapRefs(formula, (ref) => {
    const from = move(ref.from);
    const to = ref.to === null ? null : move(ref.to);
    return from === null || (ref.to !== null && to === null) ? null : { ...ref, from, to };
  });
}

/** Where a line (row or column) that stood at `at` stands now; null where it was deleted. */
export type LineMove = (at: number) => number | null;

/**
 * As inserting, deleting and moving rows or columns of a tab does: references follow. `hit` tells whether a reference
 * points into the tab that changed. A range keeps what is left of it; #REF! where nothing is left.
 */
export function followLines(
  formula: string,
  axis: 'row' | 'column',
  hit: (tab: string | null) => boolean,
  move: LineMove,
): string {
  return mapRefs(formula, (ref) => {
    if (!hit(ref.tab)) return ref;
    const a = ref.from[axis];
    if (ref.to === null) {
      if (a === null) return ref;
      const at = move(a);
      return at === null ? null : at === a ? ref : { ...ref, from: { ...ref.from, [axis]: at } };
    }
    const b = ref.to[axis];
    const span = followSpan(a, b, move);
    if (span === null) return null;
    if (span.a === a && span.b === b) return ref;
    return { ...ref, from: { ...ref.from, [axis]: span.a }, to: { ...ref.to, [axis]: span.b } };
  });
}

/** The ends of a span after a move; deleted ends shrink inwards. Null where every line of it is gone. */
export function followSpan(
  a: number | null,
  b: number | null,
  move: LineMove,
): { a: number | null; b: number | null } | null {
  if (a === null && b === null) return { a, b };
  if (a === null || b === null) {
    const at = a ?? b ?? 0;
    let line = at;
    while (move(line) === null) line += 1;
    return a === null ? { a, b: move(line) } : { a: move(line), b };
  }
  let start = Math.min(a, b);
  let end = Math.max(a, b);
  while (start <= end && move(start) === null) start += 1;
  while (end >= start && move(end) === null) end -= 1;
  if (start > end) return null;
  const first = move(start) ?? start;
  const last = move(end) ?? end;
  return { a: Math.min(first, last), b: Math.max(first, last) };
}

/** As renaming a tab does. */
export function renameInFormula(formula: string, from: string, to: string): string {
  const wanted = from.toLowerCase();
  // Most formulas name no tab at all: only one that holds the name is taken to pieces. A quote in it stands there twice.
  if (!formula.toLowerCase().includes(wanted.replace(/'/g, "''"))) return formula;
  return mapRefs(formula, (ref) => (ref.tab?.toLowerCase() === wanted ? { ...ref, tab: to } : ref));
}

/** False for what Sheets shows as #ERROR!: two values side by side, an operator without its value, a bracket left open. */
export function isWellFormed(formula: string): boolean {
  if (!formula.startsWith('=')) return false;
  const open: string[] = [];
  let wantsValue = true;
  let last = '';
  for (const piece of pieces(formula.slice(1))) {
    const text = typeof piece === 'string' ? piece : 'A1';
    if (text.trim() === '') continue;
    if (text === '(' || text === '{') {
      const called = text === '(' && /^[\p{L}_]/u.test(last);
      if (!wantsValue && !called) return false;
      open.push(text);
      wantsValue = true;
    } else if (text === ')' || text === '}') {
      if (open.pop() !== (text === ')' ? '(' : '{')) return false;
      if (wantsValue && !/^[(,]$/.test(last)) return false;
      wantsValue = false;
    } else if (text === ',' || text === ';') {
      if (open.length === 0) return false;
      wantsValue = true;
    } else if (text === '%') {
      if (wantsValue) return false;
    } else if (/^[-+*/^&=<>:@!]$/.test(text)) {
      const joined = /^[<>]$/.test(last) && /^[=>]$/.test(text);
      if (wantsValue && !joined && !/^[-+@]$/.test(text)) return false;
      wantsValue = true;
    } else {
      if (!wantsValue) return false;
      wantsValue = false;
    }
    last = text;
  }
  return !wantsValue && open.length === 0;
}
