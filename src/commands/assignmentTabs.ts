// Writes the tabs "→ Name": standing ones are brought up to date, and who has none gets a new one.
import { OUTREACH_ID } from '../reading/fields';
import type { Cell, Grid } from '../values/cell';
import { countOf } from '../values/count';
import type { Table } from '../values/table';
import { assignmentTabName, hasRows } from '../people/assignmentTab';
import { freshRow } from '../people/sync/freshRow';
import type { Share } from '../people/share';
import { planTab } from '../people/sync/planTab';
import { idsOf, readTabHead, type TabHead } from '../people/sync/tabHead';
import { findCovered } from '../workbook/coveredRows';
import type { WrittenEdit } from '../workbook/repairs';
import type { TabInfo } from '../workbook/table';
import type { Volunteer } from '../workbook/volunteer';
import type { Services } from '../google/services';
import { throwIfLost } from './serviceProblem';
import { putRight, type Kept } from './applyEdits';
import {
  isLive,
  isOfOther,
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
  isAsked,
  mapOfTab,
  putCells,
  takesFor,
  tookNothing,
  withLive,
  withoutIds,
  withRecords,
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
  campaign: Campaign,
  volunteer: Pick<Volunteer, 'name'>,
): { readonly tab: TabInfo | null; readonly name: string; readonly given: string } {
  const { hidden, map } = campaign;
  const tabs = campaign.services.book.tabs();
  const own = (id: number) => tabs.find((tab) => tab.id === id && !isOfOther(campaign, id));
  const lines = hidden.rows.filter(({ kind, key }) => kind === 'tab' && isNameFor(key, volunteer.name));
  for (const { key, state } of lines.reverse()) {
    const tab = own(Number(state));
    if (tab !== undefined) return { tab, name: tab.name, given: key };
  }
  const first = assignmentTabName(volunteer.name);
  const standing = tabs.find(({ name }) => name === first);
  if (standing !== undefined && own(standing.id)) return { tab: standing, name: first, given: first };
  // With another contacts tab in the file the name may be another tab's.
  const isTaken =
    standing !== undefined ||
    lines.some(({ key, state }) => key === first && tabs.some(({ id }) => id === Number(state)));
  const given = isTaken ? assignmentTabName(`${volunteer.name}${OF_SHEET}${map.sheet}`) : first;
  return { tab: tabs.find(({ name }) => name === given) ?? null, name: given, given };
}

const OF_SHEET = ' · ';

/** Whether a tab of this volunteer is called so: "→ Bo", "→ Bo · Ferndale" where the file has another contacts tab. */
export function isNameFor(tab: string, volunteer: string): boolean {
  const name = assignmentTabName(volunteer);
  return tab === name || tab.startsWith(name + OF_SHEET);
}

/** Told of rows that come into a standing tab, before they are written there: its headings and 1-based id column. */
export type NoteRows = (tab: number, headings: readonly Cell[], idColumn: number, rows: Grid) => void;

export interface SharePlan extends TabPlan {
  readonly share: Share;
  readonly noteRows?: NoteRows;
}

/** What every update of one run shares. */
interface Update {
  readonly campaign: Campaign;
  readonly noteRows: NoteRows;
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
  const noteRows = plan.noteRows ?? (() => undefined);
  const update: Update = { campaign, noteRows, rowsOf: rowMaker({ ...plan, campaign }), kept };
  const fresh: FreshTab[] = [];
  let standing = 0;
  let updated = 0;
  let cells = 0;
  for (const { volunteer, has, alsoIn, gets } of plan.share.loads) {
    const keys = [...has, ...alsoIn, ...gets];
    if (keys.length === 0) continue;
    const { tab, given: name } = assignmentTab(campaign, volunteer);
    const rows = tab === null ? null : (services.book.read(tab.id)?.rows ?? null);
    // With its heading a tab was finished: rows that are gone from it are asked about.
    if (tab === null || rows === null || !(hasRows(rows) || readTabHead(rows)?.ties)) {
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
function tryUpdate(update: Update, standing: StandingTab, isSecond = false): number {
  const { book } = update.campaign.services;
  try {
    const written = updateTab(update, standing);
    if (written > 0) book.flush();
    return written;
  } catch (error) {
    throwIfLost(error);
    // What only failed in passing is taken now; what was done all the same stands in the tab and is not done again.
    const rows = isSecond ? null : (book.read(standing.tab.id)?.rows ?? null);
    if (rows !== null) return tryUpdate(update, { ...standing, rows }, true);
    update.kept.push(tookNothing(standing.tab.name));
    return 0;
  }
}

/** Returns the number of cells written. What a volunteer changed stays: it goes home with bringHome.ts. */
function updateTab(update: Update, standing: StandingTab): number {
  const { campaign, kept } = update;
  const { services } = campaign;
  const { name, volunteer, tab, keys } = standing;
  const found = readTabHead(standing.rows);
  if (found === null) {
    kept.push(withoutIds(tab.name));
    return 0;
  }
  const {
    head,
    table: { rows },
  } = withRecords(services, { head: found, table: { ...tab, rows: standing.rows } });
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
    asked: (field) => isAsked(campaign, field),
    worth: (id) => (id === tab.id ? 'marks' : 'left alone'),
    today: campaign.today,
    locale: services.book.locale,
    refresh: true,
    choices: [],
  });
  const ids = idsOf(rows, head);
  const missing = new Set(head.ties?.ids ?? []);
  const fresh = wanted.filter(
    ({ contact: { outreachId } }) => !ids.includes(outreachId) && !missing.has(outreachId),
  );
  const added = fresh.map((row) => freshRow(row, tab.id, head));
  const theirs = ids.filter((id) => contacts.has(id));
  const held = [...new Set([...missing, ...theirs, ...fresh.map(({ contact }) => contact.outreachId)])];
  const edits = [...editsOfHead(campaign, shown, head, volunteer, held), ...editsOfRows(shown, head, plans)];
  if (added.length > 0)
    update.noteRows(tab.id, rows[head.headerRow - 1] ?? [], head.columns.get(OUTREACH_ID) ?? 1, added);
  if (added.length === 0) kept.push(...writeRows(services, shown, head, edits, live));
  else kept.push(...addRows(services, shown, head, edits, added, live));
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

/**
 * The new rows below the others in one block, and the edits, read back together. A row that somebody moved under the
 * block in the same moment stands below it then.
 */
function addRows(
  services: Services,
  shown: Table,
  head: TabHead,
  edits: readonly WrittenEdit[],
  added: Grid,
  live: string,
): readonly Kept[] {
  const { book } = services;
  const write = (row: number, lines: Grid) => {
    book.grow(shown.id, row - 1 + lines.length, 1);
    book.write(
      shown.id,
      row,
      1,
      lines.map((line) => line.map((cell) => toOurCell(cell, live))),
    );
  };
  // Before the heading says that they were written: a row that it names and the tab lacks is asked about.
  write(shown.rows.length + 1, added);
  const written = putCells(services, shown, head, edits, live).filter(({ to }) => live === '' || to !== live);
  let gone = 0;
  const lost = putRight(services, shown, mapOfTab(shown, head), written, (after) => {
    const found = findCovered(shown, after, head.headerRow, head.columns.get(OUTREACH_ID) ?? 1, added);
    gone = found.gone;
    for (const { row, cells } of found.moved) write(row, [cells]);
    if (found.covered.length > 0) write(after.rows.length + 1, found.covered);
    return found.moved.length + found.covered.length > 0;
  });
  const why = `${countOf(gone, 'new row')} in “${shown.name}” did not stay, since somebody changed the tab in the same moment: “Bring assignments home” asks about it.`;
  return gone === 0 ? lost : [...lost, { cell: '', why }];
}
