// The formulas of the live tables: ordinary ones over whole columns of the contacts, from the heading down without an end,
// so that they stay right when rows are sorted, filtered or added. SUMPRODUCT takes columns without ARRAYFORMULA.
import { CLOSING_WORDS, isClosing } from '../people/open';
import type { Field } from '../reading/fields';
import type { SheetMap } from '../reading/map';
import { wordsThatFit } from '../touches/formulaWords';
import { formulaSeparator } from '../touches/nextStepFormula';
import { FIRST_SERIAL } from '../touches/rowFacts';
import { readStatus, usualWords } from '../touches/status';
import { columnLetter, quoteTab } from '../values/a1';
import { cleanText } from '../values/text';
import type { Table } from '../values/table';
import { STEPS, type TableKey } from './figures';

export interface LiveOptions {
  readonly map: SheetMap;
  /** The contacts tab: words that stand in its columns go into the formulas. */
  readonly table: Table;
  /** The file's locale, "en_US". */
  readonly locale: string;
}

/** Formulas of a table, rows × its first figures; the others are written as numbers. `row`: 1-based, of its first. */
export type LiveTable = (names: readonly string[], row: number) => readonly (readonly string[])[];

/** The tables that can be formulas in this file. */
export function liveTables({ map, table, locale }: LiveOptions): ReadonlyMap<TableKey, LiveTable> {
  const s = formulaSeparator(locale);
  const tab = quoteTab(map.sheet);
  const spans = new Set<string>();
  const span = (column: number) => {
    const letter = columnLetter(column);
    const made = `${tab}!$${letter}$${map.headerRow}:$${letter}`;
    spans.add(made);
    return made;
  };
  const headingOf = (range: string): string => range.split(':')[0] ?? '';
  const columnsOf = (field: Field): readonly string[] => (map.columns[field]?.columns ?? []).map(span);
  const one = (field: Field): string | null => {
    const columns = columnsOf(field);
    return columns.length === 1 ? (columns[0] ?? null) : null;
  };
  const clean = (range: string): string => `TRIM(SUBSTITUTE(${[range, 'CHAR(160)', '" "'].join(s)}))`;
  /** An error stands there for something. */
  const isFilled = (ranges: readonly string[]): string => `(IFERROR(${clean(ranges.join('&'))}${s}"?")<>"")`;
  const isOneOf = (range: string, words: readonly string[]): string =>
    `ISNUMBER(FIND("|"&LOWER(${clean(range)})&"|"${s}${quoted(`|${words.join('|')}|`)}))`;
  /** Of the rows that fit all. A column that is gone would be an error in every row, and count as none: LEN says so. */
  const sum = (...conditions: readonly string[]): string => {
    const all = conditions.join('*');
    const read = [...spans].filter((range) => all.includes(range));
    return `SUMPRODUCT(IFERROR(${all}${s}0))${read.map((range) => `+0*LEN(${headingOf(range)})`).join('')}`;
  };

  const names = columnsOf('organization');
  const [first] = names;
  if (first === undefined) return new Map();
  // Neither the heading nor one that stands there again further down.
  const name = clean(names.join('&'));
  const isContact = `${isFilled(names)}*(ROW(${first})>ROW(${headingOf(first)}))*IFERROR(${name}<>${clean(names.map(headingOf).join('&'))}${s}1)`;
  const live = new Map<TableKey, LiveTable>();
  /** Of the last row: all that fit less those that stand above it, in the same column of the dashboard. */
  const rest = (row: number, above: number, column: string, ...conditions: readonly string[]) =>
    `=${sum(isContact, ...conditions)}${above === 0 ? '' : `-SUM(${column}${row}:${column}${row + above - 1})`}`;

  if (map.nextStepColumn > 0) {
    const step = span(map.nextStepColumn);
    live.set('steps', (_, row) => [
      ...STEPS.map((word) => [`=${sum(`(${clean(step)}=${quoted(word)})`, isContact)}`]),
      [rest(row, STEPS.length, 'B')],
    ]);
  }

  const kind = one('category');
  if (kind !== null) {
    const dates = [...columnsOf('firstContacted'), ...columnsOf('lastContacted')];
    const reached = dates.length === 0 ? '0' : isFilled(dates);
    live.set('kinds', (listed, row) =>
      listed.map((_, index) => {
        if (index === listed.length - 1) return [rest(row, index, 'B'), rest(row, index, 'C', reached)];
        const same = `(LOWER(${clean(kind)})=LOWER(${clean(`$A${row + index}`)}))`;
        return [`=${sum(same, isContact)}`, `=${sum(same, isContact, reached)}`];
      }),
    );
  }

  const owner = columnsOf('owner');
  const due = one('due');
  const status = one('status');
  const stop = one('doNotContact');
  if (owner.length > 0) {
    const usual = usualWords('stops').filter((word) => isClosing(readStatus(word)));
    const open = [
      isFilled(owner),
      ...(status === null
        ? []
        : [
            `(1-${isOneOf(
              status,
              wordsThatFit(map, table, 'status', usual, (text) => isClosing(readStatus(text))),
            )})`,
          ]),
      ...(stop === null
        ? []
        : [
            `(1-${isOneOf(
              stop,
              wordsThatFit(map, table, 'doNotContact', CLOSING_WORDS, (text) =>
                CLOSING_WORDS.includes(cleanText(text).toLowerCase()),
              ),
            )})`,
          ]),
    ];
    const between = (...conditions: readonly string[]) =>
      due === null
        ? ['=0']
        : [`=${sum(...open, isContact, `ISNUMBER(${due})`, ...conditions.map((one) => `(${due}${one})`))}`];
    live.set('due', (_, row) => [
      between(`>=${FIRST_SERIAL}`, '<TODAY()'),
      between('>=TODAY()', '<TODAY()+7'),
      between('>=TODAY()+7'),
      [rest(row, 3, 'B', ...open)],
    ]);
  }
  return live;
}

const quoted = (text: string): string => `"${text.replace(/"/g, '""')}"`;
