// Days that a volunteer types under When, through the built bundle: after the choice, in words, or without a year.
import { describe, expect, test } from '@jest/globals';
import type { Host } from '../../workbench/host/createHost';
import type { HomeView } from '../../src/commands/homeAnswers';
import { ask, cellsOf, openCampaign, putTab, recordsOf, resume, type Options } from './campaign';

const NOTHING = { conflicts: [], missing: [], twins: [], counts: [] };
const TAB = '→ Bo';
const ROWS = [
  'Amity Street Church,Faith group,Ruth,ruth@amity.example.org,555-0101,,Bo,Contacted,2026-11-03,2026-11-03,1,,',
  'Clay Hill Clinic,Clinic,Mo,mo@clay.example.org,555-0102,,Ana,In conversation,2026-11-03,2026-11-03,1,,',
];

async function built(more: Options = {}): Promise<Host> {
  const host = await openCampaign({ rows: ROWS, ...more });
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
const type = (host: Host, name: string, text: string) => {
  host.edit(TAB, 2, columnAt(host, name), text);
  expect(host.triggerError).toBe('');
  expect(host.lastRun.calls.length).toBeLessThanOrEqual(12);
  expect(host.lastRun.elapsed).toBeLessThanOrEqual(2000);
};
const say = (host: Host, what: string) => {
  type(host, 'What happened', what);
};
const day = (value: unknown) =>
  value instanceof Object && 'toISOString' in value ? (value as Date).toISOString().slice(0, 10) : value;
const log = (host: Host) => recordsOf(host, 'Outreach log');
const counted = (host: Host) =>
  log(host)
    .filter((line) => line['Kind'] !== 'taken back')
    .filter((line) => !log(host).some((other) => other['Entry id'] === `${String(line['Entry id'])}/back`))
    .map((line) => `${String(line['When']).slice(0, 10)} ${String(line['Kind'])}`);
const inTab = (host: Host) => recordsOf(host, TAB)[0] ?? {};
const contact = (host: Host) => recordsOf(host, 'Contacts')[0] ?? {};
const home = (host: Host) => ask<HomeView>(host, 'bringHome', NOTHING);
const everything = (host: Host) =>
  host.save().workbook.tabs.map(({ name }) => [name, cellsOf(host, name)] as const);
const settled = (host: Host) => {
  home(host);
  const before = everything(host);
  expect(home(host)).toMatchObject({ message: 'Everything was up to date', left: [] });
  expect(everything(host)).toEqual(before);
};

describe('a day that is typed after the choice', () => {
  test('is put right at once, in the log and in the contacts', async () => {
    const host = await built();
    say(host, 'talked');
    type(host, 'When', '11/10/2026');
    expect(counted(host)).toEqual(['2026-11-10 talked']);
    expect(log(host)).toHaveLength(3);
    expect(day(contact(host)['Last contacted'])).toBe('2026-11-10');
    expect(contact(host)).toMatchObject({ Answer: 'talked', Status: 'In conversation' });
    type(host, 'When', '11/11/2026');
    expect(counted(host)).toEqual(['2026-11-11 talked']);
    expect(day(contact(host)['Last contacted'])).toBe('2026-11-11');
    settled(host);
    expect(log(host)).toHaveLength(5);
    expect(day(inTab(host)['When'])).toBe('2026-11-11');
  });

  test('goes back no further than an earlier touch of the same contact', async () => {
    const host = await built();
    say(host, 'no answer');
    home(host);
    host.advance(3);
    say(host, 'left a message');
    type(host, 'When', '11/10/2026');
    expect(counted(host)).toEqual(['2026-11-12 no answer', '2026-11-10 left a message']);
    expect(day(contact(host)['Last contacted'])).toBe('2026-11-12');
    settled(host);
  });

  test('wherever the trigger is cut off, the next full run writes what is missing, once', async () => {
    const start = await built();
    say(start, 'said no');
    const saved = start.save();
    const whole = resume(saved);
    type(whole, 'When', '11/10/2026');
    const { length } = whole.lastRun.calls;
    for (let n = 1; n <= length; n++)
      for (const when of ['before', 'after'] as const) {
        const host = resume(saved);
        host.killAt(n, when);
        host.edit(TAB, 2, columnAt(host, 'When'), '11/10/2026');
        const again = resume(host.save());
        home(again);
        expect(counted(again)).toEqual(['2026-11-10 said no']);
        expect(log(again)).toHaveLength(3);
        expect(day(contact(again)['Last contacted'])).toBe('2026-11-10');
        settled(again);
      }
  }, 120_000);

  test('waits for the lead where the contacts are protected from the typist by then', async () => {
    const open = await built();
    say(open, 'no answer');
    const { workbook, ...rest } = open.save();
    const protection = { id: 900, area: null, open: [], editors: [], warningOnly: false, description: '' };
    const tabs = workbook.tabs.map((tab) =>
      tab.name === 'Contacts' ? { ...tab, protections: [{ ...protection, tab: tab.id }] } : tab,
    );
    const host = resume({ ...rest, workbook: { ...workbook, owner: 'group@example.org', tabs } });
    type(host, 'When', '11/10/2026');
    expect(counted(host)).toEqual(['2026-11-12 no answer']);
    const lead = host.as({ email: 'group@example.org' });
    settled(lead);
    expect(counted(host)).toEqual(['2026-11-10 no answer']);
  });
});

describe('a day without its year', () => {
  test('to wait for is the next such day, though the sheet takes it for this year’s', async () => {
    const host = await built();
    type(host, 'When', '1/15');
    expect(day(inTab(host)['When'])).toBe('2026-01-15');
    say(host, 'wait until …');
    expect(log(host)).toEqual([expect.objectContaining({ Summary: 'wait until 2027-01-15' })]);
    settled(host);
  });

  test('on which something happened is the last such day, also after New Year', async () => {
    const host = await built({ today: '2027-01-03' });
    type(host, 'When', '12/30');
    say(host, 'no answer');
    expect(counted(host)).toEqual(['2026-12-30 no answer']);
    say(host, 'left a message');
    type(host, 'When', '12/31');
    home(host);
    expect(counted(host)).toEqual(['2026-12-30 no answer', '2026-12-31 left a message']);
    expect(day(inTab(host)['When'])).toBe('2026-12-31');
    settled(host);
  });

  test('more than half a year off is asked about: it is a slip, or another year was meant', async () => {
    const host = await built();
    type(host, 'When', '11/10');
    say(host, 'wait until …');
    expect(inTab(host)['Next step']).toBe('A day after today, under When');
    expect(log(host)).toHaveLength(0);
    say(host, 'talked');
    type(host, 'When', '12/1/2027');
    expect(home(host).left.join(' ')).toContain('stands under When');
    expect(counted(host)).toEqual(['2026-11-10 talked']);
  });
});

describe('a day in words', () => {
  test('“yesterday” and “today” are days, before the choice and after it', async () => {
    const host = await built();
    type(host, 'When', 'Yesterday');
    say(host, 'no answer');
    expect(counted(host)).toEqual(['2026-11-11 no answer']);
    say(host, 'talked');
    type(host, 'When', 'yesterday');
    home(host);
    expect(counted(host)).toEqual(['2026-11-11 no answer', '2026-11-11 talked']);
    expect(day(inTab(host)['When'])).toBe('2026-11-11');
    settled(host);
  });

  test('“wait until tomorrow” waits for a day', async () => {
    const host = await built();
    say(host, 'wait until tomorrow');
    expect(log(host)).toEqual([expect.objectContaining({ Summary: 'wait until 2026-11-13' })]);
  });

  test('typed after the choice and not carried at once, it is put right by the full run', async () => {
    const host = await built();
    say(host, 'talked');
    host.model.typeInto(TAB, 2, columnAt(host, 'When'), "'Nov 10");
    home(host);
    expect(day(inTab(host)['When'])).toBe('2026-11-10');
    settled(host);
  });
});
