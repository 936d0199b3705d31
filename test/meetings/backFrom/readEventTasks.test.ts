// The tab “Event tasks”: the shipped ones to begin with, and from then on what people type there.
import { describe, expect, test } from '@jest/globals';
import { EVENT_TASKS } from '../../../src/texts/eventTasks';
import {
  EVENT_TASKS_SHAPE,
  kindNamed,
  readDaysBefore,
  readEventTasks,
} from '../../../src/meetings/backFrom/readEventTasks';
import type { Cell } from '../../../src/values/cell';

const read = (...rows: Cell[][]) => readEventTasks({ id: 1, name: 'Event tasks', hidden: false, rows });
const HEAD: Cell[] = ['Kind', 'Task', 'Days before', 'Critical'];

describe('tasks for an event', () => {
  test('the shipped tab says the shipped tasks', () => {
    expect(read(...EVENT_TASKS_SHAPE.rows.map((row) => [...row]))).toEqual({
      kinds: EVENT_TASKS,
      problems: [],
    });
    expect(readEventTasks(null).kinds).toEqual(EVENT_TASKS);
  });

  test('the shipped ones are told in words, the earliest first, none after the event, some of them critical', () => {
    for (const { tasks } of EVENT_TASKS) {
      expect(tasks.length).toBeGreaterThanOrEqual(6);
      expect(tasks.length).toBeLessThanOrEqual(10);
      expect(tasks.some(({ critical }) => critical)).toBe(true);
      const days = tasks.map(({ daysBefore }) => daysBefore);
      expect(days).toEqual([...days].sort((a, b) => b - a));
      expect(Math.min(...days)).toBeGreaterThan(0);
    }
  });

  test('a new kind counts, whatever the order of rows, columns and letters', () => {
    const tasks = read(
      ['Our events, worked back'],
      ['Critical', 'Days before', 'Task', 'Kind'],
      ['', 3, 'Bake', 'Street party'],
      ['yes', '2 weeks', 'Ask for the permit', 'street party'],
      ['', '10 days', 'Ask the band', 'Street  Party'],
    );
    expect(tasks.problems).toEqual([]);
    expect(kindNamed(tasks, 'STREET PARTY')?.tasks).toEqual([
      { task: 'Ask for the permit', daysBefore: 14, critical: true },
      { task: 'Ask the band', daysBefore: 10, critical: false },
      { task: 'Bake', daysBefore: 3, critical: false },
    ]);
    expect(kindNamed(tasks, 'Council vote')).toBeUndefined();
  });

  test('a row that cannot be used is named with its cell, and the others count', () => {
    const { kinds, problems } = read(
      HEAD,
      ['Rally', 'Book the square', 30, 'yes'],
      ['Rally', 'Paint', 'soon', ''],
      ['Rally', 'Sing', '', ''],
      ['', 'Sweep', 1, ''],
      ['Rally', '', 1, ''],
      ['', '', '', ''],
      ['Rally', 'Dream', -3, ''],
      ['Rally', 'Wait', 100_000, ''],
    );
    expect(kinds).toEqual([
      { kind: 'Rally', tasks: [{ task: 'Book the square', daysBefore: 30, critical: true }] },
    ]);
    expect(problems.map(({ place }) => `${place?.column ?? ''}${place?.row ?? ''}`)).toEqual([
      'C3',
      'C4',
      'A5',
      'B6',
      'C8',
      'C9',
    ]);
  });

  test('a tab without its headings is named', () => {
    expect(read(['Kind', 'Task'], ['Rally', 'Sing'])).toMatchObject({
      kinds: [],
      problems: [{ code: 'event-tasks-headings' }],
    });
  });
});

test.each([
  [14, 14],
  ['14', 14],
  ['14 days', 14],
  ['1 day', 1],
  ['2 weeks', 14],
  ['1w', 7],
  [0, 0],
  [1.5, null],
  [-1, null],
  ['', null],
  ['two', null],
  [true, null],
  ['9999', null],
] as const)('days before: %j is %j', (cell, days) => {
  expect(readDaysBefore(cell)).toBe(days);
});
