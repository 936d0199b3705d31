// Where pasted names go in a shortlist: below what people typed, no column of theirs touched, and the way back.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { firstPastedRow, pastedBlocks, planPutBack, type PastedRow } from '../../src/meetings/pastedRows';
import { readShortlist, type Shortlist } from '../../src/meetings/shortlist';
import type { Cell, Grid } from '../../src/values/cell';
import { HEADINGS, shortlist, typedRow } from './samples';

const ROW: PastedRow = {
  Organization: 'Dockside Cooks Local 62',
  Category: 'Union',
  Town: 'Salem',
  'Idea by': 'Pasted list',
  Notes: 'Signed: Jane Roe',
};

const read = (rows: Grid): Shortlist => {
  const list = readShortlist({ rows });
  if (list === null) throw new Error('no headings');
  return list;
};

test('five rows stay free below the last one that anybody typed in, also in a column of their own', () => {
  const { rows } = shortlist();
  expect(firstPastedRow(rows, read(rows))).toBe(2);
  const named = shortlist({ Organization: 'A' }, { Hint: 'Also in row 2.' }).rows;
  expect(firstPastedRow(named, read(named))).toBe(8);
  const own = [[...HEADINGS, 'Phone'], [], [], [...typedRow({}), '555-0100']];
  expect(firstPastedRow(own, read(own))).toBe(10);
});

test('in whatever order the columns stand, each text stands under its heading and no other column is written', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...HEADINGS, 'Phone', 'Their own'], { minLength: HEADINGS.length + 2 }),
      (headings) => {
        const list = read([headings]);
        const cells: Cell[] = headings.map(() => 'as it was');
        for (const { column, values } of pastedBlocks(list, [ROW]))
          values[0]?.forEach((text, index) => (cells[column + index - 1] = text));
        headings.forEach((heading, index) => {
          const own = (ROW as Readonly<Record<string, string>>)[heading];
          if (own !== undefined) expect(cells[index]).toBe(own);
          else if (/Phone|own|Hint|Place|Outreach/.test(heading)) expect(cells[index]).toBe('as it was');
          else expect(['', 'as it was']).toContain(cells[index]);
        });
      },
    ),
  );
});

describe('rows that were emptied while somebody moved rows', () => {
  const before = shortlist(
    { Organization: 'Old Mill Bakery', Notes: 'ask Bo' },
    { Organization: 'Tern Island Clinic', 'Idea by': 'Pasted list' },
    { Organization: 'Harbor Choir', Town: 'Salem' },
  ).rows;
  const edits = ['Organization', 'Idea by'].map((heading) => ({
    row: 3,
    column: HEADINGS.indexOf(heading) + 1,
    to: '',
  }));
  const emptied = (rows: Grid): Cell[][] => {
    const cells = rows.map((row) => [...row]);
    for (const { row, column } of edits) (cells[row - 1] ??= [])[column - 1] = '';
    return cells;
  };
  const repaired = (after: Cell[][]): Cell[][] => {
    for (const { row, column, to } of planPutBack({ rows: before }, { rows: after }, read(before), edits))
      (after[row - 1] ??= [])[column - 1] = to;
    return after;
  };
  const texts = (rows: Grid) =>
    rows
      .map((row) =>
        row
          .filter((cell) => cell !== '')
          .map(String)
          .join('/'),
      )
      .filter((t) => t !== '');

  test('nothing is put back where nobody did', () => {
    expect(planPutBack({ rows: before }, { rows: emptied(before) }, read(before), edits)).toEqual([]);
  });

  test('a row that was hit reads as before, and ours is emptied where it stands now', () => {
    const inserted = [...before.slice(0, 1), typedRow({}), ...before.slice(1)];
    const [head = [], mill = [], ours = [], choir = []] = before;
    for (const moved of [inserted, [head, choir, mill, ours], [head, ours, choir, mill]])
      expect(texts(repaired(emptied(moved))).sort()).toEqual(texts([head, mill, choir]).sort());
  });
});
