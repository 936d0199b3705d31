// A kept workbook whose second tab counts the first by formulas and draws it with the charts that the add-on puts in.
import { putCharts } from '../../src/google/charts';
import type { ChartWish } from '../../src/google/services';
import { createHost } from '../../workbench/host/createHost';
import { emptyTab, emptyWorkbook, type Stored, type TabState } from '../../workbench/host/sheets/state';
import type { SavedSession } from '../../workbench/server/session';

export const STEPS = ['Follow up', 'Last try', 'Call them', 'Gone quiet', 'Waiting', 'Check date'] as const;
export const KINDS = ['Faith group', 'Union', 'Racial justice', 'Small business', 'Young workers'] as const;
export const DARK = '#12355b';
export const LIGHT = '#7693b0';

const CONTACTS = 120;

type Contact = readonly [organization: string, kind: string, step: string, first: number | null];

const contact = (n: number): Contact => [
  `Group ${n + 1}`,
  KINDS[((n * 17) % 23) % KINDS.length] ?? '',
  STEPS[((n * 11) % 31) % STEPS.length] ?? '',
  n % 3 === 0 ? null : 46_000 + n,
];
export const contacts = Array.from({ length: CONTACTS }, (_, n) => contact(n));

const f = (formula: string): Stored => ({ f: `=${formula}` });
const WEEKS = Array.from({ length: 12 }, (_, n) => n);

const TABLES: Stored[][] = [
  ['Contacts by next step', 'Contacts'],
  ...STEPS.map((step, n): Stored[] => [step, f(`COUNTIF(Contacts!C:C,A${n + 2})`)]),
  [],
  ['Kind', 'Contacts', 'Reached out to'],
  ...KINDS.map((kind, n): Stored[] => [
    kind,
    f(`COUNTIF(Contacts!B:B,A${n + 10})`),
    f(`COUNTIFS(Contacts!B:B,A${n + 10},Contacts!D:D,">0")`),
  ]),
  [],
  ['Week of', 'Endorsements', 'Goal'],
  ...WEEKS.map((n): Stored[] => [
    `${n < 6 ? 'Sep' : 'Oct'} ${(n % 6) * 4 + 2}`,
    n * 2 + (n % 3),
    n < 3 ? null : 20,
  ]),
];

const SERIES = [
  { color: DARK, point: 'circle', labels: true },
  { color: LIGHT, point: 'square', labels: true },
] as const;

const common = { id: null, width: 460, height: 300 } as const;
const WISHES: readonly ChartWish[] = [
  {
    ...common,
    kind: 'column',
    title: 'Contacts by next step (live)',
    ranges: [{ row: 1, column: 1, rows: 7, columns: 2 }],
    at: { row: 2, column: 5 },
    series: SERIES.slice(0, 1),
    words: 'Next step',
    figures: 'Contacts',
  },
  {
    ...common,
    kind: 'bar',
    title: 'Kinds of groups (live)',
    ranges: [{ row: 9, column: 1, rows: 6, columns: 3 }],
    at: { row: 2, column: 10 },
    series: SERIES,
    words: 'Kind',
    figures: 'Contacts',
  },
  {
    ...common,
    kind: 'line',
    title: 'Endorsements and the goal (as of the day at the top)',
    ranges: [{ row: 16, column: 1, rows: 13, columns: 3 }],
    at: { row: 15, column: 5 },
    series: [SERIES[0], { ...SERIES[1], labels: false }],
    words: 'Week',
    figures: 'Endorsements',
  },
];

const tab = (id: number, name: string, rows: Stored[][], columns: number): TabState => ({
  ...emptyTab(id, name, 200, columns),
  rows: rows.map((values) => ({ values })),
  frozenRows: 1,
});

export function keptWorkbook(): SavedSession {
  const workbook = emptyWorkbook({ name: 'Charts', timeZone: 'America/New_York', owner: 'lead@example.org' });
  workbook.tabs = [
    tab(
      1,
      'Contacts',
      [['Organization', 'Kind', 'Next step', 'First contacted'], ...contacts.map((line) => [...line])],
      8,
    ),
    tab(2, 'Dashboard', TABLES, 20),
  ];
  workbook.nextId = 3;
  const host = createHost({ workbook, today: '2026-11-12', code: '', pages: {} });
  const { SpreadsheetApp, Charts } = host.globals() as unknown as {
    SpreadsheetApp: GoogleAppsScript.Spreadsheet.SpreadsheetApp;
    Charts: object;
  };
  Object.assign(globalThis, { Charts });
  const board = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Dashboard');
  if (board === null) throw new Error('There is no dashboard.');
  board.setColumnWidth(1, 160);
  putCharts(board, WISHES);
  SpreadsheetApp.flush();
  return { version: 1, file: host.save(), user: 'lead@example.org', allowed: ['sheet'] };
}
