// Whole rows are emptied while somebody moves rows or columns: what was hit comes back, what was meant goes.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cellText, type Cell } from '../../src/values/cell';
import { planPutBack } from '../../src/workbook/putBack';
import type { Table } from '../../src/workbook/table';

const HEADINGS = ['Organization', 'Phone', 'Next step', 'Notes', 'Outreach ID'];
const NEXT_STEP = new Set([3]);
const ROWS: Cell[][] = [
  ['Old Mill Bakery', '555-0106', 'Follow up', 'ask Bo', 'c-1'],
  ['Dove House', '', '', 'Meet on Fridays', 'c-2'],
  ['Harbor Choir', '555-0107', 'Call them', '', 'c-3'],
  ['Kettle Lane', '555-0108', '', 'Meet on Fridays', 'c-4'],
];
const OURS = ['c-2', 'c-4'];

const tableOf = (rows: readonly (readonly Cell[])[]): Table => ({
  id: 1,
  name: 'Contacts',
  hidden: false,
  rows,
});
const before = tableOf([HEADINGS, ...ROWS]);
/** Each filled cell of ours but the formula, where it stood when the tab was read. */
const emptied = ROWS.flatMap((cells, index) =>
  OURS.includes(cellText(cells[4] ?? ''))
    ? cells.flatMap((cell, at) => (cell === '' || at === 2 ? [] : [{ row: index + 2, column: at + 1 }]))
    : [],
);

/** The tab as it stands after somebody moved its rows and columns, our cells were emptied, and that was put right. */
function afterAll(moved: readonly (readonly Cell[])[], deleted = 0): Cell[][] {
  const rows = moved.map((cells) => [...cells]);
  const put = (row: number, column: number, to: Cell) => {
    const cells = (rows[row - 1] ??= []);
    cells[column - 1] = to;
  };
  for (const { row, column } of emptied) put(row, column, '');
  for (const { row, column, to } of planPutBack(before, tableOf(rows), 1, {
    cells: emptied,
    formulas: NEXT_STEP,
    deleted,
  }))
    put(row, column, to);
  return rows;
}

/** What people typed in each row that is not blank, by heading, in any order. */
function typed([headings = [], ...rows]: readonly (readonly Cell[])[]): string[] {
  const lines = rows.map((cells) =>
    headings.flatMap((heading, at) => {
      const cell = cells[at] ?? '';
      return cell === '' || heading === '' || heading === 'Next step'
        ? []
        : [`${cellText(heading)}: ${cellText(cell)}`];
    }),
  );
  return lines.flatMap((line) => (line.length === 0 ? [] : [line.sort().join(', ')])).sort();
}

const wanted = typed([HEADINGS, ...ROWS.filter((cells) => !OURS.includes(cellText(cells[4] ?? '')))]);

describe('rows that were emptied', () => {
  test('need nothing more where nobody moved anything', () => {
    const rows = before.rows.map((cells) => [...cells]);
    for (const { row, column } of emptied) (rows[row - 1] ?? [])[column - 1] = '';
    expect(
      planPutBack(before, tableOf(rows), 1, { cells: emptied, formulas: NEXT_STEP, deleted: 0 }),
    ).toEqual([]);
  });

  test('are ours and no others, in whatever order somebody sorted the tab, and wherever they inserted rows', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(ROWS, { minLength: ROWS.length }),
        fc.array(fc.nat({ max: ROWS.length }), { maxLength: 2 }),
        (sorted, inserted) => {
          const rows: Cell[][] = [...sorted];
          for (const at of inserted) rows.splice(at, 0, []);
          expect(typed(afterAll([HEADINGS, ...rows]))).toEqual(wanted);
        },
      ),
    );
  });

  test('are ours to the last cell where somebody moved or inserted a column', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), (order) => {
        const moved = before.rows.map((cells) => order.map((at) => cells[at] ?? ''));
        expect(typed(afterAll(moved))).toEqual(wanted);
      }),
    );
  });

  test('are taken back where somebody deleted another row, and that row stays deleted', () => {
    const rows = before.rows.filter((cells) => cells[0] !== 'Old Mill Bakery');
    expect(typed(afterAll(rows, 1))).toEqual(wanted.filter((line) => !line.includes('Old Mill')));
  });
});
