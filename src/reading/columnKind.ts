// What the cells of a column hold, counted over a sample: the second witness beside its heading.
import {
  ANSWER_WORDS,
  COMMON_STATUS,
  COUNTRY_WORDS,
  GIVEN_NAMES,
  GROUP_WORDS,
  LEVEL_WORDS,
  PRIORITY_WORDS,
  ROLE_WORDS,
  STATE_CODES,
  STATE_NAMES,
  STATUS_OPENINGS,
  STATUS_WORDS,
  TITLES_BEFORE,
  YES_NO_WORDS,
} from '../texts/valueWords';
import { isBlank, isDateCell, type Cell, type Grid } from '../values/cell';
import { looksLikePhone, readPhones } from '../values/phone';
import { cleanText, foldName, isPlaceholder } from '../values/text';
import { wordSet } from '../values/later';
import { looksLikeDate } from '../values/typedDate';
import { looksLikeWebAddress } from '../values/webAddress';

const GIVEN = wordSet(GIVEN_NAMES);
const GROUP = wordSet(GROUP_WORDS);
const TITLES = wordSet(TITLES_BEFORE);
const HONORIFICS = wordSet(
  'mr mrs ms mx miss dr prof herr frau sr sra senor senora hr fr m mme mlle dr prof',
);
const ROLES = wordSet(ROLE_WORDS);
const STATUS = wordSet(STATUS_WORDS, ',');
const COMMON = wordSet(COMMON_STATUS, ',');
const OPENINGS = wordSet(STATUS_OPENINGS);
const LEVELS = wordSet(LEVEL_WORDS);
const PRIORITIES = wordSet(PRIORITY_WORDS);
const YES_NO = wordSet(YES_NO_WORDS);
const ANSWERS = wordSet(ANSWER_WORDS);
const COUNTRIES = wordSet(COUNTRY_WORDS, ',');
const STATES = wordSet(`${STATE_CODES.replace(/ /g, ',')},${STATE_NAMES}`, ',');

/** Shares (0 to 1) of the filled cells that are more than a placeholder. */
export const TRAITS = [
  'email',
  'phone',
  'bareDigits',
  'web',
  'social',
  'image',
  'date',
  'number',
  'smallCount',
  'yesNo',
  'long',
  'idLike',
  'address',
  'person',
  'twoNames',
  'oneName',
  'givenName',
  'group',
  'role',
  'status',
  'outreach',
  'level',
  'priority',
  'answer',
  'region',
  'honorific',
  'short',
] as const;
export type Trait = (typeof TRAITS)[number];

export type ColumnKind = 'empty' | 'email' | 'phone' | 'web' | 'date' | 'number' | 'yes-no' | 'id' | 'text';

export interface ColumnProfile {
  readonly kind: ColumnKind;
  /** Filled cells looked at, placeholders left out. */
  readonly count: number;
  readonly shares: Readonly<Record<Trait, number>>;
  /** Different values (case and accents aside) among `count`. */
  readonly distinct: number;
  /** Words per value, on average. */
  readonly length: number;
}

const SAMPLE = 160;
const FEW = 25;

/**
 * The 0-based rows to look at: all of them where there are few, else evenly spread. The same table always gives the
 * same rows.
 */
export function sampleRows(from: number, to: number): number[] {
  const count = to - from + 1;
  if (count <= SAMPLE) return Array.from({ length: Math.max(count, 0) }, (_, i) => from + i);
  return Array.from({ length: SAMPLE }, (_, i) => from + Math.floor((i * count) / SAMPLE));
}

/** The filled cells of a sample of one column; where the sample meets few, the first ones of the whole column. */
export function sampleCells(
  rows: Grid,
  column: number,
  sample: readonly number[],
  from: number,
  to: number,
): Cell[] {
  const filled: Cell[] = [];
  for (const r of sample) {
    const cell = rows[r]?.[column - 1] ?? '';
    if (cell !== '' && !isBlank(cell)) filled.push(cell);
  }
  if (filled.length >= FEW || sample.length === to - from + 1) return filled;
  const all: Cell[] = [];
  for (let r = from; r <= to && all.length < FEW; r++) {
    const cell = rows[r]?.[column - 1] ?? '';
    if (cell !== '' && !isBlank(cell)) all.push(cell);
  }
  return all;
}

const SOCIAL =
  /facebook|fb\.(?:com|me)|instagram|twitter\.|(?:^|\/|\.)x\.com|tiktok|linkedin|bsky|mastodon|youtube|t\.me\/|wa\.me|discord|slack\.com|nextdoor|meetup\.com|threads\.net/i;
const IMAGE = /\.(?:jpe?g|png|gif|svg|webp)(?:[?#]|$)|\/(?:images?|photos?|pic)\//i;
const STREET =
  /\b(?:street|st\.?|ave(?:nue)?\.?|road|rd\.?|blvd\.?|boulevard|suite|ste\.?|drive|dr\.?|lane|ln\.?|way|plaza|floor|highway|hwy|room|p\.?\s?o\.?\s+box|calle|avenida|rue)\b|stra(?:ß|ss)e|str\.\s*\d/i;
const ID_LIKE = /^(?=.*\d)(?=.*[a-z@_-])[\w@/.-]{4,}$|^[0-9a-f]{8}-[0-9a-f]{4}-/i;
const OPENS_ANSWER = /^(?:yes|no|maybe|not yet|not sure|y|n|ja|nein|si|oui|non)\b/;
const LATIN_NAME = /^[\p{L}\p{M}][\p{L}\p{M}'’.-]*$/u;

function traitsOf(cell: Cell): Trait[] {
  if (isDateCell(cell)) return ['date'];
  if (typeof cell === 'boolean') return ['yesNo'];
  if (typeof cell === 'number') return numberTraits(cell);
  const text = cleanText(cell);
  const found: Trait[] = [];
  if (text.length > 60 || (text.length > 40 && text.includes('\n'))) found.push('long');
  if (text.length > 240) return found;
  if (
    /@[\w-]|\((?:at|a)\)/i.test(text) &&
    /[^\s@(]+\s?(?:@+|\(at?\))\s?[\w-]+[.,\w-]*\w/i.test(text) &&
    !/^@|^https?:/i.test(text)
  )
    found.push('email');
  if (isWeb(text)) {
    found.push('web');
    if (SOCIAL.test(text)) found.push('social');
    if (IMAGE.test(text)) found.push('image');
    return found;
  }
  if (text.startsWith('@')) found.push(/\d/.test(text) ? 'idLike' : 'social');
  if (/^[-+]?[\d\s.,%$€£]+$/.test(text)) found.push(...figureTraits(text));
  else if (/\d/.test(text)) found.push(...figuredTraits(text));
  if (found.includes('email') || found.includes('date') || found.includes('number')) return found;
  if (text.length <= 60) found.push(...wordTraits(text));
  return found.includes('status') ? found.filter((t) => t !== 'idLike') : found;
}

function isWeb(text: string): boolean {
  if (/^(?:https?:|www\.|:?\/\/)/i.test(text)) return true;
  return (
    text.includes('.') && !text.includes('@') && /[a-z]\.[a-z]{2}/i.test(text) && looksLikeWebAddress(text)
  );
}

function numberTraits(n: number): Trait[] {
  const traits: Trait[] = ['number'];
  if (n === 0 || n === 1) traits.push('yesNo');
  if (Number.isInteger(n) && n >= 0 && n <= 30) traits.push('smallCount');
  if (Number.isInteger(n) && n >= 1e6 && n < 1e14) traits.push('bareDigits');
  if (n >= 1 && n <= 5) traits.push('priority');
  return traits;
}

function figureTraits(text: string): Trait[] {
  const digits = text.replace(/\D/g, '');
  if (/^\d+(?:[.,]\d+)?$/.test(text.replace(/^[-+]/, '')) && digits.length < 7)
    return numberTraits(Number(text.replace(',', '.')));
  if (looksLikeDate(text)) return ['date'];
  if (/^\d{7,15}$/.test(text)) return ['number', 'bareDigits'];
  return looksLikePhone(text) ? ['phone'] : ['number'];
}

/** Text with figures in it. */
function figuredTraits(text: string): Trait[] {
  if (text.length <= 40 && looksLikeDate(text)) return ['date'];
  const found: Trait[] = [];
  if (text.replace(/\D/g, '').length >= 7 && readPhones(text).numbers.length > 0) found.push('phone');
  else if (/[A-Z]{4}\b/.test(text) && looksLikePhone(text)) found.push('phone');
  if (!found.includes('phone') && ID_LIKE.test(text) && !text.includes(' ')) found.push('idLike');
  if (STREET.test(text) || /\b[A-Z]{2},? \d{5}\b/.test(text)) found.push('address');
  return found;
}

function wordTraits(text: string): Trait[] {
  const folded = foldName(text);
  const words = folded.split(' ');
  const found: Trait[] = [];
  if (text.length <= 30) found.push('short');
  if (YES_NO.has(folded) || /^[✓✔✅☑xX]$/.test(text)) found.push('yesNo');
  if (words.length <= 12 && OPENS_ANSWER.test(folded)) found.push('answer');
  else if (ANSWERS.has(folded) || /\bendorse[ds]?\b|^(?:signed|unterzeichnet|firmado)\b/.test(folded))
    found.push('answer');
  if (LEVELS.has(folded) || (words.length <= 2 && LEVELS.has(words[0] ?? ''))) found.push('level');
  if (PRIORITIES.has(folded)) found.push('priority');
  if (STATES.has(folded) || COUNTRIES.has(folded)) found.push('region');
  if (STATUS.has(folded) || (words.length <= 5 && OPENINGS.has(words[0] ?? ''))) {
    found.push('status');
    if (!COMMON.has(folded)) found.push('outreach');
  }
  if (HONORIFICS.has(folded)) found.push('honorific');
  if (words.length <= 7 && words.some((w) => ROLES.has(w)) && !TITLES.has(words[0] ?? '')) found.push('role');
  found.push(...nameTraits(text, words));
  return found;
}

const PARTICLES = wordSet('de del la van von der den da di du le bin al el y e st');

/** A person's or a group's name, as far as the words show it. */
function nameTraits(text: string, folded: readonly string[]): Trait[] {
  const titled = TITLES.has(folded[0] ?? '') && folded.length > 1;
  const plain = text.replace(/\s*\([^)]*\)$/, '');
  const tokens = plain
    .split(/[\s,]+/)
    .filter((t) => t !== '' && !/^(?:and|&|y|und|jr\.?|sr\.?|md|phd|rn|do|ii|iii)$/i.test(t));
  const named = titled ? tokens.slice(1) : tokens;
  const given = named.some((t) => GIVEN.has(foldName(t)));
  const grouped =
    folded.some((w, i) => GROUP.has(w) && !(titled && i === 0)) || /\d/.test(text) || folded.length > 5;
  const acronym =
    tokens.some((t) => /^[A-Z]{3,}(?:-[A-Z]+)?$/.test(t)) &&
    !/^[A-Z\s'.,-]+$/.test(text.length > 12 ? text : '-');
  const connected = folded.some(
    (w) => w === 'of' || w === 'for' || w === 'the' || w === 'fur' || w === 'pour',
  );
  const found: Trait[] = [];
  const shaped =
    named.length >= 1 &&
    named.length <= 5 &&
    named.every((t) => LATIN_NAME.test(t)) &&
    named.every((t) => /^\p{Lu}/u.test(t) || PARTICLES.has(t.toLowerCase()));
  if (given && named.length === 1) found.push('givenName');
  if (shaped && tokens.length === 1 && !grouped && !acronym) found.push('oneName');
  const looksPerson = (titled && shaped) || (given && shaped && named.length >= 2 && !connected);
  if (shaped && named.length >= 2 && !grouped && !connected) found.push('twoNames');
  if (looksPerson && !(grouped && !titled && !GIVEN.has(foldName(named[0] ?? '')))) found.push('person');
  else if (grouped || acronym || connected) found.push('group');
  return found;
}

/** Counts what the cells hold. Cells are those of `sampleCells`. */
export function profileOf(cells: readonly Cell[]): ColumnProfile {
  const counts = Object.fromEntries(TRAITS.map((t) => [t, 0])) as Record<Trait, number>;
  const seen = new Map<string, Trait[]>();
  let count = 0;
  let length = 0;
  for (const cell of cells) {
    const key = isDateCell(cell)
      ? cell.day
      : typeof cell === 'string'
        ? cell.trim().toLowerCase()
        : String(cell);
    let traits = seen.get(key);
    if (traits === undefined) {
      if (typeof cell === 'string' && isPlaceholder(cell)) continue;
      traits = traitsOf(cell);
      seen.set(key, traits);
    }
    count++;
    length += typeof cell === 'string' ? cell.split(' ').length : 1;
    for (const trait of traits) counts[trait]++;
  }
  const shares = Object.fromEntries(TRAITS.map((t) => [t, count === 0 ? 0 : counts[t] / count])) as Record<
    Trait,
    number
  >;
  // Where some are known to be persons, the others that are built alike are persons too.
  if (shares.person >= 0.12 && shares.twoNames >= 0.5 && shares.group < 0.25)
    shares.person = Math.max(shares.person, shares.twoNames);
  return {
    kind: kindOf(count, shares),
    count,
    shares,
    distinct: seen.size,
    length: count === 0 ? 0 : length / count,
  };
}

function kindOf(count: number, shares: Readonly<Record<Trait, number>>): ColumnKind {
  if (count === 0) return 'empty';
  if (shares.email >= 0.5) return 'email';
  if (shares.phone + shares.bareDigits >= 0.5) return 'phone';
  if (shares.web >= 0.5) return 'web';
  if (shares.date >= 0.5) return 'date';
  if (shares.yesNo >= 0.7) return 'yes-no';
  if (shares.number >= 0.6) return 'number';
  if (shares.idLike >= 0.6) return 'id';
  return 'text';
}
