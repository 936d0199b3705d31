// New rows written below the last row while people move rows and columns: what stood in the tab stays in it.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Cell } from '../../src/values/cell';
import { findCovered } from '../../src/workbook/coveredRows';
import { table } from './samples';

const HEADER = ['Outreach ID', 'Organization', 'Notes'];
type Rows = readonly (readonly Cell[])[];

/** The rows of the block as they are written at this 1-based row, whatever stands there. */
function written(rows: Rows, row: number, block: Rows): Cell[][] {
  const after = rows.map((line) => [...line]);
  block.forEach((line, index) => {
    while (after.length < row + index) after.push(after[0]?.map(() => '') ?? []);
    line.forEach((cell, at) => ((after[row - 1 + index] ?? [])[at] = cell));
  });
  return after;
}

const ids = (rows: Rows) => rows.flatMap(([id = '']) => (typeof id === 'string' && id !== '' ? [id] : []));
const standing = (count: number): Rows => [
  HEADER,
  ...Array.from({ length: count }, (_, index) => [`old-${index}`, `Group ${index}`, `Note ${index}`]),
];
const fresh = (count: number): Rows =>
  Array.from({ length: count }, (_, index) => [`new-${index}`, `Newcomer ${index}`, '']);

/** Writes the block while the tab became `now`, then puts right what was found. */
function play(
  before: Rows,
  now: Rows,
  added: Rows,
): { rows: Cell[][]; found: ReturnType<typeof findCovered> } {
  const after = written(now, before.length + 1, added);
  const found = findCovered(table('→ Bo', before), table('→ Bo', after), 1, 1, added);
  let rows = after;
  for (const { row, cells } of found.moved) rows = written(rows, row, [cells]);
  rows = written(rows, rows.length + 1, found.covered);
  return { rows, found };
}

describe('new rows below the last one', () => {
  test('nobody moved anything: nothing is to be done', () => {
    const before = standing(4);
    expect(play(before, before, fresh(3)).found).toEqual({ moved: [], covered: [], gone: 0 });
  });

  test('whatever rows somebody inserted, deleted or sorted: no row of theirs is lost or comes twice', () => {
    const counts = fc.record({ rows: fc.nat(8), added: fc.integer({ min: 1, max: 4 }) });
    fc.assert(
      fc.property(
        counts,
        fc.constantFrom('insert', 'delete', 'sort' as const),
        fc.nat(8),
        fc.integer({ min: 1, max: 3 }),
        ({ rows, added }, kind, at, many) => {
          const before = standing(rows);
          const [, ...lines] = before;
          const place = Math.min(at, lines.length);
          const blank = Array.from({ length: many }, () => ['', '', '']);
          const now =
            kind === 'insert'
              ? [HEADER, ...lines.slice(0, place), ...blank, ...lines.slice(place)]
              : kind === 'delete'
                ? [HEADER, ...lines.slice(0, place), ...lines.slice(place + many)]
                : [HEADER, ...[...lines].reverse()];
          const block = fresh(added);
          const { rows: end, found } = play(before, now, block);
          const stand = ids(end.slice(1)).sort();
          const wanted = [...ids(now.slice(1)), ...ids(block)].sort();
          // Deleted in that moment looks like moved down under the block: they come back rather than get lost.
          expect(kind === 'delete' ? stand.filter((id) => wanted.includes(id)) : stand).toEqual(wanted);
          expect(new Set(stand).size).toBe(stand.length);
          expect(found.gone).toBe(0);
        },
      ),
    );
  });

  test('a row that a volunteer added, which has no id, is not lost either', () => {
    const before = [...standing(2), ['', 'Fern Street Library', 'Ask Mo']];
    const now = [HEADER, ['', '', ''], ...before.slice(1)];
    const { rows } = play(before, now, fresh(2));
    expect(rows.filter(([, name]) => name === 'Fern Street Library')).toEqual([before[3]]);
  });

  test('a column put in meanwhile: each cell of the new rows goes under its heading', () => {
    const before = standing(2);
    const now = before.map(([id = '', ...more], index) => [id, index === 0 ? 'My own' : 'mine', ...more]);
    const { rows } = play(before, now, fresh(1));
    expect(rows[3]).toEqual(['new-0', '', 'Newcomer 0', '']);
    expect(rows.slice(0, 3)).toEqual(now);
  });

  test('a new row that somebody deleted at once is counted', () => {
    const before = standing(2);
    const after = written(before, 4, fresh(1));
    expect(findCovered(table('→ Bo', before), table('→ Bo', after), 1, 1, fresh(2)).gone).toBe(1);
  });
});
