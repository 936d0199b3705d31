// Who of ours may know someone at an organization: by what the Volunteers tab says they belong to. Entries are found
// by key, so nothing compares all contacts with all volunteers.
import { OTHER_PLACE_AFTER, OTHER_PLACE_BEFORE } from '../../texts/parentBodies';
import { later, wordSet } from '../../values/later';
import { foldName, isPlaceholder } from '../../values/text';
import { matchOwner, splitOwners } from '../../workbook/owners';
import type { Volunteer } from '../../workbook/volunteer';
import { abbreviationIn, abbreviationsOf } from '../duplicates/abbreviation';
import { isCommonWord, makeNameReader, type NameWords } from '../duplicates/nameWords';
import { nearKeys } from '../duplicates/nearKeys';
import { organizationKey, sameOrganization, type OrganizationKey } from '../duplicates/organizationKey';
import { readKnownBy } from './knownBy';
import { parentBodies, type ParentBody } from './parentBodies';

/** What is looked at of a contact or of a row of a shortlist: texts as they stand, '' where blank. */
export interface Whom {
  readonly organization: string;
  readonly town: string;
  readonly knownBy: string;
  readonly owner: string;
}

export interface MayKnow {
  readonly volunteer: Volunteer;
  readonly by: 'organization' | 'parent body' | 'town';
  /** In their own words: "SEIU Local 503". */
  readonly what: string;
  /** "Ana Ruiz belongs to SEIU Local 503 and may know someone there." */
  readonly sentence: string;
  /**
   * 'ask': before a first message. 'remark': worth a word beside a first message, of a town, or of a parent body that
   * many contacts share. 'look': a town that many share, only for who looks at this one contact.
   */
  readonly weight: 'ask' | 'remark' | 'look';
}

export type WhoMayKnow = (whom: Whom) => readonly MayKnow[];

/** A parent body or a town of more contacts than these says little about each of them. */
const MOST_SHARED = 10;
const MOST_NAMED = 3;
/** How near, by index. */
const BY = ['organization', 'parent body', 'town'] as const;
/** A longer entry is a note. */
const LONGEST = 150;
/** More names under one near key are names of one pattern ("First … Church"), not one organization misspelt. */
const MOST_NEAR = 20;

interface Entry {
  readonly volunteer: Volunteer;
  readonly what: string;
}
interface Found extends Entry {
  /** Index in BY. */
  readonly near: number;
  readonly kind: ParentBody['kind'] | null;
  readonly many: boolean;
}

/** "member of", "nurse at", "retired from": before the name of a body. */
const LEAD_IN =
  /^(?:(?:an?|the|i|am|is|ex|former|formerly|retired|active|board|union|shop|lay)[\s-]+)*(?:member|steward|rep|officer|president|chair|treasurer|secretary|nurse|rn|doctor|teacher|student|staff|employee|worker|volunteer|pastor|deacon|works?|worked|working|employed|belongs|goes|retired|retiree|active)\s+(?:of|at|with|for|in|from|to)\s+(?:the\s+)?/i;
const IN_BRACKETS = /\s*\([^)]*\)\s*$/;
const OTHER_BEFORE = wordSet(OTHER_PLACE_BEFORE);
const OTHER_AFTER = wordSet(OTHER_PLACE_AFTER);
/** Most words in the name of a town. */
const TOWN_WORDS = 4;

/**
 * Answers for one contact: best first, at most three, each volunteer once. Nobody is proposed whom “Known by” or the
 * owner names, nor who is no nearer than they are; nobody at all where “Known by” says nobody. `contacts` are all of the
 * tab: they tell which towns and bodies are common here.
 */
export function makeMayKnow(
  volunteers: readonly Volunteer[],
  contacts: readonly { readonly text: Pick<Whom, 'organization' | 'town'> }[],
): WhoMayKnow {
  const belonging = volunteers.filter(({ belongsTo }) => belongsTo.length > 0);
  if (belonging.length === 0) return () => [];
  const read = makeNameReader();
  const nameOf = remembered((name): NameOf => {
    const words = read(name);
    const key = organizationKey(words);
    return { key, bodies: parentBodies(words, key) };
  });
  const townOf = remembered((text) => readTown(text, read));
  const meant = remembered((name): readonly Volunteer[] => {
    const match = matchOwner(name, volunteers);
    return match.kind === 'one' ? [match.volunteer] : match.kind === 'several' ? match.volunteers : [];
  });
  const index = later(() => indexOf(belonging, nameOf));
  const shared = later(() => {
    const counts = new Map<string, number>();
    const count = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const { text } of contacts) {
      for (const { code } of nameOf(text.organization).bodies) count(code);
      count(`town ${townOf(text.town)}`);
    }
    return (word: string) => (counts.get(word) ?? 0) > MOST_SHARED;
  });

  return (whom) => {
    const knownBy = readKnownBy(whom.knownBy);
    if (knownBy === 'nobody') return [];
    const best = new Map<Volunteer, Found>();
    const add = ({ volunteer, what }: Entry, near: number, kind: Found['kind'], common: string) => {
      const before = best.get(volunteer);
      if (before && (before.near < near || (before.near === near && before.what <= what))) return;
      best.set(volunteer, { volunteer, what, near, kind, many: common !== '' && shared()(common) });
    };
    if (whom.organization !== '' && !isPlaceholder(whom.organization)) {
      const { key, bodies } = nameOf(whom.organization);
      for (const entry of ofName(key, index())) add(entry, 0, null, '');
      for (const { code, kind } of bodies)
        for (const entry of index().byBody.get(code) ?? []) add(entry, 1, kind, code);
    }
    const town = townOf(whom.town);
    if (town !== '') for (const entry of index().byTown.get(town) ?? []) add(entry, 2, null, `town ${town}`);
    if (best.size === 0) return [];

    const settled = [...(typeof knownBy === 'string' ? [] : knownBy), ...splitOwners(whom.owner)]
      .flatMap(meant)
      .map((volunteer) => {
        const near = best.get(volunteer)?.near ?? BY.length;
        best.delete(volunteer);
        return near;
      });
    const nearest = Math.min(...settled, BY.length);
    return [...best.values()]
      .filter(({ near }) => near < nearest)
      .sort((a, b) => a.near - b.near || a.volunteer.row - b.volunteer.row || order(a, b))
      .slice(0, MOST_NAMED)
      .map(told);
  };
}

interface NameOf {
  readonly key: OrganizationKey;
  readonly bodies: readonly ParentBody[];
}

const order = (a: Found, b: Found) => (foldName(a.volunteer.name) < foldName(b.volunteer.name) ? -1 : 1);

function told({ volunteer, what, near, kind, many }: Found): MayKnow {
  const by = BY[near] ?? 'town';
  const beside = by === 'town' ? ', in the same town,' : kind === null ? '' : `, of the same ${kind},`;
  return {
    volunteer,
    by,
    what,
    sentence: `${volunteer.name} belongs to ${what}${beside} and may know someone there.`,
    weight: by === 'town' ? (many ? 'look' : 'remark') : many ? 'remark' : 'ask',
  };
}

/** "Ask Ana Ruiz (SEIU Local 503) first", "… or Bo Chen (SEIU Local 49) first", "Bo (Larkhaven Tenants) may know someone there"; '' where nobody does. */
export function mayKnowText(all: readonly MayKnow[]): string {
  const near = all.filter(({ by }) => by !== 'town');
  const list = (some: readonly MayKnow[]) =>
    some.map(({ volunteer, what }) => `${volunteer.name} (${what})`).join(' or ');
  if (near.length > 0) return `Ask ${list(near)} first`;
  return all.length === 0 ? '' : `${list(all)} may know someone there`;
}

interface Named {
  readonly key: OrganizationKey;
  readonly entries: Entry[];
}

interface Index {
  /** By `exact` of the key. */
  readonly byName: ReadonlyMap<string, Named>;
  readonly byNearName: ReadonlyMap<string, readonly Named[]>;
  readonly byBody: ReadonlyMap<string, readonly Entry[]>;
  readonly byTown: ReadonlyMap<string, readonly Entry[]>;
}

function indexOf(volunteers: readonly Volunteer[], nameOf: (name: string) => NameOf): Index {
  const byName = new Map<string, Named>();
  const byNearName = new Map<string, Named[]>();
  const byBody = new Map<string, Entry[]>();
  const byTown = new Map<string, Entry[]>();
  const addName = (key: OrganizationKey, entry: Entry) => {
    const known = byName.get(key.exact);
    if (known) known.entries.push(entry);
    else {
      const named = { key, entries: [entry] };
      byName.set(key.exact, named);
      for (const near of keysOf(key)) push(byNearName, near, named);
    }
  };
  for (const volunteer of volunteers) {
    for (const text of volunteer.belongsTo) {
      if (isPlaceholder(text) || text.length > LONGEST) continue;
      const inside = text.replace(LEAD_IN, '');
      const what = inside.replace(IN_BRACKETS, '') || text;
      const entry = { volunteer, what };
      const parts = what.split(/\s+and\s+|\s*[&/+]\s*/i);
      const named = [text, inside, what, ...(parts.length > 1 ? parts.filter(saysMuch(nameOf)) : [])];
      for (const name of new Set(named)) {
        const { key, bodies } = nameOf(name);
        if (saysWho(key)) addName(key, entry);
        for (const { code } of bodies) push(byBody, code, entry);
      }
      for (const town of townsIn(text)) push(byTown, town, entry);
    }
  }
  return { byName, byNearName, byBody, byTown };
}

/** Who belongs to the organization itself, in any spelling. */
function ofName(key: OrganizationKey, { byName, byNearName }: Index): readonly Entry[] {
  if (!saysWho(key)) return [];
  const found = new Set(byName.get(key.exact)?.entries);
  for (const text of keysOf(key)) {
    const candidates = byNearName.get(text) ?? [];
    if (candidates.length > MOST_NEAR) continue;
    for (const named of candidates)
      if (sameOrganization(key, named.key)) for (const entry of named.entries) found.add(entry);
  }
  return [...found];
}

function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let found = known.get(text);
    if (found === undefined) {
      found = read(text);
      known.set(text, found);
    }
    return found;
  };
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** False for a common word alone ("Union", "Church"): it names nobody. */
function saysWho({ exact, unions, words }: OrganizationKey): boolean {
  const [word = ''] = words;
  return exact !== '' && (unions.length > 0 || words.length > 1 || (word !== '' && !isCommonWord(word)));
}

/** "SEIU 503 and Amity Street Church": half of an entry counts where it can stand alone. */
const saysMuch = (nameOf: (name: string) => NameOf) => (part: string) => {
  const { unions, words } = nameOf(part).key;
  return unions.length > 0 || (words.length > 1 && !words.every(isCommonWord));
};

/** Keys under which an entry and a contact meet; "HDW 49" too. */
function keysOf(key: OrganizationKey): string[] {
  const short = abbreviationIn(key.name);
  return [...nearKeys(key), ...(short === '' ? [] : [short]), ...abbreviationsOf(key.name)];
}

/** Folded, without the state behind it; '' where none is said, or only a common word. */
function readTown(text: string, read: (name: string) => NameWords): string {
  if (text === '' || isPlaceholder(text)) return '';
  const town = foldName(
    text
      .slice(0, LONGEST)
      .replace(/[,(\d].*$/s, '')
      .replace(/\s[A-Z]{2}\.?\s*$/, ''),
  );
  return read(town).words.every(isCommonWord) ? '' : town;
}

/** Every run of words that may name a town; those that are part of another place are left out. */
function townsIn(text: string): readonly string[] {
  const words = foldName(text).split(' ');
  const towns: string[] = [];
  for (let from = 0; from < words.length; from++) {
    if (OTHER_BEFORE.has(words[from - 1] ?? '')) continue;
    for (let to = from + 1; to <= Math.min(words.length, from + TOWN_WORDS); to++)
      if (!OTHER_AFTER.has(words[to] ?? '')) towns.push(words.slice(from, to).join(' '));
  }
  return towns;
}
