// Our texts in tabs that people fill: Outreach IDs in a shortlist, names in the Volunteers tab. Rows are found again by
// what stands in them, never by their number, and what lands in a wrong row is put right, as in the contacts.
import { OUTREACH_ID, type Field } from '../reading/fields';
import type { SheetMap } from '../reading/map';
import { mapOfOurTab } from '../reading/ourTabMap';
import { readContacts } from '../reading/readContacts';
import { cellText, isBlank } from '../values/cell';
import type { Table } from '../values/table';
import { readShortlist, type Shortlist, type ShortlistColumn } from '../meetings/shortlist';
import { contactsByKey, keysByRow } from '../workbook/identity';
import { namePlace } from '../workbook/readVolunteers';
import type { Services } from '../google/services';
import { applyEdits, type Kept } from './applyEdits';
import type { HiddenTab } from './hiddenTab';

/** What tells the rows of a shortlist apart. */
const TELLING: readonly (readonly [ShortlistColumn, Field])[] = [
  ['Organization', 'organization'],
  ['Town', 'town'],
  ['Best way to reach them', 'email'],
];

function mapOfShortlist(table: Table, { headerRow, columns }: Shortlist): SheetMap {
  const telling = TELLING.flatMap(([name, field]): (readonly [Field, number, string])[] => {
    const column = columns.get(name);
    return column === undefined ? [] : [[field, column, field]];
  });
  return mapOfOurTab(table, headerRow, telling, columns.get(OUTREACH_ID) ?? 0);
}

const idColumnOf = ({ columns }: Shortlist): number => columns.get(OUTREACH_ID) ?? 0;

/** Writes ids by 1-based row as read, flushed and read back. What is not written is said by `applyEdits`. */
export function writeShortlistIds(
  services: Services,
  hidden: HiddenTab,
  { table, list }: { readonly table: Table; readonly list: Shortlist },
  ids: ReadonlyMap<number, string>,
): readonly Kept[] {
  const map = mapOfShortlist(table, list);
  const column = idColumnOf(list);
  const keys = keysByRow(readContacts(table, map));
  return applyEdits(services, {
    map,
    hidden,
    what: null,
    edits: [...ids].map(([row, to]) => ({
      key: keys.get(row) ?? '',
      column,
      header: OUTREACH_ID,
      from: table.rows[row - 1]?.[column - 1] ?? '',
      to,
    })),
  }).kept;
}

/** Takes ids out of a shortlist again. A tab that is gone or has lost its headings is left as it is. */
export function clearShortlistIds(
  services: Services,
  hidden: HiddenTab,
  tab: number,
  ids: readonly string[],
): readonly Kept[] {
  const table = services.book.read(tab);
  const list = table && readShortlist(table);
  if (table === null || list === null || idColumnOf(list) === 0) return [];
  const ours = new Set(ids);
  const found = list.rows.filter(({ outreachId }) => ours.has(outreachId));
  return writeShortlistIds(services, hidden, { table, list }, new Map(found.map(({ row }) => [row, ''])));
}

/** Takes names out of the Volunteers tab again where nobody has written beside them. */
export function clearVolunteers(
  services: Services,
  hidden: HiddenTab,
  tab: number,
  names: readonly string[],
): readonly Kept[] {
  const table = services.book.read(tab);
  const place = table && namePlace(table);
  if (table === null || place === null) return [];
  const { headerRow, column } = place;
  const map = mapOfOurTab(table, headerRow, [['organization', column, 'organization']], 0);
  const ours = new Set(names);
  const kept: Kept[] = [];
  const edits = [...contactsByKey(readContacts(table, map))].flatMap(([key, contact]) => {
    const from = table.rows[contact.row - 1]?.[column - 1] ?? '';
    if (!ours.has(cellText(from))) return [];
    const others = (table.rows[contact.row - 1] ?? []).filter((_, index) => index !== column - 1);
    if (others.every(isBlank))
      return [{ key, column, header: cellText(table.rows[headerRow - 1]?.[column - 1] ?? ''), from, to: '' }];
    kept.push({
      cell: '',
      why: `“${cellText(from)}” stays in “${table.name}”: somebody wrote beside the name.`,
    });
    return [];
  });
  return [...kept, ...applyEdits(services, { map, hidden, what: null, edits }).kept];
}
