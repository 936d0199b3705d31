// Closes a meeting: names become contacts, claims become assignments, the next meeting becomes the deadline, tabs are
// made. Each row gets its Outreach ID first, and the change is on record before that, so a run that was cut off at any
// call is gone on with, and closing twice changes nothing.
import { readContacts } from '../reading/readContacts';
import { OUTREACH_ID } from '../reading/fields';
import { countOf, sentenceOf } from '../values/count';
import { shortDay, type Day } from '../values/day';
import { bad, good, type Problem, type Result } from '../values/result';
import { foldName } from '../values/text';
import { tabGone } from '../google/tabGone';
import { standingOf } from '../people/share';
import type { ClosedGroup } from '../meetings/closing';
import { meetingKey, readShortlist } from '../meetings/shortlist';
import { contactsByKey } from '../workbook/identity';
import type { Table } from '../workbook/table';
import { editOf } from '../workbook/edits';
import { volunteerNamed, type Volunteer } from '../workbook/volunteer';
import type { Services } from '../google/services';
import type { WriteReceipt } from './answers';
import { applyEdits, REFUSED, type Applied, type Kept } from './applyEdits';
import { assignmentTab, writeTabs, type NoteRows } from './assignmentTabs';
import { volunteersOf } from './assignPlan';
import { columnOf, openCampaign, type Campaign } from './campaign';
import type { CloseAnswers, CloseView } from './closeAnswers';
import { closingMark, hasWork, noIdColumn, planClose, planWith, type ClosePlan } from './closePlan';
import { closeView, doneText } from './closeView';
import { putRow } from './hiddenTab';
import { withdrawChange, writeJournal } from './journal';
import { followMeeting, moveTo } from './meetingMoved';
import { writeContacts } from './newContacts';
import { meetingLine, type Meeting } from './openMeeting';
import { receipt as receiptOf } from './settle';
import { withIdColumn, withOutreachIds } from './outreachIds';
import { addOwnerColumn } from './ownerColumn';
import { writeShortlistIds } from './shortlistIds';
import { putSetting } from './today';
import { madeClosed, madeIds, madeRows } from './undoMeeting';
import { addVolunteers } from './volunteersTab';

/** What closing would do. Reads only. */
export function showClose(services: Services, answers: CloseAnswers): Result<CloseView> {
  const plan = planClose(services, answers, true);
  return plan.ok ? good(closeView(plan.value)) : plan;
}

/** Does what `showClose` with the same answers says, for the rows that were shown. Needs the lock. */
export function closeMeeting(services: Services, answers: CloseAnswers): Result<WriteReceipt> {
  const planned = planClose(services, answers, false);
  if (!planned.ok) return planned;
  const plan = planned.value;
  if (!plan.meeting.list.columns.has(OUTREACH_ID)) return bad(noIdColumn(plan.meeting));
  if (plan.dueProblem !== '' && hasWork(plan))
    return bad({
      code: 'no-next-meeting',
      message: `${plan.dueProblem} Nothing was changed.`,
      todo: 'It is the day by which everybody does their part.',
    });
  const ready = withColumns(services, plan, answers);
  if (!ready.ok) return ready;
  return write(services, ready.value.plan, ready.value.change);
}

/** The plan with an owner column and an Outreach ID on every contact; `change` added the column. */
function withColumns(
  services: Services,
  plan: ClosePlan,
  answers: CloseAnswers,
): Result<{ readonly plan: ClosePlan; readonly change: string }> {
  if (!hasWork(plan)) return good({ plan, change: '' });
  const open = () =>
    openCampaign(services, ['log', 'settings', 'volunteers', 'asks'], plan.campaign.table.name);
  let { campaign } = plan;
  let change = plan.begun;
  if (plan.needsOwner) {
    const added = addOwnerColumn(campaign, change);
    if (!added.ok) return added;
    change = added.value;
    const again = open();
    if (!again.ok) return again;
    campaign = again.value;
  }
  const withIds = withOutreachIds(campaign, open);
  const opened = withIds.ok ? withIdColumn(withIds.value, open) : withIds;
  if (!opened.ok) return opened;
  const next = opened.value === plan.campaign ? plan : planWith(opened.value, plan.meeting, answers, plan);
  return good({ plan: next, change });
}

function write(services: Services, plan: ClosePlan, before: string): Result<WriteReceipt> {
  const { campaign, meeting, closing, due } = plan;
  const { hidden, map, today } = campaign;
  const waiting = closing.asked.length + closing.takersAsked.length + plan.came.length;
  const kept: Kept[] = [...plan.lost, ...plan.waits].map((why) => ({ cell: '', why }));
  const line = meetingLine(campaign, { ...meeting, closed: waiting === 0 });
  const closed = `closed the meeting of ${shortDay(meeting.day, today)}`;
  const what = sentenceOf([closed]);
  if (!hasWork(plan)) {
    const isSo = meeting.closed || waiting > 0;
    if (!isSo) putRow(services, hidden, line);
    services.book.flush();
    return good(receiptOf(isSo ? nothingText(plan) : what, { change: '', written: 0, kept }));
  }

  const named = withIds(services, closing.groups);
  const ids = new Map(
    named.flatMap(({ group, id }) =>
      group.rows.filter((row) => row.outreachId === '').map(({ row }) => [row, id] as const),
    ),
  );
  const made = [madeIds(meeting.tab.id, [...new Set(ids.values())]), madeClosed(meetingKey(meeting.day))];
  const { lastRow } = hidden;
  const change = writeJournal(
    services,
    hidden,
    { what, tab: map.sheetId, made, undoable: true, cells: [] },
    before,
  );
  putRow(services, hidden, { ...line, data: closingMark(change) });
  const refused = ids.size > 0 ? writeShortlistIds(services, hidden, meeting, ids) : [];
  if (ids.size === 0) services.book.flush();
  if (refused.length >= ids.size && refused.some(({ why }) => why === REFUSED)) {
    withdrawChange(services, hidden, change, before === '' ? 0 : lastRow);
    const mark = plan.begun === '' ? {} : { data: closingMark(plan.begun) };
    putRow(services, hidden, { ...meetingLine(campaign, meeting), ...mark });
    services.book.flush();
    return bad(shortlistProtected(meeting));
  }
  const standing = idsInShortlist(services, meeting.tab.id);
  const held = named.filter(({ id }) => standing.has(id));
  for (const { group } of named.filter(({ id }) => !standing.has(id)))
    kept.push({
      cell: '',
      why: `${group.name}: somebody changed its row meanwhile, so it waits. Look again.`,
    });

  const job: Job = { services, change, what, tab: map.sheetId };
  const moved = moveMeeting(job, campaign, due);
  const current: Campaign = { ...campaign, settings: { ...campaign.settings, nextMeeting: due } };
  kept.push(...moved.kept, ...newVolunteers(job, current, closing.newVolunteers));
  const outcome = writeGroups(job, current, held, closing);
  const did = [closed, ...doneText(outcome.added, outcome.given, 0)];
  const tabs = writeTheirTabs(job, plan, current, held, { did, moved: moved.written > 0 });
  kept.push(...outcome.kept, ...tabs.kept);

  const isWhole = held.length === named.length && outcome.refused === 0 && !tabs.waits;
  putRow(services, hidden, isWhole ? line : { ...line, data: closingMark(change) });
  services.book.flush();
  const done = sentenceOf([closed, ...doneText(outcome.added, outcome.given, tabs.count)]);
  const left = leftText(plan) || (isWhole ? '' : 'Not all of it: look again');
  return good(
    receiptOf(left === '' ? done : `${done}. ${left}`, {
      change,
      written: held.length + moved.written + outcome.written,
      kept,
    }),
  );
}

function shortlistProtected({ table }: Meeting): Problem {
  return {
    code: 'shortlist-protected',
    message: `“${table.name}” takes no Outreach IDs: it is protected. The meeting is not closed.`,
    todo: 'Ask whoever protected it to close the meeting, or to let you edit the tab.',
    place: { sheet: table.name },
  };
}

/** What every step of one closing shares. */
interface Job {
  readonly services: Services;
  readonly change: string;
  readonly what: string;
  /** Sheet id of the contacts. */
  readonly tab: number;
}

/** The day of the next meeting into Settings, and with it the due dates that follow it. */
function moveMeeting({ change, what }: Job, campaign: Campaign, due: Day | null): Applied {
  if (due === null) return { change, written: 0, kept: [] };
  if (due !== campaign.settings.nextMeeting)
    putSetting(campaign, 'nextMeeting', { day: due, time: null }, what, true, change);
  return moveTo(campaign, due, change, what);
}

/** What waits for another look; '' for nothing. */
function leftText({ came, closing }: ClosePlan): string {
  const asked = closing.asked.length + closing.takersAsked.length;
  return [
    came.length === 0 ? '' : `${countOf(came.length, 'row')} came or changed meanwhile: look again`,
    asked === 0 ? '' : `${countOf(asked, 'question')} ${asked === 1 ? 'waits' : 'wait'} for you`,
  ]
    .filter((text) => text !== '')
    .join('. ');
}

const nothingText = (plan: ClosePlan): string =>
  leftText(plan) === ''
    ? 'The meeting is closed already. Nothing was changed'
    : `Nothing was changed. ${leftText(plan)}`;

interface Named {
  readonly group: ClosedGroup;
  readonly id: string;
}

function withIds(services: Services, groups: readonly ClosedGroup[]): Named[] {
  return groups.map((group) => ({
    group,
    id: [group.contact?.outreachId, group.id].find((id) => id) ?? `c-${services.newId()}`,
  }));
}

/** The ids that stand in the shortlist now. One read. */
function idsInShortlist({ book }: Services, tab: number): ReadonlySet<string> {
  const table = book.read(tab);
  if (table === null) throw tabGone();
  return new Set(readShortlist(table)?.rows.map(({ outreachId }) => outreachId));
}

function newVolunteers(job: Job, campaign: Campaign, names: readonly string[]): readonly Kept[] {
  const stand = new Set(campaign.volunteers.map(({ name }) => foldName(name)));
  const missing = names.filter((name) => !stand.has(foldName(name)));
  if (missing.length === 0) return [];
  const added = addVolunteers(campaign, missing, { id: job.change, what: job.what, tab: job.tab });
  return added.ok ? [] : [{ cell: '', why: added.problem.message }];
}

interface Written {
  readonly added: number;
  readonly given: number;
  readonly written: number;
  /** Contacts that the sheet did not take. */
  readonly refused: number;
  readonly kept: readonly Kept[];
}

/** New contacts below the others, and the cells of those that stand there. */
function writeGroups(
  { services, change, what }: Job,
  campaign: Campaign,
  held: readonly Named[],
  closing: ClosePlan['closing'],
): Written {
  const { map, table, hidden } = campaign;
  const isHeld = new Set(held.map(({ group }) => group.key));
  const edits = closing.edits.flatMap(({ key, contact, field, to }) =>
    isHeld.has(key) ? (editOf(table, map, key, contact, field, to) ?? []) : [],
  );
  const dueColumn = columnOf(map, 'due');
  const fresh = held.filter(({ group }) => group.contact === null);
  const given = held.filter(({ group }) => group.isGiven);
  const dated = [
    ...fresh.filter(({ group }) => group.isGiven).map(({ id }) => id),
    ...edits.filter(({ column }) => column === dueColumn).map(({ key }) => key),
  ];
  if (dueColumn > 0 && dated.length > 0) followMeeting(campaign, dated);
  const added = writeContacts(
    campaign,
    fresh.map(({ group, id }) => ({ id, cells: group.cells })),
    {
      id: change,
      what,
      refused: (none) =>
        `“${table.name}” did not take ${countOf(none, 'contact')}. If it is protected, ask whoever protected it to close the meeting.`,
    },
  );
  const applied = applyEdits(services, { map, hidden, edits, what, change });
  const taken = added.ids.filter((id) => id !== '').length;
  return {
    added: taken,
    given: given.length,
    written: applied.written + taken,
    refused: added.ids.length - taken,
    kept: [...added.kept, ...applied.kept],
  };
}

/**
 * The tabs of those who get something, or, after a run that was cut off, have something of this meeting; where due dates
 * moved, all that stand.
 */
function writeTheirTabs(
  { services, change, what, tab: contacts }: Job,
  plan: ClosePlan,
  before: Campaign,
  held: readonly Named[],
  { did, moved }: { readonly did: readonly string[]; readonly moved: boolean },
): { readonly count: number; readonly kept: readonly Kept[]; readonly waits: boolean } {
  const given = held.filter(({ group }) => group.isGiven);
  const ours = new Set((plan.begun === '' ? given : held).map(({ id }) => id));
  if (ours.size === 0 && !moved) return { count: 0, kept: [], waits: false };
  const now = readAgain(before);
  if (!now.ok)
    return { count: 0, kept: [{ cell: '', why: `The tabs wait: ${now.problem.message}` }], waits: true };
  const campaign = now.value;
  const { hidden, byKey, today } = campaign;
  const volunteers = withNew(volunteersOf(before), plan.closing.newVolunteers);
  const { hands } = standingOf({ contacts: byKey, volunteers, due: plan.due, today });
  const loads = hands.filter(
    ({ volunteer, has, alsoIn }) =>
      [...has, ...alsoIn].some((key) => ours.has(key)) ||
      (moved && assignmentTab(campaign, volunteer).tab !== null),
  );
  const gifts = given.flatMap(({ group, id }) => {
    const contact = byKey.get(id);
    return contact === undefined ? [] : [{ key: id, contact, to: group.owner, why: '' }];
  });
  const share = { loads, gifts, heldBack: [], left: [], questions: [], unassigned: 0, cap: 0 };
  const noteRows: NoteRows = (tab, headings, idColumn, rows) => {
    const made = [madeRows(tab, headings, idColumn, rows)];
    writeJournal(services, hidden, { what, tab: contacts, made, undoable: true, cells: [] }, change);
  };
  const outcome = writeTabs(services, { campaign, share, due: plan.due, noteRows }, { id: change, did });
  return { count: outcome.built + outcome.updated, kept: outcome.kept, waits: false };
}

function withNew(volunteers: readonly Volunteer[], names: readonly string[]): readonly Volunteer[] {
  const stand = new Set(volunteers.map(({ name }) => foldName(name)));
  return [
    ...volunteers,
    ...names.filter((name) => !stand.has(foldName(name))).map((name) => volunteerNamed(name)),
  ];
}

/** The contacts as they are now; where columns were moved meanwhile they are found anew. */
function readAgain(campaign: Campaign): Result<Campaign> {
  const { services, map, hidden, settings } = campaign;
  const table = services.book.read(map.sheetId);
  if (table === null) throw tabGone();
  const headings = ({ rows }: Table) => JSON.stringify(rows[map.headerRow - 1]);
  if (headings(table) !== headings(campaign.table)) {
    const again = openCampaign(services, ['log', 'settings', 'volunteers', 'asks'], table.name);
    return again.ok ? good({ ...again.value, hidden, settings }) : again;
  }
  const contacts = readContacts(table, { ...map, lastRow: Math.max(map.lastRow, table.rows.length) });
  return good({ ...campaign, table, contacts, byKey: contactsByKey(contacts) });
}
