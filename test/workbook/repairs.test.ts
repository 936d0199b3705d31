// A write during which people move rows: what landed elsewhere is found, and every row reads what it should.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { SheetMap } from '../../src/reading/map';
import type { Cell } from '../../src/values/cell';
import { planRepairs, type WrittenEdit } from '../../src/workbook/repairs';
import { table } from './samples';

const HEADER = ['Organization', 'E-mail', 'Status'];
const [NAME, EMAIL, STATUS] = [1, 2, 3];
const map = (rows: number): SheetMap => ({
  sheetId: 7,
  sheet: 'Contacts',
  headerRow: 1,
  firstRow: 2,
  lastRow: rows,
  columns: {
    organization: { columns: [NAME], headers: ['Organization'], sure: true },
    email: { columns: [EMAIL], headers: ['E-mail'], sure: true },
    status: { columns: [STATUS], headers: ['Status'], sure: true },
  },
  questions: [],
  outreachIdColumn: 0,
  nextStepColumn: 0,
  width: 3,
});

type Rows = readonly (readonly Cell[])[];
type Move = { readonly kind: 'insert' | 'delete' | 'reverse' | 'none'; readonly at: number };

/** What a person does to the rows below the headings. */
function moved(rows: Rows, { kind, at }: Move): Rows {
  const [header = [], ...people] = rows;
  const place = Math.min(at, people.length);
  if (kind === 'insert') return [header, ...people.slice(0, place), ['', '', ''], ...people.slice(place)];
  if (kind === 'delete') return [header, ...people.filter((_, index) => index !== place)];
  return kind === 'reverse' ? [header, ...[...people].reverse()] : rows;
}

function written(rows: Rows, edits: readonly { row: number; column: number; to: Cell }[]): Rows {
  const after = rows.map((row) => [...row]);
  for (const { row, column, to } of edits) {
    while (after.length < row) after.push(['', '', '']);
    (after[row - 1] ?? [])[column - 1] = to;
  }
  return after;
}

const byName = (rows: Rows) =>
  new Map(
    rows
      .slice(1)
      .filter((row) => row.some((cell) => cell !== ''))
      .map((row) => [row[NAME - 1], row]),
  );

const someRows = fc.integer({ min: 1, max: 8 }).chain((count) =>
  fc.record({
    status: fc.array(fc.constantFrom('', 'Ready', 'Contacted'), { minLength: count, maxLength: count }),
    touched: fc.uniqueArray(fc.integer({ min: 0, max: count - 1 }), { minLength: 1 }),
    columns: fc.constantFrom([STATUS], [EMAIL], [EMAIL, STATUS]),
    move: fc.record({
      kind: fc.constantFrom<Move['kind']>('insert', 'delete', 'reverse', 'none'),
      at: fc.integer({ min: 0, max: 8 }),
    }),
  }),
);

describe('after a write during which rows moved', () => {
  test('every contact that is still there reads what was meant for it, and no other cell is changed', () => {
    fc.assert(
      fc.property(someRows, ({ status, touched, columns, move }) => {
        const before: Rows = [
          HEADER,
          ...status.map((word, i) => [`Group ${i}`, `office (at) group${i}.example.org`, word]),
        ];
        const edits = touched.flatMap((i) =>
          columns.map((column): WrittenEdit => ({
            row: i + 2,
            column,
            from: before[i + 1]?.[column - 1] ?? '',
            to: column === EMAIL ? `office@group${i}.example.org` : `Following up ${i}`,
          })),
        );
        const after = written(moved(before, move), edits);
        const { writes } = planRepairs(
          table('Contacts', before),
          table('Contacts', after),
          map(before.length),
          edits,
        );
        expect(byName(written(after, writes))).toEqual(byName(moved(written(before, edits), move)));
      }),
      { numRuns: 500 },
    );
  });

  test('a value that landed in another column, because somebody moved one, goes to its own', () => {
    const before: Rows = [
      HEADER,
      ['Amity', 'a (at) example.org', 'Ready'],
      ['Cedar', 'c@example.org', 'Ready'],
    ];
    const moved: Rows = [
      ['Status', 'Organization', 'E-mail'],
      ['Ready', 'Amity', 'a (at) example.org'],
      ['Ready', 'Cedar', 'c@example.org'],
    ];
    const edit = { row: 2, column: EMAIL, from: 'a (at) example.org', to: 'a@example.org' };
    const after = written(moved, [edit]);
    expect(after[1]).toEqual(['Ready', 'a@example.org', 'a (at) example.org']);
    const { writes, lost } = planRepairs(table('Contacts', before), table('Contacts', after), map(3), [edit]);
    expect(written(after, writes)).toEqual(written(moved, [{ ...edit, column: 3 }]));
    expect(lost).toEqual([]);
  });

  test('what a colleague typed into the same cell is kept and told', () => {
    const before: Rows = [HEADER, ['Amity', 'a@example.org', 'Ready']];
    const after: Rows = [HEADER, ['Amity', 'a@example.org', 'Declined']];
    const edit = { row: 2, column: STATUS, from: 'Ready', to: 'Contacted' };
    const repairs = planRepairs(table('Contacts', before), table('Contacts', after), map(2), [edit]);
    expect(repairs.writes).toEqual([]);
    expect(repairs.lost).toEqual([{ cell: 'C2', why: 'Somebody changed this cell in the same moment.' }]);
  });
});
