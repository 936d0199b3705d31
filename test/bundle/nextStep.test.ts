// The Next step column through the built bundle: right without running anything, theirs left alone, undone whole.
import { describe, expect, test } from '@jest/globals';
import type {
  ChangesView,
  CheckView,
  NextStepsView,
  TodayView,
  WriteReceipt,
} from '../../src/commands/answers';
import type { Host, HostOptions } from '../../workbench/host/createHost';
import { WORD_COLOURS } from '../../src/touches/highlight';
import { ask, cellsOf, HEADER, openCampaign, putTab, refused, ROWS } from './campaign';

const COLUMN = 14;
const words = (host: Host, column = COLUMN) => cellsOf(host, 'Contacts').map((row) => row[column - 1]);
const formula = (host: Host, row: number, column = COLUMN) => host.model.formulaBar('Contacts', row, column);
const change = (host: Host) => ask<ChangesView>(host, 'getChanges').groups[0]?.changes[0]?.id ?? '';

async function marked(options: Partial<HostOptions> = {}): Promise<Host> {
  const host = await openCampaign(options);
  ask<WriteReceipt>(host, 'markNextSteps');
  return host;
}

/** Formulas of the conditional formats of the contacts, in their order. */
function formats(host: Host): string[] {
  const tab = host.model.tab('Contacts');
  return (tab?.formats ?? []).map((format) => String(format.values[0]));
}

describe('marking who is stale', () => {
  test('adds the column once, with the right word for each', async () => {
    const host = await marked();
    expect(words(host)).toEqual([
      'Next step',
      'Follow up',
      'Follow up',
      'Last try',
      'Follow up',
      '',
      '',
      'Gone quiet',
      '',
      '',
    ]);
    const again = ask<WriteReceipt>(host, 'markNextSteps');
    expect(again.written).toBe(0);
    expect(cellsOf(host, 'Contacts')[0]).toHaveLength(COLUMN);
  });

  test('says how many have a word, not how many formulas stand there', async () => {
    const host = await openCampaign();
    const { message } = ask<WriteReceipt>(host, 'markNextSteps');
    const filled = words(host)
      .slice(1)
      .filter((word) => word !== '');
    expect(message).toBe(`Added the column “Next step” for 9 contacts: ${filled.length} have a word today`);
  });

  test('gives the same words in a sheet whose formulas take semicolons', async () => {
    const host = await marked({ locale: 'de_DE' });
    expect(words(host).slice(0, 5)).toEqual(['Next step', 'Follow up', 'Follow up', 'Last try', 'Follow up']);
    expect(formula(host, 2)).toContain(';');
  });

  test('is right at once when a person types a date or an answer', async () => {
    const host = await marked();
    host.edit('Contacts', 2, 10, '2026-11-11');
    expect(words(host)[1]).toBe('');
    host.edit('Contacts', 3, 12, 'not interested, sorry');
    expect(words(host)[2]).toBe('');
    host.edit('Contacts', 5, 10, 'last week');
    expect(words(host)[4]).toBe('Check date');
  });

  test('is right tomorrow without running anything', async () => {
    const host = await marked();
    expect(words(host)[5]).toBe('');
    host.advance(5);
    expect(words(host)[5]).toBe('Follow up');
  });

  test('follows the days in Settings', async () => {
    const host = await marked();
    const rows = cellsOf(host, 'Settings');
    host.edit('Settings', rows.length + 1, 1, 'Follow-up days');
    host.edit('Settings', rows.length + 1, 2, '9');
    expect(words(host).slice(1, 3)).toEqual(['Follow up', '']);
  });

  test('says the same as the list in the sidebar', async () => {
    const host = await marked();
    const list = ask<NextStepsView>(host, 'getNextSteps');
    const byRow = new Map([...list.due, ...list.quiet].map((item) => [item.row, item.step]));
    words(host).forEach((word, index) => {
      if (index > 0) expect(word).toBe(byRow.get(index + 1) ?? '');
    });
  });

  test('a new row gets its word when a person fills it in, and only there', async () => {
    const host = await marked();
    host.edit('Contacts', 11, 1, 'Juniper Tenants');
    expect(host.triggerError).toBe('');
    expect(formula(host, 11)).toMatch(/^=/);
    host.edit('Contacts', 11, 10, '2026-11-01');
    expect(words(host)[10]).toBe('Follow up');
    expect(formula(host, 12)).toBe('');
    expect(host.lastRun.calls.length).toBeLessThanOrEqual(12);
  });

  test('a row inserted between others and a pasted block are filled too', async () => {
    const host = await marked();
    host.model.insertRows('Contacts', 4);
    host.edit('Contacts', 4, 1, 'Juniper Tenants');
    expect(formula(host, 4)).toMatch(/^=/);
    host.paste('Contacts', 12, 1, [['One'], ['Two'], [''], ['Four']]);
    expect([12, 13, 14, 15].map((row) => formula(host, row) !== '')).toEqual([true, true, false, true]);
  });

  test('edits in other tabs and in the headings change nothing and fail nowhere', async () => {
    const host = await marked();
    host.model.addTab('Minutes');
    const before = cellsOf(host, 'Contacts');
    host.edit('Minutes', 1, 1, 'We met');
    host.edit('Settings', 30, 1, 'A line');
    host.edit('Contacts', 1, 13, 'Remarks');
    expect(host.triggerError).toBe('');
    expect(cellsOf(host, 'Contacts').slice(1)).toEqual(before.slice(1));
  });
});

describe('a tab without a date of contact', () => {
  const header = 'Name,Party,Telephone,Email';
  const rows = [
    'Ruth Amity,Green,555-0101,ruth@amity.example.org',
    'Tamar Cedar,Blue,,tamar@cedar.example.org',
  ];

  test('gets no column of empty words, and is told what to add', async () => {
    const host = await openCampaign({ header, rows });
    ask(host, 'startWith', 'Contacts');
    for (const field of ['organization', 'contactName'])
      ask(host, 'setColumn', field, field === 'contactName' ? ['A'] : []);
    const before = cellsOf(host, 'Contacts');
    const { code, message, todo } = refused(host, 'markNextSteps');
    expect(code).toBe('no-date-column');
    expect(message).toContain('needs a column “Last contacted”');
    expect(todo).toContain('Follow-ups lists who is due');
    expect(cellsOf(host, 'Contacts')).toEqual(before);
  });

  test('where the column stands already, Today and Check say it first', async () => {
    const host = await marked();
    for (const field of ['firstContacted', 'lastContacted']) ask(host, 'setColumn', field, []);
    expect(refused(host, 'markNextSteps').code).toBe('no-date-column');
    expect(ask<TodayView>(host, 'getToday').needs[0]?.text).toContain('“Next step” needs a column');
    expect(ask<CheckView>(host, 'getCheck').asks).toContain('“Next step” needs a column');
  });
});

describe('colours', () => {
  test('of theirs all stay in their order, ours stand once, after a second run too', async () => {
    const host = await openCampaign();
    const theirs = ['=$A2="x"', '=$H2="Contacted"'];
    const app = host.globals()['SpreadsheetApp'] as unknown as GoogleAppsScript.Spreadsheet.SpreadsheetApp;
    const sheet = app.getActiveSpreadsheet().getSheetByName('Contacts');
    sheet?.setConditionalFormatRules(
      theirs.map((text) =>
        app
          .newConditionalFormatRule()
          .setRanges([sheet.getRange('A2:A9')])
          .whenFormulaSatisfied(text)
          .setBackground('#ff0000')
          .build(),
      ),
    );
    host.model.flush();
    ask(host, 'markNextSteps');
    const first = formats(host);
    expect(first.slice(0, 2)).toEqual(theirs);
    expect(first).toHaveLength(2 + 2 * WORD_COLOURS.length);
    ask(host, 'markNextSteps');
    expect(formats(host)).toEqual(first);
    host.edit('Contacts', 11, 1, 'Juniper Tenants');
    expect(formats(host)).toEqual(first);
    ask(host, 'undoChange', change(host));
    expect(formats(host)).toEqual(theirs);
  });

  test('reach a row that is filled in later', async () => {
    const host = await marked();
    host.edit('Contacts', 11, 1, 'Juniper Tenants');
    host.edit('Contacts', 11, 10, '2026-11-01');
    const look = host.model.appearance('Contacts', { row: 11, column: COLUMN, rows: 1, columns: 1 })[0]?.[0];
    expect(look?.fill).toBe(WORD_COLOURS[0]?.fill);
  });
});

describe('taking the column back', () => {
  test('leaves the tab as it was', async () => {
    const host = await openCampaign();
    const before = cellsOf(host, 'Contacts');
    const receipt = ask<WriteReceipt>(host, 'markNextSteps');
    expect(receipt.undoable).toBe(true);
    const undone = ask<WriteReceipt>(host, 'undoChange', receipt.change);
    expect(undone.kept).toEqual([]);
    expect(cellsOf(host, 'Contacts')).toEqual(before);
    expect(formats(host)).toEqual([]);
  });

  test('never touches a column “Next step” of their own', async () => {
    const header = HEADER.replace('Notes', 'Next step');
    const rows = ROWS.map((row) => `${row.replace(/,("A note, kept")?$/, '')},ask her again`);
    const host = await openCampaign({ header, rows });
    const before = cellsOf(host, 'Contacts');
    const receipt = ask<WriteReceipt>(host, 'markNextSteps');
    expect(words(host)[1]).toBe('Follow up');
    host.edit('Contacts', 11, 1, 'Juniper Tenants');
    expect(host.triggerError).toBe('');
    expect(formula(host, 11)).toMatch(/^=/);
    host.clear('Contacts', 11, 1, 1, COLUMN);
    ask(host, 'undoChange', receipt.change);
    expect(cellsOf(host, 'Contacts')).toEqual(before);
  });

  test('keeps the column where somebody wrote in it, and says so', async () => {
    const host = await marked();
    host.model.typeInto('Contacts', 3, COLUMN, 'ask Bo first');
    const undone = ask<WriteReceipt>(host, 'undoChange', change(host));
    expect(undone.kept).toHaveLength(1);
    expect(words(host)[2]).toBe('ask Bo first');
  });

  test('works when the tab has a title above its headings', async () => {
    const host = await openCampaign();
    host.model.insertRows('Contacts', 1, 2);
    putTab(host, 'Contacts', [['Larkhaven Care for All: who we ask']]);
    const before = cellsOf(host, 'Contacts');
    ask(host, 'markNextSteps');
    expect(words(host).slice(0, 4)).toEqual(['', '', 'Next step', 'Follow up']);
    ask(host, 'undoChange', change(host));
    expect(cellsOf(host, 'Contacts')).toEqual(before);
  });
});
