// Lines added to the log while people move its rows and columns: ours read as meant, theirs as before, none is gone.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { planLogRepairs, type OwnLine } from '../../src/touches/logRepairs';
import { columnsOfLog, LOG_COLUMNS, type LogColumn } from '../../src/touches/readLog';
import type { Table } from '../../src/values/table';

type Rows = readonly (readonly string[])[];

const table = (rows: Rows): Table => ({ id: 5, name: 'Outreach log', hidden: false, rows });
const line = (id: string, result = 'sent'): string[] =>
  LOG_COLUMNS.map((name) => {
    if (name === 'Entry id') return id;
    if (name === 'Result') return result;
    return name === 'Message key' ? `campaign/${id}/1` : `${name} of ${id}`;
  });
const own = (id: string): OwnLine => ({
  entryId: id,
  cells: new Map(LOG_COLUMNS.map((name, index): [LogColumn, string] => [name, line(id)[index] ?? ''])),
});

/** A file after writing, repaired: lines by their id, in any order. */
function repaired(before: Rows, after: Rows, ids: readonly string[]): Map<string, readonly string[]> {
  const used = columnsOfLog(table(before)) ?? new Map<LogColumn, number>();
  const plan = planLogRepairs(table(before), table(after), used, ids.map(own));
  const rows = after.map((row) => [...row]);
  for (const { row, column, to } of plan.edits) (rows[row - 1] ?? [])[column - 1] = to;
  const laidOut = (cells: ReadonlyMap<LogColumn, string>) => {
    const made: string[] = LOG_COLUMNS.map(() => '');
    for (const [name, column] of plan.columns) made[column - 1] = cells.get(name) ?? '';
    return made;
  };
  rows.push(...plan.covered.map((cells) => [...cells]), ...plan.lost.map(({ cells }) => laidOut(cells)));
  const at = (plan.columns.get('Entry id') ?? 1) - 1;
  const byName = (row: readonly string[]) =>
    LOG_COLUMNS.map((name) => row[(plan.columns.get(name) ?? 0) - 1] ?? '');
  const filled = rows.slice(1).filter((row) => row.some((cell) => cell !== ''));
  const found = new Map(filled.map((row) => [row[at] ?? '', byName(row)]));
  expect(found.size).toBe(filled.length);
  return found;
}

const expected = (ids: readonly string[]) => new Map(ids.map((id) => [id, line(id)]));
const HEADER: readonly string[] = LOG_COLUMNS;
const BLANK = LOG_COLUMNS.map(() => '');

describe('a log that was written while people worked in it', () => {
  test('has every line once wherever rows were inserted just before ours were written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 0, max: 4 }),
        fc.nat(),
        (old, fresh, inserted, place) => {
          const known = Array.from({ length: old }, (_, index) => `old${index}`);
          const ours = Array.from({ length: fresh }, (_, index) => `own${index}`);
          const before = [HEADER, ...known.map((id) => line(id))];
          const blanks = Array.from({ length: inserted }, () => BLANK);
          const at = 1 + (place % (old + 1));
          const after: (readonly string[])[] = [...before.slice(0, at), ...blanks, ...before.slice(at)];
          ours.forEach((id, index) => (after[before.length + index] = line(id)));
          expect(repaired(before, after, ours)).toEqual(expected([...known, ...ours]));
        },
      ),
    );
  });

  test('has a result in its own line where the lines were sorted before it was written', () => {
    const before = [HEADER, line('a'), line('b')];
    const result = HEADER.indexOf('Result');
    const hit = line('b').map((text, index) =>
      index === result ? 'sent' : index === result + 1 ? 'campaign/own/1' : text,
    );
    const after = [HEADER, line('own', 'sending'), line('a'), hit];
    expect(repaired(before, after, ['own'])).toEqual(expected(['a', 'b', 'own']));
  });

  test('has our line in its columns where one of them was moved before it was written', () => {
    const before = [HEADER, line('a')];
    const moved = (row: readonly string[]) => [row[10] ?? '', ...row.slice(0, 10), ...row.slice(11)];
    const after = [moved(HEADER), moved(line('a')), line('own')];
    expect(repaired(before, after, ['own'])).toEqual(expected(['a', 'own']));
  });

  test('keeps a note that somebody typed, and leaves out a line that somebody deleted', () => {
    const before = [HEADER, line('a'), line('b')];
    const noted = line('own', 'sending').map((text, index) =>
      HEADER[index] === 'Notes' ? 'I know her' : text,
    );
    const found = repaired(before, [HEADER, line('b'), noted], ['own']);
    expect([...found.keys()]).toEqual(['b', 'own']);
    expect(found.get('own')?.[HEADER.indexOf('Notes')]).toBe('I know her');
    expect(found.get('own')?.[HEADER.indexOf('Result')]).toBe('sent');
  });
});
