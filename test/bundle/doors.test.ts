// Every function that a page may call: menus, wrong arguments, missing permissions, a newer workbook, large answers.
import { describe, expect, test } from '@jest/globals';
import type { ChangesView, FollowUpsView, Start, TodayView } from '../../src/commands/answers';
import type { Host } from '../../workbench/host/createHost';
import { ask, cellsOf, openCampaign, putTab, recordsOf, refused, request } from './campaign';

const EVEN = { due: '', cap: 0, moves: [] };
const TOUCH = { contact: 'c-1', channel: 'phone', outcome: 'no answer', until: '', note: '' };
const ANSWER = {
  contact: 'c-1',
  ask: 'e-1',
  answer: 'yes',
  day: '',
  waitUntil: '',
  whoDecided: '',
  mayBeNamed: '',
  note: '',
};
const PARTNER = {
  contact: 'c-1',
  membership: '',
  conditions: '',
  brings: '',
  committed: '',
  people: '',
  nextCheck: '',
  note: '',
};

const UNION = {
  contact: 'c-1',
  ...{ international: '', local: '', council: '', workers: '', members: '', voted: '', votedOn: '' },
  ...{ campaigns: '', endorses: '', stage: '', statements: '', link: '', note: '' },
};

/** Each function of the door with arguments that fit it. */
const CALLS: readonly (readonly [string, ...unknown[]])[] = [
  ['getStart'],
  ['startWith', 'Contacts'],
  ['getMap'],
  ['setColumn', 'notes', ['M']],
  ['getToday'],
  ['saveSetting', 'campaign', 'Care for All'],
  ['getNextSteps'],
  ['markNextSteps'],
  ['getCheck'],
  ['getTabProblems'],
  ['fixProblems', []],
  ['getChanges'],
  ['undoChange', 'never'],
  ['getFollowUps', 'follow-ups'],
  ['previewMessage', request('c-1'), 'follow-ups'],
  ['sendTest', request('c-1'), 'follow-ups'],
  ['sendChunk', [request('c-1')], 'follow-ups'],
  ['settleSend', 'a/b/1', true],
  ['markSent', request('c-1'), 'follow-ups'],
  ['getAssignments', EVEN],
  ['buildTabs', EVEN],
  ['fillOwners', EVEN],
  ['confirmOwner', 'Zed', 'Ana'],
  ['getDraft', EVEN, 'union'],
  ['getHandOver', 'c-1'],
  ['handOver', 'c-1', 'Bo', 'Ana'],
  ['bringHome', { conflicts: [], missing: [], twins: [], counts: [] }],
  ['getMyContacts', ''],
  ['chooseName', 'Ana'],
  ['takeBack', 'never'],
  ['goToContact', 'c-1'],
  ['moveDues'],
  ['getSelectedContact'],
  ['logTouch', TOUCH],
  ['getMeeting'],
  ['startMeeting', '2026-11-19'],
  ['getPlans', '', ''],
  ['previewPlan', 'Council vote', '', '2026-12-08'],
  ['startPlan', 'Council vote', '', '2026-12-08'],
  ['movePlan', '17', '2026-12-15'],
  ['lookAgain'],
  ['getNames', '1. Harbor Nurses Association'],
  ['addNames', '1. Dockside Cooks Local 62', [{ at: 0, category: 'Union', seen: 'new' }]],
  ['getClose', { tab: 0, due: '2026-12-03', same: [], takers: [], seen: [] }],
  ['closeMeeting', { tab: 0, due: '2026-12-03', same: [], takers: [], seen: [] }],
  ['mailRecap', { tab: 0, due: '', same: [], takers: [], seen: [] }],
  ['getAsks'],
  ['recordAsk', { contact: 'c-1', kind: 'endorsement', channel: 'phone', day: '', note: '' }],
  ['answerAsk', ANSWER],
  ['confirmEndorsement', { contact: 'c-1', day: '2026-11-10', whoDecided: 'Bo', mayBeNamed: '', people: '' }],
  ['settleAsk', 'which e-1', 'none'],
  ['writeAsks'],
  ['makeEndorsedTab'],
  ['getDashboard'],
  ['getFigure', { table: 'due', row: 'Overdue', figure: 0 }],
  ['writeDashboard', false],
  ['getPartners'],
  ['savePartner', PARTNER],
  ['getUnions'],
  ['saveUnion', UNION],
  ['logDeed', { contact: 'c-1', kind: 'shared', day: '', note: '' }],
  ['logCheck', 'c-1'],
  ['bowOut', { contact: 'c-1', words: '' }],
  ['comeBack', 'c-1'],
  ['getGrowing'],
  ['saveDebrief', { name: 'Ana', day: '', wantsNext: '', nextCheckIn: '' }],
  ['saveImpression', { name: 'Ana', commitment: '', curiosity: '', tryNext: 'a call' }],
  ['eraseImpressions', ''],
  ['getWeek'],
  ['mailWeek'],
  ['getNextTown', 'Millbrook'],
  ['makeNextTown', { town: 'Millbrook', partners: [], templates: [] }],
  ['getReminder'],
  ['setReminder', true],
  ['goTo', 'Contacts', 'A2'],
  ['openTab', 'Settings'],
];

const state = (host: Host) => JSON.stringify(host.save().workbook);

function inWords(answer: unknown): void {
  const { ok, problem } = answer as {
    ok: boolean;
    problem?: { code: string; message: string; todo: string };
  };
  if (ok) return;
  expect(problem?.code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  expect(problem?.message).toMatch(/[.”]$/);
  expect(problem?.todo).not.toBe('');
  expect(`${problem?.message} ${problem?.todo}`).not.toMatch(
    /undefined|null|NaN|\[object|Exception|TypeError|validation|scope\b|token/,
  );
}

describe('the menu', () => {
  test('opens the sidebar at the panel of each entry', async () => {
    const host = await openCampaign();
    const [menu] = host.menu();
    expect(menu?.title).toBe('Outreach');
    const panels: Record<string, string> = {
      openSidebar: 'today',
      menuCheck: 'check',
      menuMark: 'words',
      menuFollowUps: 'follow-ups',
      menuAssign: 'assign',
      menuMeeting: 'meeting',
      menuEvent: 'event',
      menuContact: 'contact',
      menuAsks: 'asks',
      menuPartners: 'partners',
      menuDashboard: 'dashboard',
      menuUnions: 'unions',
      menuGrowing: 'growing',
      menuWeek: 'week',
      menuNextTown: 'next-town',
      menuChanges: 'changes',
      menuSetup: 'setup',
    };
    for (const [run, panel] of Object.entries(panels)) {
      host.runMenu(run);
      expect(host.sidebar?.title).toBe('Coalition Outreach');
      expect(host.sidebar?.html).toContain(`data-panel="${panel}"`);
    }
    const entries = JSON.stringify(menu);
    for (const run of Object.keys(panels)) expect(entries).toContain(run);
  });

  test('stands in a file where the add-on was never used', async () => {
    const host = await openCampaign();
    host.open('NONE');
    expect(host.triggerError).toBe('');
    expect(host.menu()).toHaveLength(1);
  });
});

describe('arguments', () => {
  test('that fit give an answer, or a problem in words', async () => {
    for (const [name, ...args] of CALLS) inWords((await openCampaign()).call(name, ...args));
  });

  test('that do not fit are refused in words, and nothing changes', async () => {
    const host = await openCampaign();
    const before = host.model.version();
    const strange: unknown[] = [7, true, {}, [7], 'x'.repeat(60_000), { contact: 7 }];
    for (const [name, ...args] of CALLS) {
      // A pasted list may be long.
      const takesAny = name.endsWith('Names');
      const isYesOrNo = typeof args[0] === 'boolean';
      const odds = strange.filter(
        (one) =>
          one !== args[0] &&
          !(takesAny && typeof one === 'string') &&
          !(isYesOrNo && typeof one === 'boolean'),
      );
      for (const odd of args.length === 0 ? [] : odds) {
        const problem = refused(host, name, odd, ...args.slice(1));
        inWords({ ok: false, problem });
        expect([name, problem.code]).toEqual([name, 'bad-request']);
      }
    }
    expect(host.model.version()).toBe(before);
  });

  test('that name nobody and nothing change nothing', async () => {
    const host = await openCampaign();
    const before = cellsOf(host, 'Contacts');
    for (const [name, ...args] of [
      ['logTouch', TOUCH],
      ['sendChunk', [], 'follow-ups'],
      ['sendChunk', [request('c-1'), request('=1+1')], 'follow-ups'],
      ['markSent', request('c-1'), 'follow-ups'],
      ['settleSend', 'a/b/1', true],
      ['undoChange', 'never'],
      ['fixProblems', ['never']],
      ['confirmOwner', 'Zed', 'Ana'],
    ] as const)
      inWords(host.call(name, ...args));
    expect(cellsOf(host, 'Contacts')).toEqual(before);
    expect(host.mailbox.messages()).toEqual([]);
  });

  test('of a later page than this version are refused, not half understood', async () => {
    const host = await openCampaign();
    expect(refused(host, 'getFollowUps', 'everything').code).toBe('bad-request');
    expect(refused(host, 'openTab', 'Contacts').code).toBe('bad-request');
    expect(refused(host, 'setColumn', 'shoeSize', ['A']).code).toBe('bad-request');
    expect(refused(host, 'saveSetting', 'constructor', 'x').code).toBe('bad-request');
  });
});

describe('permissions', () => {
  test('what is granted and what is missing stands in the start, with the page to grant it', async () => {
    const host = await openCampaign();
    expect(ask<Start>(host, 'getStart')).toMatchObject({ account: 'ana@larkhaven.example.org' });
    host.revoke('gmail.send', 'userinfo.email');
    const start = ask<Start>(host, 'getStart');
    expect(start.account).toBe('');
    expect(start.authorizationUrl).toMatch(/^https:/);
    expect(start.permissions.filter((one) => !one.allowed).map((one) => one.name)).toEqual([
      'send',
      'address',
    ]);
  });

  test('without the address the account is a name of its own that stays the same', async () => {
    const host = await openCampaign();
    host.revoke('userinfo.email');
    const requests = ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups').ready.map((item) =>
      request(item.contact),
    );
    ask(host, 'sendChunk', requests.slice(0, 2), 'follow-ups');
    const accounts = recordsOf(host, 'Outreach log').map((line) => String(line['Sending account']));
    expect(new Set(accounts).size).toBe(1);
    expect(accounts[0]).toMatch(/^account-/);
    expect(ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups').quota.used).toBe(2);
  });
});

describe('two at once', () => {
  test('a run that finds another one at work waits, then says so and changes nothing', async () => {
    const host = await openCampaign();
    const before = state(host);
    host.holdLock(600_000);
    expect(refused(host, 'fixProblems', []).code).toBe('locked');
    expect(refused(host, 'sendChunk', [request('x')], 'follow-ups').code).toBe('locked');
    expect(state(host)).toBe(before);
  });
});

describe('a workbook newer than the code', () => {
  test('is never written: every function that writes says so', async () => {
    const host = await openCampaign();
    ask(host, 'startWith', 'Contacts');
    ask(host, 'markNextSteps');
    const change = ask<ChangesView>(host, 'getChanges').groups[0]?.changes[0]?.id ?? '';
    const at = cellsOf(host, 'Outreach data').findIndex((row) => row[0] === 'schema') + 1;
    host.model.typeInto('Outreach data', at, 5, '99');
    const before = state(host);
    // What a lead keeps for themselves stands in no tab.
    const reading = new Set(['getChanges', 'goTo', 'saveImpression', 'eraseImpressions']);
    for (const [name, ...args] of CALLS) {
      if (reading.has(name)) continue;
      const given = name === 'undoChange' ? [change] : args;
      expect([name, refused(host, name, ...given).code]).toEqual([name, 'newer-workbook']);
    }
    expect(state(host)).toBe(before);
  });
});

describe('settings', () => {
  test('a value is written where it stands, and a tab of ours is made where none is', async () => {
    const host = await openCampaign({ settings: [] });
    const view = ask<TodayView>(host, 'saveSetting', 'nextMeeting', '2026-11-20');
    expect(view.nextMeeting).toMatchObject({
      day: '2026-11-20',
      text: 'Fri, Nov 20, 2026',
      title: 'Next meeting in 8 days',
    });
    ask(host, 'saveSetting', 'nextMeeting', '2026-11-21');
    expect(recordsOf(host, 'Settings').filter((row) => row['Name'] === 'Next meeting')).toHaveLength(1);
  });

  test('a text reads back as it was typed, and a number is one', async () => {
    const host = await openCampaign();
    for (const text of ['May 1', '007', '=1+1', '+1 503 555 0100', "'quoted", 'Care for All']) {
      ask(host, 'saveSetting', 'campaign', text);
      expect(recordsOf(host, 'Settings').find((row) => row['Name'] === 'Campaign')?.['Value']).toBe(text);
    }
    ask(host, 'saveSetting', 'followUpDays', '9');
    expect(recordsOf(host, 'Settings').find((row) => row['Name'] === 'Follow-up days')?.['Value']).toBe(9);
  });

  test('a value that cannot be one is refused, and the old one stays', async () => {
    const host = await openCampaign();
    for (const [name, value] of [
      ['followUpDays', 'soon'],
      ['followUpDays', '0'],
      ['dailyLimit', '-1'],
      ['nextMeeting', '2026-02-30'],
      ['nextMeeting', 'after Easter'],
    ])
      expect(refused(host, 'saveSetting', name, value).code).toBe('setting-unreadable');
    expect(ask<TodayView>(host, 'getToday').nextMeeting?.day).toBe('2026-11-19');
    expect(ask<TodayView>(host, 'saveSetting', 'nextMeeting', '').nextMeeting).toBeNull();
  });
});

describe('going to places', () => {
  test('each tab of ours opens and is made once', async () => {
    const host = await openCampaign({ settings: [] });
    for (const name of ['Settings', 'Volunteers', 'Templates', 'Outreach log']) {
      ask(host, 'openTab', name);
      ask(host, 'openTab', name);
      expect(host.model.tab(name)?.id).toBe(host.selection.tab);
    }
    expect(host.save().workbook.tabs.filter((tab) => tab.hidden === 'no')).toHaveLength(5);
  });

  test('a tab of ours that a person named anew is the same one', async () => {
    const host = await openCampaign();
    ask(host, 'openTab', 'Volunteers');
    host.model.renameTab('Volunteers', 'Who helps');
    ask(host, 'openTab', 'Volunteers');
    expect(host.model.tab('Volunteers')).toBeNull();
    expect(host.selection.tab).toBe(host.model.tab('Who helps')?.id);
  });

  test('a cell is selected; a place that is none shows the tab, and a tab that is gone is said', async () => {
    const host = await openCampaign();
    ask(host, 'goTo', 'Contacts', 'D4');
    expect(host.selection).toMatchObject({ row: 4, column: 4 });
    inWords(host.call('goTo', 'Contacts', 'nowhere'));
    inWords(host.call('goTo', 'Contacts', 'ZZZ999999'));
    expect(refused(host, 'goTo', 'Gone', 'A1').code).toBe('no-such-tab');
  });
});

describe('answers', () => {
  test('of 10,000 contacts stay below one megabyte and list at most 200 of a kind', async () => {
    const rows = Array.from(
      { length: 10_000 },
      (_, i) =>
        `Group number ${i} of Larkhaven,Faith group,Person ${i},person${i}@group${i}.example.org,not a phone ${i},,Owner ${i % 700},Contacted,2026-11-01,2026-11-0${1 + (i % 3)},1,,${'a long note '.repeat(5)}`,
    );
    const host = await openCampaign({ rows });
    putTab(host, 'Volunteers', [['Name'], ...Array.from({ length: 40 }, (_, i) => [`Helper ${i}`])]);
    const large = new Set(['getStart', 'getToday', 'getNextSteps', 'getCheck', 'getAssignments']);
    for (const [name, ...args] of CALLS.filter(([called]) => large.has(called))) {
      const text = JSON.stringify(host.call(name, ...args));
      expect([name, text.length < 1_000_000]).toEqual([name, true]);
    }
    const view = ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups');
    expect(JSON.stringify(view).length).toBeLessThan(1_000_000);
    expect(view.counts.ready + view.counts.stopped).toBeGreaterThan(200);
    expect(view.ready.length).toBeLessThanOrEqual(200);
  }, 120_000);
});
