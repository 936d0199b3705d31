// How a text must be handed to Sheets so that it reads back as the same text. Sheets parses every written string
// as if a person typed it (platform facts, "Writing"): "=1+1" becomes a formula, "May 1" a date, "007" a number.

const FORMULA_START = /^[=+\-@'\t\r]/;
const WORDS_WITH_MEANING = /^(true|false|wahr|falsch|vrai|faux|verdadero|falso)$/i;
const ADDRESS = /^[^\s@=+\-'][^\s@]*@[^\s@]+$|^https?:\/\/\S+$/i;

/** For a cell of the group's own columns: a leading apostrophe (Sheets hides it) where the text could be read as anything else. */
export function asTheirText(text: string): string {
  if (text === '') return text;
  if (FORMULA_START.test(text) || WORDS_WITH_MEANING.test(text.trim())) return `'${text}`;
  if (/\d/.test(text) && !ADDRESS.test(text)) return `'${text}`;
  return text;
}

/** For a cell of our own columns, which have the format "@": only a leading "=" or "'" still acts there. */
export function asOurText(text: string): string {
  return /^[=']/.test(text) ? `'${text}` : text;
}
