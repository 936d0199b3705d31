// The filled rows below the headings, read through the map.
import { cellText, isBlank, type Cell } from '../values/cell';
import { cleanText } from '../values/text';
import type { Table } from '../values/table';
import type { Contact } from './contact';
import { FIELDS, type Field } from './fields';
import type { SheetMap } from './map';

const BLANK_CELLS = Object.fromEntries(FIELDS.map((f) => [f, ''])) as Record<Field, Cell>;
const BLANK_TEXT = Object.fromEntries(FIELDS.map((f) => [f, ''])) as Record<Field, string>;

/** One contact a row with anything in a mapped column. Blank rows and repeats of the headings are left out. */
export function readContacts(table: Table, map: SheetMap): Contact[] {
  const fields = Object.entries(map.columns) as [
    Field,
    { columns: readonly number[]; headers: readonly string[] },
  ][];
  const headings = fields.flatMap(([, m]) =>
    m.columns.map((column, i) => ({ column, text: plain(m.headers[i] ?? '') })),
  );
  const contacts: Contact[] = [];
  for (let r = map.firstRow - 1; r < Math.min(map.lastRow, table.rows.length); r++) {
    const row = table.rows[r] ?? [];
    if (!headings.some(({ column }) => !isBlank(row[column - 1] ?? ''))) continue;
    if (isHeadingAgain(row, headings)) continue;
    const cells = { ...BLANK_CELLS };
    const text = { ...BLANK_TEXT };
    for (const [field, { columns }] of fields) {
      const cell = columns.length === 1 ? (row[(columns[0] ?? 0) - 1] ?? '') : joined(field, columns, row);
      if (cell === '') continue;
      cells[field] = cell;
      text[field] = cleanText(cellText(cell));
    }
    const outreachId =
      map.outreachIdColumn === 0 ? '' : cleanText(cellText(row[map.outreachIdColumn - 1] ?? ''));
    contacts.push({ row: r + 1, outreachId, cells, text });
  }
  return contacts;
}

const plain = (text: string) => text.trim().toLowerCase();

/** Names are joined by a blank, other spread values by a comma; one filled cell stays what it is. */
function joined(field: Field, columns: readonly number[], row: readonly Cell[]): Cell {
  const filled = columns.map((c) => row[c - 1] ?? '').filter((c) => !isBlank(c));
  if (filled.length <= 1) return filled[0] ?? '';
  const by = field === 'contactName' || field === 'organization' ? ' ' : ', ';
  return filled.map((c) => cleanText(cellText(c))).join(by);
}

function isHeadingAgain(
  row: readonly Cell[],
  headings: readonly { column: number; text: string }[],
): boolean {
  let same = 0;
  let filled = 0;
  for (const { column, text } of headings) {
    const cell = row[column - 1] ?? '';
    if (isBlank(cell)) continue;
    filled++;
    if (typeof cell === 'string' && text !== '' && plain(cell) === text) same++;
    else if (filled - same > 1) return false;
  }
  return same > 0 && same >= filled * 0.8 && (same > 1 || headings.length === 1);
}
