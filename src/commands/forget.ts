// "Forget this contact": the person, their addresses and what was written about them leave the contacts, the
// assignment tabs, the log and the journal. Organization, dates and "erased" stay, and a digest of each address, so
// that nobody writes to it again by mistake. It cannot be undone, and can be run again where it was cut off.
import { headingAt } from '../reading/heading';
import { readEmails } from '../values/emailAddress';
import { cellText, isBlank, sameCell, type Cell } from '../values/cell';
import { bad, good, type Result } from '../values/result';
import { asOurText, asTheirText } from '../values/writtenText';
import { foldName } from '../values/text';
import type { Contact } from '../reading/contact';
import { type AssignmentColumn } from '../people/assignmentTab';
import { readRecord } from '../people/sync/record';
import { hasRecords, readTabHead, type TabHead } from '../people/sync/tabHead';
import { OUTREACH_ID } from '../reading/fields';
import { LOG_COLUMNS } from '../texts/logColumns';
import type { LogEntry } from '../touches/log';
import { planErasure, type Erasure } from '../touches/logErasure';
import { columnsOfLog, entriesByContact, entriesFor } from '../touches/readLog';
import type { DataRow } from '../workbook/dataTab';
import type { KeyedEdit, PlacedEdit } from '../workbook/edits';
import { ERASED, PERSONAL_FIELDS, tracesOf, withoutTraces } from '../workbook/forget';
import { keysByRow } from '../workbook/identity';
import { ASSIGNMENT_PREFIX, isOurTab } from '../workbook/tabs';
import type { WrittenEdit } from '../workbook/repairs';
import type { Table } from '../workbook/table';
import type { Services } from '../google/services';
import type { WriteReceipt } from './answers';
import { applyEdits, putRight, type Applied, type Kept } from './applyEdits';
import { nameOf, type Campaign } from './campaign';
import { openContact } from './contact';
import { forgetReminder } from './reminder';
import { appendRows, setData } from './hiddenTab';
import { writeJournal } from './journal';
import { keyedTab, writeKeyed } from './keyedTab';
import { asksOf } from './asksOfContact';
import { mapOfTab } from './volunteerTab';
import { writeEdits } from './writeEdits';

/** Needs the lock. */
export function forgetContact(services: Services, key: string): Result<WriteReceipt> {
  const opened = openContact(services, key, ['organization', 'contactName', 'email'], ['partners', 'unions']);
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
  forgetReminder(services, addresses);
  forgetInJournal(campaign, contact, addresses);
  const unread = unreadAbout(campaign, contact, addresses);
  const ids = new Set([...entries, ...unread].map(({ entryId }) => entryId).filter((id) => id !== ''));
  if (log !== null) eraseLog(services, log, { ids, withName: contact.text.organization === '' });
  forgetInTabs(campaign, contact);
  const inLists = forgetInLists(campaign, contact);
  const applied = eraseRow(campaign, contact);
  const left = [
    ...[...entries, ...unread]
      .filter(({ entryId, row }) => entryId === '' && row > 0)
      .map(({ row }) => withoutId(campaign, row)),
    ...leftOver(campaign, contact, addresses),
  ];
  return good({
    message: `Erased: the person at ${organizationOr(contact, ERASED)}. Google’s version history of this file still shows what was there.`,
    change: '',
    written: applied.written,
    kept: [...applied.kept, ...inLists, ...left],
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

interface Line {
  readonly row: number;
  readonly entryId: string;
}

/** Lines of the log that cannot be read as a touch, and are about them all the same. */
function unreadAbout(
  { unreadLog, logTable: log }: Campaign,
  { outreachId, text }: Contact,
  addresses: readonly string[],
): Line[] {
  const column = (log && columnsOfLog(log)?.get('Entry id')) ?? 0;
  return unreadLog
    .filter(
      (line) =>
        (line.contact !== '' && line.contact === outreachId) ||
        (line.contact === '' &&
          line.organization !== '' &&
          foldName(line.organization) === foldName(text.organization)) ||
        readEmails(line.address).addresses.some((address) => addresses.includes(address.toLowerCase())),
    )
    .map(({ row }) => ({ row, entryId: cellText(log?.rows[row - 1]?.[column - 1] ?? '').trim() }));
}

/** A line without its id cannot be told from others once somebody sorts: a person empties it. */
const withoutId = ({ logTable }: Campaign, row: number): Applied['kept'][number] => ({
  cell: `Row ${row} of “${logTable?.name ?? ''}”`,
  why: 'This line has no entry id, so it was left as it was: empty it by hand.',
});

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
  const own = asksOf(campaign, contact);
  const keys = [contact.outreachId, keysByRow(withoutIds).get(contact.row) ?? '', ...own.map(({ id }) => id)];
  const marks = [text.contactName, text.phone, text.otherChannel, text.email, ...addresses];
  marks.push(...own.map(({ whoDecided }) => whoDecided));
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

/** A line may move while it is erased; who moves the log again and again finds the rest by pressing again. */
const MOST_ROUNDS = 3;

/** Reads the log anew after each write: what landed in another line, because somebody moved rows, is put back. */
function eraseLog(services: Services, before: Table, erasure: Erasure): void {
  const written: PlacedEdit[] = [];
  let read: Table | null = before;
  for (let round = 0; round < MOST_ROUNDS && read !== null; round++) {
    const edits = planErasure(before, read, erasure, written);
    if (edits.length === 0) return;
    writeOurs(services, read.id, edits);
    written.push(...edits);
    read = services.book.read(before.id);
  }
}

function writeOurs(services: Services, tab: number, edits: readonly PlacedEdit[]): void {
  writeEdits(
    services,
    tab,
    edits.map((edit) => ({ ...edit, to: asOurText(cellText(edit.to)) })),
  );
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

/** Rows from the top in which the headings of a volunteer's tab are looked for. */
const HEADING_ROWS = 30;

/** Volunteers' tabs and copies of them, whatever they are called. */
function volunteerTabs({ services: { book }, hidden, map }: Campaign): Table[] {
  const known = new Set(hidden.rows.filter(({ kind }) => kind === 'tab').map(({ state }) => Number(state)));
  return book.tabs().flatMap(({ id, name }): Table[] => {
    const isTheirs = name.includes(ASSIGNMENT_PREFIX) || !isOurTab(name);
    if (id === map.sheetId || !isTheirs) return [];
    const isOne =
      known.has(id) || name.includes(ASSIGNMENT_PREFIX) || hasRecords(book.readRows(id, 1, HEADING_ROWS));
    const table = isOne ? book.read(id) : null;
    return table === null ? [] : [table];
  });
}

function forgetInTabs(campaign: Campaign, contact: Contact): void {
  const { services, map } = campaign;
  // Where the contacts say “erased”, so that the two are not asked about afterwards.
  const stays: AssignmentColumn[] =
    map.columns.notes === undefined && map.columns.contactName !== undefined
      ? ['Notes', 'Organization', 'Contact name']
      : ['Notes', 'Organization'];
  for (const table of volunteerTabs(campaign)) {
    const head = readTabHead(table.rows);
    if (head === null) continue;
    const edits = table.rows
      .slice(head.headerRow)
      .flatMap((row, index) =>
        erasedInTab(row, head, contact, stays).map((edit) => ({ ...edit, row: head.headerRow + index + 1 })),
      );
    if (edits.length === 0) continue;
    writeEdits(
      services,
      table.id,
      edits.map((edit) => ({ ...edit, to: asTheirText(cellText(edit.to)) })),
    );
    putRight(services, table, mapOfTab(table, head), edits);
    services.book.flush();
  }
}

/** Cells of this row that are theirs; the marks of their texts go with them. None in the row of anybody else. `stays`: columns that say “erased”. */
function erasedInTab(
  row: readonly Cell[],
  { columns, record }: TabHead,
  { outreachId, text }: Contact,
  stays: readonly AssignmentColumn[],
): Omit<WrittenEdit, 'row'>[] {
  const stands = (column: number) => row[column - 1] ?? '';
  const own = cellText(stands(columns.get(OUTREACH_ID) ?? 0)).trim();
  // A row that lost its Outreach ID still has its record.
  const id = own === '' ? readRecord(cellText(stands(record)))?.id : own;
  if (outreachId === '' || id !== outreachId) return [];
  const names = text.organization === '' ? [...PERSONAL_IN_TAB, 'Organization' as const] : PERSONAL_IN_TAB;
  const wanted = names.map((name): [number, string] => [
    columns.get(name) ?? 0,
    stays.includes(name) ? ERASED : '',
  ]);
  return [...wanted, [record, ''] as const]
    .filter(([column, to]) => column > 0 && !sameCell(stands(column), to))
    .map(([column, to]) => ({ column, from: stands(column), to }));
}

/** In Asks, Partnerships and Unions: who there decided, and what was noted of them. Their organization stays, and what it said. */
function forgetInLists(
  { services, hidden, asksTable, partnersTable, unionsTable }: Campaign,
  contact: Contact,
): readonly Kept[] {
  const tabs = [
    asksTable && keyedTab('asks', asksTable),
    partnersTable && keyedTab('partners', partnersTable),
    unionsTable && keyedTab('unions', unionsTable),
  ];
  return tabs.flatMap((tab) => {
    if (tab === null) return [];
    const cell = (row: readonly Cell[], heading: string) => row[(tab.columns.get(heading) ?? 0) - 1] ?? '';
    const wanted: [heading: string, to: string][] = [
      ['Who decided', ERASED],
      ['Note', ''],
      ...(contact.text.organization === '' ? [['Organization', ERASED] as [string, string]] : []),
    ];
    const isTheirs = (row: readonly Cell[]) => {
      const id = cellText(cell(row, OUTREACH_ID)).trim();
      const name = cellText(cell(row, 'Organization'));
      return id === '' ? foldName(name) === foldName(nameOf(contact)) : id === contact.outreachId;
    };
    const cells = tab.table.rows
      .slice(tab.headerRow)
      .flatMap((row, index) =>
        isTheirs(row)
          ? wanted.flatMap(([heading, to]) =>
              isBlank(cell(row, heading)) || cellText(cell(row, heading)) === to
                ? []
                : [{ row: tab.headerRow + index + 1, heading, to }],
            )
          : [],
      );
    return cells.length === 0 ? [] : writeKeyed(services, hidden, tab, cells, []);
  });
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
