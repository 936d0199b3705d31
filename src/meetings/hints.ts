// What a shortlist says beside each row: the same name stands in the contacts, or in another row, or two people take
// it. The sheet says it by formulas (hintFormulas.ts) while people type; a property test holds the two together.
import type { SheetMap } from '../reading/map';
import { cellText, isErrorCell } from '../values/cell';
import { laterOf, shortDay, type Day } from '../values/day';
import type { Table } from '../values/table';
import { dayInCell } from '../touches/rowFacts';
import type { Shortlist } from './shortlist';

export interface RowHints {
  /** 1-based row of the contacts in which the same name stands, of several the last; 0 where none. */
  readonly contactRow: number;
  /** 1-based row of the shortlist in which the same name stands, of several the last that somebody else takes; 0 where none. */
  readonly sameNameRow: number;
  /** Names of two and more who take it, by this row and the other; else []. */
  readonly takers: readonly string[];
  /** As the column Hint shows it; '' for nothing. */
  readonly words: string;
}

/** As TRIM of a sheet does: blanks at the ends go, runs of them fold. Lower case, as "=" compares. */
const nameKey = (text: string): string => trimBlanks(text).toLowerCase();
const trimBlanks = (text: string): string => text.replace(/^ +| +$/g, '').replace(/ {2,}/g, ' ');

/** With " , " between the people of one cell: "Ana & Bo", "Ana, Bo", "Ana and Bo". */
const spaced = (text: string): string =>
  trimBlanks(text.replace(/[\n&/;+]| and | und | y /g, ',').replace(/,/g, ' , '));

/** Hints of each row of the shortlist, in its order; rows without a name have none. */
export function readHints(
  list: Shortlist,
  contacts: { readonly table: Table; readonly map: SheetMap },
  today: Day,
): RowHints[] {
  const inContacts = contactRows(contacts.table, contacts.map);
  const rowsOfName = new Map<string, number[]>();
  for (const { organization, row } of list.rows) {
    const key = nameKey(organization);
    const rows = rowsOfName.get(key);
    if (rows === undefined) rowsOfName.set(key, [row]);
    else rows.push(row);
  }
  const takerOf = new Map(list.rows.map(({ row, taker }) => [row, taker]));
  return list.rows.map((row): RowHints => {
    const key = nameKey(row.organization);
    if (key === '' || isErrorCell(row.organization))
      return { contactRow: 0, sameNameRow: 0, takers: [], words: '' };
    const contactRow = inContacts.get(key) ?? 0;
    const others = (rowsOfName.get(key) ?? []).filter((other) => other !== row.row);
    const taken = others.filter((other) => isElse(takerOf.get(other) ?? '', row.taker));
    const sameNameRow = taken.pop() ?? others.pop() ?? 0;
    const takers = takersOf(row.taker, takerOf.get(sameNameRow) ?? '');
    const words = [
      contactRow > 0 && row.outreachId === ''
        ? `Already in contacts${touchWords(contacts, contactRow, today)}.`
        : '',
      sameNameRow > 0 ? `Also in row ${sameNameRow}.` : '',
      takers.length > 0 ? `Ask each other: ${takers.join(', ')}.` : '',
    ];
    return { contactRow, sameNameRow, takers, words: words.filter((word) => word !== '').join(' ') };
  });
}

/** Somebody else takes it there. */
const isElse = (taker: string, own: string): boolean =>
  trimBlanks(taker) !== '' && nameKey(taker) !== nameKey(own);

function takersOf(own: string, other: string): string[] {
  const differs = trimBlanks(own) !== '' && isElse(other, own);
  const names = `${spaced(own)}${differs ? ` , ${trimBlanks(other)}` : ''}`.split(' , ');
  return names.length > 1 ? names : [];
}

/** Rows of the contacts by name; of two equal names the last. */
function contactRows({ rows }: Table, map: SheetMap): Map<string, number> {
  const columns = map.columns.organization?.columns ?? [];
  const found = new Map<string, number>();
  for (let row = map.headerRow + 1; row <= rows.length; row++) {
    const key = nameKey(columns.map((column) => cellText(rows[row - 1]?.[column - 1] ?? '')).join(' '));
    if (key !== '') found.set(key, row);
  }
  return found;
}

/** In a status cell: nobody is to take them on. */
export const LEFT = 'bowed out';

function touchWords(
  { table, map }: { readonly table: Table; readonly map: SheetMap },
  row: number,
  today: Day,
): string {
  const status = map.columns.status?.columns[0] ?? 0;
  if (
    cellText(table.rows[row - 1]?.[status - 1] ?? '')
      .toLowerCase()
      .includes(LEFT)
  )
    return `, ${LEFT}`;
  const columns = touchColumns(map);
  if (columns.length === 0) return '';
  const cells = columns.map((column) => table.rows[row - 1]?.[column - 1] ?? '');
  const last = cells.map(dayInCell).reduce(laterOf, null);
  if (cells.some(isErrorCell) || (last !== null && last > today)) return ', check their dates';
  if (last !== null) return `, last touch ${shortDay(last, today)}`;
  const isBlank = cells.every((cell) => trimBlanks(cellText(cell)) === '');
  return isBlank ? ', no touch noted yet' : ', check their dates';
}

/** 1-based columns of first and last contacted, as far as there are any. */
export function touchColumns(map: SheetMap): number[] {
  return [map.columns.firstContacted, map.columns.lastContacted].flatMap(
    (mapped) => mapped?.columns[0] ?? [],
  );
}
