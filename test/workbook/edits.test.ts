// What is written to the sheet is exactly what was planned, in as few calls as its shape allows.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cellName, columnNumber } from '../../src/values/a1';
import type { Cell } from '../../src/values/cell';
import { planWrites, type PlacedEdit, type Write } from '../../src/workbook/edits';

const places = fc.record({ row: fc.integer({ min: 1, max: 9 }), column: fc.integer({ min: 1, max: 6 }) });
const values: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom<Cell>('', 'Follow up', 'x', 0, 1, true, false, 'true', '1'),
  fc.constantFrom<Cell>(
    { day: '2026-11-03' as never, time: null },
    { day: '2026-11-03' as never, time: '09:00' },
  ),
);
const someEdits = fc
  .array(fc.tuple(places, values), { maxLength: 40 })
  .map((list) => list.map(([place, to]): PlacedEdit => ({ ...place, to })));

/** Every cell that the writes touch, each with what it gets; a cell touched twice is told twice. */
function touched(writes: readonly Write[]): [string, Cell][] {
  return writes.flatMap((write): [string, Cell][] => {
    if (write.kind === 'block')
      return write.values.flatMap((line, r) =>
        line.map((cell, c): [string, Cell] => [cellName(write.row + r, write.column + c), cell]),
      );
    return write.ranges.flatMap((range) => {
      const [from = '', to = from] = range.split(':');
      const [, letters = '', first = ''] = /^([A-Z]+)(\d+)$/.exec(from) ?? [];
      const last = /\d+$/.exec(to)?.[0] ?? first;
      return Array.from({ length: Number(last) - Number(first) + 1 }, (_, i): [string, Cell] => [
        cellName(Number(first) + i, columnNumber(letters)),
        write.value,
      ]);
    });
  });
}

describe('planned writes', () => {
  test('touch every wanted cell once with its value, and never another cell', () => {
    fc.assert(
      fc.property(someEdits, (edits) => {
        const wanted = new Map(edits.map((edit) => [cellName(edit.row, edit.column), edit.to]));
        const found = touched(planWrites(edits));
        expect(new Map(found)).toEqual(wanted);
        expect(found).toHaveLength(wanted.size);
      }),
    );
  });

  test('are never more than one for each run of neighbours, nor more than one for each value', () => {
    fc.assert(
      fc.property(someEdits, (edits) => {
        const cells = new Map(edits.map((edit) => [cellName(edit.row, edit.column), edit]));
        const runs = [...cells.values()].filter(
          ({ row, column }) => !cells.has(cellName(row, column - 1)),
        ).length;
        const kinds = new Set([...cells.values()].map(({ to }) => `${typeof to} ${JSON.stringify(to)}`)).size;
        expect(planWrites(edits).length).toBeLessThanOrEqual(Math.min(runs, kinds));
      }),
    );
  });

  test('fill a full rectangle in one call', () => {
    fc.assert(
      fc.property(
        places,
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 5 }),
        (at, rows, columns) => {
          const edits = Array.from({ length: rows * columns }, (_, i) => ({
            row: at.row + Math.floor(i / columns),
            column: at.column + (i % columns),
            to: `value ${i}`,
          }));
          expect(planWrites(edits)).toHaveLength(1);
        },
      ),
    );
  });

  test('of two edits of one cell the later counts', () => {
    const edits = [
      { row: 3, column: 2, to: 'first' },
      { row: 3, column: 2, to: 'second' },
    ];
    expect(touched(planWrites(edits))).toEqual([['B3', 'second']]);
  });
});
