// Writes a change to the undo journal before the change itself, so that a run cut off in between can be undone too.
import { journalRows, pruneJournal, type Change } from '../workbook/journal';
import type { Services } from '../google/services';
import { appendRows, clearRows, rewriteRows, type HiddenTab } from './hiddenTab';

export type NewChange = Pick<Change, 'what' | 'tab' | 'made' | 'undoable' | 'cells'>;

/**
 * Returns the id of the change; `known` is that of a change of this run which it becomes a part of, '' for a new one.
 * The write is pending until the caller flushes.
 */
export function writeJournal(services: Services, hidden: HiddenTab, change: NewChange, known = ''): string {
  const { day, time } = services.now();
  const id = known || services.newId();
  const pruned = known === '' ? pruneJournal(hidden.rows, day) : null;
  if (pruned) rewriteRows(services, hidden, pruned);
  appendRows(
    services,
    hidden,
    journalRows({ ...change, id, who: services.address(), when: `${day} ${time}` }),
  );
  return id;
}

/** Takes a change of which the sheet took nothing out of the journal again: its rows below this row (1-based, 0 for all). */
export function withdrawChange(services: Services, hidden: HiddenTab, id: string, below: number): void {
  clearRows(services, hidden, ({ key, row }) => row > below && key.startsWith(`${id}/`));
}
