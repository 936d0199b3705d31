// A contact goes from one of ours to another: asked first, only that one name changes, the log says who gave it.
import { describe, expect, test } from '@jest/globals';
import type { ChangesView, ContactView, FollowUpsView, WriteReceipt } from '../../src/commands/answers';
import type { HandOverView } from '../../src/commands/shareAnswers';
import type { Host } from '../../workbench/host/createHost';
import { ask, cellsOf, openCampaign, putTab, recordsOf, refused, resume } from './campaign';

const VOLUNTEERS = [
  ['Name', 'E-mail', 'Away until'],
  ['Ana', 'ana@larkhaven.example.org', ''],
  ['Bo', 'bo@larkhaven.example.org', ''],
  ['Dee', 'dee@larkhaven.example.org', ''],
  ['Elif', 'elif@larkhaven.example.org', '2026-11-30'],
];
const ROW = 2;
const OWNER = 7;

async function campaign(owner = 'Bo'): Promise<Host> {
  const host = await openCampaign();
  putTab(host, 'Volunteers', VOLUNTEERS);
  host.model.typeInto('Contacts', ROW, OWNER, owner);
  return host;
}
function selected(host: Host): ContactView {
  host.select('Contacts', ROW, 1);
  return ask<ContactView>(host, 'getSelectedContact');
}
const key = (host: Host) => selected(host).contact;
const owner = (host: Host) => recordsOf(host, 'Contacts')[0]?.['Owner'];
const log = (host: Host) => recordsOf(host, 'Outreach log');
const changes = (host: Host) => ask<ChangesView>(host, 'getChanges').groups.flatMap((group) => group.changes);
const give = (host: Host, from: string, to: string) =>
  ask<WriteReceipt>(host, 'handOver', key(host), from, to);

describe('before a contact goes to somebody else', () => {
  test('says who has it, what is open there, and who is away until it is due', async () => {
    const host = await campaign('Bo & Chidi');
    expect(selected(host).owner).toBe('Bo & Chidi');
    const view = ask<HandOverView>(host, 'getHandOver', key(host));
    expect(view.owners).toEqual(['Bo', 'Chidi']);
    expect(view.openThere).toEqual([
      'Somebody of ours was in touch with them 9 days ago (Nov 3), and there is no answer yet.',
    ]);
    expect(view.volunteers).toEqual([
      { name: 'Ana', remark: '' },
      { name: 'Dee', remark: '' },
      { name: 'Elif', remark: 'Elif is away until Nov 30, and this is due on Nov 19.' },
    ]);
    expect(owner(host)).toBe('Bo & Chidi');
  });

  test('does not offer it to whoever has it under a shorter name', async () => {
    const host = await campaign();
    host.model.typeInto('Volunteers', 3, 1, 'Bo Lind');
    const { volunteers } = ask<HandOverView>(host, 'getHandOver', key(host));
    expect(volunteers.map(({ name }) => name)).toEqual(['Ana', 'Dee', 'Elif']);
  });

  test('is refused in words where the tab has no such column, or the row is gone', async () => {
    const host = await campaign();
    const contact = key(host);
    expect(refused(host, 'getHandOver', 'c-none').code).toBe('contact-gone');
    host.model.typeInto('Contacts', 1, OWNER, 'Shoe size');
    host.model.typeInto('Contacts', ROW, OWNER, '');
    expect(refused(host, 'getHandOver', contact).code).toBe('no-owner-column');
    expect(refused(host, 'handOver', contact, '', 'Dee').code).toBe('no-owner-column');
  });
});

describe('handing a contact over', () => {
  test('changes that one name, and the log says who gave what to whom', async () => {
    const host = await campaign('Bo & Chidi');
    const before = cellsOf(host, 'Contacts').map((row) => row.slice(0, 13));
    expect(give(host, 'Bo', 'Dee')).toMatchObject({
      message: 'Dee has Amity Street Church now',
      written: 1,
      undoable: true,
    });
    const after = cellsOf(host, 'Contacts').map((row) => row.slice(0, 13));
    (before[ROW - 1] ?? [])[OWNER - 1] = 'Dee & Chidi';
    expect(after).toEqual(before);
    expect(log(host)).toHaveLength(1);
    expect(log(host)[0]).toMatchObject({
      Who: 'Ana',
      Organization: 'Amity Street Church',
      Kind: 'handed over',
      Direction: 'ours',
      Summary: 'From Bo to Dee',
      Result: '',
      'Message key': '',
    });
  });

  test('is no touch, no attempt and no answer: who is due stays due', async () => {
    const host = await campaign('Ana');
    const due = () => ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups').summary;
    const { tag } = selected(host);
    const before = due();
    give(host, 'Ana', '');
    expect(selected(host).tag).toEqual(tag);
    expect(due()).toBe(before);
    expect(recordsOf(host, 'Contacts')[0]).toMatchObject({ Attempts: 1, Answer: '', Owner: '' });
  });

  test('one undo takes back the cell, and the log says that it was taken back', async () => {
    const host = await campaign('Bo & Chidi');
    const { change } = give(host, 'Bo', 'Dee');
    expect(changes(host)).toHaveLength(1);
    expect(changes(host)[0]).toMatchObject({
      what: 'Dee has Amity Street Church now',
      cells: 1,
      state: 'undo',
    });
    expect(ask<WriteReceipt>(host, 'undoChange', change).kept).toEqual([]);
    expect(owner(host)).toBe('Bo & Chidi');
    expect(log(host).map((line) => line['Kind'])).toEqual(['handed over', 'taken back']);
    expect(log(host)[1]?.['Summary']).toContain('“handed over” of Thu, Nov 12, 2026 is taken back');
  });

  test('where the owner does not go back, the log does not say that it was taken back', async () => {
    const host = await campaign();
    const { change } = give(host, 'Bo', 'Dee');
    const { workbook, ...rest } = host.save();
    const lock = { id: 900, area: null, open: [], editors: [], warningOnly: false, description: '' };
    const tabs = workbook.tabs.map((tab) =>
      tab.name === 'Contacts' ? { ...tab, protections: [{ ...lock, tab: tab.id }] } : tab,
    );
    const locked = resume({ ...rest, workbook: { ...workbook, owner: 'group@example.org', tabs } });
    expect(ask<WriteReceipt>(locked, 'undoChange', change).kept).toHaveLength(1);
    expect(log(locked).map((line) => line['Kind'])).toEqual(['handed over']);
    const group = locked.as({ email: 'group@example.org' });
    expect(ask<WriteReceipt>(group, 'undoChange', change).kept).toEqual([]);
    expect(log(group).map((line) => line['Kind'])).toEqual(['handed over', 'taken back']);

    const { change: other } = give(host, 'Dee', 'Bo');
    host.model.typeInto('Contacts', ROW, OWNER, 'Elif');
    expect(ask<WriteReceipt>(host, 'undoChange', other).kept).toHaveLength(1);
    expect(log(host).map((line) => line['Kind'])).toEqual(['handed over', 'handed over']);
  });

  test('back and forth on one day, each time stands in the log', async () => {
    const host = await campaign();
    give(host, 'Bo', 'Dee');
    give(host, 'Dee', 'Bo');
    give(host, 'Bo', 'Dee');
    expect(log(host).map((line) => line['Summary'])).toEqual([
      'From Bo to Dee',
      'From Dee to Bo',
      'From Bo to Dee',
    ]);
  });

  test('pressed twice it is written once', async () => {
    const host = await campaign();
    give(host, 'Bo', 'Dee');
    expect(give(host, 'Bo', 'Dee')).toMatchObject({ written: 0, change: '' });
    expect(owner(host)).toBe('Dee');
    expect(log(host)).toHaveLength(1);
  });

  test('handing back leaves the others, and a blank cell where there is nobody else', async () => {
    const host = await campaign('Ana, Bo');
    expect(give(host, 'Bo', '').message).toBe('Bo does not have Amity Street Church any more');
    expect(owner(host)).toBe('Ana');
    give(host, 'Ana', '');
    expect(owner(host)).toBe('');
    expect(give(host, '', 'Dee').message).toBe('Dee has Amity Street Church now');
    expect(log(host).map((line) => line['Summary'])).toEqual([
      'From Bo to nobody',
      'From Ana to nobody',
      'From nobody to Dee',
    ]);
  });

  test('to somebody who is away the log has the remark', async () => {
    const host = await campaign();
    give(host, 'Bo', 'Elif');
    expect(log(host)[0]?.['Notes']).toBe('Elif is away until Nov 30, and this is due on Nov 19.');
  });

  test('whom somebody else gave it to meanwhile keeps it', async () => {
    const host = await campaign();
    const contact = key(host);
    host.model.typeInto('Contacts', ROW, OWNER, 'Chidi');
    expect(refused(host, 'handOver', contact, 'Bo', 'Dee')).toMatchObject({
      code: 'owner-changed',
      message:
        'Amity Street Church stays with whom it was. Somebody changed that meanwhile: it says “Chidi” now.',
    });
    expect(refused(host, 'handOver', contact, 'Chidi', 'Zed').code).toBe('no-such-volunteer');
    expect(owner(host)).toBe('Chidi');
    expect(log(host)).toEqual([]);
  });

  test.each(['call', 'flush'] as const)(
    'a name that the dropdown does not allow, refused at the %s: it says so, and the log says nothing',
    async (when) => {
      const host = await campaign();
      const app = host.globals()['SpreadsheetApp'] as unknown as GoogleAppsScript.Spreadsheet.SpreadsheetApp;
      const rule = app
        .newDataValidation()
        .requireValueInList(['Ana', 'Bo'], true)
        .setAllowInvalid(false)
        .build();
      app
        .getActiveSpreadsheet()
        .getSheetByName('Contacts')
        ?.getRange(2, OWNER, 20, 1)
        .setDataValidation(rule);
      host.model.flush();
      host.model.refuseAt = when;
      const problem = refused(host, 'handOver', key(host), 'Bo', 'Dee');
      expect(problem.message).toContain(
        'Amity Street Church stays with whom it was. The sheet did not take it',
      );
      expect(problem.todo).toContain('dropdown');
      expect(owner(host)).toBe('Bo');
      expect(log(host)).toEqual([]);
      expect(give(host, 'Bo', 'Ana').written).toBe(1);
    },
  );

  test('cut off at any call and pressed again, stands in the cell and in the log once', async () => {
    const saved = (await campaign('Bo & Chidi')).save();
    const trial = resume(saved);
    const contact = key(trial);
    const press = (host: Host) => host.call('handOver', contact, 'Bo', 'Dee');
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
      expect(press(next)).toMatchObject({ ok: true });
      expect(owner(next)).toBe('Dee & Chidi');
      expect(log(next).map((line) => line['Summary'])).toEqual(['From Bo to Dee']);
    }
  });

  test('forgetting the person empties the line', async () => {
    const host = await campaign();
    give(host, 'Bo', 'Dee');
    ask(host, 'forgetContact', key(host));
    expect(log(host)[0]).toMatchObject({ Summary: 'erased', Notes: '' });
  });
});
