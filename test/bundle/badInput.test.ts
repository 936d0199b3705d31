// What people and time do to a file: one clear line, nothing lost, no half-written state.
import { describe, expect, test } from '@jest/globals';
import type { ChunkResult, FollowUpsView, Start, WriteReceipt } from '../../src/commands/answers';
import type { Host } from '../../workbench/host/createHost';
import type { WorkbookState } from '../../workbench/host/sheets/state';
import { emptyTab, emptyWorkbook } from '../../workbench/host/sheets/state';
import { createHost } from '../../workbench/host/createHost';
import {
  ask,
  book,
  cellsOf,
  openCampaign,
  putTab,
  recordsOf,
  refused,
  request,
  resume,
  TODAY,
} from './campaign';

const EVEN = { due: '', cap: 0, moves: [] };
const VOLUNTEERS = [['Name'], ['Ana'], ['Bo'], ['Chidi']];
const READS = ['getToday', 'getMap', 'getCheck', 'getNextSteps'] as const;
const view = (host: Host) => ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups');
const requests = (host: Host) => view(host).ready.map((item) => request(item.contact));
const values = (host: Host) => cellsOf(host, 'Contacts');

/** The same file with one tab changed in a way that the page offers no short way to. */
function withTab(host: Host, name: string, change: Partial<WorkbookState['tabs'][number]>): Host {
  const saved = host.save();
  const tabs = saved.workbook.tabs.map((tab) => (tab.name === name ? { ...tab, ...change } : tab));
  return resume({ ...saved, workbook: { ...saved.workbook, tabs } });
}

async function withProtected(name: string, host?: Host): Promise<Host> {
  const given = host ?? (await openCampaign());
  const id = given.model.tab(name)?.id ?? 0;
  const protection = {
    id: 900,
    tab: id,
    area: null,
    open: [],
    editors: [],
    warningOnly: false,
    description: '',
  };
  return withTab(given, name, { protections: [protection] });
}

describe('a tab that may not be written', () => {
  test.each(['call', 'flush'] as const)(
    'protected contacts, refused at the %s: every write says so and nothing is changed',
    async (when) => {
      const host = await withProtected('Contacts');
      putTab(host, 'Volunteers', VOLUNTEERS);
      host.model.refuseAt = when;
      const before = values(host);
      const wanted = requests(host);
      for (const [name, ...args] of [
        ['markNextSteps'],
        ['sendChunk', wanted, 'follow-ups'],
        ['buildTabs', EVEN],
        ['markSent', wanted[0], 'follow-ups'],
        [
          'logTouch',
          { contact: wanted[0]?.contact, channel: 'phone', outcome: 'no answer', until: '', note: '' },
        ],
      ] as const) {
        const problem = refused(host, name, ...args);
        expect([name, problem.code]).toEqual([name, 'sheet-refused']);
        expect(values(host)).toEqual(before);
      }
      expect(host.mailbox.messages()).toEqual([]);
      expect(host.save().workbook.tabs.filter((tab) => tab.name.startsWith('→'))).toEqual([]);
      for (const name of READS) ask(host, name);
    },
  );

  test('a protected column among others: the rest is written, and what is left is listed', async () => {
    const open = await openCampaign();
    ask(open, 'sendChunk', requests(open).slice(0, 1), 'follow-ups');
    const id = open.model.tab('Contacts')?.id ?? 0;
    const area = { row: 1, column: 8, rows: 100, columns: 1 };
    const protection = { id: 900, tab: id, area, open: [], editors: [], warningOnly: false, description: '' };
    const host = withTab(open, 'Contacts', { protections: [protection] });
    const result = ask<ChunkResult>(host, 'sendChunk', requests(host), 'follow-ups');
    expect(result.lines.map((line) => line.result)).toEqual(['sent', 'sent', 'sent']);
    expect(
      recordsOf(host, 'Contacts')
        .slice(1, 4)
        .map((row) => row['Attempts']),
    ).toEqual([2, 3, 2]);
    expect(recordsOf(host, 'Contacts').map((row) => row['Status'])).toContain('Contacted');
    expect(result.kept.length).toBeGreaterThan(0);
    expect(result.kept.every((one) => /^H\d+$/.test(one.cell) && one.why !== '')).toBe(true);
  });

  test('a protected log: nothing is sent', async () => {
    const open = await openCampaign();
    ask(open, 'openTab', 'Outreach log');
    const host = await withProtected('Outreach log', open);
    expect(refused(host, 'sendChunk', requests(host), 'follow-ups').code).toBe('sheet-refused');
    expect(host.mailbox.messages()).toEqual([]);
    expect(view(host).ready).toHaveLength(4);
  });

  test('a typed table takes no column of ours: the list still works, and it says so', async () => {
    const given = await openCampaign();
    const host = withTab(given, 'Contacts', {
      tables: [{ name: 'Contacts', area: { row: 1, column: 1, rows: 10, columns: 13 } }],
    });
    const before = values(host);
    const answer = host.call('markNextSteps') as { ok: boolean; problem?: { code: string } };
    if (!answer.ok) {
      expect(answer.problem?.code).toBe('sheet-refused');
      expect(values(host)).toEqual(before);
    }
    expect(view(host).ready).toHaveLength(4);
  });

  test('a status that a dropdown does not allow is left, the date is written, and it is told', async () => {
    const host = await openCampaign();
    const app = host.globals()['SpreadsheetApp'] as unknown as GoogleAppsScript.Spreadsheet.SpreadsheetApp;
    const rule = app
      .newDataValidation()
      .requireValueInList(['Contacted', 'Ready'], true)
      .setAllowInvalid(false)
      .build();
    app.getActiveSpreadsheet().getSheetByName('Contacts')?.getRange(2, 8, 20, 1).setDataValidation(rule);
    host.model.flush();
    for (const when of ['call', 'flush'] as const) {
      const copy = resume(host.save());
      copy.model.refuseAt = when;
      const result = ask<ChunkResult>(copy, 'sendChunk', requests(copy), 'follow-ups');
      expect(result.lines.map((line) => line.result)).toEqual(['sent', 'sent', 'sent', 'sent']);
      expect(recordsOf(copy, 'Contacts')[0]).toMatchObject({ Attempts: 2, Status: 'Contacted' });
    }
  });
});

describe('a tab that is gone', () => {
  test('the contacts that were started with are deleted: it says that they are gone, and how to go on', async () => {
    const host = await openCampaign();
    ask(host, 'startWith', 'Contacts');
    host.model.deleteTab('Contacts');
    for (const name of [...READS, 'markNextSteps'] as const)
      expect(refused(host, name)).toMatchObject({
        message: 'The tab with your contacts is not in this file any more. Nothing was changed.',
        todo: 'Press Ctrl+Z in the sheet to bring it back, or choose another tab in Setup.',
      });
    putTab(host, 'Groups', [['Some words']]);
    expect(refused(host, 'getToday')).toMatchObject({ code: 'no-such-tab' });
  });

  test('contacts deleted: every function says so, before and while it runs', async () => {
    for (const [name, ...args] of [
      ['getToday'],
      ['markNextSteps'],
      ['fixProblems', []],
      ['buildTabs', EVEN],
    ] as const) {
      const host = await openCampaign();
      putTab(host, 'Volunteers', VOLUNTEERS);
      ask(host, 'startWith', 'Contacts');
      host.call(name, ...args);
      const calls = host.calls.length;
      for (let n = 2; n <= calls; n += 4) {
        const copy = await openCampaign();
        putTab(copy, 'Volunteers', VOLUNTEERS);
        ask(copy, 'startWith', 'Contacts');
        copy.editAt(n, (model) => {
          model.deleteTab('Contacts');
        });
        const answer = copy.call(name, ...args) as { ok: boolean; problem?: { code: string } };
        if (!answer.ok)
          expect(['tab-gone', 'no-such-tab', 'no-table', 'sheet-refused']).toContain(answer.problem?.code);
      }
    }
  }, 60_000);

  test('the settings, the volunteers or the templates deleted: the shipped values are used', async () => {
    const host = await openCampaign();
    for (const name of ['Volunteers', 'Templates'] as const) ask(host, 'openTab', name);
    for (const name of ['Settings', 'Volunteers', 'Templates']) host.model.deleteTab(name);
    expect(view(host).ready).toHaveLength(4);
    expect(ask<WriteReceipt>(host, 'markNextSteps').written).toBe(9);
  });

  test('the hidden tab deleted: what was sent is still known from the log', async () => {
    const host = await openCampaign();
    const wanted = requests(host);
    ask(host, 'sendChunk', wanted, 'follow-ups');
    host.model.deleteTab('Outreach data');
    for (const row of [2, 3, 5]) host.model.typeInto('Contacts', row, 11, '1');
    for (const row of [2, 3, 4, 5]) host.model.typeInto('Contacts', row, 10, '2026-11-02');
    expect(view(host).ready).toEqual([]);
    ask(host, 'sendChunk', wanted, 'follow-ups');
    expect(host.mailbox.messages()).toHaveLength(4);
  });
});

describe('a file without contacts', () => {
  const empty = (rows: (string | number)[][] = []) => {
    const tab = emptyTab(1, 'Sheet1');
    tab.rows = rows.map((line) => ({ values: line }));
    return createHost({ workbook: { ...emptyWorkbook(), tabs: [tab], nextId: 2 }, today: TODAY });
  };

  test('an empty tab: the start answers, everything else says what to do', () => {
    const host = empty();
    expect(ask<Start>(host, 'getStart')).toMatchObject({ suggested: '', started: false });
    for (const name of [...READS, 'markNextSteps'] as const)
      expect(refused(host, name)).toMatchObject({ code: 'no-table' });
    expect(refused(host, 'startWith', 'Sheet1').message).toContain('Sheet1');
    expect(refused(host, 'sendChunk', [], 'follow-ups').code).toBe('no-table');
  });

  test('only headings: everything answers, nothing is written', () => {
    const host = empty([['Organization', 'E-mail', 'Status', 'Last contacted']]);
    const before = host.model.version();
    for (const name of READS) {
      const answer = host.call(name) as { ok: boolean; problem?: { message: string } };
      if (!answer.ok) expect(answer.problem?.message).not.toBe('');
    }
    expect(['no-contacts', 'no-table']).toContain(refused(host, 'markNextSteps').code);
    expect(host.model.version()).toBe(before);
  });

  test('prose, numbers or one long column are no contacts', () => {
    for (const rows of [
      [['We met on Tuesday.'], ['It was good.']],
      [
        [1, 2],
        [3, 4],
      ],
      [['Apples'], ['Pears'], ['Plums']],
    ]) {
      const answer = empty(rows).call('getToday') as { ok: boolean; problem?: { code: string } };
      expect(answer.problem?.code).toBe('no-table');
    }
  });
});

describe('two tabs of contacts', () => {
  test('the one in front is worked on, and neither touches the other', async () => {
    const host = await openCampaign();
    putTab(host, 'Next town', values(host).slice(0, 4));
    ask(host, 'startWith', 'Contacts');
    ask(host, 'startWith', 'Next town');
    const before = values(host);
    host.select('Next town', 2, 1);
    expect(ask<Start>(host, 'getStart').sheet).toBe('Next town');
    ask(host, 'markNextSteps');
    expect(cellsOf(host, 'Next town')[0]).toContain('Next step');
    expect(values(host)).toEqual(before);
    host.select('Contacts', 2, 1);
    expect(view(host).sheet).toBe('Contacts');
    expect(ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups', 'Next town').sheet).toBe('Next town');
  });
});

describe('a large file', () => {
  test('50,000 rows are checked, listed and planned within seconds', () => {
    const rows = Array.from({ length: 50_000 }, (_, i) => [
      `Group ${i} of ${['Larkhaven', 'Millrace', 'Stony Creek'][i % 3] ?? ''}`,
      'Faith group',
      `office${i}@group${i}.example.org`,
      'Contacted',
      46_320 + (i % 9),
    ]);
    const host = createHost({
      workbook: { ...emptyWorkbook(), tabs: [emptyTab(1, 'Contacts', 50_001, 8)], nextId: 2 },
      today: TODAY,
    });
    putTab(host, 'Contacts', [['Organization', 'Category', 'E-mail', 'Status', 'Last contacted'], ...rows]);
    const app = host.globals()['SpreadsheetApp'] as unknown as GoogleAppsScript.Spreadsheet.SpreadsheetApp;
    app
      .getActiveSpreadsheet()
      .getSheetByName('Contacts')
      ?.getRange('E2:E50001')
      .setNumberFormat('yyyy-mm-dd');
    host.model.flush();
    for (const [name, ...args] of [['getCheck'], ['getNextSteps'], ['getFollowUps', 'follow-ups']] as const) {
      const before = process.cpuUsage();
      ask(host, name, ...args);
      const { user, system } = process.cpuUsage(before);
      expect([name, (user + system) / 1_000_000 < 20]).toEqual([name, true]);
      expect([name, host.lastRun.elapsed < 300_000]).toEqual([name, true]);
    }
    expect(book(host).getSheetByName('Contacts')).not.toBeNull();
  }, 180_000);
});
