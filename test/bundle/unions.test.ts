// The union map as people treat the tab: made at the first save, typed and sorted by hand, two leads at once, a tab of the
// group's own of that name, runs that are cut off.
import { describe, expect, test } from '@jest/globals';
import type { ChangesView, ContactView, TodayView, WriteReceipt } from '../../src/commands/answers';
import type { AsksView } from '../../src/commands/askAnswers';
import type { UnionForm, UnionItem, UnionsView } from '../../src/commands/unionAnswers';
import type { Host } from '../../workbench/host/createHost';
import { ask, cellsOf, openCampaign, putTab, recordsOf, refused, resume, ROWS, tabNames } from './campaign';

const TRANSIT = 'Larkhaven Transit Workers Local 880';
const HOME_CARE = 'SEIU Local 503';
const GROCERS = 'UFCW 3000';
const COUNCIL = 'Northwest Oregon Labor Council';
const MORE = [
  ...ROWS,
  `${HOME_CARE},Union,Mona,mona@homecare.example.org,,,Ana,In conversation,2026-10-01,2026-11-05,1,,`,
  `${GROCERS},,Kit,kit@grocers.example.org,,,,Contacted,2026-10-01,2026-11-08,1,,`,
  `${COUNCIL},,Lou,lou@council.example.org,,,,Ready,,,,,`,
];
const open = () => openCampaign({ rows: MORE });

const HEADINGS = [
  ...['Organization', 'International', 'Local', 'Council or federation', 'Workers', 'Members in common'],
  ...['Voted', 'Current campaigns', 'Endorses candidates', 'Stage', 'Statements', 'Statements link', 'Note'],
  'Outreach ID',
];
const FORM: UnionForm = {
  ...{ international: '', local: '', council: '', workers: '', members: '', voted: '', votedOn: '' },
  ...{ campaigns: '', endorses: '', stage: '', statements: '', link: '', note: '' },
};

const view = (host: Host) => ask<UnionsView>(host, 'getUnions');
function union(host: Host, name: string): UnionItem {
  const found = view(host).items.find(({ organization }) => organization === name);
  if (found === undefined) throw new Error(`${name} is no union.`);
  return found;
}
function selected(host: Host, name: string): ContactView {
  const row = recordsOf(host, 'Contacts').findIndex((one) => one['Organization'] === name) + 2;
  host.select('Contacts', row, 1);
  return ask<ContactView>(host, 'getSelectedContact');
}
const keyOf = (host: Host, name: string) => selected(host, name).contact;
const wanted = (host: Host, name: string, more: Partial<UnionForm> = {}) => {
  const { form, contact } = union(host, name);
  return { contact, ...form, ...more, seen: form };
};
const save = (host: Host, name: string, more: Partial<UnionForm> = {}): WriteReceipt =>
  ask<WriteReceipt>(host, 'saveUnion', wanted(host, name, more));
const rows = (host: Host, tab = 'Unions') => recordsOf(host, tab);
const undoNewest = (host: Host): WriteReceipt => {
  const [newest] = ask<ChangesView>(host, 'getChanges').groups.flatMap(({ changes }) => changes);
  return ask<WriteReceipt>(host, 'undoChange', newest?.id);
};

describe('the union map', () => {
  test('before the first save lists the unions of the contacts, by category or by name, and writes nothing', async () => {
    const host = await open();
    const before = JSON.stringify(host.save().workbook);
    const { items, tally, missing, sheet } = view(host);
    expect(items.map(({ organization, row, name }) => [organization, row, name])).toEqual([
      [TRANSIT, 0, ''],
      [HOME_CARE, 0, ''],
      [GROCERS, 0, ''],
      [COUNCIL, 0, ''],
    ]);
    expect(tally).toEqual({ mapped: 0, councils: 0, inConversation: 0, voted: 0, workers: 0, unknown: 0 });
    expect([missing, sheet]).toEqual([4, '']);
    expect(ask<TodayView>(host, 'getToday').unions).toBe('');
    expect(selected(host, HOME_CARE).union).toMatchObject({ row: 0, proposed: { local: '503' } });
    expect(selected(host, 'Amity Street Church').union).toBeNull();
    expect(tabNames(host)).not.toContain('Unions');
    host.select('Contacts', 1, 1);
    expect(JSON.stringify(host.save().workbook)).toBe(before);
  });

  test('gets its tab with all columns at the first save, texts as texts, and a row for this union alone', async () => {
    const host = await open();
    save(host, HOME_CARE, {
      local: '0503',
      stage: '3 Event held',
      workers: '12000',
      link: 'in Ana’s folder',
    });
    expect(cellsOf(host, 'Unions')).toEqual([
      HEADINGS,
      [
        ...[HOME_CARE, '', '0503', '', 12000, '', '', '', '', '3 Event held', '', 'in Ana’s folder', ''],
        keyOf(host, HOME_CARE),
      ],
    ]);
    const { tabs, validations } = host.save().workbook;
    const rules = tabs.find(({ name }) => name === 'Unions')?.rows[5]?.rules ?? [];
    expect(
      rules.flatMap((rule, at) => (rule ? [[HEADINGS[at], validations[rule]?.allowInvalid]] : [])),
    ).toEqual([
      ['Endorses candidates', true],
      ['Stage', true],
    ]);
    const { tally, missing, sheet } = view(host);
    expect([tally.mapped, tally.inConversation, tally.workers, missing, sheet]).toEqual([
      1,
      1,
      12000,
      3,
      'Unions',
    ]);
    expect(union(host, HOME_CARE)).toMatchObject({ word: '3 Event held', link: '', row: 2 });
    expect(ask<TodayView>(host, 'getToday').unions).toBe(
      '1 local mapped, 1 in conversation, 0 voted, 12,000 workers',
    );
    undoNewest(host);
    expect(rows(host)).toEqual([]);
    expect(view(host).tally.mapped).toBe(0);
  });

  test('takes what was typed, sorted, renamed and moved, and writes only the cells that change', async () => {
    const host = await open();
    putTab(host, 'Unions', [
      ['Mapped by', 'Stage', 'Voted', 'Organization', 'Workers', 'Say'],
      ['Bo', 'event', '2026-10-02', GROCERS, '≈12k', 'hi'],
      ['Cy', '2 & 3', 'maybe', HOME_CARE, 'lots', ''],
      ['Cy', '', '', 'Longshore Local 8', '', ''],
    ]);
    expect(view(host).questions.map(({ row, text }) => `${row} ${text}`)).toEqual([
      `3 ${HOME_CARE}: “lots”: Workers is a whole number, or empty where nobody knows.`,
      `3 ${HOME_CARE}: “maybe”: Voted is yes, no, in progress, or the day of the vote.`,
      `3 ${HOME_CARE}: “2 & 3”: Stage is one of the five steps, or empty.`,
      '4 Longshore Local 8: No contact is called so. Write the name as it stands in your contacts, or delete the row.',
    ]);
    expect(view(host).tally).toMatchObject({ mapped: 3, voted: 1, workers: 12000, unknown: 2 });
    expect(union(host, GROCERS)).toMatchObject({
      word: '3 Event held',
      offer: { word: '5 Voted and sent' },
      form: { voted: 'yes', votedOn: '2026-10-02', workers: '12000' },
    });
    save(host, GROCERS, { campaigns: 'Safe staffing' });
    // A day that Sheets made of what was typed stays what it is.
    expect(rows(host)[0]).toEqual({
      ...{ 'Mapped by': 'Bo', Stage: 'event', Organization: GROCERS, Workers: '≈12k', Say: 'hi' },
      'Current campaigns': 'Safe staffing',
      'Outreach ID': keyOf(host, GROCERS),
      Voted: expect.objectContaining({}),
    });
    expect(union(host, GROCERS).form.votedOn).toBe('2026-10-02');
    save(host, HOME_CARE, { stage: '2 Statements sent' });
    expect(rows(host)[1]).toMatchObject({ Stage: '2 Statements sent', Workers: 'lots', Voted: 'maybe' });
    undoNewest(host);
    expect(rows(host)[1]).toMatchObject({ Stage: '2 & 3', 'Mapped by': 'Cy' });
    // The tab is ours under any name from now on.
    host.call('getStart');
    renameTab(host, 'Unions', 'Labor');
    expect(view(host).sheet).toBe('Labor');
  });

  test('finds its row after sorting and deleting, by its Outreach ID', async () => {
    const host = await open();
    for (const name of [HOME_CARE, GROCERS, TRANSIT]) save(host, name, { workers: '10' });
    const [head = [], first = [], second = [], third = []] = cellsOf(host, 'Unions');
    putTab(host, 'Sorted', [head, third, [], second, first]);
    host.model.paste('Unions', 2, 1, [third, head.map(() => ''), second, first] as string[][]);
    save(host, HOME_CARE, { workers: '20' });
    expect(rows(host).map((row) => [row['Organization'], row['Workers']])).toEqual([
      [TRANSIT, 10],
      ['', ''],
      [GROCERS, 10],
      [HOME_CARE, 20],
    ]);
    host.model.paste('Unions', 5, 1, [head.map(() => '')] as string[][]);
    save(host, HOME_CARE, { workers: '30' });
    expect(rows(host).filter((row) => row['Organization'] === HOME_CARE)).toHaveLength(1);
  });

  test('beside a tab “Unions” of the group’s own is called “Union map”, and theirs stays as it is', async () => {
    const host = await open();
    const own = [
      ['Union', 'Phone'],
      ['Larkhaven Bakers', '555-0100'],
    ];
    putTab(host, 'Unions', own);
    expect(view(host)).toMatchObject({ sheet: '', questions: [] });
    save(host, HOME_CARE, { workers: '12000' });
    expect(tabNames(host)).toContain('Union map');
    expect(cellsOf(host, 'Unions')).toEqual(own);
    save(host, GROCERS, { workers: '500' });
    expect(rows(host, 'Union map').map((row) => row['Workers'])).toEqual([12000, 500]);
    expect(view(host)).toMatchObject({ sheet: 'Union map', tally: { mapped: 2 } });
  });

  test('where the contacts themselves stand in a tab “Unions” they stay the contacts', async () => {
    const host = await open();
    renameTab(host, 'Contacts', 'Unions');
    host.model.typeInto('Unions', 1, 7, 'Stage');
    expect(view(host)).toMatchObject({ missing: 4, sheet: '' });
    ask(host, 'saveUnion', { contact: view(host).items[1]?.contact, ...FORM, workers: '12' });
    expect(rows(host, 'Union map')).toEqual([
      expect.objectContaining({ Organization: HOME_CARE, Workers: 12 }),
    ]);
  });

  test('whose headings are gone says so and changes nothing', async () => {
    const host = await open();
    save(host, HOME_CARE, { workers: '12' });
    host.model.typeInto('Unions', 1, 10, 'Where they are');
    const before = cellsOf(host, 'Unions');
    const problem = refused(host, 'saveUnion', { contact: keyOf(host, GROCERS), ...FORM, workers: '5' });
    expect(problem.code).toBe('unions-headings');
    expect(cellsOf(host, 'Unions')).toEqual(before);
  });

  test('refuses what is no number, no day and no step in words', async () => {
    const host = await open();
    const one = { contact: keyOf(host, HOME_CARE), ...FORM };
    for (const more of [{ workers: 'many' }, { members: '1.5' }, { statements: '-2' }])
      expect(refused(host, 'saveUnion', { ...one, ...more }).code).toBe('people-unreadable');
    for (const more of [{ stage: 'halfway' }, { votedOn: 'soon' }])
      expect(refused(host, 'saveUnion', { ...one, ...more }).code).toBe('union-unreadable');
    expect(refused(host, 'saveUnion', { ...one, contact: 'c-none' }).code).toBe('contact-gone');
    expect(tabNames(host)).not.toContain('Unions');
  });

  test('keeps what another lead wrote meanwhile, and says what this one had', async () => {
    const host = await open();
    save(host, HOME_CARE, { workers: '12000', note: 'Mona knows' });
    const mine = wanted(host, HOME_CARE, { workers: '13000', campaigns: 'Home care contract' });
    host.model.typeInto('Unions', 2, 5, '11500');
    const { kept } = ask<WriteReceipt>(host, 'saveUnion', mine);
    expect(kept.map(({ why }) => why)).toEqual([
      'Somebody wrote “11500” there meanwhile, and that stays. You had: “13000”.',
    ]);
    expect(rows(host)[0]).toMatchObject({
      Workers: 11500,
      'Current campaigns': 'Home care contract',
      Note: 'Mona knows',
    });
  });

  test('saved again as it stands writes nothing', async () => {
    const host = await open();
    save(host, HOME_CARE, {
      workers: '12000',
      voted: 'yes',
      votedOn: '2026-11-02',
      stage: '5 Voted and sent',
    });
    expect(rows(host)[0]).toMatchObject({ Voted: '2026-11-02' });
    const before = JSON.stringify(host.save().workbook);
    save(host, HOME_CARE);
    expect(JSON.stringify(host.save().workbook)).toBe(before);
    save(host, HOME_CARE, { voted: 'no' });
    expect(union(host, HOME_CARE).form).toMatchObject({ voted: 'no', votedOn: '2026-11-02' });
  });

  test('cut off while a row is written and saved again holds it once', async () => {
    const host = await open();
    const request = { contact: keyOf(host, HOME_CARE), ...FORM, workers: '12000', stage: '3 Event held' };
    const saved = host.save();
    const trial = resume(saved);
    ask(trial, 'saveUnion', request);
    for (let n = 1; n <= trial.calls.length; n++) {
      const cut = resume(saved);
      cut.killAt(n, 'after');
      try {
        cut.call('saveUnion', request);
      } catch {
        // Cut off, as meant.
      }
      const next = resume(cut.save());
      ask(next, 'saveUnion', request);
      const found = rows(next).filter((row) => row['Organization'] === HOME_CARE);
      expect([n, found.length, found[0]?.['Workers'], found[0]?.['Stage']]).toEqual([
        n,
        1,
        12000,
        '3 Event held',
      ]);
      expect(tabNames(next).filter((name) => name.startsWith('Union'))).toEqual(['Unions']);
    }
  }, 120_000);
});

describe('what is known beside the map', () => {
  test('Workers go before Partnerships, once, and a difference is named', async () => {
    const host = await open();
    const contact = keyOf(host, HOME_CARE);
    const endorsed = { contact, day: '2026-11-02', whoDecided: 'Mona', mayBeNamed: 'yes', people: '11500' };
    ask(host, 'confirmEndorsement', endorsed);
    expect(ask<AsksView>(host, 'getAsks')).toMatchObject({ people: 11500 });
    save(host, HOME_CARE);
    expect(view(host).tally).toMatchObject({ mapped: 1, voted: 1, inConversation: 0, workers: 11500 });
    save(host, HOME_CARE, { workers: '12000' });
    expect(ask<AsksView>(host, 'getAsks')).toMatchObject({ people: 12000, peopleOf: 1 });
    expect(view(host).tally.workers).toBe(12000);
    expect(view(host).questions.map(({ text }) => text)).toEqual([
      `${HOME_CARE}: Workers says 12,000 here, Partnerships 11,500. This one counts. Put one of them right.`,
    ]);
    expect(union(host, HOME_CARE).offer).toEqual({
      word: '5 Voted and sent',
      why: 'They endorsed: is the stage “5 Voted and sent”?',
    });
  });

  test('a council shows its locals, and one union under two names counts once and is named', async () => {
    const host = await openCampaign({
      rows: [...MORE, 'United Food and Commercial Workers Local 3000,Union,,x@grocers.example.org,,,,,,,,,'],
    });
    save(host, COUNCIL);
    save(host, HOME_CARE, { council: 'NW Oregon Labor Council', voted: 'yes' });
    save(host, GROCERS, { council: 'Northwest Oregon Labor Council, AFL-CIO', workers: '100' });
    save(host, 'United Food and Commercial Workers Local 3000', { workers: '900' });
    expect(view(host).tally).toMatchObject({ mapped: 2, councils: 1, voted: 1, workers: 100, unknown: 1 });
    expect(union(host, COUNCIL).facts).toContainEqual({ label: 'Locals', value: '2 locals here, 1 voted' });
    expect(view(host).questions.map(({ text }) => text)).toEqual([
      'United Food and Commercial Workers Local 3000: It is the same union as “UFCW 3000” in row 4, and counts once, by that row. Delete one of them.',
    ]);
  });

  test('a yes to “let us present” offers the next step once its day has passed, and a council has no ladder', async () => {
    const host = await open();
    save(host, HOME_CARE, { stage: '2 Statements sent' });
    save(host, COUNCIL, { voted: 'yes' });
    expect(union(host, HOME_CARE)).toMatchObject({ ask: 'let us present', offer: null });
    expect(union(host, COUNCIL)).toMatchObject({ next: '', ask: '', offer: null });
    const contact = keyOf(host, HOME_CARE);
    ask(host, 'recordAsk', { contact, kind: 'let us present', channel: 'phone', day: '', note: '' });
    const [asked] = selected(host, HOME_CARE).asks.items;
    const said = { answer: 'yes', day: '', waitUntil: '', whoDecided: 'Mona', mayBeNamed: '', note: '' };
    ask(host, 'answerAsk', { contact, ask: asked?.id, ...said });
    expect(union(host, HOME_CARE).offer).toBeNull();
    host.advance(1);
    expect(union(host, HOME_CARE).offer?.word).toBe('3 Event held');
    expect(selected(host, HOME_CARE).union?.offer?.word).toBe('3 Event held');
    save(host, HOME_CARE, { stage: '3 Event held' });
    expect(union(host, HOME_CARE).offer).toBeNull();
  });

  test('Today names locals of which the log holds nothing for 60 days, and only those', async () => {
    const host = await open();
    save(host, HOME_CARE, { stage: '2 Statements sent' });
    save(host, GROCERS, { stage: '3 Event held' });
    const touch = {
      contact: keyOf(host, HOME_CARE),
      channel: 'phone',
      outcome: 'talked',
      until: '',
      note: '',
    };
    ask(host, 'logTouch', touch);
    const still = () =>
      ask<TodayView>(host, 'getToday').needs.filter(({ title }) => title === 'Locals that stand still');
    expect(still()).toEqual([]);
    host.advance(60);
    expect(still().map(({ count, text }) => [count, text])).toEqual([
      [1, `Nothing in the log for 60 days: ${HOME_CARE}`],
    ]);
    save(host, HOME_CARE, { voted: 'yes' });
    expect(still()).toEqual([]);
  });

  test('a contact that is forgotten leaves no note behind', async () => {
    const host = await open();
    save(host, HOME_CARE, { note: 'Mona’s own number is 555-0199', workers: '12' });
    ask(host, 'forgetContact', keyOf(host, HOME_CARE));
    expect(rows(host)[0]).toMatchObject({ Note: '', Workers: 12, Organization: HOME_CARE });
  });
});

function renameTab(host: Host, from: string, to: string): void {
  const app = host.globals()['SpreadsheetApp'] as unknown as {
    getActiveSpreadsheet(): { getSheetByName(name: string): { setName(name: string): void } };
  };
  app.getActiveSpreadsheet().getSheetByName(from).setName(to);
  host.model.flush();
}
