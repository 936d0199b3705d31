// An organization's name as the words that are compared: folded, short forms written out, slips of common words put
// right, unions and known bodies as one word.
import { distance } from 'fastest-levenshtein';
import {
  CHURCH_OF,
  COMMON_WORDS,
  KNOWN_BODIES,
  COMPANY_FORMS,
  PHRASES,
  SHORT_FORMS,
  STATES,
  STOP_WORDS,
} from '../../texts/organizationWords';
import { DATED, ownNames, unions } from '../../texts/unions';
import { isSwap } from '../../values/closeness';
import { later, wordSet } from '../../values/later';
import { foldName } from '../../values/text';

export interface NameWords {
  /** As typed. */
  readonly name: string;
  /**
   * In order, without stop words and company forms. A union stands as its code in capitals: "SEIU"; a number that only
   * a body's own name says has "~" before it ("HPAE": "AFT", "~5118").
   */
  readonly words: readonly string[];
  /** The state at the end ("…, OR" gives "oregon"), '' where none stands. */
  readonly state: string;
}

const STOP = wordSet(STOP_WORDS);
const FORMS = wordSet(COMPANY_FORMS);
const shortForms = later((): ReadonlyMap<string, string> => new Map(Object.entries(SHORT_FORMS)));
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(
  ' ',
);
const stateNames = later(() => new Set(Object.values(STATES)));

interface Phrase {
  readonly words: readonly string[];
  readonly becomes: readonly string[];
  readonly onlyBeforeNumber: boolean;
}

/** One form for singular and plural. */
function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  return word.endsWith('ies') && word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}

function plainWord(word: string): string {
  const ordinal = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word);
  const known = (ordinal && ORDINALS[Number(ordinal[1]) - 1]) ?? word;
  const short = shortForms().get(known) ?? known;
  return /\d/.test(short) ? short.replace(/(^|x)0+(?=\d)/g, '$1') : singular(short);
}

/** The states by their two capitals, in the words that are compared. */
export const statesAsCompared = later(
  (): ReadonlyMap<string, string> =>
    new Map(Object.entries(STATES).map(([code, name]) => [code, name.split(' ').map(plainWord).join(' ')])),
);

const common = later(() => new Set(COMMON_WORDS.split(/\s+/).map(plainWord)));
const bodies = later(() => new Set(KNOWN_BODIES.map(([, word]) => word)));
let compiled: ReturnType<typeof compile> | null = null;

/** True for words that many names share: two of them are never one word in two spellings. */
export function isCommonWord(word: string): boolean {
  compiled ??= compile();
  return common().has(word);
}

/** True for the word that stands for a body known by its initials ("naacp"). */
export function isKnownBody(word: string): boolean {
  return bodies().has(word);
}

function compile(): { phrases: Map<string, Phrase[]>; byLetter: Map<string, string[]> } {
  const phrases = new Map<string, Phrase[]>();
  const add = (text: string, becomes: readonly string[], onlyBeforeNumber: boolean) => {
    const words = foldName(text)
      .split(' ')
      .filter((w) => !STOP.has(w))
      .map(plainWord);
    const head = words[0] ?? '';
    phrases.set(head, [...(phrases.get(head) ?? []), { words, becomes, onlyBeforeNumber }]);
    for (const word of words) if (word.length > 6) common().add(word);
  };
  for (const [phrase, word] of [...PHRASES, ...KNOWN_BODIES]) add(phrase, [word], false);
  for (const union of unions()) {
    for (const name of union.names) add(name, [union.code], false);
    for (const name of union.beforeNumber) add(name, [union.code], true);
  }
  for (const { code, number, words, names } of ownNames())
    for (const name of names) add(name, [code, `~${number}`, ...words], false);
  for (const list of phrases.values())
    list.sort(
      (a, b) => b.words.length - a.words.length || Number(b.onlyBeforeNumber) - Number(a.onlyBeforeNumber),
    );
  const byLetter = new Map<string, string[]>();
  for (const word of common()) {
    if (word.length < 6) continue;
    const list = byLetter.get(word[0] ?? '');
    if (list) list.push(word);
    else byLetter.set(word[0] ?? '', [word]);
  }
  return { phrases, byLetter };
}

/** A common word where this one is a slip of it: one letter off, two in words of ten letters and more. */
function putRight(word: string): string {
  if (word.length < 6 || common().has(word) || /\d/.test(word)) return word;
  const most = word.length >= 10 ? 2 : 1;
  for (const known of compiled?.byLetter.get(word[0] ?? '') ?? []) {
    const gap = known.length - word.length;
    // A slip leaves the second letter or the last one alone.
    if (gap > most || gap < -most || (known[1] !== word[1] && !known.endsWith(word[word.length - 1] ?? '')))
      continue;
    if (distance(word, known) <= most || isSwap(word, known)) return known;
  }
  return word;
}

const NUMBER = /^[a-z]{0,2}\d[\dx]*[a-z]{0,2}$/;
const LABELS = new Set([
  'local',
  'lodge',
  'number',
  'union',
  'branch',
  'chapter',
  'council',
  'district',
  'dc',
  'l',
  'joint',
  'regional',
  'jt',
  'board',
  'bd',
]);
/** A trade's word beside one of these is the union's: "Laborers District Council", "Council of Carpenters". */
const COUNCILS = new Set(['council', 'dc', 'board', 'bd']);
const TRADE_LENGTH = 6;
const CHURCH = new RegExp(`\\bchurch of (${CHURCH_OF})\\b`, 'g');

/** No name is longer. What is, is a note in the wrong cell, and every way of leaving out one of its words fills the memory. */
const LONGEST = 300;

/**
 * Makes a reader of names that remembers the words it has seen, for one run over a sheet. A text without letters and
 * digits has no words.
 */
export function makeNameReader(): (name: string) => NameWords {
  compiled ??= compile();
  const { phrases } = compiled;
  const seen = new Map<string, string>();
  const wordOf = (raw: string): string => {
    // Numbers are many and stay what they are.
    if (/^[1-9]\d*$/.test(raw)) return raw;
    let word = seen.get(raw);
    if (word === undefined) {
      word = putRight(plainWord(raw));
      seen.set(raw, word);
    }
    return word;
  };
  return (name) => {
    const found = readWords(name);
    const dated = YEAR.test(name) && found.words.some((word) => /^[A-Z]/.test(word));
    return dated ? { ...readWords(withoutYears(name)), name } : found;
  };
  function readWords(name: string): NameWords {
    const { rest, state } = cutState(name.slice(0, LONGEST));
    let folded = foldName(joinNumbers(rest));
    if (folded.includes('church of ')) folded = folded.replace(CHURCH, (w) => w.replace(/ /g, ''));
    if (folded.includes('and co')) folded = folded.replace(/\band co(?:mpany)?\b/, '');
    const words: string[] = [];
    for (const raw of withoutInitials(joinInitials(folded.split(' '))))
      if (raw !== '' && !STOP.has(raw)) {
        const parts = RUN_TOGETHER.exec(raw);
        if (parts === null || phrases.has(raw)) words.push(wordOf(raw));
        else words.push(...apart(raw, parts));
      }
    countyOrCompany(words);
    const made = withPhrases(words, phrases, RECORD.test(name) || JOINT_BOARD.test(folded));
    while (made.length > 1 && FORMS.has(made[made.length - 1] ?? '')) made.pop();
    return { name, words: made, state };
  }
  /** "ufcw3000", "1199seiu", "200united" are two words; "32bj" and "m18" are one. */
  function apart(
    raw: string,
    [, word = '', number = '', digits = '', letters = '']: RegExpExecArray,
  ): string[] {
    const isName = (text: string) => phrases.get(wordOf(text))?.some((phrase) => phrase.words.length === 1);
    if (word !== '') return isName(word) ? [wordOf(word), wordOf(number)] : [wordOf(raw)];
    return letters === 'united' || isName(letters) ? [wordOf(digits), wordOf(letters)] : [wordOf(raw)];
  }
}

/** As federal records write a union: "CJA - LAKES & PLAINS RGL COUNCIL". */
const RECORD = /^[A-Z]{2,7} -[^a-z]*$/;
const JOINT_BOARD = /\b(?:joint|jt) (?:board|bd)\b/;
const RUN_TOGETHER = /^(?:([a-z]{2,})(\d[\da-z]*)|(\d+)([a-z]{3,}))$/;
const YEAR = /\b(?:18|19|20)\d\d\b/;

const yearNotes = later(() => {
  const year = '(?:18|19|20)\\d\\d';
  const month = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';
  return new RegExp(
    `\\((?![^()]*(?:\\bl|local|lodge|branch|chapter|#|no\\.?) *${year})[^()]*\\b${year}\\)|` +
      `\\b(?:${month}|in|of|by|from|since|until|till|circa|${month} \\d+,|\\d\\d?[/.]) *${year}\\b|` +
      `\\b${year} (?=${DATED.replace(/ /g, '|')})`,
    'gi',
  );
});

/** Without the years that are said of a union and are not its number: "since 1979", "(updated 2023)". */
const withoutYears = (name: string) => name.replace(yearNotes(), ' ');

/** All words of a name in order, folded, small ones and labels too; the state at the end is left out. */
export function wordsAsWritten(name: string): readonly string[] {
  return joinInitials(foldName(joinNumbers(cutState(name).rest)).split(' '));
}

/** "…, OR", "…, Oregon": where a name says its state at the end, it tells where, not who. */
function cutState(name: string): { rest: string; state: string } {
  const comma = name.lastIndexOf(',');
  if (comma > 0) {
    const tail = name.slice(comma + 1).replace(/[.\s]/g, '');
    const short = /^[A-Z]{2}$/.test(tail) ? STATES[tail] : undefined;
    if (short !== undefined) return { rest: name.slice(0, comma), state: short };
    const long = foldName(name.slice(comma + 1));
    if (stateNames().has(long)) return { rest: name.slice(0, comma), state: long };
  }
  if (!/[A-Z]{2}\)?$/.test(name.slice(-3))) return { rest: name, state: '' };
  const last = /^(.*\S)\s+\(?([A-Z]{2})\)?$/.exec(name);
  const short =
    last && !/^(?:OR|IN|ME|OK|HI|PR|ON|AB|DC|CO|LA|DE)$/.test(last[2] ?? '')
      ? STATES[last[2] ?? '']
      : undefined;
  // Without a comma it may be part of the name ("1199 FL"): written out, it stays a word.
  return { rest: short === undefined ? name : `${last?.[1] ?? ''} ${short}`, state: '' };
}

/** "la" alone is an article. */
const CITY = /\bL\.?A\.? |\bNYC\b/;
const LA = /\bL\.?A\.?(?= (?:County|COUNTY|City|CITY|Labor|LABOR|Fed|FED))/;

/** "1199-C" is 1199c, "15024-01" is one number, "M-18" is m18, "Local49" is two words, and so is "L. 49". */
function joinNumbers(typed: string): string {
  const name = CITY.test(typed)
    ? typed.replace(LA, 'Los Angeles').replace(/\bNYC\b/, 'New York City')
    : typed;
  if (!/\d-|-\d|[a-z]\d|\bl\.? \d/i.test(name)) return name;
  return name
    .replace(/(\d)-(?=\d)/g, '$1x')
    .replace(/(\d)-(?=[A-Za-z]{1,2}(?![A-Za-z]))/g, '$1')
    .replace(/(?<![A-Za-z])([A-Za-z])-(?=\d)/g, '$1')
    .replace(/\b(local|lodge)(?=\d)/gi, '$1 ')
    .replace(/\bl\.? (?=\d)/i, 'local ');
}

/** "S E I U" (from S.E.I.U.) is one word; a single letter alone stays. */
function joinInitials(words: readonly string[]): readonly string[] {
  if (!words.some((w, i) => w.length === 1 && words[i + 1]?.length === 1)) return words;
  const made: string[] = [];
  let run = '';
  for (const word of [...words, '  ']) {
    if (/^[a-z]$/.test(word)) {
      run += word;
      continue;
    }
    if (run !== '') made.push(run);
    run = '';
    if (word !== '  ') made.push(word);
  }
  return made;
}

/** "Marion Co. Democrats" means the county; at the end it is a company, in a union's name before a number a council. */
function countyOrCompany(words: string[]): void {
  words.forEach((word, i) => {
    const next = words[i + 1];
    if (word === 'co' && next !== undefined && next !== 'op')
      words[i] = NUMBER.test(next) ? 'council' : 'county';
  });
}

function withPhrases(
  words: readonly string[],
  phrases: ReadonlyMap<string, readonly Phrase[]>,
  isUnion: boolean,
): string[] {
  const made: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    const phrase = phrases.get(word)?.find((p) => fits(p, words, i, isUnion && i === 0));
    // "Physicians for a National Health Program (PNHP)" says one thing twice.
    for (const becomes of phrase?.becomes ?? [word])
      if (!(bodies().has(becomes) && made.includes(becomes))) made.push(becomes);
    if (phrase) i += phrase.words.length - 1;
  }
  return made;
}

function fits(phrase: Phrase, words: readonly string[], at: number, isUnion: boolean): boolean {
  for (let i = 1; i < phrase.words.length; i++) if (words[at + i] !== phrase.words[i]) return false;
  if (!phrase.onlyBeforeNumber || isUnion) return true;
  let next = at + phrase.words.length;
  while (LABELS.has(words[next] ?? '')) next++;
  if (NUMBER.test(words[next] ?? '')) return true;
  const end = at + phrase.words.length;
  if (next > end && NUMBER.test(words[at - 1] ?? '')) return true;
  // Short ones are words of other meanings too ("here", "smart").
  if ((phrase.words[0] ?? '').length < TRADE_LENGTH) return false;
  return COUNCILS.has(words[at - 1] ?? '') || words.slice(end, next).some((word) => COUNCILS.has(word));
}

/** "Oregon Nurses Association (ONA)": initials beside the words they stand for say nothing new. */
function withoutInitials(words: readonly string[]): readonly string[] {
  if (words.length < 4) return words;
  const all = initialsOf(words);
  const some = initialsOf(words.filter((word) => !STOP.has(word)));
  const isShort = (word: string) =>
    word.length >= 3 && word.length < words.length && (all.includes(word) || some.includes(word));
  return words.some(isShort) ? words.filter((word) => !isShort(word)) : words;
}

/** With stop words or without: "Friends of the Earth (FOTE)", "Health Care for All (HCA)". */
function initialsOf(words: readonly string[]): string {
  let initials = '';
  for (const word of words) initials += word.charAt(0);
  return initials;
}

/** True for words such as "of" and "and", which carry no difference between two names. */
export function isSmallWord(word: string): boolean {
  return STOP.has(word);
}

/** True for the number of a local: digits, with one or two letters at an end ("32bj", "m18"). */
export function isLocalNumber(word: string): boolean {
  return NUMBER.test(word);
}
