// Small contacts tabs for the tests of the checks: rows by field, every column sure.
import { FIELD_LABELS, FIELDS, type Field } from '../../src/reading/fields';
import type { SheetMap } from '../../src/reading/map';
import { readContacts } from '../../src/reading/readContacts';
import { checkContacts } from '../../src/checks/checkContacts';
import type { Finding } from '../../src/checks/finding';
import type { Rule } from '../../src/checks/rule';
import type { CheckInput } from '../../src/checks/sheetView';
import type { Cell } from '../../src/values/cell';
import { day } from '../../src/values/day';
import { DEFAULT_SETTINGS } from '../../src/workbook/readSettings';

export const TODAY = day('2026-11-12');

export type Row = Partial<Record<Field | 'outreachId', Cell>>;

export const on = (text: string): Cell => ({ day: day(text), time: null });

export interface SheetOptions extends Partial<CheckInput> {
  /** Fields that a person would be asked about. */
  readonly unsure?: readonly Field[];
  /** Columns that mean no field, at the right end: heading and the cells by row. */
  readonly beside?: Readonly<Record<string, readonly Cell[]>>;
}

/** Headings in row 1, the first of `rows` in row 2. The columns are the fields that any row has, in the order of FIELDS. */
export function sheetOf(rows: readonly Row[], options: SheetOptions = {}): CheckInput {
  const { unsure = [], beside = {}, ...rest } = options;
  const fields = FIELDS.filter((field) => rows.some((row) => field in row));
  const columns: SheetMap['columns'] = Object.fromEntries(
    fields.map((field, i) => [
      field,
      { columns: [i + 1] as [number], headers: [FIELD_LABELS[field]], sure: !unsure.includes(field) },
    ]),
  );
  const hasId = rows.some((row) => 'outreachId' in row);
  const others = Object.entries(beside);
  const table = {
    id: 1,
    name: 'Contacts',
    hidden: false,
    rows: [
      [
        ...fields.map((field) => FIELD_LABELS[field]),
        ...(hasId ? ['Outreach ID'] : []),
        ...others.map(([heading]) => heading),
      ],
      ...rows.map((row, i) => [
        ...fields.map((field) => row[field] ?? ''),
        ...(hasId ? [row.outreachId ?? ''] : []),
        ...others.map(([, cells]) => cells[i] ?? ''),
      ]),
    ],
  };
  const map: SheetMap = {
    sheetId: 1,
    sheet: 'Contacts',
    headerRow: 1,
    firstRow: 2,
    lastRow: rows.length + 1,
    columns,
    questions: [],
    outreachIdColumn: hasId ? fields.length + 1 : 0,
    nextStepColumn: 0,
    width: fields.length + (hasId ? 1 : 0) + others.length,
  };
  return {
    table,
    map,
    contacts: readContacts(table, map),
    log: [],
    settings: DEFAULT_SETTINGS,
    volunteers: [],
    today: TODAY,
    locale: 'en_US',
    ...rest,
  };
}

export function check(rows: readonly Row[], options: SheetOptions = {}, rules?: readonly Rule[]): Finding[] {
  return checkContacts(sheetOf(rows, options), rules);
}

/** The codes of what is found, in order. */
export function codes(rows: readonly Row[], options: SheetOptions = {}): string[] {
  return check(rows, options).map((finding) => finding.rule);
}

/** A row with nothing wrong. `n` makes its name and address its own. */
export function goodRow(n: number, more: Row = {}): Row {
  return {
    organization: `${NAMES[n % NAMES.length] ?? ''} ${n}`,
    email: `office${n}@group${n}.example.org`,
    phone: `503-555-0${100 + (n % 900)}`,
    ...more,
  };
}

const NAMES = [
  'Harbor Tenants',
  'Elm Street Clinic',
  'River Faith Circle',
  'Bakers’ Union',
  'Open Door Shelter',
];
