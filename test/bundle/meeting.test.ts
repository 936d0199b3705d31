// A brainstorm meeting through the built bundle: the shortlist is made once, hints come while people type, “Look again”
// writes nothing that is theirs, and whatever happens in the tab meanwhile is kept.
import { describe, expect, test } from '@jest/globals';
import type { MapView, Start } from '../../src/commands/answers';
import type { CloseView } from '../../src/commands/closeAnswers';
import type { LookAgainView, MeetingView } from '../../src/commands/meetingAnswers';
import type { Host } from '../../workbench/host/createHost';
import type { Model } from '../../workbench/host/sheets/workbook';
import { ask, cellsOf, openCampaign, putTab, refused, resume, tabNames } from './campaign';

interface App {
  getActiveSpreadsheet(): {
    getSheetByName(name: string): { copyTo(file: unknown): { setName(name: string): void } } | null;
  };
}

const TAB = 'Shortlist Nov 19';
const PEOPLE = [['Name'], ['Ana'], ['Bo'], ['Chidi']];

async function started(): Promise<Host> {
  const host = await openCampaign();
  putTab(host, 'Volunteers', PEOPLE);
  ask(host, 'startWith', 'Contacts');
  return host;
}

async function meeting(): Promise<Host> {
  const host = await started();
  ask(host, 'startMeeting', '2026-11-19');
  return host;
}

const column = (host: Host, heading: string, tab = TAB): number =>
  (cellsOf(host, tab)[0] ?? []).indexOf(heading) + 1;

/** Somebody types into a row of the shortlist; no trigger runs. */
function type(host: Host, row: number, cells: Readonly<Record<string, string>>, tab = TAB): void {
  for (const [heading, text] of Object.entries(cells))
    host.model.typeInto(tab, row, column(host, heading, tab), text);
}

const shows = (host: Host, row: number, heading: string, tab = TAB): string =>
  host.model.display(tab, row, column(host, heading, tab));

/** Every text that people typed in a tab, in any order: what no run may take away. */
function texts(model: Model, tab: string): string[] {
  const found = model.committed().tabs.find((one) => one.name === tab);
  return (found?.rows ?? [])
    .flatMap(({ values }) => values)
    .flatMap((value) => (typeof value === 'string' ? [value] : []))
    .sort();
}

describe('starting a meeting', () => {
  test('makes one tab with headings, dropdowns, large type and hidden columns, and shows it', async () => {
    const host = await started();
    const view = ask<MeetingView>(host, 'startMeeting', '2026-11-19');
    expect(view.shortlist).toEqual({
      sheet: TAB,
      dayText: 'Nov 19',
      closed: false,
      names: 0,
      remarks: [],
    });
    expect(cellsOf(host, TAB)[0]).toEqual([
      'Organization',
      'Category',
      'Town',
      'Who knows someone there',
      'Best way to reach them',
      'Idea by',
      'Who takes it',
      'Notes',
      'Hint',
      'Place in contacts',
      'Place of same name',
      'Outreach ID',
    ]);
    const tab = host.model.tab(TAB);
    expect(tab?.frozenRows).toBe(1);
    expect(tab?.hiddenColumns).toEqual([10, 11, 12]);
    expect(host.model.dropdown(TAB, 2, 7)).toEqual(['Ana', 'Bo', 'Chidi']);
    expect(host.model.dropdown(TAB, 400, 4)).toEqual(['Ana', 'Bo', 'Chidi']);
    expect(host.model.dropdown(TAB, 2, 2)).toEqual(
      expect.arrayContaining(['Union', 'Faith group', 'Nurses', 'Worker center', 'Young workers']),
    );
    const looks = host.model.committed().looks;
    const look = (row: number, at: number) => looks[tab?.rows[row - 1]?.looks?.[at - 1] ?? 0];
    expect(look(1, 1)).toMatchObject({ size: 14, background: '#1f2937', color: '#ffffff', bold: true });
    expect(look(150, 1)).toMatchObject({ size: 22, wrap: 'WRAP' });
  });

  test('a category has the word that the group uses for it', async () => {
    const host = await meeting();
    const words = host.model.dropdown(TAB, 2, 2) ?? [];
    expect(words).toContain('Nurses');
    expect(words).not.toContain('Nurses and other health workers');
  });

  test('the same day opens the tab that is there, also under another name; another day makes another', async () => {
    const host = await meeting();
    type(host, 2, { Organization: 'Tern Island Clinic' });
    host.model.renameTab(TAB, 'Brainstorm');
    const again = ask<MeetingView>(host, 'startMeeting', '2026-11-19');
    expect(again.shortlist).toMatchObject({ sheet: 'Brainstorm', names: 1 });
    ask(host, 'startMeeting', '2026-12-03');
    expect(tabNames(host).filter((name) => /Shortlist|Brainstorm/.test(name))).toEqual([
      'Brainstorm',
      'Shortlist Dec 3',
    ]);
    expect(ask<{ tabs: { name: string }[] }>(host, 'getStart').tabs.map(({ name }) => name)).toEqual([
      'Contacts',
    ]);
  });

  test('a tab of the group’s own of that name is left alone', async () => {
    const host = await started();
    putTab(host, TAB, [['Our old list'], ['Kettle Lane Bakery']]);
    expect(ask<MeetingView>(host, 'startMeeting', '2026-11-19').shortlist?.sheet).toBe(`${TAB} (2)`);
    expect(cellsOf(host, TAB)).toEqual([['Our old list'], ['Kettle Lane Bakery']]);
  });

  test('needs a day, and without a meeting there is nothing to look at again', async () => {
    const host = await started();
    expect(refused(host, 'startMeeting', 'soon').code).toBe('no-day');
    expect(refused(host, 'lookAgain').code).toBe('no-meeting');
    expect(ask<MeetingView>(host, 'getMeeting')).toMatchObject({ shortlist: null, nextDay: '2026-11-19' });
    expect(tabNames(host)).not.toContain(TAB);
  });

  test('cut off at any call and started again it is one finished tab', async () => {
    const whole = await started();
    ask(whole, 'startMeeting', '2026-11-19');
    const calls = whole.lastRun.calls.length;
    const saved = (await started()).save();
    for (let n = 2; n <= calls; n += 2) {
      const host = resume(saved);
      host.killAt(n, 'after', (['none', 'half', 'all'] as const)[n % 3]);
      try {
        host.call('startMeeting', '2026-11-19');
      } catch {
        // The sidebar hears nothing of a run that was cut off.
      }
      const again = resume(host.save());
      ask(again, 'startMeeting', '2026-11-19');
      expect(tabNames(again).filter((name) => name.startsWith('Shortlist'))).toEqual([TAB]);
      expect(cellsOf(again, TAB)[0]).toEqual(cellsOf(whole, TAB)[0]);
      type(again, 2, { Organization: 'paper lantern books' });
      type(again, 201, { Organization: 'Paper  Lantern Books' });
      expect(shows(again, 2, 'Hint')).toBe('Already in contacts, last touch Nov 2. Also in row 201.');
      expect(shows(again, 201, 'Hint')).toBe('Already in contacts, last touch Nov 2. Also in row 2.');
      expect(again.model.dropdown(TAB, 2, 7)).toEqual(['Ana', 'Bo', 'Chidi']);
    }
  }, 120_000);
});

describe('a meeting', () => {
  test('shows which kinds of groups are there, which stand on the shortlist, and what to ask the room', async () => {
    const host = await meeting();
    type(host, 2, {
      Organization: 'Tern Island Youth Council',
      Category: 'Young workers',
      'Who takes it': 'Ana',
    });
    type(host, 3, {
      Organization: 'Amity street church',
      Category: 'Faith group',
      'Who takes it': 'Bo & Chidi',
    });
    type(host, 4, { Organization: 'Dockside Chess', Category: 'Hobby' });
    const view = ask<MeetingView>(host, 'getMeeting');
    const count = (name: string) => view.categories.find(({ category }) => category === name);
    expect(view.categories).toHaveLength(11);
    expect(count('Faith group')).toEqual({ category: 'Faith group', inContacts: 3, shortlisted: 0 });
    expect(count('Nurses and other health workers')).toMatchObject({ inContacts: 2 });
    expect(count('Young workers')).toMatchObject({ inContacts: 0, shortlisted: 1 });
    expect(count('Physicians')).toMatchObject({ inContacts: 0, shortlisted: 0 });
    expect(view.otherNames).toBe(1);
    expect(view.prompts.map(({ category }) => category)).toContain('Physicians');
    expect(view.shortlist?.names).toBe(3);
    expect(view.noTaker).toEqual([{ organization: 'Dockside Chess', row: 4 }]);
    expect(view.twoTakers).toEqual([{ organization: 'Amity street church', row: 3, takers: 'Bo, Chidi' }]);
  });

  test('the tab in front counts, else the newest that is not closed', async () => {
    const host = await meeting();
    ask(host, 'startMeeting', '2026-12-03');
    expect(ask<MeetingView>(host, 'getMeeting').shortlist?.dayText).toBe('Dec 3');
    host.select(TAB, 2, 1);
    expect(ask<MeetingView>(host, 'getMeeting').shortlist?.dayText).toBe('Nov 19');
    host.select('Contacts', 2, 1);
    expect(ask<MeetingView>(host, 'getMeeting').shortlist?.dayText).toBe('Dec 3');
  });

  test('says what to do where its headings are gone', async () => {
    const host = await meeting();
    host.model.typeInto(TAB, 1, 1, 'Colour');
    expect(refused(host, 'getMeeting').code).toBe('shortlist-headings');
  });

  test('rows that somebody sorted above the headings are named, in the panel and where it is closed', async () => {
    const host = await meeting();
    type(host, 2, { Organization: 'Amity Street Choir', 'Who takes it': 'Ana' });
    type(host, 3, { Organization: 'Tern Island Clinic' });
    host.model.moveRows(TAB, 2, 1, 1);
    expect(cellsOf(host, TAB)[1]?.[0]).toBe('Organization');
    const said = `Row 1 of “${TAB}” stands above the headings, so it does not count. Drag the row of the headings to the top.`;
    expect(ask<MeetingView>(host, 'getMeeting').shortlist).toMatchObject({ names: 1, remarks: [said] });
    const view = ask<CloseView>(host, 'getClose', {
      tab: 0,
      due: '2026-12-03',
      same: [],
      takers: [],
      seen: [],
    });
    expect(view.remarks).toContain(said);
  });

  test('links to searches come from Settings, and what is blank there is named', async () => {
    const host = await meeting();
    expect(ask<MeetingView>(host, 'getMeeting').search).toEqual({
      links: [],
      missing: [
        { name: 'issue', label: 'Issue' },
        { name: 'senator', label: 'Senator' },
        { name: 'state', label: 'State' },
      ],
    });
    ask(host, 'saveSetting', 'issue', 'Care & "cure"');
    ask(host, 'saveSetting', 'senator', 'Senator Ortiz');
    ask(host, 'saveSetting', 'state', 'Larkhaven');
    const { links, missing } = ask<MeetingView>(host, 'getMeeting').search;
    expect(missing).toEqual([]);
    expect(links.map(({ label }) => label)).toContain('Letters to Senator Ortiz');
    for (const { url } of links) expect(url).toMatch(/^https:\/\/www\.google\.com\/search\?q=[\w%.~-]+$/);
  });
});

describe('“Look again”', () => {
  test('names who is likely a contact or stands here in other words, and writes no id', async () => {
    const host = await meeting();
    type(host, 2, { Organization: 'Transit Workers of Larkhaven, Local 880', 'Who takes it': 'Ana' });
    type(host, 3, { Organization: 'Dockside Cooks Local 62' });
    type(host, 4, { Organization: 'Dockside Cooks Loc. 62' });
    type(host, 5, { Organization: 'A new one', 'Best way to reach them': 'write to pia@harbor.example.org' });
    const before = texts(host.model, TAB);
    const found = ask<LookAgainView>(host, 'lookAgain');
    expect(found.message).toBe('Looked at 4 names.');
    expect(found.likely.map(({ row, of, where }) => [row, of, where])).toEqual([
      [2, 'Larkhaven Transit Workers Local 880', 'your contacts, row 4'],
      [4, 'Dockside Cooks Local 62', 'row 3 of this list'],
      [5, 'Harbor Nurses Association', 'your contacts, row 9'],
    ]);
    expect(texts(host.model, TAB)).toEqual(before);
    expect(column(host, 'Outreach ID', 'Contacts')).toBe(0);
  });

  test('adds hints to rows that were inserted or stand further down, and leaves a note in the column alone', async () => {
    const host = await meeting();
    type(host, 2, { Organization: 'Paper Lantern Books' });
    host.model.insertRows(TAB, 2, 2);
    type(host, 2, { Organization: 'Cedar Hill Congregation' });
    type(host, 3, { Organization: 'Kettle Lane Bakery', Hint: 'ask Dee first' });
    type(host, 230, { Organization: 'paper lantern books' });
    expect(shows(host, 4, 'Hint')).toBe('Already in contacts, last touch Nov 2. Also in row 230.');
    expect(shows(host, 2, 'Hint')).toBe('');
    expect(ask<LookAgainView>(host, 'lookAgain').message).toMatch(
      /^Looked at 4 names and added hints to \d+ rows?\.$/,
    );
    expect(shows(host, 2, 'Hint')).toBe('Already in contacts, last touch Nov 4.');
    expect(shows(host, 3, 'Hint')).toBe('ask Dee first');
    expect(shows(host, 230, 'Hint')).toBe('Already in contacts, last touch Nov 2. Also in row 4.');
    expect(ask<LookAgainView>(host, 'lookAgain').message).toBe('Looked at 4 names.');
  });

  test('says so where the column of hints was moved away, and still compares', async () => {
    const host = await meeting();
    type(host, 2, { Organization: 'Paper Lantern Books Inc' });
    host.model.moveColumn(TAB, 9, 2);
    const found = ask<LookAgainView>(host, 'lookAgain');
    expect(found.message).toContain('was moved or deleted');
    expect(found.likely).toHaveLength(1);
  });
});

describe('twenty people at once', () => {
  test('the trigger of anybody’s edit writes nothing in a shortlist, also under another name', async () => {
    const host = await meeting();
    const edit = (tab: string) => {
      const version = () => JSON.stringify(host.model.tab(tab));
      host.model.typeInto(tab, 2, 1, 'Paper Lantern Books');
      host.model.typeInto(tab, 2, 7, 'Ana');
      const before = version();
      for (const at of [1, 7]) {
        host.edit(tab, 2, at, at === 1 ? 'Paper Lantern Books' : 'Ana');
        expect(host.triggerError).toBe('');
      }
      expect(version()).toBe(before);
    };
    ask(host, 'buildTabs', { due: '', cap: 0, moves: [] });
    edit(TAB);
    host.model.renameTab(TAB, 'Brainstorm');
    edit('Brainstorm');
    expect(host.lastRun.calls.length).toBeLessThanOrEqual(1);
  });

  /** What somebody does in the shortlist while a run is going on; gives what they typed. */
  const DEEDS: Readonly<Record<string, (model: Model) => string[]>> = {
    'types a name': (model) => (model.typeInto(TAB, 6, 1, 'Just typed'), ['Just typed']),
    'types a note': (model) => (model.typeInto(TAB, 2, 8, 'By phone only'), ['By phone only']),
    'types below row 200': (model) => (model.typeInto(TAB, 260, 1, 'Far down'), ['Far down']),
    'inserts a row': (model) => (
      model.insertRows(TAB, 2, 1),
      model.typeInto(TAB, 2, 1, 'On top'),
      ['On top']
    ),
    'deletes a row': (model) => (model.deleteRows(TAB, 5, 1), []),
    'sorts the tab': (model) => (model.sortTab(TAB, [{ column: 1, ascending: false }]), []),
    'inserts a column': (model) => {
      model.insertColumns(TAB, 9, 1);
      for (const [row, text] of [
        [1, 'Pets'],
        [2, 'one dog'],
        [231, 'two cats'],
      ] as const)
        model.typeInto(TAB, row, 9, text);
      return ['Pets', 'one dog', 'two cats'];
    },
    'moves a column': (model) => (model.moveColumn(TAB, 8, 2), []),
    'renames the tab': (model) => (model.renameTab(TAB, 'Brainstorm'), []),
  };

  const given = async (): Promise<Host> => {
    const host = await meeting();
    type(host, 2, { Organization: 'Paper Lantern Books', Notes: 'open till six', 'Who takes it': 'Ana' });
    type(host, 3, { Organization: 'Kettle Lane Bakery', Notes: 'not a formula' });
    host.model.insertRows(TAB, 3, 1);
    type(host, 3, { Organization: 'Dockside Cooks Local 62', Town: 'Larkhaven' });
    type(host, 230, { Organization: 'Far away', Notes: 'by ferry' });
    return host;
  };

  test('nothing that people typed is lost, whatever somebody does at whichever call', async () => {
    const deeds = Object.entries(DEEDS);
    const saved = (await given()).save();
    for (const [name, ...args] of [['startMeeting', '2026-11-19'], ['lookAgain']] as const) {
      const calm = resume(saved);
      ask(calm, name, ...args);
      for (let n = 1; n <= 2 * calm.lastRun.calls.length; n++) {
        const [what, deed] = deeds[(n * 7) % deeds.length]!;
        const host = resume(saved);
        let typed: string[] = [];
        let before: string[] = [];
        host.editAt(Math.ceil(n / 2), (model) => {
          typed = deed(model);
          before = texts(model, model.tab(TAB) === null ? 'Brainstorm' : TAB);
        });
        const answer = host.call(name, ...args) as { ok: boolean };
        const tab = tabNames(host).find((one) => /^(Shortlist|Brainstorm)/.test(one)) ?? '';
        const after = texts(host.model, tab);
        const lost = before.filter((text) => !after.includes(text));
        expect({ name, n, what, lost }).toEqual({ name, n, what, lost: [] });
        expect(after.filter((text) => text === 'Far away')).toHaveLength(1);
        expect(after).toEqual(expect.arrayContaining(typed));
        expect(answer.ok).toBe(true);
      }
    }
  }, 120_000);
});

describe('a shortlist that somebody copied by hand', () => {
  const COPY = `Copy of ${TAB}`;

  async function copied(name = COPY): Promise<Host> {
    const host = await openCampaign();
    putTab(host, 'Volunteers', PEOPLE);
    ask(host, 'startMeeting', '2026-11-19');
    type(host, 2, { Organization: 'Kettle Lane Bakery', 'Who takes it': 'Ana' });
    copyTab(host, name);
    type(host, 3, { Organization: 'Dove House' }, name);
    return host;
  }

  const copyTab = (host: Host, name: string) => {
    const file = (host.globals()['SpreadsheetApp'] as unknown as App).getActiveSpreadsheet();
    file.getSheetByName(TAB)?.copyTo(file).setName(name);
    host.model.flush();
  };

  test('is never taken for contacts, whatever it is called', async () => {
    for (const name of [COPY, 'Ideas of the evening']) {
      const host = await copied(name);
      host.select(name, 1, 1);
      const start = ask<Start>(host, 'getStart');
      expect(start.suggested).toBe('Contacts');
      expect(start.tabs.filter(({ looksLikeContacts }) => looksLikeContacts).map((tab) => tab.name)).toEqual([
        'Contacts',
      ]);
      expect(refused(host, 'startWith', name)).toMatchObject({
        code: 'no-table',
        message: `The tab “${name}” is a copy of one that the add-on made, so it is not read as contacts.`,
      });
      expect(ask<MapView>(host, 'startWith', 'Contacts').sheet).toBe('Contacts');
    }
  });

  test('counts in no meeting, and closing says so', async () => {
    const host = await copied();
    ask(host, 'startWith', 'Contacts');
    host.select(COPY, 1, 1);
    const START = { tab: 0, due: '2026-12-03', same: [], takers: [], seen: [] };
    const view = ask<CloseView>(host, 'getClose', START);
    expect(view).toMatchObject({ name: TAB, added: 1 });
    expect(view.remarks).toEqual([
      `“${COPY}” is a copy: nothing in it counts. Move what was typed there into “${TAB}”, or delete it.`,
    ]);
    // Hints are formulas and live on in a copy; what people typed stands left of them.
    const typed = () => cellsOf(host, COPY).map((row) => row.slice(0, 8));
    const copy = typed();
    ask(host, 'closeMeeting', { ...START, seen: view.seen });
    expect(typed()).toEqual(copy);
    expect(cellsOf(host, 'Contacts').flat()).not.toContain('Dove House');
  });

  test('is named in the panel as long as it stands, so that nobody goes on typing there', async () => {
    const host = await copied();
    ask(host, 'startWith', 'Contacts');
    host.select(COPY, 1, 1);
    const said = [
      `“${COPY}” is a copy: nothing in it counts. Move what was typed there into “${TAB}”, or delete it.`,
    ];
    expect(ask<MeetingView>(host, 'getMeeting').shortlist).toMatchObject({
      sheet: TAB,
      names: 1,
      remarks: said,
    });
    expect(ask<LookAgainView>(host, 'lookAgain').meeting.shortlist?.remarks).toEqual(said);
    host.model.deleteTab(COPY);
    expect(ask<MeetingView>(host, 'getMeeting').shortlist?.remarks).toEqual([]);
  });

  test('takes the place of the first one when that is deleted and the copy gets its name', async () => {
    const host = await copied();
    ask(host, 'startWith', 'Contacts');
    host.model.deleteTab(TAB);
    host.model.renameTab(COPY, TAB);
    expect(ask<MeetingView>(host, 'startMeeting', '2026-11-19').shortlist).toMatchObject({ names: 2 });
    expect(tabNames(host).filter((name) => name.includes('Shortlist'))).toEqual([TAB]);
  });
});
