// Who may drive the workbench: its own page on this computer, nobody else.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { request, type IncomingHttpHeaders } from 'node:http';
import { listen, MOST_UPLOAD, TOO_LARGE, type Listening } from '../../../workbench/server/listen';
import { openSession, type Session } from '../../../workbench/server/session';

const FILES = { script: '/* page */', style: '', shim: '/* google.script */' };
let session: Session;
let server: Listening;

beforeAll(async () => {
  session = openSession({
    pace: [0, 1],
    addon: {
      code: `function onOpen() { SpreadsheetApp.getUi().createMenu('Outreach').addItem('Open', 'openSidebar').addToUi(); }
        function openSidebar() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('<html><head></head><body>Hi</body></html>')); }`,
      manifest: { oauthScopes: ['https://www.googleapis.com/auth/script.container.ui'] },
    },
  });
  server = await listen(session, FILES, 0);
});
afterAll(() => server.close());

interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** node:http, because fetch sets Host and Origin by itself. */
function get(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: Buffer | string } = {},
) {
  const { method = 'GET', headers = {}, body } = options;
  return new Promise<Got>((resolve, reject) => {
    const asked = request(new URL(path, server.url), { method, headers }, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString()));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

const post = (
  name: string,
  body: unknown,
  headers: Record<string, string> = { 'x-workbench-token': server.token },
) => get(`/api/${name}`, { method: 'POST', headers, body: JSON.stringify(body) });
const other = () => new URL(server.url).port;

describe('the server of the workbench', () => {
  test('listens on this computer only and hands its page the token', async () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const page = await get('/');
    expect(page.status).toBe(200);
    expect(page.body).toContain(server.token);
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  test('an action with the token is done', async () => {
    expect(JSON.parse((await post('advance', { days: 1 })).body)).toEqual({ told: '' });
    expect(session.frame().today).toBe('Fri, Nov 13, 2026');
  });

  test.each([
    ['without a token', {}],
    ['with a wrong token', { 'x-workbench-token': 'x'.repeat(32) }],
    ['with a shorter one', { 'x-workbench-token': 'x' }],
  ])('an action %s is refused and changes nothing', async (_, headers: Record<string, string>) => {
    const before = session.frame().today;
    expect((await post('advance', { days: 1 }, headers)).status).toBe(403);
    expect(session.frame().today).toBe(before);
  });

  test('another web page is refused even with the token', async () => {
    const headers = { 'x-workbench-token': server.token, origin: 'https://elsewhere.example.org' };
    expect((await post('advance', { days: 1 }, headers)).status).toBe(403);
    const framed = { 'x-workbench-token': server.token, origin: `http://localhost:${other()}` };
    expect((await post('advance', { days: 1 }, framed)).status).toBe(403);
  });

  test.each(['elsewhere.example.org', '127.0.0.1', '127.0.0.1:1', '[::1]:4321'])(
    'a name that was turned towards this computer (%s) gets nothing, not even the page',
    async (host) => {
      const page = await get('/', { headers: { host } });
      expect(page.status).toBe(403);
      expect(page.body).not.toContain(server.token);
    },
  );

  test('the pages of the add-on stand on another origin, without the token, in our frame only', async () => {
    const { path } = session.frame().sidebar!;
    expect((await get(path)).status).toBe(404);
    const page = await get(path, { headers: { host: `localhost:${other()}` } });
    expect(page.status).toBe(200);
    expect(page.body).toMatch(/<head><script>window\.__googleScript=.*\/\* google\.script \*\/<\/script>/);
    expect(page.body).not.toContain(server.token);
    expect(page.headers['content-security-policy']).toBe(`frame-ancestors ${server.url.slice(0, -1)}`);
    const home = await get('/', { headers: { host: `localhost:${other()}` } });
    expect([home.status, home.headers.location]).toEqual([302, server.url]);
  });

  test('a file over 10 MB is told in one line, and nothing changes', async () => {
    const before = session.frame().title;
    const headers = { 'x-workbench-token': server.token };
    const large = await get('/api/open?name=big.csv', {
      method: 'POST',
      headers,
      body: Buffer.alloc(MOST_UPLOAD + 1, 97),
    });
    expect([large.status, JSON.parse(large.body)]).toEqual([413, { told: TOO_LARGE }]);
    expect(session.frame().title).toBe(before);
  });

  test('what cannot be read or is not known is answered, and the server goes on', async () => {
    const headers = { 'x-workbench-token': server.token };
    expect((await get('/api/advance', { method: 'POST', headers, body: '{' })).status).toBe(400);
    expect((await post('constructor', {})).status).toBe(404);
    expect((await get('/api/advance', { headers })).status).toBe(405);
    expect((await get('/../package.json')).status).toBe(404);
    expect((await post('cells', { tab: 999, from: 1, count: 10 })).body).toBe('null');
    expect((await get('/')).status).toBe(200);
  });

  test('a copy comes as a download with its name', async () => {
    const tab = session.frame().tabs[0]!.id;
    const copy = await get(`/api/copy?kind=csv&tab=${tab}`, {
      headers: { 'x-workbench-token': server.token },
    });
    expect(copy.headers['content-disposition']).toBe(
      "attachment; filename*=UTF-8''Larkhaven%20outreach%2C%20Contacts.csv",
    );
    expect(copy.body).toContain('Larkhaven Teachers Guild');
  });

  test('a port that is taken is passed over where nobody asked for it', async () => {
    const port = Number(other());
    await expect(listen(session, FILES, port)).rejects.toThrow(/EADDRINUSE/);
  });
});
