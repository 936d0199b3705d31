// What a volunteer takes back with the undo of the sheet itself, through the built bundle. Nobody promises how far such
// an undo reaches behind what a trigger wrote: whatever it puts back, a touch is written down once.
import { describe, expect, test } from '@jest/globals';
import type { Host } from '../../workbench/host/createHost';
import type { HomeView } from '../../src/commands/homeAnswers';
import { ask, cellsOf, openCampaign, putTab, recordsOf } from './campaign';

const NOTHING = { conflicts: [], missing: [], twins: [], counts: [] };
const TAB = '→ Bo';
const ONE = 'Amity Street Church';
const ROWS = [
  `${ONE},Faith group,Ruth,ruth@amity.example.org,555-0101,,Bo,Contacted,2026-11-03,2026-11-03,1,,`,
  'Clay Hill Clinic,Clinic,Mo,mo@clay.example.org,555-0102,,Ana,In conversation,2026-11-03,2026-11-03,1,,',
];

async function built(): Promise<Host> {
  const host = await openCampaign({ rows: ROWS });
  putTab(host, 'Volunteers', [
    ['Name', 'E-mail'],
    ['Ana', 'ana@larkhaven.example.org'],
    ['Bo', 'bo@larkhaven.example.org'],
  ]);
  ask(host, 'startWith', 'Contacts');
  ask(host, 'markNextSteps');
  ask(host, 'buildTabs', { due: '', cap: 0, moves: [] });
  return host;
}

const columnAt = (host: Host, name: string) =>
  (cellsOf(host, TAB)[0] ?? []).findIndex((cell) => String(cell).startsWith(name)) + 1;
const say = (host: Host, what: string) => {
  host.edit(TAB, 2, columnAt(host, 'What happened'), what);
  expect(host.triggerError).toBe('');
  expect(host.lastRun.calls.length).toBeLessThanOrEqual(12);
};
const log = (host: Host) => recordsOf(host, 'Outreach log');
const kinds = (host: Host) => log(host).map((line) => line['Kind']);
const inTab = (host: Host) => recordsOf(host, TAB)[0] ?? {};
const contact = (host: Host) => recordsOf(host, 'Contacts')[0] ?? {};
const home = (host: Host) => ask<HomeView>(host, 'bringHome', NOTHING);
const everything = (host: Host) =>
  host.save().workbook.tabs.map(({ name }) => [name, cellsOf(host, name)] as const);

/** The row of the tab as somebody would type it anew, hidden cells too. */
const rowTexts = (host: Host) =>
  (cellsOf(host, TAB)[0] ?? []).map((_, index) => host.model.formulaBar(TAB, 2, index + 1));
/** Puts the row back; its dropdown last where `trigger` is to follow. */
const putBack = (host: Host, texts: readonly string[], trigger: boolean) => {
  const what = columnAt(host, 'What happened');
  texts.forEach((text, index) => {
    if (index + 1 !== what && host.model.formulaBar(TAB, 2, index + 1) !== text)
      host.model.typeInto(TAB, 2, index + 1, text);
  });
  if (trigger) say(host, texts[what - 1] ?? '');
  else host.model.typeInto(TAB, 2, what, texts[what - 1] ?? '');
};

describe('a row that an undo puts back while its line stays in the log', () => {
  for (const trigger of [true, false])
    test(`is the same touch, ${trigger ? 'at once' : 'in the next full run'}`, async () => {
      const host = await built();
      host.model.typeInto(TAB, 2, columnAt(host, 'What happened'), 'talked');
      const before = rowTexts(host);
      say(host, 'talked');
      host.advance(1 / 24);
      putBack(host, before, trigger);
      home(host);
      expect(kinds(host)).toEqual(['talked']);
      expect(inTab(host)['What happened']).toBe('');
      expect(contact(host)).toMatchObject({ Answer: 'talked', Status: 'In conversation' });
      const settled = everything(host);
      expect(home(host).message).toBe('Everything was up to date');
      expect(everything(host)).toEqual(settled);
    });

  test('and undone and done again a few times', async () => {
    const host = await built();
    const before = rowTexts(host);
    say(host, 'no answer');
    for (let times = 0; times < 3; times++) {
      putBack(host, before, false);
      say(host, 'no answer');
    }
    expect(kinds(host)).toEqual(['no answer']);
  });

  test('another choice in it is another touch', async () => {
    const host = await built();
    const before = rowTexts(host);
    say(host, 'no answer');
    putBack(host, before, false);
    say(host, 'left a message');
    home(host);
    expect(kinds(host)).toEqual(['no answer', 'left a message']);
  });

  test('after a full run it is a new touch, as the row knows of the one before', async () => {
    const host = await built();
    say(host, 'no answer');
    home(host);
    say(host, 'no answer');
    home(host);
    say(host, 'no answer');
    expect(kinds(host)).toEqual(['no answer', 'no answer', 'no answer']);
  });
});

test('the choice of a row that another run keeps waiting is written down once, and a second full run changes nothing', async () => {
  const host = await built();
  host.holdLock(3000);
  say(host, 'left a message');
  host.model.typeInto('Contacts', 2, 10, '11/12/2026');
  home(host);
  const settled = everything(host);
  expect(home(host).message).toBe('Everything was up to date');
  expect(everything(host)).toEqual(settled);
  expect(kinds(host)).toEqual(['left a message']);
});
