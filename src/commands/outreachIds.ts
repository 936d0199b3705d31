// The column Outreach ID: made the first time something is sent or assigned; every filled row gets an id.
import { OUTREACH_ID } from '../reading/fields';
import { readContacts } from '../reading/mapSheet';
import { cellText } from '../values/cell';
import { foldName } from '../values/text';
import type { Contact } from '../reading/contact';
import type { LogEntry } from '../touches/log';
import { good, type Result } from '../values/result';
import { asOurText } from '../values/writtenText';
import { putRight } from './applyEdits';
import type { Campaign } from './campaign';
import { tabGone } from '../google/tabGone';
import { writeEdits } from './writeEdits';

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

/** A row that somebody adds while ids are given gets its own in the next round. */
const MOST_ROUNDS = 3;

/** The campaign with an id on every row; opened anew where ids were written. Needs the lock. */
export function withOutreachIds(campaign: Campaign, reopen: () => Result<Campaign>): Result<Campaign> {
  let current = campaign;
  for (let round = 0; round < MOST_ROUNDS && giveOutreachIds(current); round++) {
    const again = reopen();
    if (!again.ok) return again;
    current = again.value;
  }
  return good(current);
}

/** The campaign with the column Outreach ID, also where no contact stands in it yet. Needs the lock. */
export function withIdColumn(campaign: Campaign, reopen: () => Result<Campaign>): Result<Campaign> {
  const { services, map, table } = campaign;
  if (map.outreachIdColumn > 0) return good(campaign);
  const { book } = services;
  const column = (table.rows[map.headerRow - 1]?.length ?? 0) + 1;
  book.grow(map.sheetId, map.headerRow + 1, column);
  book.formatAsText(map.sheetId, [column]);
  book.writeHeading(map.sheetId, map.headerRow, column, OUTREACH_ID);
  book.flush();
  return reopen();
}

/**
 * Gives ids to the rows that need one; true where something was written. The tab is read just before and just after,
 * so that an id which lands in another row, because rows move in that moment, is put right.
 */
function giveOutreachIds(campaign: Campaign): boolean {
  const { services, log } = campaign;
  const { book } = services;
  if (rowsWithoutId(campaign.contacts, log).length === 0) return false;
  const { sheetId, headerRow } = campaign.map;
  const before = book.read(sheetId);
  if (before === null) throw tabGone();
  const headings = (before.rows[headerRow - 1] ?? []).map((cell) => foldName(cellText(cell)));
  const standing = headings.lastIndexOf(foldName(OUTREACH_ID)) + 1;
  const column = standing === 0 ? headings.length + 1 : standing;
  const map = { ...campaign.map, outreachIdColumn: column, lastRow: before.rows.length };
  if (standing === 0) {
    book.grow(sheetId, map.lastRow, column);
    book.formatAsText(sheetId, [column]);
    book.writeHeading(sheetId, headerRow, column, OUTREACH_ID);
  }
  const edits = rowsWithoutId(readContacts(before, map), log).map((row) => ({
    row,
    column,
    from: before.rows[row - 1]?.[column - 1] ?? '',
    to: `c-${services.newId()}`,
  }));
  writeEdits(
    services,
    sheetId,
    edits.map((edit) => ({ ...edit, to: asOurText(edit.to) })),
  );
  book.flush();
  putRight(services, before, map, edits);
  return true;
}
