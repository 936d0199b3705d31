import { describe, expect, test } from '@jest/globals';
import {
  bouncedSince,
  keyOfSent,
  kindOfMessage,
  repliesAmong,
  type SeenMessage,
} from '../../src/mail/replies';
import { sent, TODAY } from './sampleCampaign';

const OWN = ['ana@larkhaven.example.org', 'group@larkhaven.example.org'];
const seen = (headers: Record<string, string>, part: Partial<SeenMessage> = {}): SeenMessage => ({
  id: 'm9',
  threadId: 't1',
  sent: false,
  day: TODAY,
  time: '11:30',
  headers: { from: 'Ruth C. <ruth@amity.example.org>', subject: 'Re: Care', ...headers },
  ...part,
});
const kind = (headers: Record<string, string>) => kindOfMessage(seen(headers), OWN);

describe('what a message is, by its headers', () => {
  test('a person’s answer', () => {
    expect(kind({})).toBe('answer');
    expect(kind({ 'auto-submitted': 'no' })).toBe('answer');
    expect(kind({ precedence: 'list' })).toBe('answer');
    expect(kind({ from: 'ruth@amity.example.org', subject: 'Out of this world, yes' })).toBe('answer');
  });

  test('ours, under any of our addresses', () => {
    expect(kind({ from: 'Ana <ANA@larkhaven.example.org>' })).toBe('ours');
    expect(kind({ from: 'group@larkhaven.example.org', 'auto-submitted': 'auto-replied' })).toBe('ours');
  });

  test('an automatic reply is not an answer', () => {
    for (const headers of [
      { 'auto-submitted': 'auto-replied' },
      { 'auto-submitted': 'Auto-Generated; x' },
      { precedence: 'auto_reply' },
      { 'x-autoreply': 'yes' },
      { subject: 'Automatic reply: Care' },
      { subject: 'Out of Office: back on Monday' },
      { subject: 'Abwesenheitsnotiz' },
    ] as Record<string, string>[])
      expect(kind(headers)).toBe('out-of-office');
  });

  test('a bounce, but not a mail that is only late', () => {
    expect(
      kind({
        from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
        subject: 'Delivery Status Notification (Failure)',
      }),
    ).toBe('bounced');
    expect(kind({ from: 'postmaster@amity.example.org', 'auto-submitted': 'auto-replied' })).toBe('bounced');
    expect(
      kind({ from: 'mailer-daemon@googlemail.com', subject: 'Delivery Status Notification (Delay)' }),
    ).toBe('delayed');
  });
});

describe('replies in our threads', () => {
  const log = [sent()];
  const NOW = { day: TODAY, time: '12:00' };
  const replies = (messages: readonly SeenMessage[], entries = log, own = OWN) =>
    repliesAmong(messages, entries, own, OWN[0] ?? '', NOW);

  test('become lines of the contact of the thread, at the time they came', () => {
    expect(replies([seen({})])).toMatchObject([
      {
        kind: 'answered',
        direction: 'theirs',
        result: 'received',
        contact: 'C1',
        address: 'ruth@amity.example.org',
        day: TODAY,
        time: '11:30',
        gmailMessageId: 'm9',
      },
    ]);
  });

  test('a bounce names the address that failed', () => {
    const bounce = { from: 'mailer-daemon@googlemail.com', subject: 'Failure' };
    expect(replies([seen(bounce)])[0]).toMatchObject({ kind: 'bounced', address: 'ruth@amity.example.org' });
    const other = seen({ ...bounce, 'x-failed-recipients': 'bo@amity.example.org' });
    expect(replies([other])[0]?.address).toBe('bo@amity.example.org');
  });

  test('what is ours, late, in the log already or in another thread is none', () => {
    const messages = [
      seen({ from: 'ana@larkhaven.example.org' }),
      seen({}, { sent: true }),
      seen({ from: 'mailer-daemon@googlemail.com', subject: 'Delay' }),
      seen({}, { id: 'm1' }),
      seen({}, { threadId: 'other' }),
    ];
    expect(replies(messages)).toEqual([]);
  });

  test('a volunteer who is the contact as well answers as the contact', () => {
    expect(replies([seen({})], log, [...OWN, 'ruth@amity.example.org'])).toHaveLength(1);
  });

  test('an answer that a later message of ours passed over counts from now', () => {
    const later = sent({ gmailMessageId: 'm2', day: TODAY, time: '11:45' });
    expect(replies([seen({})], [...log, later])[0]).toMatchObject({
      time: '12:00',
      notes: `Written ${TODAY} 11:30`,
    });
  });

  test('bounces of a run are those since it began', () => {
    const line = sent({ direction: 'theirs', kind: 'bounced', day: TODAY, time: '11:30' });
    expect(bouncedSince([line, line], `${TODAY} 11:30`)).toBe(2);
    expect(bouncedSince([line, line], `${TODAY} 11:31`)).toBe(0);
  });

  test('the key of a message counts in what the account sent only', () => {
    const headers = { 'x-outreach-key': 'k/C1/1' };
    expect(keyOfSent(seen(headers, { sent: true }))).toBe('k/C1/1');
    expect(keyOfSent(seen(headers))).toBe('');
  });
});
