// The hidden tab "Outreach data": what must survive although nobody types it. One row a fact, readable by a person.
import { cellText } from '../values/cell';
import type { Table } from './table';

export const DATA_COLUMNS = ['kind', 'key', 'when', 'who', 'state', 'data'] as const;

/** The version of the tabs that this code makes. A workbook with a higher one is never written. */
export const SCHEMA_VERSION = 1;

/**
 * - schema: key is "version", state the number
 * - contacts: key is the sheet id of a contacts tab, data the remembered columns
 * - tab: key is the name we gave a tab, state its sheet id (names may be changed by people); data of an assignment tab
 *   "live" where its next steps are formulas, and the sheet id of its contacts
 * - message: key is a message key, state its result
 * - change: key is the change with its part ("c1/2", "c1/+" where the part above goes on), state '' or 'undone', data the cells
 * - mailbox: key is an account, state the point of its mailbox's history up to which it was looked through
 * - meeting: key is the sheet id of a contacts tab with its part ("17/1"), state the meeting's day that its due cells
 *   follow (people/deadlines.ts), data the Outreach IDs of these
 * - reminder: key is an account's random id, state how many reminders it has sent, or was about to send, since a day
 *   before `when`
 * - home: key is the sheet id of a contacts tab, state how many questions the last run that brought assignments home left
 *   open, data what they are about
 * - choices: key says in which tabs, state is a hash of the group's own asks in their dropdowns
 * - erased: key is the digest of an address that nobody is to write to again
 */
export type DataKind =
  | 'schema'
  | 'contacts'
  | 'meeting'
  | 'tab'
  | 'message'
  | 'change'
  | 'mailbox'
  | 'reminder'
  | 'home'
  | 'choices'
  | 'erased';

export interface DataRow {
  readonly kind: DataKind;
  readonly key: string;
  /** "YYYY-MM-DD HH:MM" */
  readonly when: string;
  readonly who: string;
  readonly state: string;
  /** JSON text or keys with blanks between, at most 45,000 characters. */
  readonly data: string;
}

export interface PlacedDataRow extends DataRow {
  /** 1-based. */
  readonly row: number;
}

const KINDS: readonly string[] = [
  'schema',
  'contacts',
  'meeting',
  'tab',
  'message',
  'change',
  'mailbox',
  'reminder',
  'home',
  'choices',
  'erased',
];

/** Rows that are not ours (a person typed there) are left out and never written over: we only append and set states. */
export function readDataTab(table: Table | null): PlacedDataRow[] {
  if (table === null) return [];
  return table.rows.flatMap((cells, index) => {
    const [kind = '', key = '', when = '', who = '', state = '', data = ''] = cells.map(cellText);
    return KINDS.includes(kind)
      ? [{ kind: kind as DataKind, key, when, who, state, data, row: index + 1 }]
      : [];
  });
}

export function dataCells(row: DataRow): string[] {
  return [row.kind, row.key, row.when, row.who, row.state, row.data];
}

/** The newest row of this kind and key, null where there is none. */
export function newest(rows: readonly PlacedDataRow[], kind: DataKind, key: string): PlacedDataRow | null {
  let found: PlacedDataRow | null = null;
  for (const row of rows) if (row.kind === kind && row.key === key) found = row;
  return found;
}

/** The schema version that the workbook states; 0 where it states none. */
export function schemaVersion(rows: readonly PlacedDataRow[]): number {
  return Number(newest(rows, 'schema', 'version')?.state ?? 0) || 0;
}
