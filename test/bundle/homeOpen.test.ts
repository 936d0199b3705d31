// Questions that the last run left open stand in Today until somebody answers them; and a run without volunteers' tabs
// adds nothing to anybody's sheet.
import { describe, expect, test } from '@jest/globals';
import type { Need, TodayView } from '../../src/commands/answers';
import type { HomeAnswers, HomeView } from '../../src/commands/homeAnswers';
import type { Host } from '../../workbench/host/createHost';
import { ask, cellsOf, openCampaign, putTab, recordsOf } from './campaign';

const NONE: HomeAnswers = { conflicts: [], missing: [], twins: [], counts: [] };
const BO = '→ Bo';
const PEOPLE = [
  ['Name', 'E-mail', 'Categories'],
  ['Ana', 'ana@larkhaven.example.org', 'Union'],
  ['Bo', 'bo@larkhaven.example.org', 'Faith group'],
  ['Chidi', 'chidi@larkhaven.example.org', ''],
];

async function built(): Promise<Host> {
  const host = await openCampaign();
  putTab(host, 'Volunteers', PEOPLE);
  ask(host, 'startWith', 'Contacts');
  ask(host, 'buildTabs', { due: '', cap: 0, moves: [] });
  return host;
}

const home = (host: Host, answers: Partial<HomeAnswers> = {}) =>
  ask<HomeView>(host, 'bringHome', { ...NONE, ...answers });
const columnAt = (host: Host, tab: string, name: string) =>
  (cellsOf(host, tab)[0] ?? []).findIndex((cell) => String(cell).startsWith(name)) + 1;
const nameIn = (host: Host, at: number) => String(recordsOf(host, BO)[at]?.['Organization']);
const put = (host: Host, tab: string, organization: string, column: string, text: string) => {
  const at = recordsOf(host, tab).findIndex((one) => one['Organization'] === organization) + 2;
  host.model.typeInto(tab, at, columnAt(host, tab, column), text);
};
const need = (host: Host): Need | undefined =>
  ask<TodayView>(host, 'getToday').needs.find(({ title }) => title === 'Questions about assignments');
const everything = (host: Host) =>
  host.save().workbook.tabs.map(({ name }) => [name, cellsOf(host, name)] as const);

describe('what the last run asked', () => {
  test('stands in Today with the way to the panel, and goes once it is answered', async () => {
    const host = await built();
    home(host);
    expect(need(host)).toBeUndefined();
    const [one, two, three] = [nameIn(host, 0), nameIn(host, 1), nameIn(host, 2)];
    put(host, BO, one, 'Known by', 'Ana');
    put(host, 'Contacts', one, 'Known by', 'Chidi');
    put(host, BO, two, 'What happened', 'rang twice');
    const gone = recordsOf(host, BO).findIndex((row) => row['Organization'] === three) + 2;
    host.model.deleteRows(BO, gone, 1);
    expect(need(host)).toBeUndefined();
    const view = home(host);
    expect(need(host)).toEqual({
      count: 3,
      title: 'Questions about assignments',
      text: '1 changed by two people, 1 missing in a tab, 1 with a choice that is unclear',
      action: 'Answer',
      to: { panel: 'home', mode: 'follow-ups', list: null },
      rows: [],
    });

    const before = everything(host);
    home(host);
    expect(everything(host)).toEqual(before);
    put(host, BO, two, 'What happened', '');
    home(host, {
      conflicts: view.conflicts.map((conflict) => ({ ...conflict, keep: 'tab' })),
      missing: view.missing.map(({ tabId, contacts }) => ({
        tabId,
        ids: contacts.map(({ id }) => id),
        handBack: false,
      })),
    });
    expect(need(host)).toBeUndefined();
  });
});

test('without a volunteer’s tab nothing is added to the contacts, and it says what comes first', async () => {
  const host = await openCampaign();
  ask(host, 'startWith', 'Contacts');
  const before = everything(host);
  expect(home(host).message).toBe('No volunteer has a tab yet: build them under Assign');
  expect(everything(host)).toEqual(before);
});
