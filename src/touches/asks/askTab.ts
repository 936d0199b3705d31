// The tab Asks: its columns, how it looks when it is made, where its columns stand, and an ask as a row of it.
import { OUTREACH_ID, type Field } from '../../reading/fields';
import type { SheetMap } from '../../reading/map';
import { mapOfOurTab } from '../../reading/ourTabMap';
import { askKinds } from '../../texts/askKinds';
import { cellText, type Cell } from '../../values/cell';
import type { Day } from '../../values/day';
import type { Table } from '../../values/table';
import { foldName } from '../../values/text';
import { EVERYBODY_READS, type TabShape } from '../../workbook/ourTabs';
import { ASKS_TAB } from '../../workbook/tabs';
import { ASK_ANSWERS, type Ask } from './ask';

export const ASK_ID = 'Ask ID';
export const ASK_COLUMNS = [
  'Organization',
  'Ask',
  'Asked on',
  'Asked by',
  'Answer',
  'Wait until',
  'Answered on',
  'Who decided',
  'May be named',
  'Note',
  OUTREACH_ID,
  ASK_ID,
] as const;

export type AskColumn = (typeof ASK_COLUMNS)[number];

/** Columns that hold days, for a date picker. */
export const ASK_DATES: readonly AskColumn[] = ['Asked on', 'Wait until', 'Answered on'];

/** Choices of the dropdowns; `own`: the group's own kinds. */
export function askChoices(own: readonly string[]): Readonly<Partial<Record<AskColumn, readonly string[]>>> {
  return {
    Ask: askKinds(own).map(({ name }) => name),
    Answer: ASK_ANSWERS,
    'May be named': ['yes', 'no'],
  };
}

const NOTES: Readonly<Partial<Record<AskColumn, string>>> = {
  'Wait until': '“They decide at their meeting on …”, “later, from …”: due the day after',
  'Answered on': 'An endorsement counts once this and “Who decided” are filled in',
  'May be named': 'Whether they agreed to be named in public; empty: nobody asked yet',
  Note: EVERYBODY_READS,
  [ASK_ID]: 'The add-on finds the row by it. In rows that you type it comes by itself.',
};

const WIDE: readonly AskColumn[] = ['Organization', 'Ask', 'Note'];

export const ASKS_SHAPE: TabShape = {
  name: ASKS_TAB,
  rows: [ASK_COLUMNS],
  textColumns: ASK_COLUMNS.flatMap((name, index) => (ASK_DATES.includes(name) ? [] : [index + 1])),
  widths: ASK_COLUMNS.map((name) => (WIDE.includes(name) ? 220 : 110)),
  headerNotes: ASK_COLUMNS.map((name) => NOTES[name] ?? ''),
  hidden: false,
};

export interface TabHead<Name extends string> {
  /** 1-based. */
  readonly headerRow: number;
  /** 1-based column of each heading that is there. */
  readonly columns: ReadonlyMap<Name, number>;
}

/** Rows from the top in which the headings are looked for. */
const HEADING_ROWS = 20;

/** The first row that has the `needed` headings; null where none has. */
export function tabHead<Name extends string>(
  { rows }: Table,
  names: readonly Name[],
  needed: readonly Name[],
): TabHead<Name> | null {
  for (const [index, row] of rows.slice(0, HEADING_ROWS).entries()) {
    const columns = headingsIn(row, names);
    if (needed.every((name) => columns.has(name))) return { headerRow: index + 1, columns };
  }
  return null;
}

/** null where no row has the headings Organization, Ask and Answer. */
export const askTabHead = (table: Table): TabHead<AskColumn> | null =>
  tabHead(table, ASK_COLUMNS, ['Organization', 'Ask', 'Answer']);

/** 1-based column of each of these headings that stands in the row; of two alike the first. */
export function headingsIn<Name extends string>(
  row: readonly Cell[],
  names: readonly Name[],
): ReadonlyMap<Name, number> {
  const typed = row.map((cell) => foldName(cellText(cell)));
  return new Map(
    names.flatMap((name): [Name, number][] => {
      const at = typed.indexOf(foldName(name));
      return at < 0 ? [] : [[name, at + 1]];
    }),
  );
}

/** The tab as contacts with their Ask ID in the place of the Outreach ID, so that its rows are found again; null where its headings are gone. */
export function mapOfAsks(table: Table): SheetMap | null {
  const head = askTabHead(table);
  if (head === null) return null;
  const telling = TELLING.flatMap(([name, field]): (readonly [Field, number, string])[] => {
    const column = head.columns.get(name);
    return column === undefined ? [] : [[field, column, name]];
  });
  return mapOfOurTab(table, head.headerRow, telling, head.columns.get(ASK_ID) ?? 0);
}

/** What tells rows apart that have no id yet. */
const TELLING: readonly (readonly [AskColumn, Field])[] = [
  ['Organization', 'organization'],
  ['Ask', 'contactName'],
  ['Asked by', 'town'],
  ['Note', 'website'],
];

const dayCell = (day: Day | null): Cell => (day === null ? '' : { day, time: null });

/** What stands in its row, by heading. */
export function askCells(ask: Ask): ReadonlyMap<AskColumn, Cell> {
  const { mayBeNamed } = ask;
  return new Map<AskColumn, Cell>([
    ['Organization', ask.organization],
    ['Ask', ask.kind],
    ['Asked on', dayCell(ask.askedOn)],
    ['Asked by', ask.askedBy],
    ['Answer', ask.answer],
    ['Wait until', dayCell(ask.waitUntil)],
    ['Answered on', dayCell(ask.answeredOn)],
    ['Who decided', ask.whoDecided],
    ['May be named', mayBeNamed === null ? '' : mayBeNamed ? 'yes' : 'no'],
    ['Note', ask.note],
    [OUTREACH_ID, ask.contact],
    [ASK_ID, ask.id],
  ]);
}

/** The cells as they stand side by side in a tab with these columns (1-based); `width` cells. */
export function laidOut(
  cells: ReadonlyMap<string, Cell>,
  columns: ReadonlyMap<string, number>,
  width: number,
): Cell[] {
  const row = Array.from({ length: width }, (): Cell => '');
  for (const [name, column] of columns) row[column - 1] = cells.get(name) ?? '';
  return row;
}

/** One row to append. */
export function askRow(ask: Ask, columns: ReadonlyMap<string, number>, width: number): Cell[] {
  return laidOut(askCells(ask), columns, width);
}
