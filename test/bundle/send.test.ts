// The main job through the built bundle: follow-ups planned, sent into a mailbox, written back.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import type { ChunkMessage, ChunkReport, ChunkResult, FollowUpsView } from '../../src/commands/answers';
import type { Host } from '../../workbench/host/createHost';
import { ask, openCampaign, recordsOf, request, resume } from './campaign';

beforeAll(() => {
  if (!existsSync('dist/Code.js')) throw new Error('The add-on is not built: run npm run build first.');
});

describe('sending follow-ups', () => {
  test('whoever is due gets one message, and log, records and row say so', async () => {
    const host = await openCampaign();
    const view = ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups');
    expect(view.ready.map((item) => item.organization)).toEqual([
      'Amity Street Church',
      'Cedar Hill Congregation',
      'Larkhaven Transit Workers Local 880',
      'Paper Lantern Books',
    ]);
    expect(view.quiet.map((item) => item.organization)).toEqual(['Bluegate Community Clinic']);

    const result = ask<ChunkResult>(
      host,
      'sendChunk',
      view.ready.map((item) => request(item.contact)),
      'follow-ups',
    );
    expect(result.lines.map((line) => line.result)).toEqual(['sent', 'sent', 'sent', 'sent']);
    expect(host.mailbox.messages().map((message) => message.recipients)).toEqual([
      ['ruth@amity.example.org'],
      ['tamar@cedar.example.org'],
      ['gus@transit.example.org'],
      ['ines@paper-lantern.example.org'],
    ]);
    const log = recordsOf(host, 'Outreach log');
    expect(log.map((line) => line['Result'])).toEqual(['sent', 'sent', 'sent', 'sent']);
    expect(log.every((line) => String(line['Gmail message id']) !== '')).toBe(true);
    const amity = recordsOf(host, 'Contacts')[0];
    expect(amity).toMatchObject({ Status: 'Following up', Attempts: 2 });
    expect(String(amity?.['Outreach ID'])).toMatch(/^c-/);
    expect(recordsOf(host, 'Contacts')[3]?.['Notes']).toBe('A note, kept');

    const after = ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups');
    expect(after.ready).toEqual([]);
  });

  test('asking for the same messages again sends nothing', async () => {
    const host = await openCampaign();
    const view = ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups');
    const requests = view.ready.map((item) => request(item.contact));
    ask(host, 'sendChunk', requests, 'follow-ups');
    const again = ask<ChunkResult>(host, 'sendChunk', requests, 'follow-ups');
    expect(again.lines.every((line) => line.result === 'stopped')).toBe(true);
    expect(host.mailbox.messages()).toHaveLength(4);
  });

  test('without mail permission nothing is sent and the answer says what to do', async () => {
    const host = await openCampaign();
    host.revoke('gmail.send');
    const view = ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups');
    expect(view.canSend).toBe(false);
    expect(view.ready[0]?.composeUrl).toContain('ruth%40amity.example.org');
    const answer = host.call('sendChunk', [request(view.ready[0]?.contact ?? '')], 'follow-ups') as {
      ok: boolean;
    };
    expect(answer.ok).toBe(false);
    expect(host.mailbox.messages()).toEqual([]);
  });
});

describe('a conversation that this mailbox does not know', () => {
  test('starts anew: the same message leaves once, and the log has the new conversation', async () => {
    const first = await openCampaign();
    const [amity] = ask<FollowUpsView>(first, 'getFollowUps', 'first').ready;
    ask(first, 'sendChunk', [request(amity?.contact ?? '')], 'first');
    first.advance(8);
    // The file goes on in another copy, or the conversation was deleted: the ids of the log lead nowhere.
    const column = (
      recordsOf(first, 'Outreach log')[0] ? Object.keys(recordsOf(first, 'Outreach log')[0] ?? {}) : []
    ).indexOf('Gmail thread id');
    first.model.typeInto('Outreach log', 2, column + 1, 'not-in-this-mailbox');
    const [item] = ask<FollowUpsView>(first, 'getFollowUps', 'follow-ups').ready.filter(
      ({ organization }) => organization === amity?.organization,
    );
    expect(item?.joins).not.toBe('');
    const result = ask<ChunkResult>(first, 'sendChunk', [request(item?.contact ?? '')], 'follow-ups');
    expect(result.lines).toMatchObject([{ result: 'sent', why: '' }]);
    const [, again] = first.mailbox.messages();
    expect(first.mailbox.messages()).toHaveLength(2);
    expect(again?.subject).toBe(item?.subject);
    expect(recordsOf(first, 'Outreach log')[1]).toMatchObject({
      Result: 'sent',
      'Gmail thread id': again?.threadId,
    });
  });
});

describe('a chunk whose answer got lost', () => {
  const followUps = (host: Host) => ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups');
  /** What the sidebar knows of the first `count` messages: their keys are those from before the rows had ids. */
  const asked = (host: Host, count = 4): ChunkMessage[] =>
    followUps(host)
      .ready.slice(0, count)
      .map(({ contact, attempt }) => ({ contact, attempt }));
  const send = (host: Host, messages: readonly ChunkMessage[]) =>
    host.call(
      'sendChunk',
      messages.map(({ contact }) => request(contact)),
      'follow-ups',
    );
  const results = (host: Host, messages: readonly ChunkMessage[]) =>
    ask<ChunkReport>(host, 'settleChunk', messages).lines.map(({ result }) => result);

  test('that never arrived: nothing was sent, and nothing is said to be', async () => {
    const host = await openCampaign();
    expect(results(host, asked(host))).toEqual(['next', 'next', 'next', 'next']);
    expect(host.mailbox.messages()).toEqual([]);
  });

  test('on the very first send: each message is known by what the log says, though the rows got ids meanwhile', async () => {
    const host = await openCampaign();
    const messages = asked(host);
    expect(messages.every(({ contact }) => contact.startsWith('row:'))).toBe(true);
    send(host, messages.slice(0, 2));
    const report = ask<ChunkReport>(host, 'settleChunk', messages);
    expect(report.lines.map(({ result, organization }) => [result, organization])).toEqual([
      ['sent', 'Amity Street Church'],
      ['sent', 'Cedar Hill Congregation'],
      ['next', 'Larkhaven Transit Workers Local 880'],
      ['next', 'Paper Lantern Books'],
    ]);
    expect(report.when).toBe('Thu, Nov 12, 2026, 09:00');
  });

  test('because somebody wrote down an answer, is not taken for sent', async () => {
    const host = await openCampaign();
    const messages = asked(host);
    host.model.typeInto('Contacts', 2, 12, 'yes, happy to help');
    send(host, messages);
    expect(results(host, messages)).toEqual(['next', 'sent', 'sent', 'sent']);
  });

  test('cut off at any call: what is said fits the mailbox, and at most one is not sure', async () => {
    const whole = await openCampaign();
    const messages = asked(whole);
    const saved = whole.save();
    const trial = resume(saved);
    send(trial, messages);
    const last = trial.calls.length;
    for (let n = 1; n <= last; n += 3) {
      const host = resume(saved);
      host.killAt(n, 'after');
      try {
        send(host, messages);
      } catch {
        // Cut off, as meant.
      }
      const next = resume(host.save());
      const left = new Set(next.mailbox.messages().flatMap(({ recipients }) => recipients));
      const told = ask<ChunkReport>(next, 'settleChunk', messages).lines;
      const contacts = recordsOf(next, 'Contacts');
      for (const { row, result } of told) {
        const address = String(contacts[row - 2]?.['E-mail']);
        if (result === 'sent') expect(left).toContain(address);
        if (result === 'next') expect(left).not.toContain(address);
      }
      expect(told.filter(({ result }) => result === 'unknown').length).toBeLessThanOrEqual(1);
      expect(followUps(next).unfinished).toBe(false);
    }
  });

  test('whose row was deleted since is a question', async () => {
    const host = await openCampaign();
    const messages = asked(host, 1);
    send(host, messages);
    host.model.deleteRows('Contacts', 2, 1);
    expect(results(host, messages)).toEqual(['unknown']);
  });
});
