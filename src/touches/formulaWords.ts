// The words that the Next step formula must know: ours, the most usual others, and those that stand in the group's
// columns now, read by the same functions as everywhere. So the formula can judge words without reading them.
import type { Field } from '../reading/fields';
import type { SheetMap } from '../reading/map';
import { cellText } from '../values/cell';
import type { Table } from '../values/table';
import { cleanText } from '../values/text';
import { answerStops, readAnswer, USUAL_NOTHING_WORDS } from './answer';
import { endorses, forbids } from './rowFacts';
import { readStatus, statusEffect, usualWords } from './status';

/** Words in lower case, each as the formula sees a cell: stray blanks folded. '' = a blank cell. */
export interface WordLists {
  readonly stoppingStatuses: readonly string[];
  readonly waitingStatuses: readonly string[];
  /** Answers that do not stop follow-ups, a blank one first. */
  readonly notStopping: readonly string[];
  readonly deciding: readonly string[];
  /** Do-not-contact cells that forbid nothing, a blank one first. */
  readonly allowing: readonly string[];
  readonly endorsing: readonly string[];
}

/** Most characters of the group's own words in one list, so that a formula stays short. */
const MOST_CHARACTERS = 3000;
const LONGEST_WORD = 150;
/** Bars stand between the words, and control characters have a meaning while the formula is made. */
// eslint-disable-next-line no-control-regex
const UNFIT = /[|\0-\x08\x0b\x0c\x0e-\x1f]/;

export function wordLists(map: SheetMap, table: Table, statusChoices: readonly string[]): WordLists {
  const found = (field: Field): readonly string[] => {
    const column = map.columns[field]?.columns[0];
    return column === undefined ? [] : distinctTexts(table, column, map.firstRow);
  };
  const statuses = [...found('status'), ...statusChoices];
  const answers = found('answer');
  const effects = (effect: 'stops' | 'waits') =>
    list(usualWords(effect), statuses, (text) => statusEffect(readStatus(text)) === effect);
  return {
    stoppingStatuses: effects('stops'),
    waitingStatuses: effects('waits'),
    notStopping: list(['', ...USUAL_NOTHING_WORDS], answers, (text) => !answerStops(readAnswer(text))),
    deciding: list(['they decide at their meeting'], answers, (text) => readAnswer(text) === 'decides-there'),
    allowing: list(
      ['', 'no', 'n', 'false', '0', '-', 'ok', 'none', 'n/a'],
      found('doNotContact'),
      (text) => !forbids(text),
    ),
    endorsing: list(
      ['yes', 'y', 'true', 'x', '✓', '✔', 'endorsed', 'signed', 'passed'],
      found('endorsement'),
      endorses,
    ),
  };
}

/** Words of one column that `fits`, for a formula: the usual ones, and those that stand in the column now. */
export function wordsThatFit(
  { columns, firstRow }: SheetMap,
  table: Table,
  field: Field,
  usual: readonly string[],
  fits: (text: string) => boolean,
): readonly string[] {
  const column = columns[field]?.columns[0];
  return list(usual, column === undefined ? [] : distinctTexts(table, column, firstRow), fits);
}

function list(usual: readonly string[], found: readonly string[], fits: (text: string) => boolean): string[] {
  const words = new Set(usual);
  let left = MOST_CHARACTERS;
  for (const raw of found) {
    if (raw.length > LONGEST_WORD || UNFIT.test(raw) || !fits(cleanText(raw))) continue;
    for (const word of asFormulaSees(raw)) {
      if (words.has(word) || word.length + 1 > left) continue;
      words.add(word);
      left -= word.length + 1;
    }
  }
  return [...words];
}

/** Programs differ in what their TRIM takes off (line breaks, no-break blanks): each form that a cell may come as. */
function asFormulaSees(raw: string): string[] {
  const plain = (text: string): string => text.replace(/ {2,}/g, ' ').replace(/^ | $/g, '').toLowerCase();
  const first = plain(raw);
  if (/^[!-~]+(?: [!-~]+)*$/.test(first)) return [first];
  return [first, plain(raw.replace(/\u00a0/g, ' ')), plain(raw.replace(/\s+/g, ' '))];
}

const known = new WeakMap<Table, Map<number, readonly string[]>>();

/** The different texts of a column below the headings, the most usual first. A table never changes, so it is read once. */
function distinctTexts(table: Table, column: number, firstRow: number): readonly string[] {
  const columns = known.get(table) ?? new Map<number, readonly string[]>();
  known.set(table, columns);
  const before = columns.get(column);
  if (before !== undefined) return before;
  const counts = new Map<string, number>();
  for (let i = firstRow - 1; i < table.rows.length; i++) {
    const text = cellText(table.rows[i]?.[column - 1] ?? '');
    if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const texts = [...counts].sort((a, b) => b[1] - a[1]).map(([text]) => text);
  columns.set(column, texts);
  return texts;
}
