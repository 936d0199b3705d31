// A contact as a new row of a volunteer's tab, and what its record says: both sides have the same in common.
import { cellText, type Cell } from '../../values/cell';
import { ASSIGNMENT_COLUMNS, shownCells, type AssignmentRow } from '../assignmentTab';
import { lineMarks, markOf } from './marks';
import { SHARED, writeRecord, type SyncRecord } from './record';
import type { TabHead } from './tabHead';

/** Where the columns of a tab stand that the add-on makes. */
export const NEW_HEAD: TabHead = {
  headerRow: 1,
  columns: new Map(ASSIGNMENT_COLUMNS.map((name, index) => [name, index + 1])),
  record: ASSIGNMENT_COLUMNS.length + 1,
  ties: null,
};

/** The cells of the row in the tab's own columns, blank where a column is none of ours. `tab`: its sheet id. */
export function freshRow(row: AssignmentRow, tab: number, head: TabHead): Cell[] {
  const shown = shownCells(row);
  const line: Cell[] = Array.from({ length: Math.max(head.record, ...head.columns.values()) }, () => '');
  for (const [name, column] of head.columns) line[column - 1] = shown[name];
  const marks = Object.fromEntries(SHARED.map((name) => [name, markOf(cellText(shown[name]))]));
  const record: SyncRecord = {
    tab,
    id: row.contact.outreachId,
    marks: marks as SyncRecord['marks'],
    notes: lineMarks(cellText(shown.Notes)),
    when: markOf(cellText(shown.When)),
    touches: [],
    last: '',
    seen: '',
  };
  if (head.record > 0) line[head.record - 1] = writeRecord(record);
  return line;
}
