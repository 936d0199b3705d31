// A touch that can be taken out of a row of a volunteer's tab by what the row itself says.
import { describe, expect, test } from '@jest/globals';
import { ASSIGNMENT_COLUMNS, type AssignmentColumn } from '../../../src/people/assignmentTab';
import { freshRow, NEW_HEAD } from '../../../src/people/sync/freshRow';
import { touchesInRows } from '../../../src/people/sync/touchInRow';
import type { Cell } from '../../../src/values/cell';
import { day } from '../../../src/values/day';
import { contact } from '../../workbook/samples';

const TAB = 21;
const TODAY = day('2026-11-12');
const LAST = day('2026-11-03');

const rowOf = (id: string, more: Partial<Record<AssignmentColumn, Cell>> = {}): Cell[] => {
  const cells = freshRow(
    {
      contact: contact({ outreachId: id, organization: `Group ${id}` }),
      task: 'Follow up',
      due: null,
      nextStep: 'Follow up',
      lastTouch: LAST,
    },
    TAB,
    NEW_HEAD,
  );
  for (const [name, cell] of Object.entries(more))
    cells[ASSIGNMENT_COLUMNS.indexOf(name as AssignmentColumn)] = cell;
  return cells;
};
const found = (...rows: readonly Cell[][]) =>
  touchesInRows([[...ASSIGNMENT_COLUMNS, 'Outreach record'], ...rows], NEW_HEAD, TAB, TODAY, 'en_US').map(
    ({ row, id, touch, lastTouch }) => ({ row, id, ...touch, lastTouch }),
  );
const RECORD = ASSIGNMENT_COLUMNS.length;

describe('a touch in a row', () => {
  test('is of today where the day beside it stands as the add-on left it', () => {
    expect(found(rowOf('c-1'), rowOf('c-2', { 'What happened': 'talked' }))).toEqual([
      { row: 3, id: 'c-2', outcome: 'talked', day: TODAY, until: null, lastTouch: LAST },
    ]);
  });

  test('is of the day that somebody typed', () => {
    const typed = { 'What happened': 'no answer', When: { day: day('2026-11-10'), time: null } };
    expect(found(rowOf('c-1', typed))).toMatchObject([{ day: '2026-11-10', lastTouch: null }]);
  });

  test('is left where the word or the day is not clear', () => {
    expect(found(rowOf('c-1', { 'What happened': 'rang twice' }))).toEqual([]);
    expect(found(rowOf('c-1', { 'What happened': 'wait until …' }))).toEqual([]);
  });

  test('is left where the row’s record is lost, of another row or of another tab', () => {
    const lost = rowOf('c-1', { 'What happened': 'talked' });
    lost[RECORD] = 'scribble';
    const others = rowOf('c-1', { 'What happened': 'talked' });
    others[RECORD] = rowOf('c-2')[RECORD] ?? '';
    expect(found(lost)).toEqual([]);
    expect(found(others)).toEqual([]);
    expect(
      touchesInRows([[], rowOf('c-1', { 'What happened': 'talked' })], NEW_HEAD, 22, TODAY, 'en_US'),
    ).toEqual([]);
  });

  test('is left where the Outreach ID stands twice', () => {
    const one = rowOf('c-1', { 'What happened': 'talked' });
    expect(found(one, rowOf('c-1'))).toEqual([]);
  });
});
