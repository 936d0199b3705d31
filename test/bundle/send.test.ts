// The main job through the built bundle: follow-ups planned, sent into a mailbox, written back.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import type { ChunkResult, FollowUpsView } from '../../src/commands/answers';
import { ask, openCampaign, recordsOf, request } from './campaign';

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
