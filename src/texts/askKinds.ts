// What we ask of organizations, with its size and the words that mean it. Adding a kind is adding one line.
import { nearest } from '../values/closeness';
import { later } from '../values/later';
import { spellOut } from '../values/spellOut';
import { foldName } from '../values/text';

export interface AskKind {
  /** As it stands in the Asks tab. */
  readonly name: string;
  /** How much it asks of them, 1 to 5. */
  readonly size: number;
  /** Behind “I asked you for”. */
  readonly phrase: string;
}

export const ENDORSEMENT = 'endorsement';
export const LEGISLATOR = 'join a meeting with a legislator';
export const ATTEND = 'attend our meeting';
export const PRESENT = 'let us present';
export const ADVICE = 'advice or introductions';

/** In order of size. The words are folded and without the small ones that say nothing (`SMALL`). */
const SHIPPED: readonly (AskKind & { readonly words: string })[] = [
  {
    name: ADVICE,
    size: 1,
    phrase: 'advice or introductions',
    words: 'advice,advise,intro,intros,introduction,introductions,introduce',
  },
  {
    name: ATTEND,
    size: 2,
    phrase: 'your company at one of our meetings',
    words:
      'attend,attending,attending meeting,meeting,meetings,come,come meeting,coming,coming meeting,visit meeting,join meeting,open meeting',
  },
  {
    name: PRESENT,
    size: 3,
    phrase: 'a few minutes at one of your meetings to present',
    words:
      'present,presentation,presenting,let present meeting,letting present,present meeting,presentation meeting',
  },
  {
    name: 'suggest a clause',
    size: 3,
    phrase: 'a clause of yours for the resolution',
    words: 'clause,clauses,suggesting clause,add clause,clause resolution',
  },
  {
    name: ENDORSEMENT,
    size: 4,
    phrase: 'an endorsement of the resolution',
    words:
      'endorse,endorsing,endorsements,endorsement resolution,endorse resolution,resolution,sign on,signing on,sign resolution,organizational endorsement',
  },
  {
    name: LEGISLATOR,
    size: 5,
    phrase: 'someone of yours at a meeting with a legislator',
    words:
      'legislator,(meeting|meet|meet with|join meeting|joining meeting) legislator,legislator meeting,legislative meeting',
  },
];

/** Of one of the group's own kinds. */
const OWN_SIZE = 3;
const SMALL = /\b(?:a|an|the|our|ours|us|your|yours|their|of|at|to|for|in|with|on it|one|or|and)\b/g;

const asCompared = (text: string): string => foldName(text).replace(SMALL, ' ').replace(/ {2,}/g, ' ').trim();

const byWords = later(
  () =>
    new Map(
      SHIPPED.flatMap((kind) =>
        [kind.name, ...spellOut(kind.words)].map((words): [string, AskKind] => [asCompared(words), kind]),
      ),
    ),
);

interface Known {
  readonly kinds: readonly AskKind[];
  /** What was read already, as typed: the same few texts stand in a tab again and again. */
  readonly read: Map<string, AskKind | null>;
}

const knownTo = new WeakMap<readonly string[], Known>();

function known(own: readonly string[]): Known {
  const found = knownTo.get(own) ?? { kinds: allKinds(own), read: new Map<string, AskKind | null>() };
  knownTo.set(own, found);
  return found;
}

/** Those that ship, in order of size, then the group's own in their order. */
export const askKinds = (own: readonly string[]): readonly AskKind[] => known(own).kinds;

function allKinds(own: readonly string[]): readonly AskKind[] {
  const names = new Set(SHIPPED.map(({ name }) => foldName(name)));
  const added: AskKind[] = [];
  for (const name of own) {
    if (foldName(name) === '' || names.has(foldName(name))) continue;
    names.add(foldName(name));
    added.push({ name, size: OWN_SIZE, phrase: name });
  }
  return [...SHIPPED, ...added];
}

/** Which kind these words mean: one of theirs by its name, then one of ours by its words, then by a slip in a name; null for none. */
export function readAskKind(text: string, own: readonly string[]): AskKind | null {
  const { kinds, read } = known(own);
  let kind = read.get(text);
  if (kind === undefined) read.set(text, (kind = kindOf(text, kinds)));
  return kind;
}

function kindOf(text: string, kinds: readonly AskKind[]): AskKind | null {
  const folded = foldName(text);
  if (folded === '') return null;
  const whole = kinds.find(({ name }) => foldName(name) === folded);
  if (whole !== undefined) return whole;
  const words = asCompared(text);
  const named = words === '' ? undefined : (ownByWords(kinds, words) ?? byWords().get(words));
  if (named !== undefined) return named;
  const near = nearest(
    text,
    kinds.map(({ name }) => name),
  );
  return kinds.find(({ name }) => name === near) ?? null;
}

/** The shipped kind that is called so, but for small words; null for every other text, which one of theirs may mean. */
export function shippedNamed(text: string): string | null {
  const words = asCompared(text);
  return SHIPPED.find(({ name }) => asCompared(name) === words)?.name ?? null;
}

const ownByWords = (kinds: readonly AskKind[], words: string): AskKind | undefined =>
  kinds.slice(SHIPPED.length).find(({ name }) => asCompared(name) === words);

/** What stands behind “I asked you for”; a kind that nobody knows is its own phrase. */
export function askPhrase(kind: string, own: readonly string[]): string {
  return askKinds(own).find(({ name }) => name === kind)?.phrase ?? kind;
}
