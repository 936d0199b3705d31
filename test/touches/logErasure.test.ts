// A person is taken out of the log while others work in it: nothing of theirs is left, and every other line reads as before.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { planErasure } from '../../src/touches/logErasure';
import { LOG_COLUMNS } from '../../src/touches/readLog';
import { cellText } from '../../src/values/cell';
import type { Table } from '../../src/values/table';

type Rows = readonly (readonly string[])[];

const table = (rows: Rows): Table => ({ id: 5, name: 'Outreach log', hidden: false, rows });
const line = (id: string, direction: string): string[] =>
  LOG_COLUMNS.map((name) => {
    if (name === 'Entry id') return id;
    return name === 'Direction' ? direction : `${name} of ${id}`;
  });
const ERASED: Partial<Record<(typeof LOG_COLUMNS)[number], string>> = {
  Summary: 'erased',
  Notes: '',
  Address: '',
  'Gmail message id': '',
  'Gmail thread id': '',
};

interface Line {
  readonly mine: boolean;
  readonly direction: string;
}

const wanted = ({ mine, direction }: Line, id: string): string[] =>
  line(id, direction).map((text, index) => {
    const name = LOG_COLUMNS[index] ?? 'When';
    if (!mine) return text;
    return name === 'Who' && direction === 'theirs' ? 'erased' : (ERASED[name] ?? text);
  });

/** What a colleague does to the rows between the reading and the writing. */
type Deed = (rows: string[][]) => string[][];
const blank = (rows: string[][]): string[] => (rows[0] ?? []).map(() => '');
const deeds = fc.oneof(
  fc.nat(9).map(
    (at): Deed =>
      (rows) =>
        rows.toSpliced(1 + (at % rows.length), 0, blank(rows), blank(rows)),
  ),
  fc.nat().map(
    (at): Deed =>
      (rows) =>
        rows.length < 3 ? rows : rows.toSpliced(1 + (at % (rows.length - 1)), 1),
  ),
  fc.constant<Deed>((rows) => [...rows.slice(0, 1), ...rows.slice(1).reverse()]),
  fc.tuple(fc.nat(LOG_COLUMNS.length - 1), fc.nat(LOG_COLUMNS.length - 1)).map(
    ([from, to]): Deed =>
      (rows) =>
        rows.map((row) => row.toSpliced(from, 1).toSpliced(to, 0, row[from] ?? '')),
  ),
);

/** Reads, is disturbed, writes where the cells were; reads again until nothing is left to do. */
function erase(before: Rows, ids: ReadonlySet<string>, deed: Deed): string[][] {
  let rows = before.map((row) => [...row]);
  const written: { row: number; column: number; to: string }[] = [];
  for (let round = 0; round < 3; round++) {
    const edits = planErasure(table(before), table(rows), { ids, withName: false }, written);
    if (edits.length === 0) return rows;
    if (round === 0) rows = deed(rows);
    for (const { row, column, to } of edits) {
      const cells = (rows[row - 1] ??= []);
      while (cells.length < column) cells.push('');
      cells[column - 1] = cellText(to);
      written.push({ row, column, to: cellText(to) });
    }
  }
  expect(planErasure(table(before), table(rows), { ids, withName: false }, written)).toEqual([]);
  return rows;
}

const HEADER = [...LOG_COLUMNS];

describe('a person who is taken out of the log', () => {
  test('leaves nothing, and nobody else loses anything, whatever others do to the rows at that moment', () => {
    const lines = fc.array(fc.record({ mine: fc.boolean(), direction: fc.constantFrom('ours', 'theirs') }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(lines, deeds, (all, deed) => {
        const ids = new Set(all.flatMap(({ mine }, index) => (mine ? [`id${index}`] : [])));
        const before = [HEADER, ...all.map(({ direction }, index) => line(`id${index}`, direction))];
        const [head = [], ...after] = erase(before, ids, deed);
        const names = (row: readonly string[]) => LOG_COLUMNS.map((name) => row[head.indexOf(name)] ?? '');
        const found = new Map(after.map((row) => [names(row)[0] ?? '', names(row)]));
        for (const [id, cells] of found)
          if (id === '') expect(cells.join('')).toBe('');
          else expect([id, cells]).toEqual([id, wanted(all[Number(id.slice(2))] as Line, id)]);
        expect(found.size).toBeGreaterThanOrEqual(Math.min(all.length, 1));
      }),
      { numRuns: 500 },
    );
  });

  test('gives back what stood in a line without an entry id that was hit', () => {
    const own = [HEADER, line('id1', 'ours'), line('', 'ours')];
    const left = erase(own, new Set(['id1']), (rows) => [HEADER, rows[2] ?? [], rows[1] ?? []]);
    expect(left).toEqual([HEADER, line('', 'ours'), wanted({ mine: true, direction: 'ours' }, 'id1')]);
  });

  test('takes no line without an entry id for theirs', () => {
    const rows = [HEADER, line('', 'ours'), line('id1', 'ours')];
    const edits = planErasure(table(rows), table(rows), { ids: new Set(['id1']), withName: false }, []);
    expect(new Set(edits.map(({ row }) => row))).toEqual(new Set([3]));
  });
});
