// The shortlist of one brainstorm meeting: its columns, and its rows as they are read. People type in it while code
// runs, so columns are found by their headings, and rows are never moved.
import { OUTREACH_ID, type Field } from '../reading/fields';
import { readHeader } from '../reading/headerText';
import { cellText, isBlank, type Cell, type Grid } from '../values/cell';
import { shortDay, type Day } from '../values/day';
import { foldName } from '../values/text';
import { SHORTLIST_PREFIX } from '../workbook/tabs';

export const HINT = 'Hint';

/** How the words of a hint begin, also under a heading that somebody changed. */
export const HINT_WORDS = /^(?:Already in contacts[,.]|Also in row \d|Ask each other: )/;

export const SHORTLIST_COLUMNS = [
  'Organization',
  'Category',
  'Town',
  'Who knows someone there',
  'Best way to reach them',
  'Idea by',
  'Who takes it',
  'Notes',
  HINT,
  OUTREACH_ID,
] as const;

export type ShortlistColumn = (typeof SHORTLIST_COLUMNS)[number];

/** Hidden columns of formulas that the hint looks at (hintFormulas.ts), right of the others in a new tab. */
export const HELPER_COLUMNS = ['Place in contacts', 'Place of same name'] as const;

export type HelperColumn = (typeof HELPER_COLUMNS)[number];

export interface ShortlistRow {
  /** 1-based. */
  readonly row: number;
  /** The texts as typed, dates as days; '' where blank or where the column is gone. */
  readonly organization: string;
  readonly category: string;
  readonly town: string;
  readonly knows: string;
  readonly reach: string;
  readonly ideaBy: string;
  readonly taker: string;
  readonly notes: string;
  /** What stands in columns that the group added, a line each: "Members: 400". */
  readonly more: string;
  /** Trimmed; '' until the row has become a contact. */
  readonly outreachId: string;
}

export interface Shortlist {
  /** 1-based. */
  readonly headerRow: number;
  /** 1-based column of each heading; one that is gone is left out, of two equal ones the first counts. */
  readonly columns: ReadonlyMap<ShortlistColumn | HelperColumn, number>;
  /** In the order of the tab; rows in which nobody typed anything are passed over. */
  readonly rows: readonly ShortlistRow[];
  /** 1-based rows with a name above the headings, as after somebody sorted the whole tab; a title is none. */
  readonly above: readonly number[];
  /** 1-based row below the last one that anybody typed in: hints stand below it already, so the tab ends further down. */
  readonly nextRow: number;
}

/** Rows from the top in which headings in other words are looked for. */
const HEADING_ROWS = 30;

const NAMES = [...SHORTLIST_COLUMNS, ...HELPER_COLUMNS] as const;

/** Headings that people may put into other words, and what those mean in any tab. */
const MEANS: readonly (readonly [ShortlistColumn, Field])[] = [
  ['Organization', 'organization'],
  ['Category', 'category'],
  ['Town', 'town'],
  ['Who knows someone there', 'knownBy'],
  ['Who takes it', 'owner'],
  ['Notes', 'notes'],
];
const SURE = 0.8;

/** 1-based column of each heading, whatever its capitals and signs. */
function columnsIn(headings: readonly string[]): Map<ShortlistColumn | HelperColumn, number> {
  const folded = headings.map(foldName);
  const columns = new Map<ShortlistColumn | HelperColumn, number>();
  for (const name of NAMES) {
    const at = folded.indexOf(foldName(name));
    if (at >= 0) columns.set(name, at + 1);
  }
  return columns;
}

/**
 * null where no row has the headings of a shortlist; near the top one or two may be in other words. `table` needs the
 * rows only.
 */
export function readShortlist({ rows }: { readonly rows: Grid }): Shortlist | null {
  const all = rows.map((cells) => columnsIn(cells.map(cellText)));
  const most = Math.max(0, ...all.slice(0, HEADING_ROWS).map(({ size }) => size));
  const whole = all.findIndex((found) => found.has('Organization') && found.has('Who takes it'));
  const index = whole >= 0 ? whole : all.findIndex(({ size }) => size === most);
  const columns = all[index];
  if (columns === undefined || (whole < 0 && most < NAMES.length / 2)) return null;
  const headings = (rows[index] ?? []).map((cell) => cellText(cell).trim());
  const isTaken = (at: number) => [...columns.values()].includes(at + 1);
  for (const [name, field] of MEANS) {
    if (columns.has(name)) continue;
    const at = headings.findIndex((text, i) => !isTaken(i) && (readHeader(text).scores[field] ?? 0) >= SURE);
    if (at >= 0) columns.set(name, at + 1);
  }
  if (!columns.has('Organization') || !columns.has('Who takes it')) return null;
  const others = headings.flatMap((text, at) => (text === '' || isTaken(at) ? [] : [[text, at] as const]));
  const moreIn = (cells: readonly Cell[]) =>
    others.flatMap(([heading, at]) => {
      const cell = cells[at] ?? '';
      const text = cellText(cell).trim();
      return typeof cell === 'boolean' || isBlank(cell) || HINT_WORDS.test(text)
        ? []
        : [`${heading}: ${text}`];
    });
  const found: ShortlistRow[] = [];
  rows.slice(index + 1).forEach((cells, below) => {
    const text = (name: ShortlistColumn) => cellText(cells[(columns.get(name) ?? 0) - 1] ?? '');
    const row: ShortlistRow = {
      row: index + below + 2,
      organization: text('Organization'),
      category: text('Category'),
      town: text('Town'),
      knows: text('Who knows someone there'),
      reach: text('Best way to reach them'),
      ideaBy: text('Idea by'),
      taker: text('Who takes it'),
      notes: text('Notes'),
      more: moreIn(cells).join('\n'),
      outreachId: text(OUTREACH_ID).trim(),
    };
    if (Object.values({ ...row, row: '' }).some((one) => !isBlank(one))) found.push(row);
  });
  return {
    headerRow: index + 1,
    columns,
    rows: found,
    above: rows.slice(0, index).flatMap((cells, at) => (namesGroup(cells, columns) ? [at + 1] : [])),
    nextRow: (found[found.length - 1]?.row ?? index + 1) + 1,
  };
}

/** Above the headings a cell by itself is a title, unless our formulas stand beside it. */
function namesGroup(cells: readonly Cell[], columns: Shortlist['columns']): boolean {
  const filled = [...columns].filter(([, column]) => !isBlank(cells[column - 1] ?? ''));
  return filled.length > 1 && filled.some(([name]) => name === 'Organization');
}

/** What the hidden tab calls the shortlist of a day, whatever people call its tab. */
export const meetingKey = (day: Day): string => `${SHORTLIST_PREFIX}${day}`;

/** “Shortlist Nov 19”, with the year where it is not that of `today`. */
export const meetingTabName = (day: Day, today: Day): string => `${SHORTLIST_PREFIX}${shortDay(day, today)}`;
