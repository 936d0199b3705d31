// A day that somebody typed under When after the touch was taken out of the row: it is the day of that very touch. As
// lines of the log are never changed, one line takes it back and another one has the right day.
import type { Cell } from '../../values/cell';
import type { Day } from '../../values/day';
import { takenBackId } from '../../touches/readLog';
import { markOf } from './marks';
import type { SyncRecord, TakenTouch } from './record';
import { readDay } from './whatHappened';

export interface MovedDay {
  readonly of: TakenTouch;
  readonly day: Day;
}

/**
 * null unless When was left at the day of the newest touch in the record and shows another one by now, today at the
 * latest. The record keeps a touch until the next full run; a later change is no longer sure to mean it.
 */
export function movedDay(when: Cell, record: SyncRecord, today: Day, locale: string): MovedDay | null {
  const [of] = record.touches.slice(-1);
  const day = readDay(when, today, locale, 'past');
  const isOfIt = of?.until === '' && record.when === markOf(of.day) && !isBack(of);
  return isOfIt && day !== null && day <= today && day !== of.day ? { of, day } : null;
}

/** Whether it stands for the line that takes an earlier one back. */
export const isBack = ({ entryId }: Pick<TakenTouch, 'entryId'>): boolean =>
  entryId.endsWith(takenBackId(''));

/** The two touches in the place of the one, in the order in which they are written into the log. */
export const touchesAfterMove = ({ of, day }: MovedDay, entryId: string): [TakenTouch, TakenTouch] => [
  { ...of, entryId: takenBackId(of.entryId) },
  { ...of, entryId, day },
];

/** `entryId`: of the line with the right day. */
export function recordAfterMove(record: SyncRecord, moved: MovedDay, entryId: string): SyncRecord {
  const others = record.touches.filter((touch) => touch.entryId !== moved.of.entryId);
  const touches = [...others, ...touchesAfterMove(moved, entryId)];
  return { ...record, when: markOf(moved.day), touches };
}
