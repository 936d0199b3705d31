import { describe, expect, test } from '@jest/globals';
import { restoreFile } from '../../../workbench/host/file';
import { cell, CELL, host, MANIFEST, workbook } from './fixtures';

const message = (work: () => unknown): string => {
  try {
    work();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('calling the bundle', () => {
  test('every call loads it anew: nothing stays in memory', () => {
    const h = host('var n = 0; function count() { return ++n; }');
    expect([h.call('count'), h.call('count')]).toEqual([1, 1]);
  });

  test('only global functions without a trailing underscore can be called', () => {
    const h = host(
      'function open() { return 1; } const arrow = () => 2; function hidden_() {} var text = "x"; globalThis.late = function () {};',
    );
    expect(h.call('open')).toBe(1);
    expect(h.call('arrow')).toBe(2);
    for (const name of ['hidden_', 'text', 'late', 'nothing', 'parseInt'])
      expect(message(() => h.call(name))).toBe(`Script function not found: ${name}`);
  });

  test.each([
    ['a private field', 'class A { #x = 1 } function f() {}'],
    ['a static field', 'class A { static x = 1 } function f() {}'],
    ['an import', 'import x from "y"; function f() {}'],
    ['the same name twice', 'const a = 1; const a = 2; function f() {}'],
  ])('%s stops every function, as it stops the parser of the platform', (_, code) => {
    expect(message(() => host(code).call('f'))).toMatch(/^SyntaxError: /);
  });

  test('arguments and answers cross as plain data', () => {
    const h = host('function echo(x) { return x; } function date() { return { when: new Date() }; }');
    expect(h.call('echo', { a: [1, null, 'x'] })).toEqual({ a: [1, null, 'x'] });
    expect(h.call('echo')).toBeNull();
    expect(() => h.call('echo', new Date())).toThrow(TypeError);
    expect(() => h.call('date')).toThrow('Date at when');
    expect(h.lastRun.calls).toEqual([]);
  });

  test('of an error only its name and message arrive', () => {
    const h = host(`function f() { const e = new RangeError('too far'); e.row = 3; throw e; } ${CELL}
      function g() { cell('a', 1); }`);
    let caught: unknown;
    try {
      h.call('f');
    } catch (error) {
      caught = error;
    }
    expect(caught).toMatchObject({ name: 'ScriptError', message: 'RangeError: too far' });
    expect(caught).not.toHaveProperty('row');
    expect(message(() => h.call('g'))).toMatch(/^Exception: The parameters \(String,number\) don't match/);
  });

  test('a touch of what the stand-in lacks fails the call even where the add-on swallows it', () => {
    const h = host(
      `${CELL} function f() { try { cell(1, 1).setBorder(true); } catch (e) { return 'fine'; } }`,
    );
    expect(message(() => h.call('f'))).toBe('Not in the stand-in: Range.setBorder');
  });

  test('code that touches services while loading breaks the menu of an add-on that is not authorised yet', () => {
    const h = host(`SpreadsheetApp.getActiveSpreadsheet(); function onOpen() {}`);
    h.open('NONE');
    expect(h.triggerError).toContain(
      'You do not have permission to call SpreadsheetApp.getActiveSpreadsheet',
    );
  });
});

describe('writes', () => {
  const TWO = `${CELL}
    function write() { cell(2, 1).setValue('a'); cell(3, 1).setValue('b'); cell(4, 1).setValue('c'); cell(5, 1).setValue('d'); SpreadsheetApp.flush(); return 1; }`;
  const column = (h: ReturnType<typeof host>) => [2, 3, 4, 5].map((row) => cell(h, row, 1)).join('');

  test('stay pending until a flush; a kill leaves none, half or all of them', () => {
    for (const [prefix, left] of [
      ['none', ''],
      ['half', 'ab'],
      ['all', 'abcd'],
    ] as const) {
      const h = host(TWO);
      h.killAt(5, 'before', prefix);
      expect(message(() => h.call('write'))).toBe('Exceeded maximum execution time');
      expect(h.lastRun.killed).toBe(true);
      expect(column(h)).toBe(left);
    }
  });

  test('flushed before the kill, they stay', () => {
    const h = host(TWO);
    h.killAt(5, 'after');
    expect(message(() => h.call('write'))).not.toBe('');
    expect(column(h)).toBe('abcd');
  });

  test('are committed at the end of a run that ends well or badly', () => {
    const h = host(
      `${CELL} function f() { cell(2, 1).setValue('a'); } function g() { cell(3, 1).setValue('b'); throw new Error('x'); }`,
    );
    h.call('f');
    expect(message(() => h.call('g'))).toBe('Error: x');
    expect([cell(h, 2, 1), cell(h, 3, 1)]).toEqual(['a', 'b']);
  });

  test('a killed run cannot save itself', () => {
    const h = host(`${CELL}
      function f() { try { cell(2, 1).setValue('a'); cell(3, 1).setValue('b'); } catch (e) { cell(4, 1).setValue('caught'); } finally {
        try { cell(5, 1).setValue('finally'); SpreadsheetApp.flush(); console.log('alive'); } catch (e) {} } return 'done'; }`);
    h.killAt(2);
    expect(message(() => h.call('f'))).toBe('Exceeded maximum execution time');
    expect(column(h)).toBe('');
    expect(h.logs).toEqual([]);
    expect(h.call('f')).toBe('done');
  });

  test('what was asked for holds for one run only', () => {
    const h = host(TWO);
    h.failAt(1);
    expect(message(() => h.call('write'))).toMatch(
      /^Exception: Service Spreadsheets timed out while accessing document/,
    );
    expect(h.call('write')).toBe(1);
  });

  test('a colleague’s edit comes between two calls', () => {
    const h = host(
      `${CELL} function f() { const a = cell(1, 1).getValue(); return [a, cell(1, 1).getValue()]; }`,
    );
    h.editAt(2, (model) => void model.typeInto('Contacts', 1, 1, 'Changed'));
    expect(h.call('f')).toEqual(['Organization', 'Changed']);
  });
});

describe('a person at the sheet', () => {
  const CODE = `${CELL}
    function onOpen() { SpreadsheetApp.getUi().createMenu('Outreach').addItem('Open', 'showSidebar').addSeparator()
      .addSubMenu(SpreadsheetApp.getUi().createMenu('More').addItem('Ask', 'ask')).addToUi(); }
    function showSidebar() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('sidebar').setTitle('Coalition')); }
    function ask() { const ui = SpreadsheetApp.getUi(); const lock = LockService.getDocumentLock(); lock.tryLock(0);
      const button = ui.alert('Sure?', ui.ButtonSet.YES_NO); console.log(button === ui.Button.NO, lock.hasLock()); }
    function onEdit(e) { console.log(JSON.stringify([String(e.authMode), e.range.getA1Notation(), e.value, e.oldValue, Session.getActiveUser().getEmail()]));
      if (e.value === 'sidebar') showSidebar(); if (e.value === 'mail') Gmail.Users.Messages.send({ raw: '' }, 'me');
      if (e.value === 'write') cell(9, 1).setValue('from the trigger'); }
    function scripted() { cell(8, 1).setValue('by script'); }`;

  test('sees the menu, opens the sidebar and answers an alert, which drops the lock', () => {
    const h = host(CODE);
    expect(h.menu()).toEqual([
      {
        title: 'Outreach',
        items: [
          { label: 'Open', functionName: 'showSidebar' },
          { separator: true },
          { label: 'More', items: [{ label: 'Ask', functionName: 'ask' }] },
        ],
      },
    ]);
    h.runMenu('showSidebar');
    expect(h.sidebar).toEqual({ title: 'Coalition', html: '<p>Hello</p>' });
    h.answerAlert('NO');
    h.runMenu('ask');
    expect(h.alerts).toEqual([{ title: '', text: 'Sure?', buttons: 'YES_NO', answer: 'NO' }]);
    expect(h.logs).toEqual(['true false']);
  });

  test('typing fires onEdit with value and oldValue; pasting a block without; scripts do not fire it', () => {
    const h = host(CODE);
    expect(h.edit('Contacts', 2, 1, 'Union')).toBe('');
    h.edit('Contacts', 2, 1, '');
    h.edit('Contacts', 3, 1, '7');
    h.edit('Contacts', 3, 1, 'TRUE');
    h.paste('Contacts', 4, 1, [
      ['a', 'b'],
      ['c', 'd'],
    ]);
    h.call('scripted');
    expect(h.logs.map((line) => JSON.parse(line) as unknown)).toEqual([
      ['LIMITED', 'A2', 'Union', null, ''],
      ['LIMITED', 'A2', null, 'Union', ''],
      ['LIMITED', 'A3', '7', null, ''],
      ['LIMITED', 'A3', 'TRUE', '7', ''],
      ['LIMITED', expect.stringMatching(/^A4/), null, null, ''],
    ]);
  });

  test('what Sheets refuses to take is told to the person, and no trigger runs', () => {
    const h = host(CODE);
    expect(h.edit('Contacts', 2, 1, 'x'.repeat(50_001))).toContain('maximum of 50000 characters');
    expect(h.logs).toEqual([]);
    expect(h.edit('Nowhere', 2, 1, 'x')).not.toBe('');
  });

  test('a simple trigger may write cells, and neither mail nor open the sidebar; its errors stay quiet', () => {
    const h = host(CODE);
    h.edit('Contacts', 2, 1, 'write');
    expect(cell(h, 9, 1)).toBe('from the trigger');
    expect(h.triggerError).toBe('');
    h.edit('Contacts', 2, 1, 'sidebar');
    expect(h.triggerError).toContain('You do not have permission to call Ui.showSidebar');
    h.edit('Contacts', 2, 1, 'mail');
    expect(h.triggerError).toContain('You do not have permission to call gmail.users.messages.send');
    expect(h.sidebar).toBeNull();
  });
});

describe('permissions', () => {
  const CODE = `function me() { return Session.getActiveUser().getEmail(); }
    function may(scopes) { const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL, scopes);
      return [String(info.getAuthorizationStatus()), info.getAuthorizedScopes().length, info.getAuthorizationUrl() !== null]; }
    function send() { return Gmail.Users.Messages.send({ raw: Utilities.base64EncodeWebSafe('To: ana@example.com\\r\\nSubject: Hi\\r\\n\\r\\nHello') }, 'me').id; }`;

  test('may be granted and taken away between calls', () => {
    const h = host(CODE);
    expect(h.call('me')).toBe('lead@example.org');
    h.revoke('userinfo.email', 'gmail.send');
    expect(h.call('me')).toBe('');
    expect(message(() => h.call('send'))).toContain('insufficient authentication scopes');
    const send = ['https://www.googleapis.com/auth/gmail.send'];
    expect(h.call('may', send)).toEqual(['REQUIRED', 2, true]);
    h.grant('gmail.send');
    expect(h.call('may', send)).toEqual(['NOT_REQUIRED', 3, false]);
    expect(h.call('send')).toBe(h.mailbox.messages()[0]!.id);
  });

  test('without the advanced service in the manifest there is no Gmail', () => {
    const manifest = { ...MANIFEST, dependencies: {} };
    expect(message(() => host(CODE, { manifest }).call('send'))).toBe('ReferenceError: Gmail is not defined');
  });
});

describe('two people on one file', () => {
  const CODE = `${CELL}
    function run() { const lock = LockService.getDocumentLock(); if (!lock.tryLock(1000)) return 'busy';
      cell(2, 1).setValue(Session.getActiveUser().getEmail()); SpreadsheetApp.flush(); cell(2, 1).getValue(); lock.releaseLock(); return 'done'; }
    function remember(x) { PropertiesService.getUserProperties().setProperty('x', x); PropertiesService.getDocumentProperties().setProperty('y', x); }
    function recall() { return [PropertiesService.getUserProperties().getProperty('x'), PropertiesService.getDocumentProperties().getProperty('y')]; }`;

  test('a lock keeps their runs apart; it is free again after the run, killed or not', () => {
    const ana = host(CODE);
    const bo = host(CODE, { file: ana.file, user: { email: 'bo@example.org' } });
    let answer: unknown;
    ana.editAt(4, () => {
      answer = bo.call('run');
    });
    expect(ana.call('run')).toBe('done');
    expect(answer).toBe('busy');
    expect(cell(bo, 2, 1)).toBe('lead@example.org');
    ana.killAt(3);
    expect(message(() => ana.call('run'))).not.toBe('');
    expect(bo.call('run')).toBe('done');
    bo.holdLock(5000);
    expect(ana.call('run')).toBe('busy');
    ana.advance(1);
    expect(ana.call('run')).toBe('done');
  });

  test('one person’s run commits nothing that the other has pending', () => {
    const ana = host(`${CELL} function f() { cell(3, 1).setValue('pending'); cell(1, 1).getValue(); }`);
    const bo = host(`${CELL} function g() { cell(1, 1).getValue(); cell(4, 1).setValue('bo'); }`, {
      file: ana.file,
      user: { email: 'bo@example.org' },
    });
    ana.editAt(2, () => bo.call('g'));
    ana.killAt(2, 'before', 'none');
    expect(message(() => ana.call('f'))).toBe('Exceeded maximum execution time');
    expect([cell(ana, 3, 1), cell(ana, 4, 1)]).toEqual(['', 'bo']);
  });

  test('document properties are shared, user properties and mailboxes are not', () => {
    const ana = host(CODE);
    const bo = host(CODE, { file: ana.file, user: { email: 'bo@example.org' } });
    ana.call('remember', 'hers');
    expect(bo.call('recall')).toEqual([null, 'hers']);
    expect(bo.mailbox).not.toBe(ana.mailbox);
    expect(bo.mailbox.address).toBe('bo@example.org');
  });

  const SEND = `function send(to) { return Gmail.Users.Messages.send({ raw: Utilities.base64EncodeWebSafe('To: ' + to + '\\r\\nSubject: Hi\\r\\n\\r\\nHello') }, 'me').id; }
    function me() { return Session.getActiveUser().getEmail(); }`;

  test('a second lead works at the running file with an account, permissions and a mailbox of their own', () => {
    const ana = host(`${CODE} ${SEND}`);
    const ben = ana.as({ email: 'ben@example.org', scopes: ['spreadsheets.currentonly', 'userinfo.email'] });
    ana.call('remember', 'hers');
    expect([ben.call('me'), ana.call('me')]).toEqual(['ben@example.org', 'lead@example.org']);
    expect(ben.call('recall')).toEqual([null, 'hers']);
    expect(message(() => ben.call('send', 'dee@example.com'))).toContain('insufficient');
    ana.call('send', 'dee@example.com');
    expect(ben.mailbox.messages()).toEqual([]);
    ben.grant('gmail.send');
    const his = ben.call('send', 'dee@example.com');
    expect(ben.mailbox.messages()[0]).toMatchObject({ id: his, from: '<ben@example.org>' });
    expect(ana.mailbox.messages()).toHaveLength(1);
    expect(ana.mailbox.messages()[0]!.id).not.toBe(his);
  });

  test('both mailboxes and both people’s properties come back from one save', () => {
    const ana = host(`${CODE} ${SEND}`);
    const ben = ana.as({ email: 'ben@example.org' });
    ben.call('remember', 'his');
    ben.call('send', 'dee@example.com');
    ana.call('send', 'eve@example.com');
    const saved = JSON.parse(JSON.stringify(ben.save())) as ReturnType<typeof ben.save>;
    const again = host(`${CODE} ${SEND}`, { saved });
    expect(again.mailbox.messages().map(({ to }) => to)).toEqual(['eve@example.com']);
    const he = again.as({ email: 'Ben@example.org' });
    expect(he.mailbox.messages().map(({ to }) => to)).toEqual(['dee@example.com']);
    expect(again.call('recall')).toEqual([null, 'his']);
  });

  test('what one lead sends to the other, or with them in copy, stands in both mailboxes, bcc in one', () => {
    const ana = host('function f() {}');
    const ben = ana.as({ email: 'ben@example.org' });
    const raw = (line: string) => `To: dee@example.com\r\n${line}\r\nSubject: Hi\r\n\r\nHello`;
    const sent = ana.mailbox.send(raw('Cc: ben@example.org\r\nX-Outreach-Key: k1'), null);
    ana.mailbox.send(raw('Bcc: ben@example.org'), null);
    const [copy, blind] = ben.mailbox.messages();
    expect(copy).toMatchObject({ direction: 'received', labels: ['INBOX', 'UNREAD'] });
    expect(copy!.id).not.toBe(sent.id);
    expect(copy!.messageId).toBe(ana.mailbox.messages()[0]!.messageId);
    expect(copy!.headers).toContainEqual({ name: 'X-Outreach-Key', value: 'k1' });
    expect([blind!.raw.includes('Bcc:'), ana.mailbox.messages()[1]!.raw.includes('Bcc:')]).toEqual([
      false,
      true,
    ]);
  });
});

describe('time', () => {
  test('“today” is the day that the host was given, and moves when it is moved', () => {
    const h = host(
      'function today() { return Utilities.formatDate(new Date(), "America/New_York", "yyyy-MM-dd"); }',
    );
    expect(h.call('today')).toBe('2026-11-12');
    h.advance(8);
    expect(h.call('today')).toBe('2026-11-20');
  });

  test('six minutes of waiting kill a run', () => {
    const h = host('function nap(ms) { Utilities.sleep(ms); return 1; }');
    expect(h.call('nap', 350_000)).toBe(1);
    expect(message(() => h.call('nap', 361_000))).toBe('Exceeded maximum execution time');
  });
});

describe('saving', () => {
  test('everything comes back: cells, properties, cache, mail, clock', () => {
    const CODE = `${CELL}
      function fill() { cell(2, 1).setValue('kept'); PropertiesService.getUserProperties().setProperty('a', 'b'); CacheService.getDocumentCache().put('c', 'd');
        Gmail.Users.Messages.send({ raw: Utilities.base64EncodeWebSafe('To: ana@example.com\\r\\nSubject: Hi\\r\\n\\r\\nHello') }, 'me'); }
      function look() { return [PropertiesService.getUserProperties().getProperty('a'), CacheService.getDocumentCache().get('c')]; }`;
    const h = host(CODE);
    h.call('fill');
    const saved = JSON.parse(JSON.stringify(h.save())) as ReturnType<typeof h.save>;
    h.call('fill');
    const again = host(CODE, { saved });
    expect(again.call('look')).toEqual(['b', 'd']);
    expect(cell(again, 2, 1)).toBe('kept');
    expect(again.mailbox.messages()).toHaveLength(1);
    expect(again.save().workbook).toEqual(saved.workbook);
    expect(restoreFile(saved).clock.now()).toBe(saved.now);
  });
});

test('a judge’s own script gets the same services', () => {
  const h = host('function f() {}', { workbook: workbook([['a', 'b']]) });
  const { SpreadsheetApp } = h.globals() as unknown as {
    SpreadsheetApp: GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  };
  const range = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Contacts')!.getRange(1, 1, 1, 2);
  expect(range.getValues()).toEqual([['a', 'b']]);
});
