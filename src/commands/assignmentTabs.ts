// Writes the tabs "→ Name": standing ones are brought up to date, and who has none gets a new one.
import { OUTREACH_ID } from '../reading/fields';
import { cellText, type Cell, type Grid } from '../values/cell';
import { countOf } from '../values/count';
import { assignmentTabName, planTabUpdate } from '../people/assignmentTab';
import { newest } from '../workbook/dataTab';
import type { TabInfo } from '../workbook/table';
import type { Volunteer } from '../workbook/volunteer';
import type { Services } from '../google/services';
import { throwIfLost } from './serviceProblem';
import type { Kept } from './applyEdits';
import {
  hasRows,
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
import { buildNew, type FreshTab, type TabChange } from './newAssignmentTabs';
import { writeEdits } from './writeEdits';

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

/** What every update of one run shares. */
interface Update {
  readonly campaign: Campaign;
  readonly rowsOf: RowMaker;
  /** The words in the Next step column of the contacts, by Outreach ID. */
  readonly words: ReadonlyMap<string, string>;
  readonly kept: Kept[];
}

/** A tab that stands there with rows in it. */
interface StandingTab {
  /** The name that it was given; people may have renamed it. */
  readonly name: string;
  readonly tab: TabInfo;
  readonly rows: Grid;
  readonly keys: readonly string[];
}

/**
 * One tab for each volunteer who has something. Undoing `change` takes back new tabs with what else it did. New tabs
 * are pending until the caller flushes.
 */
export function writeTabs(services: Services, plan: TabPlan, change: TabChange): TabOutcome {
  const { campaign } = plan;
  const kept: Kept[] = [];
  const update: Update = { campaign, rowsOf: rowMaker(plan), words: wordsById(campaign), kept };
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
      fresh.push({ name, keys, tab: rows === null ? null : tab });
      continue;
    }
    standing++;
    const written = tryUpdate(update, { name, tab, rows, keys });
    if (written > 0) updated++;
    cells += written;
  }
  const { id, written } = buildNew(services, campaign, fresh, update.rowsOf, change);
  return { built: fresh.length, updated, standing, cells: cells + written, kept, change: id };
}

/** Updates and flushes, so that a tab which takes nothing keeps no other from its rows. Returns the cells written. */
function tryUpdate(update: Update, standing: StandingTab): number {
  try {
    const written = updateTab(update, standing);
    if (written > 0) update.campaign.services.book.flush();
    return written;
  } catch (error) {
    throwIfLost(error);
    update.kept.push({
      cell: '',
      why: `The tab “${standing.tab.name}” did not take what is new, so it was left as it is. If it is protected, ask whoever protected it.`,
    });
    return 0;
  }
}

/** Returns the number of cells written. */
function updateTab(update: Update, standing: StandingTab): number {
  const { campaign, kept } = update;
  const { services } = campaign;
  const { book } = services;
  const { name, tab, rows, keys } = standing;
  const headings = (rows.find((row) => row.includes(OUTREACH_ID)) ?? []).map(cellText);
  const idColumn = headings.indexOf(OUTREACH_ID) + 1;
  const live = liveFormula(campaign, idColumn);
  const planned = planTabUpdate(
    withLive(update, standing, live, idColumn, headings.indexOf('Next step') + 1),
    update.rowsOf(keys, live),
  );
  if (planned === null) {
    kept.push({
      cell: '',
      why: `The tab “${tab.name}” has lost its column Outreach ID, so it was left as it is.`,
    });
    return 0;
  }
  writeEdits(
    services,
    tab.id,
    planned.edits.map((edit) => ({ ...edit, to: toOurCell(edit.to, live) })),
  );
  if (planned.added.length > 0) {
    book.grow(tab.id, rows.length + planned.added.length, 1);
    const added = planned.added.map((line) => line.map((cell) => toOurCell(cell, live)));
    book.write(tab.id, rows.length + 1, 1, added);
  }
  if (isLive(campaign, name) !== (live !== ''))
    appendRows(services, campaign.hidden, [tabLine(campaign, name, tab.id, live)]);
  const { length } = planned.noLongerTheirs;
  if (length > 0) {
    kept.push({
      cell: '',
      why: `${countOf(length, 'row')} in “${tab.name}” ${length === 1 ? 'belongs' : 'belong'} to nobody or to somebody else now. What stands there stays until you delete it.`,
    });
  }
  return planned.edits.length + planned.added.reduce((sum, line) => sum + line.length, 0);
}

/**
 * The tab's rows with the formulas of the Next step column (1-based, 0 where it is gone) in the place of their words.
 * They are read only where an earlier run left words, or where a cell shows another word than its contact has.
 */
function withLive(
  { campaign, words }: Update,
  { name, tab, rows }: StandingTab,
  live: string,
  idColumn: number,
  stepColumn: number,
): Grid {
  if (live === '' || stepColumn === 0) return rows;
  const wordOf = (row: readonly Cell[]) => words.get(cellText(row[idColumn - 1] ?? '').trim());
  const shows = (row: readonly Cell[]) => cellText(row[stepColumn - 1] ?? '');
  const put = (row: readonly Cell[], formula: string) =>
    formula === '' ? row : row.map((cell, index) => (index === stepColumn - 1 ? formula : cell));
  const isTrue = rows.every((row) => (wordOf(row) ?? shows(row)) === shows(row));
  if (isTrue && isLive(campaign, name))
    return rows.map((row) => (wordOf(row) === undefined ? row : put(row, live)));
  const formulas = campaign.services.book.readFormulas(tab.id, 1, stepColumn, rows.length, 1);
  return rows.map((row, index) => put(row, formulas[index]?.[0] ?? ''));
}

function wordsById({ contacts, table, map }: Campaign): ReadonlyMap<string, string> {
  const word = (row: number) => cellText(table.rows[row - 1]?.[map.nextStepColumn - 1] ?? '');
  return new Map(
    contacts.flatMap(({ outreachId, row }) => (outreachId === '' ? [] : [[outreachId, word(row)]])),
  );
}
