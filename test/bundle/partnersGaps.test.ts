// Partners as people treat the tab: rows typed and copied by hand, headings renamed, two leads at once, somebody who left.
import { describe, expect, test } from '@jest/globals';
import type { ContactView, TodayView, WriteReceipt } from '../../src/commands/answers';
import type { AsksView, PartnerItem, PartnersView } from '../../src/commands/askAnswers';
import type { NamesView } from '../../src/commands/nameAnswers';
import type { Host } from '../../workbench/host/createHost';
import { ask, cellsOf, openCampaign, putTab, recordsOf, refused, ROWS, tabNames } from './campaign';

const AMITY = 'Amity Street Church';
const COOKS = 'Dockside Cooks Local 62';
const GUILD = 'Lantern Writers Guild';
const MORE = [
  ...ROWS,
  `${COOKS},Union,Gil,gil@cooks.example.org,,,,Partner,2026-05-01,2026-06-01,1,,`,
  `${GUILD},Union,Nia,nia@guild.example.org,,,,Observer,2026-10-01,2026-10-30,1,,`,
];
const open = () => openCampaign({ rows: MORE });

function selected(host: Host, name: string): ContactView {
  const row = recordsOf(host, 'Contacts').findIndex((one) => one['Organization'] === name) + 2;
  host.select('Contacts', row, 1);
  return ask<ContactView>(host, 'getSelectedContact');
}
const keyOf = (host: Host, name: string) => selected(host, name).contact;
const view = (host: Host) => ask<PartnersView>(host, 'getPartners');
function partner(host: Host, name: string): PartnerItem {
  const found = view(host).items.find(({ organization }) => organization === name);
  if (found === undefined) throw new Error(`${name} is no partner.`);
  return found;
}
const FACTS = {
  membership: 'partner',
  conditions: 'no party logos',
  brings: 'a hall for 80',
  committed: 'two speakers',
  people: '420',
  nextCheck: '',
  note: '',
};
const wanted = (host: Host, name: string, more: object = {}) => ({
  contact: keyOf(host, name),
  ...FACTS,
  ...more,
});
const save = (host: Host, name: string, more: object = {}): WriteReceipt =>
  ask<WriteReceipt>(host, 'savePartner', wanted(host, name, more));
const rowOf = (host: Host, name: string) =>
  recordsOf(host, 'Contacts').find((one) => one['Organization'] === name);
const partnerships = (host: Host) => recordsOf(host, 'Partnerships');
const bowOut = (host: Host, name: string) => ask(host, 'bowOut', { contact: keyOf(host, name), words: '' });

describe('the tab Partnerships', () => {
  test('with fewer columns, as somebody made it by hand, gets what is missing, and its row the Outreach ID', async () => {
    const host = await open();
    putTab(host, 'Partnerships', [
      ['Organization', 'Membership', 'Who brought them'],
      [COOKS, 'Observer', 'Bo'],
    ]);
    save(host, COOKS);
    expect(partnerships(host)).toEqual([
      expect.objectContaining({
        Organization: COOKS,
        Membership: 'partner',
        'Who brought them': 'Bo',
        Conditions: 'no party logos',
        'Outreach ID': keyOf(host, COOKS),
      }),
    ]);
    host.model.typeInto('Contacts', 11, 1, 'Dockside Kitchen Workers');
    expect(partner(host, 'Dockside Kitchen Workers').conditions).toBe('no party logos');
  });

  test('made by hand without an Outreach ID column gives up what was noted of a person on request', async () => {
    const host = await open();
    putTab(host, 'Partnerships', [
      ['Organization', 'Membership', 'Note'],
      [COOKS, 'partner', 'Gil’s own number is 555-0199'],
      [GUILD, 'observer', 'stays'],
    ]);
    ask(host, 'forgetContact', keyOf(host, COOKS));
    expect(partnerships(host).map((row) => row['Note'])).toEqual(['', 'stays']);
  });

  test('whose heading was renamed loses nothing that is saved', async () => {
    const host = await open();
    save(host, COOKS);
    host.model.typeInto('Partnerships', 1, 3, 'Terms');
    save(host, COOKS, { conditions: 'a word before each press release' });
    expect(partner(host, COOKS).conditions).toBe('a word before each press release');
    expect(partnerships(host)[0]).toMatchObject({ Terms: 'no party logos' });
    const newest = ask<{ groups: { changes: { id: string }[] }[] }>(host, 'getChanges').groups[0]?.changes[0];
    ask(host, 'undoChange', newest?.id);
    expect(partner(host, COOKS).conditions).toBe('');
  });

  test('with a row that was copied for another organization gives each its own', async () => {
    const host = await open();
    save(host, COOKS);
    const [, row = []] = cellsOf(host, 'Partnerships');
    host.model.insertRows('Partnerships', 2, 1);
    row.forEach((cell, at) => host.model.typeInto('Partnerships', 2, at + 1, String(cell)));
    host.model.typeInto('Partnerships', 2, 1, GUILD);
    host.model.typeInto('Partnerships', 2, 3, 'terms of the guild');
    expect(partner(host, COOKS).conditions).toBe('no party logos');
    expect(partner(host, GUILD).conditions).toBe('terms of the guild');
    save(host, GUILD, { conditions: 'new terms' });
    expect(
      partnerships(host).map((one) => [one['Organization'], one['Conditions'], one['Outreach ID']]),
    ).toEqual([
      [GUILD, 'new terms', keyOf(host, GUILD)],
      [COOKS, 'no party logos', keyOf(host, COOKS)],
    ]);
  });

  test('says of each cell and row that cannot be read what to do', async () => {
    const host = await open();
    // From here on each contact has its Outreach ID.
    ask(host, 'logDeed', { contact: keyOf(host, AMITY), kind: 'shared', day: '', note: '' });
    putTab(host, 'Partnerships', [
      ['Organization', 'Membership', 'People represented', 'Next check', 'Outreach ID'],
      [COOKS, 'sponsor', 'lots', 'in spring', ''],
      [GUILD, 'observer', 1200, '', ''],
      ['Nobody Here', '', '', '', ''],
      [GUILD, 'observer', '', '', keyOf(host, COOKS)],
    ]);
    expect(view(host).questions.map(({ row, text }) => `${row} ${text}`)).toEqual([
      `2 ${COOKS}: “sponsor”: Membership is partner, observer or empty.`,
      `2 ${COOKS}: “lots”: People represented is a whole number, or empty.`,
      `2 ${COOKS}: “in spring”: Next check is no day that can be read.`,
      '4 Nobody Here: No contact is called so. Write the name as it stands in your contacts, or delete the row.',
      `5 ${GUILD}: The name is one contact, the Outreach ID is ${COOKS}. Put the name right, or empty the Outreach ID.`,
    ]);
    expect(partner(host, GUILD).people).toBe(1200);
  });
});

describe('what is written down of a partner', () => {
  test('is not taken for another number, nor for a day that is past', async () => {
    const host = await open();
    for (const people of ['1.5', '2,5', '-5', '1e3', 'many'])
      expect(refused(host, 'savePartner', wanted(host, COOKS, { people })).code).toBe('people-unreadable');
    for (const nextCheck of ['2026-11-11', '0001-01-31'])
      expect(refused(host, 'savePartner', wanted(host, COOKS, { nextCheck })).code).toBe('day-past');
    save(host, COOKS, { people: '1.200', nextCheck: '2026-11-12' });
    expect(partner(host, COOKS)).toMatchObject({ people: 1200, due: 'Check in: planned for Nov 12' });
    host.advance(3);
    save(host, COOKS, {
      people: '1.200',
      nextCheck: '2026-11-12',
      note: 'the day that stood there may stay',
    });
  });

  test('reads back as the same text, whatever it looks like', async () => {
    const host = await open();
    const odd = { conditions: '=1+1', brings: '+1 503 555 0100', committed: '7-11', note: "'May 1" };
    save(host, COOKS, odd);
    expect(partner(host, COOKS)).toMatchObject(odd);
    const more = { conditions: '=HYPERLINK("x")', brings: '007', committed: '1e3', note: '@home' };
    save(host, COOKS, more);
    expect(partner(host, COOKS)).toMatchObject(more);
  });

  test('by two leads at once keeps what each changed, and names what both did', async () => {
    const host = await open();
    save(host, COOKS);
    const seen = { ...FACTS };
    host.model.typeInto('Partnerships', 2, 3, 'no candidates');
    host.model.typeInto('Partnerships', 2, 4, 'a van');
    const receipt = save(host, COOKS, { brings: 'a kitchen', note: 'ask Lena', seen });
    expect(partner(host, COOKS)).toMatchObject({
      conditions: 'no candidates',
      brings: 'a van',
      note: 'ask Lena',
    });
    expect(receipt.kept.map(({ why }) => why)).toEqual([
      'Somebody wrote “a van” there meanwhile, and that stays. You had: “a kitchen”.',
    ]);
  });

  test('puts a status right that says otherwise, and leaves every other alone', async () => {
    const host = await open();
    save(host, COOKS, { membership: 'observer' });
    expect(rowOf(host, COOKS)).toMatchObject({ Status: 'Observer' });
    save(host, GUILD, { membership: '' });
    expect(rowOf(host, GUILD)).toMatchObject({ Status: 'In conversation' });
    expect(partner(host, GUILD).membership).toBe('');
    save(host, AMITY, { membership: 'observer' });
    expect(rowOf(host, AMITY)).toMatchObject({ Status: 'Contacted' });
  });

  test('stays when somebody talks with an observer', async () => {
    const host = await open();
    const { contact } = selected(host, GUILD);
    ask(host, 'logTouch', { contact, channel: 'phone', outcome: 'talked', until: '', note: '' });
    expect(rowOf(host, GUILD)).toMatchObject({ Status: 'Observer' });
    expect(partner(host, GUILD).membership).toBe('observer');
  });
});

describe('the list', () => {
  test('says who is there as an endorser', async () => {
    const host = await open();
    const who = { day: '2026-11-11', whoDecided: 'Their board', mayBeNamed: 'yes', people: '' };
    ask(host, 'confirmEndorsement', { contact: keyOf(host, AMITY), ...who });
    expect(
      view(host).items.map(({ organization, membership, endorsed }) => [organization, membership, endorsed]),
    ).toEqual([
      [COOKS, 'partner', false],
      [AMITY, '', true],
      [GUILD, 'observer', false],
    ]);
  });

  test('has a text to copy for whoever is due, under Selected contact too', async () => {
    const host = await open();
    expect(partner(host, COOKS).text).toContain('Hello Gil');
    expect(selected(host, COOKS).asks.partner?.text).toBe(partner(host, COOKS).text);
    expect(partner(host, GUILD).text).toBe('');
  });

  test('names a last contact that is no day, and does not say that nothing is written down', async () => {
    const host = await openCampaign({
      rows: [`${COOKS},Union,Gil,gil@cooks.example.org,,,,Partner,,early August,1,,`],
    });
    expect(partner(host, COOKS).due).toBe(
      'Check in: “early August” under Last contacted is no day up to today',
    );
  });
});

describe('a deed', () => {
  test('counts once its day has come, and is of no year long ago', async () => {
    const host = await open();
    const deed = { contact: keyOf(host, COOKS), kind: 'signed', day: '', note: '' };
    ask(host, 'logDeed', deed);
    host.model.typeInto('Outreach log', 2, 2, '2026-11-20 09:00');
    expect(partner(host, COOKS).deeds).toEqual([]);
    host.advance(8);
    expect(partner(host, COOKS).deeds).toEqual(['Nov 20: signed']);
    for (const day of ['0001-01-01', '2026-11-21', '2026-02-30', 'soon'])
      expect(refused(host, 'logDeed', { ...deed, day }).code).toBe('deed-unclear');
  });
});

describe('whoever bowed out', () => {
  test('is not spoken of as somebody we owe, and comes back as what they were', async () => {
    const host = await open();
    save(host, COOKS, { membership: 'observer' });
    for (const kind of ['endorsement', 'attend our meeting'])
      ask(host, 'recordAsk', { contact: keyOf(host, COOKS), kind, channel: 'phone', day: '', note: '' });
    expect(partner(host, COOKS).remark).not.toBe('');
    bowOut(host, COOKS);
    expect(partner(host, COOKS)).toMatchObject({ remark: '', due: '', text: '' });
    expect(ask<AsksView>(host, 'getAsks').dueCount).toBe(0);
    ask(host, 'comeBack', keyOf(host, COOKS));
    expect(rowOf(host, COOKS)).toMatchObject({ Status: 'Observer' });
    expect(partner(host, COOKS)).toMatchObject({ membership: 'observer', bowedOut: '' });
  });

  test('is named so in the tab of the volunteer who had them, though nothing runs there', async () => {
    const host = await open();
    host.model.typeInto('Contacts', 2, 7, 'Dee');
    ask(host, 'markNextSteps');
    ask(host, 'buildTabs', { due: '', cap: 0, moves: [] });
    const step = () => recordsOf(host, '→ Dee').find((one) => one['Organization'] === AMITY)?.['Next step'];
    expect(step()).toBe('Follow up');
    bowOut(host, AMITY);
    expect(step()).toBe('Bowed out');
    ask(host, 'comeBack', keyOf(host, AMITY));
    expect(step()).toBe('');
  });

  test('is named so in a meeting: in the shortlist, among pasted names, and when it is closed', async () => {
    const host = await open();
    putTab(host, 'Volunteers', [['Name'], ['Dee']]);
    bowOut(host, AMITY);
    ask(host, 'startMeeting', '2026-11-12');
    const tab = tabNames(host).find((name) => name.startsWith('Shortlist ')) ?? '';
    expect(ask<NamesView>(host, 'getNames', AMITY).items[0]?.where).toBe('Row 2, bowed out');
    host.model.typeInto(tab, 2, 1, AMITY);
    host.model.typeInto(tab, 2, 7, 'Dee');
    expect(recordsOf(host, tab)[0]?.['Hint']).toBe('Already in contacts, bowed out.');
    const nothing = { tab: 0, due: '', same: [], takers: [], seen: [] };
    expect(ask<{ remarks: string[] }>(host, 'getClose', nothing).remarks).toEqual([
      `${AMITY} has bowed out, so it is nobody’s task.`,
    ]);
    const needs = JSON.stringify(ask<TodayView>(host, 'getToday').needs);
    expect(needs).not.toContain(AMITY);
  });
});
