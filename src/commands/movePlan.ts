// The event of a plan moves, or its days before were edited: deadlines and check-ins of what is not done and was not set
// by hand follow, found by their ids, in one change that can be undone. Rows that people added get their day and word.
import { NEXT_STEP } from '../reading/fields';
import { readContacts } from '../reading/mapSheet';
import {
  mapOfPlan,
  planTabName,
  readPlan,
  type Plan,
  type PlanColumn,
  type PlanRow,
} from '../meetings/backFrom/planTab';
import { planMoves, type Moves, type RowMove } from '../meetings/backFrom/planMoves';
import { taskFormulas, taskWord } from '../meetings/backFrom/taskWord';
import { cellText, isBlank, sameCell, type Cell } from '../values/cell';
import { countOf } from '../values/count';
import { parseDay, shortDay, type Day } from '../values/day';
import { bad, good, type Result } from '../values/result';
import { keysByRow } from '../workbook/identity';
import type { KeyedEdit } from '../workbook/edits';
import type { Change } from '../workbook/journal';
import type { TabInfo } from '../workbook/table';
import type { Services } from '../google/services';
import { tabGone } from '../google/tabGone';
import type { WriteReceipt } from './answers';
import { applyEdits, type Applied } from './applyEdits';
import type { HiddenTab } from './hiddenTab';
import {
  keepPlan,
  lastWrittenIn,
  noPlan,
  notAhead,
  openPlans,
  planTabs,
  readPlanTab,
  type PlanFile,
  type PlanTab,
} from './planFile';
import { receipt } from './settle';

/** In the journal: rows of a plan, found by their task ids when they are undone. */
export const TASK_ROWS = 'task-rows';

/** Formulas of a plan's cells, one read; '' where a cell has none. */
type FormulaAt = (row: number, column: number) => string;

export function readPlanFormulas(
  { services }: Pick<PlanFile, 'services'>,
  { tab }: { readonly tab: Pick<TabInfo, 'id'> },
  plan: Plan,
): FormulaAt {
  const columns = (['Due', 'Check-in', NEXT_STEP] as const).flatMap((name) => plan.columns.get(name) ?? []);
  const first = Math.min(...columns);
  const below = plan.headerRow + 1;
  const rows = Math.max(1, plan.table.rows.length - plan.headerRow);
  const found = services.book.readFormulas(tab.id, below, first, rows, Math.max(...columns) - first + 1);
  return (row, column) => found[row - below]?.[column - first] ?? '';
}

/** What would change for an event on this day. */
export function movesOf(file: PlanFile, plan: Plan, formulaAt: FormulaAt, event: Day): Moves {
  const { settings, today } = file;
  return planMoves({
    plan,
    event,
    today,
    checkIns: settings.checkIns,
    off: settings.daysOff,
    hasFormula: (row, column) => formulaAt(row, column) !== '',
    lastWritten: lastWrittenIn(file, plan),
  });
}

/** Rows without the formula that gives their word: people inserted them. What somebody typed there stays. */
export function rowsWithoutWord(plan: Plan, formulaAt: FormulaAt): PlanRow[] {
  const column = plan.columns.get(NEXT_STEP);
  if (column === undefined) return [];
  const shows = (row: number) => plan.table.rows[row - 1]?.[column - 1] ?? '';
  return plan.rows.filter(({ row }) => formulaAt(row, column) === '' && isBlank(shows(row)));
}

/** `id`: sheet id of the tab; `dayText` '' for the day that stands in it. Needs the lock. */
export function movePlan(services: Services, id: string, dayText: string): Result<WriteReceipt> {
  const opened = openPlans(services);
  if (!opened.ok) return opened;
  const file = opened.value;
  const chosen = file.plans.find(({ tab }) => String(tab.id) === id);
  if (chosen === undefined) return bad(noPlan());
  const first = readPlanTab(file, chosen);
  if (!first.ok) return first;
  const formulaAt = readPlanFormulas(file, chosen, first.value);
  const plan = first.value;
  const event = dayText === '' ? plan.event.day : parseDay(dayText);
  if (event === null || event < file.today) return bad(notAhead(event));
  const { rows, kept } = movesOf(file, plan, formulaAt, event);
  giveWords(services, plan, rowsWithoutWord(plan, formulaAt), Infinity);
  const applied = write(file, plan, event, rows);
  const day = applied.kept.length === 0 ? event : (planNow(services, plan)?.event.day ?? null);
  if (day !== null) nameAfter(services, file.hidden, chosen, plan.event.name, day);
  services.book.flush();
  const moved = rows.filter(hasDays).length;
  const what =
    applied.written === 0 && applied.kept.length === 0
      ? 'Every date is as it was worked out'
      : whatHappened(plan, event, moved, file.today);
  return good(receipt(kept.length === 0 ? what : `${what}. ${countOf(kept.length, 'task')} stayed`, applied));
}

const hasDays = ({ due, checkIn }: RowMove): boolean => due !== undefined || checkIn !== undefined;

function whatHappened({ event }: Plan, day: Day, moved: number, today: Day): string {
  const tasks = countOf(moved, 'task');
  return event.day === day
    ? `Worked “${event.name}” out again: ${tasks}`
    : `Moved “${event.name}” to ${shortDay(day, today)} with ${tasks}`;
}

/**
 * Rows that people added get their ids first, by which they are told apart from then on; these stay when the rest is
 * taken back. The records come behind the days: what is cut off in between is told by the journal.
 */
function write(file: PlanFile, plan: Plan, event: Day, rows: readonly RowMove[]): Applied {
  const { services, hidden, today } = file;
  const map = mapOfPlan(plan);
  const keys = keysByRow(readContacts(plan.table, map));
  const edit = (row: number, name: PlanColumn, to: Cell): KeyedEdit[] => {
    const column = plan.columns.get(name) ?? 0;
    const from = plan.table.rows[row - 1]?.[column - 1] ?? '';
    const header = cellText(plan.table.rows[plan.headerRow - 1]?.[column - 1] ?? '');
    const key = keys.get(row);
    return column === 0 || key === undefined || sameCell(from, to) ? [] : [{ key, column, header, from, to }];
  };
  const ids = new Map(
    rows.flatMap(({ row }) => (row.id === '' ? [[row.row, services.newId()] as const] : [])),
  );
  const named = [...ids].flatMap(([row, id]) => edit(row, 'Task id', id));
  applyEdits(services, { map, hidden, edits: named, what: null });
  for (const [row, id] of ids) keys.set(row, id);

  const days = [
    ...rows.flatMap(({ row, due, checkIn }) => [
      ...(due === undefined ? [] : edit(row.row, 'Due', due)),
      ...(checkIn === undefined ? [] : edit(row.row, 'Check-in', checkIn)),
    ]),
    ...(plan.event.day === event ? [] : edit(plan.event.row, 'Due', { day: event, time: null })),
  ];
  const what = whatHappened(plan, event, rows.filter(hasDays).length, today);
  const job = { map, hidden, what, made: [TASK_ROWS] };
  const applied = applyEdits(services, { ...job, edits: days });
  const landed =
    applied.kept.length === 0
      ? rows
      : rowsThatLanded(planNow(services, plan), rows, (row) => ids.get(row.row) ?? row.id);
  const records = landed.flatMap(({ row, record }) =>
    record === undefined ? [] : edit(row.row, 'Plan record', record),
  );
  const { change } = applyEdits(services, { ...job, edits: records, change: applied.change });
  return { ...applied, change: applied.change || change };
}

/** Those whose days stand there: a record of a day that was not written would make the day that stayed somebody's own. */
function rowsThatLanded(
  now: Plan | null,
  rows: readonly RowMove[],
  idOf: (row: PlanRow) => string,
): readonly RowMove[] {
  const known = new Map(now?.rows.map((row) => [row.id, row]));
  return rows.filter(({ row, due, checkIn }) => {
    const found = known.get(idOf(row));
    return (
      found !== undefined &&
      (due === undefined || sameCell(found.due, due)) &&
      (checkIn === undefined || sameCell(found.checkIn, checkIn))
    );
  });
}

/** A simple trigger has little time: more blocks of rows than these wait for the next edit, or “Work it out again”. */
const MOST_BLOCKS = 8;

/**
 * For the simple trigger: rows that somebody inserted and typed in have their word at once, those that it missed before
 * too. Two reads.
 */
export function giveNewWords(
  services: Services,
  tab: Pick<TabInfo, 'id'>,
  edited: { readonly first: number; readonly last: number },
): void {
  const table = services.book.read(tab.id);
  const plan = table === null ? null : readPlan(table).plan;
  if (plan === null) return;
  const { day } = services.now();
  const column = plan.columns.get(NEXT_STEP) ?? 0;
  const shows = (row: number) => plan.table.rows[row - 1]?.[column - 1] ?? '';
  const isEdited = ({ row }: PlanRow) => row >= edited.first && row <= edited.last;
  const mayLack = (row: PlanRow) => isBlank(shows(row.row)) && (isEdited(row) || taskWord(row, day) !== '');
  const rows = plan.rows.filter(mayLack).sort((a, b) => Number(isEdited(b)) - Number(isEdited(a)));
  if (column === 0 || rows.length === 0) return;
  const without = rowsWithoutWord({ ...plan, rows }, readPlanFormulas({ services }, { tab }, plan));
  giveWords(services, plan, without, MOST_BLOCKS);
}

/** A call for each run of rows. Each formula looks at its own row. */
function giveWords(
  { book }: Services,
  { table, columns }: Plan,
  rows: readonly PlanRow[],
  most: number,
): void {
  const at = (name: PlanColumn) => columns.get(name) ?? 0;
  if (at('Check-in') === 0 || at('Done') === 0) return;
  const { task } = taskFormulas({ due: at('Due'), checkIn: at('Check-in'), done: at('Done') }, book.locale);
  const blocks: { first: number; formulas: string[][] }[] = [];
  for (const { row } of rows) {
    const last = blocks[blocks.length - 1];
    if (last !== undefined && last.first + last.formulas.length === row) last.formulas.push([task(row)]);
    else blocks.push({ first: row, formulas: [[task(row)]] });
  }
  for (const { first, formulas } of blocks.slice(0, most))
    book.writeFormulas(table.id, first, at(NEXT_STEP), formulas);
}

/** Keeps the day, and gives the tab the name that goes with it where it still has the one that we gave. */
function nameAfter(services: Services, hidden: HiddenTab, plan: PlanTab, eventName: string, day: Day): void {
  const { book } = services;
  const wanted = planTabName(eventName, day, services.now().day);
  const isFree = !book.tabs().some(({ name }) => name === wanted);
  const renames = plan.tab.name === plan.name && wanted !== plan.name && isFree;
  // Where a run was cut off behind the renaming, the tab has the new name already.
  const name = renames || plan.tab.name === wanted ? wanted : plan.name;
  if (renames) book.renameTab(plan.tab.id, name);
  if (day !== plan.day || name !== plan.name) keepPlan(services, hidden, { tab: plan.tab, day, name });
}

/** Takes back what was written into the rows of a plan where nobody changed it since. */
export function undoTaskRows(services: Services, hidden: HiddenTab, change: Change): Applied {
  const { book } = services;
  const { day: today } = services.now();
  const chosen = planTabs(book.tabs(), hidden.rows, today).find(({ tab }) => tab.id === change.tab);
  if (chosen === undefined) throw tabGone();
  const opened = readPlanTab({ services }, chosen);
  if (!opened.ok) return { change: '', written: 0, kept: [{ cell: '', why: opened.problem.message }] };
  const plan = opened.value;
  const map = mapOfPlan(plan);
  const applied = applyEdits(services, {
    map,
    hidden,
    what: null,
    edits: change.cells.map((cell) => ({ ...cell, from: cell.to, to: cell.from })),
  });
  const day = planNow(services, plan)?.event.day ?? null;
  if (day !== null) nameAfter(services, hidden, chosen, plan.event.name, day);
  return applied;
}

/** As it stands by now; null where it cannot be read any more. */
function planNow({ book }: Services, plan: Plan): Plan | null {
  const table = book.read(plan.table.id);
  return table === null ? null : readPlan(table).plan;
}
