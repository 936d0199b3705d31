// What changes in a plan when its event moves, when days before were edited or days off marked: the deadlines and
// check-ins of what is not done and was not set by hand. Rows that people added take part.
import { cellText, isBlank, sameCell, type Cell } from '../../values/cell';
import { shortDay, type Day } from '../../values/day';
import type { DaysOff } from '../../values/daysOff';
import { dayInCell } from '../../touches/rowFacts';
import { dayAlone, dayCell, recordText, type Plan, type PlanRecord, type PlanRow } from './planTab';
import { isDone } from './taskWord';
import { checkInDay, dueDay } from './workBack';

export interface MoveInput {
  readonly plan: Plan;
  /** The day of the event as it is to be. */
  readonly event: Day;
  readonly today: Day;
  readonly checkIns: readonly number[];
  readonly off: DaysOff;
  /** True for a cell (1-based) in which somebody put a formula. */
  readonly hasFormula: (row: number, column: number) => boolean;
  /**
   * What the add-on wrote into this cell last, where the undo journal knows: a run that was cut off wrote the day and
   * not yet the record.
   */
  readonly lastWritten: (row: PlanRow, column: 'Due' | 'Check-in') => Cell | null;
}

export interface RowMove {
  readonly row: PlanRow;
  /** Only what differs from what stands there. */
  readonly due?: Cell;
  readonly checkIn?: Cell;
  /** Differs from the record of the row; written after the days, so that a cut-off run takes no day of ours for theirs. */
  readonly record?: string;
}

export interface Moves {
  readonly rows: readonly RowMove[];
  /** Why a row stays as it is, a sentence each. */
  readonly kept: readonly string[];
}

export function planMoves(input: MoveInput): Moves {
  const rows: RowMove[] = [];
  const kept: string[] = [];
  for (const row of input.plan.rows) {
    if (isDone(row.done)) continue;
    const move = moveRow(input, row, kept);
    if (Object.keys(move).length > 0) rows.push({ row, ...move });
  }
  return { rows, kept };
}

function moveRow(input: MoveInput, row: PlanRow, kept: string[]): Omit<RowMove, 'row'> {
  const { event, off, checkIns, today } = input;
  const { daysBefore, record } = row;
  const isOurs = follows(input, row, 'Due');
  const worked = daysBefore === null ? null : dueDay(event, daysBefore, off);
  if (daysBefore === null && row.daysText !== '')
    kept.push(`“${row.task}” stays as it is: “${row.daysText}” is not a number of days.`);
  const due = isOurs && worked !== null ? worked : dayInCell(row.due);
  if (!isOurs && worked !== null && worked !== due)
    kept.push(
      due === null
        ? `“${row.task}” stays as it is: “${cellText(row.due).slice(0, 60)}” is not a day.`
        : `“${row.task}” stays on ${shortDay(due, today)}, which somebody set.`,
    );
  // Without a day that can be read nobody knows when to ask: what stands there stays.
  const asksOurs = (due !== null || !row.critical) && follows(input, row, 'Check-in');
  const asked = row.critical && due !== null ? checkInDay(due, checkIns, off) : null;
  const next: PlanRecord = {
    due: isOurs && worked !== null ? worked : (record?.due ?? null),
    checkIn: asksOurs ? asked : (record?.checkIn ?? null),
  };
  const text = recordText(next);
  const isKnown = record !== null || next.due !== null || next.checkIn !== null;
  return {
    ...(isOurs && worked !== null ? differing('due', row.due, dayCell(worked)) : {}),
    ...(asksOurs ? differing('checkIn', row.checkIn, dayCell(asked)) : {}),
    ...(isKnown && (record === null || text !== recordText(record)) ? { record: text } : {}),
  };
}

const differing = <Name extends string>(name: Name, from: Cell, to: Cell): Partial<Record<Name, Cell>> =>
  sameCell(from, to) || (isBlank(from) && isBlank(to)) ? {} : ({ [name]: to } as Record<Name, Cell>);

/** Whether the cell holds what the add-on worked out, so that it goes on following the event. */
function follows(
  { plan, hasFormula, lastWritten }: MoveInput,
  row: PlanRow,
  column: 'Due' | 'Check-in',
): boolean {
  const place = plan.columns.get(column) ?? 0;
  if (place === 0 || hasFormula(row.row, place)) return false;
  const cell = column === 'Due' ? row.due : row.checkIn;
  const known = column === 'Due' ? row.record?.due : row.record?.checkIn;
  const written = lastWritten(row, column);
  if (written !== null && sameCell(written, cell)) return true;
  // A blank due cell has nothing in it that could be lost. A check-in is emptied when somebody has asked.
  if (isBlank(cell)) return column === 'Due' || (known ?? null) === null;
  const day = dayAlone(cell);
  return day !== null && day === known;
}

/** The tasks for a list: not done, the one that is due first before the others. */
export function openTasks({ rows }: Plan): PlanRow[] {
  const dueOf = ({ due }: PlanRow) => dayInCell(due) ?? '~';
  return rows
    .filter(({ done }) => !isDone(done))
    .sort((a, b) => (dueOf(a) < dueOf(b) ? -1 : dueOf(a) > dueOf(b) ? 1 : a.row - b.row));
}
