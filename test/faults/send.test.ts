// A send that is cut off at any service call can be run again: nobody gets a message twice, nobody is left without a
// word, and log and sheet agree in the end.
import { describe, expect, test } from '@jest/globals';
import type { ChunkResult, FollowUpsView } from '../../src/commands/answers';
import type { Host } from '../../workbench/host/createHost';
import { ask, openCampaign, recordsOf, request } from '../bundle/campaign';

const DUE = [
  'ruth@amity.example.org',
  'tamar@cedar.example.org',
  'gus@transit.example.org',
  'ines@paper-lantern.example.org',
];

const sentTo = (host: Host): string[] =>
  host.mailbox
    .messages()
    .filter((message) => message.direction === 'sent')
    .flatMap((message) => message.recipients);

/** Plans and sends until nothing is ready; answers "was it sent?" as the mailbox shows it. */
function finish(host: Host): void {
  for (let round = 0; round < 4; round++) {
    const view = ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups');
    for (const open of view.unsettled)
      ask(host, 'settleSend', open.messageKey, sentTo(host).includes(open.to));
    const due = view.ready.filter((item) => item.ticked);
    if (due.length === 0 && view.unsettled.length === 0 && !view.unfinished) return;
    if (due.length > 0 || view.unfinished)
      ask<ChunkResult>(
        host,
        'sendChunk',
        due.map((item) => request(item.contact)),
        'follow-ups',
      );
  }
}

/** What must hold in the end, as a list of what does not. */
function faultsOf(host: Host): string[] {
  const faults: string[] = [];
  const sent = sentTo(host);
  for (const address of DUE) {
    const times = sent.filter((to) => to === address).length;
    if (times !== 1) faults.push(`${address} got ${times} messages`);
  }
  if (sent.length !== DUE.length) faults.push(`${sent.length} messages left`);
  const log = recordsOf(host, 'Outreach log');
  for (const address of DUE) {
    const results = log.filter((line) => line['Address'] === address).map((line) => line['Result']);
    if (results.filter((result) => result === 'sent').length !== 1)
      faults.push(`the log says of ${address}: ${results.join(', ')}`);
    if (results.some((result) => result === 'sending' || result === 'unknown'))
      faults.push(`${address} is left open`);
  }
  for (const row of recordsOf(host, 'Contacts')) {
    if (!DUE.includes(String(row['E-mail']))) continue;
    const attempts = String(row['Organization']).includes('Union') || String(row['Kind']) === 'Union' ? 3 : 2;
    if (row['Attempts'] !== attempts)
      faults.push(`${String(row['Organization'])} has ${String(row['Attempts'])} attempts`);
  }
  return faults;
}

async function callsOfASend(): Promise<number> {
  const host = await openCampaign();
  const view = ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups');
  ask(
    host,
    'sendChunk',
    view.ready.map((item) => request(item.contact)),
    'follow-ups',
  );
  expect(faultsOf(host)).toEqual([]);
  return host.calls.filter((call) => call.kind === 'call').length;
}

async function cutOffAt(
  n: number,
  when: 'before' | 'after',
  prefix: 'none' | 'half' | 'all',
): Promise<string[]> {
  const host = await openCampaign();
  const view = ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups');
  host.killAt(n, when, prefix);
  try {
    host.call(
      'sendChunk',
      view.ready.map((item) => request(item.contact)),
      'follow-ups',
    );
  } catch {
    // that is the cut
  }
  finish(host);
  return faultsOf(host).map((fault) => `${when} call ${n}, ${prefix} of the pending writes kept: ${fault}`);
}

describe('a send cut off', () => {
  test('at every service call, before and after it, sends nothing twice and loses nothing', async () => {
    const calls = await callsOfASend();
    const faults: string[] = [];
    for (let n = 1; n <= calls; n += Number(process.env['STEP'] ?? 1)) {
      faults.push(...(await cutOffAt(n, 'before', 'none')), ...(await cutOffAt(n, 'after', 'half')));
    }
    expect(faults).toEqual([]);
  }, 300_000);
});
