// “Let them pick” through the built bundle: what is free, and the picks are what Build writes.
import { describe, expect, test } from '@jest/globals';
import type { AssignView, WriteReceipt } from '../../src/commands/answers';
import type { DraftView } from '../../src/commands/shareAnswers';
import type { Host } from '../../workbench/host/createHost';
import { pick, picksOf, startDraft, turnOf } from '../../src/people/draft';
import { ask, cellsOf, openCampaign, putTab, recordsOf, tabNames } from './campaign';

const EVEN = { due: '', cap: 0, moves: [] as { contact: string; to: string }[] };
const VOLUNTEERS = [
  ['Name', 'E-mail', 'Categories', 'Most open assignments', 'Away until'],
  ['Ana', '', '', '', ''],
  ['Bo', '', '', 3, ''],
  ['Chidi', '', '', '', ''],
  ['Elif', '', '', '', '2026-11-30'],
];

async function campaign(): Promise<Host> {
  const host = await openCampaign();
  putTab(host, 'Volunteers', VOLUNTEERS);
  for (const row of [2, 3]) host.model.typeInto('Contacts', row, 7, 'Ana');
  host.model.typeInto('Contacts', 9, 6, 'Dee');
  return host;
}
const draftOf = (host: Host, moves = EVEN.moves, search = '') =>
  ask<DraftView>(host, 'getDraft', { ...EVEN, moves }, search);

describe('letting volunteers pick', () => {
  test('shows what nobody has, with kind and who knows them, and writes nothing', async () => {
    const host = await campaign();
    const before = [tabNames(host), cellsOf(host, 'Contacts')];
    const view = draftOf(host);
    expect(view.pickers).toEqual([
      { name: 'Ana', open: 2, room: null },
      { name: 'Bo', open: 0, room: 3 },
      { name: 'Chidi', open: 0, room: null },
    ]);
    expect(view).toMatchObject({ found: 7, all: 7, lost: [] });
    expect(view.free.find(({ organization }) => organization.startsWith('Harbor'))).toMatchObject({
      line: 'Nurses',
      knownBy: 'Known by Dee',
      notFor: [],
    });
    expect([tabNames(host), cellsOf(host, 'Contacts')]).toEqual(before);
  });

  test('offers nobody who bowed out, though their status has no word for it', async () => {
    const host = await campaign();
    const free = () => draftOf(host).free.map(({ organization }) => organization);
    const [first] = draftOf(host).free;
    ask<WriteReceipt>(host, 'bowOut', { contact: first?.contact, words: 'Too much to do' });
    expect(free()).not.toContain(first?.organization);
    expect(draftOf(host).all).toBe(6);
    ask<WriteReceipt>(host, 'comeBack', first?.contact);
    expect(free()).toContain(first?.organization);
  });

  test('the search looks in names, kinds and who knows them', async () => {
    const host = await campaign();
    const found = (search: string) => draftOf(host, [], search).free.map(({ organization }) => organization);
    expect(found('union')).toEqual(['Larkhaven Transit Workers Local 880']);
    expect(found('dee')).toEqual(['Harbor Nurses Association']);
    expect(found('zzz')).toEqual([]);
    expect(draftOf(host, [], 'union')).toMatchObject({ found: 1, all: 7 });
  });

  test('what was picked in turns is what Build writes, and the rest is shared out', async () => {
    const host = await campaign();
    let draft = startDraft(draftOf(host).pickers);
    const picked: string[] = [];
    for (let n = 0; n < 5; n++) {
      const one = draftOf(host, picksOf(draft)).free[0]!;
      picked.push(`${turnOf(draft) ?? ''}: ${one.organization}`);
      draft = pick(draft, one.contact, one.organization);
    }
    expect(picked.map((text) => text.split(':')[0])).toEqual(['Bo', 'Chidi', 'Ana', 'Ana', 'Chidi']);
    const options = { ...EVEN, moves: picksOf(draft) };
    const preview = ask<AssignView>(host, 'getAssignments', options);
    expect(preview.gives.filter(({ why }) => why === 'Chosen by hand')).toHaveLength(5);
    ask<WriteReceipt>(host, 'buildTabs', options);
    const owners = recordsOf(host, 'Contacts').map(
      (row) => `${String(row['Owner'])}: ${String(row['Organization'])}`,
    );
    expect(owners).toEqual(expect.arrayContaining(picked));
  });

  test('a pick that somebody gave away in the sheet meanwhile is lost, also where its row got an id since', async () => {
    const host = await campaign();
    const [first, second] = draftOf(host).free;
    const moves = [first!, second!].map(({ contact }) => ({ contact, to: 'Chidi' }));
    host.select('Contacts', 4, 1);
    host.model.typeInto('Contacts', 4, 7, 'Bo');
    ask(host, 'noteTieAsked', ask<DraftView>(host, 'getDraft', EVEN, 'harbor').free[0]!.contact);
    expect(recordsOf(host, 'Contacts')[2]?.['Outreach ID']).not.toBe('');
    const view = draftOf(host, moves);
    expect(view.lost).toEqual([first!.contact]);
    expect(view.pickers.find(({ name }) => name === 'Chidi')?.open).toBe(1);
  });
});
