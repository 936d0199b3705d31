// Functions that look at many cells: sums, counts, conditions over lists, lookups.
import { cellsOf, type Argument, type Place, type Span } from './book';
import type { Make } from './functions';
import {
  compareScalars,
  DIV,
  isError,
  isGrid,
  NOT_AVAILABLE,
  REF,
  toNumber,
  toText,
  toTruth,
  Unknown,
  VALUE,
  wildcard,
  type Scalar,
} from './values';

/** The single values of all arguments; `cell` tells those that come from the sheet, where texts are passed over. */
function* items(
  args: readonly (Argument | null)[],
  place: Place,
): Generator<{ value: Scalar; cell: boolean }> {
  for (const argument of args) {
    if (!argument) {
      yield { value: null, cell: false };
      continue;
    }
    const value = argument.value(place);
    if (!isGrid(value)) {
      yield { value, cell: argument.ref !== null };
      continue;
    }
    for (const line of value.grid) for (const cell of line) yield { value: cell, cell: true };
  }
}

/** Sums, least and greatest: numbers of cells, and everything that was written into the formula itself. */
function overNumbers(finish: (numbers: readonly number[]) => Scalar): Make {
  return (args) => (place) => {
    const numbers: number[] = [];
    for (const { value, cell } of items(args, place)) {
      if (typeof value === 'number') numbers.push(value);
      else if (isError(value)) return value;
      else if (!cell) {
        const turned = toNumber(value, place.book.locale);
        if (typeof turned !== 'number') return turned;
        numbers.push(turned);
      }
    }
    return finish(numbers);
  };
}

function overTruths(start: boolean): Make {
  return (args) => (place) => {
    let result = start;
    let any = false;
    for (const { value, cell } of items(args, place)) {
      if (cell && (value === null || typeof value === 'string')) continue;
      const truth = toTruth(value);
      if (typeof truth !== 'boolean') return truth;
      any = true;
      result = start ? result && truth : result || truth;
    }
    return any ? result : VALUE;
  };
}

function counting(counts: (value: Scalar, cell: boolean, place: Place) => boolean): Make {
  return (args) => (place) => {
    let count = 0;
    for (const { value, cell } of items(args, place)) if (counts(value, cell, place)) count += 1;
    return count;
  };
}

const isEmpty = (value: Scalar): boolean => value === null || value === '';

function spanOf(argument: Argument | null | undefined, place: Place): Span | null {
  if (!argument?.ref) throw new Unknown();
  return argument.ref(place);
}

/** A criterion such as ">3", "<>", "a*" or a value, as a test. */
function criterion(given: Scalar, place: Place): (value: Scalar) => boolean {
  const { locale } = place.book;
  if (typeof given !== 'string') {
    if (given === null) return (value) => value === 0;
    return (value) =>
      !isError(value) && !isError(given) && value !== null && compareScalars(value, given) === 0;
  }
  const [, operator = '=', rest = ''] = /^(<=|>=|<>|[<>=])?([\s\S]*)$/.exec(given) ?? [];
  const number = rest === '' ? null : toNumber(rest, locale);
  if (operator === '=' || operator === '<>') {
    const wanted = operator === '=';
    if (rest === '') return (value) => isEmpty(value) === (given !== '' ? wanted : true);
    const pattern = wildcard(rest);
    return (value) => {
      const same =
        typeof number === 'number' && typeof value === 'number'
          ? value === number
          : typeof value === 'string'
            ? pattern.test(value)
            : typeof value === 'boolean' && String(value).toUpperCase() === rest.toUpperCase();
      return same === wanted;
    };
  }
  const holds = (order: number) =>
    operator === '<' ? order < 0 : operator === '>' ? order > 0 : operator === '<=' ? order <= 0 : order >= 0;
  if (typeof number === 'number') return (value) => typeof value === 'number' && holds(value - number);
  return (value) => typeof value === 'string' && holds(compareScalars(value, rest));
}

/** Which cells (row by row) meet all pairs of range and criterion; null where sizes differ. */
function matches(pairs: readonly (Argument | null)[], place: Place): boolean[] | null {
  let kept: boolean[] | null = null;
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    const span = spanOf(pairs[i], place);
    if (!span) return null;
    const given = pairs[i + 1]?.value(place) ?? null;
    if (isGrid(given)) throw new Unknown();
    const test = criterion(given, place);
    const found: boolean[] = cellsOf(span, place.book).flat().map(test);
    if (kept && kept.length !== found.length) return null;
    kept = kept ? kept.map((before, index) => before && found[index] === true) : found;
  }
  return kept;
}

const countMatching: Make = (args) => {
  if (args.length < 2 || args.length % 2 !== 0) throw new Unknown();
  return (place) => matches(args, place)?.filter(Boolean).length ?? VALUE;
};

function addMatching(
  pairs: readonly (Argument | null)[],
  sum: Argument | null | undefined,
): ReturnType<Make> {
  return (place) => {
    const kept = matches(pairs, place);
    const span = spanOf(sum, place);
    if (!kept || !span) return VALUE;
    const cells = cellsOf(span, place.book).flat();
    return kept.reduce((total, keep, index) => {
      const value = cells[index];
      return keep && typeof value === 'number' ? total + value : total;
    }, 0);
  };
}

/** Place of a value in a list of cells, -1 where it is not there; the list is indexed once for all formulas. */
function placeIn(span: Span, wanted: Scalar, place: Place): number {
  const key = `index ${span.tab} ${span.top} ${span.left} ${span.bottom} ${span.right}`;
  let index = place.book.memo.get(key) as { at: Map<string, number>; cells: readonly Scalar[] } | undefined;
  if (!index) {
    const cells = cellsOf(span, place.book).flat();
    const at = new Map<string, number>();
    cells.forEach((cell, i) => {
      const name = keyOf(cell);
      if (name !== null && !at.has(name)) at.set(name, i);
    });
    index = { at, cells };
    place.book.memo.set(key, index);
  }
  if (typeof wanted === 'string' && /[*?~]/.test(wanted)) {
    const pattern = wildcard(wanted);
    return index.cells.findIndex((cell) => typeof cell === 'string' && pattern.test(cell));
  }
  const name = keyOf(wanted ?? 0);
  return name === null ? -1 : (index.at.get(name) ?? -1);
}

function keyOf(value: Scalar): string | null {
  if (value === null || isError(value)) return null;
  return typeof value === 'string' ? `t${value.toLowerCase()}` : `${typeof value} ${String(value)}`;
}

function single(argument: Argument | null | undefined, place: Place): Scalar {
  const value = argument ? argument.value(place) : null;
  if (isGrid(value)) throw new Unknown();
  return value;
}

const isFalse = (value: Scalar): boolean => value === false || value === 0;

export const RANGE_FUNCTIONS: Readonly<Record<string, Make>> = {
  AND: overTruths(true),
  OR: overTruths(false),
  SUM: overNumbers((numbers) => numbers.reduce((sum, n) => sum + n, 0)),
  MAX: overNumbers((numbers) => numbers.reduce((most, n) => Math.max(most, n), numbers[0] ?? 0)),
  MIN: overNumbers((numbers) => numbers.reduce((least, n) => Math.min(least, n), numbers[0] ?? 0)),
  AVERAGE: overNumbers((numbers) =>
    numbers.length === 0 ? DIV : numbers.reduce((sum, n) => sum + n, 0) / numbers.length,
  ),
  COUNT: counting((value, cell, place) =>
    cell
      ? typeof value === 'number'
      : value !== null && !isError(value) && typeof toNumber(value, place.book.locale) === 'number',
  ),
  COUNTA: counting((value, cell) => !cell || value !== null),
  COUNTBLANK: counting((value) => isEmpty(value)),
  COUNTIF: countMatching,
  COUNTIFS: countMatching,
  SUMIF: (args) => addMatching(args.slice(0, 2), args[2] ?? args[0]),
  SUMIFS: (args) => addMatching(args.slice(1), args[0]),
  SUMPRODUCT: (args) => (outer) => {
    const place = { ...outer, lists: true };
    const lists = args.map((argument) => {
      const value = argument?.value(place) ?? null;
      return isGrid(value) ? value.grid.flat() : [value];
    });
    const length = lists[0]?.length ?? 0;
    if (lists.some((list) => list.length !== length)) return VALUE;
    let sum = 0;
    for (let i = 0; i < length; i++) {
      let product = 1;
      for (const list of lists) {
        const value = list[i] ?? null;
        if (isError(value)) return value;
        product *= typeof value === 'number' ? value : lists.length === 1 && value === true ? 1 : 0;
      }
      sum += product;
    }
    return sum;
  },
  CONCATENATE: (args) => (place) => {
    let whole = '';
    for (const { value } of items(args, place)) {
      const text = toText(value, place.book.locale);
      if (typeof text !== 'string') return text;
      whole += text;
    }
    return whole;
  },
  VLOOKUP: (args) => {
    if (args.length !== 4) throw new Unknown();
    return (place) => {
      if (!isFalse(single(args[3], place))) throw new Unknown();
      const wanted = single(args[0], place);
      const span = spanOf(args[1], place);
      const index = toNumber(single(args[2], place), place.book.locale);
      if (isError(wanted)) return wanted;
      if (typeof index !== 'number') return index;
      if (!span || index < 1 || span.left + index - 1 > span.right) return span ? VALUE : REF;
      const found = placeIn({ ...span, right: span.left }, wanted, place);
      if (found < 0) return NOT_AVAILABLE;
      return place.book.cell(span.tab, span.top + found, span.left + Math.trunc(index) - 1);
    };
  },
  MATCH: (args) => {
    if (args.length !== 3) throw new Unknown();
    return (place) => {
      if (!isFalse(single(args[2], place))) throw new Unknown();
      const wanted = single(args[0], place);
      const span = spanOf(args[1], place);
      if (isError(wanted)) return wanted;
      if (!span) return REF;
      if (span.top !== span.bottom && span.left !== span.right) return NOT_AVAILABLE;
      const found = placeIn(span, wanted, place);
      return found < 0 ? NOT_AVAILABLE : found + 1;
    };
  },
  INDEX: (args) => (place) => {
    const span = spanOf(args[0], place);
    if (!span) return REF;
    const figures = [1, 2].map((i) => toNumber(single(args[i], place), place.book.locale));
    let [row, column] = figures;
    if (typeof row !== 'number') return row ?? VALUE;
    if (typeof column !== 'number') return column ?? VALUE;
    if (args.length === 2 && span.top === span.bottom) [row, column] = [1, row];
    if (args.length === 2 && span.left === span.right) column = 1;
    if (row < 1 || column < 1) throw new Unknown();
    const cell = { row: span.top + Math.trunc(row) - 1, column: span.left + Math.trunc(column) - 1 };
    if (cell.row > span.bottom || cell.column > span.right) return REF;
    return place.book.cell(span.tab, cell.row, cell.column);
  },
};
