// A heading as folded words, and how far they speak for each field: phrases of texts/headerWords against what stands
// around them.
import {
  ASIDE_WORDS,
  FOREIGN_WORDS,
  HEADER_WORDS,
  NEUTRAL_WORDS,
  NOISE_WORDS,
  OURS_WORDS,
  SECOND_WORDS,
  type HeaderKey,
} from '../texts/headerWords';
import { wordSet } from '../values/later';
import { spellOut } from '../values/spellOut';
import { foldName } from '../values/text';

const NOISE = wordSet(NOISE_WORDS);
const NEUTRAL = wordSet(NEUTRAL_WORDS);
const SECOND = wordSet(SECOND_WORDS);
const FOREIGN = wordSet(FOREIGN_WORDS);
const OURS = wordSet(OURS_WORDS);
const ASIDE = { website: wordSet(ASIDE_WORDS.website), organization: wordSet(ASIDE_WORDS.organization) };
const PREPOSITIONS = wordSet(
  'of for from with by about to at on in re von fur mit aus zu con para sobre pour avec',
);
const OPEN_QUESTION = wordSet(
  'what which who when where how whom whose was welche welcher wer wann wo wie que cual quien cuando donde como',
);
/** "Name of the contact" is the contact, "date of the first call" the call. */
const CARRIERS = wordSet('name names date number nombre nom fecha datum status stand');
const OURSELVES = wordSet('us our ours ourselves wir uns');
const YES_NO_QUESTION = wordSet(
  'does do did has have is are was were can could will would should may hat haben ist sind',
);

/** Folded words of a heading: camelCase, snake_case and glued figures come apart, "__c" of Salesforce goes. */
export function headerWords(text: string): string[] {
  const apart = text
    .replace(/__[a-z]\b/gi, ' ')
    .replace(/\((?:s|es|n|en|in|innen|nen)\)/gi, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L}{2,})(\d)/gu, '$1 $2')
    .replace(/#/g, ' number ')
    .replace(/@/g, ' at ')
    .replace(/\be[-\s]?mail/gi, 'email')
    .replace(/\bfollow[-\s]?up/gi, 'follow up')
    .replace(/\bto[-\s]do\b/gi, 'todo');
  return foldName(apart)
    .split(' ')
    .filter((w) => w !== '')
    .map((w) => ABBREVIATIONS[w] ?? w);
}

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  mtg: 'meeting',
  mtgs: 'meetings',
  nr: 'number',
  num: 'number',
  vol: 'volunteer',
  vols: 'volunteers',
  resp: 'response',
  addr: 'address',
  cmts: 'comments',
  fu: 'followup',
  dt: 'date',
  pt: 'point',
  w: 'with',
  pers: 'person',
  orgs: 'org',
  contacte: 'contact',
};

/**
 * Without noise: "Contact 1 title" is "contact title", "number of attempts" is "number attempts", and the letter of
 * "Group A" and "Group B" goes.
 */
function bare(list: readonly string[]): string[] {
  const kept = list.filter(
    (w, i) =>
      list.length === 1 ||
      !(
        NOISE.has(w) ||
        w === '1' ||
        (w === 'of' && list[i - 1] === 'number') ||
        (w === 'a' && i < list.length - 1)
      ),
  );
  return kept.length > 1 && /^[a-h]$/.test(kept[kept.length - 1] ?? '') ? kept.slice(0, -1) : kept;
}

interface Phrase {
  readonly key: HeaderKey;
  readonly words: readonly string[];
  readonly weight: number;
  readonly whole: boolean;
}

interface Vocabulary {
  readonly byFirst: ReadonlyMap<string, readonly Phrase[]>;
  readonly whole: ReadonlyMap<string, readonly Phrase[]>;
  /** Single words that head a phrase of the key alone: beside another phrase of the same key they change nothing. */
  readonly own: ReadonlyMap<string, ReadonlySet<HeaderKey>>;
}

let vocabulary: Vocabulary | null = null;

/** Built at the first use: loading the script stays cheap. */
function phrases(): Vocabulary {
  if (vocabulary !== null) return vocabulary;
  const byFirst = new Map<string, Phrase[]>();
  const whole = new Map<string, Phrase[]>();
  const own = new Map<string, Set<HeaderKey>>();
  for (const key of Object.keys(HEADER_WORDS) as HeaderKey[]) {
    for (const entry of spellOut(HEADER_WORDS[key])) {
      const [text = '', weight = '1'] = entry.replace(/^=/, '').split('*');
      const list = bare(text.split(' ').map((w) => ABBREVIATIONS[w] ?? w));
      const phrase: Phrase = { key, words: list, weight: Number(weight), whole: entry.startsWith('=') };
      add(phrase.whole ? whole : byFirst, phrase.whole ? list.join(' ') : (list[0] ?? ''), phrase);
      const [only] = list;
      if (list.length === 1 && only !== undefined) own.set(only, (own.get(only) ?? new Set()).add(key));
    }
  }
  vocabulary = { byFirst, whole, own };
  return vocabulary;
}

function add(map: Map<string, Phrase[]>, at: string, phrase: Phrase): void {
  const list = map.get(at);
  if (list) list.push(phrase);
  else map.set(at, [phrase]);
}

export interface HeaderReading {
  readonly words: readonly string[];
  /** 0 to 1 for each key the heading may stand for. */
  readonly scores: Readonly<Partial<Record<HeaderKey, number>>>;
  /** A second person, address or number: "Contact 2 name", "Alternate email". */
  readonly second: boolean;
  /** The heading asks something that is answered yes or no. */
  readonly question: boolean;
  /** It belongs to something else than the contact, or to one of us. */
  readonly foreign: boolean;
}

const NOTHING: HeaderReading = { words: [], scores: {}, second: false, question: false, foreign: false };

/**
 * Reads one heading. `group` is the heading that spans several columns above it, '' where there is none.
 * What stands in brackets is a remark: it counts as `group` does.
 */
export function readHeader(text: string, group = ''): HeaderReading {
  const brackets = [...text.matchAll(/[([{]([^)\]}]*)[)\]}]/g)].map((m) => m[1] ?? '').join(' ');
  const outside = text.replace(/[([{][^)\]}]*[)\]}]/g, ' ');
  const main = bare(headerWords(outside));
  const own = main.length > 0 ? main : bare(headerWords(text));
  if (own.length === 0) return NOTHING;
  const around = bare(headerWords(`${group} ${main.length > 0 ? brackets : ''}`));
  const first = headerWords(outside)[0] ?? '';
  const asked = own.length >= 4 && OPEN_QUESTION.has(first);
  const scores = scoreWords(own, asked);
  if (around.length > 0 && around.length + own.length <= 8) {
    const wider = scoreWords([...around, ...own], asked);
    for (const key of Object.keys(wider) as HeaderKey[]) {
      if (key === 'other' || isForeign(around)) continue;
      scores[key] = Math.max(scores[key] ?? 0, (wider[key] ?? 0) - 0.03);
    }
    if (isForeign(around)) for (const key of Object.keys(scores) as HeaderKey[]) scores[key] = 0;
  }
  // "Follow-up by (our person)", "Lead (us)"
  if (headerWords(brackets).some((w) => OURSELVES.has(w))) scores.owner = Math.max(scores.owner ?? 0, 0.62);
  return {
    words: own,
    scores,
    second: [...own, ...around].some((w) => SECOND.has(w)),
    question: own.length >= 3 && YES_NO_QUESTION.has(first),
    foreign: [...own, ...around].some((w) => FOREIGN.has(w) || OURS.has(w)),
  };
}

const isForeign = (list: readonly string[]) => list.some((w) => FOREIGN.has(w));

interface Hit extends Phrase {
  readonly at: number;
}

/** `asked`: the heading is a whole question, in which no word is the head. */
function scoreWords(list: readonly string[], asked: boolean): Partial<Record<HeaderKey, number>> {
  const { byFirst, whole } = phrases();
  const scores: Partial<Record<HeaderKey, number>> = {};
  const hits: Hit[] = [];
  for (let at = 0; at < Math.min(list.length, 40); at++)
    for (const phrase of byFirst.get(list[at] ?? '') ?? [])
      if (phrase.words.every((w, i) => list[at + i] === w)) hits.push({ ...phrase, at });
  for (const phrase of whole.get(list.join(' ')) ?? [])
    scores[phrase.key] = Math.max(scores[phrase.key] ?? 0, phrase.weight);
  for (const hit of hits) {
    const score = scoreHit(hit, list, hits, asked) * (isShadowed(hit, hits) ? 0.4 : 1);
    if (score > (scores[hit.key] ?? 0)) scores[hit.key] = score;
  }
  if (asked && scores.other !== undefined && scores.other < 1) scores.other *= 0.3;
  return scores;
}

const THEIRS: ReadonlySet<HeaderKey> = new Set([
  'email',
  'phone',
  'contactName',
  'fullName',
  'firstName',
  'lastName',
  'role',
  'town',
  'organization',
  'website',
  'id',
]);

const endOf = (hit: Hit) => hit.at + hit.words.length;

/** True inside a longer phrase of another key ("contact" in "last contact"). */
function isShadowed(hit: Hit, hits: readonly Hit[]): boolean {
  return hits.some(
    (h) => h.key !== hit.key && h.words.length > hit.words.length && h.at <= hit.at && endOf(h) >= endOf(hit),
  );
}

function scoreHit(hit: Hit, list: readonly string[], hits: readonly Hit[], asked: boolean): number {
  const end = endOf(hit);
  const rest = [...list.slice(0, hit.at), ...list.slice(end)];
  if (rest.length === 0) return hit.weight;
  if (isForeign(rest)) return 0;
  if (THEIRS.has(hit.key) && rest.some((w) => OURS.has(w))) return hit.weight * 0.3;
  if (hit.key === 'website' && rest.some((w) => ASIDE.website.has(w))) return hit.weight * 0.3;
  const aside = hit.key === 'organization' && rest.some((w) => ASIDE.organization.has(w)) ? 0.7 : 1;
  const own = phrases().own;
  const isOpen = (w: string) =>
    !NEUTRAL.has(w) &&
    !PREPOSITIONS.has(w) &&
    !SECOND.has(w) &&
    !/^\d+$/.test(w) &&
    !own.get(w)?.has(hit.key);
  const open = rest.filter(isOpen).length;
  const long = asked || list.length >= 7;
  let score = hit.weight - 0.02 * Math.min(rest.length, 3);
  if (open > 0) score -= (long ? 0.15 : 0.25) + Math.min(open - 1, 4) * (long ? 0.05 : 0.1);
  // In English the last word of a heading says what it is, unless a preposition follows.
  const behind = list.findIndex(
    (w, i) =>
      i >= end && (isOpen(w) || PREPOSITIONS.has(w) || hits.some((h) => h.key !== hit.key && h.at === i)),
  );
  if (!asked && behind >= 0 && !PREPOSITIONS.has(list[behind] ?? '')) score -= long ? 0.1 : 0.25;
  // "Who at your organization …", "Size of the church": what a preposition brings in is not what is asked for.
  if (PREPOSITIONS.has(list[hit.at - 1] ?? '') && !CARRIERS.has(list[hit.at - 2] ?? '')) score -= 0.25;
  if (rest.some((w) => SECOND.has(w))) score -= 0.2;
  return Math.max(0, score) * aside;
}
