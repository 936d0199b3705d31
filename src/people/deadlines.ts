// When open contacts are due: the next meeting unless a day was set. Which due cells follow the meeting, and what moves
// with it: only what the add-on itself wrote there as the meeting's day (docs/decisions/0016-due-dates-that-follow.md).
import type { Contact } from '../reading/contact';
import { isDateCell, type Cell } from '../values/cell';
import { daysBetween, laterOf, parseDay, shortDay, type Day } from '../values/day';
import { readTypedDate } from '../values/typedDate';
import type { DataRow, PlacedDataRow } from '../workbook/dataTab';
import type { JournalCell } from '../workbook/journal';
import { isOpen } from './open';

/** 'due': today or within the next seven days. 'rest': later, or no day at all. */
export type Urgency = 'overdue' | 'due' | 'rest';

export const URGENCIES: readonly Urgency[] = ['overdue', 'due', 'rest'];

export interface Deadline {
  /** null where no day is set and no meeting is ahead, or the cell cannot be read. */
  readonly day: Day | null;
  readonly urgency: Urgency;
  /** "Overdue since Nov 5", "Due on Nov 19"; '' where there is no day. */
  readonly text: string;
}

const SOON = 7;

/**
 * The day in the contact's cell, else the next meeting; that never before `awayUntil` of whoever holds it. A meeting
 * that is past is nobody's deadline, but where the contacts have no column for a day (`hasDue` false): there it is the
 * only one. A text that reads two ways is no day.
 */
export function deadlineOf(
  contact: Contact,
  meeting: Day | null,
  awayUntil: Day | null,
  today: Day,
  locale: string,
  hasDue: boolean,
): Deadline {
  const cell = contact.cells.due;
  const typed = contact.text.due;
  if (isDateCell(cell)) return deadlineOn(cell.day, today);
  if (typed !== '') {
    const read = readTypedDate(typed, locale, today);
    if (read.kind === 'day') return deadlineOn(read.day, today);
    return { day: null, urgency: 'rest', text: `The due day cannot be read: “${typed.slice(0, 60)}”` };
  }
  if (meeting === null || (hasDue && meeting < today)) return { day: null, urgency: 'rest', text: '' };
  return deadlineOn(laterOf(meeting, awayUntil) ?? meeting, today);
}

export function deadlineOn(day: Day, today: Day): Deadline {
  const left = daysBetween(today, day);
  if (left < 0) return { day, urgency: 'overdue', text: `Overdue since ${shortDay(day, today)}` };
  const text = left === 0 ? 'Due today' : left === 1 ? 'Due tomorrow' : `Due on ${shortDay(day, today)}`;
  return { day, urgency: left <= SOON ? 'due' : 'rest', text };
}

/** The due cells that follow the meeting. */
export interface Following {
  /** The meeting's day as they were last moved to it; behind it earlier ones, where a move was cut off. */
  readonly days: readonly Day[];
  /** Outreach IDs. */
  readonly keys: ReadonlySet<string>;
}

const PART = 3000;

/** Rows of the hidden tab that keep it; there are at least `parts` of them, so that none of before is left behind. */
export function followingRows(
  tab: number,
  { days, keys }: Following,
  when: string,
  parts: number,
): DataRow[] {
  const all = [...keys];
  const count = Math.max(1, parts, Math.ceil(all.length / PART));
  return Array.from({ length: count }, (_, index) => ({
    kind: 'meeting',
    key: `${tab}/${index + 1}`,
    when,
    who: '',
    state: days.join(' '),
    data: all.slice(index * PART, (index + 1) * PART).join(' '),
  }));
}

/** What the hidden tab keeps of this contacts tab; null where it keeps nothing. */
export function readFollowing(
  rows: readonly PlacedDataRow[],
  tab: number,
): (Following & { readonly parts: number }) | null {
  const own = rows.filter((row) => row.kind === 'meeting' && row.key.startsWith(`${tab}/`));
  const [first] = own;
  if (first === undefined) return null;
  return {
    days: words(first.state).flatMap((text) => parseDay(text) ?? []),
    keys: new Set(own.flatMap(({ data }) => words(data))),
    parts: own.length,
  };
}

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');

/**
 * For a workbook in which nothing is kept yet: the cells in which the journal's newest write (`cells`, newest first, all
 * of the column Due) was this day.
 */
export function followingByJournal(cells: readonly JournalCell[], meeting: Day): Following {
  const newest = new Map<string, Cell>();
  for (const { key, to } of cells) if (!newest.has(key)) newest.set(key, to);
  const keys = [...newest].flatMap(([key, to]) => (dayAlone(to) === meeting ? [key] : []));
  return { days: [meeting], keys: new Set(keys) };
}

/** A day with a time was typed by a person. */
const dayAlone = (cell: Cell): Day | null => (isDateCell(cell) && cell.time === null ? cell.day : null);

/** The open contacts whose due cell follows the meeting as it stands now, with its day. */
export function followers(
  contacts: ReadonlyMap<string, Contact>,
  { days, keys }: Following,
): { readonly key: string; readonly contact: Contact; readonly day: Day }[] {
  return [...keys].flatMap((key) => {
    const contact = contacts.get(key);
    const day = contact === undefined ? null : dayAlone(contact.cells.due);
    return contact && day !== null && days.includes(day) && isOpen(contact) ? [{ key, contact, day }] : [];
  });
}
