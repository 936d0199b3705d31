// How far a piece of pasted text speaks for an organization, for a person and for a role. A name says it by its words
// and its form.
import { COMMON_WORDS, KIND_WORDS, STATES } from '../../texts/organizationWords';
import {
  BODY_WORDS,
  DEGREES,
  DOUBTFUL_WORDS,
  DUTY_WORDS,
  OWN_DUTIES,
  UNIT_WORDS,
} from '../../texts/signerWords';
import { GIVEN_NAMES, GROUP_WORDS, ROLE_WORDS, STATE_NAMES, TITLES_BEFORE } from '../../texts/valueWords';
import { wordSet } from '../../values/later';
import { foldName } from '../../values/text';

/** 0 nothing speaks for it, 1 something does, 2 sure. */
export type Score = 0 | 1 | 2;

/** The same question is asked of a text again and again. */
export function remember<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      if (known.size > 9999) known.clear();
      known.set(text, (value = answer(text)));
    }
    return value;
  };
}

/** For single words, which come again and again. */
export const fold = remember(foldName);
const titles = wordSet(`${TITLES_BEFORE} cantor canon pfarrer pfarrerin ven`);
const degrees = wordSet(DEGREES);
const givenNames = wordSet(GIVEN_NAMES);
const doubtful = wordSet(DOUBTFUL_WORDS);
const bodies = wordSet(`${COMMON_WORDS} ${KIND_WORDS} ${GROUP_WORDS} ${BODY_WORDS}`, /\s+/);
const duties = wordSet(`${ROLE_WORDS} ${DUTY_WORDS} ${OWN_DUTIES}`);
const ownDuties = wordSet(OWN_DUTIES);
const units = wordSet(UNIT_WORDS);
const stateNames = wordSet(STATE_NAMES, ',');

const isGivenName = (word = '') => givenNames.has(fold(word));
export const isDegree = (text = '') => degrees.has(fold(text).replace(/ /g, ''));

/** True for “OR” and “Oregon”. */
export const isState = (text: string) => typeof STATES[text] === 'string' || stateNames.has(fold(text));

/** One form for singular and plural; `word` is folded. */
export const singular = (word: string) =>
  word.length < 4 ? word : word.replace(/ies$/, 'y').replace(/([^su])s$/, '$1');

const isBody = (word: string) => bodies.has(word) || bodies.has(singular(word));

/** What one word of a name says. */
function wordScore(word: string, first: boolean, last: boolean): Score {
  const folded = fold(word);
  if (/\p{N}|\p{L}['’]s$|s['’]$/u.test(word)) return 2;
  if (folded === '' || /^(?:and|et|und)$/.test(folded)) return /\w|&/.test(word) ? 1 : 0;
  if (/^\p{Ll}/u.test(word))
    return first ||
      /['’-]\p{Lu}/u.test(word) ||
      (word.length < 4 && !/^(?:of|for|the|to|in|at|on|by)$/.test(word))
      ? 0
      : 2;
  if (isDegree(folded)) return 0;
  if (/^\W*(?:\p{Lu}[.&-]?){3,}s?\W*$/u.test(word)) return 2;
  if (/^\p{Lu}{2}$/u.test(word)) return (last && !first) || /^U[KNS]$/.test(word) ? 2 : 0;
  if (doubtful.has(folded)) return 1;
  if (isBody(folded) || (first && folded === 'the')) return 2;
  // “Inter-Faith”, but “Peoples-Stokes” is a name.
  if (folded.split(' ').some((part) => isBody(part) && !doubtful.has(part))) return last ? 1 : 2;
  // “ActionAid”, not “McDonald” or “DeShawn”.
  return /^\p{Lu}\p{Ll}{3,}\p{Lu}\p{Ll}{2}/u.test(word) ? 2 : 0;
}

/** How far the form and the words of a name speak for an organization. */
export const organizationScore = remember((text): Score => {
  const rest = withoutTitles(text);
  if (!/\p{Lu}|\p{Ll}/u.test(text)) return /^(?:\P{L}*\p{L}){5}/u.test(text) ? 2 : 0;
  const words = rest.split(' ');
  // “Jean DUPONT”
  if (words.length === 2 && words.some(isGivenName) && /\p{Lu}{4}/u.test(rest)) return 1;
  const scores = words.map((word, i) => wordScore(word, i === 0, i === words.length - 1));
  const doubts = scores.filter((score) => score === 1).length;
  const alike =
    doubts > 1 || /^\S+ (?:and|et|und|&) \S+$|^temple | \S+ (?:church|temple|chapel|parish)$/i.test(rest);
  const sure = scores.includes(2) || (doubts > 0 && alike && !isGivenName(words[0]));
  if (!sure) return doubts > 0 ? 1 : 0;
  return rest === text || /^Dr| (?:of|for) /.test(text) ? 2 : 1;
});

function withoutTitles(text: string): string {
  const [whole = '', title = ''] = /^(?:the |and )?(\p{L}+)\.? (?=\S)/iu.exec(text) ?? [];
  return titles.has(fold(title)) ? withoutTitles(text.slice(whole.length)) : text;
}

/**
 * How far a text has the form of a person's name: 2 with a title, a degree, an initial or a frequent given name, 1 for
 * two to six words with capitals. An organization may have the form as well.
 */
export const personScore = remember((text): Score => {
  const rest = withoutTitles(text);
  const words = rest.split(/,? /);
  while (words.length > 1 && isDegree(words[words.length - 1])) words.pop();
  const name = words.join(' ');
  const sure = rest !== text || !rest.endsWith(name);
  const fits =
    /^(?:(?:["“'‘(]?(?:\p{Ll}{1,3}[-'’])?\p{Lu}[\p{L}\p{M}'’.-]*["”'’)]?|['’]?\p{Ll}{1,3}|della)(?: |$)){1,6}$/u;
  if (
    name.length > 80 ||
    rest.slice(0, name.length).includes(',') ||
    !fits.test(name) ||
    !/\p{L}{2}/u.test(name)
  )
    return 0;
  if (
    sure ||
    (words.length > 1 && (isGivenName(words[0]) || / \p{Lu}\.? |^(?:\p{Lu}\. ?){1,3}\p{Lu}/u.test(name)))
  )
    return 2;
  return words.length > 1 ? 1 : 0;
});

const wordsOf = (text: string) => text.split(/[ \-/]+/).map(fold);

const DUTY =
  /ist$|ician$|[a-z]ator$|^(?:co|vice|sub)?(?:president[aes]?|director[aes]?|direct(?:eur|rice)|chair(?:man|woman|person)?)$|secretaire$|leiter|chef$|^sekretar/;

/** True for what somebody is or does, and no body: “Vice Chair for Outreach”. */
export function isRole(text = ''): boolean {
  const head = wordsOf(text.replace(/ (?:of|for|at|de|in|and) .*/, ''));
  const isDuty = (word = '') => duties.has(word) || DUTY.test(word);
  const last = head[head.length - 1] ?? '';
  return head.length < 9 && head.some(isDuty) && !/\d/.test(head.join('')) && (isDuty(last) || !isBody(last));
}

/** True for a role of people who sign for themselves: “retired nurse”, “State Senator”. */
export const isOwnRole = (text: string) =>
  /^\p{Ll}/u.test(text) || wordsOf(text).some((word) => ownDuties.has(word));

/** True for a part of a house as it stands behind a role: “Board of Directors”. `alone`: no word of it could be a name. */
export function isUnit(text: string, alone = false): boolean {
  if (/^(?:district|ward|region|area) \w+$/i.test(text)) return true;
  const words = wordsOf(text).map(singular);
  if (words.length > 3 || /\d|\p{Lu}{2}|['’(]| - /u.test(text)) return false;
  return (
    units.has(words[words.length - 1] ?? '') &&
    (!alone || words.every((word) => isBody(word) || units.has(word) || word.length < 4))
  );
}

/**
 * First words of three names and more which are surely organizations and go on with a word of their own: “Oxfam” after
 * “Oxfam GB” tells that “Oxfam Novib” is one. No given name, and no town that stands before “Food Bank”.
 */
export function commonBeginnings(names: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const name of new Set(names)) {
    const [first = '', second = ''] = name.split(' ');
    if (second !== '' && !isGivenName(first) && !isBody(fold(second)) && organizationScore(name) === 2)
      counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 2).map(([first]) => first));
}
