// The selected contact, and a touch written down in two clicks, through the built bundle.
import { describe, expect, test } from '@jest/globals';
import type { ContactView, FollowUpsView, TouchRequest, WriteReceipt } from '../../src/commands/answers';
import type { MyContactsView } from '../../src/commands/myAnswers';
import type { Host } from '../../workbench/host/createHost';
import { ask, cellsOf, LEAD, openCampaign, putTab, recordsOf, refused, resume } from './campaign';

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

describe('“I asked them”', () => {
  const known = async () => {
    const host = await openCampaign();
    host.model.typeInto('Contacts', 9, 6, 'Dee');
    return host;
  };

  test('stands in the log once, and is no touch and no attempt', async () => {
    const host = await known();
    const before = cellsOf(host, 'Contacts').map((row) => row.slice(0, 13));
    const { contact, tie, tieText } = selected(host, 9);
    expect(tie).toBe('Dee knows Pia there.');
    expect(tieText).toContain('Hi Dee,');
    for (let times = 0; times < 2; times++)
      expect(ask<WriteReceipt>(host, 'noteTieAsked', contact)).toMatchObject({
        message: 'Noted: Dee was asked about Harbor Nurses Association.',
        undoable: false,
      });
    expect(cellsOf(host, 'Contacts').map((row) => row.slice(0, 13))).toEqual(before);
    const log = recordsOf(host, 'Outreach log');
    expect(log).toHaveLength(1);
    expect(log[0]).toMatchObject({
      Who: 'Ana',
      Organization: 'Harbor Nurses Association',
      Kind: 'tie asked',
      Direction: 'ours',
      Summary: 'Asked Dee for an introduction',
      Result: '',
      'Message key': '',
    });
    expect(String(log[0]?.['Contact'])).toMatch(/^c-/);
    expect(selected(host, 9)).toMatchObject({ tieText: '', tag: { word: '' }, touchCount: 1 });
  });

  test('cut off at any call and pressed again, stands in the log once', async () => {
    const saved = (await known()).save();
    const press = (host: Host) => host.call('noteTieAsked', selected(host, 9).contact);
    const trial = resume(saved);
    press(trial);
    for (let n = 1; n <= trial.calls.length; n++) {
      const host = resume(saved);
      host.killAt(n, 'after');
      try {
        press(host);
      } catch {
        // Cut off, as meant.
      }
      const next = resume(host.save());
      press(next);
      expect(recordsOf(next, 'Outreach log').map((line) => line['Kind'])).toEqual(['tie asked']);
    }
  });

  test('holds nobody else of the same organization', async () => {
    const host = await known();
    host.model.typeInto('Contacts', 10, 4, 'office@harbor.example.org');
    ask(host, 'noteTieAsked', selected(host, 9).contact);
    const { ready, stopped } = ask<FollowUpsView>(host, 'getFollowUps', 'first');
    expect(ready.map(({ row }) => row)).toEqual([9, 10]);
    expect(stopped).toEqual([]);
  });

  test('is refused where nobody is named, and where the row is gone', async () => {
    const host = await known();
    const { contact } = selected(host, 9);
    host.model.typeInto('Contacts', 9, 6, '');
    expect(refused(host, 'noteTieAsked', contact)).toMatchObject({ code: 'no-tie' });
    expect(refused(host, 'noteTieAsked', 'c-none').code).toBe('contact-gone');
    expect(recordsOf(host, 'Outreach log')).toEqual([]);
  });
});

describe('whoever may know someone there', () => {
  const VOLUNTEERS = [
    ['Name', 'E-mail', 'Belongs to'],
    ['Ana', LEAD.email, ''],
    ['Chidi', 'chidi@larkhaven.example.org', 'Larkhaven Choir; Harbor Nurses Assn.'],
    ['Bo Lind', 'bo@larkhaven.example.org', 'nurse at Harbor Nurses Association'],
  ];

  test('stands beside the contact with a text that says why them, and asked they are left in peace', async () => {
    const host = await openCampaign();
    expect(selected(host, 9)).toMatchObject({ tie: '', tieText: '' });
    putTab(host, 'Volunteers', VOLUNTEERS);
    const { contact, tie, tieText } = selected(host, 9);
    expect(tie).toBe(
      'Chidi belongs to Harbor Nurses Assn. and may know someone there. Bo Lind belongs to Harbor Nurses Association and may know someone there.',
    );
    expect(tieText).toMatch(/^Hi Chidi,\n\nYou are with Harbor Nurses Assn\., and we would like to ask/);
    expect(ask<WriteReceipt>(host, 'noteTieAsked', contact).message).toBe(
      'Noted: Chidi was asked about Harbor Nurses Association.',
    );
    expect(recordsOf(host, 'Outreach log')[0]).toMatchObject({
      Kind: 'tie asked',
      Summary: 'Asked Chidi for an introduction',
    });
    expect(selected(host, 9).tieText).toBe('');
    expect(cellsOf(host, 'Contacts')[8]?.[5]).toBe('');
  });

  test('is not shown for who was written to just now, has answered, or is known already', async () => {
    const host = await openCampaign();
    putTab(host, 'Volunteers', [
      VOLUNTEERS[0] ?? [],
      ['Bo', '', 'Millrace Worker Center, Willow Street Mosque'],
    ]);
    for (const row of [6, 7]) expect(selected(host, row).tie).toBe('');
    putTab(host, 'Volunteers', VOLUNTEERS);
    host.model.typeInto('Contacts', 9, 6, 'Dee');
    expect(selected(host, 9).tie).toBe('Dee knows Pia there.');
  });

  test('stands in the list of who has the contact, until they were asked', async () => {
    const host = await openCampaign();
    putTab(host, 'Volunteers', VOLUNTEERS);
    host.model.typeInto('Contacts', 9, 7, 'Ana');
    const mine = () =>
      ask<MyContactsView>(host, 'getMyContacts', 'Ana').items.find(({ row }) => row === 9)?.askFirst;
    expect(mine()).toBe('Ask Chidi (Harbor Nurses Assn.) or Bo Lind (Harbor Nurses Association) first');
    ask(host, 'noteTieAsked', selected(host, 9).contact);
    expect(mine()).toBe('');
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

  test('cut off at any call and pressed again, stands in the row and in the log once', async () => {
    const saved = (await openCampaign()).save();
    const press = (host: Host) => host.call('logTouch', touch(selected(host, 2).contact));
    const trial = resume(saved);
    press(trial);
    for (let n = 1; n <= trial.calls.length; n++) {
      const host = resume(saved);
      host.killAt(n, 'after');
      try {
        press(host);
      } catch {
        // Cut off, as meant.
      }
      const next = resume(host.save());
      press(next);
      expect(recordsOf(next, 'Outreach log').map((line) => line['Kind'])).toEqual(['no answer']);
      expect(day(recordsOf(next, 'Contacts')[0]?.['Last contacted'])).toBe('2026-11-12');
    }
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

  test('undo takes the row back; the log stays and says that the touch was taken back', async () => {
    const host = await openCampaign();
    const before = cellsOf(host, 'Contacts').map((row) => row.slice(0, 13));
    const receipt = ask<WriteReceipt>(
      host,
      'logTouch',
      touch(selected(host, 2).contact, { outcome: 'talked' }),
    );
    expect(ask<WriteReceipt>(host, 'undoChange', receipt.change).kept).toEqual([]);
    expect(cellsOf(host, 'Contacts').map((row) => row.slice(0, 13))).toEqual(before);
    expect(recordsOf(host, 'Outreach log').map((line) => line['Kind'])).toEqual(['talked', 'taken back']);
    expect(selected(host, 2)).toMatchObject({ touches: [], touchCount: 0, tag: { word: 'Follow up' } });
  });

  test('“They answered” said by mistake is undone: the contact is due again, also where only the log held it', async () => {
    const host = await openCampaign();
    host.model.typeInto('Contacts', 1, 8, '');
    const before = due(host);
    const receipt = ask<WriteReceipt>(
      host,
      'logTouch',
      touch(selected(host, 2).contact, { channel: 'e-mail', outcome: 'answered' }),
    );
    expect(receipt.undoable).toBe(true);
    expect(due(host)).not.toContain('Amity Street Church');
    ask(host, 'undoChange', receipt.change);
    expect(due(host)).toEqual(before);
    host.advance(1);
    expect(due(host)).toContain('Amity Street Church');
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
