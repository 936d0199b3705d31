// The Next step column: one ordinary formula for each filled row that gives the word of rowWord.ts from that row's
// cells and the Settings tab. References are relative to the row, so inserting columns and sorting rows keep it right.
// Only functions that Sheets and Excel-like programs share, no LET: it would be lost in other programs.
import type { Field } from '../reading/fields';
import type { SheetMap } from '../reading/map';
import { columnLetter, quoteTab } from '../values/a1';
import type { Table } from '../values/table';
import { DEFAULT_SETTINGS, SETTING_NAMES } from '../workbook/readSettings';
import { QUIET_AFTER } from './decideWord';
import { wordLists } from './formulaWords';
import { FIRST_SERIAL, TOO_MANY } from './rowFacts';

export interface FormulaOptions {
  readonly map: SheetMap;
  /** The contacts tab: the group's own words that stand in its columns go into the formula. */
  readonly table: Table;
  /** Name of the Settings tab; null where there is none: the shipped values are used. */
  readonly settingsTab: string | null;
  /** The file's locale, "en_US". */
  readonly locale: string;
  /** More words that may be picked for a status, as from a dropdown. */
  readonly statusChoices?: readonly string[];
  /** What gives today's day; TODAY() unless a test fixes it. */
  readonly todayExpression?: string;
}

/** The formula of one row (1-based). For many rows take `nextStepFormulas` once. */
export function nextStepFormula(options: FormulaOptions & { readonly row: number }): string {
  return nextStepFormulas(options)(options.row);
}

/** Stands before and after a column number while the formula is made; then behind a column's letters, for the row. */
const MARK = '\u0001';

/** Gives the formula of any row (1-based) of the tab, "=…" with the separators of the locale. */
export function nextStepFormulas(options: FormulaOptions): (row: number) => string {
  const parts = `=${wholeFormula(options)}`
    .split(MARK)
    .map((part, i) => (i % 2 === 0 ? part : `${columnLetter(Number(part))}${MARK}`));
  const pattern = parts.join('');
  return (row) => pattern.split(MARK).join(String(row));
}

/**
 * What stands between arguments. Sheets reads ";" in every locale, "," only where the decimal mark is a point; so
 * "," is written for the locales known to use it alone.
 */
export function formulaSeparator(locale: string): ',' | ';' {
  return /^(?:en(?![_-]ZA)|ja|ko|zh|th|he|iw)?(?:[_-]|$)/i.test(locale) ? ',' : ';';
}

function wholeFormula(options: FormulaOptions): string {
  const { map } = options;
  const cell = (field: Field): string | null => {
    const column = map.columns[field]?.columns[0];
    return column === undefined ? null : `${MARK}${column}${MARK}`;
  };
  const write = writer(formulaSeparator(options.locale), options.todayExpression ?? 'TODAY()');
  const words = wordLists(options.map, options.table, options.statusChoices ?? []);
  const first = cell('firstContacted');
  const last = cell('lastContacted');
  const dates = [first, last].filter((ref) => ref !== null);
  const silent = dates.length === 0 ? '""' : write.if(write.badDates(dates), '"Check date"', '""');

  const stops = [
    ...present(cell('status'), (ref) => write.isOneOf(ref, words.stoppingStatuses)),
    ...present(cell('doNotContact'), (ref) => `NOT(${write.isOneOf(ref, words.allowing)})`),
    ...present(cell('endorsement'), (ref) =>
      write.or([write.isDay(ref), write.isOneOf(ref, words.endorsing)]),
    ),
  ];
  const waits = [
    ...present(cell('status'), (ref) => write.isOneOf(ref, words.waitingStatuses)),
    ...present(cell('answer'), (ref) => write.isOneOf(ref, words.deciding)),
  ];
  const answer = cell('answer');
  const nextFollowUp = cell('nextFollowUp');

  let formula =
    dates.length === 0
      ? '""'
      : write.if(write.badDates(dates), '"Check date"', byDates(options, write, dates, cell));
  if (nextFollowUp !== null) formula = write.if(write.isAfterToday(nextFollowUp), '"Waiting"', formula);
  if (answer !== null) formula = write.if(write.isOneOf(answer, words.notStopping), formula, silent);
  if (waits.length > 0) {
    const ends = [cell('theirNextMeeting'), nextFollowUp].filter((ref) => ref !== null);
    formula = write.if(write.and([write.or(waits), ...stillWaiting(write, ends)]), '"Waiting"', formula);
  }
  return stops.length === 0 ? formula : write.if(write.or(stops), silent, formula);
}

function present<T>(value: string | null, make: (ref: string) => T): T[] {
  return value === null ? [] : [make(value)];
}

type Writer = ReturnType<typeof writer>;

function writer(s: ',' | ';', today: string) {
  const call = (name: string, ...args: readonly string[]): string => `${name}(${args.join(s)})`;
  const many = (name: string, conditions: readonly string[]): string =>
    conditions.length === 1 ? (conditions[0] ?? '') : call(name, ...conditions);
  /** A cell's text without no-break blanks and stray blanks. */
  const clean = (ref: string): string => `TRIM(${call('SUBSTITUTE', ref, 'CHAR(160)', '" "')})`;
  /** The words stand between bars; a blank cell is among them only where the first word is ''. */
  const isOneOf = (ref: string, words: readonly string[], text = `TRIM(${ref})`): string =>
    `ISNUMBER(${call('FIND', `"|"&LOWER(${text})&"|"`, quoted(`|${words.join('|')}|`))})`;
  const number = (ref: string, then: string, otherwise: string): string =>
    call('IF', `ISNUMBER(${ref})`, then, otherwise);
  return {
    call,
    today,
    clean,
    isOneOf,
    number,
    if: (condition: string, then: string, otherwise: string): string =>
      call('IF', condition, then, otherwise),
    or: (conditions: readonly string[]): string => many('OR', conditions),
    and: (conditions: readonly string[]): string => many('AND', conditions),
    /** Text in one of the cells, a number that is no day, a day later than today, an error. Blanks only are blank. */
    badDates: (refs: readonly string[]): string => {
      // "0+" makes a number of a single condition too.
      const filled = ['0', ...refs.map((ref) => `(${clean(ref)}<>"")`)].join('+');
      const bad = [
        `${filled}>${call('COUNT', ...refs)}`,
        `${call('MAX', ...refs)}>=${today}+1`,
        ...refs.map((ref) => number(ref, `${ref}<${FIRST_SERIAL}`, '0')),
      ];
      return call('IFERROR', call('OR', ...bad), '1');
    },
    isDay: (ref: string): string => number(ref, `${ref}>=${FIRST_SERIAL}`, '0'),
    isAfterToday: (ref: string): string => number(ref, `${ref}>=${today}+1`, '0'),
  };
}

function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}

/** True while the wait lasts: to the later of the two days, or without an end where neither stands. [] = always. */
function stillWaiting(write: Writer, ends: readonly string[]): string[] {
  if (ends.length === 0) return [];
  const days = ends.map((ref) => write.number(ref, ref, '0'));
  const end = days.length === 1 ? (days[0] ?? '') : write.call('MAX', ...days);
  return [write.call('OR', `${end}<${FIRST_SERIAL}`, `${end}>=${write.today}`)];
}

/** The word where the dates decide; both dates are blank or good here. */
function byDates(
  options: FormulaOptions,
  write: Writer,
  dates: readonly string[],
  cell: (field: Field) => string | null,
): string {
  const last = write.call('MAX', ...dates);
  const age = `${write.today}-INT(${last})`;
  const category = cell('category');
  const days = setting(options, write, category, 'followUpDays', DEFAULT_SETTINGS.followUpDaysByCategory);
  const emails = setting(options, write, category, 'emails', DEFAULT_SETTINGS.emailsByCategory);
  const attempts = present(cell('attempts'), (ref) => attemptsOf(write, ref))[0] ?? '1';
  // How many e-mails are left: none, one, more. The half outweighs the hair in `setting`; CHOOSE cuts it off.
  const left = write.call('MAX', '1', write.call('MIN', '3', `3/2+${emails}-${attempts}`));
  const lastOne = write.if(`${attempts}>=2`, '"Last try"', '"Follow up"');
  const due = write.call('CHOOSE', left, '"Call them"', lastOne, '"Follow up"');
  const quiet = write.if(`${age}>${QUIET_AFTER}`, '"Gone quiet"', write.if(`${age}+1/2<${days}`, '""', due));
  return write.if(`${last}=0`, '""', quiet);
}

/** A count below TOO_MANY, or one figure as text; anything else counts as one, since a date stands in the row. */
function attemptsOf(write: Writer, ref: string): string {
  const small = write.if(write.call('AND', `${ref}>=0`, `${ref}<${TOO_MANY}`), `INT(${ref})`, '1');
  // "|0|" stands at place 1, "|1|" at 3, "|2|" at 5 …
  const place = write.call('FIND', `"|"&TRIM(${ref})&"|"`, '"|0|1|2|3|4|5|6|7|8|9|"');
  return write.number(ref, small, write.call('IFERROR', `(${place}-1)/2`, '1'));
}

/** The category's value in the Settings tab, else the shipped one of the category, else the general one. */
function setting(
  options: FormulaOptions,
  write: Writer,
  category: string | null,
  name: 'followUpDays' | 'emails',
  shipped: Readonly<Record<string, number>>,
): string {
  const label = SETTING_NAMES[name].toLowerCase();
  const lookUp = (key: string, otherwise: string): string => {
    if (options.settingsTab === null) return otherwise;
    const found = write.call('VLOOKUP', key, `${quoteTab(options.settingsTab)}!$A$1:$B$300`, '2', '0');
    // LN refuses blank, zero, negative and text; then the other value stands. EXP gives the number back but for a hair.
    return write.call('IFERROR', `EXP(LN(${found}))`, otherwise);
  };
  const general = lookUp(quoted(label), String(DEFAULT_SETTINGS[name]));
  if (category === null) return general;
  const byNumber = new Map<number, string[]>();
  for (const [word, n] of Object.entries(shipped)) byNumber.set(n, [...(byNumber.get(n) ?? []), word]);
  let otherwise = general;
  for (const [n, words] of byNumber)
    otherwise = write.if(write.isOneOf(category, words, write.clean(category)), String(n), otherwise);
  return lookUp(`${quoted(`${label}: `)}&${write.clean(category)}`, otherwise);
}
