// Functions of single values: conditions, questions about a value, numbers, texts, dates.
import { serialOf, wallClock } from '../serial';
import type { ErrorCell } from '../state';
import type { Argument, Compiled, Place } from './book';
import {
  DIV,
  isError,
  isGrid,
  NOT_AVAILABLE,
  NUM,
  toNumber,
  toText,
  toTruth,
  Unknown,
  VALUE,
  type Scalar,
  type Value,
} from './values';

export type Make = (args: readonly (Argument | null)[]) => Compiled;

/** One value where one is needed; a range there is left to the other calculator. */
function single(value: Value): Scalar {
  if (isGrid(value)) throw new Unknown();
  return value;
}

const at = (args: readonly (Argument | null)[], index: number, place: Place): Scalar => {
  const argument = args[index];
  return argument ? single(argument.value(place)) : null;
};

function counted(least: number, most: number, make: Make): Make {
  return (args) => {
    if (args.length < least || args.length > most) throw new Unknown();
    return make(args);
  };
}

interface Given {
  /** The text at this place; '' where none was given. */
  readonly t: (index: number) => string;
  /** The number at this place, or what stands for it where none was given. */
  readonly n: (index: number, otherwise?: number) => number;
  readonly place: Place;
}

/** A function of texts and numbers: each argument is turned into what its letter says (t, n), errors pass through. */
function plain(kinds: string, least: number, compute: (given: Given) => Scalar): Make {
  const once = (count: number, valueAt: (index: number) => Scalar, place: Place): Scalar => {
    const texts: string[] = [];
    const numbers: number[] = [];
    for (let i = 0; i < count; i++) {
      const value = valueAt(i);
      const turned = kinds[i] === 't' ? toText(value, place.book.locale) : toNumber(value, place.book.locale);
      if (typeof turned === 'string') texts[i] = turned;
      else if (typeof turned === 'number') numbers[i] = turned;
      else return turned;
    }
    return compute({ t: (i) => texts[i] ?? '', n: (i, otherwise = 0) => numbers[i] ?? otherwise, place });
  };
  return counted(least, kinds.length, (args) => (place) => {
    if (place.lists !== true) return once(args.length, (i) => at(args, i, place), place);
    const values = args.map((argument) => argument?.value(place) ?? null);
    const lists = values.filter(isGrid);
    // Ranges beside each other in one function are left to the other calculator.
    if (lists.length > 1) throw new Unknown();
    const over = (cell: Scalar): Scalar =>
      once(
        values.length,
        (i) => {
          const value = values[i] ?? null;
          return isGrid(value) ? cell : value;
        },
        place,
      );
    const [list] = lists;
    return list === undefined ? over(null) : { grid: list.grid.map((line) => line.map(over)) };
  });
}

const ask = (question: (value: Scalar) => boolean): Make =>
  counted(1, 1, (args) => (place) => {
    const value = place.lists === true ? (args[0]?.value(place) ?? null) : at(args, 0, place);
    return isGrid(value) ? { grid: value.grid.map((line) => line.map(question)) } : question(value);
  });

const number = (compute: (a: number, b: number) => number | ErrorCell, count = 1): Make =>
  plain('n'.repeat(count), count, ({ n }) => {
    const result = compute(n(0), n(1));
    return typeof result === 'number' && !Number.isFinite(result) ? NUM : result;
  });

const text = (compute: (given: string) => string): Make => plain('t', 1, ({ t }) => compute(t(0)));

const position = (found: number): Scalar => (found < 0 ? VALUE : found + 1);

function search(needle: string, hay: string, from: number): Scalar {
  if (from < 1 || from > hay.length + 1) return VALUE;
  if (!/[*?~]/.test(needle)) return position(hay.toLowerCase().indexOf(needle.toLowerCase(), from - 1));
  const source = needle.replace(
    /~([*?~])|([*?])|[.+^${}()|[\]\\/-]/g,
    (whole: string, plainMark?: string, wild?: string) =>
      plainMark !== undefined
        ? `\\${plainMark}`
        : wild === undefined
          ? `\\${whole}`
          : wild === '*'
            ? '[\\s\\S]*?'
            : '[\\s\\S]',
  );
  const m = new RegExp(source, 'i').exec(hay.slice(from - 1));
  return m ? from + m.index : VALUE;
}

function substitute(whole: string, old: string, fresh: string, which: number): Scalar {
  if (old === '') return whole;
  if (which < 1) return whole.split(old).join(fresh);
  let start = -1;
  for (let n = 0; n < which; n++) {
    start = whole.indexOf(old, start + 1);
    if (start < 0) return whole;
  }
  return whole.slice(0, start) + fresh + whole.slice(start + old.length);
}

function dateOf(year: number, month: number, day: number): Scalar {
  const full = Math.trunc(year) < 1900 ? Math.trunc(year) + 1900 : Math.trunc(year);
  const months = Math.trunc(month) - 1;
  const first = serialOf(full + Math.floor(months / 12), (((months % 12) + 12) % 12) + 1, 1);
  return first === null ? NUM : first + Math.trunc(day) - 1;
}

function roundTo(value: number, places: number): number {
  const factor = 10 ** Math.trunc(places);
  return (Math.sign(value) * Math.round(Math.abs(value) * factor + Number.EPSILON)) / factor;
}

export const FUNCTIONS: Readonly<Record<string, Make>> = {
  IF: counted(2, 3, (args) => (place) => {
    const truth = toTruth(at(args, 0, place));
    if (typeof truth !== 'boolean') return truth;
    if (truth) return args[1] ? args[1].value(place) : null;
    return args.length < 3 ? false : (args[2]?.value(place) ?? null);
  }),
  IFS: (args) => (place) => {
    for (let i = 0; i + 1 < args.length; i += 2) {
      const truth = toTruth(at(args, i, place));
      if (typeof truth !== 'boolean') return truth;
      if (truth) return at(args, i + 1, place);
    }
    return NOT_AVAILABLE;
  },
  SWITCH: (args) => (place) => {
    const given = at(args, 0, place);
    if (isError(given)) return given;
    let i = 1;
    for (; i + 1 < args.length; i += 2) {
      const candidate = at(args, i, place);
      if (
        typeof candidate === 'string' && typeof given === 'string'
          ? candidate.toLowerCase() === given.toLowerCase()
          : candidate === given
      )
        return at(args, i + 1, place);
    }
    return i < args.length ? at(args, i, place) : NOT_AVAILABLE;
  },
  CHOOSE: (args) => (place) => {
    const which = toNumber(at(args, 0, place), place.book.locale);
    if (typeof which !== 'number') return which;
    const index = Math.trunc(which);
    return index < 1 || index >= args.length ? NUM : at(args, index, place);
  },
  IFERROR: counted(1, 2, (args) => (place) => {
    const list = place.lists === true ? (args[0]?.value(place) ?? null) : null;
    if (isGrid(list)) {
      const instead = at(args, 1, place);
      return { grid: list.grid.map((line) => line.map((cell) => (isError(cell) ? instead : cell))) };
    }
    const value = at(args, 0, place);
    return isError(value) ? at(args, 1, place) : value;
  }),
  IFNA: counted(2, 2, (args) => (place) => {
    const value = at(args, 0, place);
    return isError(value) && value.e === '#N/A' ? at(args, 1, place) : value;
  }),
  NOT: counted(1, 1, (args) => (place) => {
    const truth = toTruth(at(args, 0, place));
    return typeof truth === 'boolean' ? !truth : truth;
  }),
  TRUE: counted(0, 0, () => () => true),
  FALSE: counted(0, 0, () => () => false),
  NA: counted(0, 0, () => () => NOT_AVAILABLE),
  ISNUMBER: ask((value) => typeof value === 'number'),
  ISTEXT: ask((value) => typeof value === 'string'),
  ISBLANK: ask((value) => value === null),
  ISLOGICAL: ask((value) => typeof value === 'boolean'),
  ISERROR: ask((value) => isError(value)),
  ISNA: ask((value) => isError(value) && value.e === '#N/A'),
  TODAY: counted(0, 0, () => (place) => place.book.today),
  NOW: counted(0, 0, () => (place) => place.book.now),
  INT: number((n) => Math.floor(n)),
  ABS: number((n) => Math.abs(n)),
  EXP: number((n) => Math.exp(n)),
  LN: number((n) => (n <= 0 ? NUM : Math.log(n))),
  MOD: number((n, by) => (by === 0 ? DIV : n - by * Math.floor(n / by)), 2),
  ROUND: plain('nn', 1, ({ n }) => roundTo(n(0), n(1))),
  N: counted(1, 1, (args) => (place) => {
    const value = at(args, 0, place);
    return typeof value === 'number' || isError(value) ? value : value === true ? 1 : 0;
  }),
  T: counted(1, 1, (args) => (place) => {
    const value = at(args, 0, place);
    return typeof value === 'string' || isError(value) ? value : '';
  }),
  LEN: plain('t', 1, ({ t }) => t(0).length),
  TRIM: text((given) => given.replace(/^ +| +$/g, '').replace(/ {2,}/g, ' ')),
  LOWER: text((given) => given.toLowerCase()),
  UPPER: text((given) => given.toUpperCase()),
  LEFT: plain('tn', 1, ({ t, n }) => (n(1, 1) < 0 ? VALUE : t(0).slice(0, Math.trunc(n(1, 1))))),
  RIGHT: plain('tn', 1, ({ t, n }) =>
    n(1, 1) < 0 ? VALUE : t(0).slice(Math.max(0, t(0).length - Math.trunc(n(1, 1)))),
  ),
  MID: plain('tnn', 3, ({ t, n }) => {
    const start = Math.trunc(n(1)) - 1;
    return start < 0 || n(2) < 0 ? VALUE : t(0).slice(start, start + Math.trunc(n(2)));
  }),
  FIND: plain('ttn', 2, ({ t, n }) => (n(2, 1) < 1 ? VALUE : position(t(1).indexOf(t(0), n(2, 1) - 1)))),
  SEARCH: plain('ttn', 2, ({ t, n }) => search(t(0), t(1), n(2, 1))),
  SUBSTITUTE: plain('tttn', 3, ({ t, n }) => substitute(t(0), t(1), t(2), n(3))),
  CHAR: plain('n', 1, ({ n }) =>
    n(0) >= 1 && n(0) < 0x110000 ? String.fromCodePoint(Math.trunc(n(0))) : NUM,
  ),
  EXACT: plain('tt', 2, ({ t }) => t(0) === t(1)),
  DATE: plain('nnn', 3, ({ n }) => dateOf(n(0), n(1), n(2))),
  YEAR: number((serial) => wallClock(serial).year),
  MONTH: number((serial) => wallClock(serial).month),
  DAY: number((serial) => wallClock(serial).day),
  ROW: counted(0, 1, (args) => (place) => {
    if (!args[0]) return place.row;
    const span = args[0].ref?.(place);
    if (!span) return VALUE;
    if (place.lists !== true || span.top === span.bottom) return span.top;
    const last = Math.min(span.bottom, place.book.size(span.tab).rows);
    return { grid: Array.from({ length: Math.max(0, last - span.top + 1) }, (_, i) => [span.top + i]) };
  }),
  COLUMN: counted(
    0,
    1,
    (args) => (place) => (args[0] ? (args[0].ref?.(place)?.left ?? VALUE) : place.column),
  ),
  HYPERLINK: counted(1, 2, (args) => (place) => at(args, args.length - 1, place)),
};
