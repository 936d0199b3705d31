// The formulas of a shortlist: ordinary ones, laid into the tab when it is made, so that hints come while people type
// and nothing runs. Two hidden columns look the name up once; the hint itself then looks at single cells. Names are
// compared by "=", which knows no wildcards; SUMPRODUCT takes whole columns without ARRAYFORMULA.
import type { SheetMap } from '../reading/map';
import { columnLetter, quoteTab } from '../values/a1';
import { formulaSeparator } from '../touches/nextStepFormula';
import { FIRST_SERIAL } from '../touches/rowFacts';
import { LEFT, touchColumns } from './hints';
import type { HelperColumn, Shortlist, ShortlistColumn } from './shortlist';

/** Rows of a shortlist that are compared with each other, the heading included. */
const MOST_ROWS = 1000;
/** Contacts are looked through to the next full thousand rows that leaves this room: people add some meanwhile. */
const ROOM = 500;

export interface HintOptions {
  readonly list: Pick<Shortlist, 'headerRow' | 'columns'>;
  /** The contacts tab. */
  readonly map: SheetMap;
  /** The file's locale, "en_US". */
  readonly locale: string;
  /** What gives today's day; TODAY() unless a test fixes it. */
  readonly today?: string;
}

export type HintFormulas = Readonly<Record<HelperColumn | 'Hint', string>>;

/** More than there are rows: what a row counts on top of its place where somebody else takes it. */
const ELSE = 10_000;

/** Stands for the number of the row while the formulas are made. */
const ROW = '\u0001';

/** Gives the formulas of any row (1-based) of the shortlist; null where one of the columns that they need is gone. */
export function hintFormulas(options: HintOptions): ((row: number) => HintFormulas) | null {
  const made = patterns(options);
  if (made === null) return null;
  const at = (pattern: string): ((row: number) => string) => {
    const parts = pattern.split(ROW);
    return (row) => parts.join(String(row));
  };
  const [hint, place, same] = [at(made.Hint), at(made['Place in contacts']), at(made['Place of same name'])];
  return (row) => ({ Hint: hint(row), 'Place in contacts': place(row), 'Place of same name': same(row) });
}

function patterns(options: HintOptions): HintFormulas | null {
  const { list, map } = options;
  const letter = (name: ShortlistColumn | HelperColumn): string => {
    const column = list.columns.get(name);
    return column === undefined ? '' : columnLetter(column);
  };
  const [name, taker] = [letter('Organization'), letter('Who takes it')];
  const [place, sameCell] = [letter('Place in contacts'), letter('Place of same name')];
  if ([name, taker, place, sameCell].includes('') || map.columns.organization === undefined) return null;
  const write = writer(formulaSeparator(options.locale), options.today ?? 'TODAY()');
  const { call, text } = write;
  const own = `TRIM($${name}${ROW})`;
  const whenNamed = (then: string, otherwise: string) => call('IF', `${own}=""`, otherwise, then);
  const names = span(name, list.headerRow, list.headerRow + MOST_ROWS);
  const takers = span(taker, list.headerRow, list.headerRow + MOST_ROWS);
  const isOther = `*(ROW(${names})<>ROW($${name}${ROW}))`;
  const isTaken = `+${ELSE}*(TRIM(${takers})<>"")*(TRIM(${takers})<>TRIM($${taker}${ROW}))`;
  const known = contactNames(map);
  // A cell with an error blanks no hint but its own: then the first name counts that is the same to the letter.
  const firstIn = (column: string) => `${call('MATCH', own, column, '0')}-1`;
  const orElse = (place: string, plain: string) => call('IFERROR', place, call('IFERROR', plain, '0'));
  const self = `ROW($${name}${ROW})-ROW($${name}$${list.headerRow})`;
  const another = call('IF', `${firstIn(names)}=${self}`, '0', firstIn(names));
  const inContacts = lastPlace(known, own);
  const same = call('MOD', lastPlace([names], own, isOther, isTaken), String(ELSE));
  const id = letter('Outreach ID');
  const isNew = [`$${place}${ROW}>0`, ...(id === '' ? [] : [`TRIM($${id}${ROW})=""`])];
  const hint = [
    call(
      'IF',
      call('AND', ...isNew),
      `${text('Already in contacts')}&${leftOr(write, map, `$${place}${ROW}`)}&${text('. ')}`,
      '""',
    ),
    call(
      'IF',
      `$${sameCell}${ROW}>0`,
      `${text('Also in row ')}&($${sameCell}${ROW}+ROW($${name}$${list.headerRow}))&${text('. ')}`,
      '""',
    ),
    takersOf(write, `$${taker}${ROW}`, `$${sameCell}${ROW}`, takers),
  ];
  return {
    'Place in contacts': `=${whenNamed(orElse(inContacts, firstIn(known[0] ?? '')), '0')}`,
    'Place of same name': `=${whenNamed(orElse(same, another), '0')}`,
    Hint: `=${whenNamed(`TRIM(${hint.join('&')})`, '""')}`,
  };
}

/** Rows of one column as "$A$1:$A$9", with the tab in front where one is named. */
function span(letter: string, first: number, last: number, tab = ''): string {
  return `${tab}$${letter}$${first}:$${letter}$${last}`;
}

function contactColumns(map: SheetMap, columns: readonly number[]): string[] {
  const last = Math.ceil((map.lastRow + ROOM) / 1000) * 1000;
  return columns.map((column) => span(columnLetter(column), map.headerRow, last, `${quoteTab(map.sheet)}!`));
}

const contactNames = (map: SheetMap): string[] =>
  contactColumns(map, map.columns.organization?.columns ?? []);

/**
 * How many rows below the heading the last cell stands that holds this name; 0 where none does. `bonus` is added to the
 * place of a row.
 */
function lastPlace(spans: readonly string[], name: string, condition = '', bonus = ''): string {
  const [first = ''] = spans;
  const heading = first.split(':')[0] ?? '';
  const alike = `(TRIM(${spans.join('&" "&')})=${name})`;
  return `SUMPRODUCT(MAX(${alike}${condition}*(ROW(${first})-ROW(${heading})${bonus})))`;
}

/** ", bowed out", or of all others the last touch. */
function leftOr(write: Writer, map: SheetMap, place: string): string {
  const { call, text } = write;
  const touch = touchOf(write, map, place);
  const [column] = contactColumns(map, map.columns.status?.columns.slice(0, 1) ?? []);
  if (column === undefined) return touch;
  const hasLeft = call('ISNUMBER', call('SEARCH', text(LEFT), call('INDEX', column, `${place}+1`)));
  return call('IF', hasLeft, text(`, ${LEFT}`), touch);
}

/** ", last touch May 3", or that there is none, or that the dates of the contact cannot be read; "" without such columns. */
function touchOf(write: Writer, map: SheetMap, place: string): string {
  const { call, text, today } = write;
  const cells = contactColumns(map, touchColumns(map)).map((column) => call('INDEX', column, `${place}+1`));
  if (cells.length === 0) return '""';
  const numbers = cells.map((cell) => `N(${cell})`);
  const day = numbers.length === 1 ? (numbers[0] ?? '') : call('MAX', ...numbers);
  const month = call('CHOOSE', `MONTH(${day})`, ...MONTHS.map(text));
  const year = call('IF', `YEAR(${day})=YEAR(${today})`, '""', `${text(', ')}&YEAR(${day})`);
  const check = text(', check their dates');
  const past = call(
    'IF',
    `${day}<${today}+1`,
    `${text(', last touch ')}&${month}&" "&DAY(${day})&${year}`,
    check,
  );
  const blank = call('IF', `TRIM(${cells.join('&')})=""`, text(', no touch noted yet'), check);
  return call('IFERROR', call('IF', `${day}>=${FIRST_SERIAL}`, past, blank), check);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "Ask each other: Ana, Bo." where the cell names two, or the other row of this name has another taker. */
function takersOf({ call, text }: Writer, taker: string, same: string, takers: string): string {
  const other = `TRIM(${call('INDEX', takers, `${same}+1`)})`;
  const separators = [
    'CHAR(10)',
    'CHAR(59)',
    text('&'),
    text('/'),
    text('+'),
    text(' and '),
    text(' und '),
    text(' y '),
  ];
  const commas = separators.reduce((inner, sign) => call('SUBSTITUTE', inner, sign, text(',')), taker);
  const own = `TRIM(${call('SUBSTITUTE', commas, text(','), text(' , '))})`;
  const differs = call('AND', `TRIM(${taker})<>""`, `${other}<>""`, `${other}<>TRIM(${taker})`);
  const both = `${own}&${call('IF', `${same}>0`, call('IF', differs, `${text(' , ')}&${other}`, '""'), '""')}`;
  const words = `${text('Ask each other: ')}&${call('SUBSTITUTE', both, text(' , '), text(', '))}&${text('.')}`;
  return call('IF', `ISNUMBER(${call('FIND', text(' , '), both)})`, words, '""');
}

type Writer = ReturnType<typeof writer>;

function writer(separator: ',' | ';', today: string) {
  return {
    today,
    call: (name: string, ...args: readonly string[]): string => `${name}(${args.join(separator)})`,
    text: (plain: string): string => `"${plain}"`,
  };
}
