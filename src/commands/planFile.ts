// Opens what plans are made from: settings, tasks for each kind of event, and the tabs of plans, which are known by their
// ids since people rename tabs. No contacts are read.
import { readEventTasks, type EventTasks } from '../meetings/backFrom/readEventTasks';
import { readPlan, type Plan, type PlanRow } from '../meetings/backFrom/planTab';
import { cellName } from '../values/a1';
import { isBlank, type Cell } from '../values/cell';
import { longDay, parseDay, type Day } from '../values/day';
import { bad, good, type Problem, type Result } from '../values/result';
import { newest, schemaVersion, SCHEMA_VERSION, type PlacedDataRow } from '../workbook/dataTab';
import { readJournal, type JournalCell } from '../workbook/journal';
import { readSettings } from '../workbook/readSettings';
import type { Settings } from '../workbook/settings';
import type { Table, TabInfo } from '../workbook/table';
import { EVENT_TASKS_TAB, PLAN_PREFIX } from '../workbook/tabs';
import type { Services } from '../google/services';
import { newerWorkbook, ourTabIds, type OurTabIds } from './campaign';
import { openHiddenTab, putRow, type HiddenTab } from './hiddenTab';

/** The line of a plan on the hidden tab: data is this, the day of the event as last worked out, and what we call the tab. */
const EVENT = /^event (\d{4}-\d{2}-\d{2}) (.*)$/s;

export interface PlanTab {
  readonly tab: TabInfo;
  /** As last worked out. */
  readonly day: Day;
  /** What we called the tab. */
  readonly name: string;
}

/** The plans that stand in the file: those to come first, the next one before the others; then the newest. No service call. */
export function planTabs(tabs: readonly TabInfo[], data: readonly PlacedDataRow[], today: Day): PlanTab[] {
  const lines = new Map<number, PlacedDataRow>();
  for (const line of data)
    if (line.kind === 'tab' && EVENT.test(line.data)) lines.set(Number(line.state), line);
  const all = tabs.flatMap((tab): PlanTab[] => {
    const [, text = '', name = ''] = EVENT.exec(lines.get(tab.id)?.data ?? '') ?? [];
    const day = parseDay(text);
    return day === null ? [] : [{ tab, day, name }];
  });
  const byDay = (a: PlanTab, b: PlanTab) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0);
  return [
    ...all.filter(({ day }) => day >= today).sort(byDay),
    ...all.filter(({ day }) => day < today).sort((a, b) => byDay(b, a)),
  ];
}

/** What is kept of a plan; pending until the caller flushes. */
export function keepPlan(
  services: Services,
  hidden: HiddenTab,
  { tab, day: event, name }: { readonly tab: Pick<TabInfo, 'id'>; readonly day: Day; readonly name: string },
): void {
  const { day, time } = services.now();
  putRow(services, hidden, {
    kind: 'tab',
    key: `${PLAN_PREFIX}${tab.id}`,
    when: `${day} ${time}`,
    who: '',
    state: String(tab.id),
    data: `event ${event} ${name}`,
  });
}

export interface PlanFile {
  readonly services: Services;
  readonly today: Day;
  readonly hidden: HiddenTab;
  readonly ours: OurTabIds;
  readonly settings: Settings;
  readonly settingsProblems: readonly Problem[];
  readonly events: EventTasks;
  /** “Event tasks”; null where it is not made yet. */
  readonly eventTasks: number | null;
  /** As read; null also where it stands blank, as after a run that was cut off. */
  readonly eventTasksTable: Table | null;
  readonly plans: readonly PlanTab[];
}

/** Three reads at most: the hidden tab, Settings, “Event tasks”. */
export function openPlans(services: Services): Result<PlanFile> {
  const { book } = services;
  const hidden = openHiddenTab(services);
  if (schemaVersion(hidden.rows) > SCHEMA_VERSION) return bad(newerWorkbook());
  const tabs = book.tabs();
  const ours = ourTabIds(tabs, hidden.rows);
  const read = (id: number | null): Table | null => (id === null ? null : book.read(id));
  const { settings, problems } = readSettings(read(ours.settings), book.locale);
  const { day: today } = services.now();
  const eventTasks = eventTasksTab(tabs, hidden.rows);
  const standing = read(eventTasks);
  const isFilled = standing?.rows.some((row) => !row.every(isBlank)) === true;
  const eventTasksTable = isFilled ? standing : null;
  return good({
    services,
    today,
    hidden,
    ours,
    settings,
    settingsProblems: problems,
    events: readEventTasks(eventTasksTable),
    eventTasks,
    eventTasksTable,
    plans: planTabs(tabs, hidden.rows, today),
  });
}

/** By the id we gave it, else by name. */
export function eventTasksTab(tabs: readonly TabInfo[], data: readonly PlacedDataRow[]): number | null {
  const known = Number(newest(data, 'tab', EVENT_TASKS_TAB)?.state ?? NaN);
  const tab = tabs.find(({ id }) => id === known) ?? tabs.find(({ name }) => name === EVENT_TASKS_TAB);
  return tab?.id ?? null;
}

/** A plan as read from its tab, one read; a problem where the tab cannot be read as one. */
export function readPlanTab({ services }: Pick<PlanFile, 'services'>, { tab }: PlanTab): Result<Plan> {
  const table = services.book.read(tab.id);
  if (table === null) return bad(noPlan());
  const read = readPlan(table);
  if (read.plan !== null) return good(read.plan);
  const what = read.lacks === 'event' ? 'the row of the event itself' : `the column “${read.lacks}”`;
  return bad({
    code: 'plan-broken',
    message: `The tab “${table.name}” has lost ${what}, so nothing can be worked out from it. Nothing was changed.`,
    todo: 'Bring it back with Ctrl+Z or File, Version history, or start a new plan.',
    place: { sheet: table.name },
  });
}

export function noPlan(): Problem {
  return {
    code: 'no-such-plan',
    message: 'This plan is not in the file any more. Nothing was changed.',
    todo: 'Choose another plan, or start a new one.',
  };
}

export function notAhead(day: Day | null): Problem {
  return {
    code: 'event-day',
    message:
      day === null
        ? 'The plan needs the day of the event.'
        : `${longDay(day)} is past, so nothing was planned.`,
    todo: 'Choose a day from today on.',
  };
}

/** What the journal says that we wrote last into cells of a plan, by key or by A1 name, and heading. */
export function lastWrittenIn(
  { hidden }: Pick<PlanFile, 'hidden'>,
  { table, columns }: Plan,
): (row: PlanRow, column: 'Due' | 'Check-in') => Cell | null {
  const byKey = new Map<string, JournalCell>();
  const byPlace = new Map<string, JournalCell>();
  for (const change of readJournal(hidden.rows))
    for (const cell of change.tab === table.id && change.state === '' ? change.cells : []) {
      const [key, place] = [`${cell.key} ${cell.header}`, `${cell.cell} ${cell.header}`];
      if (!byKey.has(key)) byKey.set(key, cell);
      if (!byPlace.has(place)) byPlace.set(place, cell);
    }
  return ({ id, row }, column) => {
    const place = cellName(row, columns.get(column) ?? 1);
    const found = id === '' ? byPlace.get(`${place} ${column}`) : byKey.get(`${id} ${column}`);
    return found?.to ?? null;
  };
}
