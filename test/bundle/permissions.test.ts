// Any subset of the permissions for everything that the built bundle offers: it works, or one problem names what is
// missing and where it is allowed.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { FollowUpsView, Start } from '../../src/commands/answers';
import type { Host } from '../../workbench/host/createHost';
import { readProgram } from '../../workbench/host/program';
import { wholeScope } from '../../workbench/host/scopes';
import { ask, HEADER, LEAD, openCampaign, request, resume, ROWS, SETTINGS } from './campaign';
import {
  faultsOfAnswer,
  faultsOfWords,
  manifest,
  NAMES,
  open,
  prepare,
  SCOPES,
  shipped,
  type Name,
  type Prepared,
} from './permissionCampaign';

const SUBSETS = Array.from({ length: 2 ** NAMES.length }, (_, set) =>
  NAMES.filter((_name, index) => (set >> index) % 2 === 1),
);

/** All subsets of what a server function can depend on; whether another sidebar may be shown takes turns. */
const FOR_SERVER = SUBSETS.filter((set) => set.length % 2 === 1);

/** What a function cannot do without; where nothing stands here it is the spreadsheet alone. */
const NEEDS: Readonly<Record<string, readonly Name[]>> = {
  sendChunk: ['sheet', 'send'],
  // The address of the person is where a test goes, as Settings have none here.
  mailRecap: ['sheet', 'send'],
  mailWeek: ['sheet', 'send'],
  sendTest: ['sheet', 'send', 'address'],
  setReminder: ['sheet', 'reminder', 'send', 'address'],
};

const TRIGGERS = ['onOpen', 'onInstall', 'onEdit'];

/** The first blank row of Contacts, and the column Next step at its right end. */
const ROW_BELOW = ROWS.length + 4;
const NEXT_STEP_COLUMN = HEADER.split(',').length + 1;

const functions = () => [...readProgram(readFileSync('dist/Code.js', 'utf8')).entries];
const menuOf = (host: Host): string[] =>
  host
    .menu()
    .flatMap(({ items }) => items.flatMap((item) => ('functionName' in item ? [item.functionName] : [])));

const without = (granted: readonly Name[]) => NAMES.filter((name) => !granted.includes(name));

let prepared: Prepared;
beforeAll(async () => {
  prepared = await prepare();
});

describe('any subset of the permissions', () => {
  test('every function of the bundle is tried here', () => {
    const known = [...TRIGGERS, ...menuOf(open(prepared.saved)), ...Object.keys(prepared.args)];
    expect(functions().sort()).toEqual(known.sort());
  });

  test('every permission of the manifest has its row in Setup, and the rows are true', () => {
    const asked = (manifest.oauthScopes ?? []).map(wholeScope).sort();
    expect(asked).toEqual(Object.values(SCOPES).map(wholeScope).sort());
    for (const granted of SUBSETS.filter((set) => set.includes('sheet'))) {
      const { permissions, authorizationUrl } = ask<Start>(open(prepared.saved, granted), 'getStart');
      const expected = { sheet: granted.includes('sidebar') } as Partial<Record<Name, boolean>>;
      for (const { name, allowed } of permissions)
        expect([granted, name, allowed]).toEqual([granted, name, expected[name] ?? granted.includes(name)]);
      expect(authorizationUrl.startsWith('https:')).toBe(granted.length < NAMES.length);
    }
    const usual = ask<Start>(resume(prepared.saved, { manifest: shipped }), 'getStart').permissions;
    expect(usual.map(({ name }) => name)).toEqual(['sheet', 'send', 'address', 'reminder']);
  });

  test('each server function works, or one problem names what is missing and where it is allowed', () => {
    const found: string[] = [];
    for (const granted of FOR_SERVER) {
      let host = open(prepared.saved, granted);
      for (const [name, args] of Object.entries(prepared.args)) {
        const before = host.model.version();
        const works = (NEEDS[name] ?? ['sheet']).every((need) => granted.includes(need));
        const faults = faultsOfAnswer(prepared, host.call(name, ...args), without(granted), works);
        found.push(...faults.map((fault) => `${name} with ${granted.join(', ')}: ${fault}`));
        if (host.model.version() !== before) host = open(prepared.saved, granted);
      }
    }
    expect(found).toEqual([]);
  }, 240_000);

  test('each menu entry shows the sidebar, or says what is missing and where it is allowed', () => {
    const found: string[] = [];
    for (const granted of SUBSETS) {
      const host = open(prepared.saved, granted);
      const works = granted.includes('sidebar');
      for (const name of menuOf(host)) {
        const told = host.alerts.length;
        host.runMenu(name);
        expect([name, granted, host.sidebar !== null]).toEqual([name, granted, works]);
        expect(host.alerts.length - told).toBe(works ? 0 : 1);
      }
      for (const { text } of host.alerts) found.push(...faultsOfWords(prepared, text, without(granted)));
    }
    expect(found).toEqual([]);
  }, 60_000);

  test('the menu stands and typing fills the next step, for people who allowed nothing', () => {
    for (const granted of SUBSETS) {
      const host = open(prepared.saved, granted);
      host.open('NONE');
      expect([host.triggerError, host.menu().length]).toEqual(['', 1]);
      host.open('LIMITED');
      expect([host.triggerError, host.menu().length]).toEqual(['', 1]);
      host.edit('Contacts', ROW_BELOW, 1, 'Bell Tower Quartet');
      expect(host.triggerError).toBe('');
      expect(host.model.formulaBar('Contacts', ROW_BELOW, NEXT_STEP_COLUMN)).toContain('Check date');
    }
  }, 60_000);

  test('who allowed nothing at all gets no answer from Google, in no words that can be relied on', () => {
    for (const language of ['en', 'de', 'ja'] as const) {
      const host = resume(prepared.saved, { manifest, scopes: [], language });
      expect(() => host.call('getStart')).toThrow(language === 'en' ? 'Authorization is required' : /./);
    }
  });
});

describe('two leads, with and without “Your address”', () => {
  const BEN = 'ben@larkhaven.example.org';
  const WITHOUT = NAMES.filter((name) => name !== 'address').map((name) => SCOPES[name]);
  /** Ana sends; nine days later it is somebody's turn again. */
  async function sentByAna(scopes?: readonly string[]): Promise<Host> {
    const host = await openCampaign({
      settings: [...SETTINGS, ['Attempts', 4]],
      ...(scopes === undefined ? {} : { scopes }),
    });
    const { ready } = ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups');
    ask(host, 'sendChunk', [request(ready[0]?.contact ?? '')], 'follow-ups');
    expect(ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups').quota.used).toBe(1);
    return host;
  }
  function whyStopped(host: Host): string {
    host.advance(9);
    const { stopped } = ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups');
    return stopped.find(({ code }) => code === 'other-account')?.why ?? '';
  }

  test('both with it: whose mailbox wrote, and to ask there', async () => {
    const ben = (await sentByAna()).as({ email: BEN });
    expect(whyStopped(ben)).toContain(`Last mailed from ${LEAD.email}`);
    expect(whyStopped(ben)).toContain('ask there first');
    expect(whyStopped(ben)).not.toContain('Your address');
  });

  test('the second without it: that nobody can tell whose mailbox it was, what to allow and where', async () => {
    const ben = (await sentByAna()).as({ email: BEN, scopes: WITHOUT });
    expect(whyStopped(ben)).toContain(LEAD.email);
    expect(whyStopped(ben)).toMatch(
      /cannot tell whether it is yours.*“Your address” \(Setup, Permissions\) is off/,
    );
  });

  test('the first without it: that it was off when the message left', async () => {
    const ben = (await sentByAna(WITHOUT)).as({ email: BEN });
    expect(whyStopped(ben)).toMatch(/“Your address” \(Setup, Permissions\) was off when it left/);
    expect(whyStopped(ben)).not.toContain('account-');
  });

  test('both without it: two mailboxes all the same', async () => {
    const ben = (await sentByAna(WITHOUT)).as({ email: BEN, scopes: WITHOUT });
    expect(whyStopped(ben)).toContain('ask there first');
  });

  test('one and the same who allows it later stays one: no stop, and the day’s count goes on', async () => {
    const ana = await sentByAna(WITHOUT);
    ana.grant(SCOPES.address);
    expect(ask<FollowUpsView>(ana, 'getFollowUps', 'follow-ups').quota.used).toBe(1);
    expect(whyStopped(ana)).toBe('');
  });

  test('without it a contact with an owner says how the add-on would know that it is you', async () => {
    const rows = ROWS.map((row, at) => (at === 0 ? row.replace('555-0101,,,', '555-0101,,Bo,') : row));
    const host = await openCampaign({ rows });
    const why = () =>
      ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups').stopped.find(
        ({ code }) => code === 'other-owner',
      )?.why;
    expect(why()).toBe('Bo has this contact.');
    host.revoke(SCOPES.address);
    expect(why()).toContain('“Your address” (Setup, Permissions)');
  });
});
