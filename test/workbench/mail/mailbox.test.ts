import { describe, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { makeClock } from '../../../workbench/host/clock';
import { decodeWords, readAddresses, readRaw } from '../../../workbench/host/mail/headers';
import { writeEmlFiles } from '../../../workbench/host/mail/emlFiles';
import { openMailbox } from '../../../workbench/host/mail/mailbox';
import { showMessage } from '../../../workbench/host/mail/show';

const ME = 'lead@example.org';
const mail = (change: Readonly<Record<string, string>> = {}, body = 'Hello') => {
  const headers = { From: `Lead <${ME}>`, To: 'ana@example.com', Subject: 'Medicare for All', ...change };
  const lines = Object.entries(headers).filter(([, value]) => value !== '');
  return [...lines.map(([name, value]) => `${name}: ${value}`), '', body].join('\r\n');
};

function open(now = Date.parse('2026-11-12T14:00:00Z')) {
  const clock = makeClock(now);
  return { clock, box: openMailbox(ME, clock.now) };
}

describe('sending', () => {
  test('a message gets ids of Gmail, a Message-ID of Gmail and a date; our own Message-ID is put aside', () => {
    const { box } = open();
    const sent = box.send(mail({ 'Message-ID': '<ours@example.org>' }), null);
    expect(sent.threadId).toBe(sent.id);
    const [view] = box.messages();
    expect(view!.messageId).toMatch(/^<.+@mail\.gmail\.com>$/);
    expect(view!.raw).toContain('X-Google-Original-Message-ID: <ours@example.org>');
    expect(view!.raw).toContain('Date: Thu, 12 Nov 2026 14:00:00 +0000');
    expect(view).toMatchObject({ direction: 'sent', subject: 'Medicare for All', to: 'ana@example.com' });
  });

  test('a follow-up joins its thread only with the same subject; “Re:” does not matter', () => {
    const { box } = open();
    const first = box.send(mail(), null);
    expect(box.send(mail({ Subject: 'Re: Medicare for All' }), first.threadId).threadId).toBe(first.threadId);
    const other = box.send(mail({ Subject: 'Something else' }), first.threadId);
    expect(other.threadId).toBe(other.id);
    expect(() => box.send(mail(), '18c0ffee')).toThrow('Requested entity was not found.');
  });

  test('Gmail puts the account in place of a sender that is not it', () => {
    const { box } = open();
    box.send(mail({ From: 'Boss <boss@example.com>' }), null);
    expect(box.messages()[0]!.from).toBe(`"Boss" <${ME}>`);
  });

  test.each([
    ['a bare line feed', mail().replace('\r\n', '\n'), 'CRLF'],
    ['a line over 998 bytes', mail({}, 'x'.repeat(999)), 'longer than 998 bytes'],
    ['an address that is none', mail({ To: 'ana at example.com' }), 'Invalid To header'],
    ['two addresses without a comma', mail({ To: 'ana@example.com bo@example.com' }), 'Invalid To header'],
    ['a semicolon between addresses', mail({ To: 'ana@example.com; bo@example.com' }), 'Invalid To header'],
    ['nobody to send it to', mail({ To: '' }), 'Recipient address required'],
    ['a second Subject', mail({ Subject: 'Hi\r\nSubject: again' }), 'it stands twice'],
    ['a line of text among the headers', mail({ Subject: 'Hi\r\nsome text' }), 'is not a header'],
    ['letters that are not ASCII in a header', mail({ Subject: 'Gr\u00fc\u00dfe' }), 'not ASCII'],
    [
      'a line break hidden in an encoded word',
      mail({ Subject: '=?UTF-8?B?SGkNCkJjYzogeEB5Lno=?=' }),
      'control character',
    ],
    [
      'fifty-one recipients',
      mail({ To: Array.from({ length: 51 }, (_, n) => `p${n}@example.com`).join(', ') }),
      'Too many recipients',
    ],
  ])('%s is refused, and nothing is sent', (_, raw, why) => {
    const { box } = open();
    expect(() => box.send(raw, null)).toThrow(why);
    expect(box.messages()).toEqual([]);
  });

  test('recipients of to, cc and bcc count for 24 hours, then no longer', () => {
    const { box, clock } = open();
    box.limit({ perDay: 4 });
    box.send(mail({ Cc: 'bo@example.com', Bcc: 'cem@example.com' }), null);
    expect(box.used()).toBe(3);
    expect(() => box.send(mail({ Cc: 'bo@example.com' }), null)).toThrow('Mail sending');
    box.send(mail(), null);
    expect(() => box.send(mail(), null)).toThrow('User-rate limit exceeded');
    clock.advance(24 * 3_600_000 + 1);
    expect(box.used()).toBe(0);
    box.send(mail(), null);
  });

  test('more than sixty in a minute are too many', () => {
    const { box, clock } = open();
    for (let n = 0; n < 60; n++) box.send(mail(), null);
    expect(() => box.send(mail(), null)).toThrow('Quota exceeded');
    clock.advance(61_000);
    box.send(mail(), null);
  });
});

describe('the recipients', () => {
  test('an answer, a bounce and an out-of-office land in the thread and can be told apart by their headers', () => {
    const { box } = open();
    const sent = box.send(mail(), null);
    box.answer(sent.id, { text: 'Yes, gladly' });
    box.bounce(sent.id);
    box.outOfOffice(sent.id);
    const [ours, answer, bounce, away] = box.messages();
    for (const message of [answer, bounce, away]) {
      expect(message).toMatchObject({ threadId: sent.threadId, direction: 'received' });
      expect(message!.raw).toContain(`In-Reply-To: ${ours!.messageId}`);
    }
    expect(answer).toMatchObject({ from: 'ana@example.com', subject: 'Re: Medicare for All' });
    expect(answer!.raw).not.toContain('Auto-Submitted');
    expect(bounce!.from).toContain('mailer-daemon@googlemail.com');
    expect(bounce!.raw).toContain('X-Failed-Recipients: ana@example.com');
    expect(away!.raw).toContain('Auto-Submitted: auto-replied');
  });

  test('mail from elsewhere starts a thread of its own', () => {
    const { box } = open();
    const id = box.receive({ from: 'news@example.com', subject: 'Grüße', text: 'Hallo' });
    expect(box.messages()[0]).toMatchObject({ id, threadId: id, subject: 'Grüße' });
  });

  test('an independent reader sees the text that was written', async () => {
    const { box } = open();
    const sent = box.send(mail(), null);
    const id = box.answer(sent.id, { text: 'Ja, gerne: übermorgen' });
    expect((await showMessage(box, id)).text.trim()).toBe('Ja, gerne: übermorgen');
    expect((await showMessage(box, sent.id)).subject).toBe('Medicare for All');
  });
});

test('a mailbox survives being saved as JSON', () => {
  const { box, clock } = open();
  const sent = box.send(mail(), null);
  const again = openMailbox(JSON.parse(JSON.stringify(box.data())) as ReturnType<typeof box.data>, clock.now);
  expect(again.messages()).toEqual(box.messages());
  expect(again.send(mail(), sent.threadId).id).not.toBe(sent.id);
});

test('a mailbox can be written as .eml files, one a message', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mail-'));
  try {
    const { box } = open();
    const sent = box.send(mail(), null);
    box.answer(sent.id, { text: 'Yes' });
    const names = writeEmlFiles(box, join(folder, 'box'));
    expect(names).toEqual([`0001-${sent.id}.eml`, expect.stringMatching(/^0002-/)]);
    expect(readFileSync(join(folder, 'box', names[0]!), 'latin1')).toBe(box.messages()[0]!.raw);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe('reading headers', () => {
  test('folded lines and encoded words come back as the text they stand for', () => {
    const read = readRaw('Subject: =?UTF-8?B?R3LDvMOf?=\r\n =?UTF-8?Q?e_=C3=A4?=\r\n\r\n');
    expect(read.ok && decodeWords(read.headers[0]!.value)).toBe('Grüße ä');
  });

  test('any text survives as encoded words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decodeWords(`=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`)).toBe(text);
      }),
    );
  });

  test('addresses with names, commas in quotes, and several in one header', () => {
    expect(readAddresses('"Doe, Ana" <ana@example.com>, bo@example.org')).toEqual([
      { name: 'Doe, Ana', address: 'ana@example.com' },
      { name: '', address: 'bo@example.org' },
    ]);
    for (const bad of [
      'a@b',
      'a b@example.com',
      'a@example..com',
      '.a@example.com',
      'a@-x.com',
      '<a@example.com',
      'a@example.com,',
    ])
      expect(readAddresses(bad)).toBeNull();
  });
});
