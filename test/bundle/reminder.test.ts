// The weekly reminder on the built bundle: who gets what, once a week, whoever has it on, and what stops it.
import { describe, expect, test } from '@jest/globals';
import type { ChunkResult, ContactView, FollowUpsView } from '../../src/commands/answers';
import type { ReminderRun, ReminderView } from '../../src/commands/reminderAnswers';
import type { Host } from '../../workbench/host/createHost';
import { showMessage } from '../../workbench/host/mail/show';
import {
  ask,
  LEAD,
  openCampaign,
  putTab,
  recordsOf,
  refused,
  request,
  resume,
  type Options,
} from './campaign';

const BO = { email: 'bo@larkhaven.example.org' };

const HEADER =
  'Organization,Kind,Contact,E-mail,Owner,Task,Due,Status,First contacted,Last contacted,Attempts,Answer,Notes';
/** One overdue and one to follow up for Bo, one without an owner to follow up, one for Chidi later, one gone quiet. */
const ROWS = [
  'Amity Street Church,Faith group,Ruth,ruth@amity.example.org,Bo,,,Contacted,2026-11-03,2026-11-03,1,,',
  'Old Mill Bakery,Small business,Lena,lena@oldmill.example.org,Bo,Reach out,2026-11-09,Ready,,,,,',
  'Paper Lantern Books,Small business,Ines,ines@lantern.example.org,,,,Contacted,2026-11-02,2026-11-02,1,,',
  'Quarry Road Clinic,Clinic,Bea,bea@quarry.example.org,Chidi,Reach out,2026-12-20,Ready,,,,,',
  'Bluegate Community Clinic,Clinic,Sol,sol@bluegate.example.org,,,,Contacted,2026-09-20,2026-09-20,1,,',
  'Elm Endorsers,Union,Kim,kim@elm.example.org,Bo,Reach out,2026-11-01,Endorsed,,,,,',
];

/** One more without an owner, to follow up. */
const READERS =
  'Kestrel Readers,Small business,Mo,mo@kestrel.example.org,,,,Contacted,2026-11-02,2026-11-02,1,,';

const VOLUNTEERS = [
  ['Name', 'E-mail', 'Away until', 'Reminder'],
  ['Bo', BO.email, '', 'yes'],
  ['Chidi', 'chidi@larkhaven.example.org', '', 'yes'],
  ['Dee', 'dee@larkhaven.example.org', '', ''],
] as const;

/** Thursday, Nov 12; "Start with this tab" was pressed. */
async function campaign(
  options: Options = {},
  volunteers: readonly (readonly string[])[] = VOLUNTEERS,
): Promise<Host> {
  const host = await openCampaign({ header: HEADER, rows: ROWS, settings: SETTINGS, ...options });
  if (volunteers.length > 0) putTab(host, 'Volunteers', volunteers);
  ask(host, 'startWith', 'Contacts');
  return host;
}

const SETTINGS = [
  ['Campaign', 'Larkhaven Care for All'],
  ['Resolution link', 'https://larkhaven.example.org/resolution'],
] as const;

const turnOn = (host: Host) => ask<ReminderView>(host, 'setReminder', true);

/** Switched on by these people a week ago; the timers are gone, so that a test starts each run by itself. */
function longOn(...hosts: readonly [Host, ...Host[]]): void {
  hosts.forEach(turnOn);
  const [{ file }] = hosts;
  file.timers.length = 0;
  hosts[0].advance(7);
}
const view = (host: Host) => ask<ReminderView>(host, 'getReminder');

/** Everything that left the mailbox of this person: to whom and what. */
async function sentBy(host: Host): Promise<{ to: string; subject: string; text: string }[]> {
  const sent = host.mailbox.messages().filter(({ labels }) => labels.includes('SENT'));
  return Promise.all(
    sent.map(async ({ id, recipients }) => {
      const { subject, text } = await showMessage(host.mailbox, id);
      return { to: recipients.join(), subject, text: text.replace(/\s+/g, ' ') };
    }),
  );
}

const tos = async (host: Host) => (await sentBy(host)).map(({ to }) => to);

describe('the switch', () => {
  test('is off at first, and nothing is sent', async () => {
    const host = await campaign();
    expect(view(host)).toMatchObject({ on: false, leads: [], next: '', last: '', wanting: 2, missing: '' });
    host.advance(14);
    expect(await tos(host)).toEqual([]);
  });

  test('says who has it on, since when, and when the next one goes', async () => {
    const host = await campaign();
    expect(turnOn(host)).toMatchObject({
      on: true,
      leads: [{ who: LEAD.email, since: 'Nov 12' }],
      next: 'Mon, Nov 16, 2026',
      last: '',
    });
    expect(view(host.as(BO))).toMatchObject({ on: false, leads: [{ who: LEAD.email }] });
  });

  test('pressed twice makes one timer, and off takes it away', async () => {
    const host = await campaign();
    turnOn(host);
    turnOn(host);
    expect(host.file.timers).toHaveLength(1);
    expect(ask<ReminderView>(host, 'setReminder', false)).toMatchObject({ on: false, leads: [], next: '' });
    expect(host.file.timers).toEqual([]);
    host.advance(14);
    expect(await tos(host)).toEqual([]);
  });

  test.each([
    ['script.scriptapp', 'Weekly reminder'],
    ['gmail.send', 'Send mail as you'],
    ['userinfo.email', 'Your address'],
  ])('without %s it stays off and says in one sentence what to allow and where', async (scope, title) => {
    const host = await campaign();
    host.revoke(scope);
    const problem = refused(host, 'setReminder', true);
    expect(problem.todo).toBe(`It needs your yes first: allow “${title}” (Setup, Permissions).`);
    expect(view(host)).toMatchObject({ on: false, missing: problem.todo });
    expect(host.file.timers).toEqual([]);
  });

  test('a timer that somebody deleted at Google is not shown as on', async () => {
    const host = await campaign();
    turnOn(host);
    host.file.timers.length = 0;
    expect(view(host)).toMatchObject({ on: false });
    expect(view(host).lines.join(' ')).toContain('Switch it on again');
    expect(turnOn(host).on).toBe(true);
    expect(host.file.timers).toHaveLength(1);
  });
});

describe('on Monday', () => {
  test('the lead gets everybody’s, each volunteer who wants it and has something to do their own', async () => {
    const host = await campaign();
    turnOn(host);
    host.advance(7);
    expect(host.triggerError).toBe('');
    const [lead, bo, ...more] = await sentBy(host);
    expect(more).toEqual([]);
    expect(lead).toMatchObject({
      to: LEAD.email,
      subject: 'This week: 1 overdue, 2 due (Larkhaven Care for All)',
    });
    expect(lead?.text).toContain(
      'Overdue: 1 - Old Mill Bakery: Reach out, overdue since Nov 9 (7 days), Bo.',
    );
    expect(lead?.text).toContain('Paper Lantern Books: Follow up, no answer for 14 days, nobody has it.');
    expect(lead?.text).toContain('Gone quiet: 1 contact');
    expect(lead?.text).not.toMatch(/Elm Endorsers|Quarry Road/);
    expect(bo).toMatchObject({
      to: BO.email,
      subject: 'Your contacts this week: 1 overdue, 1 due (Larkhaven Care for All)',
    });
    expect(bo?.text).toMatch(
      /Amity Street Church: Follow up, no answer for 13 days\. https:\S+#gid=\d+&range=A2/,
    );
    expect(bo?.text).toContain('menu Outreach, My contacts');
    expect(bo?.text).not.toContain('Paper Lantern');
    expect(view(host)).toMatchObject({ last: 'Mon, Nov 16, 2026: 2 sent.', next: 'Mon, Nov 23, 2026' });
  });

  test('the Outreach ID stands beside the link once there is one', async () => {
    const host = await campaign();
    host.select('Contacts', 2, 1);
    const { contact } = ask<ContactView>(host, 'getSelectedContact');
    ask(host, 'sendChunk', [request(contact)], 'follow-ups');
    turnOn(host);
    host.advance(14);
    const id = String(recordsOf(host, 'Contacts')[0]?.['Outreach ID']);
    const texts = (await sentBy(host)).map(({ text }) => text).join();
    expect(texts).toContain(`(Outreach ID ${id})`);
  });

  test('two leads who both have it on give one message to each, once a week', async () => {
    const host = await campaign();
    const bo = host.as(BO);
    turnOn(host);
    turnOn(bo);
    for (let week = 1; week <= 2; week++) {
      host.advance(7);
      const all = [...(await tos(host)), ...(await tos(bo))];
      expect(all).toHaveLength(2 * week);
      expect(all.filter((to) => to === BO.email)).toHaveLength(week);
    }
  });

  test('two leads and no volunteer: one message', async () => {
    const host = await campaign({}, []);
    const bo = host.as(BO);
    turnOn(host);
    turnOn(bo);
    host.advance(7);
    expect([...(await tos(host)), ...(await tos(bo))]).toHaveLength(1);
  });

  test('where nothing is due the lead gets a short message, a volunteer none', async () => {
    const host = await campaign({ rows: [ROWS[3]!] });
    turnOn(host);
    host.advance(7);
    const [lead, ...more] = await sentBy(host);
    expect(more).toEqual([]);
    expect(lead?.text).toContain('Nothing is overdue, and nothing is due within a week.');
  });

  test('who is away, has no usable address, or was forgotten gets none', async () => {
    const host = await campaign({}, [
      VOLUNTEERS[0],
      ['Bo', BO.email, '2026-12-01', 'yes'],
      ['Chidi', 'chidi (at) larkhaven', '', 'yes'],
    ]);
    turnOn(host);
    expect(view(host).lines.join(' ')).toContain('No address that can be used: Chidi.');
    host.advance(7);
    expect(await tos(host)).toEqual([LEAD.email]);
  });

  test('an address that somebody asked to forget gets none, also as a volunteer’s', async () => {
    const host = await campaign({ rows: [...ROWS, `Bo Alone,,Bo,${BO.email},,,,,,,,,`] });
    turnOn(host);
    turnOn(host.as(BO));
    host.select('Contacts', ROWS.length + 2, 1);
    ask(host, 'forgetContact', ask<ContactView>(host, 'getSelectedContact').contact);
    expect(view(host).leads.map(({ who }) => who)).toEqual([LEAD.email]);
    host.advance(14);
    expect(new Set(await tos(host))).toEqual(new Set([LEAD.email]));
    expect(await tos(host.as(BO))).toEqual([]);
  });

  test('no reminder is a touch: the log and the rows stay as they are', async () => {
    const host = await campaign();
    turnOn(host);
    const before = JSON.stringify(recordsOf(host, 'Contacts'));
    host.advance(7);
    expect(JSON.stringify(recordsOf(host, 'Contacts'))).toBe(before);
    expect(recordsOf(host, 'Outreach log')).toEqual([]);
  });

  test('a formula or a line break in a name stays text on its line', async () => {
    const host = await campaign({
      rows: [
        '"=HYPERLINK(""x"")\nBcc: all@example.org",,Ruth,r@amity.example.org,,,,Contacted,2026-11-03,2026-11-03,1,,',
      ],
    });
    turnOn(host);
    host.advance(7);
    const [lead] = await sentBy(host);
    expect(lead?.to).toBe(LEAD.email);
  });
});

describe('what stops a run', () => {
  test('a permission to send that went away: nothing leaves, and it comes back with the permission', async () => {
    const host = await campaign();
    turnOn(host);
    host.revoke('gmail.send');
    host.advance(7);
    expect(await tos(host)).toEqual([]);
    expect(view(host).next).toBe('Fri, Nov 20, 2026');
    expect(view(host).missing).toContain('“Send mail as you”');
    host.grant('gmail.send');
    host.advance(1);
    expect(await tos(host)).toHaveLength(2);
  });

  test('the daily limit of Settings: who had no room gets theirs on the next morning', async () => {
    const host = await campaign({ settings: [...SETTINGS, ['Daily limit', 1]] });
    turnOn(host);
    // Monday, noon.
    host.advance(4.2);
    expect(await tos(host)).toEqual([LEAD.email]);
    expect(view(host)).toMatchObject({ next: 'Tue, Nov 17, 2026' });
    expect(view(host).last).toContain('It ended before everybody was written to.');
    expect(view(host).lines).toContain(
      'Not everybody has this week’s yet: it goes on each morning until they do.',
    );
    host.advance(1);
    expect(await tos(host)).toEqual([LEAD.email, BO.email]);
    expect(view(host)).toMatchObject({ next: 'Mon, Nov 23, 2026', last: 'Mon, Nov 16, 2026: 2 sent.' });
    host.advance(5);
    expect(await tos(host)).toHaveLength(2);
  });

  test('a send counts the reminders of the last 24 hours, and a reminder what was sent', async () => {
    const host = await campaign({ rows: [...ROWS, READERS], settings: [...SETTINGS, ['Daily limit', 3]] });
    turnOn(host);
    // Monday, noon: the lead and Bo have theirs.
    host.advance(4.2);
    expect(await tos(host)).toHaveLength(2);
    const list = () => ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups');
    expect(list().quota).toEqual({ used: 2, left: 1, limit: 3 });
    const due = list().ready.map(({ contact }) => request(contact));
    expect(due.length).toBeGreaterThan(1);
    const sent = ask<ChunkResult>(host, 'sendChunk', due, 'follow-ups');
    expect(sent.lines.filter(({ result }) => result === 'sent')).toHaveLength(1);
    expect(sent.quota).toEqual({ used: 3, left: 0, limit: 3 });
    // The mailbox of another account has a day of its own.
    const other = ask<FollowUpsView>(host.as(BO), 'getFollowUps', 'follow-ups');
    expect(other.quota.used).toBe(0);
    host.advance(1);
    expect(list().quota.used).toBe(0);
  });

  test('who sends up to the limit just before leaves the reminder for the next morning', async () => {
    const host = await campaign({ rows: [...ROWS, READERS], settings: [...SETTINGS, ['Daily limit', 2]] });
    turnOn(host);
    // Sunday, noon.
    host.advance(3.2);
    const due = ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups').ready;
    ask(
      host,
      'sendChunk',
      due.map(({ contact }) => request(contact)),
      'follow-ups',
    );
    expect(await tos(host)).toHaveLength(2);
    host.advance(1);
    expect(await tos(host)).toHaveLength(2);
    host.advance(1);
    expect((await tos(host)).slice(2)).toEqual([LEAD.email, BO.email]);
  });

  test('another lead’s run goes on where the first was cut off, and writes to nobody again', async () => {
    const host = await campaign();
    const bo = host.as({ email: 'zoe@larkhaven.example.org' });
    longOn(host, bo);
    const trial = resume(host.save());
    ask(trial, 'weeklyReminder');
    const [first] = trial.calls.filter(({ method }) => method.endsWith('Messages.send'));
    host.killAt(first?.n ?? 0, 'after', 'none');
    expect(() => host.call('weeklyReminder')).toThrow();
    expect(view(host).last).toBe(
      'Mon, Nov 16, 2026: 0 sent, 1 may not have left (the lead). It ended before everybody was written to.',
    );
    expect(ask<ReminderRun>(bo, 'weeklyReminder').sent).toBe(1);
    expect(await tos(host)).toEqual([LEAD.email]);
    expect(await tos(bo)).toEqual([BO.email]);
    expect(ask<ReminderRun>(host, 'weeklyReminder').sent).toBe(0);
  });

  test('a send that is under way is waited for; where it takes too long nothing leaves', async () => {
    const host = await campaign();
    longOn(host);
    host.holdLock(600_000);
    expect(refused(host, 'weeklyReminder').code).toBe('locked');
    expect(await tos(host)).toEqual([]);
    host.holdLock(60_000);
    expect(ask<ReminderRun>(host, 'weeklyReminder')).toEqual({ sent: 2, why: '' });
    expect(host.lastRun.elapsed).toBeGreaterThan(60_000);
  });

  test('a run that found the file held all the time is made up for on the next morning, once', async () => {
    const host = await campaign();
    turnOn(host);
    // Until Monday, noon.
    host.holdLock(4.2 * 86_400_000);
    host.advance(4.2);
    expect(await tos(host)).toEqual([]);
    expect(view(host)).toMatchObject({ last: '', next: 'Tue, Nov 17, 2026' });
    host.advance(1);
    expect(await tos(host)).toEqual([LEAD.email, BO.email]);
    host.advance(5);
    expect(await tos(host)).toHaveLength(2);
    host.advance(1);
    expect(await tos(host)).toHaveLength(4);
  });

  test('switched on in mid-week, it begins on the next Monday', async () => {
    const host = await campaign();
    turnOn(host);
    host.advance(3.2);
    expect(await tos(host)).toEqual([]);
    expect(ask<ReminderRun>(host, 'weeklyReminder').sent).toBe(0);
  });

  test('a question about a column: its tab is left out, and the lead is told', async () => {
    const host = await campaign();
    turnOn(host);
    host.model.typeInto('Contacts', 1, 10, 'Something else');
    for (let row = 2; row <= 7; row++) host.model.typeInto('Contacts', row, 10, 'blue');
    host.advance(7);
    const [lead] = await sentBy(host);
    expect(lead?.text).toContain('The tab “Contacts” is left out');
  });

  test('nobody looks: it runs without the sidebar, and a page that calls it sends nothing twice', async () => {
    const host = await campaign();
    turnOn(host);
    host.advance(7);
    expect(ask<ReminderRun>(host, 'weeklyReminder')).toEqual({
      sent: 0,
      why: 'The messages of this week have gone out.',
    });
    expect(ask<ReminderRun>(host.as(BO), 'weeklyReminder').sent).toBe(0);
    expect(host.logs).toEqual([]);
  });
});
