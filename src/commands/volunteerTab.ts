// Writing into a volunteer's tab: cells of rows that were planned, each with its record, read back and put right.
import type { Field } from '../reading/fields';
import { NEXT_STEP, OUTREACH_ID } from '../reading/fields';
import type { SheetMap } from '../reading/map';
import { mapOfOurTab } from '../reading/ourTabMap';
import { cellText, type Cell, type Grid } from '../values/cell';
import type { Table } from '../values/table';
import { RECORD_HEADING, type AssignmentColumn } from '../people/assignmentTab';
import { newRecord, type RowPlan } from '../people/sync/planTab';
import { SHARED_FIELDS } from '../people/sync/record';
import { recordHeading, type TabHead } from '../people/sync/tabHead';
import type { WrittenEdit } from '../workbook/repairs';
import type { Services } from '../google/services';
import { putRight, type Kept } from './applyEdits';
import { asksById, isLive, liveWord, tiesOf, toOurCell } from './assignmentRows';
import type { Campaign } from './campaign';
import { throwIfLost } from './serviceProblem';
import { writeEdits } from './writeEdits';

const FIELD_OF: Partial<Record<AssignmentColumn, Field>> = { ...SHARED_FIELDS, Notes: 'notes' };

/** Said of a tab that cannot be read. */
export const withoutIds = (tab: string): Kept => ({
  cell: '',
  why: `The tab “${tab}” has lost its column Outreach ID, so it was left as it is.`,
});

/** Said of a tab that refused what was to be written. */
export const tookNothing = (tab: string): Kept => ({
  cell: '',
  why: `The tab “${tab}” did not take what is new, so it was left as it is. If it is protected, ask whoever protected it.`,
});

/** Said of a column of the contacts that no longer fits what was remembered. */
export const notCarried = ({ why }: Campaign['changed'][number]): Kept => ({
  cell: '',
  why: `${why} Until then nothing of it is brought home or into the tabs.`,
});

/** A volunteer's tab as a tab of contacts: its rows are found again by their Outreach IDs. */
export function mapOfTab(table: Table, head: TabHead): SheetMap {
  const found = Object.entries(FIELD_OF).flatMap(([name, field]): (readonly [Field, number, string])[] => {
    const column = head.columns.get(name as AssignmentColumn);
    return column === undefined ? [] : [[field, column, name]];
  });
  return mapOfOurTab(table, head.headerRow, found, head.columns.get(OUTREACH_ID) ?? 0);
}

/** The cells of these rows and their records, as they differ from what stands in the tab. */
export function editsOfRows(
  table: Table,
  head: TabHead,
  plans: readonly Pick<RowPlan, 'row' | 'cells' | 'record'>[],
): WrittenEdit[] {
  return plans.flatMap((plan) => {
    const record = newRecord(plan, table.rows, head);
    const cells: { column: number; to: Cell }[] = [...plan.cells];
    if (record !== null && head.record > 0) cells.push({ column: head.record, to: record });
    return cells.map(({ column, to }) => ({
      row: plan.row,
      column,
      from: table.rows[plan.row - 1]?.[column - 1] ?? '',
      to,
    }));
  });
}

/**
 * The tab with the hidden column of the records, made anew at the right end where somebody deleted it; as it is where
 * it takes none.
 */
export function withRecords<T extends { readonly table: Table; readonly head: TabHead }>(
  { book }: Services,
  tab: T,
): T {
  const { table, head } = tab;
  if (head.record > 0) return tab;
  const at = head.headerRow - 1;
  const record = Math.max(...table.rows.map((row) => row.length)) + 1;
  try {
    book.addHiddenColumn(table.id, head.headerRow, record, RECORD_HEADING);
    book.flush();
  } catch (error) {
    throwIfLost(error);
    return tab;
  }
  const headings = Array.from({ length: record }, (_, index) => table.rows[at]?.[index] ?? '');
  headings[record - 1] = RECORD_HEADING;
  return {
    ...tab,
    table: { ...table, rows: table.rows.map((row, index) => (index === at ? headings : row)) },
    head: { ...head, record },
  };
}

/** The heading of the hidden column, where it does not say what it should; [] for a tab without that column. */
export function editsOfHead(
  campaign: Campaign,
  table: Table,
  head: TabHead,
  volunteer: string,
  ids: readonly string[],
): WrittenEdit[] {
  if (head.record === 0) return [];
  const ties = tiesOf(campaign, table.id, volunteer, ids);
  // As long as a column is asked about, the trigger looks for the heading that is gone, and so carries nothing.
  const isAsked = campaign.changed.length > 0 && head.ties !== null;
  const to = recordHeading(isAsked ? { ...ties, headings: head.ties.headings } : ties);
  const from = table.rows[head.headerRow - 1]?.[head.record - 1] ?? '';
  return from === to ? [] : [{ row: head.headerRow, column: head.record, from, to }];
}

/** Whether one column of the contacts means the field and everybody is sure of it. */
export const takesFor =
  (campaign: Campaign) =>
  (field: Field): boolean => {
    const mapped = campaign.map.columns[field];
    return mapped?.sure === true && mapped.columns.length === 1 && !isAsked(campaign, field);
  };

/** Whether its column no longer fits what was remembered: until somebody says what it is, nothing is carried. */
export const isAsked = ({ changed }: Campaign, field: Field): boolean =>
  changed.some((one) => one.field === field);

/**
 * Writes and reads back. `live`: the look-up formula of the next step, '' where there is none; every other text stays
 * text. What a formula shows is not what was written, so those cells are not put right.
 */
export function writeRows(
  services: Services,
  table: Table,
  head: TabHead,
  edits: readonly WrittenEdit[],
  live: string,
): readonly Kept[] {
  if (edits.length === 0) return [];
  const written = putCells(services, table, head, edits, live);
  const values = written.filter(({ to }) => live === '' || cellText(to) !== live);
  // The heading of the records alone is worth no read: in a wrong row it is no record, and the next run writes it anew.
  const isHeading = ({ row, column }: WrittenEdit) => row === head.headerRow && column === head.record;
  return values.every(isHeading) ? [] : putRight(services, table, mapOfTab(table, head), values);
}

/**
 * Writes without reading back. A record says what both sides have in common, so no record is written before the other
 * cells of its row: a run that is cut off in between must not take an old text for a new one. Returns what was written.
 */
export function putCells(
  services: Services,
  table: Table,
  head: TabHead,
  edits: readonly WrittenEdit[],
  live: string,
): readonly WrittenEdit[] {
  const whole = withBeside(table, head, edits);
  const written = whole.map((edit) => ({
    ...edit,
    to: toOurCell(edit.to, live),
  }));
  writeEdits(services, table.id, written, head.record);
  return whole;
}

/**
 * With the cells between “What happened” and the record of rows that get both, as they stand: so the touch leaves the
 * one and comes into the other in a single write, and no run can be cut off in between. None of them where formulas may
 * stand there: the next steps, or a column of the volunteer's own.
 */
export function withBeside(table: Table, head: TabHead, edits: readonly WrittenEdit[]): WrittenEdit[] {
  return [...edits, ...besideTouches(table, head, edits)];
}

function besideTouches({ rows }: Table, head: TabHead, edits: readonly WrittenEdit[]): WrittenEdit[] {
  const at = (name: AssignmentColumn) => head.columns.get(name) ?? 0;
  const [what, { record }] = [at('What happened'), head];
  const [first, last] = [Math.min(what, record), Math.max(what, record)];
  const ours = new Set([...head.columns].flatMap(([name, column]) => (name === NEXT_STEP ? [] : [column])));
  const between = Array.from({ length: last - first - 1 }, (_, index) => first + index + 1);
  if (first === 0 || !between.every((column) => ours.has(column))) return [];
  const has = new Set(edits.map(({ row, column }) => `${row}:${column}`));
  return edits
    .filter(({ row, column }) => column === what && has.has(`${row}:${record}`))
    .flatMap(({ row }) =>
      Array.from({ length: last - first - 1 }, (_, index): WrittenEdit => {
        const cell = rows[row - 1]?.[first + index] ?? '';
        return { row, column: first + index + 1, from: cell, to: cell };
      }).filter(({ column }) => !has.has(`${row}:${column}`)),
    );
}

/**
 * The tab's rows with the formulas of the Next step column in the place of their words; `live` is '' where there are
 * none. They are read only where an earlier run left words, or where a cell shows another word than it should.
 */
export function withLive(
  campaign: Campaign,
  tab: { readonly id: number },
  rows: Grid,
  head: TabHead,
  live: string,
): Grid {
  const idColumn = head.columns.get(OUTREACH_ID) ?? 0;
  const stepColumn = head.columns.get(NEXT_STEP) ?? 0;
  if (live === '' || stepColumn === 0) return rows;
  const { words, asks } = wordsOf(campaign);
  const idOf = (row: readonly Cell[]) => cellText(row[idColumn - 1] ?? '').trim();
  const wordOf = (row: readonly Cell[]) => asks.get(idOf(row)) ?? words.get(idOf(row));
  const shows = (row: readonly Cell[]) => cellText(row[stepColumn - 1] ?? '');
  const put = (row: readonly Cell[], formula: string) =>
    formula === '' ? row : row.map((cell, index) => (index === stepColumn - 1 ? formula : cell));
  const isTrue = rows.every((row) => (wordOf(row) ?? shows(row)) === shows(row));
  if (isTrue && isLive(campaign, tab.id))
    return rows.map((row) => (words.has(idOf(row)) && !asks.has(idOf(row)) ? put(row, live) : row));
  const formulas = campaign.services.book.readFormulas(tab.id, 1, stepColumn, rows.length, 1);
  return rows.map((row, index) => put(row, formulas[index]?.[0] ?? ''));
}

interface Words {
  /** The words in the Next step column of the contacts, by Outreach ID. */
  readonly words: ReadonlyMap<string, string>;
  readonly asks: ReadonlyMap<string, string>;
}

/** Every tab of a run asks for the same. */
const found = new WeakMap<Campaign['contacts'], Words>();

function wordsOf(campaign: Campaign): Words {
  const known = found.get(campaign.contacts) ?? { words: wordsById(campaign), asks: asksById(campaign) };
  found.set(campaign.contacts, known);
  return known;
}

function wordsById({ contacts, table, map }: Campaign): ReadonlyMap<string, string> {
  return new Map(
    contacts.flatMap(({ outreachId, row }) =>
      outreachId === '' ? [] : [[outreachId, liveWord(map, table.rows[row - 1] ?? [])]],
    ),
  );
}
