// Assignment tabs through the built bundle: the preview is what is built, a volunteer's words stay, undo is whole.
import { describe, expect, test } from '@jest/globals';
import type { AssignView, ChangesView, MapView, WriteReceipt, CheckGroup } from '../../src/commands/answers';
import type { Host, HostOptions } from '../../workbench/host/createHost';
import { ask, cellsOf, openCampaign, putTab, recordsOf, refused, resume } from './campaign';

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

  test('the preview says why each gets what, what is already theirs, and who could use help', async () => {
    const host = await campaign();
    for (const row of [3, 4, 5, 6, 7, 8]) host.model.typeInto('Contacts', row, 7, 'Ana');
    host.model.typeInto('Contacts', 9, 6, 'Chidi');
    const { gives, volunteers } = ask<AssignView>(host, 'getAssignments', EVEN);
    expect(gives.map(({ why }) => why)).toEqual([
      'Bo takes Faith group',
      'Chidi knows someone there',
      'Bo has room: 1 open so far',
    ]);
    const [ana, bo] = volunteers;
    expect(ana).toMatchObject({ has: 6, help: '6 open, others have none' });
    expect(ana?.keeps).toHaveLength(6);
    expect(ana?.keeps[0]).toBe('Cedar Hill Congregation');
    expect(bo).toMatchObject({ help: '', keeps: [] });
  });

  test('each tab has at most ten columns beside the id, words to act on, dropdowns, and the deadline', async () => {
    const host = await campaign();
    ask(host, 'buildTabs', EVEN);
    for (const tab of ['→ Ana', '→ Bo', '→ Chidi']) {
      const [header = []] = cellsOf(host, tab);
      expect(header.slice(0, 11)).not.toContainEqual(expect.stringMatching(/^(Outreach record.*)?$/));
      expect(header.slice(11)).toEqual([expect.stringMatching(/^Outreach record/)]);
      expect(host.save().workbook.tabs.find(({ name }) => name === tab)?.hiddenColumns).toEqual([12]);
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
      recordsOf(host, 'Contacts').findIndex((row) => row['Organization'] === rows[1]?.['Organization']) + 2;
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
    expect(String(after[1]?.['When'])).toContain('Nov 11');
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

  test('a word that somebody cleared in a tab comes back, and is live again', async () => {
    const host = await campaign();
    ask(host, 'markNextSteps');
    ask(host, 'buildTabs', EVEN);
    const row = rowsOf(host, '→ Ana').findIndex(({ Organization }) =>
      String(Organization).startsWith('Larkhaven'),
    );
    const word = () => cellsOf(host, '→ Ana')[row + 1]?.[columnAt(host, '→ Ana', 'Next step') - 1];
    host.model.typeInto('→ Ana', row + 2, columnAt(host, '→ Ana', 'Next step'), '');
    expect(word()).toBe('');
    ask(host, 'buildTabs', EVEN);
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

describe('tabs that people changed', () => {
  const assignmentTabs = (host: Host) =>
    tabs(host).filter((name) => name.includes('→') || name === 'Ana’s list');
  const assign = (host: Host, row: number, name: string) => host.model.typeInto('Contacts', row, 7, name);

  async function owned(): Promise<Host> {
    const host = await campaign();
    ask(host, 'buildTabs', EVEN);
    host.model.typeInto('Contacts', 11, 1, 'Juniper Tenants');
    assign(host, 11, 'Ana');
    return host;
  }

  test('a renamed one is found, brought up to date and not built a second time', async () => {
    const host = await owned();
    host.model.renameTab('→ Ana', 'Ana’s list');
    expect(ask<AssignView>(host, 'getAssignments', EVEN)).toMatchObject({
      button: 'Update 3 tabs',
      tabs: ['Ana’s list', '→ Bo', '→ Chidi'],
    });
    expect(ask<WriteReceipt>(host, 'buildTabs', EVEN)).toMatchObject({
      message: 'Brought 1 tab up to date',
      kept: [],
    });
    expect(assignmentTabs(host).sort()).toEqual(['Ana’s list', '→ Bo', '→ Chidi']);
    expect(rowsOf(host, 'Ana’s list').map((row) => row['Organization'])).toContain('Juniper Tenants');
  });

  test('a deleted one is built again, the others are left as they are', async () => {
    const host = await owned();
    host.model.deleteTab('→ Ana');
    expect(ask<AssignView>(host, 'getAssignments', EVEN).button).toBe('Build 1 tab and update 2');
    expect(ask<WriteReceipt>(host, 'buildTabs', EVEN)).toMatchObject({ message: 'Built 1 tab', kept: [] });
    expect(rowsOf(host, '→ Ana').map((row) => row['Organization'])).toContain('Juniper Tenants');
  });

  describe('gets new rows while somebody works in it', () => {
    /** Two contacts more for Bo, whose tab stands; and the call that writes them. */
    async function withNewcomers(): Promise<{
      host: Host;
      write: number;
      before: Record<string, unknown>[];
    }> {
      const host = await owned();
      for (const [row, name] of [
        [12, 'Kestrel Readers'],
        [13, 'Lantern Readers'],
      ] as const) {
        host.model.typeInto('Contacts', row, 1, name);
        assign(host, row, 'Bo');
      }
      // What is to be done in the contacts is done before.
      ask(host, 'fillOwners', EVEN);
      const before = rowsOf(host, '→ Bo');
      const trial = resume(host.save());
      ask(trial, 'buildTabs', EVEN);
      const end = rowsOf(trial, '→ Bo').map((row) => row['Organization']);
      expect(end.slice(-2)).toEqual(['Kestrel Readers', 'Lantern Readers']);
      const writes = trial.calls.filter(({ method }) => method === 'Range.setValues');
      const reads = trial.calls.filter(({ method }) => method === 'Range.getValues').map(({ n }) => n);
      // The one that adds the rows stands right behind the reading of Bo’s tab.
      const write = writes.find(({ n }) => n > (reads.at(-2) ?? 0))?.n ?? 0;
      return { host, write, before };
    }
    const names = (rows: readonly Record<string, unknown>[]) => rows.map((row) => row['Organization']).sort();
    const NEW = ['Kestrel Readers', 'Lantern Readers'];

    test.each([1, 2, 3])('%i rows inserted above: nothing is written over', async (count) => {
      const { host, write, before } = await withNewcomers();
      host.editAt(write, (model) => {
        model.insertRows('→ Bo', 2, count);
      });
      expect(ask<WriteReceipt>(host, 'buildTabs', EVEN).kept).toEqual([]);
      const after = rowsOf(host, '→ Bo');
      expect(names(after)).toEqual([...names(before), ...NEW].sort());
      for (const row of before) {
        const now = after.find((other) => other['Organization'] === row['Organization']);
        expect(Object.values(now ?? {})).toEqual(Object.values(row));
      }
    });

    test('a column inserted: the new rows stand under their headings', async () => {
      const { host, write, before } = await withNewcomers();
      host.editAt(write, (model) => {
        model.insertColumns('→ Bo', 2, 1);
      });
      ask(host, 'buildTabs', EVEN);
      expect(names(rowsOf(host, '→ Bo'))).toEqual([...names(before), ...NEW].sort());
    });

    test('and the next build finds nothing to do', async () => {
      const { host, write } = await withNewcomers();
      host.editAt(write, (model) => {
        model.insertRows('→ Bo', 2, 1);
      });
      ask(host, 'buildTabs', EVEN);
      const before = cellsOf(host, '→ Bo');
      ask(host, 'buildTabs', EVEN);
      expect(cellsOf(host, '→ Bo')).toEqual(before);
    });
  });

  test.each(['call', 'flush'] as const)(
    'a protected one, refused at the %s, is named in one line and keeps no other from its rows',
    async (when) => {
      const open = await owned();
      open.model.typeInto('Contacts', 12, 1, 'Kestrel Readers');
      assign(open, 12, 'Bo');
      const { workbook, ...rest } = open.save();
      const host = resume({
        ...rest,
        workbook: {
          ...workbook,
          owner: 'group@example.org',
          tabs: workbook.tabs.map((tab) =>
            tab.name === '→ Ana'
              ? {
                  ...tab,
                  protections: [
                    {
                      id: 900,
                      tab: tab.id,
                      area: null,
                      open: [],
                      editors: [],
                      warningOnly: false,
                      description: '',
                    },
                  ],
                }
              : tab,
          ),
        },
      });
      host.model.refuseAt = when;
      const before = cellsOf(host, '→ Ana');
      const receipt = ask<WriteReceipt>(host, 'buildTabs', EVEN);
      expect(receipt.message).toBe('Brought 1 tab up to date');
      expect(receipt.kept).toEqual([
        {
          cell: '',
          why: 'The tab “→ Ana” did not take what is new, so it was left as it is. If it is protected, ask whoever protected it.',
        },
      ]);
      expect(cellsOf(host, '→ Ana')).toEqual(before);
      expect(rowsOf(host, '→ Bo').map((row) => row['Organization'])).toContain('Kestrel Readers');
    },
  );

  test('a volunteer without a contact gets no tab, and the button does not count one', async () => {
    const host = await campaign([...VOLUNTEERS, ['Dee', '', '', 0, '']]);
    expect(ask<AssignView>(host, 'getAssignments', EVEN)).toMatchObject({
      button: 'Build 3 tabs',
      tabs: ['→ Ana', '→ Bo', '→ Chidi'],
    });
    ask(host, 'buildTabs', EVEN);
    expect(assignmentTabs(host)).toHaveLength(3);
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

describe('a tab without a column for who takes a contact', () => {
  const headings = (host: Host) => cellsOf(host, 'Contacts')[0] ?? [];
  const owners = (host: Host) => recordsOf(host, 'Contacts').map((row) => row['Owner']);
  const state = (host: Host) => changes(host).map(({ what, state }) => [what, state]);
  const ADD = { ...EVEN, addOwner: true };

  async function ownerless(
    volunteers: readonly (readonly unknown[])[] = VOLUNTEERS,
    started = true,
  ): Promise<Host> {
    const host = await campaign(volunteers);
    host.model.deleteColumns('Contacts', 7);
    if (started) ask(host, 'startWith', 'Contacts');
    return host;
  }

  test('shows the share and says that the button adds the column; nothing is added unasked', async () => {
    const host = await ownerless();
    const before = cellsOf(host, 'Contacts');
    const view = ask<AssignView>(host, 'getAssignments', EVEN);
    expect(view).toMatchObject({ addsOwner: true, unassigned: 9, button: 'Add “Owner” and build 3 tabs' });
    expect(view.note).toContain('at its right end');
    expect(refused(host, 'buildTabs', EVEN).code).toBe('no-owner-column');
    expect(refused(host, 'fillOwners', { ...EVEN, addOwner: false }).code).toBe('no-owner-column');
    expect(cellsOf(host, 'Contacts')).toEqual(before);
    expect(changes(host)).toEqual([]);
  });

  test.each([
    ['in a file that was started with', true],
    ['before the first start', false],
  ])('%s, one click adds it at the right end, shares out and builds', async (_, started) => {
    const host = await ownerless(VOLUNTEERS, started);
    const before = headings(host);
    const preview = ask<AssignView>(host, 'getAssignments', EVEN);
    const receipt = ask<WriteReceipt>(host, 'buildTabs', ADD);
    expect(receipt).toMatchObject({ message: 'Added the column “Owner” and built 3 tabs', kept: [] });
    expect(headings(host)).toEqual([...before, 'Owner', 'Outreach ID']);
    const records = recordsOf(host, 'Contacts');
    for (const gift of preview.gives)
      expect(records.find((row) => row['Organization'] === gift.organization)?.['Owner']).toBe(gift.to);
    expect(ask<AssignView>(host, 'getAssignments', EVEN)).toMatchObject({ addsOwner: false, unassigned: 0 });
  });

  test('the column is remembered like every other: a heading that somebody changes is asked about', async () => {
    const host = await ownerless();
    ask(host, 'buildTabs', ADD);
    host.model.typeInto('Contacts', 1, headings(host).indexOf('Owner') + 1, 'Held by');
    expect(refused(host, 'buildTabs', EVEN).code).toBe('column-changed');
  });

  test('what was remembered of the other columns is as it was, the moved ones too', async () => {
    const host = await ownerless();
    host.model.moveColumn('Contacts', 4, 1);
    const known = () => ask<MapView>(host, 'getMap').columns.map(({ field, letters }) => [field, letters]);
    const before = known();
    ask(host, 'buildTabs', ADD);
    expect(known().filter(([field]) => field !== 'owner')).toEqual(before);
    expect(ask<MapView>(host, 'getMap').changed).toEqual([]);
  });

  test('one undo takes back tabs, owners and the column, and the next Assign offers it again', async () => {
    const host = await ownerless();
    const before = headings(host);
    const receipt = ask<WriteReceipt>(host, 'buildTabs', ADD);
    expect(state(host)).toEqual([
      ['Added the column “Owner”, gave 9 contacts an owner and built 3 assignment tabs', 'undo'],
    ]);
    expect(ask<WriteReceipt>(host, 'undoChange', receipt.change).kept).toEqual([]);
    expect(headings(host)).toEqual([...before, '', 'Outreach ID']);
    expect(tabs(host).filter((name) => name.startsWith('→'))).toEqual([]);
    expect(ask<AssignView>(host, 'getAssignments', EVEN)).toMatchObject({ addsOwner: true, unassigned: 9 });
    ask(host, 'buildTabs', ADD);
    expect(owners(host)).not.toContain('');
  });

  test('an undo leaves the column where somebody wrote in it, and says so', async () => {
    const host = await ownerless();
    const receipt = ask<WriteReceipt>(host, 'buildTabs', ADD);
    host.model.typeInto('Contacts', 3, headings(host).indexOf('Owner') + 1, 'Dee');
    const undone = ask<WriteReceipt>(host, 'undoChange', receipt.change);
    expect(undone.kept.map((one) => one.why)).toContain('The column “Owner” stays: somebody wrote in it.');
    expect(owners(host).filter((owner) => owner !== '')).toEqual(['Dee']);
    expect(ask<AssignView>(host, 'getAssignments', EVEN).addsOwner).toBe(false);
  });

  test('with fewer than three volunteers the same click fills the new column', async () => {
    const host = await ownerless(VOLUNTEERS.slice(0, 2));
    const view = ask<AssignView>(host, 'getAssignments', EVEN);
    expect(view).toMatchObject({ way: 'owners', button: 'Add “Owner” and fill in the owner of 9 contacts' });
    const receipt = ask<WriteReceipt>(host, 'fillOwners', ADD);
    expect(receipt.message).toBe('Added the column “Owner” and gave 9 contacts an owner');
    expect(new Set(owners(host))).toEqual(new Set(['Ana']));
    ask(host, 'undoChange', receipt.change);
    expect(headings(host)).not.toContain('Owner');
  });

  test('while nobody is there to take a contact no column is added', async () => {
    const host = await ownerless([]);
    expect(refused(host, 'buildTabs', ADD).code).toBe('no-volunteers');
    expect(headings(host)).not.toContain('Owner');
  });

  test('our Next step column stays ours beside it, also while no word stands in it', async () => {
    const host = await ownerless();
    for (let row = 2; row <= 10; row++) host.model.typeInto('Contacts', row, 7, 'Partner');
    ask(host, 'markNextSteps');
    host.model.typeInto('Contacts', 11, 1, 'Juniper Tenants');
    ask(host, 'buildTabs', ADD);
    ask(host, 'markNextSteps');
    expect(headings(host).filter((name) => name === 'Next step')).toHaveLength(1);
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
    expect(changes(host).map(({ what, state }) => [what, state])).toEqual([
      ['Added “Zed” to the tab “Volunteers”', 'undo'],
      ['Wrote Ana for “Annie”', 'undo'],
    ]);
    for (const { id } of changes(host)) ask(host, 'undoChange', id);
    expect(recordsOf(host, 'Contacts')[0]?.['Owner']).toBe('Annie & Bo');
    expect(recordsOf(host, 'Volunteers').map((row) => row['Name'])).not.toContain('Zed');
  });

  test('who a name means is always a choice: a near name first, else the volunteers that begin most like it', async () => {
    const host = await campaign();
    host.model.typeInto('Contacts', 2, 7, 'Chidy');
    host.model.typeInto('Contacts', 3, 7, 'Benedict');
    expect(ask<AssignView>(host, 'getAssignments', EVEN).questions).toEqual([
      { name: 'Chidy', contacts: 1, choices: ['Chidi'], guess: 'Chidi' },
      { name: 'Benedict', contacts: 1, choices: ['Bo', 'Ana', 'Chidi'], guess: '' },
    ]);
  });

  test('a name that becomes a volunteer keeps what it owns, and changes nobody’s warm tie or cap', async () => {
    const host = await campaign();
    host.model.typeInto('Contacts', 2, 7, 'Zed');
    for (const row of [4, 5, 6]) host.model.typeInto('Contacts', row, 6, 'Chidi');
    const options = { ...EVEN, moves: [{ contact: '', to: '' }] };
    const before = ask<AssignView>(host, 'getAssignments', options);
    const after = ask<AssignView>(host, 'confirmOwner', 'Zed', '', options);
    expect(after.cap).toBe(before.cap);
    expect(after.volunteers.find(({ name }) => name === 'Zed')).toMatchObject({ has: 1 });
    const ties = (view: AssignView) =>
      view.gives.filter(({ why }) => why.includes('knows')).map(({ organization, to }) => [organization, to]);
    expect(ties(before).length).toBeGreaterThan(1);
    expect(ties(after)).toEqual(ties(before));
    expect(ask<AssignView>(host, 'getAssignments', options)).toEqual(after);
  });

  test('the answer to a question is shown with the deadline and the cap that the lead had set', async () => {
    const host = await campaign();
    host.model.typeInto('Contacts', 2, 7, 'Zed');
    const options = { due: '2026-12-01', cap: 2, moves: [] };
    expect(ask<AssignView>(host, 'confirmOwner', 'Zed', '', options)).toMatchObject({
      due: '2026-12-01',
      cap: 2,
    });
  });

  test('where owners of the sheet count as volunteers, adding one keeps the others', async () => {
    const host = await campaign([]);
    for (const [index, name] of ['Ana Ruiz', 'Ana Petrov', 'Bo', 'Ana'].entries())
      host.model.typeInto('Contacts', index + 2, 7, name);
    expect(ask<AssignView>(host, 'getAssignments', EVEN).questions.map((one) => one.name)).toEqual(['Ana']);
    const after = ask<AssignView>(host, 'confirmOwner', 'Ana', '');
    expect(after.volunteers.map(({ name, has }) => [name, has])).toEqual([
      ['Ana Ruiz', 1],
      ['Ana Petrov', 1],
      ['Bo', 1],
      ['Ana', 1],
    ]);
    expect(after).toMatchObject({ way: 'tabs', questions: [] });
    expect(changes(host).map(({ what }) => what)).toEqual(['Added 4 names to the tab “Volunteers”']);
  });

  test('a volunteer is added where the names stand, not over what somebody wrote beside them', async () => {
    const host = await campaign([
      ['E-mail', 'Name'],
      ['ana@larkhaven.example.org', 'Ana'],
      ['someone@larkhaven.example.org', ''],
    ]);
    host.model.typeInto('Contacts', 2, 7, 'Zed');
    ask(host, 'confirmOwner', 'Zed', '');
    expect(cellsOf(host, 'Volunteers').slice(2)).toEqual([
      ['someone@larkhaven.example.org', ''],
      ['', 'Zed'],
    ]);
    const id = changes(host)[0]?.id ?? '';
    host.model.typeInto('Volunteers', 4, 2, 'Zed Ortiz');
    expect(ask<WriteReceipt>(host, 'undoChange', id).kept).toEqual([
      { cell: 'B4', why: 'It reads “Zed Ortiz” now.' },
    ]);
  });

  test('a Volunteers tab without a column of names is not written to, and it says what to do', async () => {
    const host = await campaign([['People'], ['Ana']]);
    host.model.typeInto('Contacts', 2, 7, 'Ana Ruiz');
    host.model.typeInto('Contacts', 3, 7, 'Ana Petrov');
    host.model.typeInto('Contacts', 4, 7, 'Ana');
    const before = cellsOf(host, 'Volunteers');
    expect(refused(host, 'confirmOwner', 'Ana', '')).toMatchObject({
      code: 'no-name-column',
      todo: 'Write Name above the names.',
    });
    expect(cellsOf(host, 'Volunteers')).toEqual(before);
  });

  test('what the lead leaves with nobody stays so through the build, and says that it comes up again', async () => {
    const host = await campaign();
    const [first, second] = ask<AssignView>(host, 'getAssignments', EVEN).gives;
    const options = { ...EVEN, moves: [{ contact: first?.contact ?? '', to: '' }] };
    const preview = ask<AssignView>(host, 'getAssignments', options);
    expect(preview.gives[0]).toMatchObject({ row: first?.row, to: '', why: 'Stays with nobody' });
    expect(preview.gives[1]).toMatchObject({ row: second?.row });
    expect(preview).toMatchObject({
      left: 0,
      leftText:
        '1 contact stays with nobody, as you chose. The next time you open the sidebar it is proposed again.',
    });
    ask(host, 'buildTabs', options);
    const after = ask<AssignView>(host, 'getAssignments', options);
    expect(after).toMatchObject({ unassigned: 1, left: 0, button: 'Update 3 tabs' });
    expect(after.gives.map(({ row, to }) => [row, to])).toEqual([[first?.row, '']]);
    ask(host, 'buildTabs', options);
    expect(recordsOf(host, 'Contacts')[(first?.row ?? 0) - 2]?.['Owner']).toBe('');
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

  test('an “Away until” that is no day is told, here and in the check, since it keeps nothing from them', async () => {
    const host = await campaign([...VOLUNTEERS.slice(0, 3), ['Chidi', '', '', '', 'back in December']]);
    const told = '“back in December” under Away until';
    expect(ask<AssignView>(host, 'getAssignments', EVEN).note).toContain(told);
    expect(ask<readonly CheckGroup[]>(host, 'getTabProblems')).toMatchObject([
      { sheet: 'Volunteers', rule: 'away-unreadable', count: 1, items: [{ row: 4 }] },
    ]);
  });
});
