// Assignment tabs built while a run is cut off, fails, or a colleague moves rows: in the end every contact stands once
// in the tab of its owner, no half-made tab is left, and all of it can be taken back.
import { describe, expect, test } from '@jest/globals';
import type { ChangesView, MapView } from '../../src/commands/answers';
import type { Host } from '../../workbench/host/createHost';
import { ask, cellsOf, HEADER, openCampaign, putTab, recordsOf, resume, ROWS } from '../bundle/campaign';
import { COLLEAGUES, CUTS, differences, people, playFaults, untilDone } from './support';

const EVEN = { due: '', cap: 0, moves: [] };

async function campaign(): Promise<Host> {
  const host = await openCampaign({ rows: ROWS.slice(0, 5) });
  putTab(host, 'Volunteers', [['Name'], ['Ana'], ['Bo'], ['Chidi']]);
  return host;
}

async function start() {
  const host = await campaign();
  ask(host, 'startWith', 'Contacts');
  return host.save();
}

/** The same in a tab without a column for who takes a contact: Owner is added on the way. */
async function startWithoutOwner() {
  const host = await campaign();
  host.model.deleteColumns('Contacts', OWNER);
  ask(host, 'startWith', 'Contacts');
  return host.save();
}

const OWNER = HEADER.split(',').indexOf('Owner') + 1;
const OPTIONS = { ...EVEN, addOwner: true };
const run = (host: Host) => host.call('buildTabs', OPTIONS);
const finish = (host: Host) => {
  untilDone(host, 'buildTabs', OPTIONS);
};
const tabs = (host: Host) => host.save().workbook.tabs.map((tab) => tab.name);

function wrongTabs(host: Host): string[] {
  const found: string[] = [];
  const contacts = recordsOf(host, 'Contacts').filter((row) => row['Organization'] !== '');
  const expected = new Map<string, string[]>();
  for (const row of contacts) {
    const owner = String(row['Owner']);
    if (!['Ana', 'Bo', 'Chidi'].includes(owner))
      found.push(`${String(row['Organization'])} belongs to “${owner}”`);
    expected.set(owner, [
      ...(expected.get(owner) ?? []),
      `${String(row['Organization'])} ${String(row['Outreach ID'])}`,
    ]);
  }
  for (const [owner, theirs] of expected) {
    if (!tabs(host).includes(`→ ${owner}`)) {
      found.push(`there is no tab → ${owner}`);
      continue;
    }
    const rows = recordsOf(host, `→ ${owner}`).filter((row) => row['Organization'] !== '');
    const names = rows.map((row) => `${String(row['Organization'])} ${String(row['Outreach ID'])}`);
    if ([...names].sort().join() !== [...theirs].sort().join())
      found.push(`→ ${owner} has ${names.join()}, not ${theirs.join()}`);
    if (host.model.dropdown(`→ ${owner}`, 2, 10) === null) found.push(`→ ${owner} has no dropdown`);
  }
  for (const name of tabs(host))
    if (name.includes('→') && !name.startsWith('→ ')) found.push(`a tab “${name}” is left over`);
  return found;
}

/** One column Owner, known as such. */
function wrongColumns(host: Host): string[] {
  const headings = (cellsOf(host, 'Contacts')[0] ?? []).filter((name) => name === 'Owner');
  const { columns, changed } = ask<MapView>(host, 'getMap');
  return [
    ...(headings.length === 1 ? [] : [`there are ${headings.length} columns “Owner”`]),
    ...(columns.some(({ field }) => field === 'owner') ? [] : ['no column is known as the owner']),
    ...changed,
  ];
}

function undoAll(host: Host): void {
  for (const change of ask<ChangesView>(host, 'getChanges').groups.flatMap((group) => group.changes))
    if (change.state === 'undo') untilDone(host, 'undoChange', change.id);
}

describe('assignment tabs', () => {
  test.each([
    ['cut off or failing', CUTS, start],
    ['with a colleague at work', COLLEAGUES, start],
    ['in a tab that gets its column Owner, cut off or failing', CUTS, startWithoutOwner],
  ])(
    '%s at every service call: every contact is in its owner’s tab once in the end, and undone whole',
    async (_, faults, begin) => {
      const before = people(resume(await begin()));
      const found = playFaults({ start: await begin(), run }, faults, 'in turn', finish, (host) => {
        const wrong = [
          ...wrongTabs(host),
          ...wrongColumns(host),
          ...differences(people(host, 'Owner', 'Outreach ID'), without(before, 'Owner')),
        ];
        undoAll(host);
        const left = differences(people(host, 'Outreach ID'), before).map((text) => `after undo: ${text}`);
        return [
          ...wrong,
          ...left,
          ...tabs(host)
            .filter((name) => name.startsWith('→'))
            .map((name) => `after undo: ${name} is left`),
        ];
      });
      expect(found).toEqual([]);
    },
    180_000,
  );
});

function without(all: ReturnType<typeof people>, name: string): ReturnType<typeof people> {
  return new Map(
    [...all].map(([who, record]) => [
      who,
      Object.fromEntries(Object.entries(record).filter(([key]) => key !== name)),
    ]),
  );
}
