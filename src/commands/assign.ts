// Assign: an even share shown before it is written, then one tab a volunteer, or the owner column for fewer than three.
import { FIELD_LABELS, type Field } from '../reading/fields';
import { headingAt } from '../reading/heading';
import { type Cell } from '../values/cell';
import { countOf, sentenceOf } from '../values/count';
import { bad, good, type Problem, type Result } from '../values/result';
import { foldName } from '../values/text';
import { isTouch } from '../touches/logged';
import { entriesByContact, entriesFor } from '../touches/readLog';
import { taskOf } from '../people/open';
import type { KeyedEdit } from '../workbook/edits';
import { splitOwners } from '../workbook/owners';
import { keyOf } from '../workbook/readSettings';
import type { Services } from '../google/services';
import { MOST_ITEMS, type AssignView, type WriteReceipt } from './answers';
import { applyEdits, type Applied } from './applyEdits';
import { writeTabs } from './assignmentTabs';
import { keepOwnerTabs } from './ownerTabs';
import { EVEN_SHARE, planAssignments, volunteersOf, type AssignOptions, type AssignPlan } from './assignPlan';
import { assignView } from './assignView';
import { columnOf, openCampaign, relyOn, type Campaign, type SheetName } from './campaign';
import { followMeeting, withMovedDues } from './meetingMoved';
import { withOutreachIds } from './outreachIds';
import { addOwnerColumn, noOwnerColumn, OWNER_HEADING } from './ownerColumn';
import { addVolunteers } from './volunteersTab';

/** What a share is worked out from. */
const FIELDS: readonly Field[] = [
  'organization',
  'owner',
  'task',
  'due',
  'status',
  'doNotContact',
  'knownBy',
];

/** Stops at a column that is a question, so that nobody looks through a share that cannot be written. */
function open(services: Services, sheet?: SheetName): Result<Campaign> {
  const opened = openCampaign(services, ['log', 'settings', 'volunteers', 'asks'], sheet);
  const problem = opened.ok ? relyOn(opened.value, FIELDS) : null;
  return problem ? bad(problem) : opened;
}

export function showAssignments(
  services: Services,
  options: AssignOptions,
  sheet?: SheetName,
): Result<AssignView> {
  const opened = open(services, sheet);
  return opened.ok ? good(assignView(planAssignments(opened.value, options))) : opened;
}

/** Writes owner, task and due into the contacts where they are blank. */
function assignmentEdits({ campaign, share, due }: AssignPlan): KeyedEdit[] {
  const { map, table } = campaign;
  const edits: KeyedEdit[] = [];
  const byContact = entriesByContact(campaign.log);
  const header = (column: number) => headingAt(table, map, column);
  for (const gift of share.gifts) {
    const touched = entriesFor(gift.contact, byContact).some(isTouch);
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

function nobody(campaign: Campaign): Problem {
  return {
    code: 'no-volunteers',
    message: 'Nobody is in the Volunteers tab, and no owner stands in the contacts.',
    todo: 'Fill in the Volunteers tab',
    place: { sheet: campaign.table.name },
  };
}

interface ReadyPlan extends AssignPlan {
  /** Id of the change that added the column Owner, '' where it stood there. */
  readonly change: string;
  /** What was done already, to be said with the rest. */
  readonly did: readonly string[];
}

/** Opens the campaign for writing, with an owner column and ids on every row. */
function openForWriting(services: Services, options: AssignOptions, sheet?: SheetName): Result<ReadyPlan> {
  const reopen = () => open(services, sheet);
  let opened = reopen();
  if (!opened.ok) return opened;
  if (volunteersOf(opened.value).length === 0) return bad(nobody(opened.value));
  let change = '';
  if (columnOf(opened.value.map, 'owner') === 0) {
    if (options.addOwner !== true) return bad(noOwnerColumn(opened.value.table.name));
    const added = addOwnerColumn(opened.value);
    if (!added.ok) return added;
    change = added.value;
    opened = reopen();
    if (!opened.ok) return opened;
  }
  opened = withOutreachIds(opened.value, reopen);
  if (opened.ok) opened = withMovedDues(opened.value, reopen);
  if (!opened.ok) return opened;
  return good({
    ...planAssignments(opened.value, options),
    change,
    did: change === '' ? [] : [`added the column “${OWNER_HEADING}”`],
  });
}

/** Those that get the next meeting as their due date, and move with it. */
function dueKeys({ campaign, due }: AssignPlan, edits: readonly KeyedEdit[]): string[] {
  const column = due === null || due !== campaign.settings.nextMeeting ? 0 : columnOf(campaign.map, 'due');
  return edits.filter((edit) => edit.column === column).map(({ key }) => key);
}

/** Writes owners, tasks and deadlines, as a part of the change that added the column where there is one. */
function writeOwners(services: Services, plan: ReadyPlan): { applied: Applied; did: readonly string[] } {
  const { campaign, share } = plan;
  const { gifts } = share;
  const did =
    gifts.length > 0 ? [...plan.did, `gave ${countOf(gifts.length, 'contact')} an owner`] : plan.did;
  const edits = assignmentEdits(plan);
  followMeeting(campaign, dueKeys(plan, edits));
  const applied = applyEdits(services, {
    map: campaign.map,
    hidden: campaign.hidden,
    edits,
    what: sentenceOf(did),
    change: plan.change,
  });
  return {
    applied: { ...applied, change: applied.change || plan.change },
    did: applied.written > 0 ? did : plan.did,
  };
}

/** Where the sheet did not take every owner, tabs show what stands there by now. */
function asItStands(plan: ReadyPlan, options: AssignOptions, sheet?: SheetName): Result<ReadyPlan> {
  const opened = open(plan.campaign.services, sheet);
  if (!opened.ok) return opened;
  const now = planAssignments(opened.value, options);
  const loads = now.share.loads.map((load) => ({ ...load, gets: [] }));
  return good({ ...plan, ...now, share: { ...now.share, loads, gifts: plan.share.gifts } });
}

/** Fills the owner column only. Needs the lock. */
export function fillOwners(services: Services, options: AssignOptions): Result<WriteReceipt> {
  const opened = openForWriting(services, options);
  if (!opened.ok) return opened;
  const { applied, did } = writeOwners(services, opened.value);
  return good(receipt(sentenceOf(did) || 'Every contact has an owner', applied));
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
  const { applied, did } = writeOwners(services, opened.value);
  const plan = applied.kept.length === 0 ? opened : asItStands(opened.value, options, sheet);
  if (!plan.ok) return plan;
  const outcome = writeTabs(services, plan.value, { id: applied.change, did });
  services.book.flush();
  keepOwnerTabs(plan.value.campaign);
  const parts = [
    ...opened.value.did,
    outcome.built > 0 ? `built ${countOf(outcome.built, 'tab')}` : '',
    outcome.updated > 0 ? `brought ${countOf(outcome.updated, 'tab')} up to date` : '',
  ].filter((part) => part !== '');
  const none =
    outcome.standing > 0 ? 'The tabs are up to date' : 'Nobody has an open contact, so no tab was built';
  return good(
    receipt(sentenceOf(parts) || none, {
      change: applied.change || outcome.change,
      written: applied.written + outcome.cells,
      kept: [...applied.kept, ...outcome.kept],
    }),
  );
}

/**
 * An owner name that fits nobody means this volunteer; '' adds the name to the Volunteers tab, and with it the owners
 * that counted as volunteers while nobody stood there. Answers with the share that `options` ask for. Needs the lock.
 */
export function confirmOwner(
  services: Services,
  name: string,
  volunteer: string,
  options?: AssignOptions | null,
): Result<AssignView> {
  const opened = open(services);
  if (!opened.ok) return opened;
  const problem =
    volunteer === ''
      ? addVolunteer(opened.value, name)
      : writeVolunteer(services, opened.value, name, volunteer);
  return problem ? bad(problem) : showAssignments(services, options ?? EVEN_SHARE);
}

function addVolunteer(campaign: Campaign, name: string): Problem | null {
  const isName = (one: { readonly name: string }) => foldName(one.name) === foldName(name);
  if (campaign.volunteers.some(isName)) return null;
  const others = campaign.volunteers.length > 0 ? [] : volunteersOf(campaign).filter((one) => !isName(one));
  const added = addVolunteers(campaign, [...others.map((one) => one.name), name]);
  return added.ok ? null : added.problem;
}

function writeVolunteer(
  services: Services,
  campaign: Campaign,
  name: string,
  volunteer: string,
): Problem | null {
  const edits: KeyedEdit[] = [];
  const column = columnOf(campaign.map, 'owner');
  for (const [key, contact] of campaign.byKey) {
    const names = splitOwners(contact.text.owner);
    if (column === 0 || !names.some((one) => keyOf(one) === keyOf(name))) continue;
    edits.push({
      key,
      column,
      header: headingAt(campaign.table, campaign.map, column),
      from: contact.cells.owner,
      to: names.map((one) => (keyOf(one) === keyOf(name) ? volunteer : one)).join(', '),
    });
  }
  const { kept } = applyEdits(services, {
    map: campaign.map,
    hidden: campaign.hidden,
    edits,
    what: `Wrote ${volunteer} for “${name}”`,
  });
  const [first] = kept;
  return first === undefined
    ? null
    : {
        code: 'cells-kept',
        message: `“${name}” still stands in ${countOf(kept.length, 'cell')}. ${first.why}`,
        todo: 'Change it by hand in the sheet.',
        place: { sheet: campaign.table.name },
        text: name,
      };
}
