// The rows of a shortlist as groups of people: rows that name the same group are one, and each is a contact that
// stands there already, a new one, or a question. No row's place counts, so sorting the tab changes nothing.
import { LIKENESSES, likelyTwins, type Likeness } from '../people/sync/twins';
import type { Contact } from '../reading/contact';
import { later } from '../values/later';
import { readEmails } from '../values/emailAddress';
import { cleanText, foldName, isPlaceholder } from '../values/text';
import { isErrorCell } from '../values/cell';
import { shortHash } from '../workbook/identity';
import type { ShortlistRow } from './shortlist';

export interface Group {
  /** The same for the same rows, wherever they stand. */
  readonly key: string;
  /** As the first of its rows has it. */
  readonly name: string;
  /** In an order that does not depend on where they stand. */
  readonly rows: readonly ShortlistRow[];
  /** Outreach ID that its rows have; '' for none. */
  readonly id: string;
}

/** What a person said of a group: `of` is the key of a contact or of another group, '' for a group of its own. */
export interface SameAnswer {
  readonly group: string;
  readonly of: string;
}

export interface SameChoice {
  readonly of: string;
  readonly name: string;
  /** null where it is another group of this shortlist. */
  readonly contact: Contact | null;
  readonly why: Likeness;
}

/** Groups that are one, and the contact that they are. */
export interface Unit {
  readonly rows: readonly ShortlistRow[];
  readonly name: string;
  readonly contact: { readonly key: string; readonly contact: Contact } | null;
  /** Outreach ID that the rows have, '' where they have none yet. */
  readonly id: string;
}

export interface Sorted {
  /** Sorted by name. */
  readonly units: readonly Unit[];
  readonly asked: readonly { readonly group: Group; readonly choices: readonly SameChoice[] }[];
  /** Groups whose contact is gone from the contacts. */
  readonly gone: readonly Group[];
  /** Rows in which something stands, and no name of a group. */
  readonly nameless: readonly ShortlistRow[];
}

/** Most choices of one question. */
const MOST_CHOICES = 4;

/** What stands in a row, whatever its number and id: the same row typed over again is another one. */
export function rowPrint(row: ShortlistRow): string {
  const { organization, category, town, knows, reach, ideaBy, taker, notes, more } = row;
  return shortHash(JSON.stringify([organization, category, town, knows, reach, ideaBy, taker, notes, more]));
}

const textOf = (row: ShortlistRow) => JSON.stringify([row.organization, row.town, rowPrint(row)]);

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

export interface SortInput {
  readonly rows: readonly ShortlistRow[];
  /** By key (workbook/identity.ts). */
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly answers: readonly SameAnswer[];
  /** A contact by a key of before. */
  readonly find: (key: string) => Contact | undefined;
  /** Outreach IDs that a run which was cut off was about to give: without a contact they are contacts to come. */
  readonly begun: ReadonlySet<string>;
}

type Fate =
  | { readonly kind: 'contact'; readonly key: string }
  | { readonly kind: 'new' }
  | { readonly kind: 'group'; readonly of: string }
  | { readonly kind: 'asked'; readonly choices: readonly SameChoice[] }
  | { readonly kind: 'gone' };

export function sortRows(input: SortInput): Sorted {
  const named = input.rows.filter(namesGroup);
  const groups = groupsOf(named);
  const fates = fatesOf(groups, input);
  const rootOf = (group: Group): Group => {
    const seen = new Set<Group>();
    let at = group;
    for (;;) {
      const fate = fates.get(at.key);
      const next = fate?.kind === 'group' ? groups.find(({ key }) => key === fate.of) : undefined;
      if (next === undefined || seen.has(next)) return at;
      seen.add(at);
      at = next;
    }
  };
  const units = new Map<string, { root: Group; key: string; rows: ShortlistRow[] }>();
  const asked: Sorted['asked'][number][] = [];
  const gone: Group[] = [];
  for (const group of groups) {
    const own = fates.get(group.key);
    const root = rootOf(group);
    const fate = fates.get(root.key);
    if (own?.kind === 'asked') asked.push({ group, choices: own.choices });
    if (fate?.kind === 'gone') gone.push(group);
    if (fate?.kind === 'asked' || fate?.kind === 'gone') continue;
    const key = fate?.kind === 'contact' ? fate.key : '';
    const at = key === '' ? `group ${root.key}` : `contact ${key}`;
    const unit = units.get(at) ?? { root, key, rows: [] };
    unit.rows.push(...group.rows);
    units.set(at, unit);
  }
  return {
    units: [...units.values()].map(({ root, key, rows }): Unit => {
      const contact = input.contacts.get(key);
      return {
        rows,
        name: contact === undefined ? root.name : contact.text.organization || root.name,
        contact: contact === undefined ? null : { key, contact },
        id: root.id,
      };
    }),
    asked,
    gone,
    nameless: input.rows.filter((row) => !namesGroup(row)),
  };
}

function namesGroup({ organization }: ShortlistRow): boolean {
  const isName = foldName(organization) !== '' && !isPlaceholder(organization);
  return isName && !isErrorCell(organization);
}

/** Rows with the same id, and rows with the same name where no town contradicts; sorted by name. */
function groupsOf(rows: readonly ShortlistRow[]): readonly Group[] {
  const sorted = [...rows].sort((a, b) => byText(textOf(a), textOf(b)));
  const gathered = new Map<string, ShortlistRow[]>();
  const put = (at: string, row: ShortlistRow) => {
    gathered.set(at, [...(gathered.get(at) ?? []), row]);
  };
  const byName = new Map<string, ShortlistRow[]>();
  for (const row of sorted) {
    const name = foldName(row.organization);
    byName.set(name, [...(byName.get(name) ?? []), row]);
  }
  for (const [name, alike] of byName) {
    const towns = new Set(alike.map(({ town }) => foldName(town)).filter((town) => town !== ''));
    const ids = new Set(alike.map(({ outreachId }) => outreachId).filter((id) => id !== ''));
    const [only = ''] = ids;
    for (const row of alike) {
      const town = towns.size > 1 ? foldName(row.town) : '';
      const id = row.outreachId || (towns.size <= 1 && ids.size === 1 ? only : '');
      put(id === '' ? JSON.stringify([name, town]) : `id ${id}`, row);
    }
  }
  return [...gathered]
    .map(([at, own]): Group => {
      const id = own.find(({ outreachId }) => outreachId !== '')?.outreachId ?? '';
      return { key: id || shortHash(at), name: cleanText(own[0]?.organization ?? ''), rows: own, id };
    })
    .sort((a, b) => byText(foldName(a.name), foldName(b.name)) || byText(a.key, b.key));
}

const townOf = ({ rows }: Group) => rows.map(({ town }) => foldName(town)).find((town) => town !== '') ?? '';

function fatesOf(groups: readonly Group[], input: SortInput): ReadonlyMap<string, Fate> {
  const { contacts, answers, find, begun } = input;
  const keys = later(() => new Map([...contacts].map(([key, contact]) => [contact, key])));
  const named = later(() => {
    const found = new Map<string, string[]>();
    for (const [key, { text }] of contacts) {
      const name = foldName(text.organization);
      if (name !== '') found.set(name, [...(found.get(name) ?? []), key]);
    }
    return found;
  });
  const times = later(() => {
    const found = new Map<string, number>();
    for (const { name } of groups) found.set(foldName(name), (found.get(foldName(name)) ?? 0) + 1);
    return found;
  });
  const fates = new Map<string, Fate>();
  const open: Group[] = [];
  const said = new Map(answers.map(({ group, of }) => [group, of]));
  const groupKeys = new Set(groups.map(({ key }) => key));
  for (const group of groups) {
    const answer = said.get(group.key);
    const meant = answer === undefined || answer === '' ? undefined : find(answer);
    if (group.id !== '') {
      const fate: Fate = contacts.has(group.id)
        ? { kind: 'contact', key: group.id }
        : { kind: begun.has(group.id) ? 'new' : 'gone' };
      fates.set(group.key, fate);
    } else if (meant !== undefined) fates.set(group.key, { kind: 'contact', key: keys().get(meant) ?? '' });
    else if (answer === '') fates.set(group.key, { kind: 'new' });
    else if (answer !== undefined && answer !== group.key && groupKeys.has(answer))
      fates.set(group.key, { kind: 'group', of: answer });
    else {
      const isAlone = times().get(foldName(group.name)) === 1;
      const key = surely(group, isAlone, named().get(foldName(group.name)) ?? [], contacts);
      if (key === null) open.push(group);
      else fates.set(group.key, { kind: 'contact', key });
    }
  }
  if (open.length > 0) decideOpen(open, { groups, said }, contacts, fates);
  return fates;
}

/**
 * The one contact of this very name whose town says nothing else, where no other group has the name; else the only one
 * of the same town.
 */
function surely(
  group: Group,
  isAlone: boolean,
  alike: readonly string[],
  contacts: ReadonlyMap<string, Contact>,
): string | null {
  const town = townOf(group);
  const theirs = (key: string) => foldName(contacts.get(key)?.text.town ?? '');
  const fits = alike.filter((key) => theirs(key) === town || theirs(key) === '' || town === '');
  const same = fits.filter((key) => town !== '' && theirs(key) === town);
  const [only] = same.length === 1 ? same : fits;
  return only !== undefined && (same.length === 1 || (isAlone && fits.length === 1 && alike.length === 1))
    ? only
    : null;
}

/**
 * Those that nothing has decided yet: new, or a question. Of two groups of the shortlist the later one asks, and an
 * answer about one brings no question about another.
 */
function decideOpen(
  open: readonly Group[],
  { groups, said }: { readonly groups: readonly Group[]; readonly said: ReadonlyMap<string, string> },
  contacts: ReadonlyMap<string, Contact>,
  fates: Map<string, Fate>,
): void {
  const isOpen = new Set(open);
  const mine = [...open, ...groups.filter((group) => !isOpen.has(group))];
  const place = new Map(groups.map((group, index) => [group, index]));
  const list = [...contacts];
  const nameOf = ({ text }: Contact) => text.organization || text.contactName;
  const twins = likelyTwins(
    mine.map(({ name, rows }) => ({ name, emails: rows.flatMap(({ reach }) => addressesIn(reach)) })),
    list.map(([, contact]) => ({ name: nameOf(contact), emails: addressesIn(contact.text.email) })),
  );
  const choiceOf = (group: Group, at: number, why: Likeness): SameChoice[] => {
    const other = mine[at];
    const [key, contact] = list[at - mine.length] ?? ['', undefined];
    if (other === undefined)
      return contact === undefined ? [] : [{ of: key, name: nameOf(contact), contact, why }];
    const fate = fates.get(other.key);
    if (fate?.kind === 'gone') return [];
    const isEarlier = (place.get(other) ?? 0) < (place.get(group) ?? 0);
    if (!isEarlier && (isOpen.has(other) || said.has(other.key))) return [];
    const linked = fate?.kind === 'contact' ? contacts.get(fate.key) : undefined;
    return linked === undefined || fate?.kind !== 'contact'
      ? [{ of: other.key, name: other.name, contact: null, why }]
      : [{ of: fate.key, name: nameOf(linked), contact: linked, why }];
  };
  const rank = ({ contact, why }: SameChoice) => LIKENESSES.indexOf(why) * 2 + (contact === null ? 1 : 0);
  const found = open.map((group, index): Fate => {
    const choices = [...(twins[index] ?? [])].flatMap(([at, why]) => choiceOf(group, at, why));
    choices.sort((a, b) => rank(a) - rank(b) || byText(a.name, b.name) || byText(a.of, b.of));
    const once = choices.filter(({ of }, at) => choices.findIndex((one) => one.of === of) === at);
    return once.length === 0 ? { kind: 'new' } : { kind: 'asked', choices: once.slice(0, MOST_CHOICES) };
  });
  open.forEach((group, index) => fates.set(group.key, found[index] ?? { kind: 'new' }));
}

function addressesIn(text: string): readonly string[] {
  return text.includes('@') ? text.split('\n').flatMap((line) => readEmails(line).addresses) : [];
}
