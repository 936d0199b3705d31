// Rows that come and go between the volunteers' tabs and the contacts: which become contacts, which a person is asked
// about, which are written into a tab. Nothing here takes a row away, or a contact, or changes an owner.
import { isErrorCell } from '../../values/cell';
import { readEmails } from '../../values/emailAddress';
import { cleanText, foldName, isPlaceholder } from '../../values/text';
import type { Contact } from '../../reading/contact';
import { matchOwner, splitOwners } from '../../workbook/owners';
import type { Volunteer } from '../../workbook/volunteer';
import { isOpen } from '../open';
import { LIKENESSES, likelyTwins, type Likeness } from './twins';

export interface TabRow {
  /** 1-based row in the tab at the time of reading: to show and to point at. */
  readonly row: number;
  /** These as they stand, '' where blank. */
  readonly outreachId: string;
  readonly organization: string;
  readonly contactName: string;
  /** "How to reach them", one way a line. */
  readonly ways: string;
  readonly knownBy: string;
  readonly notes: string;
  /** Nothing stands in it but what the add-on keeps there for itself (the record, formulas). */
  readonly isBlank: boolean;
  /** The tab that the row's own record names. A tab that no longer stands is no other tab: 'none'. */
  readonly record: 'ours' | 'other tab' | 'none';
}

export interface TabToPlan {
  /** The tab's owner, as the Volunteers tab spells the name. */
  readonly volunteer: string;
  readonly rows: readonly TabRow[];
  /** Outreach IDs last written into this very tab; null where that is lost: then nothing counts as missing. */
  readonly lastTab: readonly string[] | null;
  /** The heading of the records names another tab that still stands. */
  readonly namesOther?: boolean;
  /** The heading names this very tab: it is no copy, also where its last row went and another tab's was pasted into it. */
  readonly isOwn?: boolean;
}

export interface RowsInput {
  /** By key (workbook/identity.ts), in sheet order. For a full sync each has its Outreach ID by now. */
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly volunteers: readonly Volunteer[];
  /** The trigger only tells which rows are known; it adds, asks and writes nothing. */
  readonly by: 'trigger' | 'full sync';
  /** Every tab that this run syncs: two volunteers may have added the same organization. */
  readonly tabs: readonly TabToPlan[];
}

/** What an added row is likely the same as: a contact by its key, or a row added before it. */
export type TwinOf =
  | { readonly kind: 'contact'; readonly key: string }
  /** `tab`: 0-based index in the input's tabs; `row` 1-based. */
  | { readonly kind: 'row'; readonly tab: number; readonly row: number };

export interface LikelyDuplicate {
  readonly row: TabRow;
  readonly of: TwinOf;
  readonly why: Likeness;
}

export type WhyLeft =
  /** The whole tab is a copy made by hand. */
  | 'copy'
  /** The id stands on two rows of the tab. */
  | 'doubled'
  /** The id stands on two contacts. */
  | 'doubled contact'
  | 'unknown id'
  | 'other owner'
  | 'no owner'
  | 'no organization'
  /** Added by the volunteer; the next full sync makes it a contact or asks. */
  | 'waits';

export interface RowsPlan {
  /** Rows whose cells are synced. */
  readonly known: readonly { readonly row: TabRow; readonly key: string }[];
  /** Rows that become contacts of the tab's owner, in their order. */
  readonly newContacts: readonly TabRow[];
  readonly likelyDuplicates: readonly LikelyDuplicate[];
  /** Outreach IDs to ask about: hand back or put back. They stay in the next run's `lastTab` until answered. */
  readonly missing: readonly string[];
  /** Outreach IDs to write as new rows. */
  readonly addedToTab: readonly string[];
  /** Rows that stay as they stand, and are shown. `key` is that of the row's contact, '' where it has none. */
  readonly leftAlone: readonly { readonly row: TabRow; readonly why: WhyLeft; readonly key: string }[];
  /** Outreach IDs of `lastTab` that are in the tab no more and not the owner's either: not to be remembered further. */
  readonly settled: readonly string[];
  /** The tab is a copy, read-only until a person says which one counts. */
  readonly whichCounts: boolean;
}

/** A plan in the making, and what it is made from. */
interface Draft {
  readonly tab: TabToPlan;
  /** Folded. */
  readonly owner: string;
  readonly plan: {
    -readonly [K in keyof RowsPlan]: RowsPlan[K] extends readonly (infer E)[] ? E[] : RowsPlan[K];
  };
  /** Rows without an id that name an organization. */
  readonly added: readonly TabRow[];
  /** Ids on the tab's rows. */
  readonly standing: ReadonlySet<string>;
}

/** One plan a tab, in the order of `tabs`. What all tabs share is prepared once: a tab costs its own rows only. */
export function planRows(input: RowsInput): readonly RowsPlan[] {
  const world = readWorld(input);
  const drafts = input.tabs.map((tab) => sortRows(tab, world));
  if (input.by === 'trigger') {
    for (const { plan, added } of drafts)
      for (const row of added) plan.leftAlone.push({ row, why: 'waits', key: '' });
  } else {
    decideAdded(drafts, world);
    for (const draft of drafts) if (!draft.plan.whichCounts) compareIds(draft, world);
  }
  return drafts.map(({ plan }) => plan);
}

interface World {
  readonly contacts: ReadonlyMap<string, Contact>;
  /** By Outreach ID; null where two contacts have it. */
  readonly byId: ReadonlyMap<string, { readonly key: string; readonly contact: Contact } | null>;
  /** Folded names of a contact's owners, of volunteers as the Volunteers tab spells them. */
  readonly owners: (contact: Contact) => readonly string[];
  /** Outreach IDs in sheet order by folded name of an owner. */
  readonly idsOf: (volunteer: string) => readonly string[];
}

function readWorld({ contacts, volunteers }: RowsInput): World {
  const byId = new Map<string, { key: string; contact: Contact } | null>();
  for (const [key, contact] of contacts) {
    const id = contact.outreachId;
    if (id !== '') byId.set(id, byId.has(id) ? null : { key, contact });
  }
  // A sheet has few owner texts.
  const read = new Map<string, readonly string[]>();
  const owners = ({ text: { owner } }: Contact): readonly string[] => {
    let found = read.get(owner);
    if (found === undefined) {
      found = splitOwners(owner).map((name) => {
        const match = matchOwner(name, volunteers);
        return foldName(match.kind === 'one' ? match.volunteer.name : name);
      });
      read.set(owner, found);
    }
    return found;
  };
  let ids: Map<string, string[]> | null = null;
  const idsOf = (volunteer: string): readonly string[] => {
    if (ids === null) {
      ids = new Map();
      for (const [id, known] of byId)
        for (const name of known === null ? [] : new Set(owners(known.contact))) {
          const theirs = ids.get(name);
          if (theirs === undefined) ids.set(name, [id]);
          else theirs.push(id);
        }
    }
    return ids.get(volunteer) ?? [];
  };
  return { contacts, byId, owners, idsOf };
}

const idOf = (row: TabRow) => cleanText(row.outreachId);

/**
 * True where the rows came from another tab that still stands, and nothing says that this tab was ever written. A row
 * or two pasted into a tab without records does not make it a copy.
 */
function isCopy({ rows, lastTab, namesOther = false, isOwn = false }: TabToPlan): boolean {
  const times = { ours: 0, 'other tab': 0, none: 0 };
  for (const row of rows) if (idOf(row) !== '') times[row.record]++;
  const written = isOwn || times.ours > 0 || (lastTab ?? []).length > 0;
  return !written && (namesOther || times['other tab'] > times.none);
}

function sortRows(tab: TabToPlan, world: World): Draft {
  const filled = tab.rows.filter((row) => !row.isBlank);
  const times = new Map<string, number>();
  for (const row of filled) times.set(idOf(row), (times.get(idOf(row)) ?? 0) + 1);
  const owner = foldName(tab.volunteer);
  const copy = isCopy(tab);
  const plan: Draft['plan'] = {
    known: [],
    newContacts: [],
    likelyDuplicates: [],
    missing: [],
    addedToTab: [],
    leftAlone: [],
    settled: [],
    whichCounts: copy,
  };
  const added: TabRow[] = [];
  for (const row of filled) {
    const id = idOf(row);
    const found = world.byId.get(id);
    const key = found?.key ?? '';
    const leave = (why: WhyLeft) => plan.leftAlone.push({ row, why, key });
    if (copy) leave('copy');
    else if (id === '') {
      if (namesOrganization(row)) added.push(row);
      else leave('no organization');
    } else if (found === undefined) leave('unknown id');
    else if (found === null) leave('doubled contact');
    else if ((times.get(id) ?? 0) > 1) leave('doubled');
    else {
      const owners = world.owners(found.contact);
      if (owners.includes(owner)) plan.known.push({ row, key });
      else leave(owners.length === 0 ? 'no owner' : 'other owner');
    }
  }
  return { tab, owner, plan, added, standing: new Set(times.keys()) };
}

function namesOrganization({ organization }: TabRow): boolean {
  return cleanText(organization) !== '' && !isPlaceholder(organization) && !isErrorCell(organization);
}

/** Each added row becomes a contact, or a question where it is likely one already. Of rows alike the first is new. */
function decideAdded(drafts: readonly Draft[], world: World): void {
  const added = drafts.flatMap((draft, tab) => draft.added.map((row) => ({ row, draft, tab })));
  if (added.length === 0) return;
  const contacts = [...world.contacts];
  const asksAddresses = added.some(({ row }) => row.ways.includes('@'));
  const twins = likelyTwins(
    added.map(({ row }) => ({ name: row.organization, emails: addressesIn(row.ways) })),
    contacts.map(([, { text }]) => ({
      // As an assignment tab shows a contact of which only the person is known.
      name: text.organization || text.contactName,
      emails: asksAddresses ? addressesIn(text.email) : [],
    })),
  );
  const decided: TwinOf[] = [];
  added.forEach(({ row, draft, tab }, index) => {
    let best: { of: TwinOf; why: Likeness; rank: number } | null = null;
    for (const [at, why] of twins[index] ?? []) {
      // Of two added rows the later one asks.
      if (at > index && at < added.length) continue;
      const [key, contact] = contacts[at - added.length] ?? ['', null];
      const rank = LIKENESSES.indexOf(why) * 4 + (contact === null ? 3 : farness(contact, draft, world));
      if (best === null || rank < best.rank)
        best = { of: decided[at] ?? { kind: 'contact', key }, why, rank };
    }
    decided.push(best?.of ?? { kind: 'row', tab, row: row.row });
    if (best === null) draft.plan.newContacts.push(row);
    else draft.plan.likelyDuplicates.push({ row, of: best.of, why: best.why });
  });
}

/** 0 for a contact of the tab's owner that the tab lacks: most likely the row is that one, and lost its id. */
function farness(contact: Contact, { owner, standing }: Draft, world: World): number {
  if (!world.owners(contact).includes(owner)) return 2;
  return standing.has(contact.outreachId) ? 1 : 0;
}

function addressesIn(text: string): readonly string[] {
  return text.includes('@') ? text.split('\n').flatMap((line) => readEmails(line).addresses) : [];
}

/** The ids that the tab should have, those it had, and those it has. What is asked about as a twin is asked once. */
function compareIds({ tab, owner, plan, standing }: Draft, world: World): void {
  const theirs = world.idsOf(owner);
  const last = new Set(tab.lastTab);
  const asked = new Set(plan.likelyDuplicates.map(({ of }) => (of.kind === 'contact' ? of.key : '')));
  for (const id of theirs) {
    const found = world.byId.get(id);
    if (!found || standing.has(id) || asked.has(found.key)) continue;
    if (last.has(id)) plan.missing.push(id);
    else if (isOpen(found.contact)) plan.addedToTab.push(id);
  }
  const own = new Set(theirs);
  plan.settled = [...last].filter((id) => !standing.has(id) && !own.has(id));
}
