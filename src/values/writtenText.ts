// How a text must be handed to Sheets so that it reads back as the same text. Sheets parses every written string
// as if a person typed it (platform facts, "Writing"): "=1+1" becomes a formula, "May 1" a date, "007" a number.
import type { Cell } from './cell';

// Keyboards of other scripts have wide signs. An error typed by its name is an error.
const FORMULA_START = /^[=+\-@'\t\r\n＝＋－＠]|^#[A-Z]+[/!?]/i;
const WORDS_WITH_MEANING = /^(true|false|wahr|falsch|vrai|faux|verdadero|falso)$/i;
const ADDRESS = /^[^\s@=+\-'][^\s@]*@[^\s@]+$|^https?:\/\/\S+$/i;

/** For a cell of the group's own columns: a leading apostrophe (Sheets hides it) where the text could be read as anything else. */
export function asTheirText(text: string): string {
  if (text === '') return text;
  if (FORMULA_START.test(text) || WORDS_WITH_MEANING.test(text.trim())) return `'${text}`;
  if (/\p{Nd}/u.test(text) && !ADDRESS.test(text)) return `'${text}`;
  return text;
}

/** The same for any cell: only a text needs it. */
export function asTheirCell(cell: Cell): Cell {
  return typeof cell === 'string' ? asTheirText(cell) : cell;
}

/** For a cell of our own columns, which have the format "@": only a leading "=" or "'" still acts there. */
export function asOurText(text: string): string {
  return /^[=']/.test(text) ? `'${text}` : text;
}

/** Characters that a cell holds; a longer text makes Sheets refuse the whole write (platform facts, 1). */
export const MOST_CHARACTERS = 50_000;

/** A text that is put together from others, cut to what a cell holds. */
export function fitCell(text: string): string {
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS - 1)}…`;
}
