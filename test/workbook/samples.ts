// Contacts, volunteers and tables for the tests of workbook/ and people/, from few words.
import type { Contact } from '../../src/reading/contact';
import { FIELDS, type Field } from '../../src/reading/fields';
import { cellText, type Cell } from '../../src/values/cell';
import { cleanText } from '../../src/values/text';
import type { Table } from '../../src/workbook/table';
import type { Volunteer } from '../../src/workbook/volunteer';

export interface Given extends Partial<Record<Field, Cell>> {
  readonly row?: number;
  readonly outreachId?: string;
}

export function contact({ row = 2, outreachId = '', ...given }: Given): Contact {
  const cells = Object.fromEntries(FIELDS.map((field) => [field, given[field] ?? '']));
  const text = Object.fromEntries(FIELDS.map((field) => [field, cleanText(cellText(given[field] ?? ''))]));
  return { row, outreachId, cells: cells as Contact['cells'], text: text as Contact['text'] };
}

export function volunteer(name: string, given: Partial<Volunteer> = {}): Volunteer {
  return {
    name,
    email: '',
    role: '',
    captain: '',
    belongsTo: [],
    most: null,
    categories: [],
    awayUntil: null,
    awayText: '',
    reminder: false,
    lastDebrief: null,
    wantsNext: '',
    nextCheckIn: null,
    checkInText: '',
    row: 2,
    ...given,
  };
}

export const table = (name: string, rows: readonly (readonly Cell[])[]): Table => ({
  id: 7,
  name,
  hidden: false,
  rows,
});
