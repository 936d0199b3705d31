// A stored formula → a function that gives its value at any cell. Relative references count from that cell, so one
// compiled formula serves a whole filled column. What this calculator does not know is left to the other one.
import { isWellFormed, pieces, type CellRef, type Ref } from '../formula';
import type { Locale } from '../locale';
import { cellsOf, type Argument, type Compiled, type Place, type Span } from './book';
import { FUNCTIONS } from './functions';
import { RANGE_FUNCTIONS } from './rangeFunctions';
import {
  compareScalars,
  DIV,
  isError,
  isGrid,
  NUM,
  REF,
  toNumber,
  toText,
  Unknown,
  type Scalar,
  type Value,
} from './values';

/** Null where the formula needs the other calculator. The formula was written for row and column. */
export function compile(formula: string, row: number, column: number): Compiled | null {
  if (!isWellFormed(formula)) return () => ({ e: '#ERROR!' });
  try {
    return parse(formula, row, column);
  } catch (unknown) {
    if (unknown instanceof Unknown) return null;
    throw unknown;
  }
}

/** From loosest to tightest; all of them bind from left to right. */
const LEVELS: readonly (readonly string[])[] = [
  ['=', '<>', '<', '>', '<=', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];

function parse(formula: string, row: number, column: number): Compiled {
  const tokens: (string | Ref)[] = [];
  for (const piece of pieces(formula.slice(1))) {
    const last = tokens.at(-1);
    if (typeof piece === 'string' && piece.trim() === '') continue;
    if (typeof piece === 'string' && typeof last === 'string' && ['<=', '>=', '<>'].includes(last + piece))
      tokens[tokens.length - 1] = last + piece;
    else tokens.push(piece);
  }
  let at = 0;
  const peek = () => tokens[at];
  const take = (wanted: string) => {
    if (tokens[at] !== wanted) throw new Unknown();
    at += 1;
  };

  function level(index: number): Argument {
    const operators = LEVELS[index];
    if (!operators) return prefix();
    const start = at;
    let left = level(index + 1);
    for (let token = peek(); typeof token === 'string' && operators.includes(token); token = peek()) {
      at += 1;
      const value = operation(token, left.value, level(index + 1).value);
      left = { value: once(tokens.slice(start, at), value), ref: null };
    }
    return left;
  }

  function prefix(): Argument {
    const token = peek();
    if (token === '-' || token === '+') {
      at += 1;
      const inner = prefix();
      if (token === '+') return inner;
      return { value: operation('-', () => 0, inner.value), ref: null };
    }
    let argument = primary();
    while (peek() === '%') {
      at += 1;
      argument = { value: operation('/', argument.value, () => 100), ref: null };
    }
    return argument;
  }

  function primary(): Argument {
    const token = tokens[at];
    if (token === undefined) throw new Unknown();
    at += 1;
    if (typeof token !== 'string') return reference(token, row, column);
    if (token === '(') {
      const inner = level(0);
      take(')');
      return inner;
    }
    if (token.startsWith('"')) return constant(token.slice(1, -1).replace(/""/g, '"'));
    if (/^\d/.test(token)) return constant(Number(token));
    if (token === '.') {
      const figures = tokens[at];
      at += 1;
      if (typeof figures === 'string' && /^\d+$/.test(figures)) return constant(Number(`0.${figures}`));
    }
    if (token.startsWith('#')) return constant({ e: token });
    if (peek() === '(') return call(token.toUpperCase());
    if (/^(true|false)$/i.test(token)) return constant(token.toUpperCase() === 'TRUE');
    throw new Unknown();
  }

  function call(name: string): Argument {
    const start = at - 1;
    take('(');
    const args: (Argument | null)[] = [];
    while (peek() !== ')') {
      if (peek() === ',') args.push(null);
      else args.push(level(0));
      if (peek() !== ',') break;
      at += 1;
      if (peek() === ')') args.push(null);
    }
    take(')');
    const make = FUNCTIONS[name] ?? RANGE_FUNCTIONS[name];
    if (!make) throw new Unknown();
    return { value: once(tokens.slice(start, at), make(args)), ref: null };
  }

  const whole = level(0);
  if (at < tokens.length) throw new Unknown();
  return whole.value;
}

/** Functions that give something else at another cell, or another time. */
const MOVING = /^(?:row|column|now|today|rand\w*|offset|indirect)$/i;

/** Of a part that looks at lists and is the same wherever it stands, the list is worked out once for the whole file. */
function once(part: readonly (string | Ref)[], value: Compiled): Compiled {
  const looksAtList = part.some((token) => typeof token !== 'string' && token.to !== null);
  const isSame = part.every((token) =>
    typeof token === 'string' ? !MOVING.test(token) : [token.from, token.to].every(standsStill),
  );
  if (!looksAtList || !isSame) return value;
  const text = JSON.stringify(part);
  return (place) => {
    const key = `once ${place.tab} ${place.lists === true} ${text}`;
    const known = place.book.memo.get(key) as Value | undefined;
    if (known !== undefined) return known;
    const found = value(place);
    if (isGrid(found)) place.book.memo.set(key, found);
    return found;
  };
}

const standsStill = (cell: CellRef | null): boolean =>
  cell === null || ((cell.row === null || cell.fixedRow) && (cell.column === null || cell.fixedColumn));

function constant(value: Scalar): Argument {
  return { value: () => value, ref: null };
}

function reference(ref: Ref, row: number, column: number): Argument {
  const line = (cell: CellRef, axis: 'row' | 'column', home: number): ((place: Place) => number) | null => {
    const stands = cell[axis];
    if (stands === null) return null;
    if (axis === 'row' ? cell.fixedRow : cell.fixedColumn) return () => stands;
    const offset = stands - home;
    return axis === 'row' ? (place) => place.row + offset : (place) => place.column + offset;
  };
  const tabOf = (place: Place) => (ref.tab === null ? place.tab : place.book.tabId(ref.tab));
  const top = line(ref.from, 'row', row);
  const left = line(ref.from, 'column', column);
  if (ref.to === null) {
    if (!top || !left) throw new Unknown();
    return {
      value(place) {
        const tab = tabOf(place);
        return tab === null ? REF : place.book.cell(tab, top(place), left(place));
      },
      ref(place) {
        const tab = tabOf(place);
        const [r, c] = [top(place), left(place)];
        return tab === null ? null : { tab, top: r, left: c, bottom: r, right: c };
      },
    };
  }
  const bottom = line(ref.to, 'row', row);
  const right = line(ref.to, 'column', column);
  const span = (place: Place): Span | null => {
    const tab = tabOf(place);
    if (tab === null) return null;
    const size = place.book.size(tab);
    const [a, b] = [top?.(place) ?? 1, bottom?.(place) ?? size.rows];
    const [c, d] = [left?.(place) ?? 1, right?.(place) ?? size.columns];
    return { tab, top: Math.min(a, b), left: Math.min(c, d), bottom: Math.max(a, b), right: Math.max(c, d) };
  };
  return {
    ref: span,
    value(place) {
      const cells = span(place);
      return cells === null ? REF : { grid: cellsOf(cells, place.book) };
    },
  };
}

function operation(operator: string, left: Compiled, right: Compiled): Compiled {
  const apply = OPERATORS[operator];
  if (!apply) throw new Unknown();
  return (place) => {
    const a = left(place);
    const b = right(place);
    if (!isGrid(a) && !isGrid(b)) return apply(a, b, place.book.locale);
    return { grid: broadcast(a, b, (x, y) => apply(x, y, place.book.locale)) };
  };
}

function broadcast(a: Value, b: Value, apply: (x: Scalar, y: Scalar) => Scalar): Scalar[][] {
  const x = isGrid(a) ? a.grid : null;
  const y = isGrid(b) ? b.grid : null;
  const rows = Math.max(x?.length ?? 1, y?.length ?? 1);
  const columns = Math.max(x?.[0]?.length ?? 1, y?.[0]?.length ?? 1);
  const out: Scalar[][] = [];
  for (let r = 0; r < rows; r++) {
    const lineOfX = x?.length === 1 ? x[0] : x?.[r];
    const lineOfY = y?.length === 1 ? y[0] : y?.[r];
    const line: Scalar[] = [];
    for (let c = 0; c < columns; c++) {
      const left = x ? ((lineOfX?.length === 1 ? lineOfX[0] : lineOfX?.[c]) ?? null) : (a as Scalar);
      const right = y ? ((lineOfY?.length === 1 ? lineOfY[0] : lineOfY?.[c]) ?? null) : (b as Scalar);
      line.push(apply(left, right));
    }
    out.push(line);
  }
  return out;
}

type Operator = (a: Scalar, b: Scalar, locale: Locale) => Scalar;

function arithmetic(compute: (a: number, b: number) => number | Scalar): Operator {
  return (a, b, locale) => {
    const x = toNumber(a, locale);
    if (typeof x !== 'number') return x;
    const y = toNumber(b, locale);
    if (typeof y !== 'number') return y;
    const result = compute(x, y);
    return typeof result === 'number' && !Number.isFinite(result) ? NUM : result;
  };
}

function comparison(holds: (order: number) => boolean): Operator {
  return (a, b) => {
    if (isError(a)) return a;
    if (isError(b)) return b;
    return holds(compareScalars(a, b));
  };
}

const OPERATORS: Readonly<Record<string, Operator>> = {
  '+': arithmetic((a, b) => a + b),
  '-': arithmetic((a, b) => a - b),
  '*': arithmetic((a, b) => a * b),
  '/': arithmetic((a, b) => (b === 0 ? DIV : a / b)),
  '^': arithmetic((a, b) => a ** b),
  '=': comparison((order) => order === 0),
  '<>': comparison((order) => order !== 0),
  '<': comparison((order) => order < 0),
  '>': comparison((order) => order > 0),
  '<=': comparison((order) => order <= 0),
  '>=': comparison((order) => order >= 0),
  '&': (a, b, locale) => {
    const x = toText(a, locale);
    if (typeof x !== 'string') return x;
    const y = toText(b, locale);
    return typeof y === 'string' ? x + y : y;
  },
};
