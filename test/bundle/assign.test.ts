// Assignment tabs through the built bundle: the preview is what is built, a volunteer's words stay, undo is whole.
import { describe, expect, test } from '@jest/globals';
import type { AssignView, ChangesView, WriteReceipt } from '../../src/commands/answers';
import type { Host, HostOptions } from '../../workbench/host/createHost';
import { ask, cellsOf, openCampaign, putTab, recordsOf, refused } from './campaign';

const EVEN = { due: '', cap: 0, moves: [] };
const VOLUNTEERS = [
  ['Name', 'E-mail', 'Categories', 'Most open assignments', 'Away until'],
  ['Ana', 'ana@larkhaven.example.org', 'Union', '', ''],
  ['Bo', 'bo@larkhaven.example.org', 'Faith group', '', ''],
  ['Chidi', 'chidi@larkhaven.example.org', '', '', ''],
];

async function campaign(
  volunteers: readonly (readonly unknown[])[] = VOLUNTEERS,
  options: Partial<HostOptions> = {},
): Promise<Host> {
  const host = await openCampaign(options);
  if (volunteers.length > 0) putTab(host, 'Volunteers', volunteers);
  return host;
}

const tabs = (host: Host) => host.save().workbook.tabs.map((tab) => tab.name);
const changes = (host: Host) => ask<ChangesView>(host, 'getChanges').groups.flatMap((group) => group.changes);
const columnAt = (host: Host, tab: string, name: string) => (cellsOf(host, tab)[0] ?? []).indexOf(name) + 1;
/** Rows with anything in them. */
const rowsOf = (host: Host, tab: string) => recordsOf(host, tab).filter((row) => row['Organization'] !== '');

describe('building assignment tabs', () => {
  test('builds what the preview showed, and owners stand in the contacts', async () => {
    const host = await campaign();
    const preview = ask<AssignView>(host, 'getAssignments', EVEN);
    expect(preview).toMatchObject({ way: 'tabs', due: '2026-11-19', unassigned: 9, left: 0 });
    ask<WriteReceipt>(host, 'buildTabs', EVEN);
    expect(tabs(host)).toEqual(expect.arrayContaining(['→ Ana', '→ Bo', '→ Chidi']));
    const contacts = recordsOf(host, 'Contacts');
    for (const gift of preview.gives) {
      expect(contacts.find((row) => row['Organization'] === gift.organization)?.['Owner']).toBe(gift.to);
      expect(rowsOf(host, `→ ${gift.to}`).map((row) => row['Organization'])).toContain(gift.organization);
    }
    const counts = preview.volunteers.map((one) => [one.name, one.gets]);
    expect(counts).toEqual(['Ana', 'Bo', 'Chidi'].map((name) => [name, rowsOf(host, `→ ${name}`).length]));
    expect(preview.gives.find((gift) => gift.organization.startsWith('Larkhaven Transit'))).toMatchObject({
      to: 'Ana',
      why: 'Ana takes Union',
    });
  });

  test('each tab has at most ten columns beside the id, words to act on, dropdowns, and the deadline', async () => {
    const host = await campaign();
    ask(host, 'buildTabs', EVEN);
    for (const tab of ['→ Ana', '→ Bo', '→ Chidi']) {
      const [header = []] = cellsOf(host, tab);
      expect(header).toHaveLength(11);
      const [first] = rowsOf(host, tab);
      expect(String(first?.['How to reach them'])).toContain('@');
      expect(first?.['Due']).toBeInstanceOf(Date);
      expect(host.model.dropdown(tab, 2, columnAt(host, tab, 'What happened'))).toContain('left a message');
      expect(host.model.dropdown(tab, 2, columnAt(host, tab, 'Task'))).toContain('Follow up');
    }
  });

  test('run again changes nothing where nothing changed', async () => {
    const host = await campaign();
    ask(host, 'markNextSteps');
    ask(host, 'buildTabs', EVEN);
    const before = tabs(host).map((tab) => cellsOf(host, tab));
    const again = ask<WriteReceipt>(host, 'buildTabs', EVEN);
    expect(again).toMatchObject({ written: 0, kept: [] });
    expect(tabs(host).map((tab) => cellsOf(host, tab))).toEqual(before);
  });

  test('run again brings the tabs up to date and leaves what a volunteer wrote', async () => {
    const host = await campaign();
    ask(host, 'buildTabs', EVEN);
    const tab = '→ Chidi';
    const rows = rowsOf(host, tab);
    host.model.typeInto(tab, 2, columnAt(host, tab, 'What happened'), 'talked');
    host.model.typeInto(tab, 2, columnAt(host, tab, 'Notes'), 'call in the evening');
    host.model.typeInto(tab, 2, columnAt(host, tab, 'Task'), 'Ask for the bulletin');
    host.model.moveColumn(tab, columnAt(host, tab, 'Notes'), 2);
    const at =
      recordsOf(host, 'Contacts').findIndex((row) => row['Organization'] === rows[0]?.['Organization']) + 2;
    host.model.typeInto('Contacts', at, 10, '2026-11-11');
    host.model.typeInto('Contacts', 11, 1, 'Juniper Tenants');
    host.model.typeInto('Contacts', 11, 7, 'Chidi');
    ask(host, 'buildTabs', EVEN);
    const after = rowsOf(host, tab);
    expect(after).toHaveLength(rows.length + 1);
    expect(after[0]).toMatchObject({
      'What happened': 'talked',
      Notes: 'call in the evening',
      Task: 'Ask for the bulletin',
    });
    expect(String(after[0]?.['Last touch'])).toContain('Nov 11');
    expect(after[rows.length]).toMatchObject({ Organization: 'Juniper Tenants' });
  });

  test('a contact that went to somebody else stays in the old tab and is named', async () => {
    const host = await campaign();
    ask(host, 'buildTabs', EVEN);
    const moved = rowsOf(host, '→ Chidi')[0]?.['Organization'];
    const at = recordsOf(host, 'Contacts').findIndex((row) => row['Organization'] === moved) + 2;
    host.model.typeInto('Contacts', at, 7, 'Ana');
    const again = ask<WriteReceipt>(host, 'buildTabs', EVEN);
    expect(again.kept.map((one) => one.why).join(' ')).toContain('→ Chidi');
    expect(rowsOf(host, '→ Ana').map((row) => row['Organization'])).toContain(moved);
    expect(rowsOf(host, '→ Chidi').map((row) => row['Organization'])).toContain(moved);
  });

  test('existing owners keep theirs, also where two share one', async () => {
    const host = await campaign();
    host.model.typeInto('Contacts', 2, 7, 'Bo');
    host.model.typeInto('Contacts', 3, 7, 'Chidi & Ana');
    ask(host, 'buildTabs', EVEN);
    const owners = recordsOf(host, 'Contacts').map((row) => row['Owner']);
    expect(owners.slice(0, 2)).toEqual(['Bo', 'Chidi & Ana']);
    const has = (name: string) => rowsOf(host, `→ ${name}`).map((row) => row['Organization']);
    expect(has('Chidi')).toContain('Cedar Hill Congregation');
    expect(has('Ana')).toContain('Cedar Hill Congregation');
  });

  test('what the lead moved by hand is built, before the rows have ids and after', async () => {
    const host = await campaign();
    const [first] = ask<AssignView>(host, 'getAssignments', EVEN).gives;
    const to = first?.to === 'Ana' ? 'Bo' : 'Ana';
    const options = { ...EVEN, moves: [{ contact: first?.contact ?? '', to }] };
    expect(ask<AssignView>(host, 'getAssignments', options).gives[0]).toMatchObject({ to });
    ask(host, 'buildTabs', options);
    expect(recordsOf(host, 'Contacts')[(first?.row ?? 0) - 2]?.['Owner']).toBe(to);
  });

  test('the words of the Next step column stay live in the tabs', async () => {
    const host = await campaign();
    ask(host, 'buildTabs', EVEN);
    ask(host, 'markNextSteps');
    ask(host, 'buildTabs', EVEN);
    const word = () =>
      rowsOf(host, '→ Ana').find((row) => String(row['Organization']).startsWith('Larkhaven Transit'))?.[
        'Next step'
      ];
    expect(word()).toBe('Last try');
    host.edit('Contacts', 4, 10, '2026-11-11');
    expect(word()).toBe('');
  });

  test('a text of theirs that looks like a formula stays text in the tab', async () => {
    const host = await campaign();
    host.model.typeInto('Contacts', 2, 3, "'=IFERROR(INDEX(A1))");
    ask(host, 'buildTabs', EVEN);
    const names = ['→ Ana', '→ Bo', '→ Chidi'].flatMap((tab) =>
      rowsOf(host, tab).map((row) => row['Contact name']),
    );
    expect(names).toContain('=IFERROR(INDEX(A1))');
  });
});

describe('taking the tabs back', () => {
  async function built(): Promise<{ host: Host; receipt: WriteReceipt; before: unknown[][] }> {
    const host = await campaign();
    const before = cellsOf(host, 'Contacts');
    return { host, receipt: ask<WriteReceipt>(host, 'buildTabs', EVEN), before };
  }
  const owners = (host: Host) => recordsOf(host, 'Contacts').map((row) => row['Owner']);

  test('one undo removes the tabs that nobody wrote in and the owners that were given', async () => {
    const { host, receipt } = await built();
    expect(receipt.undoable).toBe(true);
    expect(ask<WriteReceipt>(host, 'undoChange', receipt.change).kept).toEqual([]);
    expect(tabs(host).filter((name) => name.startsWith('→'))).toEqual([]);
    expect(new Set(owners(host))).toEqual(new Set(['']));
    expect(changes(host).map((change) => change.state)).toEqual(['undone']);
  });

  test('works days later too, when words and dates in the tabs have moved on by themselves', async () => {
    const host = await campaign();
    ask(host, 'markNextSteps');
    const receipt = ask<WriteReceipt>(host, 'buildTabs', EVEN);
    host.advance(20);
    expect(ask<WriteReceipt>(host, 'undoChange', receipt.change).kept).toEqual([]);
    expect(tabs(host).filter((name) => name.startsWith('→'))).toEqual([]);
  });

  test('a tab in which somebody wrote stays and is named, and so does an owner that somebody changed', async () => {
    const { host, receipt } = await built();
    host.model.typeInto('→ Bo', 2, columnAt(host, '→ Bo', 'Notes'), 'left a note');
    host.model.typeInto('Contacts', 2, 7, 'Dee');
    const undone = ask<WriteReceipt>(host, 'undoChange', receipt.change);
    expect(undone.kept).toHaveLength(2);
    expect(undone.kept.map((one) => one.why).join(' ')).toContain('→ Bo');
    expect(tabs(host).filter((name) => name.startsWith('→'))).toEqual(['→ Bo']);
    expect(owners(host)[0]).toBe('Dee');
  });

  test('where only tabs were built, those are what is undone', async () => {
    const host = await campaign();
    for (let row = 2; row <= 10; row++)
      host.model.typeInto('Contacts', row, 7, ['Ana', 'Bo', 'Chidi'][row % 3] ?? '');
    const receipt = ask<WriteReceipt>(host, 'buildTabs', EVEN);
    expect(receipt.undoable).toBe(true);
    ask(host, 'undoChange', receipt.change);
    expect(tabs(host).filter((name) => name.startsWith('→'))).toEqual([]);
  });
});

describe('who takes what', () => {
  test('below three volunteers the owners are filled in instead', async () => {
    const host = await campaign(VOLUNTEERS.slice(0, 3));
    expect(ask<AssignView>(host, 'getAssignments', EVEN).way).toBe('owners');
    const receipt = ask<WriteReceipt>(host, 'fillOwners', EVEN);
    expect(recordsOf(host, 'Contacts').every((row) => row['Owner'] === 'Ana' || row['Owner'] === 'Bo')).toBe(
      true,
    );
    expect(tabs(host).some((name) => name.startsWith('→'))).toBe(false);
    ask(host, 'undoChange', receipt.change);
    expect(recordsOf(host, 'Contacts').every((row) => row['Owner'] === '')).toBe(true);
  });

  test('without a Volunteers tab the owners in the sheet count; without those it says what to do', async () => {
    const host = await campaign([]);
    expect(refused(host, 'buildTabs', EVEN)).toMatchObject({
      code: 'no-volunteers',
      todo: 'Fill in the Volunteers tab',
    });
    for (const [index, name] of ['Ana', 'Bo', 'Chidi'].entries())
      host.model.typeInto('Contacts', index + 2, 7, name);
    expect(ask<AssignView>(host, 'getAssignments', EVEN).volunteers.map((one) => one.name)).toEqual([
      'Ana',
      'Bo',
      'Chidi',
    ]);
  });

  test('without an owner column nothing is written, and it says which column to add', async () => {
    const host = await campaign();
    host.model.deleteColumns('Contacts', 7);
    const before = cellsOf(host, 'Contacts');
    expect(refused(host, 'buildTabs', EVEN).code).toBe('no-owner-column');
    expect(cellsOf(host, 'Contacts')).toEqual(before);
  });

  test('an owner’s name that fits nobody is asked about, and the answer is written or becomes a volunteer', async () => {
    const host = await campaign();
    host.model.typeInto('Contacts', 2, 7, 'Annie & Bo');
    host.model.typeInto('Contacts', 3, 7, 'Zed');
    expect(ask<AssignView>(host, 'getAssignments', EVEN).questions.map((one) => one.name)).toEqual([
      'Annie',
      'Zed',
    ]);
    expect(ask<AssignView>(host, 'confirmOwner', 'Annie', 'Ana').questions.map((one) => one.name)).toEqual([
      'Zed',
    ]);
    expect(recordsOf(host, 'Contacts')[0]?.['Owner']).toBe('Ana, Bo');
    expect(ask<AssignView>(host, 'confirmOwner', 'Zed', '').questions).toEqual([]);
    expect(recordsOf(host, 'Volunteers').map((row) => row['Name'])).toContain('Zed');
    ask(host, 'undoChange', changes(host)[0]?.id ?? '');
    expect(recordsOf(host, 'Contacts')[0]?.['Owner']).toBe('Annie & Bo');
  });

  test('an owner column that is not certain any more is asked about before a name is written', async () => {
    const host = await campaign();
    host.model.typeInto('Contacts', 2, 7, 'Annie');
    ask(host, 'startWith', 'Contacts');
    host.model.typeInto('Contacts', 1, 7, 'Held by');
    const before = cellsOf(host, 'Contacts');
    expect(refused(host, 'confirmOwner', 'Annie', 'Ana').code).toBe('column-changed');
    expect(refused(host, 'buildTabs', EVEN).code).toBe('column-changed');
    expect(refused(host, 'fillOwners', EVEN).code).toBe('column-changed');
    expect(cellsOf(host, 'Contacts')).toEqual(before);
  });

  test('who is away gets nothing, and a cap is kept', async () => {
    const host = await campaign([
      ...VOLUNTEERS.slice(0, 3),
      ['Chidi', '', '', '', '2026-12-24'],
      ['Dee', '', '', 1, ''],
    ]);
    const view = ask<AssignView>(host, 'getAssignments', { ...EVEN, cap: 3 });
    expect(view.volunteers.map((one) => [one.name, one.gets, one.away])).toEqual([
      ['Ana', 3, ''],
      ['Bo', 3, ''],
      ['Chidi', 0, 'Dec 24'],
      ['Dee', 1, ''],
    ]);
    expect(view.left).toBe(2);
  });
});
