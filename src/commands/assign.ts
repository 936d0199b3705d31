// Assign: an even share shown before it is written, then one tab a volunteer, or the owner column for fewer than three.
import { FIELD_LABELS } from '../reading/fields';
import { type Cell } from '../values/cell';
import { longDay, parseDay, shortDay, type Day } from '../values/day';
import { countOf } from '../values/count';
import { bad, good, type Problem, type Result } from '../values/result';
import { asOurText } from '../values/writtenText';
import { entriesByContact, entriesFor } from '../touches/readLog';
import { assignmentTabName } from '../people/assignmentTab';
import { taskOf } from '../people/open';
import { planShare, type Share } from '../people/share';
import type { KeyedEdit } from '../workbook/edits';
import { VOLUNTEERS_SHAPE } from '../workbook/ourTabs';
import { matchOwner, splitOwners } from '../workbook/owners';
import { volunteerNamed, type Volunteer } from '../workbook/volunteer';
import { contactFinder, keysByRow } from '../workbook/identity';
import type { Services } from '../google/services';
import { MOST_ITEMS, type AssignView, type WriteReceipt } from './answers';
import { applyEdits, type Applied } from './applyEdits';
import { writeTabs } from './assignmentTabs';
import { columnOf, nameOf, openCampaign, relyOn, type Campaign, type SheetName } from './campaign';
import { ensureTab } from './ourTabs';
import { withOutreachIds } from './outreachIds';
import { headingAt } from '../reading/heading';

export interface AssignOptions {
  /** "YYYY-MM-DD", '' for the next meeting. */
  readonly due: string;
  /** 0 for an even share. */
  readonly cap: number;
  readonly moves: readonly { readonly contact: string; readonly to: string }[];
}

/** From here on one tab each is worth it; below, the owner column is filled instead. */
const ENOUGH_FOR_TABS = 3;

interface Plan {
  readonly campaign: Campaign;
  readonly share: Share;
  readonly due: Day | null;
  /** Those of the Volunteers tab, else the owners found in the contacts. */
  readonly volunteers: readonly Volunteer[];
  readonly way: 'tabs' | 'owners';
}

function plan(campaign: Campaign, options: AssignOptions): Plan {
  const due = parseDay(options.due) ?? campaign.settings.nextMeeting;
  const volunteers = campaign.volunteers.length > 0 ? campaign.volunteers : ownersFound(campaign);
  const share = planShare({
    contacts: campaign.byKey,
    volunteers,
    due,
    today: campaign.today,
    cap: options.cap,
    moves: new Map(options.moves.map((move) => [move.contact, move.to])),
  });
  return { campaign, share, due, volunteers, way: volunteers.length >= ENOUGH_FOR_TABS ? 'tabs' : 'owners' };
}

/** Names in the owner column, each once: they count as volunteers while there is no Volunteers tab. */
function ownersFound(campaign: Campaign): Volunteer[] {
  const found: Volunteer[] = [];
  for (const contact of campaign.contacts) {
    for (const name of splitOwners(contact.text.owner)) {
      if (matchOwner(name, found).kind !== 'none') continue;
      found.push(volunteerNamed(name));
    }
  }
  return found;
}

export function showAssignments(
  services: Services,
  options: AssignOptions,
  sheet?: SheetName,
): Result<AssignView> {
  const opened = openCampaign(services, ['log', 'settings', 'volunteers'], sheet);
  return opened.ok ? good(assignView(plan(opened.value, options))) : opened;
}

function assignView({ campaign, share, due, way }: Plan): AssignView {
  const names = new Set(campaign.services.book.tabs().map((tab) => tab.name));
  return {
    sheet: campaign.table.name,
    due: due ?? '',
    dueText: due ? longDay(due) : '',
    cap: share.cap,
    way,
    volunteers: share.loads.map((load) => ({
      name: load.volunteer.name,
      has: load.has.length,
      gets: load.gets.length,
      full: load.has.length + load.gets.length >= load.most,
      away: load.away && load.volunteer.awayUntil ? shortDay(load.volunteer.awayUntil, campaign.today) : '',
      hasTab: names.has(assignmentTabName(load.volunteer.name)),
    })),
    questions: share.questions,
    gives: share.gifts.slice(0, MOST_ITEMS).map((gift) => ({
      contact: gift.key,
      row: gift.contact.row,
      organization: nameOf(gift.contact),
      to: gift.to,
      why: gift.why,
    })),
    unassigned: share.unassigned,
    left: share.left.length,
    tabs: share.loads.map((load) => assignmentTabName(load.volunteer.name)),
  };
}

/** Writes owner, task and due into the contacts where they are blank. */
function assignmentEdits({ campaign, share, due }: Plan): KeyedEdit[] {
  const { map, table } = campaign;
  const edits: KeyedEdit[] = [];
  const byContact = entriesByContact(campaign.log);
  const header = (column: number) => headingAt(table, map, column);
  for (const gift of share.gifts) {
    const touched = entriesFor(gift.contact, byContact).length > 0;
    const wanted: [keyof typeof FIELD_LABELS, Cell][] = [
      ['owner', gift.to],
      ['task', taskOf(gift.contact, touched)],
      ['due', due === null ? '' : { day: due, time: null }],
    ];
    for (const [field, to] of wanted) {
      const column = columnOf(map, field);
      if (column === 0 || to === '' || gift.contact.text[field] !== '') continue;
      edits.push({ key: gift.key, column, header: header(column), from: gift.contact.cells[field], to });
    }
  }
  return edits;
}

function noOwnerColumn(campaign: Campaign): Problem {
  return {
    code: 'no-owner-column',
    message: `The tab “${campaign.table.name}” has no column for who takes a contact, so the share cannot be kept.`,
    todo: 'Add a column with the heading Owner at the right end of the tab, or say in Setup which column it is.',
    place: { sheet: campaign.table.name },
  };
}

function nobody(campaign: Campaign): Problem {
  return {
    code: 'no-volunteers',
    message: 'Nobody is in the Volunteers tab, and no owner stands in the contacts.',
    todo: 'Fill in the Volunteers tab',
    place: { sheet: campaign.table.name },
  };
}

/** Opens the campaign for writing, with ids on every row. */
function openForWriting(services: Services, options: AssignOptions, sheet?: SheetName): Result<Plan> {
  const open = () => openCampaign(services, ['log', 'settings', 'volunteers'], sheet);
  let opened = open();
  if (!opened.ok) return opened;
  const problem =
    relyOn(opened.value, ['organization', 'owner', 'task', 'due', 'status', 'doNotContact', 'knownBy']) ??
    (columnOf(opened.value.map, 'owner') === 0 ? noOwnerColumn(opened.value) : null);
  if (problem) return bad(problem);
  const planned = plan(opened.value, options);
  if (planned.volunteers.length === 0) return bad(nobody(opened.value));
  opened = withOutreachIds(opened.value, open);
  if (!opened.ok) return opened;
  // The lead decided on keys of rows that had no id yet.
  const find = contactFinder(opened.value.contacts);
  const keys = keysByRow(opened.value.contacts);
  const moves = options.moves.map((move) => ({
    ...move,
    contact: keys.get(find(move.contact)?.row ?? 0) ?? move.contact,
  }));
  return good(plan(opened.value, { ...options, moves }));
}

/** Fills the owner column only. Needs the lock. */
export function fillOwners(services: Services, options: AssignOptions): Result<WriteReceipt> {
  const opened = openForWriting(services, options);
  if (!opened.ok) return opened;
  const { campaign, share } = opened.value;
  const what = `Gave ${countOf(share.gifts.length, 'contact')} an owner`;
  const applied = applyEdits(services, {
    map: campaign.map,
    hidden: campaign.hidden,
    edits: assignmentEdits(opened.value),
    what,
  });
  return good(receipt(what, applied));
}

function receipt(message: string, applied: Applied): WriteReceipt {
  return {
    message,
    change: applied.change,
    written: applied.written,
    kept: applied.kept.slice(0, MOST_ITEMS),
    undoable: applied.change !== '',
  };
}

/** Writes owners and builds or updates one tab for each volunteer who has something. Needs the lock. */
export function buildTabs(
  services: Services,
  options: AssignOptions,
  sheet?: SheetName,
): Result<WriteReceipt> {
  const opened = openForWriting(services, options, sheet);
  if (!opened.ok) return opened;
  const made = opened.value;
  const { campaign, share } = made;
  const applied = applyEdits(services, {
    map: campaign.map,
    hidden: campaign.hidden,
    edits: assignmentEdits(made),
    what: `Gave ${countOf(share.gifts.length, 'contact')} an owner`,
  });
  const outcome = writeTabs(services, made, applied.change);
  services.book.flush();
  const parts = [
    outcome.built > 0 ? `Built ${outcome.built} ${outcome.built === 1 ? 'tab' : 'tabs'}` : '',
    outcome.updated > 0
      ? `brought ${outcome.updated} ${outcome.updated === 1 ? 'tab' : 'tabs'} up to date`
      : '',
  ].filter((part) => part !== '');
  const none =
    outcome.standing > 0 ? 'The tabs are up to date' : 'Nobody has an open contact, so no tab was built';
  const text = parts.join(' and ') || none;
  return good(
    receipt(`${text.charAt(0).toUpperCase()}${text.slice(1)}`, {
      change: applied.change || outcome.change,
      written: applied.written + outcome.cells,
      kept: [...applied.kept, ...outcome.kept],
    }),
  );
}

/** An owner name that fits nobody: means this volunteer ("" adds the name to the Volunteers tab). Needs the lock. */
export function confirmOwner(services: Services, name: string, volunteer: string): Result<AssignView> {
  const opened = openCampaign(services, ['log', 'settings', 'volunteers']);
  if (!opened.ok) return opened;
  const campaign = opened.value;
  const problem = relyOn(campaign, ['organization', 'owner']);
  if (problem) return bad(problem);
  const { book } = services;
  if (volunteer === '') {
    const tab = ensureTab(services, campaign.hidden, VOLUNTEERS_SHAPE, campaign.tabs.volunteers);
    const rows = book.read(tab)?.rows.length ?? 1;
    book.grow(tab, rows + 1, 1);
    book.write(tab, rows + 1, 1, [[asOurText(name)]]);
    book.flush();
    return showAssignments(services, { due: '', cap: 0, moves: [] });
  }
  const edits: KeyedEdit[] = [];
  const column = columnOf(campaign.map, 'owner');
  for (const [key, contact] of campaign.byKey) {
    const names = splitOwners(contact.text.owner);
    if (column === 0 || !names.includes(name)) continue;
    edits.push({
      key,
      column,
      header: headingAt(campaign.table, campaign.map, column),
      from: contact.cells.owner,
      to: names.map((n) => (n === name ? volunteer : n)).join(', '),
    });
  }
  if (edits.length > 0)
    applyEdits(services, {
      map: campaign.map,
      hidden: campaign.hidden,
      edits,
      what: `Wrote ${volunteer} for “${name}”`,
    });
  return showAssignments(services, { due: '', cap: 0, moves: [] });
}
