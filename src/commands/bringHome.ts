// The full run between the volunteers' tabs and the contacts: changes go both ways, touches into the log, added rows
// become contacts, and what two people decided differently is asked. Run again it changes nothing.
import { readContacts } from '../reading/readContacts';
import type { Contact } from '../reading/contact';
import { OUTREACH_ID } from '../reading/fields';
import { cellText, type Cell } from '../values/cell';
import { bad, good, type Result } from '../values/result';
import type { Table } from '../values/table';
import { foldName } from '../values/text';
import { freshRow } from '../people/sync/freshRow';
import { planRows, type TabRow } from '../people/sync/planRows';
import type { FieldEdit } from '../people/sync/planTab';
import { saysNoMore } from '../people/sync/lostId';
import { idsOf } from '../people/sync/tabHead';
import { isBack, touchesAfterMove } from '../people/sync/movedDay';
import { markBowedOut } from '../touches/bowedOut';
import { addUp } from '../touches/logged';
import { rowAfterTouch, rowWithoutTouch, type Touch } from '../touches/outcome';
import { entriesByContact, entriesFor, takenBackId } from '../touches/readLog';
import { statusWords } from '../mail/rowAfterSend';
import { contactsByKey } from '../workbook/identity';
import { matchOwner, splitOwners } from '../workbook/owners';
import { editOf, type KeyedEdit } from '../workbook/edits';
import type { WrittenEdit } from '../workbook/repairs';
import type { Services } from '../google/services';
import { applyEdits, REFUSED, type Kept } from './applyEdits';
import { toOurCell, type RowMaker } from './assignmentRows';
import { straighten } from './appendedRows';
import { volunteersOf } from './assignPlan';
import { openCampaign, relyOn, type Campaign, type SheetName } from './campaign';
import { handBack, type HandedBack } from './handBack';
import { TOUCHES_LOGGED, type HomeAnswers, type HomeView } from './homeAnswers';
import { goneFrom, isSomebodyElses, logGone } from './homeGone';
import { countsFromNow, hasHomeTabs, lastIds, readHomeTabs, type HomeTab } from './homeTabs';
import { isBehind, logTouches, unloggedTouches } from './homeTouches';
import { keepOpen } from './homeOpen';
import { homeView } from './homeView';
import { asWaiting, give, liveIn, lookAgain, makeRows, plansFor, type HomeWork } from './homeWork';
import { renewHomeChoices } from './kindChoices';
import { withMovedDues } from './meetingMoved';
import { addContacts } from './newContacts';
import { withOutreachIds } from './outreachIds';
import { keepOwnerTabs } from './ownerTabs';
import { bringAsksHome } from './syncAsks';
import { throwIfLost } from './serviceProblem';
import {
  editsOfHead,
  editsOfRows,
  isAsked,
  notCarried,
  takesFor,
  tookNothing,
  withLive,
  withoutIds,
  withRecords,
  writeRows,
} from './volunteerTab';

const RELIES_ON = ['organization', 'owner'] as const;

/** What a run did, for the words that say so. */
export interface HomeDone {
  readonly campaign: Campaign;
  readonly work: readonly HomeWork[];
  readonly copies: readonly HomeTab[];
  readonly change: string;
  readonly home: number;
  readonly out: number;
  readonly touches: number;
  readonly added: number;
  readonly joined: number;
  readonly kept: readonly Kept[];
  /** "handed back 3 contacts", '' where nobody asked for it. */
  readonly handedBack: string;
  readonly handed: HomeView['handed'];
}

/** Needs the lock. */
export function bringHome(services: Services, answers: HomeAnswers, sheet?: SheetName): Result<HomeView> {
  // Each time it is opened anew columns may have moved since.
  const open = (): Result<Campaign> => {
    const found = openCampaign(services, ['log', 'settings', 'volunteers', 'asks'], sheet);
    const problem = found.ok ? relyOn(found.value, RELIES_ON) : null;
    return problem ? bad(problem) : found;
  };
  let opened = open();
  if (!opened.ok) return opened;
  if (hasHomeTabs(opened.value)) opened = withOutreachIds(opened.value, open);
  if (!opened.ok) return opened;
  opened = withMovedDues(opened.value, open);
  if (!opened.ok) return opened;
  const back = handBack(opened.value, answers);
  if (back !== null) opened = open();
  if (!opened.ok) return opened;
  countsFromNow(opened.value, answers.counts);
  const done = run(opened.value, answers, back ?? NOTHING_BACK);
  const view = homeView(done);
  keepOpen(done.campaign, view, done.work);
  if (done.work.length > 0) keepOwnerTabs(done.campaign);
  renewHomeChoices(done.campaign, done.work);
  return good(view);
}

const NOTHING_BACK: HandedBack = { text: '', change: '', kept: [] };

function run(campaign: Campaign, answers: HomeAnswers, back: HandedBack): HomeDone {
  const { tabs, unread } = readHomeTabs(campaign);
  const plans = planRows({
    contacts: campaign.byKey,
    volunteers: volunteersOf(campaign),
    by: 'full sync',
    tabs: tabs.map((one) => ({
      volunteer: one.volunteer,
      rows: one.rows,
      lastTab: lastIds(one),
      namesOther: one.namesOther,
      isOwn: lastIds(one) !== null,
    })),
  });
  const all = tabs.flatMap((tab, index): HomeWork[] => {
    const plan = plans[index];
    if (plan === undefined) return [];
    const whole = plan.whichCounts ? tab : withRecords(campaign.services, tab);
    const gone = goneFrom(campaign, tab, plan);
    return [{ ...whole, plan, gone, plans: [], rowsNow: whole.table.rows, given: [] }];
  });
  const work = all.filter(({ plan }) => !plan.whichCounts);
  const kept: Kept[] = [...unread.map(withoutIds), ...back.kept, ...campaign.changed.map(notCarried)];

  for (const one of work)
    one.rowsNow = withLive(campaign, one.table, one.table.rows, one.head, liveIn(campaign, one));
  const { edits, joined, made } = planHome(campaign, work, answers);
  const applied = applyEdits(campaign.services, {
    map: campaign.map,
    hidden: campaign.hidden,
    edits,
    what: 'Brought assignments home',
    made,
    change: back.change,
  });
  kept.push(...applied.kept);
  const { after, change, added } = withGiven(
    withAdded(campaign, work, answers, applied.change || back.change, kept),
    work,
    answers,
    kept,
  );
  // Where the contacts take nothing from this person, touches wait in the tabs for somebody from whom they do.
  const isLocked = applied.written === 0 && applied.kept.some(({ why }) => why === REFUSED);
  const { logged: touched, touches } = isLocked
    ? { logged: after, touches: 0 }
    : logTouches(after, work, answers);
  const { logged: gone, handed } = logGone(touched, work);
  const asked = bringAsksHome(gone, change);
  kept.push(...asked.kept);
  const logged = asked.written > 0 ? readAgain(gone) : gone;
  const finish: Finish = {
    campaign: logged,
    answers,
    rowsOf: makeRows(logged),
    entered: new Set(logged.log.map(({ entryId }) => entryId)),
  };
  const out = work.reduce((sum, one) => sum + finishTab(finish, one, kept), 0);
  return {
    campaign: logged,
    work,
    copies: all.filter(({ plan }) => plan.whichCounts),
    change: asked.change || change,
    home: applied.written + asked.written,
    out,
    touches,
    added,
    joined,
    kept,
    handedBack: back.text,
    handed,
  };
}

/**
 * What goes to the contacts. Tab after tab, each against the contacts as those before it leave them: what two
 * volunteers changed differently meets in the second, and is asked there.
 */
function planHome(
  campaign: Campaign,
  work: readonly HomeWork[],
  answers: HomeAnswers,
): { edits: KeyedEdit[]; joined: number; made: readonly string[] } {
  const { map, table } = campaign;
  const rows: Cell[][] = table.rows.map((row) => [...row]);
  const byKey = new Map(campaign.byKey);
  const now = { ...campaign, byKey };
  const rowsOf = makeRows(now);
  const words = statusWords(campaign.contacts);
  const edits = new Map<string, KeyedEdit>();
  let joined = 0;
  let touches = 0;
  const put = ({ contact, field, to }: FieldEdit) => {
    if (isAsked(campaign, field)) return;
    const edit = editOf(table, map, contact.outreachId, contact, field, to);
    if (edit === null) return;
    edits.set(`${edit.key} ${edit.column}`, edit);
    const row = rows[contact.row - 1];
    if (row !== undefined) row[edit.column - 1] = to;
  };
  for (const one of work) {
    one.plans = plansFor(now, rowsOf, one, answers);
    for (const plan of one.plans) {
      const { contact, home, touch, moved } = plan;
      for (const edit of home) put(edit);
      if (home.some(({ field }) => field === 'notes')) joined++;
      const unlogged = unloggedTouches(campaign, plan);
      const behind = plan.known.touches.filter(
        (touch) => !unlogged.includes(touch) && isBehind(campaign, contact, touch),
      );
      const begun = [...unlogged, ...behind, ...(moved === null ? [] : touchesAfterMove(plan.known, moved))];
      for (const one of [...begun, ...(touch === null ? [] : [{ ...touch, entryId: '' }])]) {
        touches++;
        const now = byKey.get(contact.outreachId) ?? contact;
        const { outcome, day, until, about = '' } = one;
        const came = { outcome, day, until: until === '' ? null : until, note: '', about };
        const after = isBack(one)
          ? withoutTouch(campaign, now, one.entryId, came, words)
          : rowAfterTouch(now, came, words);
        for (const [field, to] of after) put({ contact, field, to });
        byKey.set(contact.outreachId, reread(campaign, rows, contact));
      }
      if (home.length > 0) byKey.set(contact.outreachId, reread(campaign, rows, contact));
    }
  }
  return { edits: [...edits.values()], joined, made: touches > 0 ? [TOUCHES_LOGGED] : [] };
}

/** The row as it was before the touch that this line takes back, as far as the log tells. */
function withoutTouch(
  { log }: Campaign,
  contact: Contact,
  backId: string,
  touch: Touch,
  words: readonly string[],
): ReturnType<typeof rowWithoutTouch> {
  const others = entriesFor(contact, entriesByContact(log)).filter(
    ({ entryId }) => takenBackId(entryId) !== backId,
  );
  return rowWithoutTouch(contact, touch, [touch.outcome], addUp(others, null).last?.day ?? null, words);
}

function reread({ table, map }: Campaign, rows: Table['rows'], contact: Contact): Contact {
  const [read] = readContacts({ ...table, rows }, { ...map, firstRow: contact.row, lastRow: contact.row });
  return read ?? contact;
}

interface Added {
  /** As it stands then. */
  readonly after: Campaign;
  readonly change: string;
  readonly added: number;
}

/** Rows that became contacts, or that a person knows to be one, get their ids. */
function withAdded(
  campaign: Campaign,
  work: readonly HomeWork[],
  answers: HomeAnswers,
  change: string,
  kept: Kept[],
): Added {
  const wanted = work.flatMap((one) => {
    const answered = (row: number, organization: string) =>
      answers.twins.find(
        (twin) => twin.tabId === one.table.id && twin.row === row && twin.organization === organization,
      );
    const cell = (row: number, column: number | undefined) => one.rowsNow[row - 1]?.[(column ?? 0) - 1] ?? '';
    const adopted = adoptLost(campaign, one);
    const open = one.plan.likelyDuplicates.map(({ row }) => row).filter((row) => !adopted.has(row));
    const asNew = open.filter(({ row, organization }) => answered(row, organization)?.id === '');
    for (const { row, organization } of open) give(one, row, answered(row, organization)?.id ?? '');
    return [...one.plan.newContacts, ...asNew].map((row) => ({
      one,
      row,
      volunteer: one.volunteer,
      task: cell(row.row, one.head.columns.get('Task')),
      due: cell(row.row, one.head.columns.get('Due')),
    }));
  });
  const made = addContacts(campaign, wanted, takesFor(campaign), change);
  kept.push(...made.kept);
  const added = made.ids.filter((id) => id !== '').length;
  wanted.forEach(({ one, row }, index) => {
    give(one, row.row, made.ids[index] ?? '');
  });
  return { after: readAgain(campaign), change: made.change, added };
}

function readAgain(campaign: Campaign): Campaign {
  const { services, map } = campaign;
  const table = services.book.read(map.sheetId);
  if (table === null) return campaign;
  const read = readContacts(table, { ...map, lastRow: Math.max(map.lastRow, table.rows.length) });
  const contacts = markBowedOut(read, campaign.log);
  return { ...campaign, table, contacts, byKey: contactsByKey(contacts) };
}

/** What else stands in the rows that got their ids in this run, as what happened, goes home like that of every other row. */
function withGiven(
  { after, change, added }: Added,
  work: readonly HomeWork[],
  answers: HomeAnswers,
  kept: Kept[],
): Added {
  const ids = new Set(work.flatMap(({ given }) => given.map(({ id }) => id)));
  if (ids.size === 0) return { after, change, added };
  const { edits: all, made } = planHome(after, work, answers);
  const edits = all.filter(({ key }) => ids.has(key));
  if (edits.length === 0) return { after, change, added };
  const { services, map, hidden } = after;
  const what = 'Brought assignments home';
  const applied = applyEdits(services, { map, hidden, edits, what, change, made });
  kept.push(...applied.kept);
  return { after: readAgain(after), change: applied.change || change, added };
}

/** Gives their ids to rows that lost them, or did not get them because a run was cut off; returns these rows. */
function adoptLost({ byKey }: Campaign, one: HomeWork): ReadonlySet<TabRow> {
  const adopted = new Set<TabRow>();
  const standing = new Set(idsOf(one.rowsNow, one.head));
  for (const { row, of } of one.plan.likelyDuplicates) {
    const contact = of.kind === 'contact' ? byKey.get(of.key) : undefined;
    if (contact === undefined || standing.has(contact.outreachId) || !saysNoMore(row, contact)) continue;
    const owners = splitOwners(contact.text.owner).map(foldName);
    if (!owners.includes(foldName(one.volunteer))) continue;
    standing.add(contact.outreachId);
    adopted.add(row);
    give(one, row.row, contact.outreachId);
  }
  return adopted;
}

/** What every tab is finished with. */
interface Finish {
  readonly campaign: Campaign;
  readonly answers: HomeAnswers;
  readonly rowsOf: RowMaker;
  /** Entry ids of the log. */
  readonly entered: ReadonlySet<string>;
}

/** What comes from the contacts, and the records. A tab that takes nothing keeps no other from its rows. Returns the cells written. */
function finishTab(finish: Finish, one: HomeWork, kept: Kept[]): number {
  const { campaign } = finish;
  const { services } = campaign;
  const { book } = services;
  const planned = planFinish(finish, one);
  if (planned.edits.length === 0 && planned.fresh.length === 0) return 0;
  if (!lookAgain(campaign, one)) {
    kept.push({ cell: '', why: `The tab “${one.table.name}” was deleted or lost its headings meanwhile.` });
    return 0;
  }
  const { head, table } = one;
  const { edits, fresh, live } = planFinish(finish, one);
  const changed = edits.filter(({ column }) => column !== head.record).length;
  try {
    const toCell = (cell: Cell) => toOurCell(cell, live);
    // Before the heading says that they were written: a row that it names and the tab lacks is asked about.
    for (const row of fresh) book.append(table.id, row.map(toCell));
    kept.push(...writeRows(services, table, head, edits, live));
    book.flush();
    const idColumn = head.columns.get(OUTREACH_ID) ?? 0;
    straighten(
      services,
      table,
      head.headerRow,
      fresh.map((cells) => ({ cells, idColumn })),
      toCell,
    );
    one.rowsNow = [...one.rowsNow, ...fresh];
  } catch (error) {
    throwIfLost(error);
    kept.push(tookNothing(table.name));
    return 0;
  }
  return changed + fresh.length;
}

function isOf(campaign: Campaign, volunteer: string, id: string): boolean {
  const volunteers = volunteersOf(campaign);
  return splitOwners(campaign.byKey.get(id)?.text.owner ?? '').some((name) => {
    const match = matchOwner(name, volunteers);
    return (match.kind === 'one' ? match.volunteer.name : name) === volunteer;
  });
}

/** The cells of the rows that stand there, and the rows that come. */
function planFinish(
  { campaign, answers, rowsOf, entered }: Finish,
  one: HomeWork,
): { edits: WrittenEdit[]; fresh: Cell[][]; live: string } {
  const { head, table, plan } = one;
  const live = liveIn(campaign, one);
  const standing = new Set(idsOf(one.rowsNow, head));
  one.plans = plansFor(campaign, rowsOf, one, answers).map((row) => ({
    ...asWaiting(one, row),
    record: {
      ...row.record,
      touches: row.record.touches.filter(
        (touch) => !entered.has(touch.entryId) || isBehind(campaign, row.contact, touch),
      ),
    },
  }));
  const back = answers.missing
    .filter(({ tabId, handBack: isBack }) => tabId === table.id && !isBack)
    .flatMap(({ ids }) => ids);
  const putBack = plan.missing.filter((id) => back.includes(id));
  const comes = [...plan.addedToTab, ...putBack].filter((id) => !standing.has(id));
  const fresh = rowsOf(comes, live).map((row) => freshRow(row, table.id, head));
  // Somebody else's rows that were copied here are not remembered as this volunteer's.
  const guests = new Set(plan.leftAlone.filter(isSomebodyElses).map(({ key }) => key));
  for (const { id } of one.given) if (!isOf(campaign, one.volunteer, id)) guests.add(id);
  const held = [
    ...new Set([
      ...[...standing].filter((id) => !guests.has(id)),
      ...plan.addedToTab,
      ...(lastIds(one) ?? []).filter((id) => !plan.settled.includes(id)),
    ]),
  ];
  const edits = [
    ...editsOfHead(campaign, table, head, one.volunteer, held),
    ...idEdits(one),
    ...editsOfRows({ ...table, rows: one.rowsNow }, head, one.plans),
  ];
  return { edits, fresh, live };
}

/** Ids of rows that had none. */
function idEdits({ rowsNow, table, head }: HomeWork): WrittenEdit[] {
  const column = head.columns.get(OUTREACH_ID) ?? 0;
  return rowsNow.flatMap((cells, index): WrittenEdit[] => {
    const from = table.rows[index]?.[column - 1] ?? '';
    const to = cells[column - 1] ?? '';
    return cellText(from) === cellText(to) ? [] : [{ row: index + 1, column, from, to }];
  });
}
