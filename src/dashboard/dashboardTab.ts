// The tab Dashboard: where each table stands, what is written into it, and its charts. Every table has room for its most
// rows, so none of them ever moves.
import { columnLetter } from '../values/a1';
import { MOST_RATES } from './answerRates';
import { MOST_KINDS, STEPS, type FigureTable, type TableKey } from './figures';
import type { LiveTable } from './liveFormulas';

/** Most rows of each table, in the order of the tab. */
const ROOM: readonly (readonly [TableKey, number])[] = [
  ['steps', STEPS.length + 1],
  ['kinds', MOST_KINDS + 1],
  ['endorsements', 12],
  ['weeks', 12],
  ['due', 4],
  ['rates', MOST_RATES],
  ['unions', 5],
];

/** Title, what is live, what is ours. */
const TOP = 3;
/** Of each table: its title and its headings above, a blank row below. */
const AROUND = 3;
/** Names and up to three figures. */
export const WIDTH = 4;

/** 1-based row of the title of a table. */
export function titleRow(key: TableKey): number {
  const before = ROOM.findIndex(([one]) => one === key);
  return TOP + 1 + ROOM.slice(0, before).reduce((sum, [, rows]) => sum + rows + AROUND, 0);
}

/** Rows of the tab that are ours. */
export const height = (): number => ROOM.reduce((sum, [, rows]) => sum + rows + AROUND, TOP);

/** 1-based rows in bold: titles and headings. */
export const boldRows = (): readonly number[] => ROOM.flatMap(([key]) => [titleRow(key), titleRow(key) + 1]);

export interface Standing {
  readonly title: string;
  /** "Thu, Nov 12, 2026 at 10:40" */
  readonly asOf: string;
  /** Name of the contacts tab. */
  readonly sheet: string;
}

/** height() rows × WIDTH columns from A1: texts, and numbers also where a formula goes. */
export function dashboardCells(
  tables: readonly FigureTable[],
  live: ReadonlyMap<TableKey, LiveTable>,
  { title, asOf, sheet }: Standing,
): readonly (readonly (string | number)[])[] {
  const rows: (string | number)[][] = Array.from({ length: height() }, () =>
    Array.from({ length: WIDTH }, () => ''),
  );
  const put = (row: number, cells: readonly (string | number)[]) => {
    cells.forEach((cell, index) => {
      (rows[row - 1] ?? [])[index] = cell;
    });
  };
  put(1, [title]);
  put(2, [
    `“${sheet}” as of ${asOf}. What is marked “live” follows the contacts at once; new words for a status count from the next time on.`,
  ]);
  put(3, [
    `Outreach → Dashboard brings it all up to date and shows the rows behind a figure. Where it says #REF!, a column is gone. Columns A to ${columnLetter(WIDTH)} down to row ${height()} are written anew; the rest is yours.`,
  ]);
  for (const table of tables) {
    const at = titleRow(table.key);
    put(at, [titleOf(table, live, asOf)]);
    put(at + 1, headingsOf(table, live));
    table.rows.forEach(({ name, figures }, index) => {
      put(at + 2 + index, [name, ...figures.map(({ value }) => value ?? '')]);
    });
  }
  return rows;
}

export interface FormulaBlock {
  readonly key: TableKey;
  /** 1-based. */
  readonly row: number;
  readonly column: number;
  readonly formulas: readonly (readonly string[])[];
  /** What they give, if they see what we see. */
  readonly figures: readonly (readonly (number | null)[])[];
}

/** The formulas of the live tables, a block each. */
export function dashboardFormulas(
  tables: readonly FigureTable[],
  live: ReadonlyMap<TableKey, LiveTable>,
): readonly FormulaBlock[] {
  return tables.flatMap(({ key, rows }) => {
    const row = titleRow(key) + 2;
    const formulas = live.get(key)?.(
      rows.map(({ name }) => name),
      row,
    );
    const wide = formulas?.[0]?.length ?? 0;
    return formulas === undefined
      ? []
      : [
          {
            key,
            row,
            column: 2,
            formulas,
            figures: rows.map(({ figures }) => figures.slice(0, wide).map(({ value }) => value)),
          },
        ];
  });
}

function titleOf({ key, title }: FigureTable, live: ReadonlyMap<TableKey, LiveTable>, asOf: string): string {
  return `${title} (${live.has(key) ? 'live' : `as of ${asOf}`})`;
}

/** In a live table a figure that is none says so itself. */
function headingsOf({ key, columns }: FigureTable, live: ReadonlyMap<TableKey, LiveTable>): string[] {
  return columns.map((name) => (live.has(key) && name === 'Endorsed' ? `${name} (as of)` : name));
}

/** A chart of one table: what it draws, where it stands, how it looks. */
export interface DashboardChart {
  readonly key: TableKey;
  readonly kind: 'bar' | 'column' | 'line';
  readonly title: string;
  /** Blocks of the tab, 1-based: the names with their heading, then the figures with theirs. */
  readonly ranges: readonly {
    readonly row: number;
    readonly column: number;
    readonly rows: number;
    readonly columns: number;
  }[];
  readonly at: { readonly row: number; readonly column: number };
  readonly width: number;
  readonly height: number;
  readonly series: readonly {
    readonly color: string;
    readonly point?: 'circle' | 'square' | 'diamond';
    readonly labels: boolean;
  }[];
  readonly words: string;
  readonly figures: string;
}

/** Of a chart: a place is so many rows high. */
const PLACE = { firstRow: 4, rows: 17, height: 340, width: 540, columns: [6, 12] } as const;

/**
 * What each table is drawn as, and in which place right of the tables: from above, left or right, how many places high.
 * Unions stays a table: its figures have no common measure.
 */
const DRAWN: readonly (readonly [
  key: TableKey,
  kind: DashboardChart['kind'],
  down: number,
  across: 0 | 1,
  high: number,
])[] = [
  ['steps', 'bar', 0, 0, 1],
  ['kinds', 'bar', 0, 1, 2],
  ['endorsements', 'line', 1, 0, 1],
  ['weeks', 'column', 2, 0, 1],
  ['due', 'column', 2, 1, 1],
  ['rates', 'bar', 3, 0, 2],
];
/** Dark, light and between: told apart in black and white, each with its figures beside it. */
const INKS = ['#12304f', '#7693b0', '#3f5f86'] as const;
const POINTS = ['circle', 'square'] as const;

/** One for each table with rows. */
export function dashboardCharts(tables: readonly FigureTable[]): readonly DashboardChart[] {
  return DRAWN.flatMap(([key, kind, down, across, high]): DashboardChart[] => {
    const table = tables.find((one) => one.key === key);
    if (table === undefined || table.rows.length === 0) return [];
    const row = titleRow(key) + 1;
    const rows = table.rows.length + 1;
    const figures = table.columns.slice(1);
    // Of the answers the rate alone: beside it touches would be another measure.
    const ranges =
      key === 'rates'
        ? [
            { row, column: 1, rows, columns: 1 },
            { row, column: 1 + figures.length, rows, columns: 1 },
          ]
        : [{ row, column: 1, rows, columns: table.columns.length }];
    const drawn = key === 'rates' ? figures.slice(-1) : figures;
    return [
      {
        key,
        kind,
        title: table.title,
        ranges,
        at: { row: PLACE.firstRow + PLACE.rows * down, column: PLACE.columns[across] },
        width: PLACE.width,
        height: PLACE.height * high + (high - 1) * 20,
        series: drawn.map((name, at) => ({
          color: INKS[at] ?? INKS[0],
          // The same figure at each point says nothing.
          labels: name !== 'Goal',
          ...(kind === 'line' ? { point: POINTS[at] ?? 'circle' } : {}),
        })),
        words: table.columns[0] ?? '',
        figures: drawn.length === 1 ? (drawn[0] ?? '') : 'Number',
      },
    ];
  });
}

interface Ranged {
  readonly row: number;
  readonly column: number;
  readonly columns: number;
}

/** Columns that are drawn, whichever pieces they come in. */
const columnsIn = (ranges: readonly Ranged[]): string =>
  [
    ...new Set(
      ranges.flatMap(({ column, columns }) => Array.from({ length: columns }, (_, at) => column + at)),
    ),
  ]
    .sort((a, b) => a - b)
    .join();

/** Whether a standing chart of which nothing is known is that of a table: it begins in its headings and draws its columns. */
export const drawsTable = (ranges: readonly Ranged[], wish: DashboardChart): boolean =>
  ranges.every(({ row }) => row === wish.ranges[0]?.row) && columnsIn(ranges) === columnsIn(wish.ranges);

/** The place of a figure on the tab, by its row and column (1-based): its table and its figure, 0-based; null elsewhere. */
export function figureAt(
  row: number,
  column: number,
): { readonly key: TableKey; readonly figure: number } | null {
  const [key] = ROOM.find(([one, rows]) => row > titleRow(one) + 1 && row <= titleRow(one) + 1 + rows) ?? [];
  return key === undefined || column > WIDTH ? null : { key, figure: Math.max(column - 2, 0) };
}
