// Where the columns of a volunteer's tab stand, and what the heading of its hidden column tells: whose tab it is and
// which columns of the contacts it belongs to, so that the trigger need not look for them.
import { FIELDS, OUTREACH_ID, type Field } from '../../reading/fields';
import { cellText, type Grid } from '../../values/cell';
import { ASSIGNMENT_COLUMNS, RECORD_HEADING, type AssignmentColumn } from '../assignmentTab';

export interface TabTies {
  /** Sheet id of the tab itself: a copy made by hand names the tab that it was made from. */
  readonly tab: number;
  readonly volunteer: string;
  /** Sheet id of the contacts tab. */
  readonly contacts: number;
  /** Sheet id of the log, 0 where there was none. */
  readonly log: number;
  /** Heading of the one column that means the field; left out where several or none do, or nobody was sure. */
  readonly headings: Readonly<Partial<Record<Field, string>>>;
  /** Outreach IDs that the add-on last wrote or found here, so that a row which somebody deleted is missed. */
  readonly ids: readonly string[];
}

export interface TabHead {
  /** 1-based. */
  readonly headerRow: number;
  /** 1-based column of each heading; one that is gone is left out. */
  readonly columns: ReadonlyMap<AssignmentColumn, number>;
  /** 1-based column of the records, 0 where it is gone. */
  readonly record: number;
  /** null where the heading of the records was lost or changed. */
  readonly ties: TabTies | null;
}

/** Whether a heading of records stands in these rows, as in every volunteer's tab and every copy of one. */
export const hasRecords = (rows: Grid): boolean =>
  rows.some((row) => row.some((cell) => cellText(cell).startsWith(RECORD_HEADING)));

/** null where no row has the heading "Outreach ID": such a tab is left alone. Of two equal headings the first counts. */
export function readTabHead(rows: Grid): TabHead | null {
  const index = rows.findIndex((row) => row.some((cell) => cellText(cell).trim() === OUTREACH_ID));
  if (index < 0) return null;
  const headings = (rows[index] ?? []).map((cell) => cellText(cell).trim());
  const columns = new Map<AssignmentColumn, number>();
  for (const name of ASSIGNMENT_COLUMNS) {
    const at = headings.indexOf(name);
    if (at >= 0) columns.set(name, at + 1);
  }
  const record = headings.findIndex((heading) => heading.startsWith(RECORD_HEADING));
  return { headerRow: index + 1, columns, record: record + 1, ties: readTies(headings[record] ?? '') };
}

export function recordHeading({ tab, volunteer, contacts, log, headings, ids }: TabTies): string {
  return `${RECORD_HEADING} ${JSON.stringify([tab, volunteer, contacts, log, headings, ids.join(' ')])}`;
}

function readTies(heading: string): TabTies | null {
  try {
    const parsed = JSON.parse(heading.slice(RECORD_HEADING.length)) as unknown;
    if (!Array.isArray(parsed)) return null;
    const [tab, volunteer, contacts, log, headings, ids] = parsed as unknown[];
    if (typeof volunteer !== 'string' || typeof contacts !== 'number' || typeof headings !== 'object')
      return null;
    const known = Object.entries(headings ?? {}).filter(
      ([field, text]) => FIELDS.includes(field as Field) && typeof text === 'string',
    );
    return {
      tab: Number(tab) || 0,
      volunteer,
      contacts,
      log: Number(log) || 0,
      headings: Object.fromEntries(known),
      ids: typeof ids === 'string' ? ids.split(' ').filter((id) => id !== '') : [],
    };
  } catch {
    return null;
  }
}

/** Outreach IDs of the rows below the headings, in their order. */
export function idsOf(rows: Grid, { headerRow, columns }: TabHead): string[] {
  const at = (columns.get(OUTREACH_ID) ?? 0) - 1;
  return rows
    .slice(headerRow)
    .map((row) => cellText(row[at] ?? '').trim())
    .filter((id) => id !== '');
}
