// Setup through the built bundle: which tab, which columns, and what happens when people change them later.
import { describe, expect, test } from '@jest/globals';
import type { FollowUpsView, MapView, Start } from '../../src/commands/answers';
import type { Host } from '../../workbench/host/createHost';
import { ask, cellsOf, openCampaign, putTab, recordsOf, refused, request } from './campaign';

const columnOf = (map: MapView, field: string) =>
  map.columns.find((column) => column.field === field)?.letters;

async function started(): Promise<Host> {
  const host = await openCampaign();
  ask(host, 'startWith', 'Contacts');
  return host;
}

const state = (host: Host) => JSON.stringify(host.save().workbook);

/** What sends and writes say, with the file as it was. */
function stoppedEverywhere(host: Host): string[] {
  const before = state(host);
  const said = [
    refused(host, 'getFollowUps', 'follow-ups').message,
    refused(host, 'sendChunk', [request('x')], 'follow-ups').message,
  ];
  expect(state(host)).toBe(before);
  expect(host.mailbox.messages()).toEqual([]);
  return said;
}

describe('the first opening', () => {
  test('proposes the tab that looks like contacts, and writes nothing', async () => {
    const host = await openCampaign();
    const before = state(host);
    const start = ask<Start>(host, 'getStart');
    expect(start).toMatchObject({
      suggested: 'Contacts',
      suggestedRows: 9,
      started: false,
      sheet: '',
      today: '2026-11-12',
    });
    expect(start.tabs.map((tab) => tab.name)).toEqual(['Contacts']);
    expect(state(host)).toBe(before);
  });

  test('“Start with this tab” is remembered, in the tab and for the next opening', async () => {
    const host = await started();
    expect(ask<Start>(host, 'getStart')).toMatchObject({ started: true, sheet: 'Contacts' });
    expect(columnOf(ask<MapView>(host, 'getMap'), 'email')).toEqual(['D']);
    const [header] = cellsOf(host, 'Contacts');
    expect(header).toHaveLength(13);
  });

  test('a tab that is not there, or has no table, is refused in words', async () => {
    const host = await openCampaign();
    putTab(host, 'Minutes', [['We met.']]);
    expect(refused(host, 'startWith', 'Nowhere').code).toBe('no-such-tab');
    expect(refused(host, 'startWith', 'Minutes').code).toBe('no-table');
  });

  test('a tab of ours is never taken for contacts', async () => {
    const host = await started();
    ask(host, 'openTab', 'Volunteers');
    for (const tab of ['Settings', 'Volunteers', 'Outreach data']) {
      expect(refused(host, 'startWith', tab).message).toContain(tab);
      expect(refused(host, 'getMap', tab).message).toContain(tab);
    }
  });
});

describe('columns that people change after the start', () => {
  test('a column that was moved is followed', async () => {
    const host = await started();
    host.model.moveColumn('Contacts', 4, 1);
    const map = ask<MapView>(host, 'getMap');
    expect(columnOf(map, 'email')).toEqual(['A']);
    expect(columnOf(map, 'organization')).toEqual(['B']);
    expect(map.changed).toEqual([]);
    expect(ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups').ready).toHaveLength(4);
  });

  test('a renamed heading is a question, and nothing is sent or written until it is answered', async () => {
    const host = await started();
    host.model.typeInto('Contacts', 1, 4, 'Ways');
    const [message] = stoppedEverywhere(host);
    expect(message).toContain('Ways');
    expect(ask<MapView>(host, 'getMap').changed).toHaveLength(1);
    ask(host, 'setColumn', 'email', ['D']);
    expect(ask<MapView>(host, 'getMap').changed).toEqual([]);
    expect(ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups').ready).toHaveLength(4);
  });

  test('a column that was pasted over is a question', async () => {
    const host = await started();
    host.paste(
      'Contacts',
      2,
      4,
      Array.from({ length: 9 }, (_, i) => [`2026-10-0${i + 1}`]),
    );
    expect(stoppedEverywhere(host)[0]).toContain('dates');
  });

  test('a deleted column is a question', async () => {
    const host = await started();
    host.model.deleteColumns('Contacts', 4);
    expect(stoppedEverywhere(host)[0]).toContain('gone');
  });

  test('answering for one column leaves the question about another', async () => {
    const host = await started();
    host.model.typeInto('Contacts', 1, 4, 'Ways');
    host.model.typeInto('Contacts', 1, 10, 'When we wrote');
    expect(ask<MapView>(host, 'getMap').changed).toHaveLength(2);
    ask(host, 'setColumn', 'email', ['D']);
    const { changed } = ask<MapView>(host, 'getMap');
    expect(changed).toHaveLength(1);
    expect(changed[0]).toContain('When we wrote');
    ask(host, 'setColumn', 'lastContacted', ['J']);
    expect(ask<MapView>(host, 'getMap').changed).toEqual([]);
  });

  test('“no column means this” is remembered too', async () => {
    const host = await started();
    ask(host, 'setColumn', 'answer', []);
    expect(columnOf(ask<MapView>(host, 'getMap'), 'answer')).toBeUndefined();
    expect(ask<MapView>(host, 'getMap').changed).toEqual([]);
  });

  test('a column that does not exist is refused, and the map stays', async () => {
    const host = await started();
    const before = state(host);
    expect(refused(host, 'setColumn', 'email', ['ZZ']).code).toBe('no-such-column');
    expect(refused(host, 'setColumn', 'email', ['9']).code).toBe('no-such-column');
    expect(state(host)).toBe(before);
  });

  test('a tab with another name is still the one that was chosen', async () => {
    const host = await started();
    host.model.renameTab('Contacts', 'Groups we ask');
    expect(ask<Start>(host, 'getStart')).toMatchObject({ started: true, sheet: 'Groups we ask' });
    expect(ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups').ready).toHaveLength(4);
  });

  test('cells of the hidden tab that a person broke make us ask anew, nothing more', async () => {
    const host = await started();
    const rows = cellsOf(host, 'Outreach data');
    const at = rows.findIndex((row) => row[0] === 'contacts') + 1;
    host.model.typeInto('Outreach data', at, 6, 'oops');
    expect(columnOf(ask<MapView>(host, 'getMap'), 'email')).toEqual(['D']);
    host.model.typeInto('Outreach data', at, 6, '[1,{"field":"email"},null]');
    expect(columnOf(ask<MapView>(host, 'getMap'), 'email')).toEqual(['D']);
    expect(recordsOf(host, 'Contacts')).toHaveLength(9);
  });
});
