// What the simple trigger carries between a volunteer's tab and the contacts. It looks at the whole tab, because quick
// edits lose events, and does as much as twelve calls allow: the rest comes home with the next full run.
import { readContacts } from '../reading/readContacts';
import type { Contact } from '../reading/contact';
import { NEXT_STEP, OUTREACH_ID, type Field } from '../reading/fields';
import type { MappedColumn, SheetMap } from '../reading/map';
import { cellText, sameCell, type Cell, type Grid } from '../values/cell';
import type { Table } from '../values/table';
import { foldName } from '../values/text';
import type { AssignmentColumn, AssignmentRow } from '../people/assignmentTab';
import { planTab, WAITS_FOR_LEAD, type FieldEdit, type RowPlan } from '../people/sync/planTab';
import type { TabTies } from '../people/sync/tabHead';
import { composeWays, WAYS } from '../people/sync/ways';
import { touchEntry } from '../people/sync/touchEntry';
import { isHint } from '../people/sync/whatHappened';
import { columnsOfLog } from '../touches/readLog';
import { rowAfterTouch } from '../touches/outcome';
import { statusWords } from '../mail/rowAfterSend';
import { planWrites } from '../workbook/edits';
import { contactsByKey } from '../workbook/identity';
import { splitOwners } from '../workbook/owners';
import type { WrittenEdit } from '../workbook/repairs';
import { LOG_TAB, ASSIGNMENT_PREFIX } from '../workbook/tabs';
import type { TabInfo } from '../workbook/table';
import type { Services } from '../google/services';
import { putRight, writeTheirs } from './applyEdits';
import { logLine } from './logTab';
import { throwIfLost } from './serviceProblem';
import { liveFormula } from './assignmentRows';
import { giveBack, openTab, rowOf, takeTouchIn, type OpenTab, type TakenInTab } from './carryTouch';
import { editsOfRows, mapOfTab, putCells, writeRows } from './volunteerTab';

/** How long the trigger waits for another run, in milliseconds: what it misses the next full run finds. */
const WAIT_FOR_LOCK = 2000;
/** Service calls of one trigger in all (docs/budgets.md): what does not fit comes home with the next full run. */
const MOST_CALLS = 12;
/** Of them the lock and the two tabs that are read. */
const OPENING = 3;
/** Calls for one cell that `carryOut` brings into a tab: the tab is read, cell and record are written, read back. */
const FEWEST_OUT = 4;
/** Calls of `writeHome` until the contacts refuse the write. */
const REFUSING = 3;
/** Rows from the top in which the headings of the log are looked for. */
const LOG_HEADING_ROWS = 5;

/** The two tabs as they stand, and what of the one shows in the other. */
interface Pair extends OpenTab {
  readonly before: Table;
  readonly map: SheetMap;
  readonly contacts: readonly Contact[];
}

/** After an edit in a volunteer's tab. `edited`: 1-based rows, which come first. */
export function carryHome(
  services: Services,
  tab: TabInfo,
  edited: { readonly first: number; readonly last: number },
): void {
  if (!services.lock(WAIT_FOR_LOCK)) return;
  const open = openTab(services, tab.id);
  if (open === null) return;
  // First of all, so that nothing is asked of the sheet between the reading of the dropdown and its clearing.
  const taken = takeTouchIn(open, edited);
  const pair = withContacts(open, services.book.read(open.ties.contacts));
  if (taken !== null) {
    finishTouch(open, pair, taken);
    return;
  }
  if (pair === null) return;
  const isEdited = ({ row }: RowPlan) => row >= edited.first && row <= edited.last;
  const plans = plansOf(pair).sort((a, b) => Number(isEdited(b)) - Number(isEdited(a)));
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

/** The contact of a touch that was taken out of its row, and the line in the log. */
function finishTouch(open: OpenTab, pair: Pair | null, taken: TakenInTab): void {
  const { services, table, head } = open;
  const alike = pair?.contacts.filter(({ outreachId }) => outreachId === taken.id) ?? [];
  const [contact] = alike;
  const left = MOST_CALLS - OPENING - renamed(table) - planWrites(taken.edits).length;
  if (pair === null || contact === undefined || alike.length > 1) {
    giveBack(open, taken, '', left);
    return;
  }
  const { outcome, day, until } = taken.touch;
  const edits = rowAfterTouch(
    contact,
    { outcome, day, until: until === '' ? null : until, note: '' },
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
  logTouch(pair, contact, taken);
  const live = liveIn(pair);
  const hasTime = live !== '' && callsForTouch(open, taken, fits) < MOST_CALLS;
  const steps = taken.edits.filter(({ from }) => hasTime && isHint(from));
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

/** To know a tab under another name its first rows were read. */
const renamed = ({ name }: Table) => (name.startsWith(ASSIGNMENT_PREFIX) ? 0 : 1);

/** The volunteers' tabs whose names stand in these rows: those of a cell that names several of them come first. */
export function tabsNamed({ book }: Services, rows: Grid): readonly TabInfo[] {
  const ofVolunteers = book.tabs().filter(({ name }) => name.startsWith(ASSIGNMENT_PREFIX));
  const tabs = new Map(ofVolunteers.map((tab) => [foldName(tab.name.slice(ASSIGNMENT_PREFIX.length)), tab]));
  if (tabs.size === 0) return [];
  const inCells = rows.flatMap((row) =>
    row.map((cell) => splitOwners(cellText(cell)).flatMap((name) => tabs.get(foldName(name)) ?? [])),
  );
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

function withContacts(open: OpenTab, before: Table | null): Pair | null {
  const map = before && mapByTies(before, open.ties);
  return before === null || map === null
    ? null
    : { ...open, before, map, contacts: readContacts(before, map) };
}

/** The contacts as the volunteer's tab remembers their headings; null where the headings are not there any more. */
function mapByTies({ id, name, rows }: Table, { headings }: TabTies): SheetMap | null {
  const headerIndex = rows.findIndex((row) => row.some((cell) => cell === OUTREACH_ID));
  const header = (rows[headerIndex] ?? []).map(cellText);
  const columns: Partial<Record<Field, MappedColumn>> = {};
  for (const [field, heading] of Object.entries(headings)) {
    const at = header.indexOf(heading);
    // A heading that is gone, or stands twice, is a question: until it is answered nothing is carried over.
    if (at < 0 || header.lastIndexOf(heading) !== at) return null;
    columns[field as Field] = { columns: [at + 1], headers: [heading], sure: true };
  }
  if (headerIndex < 0 || columns.organization === undefined) return null;
  return {
    sheetId: id,
    sheet: name,
    headerRow: headerIndex + 1,
    firstRow: headerIndex + 2,
    lastRow: rows.length,
    columns,
    questions: [],
    outreachIdColumn: header.lastIndexOf(OUTREACH_ID) + 1,
    nextStepColumn: header.lastIndexOf(NEXT_STEP) + 1,
    width: header.length,
  };
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

function placed({ before, map }: Pair, { contact, field, to }: FieldEdit): WrittenEdit[] {
  const column = map.columns[field]?.columns[0];
  if (column === undefined) return [];
  return [{ row: contact.row, column, from: before.rows[contact.row - 1]?.[column - 1] ?? '', to }];
}

/**
 * The edits whose cells hold no formula of theirs; null where one does not stand as it was read: rows or columns have
 * moved, or somebody was quicker. Two calls, the cells last, so that nothing is asked of the sheet before the write.
 */
function stillRight({ services, before, map }: Pair, edits: readonly WrittenEdit[]): WrittenEdit[] | null {
  const rows = edits.map(({ row }) => row);
  const columns = edits.map(({ column }) => column);
  const [top, left] = [Math.min(...rows), Math.min(...columns)];
  const formulas = services.book.readFormulas(
    before.id,
    top,
    left,
    Math.max(...rows) - top + 1,
    Math.max(...columns) - left + 1,
  );
  const now = services.book.readRows(before.id, top, Math.max(...rows) - top + 1);
  const standing = (row: number, column: number) => now[row - top]?.[column - 1] ?? '';
  const was = (row: number, column: number) => before.rows[row - 1]?.[column - 1] ?? '';
  const stays = ({ row, column, from }: WrittenEdit) =>
    sameCell(standing(row, column), from) &&
    sameCell(standing(row, map.outreachIdColumn), was(row, map.outreachIdColumn));
  if (!edits.every(stays)) return null;
  return edits.filter(({ row, column }) => (formulas[row - top]?.[column - left] ?? '') === '');
}

/** The edits that landed; 'refused' where the sheet took none, as where the contacts are protected from the typist. */
function writeHome(pair: Pair, edits: readonly WrittenEdit[]): readonly WrittenEdit[] | 'refused' | 'moved' {
  const { services, before, map } = pair;
  if (edits.length === 0) return [];
  const right = stillRight(pair, edits);
  if (right === null) return 'moved';
  try {
    writeTheirs(services, before.id, right);
    const kept = putRight(services, before, map, right);
    return kept.length === 0 ? right : [];
  } catch (error) {
    throwIfLost(error);
    return 'refused';
  }
}

function withEdits({ before, map }: Pair, edits: readonly WrittenEdit[]): Pick<Pair, 'before' | 'contacts'> {
  const rows: Cell[][] = before.rows.map((row) => [...row]);
  for (const { row, column, to } of edits) (rows[row - 1] ?? [])[column - 1] = to;
  const after = { ...before, rows };
  return { before: after, contacts: readContacts(after, map) };
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

/** In one call that no other run can come between. Without a log the next full run makes one. */
function logTouch({ services, ties }: Pair, contact: Contact, { touch }: TakenInTab): void {
  const { book } = services;
  const tabs = book.tabs();
  const log = tabs.find(({ id }) => id === ties.log) ?? tabs.find(({ name }) => name === LOG_TAB);
  const rows = log === undefined ? [] : book.readRows(log.id, 1, LOG_HEADING_ROWS);
  const columns = log === undefined ? null : columnsOfLog({ ...log, rows });
  if (log === undefined || columns === null) return;
  const width = Math.max(...columns.values());
  book.append(log.id, logLine({ columns, width }, touchEntry(contact, ties.volunteer, touch)));
}
