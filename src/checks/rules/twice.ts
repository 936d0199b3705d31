// One id on two rows, and organizations that stand in the sheet twice.
import { cellText, isErrorCell } from '../../values/cell';
import { domainOf, isPublicMailHost, readEmails } from '../../values/emailAddress';
import { cleanText, foldName, isPlaceholder } from '../../values/text';
import type { Contact } from '../../reading/contact';
import type { Field } from '../../reading/fields';
import type { MappedColumn } from '../../reading/map';
import { tellsApart } from '../duplicates/eventList';
import { findDuplicates, type DuplicateEntry, type DuplicateGroup } from '../duplicates/findDuplicates';
import type { SheetFault, SheetRule } from '../rule';
import type { SheetView } from '../sheetView';
import { DATE_FIELDS } from './dates';

/** "rows 3 and 9", "rows 3, 9 and 12", "rows 3, 9, 12 and 4 more". */
export function sayRows(rows: readonly number[]): string {
  if (rows.length > 4) return `rows ${rows.slice(0, 3).join(', ')} and ${rows.length - 3} more`;
  return `rows ${rows.slice(0, -1).join(', ')} and ${rows[rows.length - 1] ?? ''}`;
}

function repeated(contacts: readonly Contact[], textOf: (contact: Contact) => string): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (const contact of contacts) {
    const text = textOf(contact);
    if (text === '') continue;
    const known = rows.get(text);
    if (known) known.push(contact.row);
    else rows.set(text, [contact.row]);
  }
  return rows;
}

export const outreachIdTwice: SheetRule = {
  code: 'outreach-id-twice',
  title: 'One Outreach ID on two rows',
  level: 'error',
  looks: 'sheet',
  fields: [],
  examine: ({ contacts, map }) =>
    [...repeated(contacts, (contact) => contact.outreachId)].flatMap(([id, rows]): SheetFault[] =>
      rows.length < 2
        ? []
        : [
            {
              rows,
              column: map.outreachIdColumn,
              value: id,
              message: `The Outreach ID ${id} stands on ${sayRows(rows)}, most likely because a row was copied. At the next send or assignment the row that fits the log keeps it, and the other gets a new one.`,
            },
          ],
    ),
};

export const idTwice: SheetRule = {
  code: 'id-twice',
  title: 'One ID on two rows',
  level: 'warning',
  looks: 'sheet',
  fields: ['id'],
  examine: (sheet) =>
    sheet.columns('id').flatMap((column): SheetFault[] => {
      const ids = repeated(sheet.contacts, ({ row }) => {
        const cell = sheet.cell(row, column);
        const text = cleanText(cellText(cell));
        return isErrorCell(cell) || isPlaceholder(text) ? '' : text;
      });
      const filled = [...ids.values()].reduce((sum, rows) => sum + rows.length, 0);
      // A number that half of the rows share is no id: a house, a district, a vote.
      if (ids.size < filled * 0.7) return [];
      return [...ids].flatMap(([id, rows]) =>
        rows.length < 2
          ? []
          : [
              {
                rows,
                column,
                value: id,
                message: `${id} stands on ${sayRows(rows)} in “${sheet.heading(column)}”. Give one of them another number, or delete the row that is a copy.`,
              },
            ],
      );
    }),
};

const EVENT_FIELDS: ReadonlySet<Field> = new Set(DATE_FIELDS);

interface Search {
  /** By organization, or by person where no column is surely the organization. */
  readonly field: 'organization' | 'contactName';
  readonly groups: readonly DuplicateGroup[];
}

/** One search serves the rules below. */
const searches = new WeakMap<SheetView, Search>();

function searchOf(sheet: SheetView): Search {
  const known = searches.get(sheet);
  if (known) return known;
  const field = sheet.has('organization') ? 'organization' : 'contactName';
  const entries = sheet.contacts.map(({ row, text }): DuplicateEntry => ({
    row,
    name: sheet.has(field) && !isPlaceholder(text[field]) ? text[field] : '',
    town: sheet.has('town') ? text.town : '',
    emails: sheet.has('email') && text.email.includes('@') ? readEmails(text.email).addresses : [],
  }));
  // Two people may well have one name; one address says that they are one.
  const groups = findDuplicates(entries, (named) =>
    eventColumns(sheet).some((column) => tellsApart(named, (row) => sheet.cell(row, column))),
  ).filter(({ email, why }) => field === 'organization' || (email !== '' && why !== 'other-names'));
  const search = { field, groups } as const;
  searches.set(sheet, search);
  return search;
}

/** Columns that can say which visit or case a row is about: days, and what means no field of a contact. */
function eventColumns({ map }: SheetView): number[] {
  const details = new Set([map.outreachIdColumn, map.nextStepColumn]);
  for (const [field, mapped] of Object.entries(map.columns) as [Field, MappedColumn][])
    if (!EVENT_FIELDS.has(field)) for (const column of mapped.columns) details.add(column);
  return Array.from({ length: map.width }, (_, i) => i + 1).filter((column) => !details.has(column));
}

function faultsOf(
  sheet: SheetView,
  wanted: (group: DuplicateGroup) => boolean,
  say: (rows: string, group: DuplicateGroup) => string,
): SheetFault[] {
  const { field, groups } = searchOf(sheet);
  return groups.filter(wanted).map((group) => {
    const byAddress = group.why === 'email' || group.why === 'other-names';
    const column = sheet.columns(byAddress ? 'email' : field)[0] ?? 0;
    const value = cleanText(cellText(sheet.cell(group.rows[0] ?? 0, column)));
    return { rows: group.rows, column, value, message: say(sayRows(group.rows), group) };
  });
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const ONE_ROW = 'Keep one row, and move what only the other one says into it.';

export const rowTwice: SheetRule = {
  code: 'row-twice',
  title: 'The same contact twice',
  level: 'error',
  looks: 'sheet',
  fields: ['organization', 'contactName', 'email', 'town'],
  examine: (sheet) =>
    faultsOf(
      sheet,
      ({ why, email }) => (why === 'same' || why === 'likely') && email !== '',
      (rows, group) =>
        group.why === 'likely'
          ? `${capital(rows)} look like one organization in two spellings (${namesOf(sheet, group)}) and have ${group.email}. ${ONE_ROW}`
          : `${capital(rows)} have the same name and ${group.email}. ${ONE_ROW}`,
    ),
};

export const organizationTwice: SheetRule = {
  code: 'organization-twice',
  title: 'The same organization twice',
  level: 'warning',
  looks: 'sheet',
  fields: ['organization', 'town'],
  examine: (sheet) =>
    faultsOf(
      sheet,
      ({ why, email }) => why === 'same' && email === '',
      (rows) => `${capital(rows)} have the same name. Where it is one organization: ${ONE_ROW}`,
    ),
};

export const organizationLikelyTwice: SheetRule = {
  code: 'organization-likely-twice',
  title: 'Likely the same organization',
  level: 'warning',
  looks: 'sheet',
  fields: ['organization', 'town'],
  examine: (sheet) =>
    faultsOf(
      sheet,
      ({ why, email }) => why === 'likely' && email === '',
      (rows, group) =>
        `${capital(rows)} look like one organization in two spellings: ${namesOf(sheet, group)}. Where they are one: ${ONE_ROW}`,
    ),
};

function namesOf(sheet: SheetView, { rows }: DuplicateGroup): string {
  const column = sheet.columns(searchOf(sheet).field)[0] ?? 0;
  const names = new Set(rows.map((row) => `“${cleanText(cellText(sheet.cell(row, column)))}”`));
  return [...names].slice(0, 3).join(', ');
}

export const emailTwice: SheetRule = {
  code: 'email-twice',
  title: 'The same e-mail twice',
  level: 'warning',
  looks: 'sheet',
  fields: ['email'],
  examine: (sheet) =>
    faultsOf(
      sheet,
      ({ why }) => why === 'email',
      (rows, { email }) => `${capital(rows)} have ${email}, and not all of them name who it is. ${ONE_ROW}`,
    ),
};

export const emailUnderTwoNames: SheetRule = {
  code: 'email-under-two-names',
  title: 'One e-mail under two organizations',
  level: 'warning',
  looks: 'sheet',
  fields: ['email', 'organization', 'contactName'],
  examine: (sheet) => {
    const persons = sheet.has('contactName')
      ? new Map(sheet.contacts.map(({ row, text }) => [row, foldName(text.contactName)]))
      : null;
    return faultsOf(
      sheet,
      ({ why, rows, email }) => {
        const [one = '', other = ''] = rows.map((row) => persons?.get(row) ?? '');
        return why === 'other-names' && isOddlyShared(email, one, other);
      },
      (rows, { email }) =>
        `${capital(rows)} are two organizations with one address, ${email}. Where it is not one person for both, look up the other address.`,
    );
  },
};

/**
 * Programmes of one house share its address, and one person may speak for two groups. But a mailbox at a public host
 * belongs to somebody, and so does an address that bears the name of one row's person and not of the other's.
 * Persons are folded, '' where nobody is named.
 */
function isOddlyShared(email: string, one: string, other: string): boolean {
  if (one !== '' && one === other) return false;
  if (isPublicMailHost(domainOf(email))) return true;
  return one !== '' && other !== '' && bearsName(email, one) !== bearsName(email, other);
}

/** "lee" is in many addresses, "sandoval" only in hers. */
const LEAST_LETTERS = 4;

function bearsName(email: string, person: string): boolean {
  const mailbox = foldName(email.slice(0, email.lastIndexOf('@'))).replace(/ /g, '');
  return person.split(' ').some((word) => word.length >= LEAST_LETTERS && mailbox.includes(word));
}
