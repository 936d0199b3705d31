// Rows that volunteers added to their tabs become contacts: written below the last one, journaled, read back.
import type { Field } from '../reading/fields';
import { headingAt } from '../reading/heading';
import { cellName } from '../values/a1';
import type { Cell } from '../values/cell';
import { countOf } from '../values/count';
import { asTheirCell } from '../values/writtenText';
import { readWays } from '../people/sync/ways';
import type { TabRow } from '../people/sync/planRows';
import { tabGone } from '../google/tabGone';
import type { PlacedEdit } from '../workbook/edits';
import { REFUSED, type Kept } from './applyEdits';
import { straighten } from './appendedRows';
import type { Campaign } from './campaign';
import { withdrawChange, writeJournal } from './journal';
import { throwIfLost } from './serviceProblem';

export interface AddedRow {
  readonly row: TabRow;
  readonly volunteer: string;
  readonly task: Cell;
  readonly due: Cell;
}

export interface AddedContacts {
  /** The Outreach ID of each row, in their order; '' for one that the contacts did not take. */
  readonly ids: readonly string[];
  readonly change: string;
  readonly kept: readonly Kept[];
}

export interface NewContact {
  /** Outreach ID; in no other row. */
  readonly id: string;
  readonly cells: readonly (readonly [Field, Cell])[];
}

/** Rows that volunteers added to their tabs. The tab is read just before the write. */
export function addContacts(
  campaign: Campaign,
  added: readonly AddedRow[],
  takes: (field: Field) => boolean,
  change: string,
): AddedContacts {
  return writeContacts(
    campaign,
    added.map((one) => ({
      id: `c-${campaign.services.newId()}`,
      cells: cellsOf(one).filter(([field]) => takes(field)),
    })),
    {
      id: change,
      what: `Added ${countOf(added.length, 'contact')} from volunteers’ tabs`,
      refused: (none) =>
        `“${campaign.table.name}” did not take ${countOf(none, 'contact')} that volunteers added, so they stay in their tabs. If it is protected, ask whoever protected it to bring assignments home.`,
    },
  );
}

interface AddChange {
  /** The change that they are a part of, '' for one of their own. */
  readonly id: string;
  readonly what: string;
  /** What is said of rows that the contacts did not take. */
  readonly refused: (rows: number) => string;
}

/** Contacts below the last one, in the columns of their fields. The tab is read just before the write. */
export function writeContacts(
  campaign: Campaign,
  added: readonly NewContact[],
  change: AddChange,
): AddedContacts {
  if (added.length === 0) return { ids: [], change: change.id, kept: [] };
  const { services, map, hidden } = campaign;
  const { book } = services;
  const table = book.read(map.sheetId);
  if (table === null) throw tabGone();
  const first = table.rows.length + 1;
  const ids = added.map(({ id }) => id);
  const edits = added.flatMap(({ id, cells }, index) =>
    placeCells(campaign, cells, id).map(([column, to]) => ({ row: first + index, column, to })),
  );
  const { lastRow } = hidden;
  const id = writeJournal(
    services,
    hidden,
    {
      what: change.what,
      tab: map.sheetId,
      made: [],
      undoable: true,
      cells: edits.map(({ row, column, to }) => ({
        key: ids[row - first] ?? '',
        cell: cellName(row, column),
        column,
        header: headingAt(table, map, column),
        from: '',
        to,
      })),
    },
    change.id,
  );
  const refused = writeNew(
    campaign,
    ids.map((_, index) => edits.filter(({ row }) => row === first + index)),
  );
  const isRefused = (index: number) =>
    refused.some(({ row, column }) => row === first + index && column === map.outreachIdColumn);
  const none = ids.filter((_, index) => isRefused(index)).length;
  if (none === ids.length) withdrawChange(services, hidden, id, change.id === '' ? 0 : lastRow);
  return {
    ids: ids.map((one, index) => (isRefused(index) ? '' : one)),
    change: none === ids.length ? change.id : id,
    kept: [
      ...(none === 0 ? [] : [{ cell: '', why: change.refused(none) }]),
      ...refused
        .filter(({ row }) => !isRefused(row - first))
        .map(({ row, column }) => ({
          cell: cellName(row, column),
          why: REFUSED,
        })),
    ],
  };
}

/**
 * All rows at once; where the sheet refuses that, each by itself, and at last cell by cell, the id first: without its id
 * a row is not added. Returns the cells that were refused.
 */
function writeNew(
  { services, map, table }: Campaign,
  rows: readonly (readonly PlacedEdit[])[],
): readonly PlacedEdit[] {
  const { book } = services;
  const attempt = (write: () => void): boolean => {
    try {
      write();
      book.flush();
      return true;
    } catch (error) {
      throwIfLost(error);
      return false;
    }
  };
  const made = rows.map((edits): { readonly edits: readonly PlacedEdit[]; readonly cells: Cell[] } => {
    const cells: Cell[] = Array.from({ length: Math.max(...edits.map(({ column }) => column)) }, () => '');
    for (const { column, to } of edits) cells[column - 1] = to;
    return { edits, cells };
  });
  type Made = (typeof made)[number];
  const add = (some: readonly Made[]) =>
    attempt(() => {
      for (const { cells } of some) book.append(map.sheetId, cells.map(asTheirCell));
    });
  // What failed may have been done all the same.
  const standing = (): ((one: Made) => boolean) => {
    const now = book.read(map.sheetId);
    const ids = new Set(now?.rows.flat());
    return ({ cells }) => ids.has(cells[map.outreachIdColumn - 1] ?? '');
  };
  const hasAll = made.length > 1 && add(made);
  const stands = hasAll ? () => true : made.length > 1 ? standing() : () => false;
  const appended = made.filter(stands);
  const refused = made
    .filter((one) => !stands(one))
    .flatMap((one): readonly PlacedEdit[] => {
      if (add([one]) || standing()(one)) {
        appended.push(one);
        return [];
      }
      const row = (book.read(map.sheetId)?.rows.length ?? 0) + 1;
      const put = ({ column, to }: PlacedEdit) =>
        attempt(() => {
          book.grow(map.sheetId, row, 1);
          book.write(map.sheetId, row, column, [[asTheirCell(to)]]);
        });
      const isId = ({ column }: PlacedEdit) => column === map.outreachIdColumn;
      if (!one.edits.filter(isId).every(put)) return one.edits;
      return one.edits.filter((edit) => !isId(edit) && !put(edit));
    });
  straighten(
    services,
    table,
    map.headerRow,
    appended.map(({ cells }) => ({ cells, idColumn: map.outreachIdColumn })),
    asTheirCell,
  );
  return refused;
}

function cellsOf({ row, volunteer, task, due }: AddedRow): readonly (readonly [Field, Cell])[] {
  const ways = readWays(row.ways, { email: '', phone: '', otherChannel: '' });
  return [
    ['organization', row.organization.trim()],
    ['contactName', row.contactName.trim()],
    ['email', ways?.email ?? ''],
    ['phone', ways?.phone ?? ''],
    ['otherChannel', ways?.otherChannel ?? ''],
    ['knownBy', row.knownBy.trim()],
    ['notes', row.notes],
    ['owner', volunteer],
    ['task', task],
    ['due', due],
  ];
}

function placeCells(
  { map }: Campaign,
  texts: NewContact['cells'],
  id: string,
): (readonly [column: number, to: Cell])[] {
  const cells = texts.flatMap(([field, to]): (readonly [number, Cell])[] => {
    const column = map.columns[field]?.columns[0];
    return column === undefined || to === '' ? [] : [[column, to]];
  });
  return [...cells, [map.outreachIdColumn, id]];
}
