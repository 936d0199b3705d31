// Columns that people moved between two readings of a tab are recognised by their headings.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { alignColumns } from '../../src/workbook/alignColumns';
import { table } from './samples';

const BEFORE = table('Contacts', [
  ['Organization', 'E-mail', 'Status'],
  ['Amity', 'a@example.org', 'Ready'],
]);

describe('a tab with its columns in the order of before', () => {
  test('reads as before where somebody moved a column, whatever the move', () => {
    const orders = fc.shuffledSubarray([0, 1, 2], { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(orders, (order) => {
        const after = table(
          'Contacts',
          BEFORE.rows.map((row) => order.map((index) => row[index] ?? '')),
        );
        const aligned = alignColumns(BEFORE, after, 1);
        expect(aligned.table.rows).toEqual(BEFORE.rows);
        for (const column of [1, 2, 3]) {
          expect(order[aligned.now(column) - 1]).toBe(column - 1);
          expect(aligned.aligned(aligned.now(column))).toBe(column);
        }
      }),
    );
  });

  test('puts a new column at the right end', () => {
    const after = table('Contacts', [
      ['Seen by', 'Organization', 'E-mail', 'Status'],
      ['Bo', 'Amity', 'a@example.org', 'Ready'],
    ]);
    expect(alignColumns(BEFORE, after, 1).table.rows[1]).toEqual(['Amity', 'a@example.org', 'Ready', 'Bo']);
  });

  test('takes a column with another heading for the one that stood at its place', () => {
    const after = table('Contacts', [
      ['Organization', 'Mail', 'Status'],
      ['Amity', 'a@example.org', 'Ready'],
    ]);
    expect(alignColumns(BEFORE, after, 1).table.rows[1]).toEqual(['Amity', 'a@example.org', 'Ready']);
  });
});
