// Takes contacts back that the add-on added below the others: each whole, or not at all. Half a row is no use to
// anybody, so one in which somebody has written since stays as it is, and the person is told.
import { cellText, isBlank, sameCell, type Cell } from '../values/cell';
import type { JournalCell } from '../workbook/journal';
import { planPutBack } from '../workbook/putBack';
import { tabGone } from '../google/tabGone';
import { columnNow, REFUSED, writeTheirs, type Kept } from './applyEdits';
import { columnOf, type Campaign } from './campaign';
import { throwIfLost } from './serviceProblem';

/** The cells of contacts that a change added, by their Outreach ID: the id itself was written into a blank cell. */
export function addedContacts(cells: readonly JournalCell[]): ReadonlyMap<string, readonly JournalCell[]> {
  const ids = new Set(
    cells.flatMap(({ key, from, to }) => (key !== '' && from === '' && to === key ? key : [])),
  );
  const found = new Map<string, JournalCell[]>();
  for (const cell of cells)
    if (ids.has(cell.key)) found.set(cell.key, [...(found.get(cell.key) ?? []), cell]);
  return found;
}

export interface TakenOut {
  /** Cells that were emptied. */
  readonly written: number;
  readonly kept: readonly Kept[];
  /** Outreach IDs of those that stay. */
  readonly staying: ReadonlySet<string>;
}

/** Rows that may have come below since the tab was read. */
const MORE_ROWS = 50;

/** Empties their rows, which stay where they are. Two reads, one write, flushed and read back. */
export function undoAddedContacts(
  { services, map, table: known }: Campaign,
  added: ReadonlyMap<string, readonly JournalCell[]>,
): TakenOut {
  const { book } = services;
  const width = Math.max(...known.rows.map((cells) => cells.length)) + 1;
  const high = known.rows.length + MORE_ROWS - map.headerRow + 1;
  const formulas = book.readFormulas(map.sheetId, map.headerRow, 1, high, width);
  const table = book.read(map.sheetId);
  if (table === null) throw tabGone();
  const { rows } = table;
  const hasFormula = (row: number, column: number) =>
    (formulas[row - map.headerRow]?.[column - 1] ?? '') !== '';
  const isWorkedOut = (row: number, column: number) =>
    [row, map.headerRow, map.headerRow + 1].some((one) => hasFormula(one, column));
  const headings = (rows[map.headerRow - 1] ?? []).map(cellText);
  const texts = new Set(rows.flat());
  const rowOf = new Map<Cell, number>();
  rows.forEach((cells, index) => {
    for (const cell of cells) if (typeof cell === 'string' && added.has(cell)) rowOf.set(cell, index + 1);
  });
  const kept: Kept[] = [];
  const staying = new Set<string>();
  const emptied: { row: number; column: number }[] = [];
  for (const [id, cells] of added) {
    const row = rowOf.get(id) ?? 0;
    const name = cellText(cells.find(({ column }) => column === columnOf(map, 'organization'))?.to ?? '');
    if (row === 0) {
      // Deleted, or taken back by a run that was cut off.
      if (name !== '' && texts.has(name))
        kept.push({
          cell: '',
          why: `“${name}” stays in “${table.name}”: its Outreach ID is gone from there.`,
        });
      continue;
    }
    const columns = columnsAsAdded(rows[row - 1] ?? [], headings, cells, (column) =>
      isWorkedOut(row, column),
    );
    if (columns === null) {
      staying.add(id);
      kept.push({ cell: '', why: `“${name}” stays in “${table.name}” as it is: somebody wrote in its row.` });
    } else emptied.push(...columns.map((column) => ({ row, column })));
  }
  if (emptied.length === 0) return { written: 0, kept, staying };
  const before = book.rowCount(table.id);
  try {
    writeTheirs(
      services,
      table.id,
      emptied.map((at) => ({ ...at, to: '' })),
    );
    book.flush();
  } catch (error) {
    throwIfLost(error);
    return { written: 0, kept: [...kept, { cell: '', why: REFUSED }], staying: new Set(added.keys()) };
  }
  const after = book.read(table.id);
  const uneven = new Set(
    Array.from({ length: width }, (_, at) => at + 1).filter((column) =>
      formulas.some((line) => (line[column - 1] ?? '') !== ''),
    ),
  );
  const deleted = before - book.rowCount(table.id);
  const wrong =
    after === null
      ? []
      : planPutBack(table, after, map.headerRow, { cells: emptied, formulas: uneven, deleted });
  if (wrong.length > 0) {
    writeTheirs(services, table.id, wrong);
    book.flush();
  }
  return { written: emptied.length, kept, staying };
}

/**
 * The 1-based columns that hold what was added, wherever they stand and whatever they are called by now; null where
 * the row reads otherwise. A cell that is blank again does no harm.
 */
function columnsAsAdded(
  row: readonly Cell[],
  headings: readonly string[],
  cells: readonly JournalCell[],
  isWorkedOut: (column: number) => boolean,
): readonly number[] | null {
  const left = new Map<number, Cell>();
  row.forEach((cell, index) => {
    if (!isBlank(cell) && cell !== false && !isWorkedOut(index + 1)) left.set(index + 1, cell);
  });
  const last = new Map(cells.map((cell) => [cell.header, cell]));
  const found: number[] = [];
  const take = (column: number) => {
    left.delete(column);
    found.push(column);
  };
  const renamed: Cell[] = [];
  for (const cell of last.values()) {
    const column = columnNow(headings, cell);
    const now = left.get(column);
    if (column === 0) renamed.push(cell.to);
    else if (now !== undefined && sameCell(now, cell.to)) take(column);
    else if (now !== undefined) return null;
  }
  for (const to of renamed) {
    const [column] =
      [...left].find(([at, cell]) => !last.has(headings[at - 1] ?? '') && sameCell(cell, to)) ?? [];
    if (column !== undefined) take(column);
  }
  return left.size === 0 ? found : null;
}
