// What a closed meeting has made beside cells of the contacts, as the journal keeps it, and how it is taken back.
import { NEXT_STEP, OUTREACH_ID } from '../reading/fields';
import { cellText, isBlank, type Cell, type Grid } from '../values/cell';
import { countOf } from '../values/count';
import { readTabHead } from '../people/sync/tabHead';
import { newest } from '../workbook/dataTab';
import type { KeyedEdit } from '../workbook/edits';
import type { Services } from '../google/services';
import { applyEdits, type Kept } from './applyEdits';
import { setData, type HiddenTab } from './hiddenTab';
import { clearShortlistIds, clearVolunteers } from './shortlistIds';
import { tabHash } from './tabHash';
import { mapOfTab } from './volunteerTab';

/** Each begins what stands behind it in the journal. */
const IDS = 'shortlist-ids';
const NAMES = 'volunteers';
const ROWS = 'rows';
const CLOSED = 'closed';

export const madeIds = (tab: number, ids: readonly string[]): string =>
  `${IDS}:${tab}:${JSON.stringify(ids)}`;
/** The ids of `madeIds`; [] for anything else. */
export function readMadeIds(made: string): readonly string[] {
  const [what, , ...rest] = made.split(':');
  return what === IDS ? (JSON.parse(rest.join(':')) as string[]) : [];
}

export const madeVolunteers = (tab: number, names: readonly string[]): string =>
  `${NAMES}:${tab}:${JSON.stringify(names)}`;
/** `key` of the meeting's line on the hidden tab. */
export const madeClosed = (key: string): string => `${CLOSED}:${key}`;

/** Rows that come into a standing assignment tab, under its headings, each with its Outreach ID. */
export function madeRows(tab: number, headings: readonly Cell[], idColumn: number, rows: Grid): string {
  const hashes = rows.map((row) => [cellText(row[idColumn - 1] ?? ''), tabHash([headings, row])]);
  return `${ROWS}:${tab}:${JSON.stringify(hashes)}`;
}

/** Something that a change made beside cells of contacts, on its way back. */
export interface MadeThing {
  /** As the journal has it. */
  readonly made: string;
  /** Outreach IDs of contacts that it added and that stay: what stands elsewhere of them stays too. */
  readonly staying: ReadonlySet<string>;
  /** Gets what could not be taken back. */
  readonly kept: Kept[];
}

/** True where `made` was one of these. */
export function undoMeetingMade(
  services: Services,
  hidden: HiddenTab,
  { made, staying, kept }: MadeThing,
): boolean {
  const [, what = '', of = '', rest = ''] = /^([^:]+):([^:]*):?(.*)$/s.exec(made) ?? [];
  const tab = Number(of);
  const goes = (id: string) => !staying.has(id);
  if (what === IDS)
    kept.push(...clearShortlistIds(services, hidden, tab, (JSON.parse(rest) as string[]).filter(goes)));
  else if (what === NAMES) {
    // Whoever stays may be theirs.
    if (staying.size === 0)
      kept.push(...clearVolunteers(services, hidden, tab, JSON.parse(rest) as string[]));
  } else if (what === ROWS) {
    const hashes = (JSON.parse(rest) as [string, string][]).filter(([id]) => goes(id));
    clearRows(services, hidden, tab, hashes, kept);
  } else if (what === CLOSED) {
    const line = newest(hidden.rows, 'tab', of);
    setData(services, hidden, (row) => (row === line ? '' : null));
  } else return false;
  return true;
}

/** Empties the rows in which nobody has written since. They stay where they are; the next step is a formula and blank then. */
function clearRows(
  services: Services,
  hidden: HiddenTab,
  tab: number,
  hashes: readonly (readonly [string, string])[],
  kept: Kept[],
): void {
  const table = services.book.read(tab);
  const head = table && readTabHead(table.rows);
  if (table === null || head === null) return;
  const idColumn = head.columns.get(OUTREACH_ID) ?? 0;
  const headings = table.rows[head.headerRow - 1] ?? [];
  const hashOf = new Map(hashes);
  const edits: KeyedEdit[] = [];
  let stay = 0;
  for (const cells of table.rows.slice(head.headerRow)) {
    const id = cellText(cells[idColumn - 1] ?? '').trim();
    const hash = hashOf.get(id);
    if (hash === undefined) continue;
    if (tabHash([headings, cells]) !== hash) {
      stay++;
      continue;
    }
    cells.forEach((from, index) => {
      const header = cellText(headings[index] ?? '');
      if (!isBlank(from) && header !== NEXT_STEP)
        edits.push({ key: id, column: index + 1, header, from, to: '' });
    });
  }
  kept.push(...applyEdits(services, { map: mapOfTab(table, head), hidden, what: null, edits }).kept);
  if (stay > 0)
    kept.push({
      cell: '',
      why: `${countOf(stay, 'row')} in “${table.name}” ${stay === 1 ? 'stays' : 'stay'}: somebody wrote there.`,
    });
}
