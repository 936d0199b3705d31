// A tab's map: header row, columns by field, and the questions; and which tab holds the contacts.
import { cellText, type Grid } from '../values/cell';
import type { Table } from '../values/table';
import { assignColumns } from './assignColumns';
import { isCopyOfOurs } from './copies';
import { namePair, weighColumns, type ColumnEvidence } from './evidence';
import { FIELDS, type Field } from './fields';
import { findHeader } from './headerRow';
import type { MappedColumn, SheetMap } from './map';
import { ownColumns } from './ownColumns';
import { readContacts } from './readContacts';
import type { Remembered } from './remembered';

export { readContacts };

export interface MapOptions {
  /** As Sheets names it: "en_US". */
  readonly locale: string;
  /** What a person has answered before and `compareRemembered` let pass. No columns: the field has none. */
  readonly answers?: readonly Remembered[];
}

interface Survey {
  readonly place: ReturnType<typeof findHeader>;
  readonly own: ReturnType<typeof ownColumns>;
  readonly weighed: readonly ColumnEvidence[];
}

/** A tab is mapped more than once in a run (to choose it, with what a person answered): it is read through once. */
const surveys = new WeakMap<Grid, Survey>();

function survey(rows: Grid): Survey {
  const known = surveys.get(rows);
  if (known !== undefined) return known;
  const place = findHeader(rows);
  const own = ownColumns(rows, place);
  const leaveOut = new Set([own.outreachId, own.nextStep]);
  const made = { place, own, weighed: place.headerRow === 0 ? [] : weighColumns(rows, place, leaveOut) };
  surveys.set(rows, made);
  return made;
}

/**
 * Maps a tab. Where no row looks like headings, headerRow is 0 and columns and questions are empty; lastRow is 0 too
 * where the tab is blank.
 */
export function mapSheet(table: Table, options: MapOptions): SheetMap {
  const { place, own, weighed } = survey(table.rows);
  const base = { sheetId: table.id, sheet: table.name, ...pick(place) };
  if (place.headerRow === 0)
    return { ...base, columns: {}, questions: [], outreachIdColumn: 0, nextStepColumn: 0 };
  const answers = options.answers ?? [];
  const settled = new Map<Field, MappedColumn | null>();
  const header = table.rows[place.headerRow - 1] ?? [];
  for (const { field, columns } of answers) {
    const [first, ...rest] = columns;
    const headers = columns.map((c) => cellText(header[c - 1] ?? ''));
    settled.set(field, first === undefined ? null : { columns: [first, ...rest], headers, sure: true });
  }
  const answered = new Set(answers.flatMap((a) => a.columns));
  const open = weighed.filter((c) => !answered.has(c.column));
  const assigned = assignColumns(open, new Set(settled.keys()));
  const columns: Partial<Record<Field, MappedColumn>> = {};
  for (const field of FIELDS) {
    const mapped = settled.has(field) ? settled.get(field) : assigned.columns[field];
    if (mapped) columns[field] = mapped;
  }
  // Where a person said that the name itself is whom they reach, it stays the name to greet.
  const group = settled.get('organization');
  if (
    group &&
    !settled.has('contactName') &&
    columns.contactName === undefined &&
    namesPersons(weighed, group.columns)
  )
    columns.contactName = group;
  return {
    ...base,
    columns,
    questions: assigned.questions,
    outreachIdColumn: own.outreachId,
    nextStepColumn: own.nextStep,
  };
}

function namesPersons(weighed: readonly ColumnEvidence[], columns: readonly number[]): boolean {
  const chosen = weighed.filter((c) => columns.includes(c.column));
  const pair = namePair(chosen);
  return chosen.length === 1 ? chosen.every((c) => c.profile.shares.person >= 0.5) : pair !== null;
}

const pick = ({ headerRow, firstRow, lastRow, width }: ReturnType<typeof findHeader>) => ({
  headerRow,
  firstRow,
  lastRow,
  width,
});

const WEIGHTS: Partial<Record<Field, number>> = {
  organization: 4,
  contactName: 3,
  email: 4,
  phone: 3,
  website: 1,
  status: 2,
  lastContacted: 2,
  owner: 1,
  knownBy: 1,
  category: 1,
  otherChannel: 1,
};

/**
 * The tab that looks most like contacts; null where none names organizations or persons. The caller passes only tabs
 * that may be it: none of ours, none hidden. Copies of ours are passed over.
 */
export function pickContactsTab(
  tables: readonly Table[],
  options: MapOptions,
): { readonly table: Table; readonly map: SheetMap } | null {
  let best: { table: Table; map: SheetMap; score: number } | null = null;
  for (const table of tables) {
    if (isCopyOfOurs(table)) continue;
    const map = mapSheet(table, options);
    if (map.columns.organization === undefined && map.columns.contactName === undefined) continue;
    let score = Math.min(Math.log10(map.lastRow - map.headerRow + 1), 3);
    for (const [field, mapped] of Object.entries(map.columns) as [Field, MappedColumn][])
      score += (WEIGHTS[field] ?? 0.5) * (mapped.sure ? 1 : 0.6);
    if (best === null || score > best.score) best = { table, map, score };
  }
  return best === null ? null : { table: best.table, map: best.map };
}
