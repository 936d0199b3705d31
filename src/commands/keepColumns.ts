// What a person confirmed about the columns of a contacts tab, kept twice: on the hidden tab and as marks on the columns.
import type { SheetMap } from '../reading/map';
import type { Remembered } from '../reading/remembered';
import type { DataRow } from '../workbook/dataTab';
import type { Services } from '../google/services';
import { openHiddenTab, putRow } from './hiddenTab';

/** @param standing entries that are kept as they are, with their marks wherever those stand by now. */
export function keepColumns(
  services: Services,
  map: SheetMap,
  settled: readonly Remembered[],
  standing: readonly Remembered[] = [],
): void {
  // A mark without its entry is no harm, an entry without its mark is a question: a run may be cut off in between.
  const marks = standing.length === 0 ? [] : services.book.columnMarks(map.sheetId);
  services.book.setColumnMarks(map.sheetId, [
    ...settled.flatMap((entry) => entry.columns.map((column) => ({ field: entry.field, column }))),
    ...marks.filter((mark) => standing.some((entry) => entry.field === mark.field)),
  ]);
  const { day, time } = services.now();
  const row: DataRow = {
    kind: 'contacts',
    key: String(map.sheetId),
    when: `${day} ${time}`,
    who: services.address(),
    state: map.sheet,
    data: JSON.stringify([...settled, ...standing]),
  };
  const hidden = openHiddenTab(services);
  putRow(services, hidden, row);
  services.book.flush();
}
