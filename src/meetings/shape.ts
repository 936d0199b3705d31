// How the tab of a shortlist looks when it is made: readable from the back of a room, dark headings on white ground.
import { OUTREACH_ID } from '../reading/fields';
import { EVERYBODY_READS, type TabShape } from '../workbook/ourTabs';
import {
  HELPER_COLUMNS,
  HINT,
  SHORTLIST_COLUMNS,
  type HelperColumn,
  type ShortlistColumn,
} from './shortlist';

/** Rows with dropdowns, and rows with hints, that a new shortlist has below its heading. */
export const DROPDOWN_ROWS = 500;
export const HINT_ROWS = 200;

/** Columns by name; the hidden ones stand at the right end, the formulas side by side. */
const NEW_COLUMNS: readonly (ShortlistColumn | HelperColumn)[] = [
  ...SHORTLIST_COLUMNS.slice(0, -1),
  ...HELPER_COLUMNS,
  OUTREACH_ID,
];

/** The 1-based column of a new shortlist. */
export const newColumn = (name: ShortlistColumn | HelperColumn): number => NEW_COLUMNS.indexOf(name) + 1;

/** Together as wide as a projector of 1,920 pixels shows at once. */
const WIDTHS: Readonly<Record<ShortlistColumn | HelperColumn, number>> = {
  Organization: 310,
  Category: 180,
  Town: 160,
  'Who knows someone there': 160,
  'Best way to reach them': 180,
  'Idea by': 120,
  'Who takes it': 150,
  Notes: 220,
  [HINT]: 370,
  'Place in contacts': 100,
  'Place of same name': 100,
  [OUTREACH_ID]: 100,
};

const NOTES: Readonly<Partial<Record<ShortlistColumn | HelperColumn, string>>> = {
  'Who takes it': 'One name. Two names: ask each other who does it.',
  Notes: EVERYBODY_READS,
  [HINT]: 'Fills itself: whether the name is in your contacts already, or stands here twice.',
};

export interface ShortlistShape extends TabShape {
  readonly hiddenColumns: readonly number[];
  readonly look: {
    readonly fontSize: number;
    readonly headingSize: number;
    readonly headingFill: string;
    readonly headingInk: string;
  };
}

export function shortlistShape(name: string): ShortlistShape {
  const formulas: readonly string[] = [HINT, ...HELPER_COLUMNS];
  return {
    name,
    rows: [NEW_COLUMNS],
    textColumns: NEW_COLUMNS.flatMap((column, index) => (formulas.includes(column) ? [] : [index + 1])),
    widths: NEW_COLUMNS.map((column) => WIDTHS[column]),
    headerNotes: NEW_COLUMNS.map((column) => NOTES[column] ?? ''),
    hidden: false,
    hiddenColumns: [...HELPER_COLUMNS.map(newColumn), newColumn(OUTREACH_ID)],
    // A line of 22 points is a thirtieth of a projector's 1,080 pixels.
    look: { fontSize: 22, headingSize: 14, headingFill: '#1f2937', headingInk: '#ffffff' },
  };
}
