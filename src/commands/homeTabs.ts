// The volunteers' tabs as a full run reads them: each once, with whose it is and what its rows are.
import { OUTREACH_ID } from '../reading/fields';
import { cellText, isBlank } from '../values/cell';
import type { Table } from '../values/table';
import type { AssignmentColumn } from '../people/assignmentTab';
import type { TabRow } from '../people/sync/planRows';
import { readRecord, writeRecord } from '../people/sync/record';
import { readHappened } from '../people/sync/whatHappened';
import { hasRecords, readTabHead, recordHeading, type TabHead } from '../people/sync/tabHead';
import { ASSIGNMENT_PREFIX, isOurTab } from '../workbook/tabs';
import type { TabInfo } from '../workbook/table';
import { volunteersOf } from './assignPlan';
import type { WrittenEdit } from '../workbook/repairs';
import { isOfOther, tabLine } from './assignmentRows';
import { assignmentTab, isNameFor } from './assignmentTabs';
import type { Campaign } from './campaign';
import { appendRows } from './hiddenTab';
import { writeRows } from './volunteerTab';

export interface HomeTab {
  readonly table: Table;
  readonly head: TabHead;
  /** As the Volunteers tab spells the name where it is there. */
  readonly volunteer: string;
  readonly rows: readonly TabRow[];
  /** The heading of its records names another tab that still stands, as that of a copy does. */
  readonly namesOther: boolean;
}

/** Outreach IDs that its owner had here; null where the heading that keeps them is another tab's. */
export const lastIds = ({ table, head }: Pick<HomeTab, 'table' | 'head'>): readonly string[] | null =>
  head.ties?.tab === table.id ? head.ties.ids : null;

/** Rows from the top in which the headings are looked for in a tab that nobody knows. */
const HEADING_ROWS = 30;

/** The names that the volunteers' tabs were given, by sheet id: people may rename them. */
const namesGiven = ({ hidden }: Campaign): ReadonlyMap<number, string> =>
  new Map(
    hidden.rows
      .filter(({ kind, key }) => kind === 'tab' && key.startsWith(ASSIGNMENT_PREFIX))
      .map(({ key, state }) => [Number(state), key]),
  );

/** Whether any tab stands that looks like a volunteer's. No read. */
export function hasHomeTabs(campaign: Campaign): boolean {
  const names = namesGiven(campaign);
  const tabs = campaign.services.book.tabs();
  return tabs.some(({ id, name }) => names.has(id) || name.includes(ASSIGNMENT_PREFIX));
}

/** Those that can be read, and the names of those that have lost their column Outreach ID. */
export function readHomeTabs(campaign: Campaign): { tabs: HomeTab[]; unread: string[] } {
  const { book } = campaign.services;
  const names = namesGiven(campaign);
  const standing = book.tabs();
  const ids = new Set(standing.map(({ id }) => id));
  const tabs: HomeTab[] = [];
  const unread: string[] = [];
  for (const tab of standing) {
    if (isOfOther(campaign, tab.id)) continue;
    const isKnown = names.has(tab.id) || tab.name.includes(ASSIGNMENT_PREFIX);
    if (!isKnown && !isCopyUnderAName(campaign, tab)) continue;
    const table = book.read(tab.id);
    const head = table && readTabHead(table.rows);
    if (table === null) continue;
    if (head === null) {
      if (table.rows.some((row) => !row.every(isBlank))) unread.push(tab.name);
      continue;
    }
    const { ties } = head;
    // A copy that somebody made of a tab that belongs to other contacts.
    if (!names.has(tab.id) && ties !== null && isOfOther(campaign, ties.tab)) continue;
    const volunteer = volunteerOf(campaign, names.get(tab.id) ?? tab.name, head);
    const namesOther = ties !== null && ties.tab !== tab.id && ids.has(ties.tab);
    tabs.push({ table, head, volunteer, rows: rowsOf(table, head, ids), namesOther });
  }
  return { tabs, unread };
}

/** A volunteer's tab that somebody copied and gave a name of its own. One read for each tab of the group's own. */
function isCopyUnderAName({ services, table }: Campaign, { id, name }: TabInfo): boolean {
  if (id === table.id || isOurTab(name)) return false;
  return hasRecords(services.book.readRows(id, 1, HEADING_ROWS));
}

function volunteerOf(campaign: Campaign, name: string, { ties }: TabHead): string {
  const found = volunteersOf(campaign).find((one) => isNameFor(name, one.name));
  return (
    found?.name ?? ties?.volunteer ?? name.slice(name.indexOf(ASSIGNMENT_PREFIX) + ASSIGNMENT_PREFIX.length)
  );
}

function rowsOf({ id, rows }: Table, head: TabHead, standing: ReadonlySet<number>): TabRow[] {
  return rows.slice(head.headerRow).map((cells, index): TabRow => {
    const at = (column: AssignmentColumn) => cells[(head.columns.get(column) ?? 0) - 1] ?? '';
    const text = (column: AssignmentColumn) => cellText(at(column));
    const record = readRecord(cellText(cells[head.record - 1] ?? ''));
    const ours = [head.record, head.columns.get('Next step') ?? 0];
    return {
      row: head.headerRow + index + 1,
      outreachId: text(OUTREACH_ID).trim(),
      organization: text('Organization'),
      contactName: text('Contact name'),
      ways: text('How to reach them'),
      knownBy: text('Known by'),
      notes: text('Notes'),
      isBlank: cells.every((cell, at) => ours.includes(at + 1) || isBlank(cell)),
      record:
        record === null
          ? 'none'
          : record.tab === id
            ? 'ours'
            : standing.has(record.tab)
              ? 'other tab'
              : 'none',
    };
  });
}

/** Copies made by hand that a person says count from now on: they are the volunteers' tabs, and what they were copied from are copies. */
export function countsFromNow(campaign: Campaign, counts: readonly number[]): void {
  if (counts.length === 0) return;
  const { services, hidden, log } = campaign;
  const { tabs } = readHomeTabs(campaign);
  const logged = new Set(log.map(({ contact, kind }) => `${contact} ${kind}`));
  for (const id of counts) {
    const copy = tabs.find(({ table }) => table.id === id);
    if (copy === undefined) continue;
    const from = tabs.filter(({ table, volunteer }) => table.id !== id && volunteer === copy.volunteer);
    nameInRecords(campaign, copy, id, (contact, kind) => logged.has(`${contact} ${kind}`));
    for (const one of from) nameInRecords(campaign, one, id, () => false);
    const { given } = assignmentTab(campaign, { name: copy.volunteer });
    appendRows(services, hidden, [tabLine(campaign, given, id, '')]);
  }
  services.book.flush();
}

/**
 * The records and their heading say that the rows belong to this tab (sheet id). Not so where the log has by now what
 * was chosen in a row (`isLogged`): it may have come along when the tab was copied, and is asked about.
 */
function nameInRecords(
  { services, today }: Campaign,
  { table, head }: HomeTab,
  tab: number,
  isLogged: (id: string, kind: string) => boolean,
): void {
  const { record: column, columns, headerRow, ties } = head;
  if (column === 0) return;
  const edits = table.rows.flatMap((cells, index): WrittenEdit[] => {
    const at = (name: AssignmentColumn) => cells[(columns.get(name) ?? 0) - 1] ?? '';
    const from = cells[column - 1] ?? '';
    const record = readRecord(cellText(from));
    const happened = readHappened(at('What happened'), at('When'), today, services.book.locale);
    return record === null || (happened.kind === 'touch' && isLogged(record.id, happened.touch.outcome))
      ? []
      : [{ row: index + 1, column, from, to: writeRecord({ ...record, tab }) }];
  });
  const from = table.rows[headerRow - 1]?.[column - 1] ?? '';
  if (ties !== null) edits.push({ row: headerRow, column, from, to: recordHeading({ ...ties, tab }) });
  writeRows(services, table, head, edits, '');
}
