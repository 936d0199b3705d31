// The undo journal: what was written can be read back whole, and old changes make room.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Cell } from '../../src/values/cell';
import { addDays, day, type Day } from '../../src/values/day';
import type { DataRow, PlacedDataRow } from '../../src/workbook/dataTab';
import {
  JOURNAL_CELLS,
  JOURNAL_DAYS,
  journalRows,
  pruneJournal,
  readJournal,
  type JournalCell,
} from '../../src/workbook/journal';

const TODAY = day('2026-11-12');
const placed = (rows: readonly DataRow[], first = 3): PlacedDataRow[] =>
  rows.map((row, index) => ({ ...row, row: first + index }));

const cell = (n: number, text: Cell = 'Follow up'): JournalCell => ({
  key: `c-${n}`,
  cell: `C${n}`,
  column: 3,
  header: 'Status',
  from: text,
  to: { day: TODAY, time: null },
});
const change = (id: string, on: Day, cells: readonly JournalCell[]) => ({
  id,
  what: `Fixed ${cells.length} cells`,
  who: 'ana@example.org',
  when: `${on} 09:00`,
  tab: 1,
  made: ['formats'],
  undoable: true,
  cells,
});

describe('a change in the journal', () => {
  test('reads back as it was written, however many parts it takes, and no part is longer than a cell may be', () => {
    const texts = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.constantFrom('"', '\\', '\u0001', 'ü'.repeat(3000), '😀'.repeat(25_000), '\u0001'.repeat(50_000)),
    );
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 60 }), (list) => {
        const cells = list.map((text, index) => cell(index, text));
        const rows = placed(journalRows(change('a', TODAY, cells)));
        for (const row of rows) expect(row.data.length).toBeLessThanOrEqual(45_000);
        const [read, ...others] = readJournal(rows);
        expect(others).toEqual([]);
        expect(read?.cells).toEqual(cells);
        expect(read).toMatchObject({ id: 'a', tab: 1, made: ['formats'], undoable: true, state: '' });
        expect(read?.rows).toEqual(rows.map((row) => row.row));
      }),
    );
  });

  test('a long one is cut into parts that belong together', () => {
    const rows = journalRows(
      change(
        'a',
        TODAY,
        Array.from({ length: 2000 }, (_, n) => cell(n)),
      ),
    );
    expect(rows.length).toBeGreaterThan(2);
    expect(readJournal(placed(rows))[0]?.cells).toHaveLength(2000);
  });

  test('is undone with its parts and with those of the same change that follow', () => {
    const long = cell(1, 'x'.repeat(50_000));
    const rows = placed([
      ...journalRows(change('a', TODAY, [long])),
      ...journalRows(change('b', TODAY, [cell(2)])),
      ...journalRows(change('a', TODAY, [long, cell(3)])),
    ]);
    const [b, a] = readJournal(rows);
    expect(b?.cells).toEqual([cell(2)]);
    expect(a?.cells).toEqual([long, long, cell(3)]);
    expect(a?.rows).toEqual(rows.filter((row) => row.key.startsWith('a/')).map((row) => row.row));
  });

  test('says in one line what it is, whatever the contact is called', () => {
    const [row] = placed(journalRows({ ...change('a', TODAY, [cell(1)]), what: 'é'.repeat(50_000) }));
    expect(row?.data.length).toBeLessThan(2000);
    expect(readJournal(row ? [row] : [])[0]?.what).toMatch(/^é{100,}…$/);
  });

  test('the newest stands first, and a row that a person broke is passed over', () => {
    const rows = placed([
      ...journalRows(change('a', addDays(TODAY, -1), [cell(1)])),
      { ...journalRows(change('b', TODAY, [cell(2)]))[0]!, data: 'somebody typed here' },
      ...journalRows(change('c', TODAY, [cell(3)])),
    ]);
    expect(readJournal(rows).map((one) => one.id)).toEqual(['c', 'a']);
  });
});

describe('old changes', () => {
  test(`go after ${JOURNAL_DAYS} days; everything that is no change stays`, () => {
    const record: DataRow = {
      kind: 'message',
      key: 'k',
      when: '2020-01-01 09:00',
      who: '',
      state: 'sent',
      data: '',
    };
    const rows = placed([
      record,
      ...journalRows(change('old', addDays(TODAY, -JOURNAL_DAYS - 1), [cell(1)])),
      ...journalRows(change('edge', addDays(TODAY, -JOURNAL_DAYS), [cell(2)])),
    ]);
    const left = pruneJournal(rows, TODAY);
    expect(left?.map((row) => row.key)).toEqual(['k', 'edge/1']);
  });

  test(`go beyond ${JOURNAL_CELLS} cells, the oldest first and whole changes only`, () => {
    const many = Array.from({ length: JOURNAL_CELLS - 1 }, (_, n) => cell(n));
    const rows = placed([
      ...journalRows(change('first', TODAY, [cell(1), cell(2)])),
      ...journalRows(change('second', TODAY, many)),
    ]);
    const left = pruneJournal(rows, TODAY) ?? [];
    expect(readJournal(left).map((one) => one.id)).toEqual(['second']);
    expect(readJournal(left)[0]?.cells).toHaveLength(many.length);
  });

  test('nothing is rewritten where nothing is to go', () => {
    expect(pruneJournal(placed(journalRows(change('a', TODAY, [cell(1)]))), TODAY)).toBeNull();
  });
});
