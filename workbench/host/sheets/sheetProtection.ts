// Protection of a sheet in an .xlsx ↔ ours. There a protected sheet is shut but for the cells that are not locked;
// ranges with a password of their own stay shut, since nobody types passwords here.
import type { Sheet } from 'hucre';
import { contains, type Area, type Protection, type TabState } from './state';

/** The protection of a whole tab, null where the sheet has none. `id` is that of the protection. */
export function protectionOf(sheet: Sheet, tab: number, id: number): Protection | null {
  if (sheet.protection?.sheet !== true) return null;
  return { id, tab, area: null, open: unlocked(sheet), editors: [], warningOnly: false, description: '' };
}

/** The protection that shuts a whole tab for everybody but some. */
export function wholeTab({ protections }: Pick<TabState, 'protections'>): Protection | null {
  return protections.find(({ area, warningOnly }) => area === null && !warningOnly) ?? null;
}

/** True for a cell (1-based) of a protected tab that everybody may write. */
export function isOpenCell({ open }: Protection, row: number, column: number): boolean {
  return open.some((area) => contains(area, row, column));
}

/** Unlocked cells as areas: runs down a column, laid side by side where neighbours have the same. */
function unlocked(sheet: Sheet): Area[] {
  const rowsByColumn = new Map<number, number[]>();
  for (const [place, cell] of sheet.cells ?? []) {
    if (cell.style?.protection?.locked !== false) continue;
    const [row = 0, column = 0] = place.split(',').map(Number);
    const rows = rowsByColumn.get(column + 1);
    if (rows) rows.push(row + 1);
    else rowsByColumn.set(column + 1, [row + 1]);
  }
  const areas: Area[] = [];
  for (const [column, rows] of [...rowsByColumn].sort(([a], [b]) => a - b)) {
    for (const run of runsOf(rows.sort((a, b) => a - b))) {
      const beside = areas.findIndex(
        (area) => area.column + area.columns === column && area.row === run.row && area.rows === run.rows,
      );
      const left = areas[beside];
      if (left) areas[beside] = { ...left, columns: left.columns + 1 };
      else areas.push({ ...run, column, columns: 1 });
    }
  }
  return areas;
}

function runsOf(rows: readonly number[]): { row: number; rows: number }[] {
  const runs: { row: number; rows: number }[] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && last.row + last.rows === row) last.rows++;
    else runs.push({ row, rows: 1 });
  }
  return runs;
}
