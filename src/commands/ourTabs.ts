// Makes the add-on's own tabs when they are first needed, and remembers them by id.
import { isBlank } from '../values/cell';
import { asOurText } from '../values/writtenText';
import type { TabShape } from '../workbook/ourTabs';
import type { Table } from '../workbook/table';
import type { NewTab, Services } from '../google/services';
import { appendRows, type HiddenTab } from './hiddenTab';

export type FurnishedShape = TabShape & Pick<NewTab, 'dropdowns' | 'datePickers'>;

/** A shape with its texts ready to be written. */
export function asNewTab(shape: FurnishedShape): NewTab {
  return {
    ...shape,
    rows: shape.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? asOurText(cell) : cell))),
  };
}

/**
 * The sheet id of a tab of ours, made and remembered where it is missing (`known` null). One that stands blank, as
 * after a run that was cut off while it made it, is filled. `table`: the tab where the run has read it already.
 */
export function ensureTab(
  services: Services,
  hidden: HiddenTab,
  shape: FurnishedShape,
  known: number | null,
  table?: Table | null,
): number {
  const { book } = services;
  if (known !== null && book.tabs().some((tab) => tab.id === known)) {
    const standing = table ?? book.read(known);
    if (standing?.rows.every((row) => row.every(isBlank)) === true) book.furnishTab(known, asNewTab(shape));
    return known;
  }
  const made = book.addTab(asNewTab(shape));
  rememberTab(services, hidden, shape.name, made.id);
  return made.id;
}

/** From now on the tab is ours under any name. */
export function rememberTab(services: Services, hidden: HiddenTab, key: string, id: number): void {
  const { day, time } = services.now();
  appendRows(services, hidden, [
    { kind: 'tab', key, when: `${day} ${time}`, who: '', state: String(id), data: '' },
  ]);
}
