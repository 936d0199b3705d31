// The column Outreach ID: made the first time something is sent or assigned; every filled row gets an id.
import { OUTREACH_ID } from '../reading/fields';
import { foldName } from '../values/text';
import type { Contact } from '../reading/contact';
import type { LogEntry } from '../touches/log';
import { planWrites } from '../workbook/edits';
import { asOurText } from '../values/writtenText';
import type { Services } from '../google/services';
import type { Campaign } from './campaign';

/**
 * Rows that need a new id: those without one, and of two rows with the same id the one that the log does not know.
 * Returns 1-based row numbers as read.
 */
export function rowsWithoutId(contacts: readonly Contact[], log: readonly LogEntry[]): number[] {
  const byId = new Map<string, Contact[]>();
  const rows: number[] = [];
  for (const contact of contacts) {
    if (contact.outreachId === '') rows.push(contact.row);
    else byId.set(contact.outreachId, [...(byId.get(contact.outreachId) ?? []), contact]);
  }
  for (const [id, twins] of byId) {
    if (twins.length < 2) continue;
    const entries = log.filter((entry) => entry.contact === id);
    const known = twins.find((twin) => entries.some((entry) => matches(twin, entry))) ?? twins[0];
    rows.push(...twins.filter((twin) => twin !== known).map((twin) => twin.row));
  }
  return rows.sort((a, b) => a - b);
}

function matches(contact: Contact, entry: LogEntry): boolean {
  const sameName = foldName(contact.text.organization) === foldName(entry.organization);
  return sameName && (entry.address === '' || contact.text.email.toLowerCase().includes(entry.address));
}

/**
 * Gives ids to the rows that need one. Returns true where something was written: the caller then opens the campaign
 * anew. Needs the lock. An id that lands in another row when rows move in the gap is harmless: that row was blank
 * there or is found twice by the next run.
 */
export function giveOutreachIds(campaign: Campaign): boolean {
  const { services, map, contacts, log } = campaign;
  const { book } = services;
  const rows = rowsWithoutId(contacts, log);
  if (rows.length === 0) return false;
  const column = map.outreachIdColumn === 0 ? map.width + 1 : map.outreachIdColumn;
  if (map.outreachIdColumn === 0) {
    book.grow(map.sheetId, map.lastRow, column);
    book.formatAsText(map.sheetId, [column]);
    book.write(map.sheetId, map.headerRow, column, [[OUTREACH_ID]]);
  }
  const edits = rows.map((row) => ({ row, column, to: newOutreachId(services) }));
  for (const write of planWrites(edits)) {
    if (write.kind === 'block') book.write(map.sheetId, write.row, write.column, write.values);
  }
  book.flush();
  return true;
}

function newOutreachId(services: Services): string {
  return asOurText(`c-${services.newId()}`);
}
