// Who answered, on the built bundle: the mailbox is looked through before each chunk of a send, and what came back
// counts as if somebody had written it down.
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { ChunkResult, FollowUpsView, RepliesView } from '../../src/commands/answers';
import type { Host } from '../../workbench/host/createHost';
import { ask, openCampaign, recordsOf, request, resume, SETTINGS } from './campaign';

const MANIFEST = JSON.parse(readFileSync('dist/appsscript.json', 'utf8')) as { oauthScopes: string[] };
const WITH_REPLIES = {
  ...MANIFEST,
  oauthScopes: [...MANIFEST.oauthScopes, 'https://www.googleapis.com/auth/gmail.metadata'],
};

const reopen = (saved: ReturnType<Host['save']>) => resume(saved, { manifest: WITH_REPLIES });
const look = (host: Host) => ask<RepliesView>(host, 'readReplies');
const list = (host: Host) => ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups');
const send = (host: Host, contacts: readonly string[], run?: string) =>
  ask<ChunkResult>(
    host,
    'sendChunk',
    contacts.map((contact) => request(contact)),
    'follow-ups',
    null,
    run ?? null,
  );
const sentTo = (host: Host) => host.mailbox.messages().filter(({ direction }) => direction === 'sent');
const mailTo = (host: Host, address: string) => sentTo(host).find(({ to }) => to.includes(address))?.id ?? '';
const inLog = (host: Host, organization: string) =>
  recordsOf(host, 'Outreach log').filter((line) => line['Organization'] === organization);
const gmailCalls = (host: Host) => host.calls.filter(({ method }) => method.startsWith('Gmail')).length;

let host: Host;

/** Everybody due has got a follow-up; a week later the next one is due for the union. */
beforeEach(async () => {
  host = await openCampaign({
    manifest: WITH_REPLIES,
    settings: [...SETTINGS, ['Attempts', 5], ['Attempts: Union', 5]],
  });
  send(
    host,
    list(host).ready.map(({ contact }) => contact),
  );
  expect(sentTo(host).length).toBeGreaterThanOrEqual(4);
});

const UNION = 'Larkhaven Transit Workers Local 880';

describe('a look into the mailbox', () => {
  test('writes an answer in the thread down as a touch of theirs, once', () => {
    host.mailbox.answer(mailTo(host, 'gus@'), { text: 'Tell us more' });
    expect(look(host)).toMatchObject({ looked: true, answers: [UNION], bounced: [], away: 0 });
    expect(inLog(host, UNION).at(-1)).toMatchObject({
      Kind: 'answered',
      Direction: 'theirs',
      Result: 'received',
    });
    expect(look(host)).toMatchObject({ answers: [] });
    expect(inLog(host, UNION).filter((line) => line['Direction'] === 'theirs')).toHaveLength(1);
  });

  test('says in one sentence what it found, and whether a list that was read before is still true', () => {
    expect(look(host)).toMatchObject({ found: false, message: 'No new answers.' });
    host.mailbox.answer(mailTo(host, 'gus@'), { text: 'Tell us more' });
    host.mailbox.answer(mailTo(host, 'ruth@'), { text: 'Yes' });
    host.mailbox.bounce(mailTo(host, 'ines@'));
    host.mailbox.outOfOffice(mailTo(host, 'tamar@'));
    expect(look(host)).toMatchObject({
      found: true,
      message: '2 answered, 1 came back, 1 out-of-office message: the list is up to date.',
    });
  });

  test('the list says which answers it cannot see', () => {
    expect(list(host)).toMatchObject({ seesReplies: true });
    expect(list(host).firstUse).toContain('from another address in a new mail, or by phone');
    host.revoke('gmail.metadata');
    expect(list(host)).toMatchObject({ seesReplies: false });
    expect(list(host).firstUse).toContain('does not see who answered');
    expect(look(host)).toMatchObject({ found: false, message: '' });
  });

  test('sees an answer from another address in the thread, and stops what would be due', () => {
    host.mailbox.answer(mailTo(host, 'gus@'), {
      text: 'Yes',
      from: 'Secretary <office@transit.example.org>',
    });
    host.advance(8);
    const before = list(host).ready.some(({ organization }) => organization === UNION);
    look(host);
    expect(before).toBe(true);
    expect(list(host).ready.some(({ organization }) => organization === UNION)).toBe(false);
  });

  test('a follow-up refers to the message it follows, so that their mail program shows both together', () => {
    const first = host.mailbox.data().messages.find(({ id }) => id === mailTo(host, 'gus@'));
    const idOf = (raw = '') => /^Message-ID: *(\S+)/im.exec(raw)?.[1] ?? 'none';
    host.advance(8);
    const due = list(host).ready.find(({ organization }) => organization === UNION);
    send(host, [due?.contact ?? '']);
    const next = host.mailbox
      .data()
      .messages.findLast(({ recipients }) => recipients.includes('gus@transit.example.org'));
    expect(next?.id).not.toBe(first?.id);
    expect(next?.raw).toContain(`In-Reply-To: ${idOf(first?.raw)}`);
    expect(next?.raw).toContain(`References: ${idOf(first?.raw)}`);
  });

  test('an automatic reply is no answer: the next message is due all the same', () => {
    host.mailbox.outOfOffice(mailTo(host, 'gus@'));
    expect(look(host)).toMatchObject({ answers: [], away: 1 });
    host.advance(8);
    expect(list(host).ready.some(({ organization }) => organization === UNION)).toBe(true);
  });

  test('a bounce marks the address, which gets no mail until the cell changes', () => {
    host.mailbox.bounce(mailTo(host, 'gus@'));
    expect(look(host)).toMatchObject({ bounced: [UNION] });
    expect(inLog(host, UNION).at(-1)).toMatchObject({ Kind: 'bounced', Address: 'gus@transit.example.org' });
    host.advance(8);
    const stopped = list(host).stopped.find(({ organization }) => organization === UNION);
    expect(stopped).toMatchObject({ code: 'bounced' });
    host.edit('Contacts', 4, 4, 'office@transit.example.org');
    expect(list(host).ready.some(({ organization }) => organization === UNION)).toBe(true);
  });

  test('finds the answers also where Gmail has forgotten its history', () => {
    look(host);
    host.mailbox.answer(mailTo(host, 'gus@'), { text: 'Yes' });
    host.mailbox.forgetHistory();
    expect(look(host).answers).toEqual([UNION]);
  });

  test('an answer that nobody saw before a later message of ours counts from today', () => {
    host.mailbox.answer(mailTo(host, 'gus@'), { text: 'Yes' });
    host.revoke('gmail.metadata');
    host.advance(8);
    send(
      host,
      list(host)
        .ready.filter(({ organization }) => organization === UNION)
        .map(({ contact }) => contact),
    );
    host.grant('gmail.metadata');
    expect(look(host).answers).toEqual([UNION]);
    host.advance(8);
    expect(list(host).ready.some(({ organization }) => organization === UNION)).toBe(false);
  });

  test('a message of the answer that was deleted since does not hold up the others', () => {
    const gone = host.mailbox.answer(mailTo(host, 'gus@'), { text: 'Yes' });
    host.mailbox.answer(mailTo(host, 'ruth@'), { text: 'Yes too' });
    host.mailbox.erase(gone);
    expect(look(host)).toMatchObject({ answers: ['Amity Street Church'], more: false });
  });

  test('is cut off at any call and run again: the answer stands in the log once', () => {
    host.mailbox.answer(mailTo(host, 'gus@'), { text: 'Yes' });
    const saved = host.save();
    look(host);
    const positions = host.calls.length;
    for (let n = 1; n <= positions; n++) {
      for (const when of ['before', 'after'] as const) {
        const again = reopen(saved);
        again.killAt(n, when, 'half');
        try {
          again.call('readReplies');
        } catch {
          // killed
        }
        look(again);
        expect(inLog(again, UNION).filter((line) => line['Direction'] === 'theirs')).toHaveLength(1);
      }
    }
  });

  test('without the permission it says that it did not look', () => {
    host.revoke('gmail.metadata');
    host.mailbox.answer(mailTo(host, 'gus@'), { text: 'Yes' });
    expect(look(host)).toMatchObject({ looked: false, answers: [] });
  });
});

describe('a send looks first', () => {
  test('who answered since the list was made gets nothing', () => {
    host.advance(8);
    const due = list(host).ready.map(({ contact }) => contact);
    host.mailbox.answer(mailTo(host, 'gus@'), { text: 'Yes' });
    const before = sentTo(host).length;
    const { lines } = send(host, due);
    expect(lines.find(({ organization }) => organization === UNION)).toMatchObject({ result: 'stopped' });
    expect(sentTo(host).length).toBe(before + lines.filter(({ result }) => result === 'sent').length);
    expect(gmailCalls(host)).toBeLessThanOrEqual(6 + 1 + lines.length);
  });

  test('a send of unknown result settles itself when the mailbox holds it', () => {
    const fresh = reopen(host.save());
    fresh.advance(8);
    const due = list(fresh).ready.map(({ contact }) => contact);
    const trial = reopen(fresh.save());
    send(trial, due);
    const n = trial.calls.find(({ method }) => method === 'Gmail.Users.Messages.send')?.n ?? 0;
    fresh.failAt(n, 'Zeitüberschreitung', 'after');
    expect(send(fresh, due).lines[0]).toMatchObject({ result: 'unknown' });
    const count = sentTo(fresh).length;
    expect(look(fresh)).toMatchObject({ settled: 1 });
    expect(list(fresh).unsettled).toEqual([]);
    send(fresh, due);
    expect(sentTo(fresh).length).toBe(count);
  });

  test('more than three bounces in one run end it', () => {
    const first = look(host);
    expect(first.bounced).toEqual([]);
    const run = `${host.now.slice(0, 10)} 00:00`;
    for (const { id } of sentTo(host).slice(0, 4)) host.mailbox.bounce(id);
    const { ready } = list(host);
    expect(ready).toEqual([]);
    const { ended, why } = send(host, ['nobody'], run);
    expect(ended).toBe(true);
    expect(why).toMatch(/4 messages of this send came back/);
  });
});
