// A day that somebody typed under When after the touch was taken out of the row: it is the day of that very touch. As
// lines of the log are never changed, one line takes it back and another one has the right day.
import { sameCell, type Cell } from '../../values/cell';
import type { Day } from '../../values/day';
import { takenBackId } from '../../touches/readLog';
import { markOf } from './marks';
import { touchId, type SyncRecord, type TakenTouch } from './record';
import type { TabHead } from './tabHead';
import { readDay } from './whatHappened';

export interface MovedDay {
  readonly of: TakenTouch;
  readonly day: Day;
  /** What stands under When. */
  readonly typed: Cell;
}

/**
 * null unless When was left at the day of the newest touch in the record and shows another one by now, today at the
 * latest. The record keeps a touch until the next full run; a later change is no longer sure to mean it.
 */
export function movedDay(when: Cell, record: SyncRecord, today: Day, locale: string): MovedDay | null {
  const [of] = record.touches.slice(-1);
  const day = readDay(when, today, locale, 'past');
  const isOfIt = of?.until === '' && record.when === markOf(of.day) && !isBack(of);
  return isOfIt && day !== null && day <= today && day !== of.day ? { of, day, typed: when } : null;
}

/** Whether it stands for the line that takes an earlier one back. */
export const isBack = ({ entryId }: Pick<TakenTouch, 'entryId'>): boolean =>
  entryId.endsWith(takenBackId(''));

/** The two touches in the place of the one, in the order in which they are written into the log. */
export function touchesAfterMove(record: SyncRecord, { of, day }: MovedDay): [TakenTouch, TakenTouch] {
  const entryId = touchId(record, { ...of, day });
  return [
    { ...of, entryId: takenBackId(of.entryId) },
    { ...of, entryId, day },
  ];
}

export function recordAfterMove(record: SyncRecord, moved: MovedDay): SyncRecord {
  const others = record.touches.filter((touch) => touch.entryId !== moved.of.entryId);
  const [back, touch] = touchesAfterMove(record, moved);
  return { ...record, when: markOf(moved.day), touches: [...others, back, touch], last: touch.entryId };
}

/** What is written under When where the day stands there in words, or in another year. */
export function cellsAfterMove(
  { day, typed }: MovedDay,
  { columns }: TabHead,
): { column: number; to: Cell }[] {
  const column = columns.get('When') ?? 0;
  const to = { day, time: null };
  return column === 0 || sameCell(typed, to) ? [] : [{ column, to }];
}
