// What the simple trigger carries between a volunteer's tab and the contacts. It looks at the whole tab, because quick
// edits lose events, and does as much as twelve calls allow: the rest comes home with the next full run.
import type { Contact } from '../reading/contact';
import { NEXT_STEP, OUTREACH_ID, type Field } from '../reading/fields';
import { cellText, sameCell, type Grid } from '../values/cell';
import { foldName } from '../values/text';
import type { AssignmentColumn, AssignmentRow } from '../people/assignmentTab';
import { planTab, UNKNOWN_ROW, WAITS_FOR_LEAD, type FieldEdit, type RowPlan } from '../people/sync/planTab';
import { SHARED, SHARED_FIELDS } from '../people/sync/record';
import { composeWays, WAYS } from '../people/sync/ways';
import { givesWay } from '../people/sync/whatHappened';
import { rowAfterTouch } from '../touches/outcome';
import { statusWords } from '../mail/rowAfterSend';
import { planWrites } from '../workbook/edits';
import { contactsByKey } from '../workbook/identity';
import { splitOwners } from '../workbook/owners';
import type { WrittenEdit } from '../workbook/repairs';
import { ASSIGNMENT_PREFIX } from '../workbook/tabs';
import type { TabInfo } from '../workbook/table';
import type { Services } from '../google/services';
import { putRight } from './applyEdits';
import { liveFormula } from './assignmentRows';
import { takeBlock } from './carryBlock';
import { moveDay } from './carryMoved';
import {
  addLine,
  MOST_CALLS,
  OPENING,
  openLog,
  placed,
  renamed,
  withContacts,
  withEdits,
  writeHome,
  type Pair,
} from './carryPair';
import { readOwnerTabs } from './ownerTabs';
import {
  giveBack,
  isIn,
  isStuck,
  openTab,
  rowOf,
  takeTouchIn,
  type EditedCells,
  type OpenTab,
  type TakenInTab,
} from './carryTouch';
import { editsOfRows, mapOfTab, putCells, writeRows } from './volunteerTab';

/** How long the trigger waits for another run, in milliseconds: what it misses the next full run finds. */
const WAIT_FOR_LOCK = 2000;
/** Calls for one cell that `carryOut` brings into a tab: the tab is read, cell and record are written, read back. */
const FEWEST_OUT = 4;
const WAYS_COLUMN = 'How to reach them';
/** Calls of `writeHome` until the contacts refuse the write. */
const REFUSING = 3;

/** After an edit in a volunteer's tab. The `edited` rows come first. */
export function carryHome(services: Services, tab: TabInfo, edited: EditedCells): void {
  if (!services.lock(WAIT_FOR_LOCK)) return;
  const open = openTab(services, tab.id);
  if (open === null) return;
  if (takeBlock(open, edited)) return;
  // First of all, so that nothing is asked of the sheet between the reading of the dropdown and its clearing.
  const taken = takeTouchIn(open, edited);
  const pair = withContacts(open, services.book.read(open.ties.contacts));
  if (taken !== null) {
    finishTouch(open, pair, taken);
    return;
  }
  if (pair === null) return;
  const isEdited = ({ row }: RowPlan) => isIn(edited, row);
  const plans = plansOf(pair)
    .flatMap((plan) => (isStuck(pair, plan.row) ? editedOnly(pair, plan, edited) : [plan]))
    .sort((a, b) => Number(isEdited(b)) - Number(isEdited(a)));
  const late = plans.find(({ moved }) => moved !== null);
  if (late !== undefined && isEdited(late) && moveDay(pair, late)) return;
  const { rows, edits } = asMuchAsFits(pair, plans);
  if (rows.length === 0) {
    stampConflicts(pair, plans.filter(isEdited));
    return;
  }
  const landed = writeHome(pair, edits);
  if (landed === 'moved') return;
  // The volunteer may have gone on in the tab.
  const now = openTab(services, tab.id);
  if (now === null) return;
  const ids = new Set(rows.map(({ contact }) => contact.outreachId));
  if (landed === 'refused') {
    markWaiting(now, ids);
    return;
  }
  // What did not land is looked at again by the next run.
  const after = { ...pair, ...now, ...withEdits(pair, landed) };
  const done = plansOf(after).filter(({ contact }) => ids.has(contact.outreachId));
  writeRows(services, now.table, now.head, editsOfRows(now.table, now.head, done), liveIn(after));
}

/** Of a row in which something waits for the lead, what was typed just now; [] for a row that nobody typed into. */
function editedOnly({ head }: Pair, plan: RowPlan, edited: EditedCells): RowPlan[] {
  if (!isIn(edited, plan.row)) return [];
  const home = plan.home.filter(({ field }) => {
    const column = head.columns.get(shownUnder(field)) ?? 0;
    return column >= edited.left && column <= edited.right;
  });
  return [{ ...plan, home }];
}

/** The contact of a touch that was taken out of its row, and the line in the log. */
function finishTouch(open: OpenTab, pair: Pair | null, taken: TakenInTab): void {
  const { services, table, head } = open;
  const alike = pair?.contacts.filter(({ outreachId }) => outreachId === taken.id) ?? [];
  const [contact] = alike;
  const left = MOST_CALLS - OPENING - renamed(table) - planWrites(taken.edits).length;
  if (pair === null || contact === undefined || alike.length > 1) {
    giveBack(open, taken, pair === null ? '' : UNKNOWN_ROW, left);
    return;
  }
  const { outcome, day, until, about = '' } = taken.touch;
  const edits = rowAfterTouch(
    contact,
    { outcome, day, until: until === '' ? null : until, note: '', about },
    statusWords(pair.contacts),
  ).flatMap(([field, to]) =>
    placed(pair, { contact, field, to })
      .filter((edit) => !sameCell(edit.from, edit.to))
      .map((edit) => ({ ...edit, field })),
  );
  // What is too much for this run, and rows that moved, are left to the next full run; the log has the touch by now.
  // It knows by the last contact that the row is behind: that is written only with all the rest.
  const most = edits.reduce<typeof edits>((some, edit) => {
    const more = [...some, edit];
    const isWhole = more.length === edits.length;
    return (edit.field === 'lastContacted' && !isWhole) || callsForTouch(open, taken, more) > MOST_CALLS
      ? some
      : more;
  }, []);
  // Two neighbouring cells can be one call, also where the one by itself was too much.
  const fits = callsForTouch(open, taken, edits) <= MOST_CALLS ? edits : most;
  const landed = writeHome(pair, fits);
  if (landed === 'refused') {
    giveBack(open, taken, WAITS_FOR_LEAD, left - REFUSING);
    return;
  }
  const standing = openLog(pair);
  // A row that an undo in the sheet has put back has its line by now.
  if (standing && !standing.rows.some((row) => row.includes(taken.touch.entryId)))
    addLine(pair, standing.log, contact, taken.touch);
  const live = liveIn(pair);
  const hasTime = live !== '' && callsForTouch(open, taken, fits) < MOST_CALLS;
  const steps = taken.edits.filter(({ from }) => hasTime && givesWay(from));
  putCells(
    services,
    table,
    head,
    steps.map((edit) => ({ ...edit, to: live })),
    live,
  );
  const others = taken.edits.filter((edit) => !steps.includes(edit));
  putRight(services, table, mapOfTab(table, head), others);
}

function callsForTouch({ table }: OpenTab, taken: TakenInTab, edits: readonly WrittenEdit[]): number {
  const home = planWrites(edits).length;
  // The row of the touch is written and read back, the log is read and gets its line.
  const inTab = planWrites(taken.edits).length + 1;
  return OPENING + renamed(table) + inTab + (home === 0 ? 0 : home + 3) + 2;
}

/**
 * The volunteers' tabs of those whose names stand in these rows: those of a cell that names several of them come first.
 * `calls`: of the look for names that no tab has. Where a cell lists tabs by their names there are no calls for more.
 */
export function tabsNamed(
  services: Services,
  contacts: TabInfo,
  rows: Grid,
): { readonly tabs: readonly TabInfo[]; readonly calls: number } {
  const standing = services.book.tabs();
  const ofVolunteers = standing.filter(({ name }) => name.startsWith(ASSIGNMENT_PREFIX));
  const byName = new Map(
    ofVolunteers.map((tab) => [foldName(tab.name.slice(ASSIGNMENT_PREFIX.length)), tab]),
  );
  const cells = rows.flatMap((row) => row.map((cell) => splitOwners(cellText(cell)).map(foldName)));
  if (cells.some((names) => names.length > 1 && names.every((name) => byName.has(name))))
    return { tabs: tabsIn(cells, (name) => byName.get(name)), calls: 0 };
  const others = readOwnerTabs(services, contacts.id);
  const tabOf = (name: string) => standing.find(({ id }) => id === others.get(name)) ?? byName.get(name);
  return { tabs: tabsIn(cells, tabOf), calls: 1 };
}

function tabsIn(
  cells: readonly (readonly string[])[],
  tabOf: (name: string) => TabInfo | undefined,
): readonly TabInfo[] {
  const inCells = cells.map((names) => names.flatMap((name) => tabOf(name) ?? []));
  return [...new Set(inCells.sort((a, b) => b.length - a.length).flat())];
}

/**
 * After an edit in the contacts: what these volunteers' tabs show of the edited rows, as many as the calls allow.
 * `used`: calls of this run before.
 */
export function carryOut(
  services: Services,
  contactsTab: TabInfo,
  edited: Grid,
  tabs: readonly TabInfo[],
  used: number,
): void {
  let left = MOST_CALLS - used - 2;
  if (tabs.length === 0 || left < FEWEST_OUT || !services.lock(WAIT_FOR_LOCK)) return;
  const before = services.book.read(contactsTab.id);
  const ids = new Set(edited.flat());
  const isEdited = ({ contact }: RowPlan) => ids.has(contact.outreachId);
  for (const [index, tab] of tabs.entries()) {
    if (left < FEWEST_OUT) return;
    const open = openTab(services, tab.id);
    left--;
    const pair = open?.ties.contacts === contactsTab.id ? withContacts(open, before) : null;
    if (pair === null) continue;
    const plans = plansOf(pair)
      .filter(({ cells, home, touch }) => cells.length > 0 && home.length === 0 && touch === null)
      .sort((a, b) => Number(isEdited(b)) - Number(isEdited(a)));
    // What other rows missed waits until every tab has the edited ones.
    const isLast = index === tabs.length - 1;
    left -= isLast
      ? writeFirst(pair, plans, left)
      : writeFirst(pair, plans.filter(isEdited), Math.max(FEWEST_OUT - 1, left - FEWEST_OUT));
  }
}

/** The cells of as many of these rows as so many calls write, the reading back among them. Returns the calls. */
function writeFirst(pair: Pair, plans: readonly RowPlan[], calls: number): number {
  const { services, table, head } = pair;
  let edits: WrittenEdit[] = [];
  for (const plan of plans) {
    const more = [...edits, ...editsOfRows(table, head, [plan])];
    if (planWrites(more).length < calls) edits = more;
  }
  writeRows(services, table, head, edits, liveIn(pair));
  return edits.length === 0 ? 0 : planWrites(edits).length + 1;
}

/** The formula of the next steps in this tab, '' where the contacts have none. */
const liveIn = ({ services, head, map }: Pair): string =>
  liveFormula({ services, map }, head.columns.get(OUTREACH_ID) ?? 1);

function plansOf(pair: Pair): RowPlan[] {
  const { services, table, head, contacts, map } = pair;
  const known = [...contactsByKey(contacts)].filter(([key, { outreachId }]) => key === outreachId);
  return planTab({
    rows: table.rows,
    head,
    tab: table.id,
    contacts: new Map(known.map(([id, contact]) => [id, shownAs(contact, liveIn(pair))])),
    takes: (field) => map.columns[field] !== undefined,
    worth: (id) => (id === table.id ? 'marks' : 'left alone'),
    today: services.now().day,
    locale: services.book.locale,
    refresh: false,
    choices: [],
  });
}

function shownAs(contact: Contact, nextStep: string): AssignmentRow {
  const { due, lastContacted } = contact.cells;
  return {
    contact,
    task: contact.text.task,
    due: typeof due === 'object' ? due.day : null,
    nextStep,
    lastTouch: typeof lastContacted === 'object' ? lastContacted.day : null,
  };
}

/** Of a row that is too much for one run a part is carried, the whole first. */
function partsOf({ home }: RowPlan): FieldEdit[][] {
  const shorter = changesOf(home).map((_, index, all) => all.slice(0, all.length - index).flat());
  return shorter.length > 0 ? shorter : [[]];
}

const isWay = (field: Field) => WAYS.some((way) => way === field);

function shownUnder(field: Field): AssignmentColumn {
  if (field === 'notes') return 'Notes';
  return SHARED.find((name) => name !== WAYS_COLUMN && SHARED_FIELDS[name] === field) ?? WAYS_COLUMN;
}

/** The edits by the cell of the tab that they come from: the ways to reach somebody are one cell there. */
function changesOf(home: readonly FieldEdit[]): FieldEdit[][] {
  const ways = home.filter(({ field }) => isWay(field));
  const others = home.filter(({ field }) => !isWay(field)).map((edit) => [edit]);
  return ways.length === 0 ? others : [...others, ways];
}

/** The rows with something to carry, as many as the calls allow, and the cells of the contacts that they change. */
function asMuchAsFits(pair: Pair, plans: readonly RowPlan[]): { rows: RowPlan[]; edits: WrittenEdit[] } {
  const rows: RowPlan[] = [];
  let edits: WrittenEdit[] = [];
  for (const plan of plans) {
    if (plan.home.length === 0 && plan.cells.length === 0) continue;
    for (const home of partsOf(plan)) {
      const more = [...edits, ...home.flatMap((edit) => placed(pair, edit))];
      const part = { ...plan, home };
      if (callsFor(pair, [...rows, part], more) > MOST_CALLS) continue;
      rows.push(part);
      edits = more;
      break;
    }
  }
  return { rows, edits };
}

function callsFor({ table, head }: Pair, rows: readonly RowPlan[], edits: readonly WrittenEdit[]): number {
  const places = rows.flatMap(({ row, cells }) => [
    ...cells.map(({ column }) => ({ row, column })),
    { row, column: head.record },
  ]);
  // As if no two cells got the same.
  const inTab = planWrites(places.map((place) => ({ ...place, to: `${place.row} ${place.column}` }))).length;
  // Notes that are joined with those of the contacts come back into the tab, and ways that were in one line.
  const back = rows.flatMap(({ row, home, contact }) => {
    const shown = (name: AssignmentColumn) =>
      cellText(table.rows[row - 1]?.[(head.columns.get(name) ?? 0) - 1] ?? '');
    const edited = new Map(home.map(({ field, to }) => [field, cellText(to)]));
    const after = (way: (typeof WAYS)[number]) => edited.get(way) ?? contact.text[way];
    const ways = composeWays({
      email: after('email'),
      phone: after('phone'),
      otherChannel: after('otherChannel'),
    });
    const notes = edited.get('notes');
    return [
      notes !== undefined && notes !== shown('Notes'),
      WAYS.some((way) => edited.has(way)) && ways !== shown('How to reach them'),
    ].filter(Boolean);
  }).length;
  const home = planWrites(edits).length;
  return OPENING + renamed(table) + (home === 0 ? 0 : home + 3) + (inTab + back + 2);
}

function markWaiting(open: OpenTab, ids: ReadonlySet<string>): void {
  const { services, table, head } = open;
  const column = head.columns.get(NEXT_STEP) ?? 0;
  const rows = [...ids].map((id) => rowOf(open, id)).filter((row) => row > 0);
  if (column === 0) return;
  const edits = rows.map((row) => ({
    row,
    column,
    from: table.rows[row - 1]?.[column - 1] ?? '',
    to: WAITS_FOR_LEAD,
  }));
  writeRows(services, table, head, edits, '');
}

/** When a change was seen that the other side had changed too: said where a person chooses between them. */
function stampConflicts(pair: Pair, plans: readonly RowPlan[]): void {
  const { day, time } = pair.services.now();
  const stamped = plans
    .filter(({ conflicts, known }) => conflicts.length > 0 && known.seen === '')
    .map((plan) => ({ ...plan, cells: [], record: { ...plan.record, seen: `${day} ${time}` } }));
  writeFirst(pair, stamped, MOST_CALLS - OPENING - 1);
}
