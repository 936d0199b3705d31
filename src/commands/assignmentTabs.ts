// Writes the tabs "→ Name": new ones as copies of one finished tab, standing ones brought up to date. Headings come
// first in all of them and rows afterwards, so that a run that is cut off leaves tabs which the next run fills.
import { OUTREACH_ID } from '../reading/fields';
import { cellText, isBlank, type Cell, type Grid } from '../values/cell';
import { columnLetter, quoteTab } from '../values/a1';
import { shortDay, type Day } from '../values/day';
import { asOurText } from '../values/writtenText';
import { formulaSeparator } from '../touches/nextStepFormula';
import { stateOf } from '../touches/state';
import { entriesByContact, entriesFor } from '../touches/readLog';
import {
  ASSIGNMENT_COLUMNS,
  assignmentCells,
  assignmentTabName,
  planTabUpdate,
  WHAT_HAPPENED,
  type AssignmentRow,
} from '../people/assignmentTab';
import { taskOf, TASKS } from '../people/open';
import type { Share } from '../people/share';
import { newest } from '../workbook/dataTab';
import { planWrites, type PlacedEdit } from '../workbook/edits';
import { EVERYBODY_READS } from '../workbook/ourTabs';
import { ASSIGNMENT_PREFIX } from '../workbook/tabs';
import type { TabInfo } from '../workbook/table';
import type { NewTab, Services } from '../google/services';
import type { Kept } from './applyEdits';
import type { Campaign } from './campaign';
import { tabHash } from './changes';
import { appendRows } from './hiddenTab';
import { writeJournal } from './journal';

export interface TabPlan {
  readonly campaign: Campaign;
  readonly share: Share;
  /** The deadline of what is given now. */
  readonly due: Day | null;
}

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

/** Rows with dropdowns that a new tab has, the heading included: room for what a volunteer adds. */
const FURNISHED_ROWS = 200;

const at = (column: (typeof ASSIGNMENT_COLUMNS)[number]) => ASSIGNMENT_COLUMNS.indexOf(column) + 1;

const SHAPE: Omit<NewTab, 'name'> = {
  rows: [ASSIGNMENT_COLUMNS],
  textColumns: [1, 2, 3, 4, 5, 6, at('Last touch'), at('What happened'), at('Notes')],
  widths: [90, 220, 140, 220, 120, 100, 100, 100, 140, 140, 260],
  headerNotes: ASSIGNMENT_COLUMNS.map((column) =>
    column === 'Notes' || column === 'What happened' ? EVERYBODY_READS : '',
  ),
  hidden: false,
};

/**
 * One tab for each volunteer who has something. `change`: id of the change that the owners were written under, so
 * that one undo takes back both; '' for a change of its own. Pending until the caller flushes.
 */
export function writeTabs(services: Services, plan: TabPlan, change: string): TabOutcome {
  const tabs = services.book.tabs();
  const kept: Kept[] = [];
  const fresh: { name: string; keys: readonly string[]; tab: TabInfo | null }[] = [];
  let standing = 0;
  let updated = 0;
  let cells = 0;
  for (const { volunteer, has, alsoIn, gets } of plan.share.loads) {
    const keys = [...has, ...alsoIn, ...gets];
    if (keys.length === 0) continue;
    const name = assignmentTabName(volunteer.name);
    const known = Number(newest(plan.campaign.hidden.rows, 'tab', name)?.state ?? NaN);
    const tab = tabs.find((t) => t.id === known) ?? tabs.find((t) => t.name === name) ?? null;
    const rows = tab === null ? null : (services.book.read(tab.id)?.rows ?? null);
    if (tab === null || rows === null || !hasRows(rows)) {
      fresh.push({ name, keys, tab: rows === null ? null : tab });
      continue;
    }
    standing++;
    const written = updateTab(services, plan, tab, rows, keys, kept);
    if (written > 0) updated++;
    cells += written;
  }
  const { id, written } = buildNew(services, plan, fresh, change);
  return { built: fresh.length, updated, standing, cells: cells + written, kept, change: id };
}

/** False for a tab that holds its headings at most, as after a run that was cut off. */
function hasRows(rows: Grid): boolean {
  return rows.slice(1).some((row) => !row.every(isBlank));
}

/** Returns the number of cells written. */
function updateTab(
  services: Services,
  plan: TabPlan,
  tab: TabInfo,
  values: Grid,
  keys: readonly string[],
  kept: Kept[],
): number {
  const { book } = services;
  const headings = (values.find((row) => row.includes(OUTREACH_ID)) ?? []).map(cellText);
  const idColumn = headings.indexOf(OUTREACH_ID) + 1;
  const live = liveFormula(plan.campaign, idColumn);
  const stepColumn = headings.indexOf('Next step') + 1;
  const update = planTabUpdate(
    live === '' || stepColumn === 0 ? values : withFormulas(services, tab.id, values, stepColumn),
    rowsFor(plan, keys, live),
  );
  if (update === null) {
    kept.push({
      cell: '',
      why: `The tab “${tab.name}” has lost its column Outreach ID, so it was left as it is.`,
    });
    return 0;
  }
  writeCells(
    services,
    tab.id,
    update.edits.map((edit) => ({ ...edit, to: toOurCell(edit.to, live) })),
  );
  if (update.added.length > 0) {
    book.grow(tab.id, values.length + update.added.length, 1);
    const added = update.added.map((line) => line.map((cell) => toOurCell(cell, live)));
    book.write(tab.id, values.length + 1, 1, added);
  }
  if (update.noLongerTheirs.length > 0) {
    const [count, belong] =
      update.noLongerTheirs.length === 1
        ? ['1 row', 'belongs']
        : [`${update.noLongerTheirs.length} rows`, 'belong'];
    kept.push({
      cell: '',
      why: `${count} in “${tab.name}” ${belong} to nobody or to somebody else now. They stay until you delete them.`,
    });
  }
  return update.edits.length + update.added.reduce((sum, line) => sum + line.length, 0);
}

function writeCells(services: Services, tab: number, edits: readonly PlacedEdit[]): void {
  for (const write of planWrites(edits)) {
    if (write.kind === 'block') services.book.write(tab, write.row, write.column, write.values);
    else services.book.writeSame(tab, write.ranges, write.value);
  }
}

/** The tab's values with the formulas of one column (1-based) in their place. */
function withFormulas(services: Services, tab: number, values: Grid, column: number): Grid {
  const formulas = services.book.readFormulas(tab, 1, column, values.length, 1);
  return values.map((row, index) => {
    const [formula = ''] = formulas[index] ?? [];
    return formula === '' ? row : row.map((cell, c) => (c === column - 1 ? formula : cell));
  });
}

function buildNew(
  services: Services,
  plan: TabPlan,
  fresh: readonly { readonly name: string; readonly keys: readonly string[]; readonly tab: TabInfo | null }[],
  change: string,
): { readonly id: string; readonly written: number } {
  if (fresh.length === 0) return { id: '', written: 0 };
  const { book } = services;
  const { campaign } = plan;
  const live = liveFormula(campaign, 1);
  let pattern: number | null = null;
  const made: { id: number; values: Cell[][] }[] = [];
  const strays = leftOver(services);
  for (const { name, keys, tab } of fresh) {
    const stray = tab === null ? strays.shift() : undefined;
    if (stray !== undefined) book.renameTab(stray.id, name);
    const standing = stray ?? tab;
    const id: number =
      standing !== null || pattern === null
        ? furnish(services, name, standing)
        : book.copyTab(pattern, name).id;
    pattern ??= id;
    const values = rowsFor(plan, keys, live).map((row) => assignmentCells(row));
    made.push({ id, values });
  }
  const { day, time } = services.now();
  appendRows(
    services,
    campaign.hidden,
    fresh.map(({ name }, index) => ({
      kind: 'tab',
      key: name,
      when: `${day} ${time}`,
      who: '',
      state: String(made[index]?.id ?? ''),
      data: '',
    })),
  );
  const id = writeJournal(
    services,
    campaign.hidden,
    {
      what: `Built ${fresh.length} assignment ${fresh.length === 1 ? 'tab' : 'tabs'}`,
      tab: campaign.map.sheetId,
      made: made.map((tab) => `tab:${tab.id}:${tabHash([ASSIGNMENT_COLUMNS, ...tab.values])}`),
      undoable: true,
      cells: [],
    },
    change,
  );
  for (const tab of made) {
    book.grow(tab.id, tab.values.length + 1, ASSIGNMENT_COLUMNS.length);
    book.write(
      tab.id,
      2,
      1,
      tab.values.map((line) => line.map((cell) => toOurCell(cell, live))),
    );
  }
  return { id, written: made.reduce((sum, tab) => sum + tab.values.length * ASSIGNMENT_COLUMNS.length, 0) };
}

/** Copies that a run which was cut off made and did not name: they hold the headings and nothing else. */
function leftOver({ book }: Services): TabInfo[] {
  return book.tabs().filter((tab) => {
    if (tab.name.startsWith(ASSIGNMENT_PREFIX) || !tab.name.includes(ASSIGNMENT_PREFIX)) return false;
    const rows = book.read(tab.id)?.rows ?? [];
    return !hasRows(rows) && ASSIGNMENT_COLUMNS.every((name, index) => rows[0]?.[index] === name);
  });
}

/** A tab with formats, dropdowns and widths, and its headings: a new one, or one that a run left unfinished. */
function furnish(services: Services, name: string, standing: TabInfo | null): number {
  const { book } = services;
  const shape = { name, ...SHAPE };
  const tab = standing?.id ?? book.addTab(shape).id;
  if (standing !== null) book.furnishTab(tab, shape);
  book.grow(tab, FURNISHED_ROWS, ASSIGNMENT_COLUMNS.length);
  book.dropdown(tab, 2, at('Task'), FURNISHED_ROWS - 1, TASKS);
  book.dropdown(tab, 2, at('What happened'), FURNISHED_ROWS - 1, WHAT_HAPPENED);
  book.datePicker(tab, 2, at('Due'), FURNISHED_ROWS - 1);
  return tab;
}

/** Only our own look-up formula may act; any text of theirs stays text. */
function toOurCell(cell: Cell, live: string): Cell {
  return typeof cell === 'string' && (live === '' || cell !== live) ? asOurText(cell) : cell;
}

function rowsFor({ campaign, share, due }: TabPlan, keys: readonly string[], live: string): AssignmentRow[] {
  const byContact = entriesByContact(campaign.log);
  const gifts = new Map(share.gifts.map((gift) => [gift.key, gift.to]));
  return keys.flatMap((key): AssignmentRow[] => {
    const contact = campaign.byKey.get(key);
    if (contact === undefined) return [];
    const entries = entriesFor(contact, byContact);
    const state = stateOf(contact, entries, campaign.settings, campaign.today, campaign.services.book.locale);
    const last = state.lastTouch === null ? '' : shortDay(state.lastTouch, campaign.today);
    const channel =
      state.lastChannel === null || state.lastChannel === 'unknown' ? '' : `, ${state.lastChannel}`;
    const own = contact.cells.due;
    return [
      {
        contact,
        task: contact.text.task || taskOf(contact, entries.length > 0),
        due: typeof own === 'object' ? own.day : gifts.has(key) || contact.text.due === '' ? due : null,
        nextStep: live === '' ? state.word : live,
        lastTouch: last === '' ? '' : `${last}${channel}`,
      },
    ];
  });
}

/**
 * Looks the word up in the contacts tab by the Outreach ID in this column (1-based) of the row, so that it stays true;
 * '' where the contacts have no Next step column.
 */
function liveFormula({ map, services }: Campaign, idColumn: number): string {
  if (map.nextStepColumn === 0 || map.outreachIdColumn === 0) return '';
  const tab = quoteTab(map.sheet);
  const column = (n: number) => `$${columnLetter(n)}:$${columnLetter(n)}`;
  const s = formulaSeparator(services.book.locale);
  const id = `INDEX(${column(Math.max(1, idColumn))}${s}ROW())`;
  const row = `MATCH(${id}${s}${tab}!${column(map.outreachIdColumn)}${s}0)`;
  return `=IFERROR(INDEX(${tab}!${column(map.nextStepColumn)}${s}${row})${s}"")`;
}
