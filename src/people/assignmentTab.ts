// One volunteer's tab "→ Name": ten columns beside the Outreach ID. Made once, later only brought up to date:
// nothing that a volunteer wrote is emptied or written over.
import type { Contact } from '../reading/contact';
import { OUTREACH_ID } from '../reading/fields';
import { cellText, isBlank, sameCell, type Cell, type Grid } from '../values/cell';
import type { Day } from '../values/day';
import { WORD_COLOURS } from '../touches/highlight';
import { MOST_CHARACTERS } from '../values/writtenText';
import { ASSIGNMENT_PREFIX } from '../workbook/tabs';

export const ASSIGNMENT_COLUMNS = [
  OUTREACH_ID,
  'Organization',
  'Contact name',
  'How to reach them',
  'Known by',
  'Task',
  'Due',
  'Next step',
  'Last touch',
  'What happened',
  'Notes',
] as const;

export type AssignmentColumn = (typeof ASSIGNMENT_COLUMNS)[number];

/** Choices of the dropdown "What happened". */
export const WHAT_HAPPENED = [
  'no answer',
  'left a message',
  'talked',
  'said yes',
  'said no',
  'wait until …',
] as const;

export interface AssignmentRow {
  readonly contact: Contact;
  readonly task: string;
  readonly due: Day | null;
  /** A formula that looks the word up in the contacts tab, or the word itself. */
  readonly nextStep: string;
  /** "Nov 3, e-mail" */
  readonly lastTouch: string;
}

/** A tab's name holds at most 100 characters (platform facts, 1), and is one line. */
export function assignmentTabName(volunteer: string): string {
  const name = `${ASSIGNMENT_PREFIX}${volunteer.replace(/[\s\p{Cc}]+/gu, ' ')}`;
  return name
    .slice(0, 100)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
}

/** One way a line, as many as one cell takes. */
function waysToReach({ email, phone, otherChannel }: Contact['text']): string {
  let ways = '';
  for (const way of [email, phone, otherChannel].filter((text) => text !== '')) {
    const more = ways === '' ? way : `${ways}\n${way}`;
    if (more.length <= MOST_CHARACTERS) ways = more;
  }
  return ways;
}

/** The cells of one row in the order of ASSIGNMENT_COLUMNS. */
export function assignmentCells(row: AssignmentRow): Cell[] {
  const { text } = row.contact;
  return [
    row.contact.outreachId,
    text.organization || text.contactName,
    text.contactName,
    waysToReach(text),
    text.knownBy,
    row.task,
    row.due === null ? '' : { day: row.due, time: null },
    row.nextStep,
    row.lastTouch,
    '',
    '',
  ];
}

/**
 * Kept true on every run; every other cell belongs to the volunteer once something stands in it. A formula stays true
 * by itself; a word that an earlier run wrote gives way to it.
 */
function isOursToRefresh(column: AssignmentColumn, entry: AssignmentRow, now: Cell): boolean {
  if (column !== 'Next step') return column === 'Last touch';
  return !entry.nextStep.startsWith('=') || STEP_WORDS.includes(cellText(now));
}

const STEP_WORDS: readonly string[] = WORD_COLOURS.map(({ word }) => word);
const isFormula = (cell: Cell) => typeof cell === 'string' && cell.startsWith('=');

export interface TabUpdate {
  /** Cells of rows that stand in the tab already; row and column 1-based in the tab. */
  readonly edits: readonly { readonly row: number; readonly column: number; readonly to: Cell }[];
  /** Rows to append below what stands there, cells in the tab's own column order. */
  readonly added: readonly (readonly Cell[])[];
  /** Outreach IDs in the tab that are not this volunteer's any more: they stay until somebody decides. */
  readonly noLongerTheirs: readonly string[];
}

/**
 * What brings a standing tab up to date. Columns are found by their headings, so moved ones are right; a heading
 * that is gone leaves its cells out. Where a formula stands, `rows` holds it in place of its value. null where the column Outreach ID cannot be found: the tab is left alone.
 */
export function planTabUpdate(rows: Grid, wanted: readonly AssignmentRow[]): TabUpdate | null {
  const headerIndex = rows.findIndex((row) => row.some((cell) => cell === OUTREACH_ID));
  if (headerIndex < 0) return null;
  const header = rows[headerIndex] ?? [];
  const place = ASSIGNMENT_COLUMNS.map(
    (name) => header.findIndex((cell) => cellText(cell).trim() === name) + 1,
  );
  const idColumn = place[0] ?? 0;
  const standing = new Map<string, number>();
  rows.forEach((row, index) => {
    const id = cellText(row[idColumn - 1] ?? '').trim();
    if (index > headerIndex && id !== '' && !standing.has(id)) standing.set(id, index + 1);
  });
  const edits: { row: number; column: number; to: Cell }[] = [];
  const added: Cell[][] = [];
  for (const entry of wanted) {
    const cells = assignmentCells(entry);
    const at = standing.get(entry.contact.outreachId);
    if (at === undefined) {
      const line: Cell[] = Array.from({ length: header.length }, () => '');
      place.forEach((column, index) => {
        if (column > 0) line[column - 1] = cells[index] ?? '';
      });
      added.push(line);
      continue;
    }
    place.forEach((column, index) => {
      const to = cells[index] ?? '';
      const now = rows[at - 1]?.[column - 1] ?? '';
      const name = ASSIGNMENT_COLUMNS[index];
      if (column === 0 || name === undefined || sameCell(now, to) || isBlank(to)) return;
      if (isFormula(now) && isFormula(to)) return;
      if (isBlank(now) || isOursToRefresh(name, entry, now)) edits.push({ row: at, column, to });
    });
  }
  const ids = new Set(wanted.map((entry) => entry.contact.outreachId));
  return { edits, added, noLongerTheirs: [...standing.keys()].filter((id) => !ids.has(id)) };
}
