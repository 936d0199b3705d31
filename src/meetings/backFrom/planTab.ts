// The tab of one event, “Plan: Council vote Dec 8”: a row for each task, the earliest first, and the event itself as the
// last one, whose day everything is worked out from. People sort it, add rows and change what they like.
import { NEXT_STEP } from '../../reading/fields';
import type { SheetMap } from '../../reading/map';
import { mapOfOurTab } from '../../reading/ourTabMap';
import { dayInCell } from '../../touches/rowFacts';
import { cellText, isBlank, isDateCell, type Cell, type Grid } from '../../values/cell';
import { parseDay, shortDay, type Day } from '../../values/day';
import type { DaysOff } from '../../values/daysOff';
import { cleanText } from '../../values/text';
import type { Table } from '../../values/table';
import { isYes } from '../../values/yes';
import type { TabShape } from '../../workbook/ourTabs';
import { PLAN_PREFIX } from '../../workbook/tabs';
import { readDaysBefore, type EventTask } from './readEventTasks';
import { checkInDay, dueDay } from './workBack';

export const PLAN_COLUMNS = [
  'Task',
  'Days before',
  'Critical',
  'Due',
  'Check-in',
  'Owner',
  'Done',
  NEXT_STEP,
  'Task id',
  'Plan record',
] as const;

export type PlanColumn = (typeof PLAN_COLUMNS)[number];

/** Stands under “Task id” in the row of the event itself. */
export const EVENT_ID = 'event';

/** What a row of a plan is made from; the event itself has no days before. */
export interface PlannedTask extends EventTask {
  readonly due: Day;
  readonly checkIn: Day | null;
}

/** What the add-on worked out for a row last: what differs from it was set by hand. */
export interface PlanRecord {
  readonly due: Day | null;
  readonly checkIn: Day | null;
}

export interface PlanRow {
  /** 1-based. */
  readonly row: number;
  /** '' for a row that somebody added, and for the second of two equal ones. */
  readonly id: string;
  readonly task: string;
  /** null where nothing stands there, or no number of days. */
  readonly daysBefore: number | null;
  /** As typed. */
  readonly daysText: string;
  readonly critical: boolean;
  readonly due: Cell;
  readonly checkIn: Cell;
  readonly owner: string;
  readonly done: Cell;
  /** null in a row that somebody added. */
  readonly record: PlanRecord | null;
}

export interface Plan {
  readonly table: Table;
  /** 1-based. */
  readonly headerRow: number;
  readonly columns: ReadonlyMap<PlanColumn, number>;
  /** Every row with a task but that of the event, in the order of the tab. */
  readonly rows: readonly PlanRow[];
  readonly event: {
    /** 1-based. */
    readonly row: number;
    readonly name: string;
    readonly due: Cell;
    /** null where the cell holds no day. */
    readonly day: Day | null;
  };
}

const HEADING_ROWS = 30;
/** The heading that no group's own table has. */
const RECORD: PlanColumn = 'Plan record';
const NEEDED: readonly PlanColumn[] = ['Task', 'Days before', 'Due', 'Task id'];

/** True for the first rows of a plan, whatever its tab is called. */
export function isPlan(top: Grid): boolean {
  return top.some((cells) => [...NEEDED, RECORD].every((name) => cells.includes(name)));
}

/** What is missing in the tab where it cannot be read: a heading, or the row of the event. */
export type PlanRead =
  { readonly plan: Plan } | { readonly plan: null; readonly lacks: PlanColumn | typeof EVENT_ID };

export function readPlan(table: Table): PlanRead {
  const { rows } = table;
  const known = (cells: readonly Cell[]) =>
    cells.filter((cell) => NEEDED.some((name) => name === cell)).length;
  const counts = rows.slice(0, HEADING_ROWS).map(known);
  const index = counts.indexOf(Math.max(...counts));
  const headings = (rows[index] ?? []).map((cell) => cellText(cell).trim());
  const lacks = NEEDED.find((name) => !headings.includes(name));
  if (lacks !== undefined) return { plan: null, lacks };
  const columns = new Map<PlanColumn, number>();
  for (const name of PLAN_COLUMNS) if (headings.includes(name)) columns.set(name, headings.indexOf(name) + 1);
  const seen = new Set<string>();
  const found = rows.slice(index + 1).flatMap((cells, below): PlanRow[] => {
    const row = readRow(cells, index + below + 2, columns);
    if (row.task === '' && row.id !== EVENT_ID) return [];
    const isSecond = row.id !== '' && seen.has(row.id);
    seen.add(row.id);
    return [isSecond ? { ...row, id: '' } : row];
  });
  const event = found.find(({ id }) => id === EVENT_ID);
  if (event === undefined) return { plan: null, lacks: EVENT_ID };
  return {
    plan: {
      table,
      headerRow: index + 1,
      columns,
      rows: found.filter((row) => row !== event),
      event: { row: event.row, name: event.task, due: event.due, day: dayInCell(event.due) },
    },
  };
}

function readRow(cells: readonly Cell[], row: number, columns: ReadonlyMap<PlanColumn, number>): PlanRow {
  const cell = (name: PlanColumn): Cell => cells[(columns.get(name) ?? 0) - 1] ?? '';
  const text = (name: PlanColumn) => cleanText(cellText(cell(name)));
  const [due = '', checkIn = ''] = text('Plan record').split(' ');
  return {
    row,
    id: text('Task id'),
    task: text('Task'),
    daysBefore: readDaysBefore(cell('Days before')),
    daysText: text('Days before'),
    critical: isYes(cell('Critical')),
    due: cell('Due'),
    checkIn: cell('Check-in'),
    owner: text('Owner'),
    done: cell('Done'),
    record: due === '' ? null : { due: parseDay(due), checkIn: parseDay(checkIn) },
  };
}

export const recordText = ({ due, checkIn }: PlanRecord): string => `${due ?? '-'} ${checkIn ?? '-'}`;

/** A day with a time was typed by a person. */
export const dayAlone = (cell: Cell): Day | null =>
  isDateCell(cell) && cell.time === null ? cell.day : null;

export const dayCell = (day: Day | null): Cell => (day === null ? '' : { day, time: null });

/** Deadlines and check-ins of these tasks for an event on this day, in their order. */
export function planTasks(
  tasks: readonly EventTask[],
  event: Day,
  checkIns: readonly number[],
  off: DaysOff,
): PlannedTask[] {
  return tasks.map((task) => {
    const due = dueDay(event, task.daysBefore, off);
    return { ...task, due, checkIn: task.critical ? checkInDay(due, checkIns, off) : null };
  });
}

export interface Formulas {
  /** For a row, 1-based. */
  readonly task: (row: number) => string;
  readonly event: (row: number) => string;
}

/** Rows below the headings of a new plan, from row 2 on; `newId` names each task. Texts are as they are to be read. */
export function planRows(
  planned: readonly PlannedTask[],
  event: { readonly name: string; readonly day: Day },
  formulas: Formulas,
  newId: () => string,
): { readonly cells: readonly Cell[]; readonly formula: string }[] {
  const line = (cells: Readonly<Partial<Record<PlanColumn, Cell>>>, formula: string) => ({
    cells: PLAN_COLUMNS.map((name) => (name === NEXT_STEP ? '' : (cells[name] ?? ''))),
    formula,
  });
  return [
    ...planned.map(({ task, daysBefore, critical, due, checkIn }, index) =>
      line(
        {
          Task: task,
          'Days before': daysBefore,
          Critical: critical ? 'yes' : '',
          Due: dayCell(due),
          'Check-in': dayCell(checkIn),
          'Task id': newId(),
          'Plan record': recordText({ due, checkIn }),
        },
        formulas.task(index + 2),
      ),
    ),
    line(
      { Task: event.name, Due: dayCell(event.day), 'Task id': EVENT_ID },
      formulas.event(planned.length + 2),
    ),
  ];
}

const at = (column: PlanColumn): number => PLAN_COLUMNS.indexOf(column) + 1;

/** 1-based columns of a new plan. */
export const NEW_COLUMNS = {
  due: at('Due'),
  checkIn: at('Check-in'),
  owner: at('Owner'),
  done: at('Done'),
  word: at(NEXT_STEP),
  id: at('Task id'),
  record: at('Plan record'),
};

/** With the headings only; `hidden` of NewTab stands beside it. */
export const PLAN_SHAPE: Omit<TabShape, 'name'> & { readonly hiddenColumns: readonly number[] } = {
  rows: [PLAN_COLUMNS],
  textColumns: [at('Task'), at('Owner'), NEW_COLUMNS.id, NEW_COLUMNS.record],
  widths: [420, 100, 80, 110, 110, 130, 90, 110],
  headerNotes: PLAN_COLUMNS.map((name) => NOTES(name)),
  hiddenColumns: [NEW_COLUMNS.id, NEW_COLUMNS.record],
  hidden: false,
};

function NOTES(name: PlanColumn): string {
  if (name === 'Days before')
    return 'Change it, then press “Work it out again” in the sidebar: Outreach, Back from a date';
  if (name === 'Critical') return 'yes: somebody asks how it goes before it is due';
  if (name === 'Due') return 'A day that you type yourself stays when the event moves';
  if (name === 'Check-in') return 'Asked how it goes? Type the next day to ask, or empty the cell.';
  if (name === 'Done') return 'yes, or the day';
  return name === NEXT_STEP ? 'By itself, from the days and Done' : '';
}

/** False for a tab that holds its headings at most, as after a run that was cut off. */
export function hasTasks(rows: Grid): boolean {
  return rows.slice(1).some((row) => !row.every(isBlank));
}

/** “Plan: Council vote Dec 8”; a tab's name holds at most 100 characters. */
export function planTabName(name: string, day: Day, today: Day): string {
  const plain = name.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  const short = plain.slice(0, 70).replace(/[\ud800-\udbff]$/, '');
  return `${PLAN_PREFIX}${short.trim()} ${shortDay(day, today)}`;
}

/** A plan as a tab of contacts, so that its rows are found, written and put right like theirs. */
export function mapOfPlan({ table, headerRow, columns }: Plan): SheetMap {
  const at = (name: PlanColumn) => columns.get(name) ?? 0;
  return mapOfOurTab(
    table,
    headerRow,
    [
      ['organization', at('Task'), 'Task'],
      ...(columns.has('Owner') ? [['owner', at('Owner'), 'Owner'] as const] : []),
    ],
    at('Task id'),
  );
}
