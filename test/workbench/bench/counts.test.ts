// What the bench counts: calls by kind, and blocks of cells that a run changed.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changedBlocks, countCalls } from '../../../workbench/bench/counts';
import type { CallRecord } from '../../../workbench/host/gate';
import {
  emptyTab,
  emptyWorkbook,
  type Stored,
  type WorkbookState,
} from '../../../workbench/host/sheets/state';

function file(...tabs: readonly (readonly (readonly Stored[])[])[]): WorkbookState {
  return {
    ...emptyWorkbook(),
    tabs: tabs.map((rows, index) => ({
      ...emptyTab(index + 1, `Tab ${index + 1}`),
      rows: rows.map((values) => ({ values: [...values] })),
    })),
  };
}

describe('blocks of changed cells', () => {
  test('nothing changed is no block', () => {
    expect(changedBlocks(file([['a', 'b']]), file([['a', 'b']]))).toBe(0);
  });

  test('a column filled down is one block, and so is a whole rectangle', () => {
    expect(changedBlocks(file([['a'], ['b'], ['c']]), file([['x'], ['y'], ['z']]))).toBe(1);
    expect(
      changedBlocks(
        file([
          ['a', 'b'],
          ['c', 'd'],
        ]),
        file([
          ['1', '2'],
          ['3', '4'],
        ]),
      ),
    ).toBe(1);
  });

  test('an unchanged cell in between makes two', () => {
    expect(changedBlocks(file([['a'], ['b'], ['c']]), file([['x'], ['b'], ['z']]))).toBe(2);
  });

  test('rows that were added at the end of a tab are one block', () => {
    expect(
      changedBlocks(
        file([['a', 'b']]),
        file([
          ['a', 'b'],
          ['c', 'd'],
          ['e', 'f'],
        ]),
      ),
    ).toBe(1);
  });

  test('blocks of two tabs count apart, and a new tab counts for none', () => {
    const before = file([['a']], [['b']]);
    expect(changedBlocks(before, file([['x']], [['y']], [['z']]))).toBe(2);
  });

  test('a formula that reads the same is the same content', () => {
    expect(changedBlocks(file([[{ f: '=1+1' }]]), file([[{ f: '=1+1' }]]))).toBe(0);
  });

  test('there are never more blocks than changed cells, and turning the sheet gives as many', () => {
    const grid = fc.array(fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), {
      minLength: 6,
      maxLength: 6,
    });
    fc.assert(
      fc.property(grid, (changes) => {
        const before = changes.map((row) => row.map(() => 'old'));
        const after = changes.map((row) => row.map((changed) => (changed ? 'new' : 'old')));
        const turned = after.map((_, row) => after.map((line) => line[row]!));
        const cells = changes.flat().filter(Boolean).length;
        const blocks = changedBlocks(file(before), file(after));
        expect(blocks).toBeLessThanOrEqual(cells);
        expect(blocks > 0).toBe(cells > 0);
        expect(changedBlocks(file(before), file(turned))).toBe(blocks);
      }),
    );
  });
});

describe('calls of a run', () => {
  const run = (...methods: readonly (readonly [string, CallRecord['effect']])[]) => ({
    calls: methods.map(([method, effect], index) => ({
      n: index + 1,
      method,
      effect,
      kind: 'call' as const,
      pending: false,
    })),
    light: 7,
    elapsed: 1500,
    killed: false,
  });

  test('are told apart by what they do to the document', () => {
    const counts = countCalls(
      run(
        ['Lock.tryLock', 'none'],
        ['Range.getValues', 'reads'],
        ['Spreadsheet.insertSheet', 'flushes'],
        ['Range.setValues', 'writes'],
        ['Range.setFontWeight', 'writes'],
        ['SpreadsheetApp.flush', 'flushes'],
      ),
    );
    expect(counts).toMatchObject({ calls: 6, reads: 1, writes: 3, valueWrites: 1, flushes: 1, mail: 0 });
    expect(counts).toMatchObject({ light: 7, seconds: 1.5 });
  });

  test('what a message costs is counted from one sending to the next', () => {
    const send = ['Gmail.Users.Messages.send', 'none'] as const;
    const write = ['Range.setValues', 'writes'] as const;
    const flush = ['SpreadsheetApp.flush', 'flushes'] as const;
    expect(countCalls(run(write, flush, send, write, flush, send, write, flush)).eachMessage).toBe(3);
    expect(countCalls(run(send, write, flush)).eachMessage).toBe(0);
  });
});
