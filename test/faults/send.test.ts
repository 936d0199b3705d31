// A send that is cut off at any service call can be run again: nobody gets a message twice, nobody is left without a
// word, and log and sheet agree in the end.
import { describe, expect, test } from '@jest/globals';
import type { ChunkResult, FollowUpsView } from '../../src/commands/answers';
import type { Host } from '../../workbench/host/createHost';
import { ask, openCampaign, recordsOf, request, resume, ROWS as ALL } from '../bundle/campaign';

type Saved = ReturnType<Host['save']>;

/** Three due ones, a union among them, and one for a first message. */
const ROWS = [ALL[0], ALL[1], ALL[2], ALL[7]].map((row) => row ?? '');
const DUE = ['ruth@amity.example.org', 'tamar@cedar.example.org', 'gus@transit.example.org'];

const sentTo = (host: Host): string[] =>
  host.mailbox
    .messages()
    .filter((message) => message.direction === 'sent')
    .flatMap((message) => message.recipients);

/** The due ones, planned but not sent. */
const due = (host: Host) =>
  ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups').ready.map((item) => request(item.contact));

/** A file in which the add-on sent before: its tabs and the ids are there. */
async function usedBefore(): Promise<Saved> {
  const host = await openCampaign({ rows: ROWS });
  const [first] = ask<FollowUpsView>(host, 'getFollowUps', 'first').ready;
  ask(host, 'sendChunk', [request(first?.contact ?? '')], 'first');
  return host.save();
}

/** Plans and sends until nothing is ready; answers "was it sent?" as the mailbox shows it. */
function finish(host: Host): void {
  for (let round = 0; round < 4; round++) {
    const view = ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups');
    for (const open of view.unsettled)
      ask(host, 'settleSend', open.messageKey, sentTo(host).includes(open.to));
    const ready = view.ready.filter((item) => item.ticked);
    if (ready.length === 0 && view.unsettled.length === 0 && !view.unfinished) return;
    if (ready.length > 0 || view.unfinished) {
      const wanted = ready.map((item) => request(item.contact));
      ask<ChunkResult>(host, 'sendChunk', wanted, 'follow-ups');
    }
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
    const attempts = row['Kind'] === 'Union' ? 3 : 2;
    if (row['Attempts'] !== attempts || row['Status'] !== 'Following up')
      faults.push(
        `${String(row['Organization'])}: ${String(row['Attempts'])} attempts, ${String(row['Status'])}`,
      );
  }
  return faults;
}

/** Runs the send with a fault put in, then to its end. */
function played(start: Saved, put: (host: Host) => void): string[] {
  const host = resume(start);
  const wanted = due(host);
  put(host);
  try {
    host.call('sendChunk', wanted, 'follow-ups');
  } catch {
    // that is the cut
  }
  finish(host);
  return faultsOf(host);
}

function callsOf(start: Saved) {
  const host = resume(start);
  ask(host, 'sendChunk', due(host), 'follow-ups');
  expect(faultsOf(host)).toEqual([]);
  return host.calls;
}

const changes = ({ effect }: { effect: string }) => effect !== 'none' && effect !== 'reads';

describe('a send', () => {
  test('cut off before or after any call that changes something sends nothing twice and loses nothing', async () => {
    const start = await usedBefore();
    const faults: string[] = [];
    for (const { n, method, effect } of callsOf(start)) {
      if (!changes({ effect }) && !method.startsWith('Gmail')) continue;
      const where = (when: string) => (text: string) => `${when} call ${n} (${method}): ${text}`;
      // Before a write with nothing kept is where the call before it left the file.
      const before =
        effect === 'writes'
          ? []
          : played(start, (host) => {
              host.killAt(n, 'before', 'none');
            });
      const after = played(start, (host) => {
        host.killAt(n, 'after', 'half');
      });
      faults.push(...before.map(where('before')), ...after.map(where('after')));
    }
    expect(faults).toEqual([]);
  }, 120_000);

  test('cut off in the very first one, while it makes its tabs, too', async () => {
    const start = (await openCampaign({ rows: ROWS })).save();
    const faults: string[] = [];
    const calls = callsOf(start).filter(changes);
    for (const [index, { n, method }] of calls.entries()) {
      if (index % 5 !== 0) continue;
      const found = played(start, (host) => {
        host.killAt(n, 'after', 'half');
      });
      faults.push(...found.map((text) => `after call ${n} (${method}): ${text}`));
    }
    expect(faults).toEqual([]);
  }, 120_000);

  test('that fails in German at any call, or whose answer gets lost, is settled in the end', async () => {
    const start = await usedBefore();
    const faults: string[] = [];
    for (const { n, method, effect } of callsOf(start)) {
      if (!changes({ effect }) && !method.startsWith('Gmail')) continue;
      for (const when of ['before', 'after'] as const) {
        if (when === 'after' && !method.startsWith('Gmail')) continue;
        const found = played(start, (host) => {
          host.failAt(n, 'Leere Antwort', when);
        });
        faults.push(...found.map((text) => `${when} call ${n} (${method}): ${text}`));
      }
    }
    expect(faults).toEqual([]);
  }, 120_000);

  test('during which somebody sorts contacts or log, or inserts a row, writes every result to its own row', async () => {
    const start = await usedBefore();
    const faults: string[] = [];
    for (const { n, method } of callsOf(start)) {
      const what = ['contacts sorted', 'log sorted', 'row inserted'][n % 3] ?? '';
      const found = played(start, (host) => {
        host.editAt(n, (model) => {
          if (what === 'contacts sorted') model.sortTab('Contacts', [{ column: 3, ascending: false }], 2);
          else if (what === 'log sorted') model.sortTab('Outreach log', [{ column: 6, ascending: false }], 2);
          else model.insertRows('Contacts', 3);
        });
      });
      faults.push(...found.map((text) => `${what} at call ${n} (${method}): ${text}`));
    }
    expect(faults).toEqual([]);
  }, 120_000);
});
