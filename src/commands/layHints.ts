// Lays the formulas of the hints into rows of a shortlist that lack them. Everybody types in that tab meanwhile: it is
// looked at just before each write, nothing that stands in a cell is written over, and what was shifted is put back.
import { isBlank, isErrorCell, sameCell, type Cell, type Grid } from '../values/cell';
import type { Table } from '../values/table';
import { asOurText } from '../values/writtenText';
import { hintFormulas } from '../meetings/hintFormulas';
import { HELPER_COLUMNS, HINT, HINT_WORDS, readShortlist, type Shortlist } from '../meetings/shortlist';
import { HINT_ROWS } from '../meetings/shape';
import type { Campaign } from './campaign';

/** The columns of formulas, side by side in the tab as we make it. */
const FORMULAS = [HINT, ...HELPER_COLUMNS] as const;

/** More gaps than this are left to the next time. */
const MOST_RUNS = 4;

export interface LaidHints {
  /** Rows that got hints and had none. */
  readonly rows: number;
  /** Why rows have none, a sentence; '' where all have. */
  readonly why: string;
}

/** At most two reads and one write for each gap, and one read of the formulas. Flushes what it wrote. */
export function layHints(campaign: Campaign, table: Table, list: Shortlist): LaidHints {
  const first = hintColumn(list);
  const lineOf = lineMaker(campaign, list);
  if (first === 0 || lineOf === null)
    return {
      rows: 0,
      why: `The column “${HINT}” or one beside it was moved or deleted, so no hints were added.`,
    };
  const from = list.headerRow + 1;
  const count = Math.max(list.headerRow + HINT_ROWS, list.nextRow - 1) - list.headerRow;
  const standing = campaign.services.book.readFormulas(table.id, from, first, count, FORMULAS.length);
  const formulasOf = (row: number) => standing[row - from] ?? FORMULAS.map(() => '');
  const wanted = new Set(
    Array.from({ length: count }, (_, index) => from + index).filter((row) => {
      const isRight = lineOf(row).every((formula, c) => sameFormula(formula, formulasOf(row)[c] ?? ''));
      return !isRight && isFree(table.rows, row, first);
    }),
  );
  let left = wanted.size;
  for (const run of runsOf([...wanted]).slice(0, MOST_RUNS)) left -= layRun(campaign, table.id, run);
  return {
    rows: left > 0 ? 0 : [...wanted].filter((row) => formulasOf(row)[0] === '').length,
    why: left > 0 ? 'Somebody changed the tab meanwhile, so some rows may have no hint yet: look again.' : '',
  };
}

/** The 1-based column of the hint where the others stand beside it, else 0. */
function hintColumn({ columns }: Shortlist): number {
  const first = columns.get(HINT) ?? 0;
  return FORMULAS.every((name, index) => columns.get(name) === first + index) ? first : 0;
}

/** The formulas of the columns in their order, for any row; null where a column that they need is gone. */
function lineMaker({ services, map }: Campaign, list: Shortlist): ((row: number) => string[]) | null {
  const formulasOf = hintFormulas({ list, map, locale: services.book.locale });
  if (formulasOf === null) return null;
  return (row) => {
    const made = formulasOf(row);
    return FORMULAS.map((name) => made[name]);
  };
}

/** Sheets may drop quotes and blanks, and a range grows where rows are inserted in it. */
function sameFormula(a: string, b: string): boolean {
  const plain = (formula: string) => formula.replace(/['\s]/g, '').replace(/(:\$[A-Z]+\$)\d+/g, '$1');
  return plain(a) === plain(b);
}

/** Whether nobody typed a text of their own into the cells of the formulas. */
function isFree(rows: Grid, row: number, column: number): boolean {
  return FORMULAS.every((_, index) => {
    const cell = rows[row - 1]?.[column + index - 1] ?? '';
    if (isBlank(cell) || isErrorCell(cell)) return true;
    return index === 0 ? typeof cell === 'string' && HINT_WORDS.test(cell) : typeof cell === 'number';
  });
}

interface Run {
  readonly first: number;
  readonly count: number;
}

function runsOf(rows: readonly number[]): Run[] {
  const runs: { first: number; count: number }[] = [];
  for (const row of rows) {
    const last = runs[runs.length - 1];
    if (last && last.first + last.count === row) last.count++;
    else runs.push({ first: row, count: 1 });
  }
  return runs;
}

/** How many rows got their hints: none where the tab is another than when it was planned. */
function layRun(campaign: Campaign, tab: number, { first, count }: Run): number {
  const { book } = campaign.services;
  const last = first + count - 1;
  book.grow(tab, last, 1);
  const before = book.readRows(tab, 1, last);
  const list = readShortlist({ rows: before });
  const column = list === null ? 0 : hintColumn(list);
  const lineOf = list === null ? null : lineMaker(campaign, list);
  if (list === null || lineOf === null || column === 0) return 0;
  const rows = Array.from({ length: count }, (_, index) => first + index);
  if (rows.some((row) => !isFree(before, row, column))) return 0;
  book.writeFormulas(tab, first, column, rows.map(lineOf));
  book.flush();
  const after = book.readRows(tab, 1, last);
  const now = readShortlist({ rows: after });
  if (now?.headerRow === list.headerRow && now.columns.get(HINT) === column) return count;
  putBack(campaign, tab, { first, count, column }, before, after, list.headerRow);
  return 0;
}

/** A column came or went while the formulas were written: what they fell on gets its text again. */
function putBack(
  { services: { book } }: Campaign,
  tab: number,
  { first, count, column }: Run & { readonly column: number },
  before: Grid,
  after: Grid,
  headerRow: number,
): void {
  const headings = after[headerRow - 1] ?? [];
  const was = before[headerRow - 1] ?? [];
  FORMULAS.forEach((_, index) => {
    const heading = headings[column + index - 1] ?? '';
    if (FORMULAS.some((name) => name === heading)) return;
    const old = isBlank(heading) ? -1 : was.findIndex((cell) => sameCell(cell, heading));
    const texts = Array.from({ length: count }, (_, below): [Cell] => {
      const cell = old < 0 ? '' : (before[first + below - 1]?.[old] ?? '');
      return [typeof cell === 'string' ? asOurText(cell) : cell];
    });
    book.write(tab, first, column + index, texts);
  });
  book.flush();
}
