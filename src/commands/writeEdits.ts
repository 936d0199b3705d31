// Cells of one tab in the fewest calls, pending until the caller flushes.
import type { Services } from '../google/services';
import { columnNumber } from '../values/a1';
import { planWrites, type PlacedEdit, type Write } from '../workbook/edits';

/**
 * Writes each `to` as it is: the caller has made texts ready (values/writtenText.ts). What reaches into the column
 * `last` (1-based) is written last.
 */
export function writeEdits({ book }: Services, tab: number, edits: readonly PlacedEdit[], last = 0): void {
  const writes = planWrites(edits);
  const isLast = new Map(writes.map((write) => [write, last > 0 && reaches(write, last)]));
  writes.sort((a, b) => Number(isLast.get(a)) - Number(isLast.get(b)));
  for (const write of writes) {
    if (write.kind === 'block') book.write(tab, write.row, write.column, write.values);
    else book.writeSame(tab, write.ranges, write.value);
  }
}

function reaches(write: Write, column: number): boolean {
  if (write.kind === 'same')
    return write.ranges.some((range) => columnNumber(/^[A-Z]+/.exec(range)?.[0] ?? 'A') === column);
  return column >= write.column && column < write.column + (write.values[0]?.length ?? 0);
}
