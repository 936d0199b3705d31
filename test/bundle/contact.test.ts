// The selected contact, and a touch written down in two clicks, through the built bundle.
import { describe, expect, test } from '@jest/globals';
import type { ContactView, FollowUpsView, TouchRequest, WriteReceipt } from '../../src/commands/answers';
import type { Host } from '../../workbench/host/createHost';
import { ask, cellsOf, openCampaign, putTab, recordsOf, refused } from './campaign';

const day = (value: unknown) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value));
const selected = (host: Host, row: number): ContactView => {
  host.select('Contacts', row, 1);
  return ask<ContactView>(host, 'getSelectedContact');
};
const touch = (contact: string, more: Partial<TouchRequest> = {}): TouchRequest => ({
  contact,
  channel: 'phone',
  outcome: 'no answer',
  until: '',
  note: '',
  ...more,
});
const due = (host: Host) =>
  ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups').ready.map((item) => item.organization);

describe('the selected contact', () => {
  test('says who they are, why they are due, and has texts to copy', async () => {
    const host = await openCampaign();
    const shown = selected(host, 2);
    expect(shown).toMatchObject({ organization: 'Amity Street Church', row: 2, tag: { word: 'Follow up' } });
    expect(shown.tag.why).toContain('9 days');
    expect(shown.due).not.toBe('');
    expect(shown.facts.map((fact) => fact.value)).toContain('ruth@amity.example.org');
    expect(shown.texts.length).toBeGreaterThan(0);
  });

  test('is nobody in a blank row, in the headings, or in another tab', async () => {
    const host = await openCampaign();
    putTab(host, 'Minutes', [['We met.']]);
    for (const [tab, row] of [
      ['Contacts', 1],
      ['Contacts', 40],
      ['Minutes', 1],
      ['Settings', 2],
    ] as const) {
      host.select(tab, row, 1);
      expect(refused(host, 'getSelectedContact')).toMatchObject({ code: 'no-contact-selected' });
    }
  });
});

describe('writing down a touch', () => {
  test('a call without an answer moves the date, stands in the log, and the follow-up waits', async () => {
    const host = await openCampaign();
    const receipt = ask<WriteReceipt>(host, 'logTouch', touch(selected(host, 2).contact));
    expect(receipt).toMatchObject({ kept: [], undoable: true });
    const [row] = recordsOf(host, 'Contacts');
    expect(day(row?.['Last contacted'])).toBe('2026-11-12');
    expect(row).toMatchObject({ Attempts: 1, Answer: '' });
    expect(recordsOf(host, 'Outreach log')[0]).toMatchObject({
      Channel: 'phone',
      Kind: 'no answer',
      Direction: 'ours',
    });
    expect(due(host)).not.toContain('Amity Street Church');
    expect(selected(host, 2)).toMatchObject({ touchCount: 1 });
  });

  test('a talk is an answer in their own words for status', async () => {
    const host = await openCampaign();
    host.model.typeInto('Contacts', 10, 8, 'in talks');
    ask(
      host,
      'logTouch',
      touch(selected(host, 2).contact, { outcome: 'talked', note: '=1+1 is not a formula' }),
    );
    const [row] = recordsOf(host, 'Contacts');
    expect(row).toMatchObject({ Answer: '=1+1 is not a formula', Status: 'in talks' });
    expect(due(host)).not.toContain('Amity Street Church');
  });

  test('“wait until” waits until that day', async () => {
    const host = await openCampaign();
    ask(
      host,
      'logTouch',
      touch(selected(host, 2).contact, { outcome: 'wait until', until: '2026-11-30', note: 'board meets' }),
    );
    expect(due(host)).not.toContain('Amity Street Church');
    const shown = selected(host, 2);
    expect(shown.tag.word === 'Waiting' || shown.tag.word === '').toBe(true);
  });

  test('a note or an answer that a person typed is never written over', async () => {
    const host = await openCampaign();
    host.model.typeInto('Contacts', 2, 12, 'call Lou, not Ruth');
    ask(host, 'logTouch', touch(selected(host, 2).contact, { outcome: 'talked', note: 'friendly' }));
    expect(recordsOf(host, 'Contacts')[0]?.['Answer']).toBe('call Lou, not Ruth');
  });

  test('undo takes the row back, the log stays', async () => {
    const host = await openCampaign();
    const before = cellsOf(host, 'Contacts').map((row) => row.slice(0, 13));
    const receipt = ask<WriteReceipt>(
      host,
      'logTouch',
      touch(selected(host, 2).contact, { outcome: 'talked' }),
    );
    expect(ask<WriteReceipt>(host, 'undoChange', receipt.change).kept).toEqual([]);
    expect(cellsOf(host, 'Contacts').map((row) => row.slice(0, 13))).toEqual(before);
    expect(recordsOf(host, 'Outreach log')).toHaveLength(1);
  });

  test('what is not clear is refused, and nothing is written', async () => {
    const host = await openCampaign();
    const { contact } = selected(host, 2);
    const before = cellsOf(host, 'Contacts');
    expect(refused(host, 'logTouch', touch('c-none')).code).toBe('contact-gone');
    for (const unclear of [
      touch(contact, { channel: 'pigeon' }),
      touch(contact, { outcome: 'wait until', until: 'soon' }),
      touch(contact, { outcome: 'wait until', until: '2026-02-30' }),
    ])
      expect(refused(host, 'logTouch', unclear).code).toBe('touch-unclear');
    expect(recordsOf(host, 'Outreach log')).toEqual([]);
    expect(cellsOf(host, 'Contacts')).toEqual(before);
  });

  test('a row that was sorted elsewhere since it was shown is still the right one', async () => {
    const host = await openCampaign();
    const { contact } = selected(host, 2);
    host.model.sortTab('Contacts', [{ column: 1, ascending: false }], 2);
    ask(host, 'logTouch', touch(contact, { outcome: 'said no' }));
    const said = recordsOf(host, 'Contacts').filter((row) => row['Answer'] === 'said no');
    expect(said.map((row) => row['Organization'])).toEqual(['Amity Street Church']);
  });
});
