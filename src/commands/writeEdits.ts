// Cells of one tab in the fewest calls, pending until the caller flushes.
import type { Services } from '../google/services';
import { planWrites, type PlacedEdit } from '../workbook/edits';

/** Writes each `to` as it is: the caller has made texts ready (values/writtenText.ts). */
export function writeEdits({ book }: Services, tab: number, edits: readonly PlacedEdit[]): void {
  for (const write of planWrites(edits)) {
    if (write.kind === 'block') book.write(tab, write.row, write.column, write.values);
    else book.writeSame(tab, write.ranges, write.value);
  }
}
