// The advanced Gmail service: send with gmail.send, read headers with gmail.metadata. Bodies are never given out.
import type { Gate } from '../gate';
import { speak, type Language } from '../platformTexts';
import { PlatformError } from '../makeGate';
import { wholeScope } from '../scopes';
import { decodeWords, headerText, readRaw } from './headers';
import { apiError, type Mailbox, type StoredMessage } from './mailbox';

const SEND = ['gmail.send', 'gmail.compose', 'gmail.modify', 'https://mail.google.com/'];
const READ = ['gmail.metadata', 'gmail.readonly', 'gmail.modify', 'https://mail.google.com/'];
/** Any of these lifts the limits of gmail.metadata. */
const READ_ALL = ['gmail.readonly', 'gmail.modify', 'https://mail.google.com/'].map(wholeScope);

interface ReadOptions {
  readonly format?: string;
  readonly metadataHeaders?: string | readonly string[];
}

interface ListOptions {
  readonly q?: string;
  readonly labelIds?: string | readonly string[];
  readonly maxResults?: number;
  readonly pageToken?: string;
}

interface HistoryOptions {
  readonly startHistoryId?: string | number;
  readonly maxResults?: number;
  readonly pageToken?: string;
  readonly labelId?: string;
  readonly historyTypes?: string | readonly string[];
}

export function makeGmail(
  gate: Gate,
  options: { readonly mailbox: Mailbox; readonly granted: ReadonlySet<string>; readonly language: Language },
): object {
  const { mailbox } = options;
  const mayReadAll = READ_ALL.some((scope) => options.granted.has(scope));

  function fail(method: string, code: number, why: string): never {
    const { name, message, fields } = apiError(method, code, why);
    throw new PlatformError(speak(message, options.language), name, fields);
  }

  /** Every call names the person: "me" or the account's own address. */
  function checkUser(userId: string, method: string): void {
    if (userId !== 'me' && userId.toLowerCase() !== mailbox.address.toLowerCase()) {
      fail(method, 403, `Delegation denied for ${mailbox.address}`);
    }
  }

  function send(resource: { readonly raw?: unknown; readonly threadId?: unknown }, userId: string): object {
    const method = 'gmail.users.messages.send';
    checkUser(userId, method);
    const { raw, threadId } = resource;
    if (typeof raw !== 'string' || raw === '') {
      return fail(
        method,
        400,
        "'raw' RFC822 payload message string or uploading message via /upload/* URL required",
      );
    }
    if (!/^[A-Za-z0-9_-]*={0,2}$/.test(raw) || raw.replace(/=+$/, '').length % 4 === 1) {
      return fail(method, 400, "Invalid value at 'message.raw' (TYPE_BYTES), Base64 decoding failed");
    }
    if (threadId !== undefined && threadId !== null && typeof threadId !== 'string') {
      return fail(method, 400, "Invalid value at 'message.thread_id' (TYPE_STRING)");
    }
    try {
      const sent = mailbox.send(
        Buffer.from(raw, 'base64url').toString('latin1'),
        threadId === '' ? null : (threadId ?? null),
      );
      return { id: sent.id, threadId: sent.threadId, labelIds: sent.labels };
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      throw new PlatformError(speak(error.message, options.language), error.name, error.fields);
    }
  }

  function view(message: StoredMessage, read: ReadOptions, method: string): object {
    const format = read.format ?? 'full';
    if (format !== 'metadata' && format !== 'minimal') {
      if (!mayReadAll) fail(method, 403, `Metadata scope doesn't allow format ${format.toUpperCase()}`);
      throw new Error(`Not in the stand-in: ${method} with format ${format}`);
    }
    const common = {
      id: message.id,
      threadId: message.threadId,
      labelIds: message.labels,
      historyId: String(message.historyId),
      internalDate: String(message.at),
      sizeEstimate: message.raw.length,
    };
    if (format === 'minimal') return common;
    const parsed = readRaw(message.raw);
    const wanted = read.metadataHeaders === undefined ? null : [read.metadataHeaders].flat();
    const headers = (parsed.ok ? parsed.headers : [])
      .filter(({ name }) => wanted?.some((other) => other.toLowerCase() === name.toLowerCase()) ?? true)
      .map(({ name, value }) => ({ name, value: decodeWords(value) }));
    const mimeType = parsed.ok ? headerText(parsed.headers, 'Content-Type').replace(/;.*/, '') : '';
    return { ...common, payload: { mimeType, headers } };
  }

  function page<T>(
    items: readonly T[],
    most: number | undefined,
    token: string | undefined,
  ): { items: T[]; next: string } {
    const start = Number(token ?? 0);
    const end = start + Math.min(most ?? 100, 500);
    return { items: items.slice(start, end), next: end < items.length ? String(end) : '' };
  }

  function get(userId: string, id: string, read: ReadOptions = {}): object {
    const method = 'gmail.users.messages.get';
    checkUser(userId, method);
    const message = mailbox.stored().find((other) => other.id === id);
    return message === undefined
      ? fail(method, 404, 'Requested entity was not found.')
      : view(message, read, method);
  }

  function list(userId: string, query: ListOptions = {}): object {
    const method = 'gmail.users.messages.list';
    checkUser(userId, method);
    if (query.q !== undefined) {
      if (!mayReadAll) fail(method, 403, "Metadata scope does not support 'q' parameter");
      throw new Error(`Not in the stand-in: ${method} with q`);
    }
    const labels = query.labelIds === undefined ? [] : [query.labelIds].flat();
    const found = mailbox
      .stored()
      .filter((message) => labels.every((label) => message.labels.includes(label)))
      .toReversed();
    const { items, next } = page(found, query.maxResults, query.pageToken);
    return {
      ...(items.length > 0 ? { messages: items.map(({ id, threadId }) => ({ id, threadId })) } : {}),
      ...(next === '' ? {} : { nextPageToken: next }),
      resultSizeEstimate: found.length,
    };
  }

  function thread(userId: string, id: string, read: ReadOptions = {}): object {
    const method = 'gmail.users.threads.get';
    checkUser(userId, method);
    const found = mailbox.stored().filter((message) => message.threadId === id);
    if (found.length === 0) return fail(method, 404, 'Requested entity was not found.');
    return {
      id,
      historyId: String(found.at(-1)?.historyId ?? 0),
      messages: found.map((message) => view(message, read, method)),
    };
  }

  function history(userId: string, query: HistoryOptions = {}): object {
    const method = 'gmail.users.history.list';
    checkUser(userId, method);
    const start = Number(query.startHistoryId);
    if (!Number.isInteger(start)) return fail(method, 400, 'Missing required parameter: startHistoryId');
    const { lastHistoryId, oldestHistoryId } = mailbox.data();
    if (start < oldestHistoryId || start > lastHistoryId)
      fail(method, 404, 'Requested entity was not found.');
    const types = query.historyTypes === undefined ? null : [query.historyTypes].flat();
    const added = mailbox
      .stored()
      .filter(
        ({ historyId, labels }) =>
          historyId > start && (query.labelId === undefined || labels.includes(query.labelId)),
      );
    const { items, next } = page(
      types === null || types.includes('messageAdded') ? added : [],
      query.maxResults,
      query.pageToken,
    );
    const entries = items.map(({ id, threadId, labels, historyId }) => ({
      id: String(historyId),
      messages: [{ id, threadId }],
      messagesAdded: [{ message: { id, threadId, labelIds: labels } }],
    }));
    return {
      ...(entries.length > 0 ? { history: entries } : {}),
      ...(next === '' ? {} : { nextPageToken: next }),
      historyId: String(lastHistoryId),
    };
  }

  function profile(userId: string): object {
    checkUser(userId, 'gmail.users.getProfile');
    const all = mailbox.stored();
    return {
      emailAddress: mailbox.address,
      messagesTotal: all.length,
      threadsTotal: new Set(all.map(({ threadId }) => threadId)).size,
      historyId: String(mailbox.data().lastHistoryId),
    };
  }

  const read = { kind: 'call', scopes: READ, needsAuthorization: true } as const;
  const one = [
    ['String', 'String'],
    ['String', 'String', 'Object'],
  ];
  const many = [['String'], ['String', 'Object']];
  const Messages = gate.wrap('Gmail.Users.Messages', {
    send: { kind: 'call', scopes: SEND, needsAuthorization: true, args: [['Object', 'String']], run: send },
    get: { ...read, args: one, run: get },
    list: { ...read, args: many, run: list },
  });
  const Threads = gate.wrap('Gmail.Users.Threads', { get: { ...read, args: one, run: thread } });
  const History = gate.wrap('Gmail.Users.History', { list: { ...read, args: many, run: history } });
  const Users = gate.wrap(
    'Gmail.Users',
    { getProfile: { ...read, args: [['String']], run: profile } },
    { Messages, Threads, History },
  );
  return gate.wrap('Gmail', {}, { Users });
}
