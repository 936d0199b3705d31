// An undo that is cut off, fails, or meets a colleague: run again, everything reads as before the change.
import { describe, expect, test } from '@jest/globals';
import type { ChangesView, WriteReceipt } from '../../src/commands/answers';
import type { Host } from '../../workbench/host/createHost';
import { ask, openCampaign, putTab, ROWS } from '../bundle/campaign';
import { COLLEAGUES, CUTS, differences, people, playFaults, untilDone } from './support';

const EVEN = { due: '', cap: 0, moves: [] };

async function campaign(): Promise<Host> {
  const host = await openCampaign({
    rows: [
      ...ROWS.slice(0, 3),
      '  Stony Creek   Friends,Faith group,Lou,lou (at) stony.example.org,555-0110,,,Ready,,,,,',
      'Juniper Tenants,Tenants,Max,max (at) juniper.example.org,555-0111,,,Ready,,,,,',
    ],
  });
  putTab(host, 'Volunteers', [['Name'], ['Ana'], ['Bo'], ['Chidi']]);
  ask(host, 'startWith', 'Contacts');
  return host;
}

const newest = (host: Host) => ask<ChangesView>(host, 'getChanges').groups[0]?.changes[0]?.id ?? '';

describe('an undo', () => {
  test.each([
    ['cut off or failing', CUTS],
    ['with a colleague at work', COLLEAGUES],
  ])(
    '%s at every service call takes all back in the end',
    async (_, faults) => {
      const host = await campaign();
      const before = people(host);
      const { receipt } = ask<{ receipt: WriteReceipt }>(host, 'fixProblems', []);
      const play = { start: host.save(), run: (on: Host) => on.call('undoChange', receipt.change) };
      const finish = (on: Host) => {
        untilDone(on, 'undoChange', receipt.change);
      };
      const found = playFaults(play, faults, 'each', finish, (on) => differences(people(on), before));
      expect(found).toEqual([]);
    },
    120_000,
  );

  test('of tabs and owners, cut off at every service call, leaves neither', async () => {
    const host = await campaign();
    const before = people(host);
    ask(host, 'buildTabs', EVEN);
    const change = newest(host);
    const play = { start: host.save(), run: (on: Host) => on.call('undoChange', change) };
    const finish = (on: Host) => {
      untilDone(on, 'undoChange', change);
    };
    const found = playFaults(play, CUTS, 'in turn', finish, (on) => [
      ...differences(people(on, 'Outreach ID'), before),
      ...on.save().workbook.tabs.flatMap((tab) => (tab.name.startsWith('→') ? [`${tab.name} is left`] : [])),
    ]);
    expect(found).toEqual([]);
  }, 120_000);
});
