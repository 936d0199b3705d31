// Making a tab of ours for the first time leaves the person where they are: Google brings each new tab to the front.
import { expect, test } from '@jest/globals';
import type { ContactView } from '../../src/commands/answers';
import type { Host } from '../../workbench/host/createHost';
import { ask, openCampaign } from './campaign';

function select(host: Host, row: number): void {
  const app = host.globals()['SpreadsheetApp'] as unknown as {
    getActiveSpreadsheet(): {
      getSheetByName(name: string): { getRange(a1: string): { activate(): void }; activate(): void };
    };
  };
  const sheet = app.getActiveSpreadsheet().getSheetByName('Contacts');
  sheet.activate();
  sheet.getRange(`A${row}`).activate();
}

test.each([
  ['the first touch', 'logTouch', { channel: 'phone', outcome: 'talked', until: '', note: '' }],
  ['the first ask', 'recordAsk', { kind: 'attend our meeting', channel: 'phone', day: '', note: '' }],
])('%s that is written down leaves the contact in front', async (_, name, request) => {
  const host = await openCampaign();
  ask(host, 'startWith', 'Contacts');
  select(host, 3);
  const { contact } = ask<ContactView>(host, 'getSelectedContact');
  ask(host, name, { contact, ...request });
  expect(ask<ContactView>(host, 'getSelectedContact').organization).toBe('Cedar Hill Congregation');
});
