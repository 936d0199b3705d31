// A touch that was written down by mistake is taken back: by the panel of the selected contact, wherever it came from.
import { describe, expect, test } from '@jest/globals';
import type { ContactView, FollowUpsView, WriteReceipt } from '../../src/commands/answers';
import type { Host } from '../../workbench/host/createHost';
import { ask, cellsOf, openCampaign, putTab, recordsOf, refused, request, resume } from './campaign';

const TAB = '→ Chidi';
const PEOPLE = [
  ['Name', 'E-mail'],
  ['Ana', 'ana@larkhaven.example.org'],
  ['Bo', 'bo@larkhaven.example.org'],
  ['Chidi', 'chidi@larkhaven.example.org'],
];

/** Chidi's first row says “said no”, by mistake; which contact that is. */
async function misclicked(): Promise<{ host: Host; name: string; before: Record<string, unknown> }> {
  const host = await openCampaign();
  putTab(host, 'Volunteers', PEOPLE);
  ask(host, 'startWith', 'Contacts');
  ask(host, 'markNextSteps');
  ask(host, 'buildTabs', { due: '', cap: 0, moves: [] });
  const name = String(recordsOf(host, TAB)[0]?.['Organization']);
  const before = rowOf(host, name);
  const column = (cellsOf(host, TAB)[0] ?? []).indexOf('What happened') + 1;
  host.edit(TAB, 2, column, 'said no');
  return { host, name, before };
}

const rowOf = (host: Host, name: string) =>
  recordsOf(host, 'Contacts').find((row) => row['Organization'] === name) ?? {};
const selected = (host: Host, name: string): ContactView => {
  const row = recordsOf(host, 'Contacts').findIndex((one) => one['Organization'] === name) + 2;
  host.select('Contacts', row, 1);
  return ask<ContactView>(host, 'getSelectedContact');
};
const kinds = (host: Host) => recordsOf(host, 'Outreach log').map((line) => line['Kind']);

describe('a touch taken back', () => {
  test('out of a volunteer’s tab: the row goes back, the log says both, and the contact is due as before', async () => {
    const { host, name, before } = await misclicked();
    expect(rowOf(host, name)).toMatchObject({ Answer: 'said no' });
    const [touch] = selected(host, name).touches;
    const receipt = ask<WriteReceipt>(host, 'takeBack', touch?.takeBack);
    expect(receipt.message).toContain(name);
    expect(kinds(host)).toEqual(['said no', 'taken back']);
    expect(rowOf(host, name)['Answer']).toBe(before['Answer']);
    const again = selected(host, name);
    expect(again.touches).toEqual([]);
    expect(again.tag.why).not.toContain('said no');
    expect(refused(host, 'takeBack', touch?.takeBack).code).toBe('no-such-touch');
    expect(kinds(host)).toEqual(['said no', 'taken back']);
  });

  test('does not come again when assignments are brought home', async () => {
    const { host, name } = await misclicked();
    ask(host, 'takeBack', selected(host, name).touches[0]?.takeBack);
    const before = rowOf(host, name);
    ask(host, 'bringHome', { conflicts: [], missing: [], twins: [], counts: [] });
    const shown = (row: Record<string, unknown>) =>
      ['Status', 'Answer', 'Last contacted'].map((heading) => String(row[heading]));
    expect(shown(rowOf(host, name))).toEqual(shown(before));
    expect(kinds(host)).toEqual(['said no', 'taken back']);
  });

  test('leaves what somebody wrote into the row since', async () => {
    const { host, name } = await misclicked();
    const row = recordsOf(host, 'Contacts').findIndex((one) => one['Organization'] === name) + 2;
    const answer = (cellsOf(host, 'Contacts')[0] ?? []).indexOf('Answer') + 1;
    host.model.typeInto('Contacts', row, answer, 'no, they have no budget');
    ask(host, 'takeBack', selected(host, name).touches[0]?.takeBack);
    expect(rowOf(host, name)['Answer']).toBe('no, they have no budget');
  });

  test('written down in the sidebar is undone to the cell, as from Changes', async () => {
    const host = await openCampaign();
    const before = cellsOf(host, 'Contacts').map((row) => row.slice(0, 13));
    const name = 'Amity Street Church';
    const { contact } = selected(host, name);
    ask(host, 'logTouch', { contact, channel: 'phone', outcome: 'talked', until: '', note: '' });
    ask(host, 'takeBack', selected(host, name).touches[0]?.takeBack);
    expect(cellsOf(host, 'Contacts').map((row) => row.slice(0, 13))).toEqual(before);
    expect(kinds(host)).toEqual(['talked', 'taken back']);
  });

  test('cut off at any call and asked for again, is taken back once', async () => {
    const { host, name } = await misclicked();
    const entry = selected(host, name).touches[0]?.takeBack;
    const saved = host.save();
    const trial = resume(saved);
    trial.call('takeBack', entry);
    for (let n = 1; n <= trial.calls.length; n++) {
      const cut = resume(saved);
      cut.killAt(n, 'after');
      try {
        cut.call('takeBack', entry);
      } catch {
        // Cut off, as meant.
      }
      const next = resume(cut.save());
      next.call('takeBack', entry);
      expect(kinds(next)).toEqual(['said no', 'taken back']);
      expect(rowOf(next, name)['Answer']).toBe('');
    }
  });

  test('is not offered for a message that has left', async () => {
    const host = await openCampaign();
    const [one] = ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups').ready;
    ask(host, 'sendChunk', [request(one?.contact ?? '')], 'follow-ups');
    const shown = selected(host, one?.organization ?? '');
    expect(shown.touches.map(({ takeBack }) => takeBack)).toEqual(['']);
  });
});
