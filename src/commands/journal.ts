// Writes a change to the undo journal before the change itself, so that a run cut off in between can be undone too.
import { addDays } from '../values/day';
import { JOURNAL_DAYS, journalRows, pruneJournal, type Change } from '../workbook/journal';
import type { Services } from '../google/services';
import { appendRows, rewriteRows, type HiddenTab } from './hiddenTab';

export type NewChange = Pick<Change, 'what' | 'tab' | 'made' | 'undoable' | 'cells'>;

/** Returns the id of the change. The write is pending until the caller flushes. */
export function writeJournal(services: Services, hidden: HiddenTab, change: NewChange): string {
  const { day, time } = services.now();
  const id = services.newId();
  const oldest = hidden.rows.find((row) => row.kind === 'change')?.when.slice(0, 10) ?? day;
  const pruned = oldest < addDays(day, -JOURNAL_DAYS) ? pruneJournal(hidden.rows, day) : null;
  if (pruned) rewriteRows(services, hidden, pruned);
  appendRows(
    services,
    hidden,
    journalRows({ ...change, id, who: services.address(), when: `${day} ${time}` }),
  );
  return id;
}
