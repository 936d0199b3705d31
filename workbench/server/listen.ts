// The server of the workbench: this computer only, and only the page that it served itself may drive it.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { MAX_FILE_BYTES, TOO_BIG } from '../host/sheets/files';
import { framedPage, indexHtml, type PageFiles } from './page';
import type { Session } from './session';
import { TOKEN_HEADER, WINDOW_HEADER, type ActionName, type Happening } from './wire';

export const MOST_UPLOAD = MAX_FILE_BYTES;
/** A pasted block of a large sheet; files come another way. */
const MOST_BODY = 32 * 1024 * 1024;
const FIRST_PORT = 4321;
const PORTS_TRIED = 50;

export const TOO_LARGE = `This file ${TOO_BIG}`;

export interface Listening {
  /** Address to open. */
  readonly url: string;
  readonly token: string;
  close(): Promise<void>;
}

/** `port` null looks for a free one from 4321 on; 0 lets the system choose. Throws where no port can be had. */
export async function listen(
  session: Session,
  files: PageFiles,
  port: number | null = null,
): Promise<Listening> {
  const token = randomBytes(24).toString('base64url');
  /** Each stream of happenings, with what ends its listening. */
  const streams = new Map<ServerResponse, () => void>();
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent)
        reply(response, 500, { told: `The workbench failed: ${(error as Error).message}` });
      else response.end();
    });
  };
  const servers = await findPort(handle, port);
  const at = portOf(servers[0]);
  // Two names of this computer are two origins to the browser: the add-on's pages cannot reach into the page.
  const home = `http://127.0.0.1:${at}`;
  const frames = `http://localhost:${at}`;
  const hosts = new Set([`127.0.0.1:${at}`, `localhost:${at}`]);
  const knows = (given: string | null | undefined): boolean => {
    const [a, b] = [Buffer.from(given ?? ''), Buffer.from(token)];
    return a.length === b.length && timingSafeEqual(a, b);
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const host = request.headers.host ?? '';
    if (!hosts.has(host)) {
      text(response, 403, 'text/plain', 'The workbench answers only to this computer.');
      return;
    }
    const url = new URL(request.url ?? '/', `http://${host}`);
    const framed = host.startsWith('localhost');
    if (/^\/(sidebar|dialog)\//.test(url.pathname) && framed) {
      const html = session.document(url.pathname);
      if (html === null) text(response, 404, 'text/plain', 'This page of the add-on is closed.');
      else text(response, 200, 'text/html', framedPage(html, files.shim, session.functions(), home), home);
      return;
    }
    if (framed) {
      response.writeHead(302, { location: home + url.pathname }).end();
      return;
    }
    if (!url.pathname.startsWith('/api/')) {
      asset(response, url.pathname);
      return;
    }
    const origin = request.headers.origin;
    const given = request.headers[TOKEN_HEADER] ?? url.searchParams.get('token');
    if ((origin !== undefined && origin !== home) || !knows(typeof given === 'string' ? given : null)) {
      reply(response, 403, { told: 'The workbench was started anew. Reload this page.' });
      return;
    }
    await api(request, response, url);
  }

  function asset(response: ServerResponse, path: string): void {
    if (path === '/') text(response, 200, 'text/html', indexHtml(token, frames), "'none'");
    else if (path === '/page.js') text(response, 200, 'text/javascript', files.script);
    else if (path === '/page.css') text(response, 200, 'text/css', files.style);
    else text(response, 404, 'text/plain', 'There is nothing here.');
  }

  async function api(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const name = url.pathname.slice('/api/'.length);
    if (request.method === 'GET' && name === 'happenings') {
      openStream(response, nameOf(url.searchParams.get('window')));
      return;
    }
    if (request.method === 'GET' && name === 'copy') {
      const kind = url.searchParams.get('kind') === 'csv' ? 'csv' : 'xlsx';
      const copy = await session.saveCopy(kind, Number(url.searchParams.get('tab')));
      response.writeHead(200, {
        ...headers('application/octet-stream'),
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(copy.name)}`,
      });
      response.end(copy.bytes);
      return;
    }
    if (request.method !== 'POST') {
      reply(response, 405, { told: 'This cannot be asked for.' });
      return;
    }
    const body = await readBody(request, name === 'open' ? MOST_UPLOAD : MOST_BODY);
    if (body === null) {
      reply(response, 413, {
        told: name === 'open' ? TOO_LARGE : 'This is more than the workbench takes at once.',
      });
      return;
    }
    if (name === 'open') {
      reply(response, 200, await session.open(url.searchParams.get('name') ?? '', body));
      return;
    }
    if (!session.actions.has(name)) {
      reply(response, 404, { told: 'This cannot be asked for.' });
      return;
    }
    let sent: unknown;
    try {
      sent = JSON.parse(body.toString('utf8'));
    } catch {
      reply(response, 400, { told: 'This cannot be read.' });
      return;
    }
    reply(
      response,
      200,
      await session.act(name as ActionName, sent as never, nameOf(request.headers[WINDOW_HEADER])),
    );
  }

  function openStream(response: ServerResponse, window: string): void {
    response.writeHead(200, { ...headers('text/event-stream'), connection: 'keep-alive' });
    const forget = session.onHappening((happening) => {
      send(response, happening);
    }, window);
    streams.set(response, forget);
    response.on('close', () => {
      streams.delete(response);
      forget();
    });
    send(response, { frame: session.frame(window) });
  }

  return {
    url: `${home}/`,
    token,
    close: () =>
      new Promise((resolve) => {
        for (const [stream, forget] of streams) {
          forget();
          stream.end();
        }
        const closed = servers.map((server) => {
          server.closeAllConnections();
          return new Promise<void>((done) =>
            server.close(() => {
              done();
            }),
          );
        });
        void Promise.all(closed).then(() => {
          resolve();
        });
      }),
  };
}

/** The name of a window as its page gives it; '' for anything else. */
const nameOf = (given: unknown): string =>
  typeof given === 'string' && /^[\w-]{1,40}$/.test(given) ? given : '';

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

const portOf = (server: Server | undefined): number => {
  const address = server?.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

function open(handle: Handle, host: string, port: number): Promise<Server> {
  const server = createServer(handle);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}

/**
 * Both addresses of this computer at one port, since "localhost" may mean either: another program at the second would
 * get what is meant for us. A computer without the second has the first alone.
 */
async function findPort(handle: Handle, port: number | null): Promise<Server[]> {
  for (let tried = 0; ; tried++) {
    let first: Server | null = null;
    try {
      first = await open(handle, '127.0.0.1', port ?? FIRST_PORT + tried);
      return [first, await open(handle, '::1', portOf(first))];
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (first !== null && !taken) return [first];
      first?.close();
      if (!taken || (port !== null && port !== 0) || tried >= PORTS_TRIED) throw error;
    }
  }
}

/** null where it is larger than `most` bytes. */
async function readBody(request: IncomingMessage, most: number): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= most) parts.push(part);
    // What is too large is still read to its end, or the browser would show a broken connection in place of our line.
    else parts.length = 0;
  }
  return size > most ? null : Buffer.concat(parts);
}

/** `frameAncestors`: who may show it in a frame. */
function headers(type: string, frameAncestors = "'none'"): Record<string, string> {
  return {
    'content-type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy': `frame-ancestors ${frameAncestors}`,
  };
}

function text(
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
  frameAncestors?: string,
): void {
  response.writeHead(status, headers(type, frameAncestors)).end(body);
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, headers('application/json')).end(JSON.stringify(body));
}

function send(stream: ServerResponse, happening: Happening): void {
  stream.write(`data: ${JSON.stringify(happening)}\n\n`);
}
