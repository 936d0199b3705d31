// "My contacts" through the built bundle: whose list it is, its order, what captains and leads see, and the way to a row.
import { describe, expect, test } from '@jest/globals';
import type { ContactView, Need, TodayView, TouchRequest } from '../../src/commands/answers';
import type { MyContactsView } from '../../src/commands/myAnswers';
import type { Host } from '../../workbench/host/createHost';
import { ask, cellsOf, openCampaign, putTab, refused, SETTINGS, type Options } from './campaign';

const HEADER =
  'Organization,Contact,E-mail,Phone,Known by,Owner,Task,Due,Status,First contacted,Last contacted,Attempts';
const ROWS = [
  'Later,Ruth,r@later.example.org,,,Bo,,2026-12-20,Ready,,,',
  'Late,Tamar,t@late.example.org,,Dee,Bo & Chidi,Call Tamar,2026-11-05,Contacted,2026-11-03,2026-11-03,1',
  'Meeting,Gus,g@meeting.example.org,,,Bo,,,Ready,,,',
  'Tomorrow,Ines,i@tomorrow.example.org,,,Bo,,2026-11-13,Ready,,,',
  'Closed,Sol,s@closed.example.org,,,Bo,,2026-11-13,Declined,,,',
  'Dee’s,Sol,s@dees.example.org,,,Dee,,,Contacted,2026-11-09,2026-11-09,1',
  'Nobody’s,Pia,p@nobody.example.org,,,,,,Ready,,,',
];
const VOLUNTEERS = [
  ['Name', 'E-mail', 'Role', 'Captain', 'Away until'],
  ['Ana', 'ana@larkhaven.example.org', 'Lead', '', ''],
  ['Bo', 'bo@larkhaven.example.org', 'Captain', 'Ana', ''],
  ['Chidi', 'chidi@larkhaven.example.org', '', 'Bo', '2026-11-23'],
  ['Dee', 'dee@larkhaven.example.org', '', 'Bo', ''],
];
const as = (name: string) => ({ user: { email: `${name}@larkhaven.example.org` } });

async function open(options: Options = as('bo'), volunteers = VOLUNTEERS): Promise<Host> {
  const host = await openCampaign({ header: HEADER, rows: ROWS, ...options });
  if (volunteers.length > 0) putTab(host, 'Volunteers', volunteers);
  return host;
}

const mine = (host: Host, name = '') => ask<MyContactsView>(host, 'getMyContacts', name);
const names = (view: MyContactsView) => view.items.map(({ organization }) => organization);
const touchOn = ({ contact }: ContactView): TouchRequest => ({
  contact,
  channel: 'phone',
  outcome: 'no answer',
  until: '',
  note: '',
});
const checkIns = (host: Host): Need | undefined =>
  ask<TodayView>(host, 'getToday').needs.find(({ title }) => title === 'Check-ins');

describe('my contacts', () => {
  test('are those of whoever is signed in: overdue, due within a week, the rest; declined ones are not', async () => {
    const view = mine(await open());
    expect(view.name).toBe('Bo');
    expect(names(view)).toEqual(['Late', 'Tomorrow', 'Meeting', 'Later']);
    expect(view.items.map(({ urgency }) => urgency)).toEqual(['overdue', 'due', 'due', 'rest']);
    expect(view.counts).toEqual({ open: 4, due: 2, overdue: 1 });
    expect(view.items.map(({ due }) => due)).toEqual([
      'Overdue since Nov 5',
      'Due tomorrow',
      'Due on Nov 19, check-in on Nov 12',
      'Due on Dec 20, check-in on Dec 13',
    ]);
    expect(view.items[0]).toMatchObject({
      task: 'Call Tamar',
      tag: { word: 'Follow up' },
      last: 'Nov 3',
      knownBy: 'Dee',
    });
    expect(view.items[1]).toMatchObject({ task: 'Reach out', last: '' });
  });

  test('who is away has nothing due before they are back; a contact of two stands in both lists', async () => {
    const host = await open(as('chidi'));
    host.model.typeInto('Contacts', 4, 6, 'Bo, Chidi');
    expect(mine(host).items.map(({ organization, due }) => [organization, due])).toEqual([
      ['Late', 'Overdue since Nov 5'],
      ['Meeting', 'Due on Nov 23, check-in on Nov 16'],
    ]);
  });

  test('somebody whose address is nobody’s is taken for nobody: they choose their name once', async () => {
    const host = await open({ user: { email: 'somebody@example.com' } });
    expect(mine(host)).toMatchObject({ name: '', items: [], team: [] });
    expect(mine(host).names).toEqual(['Ana', 'Bo', 'Chidi', 'Dee']);
    expect(names(mine(host, 'Dee'))).toEqual(['Dee’s']);
    expect(mine(host, 'Zed')).toMatchObject({ name: '', items: [] });
    expect(refused(host, 'chooseName', 'Zed').code).toBe('no-such-volunteer');
    ask(host, 'chooseName', 'Dee');
    expect(mine(host)).toMatchObject({ name: 'Dee', names: ['Ana', 'Bo', 'Chidi', 'Dee'] });
    expect(mine(await open(as('bo'))).names).toEqual([]);
  });

  test('who allows no address is not taken for the one under messages, in the log and in texts to say', async () => {
    const scopes = ['spreadsheets.currentonly', 'script.container.ui'];
    const host = await open({ ...as('chidi'), scopes });
    expect(mine(host).name).toBe('');
    const look = () => {
      host.select('Contacts', 3, 1);
      return ask<ContactView>(host, 'getSelectedContact');
    };
    const before = look();
    expect(before.askWho).toEqual(['Ana', 'Bo', 'Chidi', 'Dee']);
    ask(host, 'logTouch', touchOn(before));
    ask(host, 'chooseName', 'Chidi');
    const after = look();
    expect(after.askWho).toEqual([]);
    expect(after.texts[0]?.text).toContain('Chidi');
    host.advance(1);
    ask(host, 'logTouch', touchOn(after));
    expect(
      cellsOf(host, 'Outreach log')
        .slice(1)
        .map((row) => row[2]),
    ).toEqual(['', 'Chidi']);
  });

  test('without a Volunteers tab the owners in the contacts are the people', async () => {
    const host = await open(as('zed'), []);
    expect(mine(host).names).toEqual(['Bo', 'Chidi', 'Dee']);
    expect(names(mine(host, 'Dee'))).toEqual(['Dee’s']);
  });

  test('the deadline and the meetings have calendar links, those that are past have none', async () => {
    const host = await open({
      ...as('bo'),
      ...{
        settings: [...SETTINGS, ['Open meeting date', '2026-11-21'], ['Open meeting place', 'Hall & Garden']],
      },
    });
    const { items, calendars } = mine(host);
    const url = new URL(items[0]?.calendar ?? '');
    expect(url.searchParams.get('text')).toBe('Call Tamar: Late');
    expect(url.searchParams.get('dates')).toBe('20261105/20261106');
    expect(calendars.map(({ label }) => label)).toEqual(['Next meeting, Nov 19', 'Open meeting, Nov 21']);
    expect(new URL(calendars[1]?.url ?? '').searchParams.get('location')).toBe('Hall & Garden');
    expect(ask<TodayView>(host, 'getToday').deadlines.calendars).toEqual(calendars);
    host.advance(8);
    expect(mine(host).calendars.map(({ label }) => label)).toEqual(['Open meeting, Nov 21']);
  });

  test('nothing in the file changes by looking', async () => {
    const host = await open();
    const before = JSON.stringify(host.model.state());
    mine(host);
    expect(JSON.stringify(host.model.state())).toBe(before);
  });
});

describe('the team', () => {
  test('a captain sees what their volunteers hold, a lead everybody, a volunteer nobody', async () => {
    expect(mine(await open()).team).toEqual([
      { name: 'Chidi', open: 1, due: 0, overdue: 1, last: 'Nov 3', checkIn: '' },
      { name: 'Dee', open: 1, due: 1, overdue: 0, last: 'Nov 9', checkIn: 'Check in by Nov 12' },
    ]);
    expect(mine(await open(as('ana'))).team.map(({ name }) => name)).toEqual(['Bo', 'Chidi', 'Dee']);
    expect(mine(await open(as('dee'))).team).toEqual([]);
  });

  test('Today names whom to check in with, to captains and leads only, and leads to the list', async () => {
    expect(checkIns(await open())).toMatchObject({
      count: 1,
      text: 'Check in with Dee by Nov 12: 1 open',
      to: { panel: 'mine', list: 'team' },
    });
    expect(checkIns(await open(as('ana')))).toMatchObject({
      count: 2,
      text: 'Check in with Bo by Nov 12: 4 open, Dee by Nov 12: 1 open',
    });
    expect(checkIns(await open(as('dee')))).toBeUndefined();
  });

  test('the days before are a setting, and without any nobody is reminded', async () => {
    const host = await open();
    ask(host, 'saveSetting', 'checkIns', '3');
    expect(checkIns(host)?.text).toBe('Check in with Dee by Nov 16: 1 open');
    ask(host, 'saveSetting', 'checkIns', 'no');
    expect(checkIns(host)).toBeUndefined();
    expect(refused(host, 'saveSetting', 'checkIns', 'often').code).toBe('setting-unreadable');
  });
});

describe('the way to a row', () => {
  test('is found also after the tab was sorted', async () => {
    const host = await open();
    const { contact } = mine(host).items[0] ?? { contact: '' };
    host.model.sortTab('Contacts', [{ column: 1, ascending: false }], 2);
    ask(host, 'goToContact', contact);
    expect(ask<{ organization: string }>(host, 'getSelectedContact').organization).toBe('Late');
  });

  test('a contact that is gone is told', async () => {
    expect(refused(await open(), 'goToContact', 'c-none')).toMatchObject({ code: 'contact-gone' });
  });
});
