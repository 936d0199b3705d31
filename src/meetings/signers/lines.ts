// What stands before and behind a name in its line: numbers, bullets, emoji, footnote marks.
import { COMPANY_FORMS } from '../../texts/organizationWords';
import { wordSet } from '../../values/later';
import { cleanText } from '../../values/text';
import { isDegree } from './evidence';

export interface Line {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
}

/** Lines in which anything stands, without stray blanks; tabs stay. */
export const readLines = (text: string): Line[] =>
  text
    .split(/\r\n?|\n/)
    .map((raw, i) => ({ line: i + 1, text: raw.split('\t').map(cleanText).join('\t').trim() }))
    .filter((line) => line.text !== '');

export interface Marked {
  readonly text: string;
  /** The running number before it, 0 where none stands. */
  readonly number: number;
  /** The footnote marks behind it: “*”, “†”, “[1]”. */
  readonly note: string;
}

const PICTURE = '(?![©®™])(?:\\p{Extended_Pictographic}|\\p{Emoji_Modifier}|\\u200d|\\ufe0f|\\u20e3)';
const BEFORE = new RegExp(
  `^(?:[\\s•●○▪■□◦‣∙·➤►»*>]|[-–—](?=[\\s\\p{L}]|$)|\\d\\ufe0f?\\u20e3|${PICTURE}|\\(?\\d{1,4}[.)](?=[\\s\\p{L}]|$))+`,
  'u',
);
const BEHIND = new RegExp(`(?:\\s|[,;]|\\[[\\d*†‡]{1,2}\\]|\\(\\*+\\)|[*†‡§¹²³⁴-⁹]|${PICTURE})+$`, 'u');
const forms = wordSet(COMPANY_FORMS);

export function withoutMarks(raw: string): Marked {
  const [before = ''] = BEFORE.exec(raw.slice(0, 60)) ?? [];
  const rest = raw.slice(before.length);
  const [note = ''] = BEHIND.exec(rest.slice(-30)) ?? [];
  const text = rest
    .slice(0, rest.length - note.length)
    .replace(/^["“„]([^"“”„]+)["”“]$/, '$1')
    // The full stop of an abbreviation stays.
    .replace(/(\S{1,40})\.$/, (whole, word: string) =>
      word.includes('.') || word.length < 2 || forms.has(word.toLowerCase()) || isDegree(word) ? whole : word,
    );
  return { text, number: Number(/\d+/.exec(before)?.[0] ?? 0), note };
}
