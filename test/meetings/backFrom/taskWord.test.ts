// The word of a task: the formula in the sheet and the rule in the program are one, for every cell and day.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  eventWord,
  isDone,
  taskFormats,
  taskFormulas,
  taskWord,
} from '../../../src/meetings/backFrom/taskWord';
import { isOurFormat } from '../../../src/touches/highlight';
import { TASK_COLOURS } from '../../../src/texts/taskWords';
import type { Cell } from '../../../src/values/cell';
import { addDays, day } from '../../../src/values/day';
import { resultsIn } from '../../touches/formulaSheet';

const TODAY = day('2026-11-12');
const on = (n: number, time: string | null = null): Cell => ({ day: addDays(TODAY, n), time });
const COLUMNS = { due: 1, checkIn: 2, done: 3 };
const formulas = taskFormulas(COLUMNS, 'en_US', 'DATE(2026,11,12)');

interface Task {
  readonly due: Cell;
  readonly checkIn: Cell;
  readonly done: Cell;
}

function inSheet(tasks: readonly Task[], formula: (row: number) => string): (string | undefined)[] {
  const grid: Cell[][] = tasks.map(({ due, checkIn, done }) => [due, checkIn, done]);
  return resultsIn(grid, null, 4, formula);
}

const task = (due: Cell, checkIn: Cell = '', done: Cell = ''): Task => ({ due, checkIn, done });

describe('the word of a task', () => {
  test.each([
    ['the day before', task(on(-1)), 'Overdue'],
    ['the same day', task(on(0)), 'Due today'],
    ['the same day, with a time', task(on(0, '18:30')), 'Due today'],
    ['a week ahead', task(on(7)), 'Due soon'],
    ['eight days ahead', task(on(8)), ''],
    ['check-in tomorrow', task(on(9), on(1)), ''],
    ['check-in today', task(on(7), on(0)), 'Check in'],
    ['check-in long past, and nobody asked', task(on(1), on(-6)), 'Check in'],
    ['overdue outweighs the check-in', task(on(-1), on(-8)), 'Overdue'],
    ['done, whatever the days', task(on(-30), on(-37), 'yes'), 'Done'],
    ['done on a day', task(on(-1), '', on(-2)), 'Done'],
    ['ticked', task(on(-1), '', true), 'Done'],
    ['not ticked', task(on(-1), '', false), 'Overdue'],
    ['only half', task(on(-1), '', 'half of it'), 'Overdue'],
    ['not done', task(on(-1), '', 'no'), 'Overdue'],
    ['no day yet', task(''), ''],
    ['a day as text', task('next week'), 'Check date'],
    ['a check-in as text', task(on(20), 'soon'), 'Check date'],
  ] as const)('%s', (_, given, word) => {
    expect(taskWord(given, TODAY)).toBe(word);
    expect(inSheet([given], formulas.task)).toEqual([word]);
  });

  test('that of the event says when it is', () => {
    const days = [on(-1), on(0), on(1), '', 'in spring'];
    expect(days.map((due) => eventWord(due, TODAY))).toEqual(['Over', 'Today', '', '', 'Check date']);
    expect(
      inSheet(
        days.map((due) => task(due)),
        formulas.event,
      ),
    ).toEqual(['Over', 'Today', '', '', 'Check date']);
  });

  const aDay = fc
    .tuple(
      fc.oneof(fc.integer({ min: -12, max: 12 }), fc.integer({ min: -400, max: 400 })),
      fc.constantFrom(null, null, '00:00', '09:30', '23:59'),
    )
    .map(([n, time]) => on(n, time));
  const odd = fc.constantFrom<Cell>(
    '',
    ' ',
    '\u00a0',
    '\u200b',
    '\n',
    'soon',
    '11/5/2026',
    '#N/A',
    true,
    false,
    0,
    3,
    -1,
    46331,
    46331.75,
    99_999_999,
    { day: day('1899-12-30'), time: '10:00' },
    { day: day('1969-12-31'), time: null },
  );
  const words = fc
    .tuple(
      fc.constantFrom(
        'yes',
        'y',
        'x',
        'done',
        'no',
        'not yet',
        'true',
        'false',
        '✓',
        '✔',
        'half',
        '1',
        '|',
        '',
      ),
      fc.constantFrom('', ' ', '\u00a0', '\n', '!'),
      fc.boolean(),
    )
    .map(([word, end, upper]): Cell => `${end === '!' ? '' : end}${upper ? word.toUpperCase() : word}${end}`);
  const anyTask = fc.record({
    due: fc.oneof({ weight: 4, arbitrary: aDay }, odd),
    checkIn: fc.oneof({ weight: 2, arbitrary: aDay }, { weight: 2, arbitrary: fc.constant<Cell>('') }, odd),
    done: fc.oneof({ weight: 4, arbitrary: fc.constant<Cell>('') }, words, aDay, odd),
  });

  test('is the same in the sheet and in the sidebar, whatever stands in the cells', () => {
    fc.assert(
      fc.property(fc.array(anyTask, { minLength: 40, maxLength: 40 }), (tasks) => {
        const rule = tasks.map((one) => taskWord(one, TODAY));
        expect(inSheet(tasks, formulas.task)).toEqual(rule);
        expect(inSheet(tasks, formulas.event)).toEqual(tasks.map(({ due }) => eventWord(due, TODAY)));
      }),
      { numRuns: 60 },
    );
  });

  test('that a cell says done never comes from blanks or a no', () => {
    for (const cell of ['', ' ', 'no', 'false', false, 0, -1, 'started'] as const)
      expect(isDone(cell)).toBe(false);
  });
});

describe('in the sheet', () => {
  test('the formula has the separators of the locale', () => {
    expect(taskFormulas(COLUMNS, 'de_DE').task(2)).not.toContain(',');
    expect(taskFormulas(COLUMNS, 'en_US').task(7)).toMatch(/^=[^;]*C7[^;]*A7[^;]*B7[^;]*$/);
  });

  test('the colours look at the column of the words alone, and each is known as ours', () => {
    const formats = taskFormats(8, 2, 100);
    expect(formats.map(({ ranges }) => ranges)).toEqual(TASK_COLOURS.map(() => ['H2:H100']));
    expect(formats.every(isOurFormat)).toBe(true);
  });
});
