// The advanced Gmail service: send with gmail.send, read lists, history and headers with gmail.metadata. Bodies are never
// given out. Marks as in apiErrors.ts; what is not marked is documented in the reference of the Gmail API, version 1.
import type { Gate, Method } from '../gate';
import { speak, type Language } from '../platformTexts';
import { PlatformError } from '../makeGate';
import { wholeScope } from '../scopes';
import { apiError, badRequest, badValue, forbidden, noScope, notFound, type ApiRefusal } from './apiErrors';
import { decodeWords, readRaw } from './headers';
import type { Mailbox } from './mailbox';
import type { HistoryRecord, StoredMessage } from './mailboxData';

/** By method, as the API's discovery document lists them (scopes of Gmail add-ons left out). */
const SEND = ['gmail.send', 'gmail.compose', 'gmail.modify', 'https://mail.google.com/'];
const READ = ['gmail.metadata', 'gmail.readonly', 'gmail.modify', 'https://mail.google.com/'];
const PROFILE = [...READ, 'gmail.compose'];

const USUAL_PAGE = 100;
const LARGEST_PAGE = 500;
const TYPES = ['messageAdded', 'messageDeleted', 'labelAdded', 'labelRemoved'];
const FORMATS = ['minimal', 'full', 'raw', 'metadata'];
const LABELS = new Set(
  'INBOX,SENT,DRAFT,SPAM,TRASH,UNREAD,STARRED,IMPORTANT,CHAT,CATEGORY_PERSONAL,CATEGORY_SOCIAL,CATEGORY_PROMOTIONS,CATEGORY_UPDATES,CATEGORY_FORUMS'.split(
    ',',
  ),
);

interface ReadOptions {
  readonly format?: string;
  readonly metadataHeaders?: string | readonly string[];
}

interface Page {
  readonly maxResults?: number;
  readonly pageToken?: string;
}

interface ListOptions extends Page {
  readonly q?: string | null;
  readonly labelIds?: string | readonly string[];
  readonly includeSpamTrash?: boolean;
}

interface HistoryOptions extends Page {
  readonly startHistoryId?: string | number;
  readonly labelId?: string;
  readonly historyTypes?: string | readonly string[];
}

export function makeGmail(
  gate: Gate,
  options: {
    readonly mailbox: Mailbox;
    readonly declared: ReadonlySet<string>;
    readonly granted: ReadonlySet<string>;
    readonly language: Language;
  },
): object {
  const { mailbox } = options;
  const allowed = (scope: string): boolean =>
    options.granted.has(wholeScope(scope)) && options.declared.has(wholeScope(scope));
  /** F (google-api-python-client#582, googleworkspace/cli#200): its limits hold even beside wider scopes. */
  const headersOnly = (): boolean => allowed('gmail.metadata');

  /** A method of the API, with its name as errors have it. */
  function method(
    name: string,
    scopes: readonly string[],
    args: Method['args'],
    run: (fail: (refusal: ApiRefusal) => never, ...args: never[]) => unknown,
  ): Method {
    const fail = (refusal: ApiRefusal): never => {
      throw apiError(name, refusal);
    };
    return {
      kind: 'call',
      scopes,
      needsAuthorization: true,
      answersForScopes: true,
      args,
      run: (...given: never[]) => {
        try {
          if (!scopes.some(allowed)) fail(noScope);
          // Sending counts itself: mail that the owner writes by hand uses up the same day.
          if (name !== 'gmail.users.messages.send') mailbox.charge(name);
          return run(fail, ...given);
        } catch (error) {
          if (!(error instanceof PlatformError)) throw error;
          throw new PlatformError(speak(error.message, options.language), error.name, error.fields);
        }
      },
    };
  }
  type Fail = (refusal: ApiRefusal) => never;

  /** Every call names the person: "me" or the account's own address. F: the words. */
  function checkUser(userId: string, fail: Fail): void {
    if (userId !== 'me' && userId.toLowerCase() !== mailbox.address.toLowerCase())
      fail(forbidden(`Delegation denied for ${mailbox.address}`));
  }

  function send(
    fail: Fail,
    { raw, threadId }: { readonly raw?: unknown; readonly threadId?: unknown },
    userId: string,
  ): object {
    checkUser(userId, fail);
    if (typeof raw !== 'string' || raw === '') {
      return fail(
        badRequest("'raw' RFC822 payload message string or uploading message via /upload/* URL required"),
      );
    }
    if (!/^[A-Za-z0-9_-]*={0,2}$/.test(raw) || raw.replace(/=+$/, '').length % 4 === 1)
      return fail(badValue("Invalid value at 'message.raw' (TYPE_BYTES), Base64 decoding failed"));
    if (threadId !== undefined && threadId !== null && typeof threadId !== 'string')
      return fail(badValue("Invalid value at 'message.thread_id' (TYPE_STRING)"));
    const sent = mailbox.send(
      Buffer.from(raw, 'base64url').toString('latin1'),
      threadId === '' ? null : (threadId ?? null),
    );
    return { id: sent.id, threadId: sent.threadId, labelIds: sent.labels };
  }

  /** F (a probe with gmail.metadata alone, 31 August 2026): no snippet; the payload is partId and headers, nothing else. */
  function view(message: StoredMessage, read: ReadOptions, fail: Fail, name: string): object {
    const format = read.format ?? 'full';
    if (!FORMATS.includes(format)) return fail(badValue(`Invalid value at 'format', "${format}"`));
    if (format === 'full' || format === 'raw') {
      if (headersOnly()) fail(forbidden(`Metadata scope doesn't allow format ${format.toUpperCase()}`));
      throw new Error(`Not in the stand-in: ${name} with format ${format}`);
    }
    const common = {
      id: message.id,
      threadId: message.threadId,
      ...(message.labels.length > 0 ? { labelIds: message.labels } : {}),
      historyId: String(message.historyId),
      internalDate: String(message.at),
      sizeEstimate: message.raw.length,
    };
    if (format === 'minimal') return common;
    const parsed = readRaw(message.raw);
    const wanted = read.metadataHeaders === undefined ? null : [read.metadataHeaders].flat();
    // F: without metadataHeaders every header comes, under the names the message has. M: asked for by name, case does not count.
    const headers = (parsed.ok ? parsed.headers : [])
      .filter(({ name: own }) => wanted?.some((other) => other.toLowerCase() === own.toLowerCase()) ?? true)
      .map(({ name: own, value }) => ({ name: own, value: decodeWords(value) }));
    // M: like every empty list of the API, one of headers is left out.
    return { ...common, payload: { partId: '', ...(headers.length > 0 ? { headers } : {}) } };
  }

  /** `token`: F: about 20 characters; it names the first entry of its page, so entries that come meanwhile shift nothing. */
  function page<T>(
    items: readonly T[],
    { maxResults, pageToken }: Page,
    tokenOf: (item: T) => string,
    fail: Fail,
  ): { items: T[]; next: { nextPageToken?: string } } {
    const given = pageToken ?? '';
    const start = given === '' ? 0 : items.findIndex((item) => tokenOf(item) === given);
    if (start < 0) return fail(badRequest('Invalid pageToken'));
    const end = start + Math.min(maxResults ?? USUAL_PAGE, LARGEST_PAGE);
    const following = items[end];
    return {
      items: items.slice(start, end),
      next: following === undefined ? {} : { nextPageToken: tokenOf(following) },
    };
  }
  const token = (number: bigint): string => number.toString().padStart(20, '0');

  function checkLabels(labels: readonly string[], fail: Fail): void {
    const unknown = labels.find((label) => !LABELS.has(label));
    if (unknown !== undefined) fail(badRequest(`Invalid label: ${unknown}`));
  }

  /** F: an id that is none, and one that is not there. */
  function checkId(id: string, fail: Fail): void {
    if (!/^[0-9a-f]{1,16}$/.test(id)) fail(badRequest('Invalid id value'));
  }

  function get(fail: Fail, userId: string, id: string, read: ReadOptions = {}): object {
    checkUser(userId, fail);
    checkId(id, fail);
    const message = mailbox.stored().find((other) => other.id === id);
    return message === undefined ? fail(notFound) : view(message, read, fail, 'gmail.users.messages.get');
  }

  function list(fail: Fail, userId: string, query: ListOptions = {}): object {
    checkUser(userId, fail);
    if (query.q !== undefined && query.q !== null) {
      // F: an empty q is refused as well.
      if (headersOnly()) fail(forbidden("Metadata scope does not support 'q' parameter"));
      throw new Error('Not in the stand-in: gmail.users.messages.list with q');
    }
    const labels = query.labelIds === undefined ? [] : [query.labelIds].flat();
    checkLabels(labels, fail);
    const found = mailbox
      .stored()
      .filter((message) => labels.every((label) => message.labels.includes(label)))
      .filter(
        (message) =>
          query.includeSpamTrash === true || labels.includes('SPAM') || !message.labels.includes('SPAM'),
      )
      .toReversed();
    const { items, next } = page(found, query, ({ id }) => token(BigInt(`0x${id}`)), fail);
    return {
      ...(items.length > 0 ? { messages: items.map(({ id, threadId }) => ({ id, threadId })) } : {}),
      ...next,
      resultSizeEstimate: found.length,
    };
  }

  function thread(fail: Fail, userId: string, id: string, read: ReadOptions = {}): object {
    checkUser(userId, fail);
    checkId(id, fail);
    const found = mailbox.stored().filter((message) => message.threadId === id);
    if (found.length === 0) return fail(notFound);
    return {
      id,
      historyId: String(Math.max(...found.map(({ historyId }) => historyId))),
      messages: found.map((message) => view(message, read, fail, 'gmail.users.threads.get')),
    };
  }

  /** F (spike and probe): ids that are too old or from the future are 404, texts are 400, no news leave the list out. */
  function history(fail: Fail, userId: string, query: HistoryOptions = {}): object {
    checkUser(userId, fail);
    const asked = String(query.startHistoryId ?? '');
    if (asked === '') return fail(badRequest('Missing required parameter: startHistoryId'));
    if (!/^\d+$/.test(asked))
      return fail(badValue(`Invalid value at 'start_history_id' (TYPE_UINT64), "${asked}"`));
    const types = query.historyTypes === undefined ? null : [query.historyTypes].flat();
    const stranger = types?.find((type) => !TYPES.includes(type));
    if (stranger !== undefined) return fail(badValue(`Invalid value at 'history_types', "${stranger}"`));
    if (query.labelId !== undefined) checkLabels([query.labelId], fail);
    const since = mailbox.historySince(Number(asked));
    if (since === null) return fail(notFound);
    const stored = new Map(mailbox.stored().map((message) => [message.id, message]));
    // M: labelId goes by the labels that a message has now.
    const wanted = since.filter(
      ({ kind, messageId }) =>
        (types?.includes(kind) ?? true) &&
        (query.labelId === undefined || stored.get(messageId)?.labels.includes(query.labelId) === true),
    );
    const { items, next } = page(wanted, query, ({ id }) => token(BigInt(id)), fail);
    return {
      ...(items.length > 0 ? { history: items.map((entry) => entryOf(entry, stored)) } : {}),
      ...next,
      historyId: String(mailbox.data().lastHistoryId),
    };
  }

  function profile(fail: Fail, userId: string): object {
    checkUser(userId, fail);
    const all = mailbox.stored();
    return {
      emailAddress: mailbox.address,
      messagesTotal: all.length,
      threadsTotal: new Set(all.map(({ threadId }) => threadId)).size,
      historyId: String(mailbox.data().lastHistoryId),
    };
  }

  const one = [
    ['String', 'String'],
    ['String', 'String', 'Object'],
  ];
  const many = [['String'], ['String', 'Object']];
  const Messages = gate.wrap('Gmail.Users.Messages', {
    send: method('gmail.users.messages.send', SEND, [['Object', 'String']], send),
    get: method('gmail.users.messages.get', READ, one, get),
    list: method('gmail.users.messages.list', READ, many, list),
  });
  const Threads = gate.wrap('Gmail.Users.Threads', {
    get: method('gmail.users.threads.get', READ, one, thread),
  });
  const History = gate.wrap('Gmail.Users.History', {
    list: method('gmail.users.history.list', READ, many, history),
  });
  const Users = gate.wrap(
    'Gmail.Users',
    { getProfile: method('gmail.users.getProfile', PROFILE, [['String']], profile) },
    { Messages, Threads, History },
  );
  return gate.wrap('Gmail', {}, { Users });
}

/** F: a record names the message once more beside the kind of change; M: what a deleted one still has. */
function entryOf(entry: HistoryRecord, stored: ReadonlyMap<string, StoredMessage>): object {
  const { id, kind, messageId, threadId, labels } = entry;
  const brief = { id: messageId, threadId };
  const labelIds = stored.get(messageId)?.labels;
  const message = labelIds === undefined ? brief : { ...brief, labelIds };
  const common = { id: String(id), messages: [brief] };
  if (kind === 'messageAdded') return { ...common, messagesAdded: [{ message }] };
  if (kind === 'messageDeleted') return { ...common, messagesDeleted: [{ message }] };
  return kind === 'labelRemoved' ? { ...common, labelsRemoved: [{ message, labelIds: labels }] } : common;
}
