// Who is due, quiet, waiting or through, and the sentence why.
import { describe, expect, test } from '@jest/globals';
import { staleReport } from '../../src/touches/dueList';
import { stateOf } from '../../src/touches/state';
import { whyDue } from '../../src/touches/whyDue';
import type { LogEntry } from '../../src/touches/log';
import { contactOf, entry, on, settingsOf, TODAY } from './samples';

const settings = settingsOf();

describe('the list of stale contacts', () => {
  const contacts = [
    contactOf({ organization: 'Amity Street Church', lastContacted: on('2026-11-03') }, 'a', 2),
    contactOf({ organization: 'Cedar Hill', lastContacted: on('2026-10-29'), attempts: 2 }, '', 3),
    contactOf({ organization: 'Old Mill', lastContacted: on('2026-09-01') }, 'c', 4),
    contactOf({ organization: 'Tern Island', status: 'Waiting', nextFollowUp: on('2026-11-20') }, 'd', 5),
    contactOf({ organization: 'Green Thimble', lastContacted: 'soon' }, 'e', 6),
    contactOf({ organization: 'Paper Lantern', lastContacted: on('2026-11-09') }, 'f', 7),
    contactOf({ organization: 'New Place' }, 'g', 8),
    contactOf({ organization: 'Partner Place', status: 'Partner', lastContacted: on('2026-09-01') }, 'h', 9),
    contactOf({ organization: 'No Place', answer: 'no thanks', lastContacted: on('2026-11-01') }, 'i', 10),
    contactOf({ organization: 'Logged Place' }, 'j', 11),
  ];
  const log = [entry('2026-11-02', { contact: 'j', organization: 'Logged Place' })];
  const report = staleReport(contacts, log, settings, TODAY, 'en_US');

  test('names each due contact with its step and reason, the longest silence first', () => {
    expect(report.due).toEqual([
      {
        row: 3,
        id: null,
        organization: 'Cedar Hill',
        days: 14,
        reason: '2 e-mails, no answer since Oct 29',
        step: 'Call them',
      },
      {
        row: 11,
        id: 'j',
        organization: 'Logged Place',
        days: 10,
        reason: 'No answer for 10 days',
        step: 'Follow up',
      },
      {
        row: 2,
        id: 'a',
        organization: 'Amity Street Church',
        days: 9,
        reason: 'No answer for 9 days',
        step: 'Follow up',
      },
    ]);
  });

  test('lists the quiet, the waiting and the unreadable apart', () => {
    expect(report.quiet).toMatchObject([{ row: 4, step: 'Gone quiet', days: 72 }]);
    expect(report.waiting).toEqual([
      { row: 5, organization: 'Tern Island', reason: 'Waiting until Nov 20', until: '2026-11-21' },
    ]);
    expect(report.check).toMatchObject([{ row: 6, reason: 'Last contacted cannot be read: “soon”' }]);
  });

  test('every contact is counted once', () => {
    const { due, quiet, waiting, check, done, stillTime, untouched } = report;
    expect({ done, stillTime, untouched }).toEqual({ done: 2, stillTime: 1, untouched: 1 });
    expect(due.length + quiet.length + waiting.length + check.length + done + stillTime + untouched).toBe(
      contacts.length,
    );
  });

  test('says when the next one comes due', () => {
    expect(report.nextDue).toBe('2026-11-16');
  });

  test('ten thousand contacts with a log take moments', () => {
    const many = Array.from({ length: 10_000 }, (_, i) =>
      contactOf({ organization: `Group ${i}`, lastContacted: on('2026-11-03') }, `id${i}`, i + 2),
    );
    const lines = many.flatMap((c): LogEntry[] => [
      entry('2026-11-03', { contact: c.outreachId }),
      entry('2026-10-20', { contact: c.outreachId }),
    ]);
    const start = performance.now();
    expect(staleReport(many, lines, settings, TODAY, 'en_US').due).toHaveLength(10_000);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe('why is this due', () => {
  const why = (cells: Parameters<typeof contactOf>[0], log: LogEntry[] = [], over = {}) => {
    const contact = contactOf(cells);
    const all = settingsOf(over);
    return whyDue(contact, stateOf(contact, log, all, TODAY, 'en_US'), all, TODAY);
  };

  test('says since when, after which touch, and the patience of that kind of group', () => {
    expect(why({ category: 'Faith group' }, [entry('2026-11-05')])).toBe(
      'Due today: no answer to your e-mail of Nov 5, and faith groups get 7 days.',
    );
    expect(
      why({ category: 'Union' }, [entry('2026-11-01', { channel: 'phone', kind: 'left a message' })], {
        followUpDaysByCategory: { union: 10 },
      }),
    ).toBe('Due since yesterday: no answer to your call of Nov 1, and unions get 10 days.');
    expect(why({ lastContacted: on('2026-11-01') })).toBe(
      'Due since Nov 8: no answer to your last touch of Nov 1, and the wait is 7 days.',
    );
  });

  test('names the last e-mail, and another way after it', () => {
    const two = [entry('2026-10-20'), entry('2026-11-03')];
    expect(why({ category: 'unions' }, two)).toContain('This is the last e-mail.');
    expect(why({}, two)).toBe(
      'Due since Nov 10: 2 of 2 e-mails are sent, and no answer to your e-mail of Nov 3. Try another way.',
    );
  });

  test('gone quiet proposes a call', () => {
    expect(why({ lastContacted: on('2026-10-01') })).toMatch(
      /^Gone quiet: nothing for 42 days since .* a call/,
    );
  });

  test('what is not due says its short sentence', () => {
    expect(why({ status: 'Waiting', nextFollowUp: on('2026-11-20') })).toBe('Waiting until Nov 20.');
    expect(why({})).toBe('Not contacted yet.');
    expect(why({}, [entry('2026-11-01', { result: 'unknown' })])).toMatch(/^Nobody knows yet whether/);
  });
});
