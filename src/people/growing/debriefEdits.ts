// What a debrief changes in the Volunteers tab, by its headings wherever people moved them.
import { cellText, sameCell, type Cell } from '../../values/cell';
import type { Day } from '../../values/day';
import type { Table } from '../../values/table';
import { cleanText, foldName } from '../../values/text';
import { namePlace } from '../../workbook/readVolunteers';

export interface Debrief {
  readonly lastDebrief: Day;
  /** In their own words. */
  readonly wantsNext: string;
  /** null for none. */
  readonly nextCheckIn: Day | null;
}

export interface DebriefEdits {
  /** Headings that the tab lacks, in the order in which they are added at its right end. */
  readonly missing: readonly string[];
  /** 1-based. */
  readonly headerRow: number;
  /** 1-based. */
  readonly row: number;
  /** Cells that change; `column` 1-based. None for a heading that is missing. */
  readonly cells: readonly {
    readonly heading: string;
    readonly column: number;
    readonly from: Cell;
    readonly to: Cell;
  }[];
}

/** null where the tab has no heading Name, or nobody of this name. Of two rows the upper counts, as in readVolunteers. */
export function volunteerEdits(table: Table, name: string, debrief: Debrief): DebriefEdits | null {
  const place = namePlace(table);
  if (place === null) return null;
  const { headerRow, column: nameColumn } = place;
  const at = table.rows.findIndex(
    (row, index) =>
      index >= headerRow && foldName(cleanText(cellText(row[nameColumn - 1] ?? ''))) === foldName(name),
  );
  if (at < 0) return null;
  const header = (table.rows[headerRow - 1] ?? []).map((cell) => foldName(cellText(cell)));
  const { lastDebrief, nextCheckIn } = debrief;
  const wanted: readonly (readonly [heading: string, to: Cell])[] = [
    ['Last debrief', { day: lastDebrief, time: null }],
    ['Wants to do next', debrief.wantsNext],
    ['Next check-in', nextCheckIn === null ? '' : { day: nextCheckIn, time: null }],
  ];
  const columnOf = (heading: string) => header.indexOf(foldName(heading)) + 1;
  return {
    missing: wanted.flatMap(([heading]) => (columnOf(heading) === 0 ? [heading] : [])),
    headerRow,
    row: at + 1,
    cells: wanted.flatMap(([heading, to]) => {
      const column = columnOf(heading);
      const from = table.rows[at]?.[column - 1] ?? '';
      return column === 0 || sameCell(from, to) ? [] : [{ heading, column, from, to }];
    }),
  };
}
