// What a person does in the page, as the server of the workbench takes it: cells, tabs, days, permissions, calls of the
// sidebar, files in and out.
import { describe, expect, test } from '@jest/globals';
import { readXlsx, writeXlsx } from 'hucre';
import { openSession, type Session, type SessionOptions } from '../../../workbench/server/session';
import type { Happening } from '../../../workbench/server/wire';

const CODE = `
function onOpen() {
  SpreadsheetApp.getUi().createMenu('Outreach').addItem('Open the sidebar', 'openSidebar').addSeparator()
    .addItem('Go to D5', 'goToCell').addToUi();
}
function openSidebar() {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('sidebar').setTitle('Coalition Outreach'));
}
function onEdit(event) { event.range.offset(0, 1).setValue('typed: ' + event.value); }
function goToCell() { SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Contacts').getRange('D5').activate(); }
function say(text) { SpreadsheetApp.getActiveSpreadsheet().toast(text, 'Note'); return { heard: text }; }
function today() { return Utilities.formatDate(new Date(), 'America/Los_Angeles', 'yyyy-MM-dd'); }
function mail() { return Session.getActiveUser().getEmail(); }
function remind() {
  const timer = ScriptApp.newTrigger('ring').timeBased().onWeekDay(ScriptApp.WeekDay.MONDAY).atHour(8);
  timer.inTimezone('America/Los_Angeles').create();
}
function ring() {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Contacts');
  sheet.getRange('A200').setValue(Session.getEffectiveUser().getEmail());
}
function fails() { throw new Error('it broke'); }
`;

const ADDON: SessionOptions = {
  pace: [0, 1],
  addon: {
    code: CODE,
    pages: { sidebar: '<!doctype html><html><head></head><body>Hello</body></html>' },
    manifest: {
      oauthScopes: [
        'spreadsheets.currentonly',
        'script.container.ui',
        'userinfo.email',
        'gmail.send',
        'script.scriptapp',
      ].map((name) => `https://www.googleapis.com/auth/${name}`),
    },
  },
};

const open = (options: SessionOptions = {}): Session => openSession({ ...ADDON, ...options });
const tabOf = (session: Session, name = 'Contacts') => session.frame().tabs.find((tab) => tab.name === name)!;
const shown = (session: Session, row: number, column: number, name = 'Contacts') =>
  session.host().model.display(name, row, column);

describe('the workbench in the middle of a person’s work', () => {
  test('it opens on the sample with the menu of the add-on and its sidebar', () => {
    const frame = open().frame();
    expect(frame.title).toBe('Larkhaven outreach');
    expect(frame.today).toBe('Thu, Nov 12, 2026');
    expect(frame.menus.map(({ title }) => title)).toEqual(['Outreach']);
    expect(frame.sidebar?.title).toBe('Coalition Outreach');
    expect(frame.permissions).toEqual({
      sheet: true,
      send: true,
      replies: false,
      address: true,
      reminder: false,
    });
    expect(frame.mail.length).toBeGreaterThan(50);
  });

  test('a timer runs when the days go by, as whoever made it, also while somebody else is signed in', async () => {
    const session = open();
    await session.act('permission', { name: 'reminder', allowed: true });
    expect(await session.act('run', { name: 'remind', args: [] })).toMatchObject({ ok: true });
    const maker = session.frame().signedIn;
    const other = session.frame().people.find(({ email }) => email !== maker)?.email ?? '';
    await session.act('signIn', { email: other });
    await session.act('advance', { days: 1 });
    expect(shown(session, 200, 1)).toBe('');
    await session.act('advance', { days: 7 });
    expect(shown(session, 200, 1)).toBe(maker);
  });

  test('what is typed is read as Sheets reads it, the trigger follows, and Undo takes both back', async () => {
    const session = open();
    const tab = tabOf(session).id;
    const before = shown(session, 6, 9);
    await session.act('edit', { tab, row: 6, column: 8, text: '11/5/2026' });
    expect(shown(session, 6, 8)).toBe('Nov 5, 2026');
    expect(shown(session, 6, 9)).toContain('typed');
    expect(session.frame().canUndo).toBe(true);
    await session.act('undo', {});
    expect([shown(session, 6, 8), shown(session, 6, 9)]).toEqual(['', before]);
  });

  test('Undo leaves everything where the add-on wrote since', async () => {
    const session = open();
    const tab = tabOf(session).id;
    await session.act('edit', { tab, row: 6, column: 13, text: 'Port Alder' });
    session.host().model.typeInto('Contacts', 7, 13, 'Eastbank');
    expect(session.frame().canUndo).toBe(false);
    expect((await session.act('undo', {})).told).toContain('Nothing was undone');
    expect(shown(session, 6, 13)).toBe('Port Alder');
  });

  test('a refused entry is told and the cell stays', async () => {
    const session = open();
    const tab = tabOf(session).id;
    const { told } = await session.act('edit', { tab, row: 4, column: 7, text: 'Nonsense' });
    expect(told).not.toBe('');
    expect(shown(session, 4, 7)).toBe('Endorsed');
  });

  test('rows, columns and tabs come and go, and sorting keeps the headings', async () => {
    const session = open();
    const { id: tab, rows } = tabOf(session);
    await session.act('sort', { tab, column: 1, descending: false });
    expect(shown(session, 3, 1)).toBe('Organization');
    const first = shown(session, 4, 1);
    await session.act('insert', { tab, what: 'row', before: 4, count: 2 });
    expect(tabOf(session).rows).toBe(rows + 2);
    expect(shown(session, 6, 1)).toBe(first);
    await session.act('remove', { tab, what: 'column', at: 1, count: 1 });
    expect(shown(session, 3, 1)).toBe('Kind');
    await session.act('addTab', {});
    expect(session.frame().tabs.map(({ name }) => name)).toContain('Sheet5');
    expect((await session.act('renameTab', { tab, name: 'settings' })).told).not.toBe('');
    await session.act('deleteTab', { tab });
    expect(session.frame().tabs.map(({ name }) => name)).not.toContain('Contacts');
  });

  test('calls of the sidebar are answered, fail as on the platform, and toasts come through', async () => {
    const session = open();
    const heard: Happening[] = [];
    session.onHappening((happening) => heard.push(happening));
    expect(await session.act('run', { name: 'say', args: ['hi'] })).toEqual({
      ok: true,
      value: { heard: 'hi' },
    });
    expect(heard).toContainEqual({ toast: { title: 'Note', text: 'hi' } });
    expect(await session.act('run', { name: 'fails', args: [] })).toEqual({
      ok: false,
      message: 'Error: it broke',
    });
    const unknown = await session.act('run', { name: 'nothing', args: [] });
    expect(unknown.ok).toBe(false);
  });

  test('the selection follows where the add-on goes, and the person keeps her own', async () => {
    const session = open();
    const tab = tabOf(session).id;
    const { moved } = session.frame();
    await session.act('select', { tab, row: 9, column: 2, rows: 1, columns: 1 });
    expect(session.frame().moved).toBe(moved);
    await session.act('menu', { functionName: 'goToCell' });
    expect(session.frame().moved).toBe(moved + 1);
    expect(session.frame().selection).toMatchObject({ tab, row: 5, column: 4 });
  });

  test('two windows at one file: each has its sidebar, its selection and its messages, both see the cells', async () => {
    const session = open();
    const tab = tabOf(session).id;
    const heard: Record<string, Happening[]> = { hers: [], his: [] };
    const close = session.onHappening((happening) => heard['hers']!.push(happening), 'hers');
    session.onHappening((happening) => heard['his']!.push(happening), 'his');
    const [hers, his] = [session.frame('hers'), session.frame('his')];
    expect(hers.sidebar!.path).not.toBe(his.sidebar!.path);
    for (const { sidebar } of [hers, his]) expect(session.document(sidebar!.path)).toContain('Hello');

    await session.act('close', { what: 'sidebar' }, 'hers');
    expect(session.frame('hers').sidebar).toBeNull();
    expect(session.frame('his').sidebar).toEqual(his.sidebar);
    await session.act('select', { tab, row: 9, column: 2, rows: 1, columns: 1 }, 'his');
    await session.act('menu', { functionName: 'goToCell' }, 'hers');
    expect(session.frame('hers').selection).toMatchObject({ row: 5, column: 4 });
    expect(session.frame('his')).toMatchObject({ moved: his.moved, selection: { row: 9, column: 2 } });
    await session.act('run', { name: 'say', args: ['hi'] }, 'his');
    const toasts = (window: string) => heard[window]!.filter((happening) => 'toast' in happening).length;
    expect([toasts('hers'), toasts('his')]).toEqual([0, 1]);

    const shifts = () => heard['his']!.filter((happening) => 'shift' in happening);
    await session.act('insert', { tab, what: 'row', before: 7, count: 2 }, 'hers');
    expect(shifts()).toEqual([{ shift: { tab, what: 'row', at: 7, by: 2 } }]);
    expect(session.frame('his')).toMatchObject({ moved: his.moved, selection: { row: 11, column: 2 } });
    expect(session.frame('hers').selection).toMatchObject({ row: 5 });
    await session.act('remove', { tab, what: 'row', at: 7, count: 2 }, 'hers');
    expect(session.frame('his').selection).toMatchObject({ row: 9, column: 2 });

    await session.act('edit', { tab, row: 6, column: 13, text: 'Port Alder' }, 'his');
    expect(session.frame('hers').version).toBe(session.frame('his').version);
    const told = heard['hers']!.length;
    close();
    await session.act('edit', { tab, row: 6, column: 13, text: 'Eastbank' }, 'his');
    expect(heard['hers']).toHaveLength(told);
    await session.act('permission', { name: 'address', allowed: false });
    expect(await session.act('run', { name: 'mail', args: [] }, 'his')).toEqual({ ok: true, value: '' });
  });

  test('the day moves, and with it the clock of the add-on and the formulas', async () => {
    const session = open();
    expect(shown(session, 4, 10)).toBe('21');
    await session.act('advance', { days: 7 });
    expect(session.frame().today).toBe('Thu, Nov 19, 2026');
    expect(shown(session, 4, 10)).toBe('28');
    expect(await session.act('run', { name: 'today', args: [] })).toEqual({ ok: true, value: '2026-11-19' });
  });

  test('a permission that is taken away is gone for the add-on too', async () => {
    const session = open();
    const address = () => session.act('run', { name: 'mail', args: [] });
    expect(await address()).toEqual({ ok: true, value: 'ana@larkhaven.example.org' });
    await session.act('permission', { name: 'address', allowed: false });
    expect(await address()).not.toEqual({ ok: true, value: 'ana@larkhaven.example.org' });
    expect(session.frame().permissions.address).toBe(false);
  });

  test('a closed sidebar stays closed until it is opened again, at a new address', async () => {
    const session = open();
    const path = session.frame().sidebar!.path;
    expect(session.document(path)).toContain('Hello');
    await session.act('close', { what: 'sidebar' });
    await session.act('advance', { days: 1 });
    expect(session.frame().sidebar).toBeNull();
    expect(session.document(path)).toBeNull();
    await session.act('menu', { functionName: 'openSidebar' });
    expect(session.frame().sidebar!.path).not.toBe(path);
  });

  const answerTo = async (session: Session, id: string, text: string, newMail = false) => {
    const { writers } = (await session.act('message', { id }))!;
    return session.act('answer', { id, text, from: writers[0]!.address, newMail });
  };

  test('what comes back stands beside the message, with a word for what it is', async () => {
    const session = open();
    const open4 = session.frame().mail.filter(({ state }) => state === 'open');
    const [first, second, third, fourth] = open4;
    await answerTo(session, first!.id, 'Yes.\n\nSure.');
    await session.act('comeBack', { id: second!.id, kind: 'bounced' });
    await session.act('comeBack', { id: third!.id, kind: 'away' });
    await session.act('comeBack', { id: fourth!.id, kind: 'late' });
    const states = new Map(session.frame().mail.map(({ id, state }) => [id, state]));
    expect([first, second, third, fourth].map((line) => states.get(line!.id))).toEqual([
      'answered',
      'bounced',
      'away',
      'late',
    ]);
    const opened = await session.act('message', { id: first!.id });
    expect(opened?.back.map(({ text, kind }) => [text, kind])).toEqual([['Yes.\n\nSure.', 'answered']]);
    const late = await session.act('message', { id: fourth!.id });
    expect(late?.back[0]?.text).toContain('Gmail will retry');
    expect(opened?.text).toContain('Medicare for All');
    expect(await session.act('message', { id: 'no such' })).toBeNull();
  });

  test('an automatic reply does not hide the answer that follows it', async () => {
    const session = open();
    const { id } = session.frame().mail.find(({ state }) => state === 'open')!;
    const stateNow = () => session.frame().mail.find((line) => line.id === id)!.state;
    await session.act('comeBack', { id, kind: 'away' });
    await answerTo(session, id, 'Back again: yes');
    expect(stateNow()).toBe('answered');
  });

  test('a new mail by the same person is a line of its own, which cannot be answered', async () => {
    const session = open();
    const { id } = session.frame().mail.find(({ state }) => state === 'open')!;
    const { writers } = (await session.act('message', { id }))!;
    expect(writers.map(({ what }) => what)).toEqual([
      'as it was sent',
      'another address of theirs',
      'in a new mail',
    ]);
    await session.act('answer', { id, text: 'About your mail', from: writers[1]!.address, newMail: true });
    const [top] = session.frame().mail;
    expect(top).toMatchObject({ organization: writers[1]!.address, state: 'arrived' });
    expect(session.frame().mail.find((line) => line.id === id)!.state).toBe('open');
    expect(await session.act('message', { id: top!.id })).toMatchObject({
      text: 'About your mail',
      state: 'arrived',
      writers: [],
    });
  });

  test('another lead can be signed in: her own mailbox and permissions, the same sheet, also after a restart', async () => {
    const session = open();
    const tab = tabOf(session).id;
    const [ana, bo] = session.frame().people;
    const hers = session.frame().mail;
    await session.act('permission', { name: 'address', allowed: false });
    await session.act('edit', { tab, row: 6, column: 13, text: 'Port Alder' });
    await session.act('signIn', { email: bo!.email });
    expect(session.frame()).toMatchObject({ signedIn: bo!.email, permissions: { address: true } });
    expect(session.frame().sidebar?.title).toBe('Coalition Outreach');
    expect(shown(session, 6, 13)).toBe('Port Alder');
    expect(await session.act('run', { name: 'mail', args: [] })).toEqual({ ok: true, value: bo!.email });
    const his = session.frame().mail;
    expect(his.length).toBeGreaterThan(0);
    expect(his.filter(({ id }) => hers.some((line) => line.id === id))).toEqual([]);
    await session.act('permission', { name: 'send', allowed: false });

    const again = open({ saved: JSON.parse(JSON.stringify(session.saved())) as never });
    expect(again.frame()).toMatchObject({ signedIn: bo!.email, mail: his, permissions: { send: false } });
    await again.act('signIn', { email: ana!.email });
    expect(again.frame()).toMatchObject({
      signedIn: ana!.email,
      mail: hers,
      permissions: { address: false, send: true },
    });
    expect((await again.act('signIn', { email: 'eve@example.com' })).told).not.toBe('');
  });

  test('what was saved opens as it was', async () => {
    const session = open();
    const tab = tabOf(session).id;
    await session.act('edit', { tab, row: 6, column: 13, text: 'Port Alder' });
    await session.act('advance', { days: 2 });
    await session.act('permission', { name: 'send', allowed: false });
    await answerTo(session, session.frame().mail[0]!.id, 'Yes');
    const again = open({ saved: JSON.parse(JSON.stringify(session.saved())) as never });
    const [a, b] = [session.frame(), again.frame()];
    expect(b).toMatchObject({ today: a.today, permissions: a.permissions, mail: a.mail, title: a.title });
    expect(shown(again, 6, 13)).toBe('Port Alder');
  });

  test('a file of the person’s own takes the place of the sample, on the real day', async () => {
    const session = open({ realDay: () => '2027-03-01' });
    const csv = 'Group,Phone,Last call\nMoss Mutual Aid,503-555-0100,2/3/2027\n';
    expect(await session.open('our groups.csv', Buffer.from(csv))).toEqual({ told: '' });
    const frame = session.frame();
    expect([frame.title, frame.today, frame.mail.length]).toEqual(['our groups', 'Mon, Mar 1, 2027', 0]);
    expect(session.host().model.display(frame.tabs[0]!.name, 2, 1)).toBe('Moss Mutual Aid');
  });

  test('a copy as .xlsx opens again with the same cells, notes, dropdowns and colours', async () => {
    const session = open();
    const copy = await session.saveCopy('xlsx', tabOf(session).id);
    expect(copy.name).toBe('Larkhaven outreach.xlsx');
    const other = open();
    expect(await other.open(copy.name, copy.bytes)).toEqual({ told: '' });
    const look = async (each: Session) => {
      const cells = (await each.act('cells', { tab: tabOf(each).id, from: 1, count: 60 }))!;
      return {
        texts: cells.texts,
        notes: cells.notes,
        lists: cells.lists,
        fills: cells.styles.map(({ fill }) => fill),
      };
    };
    expect((await look(other)).texts.slice(2, 9).map((row) => row[0])).toEqual(
      (await look(session)).texts.slice(2, 9).map((row) => row[0]),
    );
    expect((await look(other)).notes).toEqual((await look(session)).notes);
    expect((await look(other)).lists).toEqual((await look(session)).lists);
    expect((await look(other)).fills.filter(Boolean).sort()).toEqual(
      (await look(session)).fills.filter(Boolean).sort(),
    );
  });

  test.each([
    ['damaged.xlsx', Buffer.from('PK\u0003\u0004 and then nothing that fits')],
    ['empty.csv', Buffer.alloc(0)],
    ['picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 255, 254, 0, 0])],
  ])('%s is told in one clear line, and nothing changes', async (name, bytes) => {
    const session = open();
    const before = JSON.stringify(session.saved());
    const { told } = await session.open(name, bytes);
    expect(told).toContain(name);
    expect(told).not.toContain('\n');
    expect(JSON.stringify(session.saved())).toBe(before);
  });

  test('starting over brings the sample back', async () => {
    const session = open();
    await session.act('advance', { days: 30 });
    await session.act('edit', { tab: tabOf(session).id, row: 4, column: 1, text: '' });
    await session.act('startOver', {});
    expect(session.frame().today).toBe('Thu, Nov 12, 2026');
    expect(shown(session, 4, 1)).toBe('Larkhaven Teachers Guild');
  });
});

describe('the day of the workbench', () => {
  test('saved copies show what the formulas show on that day, not on the real one', async () => {
    const session = open();
    const tab = tabOf(session, 'Settings').id;
    await session.act('edit', { tab, row: 40, column: 1, text: '=TEXT(TODAY(), "yyyy-mm-dd")' });
    await session.act('advance', { days: 7 });
    expect(shown(session, 40, 1, 'Settings')).toBe('2026-11-19');
    const csv = await session.saveCopy('csv', tab);
    expect(Buffer.from(csv.bytes).toString()).toContain('2026-11-19');
    const xlsx = await session.saveCopy('xlsx', tab);
    const read = await readXlsx(xlsx.bytes);
    expect(read.sheets.find(({ name }) => name === 'Settings')?.rows[39]?.[0]).toBe('2026-11-19');
    const again = open({ realDay: () => '2027-03-01' });
    await again.open('saved.xlsx', xlsx.bytes);
    expect(shown(again, 40, 1, 'Settings')).toBe('2027-03-01');
  });
});

describe('a tab that is protected from the person', () => {
  test('refuses what they type, paste and delete, and the add-on for them, until they let themselves in', async () => {
    const session = open();
    const tab = tabOf(session).id;
    const before = shown(session, 4, 13);
    await session.act('protectTab', { tab, on: true });
    expect(session.frame().lockedTabs).toEqual([tab]);
    for (const done of [
      await session.act('edit', { tab, row: 4, column: 13, text: 'new' }),
      await session.act('insert', { tab, what: 'row', before: 4, count: 1 }),
      await session.act('sort', { tab, column: 1, descending: false }),
      await session.act('deleteTab', { tab }),
    ])
      expect(done.told).toContain('protected');
    expect(shown(session, 4, 13)).toBe(before);
    expect(
      (await session.act('edit', { tab: tabOf(session, 'Settings').id, row: 40, column: 1, text: 'x' })).told,
    ).toBe('');
    await session.act('protectTab', { tab, on: false });
    expect(session.frame().lockedTabs).toEqual([]);
    expect((await session.act('edit', { tab, row: 4, column: 13, text: 'new' })).told).toBe('');
  });

  test('a second one does not shut the tabs that the owner could write', async () => {
    const session = open();
    const [first, second] = [tabOf(session).id, tabOf(session, 'Settings').id];
    await session.act('protectTab', { tab: first, on: true });
    await session.act('protectTab', { tab: first, on: false });
    await session.act('protectTab', { tab: second, on: true });
    expect(session.frame().lockedTabs).toEqual([second]);
  });

  test('stays so in a saved copy, and whoever opens a protected file of their own is told', async () => {
    const session = open();
    const tab = tabOf(session).id;
    await session.act('protectTab', { tab, on: true });
    const { bytes } = await session.saveCopy('xlsx', tab);
    await session.open('saved.xlsx', bytes);
    expect(session.frame().lockedTabs).toEqual([tabOf(session).id]);

    const told: string[] = [];
    session.onHappening((happening) => {
      if ('toast' in happening) told.push(happening.toast.text);
    });
    const other = await writeXlsx({
      sheets: [{ name: 'List', rows: [['Name'], ['Ana']], protection: { sheet: true } }],
    });
    await session.open('other.xlsx', other);
    expect(told.join()).toContain('Protected in this file: “List”. As its owner you may write there.');
    expect(session.frame().lockedTabs).toEqual([]);
  });
});
