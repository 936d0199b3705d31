// An edit of the contacts reaches the volunteer's tab at once, however the owner cell names them and whatever their tab is
// called; through the built bundle.
import { describe, expect, test } from '@jest/globals';
import type { Host } from '../../workbench/host/createHost';
import { ask, cellsOf, openCampaign, putTab, recordsOf } from './campaign';

const NOTHING = { conflicts: [], missing: [], twins: [], counts: [] };
const PEOPLE = [
  ['Name', 'E-mail'],
  ['Ana Okafor', 'ana@larkhaven.example.org'],
  ['Bo Lindqvist', 'bo@larkhaven.example.org'],
  ['Bo Petrov', 'bop@larkhaven.example.org'],
  ['Dee', 'dee@larkhaven.example.org'],
];
const line = (name: string, owner: string) =>
  `${name},Clinic,Kim,kim@${name.slice(0, 3).toLowerCase()}.example.org,555-0101,,${owner},Contacted,2026-11-03,2026-11-03,1,,`;

async function built(...owners: string[]): Promise<Host> {
  const names = ['Alder Clinic', 'Birch Bakery', 'Cedar Choir', 'Dogwood Tenants'];
  const host = await openCampaign({ rows: owners.map((owner, at) => line(names[at] ?? '', owner)) });
  putTab(host, 'Volunteers', PEOPLE);
  ask(host, 'startWith', 'Contacts');
  ask(host, 'buildTabs', { due: '', cap: 0, moves: [] });
  return host;
}

const columnAt = (host: Host, tab: string, name: string) =>
  (cellsOf(host, tab)[0] ?? []).findIndex((cell) => String(cell).startsWith(name)) + 1;
const edit = (host: Host, row: number, text: string) => {
  host.edit('Contacts', row, columnAt(host, 'Contacts', 'Notes'), text);
  expect(host.triggerError).toBe('');
  expect(host.lastRun.calls.length).toBeLessThanOrEqual(12);
  expect(host.lastRun.elapsed).toBeLessThanOrEqual(2000);
};
const notes = (host: Host, tab: string) => recordsOf(host, tab).map((row) => row['Notes']);

describe('a note in the contacts', () => {
  test('reaches who is named by the first name alone, or with a letter behind it', async () => {
    const host = await built('Ana', 'Bo P.', 'dee');
    edit(host, 2, 'call after six');
    expect(notes(host, '→ Ana Okafor')).toEqual(['call after six']);
    edit(host, 3, 'closed on Mondays');
    expect(notes(host, '→ Bo Petrov')).toEqual(['closed on Mondays']);
    edit(host, 4, 'ask for Kim');
    expect(notes(host, '→ Dee')).toEqual(['ask for Kim']);
  });

  test('reaches them also where somebody else is named beside them', async () => {
    const host = await built('Ana', 'Dee');
    host.model.typeInto('Contacts', 2, columnAt(host, 'Contacts', 'Known by'), 'Dee');
    edit(host, 2, 'call after six');
    expect(notes(host, '→ Ana Okafor')).toEqual(['call after six']);
  });

  test('reaches both of two, one of whom has another name on the tab', async () => {
    const host = await built('Dee & Ana');
    edit(host, 2, 'call after six');
    expect(notes(host, '→ Ana Okafor')).toEqual(['call after six']);
    expect(notes(host, '→ Dee')).toEqual(['call after six']);
  });

  test('reaches a tab that its volunteer renamed, from the next full run on', async () => {
    const host = await built('Dee', 'Ana Okafor');
    host.model.renameTab('→ Dee', 'My calls');
    ask(host, 'bringHome', NOTHING);
    edit(host, 2, 'call after six');
    expect(notes(host, 'My calls')).toEqual(['call after six']);
    host.model.renameTab('My calls', '→ Dee');
    ask(host, 'bringHome', NOTHING);
    edit(host, 2, 'call after seven');
    expect(notes(host, '→ Dee')).toEqual(['call after seven']);
  });

  test('of a name that two people have reaches neither, and costs no more calls', async () => {
    const host = await built('Bo', 'Bo Petrov', '');
    edit(host, 2, 'call after six');
    expect(notes(host, '→ Bo Petrov')).toEqual(['']);
    edit(host, 4, 'nobody has it');
  });
});
