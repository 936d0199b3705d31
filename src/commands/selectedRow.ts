// Which contact the selected row stands for, in the contacts or in a volunteer's tab, where its Outreach ID tells.
import { OUTREACH_ID } from '../reading/fields';
import type { Contact } from '../reading/contact';
import { readTabHead } from '../people/sync/tabHead';
import { cellText } from '../values/cell';
import { bad, good, type Problem, type Result } from '../values/result';
import type { Services } from '../google/services';
import { openCampaign, type Campaign, type Need } from './campaign';

export interface Selected {
  readonly campaign: Campaign;
  readonly contact: Contact;
}

/** One read more in a volunteer's tab, and the campaign opened anew where that tab belongs to another contacts tab. */
export function openSelected(services: Services, need: readonly Need[]): Result<Selected> {
  const { book } = services;
  let opened = openCampaign(services, need);
  if (!opened.ok) return opened;
  const tab = book.activeTab();
  const row = book.activeRow();
  if (tab?.id === opened.value.table.id) {
    const { contacts } = opened.value;
    return found(
      opened.value,
      contacts.find((contact) => contact.row === row),
      noneSelected(opened.value),
    );
  }
  const rows = tab === null ? [] : (book.read(tab.id)?.rows ?? []);
  const head = readTabHead(rows);
  if (tab === null || head === null || row <= head.headerRow) return bad(noneSelected(opened.value));
  const column = head.columns.get(OUTREACH_ID) ?? 0;
  const id = cellText(rows[row - 1]?.[column - 1] ?? '').trim();
  if (id === '') return bad(noId(tab.name, row));
  const home = book.tabs().find(({ id: one }) => one === head.ties?.contacts);
  if (home !== undefined && home.id !== opened.value.table.id)
    opened = openCampaign(services, need, home.name);
  if (!opened.ok) return opened;
  return found(
    opened.value,
    opened.value.contacts.find(({ outreachId }) => outreachId === id),
    gone(opened.value, tab.name, row),
  );
}

function found(campaign: Campaign, contact: Contact | undefined, problem: Problem): Result<Selected> {
  return contact === undefined ? bad(problem) : good({ campaign, contact });
}

function noneSelected({ table }: Campaign): Problem {
  return {
    code: 'no-contact-selected',
    message: `No contact is selected. Contacts are in the tab “${table.name}”.`,
    todo: 'Click a row of a contact in the sheet, then try again.',
    place: { sheet: table.name },
  };
}

function noId(sheet: string, row: number): Problem {
  return {
    code: 'row-without-id',
    message: `Row ${row} of “${sheet}” has no Outreach ID, so it is no contact yet.`,
    todo: 'Click a row that has one. A new row gets its ID when your lead brings the tabs up to date.',
    place: { sheet, row },
  };
}

function gone({ table }: Campaign, sheet: string, row: number): Problem {
  return {
    code: 'contact-gone',
    message: `The contact in row ${row} of “${sheet}” is not in the tab “${table.name}” any more.`,
    todo: 'Ask your lead whether it was removed there.',
    place: { sheet, row },
  };
}
