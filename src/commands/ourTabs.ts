// Makes the add-on's own tabs when they are first needed, and remembers them by id.
import type { TabShape } from '../workbook/ourTabs';
import type { TabInfo } from '../workbook/table';
import { asOurText } from '../values/writtenText';
import type { Services } from '../google/services';
import { appendRows, type HiddenTab } from './hiddenTab';

/** A tab of ours by its remembered id (`known`, null where it has none), made and remembered where it is missing. */
export function ensureTab(
  services: Services,
  hidden: HiddenTab,
  shape: TabShape,
  known: number | null,
): TabInfo {
  const standing = services.book.tabs().find((tab) => tab.id === known);
  if (standing) return standing;
  const made = services.book.addTab({
    ...shape,
    rows: shape.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? asOurText(cell) : cell))),
  });
  const { day, time } = services.now();
  appendRows(services, hidden, [
    { kind: 'tab', key: shape.name, when: `${day} ${time}`, who: '', state: String(made.id), data: '' },
  ]);
  return made;
}
