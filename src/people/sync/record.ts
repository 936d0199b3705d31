// The hidden cell at the right end of each row of a volunteer's tab: what this row and its contact last had in common,
// as marks and never as text, and the touches that are on their way into the log. It moves with its row, so a sort
// takes nothing from it; a copy of the tab is told by the tab it names.
import type { Field } from '../../reading/fields';
import { parseDay, type Day } from '../../values/day';
import { OUTCOMES, type Outcome } from '../../touches/outcome';
import { shortHash } from '../../workbook/identity';

/** Columns of the tab that the contacts have too, each one text. Notes are apart: they are joined line by line. */
export const SHARED = [
  'Organization',
  'Contact name',
  'How to reach them',
  'Known by',
  'Task',
  'Due',
] as const;
export type SharedColumn = (typeof SHARED)[number];

/** The field of the contacts that each means; the ways to reach somebody are three. */
export const SHARED_FIELDS: Readonly<Record<Exclude<SharedColumn, 'How to reach them'>, Field>> = {
  Organization: 'organization',
  'Contact name': 'contactName',
  'Known by': 'knownBy',
  Task: 'task',
  Due: 'due',
};

/** A touch that was taken out of "What happened". The next full sync looks whether it stands in the log. */
export interface TakenTouch {
  /** Entry id of its line in the log. */
  readonly entryId: string;
  readonly outcome: Outcome;
  /** When it happened. */
  readonly day: Day;
  /** "HH:MM" */
  readonly time: string;
  /** The day to wait for, '' for every other outcome. */
  readonly until: Day | '';
  /** Which ask they answered; absent where nobody said. */
  readonly about?: string;
}

export interface SyncRecord {
  /** Sheet id of the tab that the row was written into. */
  readonly tab: number;
  /** Outreach ID of the row. */
  readonly id: string;
  /** By column, null where it is lost. */
  readonly marks: Readonly<Record<SharedColumn, string | null>>;
  /** One a line of the notes; null where they are lost. */
  readonly notes: readonly string[] | null;
  /** Mark of the day in "When" as the add-on left it; null where it is lost. */
  readonly when: string | null;
  readonly touches: readonly TakenTouch[];
  /** Entry id of the touch that was taken here last, also once the record has it no more; '' for none. */
  readonly last: string;
  /** "YYYY-MM-DD HH:MM" when the trigger saw an edit here that it could not carry over; '' where it saw none. */
  readonly seen: string;
}

/**
 * Entry id of the next touch of the row. It follows from the record alone: a row that an undo in the sheet puts back as it
 * was before the touch gives the same id again, and so the same touch is not written down twice.
 */
export function touchId(
  { tab, id, last }: SyncRecord,
  {
    outcome,
    day,
    until,
    about = '',
  }: Pick<TakenTouch, 'outcome' | 'day' | 'about'> & { readonly until: Day | '' | null },
): string {
  return `t-${shortHash([tab, id, last, outcome, day, until ?? '', ...(about === '' ? [] : [about])].join(' '))}`;
}

/** A row about which nothing is known. */
export function lostRecord(tab: number, id: string): SyncRecord {
  const marks = Object.fromEntries(SHARED.map((column) => [column, null])) as SyncRecord['marks'];
  return { tab, id, marks, notes: null, when: null, touches: [], last: '', seen: '' };
}

/** Longer than this the marks of the notes are given up, so that the record fits into its cell. */
const MOST_CHARACTERS = 45_000;

export function writeRecord(record: SyncRecord): string {
  const text = asText(record);
  return text.length <= MOST_CHARACTERS ? text : asText({ ...record, notes: null });
}

function asText({ tab, id, marks, notes, when, touches, last, seen }: SyncRecord): string {
  const taken = touches.map(({ entryId, outcome, day, time, until, about }) => [
    ...[entryId, outcome, day, time, until],
    ...(about === undefined ? [] : [about]),
  ]);
  const shared = SHARED.map((column) => marks[column]);
  return JSON.stringify([tab, id, shared, notes, when, taken, seen, ...(last === '' ? [] : [last])]);
}

/** null where the cell holds no record: it is blank, or somebody typed there. */
export function readRecord(text: string): SyncRecord | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(parsed)) return null;
  const [tab, id, marks, notes, when, taken, seen, last] = parsed as unknown[];
  if (typeof tab !== 'number' || typeof id !== 'string' || !Array.isArray(marks) || !Array.isArray(taken))
    return null;
  const mark = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return {
    tab,
    id,
    marks: Object.fromEntries(
      SHARED.map((column, index) => [column, mark(marks[index])]),
    ) as SyncRecord['marks'],
    notes: Array.isArray(notes) ? notes.map(String) : null,
    when: mark(when),
    touches: taken.flatMap((one: unknown) => readTouch(one) ?? []),
    last: typeof last === 'string' ? last : '',
    seen: typeof seen === 'string' ? seen : '',
  };
}

function readTouch(value: unknown): TakenTouch | null {
  if (!Array.isArray(value)) return null;
  const [entryId = '', outcome = '', dayText = '', time = '', until = '', about] = value.map(String);
  const day = parseDay(dayText);
  if (entryId === '' || day === null || !OUTCOMES.includes(outcome as Outcome)) return null;
  const touch = { entryId, outcome: outcome as Outcome, day, time, until: parseDay(until) ?? ('' as const) };
  return about === undefined ? touch : { ...touch, about };
}
