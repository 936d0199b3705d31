// The word of one task of a plan: as a rule for the sidebar, and as an ordinary formula for the sheet, which is right
// tomorrow without running anything. A property test holds the two together.
import { dayInCell, FIRST_SERIAL } from '../../touches/rowFacts';
import { formulaSeparator } from '../../touches/nextStepFormula';
import type { FormatRule } from '../../touches/highlight';
import { TASK_COLOURS, type EventWord, type TaskWord } from '../../texts/taskWords';
import { columnLetter } from '../../values/a1';
import { cellText, isDateCell, type Cell } from '../../values/cell';
import { addDays, type Day } from '../../values/day';

/** Days ahead in which a task is “Due soon”. */
const SOON = 7;

/** What says under “Done” that it is, between bars; a date and a tick say it too. Anything else is not done. */
const DONE = '|yes|y|x|done|true|ja|si|✓|✔|';

/** The same for the formula and for us: blanks at the ends do not count, other signs do. */
const plain = (cell: Cell): string =>
  cellText(cell)
    .replace(/\u00a0/g, ' ')
    .replace(/^ +| +$/g, '');

export function isDone(cell: Cell): boolean {
  if (typeof cell === 'boolean') return cell;
  if (typeof cell === 'number') return cell >= 1;
  if (isDateCell(cell)) return cell.day > '1899-12-30';
  return DONE.includes(`|${plain(cell).toLowerCase()}|`);
}

/** A due cell that is blank gives no word: nobody has said a day yet. */
export function taskWord(
  { due, checkIn, done }: { readonly due: Cell; readonly checkIn: Cell; readonly done: Cell },
  today: Day,
): TaskWord {
  if (isDone(done)) return 'Done';
  if (plain(due) === '') return '';
  const day = dayInCell(due);
  if (day === null) return 'Check date';
  if (day < today) return 'Overdue';
  if (day === today) return 'Due today';
  const asked = dayInCell(checkIn);
  if (asked === null && plain(checkIn) !== '') return 'Check date';
  if (asked !== null && asked <= today) return 'Check in';
  return day <= addDays(today, SOON) ? 'Due soon' : '';
}

/** The word of the event itself. */
export function eventWord(due: Cell, today: Day): EventWord {
  if (plain(due) === '') return '';
  const day = dayInCell(due);
  if (day === null) return 'Check date';
  return day < today ? 'Over' : day === today ? 'Today' : '';
}

/** 1-based columns of the cells that the word is made from. */
export interface WordColumns {
  readonly due: number;
  readonly checkIn: number;
  readonly done: number;
}

/** Serial numbers from this on are no days (dayInCell). */
const PAST_LAST_SERIAL = 2958466;

/** The formula for a row (1-based), "=…" with the separators of the locale; `today` as an expression. */
export function taskFormulas(
  columns: WordColumns,
  locale: string,
  today = 'TODAY()',
): { readonly task: (row: number) => string; readonly event: (row: number) => string } {
  const s = formulaSeparator(locale);
  const call = (name: string, ...args: readonly string[]) => `${name}(${args.join(s)})`;
  const iff = (condition: string, then: string, otherwise: string) => call('IF', condition, then, otherwise);
  const clean = (ref: string) => `TRIM(${call('SUBSTITUTE', ref, 'CHAR(160)', '" "')})`;
  const isBlank = (ref: string) => `${clean(ref)}=""`;
  const isDay = (ref: string) =>
    call('AND', `ISNUMBER(${ref})`, `${ref}>=${FIRST_SERIAL}`, `${ref}<${PAST_LAST_SERIAL}`);
  const safe = (formula: string) => `=${call('IFERROR', formula, '"Check date"')}`;
  const withDay = (ref: string, formula: string) =>
    iff(isBlank(ref), '""', iff(isDay(ref), formula, '"Check date"'));
  const at = (column: number, row: number) => `${columnLetter(column)}${row}`;
  return {
    task: (row) => {
      const [due, asked, done] = [at(columns.due, row), at(columns.checkIn, row), at(columns.done, row)];
      const word = `ISNUMBER(${call('FIND', `"|"&LOWER(${clean(done)})&"|"`, `"${DONE}"`)})`;
      const isSo = iff(`ISNUMBER(${done})`, `${done}>=1`, iff(`ISLOGICAL(${done})`, done, word));
      const soon = iff(`INT(${due})<=${today}+${SOON}`, '"Due soon"', '""');
      const ask = iff(isDay(asked), iff(`INT(${asked})<=${today}`, '"Check in"', soon), '"Check date"');
      const ahead = iff(isBlank(asked), soon, ask);
      const late = iff(`INT(${due})=${today}`, '"Due today"', ahead);
      return safe(iff(isSo, '"Done"', withDay(due, iff(`INT(${due})<${today}`, '"Overdue"', late))));
    },
    event: (row) => {
      const due = at(columns.due, row);
      const rest = iff(`INT(${due})=${today}`, '"Today"', '""');
      return safe(withDay(due, iff(`INT(${due})<${today}`, '"Over"', rest)));
    },
  };
}

/** Word and colour, on the column (1-based) of the words only, for rows `first` to `last`. */
export function taskFormats(column: number, first: number, last: number): FormatRule[] {
  const letter = columnLetter(column);
  return TASK_COLOURS.map(({ word, fill, ink }) => ({
    ranges: [`${letter}${first}:${letter}${last}`],
    formula: `=$${letter}${first}="${word}"`,
    fill,
    ink,
    bold: true,
  }));
}
