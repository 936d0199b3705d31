// The dashboard where people do what nobody expects: odd words and errors in cells, rows and columns that come, move and
// go, the tab and its charts changed by hand, runs that are cut off, large files.
import { describe, expect, test } from '@jest/globals';
import type { DashboardView, FigureView, TableView } from '../../src/commands/dashboardAnswers';
import { createHost, type Host } from '../../workbench/host/createHost';
import { readFile } from '../../workbench/host/sheets/files';
import { ask, book, LEAD, putTab, refused, TODAY } from './campaign';

const HEAD = [
  'Organization',
  'Category',
  'E-mail',
  'Owner',
  'Status',
  'First contacted',
  'Last contacted',
  'Due',
  'Do not contact',
];
type Row = Partial<Record<(typeof HEAD)[number], unknown>>;

const group = (at: number, more: Row = {}): Row => ({
  Organization: `Group ${at}`,
  Category: at % 2 === 0 ? 'Union' : 'Faith group',
  'E-mail': `group${at}@mill.example.org`,
  Owner: 'Ana',
  Status: 'Contacted',
  'First contacted': '2026-11-02',
  'Last contacted': '2026-11-03',
  Due: '2026-11-10',
  ...more,
});
const groups = (count: number, more: Row = {}): Row[] =>
  Array.from({ length: count }, (_, at) => group(at + 1, more));
const cellsOf = (rows: readonly Row[], head: readonly string[] = HEAD): unknown[][] => [
  [...head],
  ...rows.map((row) => head.map((name) => row[name] ?? '')),
];

async function open(rows: readonly (readonly unknown[])[], more: { locale?: string } = {}): Promise<Host> {
  const read = await readFile('Groups.csv', new TextEncoder().encode('x\r\n'));
  if (!read.ok) throw new Error(read.message);
  const host = createHost({ workbook: read.state, today: TODAY, user: LEAD, ...more });
  putTab(host, 'Groups', rows);
  ask(host, 'startWith', 'Groups');
  return host;
}

const tabCells = (host: Host, name = 'Dashboard'): unknown[][] =>
  book(host).getSheetByName(name)?.getDataRange().getValues() ?? [];

/** What the tab shows below a title, names first; [] where it says that it is no formula and `live` is asked for. */
function shown(host: Host, title: string, name = 'Dashboard'): unknown[][] {
  const cells = tabCells(host, name);
  const at = cells.findIndex(([first]) => String(first).startsWith(title));
  const rows = cells.slice(at + 2);
  const end = rows.findIndex(([first]) => first === '');
  return rows
    .slice(0, end < 0 ? rows.length : end)
    .map((row) => row.slice(0, 4).filter((cell) => cell !== ''));
}
const isLive = (host: Host, title: string): boolean =>
  tabCells(host).some(([first]) => String(first).startsWith(title) && String(first).endsWith('(live)'));

const tableOf = (host: Host, key: TableView['key']): TableView => {
  const table = ask<DashboardView>(host, 'getDashboard').tables.find((one) => one.key === key);
  if (table === undefined) throw new Error(`No table ${key}.`);
  return table;
};
/** What the sidebar says, in the shape of the tab. */
const told = (host: Host, key: TableView['key']): unknown[][] =>
  tableOf(host, key).rows.map(({ name, values }) => [name, ...values]);

const LIVE = {
  steps: 'Contacts by next step',
  kinds: 'Kinds of groups',
  due: 'Assignments by due date',
} as const;
/** Kinds without "Endorsed", which is no formula. */
const figures = (rows: unknown[][], width: number) => rows.map((row) => row.slice(0, width));
function agree(host: Host, about: string, liveOnly = false): void {
  for (const [key, title] of Object.entries(LIVE) as ['steps' | 'kinds' | 'due', string][]) {
    if (liveOnly && !isLive(host, title)) continue;
    const width = key === 'kinds' ? 3 : 2;
    // Kinds stand in the order of the last writing.
    const lines = (rows: unknown[][]) => {
      const all = figures(rows, width).map((row) => row.join(': '));
      return liveOnly ? all.sort() : all;
    };
    expect({ about, key, rows: lines(shown(host, title)) }).toEqual({
      about,
      key,
      rows: lines(told(host, key)),
    });
  }
}

describe('live tables hold what the sidebar counts', () => {
  test('with signs, accents, odd blanks, numbers and errors in the words', async () => {
    const words: unknown[] = [
      ['Union*', 'Union?', '~Union', '"Quoted"', "O'Neil", 'a|b', '<b>', "'=x"],
      ['<5', '>1', "''=1+1", 'Écoles', 'ÉCOLES', 'İş', '  Two  blanks ', 'No\u00a0break', 'no break'],
      [2026, 1.5, true, false, '=NA()', '="Union "', '2026-11-03', '-', '#hash'],
      ['straße', 'Everything else', 'everything ELSE', 'Line\nbreak', "'007", 'İŞ', 'x'.repeat(120)],
      ['Zero\u200bwidth', 'Union\u200b', 'Tab\tulated'],
    ];
    for (const some of words as unknown[][])
      for (const locale of ['en_US', 'de_DE', 'fr_FR', 'ja_JP']) {
        const odd = some.flatMap((Category, at) => [
          group(20 + at, { Category }),
          group(40 + at, { Category }),
        ]);
        const host = await open(cellsOf([...groups(6), ...odd]), { locale });
        ask(host, 'writeDashboard', false);
        agree(host, `${JSON.stringify(some)} ${locale}`);
      }
  }, 120_000);

  test('a group’s own “Everything else” is no second row of that name', async () => {
    const host = await open(cellsOf([...groups(4), group(9, { Category: 'everything else' })]));
    expect(told(host, 'kinds').map(([name]) => name)).toEqual(['Faith group', 'Union', 'Everything else']);
    const behind = ask<FigureView>(host, 'getFigure', { table: 'kinds', row: 'Everything else', figure: 0 });
    expect(behind.rows.map(({ organization }) => organization)).toEqual(['Group 9']);
  });

  test('with errors, odd dates and odd words in every other column', async () => {
    const odd: Row[] = [
      { Owner: '=NA()' },
      { Status: '=NA()' },
      { Due: '=NA()' },
      { Organization: '=NA()' },
      { 'First contacted': '=1/0', 'Last contacted': '' },
      { 'Do not contact': '=NA()' },
      { 'Do not contact': true },
      { 'Do not contact': 1 },
      { 'Do not contact': false },
      { 'Do not contact': 'STOP ' },
      { Due: 'next week' },
      { Due: "'2026-11-20" },
      { Due: '2026-11-12 18:30' },
      { Due: '2026-11-18 23:59' },
      { Due: '2026-11-19 00:30' },
      { Due: '1960-05-01' },
      { Due: 5 },
      { Due: 46346 },
      { Due: true },
      { Status: 'Declined | Bob' },
      { Status: ' endorsed ' },
      { Status: 'no\u00a0thanks' },
      { Status: `Said no: ${'they were asked twice, '.repeat(10)}` },
      { Status: false },
      { Owner: '\u00a0', 'First contacted': '\u00a0', 'Last contacted': ' ' },
    ];
    for (const [at, more] of odd.entries())
      for (const locale of at % 6 === 0 || more['Do not contact'] !== undefined
        ? ['en_US', 'de_DE']
        : ['en_US']) {
        const host = await open(cellsOf([...groups(6), group(7, more)]), { locale });
        ask(host, 'writeDashboard', false);
        agree(host, JSON.stringify(more) + locale);
      }
  }, 120_000);

  test('headings that stand there again are no contact', async () => {
    const rows = cellsOf(groups(6));
    const host = await open([
      ['Our groups'],
      [],
      ...rows,
      [],
      [...HEAD],
      ...cellsOf(groups(3)).slice(1),
      [],
      ['Total', '', '', '', '', '', '', '', ''],
    ]);
    ask(host, 'writeDashboard', false);
    agree(host, 'headings again');
    expect(shown(host, LIVE.kinds).at(-1)).toEqual(['Everything else', 1, 0, 0]);
  });

  test('follow rows and columns that come, move and go, and the tab under another name', async () => {
    const edits: Record<string, (host: Host) => unknown> = {
      'a row above the first contact': ({ model }) => {
        model.insertRows('Groups', 2);
        model.paste('Groups', 2, 1, cellsOf([group(30)]).slice(1) as string[][]);
      },
      '1,200 rows below': ({ model }) => {
        model.insertRows('Groups', model.tab('Groups')?.rows.length ?? 0, 1200);
        model.paste('Groups', 8, 1, cellsOf(groups(1200)).slice(1) as string[][]);
      },
      '3,000 rows below': ({ model }) => {
        model.insertRows('Groups', model.tab('Groups')?.rows.length ?? 0, 3000);
        model.paste('Groups', 8, 1, cellsOf(groups(3000)).slice(1) as string[][]);
      },
      'a column before the first': ({ model }) => model.insertColumns('Groups', 1),
      'a column moved': ({ model }) => model.moveColumn('Groups', 2, 9),
      'two rows deleted': ({ model }) => model.deleteRows('Groups', 2, 2),
      'a row above the headings': ({ model }) => model.insertRows('Groups', 1),
      'another name': ({ model }) => model.renameTab('Groups', "Our 'groups'"),
      sorted: ({ model }) => model.sortTab('Groups', [{ column: 2, ascending: false }], 2),
      'another word in a status': ({ model }) => model.typeInto('Groups', 2, 5, 'Endorsed'),
    };
    for (const [about, edit] of Object.entries(edits)) {
      const host = await open(cellsOf(groups(6)));
      ask(host, 'writeDashboard', false);
      edit(host);
      host.model.flush();
      expect([isLive(host, LIVE.kinds), isLive(host, LIVE.due)]).toEqual([true, true]);
      agree(host, about, true);
    }
  }, 120_000);

  test('say so where a column is gone, and are right again when they are brought up to date', async () => {
    for (const [column, key] of [
      [2, 'kinds'],
      [4, 'due'],
      [5, 'due'],
      [8, 'due'],
      [9, 'due'],
      [1, 'kinds'],
    ] as const) {
      const host = await open(cellsOf(groups(6)));
      ask(host, 'writeDashboard', false);
      host.model.deleteColumns('Groups', column);
      host.model.flush();
      const now = shown(host, LIVE[key]).flatMap((row) => row.slice(1, 2));
      expect({ column, now }).toEqual({ column, now: now.map(() => '#REF!') });
    }
    const host = await open(cellsOf(groups(6)));
    ask(host, 'writeDashboard', false);
    expect(String(tabCells(host)[2]?.[0])).toContain('#REF!');
    host.model.deleteColumns('Groups', 2);
    ask(host, 'writeDashboard', false);
    agree(host, 'without kinds');
  });

  test('a word for the end of the work that came later is said to need bringing up to date', async () => {
    const host = await open(cellsOf(groups(6)));
    ask(host, 'writeDashboard', false);
    host.model.typeInto('Groups', 2, 5, 'Said no: wrong time');
    host.model.flush();
    expect(String(tabCells(host)[1]?.[0])).toContain('new words');
    ask(host, 'writeDashboard', false);
    agree(host, 'after it was brought up to date');
    expect(isLive(host, LIVE.due)).toBe(true);
  });

  test('count the words that stand in the column Next step, also in the sidebar', async () => {
    const host = await open(cellsOf(groups(30)));
    ask(host, 'markNextSteps');
    const column = tabCells(host, 'Groups')[0]?.indexOf('Next step') ?? -1;
    host.model.typeInto('Groups', 2, column + 1, 'Waiting');
    host.model.typeInto('Groups', 3, column + 1, 'Call them');
    host.model.clear('Groups', { row: 4, column: column + 1, rows: 1, columns: 1 });
    host.model.flush();
    ask(host, 'writeDashboard', false);
    agree(host, 'typed over');
    expect(isLive(host, LIVE.steps)).toBe(true);
    expect(told(host, 'steps')).toContainEqual(['Waiting', 1]);
    expect(told(host, 'steps')).toContainEqual(['No step now', 1]);
  });

  test('small files: no contacts, no kinds, no owners, two tabs of contacts', async () => {
    const without = (...names: string[]) => HEAD.filter((name) => !names.includes(name));
    const files: unknown[][][] = [
      cellsOf([]),
      cellsOf(groups(4), without('Category')),
      cellsOf(groups(4), without('Owner')),
      cellsOf(groups(4), without('Due')),
      cellsOf(groups(4), without('Status', 'Do not contact')),
      cellsOf(groups(4), without('First contacted', 'Last contacted')),
      cellsOf(groups(4), ['Organization', 'E-mail']),
    ];
    for (const [at, rows] of files.entries()) {
      const host = await open(rows);
      putTab(host, 'Others', cellsOf(groups(9)));
      host.model.flush();
      ask(host, 'writeDashboard', false);
      agree(host, `file ${at}`);
    }
  });
});

const SHEETS = (host: Host) =>
  book(host)
    .getSheets()
    .map((sheet) => sheet.getName());
interface ChartBuilder {
  addRange(range: unknown): ChartBuilder;
  asPieChart?: () => ChartBuilder;
  asColumnChart(): ChartBuilder;
  setPosition(row: number, column: number, x: number, y: number): ChartBuilder;
  clearRanges(): ChartBuilder;
  setOption(name: string, value: unknown): ChartBuilder;
  build(): unknown;
}
interface Chart {
  getChartId(): number;
  getRanges(): { getA1Notation(): string }[];
  modify(): ChartBuilder;
}
interface DashboardSheet {
  getRange(name: string): { activate(): void; setValue(value: unknown): void; getValue(): unknown };
  getCharts(): Chart[];
  newChart(): ChartBuilder;
  insertChart(chart: unknown): void;
  updateChart(chart: unknown): void;
  removeChart(chart: unknown): void;
  activate(): void;
  hideSheet(): void;
  isSheetHidden(): boolean;
  copyTo(target: unknown): { setName(name: string): void };
}
const sheetOf = (host: Host, name = 'Dashboard') =>
  book(host).getSheetByName(name) as unknown as DashboardSheet;
const drawn = (host: Host, name = 'Dashboard'): string[] =>
  sheetOf(host, name)
    .getCharts()
    .map((chart) =>
      chart
        .getRanges()
        .map((range) => range.getA1Notation())
        .join(),
    )
    .sort();
const written = async (rows = cellsOf(groups(6))): Promise<Host> => {
  const host = await open(rows);
  ask(host, 'writeDashboard', false);
  return host;
};

describe('the tab and its charts', () => {
  test('a run that is cut off anywhere and pressed again leaves one tab with one chart of each kind', async () => {
    const whole = await open(cellsOf(groups(6)));
    putTab(whole, 'Dashboard', [['ours', 'since 2020']]);
    ask(whole, 'writeDashboard', false);
    const calls = whole.calls.length;
    const wanted = drawn(whole, 'Dashboard 2');
    expect(wanted.length).toBeGreaterThan(3);
    for (let n = 1; n <= calls; n++)
      for (const side of ['before', 'after'] as const) {
        const host = await open(cellsOf(groups(6)));
        putTab(host, 'Dashboard', [['ours', 'since 2020']]);
        host.killAt(n, side, n % 2 === 0 ? 'all' : 'half');
        try {
          host.call('writeDashboard', false);
        } catch {
          // Cut off.
        }
        ask(host, 'writeDashboard', false);
        const about = `${n} ${side}`;
        expect({ about, tabs: SHEETS(host).filter((name) => name.startsWith('Dashboard')) }).toEqual({
          about,
          tabs: ['Dashboard', 'Dashboard 2'],
        });
        expect({ about, charts: drawn(host, 'Dashboard 2') }).toEqual({ about, charts: wanted });
        expect({
          about,
          bold: host.model.appearance('Dashboard 2', { row: 4, column: 1, rows: 1, columns: 1 })[0]?.[0]
            ?.bold,
        }).toEqual({ about, bold: true });
        const sheet = sheetOf(host, 'Dashboard 2');
        sheet.removeChart(sheet.getCharts()[0]);
        host.model.flush();
        ask(host, 'writeDashboard', false);
        expect({ about, charts: drawn(host, 'Dashboard 2').length }).toEqual({
          about,
          charts: wanted.length - 1,
        });
      }
  }, 300_000);

  test('charts draw their tables again after rows and columns were put in or taken out of the tab', async () => {
    const edits: Record<string, (host: Host) => unknown> = {
      row: ({ model }) => model.insertRows('Dashboard', 10),
      'top row': ({ model }) => model.insertRows('Dashboard', 1, 3),
      'no row': ({ model }) => model.deleteRows('Dashboard', 8, 2),
      column: ({ model }) => model.insertColumns('Dashboard', 2),
      'first column': ({ model }) => model.insertColumns('Dashboard', 1),
      sorted: ({ model }) => model.sortTab('Dashboard', [{ column: 1, ascending: false }], 5),
      hidden: ({ model }) => model.hideTab('Dashboard', true),
      renamed: ({ model }) => model.renameTab('Dashboard', 'Where we stand'),
    };
    for (const [about, edit] of Object.entries(edits)) {
      const host = await written();
      const charts = drawn(host);
      const live = ['steps', 'kinds', 'due'].map((key) => told(host, key as TableView['key']));
      edit(host);
      ask(host, 'writeDashboard', false);
      const name = about === 'renamed' ? 'Where we stand' : 'Dashboard';
      expect({ about, charts: drawn(host, name) }).toEqual({ about, charts });
      expect({ about, rows: figures(shown(host, LIVE.due, name), 2) }).toEqual({ about, rows: live[2] });
      expect(SHEETS(host)).toHaveLength(3);
    }
  }, 60_000);

  test('charts of people stay as they are: their own, copies of ours, other figures, other places and looks', async () => {
    const host = await written();
    const sheet = sheetOf(host);
    const charts = drawn(host);
    const place = (name: string) => {
      sheet.insertChart(
        sheet.newChart().asColumnChart().addRange(sheet.getRange(name)).setPosition(60, 7, 0, 0).build(),
      );
    };
    place('A15:B18'); // their own, of our table
    place('A15:D17'); // copies one of ours, in part
    place('G1:H9');
    host.model.flush();
    const all = drawn(host);
    expect(all).toHaveLength(charts.length + 3);
    host.model.insertRows('Groups', 8);
    host.model.paste('Groups', 8, 1, [['Group 8', 'Nurses', 'g8@mill.example.org']]);
    host.model.flush();
    ask(host, 'writeDashboard', false);
    const now = drawn(host);
    expect(now).toEqual(expect.arrayContaining(['A15:B18', 'A15:D17', 'G1:H9', 'A15:D19']));
    expect(now).toHaveLength(all.length);
    ask(host, 'writeDashboard', true);
    expect(drawn(host)).toEqual(now);
  });

  test('a tab that was deleted is made again with its charts; a copy by hand is left alone', async () => {
    const host = await written();
    const charts = drawn(host);
    sheetOf(host).copyTo(book(host));
    host.model.flush();
    const copy = SHEETS(host).find((name) => name.startsWith('Copy')) ?? '';
    host.model.typeInto(copy, 5, 2, 'mine');
    ask(host, 'writeDashboard', false);
    expect(tabCells(host, copy)[4]?.[1]).toBe('mine');
    expect(drawn(host)).toEqual(charts);
    host.model.deleteTab('Dashboard');
    ask(host, 'writeDashboard', false);
    expect(drawn(host)).toEqual(charts);
    expect(tabCells(host, copy)[4]?.[1]).toBe('mine');
    expect(ask<DashboardView>(host, 'getDashboard').tables).toHaveLength(6);
  });

  test('cells of people beside and below what is ours stay; how far that goes stands on the tab', async () => {
    const host = await written();
    const [, end = ''] = /down to row (\d+)/.exec(String(tabCells(host)[2]?.[0])) ?? [];
    const places = [
      [5, 5],
      [2, 8],
      [Number(end) + 1, 1],
      [Number(end) + 9, 3],
    ] as const;
    host.model.insertRows('Dashboard', host.model.tab('Dashboard')?.rows.length ?? 0, 100);
    for (const [row, column] of places) host.model.typeInto('Dashboard', row, column, 'ours');
    ask(host, 'writeDashboard', false);
    const cells = tabCells(host);
    for (const [row, column] of places) expect(cells[row - 1]?.[column - 1]).toBe('ours');
  });

  test('a tab that somebody else protected is left, and the answer says so', async () => {
    const host = await written();
    const other = host.as({ email: 'bo@larkhaven.example.org' });
    host.model.edit((draft) => {
      const tab = draft.tab(host.model.tab('Dashboard')?.id ?? 0);
      tab.protections = [
        { id: 90, tab: tab.id, area: null, open: [], editors: [], warningOnly: false, description: '' },
      ];
    });
    const problem = refused(other, 'writeDashboard', false);
    expect(problem.message + problem.todo).toMatch(/protect/);
  });
});

describe('figures', () => {
  const at = (host: Host, name: string) => {
    sheetOf(host).activate();
    sheetOf(host).getRange(name).activate();
    return ask<DashboardView>(host, 'getDashboard').selected;
  };
  test('the selected cell means the name in its row, also where the figures have changed since', async () => {
    const host = await written();
    expect(at(host, 'B16')).toMatchObject({ table: 'kinds', row: 'Faith group' });
    for (let row = 2; row <= 6; row += 2) host.model.typeInto('Groups', row, 2, 'Union');
    host.model.flush();
    expect(at(host, 'B16')).toBeNull();
    expect(at(host, 'B17')).toMatchObject({ table: 'kinds', row: 'Union', figure: 0 });
    for (const name of ['A1', 'A2', 'B3', 'B4', 'B5', 'B13', 'B14', 'B15', 'B19', 'B25', 'H17', 'E17'])
      expect({ name, at: at(host, name) }).toEqual({ name, at: null });
    expect(at(host, 'A17')).toMatchObject({ row: 'Union', figure: 0 });
    expect(at(host, 'C17')).toMatchObject({ row: 'Union', figure: 1 });
  });

  test('more than 200 contacts, and contacts that went meanwhile', async () => {
    const host = await open(cellsOf(groups(450)));
    const ask1 = () => ask<FigureView>(host, 'getFigure', { table: 'due', row: 'Overdue', figure: 0 });
    expect(ask1()).toMatchObject({ count: 450 });
    expect(ask1().rows).toHaveLength(200);
    host.model.deleteRows('Groups', 2, 449);
    expect(ask1().rows).toEqual([{ row: 2, organization: 'Group 450', why: 'Ana, due Nov 10' }]);
    host.model.deleteRows('Groups', 2, 1);
    expect(ask1()).toMatchObject({ count: 0, rows: [] });
    expect(refused(host, 'getFigure', { table: 'kinds', row: 'Everything else', figure: 7 }).code).toBe(
      'figure-gone',
    );
  });
});
