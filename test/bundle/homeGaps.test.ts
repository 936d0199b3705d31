// Assignments home where people did what nobody foresaw: a column deleted or renamed, an owner typed over, a copy that
// counts. Through the built bundle, on a small campaign with a tab each for Ana, Bo, Chidi and Dee.
import { describe, expect, test } from '@jest/globals';
import type { HomeAnswers, HomeView } from '../../src/commands/homeAnswers';
import type { WriteReceipt } from '../../src/commands/answers';
import type { Host } from '../../workbench/host/createHost';
import { ask, book, cellsOf, openCampaign, putTab, recordsOf, type Options } from './campaign';

const EVEN = { due: '', cap: 0, moves: [] };
const NONE: HomeAnswers = { conflicts: [], missing: [], twins: [], counts: [] };
const BO = '→ Bo';
const DEE = '→ Dee';
const AMITY = 'Amity Street Church';
const CEDAR = 'Cedar Hill Congregation';
const PEOPLE = [
  ['Name', 'E-mail', 'Categories'],
  ['Ana', 'ana@larkhaven.example.org', 'Union'],
  ['Bo', 'bo@larkhaven.example.org', 'Faith group'],
  ['Chidi', 'chidi@larkhaven.example.org', ''],
  ['Dee', 'dee@larkhaven.example.org', ''],
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
const rowOf = (host: Host, organization: string, tab: string) =>
  recordsOf(host, tab).findIndex((one) => one['Organization'] === organization) + 2;
const row = (host: Host, organization: string, tab = 'Contacts') =>
  recordsOf(host, tab).find((one) => one['Organization'] === organization) ?? {};
const log = (host: Host) => recordsOf(host, 'Outreach log');
/** Somebody types, and the trigger runs. */
function edit(host: Host, tab: string, organization: string, column: string, text: string): void {
  host.edit(tab, rowOf(host, organization, tab), columnAt(host, tab, column), text);
  expect(host.triggerError).toBe('');
}
/** Somebody types, and the trigger is lost. */
const type = (host: Host, tab: string, organization: string, column: string, text: string) =>
  host.model.typeInto(tab, rowOf(host, organization, tab), columnAt(host, tab, column), text);
const rename = (host: Host, tab: string, heading: string, to: string) =>
  host.model.typeInto(tab, 1, columnAt(host, tab, heading), to);
const everything = (host: Host) =>
  host.save().workbook.tabs.map(({ name }) => [name, cellsOf(host, name)] as const);
const settled = (host: Host) => {
  const before = everything(host);
  expect(home(host).message).toBe('Everything was up to date');
  expect(everything(host)).toEqual(before);
};
const copyOf = (host: Host, tab: string, name: string) => {
  const app = host.globals()['SpreadsheetApp'] as unknown as GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  const file = app.getActiveSpreadsheet();
  file.getSheetByName(tab)?.copyTo(file).setName(name);
  app.flush();
};

describe('the hidden column of records, deleted', () => {
  const lost = async () => {
    const host = await built();
    host.model.deleteColumns(BO, columnAt(host, BO, 'Outreach record'), 1);
    return host;
  };
  const isHidden = (host: Host) =>
    host.model
      .snapshot()
      .tabs.find(({ name }) => name === BO)
      ?.hiddenColumns.includes(columnAt(host, BO, 'Outreach record'));

  test('comes back hidden with the next full run, and edits are carried at once again', async () => {
    const host = await lost();
    expect(home(host).conflicts).toEqual([]);
    expect(isHidden(host)).toBe(true);
    edit(host, BO, AMITY, 'Contact name', 'Noor');
    expect(row(host, AMITY)['Contact']).toBe('Noor');
    edit(host, BO, CEDAR, 'What happened', 'talked');
    expect(log(host)).toHaveLength(1);
    home(host);
    settled(host);
  });

  test('comes back with Build as well', async () => {
    const host = await lost();
    ask(host, 'buildTabs', EVEN);
    expect(isHidden(host)).toBe(true);
    edit(host, BO, AMITY, 'Contact name', 'Noor');
    expect(row(host, AMITY)['Contact']).toBe('Noor');
    settled(host);
  });

  test('what differs is asked, once; what agrees is not', async () => {
    const host = await lost();
    type(host, BO, AMITY, 'Contact name', 'Noor');
    const { conflicts } = home(host);
    expect(conflicts.map(({ organization, column }) => [organization, column])).toEqual([
      [AMITY, 'Contact name'],
    ]);
    const [{ id, column, tabId, tab, contacts }] = conflicts as [HomeView['conflicts'][0]];
    home(host, { conflicts: [{ id, column, tabId, tab, contacts, keep: 'tab' }] });
    expect(row(host, AMITY)['Contact']).toBe('Noor');
    edit(host, BO, AMITY, 'Contact name', 'Lena');
    expect(row(host, AMITY)['Contact']).toBe('Lena');
    settled(host);
  });
});

test('a copy that counts is known by its heading: its edits go home at once, under whatever name', async () => {
  const host = await built();
  const name = `Copy of ${BO}`;
  copyOf(host, BO, name);
  edit(host, name, AMITY, 'Contact name', 'Nobody asked');
  expect(row(host, AMITY)['Contact']).toBe('Ruth');
  host.model.typeInto(name, rowOf(host, AMITY, name), columnAt(host, name, 'Contact name'), 'Ruth');
  const [copy] = home(host).copies;
  home(host, { counts: [copy?.tabId ?? 0] });
  edit(host, name, CEDAR, 'Contact name', 'Noor');
  expect(row(host, CEDAR)['Contact']).toBe('Noor');
  edit(host, name, CEDAR, 'What happened', 'talked');
  expect(log(host)).toHaveLength(1);
});

test('a copy without its records gets no formulas of the contacts', async () => {
  const host = await built();
  const name = `Copy of ${BO}`;
  copyOf(host, BO, name);
  host.model.deleteColumns(name, columnAt(host, name, 'Outreach record'), 1);
  const before = cellsOf(host, name);
  edit(host, name, AMITY, 'Contact name', 'Noor');
  expect(cellsOf(host, name).map((line) => line.map((cell) => (cell === 'Noor' ? 'Ruth' : cell)))).toEqual(
    before,
  );
});

describe('another name typed into the owner cell', () => {
  const handedOver = (host: Host) =>
    log(host)
      .filter(({ Kind }) => Kind === 'handed over')
      .map(({ Organization, Summary }) => [Organization, Summary]);

  test('is logged once, said with what is open there, and the old tab says who has it', async () => {
    const host = await built();
    edit(host, 'Contacts', AMITY, 'Owner', 'Dee');
    const view = home(host);
    expect(handedOver(host)).toEqual([[AMITY, 'From Bo to Dee']]);
    expect(view.message).toMatch(/^Wrote into the log that 1 contact went to somebody else/);
    expect(view.handed).toEqual([
      {
        contact: row(host, AMITY)['Outreach ID'],
        organization: AMITY,
        tab: BO,
        from: 'Bo',
        to: 'Dee',
        open: [expect.stringContaining('there is no answer yet')],
      },
    ]);
    expect(row(host, AMITY, BO)['Next step']).toBe('Dee has it now');
    expect(row(host, AMITY, DEE)['Next step']).toBe('Follow up');
    const before = everything(host);
    expect(home(host)).toMatchObject({ message: 'Everything was up to date', handed: [] });
    expect(everything(host)).toEqual(before);
  });

  test('is taken back as it is handed over, and the row says its step again', async () => {
    const host = await built();
    edit(host, 'Contacts', AMITY, 'Owner', 'Dee');
    const [one] = home(host).handed;
    ask<WriteReceipt>(host, 'handOver', one?.contact, one?.to, one?.from);
    expect(home(host).handed).toEqual([]);
    expect(handedOver(host)).toEqual([
      [AMITY, 'From Bo to Dee'],
      [AMITY, 'From Dee to Bo'],
    ]);
    expect(row(host, AMITY, BO)['Next step']).toBe('Follow up');
    expect(row(host, AMITY, DEE)['Next step']).toBe('Bo has it now');
    settled(host);
    edit(host, 'Contacts', AMITY, 'Owner', 'Chidi');
    home(host);
    expect(handedOver(host).slice(2)).toEqual([[AMITY, 'From Bo to Chidi']]);
    expect(row(host, AMITY, DEE)['Next step']).toBe('Chidi has it now');
    settled(host);
  });

  test('what the sidebar handed over and logged is not logged again', async () => {
    const host = await built();
    ask<WriteReceipt>(host, 'handOver', row(host, AMITY)['Outreach ID'], 'Bo', 'Dee');
    expect(home(host).handed).toEqual([]);
    expect(handedOver(host)).toHaveLength(1);
    expect(row(host, AMITY, BO)['Next step']).toBe('Dee has it now');
    settled(host);
  });

  test('taken out of the cell, nobody has it; a name that nobody knows is no handing over', async () => {
    const host = await built();
    edit(host, 'Contacts', AMITY, 'Owner', '');
    edit(host, 'Contacts', CEDAR, 'Owner', 'Boo Radley');
    home(host);
    expect(handedOver(host)).toEqual([[AMITY, 'From Bo to nobody']]);
    expect(row(host, AMITY, BO)['Next step']).toBe('Nobody has it now');
    expect(row(host, CEDAR, BO)['Next step']).toBe('Follow up');
    settled(host);
  });

  test('a second name beside the first takes nothing from anybody', async () => {
    const host = await built();
    edit(host, 'Contacts', AMITY, 'Owner', 'bo and Dee');
    expect(home(host).handed).toEqual([]);
    expect(handedOver(host)).toEqual([]);
    expect(row(host, AMITY, BO)['Next step']).toBe('Follow up');
  });

  test('a row pasted into the tab of somebody who never had it is left alone', async () => {
    const host = await built();
    const [foreign = []] = cellsOf(host, DEE).slice(1);
    const sheet = book(host).getSheetByName(BO);
    sheet?.getRange(recordsOf(host, BO).length + 2, 1, 1, foreign.length).setValues([foreign]);
    host.model.flush();
    expect(home(host).left).toEqual([expect.stringContaining('belongs to somebody else now')]);
    expect(row(host, 'Millrace Worker Center', BO)['Next step']).toBe('');
    home(host);
    expect(handedOver(host)).toEqual([]);
  });
});

describe('rows that a volunteer added', () => {
  const add = (host: Host, cells: Readonly<Record<string, string>>) => {
    const at = recordsOf(host, BO).length + 2;
    for (const [column, text] of Object.entries(cells))
      host.model.typeInto(BO, at, columnAt(host, BO, column), text);
  };

  test('an address and a number on one line go into their cells', async () => {
    const host = await built();
    add(host, { Organization: 'Brand New Group', 'How to reach them': 'hi@b.example.org, 503-555-0199' });
    expect(home(host)).toMatchObject({ added: 1, conflicts: [] });
    expect(row(host, 'Brand New Group')).toMatchObject({
      'E-mail': 'hi@b.example.org',
      Phone: '503-555-0199',
    });
    expect(row(host, 'Brand New Group', BO)['How to reach them']).toBe('hi@b.example.org\n503-555-0199');
    settled(host);
  });

  test('so they do in a row that stands there, at once', async () => {
    const host = await built();
    edit(host, BO, AMITY, 'How to reach them', '503-555-0199 / hi@b.example.org');
    expect(row(host, AMITY)).toMatchObject({ 'E-mail': 'hi@b.example.org', Phone: '503-555-0199' });
    expect(home(host).conflicts).toEqual([]);
    expect(row(host, AMITY, BO)['How to reach them']).toBe('hi@b.example.org\n503-555-0199');
    settled(host);
  });

  test('known as a contact that is there already: only what really differs is asked', async () => {
    const host = await built();
    add(host, {
      Organization: 'Paper Lantern Bookshop',
      'How to reach them': 'ines@paper-lantern.example.org',
    });
    const [twin] = home(host).twins;
    const { tabId = 0, row: at = 0, organization = '', of: id = '' } = twin ?? {};
    const { conflicts } = home(host, { twins: [{ tabId, row: at, organization, id }] });
    expect(conflicts.map(({ column, tab, contacts }) => [column, tab, contacts])).toEqual([
      ['Organization', 'Paper Lantern Bookshop', 'Paper Lantern Books'],
    ]);
    expect(row(host, 'Paper Lantern Bookshop', BO)).toMatchObject({
      'Contact name': 'Ines',
      'How to reach them': 'ines@paper-lantern.example.org\n555-0104',
    });
  });

  test('what the contacts lack comes from the row, what the row lacks from the contacts', async () => {
    const host = await built();
    type(host, 'Contacts', 'Paper Lantern Books', 'Contact', '');
    type(host, 'Contacts', 'Paper Lantern Books', 'Phone', '');
    host.model.deleteRows('→ Chidi', rowOf(host, 'Paper Lantern Books', '→ Chidi'), 1);
    add(host, {
      Organization: 'Paper Lantern Books',
      'Contact name': 'Noor',
      'Known by': 'Dee',
      'How to reach them': '503-555-0199',
    });
    const [twin] = home(host).twins;
    const { tabId = 0, row: at = 0, organization = '', of: id = '' } = twin ?? {};
    expect(home(host, { twins: [{ tabId, row: at, organization, id }] }).conflicts).toEqual([]);
    expect(row(host, 'Paper Lantern Books')).toMatchObject({
      Contact: 'Noor',
      'Known by': 'Dee',
      'E-mail': 'ines@paper-lantern.example.org',
      Phone: '503-555-0199',
    });
    expect(row(host, 'Paper Lantern Books', BO)['How to reach them']).toBe(
      'ines@paper-lantern.example.org\n503-555-0199',
    );
  });
});

test('a heading that was renamed in a volunteer’s tab is said, with what stands there now', async () => {
  const host = await built();
  rename(host, BO, 'What happened', 'Result');
  rename(host, BO, 'Notes', 'Remarks');
  expect(home(host).left).toEqual([
    '“→ Bo” has no column “What happened” any more (there is a column “Result”): name it so again, or nothing under it is brought home.',
    '“→ Bo” has no column “Notes” any more (there is a column “Remarks”): name it so again, or nothing under it is brought home.',
  ]);
});

describe('an edit of the contacts', () => {
  test('is carried at once to the tabs of both owners, so that neither meets it later as a conflict', async () => {
    const host = await built();
    edit(host, 'Contacts', AMITY, 'Owner', 'bo and Dee');
    ask(host, 'buildTabs', EVEN);
    edit(host, 'Contacts', AMITY, 'Contact', 'Noor');
    expect(host.lastRun.calls.length).toBeLessThanOrEqual(12);
    expect(row(host, AMITY, BO)['Contact name']).toBe('Noor');
    expect(row(host, AMITY, DEE)['Contact name']).toBe('Noor');
    edit(host, DEE, AMITY, 'Contact name', 'From Dee');
    expect(row(host, AMITY)['Contact']).toBe('From Dee');
    expect(home(host).conflicts).toEqual([]);
    expect(row(host, AMITY, BO)['Contact name']).toBe('From Dee');
  });

  test('so it is where the row has no next step, far down', async () => {
    const filler = Array.from(
      { length: 40 },
      (_, i) => `Group ${i},Clinic,,g${i}@g.example.org,,,Ana,Ready,,,,,`,
    );
    const last =
      'Willow Street Mosque,Faith group,Sami,sami@willow.example.org,,,Bo / Dee,Contacted,2026-11-03,2026-11-03,1,maybe in spring,';
    const host = await built({ rows: [...filler, last] });
    edit(host, 'Contacts', 'Willow Street Mosque', 'Contact', 'Noor');
    expect(host.lastRun.calls.length).toBeLessThanOrEqual(12);
    expect(row(host, 'Willow Street Mosque', BO)['Contact name']).toBe('Noor');
    expect(row(host, 'Willow Street Mosque', DEE)['Contact name']).toBe('Noor');
  });
});

test('handing back says so, and one Undo takes all of it back', async () => {
  const host = await built();
  host.model.deleteRows(BO, 2, 2);
  const [gone] = home(host).missing;
  const ids = gone?.contacts.map(({ id }) => id) ?? [];
  const view = home(host, { missing: [{ tabId: gone?.tabId ?? 0, ids, handBack: true }] });
  expect(view.message).toBe('Handed back 2 contacts');
  expect(view).toMatchObject({ undoable: true, change: expect.stringMatching(/./) });
  expect([row(host, AMITY)['Owner'], row(host, CEDAR)['Owner']]).toEqual(['', '']);
  ask(host, 'undoChange', view.change);
  expect([row(host, AMITY)['Owner'], row(host, CEDAR)['Owner']]).toEqual(['Bo', 'Bo']);
});

describe('while it is asked what a column of the contacts is', () => {
  test('the numbers in the volunteers’ tabs stay, and go home once it is answered', async () => {
    const host = await built();
    const before = cellsOf(host, BO);
    rename(host, 'Contacts', 'Phone', 'Number');
    expect(home(host)).toMatchObject({
      conflicts: [],
      left: [
        'Column E was headed “Phone” and is now headed “Number”. Say whether it is still “Phone”. Until then nothing of it is brought home or into the tabs.',
      ],
    });
    expect(cellsOf(host, BO).map((line) => line.slice(0, 11))).toEqual(
      before.map((line) => line.slice(0, 11)),
    );
    type(host, BO, AMITY, 'How to reach them', 'ruth@amity.example.org\n555-0177');
    edit(host, BO, CEDAR, 'How to reach them', 'tamar@cedar.example.org\n555-0188');
    expect(home(host).conflicts).toEqual([]);
    expect(row(host, AMITY, BO)['How to reach them']).toBe('ruth@amity.example.org\n555-0177');
    ask(host, 'setColumn', 'phone', ['E']);
    expect(home(host).conflicts).toEqual([]);
    expect([row(host, AMITY)['Number'], row(host, CEDAR)['Number']]).toEqual(['555-0177', '555-0188']);
  });

  test('nothing is written into it', async () => {
    const host = await built();
    rename(host, 'Contacts', 'Contact', 'Person');
    edit(host, BO, AMITY, 'Contact name', 'Noor');
    type(host, BO, CEDAR, 'Contact name', 'Lena');
    expect(home(host).conflicts).toEqual([]);
    expect([row(host, AMITY)['Person'], row(host, CEDAR)['Person']]).toEqual(['Ruth', 'Tamar']);
    edit(host, BO, AMITY, 'Contact name', 'Mira');
    expect(row(host, AMITY)['Person']).toBe('Ruth');
    ask(host, 'setColumn', 'contactName', ['C']);
    home(host);
    expect([row(host, AMITY)['Person'], row(host, CEDAR)['Person']]).toEqual(['Mira', 'Lena']);
    edit(host, BO, AMITY, 'Contact name', 'Sol');
    expect(row(host, AMITY)['Person']).toBe('Sol');
  });
});

test('a conflict says whose tab it is, and of the contacts that somebody changed them', async () => {
  const host = await built();
  type(host, 'Contacts', AMITY, 'Contact', 'Lena');
  edit(host, BO, AMITY, 'Contact name', 'Noor');
  expect(home(host).conflicts).toMatchObject([
    { tabSide: 'Bo, in “→ Bo”, Nov 12, 09:00', contactsSide: 'In “Contacts”, by somebody' },
  ]);
});
