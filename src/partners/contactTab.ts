// What Partnerships and Unions have in common: tabs of ours with one row a contact, in which people type as well.
import type { Contact } from '../reading/contact';
import { OUTREACH_ID } from '../reading/fields';
import type { SheetMap } from '../reading/map';
import { mapOfOurTab } from '../reading/ourTabMap';
import type { TabHead } from '../touches/asks/askTab';
import { calledIn, whoIsWho } from '../touches/asks/who';
import { cellText, isBlank, type Cell } from '../values/cell';
import type { Table } from '../values/table';
import { cleanText, foldName } from '../values/text';

export interface RowProblem {
  /** 1-based. */
  readonly row: number;
  readonly organization: string;
  /** As typed. */
  readonly text: string;
  readonly why: string;
}

export interface TiedRow<Name extends string> {
  /** 1-based. */
  readonly row: number;
  /** As it stands there. */
  readonly organization: string;
  /** undefined where no contact is called so, or several are. */
  readonly contact: Contact | undefined;
  readonly at: (heading: Name) => Cell;
  /** The text of a cell, tidied. */
  readonly text: (heading: Name) => string;
}

export interface TiedRows<Name extends string> {
  /** In the order of the tab. Of two rows of one contact the upper; rows that may be of two contacts are left out. */
  readonly rows: readonly TiedRow<Name>[];
  readonly problems: readonly RowProblem[];
}

/** The tab as contacts, so that its rows are found again; null where its headings are gone. */
export function mapByName(table: Table, head: TabHead<string> | null): SheetMap | null {
  const column = head?.columns.get('Organization');
  if (head === null || column === undefined) return null;
  const telling = [['organization', column, 'Organization']] as const;
  return mapOfOurTab(table, head.headerRow, telling, head.columns.get(OUTREACH_ID) ?? 0);
}

/** `otherTabs`: the file has other tabs of contacts: a row may be of somebody there. */
export function tiedRows<Name extends string>(
  table: Table,
  head: TabHead<Name>,
  contacts: readonly Contact[],
  otherTabs: boolean,
): TiedRows<Name> {
  const who = whoIsWho(contacts);
  const lines = table.rows.slice(head.headerRow);
  const columns: ReadonlyMap<string, number> = head.columns;
  const cellIn = (cells: readonly Cell[], name: string): Cell => cells[(columns.get(name) ?? 0) - 1] ?? '';
  const said = (cells: readonly Cell[], name: string): string => cleanText(cellText(cellIn(cells, name)));
  const fits = (contact: Contact | undefined, name: string): boolean =>
    contact !== undefined && (name === '' || foldName(calledIn(contact)) === foldName(name));
  // Contacts of whom one row tells both, the name and the id: another row with that id is a copy of it.
  const sure = new Set(
    lines.flatMap((cells) => {
      const contact = who.byId(said(cells, OUTREACH_ID));
      return fits(contact, said(cells, 'Organization')) ? [contact] : [];
    }),
  );
  const first = new Map<string, number>();
  const rows: TiedRow<Name>[] = [];
  const problems: RowProblem[] = [];
  lines.forEach((cells, index) => {
    if ([...columns.values()].every((column) => isBlank(cells[column - 1] ?? ''))) return;
    const row = head.headerRow + index + 1;
    const organization = said(cells, 'Organization');
    const problem = (why: string) => problems.push({ row, organization, text: organization, why });
    const byId = who.byId(said(cells, OUTREACH_ID));
    const named = who.named(organization);
    const only = named.length === 1 ? named[0] : undefined;
    if (byId !== undefined && only !== undefined && !fits(byId, organization) && !sure.has(byId)) {
      problem(
        `The name is one contact, the ${OUTREACH_ID} is ${calledIn(byId)}. Put the name right, or empty the ${OUTREACH_ID}.`,
      );
      return;
    }
    const contact = byId === undefined || !fits(byId, organization) ? (only ?? byId) : byId;
    const key = contact === undefined ? '' : who.keyOf(contact.outreachId, calledIn(contact));
    const above = first.get(key);
    if (above !== undefined) {
      problem(`It stands in row ${above} already, and that row counts.`);
      return;
    }
    if (contact !== undefined) first.set(key, row);
    else if (named.length > 1)
      problem(`${named.length} contacts are called so. Fill in the ${OUTREACH_ID} of the one that is meant.`);
    else if (!otherTabs)
      problem('No contact is called so. Write the name as it stands in your contacts, or delete the row.');
    rows.push({
      row,
      organization,
      contact,
      at: (heading) => cellIn(cells, heading),
      text: (heading) => said(cells, heading),
    });
  });
  return { rows, problems };
}
