// The simple onEdit trigger: somebody typed, so rows below the headings may need the Next step formula. It reads
// the tab anew instead of trusting the event, because quick edits lose events (platform facts, 2).
import { NEXT_STEP } from '../reading/fields';
import { isBlank } from '../values/cell';
import { isOurTab } from '../workbook/tabs';
import type { Services } from '../google/services';

/** Rows looked at around the edit for a formula to copy: it stands in every filled row above. */
const LOOK_UP = 200;

/** What the simple trigger is given; only the range is relied on. */
export interface EditEvent {
  readonly range: { getRow(): number; getNumRows(): number; getSheet(): { getName(): string } };
}

/** Fills the Next step formula into filled rows that lack it. At most 4 service calls; writes into our own column only. */
export function afterEdit(makeServices: () => Services, { range }: EditEvent): void {
  const tabName = range.getSheet().getName();
  if (isOurTab(tabName)) return;
  const row = range.getRow();
  const rows = range.getNumRows();
  const { book } = makeServices();
  const tab = book.tabs().find((t) => t.name === tabName);
  if (tab === undefined) return;
  const first = Math.max(1, row - LOOK_UP);
  const table = book.read(tab.id);
  if (table === null) return;
  const headerRow = table.rows.findIndex((cells) => cells.includes(NEXT_STEP)) + 1;
  if (headerRow === 0 || row + rows - 1 <= headerRow) return;
  const column = (table.rows[headerRow - 1]?.indexOf(NEXT_STEP) ?? 0) + 1;
  const top = Math.max(first, headerRow + 1);
  const last = Math.min(row + rows - 1, table.rows.length);
  if (last < top) return;
  const formulas = book.readFormulas(tab.id, top, column, last - top + 1, 1);
  const pattern = formulas.findIndex(([formula = '']) => formula !== '');
  if (pattern < 0) return;
  for (let at = Math.max(row, top); at <= last; at++) {
    const filled = table.rows[at - 1]?.some((cell, index) => index !== column - 1 && !isBlank(cell)) ?? false;
    if (!filled || (formulas[at - top]?.[0] ?? '') !== '' || !isBlank(table.rows[at - 1]?.[column - 1] ?? ''))
      continue;
    let end = at;
    while (
      end < last &&
      (formulas[end + 1 - top]?.[0] ?? '') === '' &&
      table.rows[end]?.some((cell, index) => index !== column - 1 && !isBlank(cell))
    )
      end++;
    book.copyCell(tab.id, top + pattern, column, at, column, end - at + 1);
    at = end;
  }
}
