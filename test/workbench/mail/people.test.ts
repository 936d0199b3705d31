// What people and mail systems send back, as it stands in the mailbox of the one who wrote.
import { describe, expect, test } from '@jest/globals';
import { makeClock } from '../../../workbench/host/clock';
import { headerText } from '../../../workbench/host/mail/headers';
import { openMailbox, type Mailbox } from '../../../workbench/host/mail/mailbox';
import { showMessage } from '../../../workbench/host/mail/show';

const ME = 'ana@example.org';
const raw = (more = '') =>
  `To: Dee Park <dee@example.com>\r\nCc: eve@example.com\r\n${more}Subject: Health care for all\r\n\r\nHello`;

function open() {
  const clock = makeClock(Date.parse('2026-11-12T14:00:00Z'));
  const box = openMailbox(ME, clock.now);
  return { clock, box, sent: box.send(raw(), null) };
}
const view = (box: Mailbox, id: string) => box.messages().find((message) => message.id === id)!;
const header = (box: Mailbox, id: string, name: string) => headerText(view(box, id).headers, name);

describe('answers', () => {
  test('come from the address that was written to, another one of theirs, or somebody in copy, into the thread', () => {
    const { box, sent } = open();
    for (const from of [undefined, 'Dee <dee.home@example.net>', 'eve@example.com']) {
      const id = box.answer(sent.id, { text: 'Yes', ...(from === undefined ? {} : { from }) });
      expect(view(box, id)).toMatchObject({
        from: from ?? 'dee@example.com',
        subject: 'Re: Health care for all',
        threadId: sent.threadId,
        labels: ['INBOX', 'UNREAD'],
      });
      expect(header(box, id, 'In-Reply-To')).toBe(view(box, sent.id).messageId);
    }
  });

  test('a new mail in place of a reply stands alone', () => {
    const { box, sent } = open();
    const id = box.answer(sent.id, { text: 'Yes', newMail: true, subject: 'Your resolution' });
    expect(view(box, id)).toMatchObject({ threadId: id, subject: 'Your resolution' });
    expect(header(box, id, 'In-Reply-To') + header(box, id, 'References')).toBe('');
  });

  test('“take us off your list” is an answer like any other', () => {
    const { box, sent } = open();
    const id = box.answer(sent.id, { text: 'Please take us off your list.' });
    expect(view(box, id).threadId).toBe(sent.threadId);
    expect(header(box, id, 'Auto-Submitted')).toBe('');
  });

  test('one that is taken for spam is labelled so, in its thread', () => {
    const { box, sent } = open();
    const id = box.answer(sent.id, { text: 'Yes', spam: true });
    expect(view(box, id)).toMatchObject({ threadId: sent.threadId, labels: ['SPAM', 'UNREAD'] });
  });

  test('they go where Reply-To says: to another mailbox, or out of sight; an automatic reply comes here', () => {
    const clock = makeClock(Date.parse('2026-11-12T14:00:00Z'));
    const shared = openMailbox('office@example.org', clock.now);
    const box = openMailbox(ME, clock.now, (address) => (address === shared.address ? shared : null));
    const [kept, lost] = ['Office@example.org', 'gone@example.org'].map(
      (address) => box.send(raw(`Reply-To: ${address}\r\n`), null).id,
    );
    expect([box.answer(kept!, { text: 'Yes' }), box.answer(lost!, { text: 'Yes' })]).toEqual(['', '']);
    expect(shared.messages().map(({ from, to }) => [from, to])).toEqual([
      ['dee@example.com', 'Office@example.org'],
    ]);
    expect(box.outOfOffice(kept!)).not.toBe('');
    expect(box.messages()).toHaveLength(3);
  });

  test('references grow with the conversation', () => {
    const { box, sent } = open();
    const first = box.answer(sent.id, { text: 'When?' });
    const mine = box.write({ to: 'dee@example.com', text: 'On Friday', answers: first });
    const second = box.answer(mine, { text: 'Good', from: 'dee@example.com' });
    const ids = [sent.id, first, mine].map((id) => view(box, id).messageId);
    expect(header(box, second, 'References').split(/\s+/)).toEqual(ids);
    expect(new Set([sent.id, first, mine, second].map((id) => view(box, id).threadId)).size).toBe(1);
  });
});

describe('automatic replies', () => {
  test.each([
    [
      'marked',
      'Automatic reply: Health care for all',
      { 'Auto-Submitted': 'auto-replied', 'X-Autoreply': '' },
    ],
    [
      'gmail',
      'Re: Health care for all',
      { 'Auto-Submitted': 'auto-replied', 'X-Autoreply': 'yes', Precedence: 'bulk' },
    ],
    [
      'subject',
      'Out of office: Health care for all',
      { 'Auto-Submitted': '', 'X-Autoreply': '', Precedence: '' },
    ],
    ['unmarked', 'Re: Health care for all', { 'Auto-Submitted': '', 'X-Autoreply': '', Precedence: '' }],
  ] as const)('%s', (style, subject, headers) => {
    const { box, sent } = open();
    const id = box.outOfOffice(sent.id, { style });
    expect(view(box, id)).toMatchObject({ subject, threadId: sent.threadId, from: 'dee@example.com' });
    for (const [name, value] of Object.entries(headers))
      expect([name, header(box, id, name)]).toEqual([name, value]);
  });

  test('with a subject of its own it stands in a conversation of its own', () => {
    const { box, sent } = open();
    const id = box.outOfOffice(sent.id, { style: 'gmail', subject: 'Away until Monday' });
    expect(view(box, id).threadId).toBe(id);
  });
});

describe('deliveries', () => {
  test('that failed come from Gmail’s daemon, as a report in the thread, and name the address', async () => {
    const { box, sent } = open();
    const id = box.bounce(sent.id, { address: 'eve@example.com' });
    expect(view(box, id)).toMatchObject({
      from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      subject: 'Delivery Status Notification (Failure)',
      threadId: sent.threadId,
    });
    expect(header(box, id, 'X-Failed-Recipients')).toBe('eve@example.com');
    expect(header(box, id, 'Content-Type')).toMatch(/^multipart\/report;.*report-type=delivery-status/);
    expect((await showMessage(box, id)).text).toContain("wasn't delivered to eve@example.com");
  });

  test('that the other side gave back come from its postmaster and stand alone', () => {
    const { box, sent } = open();
    const id = box.bounce(sent.id, { by: 'server' });
    expect(view(box, id)).toMatchObject({ threadId: id, subject: 'Undelivered Mail Returned to Sender' });
    expect(view(box, id).from).toContain('postmaster@example.com');
    expect(header(box, id, 'X-Failed-Recipients')).toBe('');
  });

  test('that are late say so, and are reports as well', async () => {
    const { box, sent } = open();
    const id = box.delay(sent.id);
    expect(view(box, id)).toMatchObject({
      subject: 'Delivery Status Notification (Delay)',
      threadId: sent.threadId,
    });
    expect(header(box, id, 'Content-Type')).toContain('multipart/report');
    expect((await showMessage(box, id)).text).toContain('Gmail will retry');
  });
});

test('a mailbox with history, deletions and limits survives being saved as JSON', () => {
  const { box, clock, sent } = open();
  const start = box.data().lastHistoryId;
  box.limit({ perDay: 7 });
  box.erase(box.answer(sent.id, { text: 'Yes' }));
  const saved = JSON.parse(JSON.stringify(box.data())) as ReturnType<Mailbox['data']>;
  const again = openMailbox(saved, clock.now);
  expect(again.data()).toEqual(box.data());
  expect(again.historySince(start)).toEqual(box.historySince(start));
  expect(again.answer(sent.id, { text: 'Once more' })).toBe(box.answer(sent.id, { text: 'Once more' }));
});

test('mail that was kept without its history has one from its messages', () => {
  const { box, clock, sent } = open();
  const { address, messages, lastHistoryId, oldestHistoryId } = box.data();
  const older = { address, messages, lastHistoryId, oldestHistoryId };
  const again = openMailbox(older as unknown as ReturnType<Mailbox['data']>, clock.now);
  expect(again.historySince(1)).toBeNull();
  expect(again.historySince(older.oldestHistoryId)?.map(({ messageId }) => messageId)).toEqual([sent.id]);
});
