// The Gmail advanced service: sends raw messages, and reads lists and headers of the account's mailbox, never a text.
import type { SeenMessage } from '../mail/replies';
import { readPermissions } from './permissions';
import type { Delivery, Mail, MailboxItem, MailboxNews } from './services';
import { momentOf, type WallClock } from './wallClock';

interface ApiError {
  readonly details?: { readonly code?: unknown; readonly errors?: readonly { readonly reason?: unknown }[] };
}

/** 0 where the error is none of the API's. */
function codeOf(error: unknown): number {
  const code = (error as ApiError | null)?.details?.code;
  return typeof code === 'number' ? code : 0;
}

const QUOTA_REASONS = ['rateLimitExceeded', 'userRateLimitExceeded', 'dailyLimitExceeded', 'quotaExceeded'];

/**
 * What an error of Gmail means. Texts are localised, so only the API's own code and reason decide, and what the
 * person allows now: a code of the 400s means that nothing left; anything else (a lost answer, 500s) leaves it open.
 */
function readError(error: unknown): Delivery {
  const code = codeOf(error);
  const reasons = ((error as ApiError | null)?.details?.errors ?? []).map(({ reason }) => String(reason));
  if (code === 0 && !readPermissions().send)
    return { kind: 'refused', quota: false, permission: true, why: '' };
  if (code < 400 || code >= 500 || code === 408) return { kind: 'unknown' };
  const quota = code === 429 || reasons.some((reason) => QUOTA_REASONS.includes(reason));
  return { kind: 'refused', quota, permission: !quota && (code === 401 || code === 403), why: '' };
}

/** The advanced service; the manifest switches it on, so a project without it was put together wrongly. */
function gmail(): GoogleAppsScript.Gmail {
  if (typeof Gmail === 'undefined')
    throw new Error('The Gmail service is not switched on in this script project.');
  return Gmail;
}

/** What kinds of messages are told apart by (mail/replies.ts), and what a follow-up refers to. */
const HEADERS = [
  'From',
  'Subject',
  'Auto-Submitted',
  'X-Autoreply',
  'X-Autorespond',
  'Precedence',
  'Content-Type',
  'X-Failed-Recipients',
  'X-Outreach-Key',
  'Message-ID',
  'References',
];
/** The most that Gmail gives in one answer (Gmail API, history.list and messages.list). */
const PAGE = 500;
/** Pages of one look: of the history, and of the newest messages where the history is not known any more. */
const HISTORY_PAGES = 3;
const LIST_PAGES = 2;

type Message = GoogleAppsScript.Gmail.Schema.Message;
const itemOf = ({ id = '', threadId = '' }: Message): MailboxItem => ({ id, threadId });

/** null where Gmail says no, or its answer is lost: then nothing is known of the mailbox. */
function asked<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch {
    return null;
  }
}

/** The history in its order; null where Gmail no longer knows the point (404), or answers nothing. */
function newsByHistory(since: string): MailboxNews | null {
  const items: MailboxItem[] = [];
  let until = since;
  let pageToken = '';
  for (let page = 0; page < HISTORY_PAGES; page++) {
    const query = { startHistoryId: since, historyTypes: ['messageAdded'], maxResults: PAGE };
    const answer = asked(() =>
      gmail().Users.History.list('me', pageToken === '' ? query : { ...query, pageToken }),
    );
    if (answer === null) return page === 0 ? null : { items, until };
    const records = answer.history ?? [];
    for (const { messagesAdded = [] } of records)
      for (const { message } of messagesAdded)
        if (message && !message.labelIds?.includes('SENT')) items.push(itemOf(message));
    pageToken = answer.nextPageToken ?? '';
    until = (pageToken === '' ? answer.historyId : records[records.length - 1]?.id) ?? until;
    if (pageToken === '') break;
  }
  return { items, until };
}

/** The newest messages. The point is taken first, so that what comes meanwhile is seen by the next look. */
function newestMessages(): MailboxNews | null {
  const profile = asked(() => gmail().Users.getProfile('me'));
  if (profile === null) return null;
  const items: MailboxItem[] = [];
  let pageToken = '';
  for (let page = 0; page < LIST_PAGES; page++) {
    const query = { maxResults: PAGE };
    const answer = asked(() =>
      gmail().Users.Messages.list('me', pageToken === '' ? query : { ...query, pageToken }),
    );
    if (answer === null) return null;
    items.push(...(answer.messages ?? []).map(itemOf));
    pageToken = answer.nextPageToken ?? '';
    if (pageToken === '') break;
  }
  return { items, until: profile.historyId ?? '' };
}

/** What Gmail answers where it does not know the conversation, or where its id is none. */
const NO_CONVERSATION = [404, 400];

/** One call. Where the conversation is not in this mailbox nothing left, so the same message begins a new one: two. */
function sendEncoded(raw: string, threadId: string): Delivery {
  try {
    const sent = gmail().Users.Messages.send(threadId === '' ? { raw } : { raw, threadId }, 'me');
    return { kind: 'sent', id: sent.id ?? '', threadId: sent.threadId ?? '' };
  } catch (error) {
    return threadId !== '' && NO_CONVERSATION.includes(codeOf(error))
      ? sendEncoded(raw, '')
      : readError(error);
  }
}

export function makeMail(clock: WallClock): Mail {
  return {
    send: (raw, threadId) => sendEncoded(Utilities.base64EncodeWebSafe(raw), threadId),
    newsSince: (since) => (since === '' ? null : newsByHistory(since)) ?? newestMessages(),
    newestSent() {
      const answer = asked(() => gmail().Users.Messages.list('me', { labelIds: ['SENT'], maxResults: 100 }));
      return answer === null ? null : (answer.messages ?? []).map(itemOf);
    },
    headersOf(id) {
      const options = { format: 'metadata', metadataHeaders: HEADERS };
      try {
        return seenMessage(gmail().Users.Messages.get('me', id, options), clock);
      } catch (error) {
        return codeOf(error) === 404 ? 'gone' : null;
      }
    },
  };
}

function seenMessage(message: Message, clock: WallClock): SeenMessage {
  const headers: Record<string, string> = {};
  for (const { name = '', value = '' } of message.payload?.headers ?? [])
    headers[name.toLowerCase()] ??= value;
  return {
    ...itemOf(message),
    sent: message.labelIds?.includes('SENT') ?? false,
    ...momentOf(clock, new Date(Number(message.internalDate ?? 0))),
    headers,
  };
}
