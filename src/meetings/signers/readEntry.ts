// One entry of a list: which of its parts is the organization, who signed for it, in which role, where.
import {
  isDegree,
  isOwnRole,
  isRole,
  isState,
  isUnit,
  organizationScore,
  personScore,
  type Score,
} from './evidence';
import { isNobody, isSentence } from './notName';
import { commaParts } from './parts';
import type { Signer } from './signer';

/** What the whole text tells about each of its entries. */
export interface Habits {
  /** Most entries of several parts begin with the person. */
  readonly personFirst: boolean;
  readonly organizationFirst: boolean;
  /** Behind the person most of them have a role. */
  readonly roleSecond: boolean;
  /** What stands in brackets behind the names is a town. */
  readonly townInBrackets: boolean;
  /** Most entries are surely organizations, so a single word is one as well. */
  readonly mostAreNames: boolean;
  readonly beginnings: ReadonlySet<string>;
}

export type Read = Partial<Signer> | 'person' | 'unsure';

export const IDENTIFICATION = /\bfor identification\b/i;

/** The parts of an entry, or why it names no organization. */
export function readEntry(text: string, habits: Habits): Read {
  let name = text;
  const more: { -readonly [key in keyof Signer]?: Signer[key] } = {};
  for (;;) {
    const [, before = '', inside = ''] = OUTER.exec(name) ?? BRACKET.exec(name) ?? [];
    if (before === '') break;
    if (IDENTIFICATION.test(inside)) more.identificationOnly = true;
    else if (isTown(inside) || (habits.townInBrackets && isTownLike(inside)))
      more.town = inside.replace(/,.*/, '');
    else if (signsFor(before, inside, habits)) return { ...more, organization: inside, person: before };
    else if (!isDegree(inside) && !(personScore(before) === 2 && isSentence(`A ${inside}`))) break;
    name = before;
  }
  const parts = dashParts(name, habits) ?? commaParts(name);
  const [town = '', state = ''] = parts.slice(-2);
  if (parts.length > 2 && isState(state)) {
    more.town = town;
    parts.splice(-2);
  }
  const whole = more.town === town ? parts.join(', ') : name;
  const read = (parts.length > 1 ? readParts(parts, habits) : null) ?? readWhole(whole, habits);
  return typeof read === 'string' ? read : { ...read, ...more };
}

const BRACKET = /^(.*\S)\s*[([]([^()[\]]+)[)\]]$/;
/** “Chidi Okonjo (Harbor Mutual Aid (Larkhaven))” */
const OUTER = /^([^([]*[^([\s])\s*[([]([^)\]]*[([].*)[)\]]$/;

/** “Chidi Okonjo (Harbor Mutual Aid)”, not the abbreviation of the name before it. */
const signsFor = (before: string, inside: string, habits: Habits) =>
  isPerson(before) &&
  scoreOf(before, habits) < 2 &&
  organizationScore(inside) === 2 &&
  inside !== before.replace(/(\S)\S*\s*/g, '$1').toUpperCase();

/** “Tidewater, OR” */
export const isTown = (text: string) => {
  const [town = '', state = '', more] = text.split(/, */);
  return more === undefined && isTownLike(town) && isState(state);
};

/** One to three words with capitals, of which none says that it is a body. */
export const isTownLike = (text: string) =>
  /^(?:\p{Lu}[\p{Ll}.'’-]+ ?){1,3}$/u.test(text) && organizationScore(text) < 2;

/** True where a part is a person and no organization; `least` 2 = surely. */
const isPerson = (part = '', least: Score = 1) => personScore(part) >= least && organizationScore(part) < 2;

const scoreOf = (text: string, { beginnings }: Habits): Score =>
  beginnings.has(/^(\S+) /.exec(text)?.[1] ?? '') ? 2 : organizationScore(text);

/** The parts beside a dash that has a person or a town on one side; null where the dash belongs to a name. */
function dashParts(text: string, { personFirst }: Habits): string[] | null {
  for (const { 0: joint, index } of [...text.matchAll(/ +[-–—] +|: +|—/g)].reverse()) {
    const left = text.slice(0, index);
    const right = text.slice(index + joint.length);
    const parts = commaParts(right);
    if (
      isTown(right) ||
      (isPerson(parts[0]) && !isPerson(left.replace(/,.*/, ''), left.includes(',') ? 1 : 2)) ||
      (isPerson(left, personFirst ? 1 : 2) && !left.includes(','))
    )
      return [left, ...parts];
  }
  return null;
}

/** null where the commas belong to one name. */
function readParts(parts: readonly string[], habits: Habits): Read | null {
  const [first = '', second = ''] = parts;
  const isSure = scoreOf(first, habits) === 2;
  const leads = personScore(first) > 0 || (isRole(second) && parts.length > 2 && !/[\d&]/.test(first));
  if (leads && (!isSure || (habits.personFirst && isRole(second)))) return readPerson(parts, habits);
  for (let at = 1; at < parts.length; at++) {
    const person = parts[at] ?? '';
    const organization = parts.slice(0, at).join(', ');
    const told = personScore(person) === 2 || isRole(parts[at + 1]);
    if (!isPerson(person) || (organizationScore(person) > 0 && !told)) continue;
    const likely = scoreOf(organization, habits) > 0;
    if (habits.organizationFirst ? told || likely : told && likely) {
      const rest = parts.slice(at);
      const from = rest.findIndex((part, i) => i > 0 && !isDegree(part));
      const upTo = from < 0 ? rest.length : from;
      return { organization, person: rest.slice(0, upTo).join(', '), role: rest.slice(upTo).join(', ') };
    }
  }
  if (!isRole(first) || isSure) return null;
  const organization = parts.slice(1).join(', ');
  return scoreOf(organization, habits) === 2 ? { organization, role: first } : 'person';
}

/** The parts of an entry that begins with a person; null where it may as well be one name with commas. */
function readPerson(parts: readonly string[], habits: Habits): Read | null {
  const part = (at: number) => parts[at] ?? '';
  const last = parts.length - 1;
  let at = 1;
  // “FAAFP”, a fellow, stands behind a degree.
  const isFellow = (text: string) => at > 1 && /^F\p{Lu}{3,4}$/u.test(text);
  while (
    isDegree(part(at)) ||
    isFellow(part(at)) ||
    (/^\p{Lu}{2,5}$/u.test(part(at)) && at < last && isRole(part(at + 1)))
  )
    at++;
  const person = parts.slice(0, at).join(', ');
  const from = at;
  while (isRole(part(at)) && (at < last || at === from || organizationScore(part(at)) < 2)) {
    at++;
    while (at < last && isUnit(part(at))) at++;
  }
  if (at === last && at > from && isUnit(part(at), true)) at++;
  if (at > last) {
    // “President of AFSCME Local 189”
    const [, role = '', organization = ''] =
      /^(.+?) (?:of|at|for|with) (?:the )?(.+)$/.exec(part(last)) ?? [];
    if (!isRole(role) || organizationScore(organization) < 2 || isUnit(organization)) return 'person';
    return { organization, person, role: [...parts.slice(from, last), role].join(', ') };
  }
  if (personScore(person) < 2 && from < 2 && !habits.personFirst && at < last) return null;
  // “Jane Roe, Bridge builder, Harbor Mutual Aid”: the part between is what she does.
  const between = scoreOf(part(at), habits) === 0 || (habits.roleSecond && mayBeRole(part(at)));
  if (at === from && at < last && between && scoreOf(part(last), habits) === 2) at++;
  const organization = parts.slice(at).join(', ');
  const sure = scoreOf(organization, habits);
  const works = at > from && !parts.slice(from, at).some(isOwnRole);
  const likely = works || (sure === 1 && personScore(organization) < 2 && habits.personFirst);
  if (isNobody(organization) || /^\p{Ll}/u.test(organization) || (sure < 2 && !likely)) return 'person';
  return { organization, person, role: parts.slice(from, at).join(', ') };
}

/** Where a role is expected: “Environmental Tech”, but no name with a number, an abbreviation or a kind of body. */
const mayBeRole = (text: string) =>
  !/[\d(]|\p{Lu}{2}| - | (?:of|for) /u.test(text) && organizationScore(text.replace(/.* /, '')) < 2;

/** A text of one part: an organization, a person, or nobody can tell. */
function readWhole(name: string, habits: Habits): Read {
  const parts = name.split(/, *| [-–—] /);
  // A person is never taken along in a name.
  const mixed = parts.some((part, i) => i > 0 && isPerson(part, isRole(parts[i + 1]) ? 1 : 2));
  const single =
    !name.includes(' ') && (/^\p{Lu}{2,}$/u.test(name) || (habits.mostAreNames && /^\p{Lu}.{3}/u.test(name)));
  if (!mixed && (single || scoreOf(name, habits) === 2)) return { organization: name };
  return !mixed && personScore(parts[0] ?? '') === 2 ? 'person' : 'unsure';
}
