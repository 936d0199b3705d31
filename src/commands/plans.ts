// Back from a date: the plans in the file, what is overdue in one and who has it, and what would change for another day.
import { openTasks, type RowMove } from '../meetings/backFrom/planMoves';
import { isDone, taskWord } from '../meetings/backFrom/taskWord';
import type { Plan, PlanRow } from '../meetings/backFrom/planTab';
import { isAway } from '../people/away';
import { calendarLink } from '../people/calendarLinks';
import { deadlineOn } from '../people/deadlines';
import { dayInCell } from '../touches/rowFacts';
import type { TaskWord } from '../texts/taskWords';
import { cellName } from '../values/a1';
import { isBlank, type Cell } from '../values/cell';
import { countOf } from '../values/count';
import { daysBetween, laterOf, longDay, parseDay, shortDay, type Day } from '../values/day';
import { bad, good, type Problem, type Result } from '../values/result';
import { matchOwner, splitOwners } from '../workbook/owners';
import { readVolunteers } from '../workbook/readVolunteers';
import type { Volunteer } from '../workbook/volunteer';
import type { Services } from '../google/services';
import { MOST_ITEMS, type Need } from './answers';
import type { Campaign } from './campaign';
import { movesOf, readPlanFormulas, rowsWithoutWord } from './movePlan';
import type { EventPlan, PlanItem, PlanMoves, PlansView } from './planAnswers';
import { notAhead, openPlans, planTabs, readPlanTab, type PlanFile, type PlanTab } from './planFile';

/**
 * @param id sheet id of a plan; '' for that of the tab in front, else the next one.
 * @param dayText the day for which to say what would change; '' for the day that stands in the tab.
 */
export function showPlans(services: Services, id: string, dayText: string): Result<PlansView> {
  const opened = openPlans(services);
  if (!opened.ok) return opened;
  const file = opened.value;
  const { plans, events, settingsProblems, today } = file;
  const front = id === '' ? String(services.book.activeTab()?.id) : id;
  const chosen = plans.find(({ tab }) => String(tab.id) === front) ?? plans[0];
  const shown = chosen === undefined ? null : planView(file, chosen, dayText);
  if (shown !== null && !shown.ok) return shown;
  return good({
    tabs: plans.slice(0, MOST_ITEMS).map(({ tab }) => ({ id: String(tab.id), name: tab.name })),
    current: shown?.value.current ?? null,
    moves: shown?.value.moves ?? null,
    today,
    daysOff: file.settings.daysOffText,
    kinds: events.kinds.map(({ kind, tasks }) => ({ kind, tasks: tasks.length })),
    problems: [...events.problems, ...settingsProblems.filter(isOfDates)].slice(0, MOST_ITEMS).map(inWords),
  });
}

/** Of the settings only those that a plan is made from. */
const isOfDates = ({ message }: Problem): boolean => /“(?:Days off|Check-ins)”/.test(message);

function inWords({ message, todo, place }: Problem): string {
  const where = place?.row === undefined ? '' : ` (${place.sheet}, ${place.column ?? ''}${place.row})`;
  return `${message.replace(/\.$/, '')}${where}. ${todo}`;
}

function planView(
  file: PlanFile,
  chosen: PlanTab,
  dayText: string,
): Result<{ readonly current: EventPlan; readonly moves: PlanMoves | null }> {
  const read = readPlanTab(file, chosen);
  if (!read.ok) return read;
  const plan = read.value;
  const asked = dayText === '' ? plan.event.day : parseDay(dayText);
  if (dayText !== '' && (asked === null || asked < file.today)) return bad(notAhead(asked));
  const moves = asked === null || asked < file.today ? null : previewOf(file, chosen, plan, asked);
  return good({ current: eventPlan(file, chosen, plan), moves });
}

function eventPlan(file: PlanFile, { tab }: PlanTab, plan: Plan): EventPlan {
  const { today, services, settings, ours } = file;
  const { event, rows, columns } = plan;
  const open = openTasks(plan);
  const count = (word: TaskWord) => rows.filter((row) => taskWord(row, today) === word).length;
  const { day, name } = event;
  const link =
    day === null || day < today
      ? ''
      : calendarLink({
          title: settings.campaign === '' ? name : `${settings.campaign}: ${name}`,
          day,
          details: services.book.url,
          place: '',
        });
  const parts = [
    [count('Overdue'), 'overdue'],
    [count('Due today'), 'due today'],
    [count('Check in'), 'to check in on'],
    [open.filter(({ owner }) => owner === '').length, 'without an owner'],
    [open.filter(({ due }) => isBlank(due)).length, 'without a day'],
  ] as const;
  const table = ours.volunteers === null ? null : services.book.read(ours.volunteers);
  const volunteers = readVolunteers(table, services.book.locale);
  const news = parts.filter(([n]) => n > 0).map(([n, what]) => `${n} ${what}`);
  return {
    id: String(tab.id),
    tab: plan.table.name,
    event: name,
    day: day ?? '',
    dayText:
      day === null
        ? 'The cell with the day of the event is not a date'
        : `${longDay(day)}, ${inDays(today, day)}`,
    summary: [`${rows.filter(({ done }) => isDone(done)).length} of ${rows.length} done`, ...news].join(', '),
    items: open.slice(0, MOST_ITEMS).map((row) => itemOf(row, columns.get('Task') ?? 1, volunteers, today)),
    count: open.length,
    calendars:
      day === null || link === ''
        ? []
        : [{ label: `${name}, ${shortDay(day, today)}`.slice(0, 100), url: link }],
  };
}

function inDays(today: Day, day: Day): string {
  const days = daysBetween(today, day);
  if (days === 0) return 'today';
  return days < 0 ? `${countOf(-days, 'day')} ago` : `in ${countOf(days, 'day')}`;
}

function itemOf(row: PlanRow, column: number, volunteers: readonly Volunteer[], today: Day): PlanItem {
  const due = dayInCell(row.due);
  const asked = dayInCell(row.checkIn);
  const text = due === null ? '' : deadlineOn(due, today).text;
  const isAhead = due !== null && due > today && asked !== null && asked > today;
  return {
    cell: cellName(row.row, column),
    task: row.task,
    owner: row.owner,
    word: taskWord(row, today),
    due: isAhead ? `${text}, check-in on ${shortDay(asked, today)}` : text,
    away: due === null ? '' : awayText(row.owner, volunteers, due, today),
  };
}

/** '' as long as one of the owners is there. */
function awayText(owner: string, volunteers: readonly Volunteer[], due: Day, today: Day): string {
  const until = laterOf(due, today) ?? due;
  const gone = splitOwners(owner).flatMap((name) => {
    const match = matchOwner(name, volunteers);
    return match.kind === 'one' && isAway(match.volunteer, until) ? [match.volunteer] : [];
  });
  const [first] = gone;
  if (first === undefined || first.awayUntil === null || gone.length < splitOwners(owner).length) return '';
  return `${first.name} is away until ${shortDay(first.awayUntil, today)}`;
}

/** Enough lines to see what happens. */
const MOST_LINES = 50;

function previewOf(file: PlanFile, chosen: PlanTab, plan: Plan, event: Day): PlanMoves {
  const formulaAt = readPlanFormulas(file, chosen, plan);
  const { rows, kept } = movesOf(file, plan, formulaAt, event);
  const moved = rows.filter(({ due, checkIn }) => due !== undefined || checkIn !== undefined);
  const without = rowsWithoutWord(plan, formulaAt).filter(
    ({ row }) => !moved.some((one) => one.row.row === row),
  );
  const isOther = event !== plan.event.day || event !== chosen.day;
  const tasks = countOf(moved.length, 'task');
  const change = moved.length + without.length > 0;
  return {
    button: isOther
      ? `Move the event to ${shortDay(event, file.today)}${moved.length > 0 ? `, with ${tasks}` : ''}`
      : change
        ? `Work it out again: ${countOf(moved.length + without.length, 'task')}`
        : '',
    lines: [
      ...moved.map((move) => lineOf(move, file.today)),
      ...without.map(({ task }) => `${task}: gets its word`),
    ].slice(0, MOST_LINES),
    kept: kept.slice(0, MOST_LINES),
    keptCount: kept.length,
  };
}

function lineOf({ row, due, checkIn }: RowMove, today: Day): string {
  const text = (cell: Cell): string => {
    const day = dayInCell(cell);
    return day === null ? '' : shortDay(day, today);
  };
  if (due !== undefined) {
    const from = text(row.due);
    return from === '' ? `${row.task}: due ${text(due)}` : `${row.task}: ${from} becomes ${text(due)}`;
  }
  const to = text(checkIn ?? '');
  return to === '' ? `${row.task}: no check-in any more` : `${row.task}: check-in on ${to}`;
}

/** Plans that are looked into: a read each. */
const MOST_READ = 2;

/** The plans of the next events, as far as they can be read. */
export function nextPlans({ services, hidden, today }: Campaign): readonly Plan[] {
  const next = planTabs(services.book.tabs(), hidden.rows, today).filter(({ day }) => day >= today);
  return next.slice(0, MOST_READ).flatMap((one) => {
    const read = readPlanTab({ services }, one);
    return read.ok ? [read.value] : [];
  });
}

/** What is overdue in the plans of the next events. */
export function planNeeds(campaign: Campaign): Need[] {
  const { today } = campaign;
  const late = nextPlans(campaign).flatMap(({ rows, event }) => {
    const overdue = rows.filter((row) => taskWord(row, today) === 'Overdue').length;
    return overdue === 0 ? [] : [{ overdue, event }];
  });
  if (late.length === 0) return [];
  const names = late.map(({ overdue, event }) =>
    event.day === null ? event.name : `${overdue} for ${event.name} on ${shortDay(event.day, today)}`,
  );
  return [
    {
      count: late.reduce((sum, { overdue }) => sum + overdue, 0),
      title: 'Overdue in your plans',
      text: names.join(', '),
      action: 'See',
      to: { panel: 'event', mode: 'follow-ups', list: null },
      rows: [],
    },
  ];
}
