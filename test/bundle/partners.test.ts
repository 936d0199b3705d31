// Partners for the long run: what they bring, what we did for them, a status check through the year.
import { describe, expect, test } from '@jest/globals';
import type { ChangesView, ContactView, FollowUpsView, WriteReceipt } from '../../src/commands/answers';
import type { PartnerItem, PartnersView } from '../../src/commands/askAnswers';
import type { Host } from '../../workbench/host/createHost';
import { ask, cellsOf, openCampaign, putTab, recordsOf, refused, resume, ROWS } from './campaign';

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
const partners = (host: Host) => ask<PartnersView>(host, 'getPartners');
const partner = (host: Host, name: string): PartnerItem => {
  const found = partners(host).items.find(({ organization }) => organization === name);
  if (found === undefined) throw new Error(`${name} is no partner.`);
  return found;
};
const FACTS = {
  membership: 'partner',
  conditions: 'no party logos',
  brings: 'a hall for 80',
  committed: 'two speakers',
  people: '420',
  nextCheck: '',
  note: '',
};
const save = (host: Host, name: string, more: object = {}): WriteReceipt =>
  ask<WriteReceipt>(host, 'savePartner', { contact: keyOf(host, name), ...FACTS, ...more });
const kinds = (host: Host) => recordsOf(host, 'Outreach log').map((line) => line['Kind']);
const undoNewest = (host: Host): WriteReceipt => {
  const [newest] = ask<ChangesView>(host, 'getChanges').groups.flatMap(({ changes }) => changes);
  return ask<WriteReceipt>(host, 'undoChange', newest?.id);
};

describe('partners', () => {
  test('are those whose status says so, and whoever has a row in their tab', async () => {
    const host = await open();
    expect(partners(host).items.map(({ organization, membership }) => [organization, membership])).toEqual([
      [COOKS, 'partner'],
      [GUILD, 'observer'],
    ]);
    save(host, 'Harbor Nurses Association', { membership: '' });
    expect(partners(host).count).toBe(3);
    expect(partner(host, 'Harbor Nurses Association')).toMatchObject({
      people: 420,
      brings: 'a hall for 80',
    });
  });

  test('keep what was written about them, in a row that is found by its Outreach ID', async () => {
    const host = await open();
    save(host, COOKS);
    save(host, GUILD, { membership: 'observer', people: '' });
    host.model.insertRows('Partnerships', 2, 2);
    save(host, COOKS, { people: '1 500', conditions: 'none', nextCheck: '2026-12-01' });
    expect(partner(host, COOKS)).toMatchObject({ people: 1500, conditions: 'none', nextCheck: '2026-12-01' });
    expect(recordsOf(host, 'Partnerships').filter((row) => row['Organization'] === COOKS)).toHaveLength(1);
    undoNewest(host);
    expect(partner(host, COOKS)).toMatchObject({ people: 420, conditions: 'no party logos', nextCheck: '' });
    const before = JSON.stringify(host.save().workbook);
    save(host, COOKS);
    expect(JSON.stringify(host.save().workbook)).toBe(before);
  });

  test('with a number or a day that is none are refused in words', async () => {
    const host = await open();
    const wanted = { contact: keyOf(host, COOKS), ...FACTS };
    expect(refused(host, 'savePartner', { ...wanted, people: 'a lot' }).code).toBe('people-unreadable');
    expect(refused(host, 'savePartner', { ...wanted, nextCheck: 'soon' }).code).toBe('day-unreadable');
    expect(refused(host, 'savePartner', { ...wanted, contact: 'c-none' }).code).toBe('contact-gone');
  });

  test('cut off while they are written and saved again stand there once', async () => {
    const host = await open();
    const wanted = { contact: keyOf(host, COOKS), ...FACTS };
    const saved = host.save();
    const trial = resume(saved);
    ask(trial, 'savePartner', wanted);
    for (let n = 1; n <= trial.calls.length; n++) {
      const cut = resume(saved);
      cut.killAt(n, 'after');
      try {
        cut.call('savePartner', wanted);
      } catch {
        // Cut off, as meant.
      }
      const next = resume(cut.save());
      ask(next, 'savePartner', wanted);
      const rows = recordsOf(next, 'Partnerships').filter((row) => row['Organization'] === COOKS);
      expect([n, rows.length, rows[0]?.['Conditions']]).toEqual([n, 1, 'no party logos']);
    }
  });
});

describe('what we did for them', () => {
  test('stands beside what we asked, is no touch, and quiets the remark that we only ever ask', async () => {
    const host = await open();
    const contact = () => keyOf(host, COOKS);
    for (const kind of ['endorsement', 'attend our meeting'])
      ask(host, 'recordAsk', { contact: contact(), kind, channel: 'phone', day: '2026-11-05', note: '' });
    expect(partner(host, COOKS)).toMatchObject({ asked: 2, agreed: 0, deeds: [] });
    expect(partner(host, COOKS).remark).not.toBe('');
    const last = selected(host, COOKS).touchCount;
    ask(host, 'logDeed', { contact: contact(), kind: 'showed up', day: '', note: 'their picket' });
    ask(host, 'logDeed', { contact: contact(), kind: 'showed up', day: '', note: 'their picket' });
    expect(kinds(host).filter((kind) => kind === 'showed up')).toHaveLength(1);
    expect(partner(host, COOKS)).toMatchObject({ deeds: ['Nov 12: showed up, their picket'], remark: '' });
    expect(selected(host, COOKS).touchCount).toBe(last + 1);
    expect(recordsOf(host, 'Contacts').at(-2)).toMatchObject({ Organization: COOKS });
    expect(refused(host, 'logDeed', { contact: contact(), kind: 'sang', day: '', note: '' }).code).toBe(
      'deed-unclear',
    );
    undoNewest(host);
    expect(partner(host, COOKS).deeds).toEqual([]);
  });
});

describe('a status check', () => {
  test('comes due after 90 days, stands under Follow-ups with a text, and ends when somebody checked in', async () => {
    const host = await open();
    const checks = () => ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups').checks;
    expect(checks().map(({ organization }) => organization)).toEqual([COOKS]);
    expect(checks()[0]?.text).toContain('Gil');
    expect(checks()[0]?.composeUrl).toContain('gil%40cooks.example.org');
    ask(host, 'logCheck', keyOf(host, COOKS));
    ask(host, 'logCheck', keyOf(host, COOKS));
    expect(kinds(host)).toEqual(['status check']);
    expect(checks()).toEqual([]);
    host.advance(90);
    expect(partners(host).dueCount).toBe(2);
    const { contact } = selected(host, GUILD);
    ask(host, 'logTouch', { contact, channel: 'phone', outcome: 'talked', until: '', note: '' });
    expect(checks().map(({ organization }) => organization)).toEqual([COOKS]);
    ask(host, 'bowOut', { contact: keyOf(host, COOKS), words: 'a new board' });
    expect(checks()).toEqual([]);
    expect(partner(host, COOKS).bowedOut).toContain('a new board');
  });

  test('follows the day that somebody set by hand, and the days in Settings', async () => {
    const host = await openCampaign({ rows: MORE, settings: [['Partner check days', 10]] });
    expect(partners(host).dueCount).toBe(2);
    save(host, GUILD, { membership: 'observer', nextCheck: '2026-12-01' });
    expect(
      partners(host)
        .items.filter(({ due }) => due !== '')
        .map(({ organization }) => organization),
    ).toEqual([COOKS]);
    host.advance(19);
    expect(partners(host).dueCount).toBe(2);
  });

  test('reads rows that people type, by the name where there is no id', async () => {
    const host = await open();
    putTab(host, 'Partnerships', [
      ['Organization', 'Membership', 'People represented'],
      ['dockside cooks local 62', 'Observer', '90'],
    ]);
    expect(partner(host, COOKS)).toMatchObject({ membership: 'observer', people: 90 });
    expect(cellsOf(host, 'Partnerships')).toHaveLength(2);
  });
});
