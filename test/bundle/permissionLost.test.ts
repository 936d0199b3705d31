// Each permission taken away before any service call of a run: what was done stays and is told, what is missing is named,
// and going on after it was allowed again does the rest once.
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { ChunkResult, FollowUpsView } from '../../src/commands/answers';
import type { Host } from '../../workbench/host/createHost';
import { ask, recordsOf, request, ROWS } from './campaign';
import {
  faultsOfAnswer,
  faultsOfWords,
  NAMES,
  open,
  prepare,
  SCOPES,
  type Name,
  type Prepared,
} from './permissionCampaign';

let prepared: Prepared;
beforeAll(async () => {
  prepared = await prepare();
});

const sentTo = (host: Host): string[] =>
  host.mailbox.messages().flatMap(({ direction, recipients }) => (direction === 'sent' ? recipients : []));

/** Who is due in the prepared file. */
const DUE = ROWS.slice(0, 4).map((row) => row.split(',')[3] ?? '');

/** Sends until nothing is ready; answers "was it sent?" as the mailbox shows it. */
function finish(host: Host): void {
  for (let round = 0; round < 4; round++) {
    const view = ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups');
    for (const { messageKey, to } of view.unsettled)
      ask(host, 'settleSend', messageKey, sentTo(host).includes(to));
    const ready = view.ready.filter(({ ticked }) => ticked).map(({ contact }) => request(contact));
    if (ready.length > 0 || view.unfinished) ask(host, 'sendChunk', ready, 'follow-ups');
    else if (view.unsettled.length === 0) return;
  }
}

/** What is wrong in the end: a message that went twice or never, a log that knows less or more, a row left behind. */
function faultsOfFile(host: Host): string[] {
  const log = recordsOf(host, 'Outreach log');
  const rows = recordsOf(host, 'Contacts');
  return DUE.flatMap((address) => {
    const times = sentTo(host).filter((to) => to === address).length;
    const results = log.flatMap((line) => (line['Address'] === address ? [String(line['Result'])] : []));
    const row = rows.find((one) => one['E-mail'] === address);
    return [
      ...(times === 1 ? [] : [`${address} got ${times} messages`]),
      ...(results.filter((result) => result === 'sent').length === 1
        ? []
        : [`${address} in the log: ${results.join()}`]),
      ...(results.some((result) => result === 'sending' || result === 'unknown')
        ? [`${address} is left open`]
        : []),
      ...(row?.['Attempts'] === (row?.['Kind'] === 'Union' ? 3 : 2)
        ? []
        : [`${address}: ${String(row?.['Attempts'])} attempts`]),
    ];
  });
}

/** Runs it with the permission taken away just before the n-th service call. */
function losing(name: Name, n: number, run: string): { host: Host; answer: unknown } {
  const host = open(prepared.saved);
  host.editAt(n, () => {
    host.revoke(SCOPES[name]);
  });
  return { host, answer: host.call(run, ...(prepared.args[run] ?? [])) };
}

function callsOf(run: string) {
  const clean = open(prepared.saved);
  clean.call(run, ...(prepared.args[run] ?? []));
  return clean.calls;
}

/** What a send leaves behind, without its random ids. */
function stateOf(host: Host): string {
  const columns = (tab: string, ...names: string[]) =>
    recordsOf(host, tab).map((row) => names.map((name) => String(row[name])).join());
  return JSON.stringify([
    sentTo(host),
    columns('Outreach log', 'Address', 'Result'),
    columns('Contacts', 'E-mail', 'Status', 'Attempts', 'Last contacted'),
    columns('Outreach data', 'kind', 'state'),
  ]);
}

describe('a permission that is lost between two service calls', () => {
  test('of a send: what went out is told and stays on record, the rest stays due, nothing goes twice', () => {
    const before = sentTo(open(prepared.saved)).length;
    /** States from which it was gone on already: many calls in a row leave the same. */
    const tried = new Set<string>();
    const found: string[] = [];
    // The sidebar is open already: whether another one may be shown makes no difference here.
    for (const name of NAMES.filter((one) => one !== 'sidebar'))
      for (const { n, method } of callsOf('sendChunk')) {
        const { host, answer } = losing(name, n, 'sendChunk');
        const { ok, value } = answer as { ok: boolean; value?: ChunkResult };
        const left = sentTo(host).length - before;
        const told = (value?.lines ?? []).filter(
          ({ result }) => result === 'sent' || result === 'unknown',
        ).length;
        const faults = told === left ? [] : [`${left} left, ${told} are told`];
        if (!ok) faults.push(...faultsOfAnswer(prepared, answer, [name], false));
        else if (value?.ended) faults.push(...faultsOfWords(prepared, value.why, [name]));
        else if (told !== value?.lines.length) faults.push('some did not leave, without a word');
        host.grant(SCOPES[name]);
        const state = stateOf(host);
        if ((told < 2 || value?.ended) && !tried.has(state)) {
          tried.add(state);
          finish(host);
          faults.push(...faultsOfFile(host));
        }
        found.push(...faults.map((fault) => `${name} before call ${n} (${method}): ${fault}`));
      }
    expect(found).toEqual([]);
  }, 120_000);

  test('of any other function: it has done its work, or one problem says what is missing and where', () => {
    const found: string[] = [];
    for (const run of Object.keys(prepared.args)) {
      const { length } = callsOf(run);
      for (const n of new Set([1, Math.ceil(length / 2), length])) {
        const { answer } = losing('sheet', n, run);
        const faults = faultsOfAnswer(prepared, answer, ['sheet'], (answer as { ok: boolean }).ok);
        found.push(...faults.map((fault) => `${run} before call ${n} of ${length}: ${fault}`));
      }
    }
    expect(found).toEqual([]);
  }, 120_000);
});
