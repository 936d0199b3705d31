import { describe, expect, test } from '@jest/globals';
import type { LogEntry } from '../../src/touches/log';
import { day } from '../../src/values/day';
import { volunteerNamed } from '../../src/workbook/volunteer';
import { check, codes, goodRow, on, type Row } from './support';

const withStatus = (row: Row) => codes([goodRow(1, { status: '', lastContacted: '', ...row })]);

describe('what a row needs', () => {
  test('a row with an address and no organization is an error at the organization', () => {
    expect(check([goodRow(1), goodRow(2, { organization: '' })])).toMatchObject([
      { rule: 'organization-missing', level: 'error', row: 3, column: 1 },
    ]);
  });

  test('an organization without any way to reach it is told of, one way is enough', () => {
    expect(codes([goodRow(1, { email: '', phone: '' })])).toEqual(['no-way-to-reach']);
    expect(codes([goodRow(1, { email: '' })])).toEqual([]);
    expect(codes([goodRow(1, { email: '', phone: '', website: 'www.example.org' })])).toEqual([]);
  });

  test('nobody is missed who is still being looked up or has said no', () => {
    for (const status of ['Researching', 'Shortlisted', 'Declined', 'Bowed out'])
      expect(codes([goodRow(1, { email: '', phone: '', status })])).toEqual([]);
  });

  test('a column that nobody is sure of may hold the way', () => {
    const rows = [goodRow(1, { email: '', phone: '' })];
    expect(codes(rows, { unsure: ['phone'] })).toEqual([]);
  });
});

describe('contradictions', () => {
  test('declined and a yes, endorsed and a no', () => {
    expect(withStatus({ status: 'Declined', answer: 'yes' })).toEqual(['status-against-answer']);
    expect(withStatus({ status: 'Endorsed', answer: 'not interested' })).toEqual(['status-against-answer']);
    expect(withStatus({ status: 'Endorsed', answer: 'yes' })).toEqual([]);
  });

  test('not contacted and a date, contacted and none', () => {
    expect(withStatus({ status: 'Shortlisted', lastContacted: on('2026-11-02') })).toEqual([
      'status-against-dates',
    ]);
    expect(withStatus({ status: 'Contacted' })).toEqual(['status-against-dates']);
    expect(withStatus({ status: 'Contacted', lastContacted: on('2026-11-02') })).toEqual([]);
    expect(withStatus({ attempts: 2 })).toEqual(['status-against-dates']);
  });

  test('a follow-up planned for someone not to contact', () => {
    expect(withStatus({ doNotContact: 'yes', nextFollowUp: on('2026-12-01') })).toEqual([
      'planned-against-wish',
    ]);
    expect(withStatus({ doNotContact: 'no', nextFollowUp: on('2026-12-01') })).toEqual([]);
  });

  const entry: LogEntry = {
    entryId: 'e1',
    day: day('2026-11-05'),
    time: '10:00',
    who: 'Ana',
    account: 'ana@example.org',
    contact: 'c1',
    organization: 'Harbor Tenants',
    channel: 'e-mail',
    kind: 'first',
    direction: 'ours',
    summary: '',
    result: 'sent',
    messageKey: 'k1',
    gmailMessageId: '',
    gmailThreadId: '',
    template: 'first',
    notes: '',
    address: 'office1@group1.example.org',
    row: 2,
  };

  test('the log knows a later contact, a larger number of e-mails, an answer', () => {
    const row = (more: Row) => [goodRow(1, { outreachId: 'c1', ...more })];
    const log = [entry];
    expect(codes(row({ lastContacted: on('2026-10-20') }), { log })).toEqual(['row-against-log']);
    expect(codes(row({ lastContacted: on('2026-11-05') }), { log })).toEqual([]);
    expect(codes(row({ lastContacted: on('2026-11-09') }), { log })).toEqual([]);
    expect(codes(row({ lastContacted: on('2026-11-05'), attempts: 0 }), { log })).toEqual([
      'row-against-log',
    ]);
    const answer: LogEntry = {
      ...entry,
      entryId: 'e2',
      day: day('2026-11-07'),
      direction: 'theirs',
      kind: 'answered',
      result: 'received',
      summary: 'They want to meet us',
      messageKey: '',
    };
    const answered = row({ lastContacted: on('2026-11-05'), status: 'Contacted', answer: '' });
    expect(codes(answered, { log: [entry, answer] })).toEqual(['row-against-log']);
  });

  test('an address that mail came back from is told of wherever it stands, until another is put in', () => {
    const back: LogEntry = {
      ...entry,
      entryId: 'e3',
      day: day('2026-11-06'),
      direction: 'theirs',
      kind: 'bounced',
      result: 'received',
      messageKey: '',
    };
    const log = [entry, back];
    const dated = { lastContacted: on('2026-11-05'), status: 'Contacted' };
    const same = goodRow(2, { ...dated, email: 'new@example.org, Office1@group1.example.org' });
    const [found] = check([same], { log });
    expect(found).toMatchObject({ rule: 'email-came-back', level: 'error', row: 2 });
    expect(found?.message).toContain('Nov 6');
    expect(codes([goodRow(2, { ...dated, email: 'new@example.org' })], { log })).toEqual([]);
    expect(codes([same], { log: [entry, { ...back, kind: 'taken back' }] })).toEqual([]);
  });
});

describe('words', () => {
  const statuses = ['Contacted', 'Waiting', 'Contcted'].map((status, i) =>
    goodRow(i, { status, lastContacted: on('2026-11-02') }),
  );
  test('an unknown status is told of with the nearest known one', () => {
    const found = check(statuses);
    expect(found).toMatchObject([{ rule: 'status-unknown', row: 4, value: 'Contcted' }]);
    expect(found[0]?.message).toContain('Contacted');
  });

  test('one unknown status in many rows is one finding', () => {
    const rows = Array.from({ length: 30 }, (_, i) =>
      goodRow(i, { status: i % 2 === 0 ? 'Contacted' : 'Frobbed', lastContacted: on('2026-11-02') }),
    );
    expect(check(rows)).toMatchObject([{ rule: 'status-unknown', value: 'Frobbed' }]);
    expect(check(rows)[0]?.rows).toHaveLength(15);
  });

  test('a category near a usual one is a slip; a rare one of its own is not', () => {
    const rows = ['Unions', 'Unions', 'Unions', 'Unoins', 'Poets'].map((category, i) =>
      goodRow(i, { category }),
    );
    expect(check(rows)).toMatchObject([{ rule: 'category-unknown', row: 5, value: 'Unoins' }]);
  });

  test('where the group keeps a list of categories, all others are unknown', () => {
    const rows = ['Unions', 'Poets'].map((category, i) => goodRow(i, { category }));
    expect(codes(rows, { categories: ['Unions', 'Faith groups'] })).toEqual(['category-unknown']);
  });

  const volunteer = (name: string) => ({ ...volunteerNamed(name), row: 2 });

  test('an owner who is no volunteer is told of with the nearest name; several owners in a cell are fine', () => {
    const rows = ['Ana & Bo', 'Chidy', 'unassigned'].map((owner, i) => goodRow(i, { owner }));
    const found = check(rows, { volunteers: ['Ana', 'Bo', 'Chidi Okafor'].map(volunteer) });
    expect(found).toMatchObject([{ rule: 'owner-unknown', row: 3, value: 'Chidy' }]);
    expect(found[0]?.message).toContain('Chidi Okafor');
  });

  test('an owner name that fits two volunteers is a question', () => {
    const rows = [goodRow(1, { owner: 'Ana' })];
    const found = check(rows, { volunteers: [volunteer('Ana Perry'), volunteer('Ana Ruiz')] });
    expect(found[0]?.message).toContain('Ana Perry or Ana Ruiz');
  });
});

describe('ids and errors', () => {
  test('one Outreach ID or one of their numbers on two rows', () => {
    const rows = [1, 2, 3, 4].map((n) =>
      goodRow(n, { id: n === 4 ? 'A3' : `A${n}`, outreachId: `c${n % 3}` }),
    );
    expect(check(rows)).toMatchObject([
      { rule: 'outreach-id-twice', rows: [2, 5] },
      { rule: 'id-twice', rows: [4, 5], value: 'A3' },
    ]);
  });

  test('a number that many rows share is no id', () => {
    const rows = Array.from({ length: 12 }, (_, n) => goodRow(n, { id: `District ${n % 3}` }));
    expect(codes(rows)).toEqual([]);
  });

  test('a formula error is told once, and stops a message only where a message needs the cell', () => {
    const found = check([goodRow(1, { email: '#REF!', phone: '#N/A' }), goodRow(2)]);
    expect(found.map(({ rule, level }) => [rule, level])).toEqual([
      ['formula-error', 'error'],
      ['formula-error-beside', 'warning'],
    ]);
  });

  test('phone text without a number, and the sum that a sheet made of one', () => {
    expect(codes([goodRow(1, { phone: 'see website' }), goodRow(2, { phone: -152 })])).toEqual([
      'phone-broken',
      'phone-broken',
    ]);
    for (const phone of ['406-258-INFO', '(617) 267-5877 x16', 5624081052, '211', 'ENGLISH: 541-399-8022'])
      expect(codes([goodRow(1, { phone })])).toEqual([]);
  });

  test('a web address without its beginning gets it back by losing the rest of it', () => {
    const [found] = check([goodRow(1, { website: '://www.example.org/help' })]);
    expect(found?.fixes).toEqual([
      { row: 2, column: 4, from: '://www.example.org/help', to: 'www.example.org/help' },
    ]);
    for (const website of [
      'facebook.com/group',
      'www.example.org',
      'https://a.example.org;https://b.example.org',
    ])
      expect(codes([goodRow(1, { website })])).toEqual([]);
  });
});
