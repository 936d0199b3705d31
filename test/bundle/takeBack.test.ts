// A touch that was written down by mistake is taken back: by the panel of the selected contact, wherever it came from.
import { describe, expect, test } from '@jest/globals';
import type { ContactView, FollowUpsView, WriteReceipt } from '../../src/commands/answers';
import type { Host } from '../../workbench/host/createHost';
import {
  ask,
  cellsOf,
  HEADER,
  openCampaign,
  putTab,
  recordsOf,
  refused,
  request,
  resume,
  ROWS,
} from './campaign';

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

/** The day of a date as a script reads it: midnight of a sheet that lies west of Greenwich. */
const dayOf = (cell: unknown) => (cell as Date).toISOString().slice(0, 10);

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

  /** Says “talked” in the tab of a contact that was written to before the log began, and takes it back. */
  async function talkedByMistake(header: string): Promise<{ host: Host; receipt: WriteReceipt }> {
    const cut = (line: string) =>
      line
        .split(',')
        .filter((_, index) => header.includes('First contacted') || index !== 8)
        .join(',');
    const host = await openCampaign({ header, rows: ROWS.slice(0, 3).map(cut) });
    putTab(host, 'Volunteers', PEOPLE);
    ask(host, 'startWith', 'Contacts');
    ask(host, 'buildTabs', { due: '', cap: 0, moves: [] });
    const tab = ['→ Ana', '→ Bo', TAB].find((one) =>
      recordsOf(host, one).some((row) => row['Organization'] === NAME),
    );
    const rows = recordsOf(host, tab ?? '');
    const column = (cellsOf(host, tab ?? '')[0] ?? []).indexOf('What happened') + 1;
    host.edit(tab ?? '', rows.findIndex((row) => row['Organization'] === NAME) + 2, column, 'talked');
    expect(dayOf(rowOf(host, NAME)['Last contacted'])).toBe('2026-11-12');
    return { host, receipt: ask(host, 'takeBack', selected(host, NAME).touches[0]?.takeBack) };
  }
  const NAME = 'Larkhaven Transit Workers Local 880';

  test('never makes somebody who was contacted before look as if nobody had', async () => {
    const { host } = await talkedByMistake(HEADER);
    expect(dayOf(rowOf(host, NAME)['First contacted'])).toBe('2026-10-20');
    expect(dayOf(rowOf(host, NAME)['Last contacted'])).toBe('2026-10-20');
    const bare = await talkedByMistake(HEADER.replace('First contacted,', ''));
    expect(dayOf(rowOf(bare.host, NAME)['Last contacted'])).toBe('2026-11-12');
    expect(bare.receipt.kept.map(({ why }) => why).join()).toContain('day before');
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
