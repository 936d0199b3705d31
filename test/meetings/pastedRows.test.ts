// Where pasted names go in a shortlist: below what people typed, no column of theirs touched, and the way back.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { firstPastedRow, pastedBlocks, type PastedRow } from '../../src/meetings/pastedRows';
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
