// A volunteer's tab: its name, and what a contact shows in it.
import { expect, test } from '@jest/globals';
import { assignmentTabName, shownCells } from '../../src/people/assignmentTab';
import { day } from '../../src/values/day';
import { contact } from '../workbook/samples';

const shown = (given: Parameters<typeof contact>[0], due: string | null = '2026-11-19') =>
  shownCells({
    contact: contact({ outreachId: 'c-1', ...given }),
    task: 'Follow up',
    due: due === null ? null : day(due),
    nextStep: 'Call them',
    lastTouch: day('2026-11-03'),
  });

test('a tab’s name is never longer than Sheets allows', () => {
  expect(assignmentTabName('Ana')).toBe('→ Ana');
  expect(assignmentTabName('x'.repeat(200))).toHaveLength(100);
});

test('a tab’s name is one line, and no character of it is cut in half', () => {
  expect(assignmentTabName('Ana\r\nRuiz\u2028 \u0007Ortiz')).toBe('→ Ana Ruiz Ortiz');
  expect(assignmentTabName(`${'x'.repeat(97)}😀`)).toBe(`→ ${'x'.repeat(97)}`);
});

test('a contact shows whom, how, why and until when; what happened is the volunteer’s to fill', () => {
  expect(
    shown({
      organization: 'Amity',
      contactName: 'Ruth',
      email: 'ruth@amity.example.org',
      phone: '555-0101',
      notes: 'a\nb',
    }),
  ).toEqual({
    'Outreach ID': 'c-1',
    Organization: 'Amity',
    'Contact name': 'Ruth',
    'How to reach them': 'ruth@amity.example.org\n555-0101',
    'Known by': '',
    Task: 'Follow up',
    Due: { day: '2026-11-19', time: null },
    'Next step': 'Call them',
    'What happened': '',
    When: { day: '2026-11-03', time: null },
    Notes: 'a\nb',
  });
});

test('who has no organization is shown by name, and a due date that is text stays text', () => {
  expect(shown({ contactName: 'Ruth', due: 'by Easter' }, null)).toMatchObject({
    Organization: 'Ruth',
    Due: 'by Easter',
  });
});

test('ways to reach somebody that fill more than a cell are left out from the last one', () => {
  const long = { email: 'a@example.org', phone: '1', otherChannel: 'x'.repeat(50_000) };
  expect(shown(long)['How to reach them']).toBe('a@example.org\n1');
  expect(shown({ otherChannel: 'x'.repeat(50_000) })['How to reach them']).toHaveLength(50_000);
});
