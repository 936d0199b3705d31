// One volunteer's tab during a full run: what its rows are, read anew before each write, for volunteers go on in it.
import { OUTREACH_ID } from '../reading/fields';
import { cellText, type Cell } from '../values/cell';
import type { Table } from '../values/table';
import { NEXT_STEP } from '../reading/fields';
import type { AssignmentColumn } from '../people/assignmentTab';
import { planTab, WAITS_FOR_LEAD, type RowPlan } from '../people/sync/planTab';
import type { RowsPlan } from '../people/sync/planRows';
import { idsOf, readTabHead, type TabHead } from '../people/sync/tabHead';
import { liveFormula, rowMaker, type RowMaker } from './assignmentRows';
import type { Campaign } from './campaign';
import type { HomeAnswers } from './homeAnswers';
import type { Gone } from './homeGone';
import type { HomeTab } from './homeTabs';
import { isAsked, takesFor } from './volunteerTab';

/** One tab that takes part. */
export interface HomeWork extends Omit<HomeTab, 'table' | 'head'> {
  readonly plan: RowsPlan;
  table: Table;
  head: TabHead;
  /** The rows as planned last, with the tab as it is by then. */
  plans: readonly RowPlan[];
  rowsNow: Table['rows'];
  /** Rows of contacts that somebody else has by now, by Outreach ID. */
  readonly gone: ReadonlyMap<string, Gone>;
  /** Rows that got their Outreach ID in this run, in their order. */
  readonly given: { readonly row: string; readonly id: string }[];
}

export const makeRows = (campaign: Campaign): RowMaker =>
  rowMaker({ campaign, share: { gifts: [] }, due: campaign.settings.nextMeeting });

export const liveIn = (campaign: Campaign, { head }: Pick<HomeWork, 'head'>): string =>
  liveFormula(campaign, head.columns.get(OUTREACH_ID) ?? 1);

/** The rows of one tab as they stand now against the contacts as `campaign` has them now. */
export function plansFor(
  campaign: Campaign,
  rowsOf: RowMaker,
  one: HomeWork,
  answers: HomeAnswers,
): RowPlan[] {
  const { head, table } = one;
  const shown = rowsOf(idsOf(one.rowsNow, head), liveIn(campaign, one));
  return planTab({
    rows: one.rowsNow,
    head,
    tab: table.id,
    contacts: new Map(shown.map((row) => [row.contact.outreachId, row])),
    takes: takesFor(campaign),
    asked: (field) => isAsked(campaign, field),
    fresh: new Set(one.given.map(({ id }) => id)),
    // A record of a tab that is gone is this tab's: the file was copied, or this is what is left of the two.
    words: new Map([...one.gone].map(([id, { word }]) => [id, word])),
    worth: (tab) =>
      tab === table.id || !campaign.services.book.tabs().some(({ id }) => id === tab) ? 'marks' : 'nothing',
    today: campaign.today,
    locale: campaign.services.book.locale,
    refresh: true,
    choices: answers.conflicts.filter(({ tabId }) => tabId === table.id),
  });
}

/** What the contacts did not take waits in the row for somebody from whom they do. */
export function asWaiting({ head, gone, rowsNow }: HomeWork, plan: RowPlan): RowPlan {
  const column = head.columns.get(NEXT_STEP) ?? 0;
  if (plan.home.length === 0 || plan.unclear !== null || column === 0 || gone.has(plan.contact.outreachId))
    return plan;
  const others = plan.cells.filter((cell) => cell.column !== column);
  const isSaid = rowsNow[plan.row - 1]?.[column - 1] === WAITS_FOR_LEAD;
  return { ...plan, cells: isSaid ? others : [...others, { column, to: WAITS_FOR_LEAD }] };
}

const TELLING: readonly AssignmentColumn[] = [
  'Organization',
  'Contact name',
  'How to reach them',
  'Known by',
];

/** What tells a row without an id from others, wherever it stands by now. */
const rowKey = (cells: readonly Cell[], { columns }: TabHead): string =>
  JSON.stringify(TELLING.map((name) => cellText(cells[(columns.get(name) ?? 0) - 1] ?? '')));

/** The row (1-based) has this Outreach ID from now on; it is written when the tab is finished. */
export function give(one: HomeWork, row: number, id: string): void {
  if (id === '') return;
  one.given.push({ row: rowKey(one.rowsNow[row - 1] ?? [], one.head), id });
  one.rowsNow = one.rowsNow.map((cells, index) => (index === row - 1 ? withId(cells, one.head, id) : cells));
}

const withId = (cells: readonly Cell[], { columns }: TabHead, id: string): Cell[] =>
  cells.map((cell, at) => (at === (columns.get(OUTREACH_ID) ?? 0) - 1 ? id : cell));

/** Reads the tab anew. False where it is gone, or has lost the column Outreach ID. */
export function lookAgain({ services }: Campaign, one: HomeWork): boolean {
  const table = services.book.read(one.table.id);
  const head = table && readTabHead(table.rows);
  if (table === null || head === null) return false;
  const steps = formulasById(one);
  const left = [...one.given];
  const idAt = (head.columns.get(OUTREACH_ID) ?? 0) - 1;
  const stepAt = (head.columns.get(NEXT_STEP) ?? 0) - 1;
  one.rowsNow = table.rows.map((cells, index) => {
    if (index < head.headerRow) return cells;
    const id = cellText(cells[idAt] ?? '').trim();
    const step = steps.get(id);
    if (step !== undefined) return cells.map((cell, at) => (at === stepAt ? step : cell));
    const key = id === '' ? rowKey(cells, head) : '';
    const known = left.findIndex(({ row }) => row === key);
    const [got] = known < 0 ? [] : left.splice(known, 1);
    return got === undefined ? cells : withId(cells, head, got.id);
  });
  one.table = table;
  one.head = head;
  return true;
}

/** Formulas under Next step move with their rows, and are not read again: the values are to be the last that is read. */
function formulasById({ rowsNow, head }: HomeWork): ReadonlyMap<string, Cell> {
  const [idAt, stepAt] = [(head.columns.get(OUTREACH_ID) ?? 0) - 1, (head.columns.get(NEXT_STEP) ?? 0) - 1];
  return new Map(
    rowsNow.slice(head.headerRow).flatMap((cells): (readonly [string, Cell])[] => {
      const [id, step] = [cellText(cells[idAt] ?? '').trim(), cells[stepAt] ?? ''];
      return id !== '' && cellText(step).startsWith('=') ? [[id, step]] : [];
    }),
  );
}
