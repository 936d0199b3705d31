// The simple onEdit trigger: somebody typed, so an edit may have to be carried between a volunteer's tab and the
// contacts (carry.ts), and rows below the headings, of a plan too, may need the Next step formula. It looks at the cells anew instead
// of trusting the event, because quick edits lose events (platform facts, 2).
import { NEXT_STEP, OUTREACH_ID } from '../reading/fields';
import { isPlan } from '../meetings/backFrom/planTab';
import { readShortlist } from '../meetings/shortlist';
import { hasRecords } from '../people/sync/tabHead';
import { isBlank, type Cell, type Grid } from '../values/cell';
import { ASSIGNMENT_PREFIX, isOurTab, PLAN_PREFIX } from '../workbook/tabs';
import type { TabInfo } from '../workbook/table';
import type { Services } from '../google/services';
import { carryHome, carryOut, tabsNamed } from './carry';
import { giveNewWords } from './movePlan';

/** Rows from the top in which the headings are looked for. */
const HEADING_ROWS = 30;
/** Rows above the edit in which a formula to copy is looked for: it stands in every filled row. */
const LOOK_UP = 200;

/** A word that stands in every formula of ours. */
const OUR_WORD = /"Check date"|"Waiting"/;

/** More gaps than this are filled in one go: a simple trigger has little time. */
const MOST_GAPS = 6;

/** What the simple trigger is given; only the range is relied on. */
export interface EditEvent {
  readonly range: {
    getRow(): number;
    getNumRows(): number;
    getColumn(): number;
    getNumColumns(): number;
    getSheet(): { getName(): string };
  };
}

export function afterEdit(makeServices: () => Services, { range }: EditEvent): void {
  const tabName = range.getSheet().getName();
  const isVolunteers = tabName.startsWith(ASSIGNMENT_PREFIX);
  // Also of a copy that counts by now, which its heading tells.
  const mayBeVolunteers = tabName.includes(ASSIGNMENT_PREFIX);
  const mayBePlan = tabName.startsWith(PLAN_PREFIX);
  if (!mayBeVolunteers && !mayBePlan && isOurTab(tabName)) return;
  const services = makeServices();
  const tab = services.book.tabs().find((t) => t.name === tabName);
  if (tab === undefined) return;
  const edited = {
    first: range.getRow(),
    last: range.getRow() + range.getNumRows() - 1,
    left: range.getColumn(),
    right: range.getColumn() + range.getNumColumns() - 1,
  };
  if (isVolunteers) {
    carryHome(services, tab, edited);
    return;
  }
  const top = services.book.readRows(tab.id, 1, HEADING_ROWS);
  if (isPlan(top)) {
    giveNewWords(services, tab, edited);
    return;
  }
  if (mayBePlan) return;
  // A shortlist under another name: nothing is written there under anybody's hands.
  if (readShortlist({ rows: top }) !== null) return;
  // A volunteer's tab under another name.
  if (hasRecords(top)) {
    carryHome(services, tab, edited);
    return;
  }
  const found = mayBeVolunteers ? null : readEdited(services, tab, top, edited);
  if (found === null) return;
  const { rows, calls } = found;
  const named = tabsNamed(services, tab, rows);
  const { tabs } = named;
  // Two tabs take all the calls there are. A contact that stands in them got its formula before.
  const hasFormulas = tabs.length > 1 && rows.every(hasId(top, found));
  const used = hasFormulas ? 0 : fillNextStep(services, tab, top, found);
  carryOut(services, tab, rows, tabs, 1 + calls + named.calls + used);
}

function hasId(top: Grid, { headerRow }: Edited): (row: readonly Cell[]) => boolean {
  const column = top[headerRow - 1]?.lastIndexOf(OUTREACH_ID) ?? -1;
  return (row) => !isBlank(row[column] ?? '');
}

/** Rows below the headings that were edited, `first` 1-based; null where there are none. */
interface Edited {
  readonly headerRow: number;
  readonly first: number;
  readonly rows: Grid;
  readonly calls: number;
}

function readEdited(
  { book }: Services,
  tab: TabInfo,
  top: Grid,
  edited: { readonly first: number; readonly last: number },
): Edited | null {
  const headerRow = top.findIndex((cells) => cells.includes(NEXT_STEP) || cells.includes(OUTREACH_ID)) + 1;
  const first = Math.max(edited.first, headerRow + 1);
  const { last } = edited;
  if (headerRow === 0 || last < first) return null;
  const isInTop = last <= HEADING_ROWS;
  const rows = isInTop ? top.slice(first - 1, last) : book.readRows(tab.id, first, last - first + 1);
  return { headerRow, first, rows, calls: isInTop ? 0 : 1 };
}

/**
 * Fills the Next step formula into the edited rows that are filled and lack it: at most one read and one call a gap.
 * Returns the calls.
 */
function fillNextStep(
  { book }: Services,
  tab: TabInfo,
  top: Grid,
  { headerRow, first, rows }: Edited,
): number {
  // A column “Next step” of their own stands further left, and its formulas are none of ours.
  const column = (top[headerRow - 1]?.lastIndexOf(NEXT_STEP) ?? -1) + 1;
  const needs = (index: number) =>
    column > 0 && isFilled(rows[index] ?? [], column) && isBlank(rows[index]?.[column - 1] ?? '');
  if (!rows.some((_, index) => needs(index))) return 0;
  const above = Math.max(headerRow + 1, first - LOOK_UP);
  const formulas = book.readFormulas(tab.id, above, column, first + rows.length - above, 1);
  const pattern = formulas.findIndex(([formula = '']) => OUR_WORD.test(formula));
  if (pattern < 0) return 1;
  // A formula that gives no word reads as blank: only cells without one are filled.
  const lacks = (index: number) => needs(index) && (formulas[first - above + index]?.[0] ?? '') === '';
  const filled = gaps(rows.length, lacks);
  for (const { from, count } of filled) {
    book.copyCell(tab.id, above + pattern, column, first + from, column, count);
  }
  return 1 + filled.length;
}

/** Runs of rows that lack the formula, 0-based. Where there are many, one run over all: in a blank row it gives no word. */
function gaps(rows: number, lacks: (index: number) => boolean): { from: number; count: number }[] {
  const found: { from: number; count: number }[] = [];
  for (let index = 0; index < rows; index++) {
    if (!lacks(index)) continue;
    const last = found[found.length - 1];
    if (last && last.from + last.count === index) last.count++;
    else found.push({ from: index, count: 1 });
  }
  const [first] = found;
  const last = found[found.length - 1];
  if (first === undefined || last === undefined || found.length <= MOST_GAPS) return found;
  return [{ from: first.from, count: last.from + last.count - first.from }];
}

function isFilled(cells: readonly Cell[], except: number): boolean {
  return cells.some((cell, index) => index !== except - 1 && !isBlank(cell));
}
