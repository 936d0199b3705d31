// Tabs of ours whose rows are known by the text in one column: Asks by Ask ID, Partnerships and Unions by Outreach ID,
// Volunteers by name. People sort them, move their columns and add rows, so a row is found again by its id, and what lands in a wrong place is put right.
import { headingAt } from '../reading/heading';
import type { SheetMap } from '../reading/map';
import { OUTREACH_ID } from '../reading/fields';
import { mapOfOurTab } from '../reading/ourTabMap';
import { readContacts } from '../reading/readContacts';
import { cellText, isBlank, sameCell, type Cell, type Grid } from '../values/cell';
import { countOf } from '../values/count';
import { asTheirCell } from '../values/writtenText';
import { mapByName } from '../partners/contactTab';
import { partnerTabHead } from '../partners/partnerTab';
import { unionTabHead } from '../partners/unionTab';
import { askTabHead, headingsIn, mapOfAsks, type TabHead } from '../touches/asks/askTab';
import { findCovered } from '../workbook/coveredRows';
import type { KeyedEdit } from '../workbook/edits';
import { keysByRow, shortHash } from '../workbook/identity';
import { namePlace, VOLUNTEER_COLUMNS } from '../workbook/readVolunteers';
import type { Table } from '../workbook/table';
import { tabGone } from '../google/tabGone';
import type { Services } from '../google/services';
import { applyEdits, putRight, REFUSED, type Kept } from './applyEdits';
import type { HiddenTab } from './hiddenTab';
import { throwIfLost } from './serviceProblem';

export type KeyedName = 'asks' | 'partners' | 'unions' | 'volunteers';

export interface KeyedTab {
  readonly kind: KeyedName;
  readonly table: Table;
  /** 1-based. */
  readonly headerRow: number;
  /** 1-based column of each heading. */
  readonly columns: ReadonlyMap<string, number>;
  /** 1-based column of what tells rows apart; 0 where Partnerships or Unions have none. */
  readonly idColumn: number;
}

/** One cell to write; `row` is where its row stands in `table`. */
export interface RowCell {
  readonly row: number;
  readonly heading: string;
  readonly to: Cell;
}

const ID_HEADING: Readonly<Record<KeyedName, string>> = {
  asks: 'Ask ID',
  partners: OUTREACH_ID,
  unions: OUTREACH_ID,
  volunteers: 'Name',
};

const HEADS: Readonly<Record<KeyedName, (table: Table) => TabHead<string> | null>> = {
  asks: askTabHead,
  partners: partnerTabHead,
  unions: unionTabHead,
  volunteers: volunteerHead,
};
/** Somebody may have made these by hand: their rows are found by their names until they get the column. */
const BY_NAME: readonly KeyedName[] = ['partners', 'unions'];

/** The tab with its headings where people moved them; null where they are gone. */
export function keyedTab(kind: KeyedName, table: Table): KeyedTab | null {
  const head = HEADS[kind](table);
  if (head === null) return null;
  const idColumn = head.columns.get(ID_HEADING[kind]) ?? 0;
  return idColumn === 0 && !BY_NAME.includes(kind) ? null : { kind, table, ...head, idColumn };
}

function volunteerHead(table: Table) {
  const place = namePlace(table);
  if (place === null) return null;
  return {
    headerRow: place.headerRow,
    columns: headingsIn(table.rows[place.headerRow - 1] ?? [], VOLUNTEER_COLUMNS),
  };
}

/** A heading, with the note of its cell. */
export type Heading = readonly [name: string, note: string];

/** The tab with these headings added at its right end, as read again; the same table where there are none to add. */
export function addHeadings(
  { book }: Services,
  table: Table,
  headerRow: number,
  headings: readonly Heading[],
): Table {
  const width = Math.max(...table.rows.map((row) => row.length));
  headings.forEach(([name, note], index) => {
    book.grow(table.id, headerRow, width + 1 + index);
    book.writeHeading(table.id, headerRow, width + 1 + index, name, note);
  });
  if (headings.length === 0) return table;
  book.flush();
  const now = book.read(table.id);
  if (now === null) throw tabGone();
  return now;
}

/** A volunteer is known by the name, so it stands in the place of an id. */
function mapOf(tab: KeyedTab): SheetMap {
  const { kind, table, headerRow, idColumn } = tab;
  const map = kind === 'asks' ? mapOfAsks(table) : BY_NAME.includes(kind) ? mapByName(table, tab) : null;
  const name = [['organization', idColumn, ID_HEADING[kind]]] as const;
  return map ?? mapOfOurTab(table, headerRow, name, idColumn);
}

const standsIn = ({ table, columns }: KeyedTab, row: number, heading: string): Cell =>
  table.rows[row - 1]?.[(columns.get(heading) ?? 0) - 1] ?? '';

const idIn = ({ table, idColumn }: KeyedTab, row: number): string =>
  cellText(table.rows[row - 1]?.[idColumn - 1] ?? '').trim();

/** In the journal: cells and rows of such a tab; the id, what stood there and what was written. */
interface KeyedPart {
  readonly cells: readonly (readonly [id: string, heading: string, from: Cell, to: Cell])[];
  readonly rows: readonly (readonly [id: string, hash: string])[];
}
const KEYED = 'keyed';

const hashOf = (cells: readonly Cell[]): string => {
  const texts = cells.map(cellText);
  while (texts[texts.length - 1] === '') texts.pop();
  return shortHash(texts.join('\u0001'));
};

/** What the journal keeps of these writes; [] where nothing is to be taken back. Ids that rows get stay with them. */
export function madeKeyed(tab: KeyedTab, cells: readonly RowCell[], added: Grid): readonly string[] {
  const { kind, table, idColumn } = tab;
  const given = new Map(
    cells.flatMap(({ row, heading, to }) => (heading === ID_HEADING[kind] ? [[row, cellText(to)]] : [])),
  );
  const part: KeyedPart = {
    cells: cells
      .filter(({ heading }) => heading !== ID_HEADING[kind] && heading !== OUTREACH_ID)
      .map(({ row, heading, to }) => [
        given.get(row) ?? idIn(tab, row),
        heading,
        standsIn(tab, row, heading),
        to,
      ]),
    rows: added.map((row) => [cellText(row[idColumn - 1] ?? ''), hashOf(row)]),
  };
  const isNothing = part.cells.length + part.rows.length === 0;
  return isNothing ? [] : [`${KEYED}:${kind}:${table.id}:${JSON.stringify(part)}`];
}

/** Cells where they still read as in `tab`, then the new rows below the last one. Flushed, read back. */
export function writeKeyed(
  services: Services,
  hidden: HiddenTab,
  tab: KeyedTab,
  cells: readonly RowCell[],
  added: Grid,
): readonly Kept[] {
  const map = mapOf(tab);
  const keys = keysByRow(readContacts(tab.table, map));
  const edits = cells.flatMap(({ row, heading, to }): KeyedEdit[] => {
    const column = tab.columns.get(heading) ?? 0;
    const key = keys.get(row);
    const from = standsIn(tab, row, heading);
    if (column === 0 || key === undefined || sameCell(from, to)) return [];
    return [{ key, column, header: headingAt(tab.table, map, column), from, to }];
  });
  // Ids last: as long as a row has none, it is found by what stands in it. One that is emptied goes with the rest, by
  // which it would not be found any more.
  const isId = ({ column, to }: KeyedEdit) => column === map.outreachIdColumn && !isBlank(to);
  const { kept } = applyEdits(services, {
    map,
    hidden,
    what: null,
    edits: edits.filter((one) => !isId(one)),
  });
  const ids = applyEdits(services, { map, hidden, what: null, edits: edits.filter(isId) });
  return [...kept, ...ids.kept, ...addBelow(services, tab, added)];
}

function addBelow(services: Services, tab: KeyedTab, added: Grid): readonly Kept[] {
  if (added.length === 0) return [];
  const { book } = services;
  const before = book.read(tab.table.id);
  if (before === null) throw tabGone();
  const now = keyedTab(tab.kind, before);
  if (now === null)
    return [{ cell: '', why: `The headings of “${before.name}” were changed in this moment.` }];
  const rows = added.map((row) => {
    const cells: Cell[] = Array.from({ length: Math.max(...now.columns.values()) }, () => '');
    for (const [heading, column] of tab.columns) {
      const at = now.columns.get(heading);
      if (at !== undefined) cells[at - 1] = row[column - 1] ?? '';
    }
    return cells;
  });
  const write = (row: number, lines: Grid) => {
    book.grow(before.id, row - 1 + lines.length, 1);
    book.write(
      before.id,
      row,
      1,
      lines.map((line) => line.map(asTheirCell)),
    );
  };
  try {
    write(before.rows.length + 1, rows);
    book.flush();
  } catch (error) {
    throwIfLost(error);
    return [{ cell: '', why: `“${before.name}”: ${REFUSED}` }];
  }
  let gone = 0;
  putRight(services, before, mapOf(now), [], (after) => {
    const found = findCovered(before, after, now.headerRow, now.idColumn, rows);
    gone = found.gone;
    for (const { row, cells } of found.moved) write(row, [cells]);
    if (found.covered.length > 0) write(after.rows.length + 1, found.covered);
    return found.moved.length + found.covered.length > 0;
  });
  return gone === 0
    ? []
    : [
        {
          cell: '',
          why: `${countOf(gone, 'new row')} in “${before.name}” did not stay, since somebody changed the tab in the same moment. “Bring the list up to date” writes them again.`,
        },
      ];
}

/** Takes back what `madeKeyed` keeps, where nobody changed it since: cells as they were, rows emptied where they stand. */
export function undoKeyed(services: Services, hidden: HiddenTab, made: string, kept: Kept[]): boolean {
  const [, kind = '', id = '', rest = ''] = /^keyed:(\w+):(\d+):(.*)$/s.exec(made) ?? [];
  if (rest === '') return false;
  const part = JSON.parse(rest) as KeyedPart;
  const table = services.book.read(Number(id));
  const tab = table && keyedTab(kind as KeyedName, table);
  if (tab === null) return true;
  const rowsById = new Map<string, number>();
  for (let row = tab.headerRow + 1; row <= tab.table.rows.length; row++) {
    const own = idIn(tab, row);
    if (own !== '' && !rowsById.has(own)) rowsById.set(own, row);
  }
  const edits: RowCell[] = [];
  let stay = 0;
  const added = new Set(part.rows.map(([own]) => own));
  for (const [own, heading, from, to] of part.cells) {
    const row = rowsById.get(own);
    if (row === undefined || added.has(own)) continue;
    const now = standsIn(tab, row, heading);
    if (sameCell(now, to)) edits.push({ row, heading, to: from });
    else if (!sameCell(now, from)) stay++;
  }
  for (const [own, hash] of part.rows) {
    const row = rowsById.get(own);
    if (row === undefined) continue;
    const cells = tab.table.rows[row - 1] ?? [];
    if (hashOf(cells) !== hash) stay++;
    else
      for (const [heading, column] of tab.columns)
        if (!isBlank(cells[column - 1] ?? '')) edits.push({ row, heading, to: '' });
  }
  kept.push(...writeKeyed(services, hidden, tab, edits, []));
  if (stay > 0)
    kept.push({
      cell: '',
      why: `${countOf(stay, 'row')} in “${tab.table.name}” ${stay === 1 ? 'stays' : 'stay'}: somebody wrote there.`,
    });
  return true;
}
