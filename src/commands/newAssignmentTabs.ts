// Makes the tabs "→ Name" of volunteers who have none: copies of one finished tab. Headings come first in all of them
// and rows afterwards, so that a run that is cut off leaves tabs which the next run fills.
import type { Cell } from '../values/cell';
import { countOf, sentenceOf } from '../values/count';
import { ASSIGNMENT_COLUMNS, hasRows, RECORD_HEADING } from '../people/assignmentTab';
import { freshRow, NEW_HEAD } from '../people/sync/freshRow';
import { recordHeading } from '../people/sync/tabHead';
import { whatHappenedChoices } from '../people/sync/whatHappened';
import { TASKS } from '../people/open';
import { EVERYBODY_READS } from '../workbook/ourTabs';
import { ASSIGNMENT_PREFIX } from '../workbook/tabs';
import type { TabInfo } from '../workbook/table';
import type { NewTab, Services } from '../google/services';
import { liveFormula, tabLine, tiesOf, toOurCell, type RowMaker } from './assignmentRows';
import type { Campaign } from './campaign';
import { appendRows } from './hiddenTab';
import { writeJournal } from './journal';
import { tabHash } from './tabHash';

/** The change that the tabs belong to: its id, '' for a change of their own, and what it did before. */
export interface TabChange {
  readonly id: string;
  readonly did: readonly string[];
}

export interface FreshTab {
  readonly name: string;
  readonly volunteer: string;
  readonly keys: readonly string[];
  /** A tab that stands there blank, as after a run that was cut off. */
  readonly tab: TabInfo | null;
}

/** Rows with dropdowns that a new tab has, the heading included: room for what a volunteer adds. */
const FURNISHED_ROWS = 200;

const at = (column: (typeof ASSIGNMENT_COLUMNS)[number]) => ASSIGNMENT_COLUMNS.indexOf(column) + 1;

const ABOUT_WHEN =
  'The day of the last touch. Type another day before you choose what happened; left as it is, it means today. With “wait until …” type the day to wait for.';

const ABOUT_WHAT = `Choose what came of each try: it goes into the log and the contacts, the cell is free again, and “Next step” says where something is missing. ${EVERYBODY_READS}`;

/** Notes on headings. */
const ABOUT: Readonly<Partial<Record<(typeof ASSIGNMENT_COLUMNS)[number], string>>> = {
  'What happened': ABOUT_WHAT,
  When: ABOUT_WHEN,
  Notes: EVERYBODY_READS,
};

const SHAPE: Omit<NewTab, 'name'> = {
  rows: [[...ASSIGNMENT_COLUMNS, RECORD_HEADING]],
  textColumns: [1, 2, 3, 4, 5, 6, at('What happened'), at('Notes'), NEW_HEAD.record],
  // Neighbours of one width are one call.
  widths: [100, 220, 220, 220, 160, 160, 160, 160, 160, 160, 260],
  headerNotes: ASSIGNMENT_COLUMNS.map((column) => ABOUT[column] ?? ''),
  hiddenColumns: [NEW_HEAD.record],
  hidden: false,
};

/** Returns the id of the change and how many cells were written. Pending until the caller flushes. */
export function buildNew(
  services: Services,
  campaign: Campaign,
  fresh: readonly FreshTab[],
  rowsOf: RowMaker,
  change: TabChange,
): { readonly id: string; readonly written: number } {
  if (fresh.length === 0) return { id: '', written: 0 };
  const { book } = services;
  const live = liveFormula(campaign, 1);
  let pattern: number | null = null;
  const made: { id: number; values: Cell[][] }[] = [];
  const strays = leftOver(services);
  for (const { name, volunteer, keys, tab } of fresh) {
    const stray = tab === null ? strays.shift() : undefined;
    if (stray !== undefined) book.renameTab(stray.id, name);
    const standing = stray ?? tab;
    const id: number =
      standing !== null || pattern === null
        ? furnish(campaign, name, standing)
        : book.copyTab(pattern, name).id;
    pattern ??= id;
    const rows = rowsOf(keys, live);
    const ids = rows.map(({ contact }) => contact.outreachId);
    const headings: Cell[] = [...ASSIGNMENT_COLUMNS, recordHeading(tiesOf(campaign, id, volunteer, ids))];
    made.push({ id, values: [headings, ...rows.map((row) => freshRow(row, id, NEW_HEAD))] });
  }
  appendRows(
    services,
    campaign.hidden,
    fresh.map(({ name }, index) => tabLine(campaign, name, made[index]?.id ?? 0, live)),
  );
  const id = writeJournal(
    services,
    campaign.hidden,
    {
      what: sentenceOf([...change.did, `built ${countOf(fresh.length, 'assignment tab')}`]),
      tab: campaign.map.sheetId,
      made: made.map((tab) => `tab:${tab.id}:${tabHash(tab.values)}`),
      undoable: true,
      cells: [],
    },
    change.id,
  );
  for (const tab of made) {
    book.grow(tab.id, tab.values.length, NEW_HEAD.record);
    book.write(
      tab.id,
      1,
      1,
      tab.values.map((line) => line.map((cell) => toOurCell(cell, live))),
    );
  }
  return {
    id,
    written: made.reduce((sum, tab) => sum + (tab.values.length - 1) * ASSIGNMENT_COLUMNS.length, 0),
  };
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
function furnish({ services, settings }: Campaign, name: string, standing: TabInfo | null): number {
  const { book } = services;
  const choices = whatHappenedChoices(settings.ownAsks);
  const shape = { name, ...SHAPE };
  const tab = standing?.id ?? book.addTab(shape).id;
  if (standing !== null) book.furnishTab(tab, shape);
  book.grow(tab, FURNISHED_ROWS, NEW_HEAD.record);
  book.dropdown(tab, 2, at('Task'), FURNISHED_ROWS - 1, TASKS);
  book.dropdown(tab, 2, at('What happened'), FURNISHED_ROWS - 1, choices);
  book.datePicker(tab, 2, at('Due'), FURNISHED_ROWS - 1);
  book.datePicker(tab, 2, at('When'), FURNISHED_ROWS - 1);
  return tab;
}
