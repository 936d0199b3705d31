// Applies planned cell edits to a contacts tab: re-locate by key, journal, write the fewest calls, flush, read back,
// put right. The caller holds the lock. Between the last read and the write one call wide stays a gap that no code
// can close (design rule 2): what landed in a wrong row there is found by the read-back and put right.
import { readContacts } from '../reading/mapSheet';
import type { SheetMap } from '../reading/map';
import { cellName } from '../values/a1';
import { cellText, sameCell } from '../values/cell';
import { asTheirCell } from '../values/writtenText';
import type { KeyedEdit, PlacedEdit } from '../workbook/edits';
import { contactFinder, keysByRow } from '../workbook/identity';
import type { JournalCell } from '../workbook/journal';
import { planRepairs, type WrittenEdit } from '../workbook/repairs';
import type { Table } from '../workbook/table';
import type { Services } from '../google/services';
import type { HiddenTab } from './hiddenTab';
import { withdrawChange, writeJournal } from './journal';
import { tabGone } from '../google/tabGone';
import { throwIfLost } from './serviceProblem';
import { writeEdits } from './writeEdits';

export interface Kept {
  readonly cell: string;
  readonly why: string;
}

/** Why of a cell that Google did not write. */
export const REFUSED =
  'The sheet did not take it: the cell is protected, or a dropdown does not allow this word.';

export interface Applied {
  /** Id of the change in the journal, '' where nothing was written. */
  readonly change: string;
  readonly written: number;
  readonly kept: readonly Kept[];
}

export interface EditJob {
  readonly hidden: HiddenTab;
  readonly map: SheetMap;
  readonly edits: readonly KeyedEdit[];
  /** What the journal calls it: "Fixed 12 cells"; null where nothing is to be journaled (an undo is no change of its own). */
  readonly what: string | null;
  /** What the journal has to know for taking it back, beside the cells. */
  readonly made?: readonly string[];
  /** Id of a change of this run that the edits become a part of; without it they are a change of their own. */
  readonly change?: string;
  /** Writes that belong with the edits, pending behind them and flushed in the same call. May be called twice. */
  readonly alongside?: () => void;
}

interface Placed extends WrittenEdit {
  readonly edit: KeyedEdit;
}

export function applyEdits(services: Services, job: EditJob): Applied {
  if (job.edits.length === 0 && !job.alongside) return { change: '', written: 0, kept: [] };
  const tab = job.map.sheetId;
  const standing = readStanding(services, job);
  const before = standing.table;
  // Rows may have been added below since the map was made.
  const map = { ...job.map, lastRow: Math.max(job.map.lastRow, before.rows.length) };
  const { placed, kept } = place(standing, map, job.edits);
  if (placed.length === 0) {
    if (job.alongside) {
      job.alongside();
      services.book.flush();
    }
    return { change: '', written: 0, kept };
  }

  const { lastRow } = job.hidden;
  const change =
    job.what === null
      ? ''
      : writeJournal(
          services,
          job.hidden,
          {
            what: job.what,
            tab,
            made: job.made ?? [],
            undoable: true,
            cells: journalCells(before, map, placed),
          },
          job.change,
        );
  const refused = writeAll(services, tab, placed, job.alongside);
  const landed = placed.filter((edit) => !refused.has(edit));
  const isNothing = landed.length === 0 && change !== '' && !job.alongside;
  if (isNothing) withdrawChange(services, job.hidden, change, job.change ? lastRow : 0);
  for (const edit of refused) {
    kept.push({
      cell: cellName(edit.row, edit.column),
      why: REFUSED,
    });
  }
  const lost = putRight(services, before, map, landed);
  kept.push(...lost);
  return { change: isNothing ? '' : change, written: landed.length - lost.length, kept };
}

interface Standing {
  readonly table: Table;
  /** 1-based; '' for a cell without one. */
  readonly formulaAt: (row: number, column: number) => string;
}

/** Rows below the last known one whose formulas are read too: people add some meanwhile. */
const MORE_ROWS = 50;
/** Columns may move between two reads; who moves them again and again is told so. */
const MOST_READS = 3;

/** The tab as it stands. The values are read last, so that nothing is asked of the sheet between them and the write. */
function readStanding(services: Services, { map, edits }: EditJob): Standing {
  let columns = edits.map((edit) => edit.column);
  for (let times = 1; ; times++) {
    const first = Math.min(...columns);
    const wide = Math.max(...columns) - first + 1;
    const rows = map.lastRow + MORE_ROWS - map.firstRow + 1;
    const formulas =
      columns.length === 0 ? [] : services.book.readFormulas(map.sheetId, map.firstRow, first, rows, wide);
    const table = services.book.read(map.sheetId);
    if (table === null) throw tabGone();
    const headings = headingsOf(table, map);
    const now = edits.map((edit) => columnNow(headings, edit)).filter((column) => column > 0);
    if (now.every((column) => column >= first && column < first + wide) || times === MOST_READS)
      return { table, formulaAt: (row, column) => formulas[row - map.firstRow]?.[column - first] ?? '' };
    columns = now;
  }
}

const headingsOf = (table: Table, map: SheetMap) => (table.rows[map.headerRow - 1] ?? []).map(cellText);

/** Where each edit belongs now; what somebody changed meanwhile, and cells with a formula, are kept as they are. */
function place(
  { table, formulaAt }: Standing,
  map: SheetMap,
  edits: readonly KeyedEdit[],
): { placed: Placed[]; kept: Kept[] } {
  const find = contactFinder(readContacts(table, map));
  const headings = headingsOf(table, map);
  const found = edits.map((edit) => ({ edit, column: columnNow(headings, edit) }));
  const placed: Placed[] = [];
  const kept: Kept[] = [];
  for (const { edit, column } of found) {
    const contact = find(edit.key);
    if (contact === undefined) {
      kept.push({
        cell: '',
        why: `The row with “${cellText(edit.from)}” is gone or was changed by somebody.`,
      });
      continue;
    }
    const name = cellName(contact.row, column === 0 ? edit.column : column);
    const now = table.rows[contact.row - 1]?.[column - 1] ?? '';
    if (column === 0)
      kept.push({ cell: name, why: `The heading “${edit.header}” is not above this column any more.` });
    else if (formulaAt(contact.row, column) !== '')
      kept.push({ cell: name, why: 'A formula stands in this cell.' });
    else if (sameCell(now, edit.to)) continue;
    else if (!sameCell(now, edit.from))
      kept.push({ cell: name, why: 'Somebody changed this cell meanwhile.' });
    else placed.push({ edit, row: contact.row, column, from: edit.from, to: edit.to });
  }
  return { placed, kept };
}

/** The 1-based column under the edit's heading: where it was, else the only other one with it; 0 where neither is. */
export function columnNow(
  headings: readonly string[],
  { column, header }: Pick<KeyedEdit, 'column' | 'header'>,
): number {
  if ((headings[column - 1] ?? '') === header) return column;
  const first = headings.indexOf(header);
  return header !== '' && first === headings.lastIndexOf(header) ? first + 1 : 0;
}

/** Under the keys that the rows have once this is written, so that they are found when it is undone. */
function journalCells(before: Table, map: SheetMap, placed: readonly Placed[]): JournalCell[] {
  const rows = [...before.rows];
  for (const { row, column, to } of placed) {
    const cells = [...(rows[row - 1] ?? [])];
    cells[column - 1] = to;
    rows[row - 1] = cells;
  }
  const keys = keysByRow(readContacts({ ...before, rows }, map));
  return placed.map(({ edit, row, column }) => ({
    ...edit,
    column,
    key: keys.get(row) ?? edit.key,
    cell: cellName(row, column),
  }));
}

/** Into cells of the group's own tab; pending until the caller flushes. */
export function writeTheirs(services: Services, tab: number, edits: readonly PlacedEdit[]): void {
  writeEdits(
    services,
    tab,
    edits.map((edit) => ({ ...edit, to: asTheirCell(edit.to) })),
  );
}

/** After so many refusals without a single cell taken, the tab takes nothing; and never more than these in all. */
const ALL_REFUSED = 20;
const MOST_REFUSALS = 300;

/**
 * Writes and flushes. The refusal of one cell rejects its whole call, and may come only at the flush (platform
 * facts, 5): then each half is tried by itself. Returns those that the sheet refused.
 */
function writeAll(
  services: Services,
  tab: number,
  placed: readonly Placed[],
  alongside?: () => void,
): Set<Placed> {
  let taken = 0;
  let refusals = 0;
  const refused = new Set<Placed>();
  const attempt = (edits: readonly Placed[], isSecond = false): void => {
    if (refusals < (taken === 0 ? ALL_REFUSED : MOST_REFUSALS)) {
      try {
        writeTheirs(services, tab, edits);
        if (edits === placed) alongside?.();
        services.book.flush();
        taken += edits.length;
        return;
      } catch (error) {
        throwIfLost(error);
        if (!isSecond) refusals++;
      }
      if (edits.length > 1) {
        const half = Math.ceil(edits.length / 2);
        attempt(edits.slice(0, half));
        attempt(edits.slice(half));
        return;
      }
      // What the sheet refuses it refuses each time; what only failed in passing is taken now.
      if (!isSecond) {
        attempt(edits, true);
        return;
      }
    }
    for (const edit of edits) refused.add(edit);
  };
  attempt(placed);
  // What was pending behind a refused write may be lost with it.
  if (refusals > 0) alongside?.();
  return refused;
}

/**
 * Reads the tab again and puts right what landed in a wrong row. Returns what could not be put right. `beside` looks at
 * the same reading and says whether it has written something too.
 */
export function putRight(
  services: Services,
  before: Table,
  map: SheetMap,
  edits: readonly WrittenEdit[],
  beside: (after: Table) => boolean = () => false,
): readonly Kept[] {
  const after = services.book.read(map.sheetId);
  if (after === null)
    return edits.map((edit) => ({
      cell: cellName(edit.row, edit.column),
      why: 'The tab was deleted meanwhile.',
    }));
  const { writes, lost } = planRepairs(before, after, map, edits);
  if (writes.length > 0) writeTheirs(services, map.sheetId, writes);
  if (beside(after) || writes.length > 0) services.book.flush();
  return lost;
}
