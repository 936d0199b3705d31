// A volunteer's tab, brought up to date: what they wrote stays, and a second run finds nothing to do.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Cell } from '../../src/values/cell';
import { day } from '../../src/values/day';
import { isBlank, sameCell } from '../../src/values/cell';
import {
  ASSIGNMENT_COLUMNS,
  assignmentCells,
  assignmentTabName,
  planTabUpdate,
  type AssignmentColumn,
  type AssignmentRow,
  type TabUpdate,
} from '../../src/people/assignmentTab';
import { contact } from '../workbook/samples';

const DUE = day('2026-11-19');
const row = (id: string, given: Partial<AssignmentRow> = {}): AssignmentRow => ({
  contact: contact({
    outreachId: id,
    organization: `Group ${id}`,
    email: `${id}@example.org`,
    knownBy: 'Bo',
  }),
  task: 'Follow up',
  due: DUE,
  nextStep: 'Follow up',
  lastTouch: 'Nov 3, e-mail',
  ...given,
});
const sheet = (...rows: readonly AssignmentRow[]): Cell[][] => [
  [...ASSIGNMENT_COLUMNS],
  ...rows.map(assignmentCells),
];
const at = (name: AssignmentColumn) => ASSIGNMENT_COLUMNS.indexOf(name);

function apply(rows: readonly (readonly Cell[])[], update: TabUpdate): Cell[][] {
  const after = rows.map((line) => [...line]);
  for (const edit of update.edits) (after[edit.row - 1] ?? [])[edit.column - 1] = edit.to;
  return [...after, ...update.added.map((line) => [...line])];
}

const someCell: fc.Arbitrary<Cell> = fc.constantFrom<Cell>('', '', 'talked', 'left a note', 7, true, {
  day: DUE,
  time: null,
});
const ids = fc.constantFrom('c-1', 'c-2', 'c-3', 'c-4', 'c-5');
const someTab = fc
  .array(fc.tuple(ids, fc.array(someCell, { minLength: 10, maxLength: 10 })), { maxLength: 6 })
  .map((list): Cell[][] => [[...ASSIGNMENT_COLUMNS], ...list.map(([id, cells]) => [id, ...cells])]);
const someRows = fc.uniqueArray(ids).map((list) => list.map((id) => row(id)));
const order = fc.shuffledSubarray([...ASSIGNMENT_COLUMNS.keys()], { minLength: ASSIGNMENT_COLUMNS.length });

describe('bringing a tab up to date', () => {
  test('never empties a cell, and writes over a filled one only where it is ours to refresh', () => {
    fc.assert(
      fc.property(someTab, someRows, (rows, wanted) => {
        for (const edit of planTabUpdate(rows, wanted)?.edits ?? []) {
          expect(isBlank(edit.to)).toBe(false);
          const name = ASSIGNMENT_COLUMNS[edit.column - 1];
          if (!isBlank(rows[edit.row - 1]?.[edit.column - 1] ?? ''))
            expect(['Next step', 'Last touch']).toContain(name);
        }
      }),
    );
  });

  test('done twice, the second time finds nothing to do', () => {
    fc.assert(
      fc.property(someTab, someRows, (rows, wanted) => {
        const first = planTabUpdate(rows, wanted);
        if (first === null) throw new Error('The tab has its headings.');
        expect(planTabUpdate(apply(rows, first), wanted)).toMatchObject({ edits: [], added: [] });
      }),
    );
  });

  test('every contact stands in the tab once afterwards, with nobody else’s row gone', () => {
    fc.assert(
      fc.property(someTab, someRows, (rows, wanted) => {
        const update = planTabUpdate(rows, wanted);
        if (update === null) throw new Error('The tab has its headings.');
        const after = apply(rows, update).map((line) => line[0]);
        for (const entry of wanted) expect(after).toContain(entry.contact.outreachId);
        expect(after.slice(0, rows.length)).toEqual(rows.map((line) => line[0]));
        const known = new Set(wanted.map((entry) => entry.contact.outreachId));
        expect(update.noLongerTheirs.every((id) => !known.has(id))).toBe(true);
      }),
    );
  });

  test('columns that a person moved are found by their headings', () => {
    fc.assert(
      fc.property(order, someTab, someRows, (places, rows, wanted) => {
        const moved = rows.map((line) => places.map((index) => line[index] ?? ''));
        const straight = planTabUpdate(rows, wanted);
        const shuffled = planTabUpdate(moved, wanted);
        if (straight === null || shuffled === null) throw new Error('The tab has its headings.');
        const back = apply(moved, shuffled).map((line) =>
          ASSIGNMENT_COLUMNS.map((_, index) => line[places.indexOf(index)] ?? ''),
        );
        const expected = apply(rows, straight);
        expect(back.every((line, r) => line.every((cell, c) => sameCell(cell, expected[r]?.[c] ?? '')))).toBe(
          true,
        );
      }),
    );
  });

  test('a heading that is gone leaves its cells out; without Outreach ID the tab is left alone', () => {
    const rows = sheet(row('c-1')).map((line) => line.filter((_, index) => index !== at('Known by')));
    expect(planTabUpdate(rows, [row('c-1'), row('c-2')])?.added[0]).toHaveLength(
      ASSIGNMENT_COLUMNS.length - 1,
    );
    expect(
      planTabUpdate(
        rows.map((line) => line.slice(1)),
        [row('c-1')],
      ),
    ).toBeNull();
    expect(planTabUpdate([['']], [row('c-1')])).toBeNull();
  });

  test('rows and words of their own stay, and what is ours to know is refreshed', () => {
    const rows = sheet(row('c-1'));
    const line = rows[1] ?? [];
    line[at('What happened')] = 'talked';
    line[at('Task')] = 'Call the pastor';
    line[at('Due')] = 'whenever';
    rows.push(['', 'A group I met', 'Lou']);
    const update = planTabUpdate(rows, [
      row('c-1', { lastTouch: 'Nov 12, phone', nextStep: 'Waiting', task: 'Reach out' }),
    ]);
    const after = apply(rows, update ?? { edits: [], added: [], noLongerTheirs: [] });
    expect(after[1]?.[at('What happened')]).toBe('talked');
    expect(after[1]?.[at('Task')]).toBe('Call the pastor');
    expect(after[1]?.[at('Due')]).toBe('whenever');
    expect(after[1]?.[at('Last touch')]).toBe('Nov 12, phone');
    expect(after[1]?.[at('Next step')]).toBe('Waiting');
    expect(after[2]).toEqual(['', 'A group I met', 'Lou']);
  });

  test('a word of an earlier run gives way to the live formula, and the formula is not written again', () => {
    const live = row('c-1', { nextStep: '=IFERROR(INDEX(1),"")' });
    const word = planTabUpdate(sheet(row('c-1')), [live]);
    expect(word?.edits).toEqual([{ row: 2, column: at('Next step') + 1, to: live.nextStep }]);
    expect(planTabUpdate(sheet(live), [live])?.edits).toEqual([]);
    const own = sheet(row('c-1', { nextStep: 'ask her sister' }));
    expect(planTabUpdate(own, [live])?.edits).toEqual([]);
  });
});

test('a tab’s name is never longer than Sheets allows', () => {
  expect(assignmentTabName('Ana')).toBe('→ Ana');
  expect(assignmentTabName('x'.repeat(200))).toHaveLength(100);
});

test('a tab’s name is one line, and no character of it is cut in half', () => {
  expect(assignmentTabName('Ana\r\nRuiz\u2028 \u0007Ortiz')).toBe('→ Ana Ruiz Ortiz');
  expect(assignmentTabName(`${'x'.repeat(97)}😀`)).toBe(`→ ${'x'.repeat(97)}`);
});

test('ways to reach somebody that fill more than a cell are left out from the last one', () => {
  const long = row('c-1', {
    contact: contact({
      outreachId: 'c-1',
      email: 'a@example.org',
      phone: '1',
      otherChannel: 'x'.repeat(50_000),
    }),
  });
  expect(assignmentCells(long)[at('How to reach them')]).toBe('a@example.org\n1');
  const only = row('c-1', { contact: contact({ outreachId: 'c-1', otherChannel: 'x'.repeat(50_000) }) });
  expect(assignmentCells(only)[at('How to reach them')]).toHaveLength(50_000);
});
