// The selected row in a volunteer's tab, through the built bundle: its contact, whatever was moved there.
import { describe, expect, test } from '@jest/globals';
import type { ContactView, WriteReceipt } from '../../src/commands/answers';
import type { Host } from '../../workbench/host/createHost';
import { ask, book, cellsOf, openCampaign, putTab, recordsOf, refused } from './campaign';

const EVEN = { due: '', cap: 0, moves: [] };
const TAB = '→ Bo';

async function built(): Promise<Host> {
  const host = await openCampaign();
  putTab(host, 'Volunteers', [['Name'], ['Ana'], ['Bo'], ['Chidi']]);
  ask(host, 'buildTabs', EVEN);
  return host;
}

const selected = (host: Host, row: number, tab = TAB) => {
  host.select(tab, row, 1);
  return ask<ContactView>(host, 'getSelectedContact');
};
const column = (host: Host, name: string) => (cellsOf(host, TAB)[0] ?? []).indexOf(name) + 1;

test('there are texts for a call, a text message and social media, also where the row shows no way but mail', async () => {
  const host = await built();
  const labels = selected(host, 6, 'Contacts').texts.map(({ label }) => label);
  expect(labels).toEqual(['For a call', 'For a text message', 'For social media']);
  const withPhone = selected(host, 2, 'Contacts').texts;
  expect(withPhone.map(({ label }) => label)).toEqual([
    'Call them: 555-0101',
    'For a text message',
    'For social media',
  ]);
  for (const { text } of withPhone) expect(text).toContain('Larkhaven Care for All');
});

describe('the selected row of a volunteer’s tab', () => {
  test('is the contact of its Outreach ID, with texts to copy, also under another name of the tab', async () => {
    const host = await built();
    const [first] = recordsOf(host, TAB);
    const view = selected(host, 2);
    expect(view).toMatchObject({ organization: first?.['Organization'], sheet: 'Contacts' });
    expect(view.texts.length).toBeGreaterThan(0);
    host.model.renameTab(TAB, 'My list');
    expect(selected(host, 2, 'My list').contact).toBe(view.contact);
  });

  test('is found by the heading where rows and columns were moved', async () => {
    const host = await built();
    const names = recordsOf(host, TAB).map((row) => String(row['Organization']));
    const rows = cellsOf(host, TAB).map((row) => [...row].slice(0, 4).reverse());
    putTab(host, 'Ours', [['Bo’s list, please leave as it is'], ...rows]);
    expect(names.map((_, index) => index + 3).map((row) => selected(host, row, 'Ours').organization)).toEqual(
      names,
    );
    host.select('Ours', 2, 1);
    expect(refused(host, 'getSelectedContact').code).toBe('no-contact-selected');
  });

  test('a touch that is logged there stands in the log and in the contacts', async () => {
    const host = await built();
    const { contact, organization } = selected(host, 2);
    const touch = { contact, channel: 'phone', outcome: 'no answer', until: '', note: '' };
    expect(ask<WriteReceipt>(host, 'logTouch', touch).kept).toEqual([]);
    expect(recordsOf(host, 'Outreach log')).toMatchObject([{ Organization: organization, Channel: 'phone' }]);
    expect(selected(host, 2).touchCount).toBe(1);
  });

  test('a row without an ID, and one whose contact is gone, are told in words', async () => {
    const host = await built();
    const last = recordsOf(host, TAB).length + 2;
    host.model.typeInto(TAB, last, column(host, 'Organization'), 'A group of our own');
    host.select(TAB, last, 1);
    expect(refused(host, 'getSelectedContact')).toMatchObject({
      code: 'row-without-id',
      message: `Row ${last} of “${TAB}” has no Outreach ID, so it is no contact yet.`,
    });
    const name = selected(host, 2).organization;
    const at = recordsOf(host, 'Contacts').findIndex((row) => row['Organization'] === name) + 2;
    (book(host).getSheetByName('Contacts') as unknown as { deleteRow(row: number): void }).deleteRow(at);
    host.model.flush();
    host.select(TAB, 2, 1);
    expect(refused(host, 'getSelectedContact')).toMatchObject({ code: 'contact-gone' });
    expect(refused(host, 'getSelectedContact').message).toContain('is not in the tab “Contacts” any more');
  });
});
