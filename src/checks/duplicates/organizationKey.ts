// When two names mean the same organization: what is compared of a name, and the comparison itself.
import { OPTIONAL_WORDS, ORDER_WORDS, PART_WORDS } from '../../texts/organizationWords';
import { SHARED_LOCAL_NUMBERS, unions } from '../../texts/unions';
import { isSwap } from '../../values/closeness';
import { abbreviationIn, abbreviationsOf } from './abbreviation';
import { isCommonWord, isKnownBody, isLocalNumber, makeNameReader, type NameWords } from './nameWords';
import { later, wordSet } from '../../values/later';

export interface OrganizationKey {
  /** As typed. */
  readonly name: string;
  /** Equal where two names are the same word for word after folding; '' where the name says nothing. */
  readonly exact: string;
  /** Codes of the unions in the name, sorted. */
  readonly unions: readonly string[];
  /** Numbers of a union's local ("49") or of a known body's chapter, and of larger bodies with their kind ("council 75"). */
  readonly locals: readonly string[];
  readonly bodies: readonly string[];
  /** All other words in order. */
  readonly words: readonly string[];
  /** The same, sorted, without the words that may be left out. */
  readonly core: readonly string[];
  /** The words that may be left out, sorted. */
  readonly optional: readonly string[];
  readonly state: string;
}

const unionCodes = later(() => new Set(unions().map((u) => u.code)));
const OPTIONAL = wordSet(OPTIONAL_WORDS);
const PARTS = wordSet(PART_WORDS, /\s+/);
const ORDER = wordSet(ORDER_WORDS);
const SHARED = new Set(SHARED_LOCAL_NUMBERS);

const CHAPTERS = new Set(['branch', 'chapter']);
const LOCAL_LABELS = new Set(['local', 'lodge', 'branch', 'number', 'l', 'chapter']);
const BODY_LABELS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    council: 'council',
    district: 'district',
    dist: 'district',
    dc: 'district',
    dl: 'district',
    jc: 'council',
    region: 'region',
    reg: 'region',
    area: 'area',
  }),
);
/** Say nothing beside a union's code. */
const UNION_NOISE = new Set([
  ...[
    'international',
    'union',
    'america',
    'american',
    'local',
    'lodge',
    'branch',
    'chapter',
    'number',
    'l',
    'aflcio',
  ],
  ...['clc', 'ctw', 'amalgamated', 'brotherhood', 'joint', 'organization'],
]);

const NONE: readonly string[] = [];

/** The key of one name. For many names make one reader with `makeNameReader` and pass what it reads. */
export function organizationKey(name: string | NameWords): OrganizationKey {
  const read = typeof name === 'string' ? makeNameReader()(name) : name;
  const codes = read.words.filter((w) => unionCodes().has(w));
  return codes.length > 0 ? unionKey(read, codes) : plainKey(read);
}

function plainKey(read: NameWords): OrganizationKey {
  const { name, state } = read;
  // "NAACP Portland Branch 1120B": the number of a chapter of a body that is known by its initials.
  const numbered = read.words.some(isKnownBody)
    ? read.words.filter((w, i) => isLocalNumber(w) && CHAPTERS.has(read.words[i - 1] ?? ''))
    : NONE;
  const words = numbered.length === 0 ? read.words : read.words.filter((w) => !numbered.includes(w));
  let core = words.filter((w) => !OPTIONAL.has(w));
  if (core.length < 2) core = words.slice();
  const optional = core.length === words.length ? NONE : words.filter((w) => OPTIONAL.has(w)).sort();
  const exact = words.length === 0 ? '' : `${words.join(' ')}|${state}`;
  return {
    name,
    exact,
    unions: NONE,
    locals: NONE,
    bodies: NONE,
    words,
    core: core.slice().sort(),
    optional,
    state,
  };
}

function unionKey({ name, words, state }: NameWords, codes: readonly string[]): OrganizationKey {
  const locals: string[] = [];
  const bodies: string[] = [];
  const rest: string[] = [];
  let body = '';
  for (const [i, word] of words.entries()) {
    // "ATU Division 757" is a local; "New Jersey Division" is a part.
    if (word === 'division' && isLocalNumber(words[i + 1] ?? '')) continue;
    const number = word.replace(/^(?:local|l)(?=\d)/, '');
    const label = BODY_LABELS.get(word);
    if (isLocalNumber(number)) {
      if (body === '') locals.push(number);
      else bodies.push(`${body} ${number}`);
      body = '';
    } else if (label !== undefined) {
      // "District Council 5" is one label.
      if (body === '') body = label;
    } else if (body === '' || !LOCAL_LABELS.has(word)) {
      // A label without a number is a word of the name.
      if (body !== '') rest.push(body);
      body = '';
      if (!unionCodes().has(word) && !UNION_NOISE.has(word)) rest.push(word);
    }
  }
  if (body !== '') rest.push(body);
  const unions = sorted(codes);
  return {
    name,
    exact: `${unions.join()} ${sorted(locals).join()} ${sorted(bodies).join()} ${rest.join(' ')}|${state}`,
    unions,
    locals: sorted(locals),
    bodies: sorted(bodies),
    words: rest,
    core: sorted(rest),
    optional: NONE,
    state,
  };
}

/** Sorted, each once. */
const sorted = (list: readonly string[]) => (list.length < 2 ? list : [...new Set(list)].sort());
const equal = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((w, i) => w === b[i]);

/** True where the two names very likely mean one organization. Symmetric; false where either says nothing. */
export function likelySame(a: string, b: string): boolean {
  const read = makeNameReader();
  return sameOrganization(organizationKey(read(a)), organizationKey(read(b)));
}

/** The same for keys. */
export function sameOrganization(a: OrganizationKey, b: OrganizationKey): boolean {
  if (a.exact === '' || b.exact === '') return false;
  if (a.exact === b.exact) return true;
  if (a.state !== '' && b.state !== '' && a.state !== b.state) return false;
  if (a.unions.length > 0 && b.unions.length > 0) return sameUnion(a, b);
  return a.unions.length + b.unions.length === 0 && samePlain(a, b);
}

function sameUnion(a: OrganizationKey, b: OrganizationKey): boolean {
  const rest = leftovers(a.core, b.core);
  if (!equal(a.unions, b.unions)) {
    // "OFNHP Local 5017" and "OFNHP, AFT Local 5017": the parent body named on one side only.
    const shared = a.unions.some((u) => b.unions.includes(u));
    if (!shared || !equal(a.locals, b.locals) || a.locals.length === 0) return false;
  }
  if (a.locals.length > 0 || b.locals.length > 0) {
    if (!equal(a.locals, b.locals) || bodiesDiffer(a, b)) return false;
    if ([...rest.a, ...rest.b].some((w) => PARTS.has(w))) return false;
    if (a.locals.some((n) => SHARED.has(n))) return rest.a.length + rest.b.length === 0;
    return rest.a.length === 0 || rest.b.length === 0 || oneSlip(rest);
  }
  if (!equal(a.bodies, b.bodies)) return false;
  if (rest.a.length + rest.b.length === 0) return true;
  if ([...rest.a, ...rest.b].some((w) => PARTS.has(w))) return false;
  if (oneSlip(rest)) return true;
  return a.bodies.length > 0 && (rest.a.length === 0 || rest.b.length === 0);
}

/** Two bodies of one kind with other numbers; a kind that only one side names is no difference. */
function bodiesDiffer(a: OrganizationKey, b: OrganizationKey): boolean {
  return a.bodies.length > 0 && b.bodies.length > 0 && !equal(a.bodies, b.bodies);
}

function samePlain(a: OrganizationKey, b: OrganizationKey): boolean {
  if (!equal(a.locals, b.locals)) {
    // Without a number on one side the place must be named, or it is the whole body.
    if (a.locals.length > 0 && b.locals.length > 0) return false;
    if (Math.min(a.core.length, b.core.length) < 2) return false;
  }
  if (a.words.join('') === b.words.join('')) return true;
  if (a.optional.length > 0 && b.optional.length > 0 && !equal(a.optional, b.optional)) return false;
  if (equal(a.core, b.core)) return sameOrder(a, b);
  const rest = leftovers(a.core, b.core);
  if (rest.shared.length === 0 && Math.min(rest.a[0]?.length ?? 0, rest.b[0]?.length ?? 0) < 8) return false;
  if (oneSlip(rest, rest.shared.length) || standsFor(a, b) || standsFor(b, a)) return true;
  return abbreviates(a, b) || abbreviates(b, a);
}

function sameOrder(a: OrganizationKey, b: OrganizationKey): boolean {
  if (!a.words.some((w) => ORDER.has(w))) return true;
  const order = (key: OrganizationKey) => key.words.filter((w) => !OPTIONAL.has(w));
  return equal(order(a), order(b));
}

interface Leftovers {
  readonly shared: readonly string[];
  readonly a: readonly string[];
  readonly b: readonly string[];
}

/** What two sorted lists share and what each has beyond it. */
function leftovers(a: readonly string[], b: readonly string[]): Leftovers {
  const rest = { shared: [] as string[], a: [] as string[], b: [] as string[] };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const x = a[i];
    const y = b[j];
    if (x !== undefined && x === y) {
      rest.shared.push(x);
      i++;
      j++;
    } else if (y === undefined || (x !== undefined && x < y)) {
      rest.a.push(x ?? '');
      i++;
    } else {
      rest.b.push(y);
      j++;
    }
  }
  return rest;
}

/** One word of the two is a slip of the other. Where two other words agree, a short word may have a wrong vowel. */
function oneSlip(rest: Leftovers, shared = 0): boolean {
  const [a, b] = [rest.a[0], rest.b[0]];
  if (rest.a.length !== 1 || rest.b.length !== 1 || a === undefined || b === undefined || !isSlip(a, b))
    return false;
  return shared >= 2 || a.length !== 6 || b.length !== 6 || isSwap(a, b);
}

const VOWEL = /[aeiouy]/;
/** Consonants that are heard alike. */
const ALIKE = ['csz', 'ck', 'gj', 'vw'];

/**
 * True where one word is the other with one slip of the pen: two letters swapped, one doubled, left out or too many, a
 * wrong vowel inside. Short words, common words, most last letters and exchanged consonants ("Clinton", "Clifton") are
 * other words. Symmetric.
 */
export function isSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 6 || long.length - short.length > 1 || !a.startsWith(b.charAt(0))) return false;
  if (/\d/.test(a + b) || (isCommonWord(a) && isCommonWord(b))) return false;
  if (isSwap(a, b)) return true;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (short.length === long.length) {
    if (at >= short.length - 1 || short.slice(at + 1) !== long.slice(at + 1)) return false;
    const [x, y] = [short.charAt(at), long.charAt(at)];
    return (
      (VOWEL.test(x) && VOWEL.test(y)) ||
      (short.length >= 7 && ALIKE.some((l) => l.includes(x) && l.includes(y)))
    );
  }
  if (short.slice(at) !== long.slice(at + 1)) return false;
  if (long[at] === long[at - 1] || long[at] === long[at + 1]) return true;
  if (/tons?$/.test(short) && /towns?$/.test(long)) return false;
  if (short.length < 7) return false;
  return at < long.length - 1 || /[bcfghjklmpqrtvwxz]$/.test(long);
}

/** "HDW 49" and "Harbor & Dock Workers Local 49". */
function abbreviates(short: OrganizationKey, long: OrganizationKey): boolean {
  const abbreviation = abbreviationIn(short.name);
  return abbreviation !== '' && abbreviationsOf(long.name).includes(abbreviation);
}

/** "PCUN" and the words it abbreviates: four initials and more, nothing left over. */
function standsFor(initials: OrganizationKey, name: OrganizationKey): boolean {
  const word = initials.words[0] ?? '';
  if (initials.words.length !== 1 || word.length < 4 || word.length !== name.words.length) return false;
  return name.words.every((w, i) => w.startsWith(word.charAt(i)));
}
