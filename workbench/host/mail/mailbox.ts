// One person's mailbox: what was sent through it, what came back, and the account's limits. A test, the page or a judge
// plays the people at their mail (people.ts). Marks as in apiErrors.ts.
import {
  apiError,
  badRequest,
  dayUsedUp,
  notFound,
  tooLarge,
  troubleError,
  unitsUsedUp,
  type Trouble,
} from './apiErrors';
import { failedByLimit, mailDate } from './backMail';
import { headerText, readAddresses, readRaw, sentValue, type Headers } from './headers';
import {
  USUAL_LIMITS,
  type HistoryRecord,
  type MailboxData,
  type MailboxLimits,
  type MessageView,
  type StoredMessage,
} from './mailboxData';
import { openStore } from './messageStore';
import { playPeople, type People } from './people';
import { joinsBySubject, threadOf } from './threading';

export interface Mailbox extends People {
  readonly address: string;
  /** Oldest first. */
  messages(): MessageView[];
  stored(): readonly StoredMessage[];
  /** What changed after this id, oldest first; null where Gmail does not know the id (any more, or yet). */
  historySince(id: number): readonly HistoryRecord[] | null;
  /** Sets limits of the account, for example { perDay: 3 }. */
  limit(limits: Partial<MailboxLimits>): void;
  /** Lets Gmail refuse every call after the next `after` ones; null ends it. */
  refuse(trouble: Trouble | null, after?: number): void;
  /** Recipients of the last 24 hours. */
  used(): number;
  /** As after a long absence: history ids of before are unknown now. */
  forgetHistory(): void;
  /** The message as an .eml file. */
  eml(messageId: string): Uint8Array;
  data(): MailboxData;

  /** For the Gmail service: counts a call against the account; throws the API's error. */
  charge(method: string): void;
  /** For the Gmail service: what Gmail does with a raw message; throws the API's error. */
  send(raw: string, threadId: string | null): StoredMessage;
  /** A raw message that somebody else sent to this account. */
  deliver(raw: string, spam?: boolean): StoredMessage;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const MOST_BYTES = 35 * 1024 * 1024;
const SEND = 'gmail.users.messages.send';

/** D: quota units a call (Gmail API usage limits, page of September 2026). */
const UNITS: Readonly<Record<string, number>> = {
  'gmail.users.getProfile': 1,
  'gmail.users.history.list': 2,
  'gmail.users.messages.list': 5,
  'gmail.users.messages.get': 20,
  'gmail.users.threads.get': 40,
  'gmail.users.messages.send': 100,
};

/** `others`: the mailboxes of other people on the same file, by address in lower case. */
export function openMailbox(
  from: string | MailboxData,
  now: () => number,
  others: (address: string) => Mailbox | null = () => null,
): Mailbox {
  const store = openStore(typeof from === 'string' ? { address: from } : from, now);
  const { address, messages } = store;
  let limits: MailboxLimits = { ...USUAL_LIMITS, ...(typeof from === 'string' ? {} : from.limits) };
  let trouble: { readonly what: Trouble; after: number } | null = null;
  let spent: { readonly at: number; readonly units: number }[] = [];

  const ownMessageId = (id: string): string => `<CA${id}@mail.gmail.com>`;
  const sent = (since: number) => messages.filter(({ labels, at }) => labels.includes('SENT') && at > since);
  const used = () => sent(now() - DAY_MS).reduce((sum, { recipients }) => sum + recipients.length, 0);
  /** F: "ana+news@…" is Ana. */
  const isOwn = (other: string): boolean =>
    other.toLowerCase().replace(/\+[^@]*(?=@)/, '') === address.toLowerCase();

  function charge(method: string): void {
    if (trouble !== null && trouble.after-- <= 0) throw troubleError(method, trouble.what);
    const units = UNITS[method] ?? 1;
    spent = spent.filter(({ at }) => at > now() - MINUTE_MS);
    if (spent.reduce((sum, each) => sum + each.units, units) > limits.unitsPerMinute)
      throw apiError(method, unitsUsedUp);
    spent.push({ at: now(), units });
  }

  function send(raw: string, threadId: string | null): StoredMessage {
    charge(SEND);
    const fail = (why: string): never => {
      throw apiError(SEND, badRequest(why));
    };
    if (raw.length > MOST_BYTES) throw apiError(SEND, tooLarge);
    const parsed = readRaw(raw);
    if (!parsed.ok) return fail(parsed.why);
    const { headers } = parsed;
    const recipients: string[] = [];
    for (const name of ['To', 'Cc', 'Bcc']) {
      const list = readAddresses(sentValue(headers, name));
      if (list === null) return fail(`Invalid ${name} header`);
      recipients.push(...list.map((entry) => entry.address.toLowerCase()));
    }
    const fromList = readAddresses(sentValue(headers, 'From'));
    if (fromList === null || fromList.length > 1) return fail('Invalid From header');
    if (recipients.length === 0) fail('Recipient address required');
    if (recipients.length > limits.perMessage) fail('Too many recipients in one message');
    const over = used() + recipients.length > limits.perDay;
    if (over && !limits.takesAndGivesBack) {
      const free = new Date((sent(now() - DAY_MS)[0]?.at ?? now()) + DAY_MS).toISOString();
      throw apiError(SEND, dayUsedUp(free));
    }
    if (threadId !== null && !messages.some((message) => message.threadId === threadId))
      throw apiError(SEND, notFound);

    const id = store.nextId();
    const stored = store.add({
      id,
      threadId: threadOfSent(headers, threadId) ?? id,
      at: now(),
      // F: a message to oneself is one message.
      labels: recipients.some(isOwn) ? ['SENT', 'INBOX', 'UNREAD'] : ['SENT'],
      raw: delivered(raw, headers, fromList[0]?.name ?? '', id),
      recipients,
    });
    if (over) people.report(id, failedByLimit);
    else passOn(stored);
    return stored;
  }

  /** D: threadId and the subject must fit; M: without threadId the headers that refer to a message decide. */
  function threadOfSent(headers: Headers, threadId: string | null): string | null {
    if (threadId !== null) return joinsBySubject(headers, threadId, store.threaded()) ? threadId : null;
    const refers = sentValue(headers, 'References') + sentValue(headers, 'In-Reply-To') !== '';
    return refers ? threadOf({ headers, at: now() }, store.threaded()) : null;
  }

  /** F (a message sent through the API, FlowCrypt/flowcrypt-ios#492): Gmail's own Message-Id, the account as sender, a date. */
  function delivered(raw: string, headers: Headers, senderName: string, id: string): string {
    const sender = sentValue(headers, 'From');
    const end = raw.indexOf('\r\n\r\n') + 2;
    let head = raw.slice(0, end).replace(/^message-id:/im, 'X-Google-Original-Message-ID:');
    if (sender !== '' && !isOwn(readAddresses(sender)?.[0]?.address ?? '')) {
      const quoted = senderName.replace(/[^\x20-\x7e]|["\\]/g, '');
      head = head.replace(/^from:.*(\r\n[ \t].*)*\r\n/im, () => `From: "${quoted}" <${address}>\r\n`);
    }
    const top = [
      `Received: from 0 named unknown by gmailapi.google.com with HTTPREST; ${mailDate(now())}`,
      `Message-Id: ${ownMessageId(id)}`,
    ];
    if (sender === '') top.push(`From: <${address}>`);
    if (sentValue(headers, 'Date') === '') top.push(`Date: ${mailDate(now())}`);
    return `${top.join('\r\n')}\r\n${head}${raw.slice(end)}`;
  }

  /** To the mailboxes of others who use the file: in copy, or as the one it was sent to. */
  function passOn({ raw, recipients }: StoredMessage): void {
    const open = raw.replace(/^bcc:.*(\r\n[ \t].*)*\r\n/im, '');
    for (const recipient of new Set(recipients)) if (!isOwn(recipient)) others(recipient)?.deliver(open);
  }

  function deliver(raw: string, spam = false): StoredMessage {
    const parsed = readRaw(raw);
    if (!parsed.ok) throw new Error(`this message cannot be delivered: ${parsed.why}`);
    const id = store.nextId();
    return store.add({
      id,
      threadId: threadOf({ headers: parsed.headers, at: now() }, store.threaded()) ?? id,
      at: now(),
      labels: [spam ? 'SPAM' : 'INBOX', 'UNREAD'],
      raw,
      recipients: [address],
    });
  }

  function deliverTo(to: string, raw: string, spam: boolean): string {
    if (isOwn(to)) return deliver(raw, spam).id;
    others(to.toLowerCase())?.deliver(raw, spam);
    return '';
  }

  const people = playPeople(store, { deliver, deliverTo, passOn, ownMessageId });

  return {
    ...people,
    address,
    stored: () => messages,
    messages: () =>
      messages.map((message) => {
        const headers = store.headersOf(message);
        return {
          id: message.id,
          threadId: message.threadId,
          at: message.at,
          direction: message.labels.includes('SENT') ? ('sent' as const) : ('received' as const),
          labels: message.labels,
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
    historySince: (id) => store.historySince(id, limits.historyDays),
    limit: (changes) => {
      limits = { ...limits, ...changes };
    },
    refuse: (what, after = 0) => {
      trouble = what === null ? null : { what, after };
    },
    used,
    forgetHistory: () => {
      store.forgetHistory();
    },
    eml: (id) => Buffer.from(store.find(id).raw, 'latin1'),
    data: () => ({ ...store.data(), limits }),
    charge,
    send,
    deliver,
  };
}
