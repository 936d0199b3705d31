// Check rows, fix, undo, through the built bundle.
import { describe, expect, test } from '@jest/globals';
import type { ChangesView, CheckView, TodayView, WriteReceipt } from '../../src/commands/answers';
import type { Host } from '../../workbench/host/createHost';
import { ask, cellsOf, openCampaign, recordsOf, ROWS } from './campaign';

interface Fixed {
  readonly receipt: WriteReceipt;
  readonly check: CheckView;
}

const FAULTY = [
  ...ROWS,
  '  Stony Creek   Friends,Faith group,Lou,lou (at) stony.example.org,555-0110,,,Ready,,,,,',
  'Juniper Tenants,Tenants,Max,max (at) juniper.example.org,555-0111,,,Ready,,,,,',
  'Quarry Road Clinic,Clinic,Bea,bea@quarry.example.org ,555-0112,,,Ready,,,,,',
  'Orchard League,Clinic,Fay,fay (at) orchard.example.org,555-0113,,,Ready,,,,,',
];
const FIRST = ROWS.length + 2;

const open = () => openCampaign({ rows: FAULTY });
const items = (check: CheckView) => check.groups.flatMap((group) => group.items);
const cell = (host: Host, row: number, column: number) => cellsOf(host, 'Contacts')[row - 1]?.[column - 1];
const changes = (host: Host) => ask<ChangesView>(host, 'getChanges').groups.flatMap((group) => group.changes);

describe('checking rows', () => {
  test('finds the planted faults, says where and what they would read, and writes nothing', async () => {
    const host = await open();
    const before = JSON.stringify(host.save().workbook);
    const check = ask<CheckView>(host, 'getCheck');
    expect(check).toMatchObject({ sheet: 'Contacts', rows: 13 });
    const fixes = items(check).filter((item) => item.fix !== null);
    expect(fixes.map((item) => [item.cell, item.fix])).toEqual(
      expect.arrayContaining([
        [`D${FIRST}`, 'lou@stony.example.org'],
        [`D${FIRST + 1}`, 'max@juniper.example.org'],
      ]),
    );
    expect(check.safeFixes).toBe(fixes.length);
    expect(JSON.stringify(host.save().workbook)).toBe(before);
  });

  test('all safe fixes at once, and undo puts every cell back', async () => {
    const host = await open();
    const before = cellsOf(host, 'Contacts');
    const { receipt, check } = ask<Fixed>(host, 'fixProblems', []);
    expect(receipt).toMatchObject({ kept: [], undoable: true });
    expect(receipt.written).toBeGreaterThanOrEqual(3);
    expect(check.safeFixes).toBe(0);
    expect(cell(host, FIRST, 4)).toBe('lou@stony.example.org');
    expect(cell(host, FIRST, 1)).toBe('Stony Creek Friends');
    const undone = ask<WriteReceipt>(host, 'undoChange', receipt.change);
    expect(undone.kept).toEqual([]);
    expect(cellsOf(host, 'Contacts')).toEqual(before);
    expect(changes(host).map((change) => change.state)).toEqual(['undone']);
  });

  test('one fix changes one cell', async () => {
    const host = await open();
    const wanted = items(ask<CheckView>(host, 'getCheck')).find((item) => item.cell === `D${FIRST + 1}`);
    const before = cellsOf(host, 'Contacts');
    const { receipt } = ask<Fixed>(host, 'fixProblems', [wanted?.id ?? '']);
    expect(receipt).toMatchObject({ written: 1, message: `Fixed 1 cell in row ${FIRST + 1}` });
    const after = cellsOf(host, 'Contacts');
    expect(after[FIRST]?.[3]).toBe('max@juniper.example.org');
    (after[FIRST] ?? [])[3] = before[FIRST]?.[3];
    expect(after).toEqual(before);
  });

  test('undo works when rows were sorted and ids were given since', async () => {
    const host = await open();
    const { receipt } = ask<Fixed>(host, 'fixProblems', []);
    const contact = ask<{ ready: { contact: string }[] }>(host, 'getFollowUps', 'follow-ups').ready[0]
      ?.contact;
    ask(host, 'logTouch', { contact, channel: 'phone', outcome: 'no answer', until: '', note: '' });
    host.model.sortTab('Contacts', [{ column: 1, ascending: true }], 2);
    expect(ask<WriteReceipt>(host, 'undoChange', receipt.change).kept).toEqual([]);
    const lou = recordsOf(host, 'Contacts').find((row) => row['Contact'] === 'Lou');
    expect(lou).toMatchObject({
      Organization: '  Stony Creek   Friends',
      'E-mail': 'lou (at) stony.example.org',
    });
  });

  test('undo follows a column that was moved', async () => {
    const host = await open();
    const { receipt } = ask<Fixed>(host, 'fixProblems', []);
    host.model.moveColumn('Contacts', 4, 2);
    expect(ask<WriteReceipt>(host, 'undoChange', receipt.change).kept).toEqual([]);
    expect(recordsOf(host, 'Contacts').find((row) => row['Contact'] === 'Lou')?.['E-mail']).toBe(
      'lou (at) stony.example.org',
    );
  });

  test('a cell that a colleague changed since the fix is kept and listed when it is undone', async () => {
    const host = await open();
    const { receipt } = ask<Fixed>(host, 'fixProblems', []);
    host.model.typeInto('Contacts', FIRST + 1, 4, 'max@elsewhere.example.org');
    const undone = ask<WriteReceipt>(host, 'undoChange', receipt.change);
    expect(undone.kept).toHaveLength(1);
    expect(cell(host, FIRST + 1, 4)).toBe('max@elsewhere.example.org');
    expect(cell(host, FIRST, 4)).toBe('lou (at) stony.example.org');
  });

  test('a cell that a colleague changes while it runs is kept and listed', async () => {
    const host = await open();
    ask(host, 'getCheck');
    const calls = host.calls.length;
    host.editAt(calls + 2, (model) => {
      model.typeInto('Contacts', FIRST + 1, 4, 'max@elsewhere.example.org');
    });
    const { receipt } = ask<Fixed>(host, 'fixProblems', []);
    expect(cell(host, FIRST + 1, 4)).toBe('max@elsewhere.example.org');
    expect(receipt.kept).toHaveLength(1);
  });

  test('a formula is never written over', async () => {
    const host = await open();
    host.model.typeInto('Contacts', FIRST, 4, '="lou (at) "&"stony.example.org"');
    ask<Fixed>(host, 'fixProblems', []);
    expect(host.model.formulaBar('Contacts', FIRST, 4)).toBe('="lou (at) "&"stony.example.org"');
  });

  test('a change that was undone, or that nobody made, cannot be undone', async () => {
    const host = await open();
    const { receipt } = ask<Fixed>(host, 'fixProblems', []);
    ask(host, 'undoChange', receipt.change);
    const again = host.call('undoChange', receipt.change) as { problem: { code: string } };
    expect(again.problem.code).toBe('not-undoable');
    const never = host.call('undoChange', 'never') as { problem: { code: string } };
    expect(never.problem.code).toBe('no-such-change');
  });

  test('after 30 days a change is gone, and beyond 20,000 cells the oldest are', async () => {
    const host = await open();
    ask(host, 'fixProblems', []);
    host.advance(31);
    host.model.typeInto('Contacts', FIRST, 4, 'lou (at) stony.example.org');
    ask(host, 'fixProblems', []);
    expect(changes(host)).toHaveLength(1);
  });
});

describe('what was probably meant', () => {
  const withSlip = ROWS.map((row, index) => (index === 0 ? row.replace(',Contacted,', ',Contactd,') : row));
  const slip = (host: Host) =>
    items(ask<CheckView>(host, 'getCheck')).find(({ value }) => value === 'Contactd');

  test('is changed by a button of its own, never among the safe fixes', async () => {
    const host = await openCampaign({ rows: withSlip });
    const item = slip(host);
    expect(item).toMatchObject({ fix: 'Contacted', safe: false });
    ask<Fixed>(host, 'fixProblems', []);
    expect(cell(host, 2, 8)).toBe('Contactd');
    const { receipt } = ask<Fixed>(host, 'fixProblems', [item?.id]);
    expect(receipt.message).toBe('Fixed 1 cell in row 2');
    expect(cell(host, 2, 8)).toBe('Contacted');
    expect(slip(host)).toBeUndefined();
  });

  test('blanks and hidden characters that are taken out are seen', async () => {
    const host = await openCampaign({
      rows: [' Stony  Creek\u200b,Clinic,Lou,lou@stony.example.org', ...ROWS],
    });
    const item = items(ask<CheckView>(host, 'getCheck')).find(({ row }) => row === 2);
    expect(item).toMatchObject({ value: '␣Stony␣␣Creek[hidden]', fix: 'Stony Creek' });
  });

  test('the figure on the button is the number of cells that it changes', async () => {
    const rows = ROWS.map((row) => row.replace(',', ' ,'));
    const host = await openCampaign({ rows });
    const { safeFixes } = ask<CheckView>(host, 'getCheck');
    expect(safeFixes).toBe(rows.length);
    expect(ask<Fixed>(host, 'fixProblems', []).receipt.message).toBe(`Fixed ${rows.length} cells`);
  });

  test('a confirmed column that is gone is said first, with the way to Setup', async () => {
    const host = await openCampaign();
    ask(host, 'startWith', 'Contacts');
    host.model.deleteColumns('Contacts', 10);
    const { asks } = ask<CheckView>(host, 'getCheck');
    expect(asks).toContain('“Last contacted”');
    const [first] = ask<TodayView>(host, 'getToday').needs;
    expect(first).toMatchObject({ text: asks, to: { panel: 'setup' } });
  });
});
