// The Gmail service as the add-on meets it: lists, history and headers under gmail.metadata, and every refusal.
import { describe, expect, test } from '@jest/globals';
import type { Host, HostOptions } from '../../../workbench/host/createHost';
import { host, WITH_REPLIES } from '../host/fixtures';

const CODE = `
function api(path, args) {
  const names = path.split('.');
  const owner = names.slice(0, -1).reduce((from, name) => from[name], Gmail.Users);
  try { return { value: owner[names[names.length - 1]](...args) }; }
  catch (e) { return { name: e.name, message: e.message, details: e.details || null, keys: Object.keys(e).sort() }; }
}
function send(to, subject, threadId, more) {
  const raw = Utilities.base64EncodeWebSafe('To: ' + to + '\\r\\nSubject: ' + subject + '\\r\\n' + (more || '') + '\\r\\nHello');
  return Gmail.Users.Messages.send(threadId ? { raw, threadId } : { raw }, 'me');
}`;

interface Answer {
  readonly value?: Readonly<Record<string, never>>;
  readonly name?: string;
  readonly message?: string;
  readonly details?: {
    readonly code: number;
    readonly message: string;
    readonly errors: readonly Record<string, string>[];
  } | null;
  readonly keys?: readonly string[];
}
type Plain = Readonly<Record<string, unknown>>;

const open = (options: Partial<HostOptions> = {}) => host(CODE, { manifest: WITH_REPLIES, ...options });
const api = (h: Host, path: string, ...args: unknown[]): Answer => h.call('api', path, args) as Answer;
const value = (h: Host, path: string, ...args: unknown[]): Plain => {
  const answer = api(h, path, ...args);
  if (answer.value === undefined) throw new Error(answer.message);
  return answer.value;
};
const sendTo = (h: Host, to = 'dee@example.com', subject = 'Hi', threadId = '', more = '') =>
  h.call('send', to, subject, threadId, more) as { id: string; threadId: string; labelIds: string[] };
const start = (h: Host) => value(h, 'getProfile', 'me')['historyId'] as string;
const since = (h: Host, id: string, more: object = {}) =>
  value(h, 'History.list', 'me', { startHistoryId: id, historyTypes: ['messageAdded'], ...more });
interface Entry {
  readonly id: string;
  readonly messages: Plain[];
  readonly messagesAdded?: { readonly message: Plain }[];
}
const entries = (answer: Plain) => (answer['history'] ?? []) as Entry[];

describe('what the permission allows, method by method', () => {
  const READS: readonly (readonly [string, ...unknown[]])[] = [
    ['getProfile', 'me'],
    ['Messages.list', 'me'],
    ['Messages.get', 'me', '1', { format: 'metadata' }],
    ['Threads.get', 'me', '1', { format: 'metadata' }],
    ['History.list', 'me', { startHistoryId: '1' }],
  ];

  test.each(READS)('with gmail.send alone %s is refused by the API, sending is not', (path, ...args) => {
    const h = open();
    h.revoke('gmail.metadata');
    expect(sendTo(h).labelIds).toEqual(['SENT']);
    expect(api(h, path, ...args)).toEqual({
      name: 'GoogleJsonResponseException',
      message: `API call to gmail.users.${path[0]!.toLowerCase()}${path.slice(1)} failed with error: Request had insufficient authentication scopes.`,
      details: {
        code: 403,
        message: 'Request had insufficient authentication scopes.',
        errors: [
          {
            domain: 'global',
            reason: 'insufficientPermissions',
            message: 'Request had insufficient authentication scopes.',
          },
        ],
      },
      keys: ['details', 'name'],
    });
  });

  test.each(READS)('a build that does not declare gmail.metadata gets the same of %s', (path, ...args) => {
    const h = host(CODE, { scopes: ['gmail.send', 'gmail.metadata'] });
    expect(api(h, path, ...args).details?.errors[0]?.['reason']).toBe('insufficientPermissions');
  });

  test('with gmail.metadata alone nothing can be sent', () => {
    const h = open({ scopes: ['gmail.metadata'] });
    expect(value(h, 'getProfile', 'me')).toMatchObject({ emailAddress: 'lead@example.org' });
    expect(api(h, 'Messages.send', { raw: 'x' }, 'me').details?.code).toBe(403);
  });

  test('a permission taken away between two calls counts from the next call on', () => {
    const h = open();
    expect(api(h, 'Messages.list', 'me').value).toBeDefined();
    h.revoke('gmail.metadata');
    expect(api(h, 'Messages.list', 'me').details?.code).toBe(403);
  });

  test('gmail.metadata gives no text, no search, not even an empty one, and not beside a wider permission', () => {
    const wide = [...WITH_REPLIES.oauthScopes!, 'https://www.googleapis.com/auth/gmail.readonly'];
    for (const manifest of [WITH_REPLIES, { ...WITH_REPLIES, oauthScopes: wide }]) {
      const h = open({ manifest });
      const { id } = sendTo(h);
      for (const [args, why] of [
        [['Messages.get', 'me', id], "Metadata scope doesn't allow format FULL"],
        [['Messages.get', 'me', id, { format: 'full' }], "Metadata scope doesn't allow format FULL"],
        [['Messages.get', 'me', id, { format: 'raw' }], "Metadata scope doesn't allow format RAW"],
        [['Threads.get', 'me', id], "Metadata scope doesn't allow format FULL"],
        [['Messages.list', 'me', { q: 'from:dee' }], "Metadata scope does not support 'q' parameter"],
        [['Messages.list', 'me', { q: '' }], "Metadata scope does not support 'q' parameter"],
      ] as const) {
        const [path, ...rest] = args;
        expect(api(h, path, ...rest).details).toMatchObject({
          code: 403,
          message: why,
          errors: [{ reason: 'forbidden', domain: 'global' }],
        });
      }
    }
  });

  test('nobody else’s mailbox is reached, the own address is as good as “me”', () => {
    const h = open();
    expect(api(h, 'Messages.list', 'lead@example.org').value).toBeDefined();
    expect(api(h, 'Messages.list', 'ben@example.org').message).toContain(
      'Delegation denied for lead@example.org',
    );
  });

  test('errors are told in the person’s language, their codes and reasons are the same', () => {
    const h = open({ language: 'de' });
    const { message, details } = api(h, 'History.list', 'me', { startHistoryId: '1' });
    expect(message).toContain('fehlgeschlagen');
    expect(details).toMatchObject({ code: 404, errors: [{ reason: 'notFound' }] });
  });
});

describe('one message', () => {
  test('its headers, without text, snippet or parts; its moment as text', () => {
    const h = open();
    const { id } = sendTo(h, 'Dee <dee@example.com>', 'Hi', '', 'X-Outreach-Key: k-1\r\n');
    const message = value(h, 'Messages.get', 'me', id, { format: 'metadata' });
    expect(Object.keys(message).sort()).toEqual([
      'historyId',
      'id',
      'internalDate',
      'labelIds',
      'payload',
      'sizeEstimate',
      'threadId',
    ]);
    const payload = message['payload'] as { headers: { name: string; value: string }[] };
    expect(Object.keys(payload).sort()).toEqual(['headers', 'partId']);
    const names = payload.headers.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['Received', 'Message-Id', 'To', 'X-Outreach-Key', 'Date']));
    expect(new Date(Number(message['internalDate'])).toISOString()).toMatch(/^2026-11-12T/);
    expect(message['labelIds']).toEqual(['SENT']);
  });

  test('headers that are asked for come whatever their case, those that are not there do not', () => {
    const h = open();
    const { id } = sendTo(h, 'dee@example.com', 'Hi', '', 'X-Outreach-Key: k-1\r\n');
    const read = (metadataHeaders: readonly string[]) =>
      value(h, 'Messages.get', 'me', id, { format: 'metadata', metadataHeaders })['payload'];
    expect(read(['x-outreach-KEY', 'X-Autoreply'])).toEqual({
      partId: '',
      headers: [{ name: 'X-Outreach-Key', value: 'k-1' }],
    });
    expect(read(['X-Autoreply'])).toEqual({ partId: '' });
  });

  test('minimal gives labels and ids only', () => {
    const h = open();
    const { id } = sendTo(h);
    expect(Object.keys(value(h, 'Messages.get', 'me', id, { format: 'minimal' })).sort()).toEqual([
      'historyId',
      'id',
      'internalDate',
      'labelIds',
      'sizeEstimate',
      'threadId',
    ]);
  });

  test('an id that is none, one that is not there, a format that is none', () => {
    const h = open();
    const { id } = sendTo(h);
    const get = (...args: unknown[]) => api(h, 'Messages.get', 'me', ...args).details;
    expect(get('no id', { format: 'minimal' })).toMatchObject({ code: 400, message: 'Invalid id value' });
    expect(get('19a', { format: 'minimal' })).toMatchObject({ code: 404 });
    expect(get(id, { format: 'headers' })).toMatchObject({ code: 400, errors: [{ reason: 'invalid' }] });
  });

  test('a message to oneself is one message, sent and received', () => {
    const h = open();
    expect(sendTo(h, 'lead+test@example.org').labelIds).toEqual(['SENT', 'INBOX', 'UNREAD']);
    expect(h.mailbox.messages()).toHaveLength(1);
  });

  test('our Message-ID is put aside, whoever is named as sender', () => {
    const h = open();
    sendTo(h, 'dee@example.com', 'Hi', '', 'Message-ID: <ours@example.org>\r\nFrom: boss@example.com\r\n');
    const { messageId, from, raw } = h.mailbox.messages()[0]!;
    expect(messageId).toMatch(/@mail\.gmail\.com>$/);
    expect(raw).toContain('X-Google-Original-Message-ID: <ours@example.org>');
    expect(from).toContain('<lead@example.org>');
  });
});

describe('the newest messages', () => {
  test('newest first, by labels that all must fit, spam only when asked for', () => {
    const h = open();
    const first = sendTo(h, 'dee@example.com', 'One');
    const second = sendTo(h, 'eve@example.com', 'Two');
    const answer = h.mailbox.answer(first.id, { text: 'Yes' });
    const spam = h.mailbox.answer(second.id, { text: 'Yes', spam: true });
    const list = (query: object) =>
      ((value(h, 'Messages.list', 'me', query)['messages'] ?? []) as Plain[]).map(({ id }) => id);
    expect(list({})).toEqual([answer, second.id, first.id]);
    expect(list({ labelIds: ['SENT'] })).toEqual([second.id, first.id]);
    expect(list({ labelIds: ['INBOX', 'UNREAD'] })).toEqual([answer]);
    expect(list({ includeSpamTrash: true })).toEqual([spam, answer, second.id, first.id]);
    expect(value(h, 'Messages.list', 'me', { labelIds: 'DRAFT' })).toEqual({ resultSizeEstimate: 0 });
    expect(api(h, 'Messages.list', 'me', { labelIds: ['Mine'] }).message).toContain('Invalid label: Mine');
  });

  test('pages do not shift when a message comes in between, and a page has at most 500', () => {
    const h = open();
    h.mailbox.limit({ unitsPerMinute: 1e6, perDay: 1e6 });
    const ids = Array.from({ length: 620 }, (_, n) =>
      h.mailbox.receive({ from: `p${n}@example.com`, subject: `S${n}`, text: '' }),
    ).toReversed();
    const page = (query: object) => value(h, 'Messages.list', 'me', query);
    const first = page({ maxResults: 900 });
    h.mailbox.receive({ from: 'late@example.com', subject: 'Late', text: '' });
    const second = page({ maxResults: 500, pageToken: first['nextPageToken'] });
    const idsOf = (of: Plain) => (of['messages'] as Plain[]).map(({ id }) => id);
    expect(idsOf(first)).toHaveLength(500);
    expect([...idsOf(first), ...idsOf(second)]).toEqual(ids);
    expect(second['nextPageToken']).toBeUndefined();
    expect(idsOf(page({}))).toHaveLength(100);
    expect(api(h, 'Messages.list', 'me', { pageToken: '7' }).details?.code).toBe(400);
  });
});

describe('the history', () => {
  test('ids rise; nothing new leaves the list out; each record names its message twice', () => {
    const h = open();
    const sent = sendTo(h);
    const from = start(h);
    expect(since(h, from)).toEqual({ historyId: from });
    const answer = h.mailbox.answer(sent.id, { text: 'Yes' });
    const news = since(h, from);
    expect(entries(news)).toEqual([
      {
        id: expect.stringMatching(/^\d+$/),
        messages: [{ id: answer, threadId: sent.threadId }],
        messagesAdded: [{ message: { id: answer, threadId: sent.threadId, labelIds: ['INBOX', 'UNREAD'] } }],
      },
    ]);
    expect(Number(news['historyId'])).toBeGreaterThan(Number(from));
    expect(since(h, news['historyId'] as string)).toEqual({ historyId: news['historyId'] });
  });

  test('asked for all kinds, records without a kind and of other kinds are among them', () => {
    const h = open();
    const from = start(h);
    const sent = sendTo(h);
    const answer = h.mailbox.answer(sent.id, { text: 'Yes' });
    h.mailbox.read(answer);
    h.mailbox.erase(answer);
    const kinds = entries(value(h, 'History.list', 'me', { startHistoryId: from })).map((entry) =>
      Object.keys(entry)
        .filter((key) => key !== 'id' && key !== 'messages')
        .join(),
    );
    expect(kinds).toEqual(['messagesAdded', '', 'messagesAdded', '', 'labelsRemoved', 'messagesDeleted']);
    expect(entries(since(h, from))).toHaveLength(2);
    expect(api(h, 'Messages.get', 'me', answer, { format: 'metadata' }).details?.code).toBe(404);
  });

  test('an old message that is opened is no new message', () => {
    const h = open();
    const answer = h.mailbox.answer(sendTo(h).id, { text: 'Yes' });
    const from = start(h);
    h.mailbox.read(answer);
    expect(entries(since(h, from))).toEqual([]);
    expect(Number(start(h))).toBeGreaterThan(Number(from));
  });

  test('drafts and what the owner writes by hand are in it, with their labels', () => {
    const h = open();
    const sent = sendTo(h);
    const from = start(h);
    h.mailbox.write({ to: 'dee@example.com', text: 'One more word', answers: sent.id, draft: true });
    h.mailbox.write({ to: 'dee@example.com', text: 'One more word', answers: sent.id });
    const added = entries(since(h, from)).map(({ messagesAdded }) => messagesAdded?.[0]?.message);
    expect(added.map((message) => [message?.['threadId'], message?.['labelIds']])).toEqual([
      [sent.threadId, ['DRAFT']],
      [sent.threadId, ['SENT']],
    ]);
    expect(entries(since(h, from, { labelId: 'SENT' }))).toHaveLength(1);
    expect(h.mailbox.used()).toBe(2);
  });

  test('pages follow each other', () => {
    const h = open();
    const from = start(h);
    for (let n = 0; n < 5; n++) h.mailbox.receive({ from: 'dee@example.com', subject: `S${n}`, text: '' });
    const seen: string[] = [];
    let pageToken: unknown;
    do {
      const answer = since(h, from, { maxResults: 2, ...(pageToken === undefined ? {} : { pageToken }) });
      seen.push(...entries(answer).map(({ messages }) => messages[0]!['id'] as string));
      pageToken = answer['nextPageToken'];
    } while (pageToken !== undefined);
    expect(seen).toEqual(h.mailbox.stored().map(({ id }) => id));
  });

  test.each([
    ['too old', (h: Host) => (h.mailbox.forgetHistory(), String(Number(start(h)) - 1)), 404, 'notFound'],
    ['1', () => '1', 404, 'notFound'],
    ['from the future', (h: Host) => String(Number(start(h)) + 1_000_000), 404, 'notFound'],
    ['a text', () => 'abc', 400, 'invalid'],
    ['negative', () => '-5', 400, 'invalid'],
  ])('an id that is %s', (_, idOf, code, reason) => {
    const h = open();
    sendTo(h);
    const id = idOf(h);
    const { details } = api(h, 'History.list', 'me', { startHistoryId: id });
    expect([details?.code, details?.errors[0]?.['reason']]).toEqual([code, reason]);
  });

  test('after a week with news the id is forgotten; a quiet mailbox keeps it', () => {
    const h = open();
    const sent = sendTo(h);
    const from = start(h);
    h.advance(30);
    expect(since(h, from)).toEqual({ historyId: from });
    h.mailbox.answer(sent.id, { text: 'Yes' });
    expect(entries(since(h, from))).toHaveLength(1);
    h.advance(8);
    expect(api(h, 'History.list', 'me', { startHistoryId: from }).details?.code).toBe(404);
  });
});

describe('which conversation a message joins', () => {
  test('an answer with the same subject joins, with another subject it does not', () => {
    const h = open();
    const sent = sendTo(h);
    const [same, other] = [
      h.mailbox.answer(sent.id, { text: 'Yes', from: 'dee.home@example.net', subject: 'AW: Hi' }),
      h.mailbox.answer(sent.id, { text: 'Yes', subject: 'Something else' }),
    ];
    const threadOf = (id: string) => h.mailbox.stored().find((message) => message.id === id)!.threadId;
    expect([threadOf(same), threadOf(other)]).toEqual([sent.threadId, other]);
  });

  test('a mail that refers to nothing joins only the same subject, by somebody of the thread, within a week', () => {
    const h = open();
    const sent = sendTo(h, 'dee@example.com', 'Health care');
    const arrive = (from: string, subject: string) => {
      const id = h.mailbox.receive({ from, subject, text: '' });
      return h.mailbox.stored().find((message) => message.id === id)!.threadId === sent.threadId;
    };
    expect(arrive('eve@example.com', 'Re: Health care')).toBe(false);
    expect(arrive('dee@example.com', 'About your mail')).toBe(false);
    expect(arrive('Dee <dee@example.com>', 'Re: Health care')).toBe(true);
    h.advance(8);
    expect(arrive('dee@example.com', 'Re: Health care')).toBe(false);
  });
});

describe('limits and troubles', () => {
  test('reading uses up the minute as sending does', () => {
    const h = open();
    h.mailbox.limit({ unitsPerMinute: 130 });
    const { id } = sendTo(h);
    expect(api(h, 'Messages.get', 'me', id, { format: 'minimal' }).value).toBeDefined();
    const { message, details } = api(h, 'Messages.get', 'me', id, { format: 'minimal' });
    expect(message).toContain("Quota exceeded for quota metric 'Total Query Cost'");
    expect(details).toMatchObject({
      code: 403,
      errors: [{ reason: 'rateLimitExceeded', domain: 'usageLimits' }],
    });
    h.advance(1);
    expect(api(h, 'Messages.get', 'me', id, { format: 'minimal' }).value).toBeDefined();
  });

  test('over the day’s limit Gmail refuses with the time, or takes the message and gives it back', () => {
    const h = open();
    h.mailbox.limit({ perDay: 1 });
    sendTo(h);
    const again = {
      raw: Buffer.from('To: eve@example.com\r\nSubject: Hi\r\n\r\nHello').toString('base64url'),
    };
    expect(api(h, 'Messages.send', again, 'me').details).toMatchObject({
      code: 429,
      message: expect.stringMatching(
        /^User-rate limit exceeded. {2}Retry after 2026-11-13T.*\(Mail sending\)$/,
      ),
      errors: [{ reason: 'rateLimitExceeded' }],
    });
    h.mailbox.limit({ takesAndGivesBack: true });
    const taken = api(h, 'Messages.send', again, 'me').value as Plain | undefined;
    const back = h.mailbox.messages().at(-1)!;
    expect([back.threadId, back.subject]).toEqual([
      taken!['threadId'],
      'Delivery Status Notification (Failure)',
    ]);
    expect(Buffer.from(h.mailbox.eml(back.id)).toString()).toContain('5.4.5');
  });

  test.each([
    ['userRateLimitExceeded', 403, 'userRateLimitExceeded', 'usageLimits'],
    ['dailyLimitExceeded', 403, 'dailyLimitExceeded', 'usageLimits'],
    ['tooManyConcurrent', 429, 'rateLimitExceeded', 'usageLimits'],
    ['backendError', 500, 'backendError', 'global'],
    ['authError', 401, 'authError', 'global'],
    ['mailServiceNotEnabled', 400, 'failedPrecondition', 'global'],
  ] as const)(
    'Gmail can be told to refuse with %s after so many calls, until it is told otherwise',
    (trouble, code, reason, domain) => {
      const h = open();
      h.mailbox.refuse(trouble, 1);
      expect(api(h, 'Messages.list', 'me').value).toBeDefined();
      for (const path of ['Messages.list', 'getProfile'])
        expect(api(h, path, 'me').details).toMatchObject({ code, errors: [{ reason, domain }] });
      h.mailbox.refuse(null);
      expect(api(h, 'Messages.list', 'me').value).toBeDefined();
    },
  );

  test('an empty answer is a plain exception that tells nothing', () => {
    const h = open();
    h.mailbox.refuse('emptyResponse');
    expect(api(h, 'getProfile', 'me')).toMatchObject({
      name: 'Exception',
      message: 'API call to gmail.users.getProfile failed with error: Empty response',
      details: null,
    });
  });
});
