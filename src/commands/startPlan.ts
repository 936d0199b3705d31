// Starts a plan back from the day of an event: shown first, then a tab of its own with every task, its deadline and
// check-in. Pressed twice it is made once, and a run that was cut off is gone on with.
import { kindNamed, EVENT_TASKS_SHAPE } from '../meetings/backFrom/readEventTasks';
import {
  hasTasks,
  NEW_COLUMNS,
  PLAN_COLUMNS,
  PLAN_SHAPE,
  planRows,
  planTabName,
  planTasks,
  readPlan,
  type PlannedTask,
} from '../meetings/backFrom/planTab';
import { taskFormats, taskFormulas } from '../meetings/backFrom/taskWord';
import { isBlank, type Cell } from '../values/cell';
import { countOf } from '../values/count';
import { addDays, longDay, parseDay, shortDay, type Day } from '../values/day';
import { isOff } from '../values/daysOff';
import { bad, good, type Result } from '../values/result';
import { asOurText } from '../values/writtenText';
import { cleanText } from '../values/text';
import { readVolunteers } from '../workbook/readVolunteers';
import type { TabInfo } from '../workbook/table';
import type { Services } from '../google/services';
import { tabHash } from './tabHash';
import { writeJournal } from './journal';
import { ensureTab } from './ourTabs';
import type { PlanPreview, StartedPlan } from './planAnswers';
import { keepPlan, notAhead, openPlans, type PlanFile } from './planFile';

/** Rows with dropdowns and words that a new plan has, the heading included: room for tasks that people add. */
const FURNISHED_ROWS = 100;

interface NewPlan {
  readonly tab: string;
  readonly event: { readonly name: string; readonly day: Day };
  readonly tasks: readonly PlannedTask[];
}

/** `name` '' takes the name of the kind. */
function newPlan(
  { events, settings, today }: PlanFile,
  kind: string,
  name: string,
  dayText: string,
): Result<NewPlan> {
  const day = parseDay(dayText);
  if (day === null || day < today) return bad(notAhead(day));
  const found = kindNamed(events, kind);
  if (found === undefined)
    return bad({
      code: 'no-such-kind',
      message: `The tab “Event tasks” has no tasks for “${kind}”, so no plan was made.`,
      todo: 'Write its tasks there, or choose another kind.',
      text: kind,
    });
  const event = { name: cleanText(name).replace(/\n/g, ' ') || found.kind, day };
  return good({
    tab: planTabName(event.name, day, today),
    event,
    tasks: planTasks(found.tasks, day, settings.checkIns, settings.daysOff),
  });
}

export function previewPlan(
  services: Services,
  kind: string,
  name: string,
  day: string,
): Result<PlanPreview> {
  const opened = openPlans(services);
  if (!opened.ok) return opened;
  const made = newPlan(opened.value, kind, name, day);
  if (!made.ok) return made;
  const { tab, tasks, event } = made.value;
  const { today } = opened.value;
  return good({
    tab,
    button: `Start the plan with ${countOf(tasks.length, 'task')}`,
    tasks: tasks.map(({ task, due, checkIn }) => ({
      task,
      due: shortDay(due, today),
      checkIn: checkIn === null ? '' : shortDay(checkIn, today),
    })),
    remarks: remarksOn(opened.value, event.day, tasks),
  });
}

function remarksOn({ settings, today }: PlanFile, day: Day, tasks: readonly PlannedTask[]): string[] {
  const late = tasks.filter(({ due }) => due < today).length;
  const moved = tasks.filter(({ due, daysBefore }) => due !== addDays(day, -daysBefore)).length;
  return [
    ...(late === 0
      ? []
      : [
          `${late} of ${countOf(tasks.length, 'task')} should have been done before today and ${late === 1 ? 'starts' : 'start'} as overdue. Begin with ${late === 1 ? 'it' : 'them'}.`,
        ]),
    ...(isOff(day, settings.daysOff) ? [`${longDay(day)} is one of your days off.`] : []),
    ...(moved === 0
      ? []
      : [
          `${countOf(moved, 'due date')} ${moved === 1 ? 'comes' : 'come'} earlier because of your days off.`,
        ]),
  ];
}

/** Needs the lock. */
export function startPlan(services: Services, kind: string, name: string, day: string): Result<StartedPlan> {
  const opened = openPlans(services);
  if (!opened.ok) return opened;
  const file = opened.value;
  const made = newPlan(file, kind, name, day);
  if (!made.ok) return made;
  const { tab, event } = made.value;
  const { book } = services;
  const known = file.plans.find((one) => one.name === tab)?.tab;
  const standing = known ?? book.tabs().find((one) => one.name === tab) ?? null;
  const table = standing === null ? null : book.read(standing.id);
  if (standing !== null && table !== null) {
    if (readPlan(table).plan !== null) {
      if (known === undefined) keepPlan(services, file.hidden, { tab: standing, day: event.day, name: tab });
      return good(standsAlready(services, standing));
    }
    const [headings = []] = table.rows;
    const isOurs = headings.every((cell, index) => isBlank(cell) || cell === PLAN_COLUMNS[index]);
    if (!isOurs || hasTasks(table.rows))
      return bad({
        code: 'tab-name-taken',
        message: `There is a tab “${standing.name}” already, and it is no plan of the add-on. Nothing was changed.`,
        todo: 'Give the event another name, or rename that tab.',
      });
  }
  return good(build(file, made.value, standing));
}

function standsAlready(services: Services, { id, name }: TabInfo): StartedPlan {
  services.book.flush();
  services.book.showTab(id);
  const message = `“${name}” stands already, so nothing was changed`;
  return { id: String(id), receipt: { message, change: '', written: 0, kept: [], undoable: false } };
}

function build(file: PlanFile, plan: NewPlan, standing: TabInfo | null): StartedPlan {
  const { services, hidden, today } = file;
  const { book } = services;
  ensureTab(services, hidden, EVENT_TASKS_SHAPE, file.eventTasks, file.eventTasksTable);
  const id = furnish(file, plan.tab, standing);
  const { formulas, lines } = linesOf(file, plan);
  const cells: (readonly Cell[])[] = [PLAN_COLUMNS, ...lines.map((line) => line.cells)];
  keepPlan(services, hidden, { tab: { id }, day: plan.event.day, name: plan.tab });
  const tasks = countOf(plan.tasks.length, 'task');
  const change = writeJournal(services, hidden, {
    what: `Started the plan for “${plan.event.name}” on ${shortDay(plan.event.day, today)}: ${tasks}`,
    tab: id,
    made: [`tab:${id}:${tabHash(cells)}`],
    undoable: true,
    cells: [],
  });
  // Words for rows that people add below.
  const words = Array.from({ length: Math.max(0, FURNISHED_ROWS - cells.length) }, (_, index) => ({
    cells: PLAN_COLUMNS.map((): Cell => ''),
    formula: formulas.task(cells.length + index + 1),
  }));
  const written = [...lines, ...words].map((line) =>
    line.cells.map((cell, index) => (index === NEW_COLUMNS.word - 1 ? line.formula : ready(cell))),
  );
  book.grow(id, written.length + 1, PLAN_COLUMNS.length);
  book.write(id, 1, 1, [PLAN_COLUMNS, ...written]);
  book.flush();
  book.showTab(id);
  return {
    id: String(id),
    receipt: {
      message: `Started “${plan.tab}” with ${tasks}`,
      change,
      written: plan.tasks.length,
      kept: [],
      undoable: true,
    },
  };
}

const ready = (cell: Cell): Cell => (typeof cell === 'string' ? asOurText(cell) : cell);

function linesOf({ services }: PlanFile, { tasks, event }: NewPlan) {
  const formulas = taskFormulas(NEW_COLUMNS, services.book.locale);
  return { formulas, lines: planRows(tasks, event, formulas, () => services.newId()) };
}

/** A tab with its headings, formats, dropdowns and colours: a new one, or one that a run left unfinished. */
function furnish({ services, ours }: PlanFile, name: string, standing: TabInfo | null): number {
  const { book } = services;
  const volunteers = readVolunteers(
    ours.volunteers === null ? null : book.read(ours.volunteers),
    book.locale,
  );
  const shape = { ...PLAN_SHAPE, name };
  const id = standing?.id ?? book.addTab(shape).id;
  if (standing !== null) book.furnishTab(id, shape);
  book.grow(id, FURNISHED_ROWS, PLAN_COLUMNS.length);
  const { due, checkIn, owner, done, word } = NEW_COLUMNS;
  const below = FURNISHED_ROWS - 1;
  if (volunteers.length > 0)
    book.dropdown(
      id,
      2,
      owner,
      below,
      volunteers.map((one) => one.name),
    );
  book.dropdown(id, 2, done, below, ['yes']);
  book.datePicker(id, 2, due, below);
  book.datePicker(id, 2, checkIn, below);
  book.replaceFormats(id, taskFormats(word, 2, FURNISHED_ROWS));
  return id;
}
