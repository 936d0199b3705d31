// Endorsements: what counts and what is only claimed, the tallies, the proof page, and what the row of a contact says.
import { describe, expect, test } from '@jest/globals';
import type { ContactView, FollowUpsView, TodayView, WriteReceipt } from '../../src/commands/answers';
import type { AsksView, PartnersView } from '../../src/commands/askAnswers';
import type { Host } from '../../workbench/host/createHost';
import { ask, cellsOf, openCampaign, putTab, recordsOf, refused, resume, tabNames } from './campaign';

const HEADER =
  'Organization,Kind,Level,Town,Contact,E-mail,Status,First contacted,Last contacted,Attempts,Answer,Endorsement,Do not contact';
const ROWS = [
  'The Amity Church,Faith group,local,Larkhaven,Ruth,ruth@amity.example.org,Contacted,2026-11-03,2026-11-03,1,,,',
  'Dockside Cooks Local 62,Union,regional,Larkhaven,Gus,gus@cooks.example.org,Endorsed,2026-06-01,2026-06-01,1,,yes,',
  'Anchor Clinic,Clinic,local,Fernbank,Sol,sol@anchor.example.org,In conversation,2026-10-20,2026-10-20,1,,yes,',
  'Cedar Tenants,Tenants,local,Fernbank,Tess,tess@cedar.example.org,Contacted,2026-11-01,2026-11-01,1,,,',
  'Quarry Book Club,Other,local,,Bea,bea@quarry.example.org,Bowed out,2026-05-01,2026-05-01,1,,,',
];
const SETTINGS = [
  ['Campaign', 'Larkhaven Care for All'],
  ['Sender name', 'Ana'],
  ['Endorsement goal', 10],
] as const;

const open = () => openCampaign({ header: HEADER, rows: ROWS, settings: SETTINGS });
const listed = (host: Host) => ask<AsksView>(host, 'getAsks');
function selected(host: Host, name: string): ContactView {
  const row = recordsOf(host, 'Contacts').findIndex((one) => one['Organization'] === name) + 2;
  host.select('Contacts', row, 1);
  return ask<ContactView>(host, 'getSelectedContact');
}
const keyOf = (host: Host, name: string) => selected(host, name).contact;
const rowOf = (host: Host, name: string) =>
  recordsOf(host, 'Contacts').find((row) => row['Organization'] === name) ?? {};

function endorsed(host: Host, name: string, more: object = {}): void {
  const contact = keyOf(host, name);
  ask(host, 'recordAsk', { contact, kind: 'endorsement', channel: 'phone', day: '2026-11-04', note: '' });
  const item = selected(host, name).asks.items.find(({ kind }) => kind === 'endorsement');
  ask(host, 'answerAsk', {
    contact: keyOf(host, name),
    ask: item?.id,
    answer: 'yes',
    day: '2026-11-10',
    waitUntil: '',
    whoDecided: 'Their council',
    mayBeNamed: 'yes',
    note: '',
    ...more,
  });
}
const confirm = (host: Host, name: string, more: object = {}): WriteReceipt =>
  ask<WriteReceipt>(host, 'confirmEndorsement', {
    contact: keyOf(host, name),
    day: '2026-09-15',
    whoDecided: 'Their board',
    mayBeNamed: 'yes',
    people: '',
    ...more,
  });

describe('what counts', () => {
  test('is what was answered yes with who and when; an old column is claimed until both are filled in', async () => {
    const host = await open();
    expect(listed(host)).toMatchObject({ confirmed: 0, claimedCount: 2, goal: 10 });
    expect(ask<TodayView>(host, 'getToday')).toMatchObject({ confirmed: 0, goal: 10 });
    expect(selected(host, 'Anchor Clinic').asks).toMatchObject({ claimed: true });
    expect(refused(host, 'confirmEndorsement', confirmOf(host, { whoDecided: '' })).code).toBe(
      'endorsement-unclear',
    );
    expect(refused(host, 'confirmEndorsement', confirmOf(host, { day: '' })).code).toBe(
      'endorsement-unclear',
    );
    expect(refused(host, 'confirmEndorsement', confirmOf(host, { day: '2026-12-01' })).code).toBe(
      'endorsement-unclear',
    );
    expect(refused(host, 'confirmEndorsement', confirmOf(host, { people: 'many' })).code).toBe(
      'people-unreadable',
    );
    expect(tabNames(host)).not.toContain('Asks');
    confirm(host, 'Anchor Clinic', { people: '1,200', mayBeNamed: '' });
    expect(listed(host)).toMatchObject({
      confirmed: 1,
      claimedCount: 1,
      people: 1200,
      named: 0,
      unaskedCount: 1,
    });
    expect(selected(host, 'Anchor Clinic').asks).toMatchObject({ claimed: false });
    confirm(host, 'Anchor Clinic', { people: '1,200' });
    expect(listed(host)).toMatchObject({ confirmed: 1, named: 1, unaskedCount: 0, openCount: 0 });
    expect(recordsOf(host, 'Asks')).toHaveLength(1);
  });

  const confirmOf = (host: Host, more: object) => ({
    contact: keyOf(host, 'Anchor Clinic'),
    day: '2026-09-15',
    whoDecided: 'Their board',
    mayBeNamed: 'yes',
    people: '',
    ...more,
  });

  test('is shown in the group’s own columns, and taken out of them when it is withdrawn', async () => {
    const host = await open();
    endorsed(host, 'Cedar Tenants');
    expect(rowOf(host, 'Cedar Tenants')).toMatchObject({ Status: 'Endorsed', Endorsement: 'yes' });
    const { contact, asks } = selected(host, 'Cedar Tenants');
    ask(host, 'answerAsk', {
      contact,
      ask: asks.items[0]?.id,
      answer: 'no',
      day: '',
      waitUntil: '',
      whoDecided: 'Their council',
      mayBeNamed: '',
      note: 'They changed their minds',
    });
    expect(rowOf(host, 'Cedar Tenants')).toMatchObject({ Status: 'In conversation', Endorsement: '' });
    expect(listed(host)).toMatchObject({ confirmed: 0, claimedCount: 2, questionCount: 0 });
  });

  test('a row that says Endorsed beside an ask that says no is a question, and a click settles it either way', async () => {
    const host = await open();
    endorsed(host, 'Cedar Tenants', { answer: 'no', mayBeNamed: '' });
    const column = HEADER.split(',').indexOf('Status') + 1;
    host.model.typeInto('Contacts', 5, column, 'Endorsed');
    expect(listed(host)).toMatchObject({ confirmed: 0, claimedCount: 2, questionCount: 1 });
    for (const [choice, claimed, status] of [
      ['asks', 2, 'In conversation'],
      ['row', 3, 'Endorsed'],
    ] as const) {
      const copy = resume(host.save());
      ask(copy, 'settleAsk', listed(copy).questions[0]?.key, choice);
      expect(listed(copy)).toMatchObject({ claimedCount: claimed, questionCount: 0 });
      expect(rowOf(copy, 'Cedar Tenants')['Status']).toBe(status);
    }
    expect(refused(host, 'settleAsk', 'never', 'asks').code).toBe('no-such-question');
  });

  test('is counted by category, town, level and month', async () => {
    const host = await open();
    confirm(host, 'Anchor Clinic', { people: '300' });
    confirm(host, 'Dockside Cooks Local 62', { people: '120', day: '2026-07-02' });
    endorsed(host, 'Cedar Tenants');
    const view = listed(host);
    expect(view.byTown).toEqual([
      { name: 'Fernbank', count: 2, people: 300 },
      { name: 'Larkhaven', count: 1, people: 120 },
    ]);
    expect(view.byLevel.map(({ name, count }) => [name, count])).toEqual([
      ['local', 2],
      ['regional', 1],
    ]);
    expect(view.byMonth.map(({ name, count }) => `${name} ${count}`)).toEqual([
      'Jul 2026 1',
      'Aug 2026 0',
      'Sep 2026 1',
      'Oct 2026 0',
      'Nov 2026 1',
    ]);
    expect(view.people).toBe(420);
  });
});

describe('the proof page', () => {
  test('names in order those who agreed to it, as text and as a tab that is made anew', async () => {
    const host = await open();
    expect(refused(host, 'makeEndorsedTab').code).toBe('nobody-named');
    endorsed(host, 'The Amity Church');
    confirm(host, 'Anchor Clinic');
    endorsed(host, 'Cedar Tenants', { mayBeNamed: 'no' });
    confirm(host, 'Dockside Cooks Local 62', { mayBeNamed: '' });
    const { proof, named } = listed(host);
    expect(named).toBe(2);
    expect(proof.split('\n').slice(-2)).toEqual(['The Amity Church, Larkhaven', 'Anchor Clinic, Fernbank']);
    ask(host, 'makeEndorsedTab');
    const names = () => cellsOf(host, 'Endorsed by').map(([name]) => name);
    expect(names().slice(-2)).toEqual(['The Amity Church', 'Anchor Clinic']);
    ask(host, 'bowOut', { contact: keyOf(host, 'Anchor Clinic'), words: '' });
    ask(host, 'makeEndorsedTab');
    expect(
      names()
        .filter((name) => name !== '')
        .slice(1),
    ).not.toContain('Anchor Clinic');
    expect(tabNames(host).filter((name) => name.startsWith('Endorsed by'))).toHaveLength(1);
  });

  test('leaves a tab of that name which the group made itself', async () => {
    const host = await open();
    putTab(host, 'Endorsed by', [['Our own list'], ['Somebody']]);
    endorsed(host, 'The Amity Church');
    ask(host, 'makeEndorsedTab');
    ask(host, 'makeEndorsedTab');
    expect(cellsOf(host, 'Endorsed by')).toEqual([['Our own list'], ['Somebody']]);
    expect(tabNames(host).filter((name) => name.startsWith('Endorsed by'))).toHaveLength(2);
  });
});

describe('who bowed out', () => {
  test('is left alone by everybody, neither counted nor named, until they come back', async () => {
    const host = await open();
    endorsed(host, 'The Amity Church');
    host.model.typeInto('Contacts', 5, HEADER.split(',').indexOf('Last contacted') + 1, '2026-10-20');
    const due = () =>
      ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups').ready.map(({ organization }) => organization);
    expect(due()).toContain('Cedar Tenants');
    ask(host, 'bowOut', { contact: keyOf(host, 'Cedar Tenants'), words: 'too much on our plate' });
    ask(host, 'bowOut', { contact: keyOf(host, 'The Amity Church'), words: '' });
    expect(due()).not.toContain('Cedar Tenants');
    expect(rowOf(host, 'Cedar Tenants')['Status']).toBe('Bowed out');
    expect(selected(host, 'Cedar Tenants').asks.next.kind).toBeNull();
    expect(listed(host)).toMatchObject({ confirmed: 0, named: 0 });
    expect(listed(host).bowedOut.map(({ organization }) => organization)).toEqual(['The Amity Church']);
    // Holds also where somebody changes the status cell.
    const cedar = recordsOf(host, 'Contacts').findIndex((row) => row['Organization'] === 'Cedar Tenants') + 2;
    host.model.typeInto('Contacts', cedar, HEADER.split(',').indexOf('Status') + 1, 'Contacted');
    expect(due()).not.toContain('Cedar Tenants');
    ask(host, 'comeBack', keyOf(host, 'Cedar Tenants'));
    ask(host, 'comeBack', keyOf(host, 'The Amity Church'));
    expect(listed(host).confirmed).toBe(1);
    expect(rowOf(host, 'The Amity Church')['Status']).not.toBe('Bowed out');
  });
});

describe('Today', () => {
  test('says which asks are due, what is claimed and whom to check in with', async () => {
    const host = await open();
    const contact = keyOf(host, 'The Amity Church');
    ask(host, 'recordAsk', { contact, kind: 'endorsement', channel: 'phone', day: '2026-10-20', note: '' });
    const needs = () =>
      Object.fromEntries(ask<TodayView>(host, 'getToday').needs.map(({ title, count }) => [title, count]));
    expect(needs()).toMatchObject({ 'Endorsements to confirm': 2, 'Partners to check in with': 1 });
    host.advance(20);
    expect(needs()).toMatchObject({ 'Asks due': 1 });
    expect(ask<PartnersView>(host, 'getPartners').dueCount).toBe(1);
  });
});
