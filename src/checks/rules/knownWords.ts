// Words of a category, status or owner that nothing here knows, with the nearest known one.
import { KINDS } from '../../texts/kinds';
import { readStatus, STATUSES } from '../../touches/status';
import { nearest } from '../../values/closeness';
import { later } from '../../values/later';
import { cleanText, foldName, isPlaceholder } from '../../values/text';
import { cellText, isErrorCell } from '../../values/cell';
import { matchOwner, splitOwners } from '../../workbook/owners';
import { isSlip } from '../duplicates/slip';
import type { SheetFault, SheetRule } from '../rule';
import type { SheetView } from '../sheetView';

interface Word {
  /** As first written. */
  readonly text: string;
  readonly rows: number[];
}

/** The different words of a column by their folded text, in the order of the sheet. */
function wordsOf(column: number, sheet: SheetView, split: (text: string) => string[]): Map<string, Word> {
  const cells = new Map<string, number[]>();
  for (const { row } of sheet.contacts) {
    const cell = sheet.cell(row, column);
    if (cell === '' || isErrorCell(cell)) continue;
    const text = cellText(cell);
    const rows = cells.get(text);
    if (rows) rows.push(row);
    else cells.set(text, [row]);
  }
  const words = new Map<string, Word>();
  for (const [cell, rows] of cells)
    for (const text of split(cleanText(cell))) {
      const key = foldName(text);
      if (key === '' || isPlaceholder(text)) continue;
      const known = words.get(key);
      if (known === undefined) words.set(key, { text, rows: [...rows] });
      else for (const row of rows) known.rows.push(row);
    }
  return new Map(
    [...words].map(([key, { text, rows }]) => [
      key,
      { text, rows: [...new Set(rows)].sort((a, b) => a - b) },
    ]),
  );
}

const rowsIn = (words: Iterable<Word>) => [...words].reduce((sum, word) => sum + word.rows.length, 0);

/** What is said of a word, and the known word that was probably meant. */
interface Verdict {
  readonly message: string;
  readonly near: string | null;
}

/** Proposes the near word for the cells that hold nothing but this one. */
function wordFault(sheet: SheetView, column: number, word: Word, { message, near }: Verdict): SheetFault {
  const key = foldName(word.text);
  const proposals = word.rows.flatMap((row) => {
    const from = sheet.cell(row, column);
    return near !== null && foldName(cleanText(cellText(from))) === key
      ? [{ row, column, from, to: near }]
      : [];
  });
  return { rows: word.rows, column, value: word.text, message, proposals };
}

const standsAlone = (sheet: SheetView, column: number) => (slip: { word: Word; near: string }) =>
  wordFault(sheet, column, slip.word, {
    message: `“${slip.word.text}” stands almost alone in “${sheet.heading(column)}”. Was “${slip.near}” meant?`,
    near: slip.near,
  });

/** One fault a word; one for the whole column where most of it is unknown. */
function faultsOf(
  sheet: SheetView,
  column: number,
  unknown: readonly Word[],
  all: ReadonlyMap<string, Word>,
  say: (word: Word) => Verdict,
  sayMost: (count: number) => string,
): SheetFault[] {
  const [first] = unknown;
  if (first === undefined) return [];
  if (unknown.length > 3 && rowsIn(unknown) * 2 > rowsIn(all.values())) {
    const rows = [...new Set(unknown.flatMap((word) => word.rows))].sort((a, b) => a - b);
    return [{ rows, column, value: first.text, message: sayMost(unknown.length) }];
  }
  return unknown.map((word) => wordFault(sheet, column, word, say(word)));
}

/** "National" and "Regional" are two words, however near; a slip leaves the first letters alone. */
const initials = (text: string) =>
  foldName(text)
    .split(' ')
    .map((word) => word.charAt(0))
    .join('');

/** A word that stands once or twice beside a near one that many rows have: a slip. A word of `right` is none. */
function slips(
  words: ReadonlyMap<string, Word>,
  more: readonly string[],
  right: readonly string[],
): { word: Word; near: string }[] {
  const common = [...words.values()].filter((word) => word.rows.length >= 3);
  const known = [...common.map((word) => word.text), ...more];
  const folded = new Set([...more, ...right].map(foldName));
  const found: { word: Word; near: string }[] = [];
  for (const [key, word] of words) {
    if (word.rows.length > 2 || key.length < 4 || folded.has(key)) continue;
    const near = nearest(word.text, known);
    if (near !== null && foldName(near) !== key && initials(near) === initials(word.text))
      found.push({ word, near });
  }
  return found;
}

const singular = (text: string) => text.replace(/(?:(?<=ss)es|s)$/, '');
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const usualCategories = later(() => KINDS.flatMap(({ key }) => [key, singular(key)]).map(capital));
/** Short words are near to too many others to be proposed. */
const proposedCategories = later(() => usualCategories().filter((word) => word.length >= 6));

export const categoryUnknown: SheetRule = {
  code: 'category-unknown',
  title: 'Category that is not known',
  level: 'warning',
  looks: 'sheet',
  fields: ['category'],
  examine: (sheet) =>
    sheet.columns('category').flatMap((column) => {
      const words = wordsOf(column, sheet, (text) => [text]);
      const list = sheet.categories ?? [];
      if (list.length === 0)
        return slips(words, words.size > 40 ? [] : proposedCategories(), usualCategories()).map(
          standsAlone(sheet, column),
        );
      const known = new Set(list.map(foldName));
      const unknown = [...words].filter(([key]) => !known.has(key)).map(([, word]) => word);
      return faultsOf(
        sheet,
        column,
        unknown,
        words,
        ({ text }) => {
          const near = nearest(text, list);
          const todo = near === null ? 'Choose one of them, or add it to the list.' : `Was “${near}” meant?`;
          return { message: `“${text}” is not among your categories. ${todo}`, near };
        },
        (count) =>
          `Most words in “${sheet.heading(column)}” (${count} of them) are not among your categories.`,
      );
    }),
};

export const statusUnknown: SheetRule = {
  code: 'status-unknown',
  title: 'Status that is not known',
  level: 'warning',
  looks: 'sheet',
  fields: ['status'],
  examine: (sheet) =>
    sheet.columns('status').flatMap((column) => {
      const words = wordsOf(column, sheet, (text) => [text]);
      const unknown = [...words.values()].filter((word) => readStatus(word.text) === null);
      const known = [...words.values()]
        .filter((word) => readStatus(word.text) !== null)
        .map((word) => word.text);
      const misspelt = [...words].flatMap(([key, word]) => {
        const near =
          word.rows.length > 2 ? undefined : STATUSES.find((status) => isSlip(key, foldName(status)));
        return near === undefined || unknown.includes(word) ? [] : [{ word, near }];
      });
      const slipFaults = misspelt.map(({ word, near }) =>
        wordFault(sheet, column, word, {
          message: `“${word.text}” in “${sheet.heading(column)}” is read as ${near}. Was “${near}” meant?`,
          near,
        }),
      );
      const faults = faultsOf(
        sheet,
        column,
        unknown,
        words,
        ({ text }) => {
          const near = nearest(text, [...known, ...STATUSES]);
          const todo =
            near === null ? 'Choose a known one, such as Contacted or Waiting.' : `Was “${near}” meant?`;
          return {
            message: `“${text}” is not a status that is known here, so only the dates decide. ${todo}`,
            near,
          };
        },
        (count) =>
          `Most words in “${sheet.heading(column)}” (${count} of them) are not known here, so only the dates decide when a row is due.`,
      );
      return [...faults, ...slipFaults];
    }),
};

/** Words of an owner cell that mean nobody. */
const NOBODY = new Set([
  'unassigned',
  'nobody',
  'open',
  'free',
  'anyone',
  'everyone',
  'all',
  'team',
  'not assigned',
  'us',
]);

export const ownerUnknown: SheetRule = {
  code: 'owner-unknown',
  title: 'Owner that is not known',
  level: 'warning',
  looks: 'sheet',
  fields: ['owner'],
  examine: (sheet) => sheet.columns('owner').flatMap((column) => ownerFaults(column, sheet)),
};

function ownerFaults(column: number, sheet: SheetView): SheetFault[] {
  const words = wordsOf(column, sheet, splitOwners);
  for (const key of NOBODY) words.delete(key);
  const { volunteers } = sheet;
  if (volunteers.length === 0) return slips(words, [], []).map(standsAlone(sheet, column));
  const matches = new Map([...words.values()].map((word) => [word, matchOwner(word.text, volunteers)]));
  const unknown = [...matches].filter(([, match]) => match.kind !== 'one').map(([word]) => word);
  return faultsOf(
    sheet,
    column,
    unknown,
    words,
    (word) => {
      const match = matches.get(word);
      if (match?.kind === 'several')
        return {
          message: `“${word.text}” can be ${match.volunteers.map((v) => v.name).join(' or ')}. Write the full name.`,
          near: null,
        };
      const near = nearestVolunteer(word.text, sheet);
      const todo = near === null ? 'Add them there, or choose another owner.' : `Was ${near} meant?`;
      return { message: `“${word.text}” is not in the Volunteers tab. ${todo}`, near };
    },
    (count) =>
      `Most owners in “${sheet.heading(column)}” (${count} names) are not in the Volunteers tab. Add them there.`,
  );
}

/** By the full name, else by a first name. */
function nearestVolunteer(name: string, { volunteers }: SheetView): string | null {
  const full = nearest(
    name,
    volunteers.map((v) => v.name),
  );
  if (full !== null) return full;
  const first = (v: { readonly name: string }) => v.name.trim().split(/\s+/)[0] ?? '';
  const near = nearest(name, volunteers.map(first));
  return near === null ? null : (volunteers.find((v) => first(v) === near)?.name ?? null);
}
