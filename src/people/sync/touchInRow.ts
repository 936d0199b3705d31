// A touch in a volunteer's tab that can be taken out of its row without a look at the contacts: the row's own record
// says whose row it is.
import { NEXT_STEP, OUTREACH_ID } from '../../reading/fields';
import { cellText, isBlank, type Cell, type Grid } from '../../values/cell';
import type { Day } from '../../values/day';
import type { AssignmentColumn } from '../assignmentTab';
import { markOf } from './marks';
import { readRecord, type SyncRecord } from './record';
import type { TabHead } from './tabHead';
import { givesWay, readDay, readHappened, type NewTouch } from './whatHappened';

export interface TouchInRow {
  /** 1-based. */
  readonly row: number;
  /** Outreach ID. */
  readonly id: string;
  readonly touch: NewTouch;
  /** The day that stands beside it as the add-on left it, null where there is none or somebody typed another. */
  readonly lastTouch: Day | null;
  readonly record: SyncRecord;
  /** What gives way to the touch: a hint under Next step, or whom to ask first. */
  readonly cells: readonly { readonly column: number; readonly to: Cell }[];
}

/** In the order of the rows; `tab`: sheet id. Rows without a whole record of this tab, and ids that stand twice, are left out. */
export function touchesInRows(
  rows: Grid,
  head: TabHead,
  tab: number,
  today: Day,
  locale: string,
): TouchInRow[] {
  const { columns, headerRow } = head;
  const at = (cells: readonly Cell[], name: AssignmentColumn) => cells[(columns.get(name) ?? 0) - 1] ?? '';
  const idOf = (cells: readonly Cell[]) => cellText(at(cells, OUTREACH_ID)).trim();
  const ids = rows.slice(headerRow).map(idOf);
  return rows.slice(headerRow).flatMap((cells, index): TouchInRow[] => {
    const what = at(cells, 'What happened');
    if (isBlank(what)) return [];
    const record = readRecord(cellText(cells[head.record - 1] ?? ''));
    const id = idOf(cells);
    if (record?.tab !== tab || record.id !== id || ids.indexOf(id) !== ids.lastIndexOf(id)) return [];
    const when = at(cells, 'When');
    const isTyped = !isBlank(when) && markOf(cellText(when)) !== record.when;
    const happened = readHappened(what, isTyped ? when : '', today, locale);
    if (happened.kind !== 'touch' || (record.when === null && !isBlank(when))) return [];
    const lastTouch = isTyped ? null : readDay(when, today, locale, 'past');
    const clears = givesWay(at(cells, NEXT_STEP)) ? [{ column: columns.get(NEXT_STEP) ?? 0, to: '' }] : [];
    const row = headerRow + index + 1;
    return [{ row, id, touch: happened.touch, lastTouch, record, cells: clears }];
  });
}
