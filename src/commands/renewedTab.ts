// Tabs of ours that are written anew as a whole each time: the proof page, the dashboard. They are known by their id; a
// tab of the group's own with that name stays theirs.
import { cellText, isBlank } from '../values/cell';
import type { Table } from '../workbook/table';
import type { Campaign } from './campaign';
import { appendRows } from './hiddenTab';

/**
 * The tab as it stands, null where it is to be made. `known`: its id where one is kept; `first`: what we write into A1,
 * by which one is known that a run made before it was cut off, also with a number behind its name.
 */
export function standingTab(
  { services: { book } }: Campaign,
  name: string,
  known: number | null,
  first: string,
): Table | null {
  if (known !== null) return book.read(known);
  const isNamed = (tab: string) =>
    tab === name || (tab.startsWith(`${name} `) && /^\d+$/.test(tab.slice(name.length + 1)));
  for (const tab of book.tabs().filter((one) => isNamed(one.name))) {
    const table = book.read(tab.id);
    if (table !== null && isAsMade(table, first)) return table;
  }
  return null;
}

/** Made and cut off: it stands blank, or as it was made. */
const isAsMade = ({ rows }: Table, first: string): boolean =>
  rows.every((row) => row.every(isBlank)) || cellText(rows[0]?.[0] ?? '') === first;

/** The name, with a number behind it where a tab has it already. */
export function freeName({ services: { book } }: Campaign, name: string): string {
  const taken = book.tabs().map((tab) => tab.name);
  for (let n = 1; ; n++) {
    const free = n === 1 ? name : `${name} ${n}`;
    if (!taken.includes(free)) return free;
  }
}

/** Keeps the id of a tab of ours under its name; `data` as the tab needs it. */
export function keepTab({ services, hidden }: Campaign, name: string, id: number, data = ''): void {
  const { day, time } = services.now();
  appendRows(services, hidden, [
    { kind: 'tab', key: name, when: `${day} ${time}`, who: '', state: String(id), data },
  ]);
}
