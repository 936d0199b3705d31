// The Next step column made while a run is cut off, fails, or a colleague moves rows: in the end every contact has its
// word once, nothing of the people has changed, and the column can be taken back.
import { describe, expect, test } from '@jest/globals';
import type { ChangesView } from '../../src/commands/answers';
import type { Host } from '../../workbench/host/createHost';
import { WORD_COLOURS } from '../../src/touches/highlight';
import { ask, openCampaign } from '../bundle/campaign';
import { COLLEAGUES, CUTS, differences, people, playFaults, untilDone } from './support';

async function start() {
  const host = await openCampaign();
  ask(host, 'startWith', 'Contacts');
  return host.save();
}

const run = (host: Host) => host.call('markNextSteps');
const finish = (host: Host) => {
  untilDone(host, 'markNextSteps');
};

/** Undoes every change, newest first. */
function undoAll(host: Host): void {
  for (const change of ask<ChangesView>(host, 'getChanges').groups.flatMap((group) => group.changes))
    if (change.state === 'undo') untilDone(host, 'undoChange', change.id);
}

describe('the Next step column', () => {
  test.each([
    ['cut off or failing', CUTS],
    ['with a colleague at work', COLLEAGUES],
  ])(
    '%s at every service call: the words are right in the end, and undone whole',
    async (_, faults) => {
      const before = people(await openCampaign());
      const clean = await openCampaign();
      run(clean);
      const after = people(clean);
      const found = playFaults({ start: await start(), run }, faults, 'in turn', finish, (host) => {
        const wrong = differences(people(host), after);
        const formats = host.model.tab('Contacts')?.formats.length ?? 0;
        if (formats !== 2 * WORD_COLOURS.length) wrong.push(`${formats} colours`);
        undoAll(host);
        return [
          ...wrong,
          ...differences(people(host, 'Next step'), before).map((text) => `after undo: ${text}`),
        ];
      });
      expect(found).toEqual([]);
    },
    120_000,
  );
});
