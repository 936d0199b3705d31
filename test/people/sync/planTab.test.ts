// A volunteer's tab against the contacts: what goes where, row by row, whatever people did to the tab meanwhile.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  ASSIGNMENT_COLUMNS,
  type AssignmentColumn,
  type AssignmentRow,
} from '../../../src/people/assignmentTab';
import { freshRow, NEW_HEAD } from '../../../src/people/sync/freshRow';
import { newRecord, planTab, takeTouch, type RowPlan, type TabInput } from '../../../src/people/sync/planTab';
import { lostRecord, readRecord, writeRecord } from '../../../src/people/sync/record';
import { readTabHead, recordHeading, type TabHead } from '../../../src/people/sync/tabHead';
import { cellText, type Cell } from '../../../src/values/cell';
import { day } from '../../../src/values/day';
import { contact, type Given } from '../../workbook/samples';

const TAB = 21;
const TODAY = day('2026-11-12');
const row = (id: string, given: Given = {}, more: Partial<AssignmentRow> = {}): AssignmentRow => ({
  contact: contact({
    outreachId: id,
    organization: `Group ${id}`,
    contactName: 'Ruth',
    notes: 'one',
    ...given,
  }),
  task: 'Follow up',
  due: day('2026-11-19'),
  nextStep: 'Follow up',
  lastTouch: day('2026-11-03'),
  ...more,
});
const TIES = { tab: TAB, volunteer: 'Bo', contacts: 1, log: 2, headings: {}, ids: [] };
const tabOf = (...rows: readonly AssignmentRow[]): Cell[][] => [
  [...ASSIGNMENT_COLUMNS, recordHeading(TIES)],
  ...rows.map((one) => freshRow(one, TAB, NEW_HEAD)),
];
const at = (column: AssignmentColumn) => ASSIGNMENT_COLUMNS.indexOf(column);
const headOf = (rows: Cell[][]): TabHead => {
  const head = readTabHead(rows);
  if (head === null) throw new Error('The tab has its headings.');
  return head;
};
const plan = (rows: Cell[][], contacts: readonly AssignmentRow[], more: Partial<TabInput> = {}): RowPlan[] =>
  planTab({
    rows,
    head: headOf(rows),
    tab: TAB,
    contacts: new Map(contacts.map((one) => [one.contact.outreachId, one])),
    takes: () => true,
    worth: (tab) => (tab === TAB ? 'marks' : 'left alone'),
    today: TODAY,
    locale: 'en_US',
    refresh: true,
    choices: [],
    ...more,
  });
const only = (rows: Cell[][], contacts: readonly AssignmentRow[], more: Partial<TabInput> = {}): RowPlan => {
  const [first, ...rest] = plan(rows, contacts, more);
  if (first === undefined || rest.length > 0) throw new Error('One row was expected.');
  return first;
};
/** The tab once the plans are written. */
function written(rows: Cell[][], plans: readonly RowPlan[]): Cell[][] {
  const head = headOf(rows);
  const after = rows.map((line) => [...line]);
  for (const one of plans) {
    const line = after[one.row - 1] ?? [];
    for (const { column, to } of one.cells) line[column - 1] = to;
    line[head.record - 1] = newRecord(one, rows, head) ?? line[head.record - 1] ?? '';
  }
  return after;
}
const typed = (rows: Cell[][], column: AssignmentColumn, to: Cell, line = 1): Cell[][] =>
  rows.map((cells, index) =>
    index === line ? cells.map((cell, c) => (c === at(column) ? to : cell)) : cells,
  );

describe('one row', () => {
  test('as it was written has nothing to say, whatever its columns’ order', () => {
    const order = fc.shuffledSubarray([...ASSIGNMENT_COLUMNS.keys(), NEW_HEAD.record - 1], {
      minLength: NEW_HEAD.record,
    });
    fc.assert(
      fc.property(order, (places) => {
        const rows = tabOf(row('c-1')).map((line) => places.map((place) => line[place] ?? ''));
        const one = only(rows, [row('c-1')]);
        expect(one).toMatchObject({ home: [], cells: [], conflicts: [], touch: null });
        expect(newRecord(one, rows, headOf(rows))).toBeNull();
      }),
    );
  });

  test('a change in the tab goes home, and stays on its way until it has landed', () => {
    const rows = typed(tabOf(row('c-1')), 'Contact name', 'Noor');
    const one = only(rows, [row('c-1')]);
    expect(one.home).toMatchObject([{ field: 'contactName', to: 'Noor' }]);
    expect(only(written(rows, [one]), [row('c-1')]).home).toHaveLength(1);
    const landed = row('c-1', { contactName: 'Noor' });
    const after = written(rows, [only(rows, [landed])]);
    expect(only(after, [landed])).toMatchObject({ home: [], cells: [], conflicts: [] });
  });

  test('a change in the contacts comes into the tab', () => {
    const now = row('c-1', { contactName: 'Lena' });
    expect(only(tabOf(row('c-1')), [now]).cells).toEqual([{ column: at('Contact name') + 1, to: 'Lena' }]);
  });

  test('a task that was worked out and that somebody clears is shown again, and a task in the contacts is no question', () => {
    const rows = typed(tabOf(row('c-1')), 'Task', '');
    const one = only(rows, [row('c-1')]);
    expect(one).toMatchObject({ home: [], conflicts: [], cells: [{ to: 'Follow up' }] });
    const now = row('c-1', { task: 'Research' }, { task: 'Research' });
    expect(only(rows, [now])).toMatchObject({ home: [], conflicts: [{ column: 'Task' }] });
    expect(only(written(rows, [one]), [now])).toMatchObject({ conflicts: [], cells: [{ to: 'Research' }] });
  });

  test('changed on both sides stays on both, until somebody chooses between these very texts', () => {
    const rows = typed(tabOf(row('c-1')), 'Contact name', 'Noor');
    const now = [row('c-1', { contactName: 'Lena' })];
    const one = only(rows, now);
    expect(one).toMatchObject({ home: [], cells: [], conflicts: [{ tab: 'Noor', contacts: 'Lena' }] });
    const choice = { id: 'c-1', column: 'Contact name', keep: 'tab' as const, tab: 'Noor', contacts: 'Lena' };
    expect(only(rows, now, { choices: [choice] }).home).toMatchObject([{ to: 'Noor' }]);
    expect(only(rows, now, { choices: [{ ...choice, keep: 'contacts' }] }).cells).toMatchObject([
      { to: 'Lena' },
    ]);
    expect(only(rows, now, { choices: [{ ...choice, tab: 'Nora' }] }).conflicts).toHaveLength(1);
  });

  test('an organization’s name that was emptied in the tab is asked about, never taken away', () => {
    const one = only(typed(tabOf(row('c-1')), 'Organization', ''), [row('c-1')]);
    expect(one).toMatchObject({ home: [], conflicts: [{ column: 'Organization', tab: '' }] });
  });

  test('a worked-out task or day gives way to what somebody typed, and is refreshed where nobody did', () => {
    const moved = row('c-1', {}, { task: 'Reach out', due: day('2026-12-03') });
    expect(only(tabOf(row('c-1')), [moved]).cells).toEqual([
      { column: at('Task') + 1, to: 'Reach out' },
      { column: at('Due') + 1, to: { day: '2026-12-03', time: null } },
    ]);
    const own = typed(tabOf(row('c-1')), 'Task', 'Call the pastor');
    expect(only(own, [moved]).home).toMatchObject([{ field: 'task', to: 'Call the pastor' }]);
    expect(only(own, [moved], { takes: (field) => field !== 'task' })).toMatchObject({
      home: [],
      unplaced: [],
    });
    expect(only(own, [moved], { refresh: false }).home).toMatchObject([{ field: 'task' }]);
    expect(only(tabOf(row('c-1')), [moved], { refresh: false })).toMatchObject({ home: [], cells: [] });
  });

  test('a change for which the contacts have no column is named', () => {
    const one = only(typed(tabOf(row('c-1')), 'Known by', 'Dee'), [row('c-1')], { takes: () => false });
    expect(one).toMatchObject({ home: [], unplaced: ['Known by'] });
  });

  test('notes are joined, first in the contacts and then here', () => {
    const rows = typed(tabOf(row('c-1')), 'Notes', 'one\nfrom the tab');
    const [edit] = only(rows, [row('c-1', { notes: 'one\nfrom the lead' })]).home;
    expect(
      cellText(edit?.to ?? '')
        .split('\n')
        .sort(),
    ).toEqual(['from the lead', 'from the tab', 'one']);
    const joined = row('c-1', { notes: edit?.to ?? '' });
    const after = written(rows, [only(rows, [joined])]);
    expect(after[1]?.[at('Notes')]).toBe(edit?.to);
    expect(only(after, [joined])).toMatchObject({ home: [], cells: [] });
  });

  test('whom to ask first stands in the place of our formula, not of theirs', () => {
    const asked = { ...row('c-1'), nextStep: 'Ask Bo first' };
    const ours = '=IFERROR(INDEX(Contacts!$N:$N;MATCH(INDEX($A:$A;ROW());Contacts!$O:$O;0));"")';
    const rows = (formula: string) => typed(tabOf(row('c-1')), 'Next step', formula);
    const other = ours.replace('INDEX(', 'IF(TRUE;"Bowed out";INDEX(');
    for (const formula of [ours, other])
      expect(only(rows(formula), [asked]).cells).toEqual([
        { column: at('Next step') + 1, to: 'Ask Bo first' },
      ]);
    expect(only(rows('=A1'), [asked]).cells).toEqual([]);
    expect(only(rows(ours), [asked], { refresh: false }).cells).toEqual([]);
    expect(only(rows('Ask Bo first'), [asked], { refresh: false }).cells).toEqual([]);
    const again = { ...row('c-1'), nextStep: ours };
    expect(only(rows('Ask Bo first'), [again]).cells).toEqual([{ column: at('Next step') + 1, to: ours }]);
  });

  test('a word typed over the next step gives way, a formula stays', () => {
    const rows = typed(tabOf(row('c-1')), 'Next step', 'my own');
    expect(only(rows, [row('c-1')]).cells).toEqual([{ column: at('Next step') + 1, to: 'Follow up' }]);
    expect(only(typed(rows, 'Next step', '=A1'), [row('c-1')]).cells).toEqual([]);
  });

  test('without its record a difference is a question, and sameness is none', () => {
    const rows = tabOf(row('c-1')).map((line, index) =>
      index === 0 ? line : [...line.slice(0, -1), 'scribble'],
    );
    expect(only(rows, [row('c-1')]).conflicts).toEqual([]);
    expect(only(rows, [row('c-1', { contactName: 'Lena' })]).conflicts).toHaveLength(1);
  });

  test('the record of another row, of another tab, or a row that stands twice carries nothing', () => {
    const other = tabOf(row('c-2'));
    const swapped = [...tabOf(row('c-1'))];
    swapped[1] = [...(swapped[1] ?? []).slice(0, -1), other[1]?.[NEW_HEAD.record - 1] ?? ''];
    expect(only(swapped, [row('c-1', { contactName: 'Lena' })]).conflicts).toHaveLength(1);
    expect(plan(tabOf(row('c-1')), [row('c-1')], { tab: 22, worth: () => 'left alone' })).toEqual([]);
    expect(plan(tabOf(row('c-1'), row('c-1')), [row('c-1')])).toEqual([]);
  });
});

describe('what happened', () => {
  const rows = typed(tabOf(row('c-1')), 'What happened', 'talked');

  test('is a touch of today while the day stands as it was left, and of the typed day where one was typed', () => {
    expect(only(rows, [row('c-1')]).touch).toEqual({ outcome: 'talked', day: TODAY, until: null });
    const dated = typed(rows, 'When', { day: day('2026-11-10'), time: null });
    expect(only(dated, [row('c-1')]).touch).toMatchObject({ day: '2026-11-10' });
    const future = typed(rows, 'When', { day: day('2026-11-13'), time: null });
    expect(only(future, [row('c-1')])).toMatchObject({ touch: null, unclear: { why: 'day' } });
  });

  test('waits for a day after today where it says to wait', () => {
    const wait = typed(rows, 'What happened', 'wait until …');
    expect(only(wait, [row('c-1')])).toMatchObject({ touch: null, unclear: { why: 'no day' } });
    const dated = typed(wait, 'When', { day: day('2026-12-01'), time: null });
    expect(only(dated, [row('c-1')]).touch).toEqual({
      outcome: 'wait until',
      day: TODAY,
      until: '2026-12-01',
    });
  });

  test('taken out of the row it leaves the day, and the record keeps it until it is in the log', () => {
    const one = takeTouch(only(rows, [row('c-1')]), headOf(rows), '09:12');
    const after = written(rows, [one]);
    expect(after[1]?.[at('What happened')]).toBe('');
    expect(after[1]?.[at('When')]).toEqual({ day: TODAY, time: null });
    const again = only(after, [row('c-1', {}, { lastTouch: TODAY })]);
    expect(again.touch).toBeNull();
    expect(again.known.touches).toEqual([
      { entryId: again.known.last, outcome: 'talked', day: TODAY, time: '09:12', until: '' },
    ]);
    expect(again.known.last).toMatch(/^t-[0-9a-z]+$/);
  });
});

describe('a record', () => {
  test('reads back as it was written', () => {
    const mark = fc.oneof(fc.constant(null), fc.stringMatching(/^[0-9a-z]{8}$/));
    fc.assert(
      fc.property(mark, fc.array(fc.string()), fc.nat(), (one, notes, tab) => {
        const record = { ...lostRecord(tab, 'c-1'), notes, when: one };
        expect(readRecord(writeRecord(record))).toEqual(record);
      }),
    );
  });

  test('anything else that stands there is none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readRecord(text)).toBeNull();
      }),
    );
    expect(readRecord('[1,2]')).toBeNull();
  });

  test('of very long notes gives their marks up rather than not fit into its cell', () => {
    const notes = Array.from({ length: 9000 }, (_, index) => `mark${index}`);
    const text = writeRecord({ ...lostRecord(1, 'c-1'), notes });
    expect(text.length).toBeLessThan(50_000);
    expect(readRecord(text)?.notes).toBeNull();
  });
});
