// Back from a date, through the built bundle: a plan is shown, made once, moved with its event and taken back; what
// people do in its tab meanwhile stays.
import { describe, expect, test } from '@jest/globals';
import type { ChangesView, TodayView, WriteReceipt } from '../../src/commands/answers';
import type { PlanPreview, PlansView, StartedPlan } from '../../src/commands/planAnswers';
import type { Host } from '../../workbench/host/createHost';
import { ask, cellsOf, openCampaign, putTab, recordsOf, refused, resume, tabNames } from './campaign';

const TAB = 'Plan: Council vote Dec 8';
const VOTE = ['Council vote', '', '2026-12-08'] as const;
const COLUMNS = [
  'Task',
  'Days before',
  'Critical',
  'Due',
  'Check-in',
  'Owner',
  'Done',
  'Next step',
  'Task id',
  'Plan record',
];
const at = (name: string) => COLUMNS.indexOf(name) + 1;

const text = (value: unknown) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value));
const tasks = (host: Host, tab = TAB) =>
  recordsOf(host, tab)
    .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, text(value)])))
    .filter((row) => row['Task'] !== '');
const dues = (host: Host, tab = TAB) => tasks(host, tab).map((row) => row['Due']);
const start = (host: Host, ...args: readonly string[]) => ask<StartedPlan>(host, 'startPlan', ...args);
const view = (host: Host, id = '', day = '') => ask<PlansView>(host, 'getPlans', id, day);
const move = (host: Host, id: string, day = '') => ask<WriteReceipt>(host, 'movePlan', id, day);
const type = (host: Host, row: number, name: string, value: string, tab = TAB) => {
  host.model.typeInto(tab, row, at(name), value);
};

/** Sundays are off, three volunteers, and one who needs no date. */
async function open(): Promise<Host> {
  const host = await openCampaign({
    settings: [
      ['Campaign', 'Larkhaven Care for All'],
      ['Days off', 'Sundays, Nov 26 – 27'],
      ['Check-ins', '7 and 2'],
    ],
  });
  putTab(host, 'Volunteers', [['Name'], ['Ana'], ['Bo'], ['Chidi']]);
  return host;
}

async function given(): Promise<{ host: Host; id: string }> {
  const host = await open();
  const { id } = start(host, ...VOTE);
  return { host, id };
}

const DUES = [
  '2026-11-03',
  '2026-11-10',
  '2026-11-17',
  '2026-11-24',
  '2026-11-28',
  '2026-12-01',
  '2026-12-03',
  '2026-12-05',
  '2026-12-05',
  '2026-12-07',
  '2026-12-08',
];

describe('a plan', () => {
  test('is shown before anything is written', async () => {
    const host = await open();
    const before = JSON.stringify(host.save().workbook);
    const preview = ask<PlanPreview>(host, 'previewPlan', ...VOTE);
    expect(preview).toMatchObject({ tab: TAB, button: 'Start the plan with 10 tasks' });
    expect(preview.tasks[3]).toMatchObject({ due: 'Nov 24', checkIn: 'Nov 17' });
    expect(preview.tasks[4]).toMatchObject({ due: 'Nov 28', checkIn: '' });
    expect(preview.remarks).toEqual([
      '2 of 10 tasks should have been done before today and start as overdue. Begin with them.',
      '1 due date comes earlier because of your days off.',
    ]);
    expect(view(host)).toMatchObject({ current: null, tabs: [], today: '2026-11-12', problems: [] });
    expect(JSON.stringify(host.save().workbook)).toBe(before);
  });

  test('becomes a tab with each task, its deadline, its check-in and its word', async () => {
    const { host } = await given();
    expect(cellsOf(host, TAB)[0]).toEqual(COLUMNS);
    expect(dues(host)).toEqual(DUES);
    const rows = tasks(host);
    expect(rows.map((row) => row['Next step'])).toEqual([
      'Overdue',
      'Overdue',
      'Check in',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
    ]);
    expect(rows[2]).toMatchObject({
      'Days before': '21',
      Critical: 'yes',
      'Check-in': '2026-11-10',
      Owner: '',
    });
    expect(rows[10]).toMatchObject({ Task: 'Council vote', 'Days before': '', 'Task id': 'event' });
    const sheet = host.model.committed().tabs.find(({ name }) => name === TAB);
    expect(sheet?.frozenRows).toBe(1);
    expect(sheet?.formats.length).toBeGreaterThan(4);
    expect(host.selection.tab).toBe(sheet?.id);
    expect(tabNames(host)).toContain('Event tasks');
    expect(recordsOf(host, 'Event tasks').length).toBeGreaterThan(20);
  });

  test('its words are right tomorrow without running anything, and at once when somebody types', async () => {
    const { host } = await given();
    type(host, 2, 'Done', 'yes');
    host.advance(5);
    expect(
      tasks(host)
        .slice(0, 5)
        .map((row) => row['Next step']),
    ).toEqual(['Done', 'Overdue', 'Due today', 'Check in', '']);
  });

  test('pressed twice is made once', async () => {
    const { host, id } = await given();
    const before = tasks(host);
    const again = start(host, 'council VOTE', '', '2026-12-08');
    expect(again).toMatchObject({ id, receipt: { written: 0, change: '' } });
    expect(again.receipt.message).toBe(`“${TAB}” stands already, so nothing was changed`);
    expect(tasks(host)).toEqual(before);
    expect(tabNames(host).filter((name) => name.startsWith('Plan'))).toEqual([TAB]);
  });

  test('may have a name of its own, and any text there stays a text', async () => {
    const host = await open();
    host.model.typeInto('Contacts', 1, 1, 'Organization');
    ask(host, 'openTab', 'Event tasks');
    const last = recordsOf(host, 'Event tasks').length + 2;
    putTab(host, 'Event tasks', [
      ...cellsOf(host, 'Event tasks'),
      ["'=1+1", "'=HYPERLINK(1)", 7, 'yes'],
      ['Rally', 'May 1', 3, ''],
    ]);
    expect(last).toBeGreaterThan(20);
    start(host, '=1+1', '=2+2 on May 1', '2026-12-20');
    const tab = tabNames(host).find((name) => name.startsWith('Plan: =2+2')) ?? '';
    expect(tasks(host, tab).map((row) => row['Task'])).toEqual(['=HYPERLINK(1)', '=2+2 on May 1']);
    start(host, 'Rally', '', '2026-12-20');
    expect(tasks(host, 'Plan: Rally Dec 20').map((row) => [row['Task'], row['Due']])).toEqual([
      ['May 1', '2026-12-17'],
      ['Rally', '2026-12-20'],
    ]);
  });

  test('is refused in words for a day that is past, a kind without tasks, a name that is taken', async () => {
    const host = await open();
    putTab(host, 'Plan: Picnic Dec 8', [['Who brings what'], ['Ana: bread']]);
    const before = JSON.stringify(host.save().workbook);
    expect(refused(host, 'startPlan', 'Council vote', '', '2026-11-11').code).toBe('event-day');
    expect(refused(host, 'startPlan', 'Council vote', '', 'soon').code).toBe('event-day');
    expect(refused(host, 'startPlan', 'Parade', '', '2026-12-08').code).toBe('no-such-kind');
    expect(refused(host, 'startPlan', 'Town hall', 'Picnic', '2026-12-08').code).toBe('tab-name-taken');
    expect(refused(host, 'movePlan', '17', '2026-12-08').code).toBe('no-such-plan');
    expect(JSON.stringify(host.save().workbook)).toBe(before);
  });

  test('is taken back where nobody wrote in it, and stays where somebody did', async () => {
    const first = await given();
    const [change] = ask<ChangesView>(first.host, 'getChanges').groups[0]?.changes ?? [];
    expect(change?.what).toBe('Started the plan for “Council vote” on Dec 8: 10 tasks');
    ask(first.host, 'undoChange', change?.id);
    expect(tabNames(first.host)).not.toContain(TAB);
    expect(view(first.host).tabs).toEqual([]);

    const second = await given();
    type(second.host, 4, 'Owner', 'Bo');
    const [kept] = ask<ChangesView>(second.host, 'getChanges').groups[0]?.changes ?? [];
    expect(ask<WriteReceipt>(second.host, 'undoChange', kept?.id).kept).toHaveLength(1);
    expect(tasks(second.host)[2]?.['Owner']).toBe('Bo');
  });

  test('is never taken for contacts, also under another name', async () => {
    const { host } = await given();
    host.model.renameTab(TAB, 'What we do');
    host.select('What we do', 2, 1);
    expect(ask<TodayView>(host, 'getToday').sheet).toBe('Contacts');
    expect(view(host).current?.tab).toBe('What we do');
  });
});

describe('in the sidebar', () => {
  test('stands what is overdue and who has it, the earliest first', async () => {
    const { host, id } = await given();
    type(host, 2, 'Done', '2026-11-02');
    type(host, 3, 'Owner', 'Bo');
    const { current: shown, moves } = view(host);
    expect(shown).toMatchObject({
      id,
      tab: TAB,
      event: 'Council vote',
      day: '2026-12-08',
      dayText: 'Tue, Dec 8, 2026, in 26 days',
      summary: '1 of 10 done, 1 overdue, 1 to check in on, 8 without an owner',
      count: 9,
    });
    expect(shown?.items[0]).toMatchObject({
      owner: 'Bo',
      word: 'Overdue',
      due: 'Overdue since Nov 10',
      cell: 'A3',
    });
    expect(shown?.items[1]).toMatchObject({ word: 'Check in', due: 'Due on Nov 17' });
    expect(shown?.items[2]).toMatchObject({ word: '', due: 'Due on Nov 24, check-in on Nov 17' });
    expect(shown?.calendars[0]?.url).toContain('20261208');
    expect(moves?.button).toBe('');
  });

  test('Today counts what is overdue, and leads there', async () => {
    const { host } = await given();
    const need = ask<TodayView>(host, 'getToday').needs.find(
      ({ title }) => title === 'Overdue in your plans',
    );
    expect(need).toMatchObject({ count: 2, text: '2 for Council vote on Dec 8', to: { panel: 'event' } });
    type(host, 2, 'Done', 'yes');
    type(host, 3, 'Done', 'yes');
    const { needs } = ask<TodayView>(host, 'getToday');
    expect(needs.some(({ title }) => title === 'Overdue in your plans')).toBe(false);
  });

  test('the plan in front is shown, else the next event', async () => {
    const { host } = await given();
    const hall = start(host, 'Town hall', '', '2027-02-01');
    expect(view(host).current?.event).toBe('Town hall');
    host.select('Contacts', 2, 1);
    expect(view(host).current?.event).toBe('Council vote');
    expect(view(host, hall.id).current?.event).toBe('Town hall');
    expect(view(host).tabs.map(({ name }) => name)).toEqual([TAB, 'Plan: Town hall Feb 1, 2027']);
  });

  test('lines of Settings and “Event tasks” that cannot be used are named with their cell', async () => {
    const host = await open();
    ask(host, 'openTab', 'Event tasks');
    host.model.typeInto('Event tasks', 2, 3, 'long ago');
    host.model.typeInto('Settings', 3, 2, 'Sundays, Easter');
    expect(view(host).problems).toEqual([
      '“long ago” is not a number of days (Event tasks, C2). Write a whole number up to 730.',
      '“Easter” in “Days off” cannot be read, or in two ways (Settings, B3). Write weekdays and dates, such as Sundays, Dec 24 – Jan 1. Until then that part is not skipped.',
    ]);
  });

  test('a tab that lost its heading or the event says so', async () => {
    const { host, id } = await given();
    type(host, 1, 'Due', 'Colour');
    expect(refused(host, 'getPlans', id, '').message).toContain('the column “Due”');
    type(host, 1, 'Due', 'Due');
    host.model.deleteRows(TAB, 12);
    expect(refused(host, 'movePlan', id, '2026-12-15').message).toContain('the row of the event itself');
  });
});

describe('when the event moves', () => {
  test('what is not done and was not set by hand moves; the tab gets its new name', async () => {
    const { host, id } = await given();
    type(host, 2, 'Done', 'yes');
    type(host, 5, 'Due', '2026-11-20');
    const { moves } = view(host, id, '2026-12-15');
    expect(moves).toMatchObject({ button: 'Move the event to Dec 15, with 9 tasks', keptCount: 1 });
    expect(moves?.lines[0]).toContain('Nov 10 becomes Nov 17');
    expect(moves?.kept[0]).toContain('stays on Nov 20, which somebody set.');
    const receipt = move(host, id, '2026-12-15');
    expect(receipt).toMatchObject({
      message: 'Moved “Council vote” to Dec 15 with 9 tasks. 1 task stayed',
      kept: [],
      undoable: true,
    });
    const tab = 'Plan: Council vote Dec 15';
    expect(dues(host, tab)).toEqual([
      '2026-11-03',
      '2026-11-17',
      '2026-11-24',
      '2026-11-20',
      '2026-12-05',
      '2026-12-08',
      '2026-12-10',
      '2026-12-12',
      '2026-12-12',
      '2026-12-14',
      '2026-12-15',
    ]);
    expect(view(host, id).moves?.button).toBe('');
  });

  test('one undo takes all of it back, the name too, and it follows again', async () => {
    const { host, id } = await given();
    const before = tasks(host);
    const { change } = move(host, id, '2026-12-15');
    expect(ask<WriteReceipt>(host, 'undoChange', change)).toMatchObject({ kept: [] });
    expect(tasks(host)).toEqual(before);
    move(host, id, '2026-12-22');
    expect(dues(host, 'Plan: Council vote Dec 22').at(-2)).toBe('2026-12-21');
    move(host, id, '2026-12-08');
    expect(tasks(host)).toEqual(before);
  });

  test('a day typed into the tab is noticed, and worked out with one press', async () => {
    const { host, id } = await given();
    type(host, 12, 'Due', '2026-12-15');
    expect(view(host, id).moves?.button).toBe('Move the event to Dec 15, with 10 tasks');
    move(host, id);
    expect(dues(host, 'Plan: Council vote Dec 15')[0]).toBe('2026-11-10');
  });

  test('days before and rows that people added are worked out again; their words come with it', async () => {
    const { host, id } = await given();
    type(host, 3, 'Days before', '20');
    host.model.insertRows(TAB, 4, 1);
    type(host, 4, 'Task', 'Print the signs');
    type(host, 4, 'Days before', '2 weeks');
    type(host, 4, 'Critical', 'yes');
    expect(tasks(host)[2]?.['Next step']).toBe('');
    expect(view(host, id).moves?.button).toBe('Work it out again: 2 tasks');
    expect(move(host, id).message).toBe('Worked “Council vote” out again: 2 tasks');
    expect(tasks(host)[1]).toMatchObject({ Due: '2026-11-18', 'Next step': 'Due soon' });
    expect(tasks(host)[2]).toMatchObject({ Due: '2026-11-24', 'Check-in': '2026-11-17', 'Next step': '' });
    expect(tasks(host)[2]?.['Task id']).not.toBe('');
    expect(move(host, id)).toMatchObject({
      message: 'Every date is as it was worked out',
      written: 0,
      change: '',
    });
  });

  test('rows that people sorted, columns that they moved and formulas that they wrote stay theirs', async () => {
    const { host, id } = await given();
    host.model.typeInto(TAB, 4, at('Due'), '=DATE(2026,11,23)');
    host.model.sortTab(TAB, [{ column: 1, ascending: true }], 2);
    host.model.moveColumn(TAB, at('Owner'), 1);
    const before = tasks(host).map((row) => row['Task']);
    move(host, id, '2026-12-15');
    const after = tasks(host, 'Plan: Council vote Dec 15');
    expect(after.map((row) => row['Task'])).toEqual(before);
    const dueOf = (word: string) => after.find((row) => row['Task']?.startsWith(word))?.['Due'];
    expect(dueOf('Count the votes')).toBe('2026-11-10');
    expect(dueOf('Meet each')).toBe('2026-11-23');
    expect(dueOf('Council vote')).toBe('2026-12-15');
  });

  test('a tab that people renamed keeps their name', async () => {
    const { host, id } = await given();
    host.model.renameTab(TAB, 'The vote');
    move(host, id, '2026-12-15');
    expect(dues(host, 'The vote').at(-1)).toBe('2026-12-15');
    expect(tabNames(host).filter((name) => name.startsWith('Plan'))).toEqual([]);
  });

  test('where a deadline is changed in the same moment, that one stays and is named', async () => {
    const { host, id } = await given();
    const rehearsal = resume(host.save());
    move(rehearsal, id, '2026-12-15');
    const last = (rehearsal.calls.find(({ method }) => method === 'Range.setValues')?.n ?? 0) - 2;
    host.editAt(last, (model) => {
      model.typeInto(TAB, 6, at('Due'), '2026-11-21');
    });
    const receipt = move(host, id, '2026-12-15');
    expect(dues(host, 'Plan: Council vote Dec 15')[4]).toBe('2026-11-21');
    expect(receipt.kept).toHaveLength(1);
  });

  test('cut off anywhere and run again, every deadline is as if nothing had happened', async () => {
    const { host, id } = await given();
    const saved = host.save();
    const clean = resume(saved);
    move(clean, id, '2026-12-15');
    const wanted = dues(clean, 'Plan: Council vote Dec 15');
    const calls = clean.calls.length;
    expect(calls).toBeLessThan(45);
    // Every call in the fault suite.
    for (let n = 1; n <= calls; n += 3) {
      const one = resume(saved);
      one.killAt(n, 'before', 'all');
      try {
        one.call('movePlan', id, '2026-12-15');
      } catch {
        // cut off
      }
      move(one, id, '2026-12-15');
      expect([n, dues(one, 'Plan: Council vote Dec 15')]).toEqual([n, wanted]);
      // And on, so that nothing is taken for a day that somebody set.
      expect([n, view(one, id, '2026-12-22').moves?.keptCount]).toEqual([n, 0]);
    }
  }, 120_000);

  test('making a plan, cut off anywhere and run again, leaves one finished tab', async () => {
    const host = await open();
    const saved = host.save();
    const clean = resume(saved);
    start(clean, ...VOTE);
    const calls = clean.calls.length;
    for (let n = 1; n <= calls; n += 4) {
      const one = resume(saved);
      one.killAt(n, 'before', 'all');
      try {
        one.call('startPlan', ...VOTE);
      } catch {
        // cut off
      }
      start(one, ...VOTE);
      expect([n, dues(one)]).toEqual([n, DUES]);
      const sheet = one.model.committed().tabs.find(({ name }) => name === TAB);
      expect([n, sheet?.frozenRows, sheet?.formats.length]).toEqual([n, 1, 8]);
      expect(tabNames(one).filter((name) => name.startsWith('Plan: ')).length).toBe(1);
      expect(view(one).tabs).toHaveLength(1);
    }
  }, 120_000);
});

test.each(['de_DE', 'en_GB'])('in a sheet of %s the words and days are the same', async (locale) => {
  const { host } = await given();
  const saved = host.save();
  const there = resume({ ...saved, workbook: { ...saved.workbook, locale } });
  const { id } = start(there, 'Phone bank', '', '2026-12-01');
  const tab = tabNames(there).find((name) => name.startsWith('Plan: Phone bank')) ?? '';
  expect(tasks(there, tab).map((row) => row['Next step'])[0]).toBe('Overdue');
  move(there, id, '2026-12-08');
  expect(dues(there, 'Plan: Phone bank Dec 8')[0]).toBe('2026-11-17');
});

describe('a row that somebody inserts', () => {
  const word = (host: Host, row: number, tab = TAB) => cellsOf(host, tab)[row - 1]?.[at('Next step') - 1];

  /** As a person does it: an empty row between the others, then cell by cell, and the simple trigger runs. */
  const insert = (host: Host, row: number, tab = TAB) => {
    host.model.insertRows(tab, row, 1);
    host.edit(tab, row, at('Task'), 'Print the petition');
    host.edit(tab, row, at('Due'), '2026-11-11');
  };

  test('has its word at once, wherever it stands and whatever the tab is called, and the others keep theirs', async () => {
    for (const row of [2, 5, DUES.length + 1]) {
      const { host } = await given();
      const before = tasks(host).map((task) => task['Next step']);
      insert(host, row);
      expect(word(host, row)).toBe('Overdue');
      host.edit(TAB, row, at('Done'), 'yes');
      expect(word(host, row)).toBe('Done');
      expect(
        tasks(host)
          .toSpliced(row - 2, 1)
          .map((task) => task['Next step']),
      ).toEqual(before);
    }
    const { host } = await given();
    host.model.renameTab(TAB, 'How we get there');
    insert(host, 4, 'How we get there');
    expect(word(host, 4, 'How we get there')).toBe('Overdue');
  });

  test('has it also where the trigger missed it, with the next edit in the tab; a pasted block at once', async () => {
    const { host } = await given();
    host.model.insertRows(TAB, 4, 12);
    for (let row = 4; row < 16; row++) {
      host.model.typeInto(TAB, row, at('Task'), `Call number ${row}`);
      host.model.typeInto(TAB, row, at('Due'), '2026-11-11');
    }
    const before = host.calls.length;
    host.edit(TAB, 2, at('Owner'), 'Ana');
    expect(host.calls.length - before).toBeLessThanOrEqual(5);
    for (let row = 4; row < 16; row++) expect(word(host, row)).toBe('Overdue');
  });

  test('keeps what somebody typed in place of the word', async () => {
    const { host } = await given();
    host.model.insertRows(TAB, 4, 1);
    host.edit(TAB, 4, at('Next step'), 'my own word');
    host.edit(TAB, 4, at('Task'), 'Print the petition');
    expect(word(host, 4)).toBe('my own word');
  });

  test('costs the trigger few calls, and none in a tab of their own that is only called a plan', async () => {
    const { host } = await given();
    host.model.insertRows(TAB, 4, 1);
    const before = host.calls.length;
    host.edit(TAB, 4, at('Task'), 'Print the petition');
    expect(host.calls.length - before).toBeLessThanOrEqual(4);
    putTab(host, 'Plan: our summer', [
      ['What', 'Next step'],
      ['Swim', ''],
    ]);
    const saved = JSON.stringify(cellsOf(host, 'Plan: our summer'));
    host.edit('Plan: our summer', 2, 1, 'Swim');
    expect(JSON.stringify(cellsOf(host, 'Plan: our summer'))).toBe(saved);
  });
});
