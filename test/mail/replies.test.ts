import { describe, expect, test } from '@jest/globals';
import { kindOfMessage, repliesAmong, settledBy, type SeenMessage } from '../../src/mail/replies';
import { sent } from './sampleCampaign';

const OWN = ['ana@larkhaven.example.org', 'group@larkhaven.example.org'];
const seen = (headers: Record<string, string>, part: Partial<SeenMessage> = {}): SeenMessage => ({
  id: 'm9',
  threadId: 't1',
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

  test('belong to the contact of the thread', () => {
    expect(repliesAmong([seen({})], log, OWN)).toMatchObject([
      { kind: 'answer', contact: 'C1', address: 'ruth@amity.example.org' },
    ]);
  });

  test('a bounce names the address that failed', () => {
    const bounce = { from: 'mailer-daemon@googlemail.com', subject: 'Failure' };
    expect(repliesAmong([seen(bounce)], log, OWN)[0]?.address).toBe('ruth@amity.example.org');
    expect(
      repliesAmong([seen({ ...bounce, 'x-failed-recipients': 'bo@amity.example.org' })], log, OWN)[0]
        ?.address,
    ).toBe('bo@amity.example.org');
  });

  test('what is ours, late, in the log already or in another thread is none', () => {
    const messages = [
      seen({ from: 'ana@larkhaven.example.org' }),
      seen({ from: 'mailer-daemon@googlemail.com', subject: 'Delay' }),
      seen({}, { id: 'm1' }),
      seen({}, { threadId: 'other' }),
    ];
    expect(repliesAmong(messages, log, OWN)).toEqual([]);
  });

  test('an unsettled send is settled by our own key in our own message only', () => {
    const mine = seen({ from: 'ana@larkhaven.example.org', 'x-outreach-key': 'k/C1/1' });
    const echoed = seen({ 'x-outreach-key': 'k/C2/1' });
    expect([...settledBy([mine, echoed], OWN).keys()]).toEqual(['k/C1/1']);
  });
});
