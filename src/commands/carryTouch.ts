// A touch that a volunteer chose in their tab, as the simple trigger takes it: out of the dropdown into the row's record
// at once, and back where the contacts do not take it.
import { NEXT_STEP, OUTREACH_ID } from '../reading/fields';
import { cellText, isBlank, type Cell } from '../values/cell';
import type { Table } from '../values/table';
import type { AssignmentColumn } from '../people/assignmentTab';
import { takeTouch, UNKNOWN_ROW, WAITS_FOR_LEAD } from '../people/sync/planTab';
import { readRecord, writeRecord, type TakenTouch } from '../people/sync/record';
import { readTabHead, type TabHead, type TabTies } from '../people/sync/tabHead';
import { touchesInRows } from '../people/sync/touchInRow';
import { planWrites } from '../workbook/edits';
import type { WrittenEdit } from '../workbook/repairs';
import type { Services } from '../google/services';
import { editsOfRows, putCells, writeRows } from './volunteerTab';

/** A volunteer's tab that can be synced. */
export interface OpenTab {
  readonly services: Services;
  readonly table: Table;
  readonly head: TabHead;
  readonly ties: TabTies;
}

/** What the event names, 1-based. */
export interface EditedCells {
  readonly first: number;
  readonly last: number;
  readonly left: number;
  readonly right: number;
}

export const isIn = ({ first, last }: EditedCells, row: number): boolean => row >= first && row <= last;

export interface TakenInTab {
  /** Outreach ID. */
  readonly id: string;
  readonly touch: TakenTouch;
  /** What was written into the row. */
  readonly edits: readonly WrittenEdit[];
}

/** One read. null for a tab that is gone, or has lost what ties it to the contacts. */
export function openTab(services: Services, id: number): OpenTab | null {
  const table = services.book.read(id);
  const head = table && readTabHead(table.rows);
  if (table === null || !head?.ties || head.record === 0) return null;
  return { services, table, head, ties: head.ties };
}

/** 1-based row of this Outreach ID; 0 where none or several have it. */
export function rowOf({ table, head }: OpenTab, id: string): number {
  const column = head.columns.get(OUTREACH_ID) ?? 0;
  const has = (row: readonly Cell[]) => cellText(row[column - 1] ?? '').trim() === id;
  const first = table.rows.findIndex(has);
  return table.rows.slice(first + 1).some(has) ? 0 : first + 1;
}

/** Of a row that holds up no other until somebody edits it again: the contacts did not take what stands there. */
const STUCK: readonly Cell[] = [WAITS_FOR_LEAD, UNKNOWN_ROW];

export function isStuck({ table, head }: OpenTab, row: number): boolean {
  return STUCK.includes(table.rows[row - 1]?.[(head.columns.get(NEXT_STEP) ?? 0) - 1] ?? '');
}

/** Takes one touch, of the edited rows first; null where there is none. Not read back. */
export function takeTouchIn(open: OpenTab, edited: EditedCells): TakenInTab | null {
  const { services, table, head } = open;
  const { day, time } = services.now();
  const found = touchesInRows(table.rows, head, table.id, day, services.book.locale);
  const first = found.find(({ row }) => isIn(edited, row)) ?? found.find(({ row }) => !isStuck(open, row));
  if (first === undefined) return null;
  const plan = takeTouch(first, head, time);
  const [touch] = plan.record.touches.slice(-1);
  if (touch === undefined) return null;
  const edits = putCells(services, table, head, editsOfRows(table, head, [plan]), '');
  return { id: first.id, touch, edits };
}

/**
 * The dropdown says it again, for the next full run; `word`: what the row says under Next step, '' to leave it. Where
 * that is more than so many calls the touch stays in the record, from which the next full run takes it.
 */
export function giveBack(
  before: OpenTab,
  { id, touch, edits }: TakenInTab,
  word: string,
  calls: number,
): void {
  const { services } = before;
  const now = openTab(services, before.table.id);
  const row = now === null ? 0 : rowOf(now, id);
  if (now === null || row === 0) return;
  const { table, head } = now;
  const stands = (column: number) => table.rows[row - 1]?.[column - 1] ?? '';
  const record = readRecord(cellText(stands(head.record)));
  if (record === null) return;
  const was = (name: AssignmentColumn): Cell =>
    edits.find(({ column }) => column === before.head.columns.get(name))?.from ?? '';
  const put = (column: number, to: Cell): WrittenEdit[] =>
    column === 0 ? [] : [{ row, column, from: stands(column), to }];
  const what = head.columns.get('What happened') ?? 0;
  // Whoever chose something else meanwhile has that, and the touch stays in the record.
  const back = isBlank(stands(what))
    ? [
        ...put(what, was('What happened')),
        ...put(head.columns.get('When') ?? 0, was('When')),
        ...put(
          head.record,
          writeRecord({
            ...record,
            when: readRecord(cellText(recordBefore(edits, before.head.record)))?.when ?? null,
            touches: record.touches.filter(({ entryId }) => entryId !== touch.entryId),
          }),
        ),
      ]
    : [];
  const waits = word === '' ? [] : put(head.columns.get(NEXT_STEP) ?? 0, word);
  const all = [...back, ...waits];
  // The tab was read, and the rows are read back.
  if (planWrites(all).length + 2 <= calls) writeRows(services, table, head, all, '');
  else putCells(services, table, head, waits, '');
}

const recordBefore = (edits: readonly WrittenEdit[], record: number): Cell =>
  edits.find(({ column }) => column === record)?.from ?? '';
