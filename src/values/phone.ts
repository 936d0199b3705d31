// Phone numbers as people type them: any grouping, extensions, labels, letters for digits, several in one cell.
import { cleanText } from './text';

export interface PhoneReading {
  /** As typed, with their extension, in order. */
  readonly numbers: readonly string[];
  /** What is left that is neither number, label nor separator: '' where the cell is nothing but phones. */
  readonly rest: string;
}

const EXTENSION = String.raw`(?:\s*[,(]?\s*(?:[Ee](?:xt|XT)(?:ension|ENSION|n|N)?|[xX]|[Dd]urchwahl|DW|[Aa]nexo|[Pp]oste)\.?\s*[:#]?\s*\d{1,6}\)?|\s*#\s*\d{1,6})`;
const DIGITS = String.raw`(?:\+\s?|\b00)?\(?\+?\d(?:[ ().\-‐-―/·*]{0,3}\d){5,}`;
const LETTERS = String.raw`(?:\+?1[\s.-]?)?\(?\b\d{3}\)?[\s.-]?(?=[A-Z0-9.-]{0,10}[A-Z]{3})[A-Z0-9]{2,4}[.-]?[A-Z0-9]{3,7}(?:-[A-Z0-9]{2,7})?\b`;
const NUMBER = new RegExp(
  String.raw`(?<![\p{L}\d_])(?:${LETTERS}|${DIGITS})${EXTENSION}?(?![\p{L}\d_])`,
  'gu',
);
const ADDRESSES = /\S*@\S*|\b\w+:\/\/\S+|\bwww\.\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|gov)\b\S*/gi;
/** Dates, years, times and long zip codes. */
const DATES =
  /\b(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ]\d{1,2}:\d\d(?::\d\d)?)?\b|\b\d{1,2}([-/.])\d{1,2}\1(?:19|20)\d\d\b|\b(?:19|20)\d\d\s?[-–/]\s?(?:19|20)\d\d\b|\b\d{1,2}:\d\d(?::\d\d)?\b|\b[1-9]\d{4}-\d{4}\b/g;
const LABEL = /\p{L}[\p{L}\p{N} .'/&-]{0,40}:|\([^)@\d]*\)/gu;
const WORDS =
  /\b(?:cell|mobile|home|office|work|main|direct|fax|tel|tele|telephone|phone|ph|voice|text|sms|whatsapp|signal|toll|free|hotline|line|or|and|und|oder|y|o|et|mobil|handy|buro|büro|privat|tty|call|no|number|desk|day|evening|evenings|weekdays|only|primary|secondary|c|h|w|m|o|p|t|f)\b\.?/giu;

/** Several numbers with labels are far shorter; a longer text is a note, and looking for numbers in it takes too long. */
const LONGEST = 500;

const digitsIn = (text: string) => text.replace(/\D/g, '').length;

/** One match may hold two numbers that only a blank or slash parts; cut where the halves are whole numbers. */
function whole(found: string): string[] {
  const core = found.replace(new RegExp(`${EXTENSION}$`, 'i'), '');
  if (
    digitsIn(core) <= 15 &&
    !(digitsIn(core) >= 14 && /\s*[/]\s*|\s{2,}/.test(core) && !core.startsWith('+'))
  )
    return [found];
  for (const cut of [
    /\s*\/+\s*/,
    /\s{2,}/,
    /\s+(?=[+(])/,
    /\s+-\s+/,
    /(?<=\d{4})\s+(?=\d{3})/,
    /(?<=\d{10})\s+(?=\d{10})/,
  ]) {
    const halves = found.split(cut);
    if (halves.length > 1 && halves.every((h) => digitsIn(h) >= 7 && digitsIn(h) <= 15)) return halves;
  }
  return [];
}

/** The phone numbers in a text (7 to 15 digits, or letters for digits), and what else stands there. */
export function readPhones(text: string): PhoneReading {
  const clean = cleanText(text);
  if (clean.length > LONGEST) return { numbers: [], rest: clean };
  const hidden: string[] = [];
  const hide = (found: string) => {
    hidden.push(found);
    return `\u0001${'\u0002'.repeat(hidden.length)}\u0001`;
  };
  const numbers: string[] = [];
  const left = clean
    .replace(ADDRESSES, hide)
    .replace(DATES, hide)
    .replace(NUMBER, (found) => {
      const made = whole(found).map((n) => n.trim().replace(/^\((?=[^)]*$)/, ''));
      const fits = made.length > 0 && made.every((n) => /[A-Z]{3}/.test(n) || digitsIn(n) >= 7);
      if (!fits) return found;
      numbers.push(...made);
      return ' ';
    });
  const rest = left
    .replace(LABEL, ' ')
    .replace(WORDS, ' ')
    .replace(/[\s,;|/\\+&().:*–—-]+/g, ' ')
    .trim();
  if (rest === '') return { numbers, rest };
  const kept = (numbers.length === 0 ? left : left.replace(/\([^)@\d]*\)/g, ' '))
    // eslint-disable-next-line no-control-regex -- the marks that `hide` set
    .replace(/\u0001(\u0002+)\u0001/g, (_, marks: string) => hidden[marks.length - 1] ?? '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;|/&-]+|[\s,;|/&-]+$/g, '');
  return { numbers, rest: kept };
}

/** True where the text is a phone number, or several, with nothing but labels around them. */
export function looksLikePhone(text: string): boolean {
  const { numbers, rest } = readPhones(text);
  return numbers.length > 0 && rest === '';
}
