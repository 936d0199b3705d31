// What a volunteer chose in several rows at once, as by dragging a cell down: the simple trigger takes as many touches out
// of their rows as twelve calls allow and writes a line in the log for each. The contacts learn of them with the next
// full run, which knows the lines by their ids.
import { touchesInRows, type TouchInRow } from '../people/sync/touchInRow';
import { takeTouch } from '../people/sync/planTab';
import type { TakenTouch } from '../people/sync/record';
import { planWrites } from '../workbook/edits';
import { putRight } from './applyEdits';
import { addLine, MOST_CALLS, OPENING, openLog, renamed, withContacts } from './carryPair';
import { isIn, openTab, type EditedCells, type OpenTab } from './carryTouch';
import { editsOfRows, mapOfTab, putCells, withBeside } from './volunteerTab';

/** The tab is read again, the log is read, the rows are read back. */
const BESIDE = 3;

function touchesOf({ services, table, head }: OpenTab, edited: EditedCells): TouchInRow[] {
  const { day } = services.now();
  const found = touchesInRows(table.rows, head, table.id, day, services.book.locale);
  return found.filter(({ row }) => isIn(edited, row));
}

/** False where there is at most one touch in the edited rows: nothing was read or written then. */
export function takeBlock(open: OpenTab, edited: EditedCells): boolean {
  if (edited.first === edited.last || touchesOf(open, edited).length < 2) return false;
  const { services } = open;
  const contacts = services.book.read(open.ties.contacts);
  // Read anew, so that nothing is asked of the sheet between the reading of the dropdowns and their clearing.
  const now = openTab(services, open.table.id);
  const pair = now && withContacts(now, contacts);
  if (pair === null) return true;
  const { table, head } = pair;
  const { time } = services.now();
  const contactOf = (id: string) => {
    const [first, second] = pair.contacts.filter(({ outreachId }) => outreachId === id);
    return second === undefined ? first : undefined;
  };
  const editsFor = (plans: Parameters<typeof editsOfRows>[2]) =>
    withBeside(table, head, editsOfRows(table, head, plans));
  let block: TouchInRow[] = [];
  for (const touch of touchesOf(pair, edited)) {
    if (contactOf(touch.id) === undefined) continue;
    const more = [...block, touch];
    const writes = planWrites(editsFor(more.map((one) => takeTouch(one, head, time)))).length;
    if (OPENING + renamed(table) + BESIDE + writes + more.length <= MOST_CALLS) block = more;
  }
  const taken = block.map((one) => ({ id: one.id, plan: takeTouch(one, head, time) }));
  if (taken.length === 0) return true;
  const written = putCells(
    services,
    table,
    head,
    editsOfRows(
      table,
      head,
      taken.map(({ plan }) => plan),
    ),
    '',
  );
  const log = openLog(pair);
  const isLogged = ({ entryId }: TakenTouch) => log?.rows.some((row) => row.includes(entryId)) === true;
  for (const { id, plan } of taken) {
    const [touch] = plan.record.touches.slice(-1);
    const contact = contactOf(id);
    if (log && touch && contact && !isLogged(touch)) addLine(pair, log.log, contact, touch);
  }
  putRight(services, table, mapOfTab(table, head), written);
  return true;
}
