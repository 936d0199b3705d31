// Writes rows of pasted names into a shortlist while people type in it, and takes them back: no row is moved, nothing
// that somebody typed is written over, and a row that somebody changed since stays.
import { cellName } from '../values/a1';
import { cellText, isBlank } from '../values/cell';
import { countOf } from '../values/count';
import { asTheirText } from '../values/writtenText';
import {
  firstPastedRow,
  pastedBlocks,
  pastedCells,
  PASTED_COLUMNS,
  type Block,
  type PastedRow,
} from '../meetings/pastedRows';
import {
  HELPER_COLUMNS,
  HINT,
  readShortlist,
  type Shortlist,
  type ShortlistRow,
} from '../meetings/shortlist';
import type { Change, JournalCell } from '../workbook/journal';
import { planPutBack } from '../workbook/putBack';
import { tabGone } from '../google/tabGone';
import type { Services } from '../google/services';
import { straighten } from './appendedRows';
import { REFUSED, writeTheirs, type Applied, type Kept } from './applyEdits';
import type { Campaign } from './campaign';
import { withdrawChange, writeJournal } from './journal';
import type { Meeting } from './openMeeting';
import { throwIfLost } from './serviceProblem';

/** In the journal: rows of a shortlist, which are known by what stands in them. */
export const PASTED_NAMES = 'pasted-names';

const FORMULAS = [HINT, ...HELPER_COLUMNS] as const;

export interface AddedRows {
  readonly rows: number;
  readonly change: string;
  readonly kept: readonly Kept[];
}

/** The tab is read just before the write; `isThere`: rows that came meanwhile are not added again. Flushed, read back. */
export function addRows(
  { services, hidden }: Campaign,
  meeting: Meeting,
  wanted: readonly PastedRow[],
  isThere: (row: PastedRow, standing: readonly ShortlistRow[]) => boolean,
): AddedRows {
  if (wanted.length === 0) return { rows: 0, change: '', kept: [] };
  const { book } = services;
  const table = book.read(meeting.tab.id);
  if (table === null) throw tabGone();
  const list = readShortlist(table);
  if (list === null)
    return {
      rows: 0,
      change: '',
      kept: [{ cell: '', why: `The headings of “${table.name}” were changed in this moment. Try again.` }],
    };
  const known = new Set(meeting.list.rows.map(({ organization }) => organization));
  const fresh = list.rows.filter(({ organization }) => !known.has(organization));
  const rows = wanted.filter((row) => !isThere(row, fresh));
  const kept = wanted
    .filter((row) => !rows.includes(row))
    .map((row): Kept => ({ cell: '', why: `Somebody typed “${row.Organization}” meanwhile.` }));
  if (rows.length === 0) return { rows: 0, change: '', kept };
  const first = firstPastedRow(table.rows, list);
  const change = writeJournal(services, hidden, {
    what: `Added ${countOf(rows.length, 'name')} to “${table.name}”`,
    tab: table.id,
    made: [PASTED_NAMES],
    undoable: true,
    cells: rows.flatMap((row, index) =>
      PASTED_COLUMNS.flatMap((header): JournalCell[] => {
        const column = list.columns.get(header) ?? 0;
        const cell = cellName(first + index, Math.max(1, column));
        return column === 0 || row[header] === ''
          ? []
          : [{ key: String(index), cell, column, header, from: '', to: row[header] }];
      }),
    ),
  });
  try {
    book.grow(table.id, first + rows.length - 1, 1);
    for (const { column, values } of pastedBlocks(list, rows))
      book.write(
        table.id,
        first,
        column,
        values.map((cells) => cells.map(asTheirText)),
      );
    book.flush();
  } catch (error) {
    throwIfLost(error);
    // What failed may have been done all the same.
    const now = book.read(table.id);
    const texts = new Set(now?.rows.flat());
    if (!rows.some(({ Organization }) => texts.has(Organization))) {
      withdrawChange(services, hidden, change, 0);
      const why = `“${table.name}” did not take the names. If it is protected, ask whoever protected it to add them.`;
      return { rows: 0, change: '', kept: [...kept, { cell: '', why }] };
    }
  }
  const idColumn = list.columns.get('Organization') ?? 0;
  straighten(
    services,
    table,
    list.headerRow,
    rows.map((row) => ({ cells: pastedCells(list, row), idColumn })),
    (cell) => (typeof cell === 'string' ? asTheirText(cell) : cell),
  );
  return { rows: rows.length, change, kept };
}

/** Empties the rows that were added, as far as nobody has changed them since. They stay where they are. */
export function undoPastedNames(services: Services, change: Change): Applied {
  const { book } = services;
  const table = book.read(change.tab);
  if (table === null) throw tabGone();
  const list = readShortlist(table);
  if (list === null)
    return {
      change: '',
      written: 0,
      kept: [{ cell: '', why: `The headings of “${table.name}” are gone, so its rows were left.` }],
    };
  const rows = new Map<string, JournalCell[]>();
  for (const cell of change.cells) rows.set(cell.key, [...(rows.get(cell.key) ?? []), cell]);
  const byName = new Map<string, ShortlistRow[]>();
  for (const row of list.rows) byName.set(row.organization, [...(byName.get(row.organization) ?? []), row]);
  const columns = PASTED_COLUMNS.flatMap((name) => list.columns.get(name) ?? []);
  const formulas = new Set(FORMULAS.map((name) => list.columns.get(name) ?? 0));
  const ours = new Set([...columns, ...formulas]);
  const isAlone = ({ row }: ShortlistRow) =>
    (table.rows[row - 1] ?? []).every((cell, at) => isBlank(cell) || ours.has(at + 1));
  const kept: Kept[] = [];
  const rowsToEmpty: number[] = [];
  for (const cells of rows.values()) {
    const name = cellText(cells.find(({ header }) => header === 'Organization')?.to ?? '');
    const alike = byName.get(name) ?? [];
    const at = alike.findIndex((row) => isAlone(row) && isAsAdded(row, cells));
    const [row] = at < 0 ? [] : alike.splice(at, 1);
    if (row === undefined) {
      const why = alike.length > 0 ? 'stays: somebody changed its row.' : 'is not on the shortlist any more.';
      kept.push({ cell: '', why: `“${name}” ${why}` });
      continue;
    }
    rowsToEmpty.push(row.row);
  }
  const blocks = blanksOf(list, rowsToEmpty);
  const edits = blocks.flatMap(({ row, column, values }) =>
    values.flatMap((cells, below) => cells.map((to, at) => ({ row: row + below, column: column + at, to }))),
  );
  if (edits.length === 0) return { change: '', written: 0, kept };
  const high = book.rowCount(table.id);
  try {
    for (const { row, column, values } of blocks) book.write(table.id, row, column, values);
    book.flush();
  } catch (error) {
    throwIfLost(error);
    return { change: '', written: 0, kept: [...kept, { cell: '', why: REFUSED }] };
  }
  const after = book.read(table.id);
  const wrong =
    after === null
      ? []
      : planPutBack(table, after, list.headerRow, {
          cells: edits,
          formulas,
          deleted: high - book.rowCount(table.id),
        });
  if (wrong.length > 0) {
    writeTheirs(services, table.id, wrong);
    book.flush();
  }
  return { change: '', written: rowsToEmpty.length, kept };
}

/** Blocks that empty these rows: no run can be cut off between the cells of a row whose columns stand side by side. */
function blanksOf(list: Shortlist, rows: readonly number[]): (Block & { readonly row: number })[] {
  const runs: number[][] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const run = runs[runs.length - 1];
    if (run?.[run.length - 1] === row - 1) run.push(row);
    else runs.push([row]);
  }
  const blank: PastedRow = { Organization: '', Category: '', Town: '', 'Idea by': '', Notes: '' };
  return runs.flatMap((run) =>
    pastedBlocks(
      list,
      run.map(() => blank),
    ).map((block) => ({ ...block, row: run[0] ?? 0 })),
  );
}

/** Whether the row reads as it was added. */
function isAsAdded(row: ShortlistRow, cells: readonly JournalCell[]): boolean {
  const added = new Map(cells.map(({ header, to }) => [header, cellText(to)]));
  const now: PastedRow = {
    Organization: row.organization,
    Category: row.category,
    Town: row.town,
    'Idea by': row.ideaBy,
    Notes: row.notes,
  };
  return PASTED_COLUMNS.every((name) => now[name] === (added.get(name) ?? ''));
}
