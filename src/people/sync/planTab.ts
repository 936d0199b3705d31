// One volunteer's tab against the contacts, cell by cell: what goes home, what comes from the contacts, what was
// changed on both sides, and what happened. Plain data in and out: the trigger and the full run share it.
import type { Contact } from '../../reading/contact';
import { OUTREACH_ID, type Field } from '../../reading/fields';
import { cellText, isBlank, sameCell, type Cell, type Grid } from '../../values/cell';
import { laterOf, shortDay, type Day } from '../../values/day';
import { cleanText } from '../../values/text';
import { shownCells, type AssignmentColumn, type AssignmentRow } from '../assignmentTab';
import { lineMarks, markOf } from './marks';
import { mergeCell } from './mergeCell';
import { mergeNotes } from './mergeNotes';
import { movedDay, type MovedDay } from './movedDay';
import {
  lostRecord,
  readRecord,
  SHARED,
  SHARED_FIELDS,
  touchId,
  writeRecord,
  type SharedColumn,
  type SyncRecord,
} from './record';
import type { TabHead } from './tabHead';
import { joinWays, readWays, saysWays, WAYS } from './ways';
import { givesWay, HINTS, isHint, readHappened, type NewTouch, type Unclear } from './whatHappened';

/** Our formula of the next step; any other is theirs. */
const LOOK_UP = /^=IFERROR\(.+MATCH\(INDEX\(/;

/** Stands in the Next step of a row whose contact could not be written: a later full run takes it away. */
export const WAITS_FOR_LEAD = 'Waiting for the lead';
/** Stands there where the row's contact is gone, or its Outreach ID stands twice in the contacts. */
export const UNKNOWN_ROW = 'Ask a lead about this row';

export interface TabInput {
  readonly rows: Grid;
  readonly head: TabHead;
  /** Sheet id. */
  readonly tab: number;
  /** By Outreach ID: what each contact shows now. A row of any other id is left alone. */
  readonly contacts: ReadonlyMap<string, AssignmentRow>;
  /** Whether one column of the contacts means this field, so that it can be written. */
  readonly takes: (field: Field) => boolean;
  /** What is not sure at the moment which column it is: carried in neither direction. */
  readonly asked?: (field: Field) => boolean;
  /** Outreach IDs of rows that are theirs for the first time: nothing was in common before, so a blank is no answer. */
  readonly fresh?: ReadonlySet<string>;
  /** What stands under Next step in place of the contact's own, by Outreach ID. */
  readonly words?: ReadonlyMap<string, string>;
  /** What a record that names this tab (sheet id) is worth here: its marks, nothing, or the row is left alone. */
  readonly worth: (tab: number) => 'marks' | 'nothing' | 'left alone';
  readonly today: Day;
  /** The sheet's, "en_US". */
  readonly locale: string;
  /** False for the trigger: what is worked out (next step, last touch, task and day of a blank cell) is left as it is. */
  readonly refresh: boolean;
  /** What a person chose where both sides were changed. */
  readonly choices: readonly Choice[];
}

export interface Choice {
  readonly id: string;
  readonly column: string;
  readonly keep: 'tab' | 'contacts';
  /** Both texts as they were shown: a choice between other texts is none. */
  readonly tab: string;
  readonly contacts: string;
}

export interface FieldEdit {
  readonly contact: Contact;
  readonly field: Field;
  readonly to: Cell;
}

export interface Conflict {
  readonly contact: Contact;
  readonly column: SharedColumn | 'Notes';
  readonly tab: string;
  readonly contacts: string;
  /** "YYYY-MM-DD HH:MM" when an edit in the tab was seen that could not be carried over; '' where nobody saw one. */
  readonly seen: string;
}

export interface RowPlan {
  /** 1-based. */
  readonly row: number;
  readonly contact: Contact;
  /** What goes to the contacts. */
  readonly home: readonly FieldEdit[];
  /** What comes from the contacts into the tab, without the record. */
  readonly cells: readonly { readonly column: number; readonly to: Cell }[];
  readonly conflicts: readonly Conflict[];
  /** Columns whose change has no place in the contacts. */
  readonly unplaced: readonly AssignmentColumn[];
  readonly touch: NewTouch | null;
  /** The day of a touch that was taken before is another one. */
  readonly moved: MovedDay | null;
  readonly unclear: { readonly why: Unclear; readonly text: string } | null;
  readonly lastTouch: Day | null;
  /** As it stands in the tab, lost where there is none of this tab. */
  readonly known: SyncRecord;
  /** As it is once `cells` are written. */
  readonly record: SyncRecord;
}

/** Rows of known contacts, one a contact; a row whose id stands twice in the tab is left out. */
export function planTab(input: TabInput): RowPlan[] {
  const { rows, head, contacts, tab } = input;
  const idColumn = head.columns.get(OUTREACH_ID) ?? 0;
  const idOf = (index: number) => cellText(rows[index]?.[idColumn - 1] ?? '').trim();
  const times = new Map<string, number>();
  for (let index = head.headerRow; index < rows.length; index++)
    times.set(idOf(index), (times.get(idOf(index)) ?? 0) + 1);
  const plans: RowPlan[] = [];
  for (let index = head.headerRow; index < rows.length; index++) {
    const id = idOf(index);
    const row = contacts.get(id);
    if (row === undefined || times.get(id) !== 1) continue;
    const stands = readRecord(cellText(rows[index]?.[head.record - 1] ?? ''));
    const worth = stands === null ? 'nothing' : input.worth(stands.tab);
    if (worth === 'left alone') continue;
    const happened = cellText(rows[index]?.[(head.columns.get('What happened') ?? 0) - 1] ?? '');
    if (stands !== null && worth === 'nothing' && happened.trim() !== '') {
      plans.push(asItStands(index + 1, row, tab, stands, happened));
      continue;
    }
    const known = stands?.id === id && worth === 'marks' ? { ...stands, tab } : lostRecord(tab, id);
    plans.push(planRow(input, index + 1, row, known));
  }
  return plans;
}

/** Copied from another tab with something in “What happened”: the same touch must not be written down twice. */
function asItStands(
  at: number,
  { contact, lastTouch }: AssignmentRow,
  tab: number,
  stands: SyncRecord,
  text: string,
): RowPlan {
  return {
    row: at,
    contact,
    home: [],
    cells: [],
    conflicts: [],
    unplaced: [],
    touch: null,
    moved: null,
    unclear: { why: 'copied', text },
    lastTouch,
    known: lostRecord(tab, contact.outreachId),
    record: stands,
  };
}

function planRow(input: TabInput, at: number, row: AssignmentRow, known: SyncRecord): RowPlan {
  const { head, rows, today, locale } = input;
  const { contact } = row;
  const line = rows[at - 1] ?? [];
  const stands = (column: AssignmentColumn): Cell => line[(head.columns.get(column) ?? 0) - 1] ?? '';
  const shown = shownCells(row);
  const merged: Merged = { home: [], cells: [], conflicts: [], unplaced: [], marks: { ...known.marks } };
  for (const column of SHARED) {
    if (!head.columns.has(column) || (column === 'Organization' && contact.text.organization === ''))
      continue;
    if (fieldsOf(column).some((field) => input.asked?.(field))) continue;
    mergeColumn(input, merged, { contact, column, stands: stands(column), shows: shown[column], known });
  }
  const notes =
    head.columns.has('Notes') && !input.asked?.('notes')
      ? mergeNotesColumn(input, merged, contact, cellText(stands('Notes')), cellText(shown.Notes), known)
      : known.notes;

  const when = stands('When');
  const isChosen = !isBlank(stands('What happened'));
  // Beside a choice a day that is not the one we left was typed, also where the contacts show the same by now.
  const isTyped =
    !isBlank(when) &&
    markOf(cellText(when)) !== known.when &&
    ((isChosen && known.when !== null) || !sameCell(when, shown.When));
  const happened = readHappened(stands('What happened'), isTyped ? when : '', today, locale);
  const isAlone = happened.kind === 'nothing' && isTyped && known.when !== null;
  const moved = isAlone ? movedDay(when, known, today, locale) : null;
  const put = (column: AssignmentColumn, to: Cell) => {
    const place = head.columns.get(column) ?? 0;
    if (place > 0 && !sameCell(stands(column), to)) merged.cells.push({ column: place, to });
  };
  const isFree = happened.kind === 'nothing' && !isTyped;
  if (input.refresh && isFree && !isBlank(shown.When)) put('When', shown.When);
  const hint = happened.kind === 'unclear' ? HINTS[happened.why] : undefined;
  const word = input.words?.get(contact.outreachId) ?? hint;
  const isOver = happened.kind === 'nothing' && isHint(stands('Next step'));
  const step = cellText(stands('Next step'));
  const stays = step.startsWith('=') && !(LOOK_UP.test(step) && givesWay(row.nextStep));
  if (word !== undefined || isOver || (input.refresh && !stays)) put('Next step', word ?? row.nextStep);
  const whenMark =
    input.refresh && isFree ? markOf(cellText(isBlank(shown.When) ? when : shown.When)) : known.when;
  const record = { ...known, marks: merged.marks, notes, when: whenMark };
  return {
    row: at,
    contact,
    home: merged.home,
    cells: merged.cells,
    conflicts: merged.conflicts,
    unplaced: merged.unplaced,
    touch: happened.kind === 'touch' ? happened.touch : null,
    moved,
    unclear:
      happened.kind === 'unclear'
        ? { why: happened.why, text: cellText(stands('What happened')) }
        : isAlone && moved === null
          ? { why: 'nothing', text: typeof when === 'object' ? shortDay(when.day, today) : cellText(when) }
          : null,
    lastTouch: row.lastTouch,
    known,
    record: merged.conflicts.length === 0 && merged.home.length === 0 ? { ...record, seen: '' } : record,
  };
}

interface Merged {
  readonly home: FieldEdit[];
  readonly cells: { column: number; to: Cell }[];
  readonly conflicts: Conflict[];
  readonly unplaced: AssignmentColumn[];
  readonly marks: Record<SharedColumn, string | null>;
}

interface Place {
  readonly contact: Contact;
  readonly column: SharedColumn;
  readonly stands: Cell;
  readonly shows: Cell;
  readonly known: SyncRecord;
}

const fieldsOf = (column: SharedColumn): readonly Field[] =>
  column === 'How to reach them' ? WAYS : [SHARED_FIELDS[column]];

/** Where the contacts are blank the tab shows what we worked out: that gives way to whatever somebody typed. */
const WORKED_OUT: Partial<Record<SharedColumn, Field>> = { Task: 'task', Due: 'due' };

function mergeColumn(input: TabInput, merged: Merged, place: Place): void {
  const { contact, column, known } = place;
  const mark = known.marks[column];
  const [stands, contacts] = [cellText(place.stands), cellText(place.shows)];
  const isFresh = mark === null && input.fresh?.has(contact.outreachId) === true;
  const isWays = column === 'How to reach them';
  const tab = isFresh && isWays ? (joinWays(stands, contact.text) ?? stands) : stands;
  const field = WORKED_OUT[column];
  // A heading of the contacts that somebody renamed takes no text away from the tab.
  if (contacts === '' && !isWays && !input.takes(SHARED_FIELDS[column]) && mark === markOf(tab)) return;
  const isWorkedOut = field !== undefined && contact.text[field] === '';
  if (isWorkedOut && !input.refresh && (mark === null || mark === markOf(tab))) return;
  let outcome = mergeCell(mark, isWorkedOut && !input.refresh ? '' : contacts, tab);
  // The name of an organization is never taken away without a word.
  if (outcome === 'to contacts' && column === 'Organization' && isBlank(tab)) outcome = 'conflict';
  // What was worked out is shown again where somebody cleared it: nothing of the contacts was taken away.
  if (isWorkedOut && isBlank(tab) && outcome !== 'nothing') outcome = 'to tab';
  if (outcome === 'nothing' && tab !== stands && mergeCell(null, contacts, stands) !== 'nothing')
    outcome = 'to tab';
  if (outcome === 'conflict' && isFresh)
    outcome = isBlank(tab) ? 'to tab' : contacts === '' || tab !== stands ? 'to contacts' : outcome;
  if (outcome === 'conflict' && isWays && saysWays(tab, contact.text)) outcome = 'to tab';
  if (outcome === 'conflict')
    outcome = choiceFor(input, contact, column, tab, contacts) ?? (isWorkedOut ? 'to contacts' : 'conflict');
  if (outcome === 'nothing') merged.marks[column] = markOf(tab);
  else if (outcome === 'to tab') {
    merged.marks[column] = markOf(contacts);
    merged.cells.push({ column: input.head.columns.get(column) ?? 0, to: place.shows });
  } else if (outcome === 'conflict') {
    merged.conflicts.push({ contact, column, tab, contacts, seen: known.seen });
  } else {
    const edits = homeEdits(input, place, tab);
    // Without a column of theirs, a task or a day lives in the tab alone.
    if (edits !== null) merged.home.push(...edits);
    else if (field === undefined) merged.unplaced.push(column);
  }
}

/** Cells of the contact that take the change; null where the contacts have no place for it. */
function homeEdits(input: TabInput, place: Place, text: string): FieldEdit[] | null {
  const { contact, column, stands } = place;
  if (column !== 'How to reach them') {
    const field = SHARED_FIELDS[column];
    if (!input.takes(field)) return null;
    const to = typeof stands === 'string' ? stands.trim() : stands;
    return sameCell(contact.cells[field], to) ? [] : [{ contact, field, to }];
  }
  const read = readWays(text, contact.text);
  if (read === null) return null;
  const changed = WAYS.filter((field) => cleanText(read[field]) !== contact.text[field]);
  if (!changed.every(input.takes)) return null;
  return changed.map((field) => ({ contact, field, to: read[field] }));
}

function choiceFor(
  { choices }: TabInput,
  { outreachId }: Contact,
  column: string,
  tab: string,
  contacts: string,
): 'to tab' | 'to contacts' | null {
  const choice = choices.find(
    (one) => one.id === outreachId && one.column === column && one.tab === tab && one.contacts === contacts,
  );
  return choice === undefined ? null : choice.keep === 'tab' ? 'to contacts' : 'to tab';
}

/** Returns the marks of the notes that both sides share afterwards. */
function mergeNotesColumn(
  input: TabInput,
  merged: Merged,
  contact: Contact,
  tab: string,
  contacts: string,
  known: SyncRecord,
): readonly string[] | null {
  const joined = input.takes('notes') ? mergeNotes(known.notes, contacts, tab) : tab;
  if (joined === null) {
    merged.conflicts.push({ contact, column: 'Notes', tab, contacts, seen: known.seen });
    return known.notes;
  }
  if (!input.takes('notes')) return lineMarks(tab);
  const isSame = (text: string) => sameLines(lineMarks(text), lineMarks(joined));
  if (!isSame(contacts)) {
    merged.home.push({ contact, field: 'notes', to: joined });
    return known.notes;
  }
  if (!isSame(tab)) merged.cells.push({ column: input.head.columns.get('Notes') ?? 0, to: joined });
  return lineMarks(joined);
}

const sameLines = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((mark, index) => mark === b[index]);

/** A touch taken out of the row (`time`: "HH:MM"): the dropdown is free again, the day stands beside it, and the record knows it. */
export function takeTouch<P extends Pick<RowPlan, 'touch' | 'lastTouch' | 'cells' | 'record'>>(
  plan: P,
  head: TabHead,
  time: string,
): P {
  const { touch, lastTouch } = plan;
  if (touch === null) return plan;
  const { outcome, day, until } = touch;
  const last = laterOf(lastTouch, day) ?? day;
  const cells = [...plan.cells];
  const put = (column: AssignmentColumn, to: Cell) => {
    const at = head.columns.get(column) ?? 0;
    if (at > 0) cells.push({ column: at, to });
  };
  put('What happened', '');
  put('When', { day: last, time: null });
  const entryId = touchId(plan.record, touch);
  const about = touch.about === undefined ? {} : { about: touch.about };
  const taken = { entryId, time, outcome, day, until: until ?? ('' as const), ...about };
  const touches = [...plan.record.touches, taken];
  return {
    ...plan,
    cells,
    touch: null,
    record: { ...plan.record, when: markOf(last), touches, last: entryId },
  };
}

/** The text of the record where it is not what stands in the tab; null where it is. */
export function newRecord(plan: Pick<RowPlan, 'row' | 'record'>, rows: Grid, head: TabHead): string | null {
  const text = writeRecord(plan.record);
  return cellText(rows[plan.row - 1]?.[head.record - 1] ?? '') === text ? null : text;
}
