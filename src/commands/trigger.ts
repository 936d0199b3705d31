// The simple onEdit trigger: somebody typed, so rows below the headings may need the Next step formula. It looks at
// the cells anew instead of trusting the event, because quick edits lose events (platform facts, 2).
import { NEXT_STEP } from '../reading/fields';
import { isBlank, type Cell } from '../values/cell';
import { isOurTab } from '../workbook/tabs';
import type { Services } from '../google/services';

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
  readonly range: { getRow(): number; getNumRows(): number; getSheet(): { getName(): string } };
}

/** Fills the Next step formula into the edited rows that are filled and lack it: at most 3 reads and one call a gap. */
export function afterEdit(makeServices: () => Services, { range }: EditEvent): void {
  const tabName = range.getSheet().getName();
  if (isOurTab(tabName)) return;
  const { book } = makeServices();
  const tab = book.tabs().find((t) => t.name === tabName);
  if (tab === undefined) return;
  const top = book.readRows(tab.id, 1, HEADING_ROWS);
  const headerRow = top.findIndex((cells) => cells.includes(NEXT_STEP)) + 1;
  // A column “Next step” of their own stands further left, and its formulas are none of ours.
  const column = (top[headerRow - 1]?.lastIndexOf(NEXT_STEP) ?? -1) + 1;
  const first = Math.max(range.getRow(), headerRow + 1);
  const last = range.getRow() + range.getNumRows() - 1;
  if (column === 0 || last < first) return;

  const rows = book.readRows(tab.id, first, last - first + 1);
  const needs = (index: number) =>
    isFilled(rows[index] ?? [], column) && isBlank(rows[index]?.[column - 1] ?? '');
  if (!rows.some((_, index) => needs(index))) return;
  const above = Math.max(headerRow + 1, first - LOOK_UP);
  const formulas = book.readFormulas(tab.id, above, column, first + rows.length - above, 1);
  const pattern = formulas.findIndex(([formula = '']) => OUR_WORD.test(formula));
  if (pattern < 0) return;
  // A formula that gives no word reads as blank: only cells without one are filled.
  const lacks = (index: number) => needs(index) && (formulas[first - above + index]?.[0] ?? '') === '';
  for (const { from, count } of gaps(rows.length, lacks)) {
    book.copyCell(tab.id, above + pattern, column, first + from, column, count);
  }
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
