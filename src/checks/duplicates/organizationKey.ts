// When two names mean the same organization: what is compared of a name, and the comparison itself.
import { OPTIONAL_WORDS, ORDER_WORDS } from '../../texts/organizationWords';
import { wordSet } from '../../values/later';
import { abbreviationIn, abbreviationsOf } from './abbreviation';
import { knownBody } from './knownBody';
import { isKnownBody, isLocalNumber, makeNameReader, type NameWords } from './nameWords';
import { leftovers, oneSlip } from './slip';
import { compareUnions, readUnion, type UnionName } from './unionName';

export interface OrganizationKey {
  /** As typed. */
  readonly name: string;
  /** Equal where two names are the same word for word after folding, or the same known body; '' where one says nothing. */
  readonly exact: string;
  /** null where no union stands in the name. */
  readonly union: UnionName | null;
  /** True where it is one body whatever towns its rows name. */
  readonly isOneEverywhere: boolean;
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

const OPTIONAL = wordSet(OPTIONAL_WORDS);
const ORDER = wordSet(ORDER_WORDS);
const CHAPTERS = new Set(['branch', 'chapter']);
const NONE: readonly string[] = [];

/** The key of one name. For many names make one reader with `makeNameReader` and pass what it reads. */
export function organizationKey(name: string | NameWords): OrganizationKey {
  const read = typeof name === 'string' ? makeNameReader()(name) : name;
  const body = knownBody(read.words);
  const union = readUnion(read);
  const key = union === null ? plainKey(read) : unionKey(read, union);
  return body === '' ? key : { ...key, exact: `${body}|${read.state}`, isOneEverywhere: true };
}

function unionKey({ name, state }: NameWords, union: UnionName): OrganizationKey {
  const { unions, locals, bodies, words, isOneEverywhere } = union;
  return {
    name,
    exact: `${unions.join()} ${locals.join()} ${bodies.join()} ${words.join(' ')}|${state}`,
    union,
    isOneEverywhere,
    unions,
    locals,
    bodies,
    words,
    core: sorted(words),
    optional: NONE,
    state,
  };
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
    union: null,
    isOneEverywhere: false,
    unions: NONE,
    locals: NONE,
    bodies: NONE,
    words,
    core: core.slice().sort(),
    optional,
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
  const inOtherState = a.state !== '' && b.state !== '' && a.state !== b.state;
  if (inOtherState && !(a.isOneEverywhere && b.isOneEverywhere)) return false;
  if (a.union !== null && b.union !== null) return compareUnions(a.union, b.union) === 'same';
  return a.union === null && b.union === null && samePlain(a, b);
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
  if (standsFor(a, b) || standsFor(b, a)) return true;
  const rest = leftovers(a.core, b.core);
  if (rest.shared.length === 0 && Math.min(rest.a[0]?.length ?? 0, rest.b[0]?.length ?? 0) < 8) return false;
  return oneSlip(rest, rest.shared.length) || abbreviates(a, b) || abbreviates(b, a);
}

function sameOrder(a: OrganizationKey, b: OrganizationKey): boolean {
  if (!a.words.some((w) => ORDER.has(w))) return true;
  const order = (key: OrganizationKey) => key.words.filter((w) => !OPTIONAL.has(w));
  return equal(order(a), order(b));
}

/** "HDW 49" and "Harbor & Dock Workers Local 49". */
function abbreviates(short: OrganizationKey, long: OrganizationKey): boolean {
  const abbreviation = abbreviationIn(short.name);
  return abbreviation !== '' && abbreviationsOf(long.name).includes(abbreviation);
}

/** "PCUN" and the words it abbreviates: four initials and more, nothing left over. */
function standsFor(initials: OrganizationKey, name: OrganizationKey): boolean {
  const word = initials.words[0] ?? '';
  return initials.words.length === 1 && word.length >= 4 && word === initialsOfWords(name.words);
}

/** "pcun"; "AFL-CIO" behind a name has no letter in it. */
export function initialsOfWords(words: readonly string[]): string {
  let initials = '';
  for (const word of words) if (word !== 'aflcio') initials += word.charAt(0);
  return initials;
}
