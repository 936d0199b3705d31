// Reads the Volunteers tab: one row a person, headings in the first row that has a name heading.
import { cellText, isDateCell, type Cell } from '../values/cell';
import type { Day } from '../values/day';
import { cleanText, foldName } from '../values/text';
import { readTypedDate } from '../values/typedDate';
import { isYes } from '../values/yes';
import type { Table } from './table';
import type { Volunteer } from './volunteer';

export const VOLUNTEER_COLUMNS = [
  'Name',
  'E-mail',
  'Role',
  'Captain',
  'Belongs to',
  'Most open assignments',
  'Categories',
  'Away until',
  'Reminder',
  'Last debrief',
  'Wants to do next',
  'Next check-in',
] as const;

/** Where the names stand, 1-based: under the first heading “Name”. null where no cell says so. */
export function namePlace(table: Table): { readonly headerRow: number; readonly column: number } | null {
  const isName = (cell: Cell) => foldName(cellText(cell)) === 'name';
  const index = table.rows.findIndex((row) => row.some(isName));
  const row = table.rows[index];
  return row ? { headerRow: index + 1, column: row.findIndex(isName) + 1 } : null;
}

/** Volunteers in sheet order; rows without a name are passed over, the second of two equal names too. */
export function readVolunteers(table: Table | null, locale: string): Volunteer[] {
  const place = table && namePlace(table);
  if (!table || !place) return [];
  const { headerRow } = place;
  const header = (table.rows[headerRow - 1] ?? []).map((cell) => foldName(cellText(cell)));
  const at = (row: readonly Cell[], name: string): Cell => {
    const index = header.indexOf(foldName(name));
    return index < 0 ? '' : (row[index] ?? '');
  };
  const seen = new Set<string>();
  const volunteers: Volunteer[] = [];
  table.rows.slice(headerRow).forEach((row, index) => {
    const text = (name: string) => cleanText(cellText(at(row, name)));
    const name = text('Name');
    if (name === '' || seen.has(foldName(name))) return;
    seen.add(foldName(name));
    const most = at(row, 'Most open assignments');
    const awayUntil = dayOf(at(row, 'Away until'), locale);
    const nextCheckIn = dayOf(at(row, 'Next check-in'), locale);
    volunteers.push({
      name,
      email: text('E-mail'),
      role: text('Role'),
      captain: text('Captain'),
      belongsTo: list(text('Belongs to'), BETWEEN_BODIES),
      most: typeof most === 'number' && most >= 0 ? Math.floor(most) : null,
      categories: list(text('Categories')).map((category) => category.toLowerCase()),
      awayUntil,
      awayText: awayUntil === null ? text('Away until') : '',
      reminder: isYes(at(row, 'Reminder')),
      lastDebrief: dayOf(at(row, 'Last debrief'), locale),
      wantsNext: text('Wants to do next'),
      nextCheckIn,
      checkInText: nextCheckIn === null ? text('Next check-in') : '',
      row: headerRow + 1 + index,
    });
  });
  return volunteers;
}

/** The comma in “SEIU, Local 503” parts nothing. */
const BETWEEN_BODIES = /[;\n]|,(?!\s*(?:local|lodge|branch|chapter|council|district)\b[^,;\n]*\d)/i;

function list(text: string, between = /[,;\n]/): string[] {
  return text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function dayOf(cell: Cell, locale: string): Day | null {
  if (isDateCell(cell)) return cell.day;
  const typed = readTypedDate(cellText(cell), locale);
  return typed.kind === 'day' ? typed.day : null;
}
