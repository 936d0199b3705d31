// What a volunteer chose or typed beside a row, through the built bundle: it stands in the contacts at once, what cannot
// be read says so in the row, and a day that was typed late is put right.
import { describe, expect, test } from '@jest/globals';
import type { Host } from '../../workbench/host/createHost';
import type { HomeView } from '../../src/commands/homeAnswers';
import { ask, cellsOf, openCampaign, putTab, recordsOf, resume, type Options } from './campaign';

const EVEN = { due: '', cap: 0, moves: [] };
const NOTHING = { conflicts: [], missing: [], twins: [], counts: [] };
const TAB = '→ Bo';
const ONE = 'Amity Street Church';
/** Every status word that a touch may lead to stands in the column. */
const WORDS = ['In conversation', 'Declined', 'Waiting', 'Ready'].map(
  (word, index) =>
    `Group ${index},Clinic,Mo,mo${index}@example.org,555-020${index},,Ana,${word},2026-11-01,2026-11-01,1,,`,
);
const row = (answer: string, status = 'Contacted') =>
  `${ONE},Faith group,Ruth,ruth@amity.example.org,555-0101,,Bo,${status},2026-11-03,2026-11-03,1,${answer},`;

async function built(answer = '', more: Options = {}): Promise<Host> {
  const host = await openCampaign({ rows: [row(answer), ...WORDS], ...more });
  putTab(host, 'Volunteers', [
    ['Name', 'E-mail'],
    ['Ana', 'ana@larkhaven.example.org'],
    ['Bo', 'bo@larkhaven.example.org'],
  ]);
  ask(host, 'startWith', 'Contacts');
  ask(host, 'markNextSteps');
  ask(host, 'buildTabs', EVEN);
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
const inTab = (host: Host) => recordsOf(host, TAB)[0] ?? {};
const contact = (host: Host) => recordsOf(host, 'Contacts').find((one) => one['Organization'] === ONE) ?? {};
const log = (host: Host) => recordsOf(host, 'Outreach log');
const home = (host: Host) => ask<HomeView>(host, 'bringHome', NOTHING);
const day = (value: unknown) =>
  value instanceof Object && 'toISOString' in value ? (value as Date).toISOString().slice(0, 10) : value;
const stepFormula = (host: Host) => {
  const app = host.globals()['SpreadsheetApp'] as unknown as GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  const sheet = app.getActiveSpreadsheet().getSheetByName(TAB);
  return sheet?.getRange(2, columnAt(host, 'Next step')).getFormula() ?? '';
};

describe('what came of a talk', () => {
  for (const [what, status] of [
    ['talked', 'In conversation'],
    ['said yes', 'In conversation'],
    ['said no', 'Declined'],
  ] as const)
    test(`“${what}” stands in the contacts at once, where the columns are not side by side`, async () => {
      const host = await built();
      say(host, what);
      expect(contact(host)).toMatchObject({ Answer: what, Status: status, 'Next step': '' });
      expect(inTab(host)['Next step']).toBe('');
      expect(log(host)).toHaveLength(1);
      home(host);
      expect(contact(host)).toMatchObject({ Answer: what, Status: status });
      expect(day(contact(host)['Last contacted'])).toBe('2026-11-12');
      const rows = JSON.stringify(cellsOf(host, 'Contacts'));
      expect(home(host).message).toBe('Everything was up to date');
      expect(JSON.stringify(cellsOf(host, 'Contacts'))).toBe(rows);
      expect(log(host)).toHaveLength(1);
    });

  test('a no after a talk closes the row, by the group’s word where there is one', async () => {
    const host = await built('talked', { rows: [row('talked', 'In conversation'), ...WORDS] });
    say(host, 'said no');
    expect(contact(host)).toMatchObject({ Answer: 'talked', Status: 'Declined' });
  });

  test('a no after a talk stands behind their own text where the group has no word for it', async () => {
    const rows = [row('We talked in May', 'Contacted')];
    const host = await built('', { rows });
    say(host, 'said no');
    expect(contact(host)['Answer']).toBe('We talked in May; said no');
    home(host);
    home(host);
    expect(contact(host)['Answer']).toBe('We talked in May; said no');
  });

  test('a talk after a message that was left stops the follow-up, and their text is kept', async () => {
    const host = await built('left message');
    expect(inTab(host)['Next step']).toBe('Follow up');
    say(host, 'talked');
    expect(contact(host)).toMatchObject({ Answer: 'left message; talked', 'Next step': '' });
    home(host);
    expect(contact(host)['Answer']).toBe('left message; talked');
  });
});

describe('words of one’s own', () => {
  for (const [typed, kind] of [
    ['LM', 'left a message'],
    ['left message', 'left a message'],
    ['Left a voicemail.', 'left a message'],
    ['no reply', 'no answer'],
    ['No Response', 'no answer'],
  ] as const)
    test(`“${typed}” is “${kind}”`, async () => {
      const host = await built();
      say(host, typed);
      expect(log(host)).toMatchObject([{ Kind: kind }]);
      expect(inTab(host)['What happened']).toBe('');
    });

  for (const typed of [
    'wait until Dec 1',
    'Wait until 12/1',
    'waiting until 2026-12-01',
    'wait till December 1.',
  ])
    test(`“${typed}” names its day`, async () => {
      const host = await built();
      say(host, typed);
      expect(log(host)).toMatchObject([{ Kind: 'wait until', Summary: 'wait until 2026-12-01' }]);
    });

  test('a day in figures follows the sheet’s locale', async () => {
    const host = await built('', { locale: 'en_GB', timeZone: 'Europe/London' });
    say(host, 'wait until 1/12');
    expect(log(host)).toMatchObject([{ Summary: 'wait until 2026-12-01' }]);
  });

  test('a day that stands as text under When counts', async () => {
    const host = await built();
    type(host, 'When', "'Dec 1");
    say(host, 'wait until …');
    expect(log(host)).toMatchObject([{ Summary: 'wait until 2026-12-01' }]);
    type(host, 'When', "'Nov 10");
    say(host, 'no answer');
    expect(log(host).map((line) => String(line['When']).slice(0, 10))).toEqual(['2026-11-12', '2026-11-10']);
  });

  test('that cannot be read say in the row what to do, at once and as long as they stand', async () => {
    const host = await built();
    const formula = stepFormula(host);
    expect(formula).not.toBe('');
    say(host, 'rang twice');
    expect(inTab(host)).toMatchObject({ 'What happened': 'rang twice', 'Next step': 'Choose from the list' });
    expect(home(host).left.join(' ')).toContain('“rang twice” is none of the choices');
    expect(inTab(host)['Next step']).toBe('Choose from the list');
    expect(home(host).message).toBe('Everything was up to date');
    say(host, 'no answer');
    expect(inTab(host)).toMatchObject({ 'What happened': '', 'Next step': '' });
    expect(stepFormula(host)).toBe(formula);
  });

  test('go with their emptying, and the next step is a formula again', async () => {
    const host = await built();
    const formula = stepFormula(host);
    say(host, 'rang twice');
    say(host, '');
    expect(inTab(host)['Next step']).toBe('Follow up');
    expect(stepFormula(host)).toBe(formula);
    expect(log(host)).toHaveLength(0);
  });

  test('“wait until …” asks for its day at once', async () => {
    const host = await built();
    say(host, 'wait until …');
    expect(inTab(host)['Next step']).toBe('Type the day under When');
    type(host, 'When', '11/10/2026');
    expect(inTab(host)['Next step']).toBe('A day after today, under When');
    expect(log(host)).toHaveLength(0);
    type(host, 'When', '12/1/2026');
    expect(log(host)).toMatchObject([{ Summary: 'wait until 2026-12-01' }]);
    expect(inTab(host)).toMatchObject({ 'What happened': '' });
    expect(['', 'Waiting']).toContain(inTab(host)['Next step']);
    expect(contact(host)['Status']).toBe('Waiting');
  });

  test('a touch of tomorrow is none', async () => {
    const host = await built();
    type(host, 'When', '11/13/2026');
    say(host, 'talked');
    expect(inTab(host)['Next step']).toBe('Today or before, under When');
    expect(log(host)).toHaveLength(0);
  });

  test('a word that the trigger missed says so after the next full run', async () => {
    const host = await built();
    host.model.typeInto(TAB, 2, columnAt(host, 'What happened'), 'rang twice');
    home(host);
    expect(inTab(host)['Next step']).toBe('Choose from the list');
    host.model.typeInto(TAB, 2, columnAt(host, 'What happened'), '');
    home(host);
    expect(inTab(host)['Next step']).toBe('Follow up');
  });
});

const counted = (host: Host) =>
  log(host)
    .filter((line) => line['Kind'] !== 'taken back')
    .filter((line) => !log(host).some((other) => other['Entry id'] === `${String(line['Entry id'])}/back`))
    .map((line) => `${String(line['When']).slice(0, 10)} ${String(line['Kind'])}`);

describe('a day that is typed after the choice', () => {
  test('is the day of that touch: in the log, which keeps both, and in the contacts', async () => {
    const host = await built();
    say(host, 'talked');
    type(host, 'When', '11/10/2026');
    home(host);
    expect(counted(host)).toEqual(['2026-11-10 talked']);
    expect(log(host).filter((line) => line['Kind'] === 'taken back')).toHaveLength(1);
    expect(day(contact(host)['Last contacted'])).toBe('2026-11-10');
    expect(contact(host)).toMatchObject({ Answer: 'talked', Status: 'In conversation' });
    expect(day(inTab(host)['When'])).toBe('2026-11-10');
    expect(home(host)).toMatchObject({ message: 'Everything was up to date', left: [] });
    expect(log(host)).toHaveLength(3);
  });

  test('may be changed once more', async () => {
    const host = await built();
    say(host, 'no answer');
    type(host, 'When', '11/10/2026');
    home(host);
    say(host, 'left a message');
    type(host, 'When', '11/11/2026');
    type(host, 'When', '11/9/2026');
    home(host);
    home(host);
    expect(counted(host)).toEqual(['2026-11-10 no answer', '2026-11-09 left a message']);
    expect(day(contact(host)['Last contacted'])).toBe('2026-11-10');
  });

  test('is put right once, wherever a full run is cut off', async () => {
    const start = await built();
    say(start, 'said no');
    type(start, 'When', '11/10/2026');
    const saved = start.save();
    const whole = resume(saved);
    home(whole);
    const { length } = whole.lastRun.calls;
    for (let n = 8; n <= length; n += 3) {
      const host = resume(saved);
      host.killAt(n, n % 2 === 0 ? 'before' : 'after');
      expect(() => host.call('bringHome', NOTHING)).toThrow();
      const again = resume(host.save());
      again.advance(0.01);
      home(again);
      home(again);
      expect(counted(again)).toEqual(['2026-11-10 said no']);
      expect(log(again)).toHaveLength(3);
      expect(day(contact(again)['Last contacted'])).toBe('2026-11-10');
      expect(contact(again)).toMatchObject({ Answer: 'said no', Status: 'Declined' });
    }
  }, 120_000);

  test('with nothing of which it could be the day is listed, and counts nowhere', async () => {
    const host = await built();
    type(host, 'When', '11/10/2026');
    expect(home(host).left.join(' ')).toContain(
      '“Nov 10” stands under When, and nothing was chosen beside it',
    );
    expect(log(host)).toHaveLength(0);
    say(host, 'no answer');
    expect(counted(host)).toEqual(['2026-11-10 no answer']);
    expect(home(host).left).toEqual([]);
  });
});

describe('a choice that comes back', () => {
  /** Takes back what the trigger did, the last first: the line in the log, then the contact, then the row of the tab. */
  const undo = (host: Host, steps: number, before: readonly (readonly unknown[])[]) => {
    host.model.deleteRows('Outreach log', 2, 1);
    const back = (tab: string, row: number, cells: readonly unknown[]) => {
      cells.forEach((cell, index) => {
        const text = cell === '' || typeof cell === 'string' || typeof cell === 'number' ? cell : day(cell);
        if (String(text) !== String(day(cellsOf(host, tab)[row - 1]?.[index])))
          host.model.typeInto(tab, row, index + 1, String(text));
      });
    };
    if (steps > 1) back('Contacts', 2, (before[0] ?? []).slice(0, 13));
    if (steps > 2) back(TAB, 2, before[1] ?? []);
  };
  for (const [steps, name] of [
    [1, 'line in the log'],
    [2, 'line and of the contact'],
    [3, 'whole touch'],
  ] as const)
    test(`by an undo of the ${name} is one call in the end`, async () => {
      const host = await built();
      const rows = () => [cellsOf(host, 'Contacts')[1] ?? [], cellsOf(host, TAB)[1] ?? []];
      host.model.typeInto(TAB, 2, columnAt(host, 'What happened'), 'talked');
      const before = rows();
      say(host, 'talked');
      expect(log(host)).toHaveLength(1);
      undo(host, steps, before);
      expect(log(host)).toHaveLength(0);
      if (steps === 3) expect(inTab(host)['What happened']).toBe('talked');
      home(host);
      home(host);
      expect(log(host)).toHaveLength(1);
      expect(contact(host)).toMatchObject({ Answer: 'talked', Status: 'In conversation' });
      expect(inTab(host)['What happened']).toBe('');
    });

  test('an hour later is another call', async () => {
    const host = await built();
    say(host, 'no answer');
    host.advance(1 / 24);
    say(host, 'no answer');
    expect(log(host)).toHaveLength(2);
  });

  test('for people from whom the contacts take nothing, too', async () => {
    const open = await built();
    const { workbook, ...rest } = open.save();
    const protection = { id: 900, area: null, open: [], editors: [], warningOnly: false, description: '' };
    const tabs = workbook.tabs.map((tab) =>
      tab.name === 'Contacts' ? { ...tab, protections: [{ ...protection, tab: tab.id }] } : tab,
    );
    const host = resume({ ...rest, workbook: { ...workbook, owner: 'group@example.org', tabs } });
    say(host, 'talked');
    expect(inTab(host)).toMatchObject({ 'What happened': 'talked', 'Next step': 'Waiting for the lead' });
    home(host.as({ email: 'group@example.org' }));
    expect(log(host)).toHaveLength(1);
  });
});
