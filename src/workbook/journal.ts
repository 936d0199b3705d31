// The undo journal: every change of the add-on, cell by cell, as rows of the hidden tab. Kept 30 days or 20,000 cells.
import { addDays, parseDay, type Day } from '../values/day';
import type { Cell } from '../values/cell';
import type { DataRow, PlacedDataRow } from './dataTab';

/** One cell as it was and as it was made. `key` is the contact ('' for a cell that belongs to no contact: then `cell` is its A1 name). */
export interface JournalCell {
  readonly key: string;
  readonly cell: string;
  readonly column: number;
  readonly header: string;
  readonly from: Cell;
  readonly to: Cell;
}

export interface Change {
  readonly id: string;
  /** "Fixed 12 cells" */
  readonly what: string;
  readonly who: string;
  /** "YYYY-MM-DD HH:MM" */
  readonly when: string;
  readonly state: '' | 'undone' | 'kept';
  /** Sheet id of the tab. */
  readonly tab: number;
  readonly cells: readonly JournalCell[];
  /** What beside cells was made: 'formats' for our conditional formats, 'tab' for a whole new tab. */
  readonly made: readonly string[];
  /** False for what cannot be taken back (messages that left). */
  readonly undoable: boolean;
  /** 1-based rows of the hidden tab that hold it. */
  readonly rows: readonly number[];
}

export const JOURNAL_DAYS = 30;
export const JOURNAL_CELLS = 20_000;
/** Stays below the 50,000 characters that a cell holds (platform facts, 1). */
const MOST_CHARACTERS = 45_000;

/** Behind the id, in place of a part's number: the text goes on from the row above. */
const GOES_ON = '+';
const LONGEST_WHAT = 200;

interface Part {
  readonly what: string;
  readonly tab: number;
  readonly made: readonly string[];
  readonly undoable: boolean;
  readonly cells: readonly JournalCell[];
}

/** The rows that keep this change, none with more than 45,000 characters: a part of many cells, or a piece of a long one. */
export function journalRows(change: Omit<Change, 'rows' | 'state'>): DataRow[] {
  const { tab, made, undoable } = change;
  const what = change.what.length > LONGEST_WHAT ? `${change.what.slice(0, LONGEST_WHAT)}…` : change.what;
  const parts: JournalCell[][] = [[]];
  let size = 0;
  for (const cell of change.cells) {
    const length = JSON.stringify(cell).length + 1;
    if (size + length > MOST_CHARACTERS - 500 && (parts[parts.length - 1]?.length ?? 0) > 0) {
      parts.push([]);
      size = 0;
    }
    parts[parts.length - 1]?.push(cell);
    size += length;
  }
  return parts.flatMap((cells, index) =>
    pieces(JSON.stringify({ what, tab, made, undoable, cells } satisfies Part)).map((data, piece) => ({
      kind: 'change' as const,
      key: `${change.id}/${piece === 0 ? index + 1 : GOES_ON}`,
      when: change.when,
      who: change.who,
      state: '',
      data,
    })),
  );
}

/** Cut between characters, never inside a pair of surrogates. */
function pieces(text: string): string[] {
  const found: string[] = [];
  for (let from = 0; from < text.length;) {
    const end = from + MOST_CHARACTERS;
    const inPair = /[\ud800-\udbff]/.test(text.charAt(end - 1));
    found.push(text.slice(from, inPair ? end - 1 : end));
    from = inPair ? end - 1 : end;
  }
  return found;
}

const idOf = (row: DataRow): string => row.key.split('/')[0] ?? '';

/** The rows of changes, each with the text of those that go on from it. */
function wholeRows(rows: readonly PlacedDataRow[]): { first: PlacedDataRow; data: string; rows: number[] }[] {
  const found: { first: PlacedDataRow; data: string; rows: number[] }[] = [];
  for (const row of rows) {
    if (row.kind !== 'change') continue;
    const last = found[found.length - 1];
    if (!row.key.endsWith(`/${GOES_ON}`)) found.push({ first: row, data: row.data, rows: [row.row] });
    else if (last && idOf(last.first) === idOf(row)) {
      last.data += row.data;
      last.rows.push(row.row);
    }
  }
  return found;
}

/** Changes, newest first. A row that a person broke is passed over: what it held can no longer be undone. */
export function readJournal(rows: readonly PlacedDataRow[]): Change[] {
  const changes = new Map<string, Change>();
  for (const { first: row, data, rows: places } of wholeRows(rows)) {
    const part = parsePart(data);
    const id = idOf(row);
    if (part === null || id === '') continue;
    const before = changes.get(id);
    const state = row.state === 'undone' || row.state === 'kept' ? row.state : '';
    changes.set(id, {
      id,
      what: part.what,
      who: row.who,
      when: row.when,
      state,
      tab: part.tab,
      made: [...new Set([...(before?.made ?? []), ...part.made])],
      undoable: part.undoable,
      cells: [...(before?.cells ?? []), ...part.cells],
      rows: [...(before?.rows ?? []), ...places],
    });
  }
  return [...changes.values()].reverse();
}

function parsePart(data: string): Part | null {
  try {
    const part = JSON.parse(data) as Partial<Part> | null;
    if (part === null || !Array.isArray(part.cells) || typeof part.what !== 'string') return null;
    return {
      what: part.what,
      tab: part.tab ?? 0,
      made: part.made ?? [],
      undoable: part.undoable !== false,
      cells: part.cells,
    };
  } catch {
    return null;
  }
}

/**
 * The rows of the hidden tab without what is too old: change rows of more than 30 days, and the oldest beyond 20,000 cells.
 * null where nothing is to go, so that nothing is written.
 */
export function pruneJournal(rows: readonly PlacedDataRow[], today: Day): PlacedDataRow[] | null {
  const oldest = addDays(today, -JOURNAL_DAYS);
  let cells = 0;
  const gone = new Set<number>();
  for (const change of readJournal(rows)) {
    cells += change.cells.length;
    const day = parseDay(change.when.slice(0, 10));
    if ((day !== null && day < oldest) || cells > JOURNAL_CELLS) for (const row of change.rows) gone.add(row);
  }
  if (gone.size === 0) return null;
  return rows.filter((row) => !gone.has(row.row));
}
