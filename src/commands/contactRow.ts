// One row a contact in a tab of ours (Partnerships, Unions), written as a whole: made at its first use, what is missing
// of its headings added, found again by Outreach ID, kept in the journal.
import type { RowProblem } from '../partners/contactTab';
import { laidOut, type TabHead } from '../touches/asks/askTab';
import { OUTREACH_ID } from '../reading/fields';
import { isBlank, sameCell, type Cell } from '../values/cell';
import { bad, good, type Problem, type Result } from '../values/result';
import type { Table } from '../values/table';
import { tabGone } from '../google/tabGone';
import type { Applied } from './applyEdits';
import type { Campaign } from './campaign';
import { writeJournal } from './journal';
import {
  addHeadings,
  keyedTab,
  madeKeyed,
  writeKeyed,
  type Heading,
  type KeyedName,
  type KeyedTab,
  type RowCell,
} from './keyedTab';
import { ensureTab, type FurnishedShape } from './ourTabs';

export interface ContactTab {
  readonly kind: KeyedName;
  /** Its headings, with dropdowns, as it is made. */
  readonly shape: FurnishedShape;
  readonly id: number | null;
  readonly table: Table | null;
  readonly head: (table: Table) => TabHead<string> | null;
}

export interface ContactRow {
  /** Outreach ID. */
  readonly contact: string;
  /** 1-based row where it stands; 0 for a new one. */
  readonly row: number;
  /** By heading: as they are read, and as they are to be. */
  readonly were: ReadonlyMap<string, Cell>;
  readonly are: ReadonlyMap<string, Cell>;
}

/** A shape with its choices, by the headings of its first row. */
export function furnished(
  shape: Omit<FurnishedShape, 'dropdowns' | 'datePickers'>,
  choices: Readonly<Partial<Record<string, readonly string[]>>>,
  days: readonly string[] = [],
): FurnishedShape {
  const headings = (shape.rows[0] ?? []).map(String);
  return {
    ...shape,
    dropdowns: headings.flatMap((name, index) => {
      const list = choices[name];
      return list === undefined ? [] : [{ column: index + 1, choices: list }];
    }),
    datePickers: days.map((name) => headings.indexOf(name) + 1),
  };
}

/** What cannot be read in a row, for a list of the panel. */
export const rowQuestion = ({ row, organization, text, why }: RowProblem) => ({
  row,
  text: [organization, text === organization ? '' : `“${text}”`, why]
    .filter((part) => part !== '')
    .join(': '),
});

/** The tab with the headings that are needed, made where it is missing; null where its own headings are gone. */
function openTab(campaign: Campaign, tab: ContactTab, wanted: readonly string[]): KeyedTab | null {
  const { services, hidden } = campaign;
  const { shape, table: known } = tab;
  const id = ensureTab(services, hidden, shape, tab.id, known);
  const isRead = known?.id === id && known.rows.some((row) => !row.every(isBlank));
  const table = isRead ? known : services.book.read(id);
  if (table === null) throw tabGone();
  const head = tab.head(table);
  if (head === null) return null;
  const headings = shape.rows[0] ?? [];
  const missing = wanted.filter((name) => !head.columns.has(name));
  const notes = missing.map((name): Heading => [name, shape.headerNotes[headings.indexOf(name)] ?? '']);
  return keyedTab(tab.kind, addHeadings(services, table, head.headerRow, notes));
}

export const headingsGone = ({ kind, shape }: ContactTab, sheet: string): Problem => ({
  code: `${kind}-headings`,
  message: `The headings of “${sheet}” cannot be found, so nothing was changed.`,
  todo: `Put them back in one row: ${(shape.rows[0] ?? []).join(', ')}.`,
  place: { sheet },
});

/** Writes what differs. `change`: what it becomes a part of, '' for one of its own. */
export function writeContactRow(
  campaign: Campaign,
  known: ContactTab,
  { contact, row, were, are }: ContactRow,
  change: { readonly id: string; readonly what: string },
): Result<Applied> {
  const { services, hidden, map } = campaign;
  const changed = [...are].filter(([heading, to]) => !sameCell(were.get(heading) ?? '', to));
  if (changed.length === 0) return good({ change: change.id, written: 0, kept: [] });
  const filled = row === 0 ? [...are].filter(([, to]) => !isBlank(to)) : changed;
  const tab = openTab(campaign, known, [...filled.map(([heading]) => heading), OUTREACH_ID]);
  if (tab === null) {
    const sheet = services.book.tabs().find(({ id }) => id === known.id)?.name;
    return bad(headingsGone(known, sheet ?? known.shape.name));
  }
  // A row that somebody typed, or copied, gets its Outreach ID with it.
  const cells: RowCell[] =
    row === 0
      ? []
      : [...changed, [OUTREACH_ID, contact] as const].map(([heading, to]) => ({ row, heading, to }));
  const added = row === 0 ? [laidOut(are, tab.columns, Math.max(...tab.columns.values()))] : [];
  const made = madeKeyed(tab, cells, added);
  const journal = writeJournal(
    services,
    hidden,
    { what: change.what, tab: map.sheetId, made, undoable: true, cells: [] },
    change.id,
  );
  const kept = writeKeyed(services, hidden, tab, cells, added);
  const wrote = row === 0 ? added.length : changed.length;
  return good({ change: journal, written: Math.max(0, wrote - kept.length), kept });
}
