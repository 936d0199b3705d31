// Writes the tabs "→ Name": standing ones are brought up to date, and who has none gets a new one.
import { OUTREACH_ID } from '../reading/fields';
import type { Grid } from '../values/cell';
import { countOf } from '../values/count';
import type { Table } from '../values/table';
import { assignmentTabName, hasRows } from '../people/assignmentTab';
import { freshRow } from '../people/sync/freshRow';
import type { Share } from '../people/share';
import { planTab } from '../people/sync/planTab';
import { idsOf, readTabHead } from '../people/sync/tabHead';
import { newest } from '../workbook/dataTab';
import type { TabInfo } from '../workbook/table';
import type { Volunteer } from '../workbook/volunteer';
import type { Services } from '../google/services';
import { throwIfLost } from './serviceProblem';
import type { Kept } from './applyEdits';
import {
  isLive,
  liveFormula,
  rowMaker,
  tabLine,
  toOurCell,
  type RowMaker,
  type TabPlan,
} from './assignmentRows';
import type { Campaign } from './campaign';
import { appendRows } from './hiddenTab';
import { openLogTab } from './logTab';
import { buildNew, type FreshTab, type TabChange } from './newAssignmentTabs';
import {
  editsOfHead,
  editsOfRows,
  takesFor,
  tookNothing,
  withLive,
  withoutIds,
  writeRows,
} from './volunteerTab';

export interface TabOutcome {
  readonly built: number;
  readonly updated: number;
  /** Tabs that stood already, whether or not they needed anything. */
  readonly standing: number;
  readonly cells: number;
  readonly kept: readonly Kept[];
  /** Id of the change that takes new tabs back, '' where none was built. */
  readonly change: string;
}

/** The volunteer's tab by the id it was given, whatever it is called by now, else by its name; null where there is none. */
export function assignmentTab(
  { services, hidden }: Campaign,
  volunteer: Volunteer,
): { readonly tab: TabInfo | null; readonly name: string } {
  const name = assignmentTabName(volunteer.name);
  const known = Number(newest(hidden.rows, 'tab', name)?.state ?? NaN);
  const tabs = services.book.tabs();
  const tab = tabs.find((t) => t.id === known) ?? tabs.find((t) => t.name === name) ?? null;
  return { tab, name: tab?.name ?? name };
}

export interface SharePlan extends TabPlan {
  readonly share: Share;
}

/** What every update of one run shares. */
interface Update {
  readonly campaign: Campaign;
  readonly rowsOf: RowMaker;
  readonly kept: Kept[];
}

/** A tab that stands there with rows in it. */
interface StandingTab {
  /** The name that it was given; people may have renamed it. */
  readonly name: string;
  readonly volunteer: string;
  readonly tab: TabInfo;
  readonly rows: Grid;
  readonly keys: readonly string[];
}

/**
 * One tab for each volunteer who has something. Undoing `change` takes back new tabs with what else it did. New tabs
 * are pending until the caller flushes.
 */
export function writeTabs(services: Services, plan: SharePlan, change: TabChange): TabOutcome {
  const campaign = withLog(plan.campaign);
  const kept: Kept[] = [];
  const update: Update = { campaign, rowsOf: rowMaker({ ...plan, campaign }), kept };
  const fresh: FreshTab[] = [];
  let standing = 0;
  let updated = 0;
  let cells = 0;
  for (const { volunteer, has, alsoIn, gets } of plan.share.loads) {
    const keys = [...has, ...alsoIn, ...gets];
    if (keys.length === 0) continue;
    const name = assignmentTabName(volunteer.name);
    const { tab } = assignmentTab(campaign, volunteer);
    const rows = tab === null ? null : (services.book.read(tab.id)?.rows ?? null);
    if (tab === null || rows === null || !hasRows(rows)) {
      fresh.push({ name, volunteer: volunteer.name, keys, tab: rows === null ? null : tab });
      continue;
    }
    standing++;
    const written = tryUpdate(update, { name, volunteer: volunteer.name, tab, rows, keys });
    if (written > 0) updated++;
    cells += written;
  }
  const { id, written } = buildNew(services, campaign, fresh, update.rowsOf, change);
  return { built: fresh.length, updated, standing, cells: cells + written, kept, change: id };
}

/** The simple trigger writes what happened into the log, and has no time to make one. */
function withLog(campaign: Campaign): Campaign {
  const log = openLogTab(campaign.services, campaign.hidden, campaign.logTable).id;
  return { ...campaign, tabs: { ...campaign.tabs, log } };
}

/** Updates and flushes, so that a tab which takes nothing keeps no other from its rows. Returns the cells written. */
function tryUpdate(update: Update, standing: StandingTab): number {
  try {
    const written = updateTab(update, standing);
    if (written > 0) update.campaign.services.book.flush();
    return written;
  } catch (error) {
    throwIfLost(error);
    update.kept.push(tookNothing(standing.tab.name));
    return 0;
  }
}

/** Returns the number of cells written. What a volunteer changed stays: it goes home with bringHome.ts. */
function updateTab(update: Update, standing: StandingTab): number {
  const { campaign, kept } = update;
  const { services } = campaign;
  const { book } = services;
  const { name, volunteer, tab, rows, keys } = standing;
  const head = readTabHead(rows);
  if (head === null) {
    kept.push(withoutIds(tab.name));
    return 0;
  }
  const live = liveFormula(campaign, head.columns.get(OUTREACH_ID) ?? 1);
  const wanted = update.rowsOf(keys, live);
  const shown: Table = { ...tab, rows: withLive(campaign, tab, rows, head, live) };
  const contacts = new Map(wanted.map((row) => [row.contact.outreachId, row]));
  const plans = planTab({
    rows: shown.rows,
    head,
    tab: tab.id,
    contacts,
    takes: takesFor(campaign),
    worth: (id) => (id === tab.id ? 'marks' : 'left alone'),
    today: campaign.today,
    refresh: true,
    choices: [],
  });
  const ids = idsOf(rows, head);
  const missing = new Set(head.ties?.ids ?? []);
  const fresh = wanted.filter(
    ({ contact: { outreachId } }) => !ids.includes(outreachId) && !missing.has(outreachId),
  );
  const added = fresh.map((row) => freshRow(row, tab.id, head).map((cell) => toOurCell(cell, live)));
  const held = [...new Set([...missing, ...ids, ...fresh.map(({ contact }) => contact.outreachId)])];
  const edits = [...editsOfHead(campaign, shown, head, volunteer, held), ...editsOfRows(shown, head, plans)];
  // Before the heading says that they were written: a row that it names and the tab lacks is asked about.
  if (added.length > 0) {
    book.grow(tab.id, rows.length + added.length, 1);
    book.write(tab.id, rows.length + 1, 1, added);
  }
  kept.push(...writeRows(services, shown, head, edits, live));
  if (isLive(campaign, tab.id) !== (live !== ''))
    appendRows(services, campaign.hidden, [tabLine(campaign, name, tab.id, live)]);
  const length = ids.filter((id) => !contacts.has(id)).length;
  if (length > 0) {
    kept.push({
      cell: '',
      why: `${countOf(length, 'row')} in “${tab.name}” ${length === 1 ? 'belongs' : 'belong'} to nobody or to somebody else now. What stands there stays until you delete it.`,
    });
  }
  return edits.length + added.reduce((sum, line) => sum + line.length, 0);
}
