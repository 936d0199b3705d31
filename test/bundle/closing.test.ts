// Closing a meeting through the built bundle: names become contacts, claims become assignments, what is likely the same
// is decided by a person, twice is once, and one undo takes everything back.
import { describe, expect, test } from '@jest/globals';
import type { ChangesView, WriteReceipt } from '../../src/commands/answers';
import type { CloseAnswers, CloseView } from '../../src/commands/closeAnswers';
import type { Host } from '../../workbench/host/createHost';
import { showMessage } from '../../workbench/host/mail/show';
import {
  ask,
  cellsOf,
  openCampaign,
  putTab,
  recordsOf,
  refused,
  resume,
  tabNames,
  type Options,
} from './campaign';

const HEADER =
  'Organization,Category,Town,Contact,E-mail,Phone,Known by,Owner,Task,Due,Status,Last contacted,Notes';
const ROWS = [
  'Amity Street Church,Faith group,Larkhaven,Ruth,ruth@amity.example.org,,Bo,,,,Contacted,2026-11-03,Likes letters',
  'Larkhaven Transit Workers Local 880,Union,Larkhaven,Gus,,555-0103,,Chidi,,,Contacted,2026-11-01,Meets on Mondays',
  'Paper Lantern Books,,,Ines,,,,,,,Ready,,Closed on Sundays',
];
const VOLUNTEERS = [
  ['Name', 'E-mail', 'Belongs to'],
  ['Ana Ruiz', 'ana@larkhaven.example.org', ''],
  ['Bo', 'bo@larkhaven.example.org', ''],
  ['Chidi', '', 'SEIU Local 503'],
];
const TAB = 'Shortlist Nov 12';
const HEADINGS = [
  'Organization',
  'Category',
  'Town',
  'Who knows someone there',
  'Best way to reach them',
  'Idea by',
  'Who takes it',
  'Notes',
];
const LIST = [
  ['Kettle Lane Youth Council', 'Young workers', 'Larkhaven', '', '', 'Ana', 'Ana', 'They meet on Fridays'],
  ['amity street church', 'Faith group', '', 'Chidi', 'office@amity.example.org', 'Bo', 'Bo', 'Ask for Ruth'],
  ['Larkhaven Transit Workers Local 880', 'Union', 'Larkhaven', '', '', '', 'Ana', ''],
  ['Northgate Apprentices', '', '', '', '555-0140, or their web form', '', '', ''],
  ['SEIU Local 503', 'Union', 'Larkhaven', '', 'steward@seiu.example.org', '', 'Bo and Ana', ''],
];
const START: CloseAnswers = { tab: 0, due: '', same: [], takers: [], seen: [] };

const day = (value: unknown) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value));
const contacts = (host: Host) =>
  recordsOf(host, 'Contacts').map((row): Record<string, unknown> => ({ ...row, Due: day(row['Due']) }));
const contact = (host: Host, name: string) => contacts(host).find((row) => row['Organization'] === name);
const preview = (host: Host, answers: Partial<CloseAnswers> = {}) =>
  ask<CloseView>(host, 'getClose', { ...START, ...answers });
/** As the sidebar does it: looks first, then closes what was shown. */
const close = (host: Host, answers: Partial<CloseAnswers> = {}) => {
  const { seen, tab } = preview(host, answers);
  return ask<WriteReceipt>(host, 'closeMeeting', { ...START, tab, seen, ...answers });
};

function type(host: Host, row: number, cells: readonly string[]): void {
  cells.forEach((text, index) => {
    const column = (cellsOf(host, TAB)[0] ?? []).indexOf(HEADINGS[index]) + 1;
    if (text !== '') host.model.typeInto(TAB, row, column, text);
  });
}

async function meeting(list = LIST, options: Options = {}): Promise<Host> {
  const host = await openCampaign({ header: HEADER, rows: ROWS, ...options });
  putTab(host, 'Volunteers', VOLUNTEERS);
  ask(host, 'startWith', 'Contacts');
  ask(host, 'startMeeting', '2026-11-12');
  list.forEach((cells, index) => {
    type(host, index + 2, cells);
  });
  return host;
}

/** Everything that people can see, but our own ids. */
const everything = (host: Host) =>
  Object.fromEntries(
    tabNames(host)
      .filter((name) => name !== 'Outreach data')
      .map((name) => [name, cellsOf(host, name)]),
  );

describe('the preview', () => {
  test('says what would happen, and writes nothing', async () => {
    const host = await meeting();
    const before = everything(host);
    const view = preview(host);
    expect(view).toMatchObject({
      name: TAB,
      closed: false,
      due: '2026-11-19',
      dueProblem: '',
      added: 3,
      known: 2,
      given: 3,
      tabs: 2,
      questions: [],
      came: 0,
    });
    expect(view.remarks).toEqual([
      'Amity Street Church: E-mail stays “ruth@amity.example.org”; “office@amity.example.org” goes into the notes.',
      'Larkhaven Transit Workers Local 880 is Chidi’s already, so Ana Ruiz did not get it. Selected contact hands it over: “Give it to somebody else”.',
    ]);
    expect(view.recap).toMatchObject({
      title: 'Who does what by Nov 19 (Larkhaven Care for All)',
      nobody: ['Northgate Apprentices'],
      noWay: ['Kettle Lane Youth Council'],
      withAddress: 2,
      mailed: 0,
    });
    expect(view.recap.who.map(({ name, what }) => `${name}: ${what}`)).toEqual([
      'Ana Ruiz: Reach out to 1, research 1',
      'Bo: Reach out to 2',
      'Chidi: Follow up with 1',
    ]);
    expect(everything(host)).toEqual(before);
  });
});

describe('closing', () => {
  test('names become contacts, claims become assignments, and the contacts learn without losing a word', async () => {
    const host = await meeting();
    const done = close(host);
    expect(done).toMatchObject({
      message: 'Closed the meeting of Nov 12, added 3 contacts, gave 3 tasks and brought 2 tabs up to date',
      kept: [],
      undoable: true,
    });
    expect(contacts(host)).toHaveLength(6);
    expect(contact(host, 'Kettle Lane Youth Council')).toMatchObject({
      Category: 'Young workers',
      Town: 'Larkhaven',
      Owner: 'Ana Ruiz',
      Task: 'Research',
      Due: '2026-11-19',
      Notes: 'They meet on Fridays\nIdea by Ana',
    });
    expect(contact(host, 'SEIU Local 503')).toMatchObject({
      Owner: 'Bo, Ana Ruiz',
      Task: 'Reach out',
      'E-mail': 'steward@seiu.example.org',
    });
    expect(contact(host, 'Northgate Apprentices')).toMatchObject({ Owner: '', Task: '', Phone: '555-0140' });
    expect(contact(host, 'Amity Street Church')).toMatchObject({
      'E-mail': 'ruth@amity.example.org',
      'Known by': 'Bo, Chidi',
      Owner: 'Bo',
      Task: 'Reach out',
      Notes: 'Likes letters\nAsk for Ruth\nIdea by Bo\nE-mail: office@amity.example.org',
    });
    expect(contact(host, 'Larkhaven Transit Workers Local 880')).toMatchObject({ Owner: 'Chidi' });
    expect(recordsOf(host, '→ Ana Ruiz').map((row) => row['Organization'])).toEqual([
      'Kettle Lane Youth Council',
      'SEIU Local 503',
    ]);
    expect(
      recordsOf(host, TAB)
        .slice(0, LIST.length)
        .map((row) => row['Outreach ID']),
    ).toEqual(
      LIST.map(
        ([name]) =>
          contacts(host).find((row) => String(row['Organization']).toLowerCase() === name?.toLowerCase())?.[
            'Outreach ID'
          ],
      ),
    );
    expect(preview(host)).toMatchObject({ closed: true, added: 0, given: 0, questions: [] });
  });

  test('twice changes nothing; a row added since is the only new one', async () => {
    const host = await meeting();
    close(host);
    const before = everything(host);
    expect(close(host)).toMatchObject({
      written: 0,
      change: '',
      message: 'The meeting is closed already. Nothing was changed',
    });
    expect(everything(host)).toEqual(before);
    type(host, 7, ['Willow Street Mosque', '', '', '', '', '', 'Chidi', '']);
    expect(close(host)).toMatchObject({
      message: 'Closed the meeting of Nov 12, added 1 contact, gave 1 task and brought 1 tab up to date',
    });
    expect(contacts(host)).toHaveLength(7);
  });

  test('one undo takes all of it back', async () => {
    const host = await meeting();
    const before = everything(host);
    const done = close(host, { due: '2026-12-03' });
    expect(contact(host, 'Kettle Lane Youth Council')?.['Due']).toBe('2026-12-03');
    const undone = ask<WriteReceipt>(host, 'undoChange', done.change);
    expect(undone.kept).toEqual([]);
    const { Contacts: after = [], ...others } = everything(host);
    const { Contacts: was = [], ...othersBefore } = before;
    const filled = (rows: unknown[][]) =>
      rows
        .map((row) => row.slice(0, HEADER.split(',').length))
        .filter((row) => row.some((cell) => cell !== ''));
    expect(filled(after)).toEqual(filled(was));
    delete others['Outreach log'];
    expect(others).toEqual(othersBefore);
    expect(preview(host)).toMatchObject({ closed: false, added: 3 });
    expect(ask<ChangesView>(host, 'getChanges').groups[0]?.changes[0]).toMatchObject({ state: 'undone' });
    close(host);
    expect(contacts(host).filter((row) => row['Organization'] !== '')).toHaveLength(6);
  });

  test('one undo also takes rows back that came into standing tabs, where nobody wrote since', async () => {
    const host = await meeting();
    close(host);
    type(host, 7, ['Willow Street Mosque', '', '', '', '', '', 'Bo', '']);
    type(host, 8, ['Dove House', '', '', '', '', '', 'Bo', '']);
    const again = close(host);
    const names = () => recordsOf(host, '→ Bo').map((row) => row['Organization']);
    expect(names()).toHaveLength(4);
    const at = names().indexOf('Dove House') + 2;
    host.model.typeInto('→ Bo', at, (cellsOf(host, '→ Bo')[0] ?? []).indexOf('Notes') + 1, 'Called them');
    const { kept } = ask<WriteReceipt>(host, 'undoChange', again.change);
    expect(kept.map(({ why }) => why)).toEqual(['1 row in “→ Bo” stays: somebody wrote there.']);
    expect(names().filter((name) => name !== '')).toEqual([
      'Amity Street Church',
      'SEIU Local 503',
      'Dove House',
    ]);
  });

  test('a contact that it added and somebody wrote in since stays whole, with its id and its row in the tab', async () => {
    const host = await meeting();
    close(host);
    type(host, 7, ['Willow Street Mosque', '', '', '', '', '', 'Bo', '']);
    type(host, 8, ['Dove House', '', '', '', '', '', 'Bo', 'Quiet people']);
    const again = close(host);
    const row = contacts(host).findIndex((one) => one['Organization'] === 'Dove House') + 2;
    host.model.typeInto('Contacts', row, HEADER.split(',').indexOf('Phone') + 1, '555-0188');
    const undone = ask<WriteReceipt>(host, 'undoChange', again.change);
    expect(undone).toMatchObject({
      message: 'Undone, but not all of it',
      kept: [{ cell: '', why: '“Dove House” stays in “Contacts” as it is: somebody wrote in its row.' }],
    });
    expect(contact(host, 'Dove House')).toMatchObject({
      Owner: 'Bo',
      Due: '2026-11-19',
      Phone: '555-0188',
      Notes: 'Quiet people',
    });
    expect(contact(host, 'Willow Street Mosque')).toBeUndefined();
    expect(recordsOf(host, '→ Bo').map((one) => one['Organization'])).toContain('Dove House');
    const list = recordsOf(host, TAB);
    const idOf = (name: string) => list.find((one) => one['Organization'] === name)?.['Outreach ID'];
    expect(idOf('Dove House')).toBe(contact(host, 'Dove House')?.['Outreach ID']);
    expect(idOf('Willow Street Mosque')).toBe('');
    close(host);
    expect(contacts(host).filter((one) => one['Organization'] === 'Dove House')).toHaveLength(1);
  });

  test('a contact that stays keeps the tab and the name of whoever has it', async () => {
    const host = await meeting([
      ['Dove House', '', '', '', '', '', 'Elif', ''],
      ['Salt House', '', '', '', '', '', 'Ana', ''],
    ]);
    const done = close(host, { takers: [{ name: 'Elif', to: 'Elif' }] });
    const row = contacts(host).findIndex((one) => one['Organization'] === 'Dove House') + 2;
    host.model.typeInto('Contacts', row, HEADER.split(',').indexOf('Phone') + 1, '555-0188');
    const { kept } = ask<WriteReceipt>(host, 'undoChange', done.change);
    expect(kept.map(({ why }) => why)).toEqual([
      '“Dove House” stays in “Contacts” as it is: somebody wrote in its row.',
      'The tab “→ Elif” stays: a contact in it does.',
    ]);
    expect(tabNames(host).filter((name) => name.startsWith('→'))).toEqual(['→ Elif']);
    expect(recordsOf(host, 'Volunteers').map((one) => one['Name'])).toContain('Elif');
    expect(contact(host, 'Salt House')).toBeUndefined();
  });

  test('undo takes added contacts back whole after columns were renamed and moved and rows sorted', async () => {
    const host = await meeting();
    const { change } = close(host);
    const headings = HEADER.split(',');
    host.model.typeInto('Contacts', 1, headings.indexOf('Notes') + 1, 'What we heard');
    host.model.typeInto('Contacts', 1, headings.indexOf('Organization') + 1, 'Group');
    host.model.sortTab('Contacts', [{ column: 1, ascending: false }], 2);
    const id = host.model.tab('Contacts')?.id ?? 0;
    host.model.moveColumn(id, headings.indexOf('Owner') + 1, 1);
    const undone = ask<WriteReceipt>(host, 'undoChange', change);
    const left = recordsOf(host, 'Contacts').filter((row) => Object.values(row).some((cell) => cell !== ''));
    expect(left.map((row) => row['Group']).sort()).toEqual(ROWS.map((row) => row.split(',')[0] ?? '').sort());
    // What a contact learned stands under a heading that is another now.
    expect(undone.kept.map(({ why }) => why)).toEqual([
      'The heading “Notes” is not above this column any more.',
    ]);
  });

  test('a contact that somebody deletes after the preview waits, and is not added unseen', async () => {
    const host = await meeting();
    const { seen, tab } = preview(host);
    host.model.deleteRows('Contacts', 2);
    const done = ask<WriteReceipt>(host, 'closeMeeting', { ...START, tab, seen });
    expect(done.message).toContain('1 row came or changed meanwhile: look again');
    expect(done.kept).toEqual([
      {
        cell: '',
        why: '“amity street church” is not in the contacts any more, so it waits: look again. It would be added anew.',
      },
    ]);
    expect(contact(host, 'amity street church')).toBeUndefined();
    expect(contact(host, 'Kettle Lane Youth Council')).toBeDefined();
    const next = preview(host);
    expect(next).toMatchObject({ closed: false, added: 1 });
    ask(host, 'closeMeeting', { ...START, tab, seen: next.seen });
    expect(contact(host, 'amity street church')).toMatchObject({ Owner: 'Bo' });
    expect(preview(host)).toMatchObject({ closed: true });
  });

  test('due dates that move with the next meeting move in the tabs of those too who got nothing in it', async () => {
    const host = await meeting();
    close(host);
    const dues = (tab: string) => [...new Set(recordsOf(host, tab).map((row) => day(row['Due'])))];
    expect(dues('→ Ana Ruiz')).toEqual(['2026-11-19']);
    ask(host, 'startMeeting', '2026-11-19');
    const second = 'Shortlist Nov 19';
    const column = (name: string) => (cellsOf(host, second)[0] ?? []).indexOf(name) + 1;
    host.model.typeInto(second, 2, column('Organization'), 'Dove House');
    host.model.typeInto(second, 2, column('Who takes it'), 'Bo');
    const before = tabNames(host);
    const done = close(host, { due: '2026-12-03' });
    expect(done.message).toContain('brought 2 tabs up to date');
    expect(dues('→ Ana Ruiz')).toEqual(['2026-12-03']);
    expect(dues('→ Bo')).toEqual(['2026-12-03']);
    expect(tabNames(host)).toEqual(before);
  });

  test('a shortlist that is protected against whoever closes is said, and nothing is written', async () => {
    const saved = (await meeting()).save();
    const protection = { id: 1, area: null, open: [], editors: [], warningOnly: false, description: '' };
    const tabs = saved.workbook.tabs.map((tab) =>
      tab.name === TAB ? { ...tab, protections: [{ ...protection, tab: tab.id }] } : tab,
    );
    const host = resume(
      { ...saved, workbook: { ...saved.workbook, tabs } },
      { user: { email: 'bo@larkhaven.example.org' } },
    );
    const before = contacts(host).map((row) => ({ ...row, 'Outreach ID': '' }));
    const { seen, tab } = preview(host);
    expect(refused(host, 'closeMeeting', { ...START, tab, seen })).toEqual({
      code: 'shortlist-protected',
      message: `“${TAB}” takes no Outreach IDs: it is protected. The meeting is not closed.`,
      todo: 'Ask whoever protected it to close the meeting, or to let you edit the tab.',
      place: { sheet: TAB },
    });
    expect(contacts(host).map((row) => ({ ...row, 'Outreach ID': '' }))).toEqual(before);
    expect(preview(host)).toMatchObject({ closed: false, added: 3 });
    const changes = ask<ChangesView>(host, 'getChanges').groups.flatMap((group) => group.changes);
    expect(changes.filter(({ what }) => what.startsWith('Closed'))).toEqual([]);
  });

  test('a day that is missing or past must be given', async () => {
    const host = await meeting(LIST, {
      settings: [
        ['Campaign', 'Care'],
        ['Next meeting', '2026-11-05'],
      ],
    });
    expect(preview(host).dueProblem).toBe('Nov 5 is past: choose the day of the next meeting.');
    expect(refused(host, 'closeMeeting', { ...START, seen: preview(host).seen })).toMatchObject({
      code: 'no-next-meeting',
    });
    close(host, { due: '2026-12-03' });
    expect(day(recordsOf(host, 'Settings')[1]?.['Value'])).toBe('2026-12-03');
  });

  test('rows typed after the preview are said and wait', async () => {
    const host = await meeting();
    const { seen } = preview(host);
    type(host, 7, ['Willow Street Mosque']);
    type(host, 5, ['', '', '', '', '', '', 'Chidi']);
    const done = ask<WriteReceipt>(host, 'closeMeeting', { ...START, seen });
    expect(done.message).toContain('2 rows came or changed meanwhile');
    expect(contact(host, 'Willow Street Mosque')).toBeUndefined();
    expect(contact(host, 'Northgate Apprentices')).toBeUndefined();
    expect(preview(host)).toMatchObject({ closed: false, added: 2, given: 1 });
    close(host);
    expect(contact(host, 'Northgate Apprentices')).toMatchObject({ Owner: 'Chidi' });
  });
});

describe('what a person decides', () => {
  const LIKELY = [
    ['Amity St. Church', '', '', 'Ana', '', '', 'Ana', ''],
    ['Paper Lantern Books', '', 'Northgate', '', '', '', 'Zed', ''],
    ['Paper Lantern Books', '', 'Larkhaven', '', '', '', '', ''],
  ];

  test('likely duplicates and names that fit nobody are asked, and wait until they are answered', async () => {
    const host = await meeting(LIKELY);
    const view = preview(host);
    expect(view.questions.map(({ kind, question }) => [kind, question])).toEqual([
      ['same', 'Is “Amity St. Church” one of these?'],
      ['same', 'Is “Paper Lantern Books” one of these?'],
      ['same', 'Is “Paper Lantern Books” one of these?'],
    ]);
    const done = close(host);
    expect(done.message).toContain('wait');
    expect(contacts(host)).toHaveLength(3);

    const same = view.questions.map(({ key, options }, index) => ({
      group: key,
      of: index === 0 ? (options[0]?.key ?? '') : '',
    }));
    const next = preview(host, { same });
    expect(next.questions).toEqual([
      expect.objectContaining({ kind: 'taker', key: 'Zed', question: 'Who is “Zed”?' }),
    ]);
    const takers = [{ name: 'Zed', to: 'Zed' }];
    expect(preview(host, { same, takers })).toMatchObject({ added: 2, known: 1, given: 2, questions: [] });
    const closed = close(host, { same, takers });
    expect(closed.kept).toEqual([]);
    expect(contact(host, 'Amity Street Church')).toMatchObject({ Owner: 'Ana Ruiz', 'Known by': 'Bo, Ana' });
    expect(contacts(host)).toHaveLength(5);
    expect(recordsOf(host, 'Volunteers').map((row) => row['Name'])).toContain('Zed');
    expect(tabNames(host)).toContain('→ Zed');
    ask(host, 'undoChange', closed.change);
    expect(recordsOf(host, 'Volunteers').map((row) => row['Name'])).not.toContain('Zed');
  });
});

describe('the mail', () => {
  test('goes to those with an address, each once, and counts', async () => {
    const host = await meeting();
    close(host);
    const { tab } = preview(host);
    expect(ask<WriteReceipt>(host, 'mailRecap', { ...START, tab }).message).toBe('Mailed to 2 of 2.');
    const sent = () => host.mailbox.messages().filter(({ labels }) => labels.includes('SENT'));
    expect(sent()).toHaveLength(2);
    const { subject, text } = await showMessage(host.mailbox, sent()[0]?.id ?? '');
    expect(subject).toBe('Who does what by Nov 19 (Larkhaven Care for All)');
    expect(text).toContain('Hello Ana Ruiz,');
    expect(text).toContain('- SEIU Local 503: reach out. Ask Chidi first, who may know someone there.');
    expect(ask<WriteReceipt>(host, 'mailRecap', { ...START, tab }).message).toBe(
      'Everybody with an address has it already.',
    );
    type(host, 7, ['Willow Street Mosque', '', '', '', '', '', 'Bo', '']);
    close(host);
    ask<WriteReceipt>(host, 'mailRecap', { ...START, tab });
    expect(sent()).toHaveLength(2);
    expect(preview(host).recap).toMatchObject({ withAddress: 2, mailed: 2, toMail: 0, unsure: [] });
  });
});

test('a run that was cut off at any call is gone on with: no contact twice, and one undo for all', async () => {
  const host = await meeting();
  const saved = host.save();
  const answers = { ...START, seen: preview(host).seen };
  const first = resume(saved);
  const before = first.calls.length;
  ask(first, 'closeMeeting', answers);
  const calls = first.calls.length - before;
  const whole = (one: Host) => ({
    contacts: contacts(one).map((row) => ({ ...row, 'Outreach ID': '' })),
    bo: recordsOf(one, '→ Bo').map((row) => row['Organization']),
  });
  const wanted = whole(first);
  for (let at = 1; at <= calls; at += 17) {
    const one = resume(saved);
    one.killAt(at, at % 2 === 0 ? 'before' : 'after');
    try {
      one.call('closeMeeting', answers);
    } catch {
      // cut off
    }
    const next = resume(one.save());
    close(next);
    expect({ at, ...whole(next) }).toEqual({ at, ...wanted });
    const changes = ask<ChangesView>(next, 'getChanges').groups.flatMap((group) => group.changes);
    expect(changes.filter(({ what }) => what.startsWith('Closed')).length).toBe(1);
  }
}, 120_000);
