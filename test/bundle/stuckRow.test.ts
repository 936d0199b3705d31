// One row of a volunteer's tab that the contacts do not take holds up no other row; through the built bundle.
import { describe, expect, test } from '@jest/globals';
import type { HomeView } from '../../src/commands/homeAnswers';
import type { Host } from '../../workbench/host/createHost';
import { ask, cellsOf, openCampaign, putTab, recordsOf } from './campaign';

const NOTHING = { conflicts: [], missing: [], twins: [], counts: [] };
const TAB = '→ Bo';
const HEADER =
  'Organization,Kind,E-mail,Phone,Known by,Owner,Task,Status,First contacted,Last contacted,Attempts,Answer,Notes';
const NAMES = ['Alder Clinic', 'Birch Bakery', 'Cedar Choir', 'Dogwood Tenants'];
const [ALDER = '', BIRCH = '', CEDAR = ''] = NAMES;
const ROWS = NAMES.map(
  (name, at) => `${name},Clinic,kim${at}@example.org,555-010${at},,Bo,,Contacted,2026-11-03,2026-11-03,1,,`,
);

async function built(): Promise<Host> {
  const host = await openCampaign({ header: HEADER, rows: ROWS });
  putTab(host, 'Volunteers', [
    ['Name', 'E-mail'],
    ['Ana', 'ana@larkhaven.example.org'],
    ['Bo', 'bo@larkhaven.example.org'],
  ]);
  ask(host, 'startWith', 'Contacts');
  ask(host, 'markNextSteps');
  ask(host, 'buildTabs', { due: '', cap: 0, moves: [] });
  return host;
}

const columnAt = (host: Host, tab: string, name: string) =>
  (cellsOf(host, tab)[0] ?? []).findIndex((cell) => String(cell).startsWith(name)) + 1;
const row = (host: Host, organization: string, tab = TAB) =>
  recordsOf(host, tab).find((one) => one['Organization'] === organization) ?? {};
const edit = (host: Host, organization: string, column: string, text: string) => {
  const at = recordsOf(host, TAB).findIndex((one) => one['Organization'] === organization) + 2;
  host.edit(TAB, at, columnAt(host, TAB, column), text);
  expect(host.triggerError).toBe('');
  expect(host.lastRun.calls.length).toBeLessThanOrEqual(12);
};
const home = (host: Host) => ask<HomeView>(host, 'bringHome', NOTHING);
const kinds = (host: Host) => recordsOf(host, 'Outreach log').map((line) => line['Kind']);
/** The column takes these words only. */
const takesOnly = (host: Host, column: string, words: string[]) => {
  const app = host.globals()['SpreadsheetApp'] as unknown as GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  const rule = app.newDataValidation().requireValueInList(words).setAllowInvalid(false).build();
  const sheet = app.getActiveSpreadsheet().getSheetByName('Contacts');
  sheet?.getRange(2, columnAt(host, 'Contacts', column), sheet.getMaxRows() - 1, 1).setDataValidation(rule);
  app.flush();
};

describe('a choice beside a contact that somebody deleted', () => {
  test('says in the row whom to ask, and everything else goes home at once', async () => {
    const host = await built();
    host.model.deleteRows('Contacts', 2, 1);
    edit(host, ALDER, 'What happened', 'talked');
    expect(row(host, ALDER)).toMatchObject({
      'What happened': 'talked',
      'Next step': 'Ask a lead about this row',
    });
    edit(host, BIRCH, 'Notes', 'call after six');
    expect(row(host, BIRCH, 'Contacts')['Notes']).toBe('call after six');
    edit(host, CEDAR, 'What happened', 'no answer');
    expect(kinds(host)).toEqual(['no answer']);
    expect(home(host).left.join(' ')).toContain('Was the contact deleted?');
    expect(kinds(host)).toEqual(['no answer']);
  });

  test('is written down once the contact is there again', async () => {
    const host = await built();
    const texts = (cellsOf(host, 'Contacts')[0] ?? []).map((_, index) =>
      host.model.formulaBar('Contacts', 2, index + 1),
    );
    host.model.deleteRows('Contacts', 2, 1);
    edit(host, ALDER, 'What happened', 'talked');
    host.model.paste('Contacts', 5, 1, [texts]);
    home(host);
    expect(kinds(host)).toEqual(['talked']);
    expect(row(host, ALDER)['What happened']).toBe('');
    expect(row(host, ALDER)['Next step']).not.toBe('Ask a lead about this row');
    expect(row(host, ALDER, 'Contacts')['Answer']).toBe('talked');
  });
});

describe('a word that a dropdown of the contacts does not allow', () => {
  test('waits for the lead, and holds up nothing else in the tab or in its row', async () => {
    const host = await built();
    takesOnly(host, 'Task', ['Research', 'Reach out']);
    edit(host, ALDER, 'Task', 'ring Kim');
    expect(row(host, ALDER)['Next step']).toBe('Waiting for the lead');
    edit(host, BIRCH, 'Notes', 'call after six');
    expect(row(host, BIRCH, 'Contacts')['Notes']).toBe('call after six');
    expect(row(host, BIRCH)['Next step']).toBe('Follow up');
    edit(host, ALDER, 'Notes', 'closed on Mondays');
    expect(row(host, ALDER, 'Contacts')).toMatchObject({ Notes: 'closed on Mondays', Task: '' });
    edit(host, CEDAR, 'What happened', 'talked');
    expect(kinds(host)).toEqual(['talked']);
  });

  test('says so also after the full run, which lists it, and goes with a word that is allowed', async () => {
    const host = await built();
    takesOnly(host, 'Task', ['Research', 'Reach out']);
    edit(host, ALDER, 'Task', 'ring Kim');
    expect(home(host).left).toEqual([expect.stringContaining('a dropdown does not allow this word')]);
    expect(row(host, ALDER)).toMatchObject({ Task: 'ring Kim', 'Next step': 'Waiting for the lead' });
    const before = cellsOf(host, TAB);
    home(host);
    expect(cellsOf(host, TAB)).toEqual(before);
    edit(host, ALDER, 'Task', 'Research');
    expect(row(host, ALDER, 'Contacts')['Task']).toBe('Research');
    expect(home(host).left).toEqual([]);
    expect(row(host, ALDER)['Next step']).toBe('Follow up');
  });
});
