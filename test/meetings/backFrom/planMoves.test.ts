// Working backwards from an event, and what follows it when it moves: never what is done or what a person set.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openTasks, planMoves, type Moves } from '../../../src/meetings/backFrom/planMoves';
import {
  EVENT_ID,
  PLAN_COLUMNS,
  planRows,
  planTasks,
  readPlan,
  type Plan,
  type PlanColumn,
} from '../../../src/meetings/backFrom/planTab';
import { readEventTasks, type EventTask } from '../../../src/meetings/backFrom/readEventTasks';
import type { Cell } from '../../../src/values/cell';
import { addDays, day, daysBetween, type Day } from '../../../src/values/day';
import { isOff, NO_DAYS_OFF, readDaysOff, type DaysOff } from '../../../src/values/daysOff';

const EVENT = day('2026-12-08');
const TODAY = day('2026-11-02');
const FORMULAS = { task: () => '=1', event: () => '=2' };

type Grid = Cell[][];

function gridOf(
  tasks: readonly EventTask[],
  event: Day = EVENT,
  off: DaysOff = NO_DAYS_OFF,
  checkIns: readonly number[] = [7, 2],
): Grid {
  let id = 0;
  const lines = planRows(
    planTasks(tasks, event, checkIns, off),
    { name: 'Council vote', day: event },
    FORMULAS,
    () => `t${++id}`,
  );
  return [[...PLAN_COLUMNS], ...lines.map(({ cells }) => [...cells])];
}

function planOf(rows: Grid): Plan {
  const read = readPlan({ id: 7, name: 'Plan: Council vote Dec 8', hidden: false, rows });
  if (read.plan === null) throw new Error(`lacks ${read.lacks}`);
  return read.plan;
}

interface Given {
  readonly event?: Day;
  readonly off?: DaysOff;
  readonly checkIns?: readonly number[];
  readonly formulas?: readonly string[];
  readonly written?: Readonly<Record<string, Cell>>;
}

function movesIn(grid: Grid, given: Given = {}): Moves {
  const plan = planOf(grid);
  return planMoves({
    plan,
    event: given.event ?? EVENT,
    today: TODAY,
    checkIns: given.checkIns ?? [7, 2],
    off: given.off ?? NO_DAYS_OFF,
    hasFormula: (row, column) => given.formulas?.includes(`${row}:${column}`) === true,
    lastWritten: ({ task }, column) => given.written?.[`${task} ${column}`] ?? null,
  });
}

const column = (name: PlanColumn) => PLAN_COLUMNS.indexOf(name);

/** The tab as it stands when these moves are written. */
function moved(grid: Grid, given: Given = {}): Grid {
  const after = grid.map((row) => [...row]);
  const plan = planOf(grid);
  for (const { row, due, checkIn, record } of movesIn(grid, given).rows) {
    const cells = after[row.row - 1] ?? [];
    if (due !== undefined) cells[column('Due')] = due;
    if (checkIn !== undefined) cells[column('Check-in')] = checkIn;
    if (record !== undefined) cells[column('Plan record')] = record;
    if (row.id === '') cells[column('Task id')] = `new${row.row}`;
  }
  const event = after[plan.event.row - 1];
  if (event) event[column('Due')] = { day: given.event ?? EVENT, time: null };
  return after;
}

const set = (grid: Grid, row: number, name: PlanColumn, cell: Cell): Grid =>
  grid.map((cells, index) =>
    index === row - 1 ? cells.map((old, at) => (at === column(name) ? cell : old)) : cells,
  );
const on = (text: string): Cell => ({ day: day(text), time: null });
const shown = (grid: Grid, name: PlanColumn): string[] =>
  planOf(grid).rows.map((row) => {
    const cell = name === 'Due' ? row.due : row.checkIn;
    return typeof cell === 'object' ? cell.day : String(cell);
  });

const TASKS: readonly EventTask[] = [
  { task: 'Count the votes', daysBefore: 35, critical: true },
  { task: 'Find the speakers', daysBefore: 10, critical: false },
  { task: 'Call everybody', daysBefore: 2, critical: true },
];
const SUNDAYS = readDaysOff('Sundays, Dec 24 – Jan 1', 'en_US').daysOff;

describe('working backwards', () => {
  test('each task is due its days before, with a check-in before the critical ones', () => {
    const grid = gridOf(TASKS);
    expect(shown(grid, 'Due')).toEqual(['2026-11-03', '2026-11-28', '2026-12-06']);
    expect(shown(grid, 'Check-in')).toEqual(['2026-10-27', '', '2026-11-29']);
  });

  test('days off are skipped, for deadlines and check-ins', () => {
    const grid = gridOf(TASKS, EVENT, SUNDAYS);
    expect(shown(grid, 'Due')).toEqual(['2026-11-03', '2026-11-28', '2026-12-05']);
    expect(shown(grid, 'Check-in')).toEqual(['2026-10-27', '', '2026-11-28']);
  });

  test('where Settings say that nobody asks, there are no check-ins', () => {
    expect(shown(gridOf(TASKS, EVENT, NO_DAYS_OFF, []), 'Check-in')).toEqual(['', '', '']);
  });

  const aDay = fc.integer({ min: 0, max: 900 }).map((n) => addDays(day('2026-01-01'), n));
  const aTask = fc.record({
    task: fc.string({ minLength: 1, maxLength: 8 }).map((text) => `T${text.replace(/\s/g, '')}`),
    daysBefore: fc.integer({ min: 0, max: 120 }),
    critical: fc.boolean(),
  });
  const anOff = fc.record({
    weekdays: fc.subarray([0, 1, 2, 3, 4, 5, 6], { maxLength: 5 }),
    spans: fc.array(
      fc
        .tuple(aDay, fc.integer({ min: 0, max: 14 }), fc.boolean())
        .map(([from, length, yearly]) =>
          yearly
            ? { from: from.slice(5), to: addDays(from, length).slice(5) }
            : { from, to: addDays(from, length) },
        ),
      { maxLength: 3 },
    ),
  });
  const kind = fc.array(aTask, { minLength: 1, maxLength: 12 }).map((tasks) => {
    const rows = tasks.map(({ task, daysBefore, critical }) => [
      'Kind',
      task,
      daysBefore,
      critical ? 'yes' : '',
    ]);
    const read = readEventTasks({
      id: 1,
      name: 'Event tasks',
      hidden: false,
      rows: [['Kind', 'Task', 'Days before', 'Critical'], ...rows],
    });
    return read.kinds[0]?.tasks ?? [];
  });

  test('no deadline and no check-in is on a day off or after the event, and the order stays', () => {
    fc.assert(
      fc.property(kind, aDay, anOff, (tasks, event, off) => {
        const planned = planTasks(tasks, event, [7, 2], off);
        planned.forEach(({ due, checkIn, daysBefore, critical }, index) => {
          expect(isOff(due, off)).toBe(false);
          expect(daysBetween(due, event)).toBeGreaterThanOrEqual(daysBefore);
          expect(checkIn !== null).toBe(critical);
          if (checkIn !== null) {
            expect(isOff(checkIn, off)).toBe(false);
            expect(checkIn < due).toBe(true);
          }
          const before = planned[index - 1];
          if (before) expect(before.due <= due).toBe(true);
        });
      }),
    );
  });

  test('moving the event there and back gives every date back, with days off that stay or change', () => {
    fc.assert(
      fc.property(kind, aDay, aDay, anOff, anOff, (tasks, event, other, off, otherOff) => {
        const grid = gridOf(tasks, event, off);
        const there = moved(grid, { event: other, off: otherOff });
        expect(there).toEqual(
          gridOf(tasks, other, otherOff).map((row, r) =>
            row.map((cell, c) => (c === column('Task id') ? (grid[r]?.[c] ?? '') : cell)),
          ),
        );
        expect(moved(there, { event, off })).toEqual(grid);
        expect(movesIn(grid, { event, off }).rows).toEqual([]);
      }),
    );
  });

  test('what a person set or did stays, however often the event moves', () => {
    const deed = fc.constantFrom<readonly [PlanColumn, Cell]>(
      ['Due', on('2026-11-20')],
      ['Due', 'when Bo is back'],
      ['Done', 'yes'],
      ['Done', on('2026-11-01')],
      ['Check-in', on('2026-11-19')],
      ['Check-in', 'no need'],
    );
    fc.assert(
      fc.property(
        kind,
        aDay,
        fc.array(fc.tuple(fc.nat(), deed), { maxLength: 6 }),
        fc.array(aDay, { minLength: 1, maxLength: 4 }),
        (tasks, event, deeds, days) => {
          const made = gridOf(tasks, event);
          let grid = made;
          const touched = new Map<string, Cell>();
          for (const [n, [name, cell]] of deeds) {
            const row = 2 + (n % tasks.length);
            // The very day that stood there: nobody can tell that it was typed.
            if (JSON.stringify(made[row - 1]?.[column(name)]) === JSON.stringify(cell)) continue;
            grid = set(grid, row, name, cell);
            touched.set(`${row}:${name}`, cell);
          }
          const start = grid;
          for (const to of days) grid = moved(grid, { event: to });
          for (const [place, cell] of touched) {
            const [row = '', name = ''] = place.split(':');
            expect(grid[Number(row) - 1]?.[column(name as PlanColumn)]).toEqual(cell);
          }
          for (const [index, row] of start.entries())
            if (touched.get(`${index + 1}:Done`) !== undefined) expect(grid[index]).toEqual(row);
        },
      ),
    );
  });
});

describe('what follows the event', () => {
  const LATER = day('2026-12-15');
  const grid = gridOf(TASKS);

  test('a day typed by hand stays, and is named', () => {
    const given = set(grid, 3, 'Due', on('2026-11-20'));
    const { rows, kept } = movesIn(given, { event: LATER });
    expect(rows.map(({ row }) => row.task)).toEqual(['Count the votes', 'Call everybody']);
    expect(kept).toEqual(['“Find the speakers” stays on Nov 20, which somebody set.']);
  });

  test('a day with a time, and a formula, were put there by hand', () => {
    const timed = set(grid, 3, 'Due', { day: day('2026-11-28'), time: '18:00' });
    expect(movesIn(timed, { event: LATER }).rows).toHaveLength(2);
    expect(movesIn(grid, { event: LATER, formulas: [`3:${column('Due') + 1}`] }).rows).toHaveLength(2);
  });

  test('days before that were edited count, also for the event where it is', () => {
    const given = set(grid, 3, 'Days before', 20);
    expect(shown(moved(given), 'Due')).toEqual(['2026-11-03', '2026-11-18', '2026-12-06']);
  });

  test('days before that are no number leave the task as it is, and it is named', () => {
    const given = set(grid, 3, 'Days before', 'a while');
    const { rows, kept } = movesIn(given, { event: LATER });
    expect(rows).toHaveLength(2);
    expect(kept).toEqual(['“Find the speakers” stays as it is: “a while” is not a number of days.']);
  });

  test('a row that somebody added gets its day, its check-in and a record', () => {
    const added = PLAN_COLUMNS.map((name): Cell => {
      if (name === 'Task') return 'Print the signs';
      if (name === 'Days before') return '2 weeks';
      return name === 'Critical' ? 'yes' : '';
    });
    const after = moved([...grid, added]);
    expect(after[grid.length]?.slice(3, 5)).toEqual([on('2026-11-24'), on('2026-11-17')]);
    expect(after[grid.length]?.at(-1)).toBe('2026-11-24 2026-11-17');
    expect(moved(after, { event: LATER })[grid.length]?.slice(3, 5)).toEqual([
      on('2026-12-01'),
      on('2026-11-24'),
    ]);
  });

  test('a task with a day of its own and no days before is left alone without a word', () => {
    const added = PLAN_COLUMNS.map((name): Cell =>
      name === 'Task' ? 'Ask the choir' : name === 'Due' ? on('2026-11-30') : '',
    );
    expect(movesIn([...grid, added], { event: LATER }).kept).toEqual([]);
    expect(moved([...grid, added], { event: LATER })[grid.length]).toEqual(added);
  });

  test('a check-in that was emptied or set anew stays so; one that is no longer critical goes', () => {
    const emptied = set(grid, 4, 'Check-in', '');
    expect(shown(moved(emptied, { event: LATER }), 'Check-in')).toEqual(['2026-11-03', '', '']);
    const later = set(grid, 4, 'Check-in', on('2026-12-04'));
    expect(shown(moved(later, { event: LATER }), 'Check-in')).toEqual(['2026-11-03', '', '2026-12-04']);
    const easy = set(grid, 4, 'Critical', '');
    expect(shown(moved(easy), 'Check-in')).toEqual(['2026-10-27', '', '']);
  });

  test('where the deadline is a text, the check-in stays as it is', () => {
    const given = set(grid, 4, 'Due', 'when Bo is back');
    expect(shown(moved(given, { event: LATER }), 'Check-in')).toEqual(['2026-11-03', '', '2026-11-29']);
  });

  test('a deadline that somebody emptied is worked out again', () => {
    expect(shown(moved(set(grid, 3, 'Due', '')), 'Due')).toEqual(['2026-11-03', '2026-11-28', '2026-12-06']);
  });

  test('a day that a run wrote before it was cut off is ours, though its record says another', () => {
    const cut = set(grid, 3, 'Due', on('2026-12-05'));
    expect(movesIn(cut, { event: day('2026-12-20') }).rows).toHaveLength(2);
    const { rows } = movesIn(cut, {
      event: day('2026-12-20'),
      written: { 'Find the speakers Due': on('2026-12-05') },
    });
    expect(rows.find(({ row }) => row.row === 3)?.due).toEqual(on('2026-12-10'));
  });

  test('columns that people moved and rows that they sorted change nothing', () => {
    const turned = grid.map((row) => [...row].reverse());
    const sorted = [turned[0] ?? [], ...turned.slice(1).reverse()];
    const { rows } = movesIn(sorted, { event: LATER });
    expect(rows.map(({ row, due }) => [row.task, due])).toEqual([
      ['Call everybody', on('2026-12-13')],
      ['Find the speakers', on('2026-12-05')],
      ['Count the votes', on('2026-11-10')],
    ]);
  });

  test('a copied row is a task of its own', () => {
    const copied = [...grid, [...(grid[1] ?? [])]];
    expect(planOf(copied).rows.map(({ id }) => id)).toEqual(['t1', 't2', 't3', '']);
    expect(movesIn(copied, { event: LATER }).rows).toHaveLength(4);
  });
});

describe('a tab of a plan', () => {
  test.each(['Task', 'Days before', 'Due', 'Task id'] as const)('without its column %s is named', (name) => {
    const grid = gridOf(TASKS).map((row) => row.filter((_, index) => index !== column(name)));
    expect(readPlan({ id: 1, name: 'x', hidden: false, rows: grid })).toEqual({ plan: null, lacks: name });
  });

  test('without the row of the event is named', () => {
    const grid = gridOf(TASKS).filter((row) => row[column('Task id')] !== EVENT_ID);
    expect(readPlan({ id: 1, name: 'x', hidden: false, rows: grid })).toEqual({
      plan: null,
      lacks: EVENT_ID,
    });
  });

  test('lists what is not done, the earliest deadline first', () => {
    const given = set(set(gridOf(TASKS), 2, 'Done', 'yes'), 3, 'Due', on('2027-01-01'));
    expect(openTasks(planOf(given)).map(({ task }) => task)).toEqual(['Call everybody', 'Find the speakers']);
  });
});
