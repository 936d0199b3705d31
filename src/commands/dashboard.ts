// The dashboard: its figures in the sidebar, the tab with formulas and charts, and the contacts behind a figure.
import { endorsements } from '../asks/endorsements';
import {
  boldRows,
  dashboardCells,
  dashboardCharts,
  dashboardFormulas,
  drawsTable,
  figureAt,
  height,
  WIDTH,
  type DashboardChart,
  type FormulaBlock,
} from '../dashboard/dashboardTab';
import { figureTables, type FigureTable, type TableKey, type UnionFacts } from '../dashboard/figures';
import { liveTables } from '../dashboard/liveFormulas';
import { eachOnce, standingOf } from '../partners/unionTally';
import { cellText, isBlank, type Grid } from '../values/cell';
import { longDay } from '../values/day';
import type { Contact } from '../reading/contact';
import { bad, good, type Result } from '../values/result';
import { cleanText } from '../values/text';
import { asOurText } from '../values/writtenText';
import { newest } from '../workbook/dataTab';
import { DASHBOARD_TAB } from '../workbook/tabs';
import type { NewTab, Services } from '../google/services';
import { MOST_ITEMS, type WriteReceipt } from './answers';
import { nameOf, openCampaign, type Campaign } from './campaign';
import type { DashboardView, FigureName, FigureView, TableView } from './dashboardAnswers';
import { freeName, keepTab, standingTab } from './renewedTab';
import { unionFile } from './unionFile';

const NEEDS = ['log', 'settings', 'asks', 'partners', 'unions'] as const;

/** Every table that this file has figures for. `campaign` must have been opened with what they need. */
export function tablesOf(campaign: Campaign, wanted?: readonly TableKey[]): readonly FigureTable[] {
  const { contacts, log, asks, settings, table, map, today } = campaign;
  const facts = {
    contacts,
    // What stands in Asks alone has no line of its own.
    log: log.filter(({ row }) => row > 0),
    confirmed: endorsements(contacts, asks.asks, today).confirmed,
    settings,
    stepOf:
      map.nextStepColumn === 0
        ? null
        : ({ row }: Contact) => cleanText(cellText(table.rows[row - 1]?.[map.nextStepColumn - 1] ?? '')),
    unions: campaign.unionsTable === null ? null : unionsOf(campaign),
    today,
  };
  return figureTables(facts, wanted);
}

/** What Today draws: the weeks in which anything happened. */
export function weeksOf(campaign: Campaign): readonly TableView[] {
  return tablesOf(campaign, ['weeks', 'endorsements'])
    .filter(({ rows }) => rows.some(({ figures }) => figures.some(({ behind }) => behind.length > 0)))
    .map(tableView);
}

function unionsOf(campaign: Campaign): UnionFacts {
  const { rows, read, knownOf, tally } = unionFile(campaign);
  const locals = eachOnce(rows, read).filter(({ union }) => !read(union.organization).isCouncil);
  return {
    tally: tally(),
    locals: locals.map((row) => ({
      contact: row.contact,
      standing: standingOf(row, knownOf(row.contact), campaign.today),
    })),
  };
}

export const tableView = ({ key, title, columns, rows }: FigureTable): TableView => ({
  key,
  title,
  columns,
  rows: rows.map(({ name, figures }) => ({
    name,
    values: figures.map(({ value }) => value),
    leads: figures.map(({ behind }) => behind.length > 0),
  })),
});

export function showDashboard(services: Services): Result<DashboardView> {
  const opened = openCampaign(services, NEEDS);
  if (!opened.ok) return opened;
  const campaign = opened.value;
  const tables = tablesOf(campaign);
  return good({
    tables: tables.map(tableView),
    hasTab: campaign.tabs.dashboard !== null,
    selected: selectedFigure(campaign, tables),
  });
}

/** The tab may be older than the figures: the row is known by the name that stands there. */
function selectedFigure(
  { services: { book }, tabs }: Campaign,
  tables: readonly FigureTable[],
): FigureName | null {
  const front = book.activeTab()?.id;
  if (front === undefined || front !== tabs.dashboard) return null;
  const found = figureAt(book.activeRow(), book.activeColumn());
  if (found === null) return null;
  const name = cellText(book.readRows(front, book.activeRow(), 1)[0]?.[0] ?? '');
  const row = tables.find(({ key }) => key === found.key)?.rows.find((one) => one.name === name);
  if (row === undefined) return null;
  // A figure of a whole, such as a goal, has nobody behind it.
  const figure = (row.figures[found.figure]?.behind.length ?? 0) > 0 ? found.figure : 0;
  return { table: found.key, row: name, figure };
}

/** The contacts behind a figure. */
export function showFigure(services: Services, { table, row, figure }: FigureName): Result<FigureView> {
  const opened = openCampaign(services, NEEDS);
  if (!opened.ok) return opened;
  const campaign = opened.value;
  const found = tablesOf(campaign).find(({ key }) => key === table);
  const behind = found?.rows.find(({ name }) => name === row)?.figures[figure]?.behind;
  if (found === undefined || behind === undefined)
    return bad({
      code: 'figure-gone',
      message: `“${row}” does not stand in the dashboard any more.`,
      todo: 'Look again, and press the figure that you mean.',
    });
  const listed = [...behind].sort((a, b) => a.contact.row - b.contact.row);
  return good({
    title: `${found.title}: ${row}, ${(found.columns[figure + 1] ?? '').toLowerCase()}`,
    count: listed.length,
    rows: listed
      .slice(0, MOST_ITEMS)
      .map(({ contact, why }) => ({ row: contact.row, organization: nameOf(contact), why })),
    sheet: campaign.table.name,
  });
}

const TITLE = 'Where the campaign stands';

/** Makes the tab or writes it anew. `charts`: also puts those back that somebody took away. Needs the lock. */
export function writeDashboard(services: Services, charts: boolean): Result<WriteReceipt> {
  const opened = openCampaign(services, NEEDS);
  if (!opened.ok) return opened;
  const campaign = opened.value;
  const { map, table, settings, tabs, today, time } = campaign;
  const { book } = services;
  const tables = tablesOf(campaign);
  const live = new Map(liveTables({ map, table, locale: book.locale }));
  const asOf = `${longDay(today)} at ${time}`;
  const title = settings.campaign === '' ? TITLE : `${TITLE}: ${settings.campaign}`;
  const cells = () =>
    dashboardCells(tables, live, { title, asOf, sheet: table.name }).map((row) =>
      row.map((cell) => (typeof cell === 'string' ? asOurText(cell) : cell)),
    );
  const id = tabs.dashboard ?? madeTab(campaign, title);
  book.grow(id, height(), WIDTH);
  book.write(id, 1, 1, cells());
  const blocks = dashboardFormulas(tables, live);
  for (const { row, column, formulas } of blocks) book.writeFormulas(id, row, column, formulas);
  book.flush();
  const given = blocks.length === 0 ? [] : book.readRows(id, 1, height());
  const wrong = blocks.filter((block) => !givesFigures(given, block));
  for (const { key } of wrong) live.delete(key);
  const still = wrong.length === 0 ? [] : cells();
  for (const { row, formulas } of wrong) {
    // With its title and its headings.
    book.write(id, row - 2, 1, still.slice(row - 3, row - 1 + formulas.length));
  }
  const drawn = drawCharts(campaign, id, tables, charts);
  book.showTab(id);
  return good({
    message: `The tab “${book.tabs().find((tab) => tab.id === id)?.name ?? DASHBOARD_TAB}” stands as of now${drawn > 0 ? `, with ${drawn} new charts` : ''}.`,
    change: '',
    written: tables.length,
    kept: [],
    undoable: false,
  });
}

/** Made, or found where a run was cut off before it kept the id. */
function madeTab(campaign: Campaign, title: string): number {
  const { book } = campaign.services;
  const before = standingTab(campaign, DASHBOARD_TAB, null, title);
  const shape = shapeOf(before?.name ?? freeName(campaign, DASHBOARD_TAB));
  const id = before?.id ?? book.addTab(shape).id;
  if (before?.rows.every((row) => row.every(isBlank)) === true) book.furnishTab(id, shape);
  keepTab(campaign, DASHBOARD_TAB, id);
  return id;
}

/** Whether the formulas give what we counted: what only we can read, such as hidden signs in a word, they do not see. */
function givesFigures(tab: Grid, { row, column, figures }: FormulaBlock): boolean {
  return figures.every((line, at) =>
    line.every((value, index) => tab[row - 1 + at]?.[column - 1 + index] === value),
  );
}

const shapeOf = (name: string): NewTab => ({
  name,
  rows: [Array.from({ length: WIDTH }, () => '')],
  // Names as they are: a kind of group called “2026” stays a text.
  textColumns: [1],
  widths: [230, 150, 120, 120],
  headerNotes: [],
  boldRows: boldRows(),
  hidden: false,
});

/**
 * Returns how many are new. The hidden tab keeps which charts were put in, "steps:123": so one is known again when rows
 * were put in above it, and one that is missing was taken away by somebody.
 */
function drawCharts(campaign: Campaign, id: number, tables: readonly FigureTable[], all: boolean): number {
  const { services, hidden } = campaign;
  const { book } = services;
  const row = newest(hidden.rows, 'tab', DASHBOARD_TAB);
  const kept = row?.state === String(id) ? row.data : '';
  const once = new Map(
    kept
      .split(' ')
      .filter((one) => one !== '')
      .map((one): [string, number] => [one.split(':')[0] ?? '', Number(one.split(':')[1])]),
  );
  const standing = book.charts(id);
  const known = new Set(once.values());
  const ownOf = (wish: DashboardChart): number | null =>
    (
      standing.find((chart) => chart.id === once.get(wish.key)) ??
      standing.find((chart) => !known.has(chart.id) && drawsTable(chart.ranges, wish))
    )?.id ?? null;
  const wishes = dashboardCharts(tables)
    .map((wish) => ({ ...wish, id: ownOf(wish) }))
    .filter((wish) => all || wish.id !== null || !once.has(wish.key));
  book.putCharts(id, wishes).forEach((chart, at) => once.set(wishes[at]?.key ?? '', chart ?? 0));
  const now = [...once].map(([key, chart]) => `${key}:${chart}`).join(' ');
  if (now !== kept) keepTab(campaign, DASHBOARD_TAB, id, now);
  return wishes.filter((wish) => wish.id === null).length;
}
