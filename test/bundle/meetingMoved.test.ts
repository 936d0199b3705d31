// The next meeting moves, through the built bundle: what followed it moves with it, nothing set by hand does, and undo
// takes both back.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ChangesView, TodayView, WriteReceipt } from '../../src/commands/answers';
import type { Host } from '../../workbench/host/createHost';
import { ask, openCampaign, putTab, recordsOf, refused, resume } from './campaign';

const HEADER = 'Organization,Contact,E-mail,Phone,Owner,Task,Due,Status';
const NAMES = ['Amity', 'Cedar', 'Dove', 'Elm', 'Fern', 'Grove'];
const DUE = HEADER.split(',').indexOf('Due') + 1;
const STATUS = DUE + 1;
const EVEN = { due: '', cap: 0, moves: [] };
const SETTING_ROW = 5;

const day = (value: unknown) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value));
const dues = (host: Host) => recordsOf(host, 'Contacts').map((row) => day(row['Due']));
const meetingIs = (host: Host) => day(recordsOf(host, 'Settings')[SETTING_ROW - 2]?.['Value']);
const move = (host: Host, to: string) => ask<TodayView>(host, 'saveSetting', 'nextMeeting', to).deadlines;
const today = (host: Host) => ask<TodayView>(host, 'getToday').deadlines;
const newest = (host: Host) => ask<ChangesView>(host, 'getChanges').groups[0]?.changes[0];

/** Two contacts have a day that somebody typed: another one, and the very day of the meeting. */
async function open(): Promise<Host> {
  const host = await openCampaign({
    header: HEADER,
    rows: NAMES.map((name) => `${name},Ruth,office@${name.toLowerCase()}.example.org,,,,,Ready`),
  });
  putTab(host, 'Volunteers', [['Name'], ['Ana'], ['Bo']]);
  host.model.typeInto('Contacts', 6, DUE, '2026-11-25');
  host.model.typeInto('Contacts', 7, DUE, '2026-11-19');
  return host;
}

async function given(): Promise<Host> {
  const host = await open();
  ask(host, 'fillOwners', EVEN);
  return host;
}

const AFTER = ['2026-12-03', '2026-12-03', '2026-12-03', '2026-12-03', '2026-11-25', '2026-11-19'];
const BEFORE = ['2026-11-19', '2026-11-19', '2026-11-19', '2026-11-19', '2026-11-25', '2026-11-19'];

describe('saved in the sidebar', () => {
  test('what followed the meeting moves, nothing that somebody typed does, not even the same day', async () => {
    const host = await given();
    expect(dues(host)).toEqual(BEFORE);
    expect(today(host).follow).toBe(
      '4 due dates follow the meeting and move with it. Days that somebody set stay.',
    );
    const { saved, behind } = move(host, '2026-12-03');
    expect(saved).toMatchObject({
      message: 'Changed “Next meeting” in Settings and moved 4 due dates to Dec 3',
      written: 5,
      kept: [],
      undoable: true,
    });
    expect(behind).toBe('');
    expect(dues(host)).toEqual(AFTER);
    expect(newest(host)).toMatchObject({ what: saved?.message, cells: 5, state: 'undo' });
  });

  test('one undo takes the meeting and the due dates back, and they follow it again', async () => {
    const host = await given();
    const { saved } = move(host, '2026-12-03');
    expect(ask<WriteReceipt>(host, 'undoChange', saved?.change).kept).toEqual([]);
    expect(dues(host)).toEqual(BEFORE);
    expect(meetingIs(host)).toBe('2026-11-19');
    expect(today(host).behind).toBe('');
    move(host, '2026-12-03');
    expect(dues(host)).toEqual(AFTER);
  });

  test('a day typed since stays, also where the meeting moves to that very day and on', async () => {
    const host = await given();
    host.model.typeInto('Contacts', 2, DUE, '2026-12-03');
    move(host, '2026-12-03');
    move(host, '2026-12-10');
    expect(dues(host)).toEqual([
      '2026-12-03',
      '2026-12-10',
      '2026-12-10',
      '2026-12-10',
      '2026-11-25',
      '2026-11-19',
    ]);
  });

  test('whoever declined keeps the day, and a meeting that is taken away moves nothing', async () => {
    const host = await given();
    host.model.typeInto('Contacts', 2, STATUS, 'Declined');
    move(host, '2026-12-03');
    expect(dues(host)).toEqual([BEFORE[0], ...AFTER.slice(1)]);
    const { saved } = move(host, '');
    expect(saved).toMatchObject({ message: 'Changed “Next meeting” in Settings', written: 1 });
    expect(dues(host)).toEqual([BEFORE[0], ...AFTER.slice(1)]);
    expect(today(host).behind).toBe('');
    expect(move(host, '2026-12-10').saved?.message).toContain('moved 3 due dates to Dec 10');
  });

  test('where the due column is a question, nothing is saved and it says so', async () => {
    const host = await given();
    ask(host, 'startWith', 'Contacts');
    host.model.typeInto('Contacts', 1, DUE, 'Colour');
    expect(refused(host, 'saveSetting', 'nextMeeting', '2026-12-03').code).toBe('column-changed');
    expect(meetingIs(host)).toBe('2026-11-19');
    host.model.typeInto('Contacts', 1, DUE, 'Due');
    move(host, '2026-12-03');
    expect(dues(host)).toEqual(AFTER);
  });

  test('a due date that the sheet refuses is named, and is offered again', async () => {
    const open = (await given()).save();
    const id = open.workbook.tabs[0]?.id ?? 0;
    const area = { row: 2, column: DUE, rows: 1, columns: 1 };
    const protections = [
      { id: 900, tab: id, area, open: [], editors: [], warningOnly: false, description: '' },
    ];
    const tabs = open.workbook.tabs.map((tab) => (tab.id === id ? { ...tab, protections } : tab));
    const host = resume({ ...open, workbook: { ...open.workbook, tabs } });
    const { saved, behind } = move(host, '2026-12-03');
    expect(saved?.kept.map(({ cell }) => cell)).toEqual(['G2']);
    expect(behind).toBe('The meeting moved to Dec 3: 1 due date still says Nov 19.');
    expect(dues(host)).toEqual([BEFORE[0], ...AFTER.slice(1)]);
  });

  test('rows that were sorted meanwhile move as they are', async () => {
    const host = await given();
    host.model.sortTab('Contacts', [{ column: 1, ascending: false }], 2);
    move(host, '2026-12-03');
    expect(dues(host)).toEqual([...AFTER].reverse());
  });

  test('cut off at any call and pressed again, everything has moved', async () => {
    const saved = (await given()).save();
    const trial = resume(saved);
    move(trial, '2026-12-03');
    for (let n = 1; n <= trial.calls.length; n++) {
      const host = resume(saved);
      host.killAt(n, 'after');
      try {
        move(host, '2026-12-03');
      } catch {
        // Cut off, as meant.
      }
      const next = resume(host.save());
      move(next, '2026-12-03');
      expect([n, dues(next), meetingIs(next)]).toEqual([n, AFTER, '2026-12-03']);
      move(next, '2026-12-10');
      expect([n, dues(next).slice(0, 4)]).toEqual([n, Array(4).fill('2026-12-10')]);
    }
  });
});

describe('typed into the Settings tab', () => {
  const typed = async () => {
    const host = await given();
    host.model.typeInto('Settings', SETTING_ROW, 2, '2026-12-03');
    return host;
  };

  test('Today says which due dates were left behind, and one press moves them', async () => {
    const host = await typed();
    expect(today(host).behind).toBe('The meeting moved to Dec 3: 4 due dates still say Nov 19.');
    expect(ask<WriteReceipt>(host, 'moveDues')).toMatchObject({
      message: 'Moved 4 due dates to Dec 3',
      written: 4,
      undoable: true,
    });
    expect(dues(host)).toEqual(AFTER);
    expect(today(host).behind).toBe('');
    expect(ask<WriteReceipt>(host, 'moveDues')).toMatchObject({ change: '', written: 0 });
  });

  test('taken back, the days stay as a person left them', async () => {
    const host = await typed();
    const { change } = ask<WriteReceipt>(host, 'moveDues');
    ask(host, 'undoChange', change);
    expect(dues(host)).toEqual(BEFORE);
    expect(today(host).behind).toBe('');
  });

  test('the next assignments move them first, and new ones get the new day', async () => {
    const host = await typed();
    host.model.typeInto('Contacts', 8, 1, 'Harbor');
    host.model.typeInto('Contacts', 8, 4, '555-0101');
    ask(host, 'fillOwners', EVEN);
    expect(dues(host)).toEqual([...AFTER, '2026-12-03']);
    expect(move(host, '2026-12-10').saved?.message).toContain('moved 5 due dates');
  });
});

test('a workbook of an earlier version knows from its journal which due dates are its own', async () => {
  const host = await given();
  const hidden = recordsOf(host, 'Outreach data');
  const at = hidden.findIndex((row) => row['kind'] === 'meeting') + 2;
  for (let column = 1; column <= 6; column++) host.model.typeInto('Outreach data', at, column, '');
  move(host, '2026-12-03');
  expect(dues(host)).toEqual(AFTER);
});

test('whatever is moved and typed in whatever order, the days are whose they should be', async () => {
  const saved = (await given()).save();
  const MEETINGS = ['2026-11-19', '2026-12-03', '2026-12-10'];
  const someStep = fc.oneof(
    fc.record({ kind: fc.constant('move' as const), to: fc.constantFrom(...MEETINGS) }),
    fc.record({ kind: fc.constant('type' as const), to: fc.constantFrom(...MEETINGS) }),
    fc.record({
      kind: fc.constant('hand' as const),
      row: fc.nat({ max: NAMES.length - 1 }),
      to: fc.constantFrom('2026-11-25', '2026-12-24', ...MEETINGS),
    }),
    fc.constant({ kind: 'move behind' as const }),
  );
  fc.assert(
    fc.property(fc.array(someStep, { minLength: 3, maxLength: 9 }), (steps) => {
      const host = resume(saved);
      // What must stand there, and whose it is: a day that was typed over by another is a person's from then on.
      const model = BEFORE.map((due, row) => ({ due, ours: row < 4 }));
      let meeting = '2026-11-19';
      let followed = meeting;
      const follow = () => {
        followed = meeting;
        for (const one of model) if (one.ours) one.due = meeting;
      };
      for (const step of steps) {
        if (step.kind === 'move') {
          move(host, (meeting = step.to));
          follow();
        } else if (step.kind === 'type') {
          host.model.typeInto('Settings', SETTING_ROW, 2, (meeting = step.to));
        } else if (step.kind === 'hand') {
          const one = model[step.row];
          // A day typed back to what it followed cannot be told from one that was never touched.
          if (one === undefined || one.due === step.to || (step.row < 4 && step.to === followed)) continue;
          host.model.typeInto('Contacts', step.row + 2, DUE, step.to);
          model[step.row] = { due: step.to, ours: false };
        } else {
          ask(host, 'moveDues');
          follow();
        }
        expect(dues(host)).toEqual(model.map(({ due }) => due));
      }
    }),
    { numRuns: 25 },
  );
});
