// Date columns: text that is no date, dates typed as text, touches later than today, last before first.
import type { Field } from '../../reading/fields';
import { dayInCell } from '../../touches/rowFacts';
import { isErrorCell } from '../../values/cell';
import { dayOf, shortDay, type Day } from '../../values/day';
import { isPlaceholder } from '../../values/text';
import { readTypedDate, type TypedDate } from '../../values/typedDate';
import type { CellHere, CellRule, RowRule } from '../rule';
import type { SheetView } from '../sheetView';

export const DATE_FIELDS = [
  'firstContacted',
  'lastContacted',
  'nextFollowUp',
  'due',
  'theirNextMeeting',
] as const satisfies readonly Field[];

/** What they hold lies in the past. */
export const TOUCH_FIELDS: readonly Field[] = ['firstContacted', 'lastContacted'];

/** "Second Tuesdays" is a fine answer to when they meet; three figures are meant as a date. */
const isMeant = ({ field, text }: CellHere) =>
  field !== 'theirNextMeeting' || /\d+\s*[./-]\s*\d+\s*[./-]\s*\d+/.test(text);

/** How the text of a cell reads as a date; null where the cell is no text. */
function typed(here: CellHere, { locale, today }: SheetView): TypedDate | null {
  if (typeof here.cell !== 'string' || isErrorCell(here.cell)) return null;
  return readTypedDate(here.text, locale, today, TOUCH_FIELDS.includes(here.field) ? 'past' : 'coming');
}

export const dateUnreadable: CellRule = {
  code: 'date-unreadable',
  title: 'Not a date',
  level: 'error',
  looks: 'cell',
  fields: DATE_FIELDS,
  examine: (here, sheet) => {
    const isText = typed(here, sheet)?.kind === 'none' && isMeant(here);
    const isNumber = typeof here.cell === 'number' && dayInCell(here.cell) === null;
    if (!isText && !isNumber && typeof here.cell !== 'boolean') return null;
    if (isPlaceholder(here.text)) return null;
    return {
      cause: '',
      value: here.text,
      message: `“${here.text}” in “${here.heading}” is no date, so nobody can tell when this row is due. Type the day, or clear the cell and put the words in the notes.`,
    };
  },
  together: (rows, heading, value) =>
    `${rows} rows have something other than a date in “${heading}”, “${value}” is the first. These rows cannot come due.`,
};

export const dateTwoWays: CellRule = {
  code: 'date-two-ways',
  title: 'A date that reads two ways',
  level: 'warning',
  looks: 'cell',
  fields: DATE_FIELDS,
  examine: (here, sheet) => {
    const read = typed(here, sheet);
    if (read?.kind !== 'two-ways') return null;
    const [one, other] = read.choices;
    return {
      cause: '',
      value: here.text,
      message: `“${here.text}” in “${here.heading}” can be ${shortDay(one, sheet.today)} or ${shortDay(other, sheet.today)}. Type the day again with the month as a word.`,
    };
  },
  together: (rows, heading, value) =>
    `${rows} dates in “${heading}” are text that reads two ways, “${value}” is the first. Type them again with the month as a word.`,
};

export const dateAsText: CellRule = {
  code: 'date-as-text',
  title: 'A date that the sheet holds as text',
  level: 'warning',
  looks: 'cell',
  fields: DATE_FIELDS,
  examine: (here, sheet) => {
    const read = typed(here, sheet);
    if (read?.kind !== 'day') return null;
    return {
      cause: '',
      value: here.text,
      message: `“${here.text}” in “${here.heading}” is text to the sheet, so it does not count as a date. Set the cell’s format to Date and type ${shortDay(read.day, sheet.today)} again.`,
    };
  },
  together: (rows, heading, value) =>
    `${rows} dates in “${heading}” are text to the sheet, “${value}” is the first. Choose Format, Number, Date for the column, and type again what stays at the left.`,
};

/** The same figures with day and month exchanged; null where that is no day or the same one. */
export function exchanged(of: Day): Day | null {
  const [year = 0, month = 0, day = 0] = of.split('-').map(Number);
  const other = dayOf(year, day, month);
  return other === of ? null : other;
}

export const touchInFuture: CellRule = {
  code: 'touch-in-future',
  title: 'A contact that lies in the future',
  level: 'error',
  looks: 'cell',
  fields: TOUCH_FIELDS,
  examine: ({ cell, text, heading }, { today }) => {
    const day = dayInCell(cell);
    if (day === null || day <= today) return null;
    const other = exchanged(day);
    const hint = other !== null && other <= today ? ` Was ${shortDay(other, today)} meant?` : '';
    return {
      cause: '',
      value: text,
      message: `“${heading}” says ${shortDay(day, today)}, which has not come yet.${hint} A day to come belongs in the next follow-up.`,
    };
  },
  together: (rows, heading, value) =>
    `${rows} rows of “${heading}” have a day that has not come yet, ${value} is the first. Days to come belong in the next follow-up.`,
};

export const lastBeforeFirst: RowRule = {
  code: 'last-before-first',
  title: 'Last contact before the first',
  level: 'warning',
  looks: 'row',
  fields: ['lastContacted', 'firstContacted'],
  examine: ({ cells }, sheet) => {
    if (!sheet.has('firstContacted') || !sheet.has('lastContacted')) return null;
    const first = dayInCell(cells.firstContacted);
    const last = dayInCell(cells.lastContacted);
    if (first === null || last === null || first <= last) return null;
    return {
      cause: '',
      field: 'lastContacted',
      value: last,
      message: `The last contact (${shortDay(last, sheet.today)}) is before the first (${shortDay(first, sheet.today)}). One of the two is not right.`,
    };
  },
  together: (rows, heading) =>
    `${rows} rows have a day in “${heading}” that is before their first contact. See whether the two columns are exchanged.`,
};
