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
import { straighten, type AppendedRow } from './appendedRows';
import type { Campaign } from './campaign';
import { writeJournal } from './journal';
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

/** The tab is read just before the write. */
export function addContacts(
  campaign: Campaign,
  added: readonly AddedRow[],
  takes: (field: Field) => boolean,
  change: string,
): AddedContacts {
  if (added.length === 0) return { ids: [], change, kept: [] };
  const { services, map, hidden } = campaign;
  const { book } = services;
  const table = book.read(map.sheetId);
  if (table === null) throw tabGone();
  const first = table.rows.length + 1;
  const ids = added.map(() => `c-${services.newId()}`);
  const edits = added.flatMap((one, index) =>
    cellsOf(campaign, one, ids[index] ?? '', takes).map(([column, to]) => ({
      row: first + index,
      column,
      to,
    })),
  );
  const id = writeJournal(
    services,
    hidden,
    {
      what: `Added ${countOf(added.length, 'contact')} from volunteers’ tabs`,
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
    change,
  );
  const refused = writeNew(
    campaign,
    ids.map((_, index) => edits.filter(({ row }) => row === first + index)),
  );
  const isRefused = (index: number) =>
    refused.some(({ row, column }) => row === first + index && column === map.outreachIdColumn);
  const none = ids.filter((_, index) => isRefused(index)).length;
  return {
    ids: ids.map((one, index) => (isRefused(index) ? '' : one)),
    change: none === ids.length ? change : id,
    kept: [
      ...(none === 0
        ? []
        : [
            {
              cell: '',
              why: `“${table.name}” did not take ${countOf(none, 'contact')} that volunteers added, so they stay in their tabs. If it is protected, ask whoever protected it to bring assignments home.`,
            },
          ]),
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
 * Each row at once, and where the sheet refuses that cell by cell, the id first: without its id a row is not added.
 * Returns the cells that were refused.
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
  const appended: AppendedRow[] = [];
  const refused = rows.flatMap((edits): readonly PlacedEdit[] => {
    const cells: Cell[] = Array.from({ length: Math.max(...edits.map(({ column }) => column)) }, () => '');
    for (const { column, to } of edits) cells[column - 1] = to;
    const isWhole = attempt(() => {
      book.append(map.sheetId, cells.map(asTheirCell));
    });
    const now = isWhole ? null : book.read(map.sheetId);
    const id = cells[map.outreachIdColumn - 1] ?? '';
    // What failed may have been done all the same.
    if (isWhole || now?.rows.some((line) => line.includes(id)) === true) {
      appended.push({ cells, idColumn: map.outreachIdColumn });
      return [];
    }
    const row = (now?.rows.length ?? 0) + 1;
    const put = ({ column, to }: PlacedEdit) =>
      attempt(() => {
        book.grow(map.sheetId, row, 1);
        book.write(map.sheetId, row, column, [[asTheirCell(to)]]);
      });
    const isId = ({ column }: PlacedEdit) => column === map.outreachIdColumn;
    if (!edits.filter(isId).every(put)) return edits;
    return edits.filter((edit) => !isId(edit) && !put(edit));
  });
  straighten(services, table, map.headerRow, appended, asTheirCell);
  return refused;
}

function cellsOf(
  { map }: Campaign,
  { row, volunteer, task, due }: AddedRow,
  id: string,
  takes: (field: Field) => boolean,
): (readonly [column: number, to: Cell])[] {
  const ways = readWays(row.ways, { email: '', phone: '', otherChannel: '' });
  const texts: readonly (readonly [Field, Cell])[] = [
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
  const cells = texts.flatMap(([field, to]): (readonly [number, Cell])[] => {
    const column = map.columns[field]?.columns[0];
    return column === undefined || to === '' || !takes(field) ? [] : [[column, to]];
  });
  return [...cells, [map.outreachIdColumn, id]];
}
