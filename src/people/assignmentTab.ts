// One volunteer's tab "→ Name": ten columns beside the Outreach ID, and at the right end a hidden one with the record
// of each row (sync/record.ts).
import type { Contact } from '../reading/contact';
import { OUTREACH_ID } from '../reading/fields';
import { cellText, isBlank, type Cell, type Grid } from '../values/cell';
import type { Day } from '../values/day';
import { ASSIGNMENT_PREFIX } from '../workbook/tabs';
import { composeWays } from './sync/ways';

export const ASSIGNMENT_COLUMNS = [
  OUTREACH_ID,
  'Organization',
  'Contact name',
  'How to reach them',
  'Known by',
  'Task',
  'Due',
  'Next step',
  'What happened',
  'When',
  'Notes',
] as const;

export type AssignmentColumn = (typeof ASSIGNMENT_COLUMNS)[number];

/** Begins the heading of the hidden column; what follows says which contacts the tab belongs to (sync/tabHead.ts). */
export const RECORD_HEADING = 'Outreach record';

export interface AssignmentRow {
  readonly contact: Contact;
  readonly task: string;
  readonly due: Day | null;
  /** A formula that looks the word up in the contacts tab, the word itself, or whom to ask first. */
  readonly nextStep: string;
  /** The day of the last touch. */
  readonly lastTouch: Day | null;
}

/** A tab's name holds at most 100 characters (platform facts, 1), and is one line. */
export function assignmentTabName(volunteer: string): string {
  const name = `${ASSIGNMENT_PREFIX}${volunteer.replace(/[\s\p{Cc}]+/gu, ' ')}`;
  return name
    .slice(0, 100)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
}

/** What a row shows, by column, as far as it comes from the contact. */
export function shownCells(row: AssignmentRow): Readonly<Record<AssignmentColumn, Cell>> {
  const { text, cells, outreachId } = row.contact;
  const dayCell = (day: Day | null): Cell => (day === null ? '' : { day, time: null });
  return {
    [OUTREACH_ID]: outreachId,
    Organization: text.organization || text.contactName,
    'Contact name': text.contactName,
    'How to reach them': composeWays(text),
    'Known by': text.knownBy,
    Task: row.task,
    Due: row.due === null ? text.due : dayCell(row.due),
    'Next step': row.nextStep,
    'What happened': '',
    When: dayCell(row.lastTouch),
    Notes: cellText(cells.notes),
  };
}

/** False for a tab that holds its headings at most, as after a run that was cut off. */
export function hasRows(rows: Grid): boolean {
  return rows.slice(1).some((row) => !row.every(isBlank));
}
