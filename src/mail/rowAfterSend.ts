// What a message that left changes in its contact's row: dates, attempts, status. The status stands in the group's
// own word; where they have none for it, the cell stays as it is.
import type { Contact } from '../reading/contact';
import type { Field } from '../reading/fields';
import type { SheetMap } from '../reading/map';
import { isBlank, type Cell } from '../values/cell';
import type { Day } from '../values/day';
import { ownWordFor, statusOf, type Status } from '../touches/status';
import { editOf, type KeyedEdit } from '../workbook/edits';
import type { Table } from '../workbook/table';

/** Statuses that a message of ours moves on; any other was set for a reason and stays. */
const BEFORE: readonly Status[] = ['Shortlisted', 'Researching', 'Ready', 'Contacted', 'Following up'];

export interface RowChange {
  readonly key: string;
  readonly contact: Contact;
  /** The day on which it left. */
  readonly day: Day;
  /** Number of the e-mail, from 1. */
  readonly attempt: number;
}

/** The words that stand in the status column, most used first. */
export function statusWords(contacts: readonly Contact[]): string[] {
  const counts = new Map<string, number>();
  for (const { text } of contacts)
    if (text.status !== '') counts.set(text.status, (counts.get(text.status) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}

/** Edits of one row; [] where no column takes any of it. A date or a count that cannot be read is left to its person. */
export function rowAfterSend(
  table: Table,
  map: SheetMap,
  change: RowChange,
  words: readonly string[],
): KeyedEdit[] {
  const { contact } = change;
  const edits: KeyedEdit[] = [];
  const put = (field: Field, to: Cell) => {
    const edit = editOf(table, map, change.key, contact, field, to);
    if (edit !== null) edits.push(edit);
  };
  const date = { day: change.day, time: null };
  const last = contact.cells.lastContacted;
  if (isBlank(last) || typeof last === 'object') put('lastContacted', date);
  if (isBlank(contact.cells.firstContacted)) put('firstContacted', date);
  const attempts = contact.cells.attempts;
  if (isBlank(attempts) || typeof attempts === 'number') put('attempts', change.attempt);
  const status = statusOf(contact);
  if ((contact.text.status === '' && status === null) || (status !== null && BEFORE.includes(status))) {
    const word = ownWordFor(change.attempt > 1 ? 'Following up' : 'Contacted', words);
    if (word !== null && word !== contact.text.status) put('status', word);
  }
  return edits;
}
