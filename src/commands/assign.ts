// Assign: an even share shown before it is written, then one tab a volunteer, or the owner column for fewer than three.
import { FIELD_LABELS } from '../reading/fields';
import { cellText, type Cell } from '../values/cell';
import { columnLetter, quoteTab } from '../values/a1';
import { longDay, parseDay, shortDay, type Day } from '../values/day';
import { bad, good, type Problem, type Result } from '../values/result';
import { asOurText } from '../values/writtenText';
import { formulaSeparator } from '../touches/nextStepFormula';
import { stateOf } from '../touches/state';
import { entriesByContact, entriesFor } from '../touches/readLog';
import {
  ASSIGNMENT_COLUMNS,
  assignmentCells,
  assignmentTabName,
  planTabUpdate,
  WHAT_HAPPENED,
  type AssignmentRow,
} from '../people/assignmentTab';
import { taskOf, TASKS } from '../people/open';
import { planShare, type Share } from '../people/share';
import type { KeyedEdit } from '../workbook/edits';
import { newest } from '../workbook/dataTab';
import { EVERYBODY_READS, VOLUNTEERS_SHAPE } from '../workbook/ourTabs';
import { matchOwner, splitOwners } from '../workbook/owners';
import { volunteerNamed, type Volunteer } from '../workbook/volunteer';
import { keysByRow } from '../workbook/identity';
import type { Services } from '../google/services';
import { MOST_ITEMS, type AssignView, type WriteReceipt } from './answers';
import { applyEdits, type Applied } from './applyEdits';
import { columnOf, nameOf, openCampaign, relyOn, type Campaign, type SheetName } from './campaign';
import { tabHash } from './changes';
import { appendRows } from './hiddenTab';
import { writeJournal } from './journal';
import { ensureTab } from './ourTabs';
import { giveOutreachIds } from './outreachIds';

export interface AssignOptions {
  /** "YYYY-MM-DD", '' for the next meeting. */
  readonly due: string;
  /** 0 for an even share. */
  readonly cap: number;
  readonly moves: readonly { readonly contact: string; readonly to: string }[];
}

/** From here on one tab each is worth it; below, the owner column is filled instead. */
const ENOUGH_FOR_TABS = 3;
/** Rows with dropdowns that a new tab has, the heading included: room for what a volunteer adds. */
const FURNISHED_ROWS = 200;

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
  const header = (column: number) => cellText(table.rows[map.headerRow - 1]?.[column - 1] ?? '');
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
  // The lead decided on keys of rows without an id; they are told apart by row until every row has one.
  const rowOf = new Map(
    options.moves.map((move) => [move.contact, opened.ok ? opened.value.byKey.get(move.contact)?.row : 0]),
  );
  let moves = options.moves;
  if (giveOutreachIds(opened.value)) {
    opened = open();
    if (!opened.ok) return opened;
    const keys = keysByRow(opened.value.contacts);
    moves = moves.map((move) => ({
      ...move,
      contact: keys.get(rowOf.get(move.contact) ?? 0) ?? move.contact,
    }));
  }
  const made = plan(opened.value, { ...options, moves });
  return made.volunteers.length === 0 ? bad(nobody(opened.value)) : good(made);
}

/** Fills the owner column only. Needs the lock. */
export function fillOwners(services: Services, options: AssignOptions): Result<WriteReceipt> {
  const opened = openForWriting(services, options);
  if (!opened.ok) return opened;
  const { campaign, share } = opened.value;
  const what = `Gave ${share.gifts.length} contacts an owner`;
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
    what: `Gave ${share.gifts.length} contacts an owner`,
  });
  const kept = [...applied.kept];
  const outcome = writeTabs(services, made, kept);
  services.book.flush();
  const parts = [
    outcome.built > 0 ? `Built ${outcome.built} ${outcome.built === 1 ? 'tab' : 'tabs'}` : '',
    outcome.updated > 0
      ? `brought ${outcome.updated} ${outcome.updated === 1 ? 'tab' : 'tabs'} up to date`
      : '',
  ].filter((part) => part !== '');
  const text = parts.join(' and ') || 'Nobody has an open contact, so no tab was built';
  return good({
    ...receipt(`${text.charAt(0).toUpperCase()}${text.slice(1)}`, applied),
    kept: kept.slice(0, MOST_ITEMS),
    written: applied.written + outcome.cells,
  });
}

function writeTabs(
  services: Services,
  made: Plan,
  kept: Applied['kept'][number][],
): { built: number; updated: number; cells: number } {
  const { campaign, share } = made;
  const { book } = services;
  const tabs = book.tabs();
  let pattern: number | null = null;
  let built = 0;
  let updated = 0;
  let cells = 0;
  const madeTabs: string[] = [];
  for (const load of share.loads) {
    const rows = rowsFor(made, [...load.has, ...load.alsoIn, ...load.gets]);
    if (rows.length === 0) continue;
    const name = assignmentTabName(load.volunteer.name);
    const known = Number(newest(campaign.hidden.rows, 'tab', name)?.state ?? NaN);
    const standing = tabs.find((tab) => tab.id === known) ?? tabs.find((tab) => tab.name === name);
    if (standing) {
      const table = book.read(standing.id);
      const update = table ? planTabUpdate(table.rows, rows) : null;
      if (table === null || update === null) {
        kept.push({
          cell: '',
          why: `The tab “${standing.name}” has lost its column Outreach ID, so it was left as it is.`,
        });
        continue;
      }
      for (const edit of update.edits) book.write(standing.id, edit.row, edit.column, [[toOurCell(edit.to)]]);
      if (update.added.length > 0) {
        book.grow(standing.id, table.rows.length + update.added.length, 1);
        book.write(
          standing.id,
          table.rows.length + 1,
          1,
          update.added.map((line) => line.map(toOurCell)),
        );
      }
      updated++;
      cells += update.edits.length + update.added.length * ASSIGNMENT_COLUMNS.length;
      if (update.noLongerTheirs.length > 0) {
        kept.push({
          cell: '',
          why: `${update.noLongerTheirs.length} rows in “${standing.name}” belong to somebody else now. They stay until you delete them.`,
        });
      }
      continue;
    }
    const values = rows.map((row) => assignmentCells(row).map(toOurCell));
    const tab: number = pattern === null ? furnishTab(services, name) : book.copyTab(pattern, name).id;
    pattern ??= tab;
    book.grow(tab, values.length + 1, ASSIGNMENT_COLUMNS.length);
    // The whole furnished block, so that a copy never keeps the rows of the tab it was copied from.
    const blanks = Array.from({ length: Math.max(0, FURNISHED_ROWS - 1 - values.length) }, () =>
      ASSIGNMENT_COLUMNS.map(() => ''),
    );
    book.write(tab, 2, 1, pattern === tab ? values : [...values, ...blanks]);
    const { day, time } = services.now();
    appendRows(services, campaign.hidden, [
      { kind: 'tab', key: name, when: `${day} ${time}`, who: '', state: String(tab), data: '' },
    ]);
    madeTabs.push(String(tab));
    built++;
    cells += values.length * ASSIGNMENT_COLUMNS.length;
  }
  if (madeTabs.length > 0) journalTabs(services, campaign, madeTabs, built);
  return { built, updated, cells };
}

/** Each new tab with what it holds, so that undo removes it only while nobody wrote in it. */
function journalTabs(services: Services, campaign: Campaign, tabs: readonly string[], built: number): void {
  services.book.flush();
  const made = tabs.map((id) => `tab:${id}:${tabHash(services.book.read(Number(id))?.rows ?? [])}`);
  writeJournal(services, campaign.hidden, {
    what: `Built ${built} ${built === 1 ? 'tab' : 'tabs'}`,
    tab: campaign.map.sheetId,
    made,
    undoable: true,
    cells: [],
  });
}

const toOurCell = (cell: Cell): Cell =>
  typeof cell === 'string' && !isFormula(cell) ? asOurText(cell) : cell;
/** Only our own look-up formula may act; a text of theirs that begins like it is not ours. */
const isFormula = (text: string) => text.startsWith('=IFERROR(INDEX(');

function rowsFor({ campaign, share, due }: Plan, keys: readonly string[]): AssignmentRow[] {
  const byContact = entriesByContact(campaign.log);
  const gifts = new Map(share.gifts.map((gift) => [gift.key, gift.to]));
  return keys.flatMap((key): AssignmentRow[] => {
    const contact = campaign.byKey.get(key);
    if (contact === undefined) return [];
    const entries = entriesFor(contact, byContact);
    const state = stateOf(contact, entries, campaign.settings, campaign.today, campaign.services.book.locale);
    const last = state.lastTouch === null ? '' : shortDay(state.lastTouch, campaign.today);
    const channel =
      state.lastChannel === null || state.lastChannel === 'unknown' ? '' : `, ${state.lastChannel}`;
    const own = contact.cells.due;
    return [
      {
        contact,
        task: contact.text.task || taskOf(contact, entries.length > 0),
        due: typeof own === 'object' ? own.day : gifts.has(key) || contact.text.due === '' ? due : null,
        nextStep: nextStepCell(campaign, state.word),
        lastTouch: last === '' ? '' : `${last}${channel}`,
      },
    ];
  });
}

/** Looks the word up in the contacts tab by Outreach ID, so that it stays true; the word itself where there is no such column. */
function nextStepCell(campaign: Campaign, word: string): string {
  const { map, services } = campaign;
  if (map.nextStepColumn === 0 || map.outreachIdColumn === 0) return word;
  const tab = quoteTab(map.sheet);
  const column = (n: number) => `${tab}!$${columnLetter(n)}:$${columnLetter(n)}`;
  const s = formulaSeparator(services.book.locale);
  return `=IFERROR(INDEX(${column(map.nextStepColumn)}${s}MATCH(INDEX($A:$A${s}ROW())${s}${column(map.outreachIdColumn)}${s}0))${s}"")`;
}

/** The first tab, with formats, dropdowns and widths; the others are copies of it. */
function furnishTab(services: Services, name: string): number {
  const { book } = services;
  const at = (column: (typeof ASSIGNMENT_COLUMNS)[number]) => ASSIGNMENT_COLUMNS.indexOf(column) + 1;
  const tab = book.addTab({
    name,
    rows: [ASSIGNMENT_COLUMNS],
    textColumns: [1, 2, 3, 4, 5, 6, at('Last touch'), at('What happened'), at('Notes')],
    widths: [90, 220, 140, 220, 120, 100, 100, 100, 140, 140, 260],
    headerNotes: ASSIGNMENT_COLUMNS.map((column) =>
      column === 'Notes' || column === 'What happened' ? EVERYBODY_READS : '',
    ),
    hidden: false,
  }).id;
  book.grow(tab, FURNISHED_ROWS, ASSIGNMENT_COLUMNS.length);
  book.dropdown(tab, 2, at('Task'), FURNISHED_ROWS - 1, TASKS);
  book.dropdown(tab, 2, at('What happened'), FURNISHED_ROWS - 1, WHAT_HAPPENED);
  book.datePicker(tab, 2, at('Due'), FURNISHED_ROWS - 1);
  return tab;
}

/** An owner name that fits nobody: means this volunteer ("" adds the name to the Volunteers tab). Needs the lock. */
export function confirmOwner(services: Services, name: string, volunteer: string): Result<AssignView> {
  const opened = openCampaign(services, ['log', 'settings', 'volunteers']);
  if (!opened.ok) return opened;
  const campaign = opened.value;
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
      header: cellText(campaign.table.rows[campaign.map.headerRow - 1]?.[column - 1] ?? ''),
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
