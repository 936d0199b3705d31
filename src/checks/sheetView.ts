// What the rules see of a contacts tab: the columns that somebody is sure of, their cells, and what came with them.
import type { Contact } from '../reading/contact';
import type { Field } from '../reading/fields';
import type { SheetMap } from '../reading/map';
import { readAnswer, type AnswerKind } from '../touches/answer';
import { bouncedAddresses } from '../touches/bounced';
import type { LogEntry } from '../touches/log';
import { readStatus, type Status } from '../touches/status';
import type { Cell } from '../values/cell';
import type { Day } from '../values/day';
import { later } from '../values/later';
import type { Table } from '../values/table';
import type { Settings } from '../workbook/settings';
import type { Volunteer } from '../workbook/volunteer';

export interface CheckInput {
  readonly table: Table;
  readonly map: SheetMap;
  /** All contacts of the table, in the order of its rows. */
  readonly contacts: readonly Contact[];
  readonly log: readonly LogEntry[];
  readonly settings: Settings;
  readonly volunteers: readonly Volunteer[];
  readonly today: Day;
  /** As Sheets names it: "en_US". */
  readonly locale: string;
  /** The group's list of categories, where it keeps one: any other word is then unknown. */
  readonly categories?: readonly string[];
}

export interface SheetView extends CheckInput {
  /** True where a column means this field and nobody needs to be asked about it. */
  has(field: Field): boolean;
  /** 1-based columns of a field; [] where `has` is false. */
  columns(field: Field): readonly number[];
  /** The header text of a column as typed. */
  heading(column: number): string;
  cell(row: number, column: number): Cell;
  /** What the status word means; null where it is blank or unknown, or no column is surely the status. */
  status(contact: Contact): Status | null;
  /** What the answer means; 'blank' where no column is surely the answer. */
  answer(contact: Contact): AnswerKind;
  /** By Outreach ID. */
  readonly logOf: ReadonlyMap<string, readonly LogEntry[]>;
  /** Lower-case addresses that mail came back from, with the day. */
  readonly bounced: () => ReadonlyMap<string, Day>;
}

export function viewSheet(input: CheckInput): SheetView {
  const { table, map, log } = input;
  const asked = new Set(map.questions.map((question) => question.field));
  const columns = new Map<Field, readonly number[]>();
  const headings = new Map<number, string>();
  for (const [field, mapped] of Object.entries(map.columns) as [Field, SheetMap['columns'][Field]][]) {
    if (!mapped?.sure || asked.has(field)) continue;
    columns.set(field, mapped.columns);
    mapped.columns.forEach((column, i) => headings.set(column, mapped.headers[i] ?? ''));
  }
  const logOf = new Map<string, LogEntry[]>();
  for (const entry of log) {
    if (entry.contact === '') continue;
    const known = logOf.get(entry.contact);
    if (known) known.push(entry);
    else logOf.set(entry.contact, [entry]);
  }
  const status = remembered(readStatus);
  const answer = remembered(readAnswer);
  return {
    ...input,
    has: (field) => columns.has(field),
    columns: (field) => columns.get(field) ?? [],
    heading: (column) => headings.get(column) ?? '',
    cell: (row, column) => table.rows[row - 1]?.[column - 1] ?? '',
    status: ({ text }) => (columns.has('status') ? status(text.status) : null),
    answer: ({ text }) => (columns.has('answer') ? answer(text.answer) : 'blank'),
    logOf,
    bounced: later(() => bouncedAddresses(log)),
  };
}

/** Remembers what was read: a column has few different words. */
function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (text) => {
    let found = known.get(text);
    if (found === undefined) known.set(text, (found = { value: read(text) }));
    return found.value;
  };
}
