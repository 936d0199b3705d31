// The body above an organization: its union, its denomination, the national group whose branch it is.
import {
  BRANCH_WORDS,
  DENOMINATIONS,
  NATIONAL_GROUPS,
  OTHER_BODY_AFTER,
  OTHER_BODY_BEFORE,
} from '../../texts/parentBodies';
import { later, wordSet } from '../../values/later';
import { makeNameReader, type NameWords } from '../duplicates/nameWords';
import type { OrganizationKey } from '../duplicates/organizationKey';

export interface ParentBody {
  /** Equal for two branches of one body. */
  readonly code: string;
  readonly kind: 'union' | 'denomination' | 'national group';
}

interface BodyName {
  readonly words: readonly string[];
  readonly body: ParentBody;
  /** It also means other things: see texts/parentBodies.ts. */
  readonly isCommon: boolean;
}

const BRANCH = wordSet(BRANCH_WORDS);
const OTHER_BEFORE = wordSet(OTHER_BODY_BEFORE);
const OTHER_AFTER = wordSet(OTHER_BODY_AFTER);

/** By the first word of each name. */
const bodyNames = later(() => {
  const read = makeNameReader();
  const names = new Map<string, BodyName[]>();
  const add = (text: string, kind: ParentBody['kind']) => {
    for (const line of text.split(';'))
      for (const name of line.split(',')) {
        const { words } = read(name.replace('~', ''));
        const [head = ''] = words;
        const made = { words, body: { code: line, kind }, isCommon: name.startsWith('~') };
        names.set(head, [...(names.get(head) ?? []), made]);
      }
  };
  add(DENOMINATIONS, 'denomination');
  add(NATIONAL_GROUPS, 'national group');
  return names;
});

/** Each body once. `read` and `key` are those of one name. */
export function parentBodies({ words }: NameWords, key: OrganizationKey): readonly ParentBody[] {
  const found: ParentBody[] = key.unions.map((code) => ({ code, kind: 'union' }));
  words.forEach((word, at) => {
    for (const name of bodyNames().get(word) ?? [])
      if (!found.includes(name.body) && stands(name, words, at)) found.push(name.body);
  });
  return found;
}

function stands({ words: wanted, isCommon }: BodyName, words: readonly string[], at: number): boolean {
  if (wanted.some((word, i) => words[at + i] !== word)) return false;
  const next = words[at + wanted.length];
  if (OTHER_BEFORE.has(words[at - 1] ?? '') || OTHER_AFTER.has(next ?? '')) return false;
  return !isCommon || next === undefined || BRANCH.has(next);
}
