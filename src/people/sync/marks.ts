// Marks: short hashes in place of the text that both sides last had in common, so that nothing personal is kept a
// third time. They tell whether a text is still the same, and nothing else.
import { cleanText } from '../../values/text';
import { shortHash } from '../../workbook/identity';

/** The mark of a blank text. It is shorter than every other, so no text can share it. */
export const BLANK_MARK = '000000';

/** Two different texts of one row share a mark once in 2.8 million million times. */
const LENGTH = 8;

/**
 * A text with what counts as no change taken off: blanks and line breaks at the ends, runs of blanks, invisible
 * characters, no-break blanks, accents in one or two characters. Capitals count. '' where nothing is to be seen.
 */
export function asCompared(text: string): string {
  return cleanText(text).normalize('NFC');
}

/** Six to eight characters of 0-9 and a-z, the same for texts that are the same to a person. */
export function markOf(text: string): string {
  const compared = asCompared(text);
  return compared === '' ? BLANK_MARK : shortHash(compared).slice(-LENGTH).padStart(LENGTH, '0');
}

/** The lines of a cell, without empty ones at its end; none where nothing is to be seen. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n?|\n/);
  while (lines.length > 0 && asCompared(lines[lines.length - 1] ?? '') === '') lines.pop();
  return lines;
}

/** One mark a line of notes; empty lines have the mark of a blank, those at the end have none. */
export function lineMarks(text: string): readonly string[] {
  return linesOf(text).map(markOf);
}
