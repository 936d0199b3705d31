// A lead's week through the built bundle: the page, mailed to each lead once a week, whoever presses and whatever is cut off.
import { describe, expect, test } from '@jest/globals';
import type { WriteReceipt } from '../../src/commands/answers';
import type { WeekView } from '../../src/commands/weekAnswers';
import type { Host } from '../../workbench/host/createHost';
import { showMessage } from '../../workbench/host/mail/show';
import { ask, openCampaign, putTab, refused, resume } from './campaign';

const VOLUNTEERS = [
  ['Name', 'E-mail', 'Role'],
  ['Ana', 'ana@larkhaven.example.org', 'Lead'],
  ['Bo', 'bo@larkhaven.example.org', 'lead'],
  ['Chidi', 'chidi@larkhaven.example.org', 'volunteer'],
  ['Dee', '', 'Lead'],
];

async function file(volunteers = VOLUNTEERS): Promise<Host> {
  const host = await openCampaign();
  putTab(host, 'Volunteers', volunteers);
  ask(host, 'startWith', 'Contacts');
  return host;
}
const week = (host: Host) => ask<WeekView>(host, 'getWeek');
const mail = (host: Host) => ask<WriteReceipt>(host, 'mailWeek').message;
const sent = (host: Host) => host.mailbox.messages().filter(({ labels }) => labels.includes('SENT'));

const recipients = (host: Host) =>
  sent(host)
    .map(({ id }) => /^To:.*?([^\s<]+@[^\s>]+)/m.exec(new TextDecoder().decode(host.mailbox.eml(id)))?.[1])
    .sort();

describe('the page', () => {
  test('says what is due and missing, and proposes three things with their reasons', async () => {
    const host = await file();
    const { sections, proposals, mailing } = week(host);
    expect(sections.map(({ title }) => title)).toEqual(['Since Thu, Nov 5, 2026', 'Due', 'Missing']);
    expect(sections[1]?.lines.map(({ text }) => text)).toContain('4 follow-ups: no answer in time');
    expect(proposals.map(({ reason }) => reason)).toEqual([
      'Nobody of the kind “Physicians” yet: put it on the agenda for Thu, Nov 19.',
      'Ask Larkhaven Transit Workers Local 880 again: 11 days without an answer.',
      'Share out 9 contacts that nobody has.',
    ]);
    expect(mailing.title).toBe('Where we stand on Nov 12 (Larkhaven Care for All)');
    expect(mailing).toMatchObject({ withAddress: 2, toMail: 2, mailed: 0, noAddress: ['Dee'] });
    for (const { reason } of proposals) expect(mailing.text).toContain(reason);
  });

  test('reading it writes nothing', async () => {
    const host = await file();
    const before = JSON.stringify(host.save().workbook);
    week(host);
    expect(JSON.stringify(host.save().workbook)).toBe(before);
  });
});

describe('the mail', () => {
  test('goes to each lead with an address once a week, also if another lead presses', async () => {
    const host = await file();
    expect(mail(host)).toBe('Mailed to 2 of 2.');
    const { subject, text } = await showMessage(host.mailbox, sent(host)[0]?.id ?? '');
    expect(subject).toBe('Where we stand on Nov 12 (Larkhaven Care for All)');
    expect(text).toContain('Hello Ana,');
    expect(recipients(host)).toEqual(['ana@larkhaven.example.org', 'bo@larkhaven.example.org']);
    expect(mail(host)).toBe('Everybody with an address has it already.');
    const other = resume(host.save(), { user: { email: 'bo@larkhaven.example.org' } });
    expect(mail(other)).toBe('Everybody with an address has it already.');
    expect(week(other).mailing).toMatchObject({ mailed: 2, toMail: 0, unsure: [] });
    host.advance(4);
    expect(mail(host)).toBe('Mailed to 2 of 2.');
  });

  test('a run that was cut off at any call sends nobody a second one', async () => {
    const saved = (await file()).save();
    const whole = resume(saved);
    mail(whole);
    for (let at = 1; at <= whole.calls.length; at += 3)
      for (const when of ['before', 'after'] as const) {
        const one = resume(saved);
        one.killAt(at, when);
        try {
          one.call('mailWeek');
        } catch {
          // cut off
        }
        const next = resume(one.save());
        mail(next);
        const got = recipients(next);
        expect(new Set(got).size).toBe(got.length);
        const { mailed, unsure, toMail } = week(next).mailing;
        expect({ at, when, all: mailed + unsure.length, toMail }).toEqual({ at, when, all: 2, toMail: 0 });
      }
  }, 60_000);

  test('stays within the daily limit', async () => {
    const host = await file();
    ask(host, 'saveSetting', 'dailyLimit', '1');
    expect(mail(host)).toBe('Mailed to 1 of 2. The daily limit leaves no room for more. Go on tomorrow.');
    expect(mail(host)).toBe('Mailed to 0 of 1. The daily limit leaves no room for more. Go on tomorrow.');
    host.advance(2);
    expect(mail(host)).toBe('Mailed to 1 of 1.');
  });

  test('is refused in words where nobody is a lead, or the permission is missing', async () => {
    const none = await file([
      ['Name', 'E-mail', 'Role'],
      ['Ana', 'ana@larkhaven.example.org', ''],
    ]);
    expect(refused(none, 'mailWeek')).toMatchObject({ code: 'no-leads' });
    const host = resume((await file()).save(), { scopes: ['spreadsheets.currentonly'] });
    expect(refused(host, 'mailWeek').message).toMatch(/“.+”/);
    expect(week(host).mailing.canMail).toBe(false);
  });
});
