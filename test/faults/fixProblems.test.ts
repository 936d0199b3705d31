// Safe fixes that are cut off, fail, or meet a colleague at any service call: in the end every cell is right, nothing
// of the people is lost, and all of it can be taken back.
import { describe, expect, test } from '@jest/globals';
import type { ChangesView } from '../../src/commands/answers';
import type { Host } from '../../workbench/host/createHost';
import { ask, openCampaign, ROWS } from '../bundle/campaign';
import { COLLEAGUES, CUTS, differences, people, playFaults, untilDone } from './support';

const FAULTY = [
  ...ROWS.slice(0, 3),
  '  Stony Creek   Friends,Faith group,Lou,lou (at) stony.example.org,555-0110,,,Ready,,,,,',
  'Juniper Tenants,Tenants,Max,max (at) juniper.example.org,555-0111,,,Ready,,,,,',
  'Quarry Road Clinic,Clinic,Bea,bea@quarry.example.org ,555-0112,,,Ready,,,,,',
];

async function start() {
  const host = await openCampaign({ rows: FAULTY });
  ask(host, 'startWith', 'Contacts');
  return host.save();
}

const run = (host: Host) => host.call('fixProblems', []);
const finish = (host: Host) => {
  untilDone(host, 'fixProblems', []);
};

function undoAll(host: Host): void {
  for (const change of ask<ChangesView>(host, 'getChanges').groups.flatMap((group) => group.changes))
    if (change.state === 'undo') untilDone(host, 'undoChange', change.id);
}

describe('safe fixes', () => {
  test.each([
    ['cut off or failing', CUTS],
    ['with a colleague at work', COLLEAGUES],
  ])(
    '%s at every service call: all is fixed in the end, and undone whole',
    async (_, faults) => {
      const play = { start: await start(), run };
      const before = people(await openCampaign({ rows: FAULTY }));
      const clean = await openCampaign({ rows: FAULTY });
      run(clean);
      const after = people(clean);
      const found = playFaults(play, faults, 'in turn', finish, (host) => {
        const wrong = differences(people(host), after);
        undoAll(host);
        return [...wrong, ...differences(people(host), before).map((text) => `after undo: ${text}`)];
      });
      expect(found).toEqual([]);
    },
    120_000,
  );
});
