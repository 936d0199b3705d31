// A day that somebody typed under When after the choice, as the simple trigger puts it right: in the row's record, in the
// contacts and in the log, or not at all where that is more than twelve calls.
import type { Contact } from '../reading/contact';
import { sameCell } from '../values/cell';
import { cellsAfterMove, recordAfterMove, touchesAfterMove } from '../people/sync/movedDay';
import type { RowPlan } from '../people/sync/planTab';
import { addUp } from '../touches/logged';
import { rowAfterTouch, rowWithoutTouch } from '../touches/outcome';
import { entriesByContact, entriesFor, readLog } from '../touches/readLog';
import { statusWords } from '../mail/rowAfterSend';
import { planWrites } from '../workbook/edits';
import type { WrittenEdit } from '../workbook/repairs';
import { putRight } from './applyEdits';
import {
  addLine,
  LOG_ROWS,
  MOST_CALLS,
  OPENING,
  openLog,
  placed,
  renamed,
  withEdits,
  writeHome,
} from './carryPair';
import type { Pair } from './carryPair';
import { editsOfRows, mapOfTab, putCells } from './volunteerTab';

/** The log is read once and gets two lines, the row is read back. */
const BESIDE = 4;

/** False where there is no call left for it. What turns out to be too much is left to the next full run. */
export function moveDay(pair: Pair, plan: RowPlan): boolean {
  const { services, table, head } = pair;
  const { moved, known, contact } = plan;
  const fewest = OPENING + renamed(table) + BESIDE + 1;
  if (moved === null || fewest > MOST_CALLS) return false;
  const open = openLog(pair);
  // What the contact's row was before can be told from the whole log only.
  if (open === null || open.rows.length >= LOG_ROWS) return true;
  const [back, touch] = touchesAfterMove(known, moved);
  const entries = readLog(
    { id: open.log.id, name: '', hidden: false, rows: open.rows },
    services.book.locale,
  );
  const others = entriesFor(contact, entriesByContact(entries)).filter(
    ({ entryId }) => entryId !== moved.of.entryId,
  );
  const edits = editsOfMove(pair, contact, moved, addUp(others, null).last?.day ?? null);
  const after = { ...plan, cells: cellsAfterMove(moved, head), record: recordAfterMove(known, moved) };
  const inTab = editsOfRows(table, head, [after]);
  const home = planWrites(edits).length;
  if (fewest - 1 + planWrites(inTab).length + (home === 0 ? 0 : home + 3) > MOST_CALLS) return true;
  // First of all: wherever this run is cut off, the next full run finds both touches here and writes what is missing.
  const written = putCells(services, table, head, inTab, '');
  const landed = writeHome(pair, edits);
  if (landed === 'refused' || landed === 'moved' || landed.length < edits.length) return true;
  for (const one of [back, touch]) addLine(pair, open.log, contact, one);
  putRight(services, table, mapOfTab(table, head), written);
  return true;
}

/** The cells of the contact that differ once the touch has its other day. `newest`: of the touches that stay. */
function editsOfMove(
  pair: Pair,
  contact: Contact,
  moved: NonNullable<RowPlan['moved']>,
  newest: RowPlan['lastTouch'],
): WrittenEdit[] {
  const touch = { ...moved.of, until: null, note: '' };
  const words = statusWords(pair.contacts);
  const was = rowWithoutTouch(contact, touch, [touch.outcome], newest, words);
  const without = was.flatMap(([field, to]) => placed(pair, { contact, field, to }));
  const between = withEdits(pair, without).contacts.find(({ row }) => row === contact.row) ?? contact;
  const is = rowAfterTouch(between, { ...touch, day: moved.day }, words);
  const all = [...was, ...is].flatMap(([field, to]) => placed(pair, { contact, field, to }));
  const newestOf = new Map(all.map((edit) => [edit.column, edit]));
  return [...newestOf.values()].filter(({ from, to }) => !sameCell(from, to));
}
