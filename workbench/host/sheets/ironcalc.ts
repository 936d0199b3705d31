// The other calculator, @ironcalc/wasm, for formulas that calc/ does not know: the only file that knows it. It is a
// follower: handed a workbook state, it compares it row by row with the one it saw last and takes over what differs,
// and of that only the formulas it is needed for and the columns that they read.
import { initSync, Model } from '@ironcalc/wasm';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Scalar } from './calc/values';
import { isWellFormed, pieces, refText, type Ref } from './formula';
import {
  isErrorValue,
  isFormula,
  type FormulaCell,
  type RowState,
  type Stored,
  type TabState,
  type WorkbookState,
} from './state';

export interface OtherCalculator {
  /** The result of the formula that stands at this cell (1-based). `now` is the wall clock as a serial. */
  result(state: WorkbookState, tab: TabState, row: number, column: number, now: number): Scalar;
  /** The results of formulas read as if they stood on this tab. */
  scratch(state: WorkbookState, tab: TabState, formulas: readonly string[], now: number): Scalar[];
}

/** Tells a formula that only this calculator knows. */
export type IsForeign = (cell: FormulaCell, row: number, column: number) => boolean;

const CLOCK = 'zclock';
const SCRATCH = 'zscratch';
/** Shows 15 digits, so a result can be read from its text; there is no typed getter. */
const PRECISE = '0.00000000000000E+00';
const PRECISE_TEXT = /^-?\d\.\d{14}E[+-]\d+$/;
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

let started = false;

function start(): void {
  if (started) return;
  initSync({ module: readFileSync(engineFile()) });
  started = true;
}

/** Searched by path: bundled forms of this file have no import.meta.url, and a test runner has its own module resolution. */
function engineFile(): string {
  for (const start of [process.cwd(), dirname(resolve(process.argv[1] ?? '.'))]) {
    for (let folder = start; ; folder = dirname(folder)) {
      const file = join(folder, 'node_modules/@ironcalc/wasm/wasm_bg.wasm');
      if (existsSync(file)) return file;
      if (folder === dirname(folder)) break;
    }
  }
  throw new Error('The package @ironcalc/wasm is not installed: run npm ci');
}

interface Followed {
  readonly sheet: number;
  rows: readonly RowState[];
  /** Columns that some formula reads: column → true. */
  readonly read: Set<number>;
  /** Formulas asked for that did not look foreign: row * WIDTH + column. */
  readonly asked: Set<number>;
}

export function makeOtherCalculator(isForeign: IsForeign): OtherCalculator {
  let model: Model | null = null;
  let tabs = new Map<number, Followed>();
  let names = new Map<string, number>();
  let missing = new Set<string>();
  let seen: WorkbookState | null = null;
  let seenNow = NaN;
  let stale = false;
  const cache = new Map<string, Scalar>();

  function reset(): Model {
    start();
    model?.free();
    model = new Model('workbook', 'en', 'UTC', 'en');
    model.pauseEvaluation();
    model.renameSheet(0, CLOCK);
    model.newSheet();
    model.renameSheet(1, SCRATCH);
    tabs = new Map();
    names = new Map();
    missing = new Set();
    seenNow = NaN;
    return model;
  }

  function follow(state: WorkbookState, now: number): Model {
    let engine = model ?? reset();
    if (seen !== state) {
      if (namesChanged(state)) engine = reset();
      for (const tab of state.tabs) {
        names.set(tab.name.toLowerCase(), tab.id);
        if (tabs.has(tab.id)) continue;
        const sheet = tabs.size + 2;
        engine.newSheet();
        engine.renameSheet(sheet, `t${tab.id}`);
        tabs.set(tab.id, { sheet, rows: [], read: new Set(), asked: new Set() });
      }
      for (const tab of state.tabs) takeOver(engine, state, tab);
      seen = state;
      stale = true;
    }
    if (seenNow !== now) {
      engine.setUserInput(0, 1, 1, String(Math.floor(now)));
      engine.setUserInput(0, 2, 1, String(now));
      seenNow = now;
      stale = true;
    }
    if (stale) {
      engine.evaluate();
      engine.flushSendQueue();
      cache.clear();
      stale = false;
    }
    return engine;
  }

  /** True where a name that formulas use stands for another tab now. */
  function namesChanged(state: WorkbookState): boolean {
    const current = new Map(state.tabs.map((tab) => [tab.name.toLowerCase(), tab.id]));
    for (const [name, id] of names) if (current.get(name) !== id) return true;
    for (const name of missing) if (current.has(name)) return true;
    return false;
  }

  function takeOver(engine: Model, state: WorkbookState, tab: TabState): void {
    const followed = tabs.get(tab.id);
    if (!followed || followed.rows === tab.rows) return;
    const before = followed.rows;
    const length = Math.max(before.length, tab.rows.length);
    followed.rows = tab.rows;
    for (let index = 0; index < length; index++) {
      const old = before[index]?.values;
      const fresh = tab.rows[index]?.values;
      if (old === fresh) continue;
      const width = Math.max(old?.length ?? 0, fresh?.length ?? 0);
      for (let c = 0; c < width; c++) {
        const value = fresh?.[c] ?? null;
        const was = old?.[c] ?? null;
        if (value === was || (isFormula(value) && isFormula(was) && value.f === was.f)) continue;
        const read = followed.read.has(c + 1);
        const needed =
          isFormula(value) &&
          (read || followed.asked.has(placeKey(index + 1, c + 1)) || isForeign(value, index + 1, c + 1));
        if (needed) putFormula(engine, state, tab, index + 1, c + 1, value.f);
        else if (isFormula(was) || (read && !isFormula(value)))
          put(engine, followed, index + 1, c + 1, value);
      }
    }
  }

  function put(engine: Model, followed: Followed, row: number, column: number, value: Stored): void {
    if (value === null || isFormula(value)) {
      engine.rangeClearContents(followed.sheet, row, column, row, column);
    } else {
      const text = isErrorValue(value)
        ? value.e
        : typeof value === 'string'
          ? `'${value}`
          : String(value).toUpperCase();
      engine.setUserInput(followed.sheet, row, column, text);
    }
  }

  function putFormula(
    engine: Model,
    state: WorkbookState,
    tab: TabState,
    row: number,
    column: number,
    formula: string,
  ) {
    const followed = tabs.get(tab.id);
    if (!followed) return;
    engine.setUserInput(followed.sheet, row, column, translate(engine, state, tab, formula));
  }

  /** The formula with tabs by id, the clock in place of TODAY and NOW, and open ranges closed; loads what it reads. */
  function translate(engine: Model, state: WorkbookState, tab: TabState, formula: string): string {
    if (formula.startsWith('=#ERROR!') || !isWellFormed(formula)) return '=(';
    const out = pieces(formula).map((piece) => {
      if (typeof piece === 'string') return piece;
      const id = piece.tab === null ? tab.id : names.get(piece.tab.toLowerCase());
      const target = id === undefined ? undefined : state.tabs.find((other) => other.id === id);
      if (!target) {
        if (piece.tab !== null) missing.add(piece.tab.toLowerCase());
        return '#REF!';
      }
      const closed = close(piece, target);
      load(engine, state, target, closed);
      return refText({ ...closed, tab: `t${target.id}` });
    });
    for (let i = 0; i + 2 < out.length; i++) {
      const name = out[i]?.toUpperCase();
      if ((name !== 'TODAY' && name !== 'NOW') || out[i + 1] !== '(') continue;
      const end = out.indexOf(')', i);
      if (out.slice(i + 2, end).some((piece) => piece.trim() !== '')) continue;
      out.splice(i, end - i + 1, `${CLOCK}!$A$${name === 'TODAY' ? 1 : 2}`);
    }
    return out.join('');
  }

  /** The columns of a reference, handed to the engine where it does not have them yet. */
  function load(engine: Model, state: WorkbookState, target: TabState, ref: Ref): void {
    const followed = tabs.get(target.id);
    if (!followed) return;
    const a = ref.from.column ?? 1;
    const b = (ref.to ?? ref.from).column ?? a;
    for (let column = Math.min(a, b); column <= Math.min(Math.max(a, b), target.maxColumns); column++) {
      if (followed.read.has(column)) continue;
      followed.read.add(column);
      followed.rows.forEach((row, index) => {
        const value = row.values[column - 1] ?? null;
        if (isFormula(value)) putFormula(engine, state, target, index + 1, column, value.f);
        else if (value !== null) put(engine, followed, index + 1, column, value);
      });
    }
  }

  function read(engine: Model, sheet: number, row: number, column: number): Scalar {
    const type = engine.getCellType(sheet, row, column);
    let text = engine.getFormattedCellValue(sheet, row, column);
    if (type === 2) return text;
    if (type === 4) return text === 'TRUE';
    if (type === 16) return { e: sheetsError(text) };
    if (type !== 1) return text === '' ? null : text;
    if (!PRECISE_TEXT.test(text)) {
      engine.updateRangeStyle({ sheet, row, column, width: 1, height: 1 }, 'num_fmt', PRECISE);
      text = engine.getFormattedCellValue(sheet, row, column);
    }
    return Number(text);
  }

  return {
    result(state, tab, row, column, now) {
      let engine = follow(state, now);
      const key = `${tab.id} ${row} ${column}`;
      const known = cache.get(key);
      if (known !== undefined) return known;
      const followed = tabs.get(tab.id);
      const stored = tab.rows[row - 1]?.values[column - 1];
      if (!followed || !isFormula(stored)) return null;
      const held = followed.read.has(column) || isForeign(stored, row, column);
      if (!held && !followed.asked.has(placeKey(row, column))) {
        followed.asked.add(placeKey(row, column));
        putFormula(engine, state, tab, row, column, stored.f);
        stale = true;
        engine = follow(state, now);
      }
      const value = read(engine, followed.sheet, row, column);
      cache.set(key, value);
      return value;
    },
    scratch(state, tab, formulas, now) {
      if (formulas.length === 0) return [];
      const engine = follow(state, now);
      const rows = 1000;
      formulas.forEach((formula, i) => {
        engine.setUserInput(
          1,
          1 + (i % rows),
          1 + Math.floor(i / rows),
          translate(engine, state, tab, formula),
        );
      });
      engine.evaluate();
      const results = formulas.map((_, i) => read(engine, 1, 1 + (i % rows), 1 + Math.floor(i / rows)));
      engine.rangeClearAll(1, 1, 1, Math.min(rows, formulas.length), Math.ceil(formulas.length / rows));
      engine.flushSendQueue();
      return results;
    },
  };
}

const placeKey = (row: number, column: number): number => row * 20_000 + column;

function close(ref: Ref, target: TabState): Ref {
  if (!ref.to) return ref;
  const lastRow = Math.min(target.maxRows, LAST_ROW);
  const lastColumn = Math.min(target.maxColumns, LAST_COLUMN);
  const from = { ...ref.from, row: ref.from.row ?? 1, column: ref.from.column ?? 1 };
  const to = { ...ref.to, row: ref.to.row ?? lastRow, column: ref.to.column ?? lastColumn };
  return { ...ref, from, to };
}

function sheetsError(text: string): string {
  if (text === '#CIRC!' || text === '#SPILL!') return '#REF!';
  if (text === '#N/IMPL') return '#NAME?';
  return text === '#CALC!' ? '#N/A' : text;
}
