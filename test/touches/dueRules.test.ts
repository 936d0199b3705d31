// Design section 2, "When a row is due, exactly": each numbered sentence, for the row alone and with the log.
import { describe, expect, test } from '@jest/globals';
import type { Cell } from '../../src/values/cell';
import { addDays, day } from '../../src/values/day';
import type { Field } from '../../src/reading/fields';
import type { LogEntry } from '../../src/touches/log';
import { rowWord } from '../../src/touches/rowWord';
import { stateOf } from '../../src/touches/state';
import type { ContactState } from '../../src/touches/step';
import type { Settings } from '../../src/workbook/settings';
import { contactOf, entry, on, settingsOf, theirs, TODAY } from './samples';

type Row = Partial<Record<Field, Cell>>;

function word(row: Row, settings: Partial<Settings> = {}, today = TODAY) {
  return rowWord(contactOf(row), settingsOf(settings), today);
}

function state(
  row: Row,
  log: LogEntry[] = [],
  settings: Partial<Settings> = {},
  today = TODAY,
): ContactState {
  return stateOf(contactOf(row), log, settingsOf(settings), today, 'en_US');
}

const STOPPING = [
  'In conversation',
  'Endorsed',
  'Partner',
  'Observer',
  'Declined',
  'Bowed out',
  'Unreachable',
];

describe('rule 1: a touch is stale from the day exactly the follow-up days after it', () => {
  test('written on the 5th, due on the 12th, not on the 11th', () => {
    const row = { lastContacted: on('2026-11-05') };
    expect(word(row, {}, day('2026-11-11'))).toBe('');
    expect(word(row, {}, day('2026-11-12'))).toBe('Follow up');
    expect(state({}, [entry('2026-11-05')], {}, day('2026-11-11')).word).toBe('');
    expect(state({}, [entry('2026-11-05')]).word).toBe('Follow up');
    expect(state({}, [entry('2026-11-05')], {}, day('2026-11-11')).dueFrom).toBe('2026-11-12');
  });

  test('a time of day does not move the day, in either cell', () => {
    expect(word({ lastContacted: on('2026-11-05', '23:59') })).toBe('Follow up');
    expect(word({ lastContacted: on('2026-11-12', '23:59') })).toBe('');
  });

  test('a category has its own patience', () => {
    const settings = { followUpDaysByCategory: { union: 10 } };
    expect(word({ category: ' UNION ', lastContacted: on('2026-11-03') }, settings)).toBe('');
    expect(word({ category: 'Union', lastContacted: on('2026-11-02') }, settings)).toBe('Follow up');
    expect(word({ category: 'Faith', lastContacted: on('2026-11-03') }, settings)).toBe('Follow up');
  });
});

describe('rule 2: what the row’s last touch is', () => {
  test('the later of first and last contacted counts', () => {
    expect(word({ firstContacted: on('2026-11-10'), lastContacted: on('2026-10-30') })).toBe('');
    expect(word({ firstContacted: on('2026-10-30') })).toBe('Follow up');
  });

  test('no other date column is a touch', () => {
    expect(word({ due: on('2026-10-30') })).toBe('');
    expect(word({ theirNextMeeting: on('2026-10-30') })).toBe('');
    expect(word({ nextFollowUp: on('2026-10-30') })).toBe('');
  });

  test.each<[string, Row]>([
    ['text', { lastContacted: 'soon' }],
    ['text in one of the two', { firstContacted: 'last week', lastContacted: on('2026-10-30') }],
    ['a day typed as text', { lastContacted: '11/5/2026' }],
    ['later than today', { lastContacted: on('2026-11-13') }],
    [
      'later than today beside a good one',
      { firstContacted: on('2026-11-13'), lastContacted: on('2026-10-30') },
    ],
    ['an error', { lastContacted: '#N/A' }],
    ['a small number', { lastContacted: 3 }],
  ])('%s gives “Check date”', (_, row) => {
    expect(word(row)).toBe('Check date');
    expect(state(row).word).toBe('Check date');
    expect(state(row).next).toBeNull();
  });

  test('today itself is no future, and a blank date is not an old date', () => {
    expect(word({ lastContacted: on('2026-11-12') })).toBe('');
    expect(word({})).toBe('');
    expect(word({ lastContacted: ' \u00a0 ', attempts: 2 })).toBe('');
  });

  test('a number that lost its date format is still the day', () => {
    expect(word({ lastContacted: 46331 })).toBe(word({ lastContacted: on('2026-11-05') }));
  });

  test('where the row has text and the log can be read, the log counts and the column still says “Check date”', () => {
    const row = { lastContacted: 'early November' };
    expect(word(row)).toBe('Check date');
    expect(state(row, [entry('2026-11-03')])).toMatchObject({
      word: 'Follow up',
      lastTouch: '2026-11-03',
      days: 9,
    });
  });

  test('text never ends in silence, whatever else stops the row', () => {
    expect(word({ lastContacted: 'soon', status: 'Endorsed' })).toBe('Check date');
    expect(word({ lastContacted: 'soon', answer: 'no thanks' })).toBe('Check date');
  });

  test('the newest of log and row counts', () => {
    expect(state({ lastContacted: on('2026-11-10') }, [entry('2026-10-30')])).toMatchObject({
      word: '',
      lastTouch: '2026-11-10',
      lastTouchBy: 'unknown',
      lastChannel: 'unknown',
    });
    expect(state({ lastContacted: on('2026-10-30') }, [entry('2026-11-10')])).toMatchObject({
      word: '',
      lastTouch: '2026-11-10',
      lastTouchBy: 'ours',
      lastChannel: 'e-mail',
    });
  });
});

describe('rule 3: attempts count our e-mails', () => {
  test('a call, text or visit moves the date, not the count', () => {
    const log = [
      entry('2026-10-20'),
      entry('2026-11-08', { channel: 'phone', kind: 'left a message', result: '' }),
    ];
    expect(state({}, log)).toMatchObject({
      word: '',
      attempts: 1,
      lastTouch: '2026-11-08',
      lastChannel: 'phone',
    });
    expect(state({}, log, {}, day('2026-11-15'))).toMatchObject({ word: 'Follow up', attempts: 1 });
  });

  test('a blank attempts cell with a typed date counts as one', () => {
    expect(state({ lastContacted: on('2026-11-05') }).attempts).toBe(1);
    expect(state({}).attempts).toBe(0);
    expect(word({ lastContacted: on('2026-11-05') }, { emails: 1 })).toBe('Call them');
  });

  test('attempts are the larger of log and row', () => {
    const log = [entry('2026-10-20'), entry('2026-10-28')];
    expect(state({ attempts: 1 }, log).attempts).toBe(2);
    expect(state({ attempts: 5, lastContacted: on('2026-10-28') }, log).attempts).toBe(5);
  });

  test('a failed send is no touch and no attempt', () => {
    expect(state({}, [entry('2026-10-20', { result: 'failed' })])).toMatchObject({
      attempts: 0,
      lastTouch: null,
      next: 'first',
    });
  });

  test.each(['sending', 'unknown'] as const)(
    '“%s” is both, and no next message goes while it is the newest',
    (result) => {
      const unsettled = state({}, [entry('2026-11-01', { result })]);
      expect(unsettled).toMatchObject({ attempts: 1, lastTouch: '2026-11-01', unsettled: true, next: null });
      const settled = state({}, [entry('2026-10-20', { result }), entry('2026-11-01')], { emails: 3 });
      expect(settled).toMatchObject({ attempts: 2, unsettled: false, next: 'last' });
    },
  );

  test('a result in a line of its own belongs to the same message', () => {
    const messageKey = 'k1';
    const log = [
      entry('2026-11-01', { result: 'sending', messageKey, time: '10:00' }),
      entry('2026-11-01', { result: 'sent', messageKey, time: '10:01' }),
    ];
    expect(state({}, log)).toMatchObject({ attempts: 1, unsettled: false });
  });

  test('asking a warm tie is no touch of the contact', () => {
    expect(state({}, [entry('2026-11-01', { kind: 'tie asked', result: '' })])).toMatchObject({
      attempts: 0,
      lastTouch: null,
    });
  });
});

describe('rule 4: the words of the next e-mails', () => {
  const old = { lastContacted: on('2026-11-01') };

  test('the second e-mail is “Follow up”, also where it is the last', () => {
    expect(word({ ...old, attempts: 1 })).toBe('Follow up');
    expect(word({ ...old, attempts: 1 }, { emails: 5 })).toBe('Follow up');
  });

  test('“Last try” stands where a follow-up has gone and the next e-mail is the last allowed', () => {
    expect(word({ ...old, attempts: 2 }, { emails: 3 })).toBe('Last try');
    expect(word({ ...old, attempts: 2 }, { emails: 4 })).toBe('Follow up');
    expect(word({ ...old, attempts: 3 }, { emails: 4 })).toBe('Last try');
    expect(word({ ...old, attempts: 2, category: 'Unions' })).toBe('Last try');
    expect(state({ ...old, attempts: 2, category: 'Union' }).next).toBe('last');
  });

  test('“Call them” stands from the follow-up days after the last e-mail, and no mail is next', () => {
    expect(word({ ...old, attempts: 2 })).toBe('Call them');
    expect(word({ ...old, attempts: 7 })).toBe('Call them');
    expect(word({ lastContacted: on('2026-11-08'), attempts: 2 })).toBe('');
    expect(state({ ...old, attempts: 2 }).next).toBeNull();
  });

  test('the first message is next where nobody was ever in touch, and no word stands', () => {
    expect(state({ status: 'Ready' })).toMatchObject({ word: '', next: 'first' });
    expect(state({ status: 'Contacted' })).toMatchObject({ word: '', next: null });
  });
});

describe('rule 5: gone quiet', () => {
  test('is more than 30 days since the last touch', () => {
    expect(word({ lastContacted: on('2026-10-13') })).toBe('Follow up');
    expect(word({ lastContacted: on('2026-10-12') })).toBe('Gone quiet');
  });

  test('stands before Follow up, Last try and Call them', () => {
    for (const attempts of [1, 2, 3])
      expect(word({ lastContacted: on('2026-09-01'), attempts }, { emails: 3 })).toBe('Gone quiet');
  });

  test('stops and Waiting stand before it', () => {
    expect(word({ lastContacted: on('2026-09-01'), answer: 'ask us in spring' })).toBe('');
    expect(word({ lastContacted: on('2026-09-01'), status: 'Waiting' })).toBe('Waiting');
    expect(state({ lastContacted: on('2026-09-01') }, [theirs('2026-09-03')]).word).toBe('');
  });

  test('an endorser or partner is never gone quiet', () => {
    for (const row of [
      { status: 'Endorsed' },
      { status: 'Partner' },
      { endorsement: 'Yes' },
      { endorsement: on('2026-08-01') },
    ])
      expect(word({ ...row, lastContacted: on('2026-08-01') })).toBe('');
  });
});

describe('rule 6: statuses', () => {
  test.each(STOPPING)('%s has no mail step', (status) => {
    for (const last of ['2026-11-01', '2026-08-01']) {
      expect(word({ status, lastContacted: on(last) })).toBe('');
      expect(state({ status }, [entry(last)])).toMatchObject({ word: '', next: null, dueFrom: null });
    }
    expect(state({ status }).next).toBeNull();
  });

  test.each(['Shortlisted', 'Researching', 'Ready', 'Contacted', 'Following up', '', 'purple'])(
    '“%s” follows the dates',
    (status) => {
      expect(word({ status, lastContacted: on('2026-11-01') })).toBe('Follow up');
    },
  );

  test('the group’s own words count as ours', () => {
    expect(word({ status: 'no thanks', lastContacted: on('2026-11-01') })).toBe('');
    expect(word({ status: ' On  HOLD ', lastContacted: on('2026-11-01') })).toBe('Waiting');
    expect(word({ status: 'emailed-1', lastContacted: on('2026-11-01') })).toBe('Follow up');
  });

  test('do not contact stops, a plain no in that column does not', () => {
    expect(word({ doNotContact: true, lastContacted: on('2026-11-01') })).toBe('');
    expect(word({ doNotContact: 'asked us to stop', lastContacted: on('2026-11-01') })).toBe('');
    expect(word({ doNotContact: false, lastContacted: on('2026-11-01') })).toBe('Follow up');
    expect(word({ doNotContact: 'no', lastContacted: on('2026-11-01') })).toBe('Follow up');
  });
});

describe('rule 7: waiting', () => {
  const waiting = { status: 'Waiting', lastContacted: on('2026-11-01') };

  test('ends the day after the later of their next meeting and the next follow-up date', () => {
    const row = { ...waiting, theirNextMeeting: on('2026-11-10'), nextFollowUp: on('2026-11-12') };
    expect(word(row)).toBe('Waiting');
    expect(word(row, {}, day('2026-11-13'))).toBe('Follow up');
    expect(state(row)).toMatchObject({
      word: 'Waiting',
      next: null,
      dueFrom: '2026-11-13',
      why: 'Waiting until Nov 12',
    });
  });

  test('lasts until the status changes where neither date stands or can be read', () => {
    expect(word(waiting)).toBe('Waiting');
    expect(word(waiting, {}, day('2030-01-01'))).toBe('Waiting');
    expect(word({ ...waiting, nextFollowUp: 'after Easter' })).toBe('Waiting');
  });

  test('ends by the day that was written down with the touch where the row has none', () => {
    const asked = theirs('2026-11-05', { kind: 'wait until', summary: 'wait until 2026-12-15' });
    expect(state(waiting, [asked])).toMatchObject({ word: 'Waiting', why: 'Waiting until Dec 15' });
    expect(state(waiting, [asked], {}, day('2026-12-15')).word).toBe('Waiting');
    expect(state({ status: 'Contacted', lastContacted: on('2026-11-05') }, [asked]).word).toBe('Waiting');
    expect(state(waiting, [asked], {}, day('2026-12-16')).word).not.toBe('Waiting');
    expect(state({ ...waiting, nextFollowUp: on('2026-11-20') }, [asked], {}, day('2026-11-21')).word).toBe(
      'Follow up',
    );
  });

  test('is Waiting also where a date in the row cannot be read or no touch stands', () => {
    expect(word({ status: 'Waiting', lastContacted: 'soon' })).toBe('Waiting');
    expect(word({ status: 'Waiting' })).toBe('Waiting');
  });

  test('their next meeting makes a row wait only with status Waiting or an answer that they decide there', () => {
    const row = { lastContacted: on('2026-11-01'), theirNextMeeting: on('2026-11-20') };
    expect(word(row)).toBe('Follow up');
    expect(word({ ...row, status: 'Contacted' })).toBe('Follow up');
    expect(word({ ...row, answer: 'They decide at their meeting' })).toBe('Waiting');
    expect(state({ ...row, answer: 'board votes at the November meeting' }).why).toBe(
      'They decide at their meeting on Nov 20',
    );
    expect(word({ ...row, answer: 'They decide at their meeting' }, {}, day('2026-11-21'))).toBe('Follow up');
    expect(word({ ...row, status: 'Declined', answer: 'They decide at their meeting' })).toBe('');
  });

  test('a next follow-up date that is still to come is a plan to wait, until that day', () => {
    const row = { lastContacted: on('2026-11-01'), nextFollowUp: on('2026-11-14') };
    expect(word(row)).toBe('Waiting');
    expect(word(row, {}, day('2026-11-14'))).toBe('Follow up');
    expect(word({ ...row, status: 'Endorsed' })).toBe('');
    expect(state(row)).toMatchObject({ dueFrom: '2026-11-14', why: 'Next follow-up is planned for Nov 14' });
  });

  test('a wait on the log ends with the day in the row', () => {
    const log = [
      entry('2026-10-25'),
      entry('2026-11-01', { channel: 'phone', kind: 'wait until', result: '' }),
    ];
    const row = { status: 'Waiting', nextFollowUp: on('2026-11-10') };
    expect(state(row, log, {}, day('2026-11-10')).word).toBe('Waiting');
    expect(state(row, log, {}, day('2026-11-11')).word).toBe('Follow up');
  });
});

describe('rule 8: answers', () => {
  const old = { lastContacted: on('2026-11-01') };

  test.each(['yes', 'No thanks', 'maybe in spring', 'talked to Ruth, she will ask', '???', 'zzz'])(
    'an answer in the row (“%s”) stops follow-ups',
    (answer) => {
      expect(word({ ...old, answer })).toBe('');
      expect(state({ ...old, answer })).toMatchObject({ word: '', next: null, answer, dueFrom: null });
    },
  );

  test('until a person empties it', () => {
    expect(word({ ...old, answer: '' })).toBe('Follow up');
    expect(word({ ...old, answer: ' \u200b' })).toBe('Follow up');
  });

  test.each([
    'no answer',
    'No reply',
    'voicemail',
    'left message',
    'LM',
    'Bounced',
    'out of office',
    'Left VM 11/3',
    'no answer yet',
  ])('“%s” means nothing came back: it stops nothing', (answer) => {
    expect(word({ ...old, answer })).toBe('Follow up');
    expect(state({ ...old, answer })).toMatchObject({ word: 'Follow up', answer: '' });
  });

  test('an answer on the log since our last touch stops; one from before it does not', () => {
    expect(
      state({}, [entry('2026-11-01'), theirs('2026-11-02', { summary: 'We discuss it' })]),
    ).toMatchObject({
      word: '',
      next: null,
      answer: 'We discuss it',
      lastTouchBy: 'theirs',
      why: 'They answered on Nov 2: ‘We discuss it’',
    });
    expect(state({}, [theirs('2026-10-25'), entry('2026-11-01')]).word).toBe('Follow up');
    expect(state({ lastContacted: on('2026-11-01') }, [theirs('2026-10-25')]).word).toBe('Follow up');
  });

  test('on one day the answer counts as the later, unless the times say otherwise', () => {
    expect(state({}, [theirs('2026-11-01'), entry('2026-11-01')]).word).toBe('');
    const times = [theirs('2026-11-01', { time: '09:00' }), entry('2026-11-01', { time: '10:00' })];
    expect(state({}, times).word).toBe('Follow up');
  });

  test('out of office and a bounce on the log are no answers and no touches', () => {
    for (const kind of ['out of office', 'out-of-office', 'bounced'])
      expect(state({}, [entry('2026-11-01'), theirs('2026-11-08', { kind })])).toMatchObject({
        word: 'Follow up',
        lastTouch: '2026-11-01',
      });
  });

  test('what came of a call that we made is an answer too', () => {
    for (const kind of ['talked', 'said yes', 'said no', 'answered'])
      expect(state({}, [entry('2026-11-01', { kind, channel: 'phone', result: '' })]).word).toBe('');
    for (const kind of ['no answer', 'left a message'])
      expect(state({}, [entry('2026-11-01', { kind, channel: 'phone', result: '' })]).word).toBe('Follow up');
  });
});

describe('the sentence why', () => {
  test.each<[string, Row, LogEntry[]]>([
    ['No answer for 9 days', {}, [entry('2026-11-03')]],
    ['2 e-mails, no answer since Oct 29', { attempts: 2, lastContacted: on('2026-10-29') }, []],
    ['No answer for 42 days', { lastContacted: on('2026-10-01') }, []],
    ['They said: ‘maybe in spring’', { lastContacted: on('2026-11-01'), answer: 'maybe in spring' }, []],
    ['The answer cannot be read: “??”', { lastContacted: on('2026-11-01'), answer: '??' }, []],
    ['Waiting until Nov 20', { status: 'Waiting', nextFollowUp: on('2026-11-20') }, []],
    ['First contacted cannot be read: “soon”', { firstContacted: 'soon' }, []],
    ['Last contacted is text, not a date: “Nov 3, 2026”', { lastContacted: 'Nov 3, 2026' }, []],
    ['Last contacted is later than today: Nov 30', { lastContacted: on('2026-11-30') }, []],
    ['Contacted on Nov 9, they have until Nov 16', { lastContacted: on('2026-11-09') }, []],
    ['Not contacted yet', {}, []],
    ['Contacted, but no date says when', { status: 'emailed' }, []],
    ['They declined', { status: 'no thanks' }, []],
    [
      'Nobody knows yet whether the e-mail of Nov 1 went out',
      {},
      [entry('2026-11-01', { result: 'unknown' })],
    ],
  ])('%s', (why, row, log) => {
    expect(state(row, log).why).toBe(why);
  });

  test('a long answer is cut', () => {
    const { why } = state({
      lastContacted: on('2026-11-01'),
      answer: 'we would like to think about it '.repeat(9),
    });
    expect(why.length).toBeLessThan(100);
    expect(why).toMatch(/…’$/);
  });
});

test('the order of the log lines does not matter', () => {
  const log = [entry('2026-10-20'), entry('2026-10-28'), theirs('2026-10-29'), entry('2026-11-03')];
  expect(state({}, [...log].reverse())).toEqual(state({}, log));
});

test('a contact comes due on the day that dueFrom says', () => {
  const from = state({}, [entry('2026-11-09')]).dueFrom;
  expect(from).not.toBeNull();
  expect(state({}, [entry('2026-11-09')], {}, addDays(from!, -1)).word).toBe('');
  expect(state({}, [entry('2026-11-09')], {}, from!).word).toBe('Follow up');
});
