// One person's mailbox: what was sent through it, what came back, and the account's limits. A test, the page or a judge
// plays the recipients: answer, bounce, outOfOffice.
import { PlatformError } from '../makeGate';
import { headerText, readAddresses, readRaw, type Headers } from './headers';

export interface StoredMessage {
  readonly id: string;
  readonly threadId: string;
  readonly historyId: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly labels: readonly string[];
  /** As delivered, one character a byte. */
  readonly raw: string;
  /** Everybody it went to: to, cc and bcc. */
  readonly recipients: readonly string[];
}

export interface MailboxLimits {
  /** Recipients in any 24 hours: about 500 for a Gmail account. */
  readonly perDay: number;
  /** Sends in any minute: 6,000 units of 100 for a new Cloud project. */
  readonly perMinute: number;
  readonly perMessage: number;
}

export const USUAL_LIMITS: MailboxLimits = { perDay: 500, perMinute: 60, perMessage: 50 };

export interface MailboxData {
  readonly address: string;
  readonly limits: MailboxLimits;
  readonly messages: readonly StoredMessage[];
  readonly lastHistoryId: number;
  /** History before this id is forgotten: history.list answers 404. */
  readonly oldestHistoryId: number;
}

export interface MessageView {
  readonly id: string;
  readonly threadId: string;
  readonly at: number;
  readonly direction: 'sent' | 'received';
  readonly from: string;
  readonly to: string;
  readonly cc: string;
  readonly subject: string;
  readonly messageId: string;
  readonly headers: Headers;
  readonly recipients: readonly string[];
  readonly raw: string;
}

export interface Mailbox {
  readonly address: string;
  /** Oldest first. */
  messages(): MessageView[];
  stored(): readonly StoredMessage[];
  /** A person's answer to a message of ours, in its thread. Returns its id. */
  answer(
    messageId: string,
    answer: { readonly from?: string; readonly text: string; readonly subject?: string },
  ): string;
  /** The address does not exist: a message of the mail system, in the same thread. */
  bounce(messageId: string): string;
  outOfOffice(messageId: string, text?: string): string;
  /** Mail that belongs to no thread of ours. */
  receive(mail: { readonly from: string; readonly subject: string; readonly text: string }): string;
  /** Sets limits of the account, for example { perDay: 3 }. */
  limit(limits: Partial<MailboxLimits>): void;
  /** Recipients of the last 24 hours. */
  used(): number;
  /** As after a long absence: history ids of before are unknown now. */
  forgetHistory(): void;
  /** The message as an .eml file. */
  eml(messageId: string): Uint8Array;
  data(): MailboxData;
  /** What Gmail does with a raw message; throws the API's error. For the Gmail service. */
  send(raw: string, threadId: string | null): StoredMessage;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const MOST_BYTES = 35 * 1024 * 1024;
const DAEMON = 'mailer-daemon@googlemail.com';

const REASONS: Readonly<Record<number, string>> = {
  400: 'invalidArgument',
  403: 'insufficientPermissions',
  404: 'notFound',
  413: 'uploadTooLarge',
  429: 'rateLimitExceeded',
};

/** The advanced service's error, with the details that it carries. */
export function apiError(method: string, code: number, why: string): PlatformError {
  return new PlatformError(`API call to ${method} failed with error: ${why}`, 'GoogleJsonResponseException', {
    details: {
      code,
      message: why,
      errors: [{ domain: 'global', reason: REASONS[code] ?? 'backendError', message: why }],
    },
  });
}

/** Subjects are compared as Gmail does: without "Re:", case or blanks. */
const bareSubject = (subject: string): string =>
  subject
    .replace(/^(\s*(re|fwd?|aw|wg)\s*:\s*)+/i, '')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase();

export function openMailbox(from: string | MailboxData, now: () => number): Mailbox {
  const start: Partial<MailboxData> & { address: string } =
    typeof from === 'string' ? { address: from } : from;
  const { address } = start;
  const messages: StoredMessage[] = [...(start.messages ?? [])];
  let limits = start.limits ?? USUAL_LIMITS;
  let lastHistoryId = start.lastHistoryId ?? 1000;
  let oldestHistoryId = start.oldestHistoryId ?? 1;

  const nextId = () => (0x19a0000000000000n + BigInt(messages.length + 1) * 0x10001n).toString(16);
  const find = (id: string): StoredMessage => {
    const found = messages.find((message) => message.id === id);
    if (found === undefined) throw new Error(`no message ${id} in this mailbox`);
    return found;
  };
  const headersOf = (message: StoredMessage): Headers => {
    const read = readRaw(message.raw);
    return read.ok ? read.headers : [];
  };
  const sent = (since: number) => messages.filter(({ labels, at }) => labels.includes('SENT') && at > since);
  const used = () => sent(now() - DAY_MS).reduce((sum, { recipients }) => sum + recipients.length, 0);

  function store(message: Omit<StoredMessage, 'historyId'>): StoredMessage {
    const kept = { ...message, historyId: ++lastHistoryId };
    messages.push(kept);
    return kept;
  }

  function send(raw: string, threadId: string | null): StoredMessage {
    const method = 'gmail.users.messages.send';
    const fail = (why: string, code = 400): never => {
      throw apiError(method, code, why);
    };
    if (raw.length > MOST_BYTES) fail('Message too large.', 413);
    const read = readRaw(raw);
    if (!read.ok) return fail(read.why);
    const { headers } = read;
    const plain = (name: string) => headers.find((h) => h.name.toLowerCase() === name)?.value ?? '';
    const recipients: string[] = [];
    for (const name of ['To', 'Cc', 'Bcc']) {
      const list = readAddresses(plain(name.toLowerCase()));
      if (list === null) return fail(`Invalid ${name} header`);
      recipients.push(...list.map((entry) => entry.address.toLowerCase()));
    }
    const fromList = readAddresses(plain('from'));
    if (fromList === null || fromList.length > 1) return fail('Invalid From header');
    if (recipients.length === 0) fail('Recipient address required');
    if (recipients.length > limits.perMessage) fail('Too many recipients in one message');
    if (sent(now() - MINUTE_MS).length >= limits.perMinute) {
      fail(
        "Quota exceeded for quota metric 'Queries' and limit 'Queries per minute per user' of service 'gmail.googleapis.com'.",
        429,
      );
    }
    if (used() + recipients.length > limits.perDay) {
      const free = new Date((sent(now() - DAY_MS)[0]?.at ?? now()) + DAY_MS).toISOString();
      fail(`User-rate limit exceeded. Retry after ${free} (Mail sending)`, 429);
    }

    const root = threadId === null ? undefined : messages.find((message) => message.threadId === threadId);
    if (threadId !== null && root === undefined) return fail('Requested entity was not found.', 404);
    const joins =
      root !== undefined &&
      bareSubject(headerText(headersOf(root), 'Subject')) === bareSubject(headerText(headers, 'Subject'));
    const id = nextId();
    return store({
      id,
      threadId: joins ? root.threadId : id,
      at: now(),
      labels: recipients.includes(address.toLowerCase()) ? ['SENT', 'INBOX', 'UNREAD'] : ['SENT'],
      raw: delivered(raw, headers, fromList[0]?.name ?? '', id),
      recipients,
    });
  }

  /** Gmail's own Message-ID, the account as sender, and a date where there is none. */
  function delivered(raw: string, headers: Headers, senderName: string, id: string): string {
    const sender = headers.find((h) => h.name.toLowerCase() === 'from')?.value ?? '';
    const ours = readAddresses(sender)?.[0]?.address.toLowerCase() === address.toLowerCase();
    const end = raw.indexOf('\r\n\r\n') + 2;
    let head = raw.slice(0, end).replace(/^message-id:/im, 'X-Google-Original-Message-ID:');
    if (sender !== '' && !ours) {
      const quoted = senderName.replace(/[^\x20-\x7e]|["\\]/g, '');
      head = head.replace(/^from:.*(\r\n[ \t].*)*\r\n/im, () => `From: "${quoted}" <${address}>\r\n`);
    }
    const top = [`Message-ID: <CA${id}@mail.gmail.com>`];
    if (sender === '') top.push(`From: <${address}>`);
    if (!headers.some((h) => h.name.toLowerCase() === 'date')) top.push(`Date: ${mailDate(now())}`);
    return `${top.join('\r\n')}\r\n${head}${raw.slice(end)}`;
  }

  function arrive(mail: {
    readonly from: string;
    readonly subject: string;
    readonly text: string;
    readonly threadId?: string;
    readonly replyTo?: StoredMessage;
    readonly extra?: readonly string[];
  }): string {
    const id = nextId();
    const headers = mail.replyTo === undefined ? [] : headersOf(mail.replyTo);
    const parent = headerText(headers, 'Message-ID');
    const references = `${headerText(headers, 'References')} ${parent}`.trim();
    const lines = [
      `Message-ID: <in-${id}@mail.example.net>`,
      `Date: ${mailDate(now())}`,
      `From: ${mail.from}`,
      `To: ${address}`,
      `Subject: ${encodeWord(mail.subject)}`,
      ...(parent === '' ? [] : [`In-Reply-To: ${parent}`, `References: ${references}`]),
      ...(mail.extra ?? []),
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=UTF-8',
      'Content-Transfer-Encoding: base64',
      '',
      (
        Buffer.from(mail.text, 'utf8')
          .toString('base64')
          .match(/.{1,76}/g) ?? ['']
      ).join('\r\n'),
      '',
    ];
    return store({
      id,
      threadId: mail.threadId ?? id,
      at: now(),
      labels: ['INBOX', 'UNREAD'],
      raw: lines.join('\r\n'),
      recipients: [address],
    }).id;
  }

  const reply = (
    id: string,
    from: string | undefined,
    subject: string,
    text: string,
    extra: readonly string[] = [],
  ) => {
    const message = find(id);
    return arrive({
      from: from ?? message.recipients[0] ?? DAEMON,
      subject,
      text,
      threadId: message.threadId,
      replyTo: message,
      extra,
    });
  };
  const subjectOf = (id: string) => headerText(headersOf(find(id)), 'Subject');

  return {
    address,
    stored: () => messages,
    messages: () =>
      messages.map((message) => {
        const headers = headersOf(message);
        return {
          id: message.id,
          threadId: message.threadId,
          at: message.at,
          direction: message.labels.includes('SENT') ? ('sent' as const) : ('received' as const),
          from: headerText(headers, 'From'),
          to: headerText(headers, 'To'),
          cc: headerText(headers, 'Cc'),
          subject: headerText(headers, 'Subject'),
          messageId: headerText(headers, 'Message-ID'),
          headers,
          recipients: message.recipients,
          raw: message.raw,
        };
      }),
    answer: (id, { from, text, subject }) =>
      reply(id, from, subject ?? `Re: ${subjectOf(id).replace(/^re:\s*/i, '')}`, text),
    bounce: (id) => {
      const failed = find(id).recipients[0] ?? '';
      return reply(
        id,
        `Mail Delivery Subsystem <${DAEMON}>`,
        'Delivery Status Notification (Failure)',
        `Your message wasn't delivered to ${failed} because the address couldn't be found.`,
        [`X-Failed-Recipients: ${failed}`, 'Auto-Submitted: auto-replied'],
      );
    },
    outOfOffice: (id, text = 'I am out of the office and will answer when I am back.') =>
      reply(id, undefined, `Automatic reply: ${subjectOf(id)}`, text, [
        'Auto-Submitted: auto-replied',
        'X-Auto-Response-Suppress: All',
        'Precedence: auto_reply',
      ]),
    receive: arrive,
    limit: (changes) => {
      limits = { ...limits, ...changes };
    },
    used,
    forgetHistory: () => {
      oldestHistoryId = lastHistoryId + 1;
    },
    eml: (id) => Buffer.from(find(id).raw, 'latin1'),
    data: () => ({ address, limits, messages: [...messages], lastHistoryId, oldestHistoryId }),
    send,
  };
}

const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

function encodeWord(text: string): string {
  return isAscii(text) ? text : `=?UTF-8?B?${Buffer.from(text, 'utf8').toString('base64')}?=`;
}

/** "Thu, 12 Nov 2026 14:00:00 +0000" */
const mailDate = (instant: number): string => new Date(instant).toUTCString().replace('GMT', '+0000');
