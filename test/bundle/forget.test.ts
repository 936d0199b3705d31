// "Forget this contact", on the built bundle: nothing of the person stands anywhere in the file any more, and nobody
// writes to them again.
import { describe, expect, test } from '@jest/globals';
import type { FollowUpsView, WriteReceipt } from '../../src/commands/answers';
import type { Host } from '../../workbench/host/createHost';
import { ask, cellsOf, openCampaign, tabNames, recordsOf, refused, request, resume } from './campaign';

const list = (host: Host) => ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups');
const keyOf = (host: Host, row: number) =>
  ask<{ contact: string }>(selected(host, row), 'getSelectedContact').contact;
const selected = (host: Host, row: number): Host => {
  host.select('Contacts', row, 1);
  return host;
};
/** All cells of the file, hidden tabs too. */
const everything = (host: Host): string =>
  tabNames(host)
    .map((name) => JSON.stringify(cellsOf(host, name)))
    .join('\n')
    .toLowerCase();

const TAMAR = 3;
const WORDS = ['tamar', 'tamar@cedar.example.org', '555-0102', 'likes to be called in the morning'];

/** A campaign in which Tamar stands in the contacts, the log, a volunteer's tab and the journal. */
async function withHistory(): Promise<Host> {
  const host = await openCampaign();
  host.edit('Contacts', TAMAR, 13, 'Likes to be called in the morning');
  host.edit('Contacts', TAMAR, 7, 'Ana');
  host.edit('Contacts', 2, 7, 'Bo');
  host.edit('Contacts', 4, 7, 'Chidi');
  const { ready } = list(host);
  ask(
    host,
    'sendChunk',
    ready.map(({ contact }) => request(contact)),
    'follow-ups',
  );
  ask(host, 'logTouch', {
    contact: keyOf(host, TAMAR),
    channel: 'phone',
    outcome: 'left a message',
    until: '',
    note: 'Tamar, 555-0102, was out',
  });
  for (const name of ['Ana', 'Bo', 'Chidi']) host.call('confirmOwner', name, '');
  ask(host, 'buildTabs', { due: '', cap: 0, moves: [] });
  return host;
}

describe('forgetting a contact', () => {
  test('takes the person out of contacts, tabs, log and journal, and leaves the organization and the dates', async () => {
    const host = await withHistory();
    for (const word of WORDS) expect(everything(host)).toContain(word);
    const receipt = ask<WriteReceipt>(host, 'forgetContact', keyOf(host, TAMAR));
    for (const word of WORDS) expect(everything(host)).not.toContain(word);
    expect(receipt).toMatchObject({ undoable: false, kept: [] });
    expect(recordsOf(host, 'Contacts')[TAMAR - 2]).toMatchObject({
      Organization: 'Cedar Hill Congregation',
      Contact: '',
      'E-mail': '',
      Notes: 'erased',
    });
    const lines = recordsOf(host, 'Outreach log').filter(
      (line) => line['Organization'] === 'Cedar Hill Congregation',
    );
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatchObject({ Summary: 'erased', Address: '' });
    const others = recordsOf(host, 'Outreach log').filter((line) => line['Summary'] === 'erased');
    expect(others).toHaveLength(lines.length);
  });

  test('nobody writes to the address again, also when somebody types it in anew', async () => {
    const host = await withHistory();
    ask(host, 'forgetContact', keyOf(host, TAMAR));
    host.edit('Contacts', 11, 1, 'Cedar Hill Youth');
    host.edit('Contacts', 11, 4, 'Tamar@Cedar.example.org');
    host.edit('Contacts', 11, 10, '2026-11-02');
    host.edit('Contacts', 11, 11, '1');
    expect(list(host).stopped.find(({ row }) => row === 11)).toMatchObject({ code: 'erased' });
  });

  test('no volunteer is given the address to write to, also when somebody types it in anew', async () => {
    const host = await withHistory();
    ask(host, 'forgetContact', keyOf(host, TAMAR));
    host.edit('Contacts', 11, 1, 'Cedar Hill Youth');
    host.edit('Contacts', 11, 4, 'Tamar@Cedar.example.org');
    host.edit('Contacts', 11, 7, 'Ana');
    ask(host, 'buildTabs', { due: '', cap: 0, moves: [] });
    const youth = recordsOf(host, '→ Ana').find((row) => row['Organization'] === 'Cedar Hill Youth');
    expect(youth).toMatchObject({ 'How to reach them': '' });
  });

  test('stands in the recent changes and cannot be taken back', async () => {
    const host = await withHistory();
    ask(host, 'forgetContact', keyOf(host, TAMAR));
    const view = ask<{ groups: { changes: { id: string; what: string; state: string }[] }[] }>(
      host,
      'getChanges',
    );
    const [first] = view.groups[0]?.changes ?? [];
    expect(first).toMatchObject({ what: 'Forgot the person at Cedar Hill Congregation', state: 'kept' });
    expect(refused(host, 'undoChange', first?.id ?? '').code).toBe('not-undoable');
  });

  test('finds the volunteer’s tab under another name, and a copy of it', async () => {
    const host = await withHistory();
    const app = host.globals()['SpreadsheetApp'] as unknown as GoogleAppsScript.Spreadsheet.SpreadsheetApp;
    const file = app.getActiveSpreadsheet();
    file.getSheetByName('→ Ana')?.copyTo(file).setName('Spare list');
    file.getSheetByName('→ Ana')?.copyTo(file).setName('Copy of → Ana');
    app.flush();
    host.model.renameTab('→ Ana', 'Ana’s list');
    expect(everything(host).split('tamar@cedar').length).toBeGreaterThan(3);
    ask(host, 'forgetContact', keyOf(host, TAMAR));
    for (const word of WORDS) expect(everything(host)).not.toContain(word);
  });

  test('takes the marks of the person’s texts out of the volunteer’s tab, and nobody else’s', async () => {
    const host = await withHistory();
    const records = () =>
      recordsOf(host, '→ Ana').map((row) => [
        row['Organization'],
        Object.entries(row).find(([heading]) => heading.startsWith('Outreach record'))?.[1],
      ]);
    const before = records();
    expect(before.length).toBeGreaterThan(1);
    ask(host, 'forgetContact', keyOf(host, TAMAR));
    expect(records()).toEqual(
      before.map(([name, record]) => [name, name === 'Cedar Hill Congregation' ? '' : record]),
    );
  });

  test('finds the row of a volunteer’s tab that lost its Outreach ID', async () => {
    const host = await withHistory();
    const row = recordsOf(host, '→ Ana').findIndex((one) => one['Contact name'] === 'Tamar') + 2;
    host.model.typeInto('→ Ana', row, 1, '');
    ask(host, 'forgetContact', keyOf(host, TAMAR));
    for (const word of WORDS) expect(everything(host)).not.toContain(word);
  });

  test('names another row with the same address', async () => {
    const host = await withHistory();
    host.edit('Contacts', 9, 4, 'tamar@cedar.example.org');
    const { kept } = ask<WriteReceipt>(host, 'forgetContact', keyOf(host, TAMAR));
    expect(kept).toMatchObject([{ cell: 'Row 9' }]);
  });

  test('cut off at any call, and run again, it leaves nothing', async () => {
    const host = await withHistory();
    const saved = host.save();
    const key = keyOf(host, TAMAR);
    ask(host, 'forgetContact', key);
    const changes = host.calls.length;
    for (let n = 1; n <= changes; n += 2) {
      const again = resume(saved);
      again.killAt(n, n % 4 === 1 ? 'before' : 'after', 'half');
      try {
        again.call('forgetContact', key);
      } catch {
        // It was killed.
      }
      again.call('forgetContact', key);
      for (const word of WORDS) expect(everything(again)).not.toContain(word);
    }
  });
});
