// What the receipt of a send names: only what the tab has and the send wrote.
import { describe, expect, test } from '@jest/globals';
import type { ChunkResult, FollowUpsView, TodayView } from '../../src/commands/answers';
import { ask, cellsOf, openCampaign, request } from './campaign';

describe('the receipt of a send', () => {
  test('names the columns that were written', async () => {
    const host = await openCampaign();
    const [first] = ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups').ready;
    const { wrote } = ask<ChunkResult>(host, 'sendChunk', [request(first?.contact ?? '')], 'follow-ups');
    expect(wrote).toEqual(['Last contacted', 'Attempts', 'Status', 'Outreach log']);
  });

  test('names the log alone where the tab has none of these columns', async () => {
    const header = 'Organization,E-mail';
    const rows = ['Amity Street Church,ruth@amity.example.org', 'Cedar Hill,tamar@cedar.example.org'];
    const host = await openCampaign({ header, rows });
    const [first] = ask<FollowUpsView>(host, 'getFollowUps', 'first').ready;
    const sent = ask<ChunkResult>(host, 'sendChunk', [request(first?.contact ?? '')], 'first');
    expect(sent.lines[0]?.result).toBe('sent');
    expect(sent.wrote).toEqual(['Outreach log']);
    expect(cellsOf(host, 'Contacts')[1]?.slice(0, 2)).toEqual(rows[0]?.split(','));
    // No column says the kind of a group, so none can be missing.
    expect(ask<TodayView>(host, 'getToday').categories).toEqual([]);
  });
});
