// Assignments come home, through the built bundle: what was changed on one side goes to the other, what was changed on
// both is asked, nothing is lost, and a second run changes nothing.
import { describe, expect, test } from '@jest/globals';
import type { HomeAnswers, HomeView } from '../../src/commands/homeAnswers';
import type { Host } from '../../workbench/host/createHost';
import {
  ask,
  cellsOf,
  HEADER,
  openCampaign,
  putTab,
  recordsOf,
  resume,
  ROWS,
  type Options,
} from './campaign';

const EVEN = { due: '', cap: 0, moves: [] };
const NONE: HomeAnswers = { conflicts: [], missing: [], twins: [], counts: [] };
const TAB = '→ Chidi';
const PEOPLE = [
  ['Name', 'E-mail', 'Categories'],
  ['Ana', 'ana@larkhaven.example.org', 'Union'],
  ['Bo', 'bo@larkhaven.example.org', 'Faith group'],
  ['Chidi', 'chidi@larkhaven.example.org', ''],
];

async function built(options: Options = {}): Promise<Host> {
  const host = await openCampaign(options);
  putTab(host, 'Volunteers', PEOPLE);
  ask(host, 'startWith', 'Contacts');
  ask(host, 'markNextSteps');
  ask(host, 'buildTabs', EVEN);
  return host;
}

const home = (host: Host, answers: Partial<HomeAnswers> = {}) =>
  ask<HomeView>(host, 'bringHome', { ...NONE, ...answers });
const columnAt = (host: Host, tab: string, name: string) =>
  (cellsOf(host, tab)[0] ?? []).findIndex((cell) => String(cell).startsWith(name)) + 1;
const row = (host: Host, index = 0, tab = TAB) => recordsOf(host, tab)[index] ?? {};
const rowOf = (host: Host, organization: string) =>
  recordsOf(host, 'Contacts').findIndex((one) => one['Organization'] === organization) + 2;
const contact = (host: Host, organization: string) =>
  recordsOf(host, 'Contacts').find((one) => one['Organization'] === organization) ?? {};
const log = (host: Host) => recordsOf(host, 'Outreach log');
const put = (host: Host, tab: string, at: number, column: string, text: string) =>
  host.model.typeInto(tab, at, columnAt(host, tab, column), text);
const copyTab = (host: Host, name: string) => {
  const app = host.globals()['SpreadsheetApp'] as unknown as GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  const file = app.getActiveSpreadsheet();
  file.getSheetByName(TAB)?.copyTo(file).setName(name);
  app.flush();
};
/** The column Owner of the contacts takes two names only. */
const strictOwners = (host: Host) => {
  const app = host.globals()['SpreadsheetApp'] as unknown as GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  const rule = app.newDataValidation().requireValueInList(['Ana', 'Bo']).setAllowInvalid(false).build();
  const sheet = app.getActiveSpreadsheet().getSheetByName('Contacts');
  sheet?.getRange(2, columnAt(host, 'Contacts', 'Owner'), sheet.getMaxRows() - 1, 1).setDataValidation(rule);
  app.flush();
};
/** The file with contacts that nobody but Ana may write. */
function lockedFor(open: Host): Host {
  const { workbook, ...rest } = open.save();
  const lock = {
    id: 900,
    area: null,
    open: [],
    editors: ['ana@larkhaven.example.org'],
    warningOnly: false,
    description: '',
  };
  const tabs = workbook.tabs.map((tab) =>
    tab.name === 'Contacts' ? { ...tab, protections: [{ ...lock, tab: tab.id }] } : tab,
  );
  return resume({ ...rest, workbook: { ...workbook, owner: 'group@example.org', tabs } });
}
const keyOf = (host: Host, organization: string) => String(contact(host, organization)['Outreach ID']);
/** By the last run. */
const formulasRead = (host: Host) => host.calls.filter(({ method }) => method === 'Range.getFormulas');
const everything = (host: Host) =>
  host.save().workbook.tabs.map(({ name }) => [name, cellsOf(host, name)] as const);

test('who bowed out is named in the tab, and costs later runs no reading more', async () => {
  const host = await built();
  const { Organization: name } = row(host);
  put(host, 'Contacts', rowOf(host, String(name)), 'Status', 'Bowed out in May');
  home(host);
  expect(row(host)).toMatchObject({ Organization: name, 'Next step': 'Bowed out' });
  expect(home(host)).toMatchObject({ message: 'Everything was up to date' });
  expect(formulasRead(host)).toEqual([]);
});

describe('a group that somebody of ours knows, and nobody has asked that person yet', () => {
  const KNOWN = 'Known by';
  const name = 'Harbor Nurses Association';
  const theirs = ROWS.slice(-2).map((line) => line.replace(',,Ready', ',Chidi,Ready'));
  const fresh = () => built({ rows: [...ROWS.slice(0, 3), ...theirs] });

  /** Bo knows the first group of Chidi’s tab. */
  async function known(): Promise<Host> {
    const host = await fresh();
    expect(row(host)).toMatchObject({ Organization: name, 'Next step': '' });
    put(host, 'Contacts', rowOf(host, name), KNOWN, 'Bo (sings there)');
    home(host);
    return host;
  }

  test('says so in the volunteer’s own tab, in a new one and in one that stands; a second run changes nothing', async () => {
    const host = await known();
    expect(row(host)).toMatchObject({ Organization: name, 'Next step': 'Ask Bo first' });
    const before = everything(host);
    expect(home(host)).toMatchObject({ message: 'Everything was up to date' });
    expect(formulasRead(host)).toEqual([]);
    expect(everything(host)).toEqual(before);
    ask(host, 'buildTabs', EVEN);
    expect(everything(host)).toEqual(before);
    host.model.deleteTab(TAB);
    ask(host, 'buildTabs', EVEN);
    expect(row(host)).toMatchObject({ Organization: name, 'Next step': 'Ask Bo first' });
  });

  test('until what happened is chosen: then the step is true by itself again, at once', async () => {
    const host = await known();
    host.edit(TAB, 2, columnAt(host, TAB, 'Notes'), 'Rings back');
    expect(row(host)['Next step']).toBe('Ask Bo first');
    host.edit(TAB, 2, columnAt(host, TAB, 'What happened'), 'no answer');
    expect(host.lastRun.calls.length).toBeLessThanOrEqual(12);
    expect(row(host)['Next step']).toBe('');
    const app = host.globals()['SpreadsheetApp'] as unknown as GoogleAppsScript.Spreadsheet.SpreadsheetApp;
    const step = app
      .getActiveSpreadsheet()
      .getSheetByName(TAB)
      ?.getRange(2, columnAt(host, TAB, 'Next step'));
    expect(step?.getFormula()).toContain('MATCH(');
  });

  test('until somebody notes that they were asked, or has it who knows them', async () => {
    const host = await known();
    ask(host, 'noteTieAsked', keyOf(host, name));
    home(host);
    expect(row(host)['Next step']).toBe('');
    const other = await fresh();
    for (const text of ['Chidi', 'nobody', 'yes']) {
      put(other, 'Contacts', rowOf(other, name), KNOWN, text);
      home(other);
      expect([text, row(other)['Next step']]).toEqual([text, '']);
    }
  });
});

describe('bringing assignments home', () => {
  test('with nothing changed, nothing is changed', async () => {
    const host = await built();
    const before = everything(host);
    expect(home(host)).toMatchObject({ message: 'Everything was up to date', conflicts: [], left: [] });
    expect(everything(host)).toEqual(before);
  });

  test('edits of both sides meet, notes are joined, touches are written down once; a second run changes nothing', async () => {
    const host = await built();
    const [a = '', b = ''] = recordsOf(host, TAB).map((one) => String(one['Organization']));
    put(host, TAB, 2, 'Contact name', 'Noor');
    put(host, TAB, 2, 'Notes', 'A note, kept\nFrom the volunteer');
    put(host, TAB, 3, 'What happened', 'talked');
    put(host, 'Contacts', rowOf(host, b), 'Contact', 'Lena');
    put(host, 'Contacts', rowOf(host, a), 'Notes', 'A note, kept\nFrom the lead');
    const view = home(host);
    expect(view).toMatchObject({ conflicts: [], touches: 1, joined: 1, left: [] });
    expect(contact(host, a)).toMatchObject({ Contact: 'Noor' });
    expect(String(contact(host, a)['Notes']).split('\n').sort()).toEqual([
      'A note, kept',
      'From the lead',
      'From the volunteer',
    ]);
    expect(row(host)['Notes']).toBe(contact(host, a)['Notes']);
    expect(row(host, 1)).toMatchObject({ 'Contact name': 'Lena', 'What happened': '' });
    expect(log(host)).toEqual([expect.objectContaining({ Who: 'Chidi', Kind: 'talked', Organization: b })]);
    const before = everything(host);
    expect(home(host)).toMatchObject({ message: 'Everything was up to date' });
    expect(everything(host)).toEqual(before);
  });

  test('changed on both sides: both stay and are shown, a click chooses', async () => {
    const host = await built();
    const name = String(row(host)['Organization']);
    put(host, TAB, 2, 'Contact name', 'Noor');
    put(host, 'Contacts', rowOf(host, name), 'Contact', 'Lena');
    const [conflict] = home(host).conflicts;
    expect(conflict).toMatchObject({
      organization: name,
      column: 'Contact name',
      tab: 'Noor',
      contacts: 'Lena',
    });
    expect(row(host)['Contact name']).toBe('Noor');
    expect(contact(host, name)['Contact']).toBe('Lena');
    const { id = '', column = '', tabId = 0, tab = '', contacts = '' } = conflict ?? {};
    expect(home(host, { conflicts: [{ id, column, tabId, tab, contacts, keep: 'tab' }] }).conflicts).toEqual(
      [],
    );
    expect(contact(host, name)['Contact']).toBe('Noor');
    expect(home(host).message).toBe('Everything was up to date');
  });

  test('a lost record means a question, not one over the other', async () => {
    const host = await built();
    const name = String(row(host)['Organization']);
    put(host, 'Contacts', rowOf(host, name), 'Contact', 'Lena');
    const record = columnAt(host, TAB, 'Outreach record');
    host.model.typeInto(TAB, 2, record, 'scribble');
    expect(home(host).conflicts).toMatchObject([{ column: 'Contact name', contacts: 'Lena' }]);
  });

  test('a row that a volunteer added becomes a contact, and a likely duplicate is asked about', async () => {
    const host = await built();
    const last = recordsOf(host, TAB).length + 2;
    put(host, TAB, last, 'Organization', 'Juniper Tenants');
    put(host, TAB, last, 'How to reach them', 'vera@juniper.example.org');
    put(host, TAB, last + 1, 'Organization', 'Amity St. Church');
    const view = home(host);
    expect(view).toMatchObject({ added: 1 });
    expect(contact(host, 'Juniper Tenants')).toMatchObject({
      'E-mail': 'vera@juniper.example.org',
      Owner: 'Chidi',
    });
    expect(row(host, last - 2)['Outreach ID']).toBe(contact(host, 'Juniper Tenants')['Outreach ID']);
    const [twin] = view.twins;
    expect(twin).toMatchObject({
      organization: 'Amity St. Church',
      ofText: expect.stringContaining('Amity Street Church'),
    });
    const again = home(host, {
      twins: [
        { tabId: twin?.tabId ?? 0, row: twin?.row ?? 0, organization: twin?.organization ?? '', id: '' },
      ],
    });
    expect(again).toMatchObject({ added: 1, twins: [] });
    expect(contact(host, 'Amity St. Church')['Owner']).toBe('Chidi');
    expect(home(host).message).toBe('Everything was up to date');
  });

  test('a row that is gone is asked about: put back, or handed back', async () => {
    const host = await built();
    const names = recordsOf(host, TAB).map((one) => String(one['Organization']));
    host.model.deleteRows(TAB, 2, 2);
    const [missing] = home(host).missing;
    expect(missing?.contacts.map(({ organization }) => organization)).toEqual(names.slice(0, 2));
    const [first, second] = missing?.contacts ?? [];
    const tabId = missing?.tabId ?? 0;
    const view = home(host, {
      missing: [
        { tabId, ids: [first?.id ?? ''], handBack: false },
        { tabId, ids: [second?.id ?? ''], handBack: true },
      ],
    });
    expect(view.missing).toEqual([]);
    expect(recordsOf(host, TAB).map((one) => one['Organization'])).toContain(names[0]);
    expect(contact(host, names[1] ?? '')['Owner']).toBe('');
    expect(log(host)).toEqual([expect.objectContaining({ Kind: 'handed over', Organization: names[1] })]);
    expect(home(host)).toMatchObject({ message: 'Everything was up to date', missing: [] });
  });

  test('a row that stands there again by the time of the answer is not handed back', async () => {
    const host = await built();
    const texts = (cellsOf(host, TAB)[0] ?? []).map((_, at) => host.model.formulaBar(TAB, 2, at + 1));
    const name = String(row(host)['Organization']);
    host.model.deleteRows(TAB, 2, 1);
    const [missing] = home(host).missing;
    const { tabId = 0, contacts = [] } = missing ?? {};
    host.model.paste(TAB, recordsOf(host, TAB).length + 2, 1, [texts]);
    home(host, { missing: [{ tabId, ids: contacts.map(({ id }) => id), handBack: true }] });
    expect(contact(host, name)['Owner']).toBe('Chidi');
    expect(log(host)).toEqual([]);
  });

  test('a contact is handed back also where its owner stands there under a shorter name, or a longer one', async () => {
    const host = await built();
    const name = String(row(host)['Organization']);
    put(host, 'Contacts', rowOf(host, name), 'Owner', 'Chidi O. & Bo');
    host.model.deleteRows(TAB, 2, 1);
    const [missing] = home(host).missing;
    const { tabId = 0, contacts = [] } = missing ?? {};
    const ids = contacts.map(({ id }) => id);
    expect(home(host, { missing: [{ tabId, ids, handBack: true }] }).missing).toEqual([]);
    expect(contact(host, name)['Owner']).toBe('Bo');
    expect(log(host).map((line) => line['Summary'])).toEqual(['From Chidi O. to nobody']);
  });

  test('what happened is written down once, also where the tab was copied with it and the copy counts later', async () => {
    const host = await built();
    const [a = '', b = ''] = recordsOf(host, TAB).map((one) => String(one['Organization']));
    put(host, TAB, 2, 'What happened', 'talked');
    copyTab(host, 'My list');
    put(host, 'My list', 3, 'What happened', 'left a message');
    const { copies } = home(host);
    const view = home(host, { counts: copies.map(({ tabId }) => tabId) });
    expect(log(host).map((line) => [line['Organization'], line['Kind']])).toEqual([
      [a, 'talked'],
      [b, 'left a message'],
    ]);
    expect(view.left).toContainEqual(expect.stringContaining(`${a} in “My list”: “talked” came along`));
  });

  test('a tab of which a volunteer deleted every row keeps its headings when tabs are built again, and is asked about', async () => {
    const host = await built();
    host.model.moveColumn(TAB, columnAt(host, TAB, 'Notes'), 2);
    const [headings = []] = cellsOf(host, TAB);
    const count = recordsOf(host, TAB).length;
    host.model.deleteRows(TAB, 2, count);
    ask(host, 'buildTabs', EVEN);
    expect(cellsOf(host, TAB)[0]?.slice(0, -1)).toEqual(headings.slice(0, -1));
    expect(recordsOf(host, TAB)).toEqual([]);
    expect(home(host).missing[0]?.contacts).toHaveLength(count);
  });

  test('a copy made by hand is not looked at until somebody says that it counts', async () => {
    const host = await built();
    const name = String(row(host)['Organization']);
    const app = host.globals()['SpreadsheetApp'] as unknown as GoogleAppsScript.Spreadsheet.SpreadsheetApp;
    const file = app.getActiveSpreadsheet();
    file.getSheetByName(TAB)?.copyTo(file).setName('Copy of → Chidi');
    app.flush();
    put(host, 'Copy of → Chidi', 2, 'Contact name', 'Noor');
    const view = home(host);
    expect(view.copies).toMatchObject([{ tab: 'Copy of → Chidi', of: 'Chidi' }]);
    expect(contact(host, name)['Contact']).not.toBe('Noor');
    const after = home(host, { counts: [view.copies[0]?.tabId ?? 0] });
    expect(contact(host, name)['Contact']).toBe('Noor');
    expect(after.copies).toMatchObject([{ tab: TAB }]);
  });

  test('a copy under any name is listed, and its rows stay as they are', async () => {
    const host = await built();
    copyTab(host, 'My list');
    put(host, 'My list', 2, 'Contact name', 'Noor');
    const before = cellsOf(host, 'My list');
    expect(home(host).copies).toMatchObject([{ tab: 'My list', of: 'Chidi' }]);
    expect(cellsOf(host, 'My list')).toEqual(before);
  });

  test('a copy of which all rows were deleted gets none', async () => {
    const host = await built();
    copyTab(host, 'My list');
    host.model.deleteRows('My list', 2, recordsOf(host, 'My list').length);
    expect(home(host).copies).toMatchObject([{ tab: 'My list', of: 'Chidi' }]);
    expect(recordsOf(host, 'My list')).toEqual([]);
  });

  test('what happened in a row that was copied into another tab is written down once, and the copy is asked about', async () => {
    const host = await built();
    const name = String(row(host)['Organization']);
    put(host, TAB, 2, 'What happened', 'said yes');
    const texts = (cellsOf(host, TAB)[0] ?? []).map((_, at) => host.model.formulaBar(TAB, 2, at + 1));
    const last = recordsOf(host, '→ Bo').length + 2;
    host.model.paste('→ Bo', last, 1, [texts]);
    const view = home(host);
    expect(log(host)).toEqual([expect.objectContaining({ Who: 'Chidi', Organization: name })]);
    expect(row(host, last - 2, '→ Bo')['What happened']).toBe('said yes');
    expect(view.left).toContainEqual(expect.stringContaining(`${name} in “→ Bo”: “said yes” came along`));
    put(host, '→ Bo', last, 'What happened', '');
    home(host);
    put(host, '→ Bo', last, 'What happened', 'talked');
    home(host);
    expect(log(host).map((line) => [line['Who'], line['Kind']])).toEqual([
      ['Chidi', 'said yes'],
      ['Bo', 'talked'],
    ]);
  });

  test('what happened in a row that is new is written down in the same run, with its day', async () => {
    const host = await built();
    const last = recordsOf(host, TAB).length + 2;
    put(host, TAB, last, 'Organization', 'Juniper Tenants');
    put(host, TAB, last, 'When', '11/10/2026');
    put(host, TAB, last, 'What happened', 'talked');
    expect(home(host)).toMatchObject({ added: 1, touches: 1 });
    expect(log(host)).toEqual([
      expect.objectContaining({
        Kind: 'talked',
        Organization: 'Juniper Tenants',
        When: expect.stringMatching(/^2026-11-10/),
      }),
    ]);
    expect(contact(host, 'Juniper Tenants')['Answer']).toBe('talked');
    expect(home(host).message).toBe('Everything was up to date');
  });

  test('a day typed beside what happened counts, also with the contacts on the same day by then', async () => {
    const host = await built();
    put(host, TAB, 2, 'When', '11/10/2026');
    put(host, TAB, 2, 'What happened', 'left a message');
    home(host);
    expect(log(host).map((line) => String(line['When']).slice(0, 10))).toEqual(['2026-11-10']);
    expect(home(host).message).toBe('Everything was up to date');
  });

  test('from whom the contacts are protected takes nothing: rows and touches wait in the tabs for the lead', async () => {
    const open = await built();
    const last = recordsOf(open, TAB).length + 2;
    put(open, TAB, 2, 'What happened', 'talked');
    put(open, TAB, last, 'Organization', 'Juniper Tenants');
    const lead = lockedFor(open);
    const view = home(lead.as({ email: 'chidi@larkhaven.example.org' }));
    expect(view).toMatchObject({ home: 0, added: 0, touches: 0 });
    expect(view.left).toContainEqual(
      expect.stringContaining('“Contacts” did not take 1 contact that volunteers added'),
    );
    expect(row(lead)['What happened']).toBe('talked');
    expect(log(lead)).toEqual([]);
    const kept = recordsOf(lead, 'Outreach data');
    home(lead.as({ email: 'chidi@larkhaven.example.org' }));
    expect(recordsOf(lead, 'Outreach data')).toEqual(kept);
    expect(kept.filter(({ data }) => /Brought|volunteers’ tabs/.test(String(data)))).toEqual([]);
    expect(home(lead)).toMatchObject({ added: 1, touches: 1 });
    expect(contact(lead, 'Juniper Tenants')['Owner']).toBe('Chidi');
  });

  test('tabs built by somebody from whom the contacts are protected get nothing that nobody was given', async () => {
    const open = await built();
    put(open, 'Contacts', recordsOf(open, 'Contacts').length + 2, 'Organization', 'Juniper Tenants');
    home(open);
    const lead = lockedFor(open);
    const before = PEOPLE.slice(1).map(([name]) => recordsOf(lead, `→ ${name ?? ''}`).length);
    ask(lead.as({ email: 'chidi@larkhaven.example.org' }), 'buildTabs', EVEN);
    expect(PEOPLE.slice(1).map(([name]) => recordsOf(lead, `→ ${name ?? ''}`).length)).toEqual(before);
    ask(lead, 'buildTabs', EVEN);
    expect(recordsOf(lead, 'Contacts').every((one) => one['Owner'] !== '')).toBe(true);
  });

  test('a word that a dropdown of the contacts does not allow keeps a new row from nothing else', async () => {
    const host = await built();
    const last = recordsOf(host, TAB).length + 2;
    put(host, TAB, last, 'Organization', 'Juniper Tenants');
    put(host, TAB, last, 'How to reach them', 'vera@juniper.example.org');
    strictOwners(host);
    const view = home(host);
    expect(view).toMatchObject({ added: 1 });
    expect(view.left).toContainEqual(expect.stringContaining('The sheet did not take it'));
    expect(contact(host, 'Juniper Tenants')).toMatchObject({
      'E-mail': 'vera@juniper.example.org',
      Owner: '',
    });
    expect(home(host)).toMatchObject({ added: 0, twins: [] });
  });

  test('formulas of the volunteer’s own between our columns stay', async () => {
    const host = await built();
    const at = columnAt(host, TAB, 'Notes');
    host.model.insertColumns(TAB, at);
    host.model.typeInto(TAB, 1, at, 'Letters');
    host.model.typeInto(TAB, 2, at, '=LEN($B2)');
    put(host, TAB, 2, 'What happened', 'talked');
    expect(home(host)).toMatchObject({ touches: 1 });
    expect(host.model.formulaBar(TAB, 2, at)).toBe('=LEN($B2)');
  });

  test('works with sorted rows, moved and hidden columns, a renamed tab and a filter', async () => {
    const host = await built();
    const names = recordsOf(host, TAB).map((one) => String(one['Organization']));
    host.model.moveColumn(TAB, columnAt(host, TAB, 'Notes'), 2);
    host.model.renameTab(TAB, 'Chidi’s list');
    host.model.moveColumn('Contacts', columnAt(host, 'Contacts', 'Notes'), 1);
    put(host, 'Chidi’s list', 2, 'Notes', 'Call after six');
    home(host);
    expect(contact(host, names[0] ?? '')['Notes']).toContain('Call after six');
    expect(home(host).message).toBe('Everything was up to date');
  });

  test('a heading of the contacts that somebody renames takes nothing out of the tabs', async () => {
    const host = await built();
    put(host, 'Contacts', rowOf(host, String(row(host)['Organization'])), 'Contact', 'Lena');
    home(host);
    const names = recordsOf(host, TAB).map((one) => one['Contact name']);
    host.model.typeInto('Contacts', 1, columnAt(host, 'Contacts', 'Contact'), 'Whom we know there');
    home(host);
    expect(recordsOf(host, TAB).map((one) => one['Contact name'])).toEqual(names);
  });

  test('a touch that a trigger took and could not finish is written down with all that follows from it', async () => {
    const host = await built();
    const name = String(row(host)['Organization']);
    host.killAt(4, 'before', 'all');
    host.edit(TAB, 2, columnAt(host, TAB, 'What happened'), 'talked');
    expect(row(host)['What happened']).toBe('');
    expect(log(host)).toEqual([]);
    expect(contact(host, name)['Answer']).toBe('');
    expect(home(host)).toMatchObject({ touches: 1 });
    expect(log(host)).toEqual([expect.objectContaining({ Kind: 'talked', Organization: name })]);
    expect(contact(host, name)['Answer']).toBe('talked');
    expect(home(host)).toMatchObject({ message: 'Everything was up to date' });
  });

  test('a row that became a contact in a run that was cut off is that contact, without a question', async () => {
    const host = await built();
    const last = recordsOf(host, TAB).length + 2;
    put(host, TAB, last, 'Organization', 'Juniper Tenants');
    put(host, TAB, last, 'How to reach them', 'vera@juniper.example.org');
    home(host);
    host.model.typeInto(TAB, last, 1, '');
    host.model.typeInto(TAB, last, columnAt(host, TAB, 'Outreach record'), '');
    expect(home(host)).toMatchObject({ added: 0, twins: [] });
    expect(row(host, last - 2)['Outreach ID']).toBe(contact(host, 'Juniper Tenants')['Outreach ID']);
  });

  test('taken back, the contacts are as before, and the answer says that the log keeps what happened', async () => {
    const host = await built();
    const name = String(row(host)['Organization']);
    const before = contact(host, name);
    put(host, TAB, 2, 'Contact name', 'Noor');
    put(host, TAB, 2, 'What happened', 'talked');
    const { change } = home(host);
    expect(contact(host, name)).toMatchObject({ Contact: 'Noor', Answer: 'talked' });
    expect(ask(host, 'undoChange', change)).toMatchObject({
      message: 'Undone: Brought assignments home. What happened stays in the Outreach log.',
    });
    expect(contact(host, name)).toEqual(before);
    expect(log(host)).toHaveLength(1);
    home(host);
    expect(row(host)['Contact name']).toBe(before['Contact']);
    expect(home(host)).toMatchObject({ message: 'Everything was up to date', conflicts: [] });
  });

  test.each(['Notes', 'Contact', ''])(
    'asks nothing about a person who was forgotten, with contacts without the column “%s”',
    async (column) => {
      const at = HEADER.split(',').indexOf(column);
      const without = (line: string) =>
        line
          .replace(/"[^"]*"$/, 'kept')
          .split(',')
          .filter((_, index) => index !== at)
          .join(',');
      const host = await built({ header: without(HEADER), rows: ROWS.map(without) });
      ask(host, 'forgetContact', String(row(host)['Outreach ID']));
      expect(home(host)).toMatchObject({ conflicts: [], left: [] });
      expect(home(host).message).toBe('Everything was up to date');
    },
  );

  test('makes the log where there is none', async () => {
    const host = await built();
    host.model.deleteTab('Outreach log');
    put(host, TAB, 2, 'What happened', 'no answer');
    expect(home(host)).toMatchObject({ touches: 1 });
    expect(log(host)).toHaveLength(1);
  });
});
