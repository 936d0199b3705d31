// Touches that volunteers chose in their tabs, written into the log once by the full run.
import type { Contact } from '../reading/contact';
import { OUTREACH_ID } from '../reading/fields';
import { cellText, type Cell } from '../values/cell';
import type { AssignmentColumn } from '../people/assignmentTab';
import { cellsAfterMove, isBack, recordAfterMove } from '../people/sync/movedDay';
import { takeTouch, type RowPlan } from '../people/sync/planTab';
import type { TakenTouch } from '../people/sync/record';
import { touchEntry } from '../people/sync/touchEntry';
import type { LogEntry } from '../touches/log';
import { TAKEN_BACK } from '../touches/logged';
import { withoutTakenBack } from '../touches/readLog';
import type { WrittenEdit } from '../workbook/repairs';
import type { Campaign } from './campaign';
import type { HomeAnswers } from './homeAnswers';
import { lookAgain, makeRows, plansFor, type HomeWork } from './homeWork';
import { addEntries, openLogTab, putLinesRight } from './logTab';
import { editsOfRows, writeRows } from './volunteerTab';

type Line = Omit<LogEntry, 'row'>;

/** Touches out of their rows' records that the log does not have: the run which took them was cut off. */
export function unloggedTouches({ log }: Campaign, { known }: RowPlan): readonly TakenTouch[] {
  if (known.touches.length === 0) return [];
  const entered = new Set(log.map(({ entryId }) => entryId));
  return known.touches.filter(({ entryId }) => !entered.has(entryId));
}

/** The row does not show this touch: the trigger wrote the log and had no time for the row. */
export function isBehind({ map, log }: Campaign, { cells, text }: Contact, touch: TakenTouch): boolean {
  const last = cells.lastContacted;
  const { day } = touch;
  if (map.columns.lastContacted === undefined || isBack(touch)) return false;
  const lacks = typeof last === 'object' ? last.day < day : text.lastContacted === '';
  // What was taken back since must not come again.
  return lacks && !log.some(({ entryId, kind }) => entryId === touch.entryId && kind === TAKEN_BACK);
}

/**
 * First out of the dropdowns into the rows' records, each with its id, then into the log, and out of the records at the
 * end. Wherever a run is cut off, the next one finds them.
 */
export function logTouches(
  campaign: Campaign,
  work: readonly HomeWork[],
  answers: HomeAnswers,
): { logged: Campaign; touches: number } {
  const { services, hidden } = campaign;
  const lines = new Map<string, Line>();
  const add = ({ volunteer }: HomeWork, contact: Contact, touch: TakenTouch) => {
    if (!lines.has(touch.entryId)) lines.set(touch.entryId, touchEntry(contact, volunteer, touch));
  };
  for (const one of work) {
    for (const plan of one.plans)
      for (const touch of unloggedTouches(campaign, plan)) add(one, plan.contact, touch);
    for (const { contact, moved, record } of takeAll(campaign, one, answers))
      for (const touch of record.touches.slice(moved === null ? -1 : -2)) add(one, contact, touch);
  }
  // Of a row that an undo in the sheet has put back, the line stands there.
  for (const { entryId } of campaign.log) lines.delete(entryId);
  if (lines.size === 0) return { logged: campaign, touches: 0 };
  const { logTable } = campaign;
  const log = openLogTab(services, hidden, logTable);
  // Columns that were moved in the moment of writing leave a line with every cell under another heading.
  const astray = new Set(logTable?.rows.flat());
  const entries = [...lines.values()];
  const standing = entries.filter(({ entryId }) => astray.has(entryId));
  if (standing.length > 0 && putLinesRight(services, hidden, null, log, standing)) services.book.flush();
  const fresh = entries.filter(({ entryId }) => !astray.has(entryId));
  const before = standing.length === 0 && logTable?.id === log.id ? logTable : services.book.read(log.id);
  if (fresh.length > 0) addEntries(services, hidden, before, fresh);
  const rows = entries.map((entry): LogEntry => ({ ...entry, row: 0 }));
  return {
    logged: {
      ...campaign,
      log: withoutTakenBack([...campaign.log, ...rows]),
      tabs: { ...campaign.tabs, log: log.id },
    },
    touches: fresh.length,
  };
}

/** Takes what was chosen when the contacts were written and still stands in the tab: each row with its touch. */
function takeAll(campaign: Campaign, one: HomeWork, answers: HomeAnswers): RowPlan[] {
  const { services, time } = campaign;
  const chosen = new Map(
    one.plans.flatMap(({ contact, touch, moved }) =>
      touch === null && moved === null ? [] : [[contact.outreachId, touch]],
    ),
  );
  const before = chosenById(one);
  if (chosen.size === 0 || !lookAgain(campaign, one)) return [];
  const now = chosenById(one);
  const taken = plansFor(campaign, makeRows(campaign), one, answers).flatMap((plan) => {
    const { outreachId } = plan.contact;
    const touch = chosen.get(outreachId);
    if (touch === undefined || now.get(outreachId) !== before.get(outreachId)) return [];
    const { known, moved } = plan;
    if (touch === null)
      return moved === null
        ? []
        : [{ ...plan, cells: cellsAfterMove(moved, one.head), record: recordAfterMove(known, moved) }];
    if (plan.touch === null) return [];
    return [takeTouch({ ...plan, touch, cells: [], record: known }, one.head, time)];
  });
  const edits = editsOfRows(one.table, one.head, taken);
  const refused = writeRows(services, one.table, one.head, edits, '');
  if (refused.length > 0) return [];
  one.rowsNow = withEdits(one.rowsNow, edits);
  return taken;
}

function withEdits(rows: HomeWork['rowsNow'], edits: readonly WrittenEdit[]): Cell[][] {
  const after = rows.map((row) => [...row]);
  for (const { row, column, to } of edits) (after[row - 1] ?? [])[column - 1] = to;
  return after;
}

/** “What happened” and the day beside it as they stand, by Outreach ID. */
function chosenById({ rowsNow, head }: HomeWork): ReadonlyMap<string, string> {
  const text = (cells: readonly Cell[], name: AssignmentColumn) =>
    cellText(cells[(head.columns.get(name) ?? 0) - 1] ?? '').trim();
  return new Map(
    rowsNow.map((cells) => [
      text(cells, OUTREACH_ID),
      `${text(cells, 'What happened')} ${text(cells, 'When')}`,
    ]),
  );
}
