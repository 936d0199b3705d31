// The tab “Event tasks”: which tasks lead to each kind of event. Made with the shipped ones, theirs to change: what is
// typed there counts from then on, new kinds too.
import { EVENT_TASKS } from '../../texts/eventTasks';
import { columnLetter } from '../../values/a1';
import { cellText, isBlank, type Cell } from '../../values/cell';
import type { Problem } from '../../values/result';
import type { Table } from '../../values/table';
import { cleanText, foldName } from '../../values/text';
import { isYes } from '../../values/yes';
import type { TabShape } from '../../workbook/ourTabs';
import { EVENT_TASKS_TAB } from '../../workbook/tabs';

const COLUMNS = ['Kind', 'Task', 'Days before', 'Critical'] as const;

/** Farther ahead nobody plans. */
export const MOST_DAYS = 730;

export interface EventTask {
  readonly task: string;
  readonly daysBefore: number;
  readonly critical: boolean;
}

export interface EventKind {
  readonly kind: string;
  /** The earliest first; those of one day in the order of the tab. */
  readonly tasks: readonly EventTask[];
}

export const EVENT_TASKS_SHAPE: TabShape = {
  name: EVENT_TASKS_TAB,
  rows: [
    COLUMNS,
    ...EVENT_TASKS.flatMap(({ kind, tasks }) =>
      tasks.map(({ task, daysBefore, critical }) => [kind, task, daysBefore, critical ? 'yes' : '']),
    ),
  ],
  textColumns: [1, 2],
  widths: [140, 520, 110, 90],
  headerNotes: [
    'What kind of event: a new name here is a new kind',
    'What is to be done: write, change and delete as you like. Plans that stand keep theirs.',
    'How many days before the event it is due',
    'yes: somebody asks how it goes before it is due',
  ],
  hidden: false,
};

/** "14", "14 days", "2 weeks" or the number; null for anything else, and for more than two years. */
export function readDaysBefore(cell: Cell): number | null {
  const [, figures = '', weeks] =
    /^(\d{1,4})(?: *(?:(w|weeks?|wochen?)|d|days?|tage?))?$/i.exec(cleanText(cellText(cell))) ?? [];
  if (figures === '') return null;
  const days = Number(figures) * (weeks === undefined ? 1 : 7);
  return days <= MOST_DAYS ? days : null;
}

export interface EventTasks {
  readonly kinds: readonly EventKind[];
  /** Rows that cannot be used, each with its cell. */
  readonly problems: readonly Problem[];
}

/** null, a tab that is not there, gives the shipped ones. */
export function readEventTasks(table: Table | null): EventTasks {
  if (table === null) return { kinds: EVENT_TASKS, problems: [] };
  const index = table.rows.findIndex((row) => {
    const names = row.map((cell) => foldName(cellText(cell)));
    return COLUMNS.slice(0, 3).every((name) => names.includes(foldName(name)));
  });
  if (index < 0)
    return {
      kinds: [],
      problems: [
        {
          code: 'event-tasks-headings',
          message: `The tab “${table.name}” has lost one of its headings ${COLUMNS.slice(0, 3).join(', ')}.`,
          todo: 'Write them into one row again, above the tasks.',
          place: { sheet: table.name },
        },
      ],
    };
  const headings = (table.rows[index] ?? []).map((cell) => foldName(cellText(cell)));
  const column = (name: (typeof COLUMNS)[number]) => headings.indexOf(foldName(name)) + 1;
  const kinds = new Map<string, { kind: string; tasks: EventTask[] }>();
  const problems: Problem[] = [];
  table.rows.slice(index + 1).forEach((cells, below) => {
    const row = index + below + 2;
    const cell = (name: (typeof COLUMNS)[number]): Cell => cells[column(name) - 1] ?? '';
    const text = (name: (typeof COLUMNS)[number]) => cleanText(cellText(cell(name)));
    const [kind, task] = [text('Kind'), text('Task')];
    if (kind === '' && task === '') return;
    const complain = (name: (typeof COLUMNS)[number], message: string, todo: string): void => {
      const place = { sheet: table.name, row, column: columnLetter(column(name)) };
      problems.push({ code: 'event-task-unreadable', message, todo, place, text: cellText(cell(name)) });
    };
    const daysBefore = readDaysBefore(cell('Days before'));
    if (kind === '') complain('Kind', `“${task}” says no kind of event.`, 'Write the kind in its row.');
    else if (task === '') complain('Task', `Row ${row} says no task.`, 'Write what is to be done.');
    else if (daysBefore === null)
      complain(
        'Days before',
        isBlank(cell('Days before'))
          ? `“${task}” does not say how many days before.`
          : `“${text('Days before')}” is not a number of days.`,
        `Write a whole number up to ${MOST_DAYS}.`,
      );
    else {
      const found = kinds.get(foldName(kind)) ?? { kind, tasks: [] };
      found.tasks.push({ task, daysBefore, critical: isYes(cell('Critical')) });
      kinds.set(foldName(kind), found);
    }
  });
  return { kinds: [...kinds.values()].map((one) => ({ ...one, tasks: inOrder(one.tasks) })), problems };
}

/** Sorting is stable in the language, so tasks of one day keep their order. */
const inOrder = (tasks: readonly EventTask[]): EventTask[] =>
  [...tasks].sort((a, b) => b.daysBefore - a.daysBefore);

/** The kind of this name, whatever its letters' case. */
export function kindNamed({ kinds }: EventTasks, name: string): EventKind | undefined {
  return kinds.find(({ kind }) => foldName(kind) === foldName(name));
}
