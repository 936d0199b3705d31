// The weekly reminder's text, and what the file keeps about a week.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { leadReminder, reminderItem, volunteerReminder, type ReminderItem } from '../../src/people/reminder';
import { figuresOf, readWeek, takeWeek, type ReminderWeek } from '../../src/people/reminderWeek';
import { deadlineOf } from '../../src/people/deadlines';
import { stateOf } from '../../src/touches/state';
import { addDays, day, type Day } from '../../src/values/day';
import { DEFAULT_SETTINGS } from '../../src/workbook/readSettings';
import { contact } from '../workbook/samples';

const TODAY = day('2026-11-16');
const SHEET = { campaign: 'Care for All', url: 'https://sheets.example.org/x/edit' };

function itemOf(
  given: Parameters<typeof contact>[0],
  meeting: Day | null = null,
  ask = '',
): ReminderItem | null {
  const one = contact(given);
  const settings = { ...DEFAULT_SETTINGS, nextMeeting: meeting };
  return reminderItem(
    {
      contact: one,
      organization: one.text.organization,
      state: stateOf(one, [], settings, TODAY, 'en_US'),
      task: 'Reach out',
      deadline: one.text.owner === '' ? null : deadlineOf(one, meeting, null, TODAY, 'en_US', true),
      link: `${SHEET.url}#gid=0&range=A5`,
      ask,
    },
    TODAY,
  );
}

const item = (more: Partial<ReminderItem> = {}): ReminderItem => ({
  urgency: 'due',
  organization: 'Amity',
  id: 'ab12cd34ef',
  what: 'Follow up, no answer for 9 days',
  owner: 'Bo',
  link: `${SHEET.url}#gid=0&range=A5`,
  late: 9,
  ...more,
});

describe('what is named', () => {
  test('an overdue task with its days, one that is due with the days that are left', () => {
    const own = { organization: 'Amity', owner: 'Bo' };
    expect(itemOf({ ...own, due: '2026-11-09' })).toMatchObject({
      urgency: 'overdue',
      what: 'Reach out, overdue since Nov 9 (7 days)',
      late: 7,
    });
    expect(itemOf({ ...own, due: '2026-11-19', task: 'Research' })).toMatchObject({
      urgency: 'due',
      what: 'Research, due on Nov 19 (in 3 days)',
    });
    expect(itemOf({ ...own, due: '2026-11-30' })).toBeNull();
    expect(itemOf(own, day('2026-11-20'))?.what).toBe('Reach out, due on Nov 20 (in 4 days)');
  });

  test('an ask that is due, beside a task or alone', () => {
    const ask = 'endorsement, asked on Nov 3';
    const own = { organization: 'Amity', owner: 'Bo' };
    expect(itemOf({ ...own, due: '2026-11-19' }, null, ask)?.what).toBe(
      'Reach out, due on Nov 19 (in 3 days), open ask: endorsement, asked on Nov 3',
    );
    expect(itemOf(own, null, ask)).toMatchObject({ urgency: 'due' });
    expect(itemOf(own)).toBeNull();
  });

  test('a follow-up, with an owner or without, and its task beside it', () => {
    const written = {
      organization: 'Amity',
      email: 'a@example.org',
      lastContacted: { day: day('2026-11-03'), time: null },
      attempts: 1,
    };
    expect(itemOf(written)?.what).toBe('Follow up, no answer for 13 days');
    expect(itemOf({ ...written, owner: 'Bo', due: '2026-11-15' })).toMatchObject({
      urgency: 'overdue',
      what: 'Follow up, no answer for 13 days; overdue since Nov 15 (1 day)',
    });
  });

  test('whatever stands in the cells, an item is one line', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (organization, owner, task) => {
        // Blanks alone are nobody, and nobody has a task.
        const found = itemOf({ organization, owner: `${owner} Bo`, task, due: '2026-11-09' });
        for (const text of [found?.organization, found?.owner, found?.what])
          expect(text).not.toMatch(/[\r\n\u2028\u2029]/);
        expect((found?.organization ?? '').length).toBeLessThanOrEqual(120);
      }),
    );
  });
});

describe('the message', () => {
  test('has overdue before due, the latest first, each with its link and Outreach ID', () => {
    const items = [
      item(),
      item({ organization: 'Cedar', late: 12, id: '' }),
      item({ organization: 'Elm', urgency: 'overdue', late: 1 }),
    ];
    const { subject, body } = volunteerReminder('Bo', items, SHEET) ?? { subject: '', body: '' };
    expect(subject).toBe('Your contacts this week: 1 overdue, 2 due (Care for All)');
    const at = ['Overdue: 1', 'Elm', 'Due now', 'Cedar', 'Amity', 'The sheet: '].map((text) =>
      body.indexOf(text),
    );
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(body).toContain(
      '- Amity: Follow up, no answer for 9 days. https://sheets.example.org/x/edit#gid=0&range=A5 (Outreach ID ab12cd34ef)',
    );
    expect(body).toContain('range=A5\n');
  });

  test('is none for a volunteer with nothing to do, and short for a lead', () => {
    expect(volunteerReminder('Bo', [], SHEET)).toBeNull();
    const { subject, body } = leadReminder([], 0, [], { ...SHEET, campaign: '' });
    expect(subject).toBe('This week: nothing is due');
    expect(body.length).toBeLessThan(300);
  });

  test('counts what is too long to list, and says what happened last week', () => {
    const many = Array.from({ length: 400 }, (_, n) => item({ organization: `Group ${n}`, late: n }));
    const { body } = leadReminder(many, 3, ['The reminder before: Mon, Nov 9, 2026: 2 sent.'], SHEET);
    expect(body).toContain('Due now or within a week: 400');
    expect(body).toContain('and 375 more in the sheet');
    expect(body).toContain('Group 399: Follow up, no answer for 9 days, Bo.');
    expect(body).toContain('The reminder before');
  });
});

describe('what is kept of a week', () => {
  const MONDAY = day('2026-11-16');
  const kept: ReminderWeek = {
    week: MONDAY,
    account: 'a',
    done: false,
    lead: '1f',
    marks: { '1f': 'sent', '2e': 'sending' },
  };

  test('reads back as it was written; anything else is nothing', () => {
    expect(readWeek(JSON.stringify(kept))).toEqual(kept);
    for (const text of [undefined, '', '{}', 'null', '7', '[]', '{"week":"soon"}'])
      expect(readWeek(text)).toBeNull();
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(() => readWeek(text)).not.toThrow();
      }),
    );
  });

  test('belongs to the first run; others go on only where it was cut off, and keep its marks', () => {
    expect(takeWeek(null, MONDAY, 'b')).toEqual({
      week: MONDAY,
      account: 'b',
      done: false,
      lead: '',
      marks: {},
    });
    expect(takeWeek(kept, MONDAY, 'b')).toEqual({ ...kept, account: 'b' });
    expect(takeWeek({ ...kept, done: true }, MONDAY, 'b')).toBeNull();
    expect(takeWeek({ ...kept, done: true }, addDays(MONDAY, 7), 'b')).toMatchObject({
      done: false,
      marks: {},
    });
    expect(takeWeek(kept, addDays(MONDAY, -7), 'b')).toBeNull();
  });

  test('a message that was begun and never ended may have left', () => {
    expect(figuresOf(kept)).toEqual({ sent: 1, unsure: ['2e'], failed: [] });
  });
});
