// What is known of the platform, asked of the stand-in: by the sections of the platform notes (docs/host.md names
// what is documented, what was seen by others and what is only working knowledge).
import { describe, expect, test } from '@jest/globals';
import type { HostOptions } from '../../../workbench/host/createHost';
import { CELL, host, MANIFEST, WITH_REPLIES } from './fixtures';

/** The value of an expression inside the add-on, as text where it is no plain data. */
const ask = (expression: string, options: Partial<HostOptions> = {}): unknown =>
  host(`${CELL} function f() { return ${expression}; }`, options).call('f');

/** "Name: message" of what the statements throw, '' where they throw nothing. */
const refusal = (statements: string, options: Partial<HostOptions> = {}): unknown =>
  host(
    `${CELL} function f() { try { ${statements}; return ''; } catch (e) { return e.name + ': ' + e.message; } }`,
    options,
  ).call('f');

const RAW = (headers: string) =>
  `Utilities.base64EncodeWebSafe(${JSON.stringify(`${headers}\r\n\r\nHello`)})`;
const HELLO = RAW('To: ana@example.com\r\nSubject: Hi');
const scope = (name: string) => `https://www.googleapis.com/auth/${name}`;

describe('1. quotas and limits', () => {
  const FULL =
    'Exception: You have exceeded the property storage quota. Please remove some properties and try again.';

  test('a property holds 9 kB, a store 500 kB', () => {
    const store = 'PropertiesService.getUserProperties()';
    expect(refusal(`${store}.setProperty('a', 'x'.repeat(9216))`)).toBe('');
    expect(refusal(`${store}.setProperty('a', 'x'.repeat(9217))`)).toBe(FULL);
    expect(refusal(`for (let n = 0; n < 60; n++) ${store}.setProperty('k' + n, 'x'.repeat(9000))`)).toBe(
      FULL,
    );
    expect(refusal(`${store}.setProperty('a', 1)`)).toBe(
      "Exception: The parameters (String,number) don't match the method signature for PropertiesService.Properties.setProperty.",
    );
  });

  test('a cache key has 250 characters, a value 100 kB; lives are clamped to 21,600 seconds', () => {
    const cache = 'CacheService.getDocumentCache()';
    expect(refusal(`${cache}.put('k'.repeat(250), 'x'.repeat(100 * 1024))`)).toBe('');
    expect(refusal(`${cache}.put('k'.repeat(251), '')`)).toBe('Exception: Argument too large: key');
    expect(refusal(`${cache}.put('k', 'x'.repeat(100 * 1024 + 1))`)).toBe(
      'Exception: Argument too large: value',
    );
    const h = host(
      `function put() { ${cache}.put('k', 'v', 99999); } function get() { return ${cache}.get('k'); }`,
    );
    h.call('put');
    expect(h.call('get')).toBe('v');
    h.advance(0.251);
    expect(h.call('get')).toBeNull();
  });

  test('a run ends at six minutes and a simple trigger at thirty seconds; what the run had pending is lost', () => {
    const h = host(`${CELL} function f() { cell(2, 1).setValue('lost'); Utilities.sleep(400000); }
      function onEdit() { Utilities.sleep(31000); }`);
    expect(() => h.call('f')).toThrow('Exceeded maximum execution time');
    expect(h.model.display('Contacts', 2, 1)).toBe('');
    h.edit('Contacts', 3, 1, 'x');
    expect(h.triggerError).toBe('Exceeded maximum execution time');
  });
});

describe('2. authorization and triggers', () => {
  test('AuthMode.NONE allows a menu and nothing of the file, its properties or the person', () => {
    const open = (body: string) => {
      const h = host(`function onOpen(e) { ${body} }`);
      h.open('NONE');
      return h;
    };
    const menu = open("SpreadsheetApp.getUi().createAddonMenu().addItem(String(e.authMode), 'f').addToUi()");
    expect(menu.triggerError).toBe('');
    expect(menu.menu()[0]?.items).toEqual([{ label: 'NONE', functionName: 'f' }]);
    for (const body of [
      'SpreadsheetApp.getActiveSpreadsheet().getName()',
      "PropertiesService.getDocumentProperties().getProperty('a')",
      "SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x'))",
      'Session.getActiveUser().getEmail()',
    ])
      expect(open(body).triggerError).toContain('You do not have permission to call');
  });

  test('onOpen of a bound script runs in LIMITED and may read the sheet, not show a sidebar', () => {
    const h = host(`function onOpen(e) { console.log(String(e.authMode), e.source.getName() !== '');
      SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x')); }`);
    h.open();
    expect(h.logs).toEqual(['LIMITED true']);
    expect(h.triggerError).toContain(scope('script.container.ui'));
  });

  test('a permission the manifest does not declare and one not granted have different texts; undeclared comes first', () => {
    const manifest = { ...MANIFEST, oauthScopes: [scope('spreadsheets.currentonly')] };
    const sidebar = "SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x'))";
    expect(refusal(sidebar, { manifest })).toBe(
      `Exception: Specified permissions are not sufficient to call Ui.showSidebar. Required permissions: ${scope('script.container.ui')}`,
    );
    expect(refusal(sidebar, { scopes: ['spreadsheets.currentonly'] })).toBe(
      `Exception: You do not have permission to call Ui.showSidebar. Required permissions: ${scope('script.container.ui')}`,
    );
  });

  test('without the sheet’s permission nothing of it can be reached', () => {
    expect(refusal('SpreadsheetApp.getActiveSpreadsheet()', { scopes: ['gmail.send'] })).toContain(
      `(${scope('spreadsheets.currentonly')} || ${scope('spreadsheets')})`,
    );
  });

  test('the person’s address is empty without userinfo.email', () => {
    expect(ask('Session.getActiveUser().getEmail()')).toBe('lead@example.org');
    expect(ask('String(Session.getActiveUser())')).toBe('lead@example.org');
    expect(ask('Session.getActiveUser().getEmail()', { scopes: ['spreadsheets.currentonly'] })).toBe('');
  });

  test('what is granted can be asked without an error; what is not declared cannot be asked for', () => {
    const info = (wanted: string) =>
      `ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL, ['${scope(wanted)}'])`;
    const options = { scopes: ['spreadsheets.currentonly'] };
    expect(
      ask(
        `${info('gmail.send')}.getAuthorizationStatus() === ScriptApp.AuthorizationStatus.REQUIRED`,
        options,
      ),
    ).toBe(true);
    expect(ask(`${info('spreadsheets.currentonly')}.getAuthorizationStatus().name()`, options)).toBe(
      'NOT_REQUIRED',
    );
    expect(
      ask('ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizedScopes()', options),
    ).toEqual([scope('spreadsheets.currentonly')]);
    expect(refusal(info('gmail.metadata'))).toContain('does not declare');
  });

  test('onEdit runs for people, with value and oldValue for one cell only, and not for scripts', () => {
    const h =
      host(`${CELL} function onEdit(e) { console.log(JSON.stringify([e.value, e.oldValue, e.range.getValues().length, String(e.user)])); }
      function f() { cell(5, 1).setValue('x'); }`);
    h.edit('Contacts', 2, 1, '11/12/2026');
    h.edit('Contacts', 2, 1, '');
    h.paste('Contacts', 3, 1, [['a'], ['b']]);
    h.call('f');
    expect(h.logs).toEqual(['["46338",null,1,""]', '[null,"46338",1,""]', '[null,null,2,""]']);
  });

  test('a file without onEdit is just edited', () => {
    const h = host('function f() {}');
    expect(h.edit('Contacts', 2, 1, 'x')).toBe('');
    expect(h.model.display('Contacts', 2, 1)).toBe('x');
  });
});

describe('3. google.script.run and the pages', () => {
  test('an error arrives with name ScriptError and its own name before the message', () => {
    const h = host("function f() { throw new TypeError('no'); } function g() { throw 'text'; }");
    expect(() => h.call('f')).toThrow(
      expect.objectContaining({ name: 'ScriptError', message: 'TypeError: no' }),
    );
    expect(() => h.call('g')).toThrow('Error: text');
  });

  test('a date anywhere in an answer, which the platform loses, is refused here', () => {
    expect(() => ask('[[new Date()]]')).toThrow('Date at [0][0]');
    expect(() => ask('cell(1, 1)')).toThrow('a service object');
  });

  test('createHtmlOutputFromFile runs no scriptlets, has an empty title, and needs the file', () => {
    const pages = { sidebar: '<b><?= 1 + 1 ?></b>' };
    expect(ask("HtmlService.createHtmlOutputFromFile('sidebar').getContent()", { pages })).toBe(
      '<b><?= 1 + 1 ?></b>',
    );
    expect(ask("HtmlService.createHtmlOutputFromFile('sidebar').getTitle()", { pages })).toBe('');
    expect(refusal("HtmlService.createHtmlOutputFromFile('other')")).toContain(
      'No HTML file named other was found',
    );
  });

  test('one sidebar at a time: a new one replaces the old; showing it answers nothing', () => {
    const h = host(
      `function f(title) { return SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x').setTitle(title)) === undefined; }`,
    );
    expect(h.call('f', 'A')).toBe(true);
    h.call('f', 'B');
    expect(h.sidebar?.title).toBe('B');
  });

  test('one menu by name: adding it again replaces it', () => {
    const h = host(
      "function onOpen() { const ui = SpreadsheetApp.getUi(); for (const n of ['a', 'b']) ui.createMenu('M').addItem(n, n).addToUi(); }",
    );
    expect(h.menu()).toEqual([{ title: 'M', items: [{ label: 'b', functionName: 'b' }] }]);
  });

  test('an alert suspends the run, and the lock does not survive it', () => {
    expect(
      ask(
        "(() => { const l = LockService.getDocumentLock(); l.tryLock(0); const had = l.hasLock(); SpreadsheetApp.getUi().alert('x'); return [had, l.hasLock()]; })()",
      ),
    ).toEqual([true, false]);
  });
});

describe('4. the runtime', () => {
  test('platform errors are named Exception', () => {
    expect(refusal('cell(0, 1).getValue()')).toMatch(/^Exception: /);
    expect(
      ask('(() => { try { cell("x", 1); } catch (e) { return [e.name, e instanceof Error]; } })()'),
    ).toEqual(['Exception', true]);
  });

  test('enum members are objects with a name; JSON shows the name', () => {
    expect(
      ask(
        '[typeof ScriptApp.AuthMode.FULL, String(ScriptApp.AuthMode.FULL), JSON.stringify(ScriptApp.AuthMode.FULL)]',
      ),
    ).toEqual(['object', 'FULL', '"FULL"']);
  });

  test('service objects print as their class name', () => {
    expect(ask('[String(cell(1, 1)), String(SpreadsheetApp.getActiveSpreadsheet())]')).toEqual([
      'Range',
      'Spreadsheet',
    ]);
  });

  test('the script’s dates are in the manifest’s zone, cells in the spreadsheet’s: they may be a day apart', () => {
    const options = { manifest: { ...MANIFEST, timeZone: 'Asia/Tokyo' } };
    const h = host(
      `${CELL} function f() { const d = cell(2, 1).getValue();
      return [d instanceof Date, d.getDate(), Utilities.formatDate(d, SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone(), 'yyyy-MM-dd')]; }`,
      options,
    );
    h.edit('Contacts', 2, 1, '11/12/2026 20:00');
    expect(h.call('f')).toEqual([true, 13, '2026-11-12']);
  });

  test('arrays from services are the add-on’s own', () => {
    expect(
      ask('[cell(1, 1).getValues() instanceof Array, cell(1, 1).getValues()[0] instanceof Array]'),
    ).toEqual([true, true]);
  });
});

describe('5. writes and locks', () => {
  test('a read commits what is pending; otherwise it stays pending until flush or the end', () => {
    const h = host(
      `${CELL} function f() { cell(2, 1).setValue('a'); cell(1, 1).getValue(); cell(3, 1).setValue('b'); SpreadsheetApp.flush(); }`,
    );
    const seen: string[] = [];
    for (const n of [2, 3, 4]) {
      h.editAt(n, (model) => seen.push(model.display('Contacts', 2, 1) + model.display('Contacts', 3, 1)));
    }
    h.call('f');
    expect(seen).toEqual(['', 'a', 'a']);
  });

  test('another run’s lock makes tryLock answer false after the wait, and waitLock throw', () => {
    const h =
      host(`function f() { const t = Date.now(); return [LockService.getDocumentLock().tryLock(3000), Date.now() - t >= 3000]; }
      function g() { LockService.getDocumentLock().waitLock(3000); }
      function again() { const l = LockService.getDocumentLock(); return [l.tryLock(10), l.tryLock(10), LockService.getDocumentLock().hasLock()]; }`);
    h.holdLock(60_000);
    expect(h.call('f')).toEqual([false, true]);
    expect(() => h.call('g')).toThrow('Lock timeout: another process was holding the lock for too long.');
    h.advance(1);
    expect(h.call('again')).toEqual([true, true, true]);
    expect(h.call('f')).toEqual([true, false]);
  });

  test('properties and cache answer null for what is not there', () => {
    expect(
      ask(
        "[PropertiesService.getDocumentProperties().getProperty('x'), CacheService.getUserCache().get('x'), CacheService.getUserCache().put('x', 'y')]",
      ),
    ).toEqual([null, null, null]);
  });
});

describe('6. Gmail', () => {
  const send = (raw: string, more = '') => `Gmail.Users.Messages.send({ raw: ${raw}${more} }, 'me')`;
  const API = 'GoogleJsonResponseException: API call to gmail.users.messages.send failed with error: ';

  test('sending answers with Gmail’s ids; the ids are no Message-IDs', () => {
    expect(
      ask(`(({ id, threadId }) => [/^[0-9a-f]{16}$/.test(id), id === threadId])(${send(HELLO)})`),
    ).toEqual([true, true]);
  });

  test('a follow-up with threadId and the same subject joins the thread, another subject does not', () => {
    const follow = (subject: string) => {
      const second = send(RAW(`To: ana@example.com\r\nSubject: ${subject}`), ', threadId: first.threadId');
      return ask(`(() => { const first = ${send(HELLO)}; return ${second}.threadId === first.threadId; })()`);
    };
    expect([follow('Re: Hi'), follow('Hi'), follow('Hello')]).toEqual([true, true, false]);
  });

  test.each([
    [send('"%%%"'), "Invalid value at 'message.raw' (TYPE_BYTES), Base64 decoding failed"],
    [
      "Gmail.Users.Messages.send({}, 'me')",
      "'raw' RFC822 payload message string or uploading message via /upload/* URL required",
    ],
    [send(RAW('Subject: Hi')), 'Recipient address required'],
    [send(RAW('To: nobody\r\nSubject: Hi')), 'Invalid To header'],
    [send(HELLO, ", threadId: '18c0ffee'"), 'Requested entity was not found.'],
  ])('%s fails', (statement, why) => {
    expect(refusal(statement)).toBe(API + why);
  });

  test('errors of the API carry code and reason; no code depends on their words', () => {
    const h = host(
      `function f() { try { ${send(HELLO)}; } catch (e) { return [e.details.code, e.details.errors[0].reason, e.message]; } }`,
      { language: 'de' },
    );
    h.mailbox.limit({ perDay: 0 });
    expect(h.call('f')).toEqual([429, 'rateLimitExceeded', expect.stringContaining('fehlgeschlagen')]);
  });

  test('the headers of answers can be read with gmail.metadata only, bodies and searches not', () => {
    const h = host(
      `function send() { return ${send(HELLO)}.threadId; }
       function headers(id) { return Gmail.Users.Threads.get('me', id, { format: 'metadata', metadataHeaders: ['From', 'Auto-Submitted'] }).messages.map((m) => m.payload.headers); }
       function body(id) { return Gmail.Users.Messages.get('me', id); }
       function search() { return Gmail.Users.Messages.list('me', { q: 'from:ana' }); }
       function list() { return Gmail.Users.Messages.list('me', { maxResults: 1 }); }
       function messageId(id) { return Gmail.Users.Messages.get('me', id, { format: 'metadata', metadataHeaders: ['Message-ID'] }).payload.headers; }`,
      { manifest: WITH_REPLIES },
    );
    const id = h.call('send') as string;
    h.mailbox.outOfOffice(id);
    expect(h.call('headers', id)).toEqual([
      [{ name: 'From', value: '<lead@example.org>' }],
      [
        { name: 'From', value: 'ana@example.com' },
        { name: 'Auto-Submitted', value: 'auto-replied' },
      ],
    ]);
    expect(h.call('messageId', id)).toEqual([
      { name: 'Message-Id', value: expect.stringMatching(/mail\.gmail\.com>$/) },
    ]);
    expect(h.call('list')).toMatchObject({
      messages: [{ threadId: id }],
      nextPageToken: expect.stringMatching(/^\d{20}$/),
    });
    expect(() => h.call('body', id)).toThrow("Metadata scope doesn't allow format FULL");
    expect(() => h.call('search')).toThrow("Metadata scope does not support 'q' parameter");
    h.revoke('gmail.metadata');
    expect(() => h.call('headers', id)).toThrow('Request had insufficient authentication scopes.');
  });

  test('history tells what is new since an id, and knows nothing of ids that are too old', () => {
    const h = host(
      `function start() { return Gmail.Users.getProfile('me').historyId; }
       function since(id) { const r = Gmail.Users.History.list('me', { startHistoryId: id, historyTypes: ['messageAdded'] });
         return (r.history || []).flatMap((h) => h.messagesAdded.map((m) => m.message.threadId)); }
       function send() { return ${send(HELLO)}.id; }`,
      { manifest: WITH_REPLIES },
    );
    const id = h.call('send') as string;
    const start = h.call('start') as string;
    expect(h.call('since', start)).toEqual([]);
    h.mailbox.answer(id, { text: 'Yes' });
    expect(h.call('since', start)).toEqual([id]);
    h.mailbox.forgetHistory();
    expect(() => h.call('since', start)).toThrow('Requested entity was not found.');
  });
});

describe('utilities', () => {
  test('bytes are signed; strings without a charset lose what is not ASCII', () => {
    expect(ask("Utilities.base64Decode('/w==')")).toEqual([-1]);
    expect(ask('Utilities.base64Decode(Utilities.base64EncodeWebSafe([-1, 0, 127]))')).toEqual([-1, 0, 127]);
    expect(ask("Utilities.base64Encode('ä')")).toBe(ask("Utilities.base64Encode('?')"));
    expect(ask("Utilities.base64Encode('ä', Utilities.Charset.UTF_8)")).toBe('w6Q=');
    expect(ask("Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'a').slice(0, 3)")).toEqual([
      12, -63, 117,
    ]);
    expect(refusal('Utilities.base64Encode([1], Utilities.Charset.UTF_8)')).toContain('(number[],(class))');
    expect(ask("Utilities.newBlob('x').getContentType()")).toBe('text/plain');
    expect(ask("Utilities.newBlob('x').getName()")).toBeNull();
  });

  test('the person’s key is opaque, the same for a while, another for another person', () => {
    const key = (email: string) => ask('Session.getTemporaryActiveUserKey()', { user: { email } });
    expect(key('a@example.org')).toBe(key('a@example.org'));
    expect(key('a@example.org')).not.toBe(key('b@example.org'));
    expect(String(key('a@example.org'))).not.toContain('example');
  });
});

describe('what no code may lean on', () => {
  test.each(['de', 'ja'] as const)('every refusal speaks the person’s language (%s)', (language) => {
    const options = { language, scopes: ['spreadsheets.currentonly'] };
    for (const statement of [
      'cell("x", 1)',
      `Gmail.Users.Messages.send({ raw: ${HELLO} }, 'me')`,
      "PropertiesService.getUserProperties().setProperty('a', 'x'.repeat(9999))",
      'cell(1, 1).setValues([[1, 2]])',
      "HtmlService.createHtmlOutputFromFile('other')",
    ])
      expect(refusal(statement, options)).not.toMatch(/\b(the|not|you|don't|found|number of|permission)\b/i);
  });
});
