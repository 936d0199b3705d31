// "Forget this contact": the person, their addresses and what was written about them leave the contacts, the
// assignment tabs, the log and the journal. Organization, dates and "erased" stay, and a digest of each address, so
// that nobody writes to it again by mistake. It cannot be undone, and can be run again where it was cut off.
import { headingAt } from '../reading/heading';
import { readEmails } from '../values/emailAddress';
import { cellText, sameCell, type Cell } from '../values/cell';
import { bad, good, type Result } from '../values/result';
import { asOurText, asTheirText } from '../values/writtenText';
import type { Contact } from '../reading/contact';
import { ASSIGNMENT_COLUMNS, type AssignmentColumn } from '../people/assignmentTab';
import { LOG_COLUMNS } from '../texts/logColumns';
import type { LogEntry } from '../touches/log';
import { columnsOfLog, entriesByContact, entriesFor, readLog } from '../touches/readLog';
import type { DataRow } from '../workbook/dataTab';
import { planWrites, type KeyedEdit, type PlacedEdit } from '../workbook/edits';
import { ERASED, PERSONAL_FIELDS, tracesOf, withoutTraces } from '../workbook/forget';
import { keysByRow } from '../workbook/identity';
import { ASSIGNMENT_PREFIX } from '../workbook/tabs';
import type { Table } from '../workbook/table';
import type { Services } from '../google/services';
import type { WriteReceipt } from './answers';
import { applyEdits, type Applied } from './applyEdits';
import { nameOf, type Campaign } from './campaign';
import { openContact } from './contact';
import { appendRows, setData } from './hiddenTab';
import { writeJournal } from './journal';

/** Needs the lock. */
export function forgetContact(services: Services, key: string): Result<WriteReceipt> {
  const opened = openContact(services, key, ['organization', 'contactName', 'email']);
  if (!opened.ok) return opened;
  const { campaign, contact } = opened.value;
  const entries = entriesFor(contact, entriesByContact(campaign.log));
  const addresses = addressesOf(contact, entries);
  const log = campaign.logTable;
  if (log !== null && columnsOfLog(log) === null)
    return bad({
      code: 'log-headings',
      message: `The headings of “${log.name}” cannot be found, so nothing of this contact was erased.`,
      todo: `Put the headings back in one row: ${LOG_COLUMNS.join(', ')}.`,
      place: { sheet: log.name },
    });
  keepDigests(campaign, addresses);
  forgetInJournal(campaign, contact, addresses);
  if (log !== null) eraseLog(campaign, log, new Set(entries.map((entry) => entry.entryId)), contact);
  forgetInTabs(campaign, contact);
  const applied = eraseRow(campaign, contact);
  const left = leftOver(campaign, contact, addresses);
  return good({
    message: `Erased: the person at ${organizationOr(contact, ERASED)}. Google’s version history of this file still shows what was there.`,
    change: '',
    written: applied.written,
    kept: [...applied.kept, ...left],
    undoable: false,
  });
}

function organizationOr(contact: Contact, other: string): string {
  return contact.text.organization || other;
}

function addressesOf(contact: Contact, entries: readonly LogEntry[]): string[] {
  const cells = [contact.text.email, ...entries.map((entry) => entry.address)];
  return [...new Set(cells.flatMap((cell) => readEmails(cell).addresses.map((a) => a.toLowerCase())))];
}

/** First of all: from here on nobody is written to, however the run ends. */
function keepDigests(campaign: Campaign, addresses: readonly string[]): void {
  const { services, hidden, today, time } = campaign;
  const known = new Set(hidden.rows.filter((row) => row.kind === 'erased').map((row) => row.key));
  const rows = addresses
    .map((address) => services.digest(address))
    .filter((digest) => !known.has(digest))
    .map((digest): DataRow => ({
      kind: 'erased',
      key: digest,
      when: `${today} ${time}`,
      who: services.address(),
      state: '',
      data: '',
    }));
  appendRows(services, hidden, rows);
}

function forgetInJournal(campaign: Campaign, contact: Contact, addresses: readonly string[]): void {
  const { services, hidden, contacts } = campaign;
  const { text } = contact;
  const withoutIds = contacts.map((other) => ({ ...other, outreachId: '' }));
  const keys = [contact.outreachId, keysByRow(withoutIds).get(contact.row) ?? ''];
  const marks = [text.contactName, text.phone, text.otherChannel, text.email, ...addresses];
  const traces = tracesOf(keys, marks, [text.notes, text.connection, text.answer]);
  setData(services, hidden, (row) => (row.kind === 'change' ? withoutTraces(row, traces) : null));
  writeJournal(services, hidden, {
    what: `Forgot the person at ${organizationOr(contact, 'a contact')}`,
    tab: campaign.map.sheetId,
    made: [],
    undoable: false,
    cells: [],
  });
  services.book.flush();
}

/** What stands in a line of the log in place of what was theirs. */
const ERASED_IN_LOG: Partial<Record<(typeof LOG_COLUMNS)[number], string>> = {
  Summary: ERASED,
  Notes: '',
  Address: '',
  'Gmail message id': '',
  'Gmail thread id': '',
};

/** The lines by their entry ids; what landed in another line, because somebody sorted the log meanwhile, is put back. */
function eraseLog(campaign: Campaign, before: Table, ids: ReadonlySet<string>, contact: Contact): void {
  const { services } = campaign;
  let read: Table | null = before;
  const were = linesById(before);
  for (let round = 0; round < 2 && read !== null; round++) {
    const edits = logEdits(read, ids, were, contact);
    if (edits.length === 0) return;
    writeOurs(services, read.id, edits);
    read = services.book.read(before.id);
  }
}

function linesById(table: Table): ReadonlyMap<string, readonly Cell[]> {
  return new Map(readLog(table).map((entry) => [entry.entryId, table.rows[entry.row - 1] ?? []] as const));
}

function logEdits(
  table: Table,
  ids: ReadonlySet<string>,
  were: ReadonlyMap<string, readonly Cell[]>,
  contact: Contact,
): PlacedEdit[] {
  const columns = columnsOfLog(table);
  if (columns === null) return [];
  return readLog(table).flatMap((entry): PlacedEdit[] => {
    const now = table.rows[entry.row - 1] ?? [];
    const erase: Partial<Record<(typeof LOG_COLUMNS)[number], string>> = {
      ...ERASED_IN_LOG,
      ...(entry.direction === 'theirs' ? { Who: ERASED } : {}),
      ...(contact.text.organization === '' ? { Organization: ERASED } : {}),
    };
    return Object.entries(erase).flatMap(([name, text]): PlacedEdit[] => {
      const column = columns.get(name as (typeof LOG_COLUMNS)[number]) ?? 0;
      if (column === 0) return [];
      const cell = now[column - 1] ?? '';
      const was = were.get(entry.entryId)?.[column - 1] ?? '';
      const mine = ids.has(entry.entryId);
      const wanted = mine ? text : sameCell(cell, text) ? was : cell;
      return sameCell(cell, wanted) ? [] : [{ row: entry.row, column, to: wanted }];
    });
  });
}

function writeOurs(services: Services, tab: number, edits: readonly PlacedEdit[]): void {
  for (const write of planWrites(edits.map((edit) => ({ ...edit, to: asOurText(cellText(edit.to)) })))) {
    if (write.kind === 'block') services.book.write(tab, write.row, write.column, write.values);
    else services.book.writeSame(tab, write.ranges, write.value);
  }
  services.book.flush();
}

/** In a volunteer's tab; the rest says which group it is and what is due. */
const PERSONAL_IN_TAB: readonly AssignmentColumn[] = [
  'Contact name',
  'How to reach them',
  'Known by',
  'What happened',
  'Notes',
];

function forgetInTabs(campaign: Campaign, contact: Contact): void {
  const { book } = campaign.services;
  for (const tab of book.tabs().filter(({ name }) => name.includes(ASSIGNMENT_PREFIX))) {
    const table = book.read(tab.id);
    const [idName] = ASSIGNMENT_COLUMNS;
    const top = table?.rows.findIndex((row) => row.includes(idName)) ?? -1;
    if (table === null || top < 0) continue;
    const headings = (table.rows[top] ?? []).map(cellText);
    const edits = table.rows.flatMap((row, index): PlacedEdit[] => {
      if (index <= top || cellText(row[headings.indexOf(idName)] ?? '') !== contact.outreachId) return [];
      return headings.flatMap((heading, at): PlacedEdit[] => {
        const isName = heading === 'Organization' && contact.text.organization === '';
        if (!isName && !PERSONAL_IN_TAB.includes(heading as AssignmentColumn)) return [];
        const to = isName || heading === 'Notes' ? ERASED : '';
        return sameCell(row[at] ?? '', to) ? [] : [{ row: index + 1, column: at + 1, to }];
      });
    });
    for (const { row, column, to } of edits) book.write(tab.id, row, column, [[asTheirText(cellText(to))]]);
    if (edits.length > 0) book.flush();
  }
}

/** Last of all, so that a run which was cut off finds the row by what it holds. */
function eraseRow({ services, hidden, table, map }: Campaign, contact: Contact): Applied {
  const cells = table.rows[contact.row - 1] ?? [];
  const [mark = 0] = map.columns.notes?.columns ?? map.columns.contactName?.columns ?? [];
  const edits = PERSONAL_FIELDS.flatMap((field) => map.columns[field]?.columns ?? []).map(
    (column): KeyedEdit => ({
      key: contact.outreachId,
      column,
      header: headingAt(table, map, column),
      from: cells[column - 1] ?? '',
      to: column === mark ? ERASED : '',
    }),
  );
  return applyEdits(services, { map, hidden, edits, what: null });
}

/** Other rows with the same address, and columns that the add-on does not know: a person looks at them. */
function leftOver(campaign: Campaign, contact: Contact, addresses: readonly string[]): Applied['kept'] {
  const { contacts, map, table } = campaign;
  const alike = contacts
    .filter((other) => other.row !== contact.row)
    .filter(({ text }) =>
      readEmails(text.email).addresses.some((address) => addresses.includes(address.toLowerCase())),
    )
    .map((other) => ({
      cell: `Row ${other.row}`,
      why: `${nameOf(other)} has the same address. Forget that contact too.`,
    }));
  const known = new Set(Object.values(map.columns).flatMap((column) => column.columns));
  const unread = (table.rows[map.headerRow - 1] ?? []).flatMap((heading, index) => {
    const own = index + 1 === map.outreachIdColumn || index + 1 === map.nextStepColumn;
    const filled = cellText(table.rows[contact.row - 1]?.[index] ?? '') !== '';
    return own || known.has(index + 1) || !filled
      ? []
      : [
          {
            cell: `“${cellText(heading)}”`,
            why: 'This column was left as it is: look whether it names them.',
          },
        ];
  });
  return [...alike, ...unread];
}
