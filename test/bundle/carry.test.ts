// The simple trigger between a volunteer's tab and the contacts, through the built bundle: what happened is written
// down once, edits go over at once, and what cannot go over stays and says so.
import { describe, expect, test } from '@jest/globals';
import type { Host } from '../../workbench/host/createHost';
import { ask, cellsOf, openCampaign, putTab, recordsOf, resume } from './campaign';

const EVEN = { due: '', cap: 0, moves: [] };
const TAB = '→ Chidi';
const PEOPLE = [
  ['Name', 'E-mail', 'Categories'],
  ['Ana', 'ana@larkhaven.example.org', 'Union'],
  ['Bo', 'bo@larkhaven.example.org', 'Faith group'],
  ['Chidi', 'chidi@larkhaven.example.org', ''],
];

const PROTECTION = { id: 900, area: null, open: [], editors: [], warningOnly: false, description: '' };

type App = GoogleAppsScript.Spreadsheet.SpreadsheetApp;

async function built(): Promise<Host> {
  const host = await openCampaign();
  putTab(host, 'Volunteers', PEOPLE);
  ask(host, 'startWith', 'Contacts');
  ask(host, 'markNextSteps');
  ask(host, 'buildTabs', EVEN);
  return host;
}

const columnAt = (host: Host, tab: string, name: string) =>
  (cellsOf(host, tab)[0] ?? []).findIndex((cell) => String(cell).startsWith(name)) + 1;
const first = (host: Host, tab = TAB) => recordsOf(host, tab)[0] ?? {};
const rowOf = (host: Host, organization: string) =>
  recordsOf(host, 'Contacts').findIndex((row) => row['Organization'] === organization) + 2;
const contact = (host: Host, organization: string) =>
  recordsOf(host, 'Contacts').find((row) => row['Organization'] === organization) ?? {};
const log = (host: Host) => recordsOf(host, 'Outreach log');
const day = (value: unknown) =>
  value instanceof Object && 'toISOString' in value ? (value as Date).toISOString().slice(0, 10) : value;
const say = (host: Host, what: string, row = 2) =>
  host.edit(TAB, row, columnAt(host, TAB, 'What happened'), what);

describe('what happened in several rows at once', () => {
  const NAMES = Array.from({ length: 10 }, (_, at) => `Kettle Lane Group ${at + 1}`);

  async function ten(): Promise<Host> {
    const host = await openCampaign({
      rows: NAMES.map((name, at) => `${name},Union,,group${at}@kettle.example.org,,,Chidi,Ready,,,,,`),
    });
    putTab(host, 'Volunteers', PEOPLE);
    ask(host, 'startWith', 'Contacts');
    ask(host, 'markNextSteps');
    ask(host, 'buildTabs', EVEN);
    return host;
  }
  const drag = (host: Host, first: number, count: number, what = 'talked') =>
    host.paste(
      TAB,
      first,
      columnAt(host, TAB, 'What happened'),
      Array.from({ length: count }, () => [what]),
    );
  const logged = (host: Host) => log(host).map((line) => line['Organization']);
  const bring = (host: Host) =>
    ask<{ message: string }>(host, 'bringHome', { conflicts: [], missing: [], twins: [], counts: [] });

  test('is logged for five of them at once, for the others after the next edits; nothing twice', async () => {
    const host = await ten();
    drag(host, 2, 10);
    expect(host.triggerError).toBe('');
    expect(host.lastRun.calls.length).toBeLessThanOrEqual(12);
    expect(host.lastRun.elapsed).toBeLessThanOrEqual(2000);
    expect(logged(host)).toEqual(NAMES.slice(0, 5));
    const chosen = () => recordsOf(host, TAB).filter((row) => row['What happened'] === 'talked');
    expect(chosen()).toHaveLength(5);
    drag(host, 7, 5);
    expect(logged(host).sort()).toEqual([...NAMES].sort());
    expect(chosen()).toEqual([]);
    bring(host);
    expect(logged(host)).toHaveLength(10);
    for (const name of NAMES) expect(day(contact(host, name)['Last contacted'])).toBe('2026-11-12');
    expect(bring(host).message).toBe('Everything was up to date');
  });

  test('cut off at any call, and a full run behind it: each once', async () => {
    const whole = await ten();
    drag(whole, 2, 4);
    const calls = whole.lastRun.calls.length;
    const saved = (await ten()).save();
    for (let n = 1; n <= calls; n++)
      for (const moment of ['before', 'after'] as const) {
        const host = resume(saved);
        host.killAt(n, moment);
        drag(host, 2, 4);
        bring(host);
        bring(host);
        expect([n, moment, logged(host).sort()]).toEqual([n, moment, NAMES.slice(0, 4).sort()]);
      }
  }, 120_000);

  test('a word that is none of the choices, and a row of nobody’s, stay where they are', async () => {
    const host = await ten();
    host.model.typeInto(TAB, 3, columnAt(host, TAB, 'Outreach ID'), 'c-none');
    const what = columnAt(host, TAB, 'What happened');
    host.paste(TAB, 2, what, [['talked'], ['talked'], ['sang'], ['no answer']]);
    expect(logged(host)).toEqual(['Kettle Lane Group 1', 'Kettle Lane Group 4']);
    expect(
      recordsOf(host, TAB)
        .map((row) => row['What happened'])
        .slice(0, 4),
    ).toEqual(['', 'talked', 'sang', '']);
  });
});

describe('what happened, in a volunteer’s tab', () => {
  test('is a line in the log with the tab’s owner, a date in both tabs, and the dropdown is free again', async () => {
    const host = await built();
    const name = String(first(host)['Organization']);
    say(host, 'no answer');
    expect(host.triggerError).toBe('');
    expect(first(host)['What happened']).toBe('');
    expect(day(first(host)['When'])).toBe('2026-11-12');
    expect(log(host)).toEqual([
      expect.objectContaining({ Who: 'Chidi', Kind: 'no answer', Organization: name, Direction: 'ours' }),
    ]);
    expect(day(contact(host, name)['Last contacted'])).toBe('2026-11-12');
    expect(host.lastRun.calls.length).toBeLessThanOrEqual(12);
    expect(host.lastRun.elapsed).toBeLessThanOrEqual(2000);
  });

  test('talked stops the follow-up, with at most twelve calls', async () => {
    const host = await built();
    const name = String(first(host)['Organization']);
    say(host, 'talked');
    expect(host.triggerError).toBe('');
    expect(contact(host, name)).toMatchObject({ Answer: 'talked' });
    expect(log(host)).toEqual([expect.objectContaining({ Kind: 'talked', Result: 'received' })]);
    expect(host.lastRun.calls.length).toBeLessThanOrEqual(12);
  });

  test('a day typed beside it counts, and the same day left there later means today', async () => {
    const host = await built();
    host.edit(TAB, 2, columnAt(host, TAB, 'When'), '11/10/2026');
    say(host, 'left a message');
    expect(log(host).map((line) => String(line['When']).slice(0, 10))).toEqual(['2026-11-10']);
    host.advance(1);
    say(host, 'no answer');
    expect(log(host).map((line) => String(line['When']).slice(0, 10))).toEqual(['2026-11-10', '2026-11-13']);
    expect(day(first(host)['When'])).toBe('2026-11-13');
  });

  test('the same thing three times on one day is three touches', async () => {
    const host = await built();
    for (let times = 0; times < 3; times++) say(host, 'no answer');
    expect(log(host)).toHaveLength(3);
  });

  test('waits for its day: “wait until” is written down once the day is there', async () => {
    const host = await built();
    const name = String(first(host)['Organization']);
    say(host, 'wait until …');
    expect(log(host)).toHaveLength(0);
    expect(first(host)['What happened']).toBe('wait until …');
    host.edit(TAB, 2, columnAt(host, TAB, 'When'), '12/1/2026');
    expect(log(host)).toEqual([
      expect.objectContaining({ Kind: 'wait until', Summary: 'wait until 2026-12-01' }),
    ]);
    expect(first(host)['What happened']).toBe('');
    expect(day(contact(host, name)['Last contacted'])).toBe('2026-11-12');
  });

  test('a word that is none of the choices stays where it is', async () => {
    const host = await built();
    say(host, 'rang twice');
    expect(first(host)['What happened']).toBe('rang twice');
    expect(log(host)).toHaveLength(0);
  });

  test('is in the log at once, also where the run has no time for the contact: the next full run writes that', async () => {
    const host = await built();
    const name = String(first(host)['Organization']);
    const at = columnAt(host, TAB, 'Notes');
    host.model.insertColumns(TAB, at);
    host.model.typeInto(TAB, 1, at, 'Letters');
    host.model.moveColumn('Contacts', columnAt(host, 'Contacts', 'Answer'), 2);
    host.model.renameTab(TAB, 'My list');
    host.edit('My list', 2, columnAt(host, 'My list', 'What happened'), 'talked');
    expect(host.triggerError).toBe('');
    expect(host.lastRun.calls.length).toBeLessThanOrEqual(12);
    expect(log(host)).toEqual([expect.objectContaining({ Kind: 'talked', Organization: name })]);
    expect(contact(host, name)['Answer']).toBe('');
    ask(host, 'bringHome', { conflicts: [], missing: [], twins: [], counts: [] });
    expect(log(host)).toHaveLength(1);
    expect(contact(host, name)['Answer']).toBe('talked');
    expect(day(contact(host, name)['Last contacted'])).toBe('2026-11-12');
  });
});

describe('an edit', () => {
  test('in the volunteer’s tab stands in the contacts at once', async () => {
    const host = await built();
    const name = String(first(host)['Organization']);
    host.edit(TAB, 2, columnAt(host, TAB, 'Contact name'), 'Noor');
    expect(host.triggerError).toBe('');
    expect(contact(host, name)['Contact']).toBe('Noor');
    host.edit(TAB, 2, columnAt(host, TAB, 'Notes'), 'Call after six');
    expect(contact(host, name)['Notes']).toBe('Call after six');
    expect(host.lastRun.calls.length).toBeLessThanOrEqual(12);
  });

  test('in the contacts stands in the volunteer’s tab at once', async () => {
    const host = await built();
    const name = String(first(host)['Organization']);
    host.edit('Contacts', rowOf(host, name), columnAt(host, 'Contacts', 'Contact'), 'Noor');
    expect(host.triggerError).toBe('');
    expect(first(host)['Contact name']).toBe('Noor');
    expect(host.lastRun.calls.length).toBeLessThanOrEqual(12);
  });

  test('that the trigger missed goes over with the next one anywhere in the tab', async () => {
    const host = await built();
    const names = recordsOf(host, TAB).map((row) => String(row['Organization']));
    host.model.typeInto(TAB, 3, columnAt(host, TAB, 'Notes'), 'Missed by the trigger');
    host.edit(TAB, 2, columnAt(host, TAB, 'Notes'), 'Seen');
    expect(contact(host, names[0] ?? '')['Notes']).toBe('Seen');
    expect(contact(host, names[1] ?? '')['Notes']).toBe('Missed by the trigger');
  });

  test('made on both sides is left on both', async () => {
    const host = await built();
    const name = String(first(host)['Organization']);
    host.model.typeInto('Contacts', rowOf(host, name), columnAt(host, 'Contacts', 'Contact'), 'Lena');
    host.edit(TAB, 2, columnAt(host, TAB, 'Contact name'), 'Noor');
    expect(contact(host, name)['Contact']).toBe('Lena');
    expect(first(host)['Contact name']).toBe('Noor');
  });

  test('works in a sorted tab with a moved column and another name', async () => {
    const host = await built();
    host.model.moveColumn(TAB, columnAt(host, TAB, 'Notes'), 2);
    host.model.renameTab(TAB, 'Chidi’s list');
    const name = String(first(host, 'Chidi’s list')['Organization']);
    host.edit('Chidi’s list', 2, columnAt(host, 'Chidi’s list', 'Notes'), 'Call after six');
    expect(contact(host, name)['Notes']).toBe('Call after six');
  });

  test.each(['call', 'flush'] as const)(
    'where the contacts are protected from the typist (refused at the %s) stays, and says for whom it waits',
    async (when) => {
      const open = await built();
      const name = String(first(open)['Organization']);
      const before = contact(open, name);
      const { workbook, ...rest } = open.save();
      const tabs = workbook.tabs.map((tab) =>
        tab.name === 'Contacts' ? { ...tab, protections: [{ ...PROTECTION, tab: tab.id }] } : tab,
      );
      const host = resume({ ...rest, workbook: { ...workbook, owner: 'group@example.org', tabs } });
      host.model.refuseAt = when;
      host.edit(TAB, 2, columnAt(host, TAB, 'Notes'), 'Call after six');
      expect(host.triggerError).toBe('');
      expect(contact(host, name)).toEqual(before);
      expect(first(host)).toMatchObject({ Notes: 'Call after six', 'Next step': 'Waiting for the lead' });
      say(host, 'talked');
      expect(first(host)['What happened']).toBe('talked');
      expect(log(host)).toHaveLength(0);
    },
  );

  test('where the contacts are protected keeps to twelve calls with columns far apart, and no touch is lost', async () => {
    const open = await built();
    const name = String(first(open)['Organization']);
    open.model.moveColumn(TAB, columnAt(open, TAB, 'Next step'), 1);
    open.model.insertColumns(TAB, columnAt(open, TAB, 'Notes'));
    const { workbook, ...rest } = open.save();
    const lock = { ...PROTECTION, editors: ['ana@larkhaven.example.org'] };
    const tabs = workbook.tabs.map((tab) =>
      tab.name === 'Contacts' ? { ...tab, protections: [{ ...lock, tab: tab.id }] } : tab,
    );
    const lead = resume({ ...rest, workbook: { ...workbook, owner: 'group@example.org', tabs } });
    const host = lead.as({ email: 'chidi@larkhaven.example.org' });
    say(host, 'no answer');
    expect(host.lastRun.calls.length).toBeLessThanOrEqual(12);
    expect(first(host)['Next step']).toBe('Waiting for the lead');
    ask(lead, 'bringHome', { conflicts: [], missing: [], twins: [], counts: [] });
    expect(log(lead)).toEqual([expect.objectContaining({ Kind: 'no answer', Organization: name })]);
    expect(day(contact(lead, name)['Last contacted'])).toBe('2026-11-12');
  });

  test('is carried with at most twelve calls, however many the trigger missed before: the rest waits', async () => {
    const host = await built();
    const columns = ['Organization', 'Contact name', 'Known by', 'Notes'];
    for (let row = 2; row < 2 + recordsOf(host, TAB).length; row++)
      for (const column of columns)
        host.model.typeInto(TAB, row, columnAt(host, TAB, column), `${column} of ${row}`);
    host.model.typeInto(TAB, 3, columnAt(host, TAB, 'What happened'), 'talked');
    host.edit(TAB, 2, columnAt(host, TAB, 'How to reach them'), 'new@example.com');
    expect(host.triggerError).toBe('');
    expect(host.lastRun.calls.length).toBeLessThanOrEqual(12);
    ask(host, 'bringHome', { conflicts: [], missing: [], twins: [], counts: [] });
    expect(log(host)).toHaveLength(1);
    for (const row of recordsOf(host, TAB))
      expect(contact(host, String(row['Organization']))['Contact']).toBe(row['Contact name']);
  });

  test('of many in the contacts costs at most twelve calls, the edited row first', async () => {
    const host = await built();
    const names = recordsOf(host, TAB).map((row) => String(row['Organization']));
    for (const name of names)
      for (const column of ['Contact', 'Known by', 'Notes'])
        host.model.typeInto(
          'Contacts',
          rowOf(host, name),
          columnAt(host, 'Contacts', column),
          `${column} of ${name}`,
        );
    const last = names[names.length - 1] ?? '';
    host.edit('Contacts', rowOf(host, last), columnAt(host, 'Contacts', 'Contact'), 'Noor');
    expect(host.lastRun.calls.length).toBeLessThanOrEqual(12);
    expect(recordsOf(host, TAB)[names.length - 1]).toMatchObject({ 'Contact name': 'Noor' });
  });

  test('in a copy of the tab changes nothing in the contacts', async () => {
    const host = await built();
    const name = String(first(host)['Organization']);
    const app = host.globals()['SpreadsheetApp'] as unknown as App;
    const file = app.getActiveSpreadsheet();
    file.getSheetByName(TAB)?.copyTo(file).setName('Copy of → Chidi');
    app.flush();
    host.edit('Copy of → Chidi', 2, columnAt(host, TAB, 'Notes'), 'In the copy');
    expect(contact(host, name)['Notes']).not.toContain('In the copy');
  });
});
