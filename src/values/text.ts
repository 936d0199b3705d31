// Cell text as people mean it: without invisible characters and stray blanks, and folded for comparing.
import { later } from './later';

// Zero-width marks, soft hyphen, byte order mark, direction marks.
const INVISIBLE = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
// Joiners belong to emoji and to some scripts: they count only where a Latin letter, a blank or an end is beside them.
const JOINERS = /[\u200c\u200d](?![^\0-\u024f\u200c\u200d])|(?<![^\0-\u024f\u200c\u200d])[\u200c\u200d]/g;
const ODD_BLANKS = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

/** True where something stands in the text that nobody can see (zero-width space, soft hyphen, direction mark …). */
export function hasInvisible(text: string): boolean {
  return text.search(INVISIBLE) >= 0 || text.replace(ODD_BLANKS, ' ').search(JOINERS) >= 0;
}

/** True where blanks stand at an end, or two and more in a row inside a line. */
export function hasStrayBlanks(text: string): boolean {
  const plain = text.replace(ODD_BLANKS, ' ');
  return plain !== plain.trim() || plain.includes('  ');
}

/** With a mark in place of what `cleanText` takes out: "␣" for a blank too many, "[hidden]" for what nobody can see. */
export function markHidden(text: string): string {
  return text
    .replace(INVISIBLE, '[hidden]')
    .replace(ODD_BLANKS, ' ')
    .replace(JOINERS, '[hidden]')
    .replace(/^ +| +$| {2,}/gm, (blanks) => '␣'.repeat(blanks.length));
}

/** Trimmed, without invisible characters, no-break blanks made plain, runs of blanks folded; line breaks stay. */
export function cleanText(text: string): string {
  if (/^(?:[!-~]+(?: [!-~]+)*)?$/.test(text)) return text;
  return text
    .replace(INVISIBLE, '')
    .replace(/\r\n?/g, '\n')
    .replace(ODD_BLANKS, ' ')
    .replace(JOINERS, '')
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

const placeholders = later(
  () =>
    new Set(
      (
        'na,none,unknown,unk,tba,tbd,tbc,null,nil,to be determined,to be announced,to be confirmed,not available,not applicable,' +
        'not known,not provided,not found,not listed,none listed,none found,none given,no email,no e mail,no mail,no phone,' +
        'no number,no website,no contact,no name,no date,no info,no data,no url provided,xx,xxx,xxxx,keine,keiner,kein,' +
        'unbekannt,entfallt,ninguno,ninguna,desconocido,no tiene,aucun,inconnu'
      ).split(','),
    ),
);

// Most texts begin with three other letters than any of these words, and are found out by that alone.
const mayBe = later(
  () =>
    new RegExp(
      `^(?:.{0,2}[^a-z]|.{0,2}$|${[...new Set([...placeholders()].map((word) => word.slice(0, 3)))].join('|')})`,
      'is',
    ),
);

/** True where the whole text only says that nothing is known: "N/A", "tba", "?", "-", "none", "no email" … */
export function isPlaceholder(text: string): boolean {
  if (!mayBe().test(text)) return false;
  const clean = cleanText(text);
  if (clean === '') return false;
  if (/^[\s?¿!.\-–—_/\\*#~=]+$/.test(clean)) return true;
  const folded = foldName(clean);
  return placeholders().has(folded) || placeholders().has(folded.replace(/ /g, ''));
}

const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** For comparing names: lower case, accents off, "&" as "and", apostrophes dropped, other punctuation a blank. */
export function foldName(text: string): string {
  let folded = text.toLowerCase();
  // Most names are plain already, and finding that out takes a fifth of the time.
  if (/^[a-z0-9]+(?: [a-z0-9]+)*$/.test(folded)) return folded;
  if (/[^\0-\x7f]/.test(folded))
    folded = folded
      .replace(INVISIBLE, '')
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .replace(/[ßæœøłđðþı]/g, (c) => LETTERS[c] ?? c);
  return folded
    .replace(/['’‘`´]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
