// What to put right in the Outreach log after lines were added to it while people sorted it, moved its columns, or
// inserted and deleted rows: our lines, and whatever of theirs was hit.
import { cellText } from '../values/cell';
import { alignColumns } from '../workbook/alignColumns';
import type { PlacedEdit } from '../workbook/edits';
import type { Table } from '../values/table';
import { columnsOfLog, headingRow, type LogColumn } from './readLog';

/** A line that this run wrote, as it must read. */
export interface OwnLine {
  readonly entryId: string;
  readonly cells: ReadonlyMap<LogColumn, string>;
}

export type LogColumns = ReadonlyMap<LogColumn, number>;

export interface LogRepairs {
  /** Where the columns (1-based) stand now. */
  readonly columns: LogColumns;
  readonly edits: readonly (PlacedEdit & { readonly to: string })[];
  /** Lines of ours that are gone. */
  readonly lost: readonly OwnLine[];
  /** Lines of before that ours were written over, rows × columns as they must stand now. */
  readonly covered: readonly (readonly string[])[];
}

/** Words of a result, which are in many lines: alone they do not tell that a line was hit. */
const RESULTS: readonly string[] = ['', 'sending', 'sent', 'failed', 'unknown'];

/**
 * @param before the log as last read before the lines were written, null where it was made by this run
 * @param after as read since
 * @param used the columns that the lines were written with
 */
export function planLogRepairs(
  before: Table | null,
  after: Table,
  used: LogColumns,
  ours: readonly OwnLine[],
): LogRepairs {
  const columns = columnsNow(after, used);
  const lines = after.rows.map((row) => row.map(cellText));
  const was = linesById(before);
  const texts = new Set([...RESULTS, ...ours.flatMap((line) => [...line.cells.values()])]);
  const marks = new Set(
    ours.flatMap(({ entryId, cells }) => [
      entryId,
      ...(['Message key', 'Gmail message id'] as const).map((name) => cells.get(name) ?? ''),
    ]),
  );
  marks.delete('');
  const idAt = (columns.get('Entry id') ?? 0) - 1;
  const found = new Set<OwnLine>();
  const ownRows = new Set<number>();
  const edits: (PlacedEdit & { readonly to: string })[] = [];

  lines.forEach((cells, index) => {
    const own = ours.find(({ entryId }) => cells.includes(entryId));
    const known = was.get(cells[idAt] ?? '');
    if (own !== undefined) {
      found.add(own);
      ownRows.add(index + 1);
    }
    const isHit = cells.some((text) => marks.has(text) && known?.cells.includes(text) !== true);
    if (own === undefined && !isHit) return;
    const wanted = own ? laidOut(own, columns, cells.length) : aligned(known?.cells ?? [], before, after);
    for (let column = 1; column <= Math.max(cells.length, wanted.length); column++) {
      const [now, to] = [cells[column - 1] ?? '', wanted[column - 1] ?? ''];
      if (now !== to && texts.has(now)) edits.push({ row: index + 1, column, to });
    }
  });
  return {
    columns,
    edits,
    lost: ours.filter((line) => !found.has(line)),
    covered: coveredLines(was, lines, idAt, ownRows).map((cells) => aligned(cells, before, after)),
  };
}

/** By their headings; one whose heading was written over is where it was. */
function columnsNow(after: Table, used: LogColumns): LogColumns {
  const found = new Map(columnsOfLog(after) ?? []);
  const taken = new Set(found.values());
  for (const [name, column] of used) if (!found.has(name) && !taken.has(column)) found.set(name, column);
  return found;
}

interface Known {
  /** 1-based. */
  readonly row: number;
  readonly cells: readonly string[];
}

function linesById(table: Table | null): Map<string, Known> {
  const lines = new Map<string, Known>();
  if (table === null) return lines;
  const at = columnsOfLog(table)?.get('Entry id') ?? 0;
  const heading = headingRow(table);
  table.rows.forEach((row, index) => {
    const cells = row.map(cellText);
    const id = cells[at - 1] ?? '';
    if (id !== '' && index >= heading) lines.set(id, { row: index + 1, cells });
  });
  return lines;
}

function laidOut({ cells }: OwnLine, columns: LogColumns, width: number): string[] {
  const line = Array.from({ length: width }, () => '');
  for (const [name, column] of columns) line[column - 1] = cells.get(name) ?? '';
  return line;
}

/** Cells of the earlier reading in the columns of now. */
function aligned(cells: readonly string[], before: Table | null, after: Table): string[] {
  if (before === null) return [];
  const columns = alignColumns(before, after, headingRow(before));
  const line: string[] = [];
  cells.forEach((text, index) => {
    line[columns.now(index + 1) - 1] = text;
  });
  return Array.from(line, (text: string | undefined) => text ?? '');
}

/**
 * Lines that are missing because rows were inserted above and ours, which were to stand below the last line, were
 * written over them: those before them moved down as far, or the row above ours is blank. A line that somebody
 * deleted leaves neither.
 */
function coveredLines(
  was: ReadonlyMap<string, Known>,
  lines: readonly (readonly string[])[],
  idAt: number,
  ownRows: ReadonlySet<number>,
): (readonly string[])[] {
  const rows = new Map(lines.map((cells, index) => [cells[idAt] ?? '', index + 1]));
  const shifts = new Set<number>();
  for (const [id, { row }] of was) {
    const now = rows.get(id);
    if (now !== undefined && now > row) shifts.add(now - row);
  }
  const above = lines[Math.min(...ownRows) - 2];
  const isGap = above?.every((text) => text === '') === true;
  return [...was].flatMap(([id, { row, cells }]) => {
    const isCovered = isGap || [...shifts].some((shift) => ownRows.has(row + shift));
    return !rows.has(id) && isCovered ? [cells] : [];
  });
}
