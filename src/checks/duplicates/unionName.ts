// A union's name taken apart: which union, which local, council or district of it. And whether two names are one body.
import { PART_WORDS } from '../../texts/organizationWords';
import {
  BODIES_OF_1199,
  COUNCIL_BEHIND_LOCAL,
  NUMBERED_APART,
  NUMBERED_BY_PLACE,
  SHARED_LOCAL_NUMBERS,
  UNIT_BEHIND_LOCAL,
  unions,
} from '../../texts/unions';
import { later, wordSet } from '../../values/later';
import { isLocalNumber, statesAsCompared, type NameWords } from './nameWords';
import { leftovers, oneSlip } from './slip';

export interface UnionName {
  /** Codes of the unions in the name, sorted: "RWDSU" and "UFCW" of "RWDSU/UFCW Local 338"; never none. */
  readonly unions: readonly string[];
  /** local: a number of its own, as a lodge or branch has it; body: the number of a council, district or board. */
  readonly kind: 'local' | 'body' | 'whole' | 'named';
  /** Numbers with their letters, sorted: "3000", "9c", "2x18" of "2-0018". */
  readonly locals: readonly string[];
  /** Larger bodies with their kind, sorted: "council 75", "district 166", "? 18" where the kind is not said. */
  readonly bodies: readonly string[];
  /** Other words in order: a place, an employer, "council" of a council without a number. */
  readonly words: readonly string[];
  /** False where the town of a row tells two bodies of this name apart. */
  readonly isOneEverywhere: boolean;
}

export type UnionComparison = 'same' | 'different' | 'cannot say';

const codes = later(() => new Set(unions().map(({ code }) => code)));
const SHARED = new Set(SHARED_LOCAL_NUMBERS);
const BY_PLACE = new Set(NUMBERED_BY_PLACE);
const COUNCIL_BEHIND = new Set(COUNCIL_BEHIND_LOCAL);
const UNIT_BEHIND = new Set(UNIT_BEHIND_LOCAL);
const parts = later(() => {
  const words = new Set(PART_WORDS.split(/\s+/));
  // Offices of a local in other towns are the local.
  words.delete('office');
  return words.add('sector').add('subunit').add('building').add('legal').add('drive');
});
/** What kind of body a label means; of several in a row the last of this list counts: a district council is a council. */
const BODY_LABELS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    area: 'area',
    region: 'region',
    regional: 'region',
    reg: 'region',
    district: 'district',
    dist: 'district',
    dl: 'district',
    jb: 'board',
    board: 'board',
    bd: 'board',
    council: 'council',
    dc: 'council',
    jc: 'council',
  }),
);
const BODY_KINDS = ['area', 'region', 'district', 'board', 'council'];
/** One label that stands for two words. */
const LARGER = wordSet('dc jc jb board bd');
/** Say nothing beside a union's code. */
const NOISE = wordSet(
  'international union america american local lodge branch chapter number l aflcio clc ctw amalgamated brotherhood joint jt ' +
    'organization association affiliated affiliate',
);
const ROMAN = ' i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi'.split(' ');
const DIRECTIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({ northern: 'north', southern: 'south', eastern: 'east', western: 'west', so: 'south' }),
);
const SHORT_NUMBER = /^\d{1,3}$/;
const YEAR = /^(?:18|19|20)\d\d$/;
/** Letters of a number that are also written apart from it: "32 BJ", "14 M". */
const LETTERS = /^(?:[a-km-z]|bj|hc)$/;

/** null where no union stands in the name. */
export function readUnion({ words }: NameWords): UnionName | null {
  const found = words.filter((word) => codes().has(word));
  if (found.length === 0) return null;
  const { locals, bodies, rest } = takeApart(words, new Set(found));
  const above = found.map((code) => NUMBERED_APART[code]);
  const unionsFound = sorted(found.filter((code) => !above.includes(code)));
  const shared = locals.some((number) => SHARED.has(leading(number)));
  const own = shared ? of1199(locals, rest) : { locals, words: rest };
  const isNumbered = own.locals.length + bodies.length > 0;
  const byPlace = shared || unionsFound.some((code) => BY_PLACE.has(code));
  return {
    unions: unionsFound,
    kind: locals.length > 0 ? 'local' : bodies.length > 0 ? 'body' : own.words.length > 0 ? 'named' : 'whole',
    locals: sorted(own.locals),
    bodies: sorted(bodies),
    words: own.words,
    isOneEverywhere: isNumbered ? !byPlace : rest.length > 1 && rest.some(isBodyWord),
  };
}

interface Pieces {
  readonly locals: string[];
  readonly bodies: string[];
  readonly rest: string[];
}

/** The words in turn: numbers go to the label before them, labels without a number stay words. */
function takeApart(words: readonly string[], found: ReadonlySet<string>): Pieces {
  const pieces: Pieces = { locals: [], bodies: [], rest: [] };
  const implied: string[] = [];
  let labels: string[] = [];
  let before = '';
  const flush = () => {
    if (labels.length > 0) pieces.rest.push(bodyWord(labels));
    labels = [];
  };
  for (const [i, typed] of words.entries()) {
    // The letters of "32 BJ" were taken with the number.
    if (LETTERS.test(typed) && isLocalNumber(words[i - 1] ?? '')) continue;
    const next = words[i + 1] ?? '';
    const word = labels.length > 0 && ROMAN.includes(typed) ? String(ROMAN.indexOf(typed)) : typed;
    if (word.startsWith('~')) implied.push(word.slice(1));
    else if (isLocalNumber(word) && !isYearOnly(word, before)) {
      addNumber(LETTERS.test(next) ? word + next : word, before, labels, found, pieces);
      labels = [];
    } else if (word === 'division' && isLocalNumber(next)) {
      // "ATU Division 757" is a local; "New Jersey Division" is a part.
    } else if (BODY_LABELS.has(word) && !(word === 'dc' && before === 'washington')) labels.push(word);
    else if (!codes().has(word) && !NOISE.has(word)) {
      flush();
      pieces.rest.push(...place(word));
    }
    before = word;
  }
  flush();
  const isNumbered = pieces.locals.length + pieces.bodies.length > 0;
  for (const number of implied) {
    const kind = number.includes(' ') ? pieces.bodies : pieces.locals;
    if (!isNumbered) kind.push(number);
    // "HGEA Unit 4" is a part of that local, whatever the number of another local of the union.
    else if (kind === pieces.locals && !kind.includes(number)) pieces.rest.push('unit');
  }
  return pieces;
}

/** "founded 1979": without a label or the union right before it, a number that can be a year is one. */
const isYearOnly = (word: string, before: string) =>
  YEAR.test(word) && !codes().has(before) && !NOISE.has(before) && !BODY_LABELS.has(before);

function addNumber(
  number: string,
  before: string,
  labels: readonly string[],
  found: ReadonlySet<string>,
  { locals, bodies }: Pieces,
): void {
  const isSecond = before !== '' && before === locals[locals.length - 1] && SHORT_NUMBER.test(number);
  const among = (list: ReadonlySet<string>) => [...found].some((code) => list.has(code));
  // "SEIU District 1199" is one of the bodies of that number; a council is one nowhere.
  const isOneOfShared = SHARED.has(leading(number)) && kindOf(labels) === 'district';
  if (labels.length > 0 && !isOneOfShared) bodies.push(`${kindOf(labels)} ${number}`);
  else if (isSecond && number.length < 3 && among(UNIT_BEHIND))
    locals[locals.length - 1] = `${before}x${number}`;
  else if (isSecond && number.length < before.length && among(COUNCIL_BEHIND)) bodies.push(`? ${number}`);
  else locals.push(number);
}

const sorted = (list: readonly string[]) => (list.length < 2 ? list : [...new Set(list)].sort());
const equal = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((word, i) => word === b[i]);
const leading = (number: string) => /^\d*/.exec(number)?.[0] ?? '';
const isBodyWord = (word: string) => BODY_KINDS.includes(word.replace('large ', ''));
const kindOf = (labels: readonly string[]) =>
  BODY_KINDS[Math.max(...labels.map((label) => BODY_KINDS.indexOf(BODY_LABELS.get(label) ?? '')))] ?? '';

const bodyWord = (labels: readonly string[]) =>
  labels.length > 1 || LARGER.has(labels[0] ?? '') ? `large ${kindOf(labels)}` : kindOf(labels);

/** "ny" of "NY/NJ" is written out. */
function place(word: string): readonly string[] {
  const state =
    word.length === 2 && !/^(?:de|la|no|dc)$/.test(word)
      ? statesAsCompared().get(word.toUpperCase())
      : undefined;
  return state?.split(' ') ?? [DIRECTIONS.get(word) ?? word];
}

/** "1199NE", "1199 New England" and "District 1199 NE": the number they all have, and the letters that tell them apart. */
function of1199(numbers: readonly string[], rest: readonly string[]) {
  const letters = numbers.flatMap((number) => {
    const behind = SHARED.has(leading(number)) ? number.slice(leading(number).length) : '';
    return behind === '' ? [] : [behind];
  });
  let text = ` ${[...letters, ...rest.filter((word) => !isBodyWord(word))].join(' ')} `;
  for (const [words, meant] of Object.entries(BODIES_OF_1199))
    text = text.replace(` ${words} `, ` ${meant} `);
  return {
    locals: numbers.map((number) => (SHARED.has(leading(number)) ? leading(number) : number)),
    words: sorted(
      text
        .trim()
        .split(' ')
        .filter((word) => word !== ''),
    ),
  };
}

/**
 * Whether two names mean one body of one union. 'cannot say': one of them does not say which it is, or both say more
 * than the other. Symmetric.
 */
export function compareUnions(a: UnionName, b: UnionName): UnionComparison {
  const shared = a.unions.some((code) => b.unions.includes(code));
  if (!shared) return 'different';
  const rest = leftovers(sorted(a.words), sorted(b.words));
  const beyond = [...rest.a, ...rest.b];
  if (a.locals.length > 0 && b.locals.length > 0) {
    if (!equal(a.locals, b.locals) || bodiesDiffer(a, b)) return 'different';
    if (beyond.some((word) => parts().has(word))) return 'different';
    if (beyond.length === 0) return 'same';
    if (!a.isOneEverywhere || !b.isOneEverywhere) return 'cannot say';
    return rest.a.length === 0 || rest.b.length === 0 || oneSlip(rest) ? 'same' : 'cannot say';
  }
  if (a.locals.length + b.locals.length > 0)
    return a.bodies.length + b.bodies.length > 0 ||
      beyond.some((word) => parts().has(word)) ||
      (a.kind !== 'whole' && b.kind !== 'whole' && beyond.some(isBodyWord))
      ? 'different'
      : 'cannot say';
  if (!equal(a.unions, b.unions)) return 'cannot say';
  if (a.bodies.length > 0 && b.bodies.length > 0 && !equal(a.bodies, b.bodies)) return 'different';
  if (a.bodies.length !== b.bodies.length) return 'cannot say';
  if (beyond.length === 0) return 'same';
  if (beyond.some((word) => parts().has(word))) return 'different';
  if (oneSlip(rest)) return 'same';
  return a.bodies.length > 0 && (rest.a.length === 0 || rest.b.length === 0) ? 'same' : 'cannot say';
}

/** "FOP Lodge 7" and "FOP Lodge 7 Colorado" in rows of one town: nothing but a place, on one side, tells them apart. */
export function isOneInOneTown(a: UnionName, b: UnionName): boolean {
  return (a.words.length === 0 || b.words.length === 0) && compareUnions(a, b) === 'cannot say';
}

/** Two bodies of one kind with other numbers; a kind that only one side names is no difference. */
function bodiesDiffer(a: UnionName, b: UnionName): boolean {
  if (a.bodies.length === 0 || b.bodies.length === 0) return false;
  const plain = (bodies: readonly string[]) => bodies.map((body) => body.replace(/^\S+/, '?'));
  const isLoose = [...a.bodies, ...b.bodies].some((body) => body.startsWith('?'));
  return isLoose ? !equal(plain(a.bodies), plain(b.bodies)) : !equal(a.bodies, b.bodies);
}
