// Two contacts tabs in one file, as of two towns: each has volunteers’ tabs of its own, and they come home each to its
// own; through the built bundle.
import { describe, expect, test } from '@jest/globals';
import type { WriteReceipt } from '../../src/commands/answers';
import type { HomeView } from '../../src/commands/homeAnswers';
import type { Host } from '../../workbench/host/createHost';
import { ask, cellsOf, openCampaign, putTab, recordsOf } from './campaign';

const NOTHING = { conflicts: [], missing: [], twins: [], counts: [] };
const EVEN = { due: '', cap: 0, moves: [] };
const HEADER =
  'Organization,Kind,E-mail,Phone,Known by,Owner,Status,First contacted,Last contacted,Attempts,Answer,Notes';
const rows = (town: string) =>
  ['Clinic', 'Bakery', 'Choir'].map(
    (kind, at) =>
      `${town} ${kind},Clinic,kim${at}@${town.toLowerCase()}.example.org,555-010${at},,${at < 2 ? 'Bo' : 'Dee'},Contacted,2026-11-03,2026-11-03,1,,`,
  );
const [FIRST, SECOND] = ['→ Bo', '→ Bo · Ferndale'];

async function built(): Promise<Host> {
  const host = await openCampaign({ header: HEADER, rows: rows('Larkhaven') });
  putTab(host, 'Ferndale', [HEADER.split(','), ...rows('Ferndale').map((line) => line.split(','))]);
  putTab(host, 'Volunteers', [
    ['Name', 'E-mail'],
    ['Ana', 'ana@larkhaven.example.org'],
    ['Bo', 'bo@larkhaven.example.org'],
    ['Dee', 'dee@larkhaven.example.org'],
  ]);
  ask(host, 'startWith', 'Contacts');
  ask(host, 'buildTabs', EVEN, 'Contacts');
  ask(host, 'startWith', 'Ferndale');
  ask(host, 'buildTabs', EVEN, 'Ferndale');
  return host;
}

const columnAt = (host: Host, tab: string, name: string) =>
  (cellsOf(host, tab)[0] ?? []).findIndex((cell) => String(cell).startsWith(name)) + 1;
const names = (host: Host, tab: string) => recordsOf(host, tab).map((row) => row['Organization']);
const row = (host: Host, tab: string, organization: string) =>
  recordsOf(host, tab).find((one) => one['Organization'] === organization) ?? {};
const edit = (host: Host, tab: string, organization: string, column: string, text: string) => {
  const at = names(host, tab).indexOf(organization) + 2;
  host.edit(tab, at, columnAt(host, tab, column), text);
  expect(host.triggerError).toBe('');
  expect(host.lastRun.calls.length).toBeLessThanOrEqual(12);
};
const home = (host: Host, sheet: string) => ask<HomeView>(host, 'bringHome', NOTHING, sheet);
const tabNames = (host: Host) => host.save().workbook.tabs.map(({ name }) => name);
const everything = (host: Host) => tabNames(host).map((name) => [name, cellsOf(host, name)] as const);

describe('with two contacts tabs', () => {
  test('each has its own tabs, and building or bringing home again changes nothing', async () => {
    const host = await built();
    expect(names(host, FIRST)).toEqual(['Larkhaven Clinic', 'Larkhaven Bakery']);
    expect(names(host, SECOND)).toEqual(['Ferndale Clinic', 'Ferndale Bakery']);
    for (const sheet of ['Contacts', 'Ferndale']) home(host, sheet);
    const before = everything(host);
    for (const sheet of ['Contacts', 'Ferndale', 'Contacts']) {
      expect(home(host, sheet)).toMatchObject({ message: 'Everything was up to date', tabs: 2, left: [] });
      expect(ask<WriteReceipt>(host, 'buildTabs', EVEN, sheet)).toMatchObject({
        message: 'The tabs are up to date',
        kept: [],
      });
    }
    expect(everything(host)).toEqual(before);
  });

  test('what happened and what was typed goes home at once to its own, and comes from there', async () => {
    const host = await built();
    edit(host, FIRST, 'Larkhaven Clinic', 'What happened', 'talked');
    edit(host, SECOND, 'Ferndale Clinic', 'What happened', 'no answer');
    expect(
      recordsOf(host, 'Outreach log').map((line) => [line['Who'], line['Organization'], line['Kind']]),
    ).toEqual([
      ['Bo', 'Larkhaven Clinic', 'talked'],
      ['Bo', 'Ferndale Clinic', 'no answer'],
    ]);
    edit(host, SECOND, 'Ferndale Bakery', 'Notes', 'call after six');
    expect(row(host, 'Ferndale', 'Ferndale Bakery')['Notes']).toBe('call after six');
    edit(host, 'Ferndale', 'Ferndale Clinic', 'Notes', 'ask for Kim');
    expect(row(host, SECOND, 'Ferndale Clinic')['Notes']).toBe('ask for Kim');
    edit(host, 'Contacts', 'Larkhaven Bakery', 'Notes', 'ask for Mo');
    expect(row(host, FIRST, 'Larkhaven Bakery')['Notes']).toBe('ask for Mo');
  });

  test('whatever is renamed, nobody gets a second tab', async () => {
    const host = await built();
    host.model.renameTab(FIRST, 'My calls');
    host.model.renameTab('Ferndale', 'Ferndale 2027');
    const before = tabNames(host);
    for (const sheet of ['Contacts', 'Ferndale 2027', 'Contacts']) {
      home(host, sheet);
      expect(ask<WriteReceipt>(host, 'buildTabs', EVEN, sheet)).toMatchObject({ kept: [] });
    }
    expect(tabNames(host)).toEqual(before);
    edit(host, SECOND, 'Ferndale Clinic', 'Notes', 'ask for Kim');
    expect(row(host, 'Ferndale 2027', 'Ferndale Clinic')['Notes']).toBe('ask for Kim');
  });

  test('a row that is gone is asked about in its own, and a copy is told where it belongs', async () => {
    const host = await built();
    host.model.deleteRows(SECOND, 2, 1);
    expect(home(host, 'Contacts').missing).toEqual([]);
    expect(home(host, 'Ferndale').missing).toEqual([
      expect.objectContaining({ tab: SECOND, volunteer: 'Bo' }),
    ]);
    const app = host.globals()['SpreadsheetApp'] as unknown as GoogleAppsScript.Spreadsheet.SpreadsheetApp;
    const file = app.getActiveSpreadsheet();
    file.getSheetByName(FIRST)?.copyTo(file).setName('My list');
    app.flush();
    expect(home(host, 'Ferndale').copies).toEqual([]);
    const [copy] = home(host, 'Contacts').copies;
    expect(copy).toMatchObject({ tab: 'My list', of: 'Bo' });
    ask(host, 'bringHome', { ...NOTHING, counts: [copy?.tabId] }, 'Contacts');
    edit(host, 'My list', 'Larkhaven Clinic', 'Notes', 'from the copy');
    expect(row(host, 'Contacts', 'Larkhaven Clinic')['Notes']).toBe('from the copy');
    expect(home(host, 'Ferndale').left).toEqual([]);
  });
});
