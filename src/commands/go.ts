// Goes to a cell or a tab of ours, so that a click in the sidebar shows the place in the sheet.
import { bad, good, type Result } from '../values/result';
import {
  EVERYBODY_READS,
  LOG_SHAPE,
  SETTINGS_SHAPE,
  VOLUNTEERS_SHAPE,
  type TabShape,
} from '../workbook/ourTabs';
import { schemaVersion, SCHEMA_VERSION } from '../workbook/dataTab';
import { WORKED_OUT, WORKED_OUT_MEANS, type WorkedOut } from '../texts/mergeNames';
import { EVENT_TASKS_SHAPE } from '../meetings/backFrom/readEventTasks';
import { templateRows } from '../mail/readTemplates';
import { readSettings } from '../workbook/readSettings';
import {
  ASKS_TAB,
  EVENT_TASKS_TAB,
  LOG_TAB,
  PARTNERS_TAB,
  SETTINGS_TAB,
  TEMPLATES_TAB,
  VOLUNTEERS_TAB,
} from '../workbook/tabs';
import type { Services } from '../google/services';
import { asksShape } from './asksTab';
import { newerWorkbook, noSuchTab, ourTabIds } from './campaign';
import { openHiddenTab } from './hiddenTab';
import { ensureTab, type FurnishedShape } from './ourTabs';
import { partnersShape } from './partners';
import { eventTasksTab } from './planFile';

export function goTo(services: Services, sheet: string, cell: string): Result<null> {
  const tab = services.book.tabs().find((t) => t.name === sheet);
  if (tab === undefined) return bad(noSuchTab(sheet));
  if (!/^[A-Z]{1,3}[1-9]\d{0,6}$/.test(cell)) services.book.showTab(tab.id);
  else services.book.select(tab.id, cell);
  return good(null);
}

export type OurTabName =
  'Settings' | 'Volunteers' | 'Templates' | 'Outreach log' | 'Event tasks' | 'Asks' | 'Partnerships';

const NAMES_NOTE =
  'Words in {{ }} come from the sheet: its headings, the names in Settings, and those below.';

const workedOut = (): string =>
  (Object.keys(WORKED_OUT) as WorkedOut[])
    .map((name) => `{{${WORKED_OUT[name]}}}: ${WORKED_OUT_MEANS[name]}`)
    .join('\n');

const templatesShape = (): TabShape => ({
  name: TEMPLATES_TAB,
  rows: templateRows(),
  textColumns: [1, 2, 3, 4, 5, 6],
  widths: [140, 90, 140, 100, 260, 600],
  headerNotes: [
    '',
    'first, follow-up, last or thanks',
    'Empty means for every kind of group',
    '',
    'Words in {{ }} come from the sheet, as in Body',
    `${NAMES_NOTE}\n${workedOut()}\n${EVERYBODY_READS}`,
  ],
  hidden: false,
});

function shapeOf(name: OurTabName, ownAsks: () => readonly string[]): FurnishedShape {
  if (name === ASKS_TAB) return asksShape(ownAsks());
  if (name === PARTNERS_TAB) return partnersShape();
  if (name === SETTINGS_TAB) return SETTINGS_SHAPE;
  if (name === VOLUNTEERS_TAB) return VOLUNTEERS_SHAPE;
  if (name === TEMPLATES_TAB) return templatesShape();
  if (name === EVENT_TASKS_TAB) return EVENT_TASKS_SHAPE;
  return LOG_SHAPE;
}

/** Shows one of our tabs, made first where it is missing. Needs the lock. */
export function openTab(services: Services, name: OurTabName): Result<null> {
  const known: readonly string[] = [
    SETTINGS_TAB,
    VOLUNTEERS_TAB,
    TEMPLATES_TAB,
    LOG_TAB,
    EVENT_TASKS_TAB,
    ASKS_TAB,
    PARTNERS_TAB,
  ];
  if (!known.includes(name)) return bad(noSuchTab(name));
  const hidden = openHiddenTab(services);
  if (schemaVersion(hidden.rows) > SCHEMA_VERSION) return bad(newerWorkbook());
  const ours = ourTabIds(services.book.tabs(), hidden.rows);
  const ids = {
    [SETTINGS_TAB]: ours.settings,
    [VOLUNTEERS_TAB]: ours.volunteers,
    [TEMPLATES_TAB]: ours.templates,
    [LOG_TAB]: ours.log,
    [EVENT_TASKS_TAB]: eventTasksTab(services.book.tabs(), hidden.rows),
    [ASKS_TAB]: ours.asks,
    [PARTNERS_TAB]: ours.partners,
  };
  const { book } = services;
  const ownAsks = () =>
    readSettings(ours.settings === null ? null : book.read(ours.settings), book.locale).settings.ownAsks;
  const tab = ensureTab(services, hidden, shapeOf(name, ownAsks), ids[name]);
  services.book.flush();
  services.book.showTab(tab);
  return good(null);
}
