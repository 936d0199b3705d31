import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FIRST_USE_WHY, planSend, type Override } from '../../src/mail/planSend';
import { readTemplates } from '../../src/mail/readTemplates';
import type { StopCode } from '../../src/mail/sendPlan';
import { addDays } from '../../src/values/day';
import type { Cell } from '../../src/values/cell';
import {
  ANA,
  CHURCH,
  daysAgo,
  entry,
  inputOf,
  on,
  planOf,
  sent,
  SETTINGS,
  sheetOf,
  stoppedWith,
  TODAY,
  volunteer,
  type Row,
} from './sampleCampaign';

const override = (row: number, part: Partial<Override>) =>
  new Map([[row, { template: '', edited: null, anyway: false, ownerInCc: false, ...part }]]);

describe('a follow-up that nothing stops', () => {
  test('is ready with address, words, key and thread, and ticked', () => {
    const [message] = planOf({ plan: { log: [sent()] } }).ready;
    expect(message).toMatchObject({
      to: 'ruth@amity.example.org',
      toName: 'Ruth C.',
      cc: '',
      step: 'follow-up',
      template: 'follow-up',
      messageKey: 'larkhaven-care-for-all/C1/2',
      threadId: 't1',
      subject: 'Re: Health care for everyone, and us',
      ticked: true,
    });
    expect(message?.body).toContain('I wrote to you on Nov 3 about');
    expect(message?.merged).toContain('Amity Street Church');
  });

  test('starts a new conversation where only the row knows of the first one', () => {
    const [message] = planOf({}).ready;
    expect(message?.threadId).toBe('');
    expect(message?.subject).toBe('Health care for everyone, and Amity Street Church');
    expect(message?.body).toContain('We reached out to you on Nov 3');
  });

  test('never says “I wrote” after a call', () => {
    const log = [sent({ day: daysAgo(20) }), entry({ day: daysAgo(9), channel: 'phone', kind: 'no answer' })];
    const [message] = planOf({ plan: { log } }).ready;
    expect(message?.body).toContain('I called on Nov 3');
    expect(message?.body).not.toContain('wrote');
  });

  test('does not speak for Bo where Bo called', () => {
    const log = [entry({ who: 'Bo', channel: 'phone', kind: 'voicemail' })];
    expect(planOf({ plan: { log } }).ready[0]?.body).toContain('We called on Nov 3');
  });

  test('a subject that was edited to another one starts a new conversation', () => {
    const overrides = override(2, { edited: { subject: 'Something else', body: 'Hello {{x}} <b>' } });
    const [message] = planOf({ plan: { log: [sent()], overrides } }).ready;
    expect(message).toMatchObject({ threadId: '', subject: 'Something else', body: 'Hello {{x}} <b>' });
  });

  test('a union gets a third e-mail, said to be the last', () => {
    const rows = [{ ...CHURCH, category: 'Union', attempts: 2 }];
    const [message] = planOf({ rows }).ready;
    expect(message?.step).toBe('last');
    expect(message?.body).toContain('my last e-mail');
  });

  test('contacts that are not due are in none of the lists', () => {
    const rows: Row[] = [
      { ...CHURCH, lastContacted: on(daysAgo(3)) },
      { ...CHURCH, status: 'In conversation' },
      { ...CHURCH, status: 'Endorsed' },
      { organization: 'Never contacted', email: 'a@b.example.org' },
    ];
    const plan = planOf({ rows });
    // The second and third rows have been in touch with nobody lately, the fourth waits for its first message.
    expect([plan.ready, plan.stopped, plan.byOtherWay, plan.quiet].map((list) => list.length)).toEqual([
      0, 0, 0, 0,
    ]);
  });
});

describe('stopped, each with the reason and the offer', () => {
  test('they answered, by the log', () => {
    const log = [sent(), entry({ day: daysAgo(2), direction: 'theirs', kind: 'answer', result: 'received' })];
    const stop = stoppedWith('answered', { plan: { log } });
    expect(stop.why).toContain('They answered on Nov 10');
    expect(stop.why).toContain('Write down what came of it.');
    expect(stop.offer).toMatchObject({ label: 'Open this contact', action: 'open-contact' });
  });

  test('they answered, by the row', () => {
    expect(
      stoppedWith('answered', { rows: [{ ...CHURCH, answer: 'Will bring it to the board' }] }).why,
    ).toContain('Will bring it to the board');
  });

  test('an answer that cannot be read is a question', () => {
    const stop = stoppedWith('answer-unread', { rows: [{ ...CHURCH, answer: 'hmm' }] });
    expect(stop.why).toContain('“hmm”');
    expect(stop.offer.action).toBe('go-to-cell');
  });

  test('words that mean nothing came back stop nothing', () => {
    const rows = ['no answer', 'LM', 'voicemail', 'out of office'].map((answer, i) => ({
      ...CHURCH,
      organization: `Group ${'ABCD'[i] ?? ''}`,
      email: `a@g${i}.example.org`,
      answer,
    }));
    expect(planOf({ rows }).ready).toHaveLength(4);
  });

  test('do not contact', () => {
    expect(stoppedWith('do-not-contact', { rows: [{ ...CHURCH, doNotContact: true }] }).why).toBe(
      'Do not contact is set.',
    );
    expect(
      stoppedWith('do-not-contact', { rows: [{ ...CHURCH, doNotContact: 'asked for no mail' }] }).why,
    ).toContain('asked for no mail');
  });

  test('declined and bowed out', () => {
    expect(stoppedWith('declined', { rows: [{ ...CHURCH, status: 'Declined' }] }).why).toContain('declined');
    const left = stoppedWith('declined', { rows: [{ ...CHURCH, status: 'Bowed out' }] });
    expect(left.why).toContain('bowed out');
    expect(left.offer).toMatchObject({ action: 'go-to-cell', cell: 'R2' });
  });

  test('waiting for a meeting of theirs', () => {
    const rows = [{ ...CHURCH, status: 'Waiting', theirNextMeeting: on(addDays(TODAY, 8)) }];
    expect(stoppedWith('waiting', { rows }).why).toContain('Nov 20');
  });

  test('a hold by the same address', () => {
    const rows: Row[] = [
      CHURCH,
      {
        organization: 'Interfaith Table',
        email: 'RUTH@amity.example.org',
        lastContacted: on(daysAgo(2)),
        owner: 'Chidi',
      },
    ];
    const stop = stoppedWith('hold', { rows });
    expect(stop.why).toBe(
      'On hold until Nov 17. Chidi was in touch with Interfaith Table (row 3) at the same address 2 days ago.',
    );
    expect(stop.offer).toMatchObject({ label: 'Write anyway this time', action: 'send-anyway' });
  });

  test('a hold by the same organization under another row, in another spelling', () => {
    const rows: Row[] = [
      { ...CHURCH, organization: 'SEIU 49', category: '', email: 'a@one.example.org' },
      { organization: 'Service Employees Local 49', email: 'b@two.example.org' },
    ];
    const log = [
      entry({ contact: 'C2', day: daysAgo(2), channel: 'phone', who: 'Chidi', kind: 'no answer' }),
    ];
    expect(stoppedWith('hold', { rows, plan: { log } }).why).toBe(
      'On hold until Nov 17. Chidi called Service Employees Local 49 (row 3) 2 days ago.',
    );
  });

  test('a hold by the same organization with a slip of the pen, a word left out, or the words run together', () => {
    for (const [here, there] of [
      ['Paper Lantern Books', 'Paper Lantren Books'],
      ['Larkhaven Tenants Association', 'Larkhaven Tenants'],
      ['Green Thimble Tailors', 'GreenThimble Tailors'],
    ] as const) {
      const rows: Row[] = [
        { ...CHURCH, organization: here },
        { organization: there, phone: '555-0142', lastContacted: on(daysAgo(2)), owner: 'Chidi' },
      ];
      expect(stoppedWith('hold', { rows }).why).toContain('(row 3) 2 days ago');
    }
  });

  test('other organizations of the same pattern are no hold', () => {
    const rows: Row[] = [
      { ...CHURCH, organization: 'SEIU Local 49', category: '' },
      { organization: 'SEIU Local 503', phone: '555-0142', lastContacted: on(daysAgo(2)) },
    ];
    expect(planOf({ rows }).ready).toHaveLength(1);
  });

  test('a contact never holds itself', () => {
    const rows = [{ ...CHURCH, outreachId: '', lastContacted: on(daysAgo(40)) }];
    const settings = { ...SETTINGS, followUpDays: 45 };
    const [message] = planOf({ rows, plan: { settings, overrides: override(2, { anyway: true }) } }).ready;
    expect(message?.remarks).toEqual([]);
  });

  test('a hold by the same mail domain, but not at a public host and not where many organizations share it', () => {
    const other = (email: string): Row[] => [
      { ...CHURCH, email: `ruth@${email}` },
      { organization: 'Tenants Table', email: `bo@${email}`, lastContacted: on(daysAgo(1)) },
    ];
    expect(stoppedWith('hold', { rows: other('amity.example.org') }).why).toContain(
      'at the same mail domain yesterday',
    );
    expect(planOf({ rows: other('gmail.com') }).ready).toHaveLength(1);
    const shared = [
      ...other('host.example.org'),
      ...['Alpha', 'Beta'].map((organization) => ({
        organization,
        email: `${organization}@host.example.org`,
      })),
    ];
    expect(planOf({ rows: shared }).ready).toHaveLength(1);
  });

  test('a hold lasts the follow-up days of the contact that would be mailed, and ends that day', () => {
    const rows: Row[] = [
      CHURCH,
      { organization: 'Other', email: 'ruth@amity.example.org', lastContacted: on(daysAgo(7)), attempts: 9 },
    ];
    expect(planOf({ rows }).ready).toHaveLength(1);
    const settings = { ...SETTINGS, followUpDaysByCategory: { 'faith group': 8 } };
    expect(
      stoppedWith('hold', { rows: [CHURCH, { ...rows[1], status: 'In conversation' }], plan: { settings } })
        .why,
    ).toContain('until Nov 13');
  });

  test('a parent body is a remark, never a hold', () => {
    const rows: Row[] = [
      { ...CHURCH, organization: 'SEIU Local 49', category: '' },
      { organization: 'SEIU', email: 'x@seiu.example.com', lastContacted: on(daysAgo(3)), owner: 'Chidi' },
    ];
    const [message] = planOf({ rows }).ready;
    expect(message?.remarks).toEqual(['Chidi was in touch with SEIU 3 days ago, the body above them.']);
  });

  test('a hold can be overruled, and the message says so', () => {
    const rows: Row[] = [
      CHURCH,
      { organization: 'Interfaith Table', email: 'ruth@amity.example.org', lastContacted: on(daysAgo(2)) },
    ];
    const [message] = planOf({ rows, plan: { overrides: override(2, { anyway: true }) } }).ready;
    expect(message?.remarks[0]).toMatch(/^Written anyway\. On hold until Nov 17/);
  });

  test('somebody else’s contact: with the owner in copy, or a reminder to copy', () => {
    const rows = [{ ...CHURCH, owner: 'Bo & Dee' }];
    const volunteers = [volunteer('Bo', 'bo@larkhaven.example.org'), volunteer('Dee')];
    const stop = stoppedWith('other-owner', { rows, plan: { volunteers } });
    expect(stop.why).toBe('Bo and Dee have this contact.');
    expect(stop.offer).toMatchObject({
      label: 'Write with Bo in copy',
      action: 'send-with-owner-in-cc',
      copy: 'Copy a reminder to Bo',
    });
    expect(stop.offer.text).toContain('Hi Bo,');
    const [message] = planOf({
      rows,
      plan: { volunteers, overrides: override(2, { ownerInCc: true }) },
    }).ready;
    expect(message?.cc).toBe('bo@larkhaven.example.org');
    const unknown = stoppedWith('other-owner', {
      rows,
      plan: { overrides: override(2, { ownerInCc: true }) },
    });
    expect(unknown.offer).toMatchObject({ copy: 'Copy a reminder to Bo', label: '', action: 'none' });
  });

  test('the owner in copy may be a setting of the group', () => {
    const plan = {
      volunteers: [volunteer('Bo', 'bo@larkhaven.example.org')],
      settings: { ...SETTINGS, ccOwner: true },
    };
    expect(planOf({ rows: [{ ...CHURCH, owner: 'Bo' }], plan }).ready[0]?.cc).toBe(
      'bo@larkhaven.example.org',
    );
  });

  test('the sender’s own contacts go, also where several own them', () => {
    const plan = { volunteers: [volunteer('Ana Ruiz', ANA.address), volunteer('Bo')] };
    const rows = ['Ana', 'Bo and Ana', 'ana ruiz', ANA.address].map((owner, i) => ({
      ...CHURCH,
      organization: `Group ${'ABCD'[i] ?? ''}`,
      email: `a@g${i}.example.org`,
      owner,
    }));
    expect(planOf({ rows, plan }).ready).toHaveLength(4);
  });

  test('an owner name that fits two people, one of them the sender, is a question', () => {
    const plan = { volunteers: [volunteer('Ana Ruiz', ANA.address), volunteer('Ana Lopez')] };
    const stop = stoppedWith('other-owner', { rows: [{ ...CHURCH, owner: 'Ana' }], plan });
    expect(stop.why).toBe('The owner “Ana” can be Ana Ruiz or Ana Lopez. Write the full name.');
  });

  test('a warm tie is asked before a first message', () => {
    const rows: Row[] = [
      {
        organization: 'Amity Street Church',
        contactName: 'Ruth C.',
        email: 'ruth@amity.example.org',
        knownBy: 'Bo',
      },
    ];
    const stop = stoppedWith('warm-tie', { rows, plan: { mode: 'first' } });
    expect(stop.why).toBe('Bo knows Ruth C. there. Ask before a first message goes out.');
    expect(stop.offer).toMatchObject({
      label: 'I asked them',
      action: 'note-tie-asked',
      copy: 'Copy a note to Bo',
    });
    expect(stop.offer.text).toContain('Hi Bo,');
    expect(stop.offer.text).toContain('Amity Street Church');
  });

  test('a warm tie counts as asked by the log, and where the owner or the sender is the tie', () => {
    const row: Row = { organization: 'Amity', email: 'ruth@amity.example.org', knownBy: 'Ana' };
    const mode = 'first' as const;
    expect(planOf({ rows: [row], plan: { mode } }).ready).toHaveLength(1);
    const log = [entry({ kind: 'tie asked', channel: 'unknown' })];
    expect(planOf({ rows: [{ ...row, knownBy: 'Bo' }], plan: { mode, log } }).ready).toHaveLength(1);
    const settings = { ...SETTINGS, ccOwner: true };
    const plan = { mode, settings, volunteers: [volunteer('Bo', 'bo@x.example.org')] };
    expect(planOf({ rows: [{ ...row, knownBy: 'Bo', owner: 'Bo' }], plan }).ready).toHaveLength(1);
    expect(planOf({ rows: [{ ...row, knownBy: 'nobody' }], plan: { mode } }).ready).toHaveLength(1);
  });

  test('a warm tie cannot be passed over, chosen or not', () => {
    const rows: Row[] = [{ organization: 'Amity', email: 'ruth@amity.example.org', knownBy: 'Bo' }];
    const overrides = override(2, { anyway: true, ownerInCc: true });
    stoppedWith('warm-tie', { rows, plan: { mode: 'first', overrides } });
    stoppedWith('warm-tie', { rows, plan: { mode: 'first', overrides, chosen: new Set([2]) } });
  });

  test('asked, the contact is free at once, and ticked once the days for an answer are over', () => {
    const rows: Row[] = [
      { organization: 'Amity', email: 'ruth@amity.example.org', knownBy: 'Bo & Dee', status: 'Ready' },
    ];
    const first = (days: number, chosen: ReadonlySet<number> | null = null) =>
      planOf({
        rows,
        plan: { mode: 'first', chosen, log: [entry({ kind: 'Tie asked', day: daysAgo(days) })] },
      }).ready[0];
    expect(first(0)).toMatchObject({
      ticked: false,
      remarks: ['Bo and Dee were asked on Nov 12. Give it until Nov 19, or tick it now.'],
    });
    expect(first(6)?.ticked).toBe(false);
    expect(first(7)).toMatchObject({ ticked: true, remarks: ['Bo and Dee were asked on Nov 5.'] });
    expect(first(0, new Set([2]))?.ticked).toBe(true);
  });

  test('on a follow-up a warm tie is a remark with the text to ask, until they were asked', () => {
    const rows = [{ ...CHURCH, knownBy: 'Bo' }];
    const [message] = planOf({ rows }).ready;
    expect(message).toMatchObject({ ticked: true, remarks: ['Bo knows Ruth C. there.'] });
    expect(message?.tieText).toContain('Hi Bo,');
    const log = [entry({ kind: 'tie asked', channel: 'unknown', day: TODAY })];
    expect(planOf({ rows, plan: { log } }).ready[0]).toMatchObject({
      ticked: true,
      remarks: [],
      tieText: '',
    });
  });

  test('whom the cell names is greeted by the name alone, and a sentence greets nobody', () => {
    const stop = (knownBy: string) =>
      stoppedWith('warm-tie', {
        rows: [{ organization: 'Amity', contactName: 'Ruth', email: 'r@amity.example.org', knownBy }],
        plan: { mode: 'first' },
      });
    for (const text of ['Bo (board member)', 'Bo: her sister works there', 'Bo - old friend', 'Bo Lindqvist'])
      expect(stop(text).offer.text).toMatch(/^Hi Bo(?: Lindqvist)?,\n/);
    for (const text of ['yes', 'met her at the street fair']) {
      expect(stop(text).why).toMatch(/^Somebody of ours knows Ruth there\./);
      expect(stop(text).offer).toMatchObject({ copy: 'Copy a note to them' });
      expect(stop(text).offer.text).toMatch(/^Hi there,\n/);
    }
  });

  test('last mailed from another account', () => {
    const log = [sent({ account: 'bo@larkhaven.example.org', who: 'Bo' })];
    const stop = stoppedWith('other-account', { plan: { log } });
    expect(stop.why).toContain('Last mailed from bo@larkhaven.example.org by Bo on Nov 3.');
    const [message] = planOf({ plan: { log, overrides: override(2, { anyway: true }) } }).ready;
    expect(message?.threadId).toBe('');
  });

  test('all reasons are told at once, and the offer is what has to be done first', () => {
    const rows: Row[] = [
      { organization: 'Amity', email: 'ruth@amity.example.org', knownBy: 'Bo', owner: 'Dee' },
      { organization: 'Interfaith Table', email: 'ruth@amity.example.org', lastContacted: on(daysAgo(2)) },
    ];
    const plan = { mode: 'first' as const, volunteers: [volunteer('Dee', 'dee@larkhaven.example.org')] };
    const stop = stoppedWith('warm-tie', { rows, plan });
    expect(stop.why).toContain('Bo knows somebody there.');
    expect(stop.why).toContain('Dee has this contact.');
    expect(stop.why).toContain('On hold until');
    const log = [entry({ kind: 'tie asked', channel: 'unknown' })];
    const next = stoppedWith('other-owner', { rows, plan: { ...plan, log } });
    expect(next.why).toContain('On hold until');
    // What the offer does overrules both.
    const overrides = override(2, { anyway: true, ownerInCc: true });
    expect(planOf({ rows, plan: { ...plan, log, overrides } }).ready).toHaveLength(1);
  });

  test('a blank in the message, with the cell’s name', () => {
    const templates = [
      { ...readTemplates(null).templates[1]!, body: 'Dear {{contact name}}, from {{sender name}}' },
    ];
    const stop = stoppedWith('blank-field', { rows: [{ ...CHURCH, contactName: '' }], plan: { templates } });
    expect(stop.why).toBe('A blank in the message: the template needs “contact name”, and F2 is empty.');
    expect(stop.offer).toMatchObject({
      label: 'Go to F2',
      action: 'go-to-cell',
      sheet: 'Contacts',
      cell: 'F2',
    });
    const tba = stoppedWith('blank-field', {
      rows: [{ ...CHURCH, contactName: 'N/A' }],
      plan: { templates },
    });
    expect(tba.why).toContain('F2 says only “N/A”');
    const nameless = stoppedWith('blank-field', { plan: { templates, sender: { ...ANA, name: '' } } });
    expect(nameless.why).toContain('Settings lacks the sender name.');
    expect(nameless.offer).toMatchObject({ action: 'open-tab', sheet: 'Settings' });
  });

  test('a name that no column has, with the nearest one', () => {
    const templates = [{ ...readTemplates(null).templates[1]!, row: 3, body: 'Dear {{contct name}}' }];
    const stop = stoppedWith('unknown-field', { plan: { templates } });
    expect(stop.why).toBe(
      'The template “follow-up” asks for “contct name”, and no column or setting is called that. Did you mean “contact name”?',
    );
    expect(stop.offer).toMatchObject({
      label: 'Open the template',
      action: 'go-to-cell',
      sheet: 'Templates',
      cell: 'A3',
    });
  });

  test('a name that two columns have', () => {
    const templates = [{ ...readTemplates(null).templates[1]!, body: 'Dear {{Board}}' }];
    expect(stoppedWith('unknown-field', { extras: ['Board', 'Board'], plan: { templates } }).why).toContain(
      'two columns are called that',
    );
  });

  test('a doubtful address', () => {
    for (const email of [
      'office@',
      'ruth@amity,example,org',
      'ruth at amity',
      'do not use ruth@amity.example.org!',
    ]) {
      const stop = stoppedWith('bad-address', { rows: [{ ...CHURCH, email }] });
      expect(stop.offer).toMatchObject({ action: 'go-to-cell', cell: 'H2' });
    }
    expect(stoppedWith('bad-address', { rows: [{ ...CHURCH, email: '' }] }).why).toContain(
      'no e-mail address',
    );
  });

  test('an address outside ASCII cannot be mailed and is said to be doubtful', () => {
    expect(
      stoppedWith('bad-address', { rows: [{ ...CHURCH, email: 'ruth@münchen.example.org' }] }).why,
    ).toContain('münchen');
  });

  test('the e-mail bounced, until the cell changes', () => {
    const bounce = entry({
      day: daysAgo(8),
      direction: 'theirs',
      kind: 'bounced',
      result: 'received',
      address: 'ruth@amity.example.org',
    });
    const stop = stoppedWith('bounced', { plan: { log: [sent(), bounce] } });
    expect(stop.why).toBe('The e-mail bounced on Nov 4. Find another address.');
    const rows = [{ ...CHURCH, email: 'new@amity.example.org' }];
    expect(planOf({ rows, plan: { log: [sent(), bounce] } }).ready).toHaveLength(1);
    expect(stoppedWith('bounced', { rows: [{ ...CHURCH, answer: 'bounced' }] }).why).toContain(
      'empty the answer',
    );
    expect(
      planOf({ rows: [{ ...rows[0]!, answer: 'Bounced' }], plan: { log: [sent()] } }).ready,
    ).toHaveLength(1);
  });

  test('the same address twice in one run', () => {
    const rows = [CHURCH, { ...CHURCH, organization: 'Elsewhere', contactName: '' }];
    const plan = planOf({ rows, plan: { overrides: override(3, { anyway: true }) } });
    expect(plan.ready.map((m) => m.contact.row)).toEqual([2]);
    expect(plan.stopped[0]).toMatchObject({ code: 'same-address' });
    expect(plan.stopped[0]?.why).toContain('Amity Street Church in row 2');
    const withoutIds = rows.map((row) => ({ ...row, outreachId: '' }));
    const first = planOf({ rows: withoutIds, plan: { overrides: override(3, { anyway: true }) } });
    expect(first.ready.map((m) => m.contact.row)).toEqual([2]);
  });

  test('the same address again in a later chunk of the run, or in a later run of the day', () => {
    const rows = [CHURCH, { ...CHURCH, organization: 'Elsewhere', contactName: '' }];
    const log = [sent({ day: TODAY, contact: 'C1', organization: 'Amity Street Church', summary: 'Hello' })];
    const plan = { log, overrides: override(3, { anyway: true }), chosen: new Set([3]) };
    const stop = stoppedWith('same-address', { rows, plan });
    expect(stop.why).toBe('Amity Street Church got a message at the same address today.');
    expect(stop.offer).toMatchObject({ action: 'go-to-cell', cell: 'H3' });
    const copied = [{ ...log[0]!, address: 'else@where.example.org, ruth@amity.example.org' }];
    expect(planOf({ rows, plan: { ...plan, log: copied } }).ready).toHaveLength(1);
  });

  test('two people of one organization do not get a message in one run', () => {
    const rows = [CHURCH, { ...CHURCH, email: 'other@somewhere.example.org' }];
    const plan = planOf({ rows });
    expect(plan.ready).toHaveLength(1);
    expect(plan.stopped[0]).toMatchObject({
      code: 'hold',
      why: 'On hold until Nov 19. This send writes to them (row 2).',
    });
  });

  test('a first message without a link to the resolution', () => {
    const rows: Row[] = [{ organization: 'Amity', email: 'ruth@amity.example.org' }];
    for (const resolutionLink of ['', 'TBD']) {
      const stop = stoppedWith('no-resolution-link', {
        rows,
        plan: { mode: 'first', settings: { ...SETTINGS, resolutionLink } },
      });
      expect(stop.offer).toMatchObject({ action: 'open-tab', sheet: 'Settings' });
    }
  });

  test('a follow-up needs no link', () => {
    expect(planOf({ plan: { settings: { ...SETTINGS, resolutionLink: '' } } }).ready).toHaveLength(1);
  });

  test('a send whose result nobody knows, by log or by the hidden tab', () => {
    for (const result of ['sending', 'unknown'] as const) {
      expect(stoppedWith('unsettled', { plan: { log: [sent({ result })] } }).offer.action).toBe(
        'was-sent-or-not',
      );
      const keysOnRecord = new Map([['larkhaven-care-for-all/C1/2', result]]);
      expect(stoppedWith('unsettled', { plan: { keysOnRecord } }).why).toContain(
        'never sent again by itself',
      );
    }
  });

  test('a message on record as sent is never sent again, whatever the row says', () => {
    const keysOnRecord = new Map([['larkhaven-care-for-all/C1/2', 'sent']]);
    expect(stoppedWith('already-sent', { plan: { keysOnRecord } }).why).toContain('was sent already');
  });

  test('a send that a person called not sent, or that failed, may go', () => {
    const keysOnRecord = new Map([['larkhaven-care-for-all/C1/2', 'failed']]);
    const log = [
      sent(),
      sent({ day: daysAgo(1), messageKey: 'larkhaven-care-for-all/C1/2', result: 'failed' }),
    ];
    expect(planOf({ plan: { keysOnRecord, log } }).ready).toHaveLength(1);
  });

  test('two rows with one Outreach ID do not both get a message', () => {
    const rows = [
      { ...CHURCH, outreachId: 'K1' },
      { ...CHURCH, outreachId: 'K1', organization: 'Elsewhere', email: 'z@zed.example.org' },
    ];
    const plan = planOf({ rows });
    expect(plan.ready).toHaveLength(1);
    expect(plan.stopped[0]?.code).toBe('already-sent');
  });

  test('a date that cannot be read', () => {
    const stop = stoppedWith('check-date', { rows: [{ ...CHURCH, lastContacted: 'early fall' }] });
    expect(stop.why).toContain('early fall');
    expect(stop.offer.action).toBe('go-to-cell');
  });

  test('a log line about them that cannot be read', () => {
    const problem = {
      code: 'log-day',
      message: 'Row 4 of “Outreach log” has no day that can be read.',
      todo: '',
    };
    const unread = [{ problem, row: 4, contact: 'C1', organization: '', messageKey: '', address: '' }];
    expect(stoppedWith('check-date', { plan: { unread } }).offer.cell).toBe('A4');
  });

  test('a word for the other codes that only limits give', () => {
    const rows = Array.from({ length: 12 }, (_, i) => ({
      ...CHURCH,
      organization: `Group of ${'ABCDEFGHIJKL'[i] ?? ''}${i}`,
      email: `a@g${i}.example.org`,
    }));
    const chosen = new Set(rows.map((_, i) => i + 2));
    const first = planOf({ rows, plan: { chosen } });
    expect(first.ready).toHaveLength(10);
    expect(first.stopped.map((s) => [s.code, s.why])).toEqual([
      ['first-use-limit', FIRST_USE_WHY],
      ['first-use-limit', FIRST_USE_WHY],
    ]);
    const later = planOf({
      rows,
      plan: { chosen, quotaLeft: 3, log: [sent({ contact: 'other', day: daysAgo(60) })] },
    });
    expect(later.ready).toHaveLength(3);
    expect(new Set(later.stopped.map((s) => s.code))).toEqual(new Set<StopCode>(['daily-limit']));
  });
});

describe('ticked from the start is only what we know', () => {
  test('our log, or a typed last contact 7 to 30 days old', () => {
    const settings = { ...SETTINGS, followUpDays: 3 };
    const tick = (row: Row, log = [] as ReturnType<typeof sent>[]) =>
      planOf({ rows: [row], plan: { settings, log } }).ready[0]?.ticked;
    expect(tick({ ...CHURCH, lastContacted: on(daysAgo(7)) })).toBe(true);
    expect(tick({ ...CHURCH, lastContacted: on(daysAgo(30)) })).toBe(true);
    expect(tick({ ...CHURCH, lastContacted: on(daysAgo(4)) })).toBe(false);
    expect(tick({ ...CHURCH, lastContacted: on(daysAgo(4)) }, [sent({ day: daysAgo(4) })])).toBe(true);
  });

  test('the first send ticks ten; the panel says why once, not each line', () => {
    const rows = Array.from({ length: 12 }, (_, i) => ({
      ...CHURCH,
      organization: `Group of ${'ABCDEFGHIJKL'[i] ?? ''}${i}`,
      email: `a@g${i}.example.org`,
    }));
    const { ready } = planOf({ rows });
    expect(ready.filter((m) => m.ticked)).toHaveLength(10);
    expect(ready.map((m) => m.remarks.length)).toEqual(ready.map(() => 0));
  });

  test('a first message only where the row says Ready', () => {
    const rows: Row[] = [
      { organization: 'Alpha', email: 'a@alpha.example.org', status: 'Ready' },
      { organization: 'Beta', email: 'b@beta.example.org' },
    ];
    expect(planOf({ rows, plan: { mode: 'first' } }).ready.map((m) => m.ticked)).toEqual([true, false]);
  });

  test('auto plans first messages and follow-ups together', () => {
    const rows: Row[] = [CHURCH, { organization: 'Alpha', email: 'a@alpha.example.org' }];
    expect(planOf({ rows, plan: { mode: 'auto' } }).ready.map((m) => m.step)).toEqual(['follow-up', 'first']);
  });
});

describe('a list that names persons and no organizations', () => {
  const fields = ['contactName', 'email', 'phone', 'knownBy', 'owner', 'status', 'lastContacted'] as const;
  const GERALDINE: Row = { contactName: 'Councillor Geraldine Moss', email: 'geraldine@council.example.org' };
  const LATER: Row = { ...GERALDINE, lastContacted: on(daysAgo(9)) };

  test('first message and follow-up speak to the person, with every sentence whole', () => {
    for (const [rows, mode] of [
      [[GERALDINE], 'first'],
      [[LATER], 'follow-ups'],
    ] as const) {
      const [message] = planOf({ rows, fields, plan: { mode } }).ready;
      expect(message?.subject).toBe('Health care for everyone');
      expect(message?.body).toMatch(/^Hello Councillor Geraldine Moss,\n/);
      expect(message?.body).toContain('- your endorsement\n- your company when we');
    }
  });

  test('the same where the person’s name was chosen as the organization', () => {
    const sheet = sheetOf([GERALDINE], fields);
    const { contactName } = sheet.map.columns;
    if (!contactName) throw new Error('no name');
    const map = { ...sheet.map, columns: { ...sheet.map.columns, organization: contactName } };
    const contacts = sheet.contacts.map((contact) => ({
      ...contact,
      text: { ...contact.text, organization: contact.text.contactName },
    }));
    const input = inputOf({ rows: [GERALDINE], fields, plan: { mode: 'first' } });
    const [named] = planSend({ ...input, map, contacts }).ready;
    expect(named?.body).toBe(planSend(input).ready[0]?.body);
    expect(named?.subject).toBe('Health care for everyone');
  });

  test('an address without a name is greeted all the same', () => {
    const rows = [{ ...GERALDINE, contactName: '' }];
    expect(planOf({ rows, fields, plan: { mode: 'first' } }).ready[0]?.body).toMatch(/^Hello there,\n/);
  });

  test('colleagues at one mail domain do not hold each other', () => {
    const rows = ['Moss', 'Reed', 'Lund', 'Tan', 'Vale'].map((name) => ({
      contactName: `Councillor ${name}`,
      email: `${name}@council.example.org`,
    }));
    expect(planOf({ rows, fields, plan: { mode: 'first' } }).ready).toHaveLength(5);
  });

  test('whoever knows the person is asked about the person', () => {
    const stop = stoppedWith('warm-tie', {
      rows: [{ ...GERALDINE, knownBy: 'Bo' }],
      fields,
      plan: { mode: 'first' },
    });
    expect(stop.why).toBe('Bo knows Councillor Geraldine Moss. Ask before a first message goes out.');
    expect(stop.offer.text).toContain('You know Councillor Geraldine Moss. We would like');
  });

  test('in a list of organizations a row without one is still stopped at its cell', () => {
    const stop = stoppedWith('blank-field', { rows: [{ ...CHURCH, organization: '' }] });
    expect(stop.offer).toMatchObject({ action: 'go-to-cell', cell: 'B2' });
  });
});

describe('whoever may know them, by what they belong to', () => {
  const LOCAL: Row = { organization: 'SEIU 503', contactName: 'Ruth', email: 'ruth@seiu503.example.org' };
  const BO = { ...volunteer('Bo', 'bo@larkhaven.example.org'), belongsTo: ['SEIU Local 503'], row: 3 };
  const first = { mode: 'first' as const, volunteers: [volunteer('Ana', ANA.address), BO] };

  test('is asked before a first message, with where they belong in the text', () => {
    const stop = stoppedWith('may-know', { rows: [LOCAL], plan: first });
    expect(stop.why).toBe(
      'Bo belongs to SEIU Local 503 and may know someone there. Ask before a first message goes out.',
    );
    expect(stop.offer).toMatchObject({
      label: 'I asked them',
      action: 'note-tie-asked',
      copy: 'Copy a note to Bo',
    });
    expect(stop.offer.text).toMatch(
      /^Hi Bo,\n\nYou are with SEIU Local 503, and we would like to ask SEIU 503 about/,
    );
    expect(stop.offer.text).toContain('Do you know somebody there, perhaps Ruth?');
  });

  test('and so is who belongs to another local of the union, but never by a common word', () => {
    const rows = [{ ...LOCAL, organization: 'SEIU Local 49' }];
    expect(stoppedWith('may-know', { rows, plan: first }).why).toContain('of the same union');
    const credit = [{ ...LOCAL, organization: 'Service Credit Union' }];
    expect(planOf({ rows: credit, plan: first }).ready).toHaveLength(1);
  });

  test('may be passed over, and the message says so', () => {
    const overrides = override(2, { anyway: true });
    const [message] = planOf({ rows: [LOCAL], plan: { ...first, overrides } }).ready;
    expect(message?.remarks).toEqual([
      'Written anyway. Bo belongs to SEIU Local 503 and may know someone there. Ask before a first message goes out.',
    ]);
  });

  test('counts as asked by the log, and where the owner or the sender is nearest', () => {
    const free = (row: Row, more: object = {}) =>
      planOf({ rows: [row], plan: { ...first, settings: { ...SETTINGS, ccOwner: true }, ...more } }).ready[0];
    const log = [entry({ kind: 'tie asked', channel: 'unknown', day: TODAY })];
    expect(free(LOCAL, { log })).toMatchObject({
      ticked: false,
      tieText: '',
      remarks: ['Bo was asked on Nov 12. Give it until Nov 19, or tick it now.'],
    });
    expect(free({ ...LOCAL, owner: 'Bo' })).toMatchObject({ remarks: [], tieText: '' });
    const ana = { ...volunteer('Ana', ANA.address), belongsTo: ['SEIU 503'], row: 2 };
    expect(free(LOCAL, { volunteers: [ana, BO] })).toMatchObject({ remarks: [], tieText: '' });
    const further = [{ ...ana, belongsTo: ['SEIU Local 49'] }, BO];
    stoppedWith('may-know', { rows: [LOCAL], plan: { ...first, volunteers: further } });
  });

  test('comes behind whoever is known to know them, and is silent where that one was asked', () => {
    const rows = [{ ...LOCAL, knownBy: 'Dee' }];
    const stop = stoppedWith('warm-tie', { rows, plan: first });
    expect(stop.why).toBe('Dee knows Ruth there. Ask before a first message goes out.');
    const log = [entry({ kind: 'tie asked', channel: 'unknown' })];
    const [message] = planOf({ rows, plan: { ...first, log } }).ready;
    expect(message?.remarks.join(' ')).not.toContain('Bo');
    expect(planOf({ rows: [{ ...LOCAL, knownBy: 'nobody' }], plan: first }).ready).toHaveLength(1);
  });

  test('is a remark with the text to ask on a follow-up', () => {
    const rows = [{ ...CHURCH, organization: 'SEIU 503' }];
    const [message] = planOf({ rows, plan: { volunteers: first.volunteers } }).ready;
    expect(message).toMatchObject({
      ticked: true,
      remarks: ['Bo belongs to SEIU Local 503 and may know someone there.'],
    });
    expect(message?.tieText).toContain('You are with SEIU Local 503, and we');
  });

  test('by the town alone is a remark on a first message, and nothing where most contacts are there', () => {
    const tenants = { ...BO, belongsTo: ['Port Ellery Tenants'] };
    const rows = [{ ...LOCAL, town: 'Port Ellery' }];
    const [message] = planOf({ rows, plan: { ...first, volunteers: [tenants] } }).ready;
    expect(message?.remarks).toEqual([
      'Bo belongs to Port Ellery Tenants, in the same town, and may know someone there.',
    ]);
    expect(message?.tieText).toContain('You are with Port Ellery Tenants, and we');
    const others = Array.from({ length: 10 }, (_, n) => ({
      organization: `Group ${n}`,
      town: 'Port Ellery',
    }));
    const [quiet] = planOf({ rows: [...rows, ...others], plan: { ...first, volunteers: [tenants] } }).ready;
    expect(quiet).toMatchObject({ remarks: [], tieText: '' });
    const again = [{ ...CHURCH, town: 'Port Ellery' }];
    expect(planOf({ rows: again, plan: { volunteers: [tenants] } }).ready[0]).toMatchObject({ remarks: [] });
  });

  test('is asked of nobody where many contacts are of the same union', () => {
    const rows = Array.from({ length: 11 }, (_, n) => ({
      organization: `SEIU Local ${n + 1}`,
      email: `office@local${n + 1}.example.org`,
    }));
    const { ready, stopped } = planOf({ rows, plan: first });
    expect([ready.length, stopped.length]).toEqual([11, 0]);
    expect(ready[0]?.remarks).toEqual([
      'Bo belongs to SEIU Local 503, of the same union, and may know someone there.',
    ]);
  });

  test('comes before a cold call, and is the way where there is no address', () => {
    const rows = [{ ...LOCAL, email: '', phone: '555-0142' }];
    expect(planOf({ rows, plan: first }).byOtherWay[0]).toMatchObject({
      channel: 'introduction',
      proposal: 'Ask Bo (SEIU Local 503) first.',
    });
    const tenants = { ...BO, belongsTo: ['Port Ellery Tenants'] };
    const town = rows.map((row) => ({ ...row, town: 'Port Ellery' }));
    expect(planOf({ rows: town, plan: { ...first, volunteers: [tenants] } }).byOtherWay[0]).toMatchObject({
      channel: 'phone',
    });
  });
});

describe('not by e-mail', () => {
  test('e-mails used up: call them, with the words to say', () => {
    const [item] = planOf({ rows: [{ ...CHURCH, attempts: 2, phone: '555-0142' }] }).byOtherWay;
    expect(item).toMatchObject({
      channel: 'phone',
      proposal: 'Call them: 555-0142',
      why: '2 e-mails, no answer since Nov 3.',
    });
    expect(item?.text).toContain('Hello, this is Ana, a volunteer for Larkhaven Care for All.');
  });

  test('a warm tie comes before a cold call, and what was tried last comes later', () => {
    const row: Row = {
      ...CHURCH,
      attempts: 2,
      phone: '555-0142',
      knownBy: 'Dee',
      otherChannel: 'facebook.com/amity',
    };
    expect(planOf({ rows: [row] }).byOtherWay[0]?.proposal).toBe('Ask Dee for an introduction.');
    const log = [
      entry({ day: daysAgo(9), channel: 'phone', kind: 'no answer' }),
      entry({ kind: 'tie asked', channel: 'unknown', day: daysAgo(20) }),
    ];
    expect(planOf({ rows: [{ ...row, lastContacted: '' }], plan: { log } }).byOtherWay[0]?.channel).toBe(
      'social media',
    );
  });

  test('gone quiet stands apart and is mailed only where the lead says so', () => {
    const rows = [{ ...CHURCH, lastContacted: on(daysAgo(40)), phone: '555-0142' }];
    const plan = planOf({ rows });
    expect(plan.ready).toHaveLength(0);
    expect(plan.quiet[0]).toMatchObject({ channel: 'phone' });
    expect(planOf({ rows, plan: { overrides: override(2, { anyway: true }) } }).ready[0]?.ticked).toBe(false);
  });

  test('due, and only a phone number there', () => {
    const [item] = planOf({ rows: [{ ...CHURCH, email: 'no email', phone: '555-0142' }] }).byOtherWay;
    expect(item?.why).toBe('There is no e-mail address. No answer for 9 days.');
  });
});

describe('whatever stands in the rows', () => {
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    fc.constantFrom<Cell>(
      '',
      'N/A',
      'no answer',
      'yes',
      'Bo',
      'Ana',
      'Bo & Ana',
      '{{sender name}}',
      '<b>x</b>',
      'a\nb',
      true,
      3,
    ),
    fc.integer({ min: 0, max: 60 }).map((n): Cell => on(daysAgo(n))),
    fc.string({ maxLength: 12 }),
  );
  const email = fc.oneof(
    fc.constantFrom(
      'a@one.example.org',
      'A@one.example.org',
      'b@one.example.org',
      'c@two.example.org',
      'x@',
      '',
    ),
    fc.integer({ min: 0, max: 30 }).map((n) => `p${n}@d${n}.example.org`),
  );
  const row = fc.record<Row>({
    organization: fc.constantFrom<Cell>(
      'SEIU 49',
      'SEIU Local 49',
      'Amity Street Church',
      'Amity St Church',
      'Paper Lantern Books',
      '',
    ),
    category: fc.constantFrom<Cell>('Union', 'Church', 'Clinic', ''),
    contactName: cell,
    email,
    owner: cell,
    knownBy: cell,
    answer: cell,
    status: fc.constantFrom<Cell>('', 'Contacted', 'Ready', 'Declined', 'Waiting', 'Endorsed'),
    lastContacted: cell,
    attempts: fc.constantFrom<Cell>('', 0, 1, 2),
    doNotContact: fc.constantFrom<Cell>('', '', '', 'no', 'yes', true),
    priorities: cell,
  });

  test('no address, key or do-not-contact slips through, no subject breaks a line, everybody stands in at most one list', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 12 }),
        fc.constantFrom('auto', 'first', 'follow-ups'),
        (rows, mode) => {
          const plan = planOf({ rows, plan: { mode: mode } });
          const ticked = plan.ready.filter((m) => m.ticked);
          expect(new Set(ticked.map((m) => m.to.toLowerCase())).size).toBe(ticked.length);
          expect(new Set(plan.ready.map((m) => m.messageKey)).size).toBe(plan.ready.length);
          for (const message of plan.ready) {
            expect(message.subject).not.toMatch(/[\r\n]/);
            expect(['yes', 'true']).not.toContain(message.contact.text.doNotContact.toLowerCase());
            expect(['Declined', 'Endorsed']).not.toContain(message.contact.text.status);
            expect(message.body).not.toMatch(/\n{3}/);
            expect(message.body).not.toContain('{{kind');
          }
          const rowsIn = [...plan.ready, ...plan.stopped, ...plan.quiet, ...plan.byOtherWay].map(
            (item) => item.contact.row,
          );
          expect(new Set(rowsIn).size).toBe(rowsIn.length);
          for (const stop of plan.stopped) expect(stop.why).toMatch(/[.?]$/);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('sending what is ready, and planning again, sends nobody twice', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 10 }), (rows) => {
        const input = inputOf({ rows, plan: { mode: 'auto' } });
        const first = planSend(input).ready.filter((m) => m.ticked);
        const log = first.map((m, i) =>
          sent({
            contact: m.contact.outreachId,
            day: TODAY,
            messageKey: m.messageKey,
            address: m.to,
            gmailThreadId: `t${i}`,
            summary: m.subject,
          }),
        );
        const again = planSend({ ...input, log });
        const keys = new Set(first.map((m) => m.messageKey));
        const addresses = new Set(first.map((m) => m.to.toLowerCase()));
        expect(
          again.ready.filter((m) => keys.has(m.messageKey) || addresses.has(m.to.toLowerCase())),
        ).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
