// Changes and undo: what the add-on wrote, newest first, and taking one change back cell by cell.
import { longDay, parseDay } from '../values/day';
import { cellText, sameCell } from '../values/cell';
import { countOf } from '../values/count';
import { bad, good, type Result } from '../values/result';
import { asTheirCell } from '../values/writtenText';
import { columnNumber } from '../values/a1';
import { NEXT_STEP } from '../reading/fields';
import { ownColumns } from '../reading/ownColumns';
import { HANDED_OVER, TAKEN_BACK } from '../touches/logged';
import { schemaVersion, SCHEMA_VERSION } from '../workbook/dataTab';
import { readJournal, type Change, type JournalCell } from '../workbook/journal';
import { keyOf } from '../workbook/readSettings';
import type { Table } from '../workbook/table';
import type { Services } from '../google/services';
import { applyEdits, REFUSED, type Kept } from './applyEdits';
import { clearColumn } from './clearColumn';
import { MOST_ITEMS, type ChangesView, type WriteReceipt } from './answers';
import { newerWorkbook, openCampaign } from './campaign';
import { TOUCH } from './contact';
import { openHiddenTab, setStates, type HiddenTab } from './hiddenTab';
import { TOUCHES_LOGGED } from './homeAnswers';
import { undoKeyed } from './keyedTab';
import { OWNER_COLUMN, removeOwnerColumn } from './ownerColumn';
import { PASTED_NAMES, undoPastedNames } from './pastedRows';
import { followAgain, FOLLOWED } from './meetingMoved';
import { TASK_ROWS, undoTaskRows } from './movePlan';
import { writeTakenBack } from './takenBack';
import { SETTING } from './today';
import { tabGone } from '../google/tabGone';
import { tabHash } from './tabHash';
import { addedContacts, undoAddedContacts } from './undoAddedContacts';
import { undoMeetingMade, type MadeThing } from './undoMeeting';

export function showChanges(services: Services): Result<ChangesView> {
  const { day: today } = services.now();
  const groups = new Map<string, ChangesView['groups'][number]['changes'][number][]>();
  for (const change of readJournal(openHiddenTab(services).rows).slice(0, MOST_ITEMS)) {
    const day = parseDay(change.when.slice(0, 10));
    const title = day === null ? '' : day === today ? 'Today' : longDay(day);
    const list = groups.get(title) ?? [];
    list.push({
      id: change.id,
      what: change.what,
      who: change.who,
      time: change.when.slice(11),
      cells: change.cells.length,
      state: change.state === 'undone' ? 'undone' : change.undoable && change.state === '' ? 'undo' : 'kept',
    });
    groups.set(title, list);
  }
  return good({ groups: [...groups].map(([dayText, changes]) => ({ dayText, changes })) });
}

/** Takes a change back where nobody changed the cell since; the rest is listed. Lines of the log stay. */
export function undoChange(services: Services, id: string): Result<WriteReceipt> {
  const hidden = openHiddenTab(services);
  if (schemaVersion(hidden.rows) > SCHEMA_VERSION) return bad(newerWorkbook());
  const change = readJournal(hidden.rows).find((c) => c.id === id);
  if (change === undefined) {
    return bad({
      code: 'no-such-change',
      message: 'This change is not kept any more: changes can be undone for 30 days. Nothing was changed.',
      todo: 'Use File, Version history in the sheet to go further back.',
    });
  }
  if (change.state !== '' || !change.undoable) {
    return bad({
      code: 'not-undoable',
      message:
        change.state === 'undone'
          ? 'This change was undone already.'
          : 'This change cannot be taken back: mail has left, or a person was forgotten.',
      todo: 'Look at the newest changes again.',
    });
  }
  const isOfSend = hidden.rows.some((row) => row.kind === 'message' && row.data.startsWith(`${id} `));
  const kept: Kept[] = [];
  let written = 0;
  const ofTasks = change.made.includes(TASK_ROWS);
  if (ofTasks) {
    const applied = undoTaskRows(services, hidden, change);
    kept.push(...applied.kept);
    written += applied.written;
  }
  const ofNames = change.made.includes(PASTED_NAMES);
  if (ofNames) {
    const applied = undoPastedNames(services, change);
    kept.push(...applied.kept);
    written += applied.written;
  }
  const ofContacts = ofTasks || ofNames ? [] : change.cells.filter((cell) => cell.key !== '');
  let staying: ReadonlySet<string> = new Set();
  if (ofContacts.length > 0) {
    const tab = services.book.tabs().find((t) => t.id === change.tab);
    if (tab === undefined) throw tabGone();
    const opened = openCampaign(services, [], tab.name);
    if (!opened.ok) return opened;
    const added = addedContacts(ofContacts);
    if (added.size > 0) {
      const out = undoAddedContacts(opened.value, added);
      kept.push(...out.kept);
      written += out.written;
      staying = out.staying;
    }
    const applied = applyEdits(services, {
      map: opened.value.map,
      hidden,
      what: null,
      edits: ofContacts
        .filter(({ key }) => !added.has(key))
        .map((cell) => ({ ...cell, from: cell.to, to: cell.from })),
    });
    kept.push(...applied.kept);
    written += applied.written;
  }
  written += undoPlainCells(services, change, kept);
  for (const made of change.made) undoMade(services, hidden, change, { made, staying, kept });
  // What is back already is passed over the next time.
  const stays = kept.some(({ why }) => why === REFUSED);
  if (!stays)
    setStates(services, hidden, (row) =>
      row.kind === 'change' && row.key.startsWith(`${id}/`) ? 'undone' : null,
    );
  services.book.flush();
  const butKept = stays
    ? 'Not all of it could be undone. Undo stays here, so that you can try again'
    : kept.some(({ cell }) => cell === '')
      ? 'Undone, but not all of it'
      : `Undone, but ${countOf(kept.length, 'cell')} ${kept.length === 1 ? 'was' : 'were'} kept`;
  const done = kept.length === 0 ? `Undone: ${change.what}` : butKept;
  return good({
    message: isOfSend
      ? `${kept.length === 0 ? 'The rows are as before' : butKept}. The mail has left and cannot be unsent; the log keeps it.`
      : change.made.includes(TOUCHES_LOGGED)
        ? `${done}. What happened stays in the Outreach log.`
        : done,
    change: '',
    written,
    kept: kept.slice(0, MOST_ITEMS),
    undoable: false,
  });
}

/** Cells that belong to no contact (headings of our own columns, cells of our own tabs), found by their A1 name. */
function undoPlainCells(services: Services, change: Change, kept: Kept[]): number {
  const plain = change.cells.filter((cell) => cell.key === '');
  const setting = change.made.find((made) => made === SETTING || made.startsWith(`${SETTING}:`));
  const tab = Number(setting?.split(':')[1] ?? change.tab);
  const table = plain.length > 0 ? services.book.read(tab) : null;
  if (table === null) return 0;
  let written = 0;
  for (const cell of plain) {
    const { row, column } = setting === undefined ? placeOf(cell) : placeOfSetting(table, cell);
    const now = table.rows[row - 1]?.[column - 1] ?? '';
    if (row === 0) {
      kept.push({ cell: '', why: `The line “${cell.header}” is gone.` });
      continue;
    }
    if (!sameCell(now, cell.to)) {
      kept.push({ cell: cell.cell, why: `It reads “${cellText(now)}” now.` });
      continue;
    }
    const back = asTheirCell(cell.from);
    services.book.write(tab, row, column, [[back]]);
    written++;
  }
  return written;
}

/** People sort and insert in Settings too; row 0 where the line is gone. */
function placeOfSetting({ rows }: Table, { header, column }: JournalCell): { row: number; column: number } {
  return { row: rows.findIndex(([name = '']) => keyOf(cellText(name)) === keyOf(header)) + 1, column };
}

function placeOf(cell: JournalCell): { row: number; column: number } {
  const [, letters = 'A', digits = '1'] = /^([A-Z]+)(\d+)$/.exec(cell.cell) ?? [];
  return { row: Number(digits), column: columnNumber(letters) };
}

/** FOLLOWED: due dates follow the meeting of this day again. 'formats': our conditional formats. TOUCH: a line of the log. 'next-step', OWNER_COLUMN: our columns. 'tab:17:hash': a tab, removed while it is as we made it. What a closed meeting made: undoMeeting.ts. */
function undoMade(services: Services, hidden: HiddenTab, change: Change, one: MadeThing): void {
  const { book } = services;
  if (undoMeetingMade(services, hidden, one)) return;
  const { made, staying, kept } = one;
  if (undoKeyed(services, hidden, made, kept)) return;
  const [what, id = '', hash = ''] = made.split(':');
  if (what === 'formats') book.replaceFormats(change.tab, []);
  if (what === 'next-step') undoNextStep(services, change.tab, kept);
  if (what === TOUCH) takeTouchBack(services, change, id);
  if (what === FOLLOWED) {
    const day = parseDay(id);
    if (day !== null) followAgain(services, hidden, change.tab, day);
  }
  if (what === OWNER_COLUMN) kept.push(...removeOwnerColumn(services, change.tab));
  if (what === 'tab') {
    const table = book.read(Number(id));
    if (table === null) return;
    const holds = table.rows.flat().some((cell) => typeof cell === 'string' && staying.has(cell));
    if (holds) kept.push({ cell: '', why: `The tab “${table.name}” stays: a contact in it does.` });
    else if (tabHash(table.rows) === hash) book.deleteTab(Number(id));
    else kept.push({ cell: '', why: `The tab “${table.name}” stays: somebody wrote in it.` });
  }
}

/**
 * The line stays, and one behind it says that it was taken back. Said twice it is written once; not where the contact
 * stays with whom it was given to.
 */
function takeTouchBack(services: Services, change: Change, entryId: string): void {
  const name = services.book.tabs().find((t) => t.id === change.tab)?.name;
  const opened = name === undefined ? null : openCampaign(services, ['log'], name);
  if (!opened?.ok) return;
  const entry = opened.value.log.find((line) => line.entryId === entryId);
  if (entry === undefined || entry.kind === TAKEN_BACK) return;
  const { byKey, table, map } = opened.value;
  const isBack = ({ key, header, from }: JournalCell) => {
    const at = (table.rows[map.headerRow - 1] ?? []).findIndex((cell) => cellText(cell) === header);
    return sameCell(table.rows[(byKey.get(key)?.row ?? 0) - 1]?.[at] ?? '', from);
  };
  const owners = change.cells.filter(({ key }) => key === entry.contact);
  if (entry.kind === HANDED_OVER && !owners.every(isBack)) return;
  writeTakenBack(opened.value, entry, services.address());
}

/** Empties our column. Where a person wrote in it, it is not only ours any more (reading/ownColumns.ts) and stays. */
function undoNextStep(services: Services, tab: number, kept: Kept[]): void {
  const name = services.book.tabs().find((t) => t.id === tab)?.name;
  const opened = name === undefined ? null : openCampaign(services, [], name);
  if (!opened?.ok) return;
  const { map, table } = opened.value;
  const find = ({ rows }: Table) =>
    ownColumns(rows, { ...map, groupRow: 0, lastRow: rows.length, width: rows[0]?.length ?? 0 }).nextStep;
  if (map.nextStepColumn > 0 && clearColumn(services, map, find)) return;
  const stands = table.rows[map.headerRow - 1]?.includes(NEXT_STEP) === true;
  kept.push({
    cell: '',
    why: stands
      ? `The column “${NEXT_STEP}” stays: somebody wrote in it.`
      : `No column is headed “${NEXT_STEP}” any more, so none was emptied.`,
  });
}
