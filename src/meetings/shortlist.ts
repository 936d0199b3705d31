// The shortlist of one brainstorm meeting: its columns, and its rows as they are read. People type in it while code
// runs, so columns are found by their headings, and rows are never moved.
import { OUTREACH_ID } from '../reading/fields';
import { cellText, isBlank, type Grid } from '../values/cell';
import { shortDay, type Day } from '../values/day';
import { SHORTLIST_PREFIX } from '../workbook/tabs';

export const HINT = 'Hint';

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
  /** 1-based row below the last one that anybody typed in: hints stand below it already, so the tab ends further down. */
  readonly nextRow: number;
}

/** Rows from the top in which the headings are looked for. */
const HEADING_ROWS = 30;

/** null where no row near the top has the headings Organization and “Who takes it”. `table` needs the rows only. */
export function readShortlist({ rows }: { readonly rows: Grid }): Shortlist | null {
  const index = rows.slice(0, HEADING_ROWS).findIndex((cells) => {
    const headings = cells.map((cell) => cellText(cell).trim());
    return headings.includes('Organization') && headings.includes('Who takes it');
  });
  if (index < 0) return null;
  const headings = (rows[index] ?? []).map((cell) => cellText(cell).trim());
  const columns = new Map<ShortlistColumn | HelperColumn, number>();
  for (const name of [...SHORTLIST_COLUMNS, ...HELPER_COLUMNS]) {
    const at = headings.indexOf(name);
    if (at >= 0) columns.set(name, at + 1);
  }
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
      outreachId: text(OUTREACH_ID).trim(),
    };
    if (Object.values({ ...row, row: '' }).some((one) => !isBlank(one))) found.push(row);
  });
  return {
    headerRow: index + 1,
    columns,
    rows: found,
    nextRow: (found[found.length - 1]?.row ?? index + 1) + 1,
  };
}

/** What the hidden tab calls the shortlist of a day, whatever people call its tab. */
export const meetingKey = (day: Day): string => `${SHORTLIST_PREFIX}${day}`;

/** “Shortlist Nov 19”, with the year where it is not that of `today`. */
export const meetingTabName = (day: Day, today: Day): string => `${SHORTLIST_PREFIX}${shortDay(day, today)}`;
