// "Changes and undo", on the built bundle: what the add-on wrote stands there with who and when, also where it is one
// setting or one line of the log, and can be taken back while nobody changed it since.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type {
  Answer,
  ChangesView,
  CheckView,
  ChunkResult,
  FollowUpsView,
  WriteReceipt,
} from '../../src/commands/answers';
import type { Host } from '../../workbench/host/createHost';
import { ask, book, LEAD, openCampaign, putTab, recordsOf, request, resume, SETTINGS } from './campaign';

const MANIFEST = JSON.parse(readFileSync('dist/appsscript.json', 'utf8')) as { oauthScopes: string[] };
const WITH_REPLIES = {
  ...MANIFEST,
  oauthScopes: [...MANIFEST.oauthScopes, 'https://www.googleapis.com/auth/gmail.metadata'],
};

const list = (host: Host, mode = 'follow-ups') => ask<FollowUpsView>(host, 'getFollowUps', mode);
const changes = (host: Host) => ask<ChangesView>(host, 'getChanges').groups.flatMap((group) => group.changes);
const newest = (host: Host) => {
  const [first] = changes(host);
  if (first === undefined) throw new Error('Nothing stands in Changes and undo.');
  return first;
};
const undo = (host: Host) => ask<WriteReceipt>(host, 'undoChange', newest(host).id);
const sendDue = (host: Host) =>
  ask<ChunkResult>(
    host,
    'sendChunk',
    list(host).ready.map(({ contact }) => request(contact)),
    'follow-ups',
  );
const setting = (host: Host, name: string) =>
  recordsOf(host, 'Settings').find((row) => row['Name'] === name)?.['Value'];
const sentTo = (host: Host, address: string) =>
  host.mailbox.messages().find(({ direction, to }) => direction === 'sent' && to.includes(address))?.id ?? '';

describe('a setting', () => {
  test('says who changed it and when, and is taken back', async () => {
    const host = await openCampaign();
    for (const text of ['=1+1', '007', 'Bea', '']) {
      ask(host, 'saveSetting', 'senderName', text);
      expect(newest(host)).toMatchObject({
        what: 'Changed “Sender name” in Settings',
        who: LEAD.email,
        cells: 1,
        state: 'undo',
      });
      expect(undo(host).kept).toEqual([]);
      expect(setting(host, 'Sender name')).toBe('Ana');
    }
  });

  test('that is saved as it was is no change', async () => {
    const host = await openCampaign();
    ask(host, 'saveSetting', 'senderName', 'Ana');
    expect(changes(host)).toEqual([]);
  });

  test('is found by its name where somebody inserted a line above, and other lines stay', async () => {
    const host = await openCampaign({ settings: [...SETTINGS, ['Follow-up days', 9], ['Daily limit', 9]] });
    ask(host, 'saveSetting', 'followUpDays', '8');
    ask(host, 'saveSetting', 'dailyLimit', '8');
    undo(host);
    host.model.insertRows('Settings', 2, 1);
    expect(ask<WriteReceipt>(host, 'undoChange', changes(host)[1]?.id ?? '').kept).toEqual([]);
    expect([setting(host, 'Follow-up days'), setting(host, 'Daily limit')]).toEqual([9, 9]);
  });

  test('that somebody changed since, or whose line is gone, is kept and named', async () => {
    const host = await openCampaign();
    ask(host, 'saveSetting', 'senderName', 'Bea');
    host.edit('Settings', 4, 2, 'Cleo');
    expect(undo(host).kept).toMatchObject([{ cell: 'B4', why: 'It reads “Cleo” now.' }]);
    expect(setting(host, 'Sender name')).toBe('Cleo');
    ask(host, 'saveSetting', 'senderName', 'Dee');
    host.edit('Settings', 4, 1, 'Something else');
    expect(undo(host).kept).toMatchObject([{ why: 'The line “Sender name” is gone.' }]);
    expect(book(host).getSheetByName('Settings')?.getDataRange().getValues()[3]).toEqual([
      'Something else',
      'Dee',
    ]);
  });
});

describe('a line of the log', () => {
  test('“I asked them” is taken back: they are to be asked again', async () => {
    const host = await openCampaign();
    host.edit('Contacts', 9, 6, 'Dee');
    const stopped = () => list(host, 'first').stopped.find(({ row }) => row === 9);
    expect(stopped()?.code).toBe('warm-tie');
    ask(host, 'noteTieAsked', stopped()?.contact);
    expect(stopped()).toBeUndefined();
    expect(newest(host)).toMatchObject({
      what: 'Wrote down that an introduction to Harbor Nurses Association was asked for',
      who: LEAD.email,
      state: 'undo',
    });
    undo(host);
    expect(stopped()?.code).toBe('warm-tie');
    expect(recordsOf(host, 'Outreach log').map((line) => line['Kind'])).toEqual(['tie asked', 'taken back']);
  });

  test.each([
    ['answered', 'answer'],
    ['mail came back', 'bounce'],
  ] as const)('“%s” found in the mailbox is taken back, and not found again', async (words, come) => {
    const host = await openCampaign({ manifest: WITH_REPLIES, settings: [...SETTINGS, ['Attempts', 5]] });
    sendDue(host);
    const church = 'Amity Street Church';
    const message = sentTo(host, 'ruth@');
    if (come === 'answer') host.mailbox.answer(message, { text: 'This box is not read' });
    else host.mailbox.bounce(message);
    host.mailbox.answer(sentTo(host, 'tamar@'), { text: 'Yes' });
    ask(host, 'readReplies');
    host.advance(8);
    const due = () => list(host).ready.map(({ organization }) => organization);
    expect(due()).not.toContain(church);
    const found = changes(host).find(({ what }) => what === `Found in the mailbox: ${church}, ${words}`);
    expect(found).toMatchObject({ who: LEAD.email, state: 'undo' });
    ask(host, 'undoChange', found?.id);
    ask(host, 'readReplies');
    expect(due()).toContain(church);
    expect(due()).not.toContain('Cedar Hill Congregation');
  });

  test('“It was not sent” stands there too', async () => {
    const host = await openCampaign();
    const due = list(host).ready;
    const again = resume(host.save());
    const send = (on: Host) =>
      on.call(
        'sendChunk',
        due.map(({ contact }) => request(contact)),
        'follow-ups',
      );
    send(host);
    const n = host.calls.find(({ method }) => method === 'Gmail.Users.Messages.send')?.n ?? 0;
    again.failAt(n, 'Zeitüberschreitung', 'after');
    send(again);
    const [open] = list(again).unsettled;
    ask(again, 'settleSend', open?.messageKey, false);
    const what = `Noted that a message to ${due[0]?.organization ?? ''} was not sent`;
    expect(newest(again)).toMatchObject({ what, who: LEAD.email, state: 'kept' });
    ask(again, 'settleSend', open?.messageKey, false);
    expect(changes(again).filter((change) => change.what === what)).toHaveLength(1);
  });
});

test('an owner whose address was forgotten on request gets no copy', async () => {
  const host = await openCampaign();
  host.select('Contacts', 3, 1);
  ask(host, 'forgetContact', ask<{ contact: string }>(host, 'getSelectedContact').contact);
  putTab(host, 'Volunteers', [
    ['Name', 'E-mail'],
    ['Ana', LEAD.email],
    ['Tamar', 'tamar@cedar.example.org'],
  ]);
  host.edit('Contacts', 2, 7, 'Tamar');
  const stopped = list(host).stopped.find(({ row }) => row === 2);
  expect(stopped).toMatchObject({ code: 'other-owner' });
  ask(host, 'sendChunk', [request(stopped?.contact ?? '', { ownerInCc: true })], 'follow-ups');
  expect(host.mailbox.messages()).toEqual([]);
});

describe('one cell', () => {
  /** A fix of one cell: what stands in it is “fixed” after it and “kept as typed” before. */
  async function fixed(): Promise<Host> {
    const host = await openCampaign({
      rows: ['Juniper Tenants,Tenants,Max,max (at) juniper.example.org,,,,Ready,,,,,A note'],
    });
    const check = ask<CheckView>(host, 'getCheck').groups.flatMap(({ items }) => items);
    const id = check.find(({ cell }) => cell === 'D2')?.id;
    ask(host, 'fixProblems', [id]);
    expect(address(host)).toBe('max@juniper.example.org');
    return host;
  }
  const address = (host: Host) => recordsOf(host, 'Contacts')[0]?.['E-mail'];
  const writes = ['Range.setValues', 'Range.setValue', 'RangeList.setValue', 'SpreadsheetApp.flush'];

  test('whose write fails once in passing is undone all the same, whichever call it was', async () => {
    const host = await fixed();
    const trial = resume(host.save());
    undo(trial);
    const calls = trial.calls.filter(({ method }) => writes.includes(method));
    expect(calls.length).toBeGreaterThan(0);
    for (const { n } of calls)
      for (const when of ['before', 'after'] as const) {
        const again = resume(host.save());
        const { id } = newest(again);
        again.failAt(n, undefined, when);
        const answer = again.call('undoChange', id) as Answer<WriteReceipt>;
        // Where it could not be done, it is not marked as done.
        if (!answer.ok && newest(again).state === 'undo') undo(again);
        expect(address(again)).toBe('max (at) juniper.example.org');
        expect(newest(again).state).toBe('undone');
      }
  });

  test.each(['call', 'flush'] as const)(
    'that the sheet refuses (at the %s) is not undone, says so, and can be undone once it may be written',
    async (when) => {
      const host = await fixed();
      const saved = host.save();
      const withLock = (isLocked: boolean, from: ReturnType<Host['save']>) =>
        resume({
          ...from,
          workbook: {
            ...from.workbook,
            owner: 'group@example.org',
            tabs: from.workbook.tabs.map((tab) =>
              tab.name === 'Contacts' ? { ...tab, protections: isLocked ? [protectionOf(tab.id)] : [] } : tab,
            ),
          },
        });
      const locked = withLock(true, saved);
      locked.model.refuseAt = when;
      expect(undo(locked)).toMatchObject({
        message: 'Not all of it could be undone. Undo stays here, so that you can try again',
        written: 0,
        kept: [{ cell: 'D2' }],
      });
      expect(newest(locked).state).toBe('undo');
      const free = withLock(false, locked.save());
      expect(undo(free)).toMatchObject({ kept: [], written: 1 });
      expect(address(free)).toBe('max (at) juniper.example.org');
      expect(newest(free).state).toBe('undone');
    },
  );

  const protectionOf = (tab: number) => ({
    id: 900,
    tab,
    area: null,
    open: [],
    editors: [],
    warningOnly: false,
    description: '',
  });
});

describe('a send in chunks', () => {
  const NAMES = 'ABCDEF'.split('');
  const rows = NAMES.map(
    (name) =>
      `Group ${name}${name},Faith group,Lou,lou@group${name}.example.org,,,,Contacted,2026-11-03,2026-11-03,1,,`,
  );
  const due = (host: Host) => list(host).ready.map(({ contact }) => request(contact));
  const chunk = (host: Host, requests: readonly unknown[], run: string | null) =>
    ask<ChunkResult>(host, 'sendChunk', requests, 'follow-ups', null, run);
  const attempts = (host: Host) => recordsOf(host, 'Contacts').map((row) => row['Attempts']);
  const ofSends = (host: Host) => changes(host).filter(({ what }) => what.startsWith('Wrote'));

  test('is one entry with all of its rows, and is undone as one', async () => {
    const host = await openCampaign({ rows });
    const requests = due(host);
    const first = chunk(host, requests.slice(0, 2), null);
    ask(host, 'saveSetting', 'senderName', 'Bea');
    const second = chunk(host, requests.slice(2, 4), first.run);
    // A chunk in which nothing left breaks no run.
    const none = chunk(host, requests.slice(2, 4), second.run);
    const third = chunk(host, requests.slice(4), none.run);
    expect(attempts(host)).toEqual([2, 2, 2, 2, 2, 2]);
    expect([second.change, none.change, third.change]).toEqual([first.change, '', first.change]);
    expect(ofSends(host)).toMatchObject([
      { id: first.change, what: 'Wrote 6 send results (the mail stays sent)', state: 'undo' },
    ]);
    const undone = ask<WriteReceipt>(host, 'undoChange', first.change);
    expect(undone.kept).toEqual([]);
    expect(undone.message).toBe(
      'The rows are as before. The mail has left and cannot be unsent; the log keeps it.',
    );
    expect(attempts(host)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(ofSends(host).map(({ state }) => state)).toEqual(['undone']);
    expect(due(host)).toEqual([]);
  });

  test('that began anew, or was undone meanwhile, is an entry of its own', async () => {
    const host = await openCampaign({ rows });
    const requests = due(host);
    const first = chunk(host, requests.slice(0, 2), null);
    chunk(host, requests.slice(2, 4), null);
    expect(ofSends(host)).toHaveLength(2);
    ask(host, 'undoChange', first.change);
    const third = chunk(host, requests.slice(4), first.run);
    expect(third.change).not.toBe(first.change);
    expect(ofSends(host).map(({ state }) => state)).toEqual(['undo', 'undo', 'undone']);
    expect(attempts(host)).toEqual([1, 1, 2, 2, 2, 2]);
  });

  test('that was cut off in its second chunk is undone with what the next run finished', async () => {
    const host = await openCampaign({ rows });
    const requests = due(host);
    const first = chunk(host, requests.slice(0, 2), null);
    const trial = resume(host.save());
    chunk(trial, requests.slice(2), first.run);
    const sends = trial.calls.filter(({ method }) => method === 'Gmail.Users.Messages.send');
    host.killAt(sends[1]?.n ?? 0, 'before', 'none');
    expect(() => host.call('sendChunk', requests.slice(2), 'follow-ups', null, first.run)).toThrow();
    chunk(host, [], null);
    expect(attempts(host)).toEqual([2, 2, 2, 1, 1, 1]);
    ask(host, 'undoChange', first.change);
    expect(attempts(host)).toEqual([1, 1, 1, 1, 1, 1]);
  });
});

describe('the pace of a send', () => {
  test('leaves at least a second between two messages', async () => {
    const host = await openCampaign();
    sendDue(host);
    const times = host.mailbox.messages().map(({ at }) => at);
    expect(times.length).toBeGreaterThan(3);
    for (const [index, at] of times.slice(1).entries())
      expect(at - (times[index] ?? 0)).toBeGreaterThanOrEqual(1000);
  });

  test('after a run that ended because messages came back the next one goes on at once', async () => {
    const rows = Array.from({ length: 9 }, (_, i) => {
      const name = 'ABCDEFGHI'.charAt(i);
      return `Group ${name}${i},Faith group,Lou,lou@group${i}.example.org,,,,Contacted,2026-11-03,2026-11-03,1,,`;
    });
    const host = await openCampaign({ manifest: WITH_REPLIES, rows });
    const due = list(host).ready.map(({ contact }) => request(contact));
    const { run } = ask<ChunkResult>(host, 'sendChunk', due.slice(0, 5), 'follow-ups');
    for (const { id } of host.mailbox.messages().slice(0, 4)) host.mailbox.bounce(id);
    const rest = due.slice(5);
    const stopped = ask<ChunkResult>(host, 'sendChunk', rest, 'follow-ups', null, run);
    expect(stopped).toMatchObject({ ended: true, manyBounced: true });
    expect(ask<ChunkResult>(host, 'sendChunk', rest, 'follow-ups')).toMatchObject({ manyBounced: false });
    expect(host.mailbox.messages().filter(({ direction }) => direction === 'sent')).toHaveLength(9);
  });
});
