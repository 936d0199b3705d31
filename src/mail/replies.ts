// What a message in one of our threads is, by its headers alone (the text is never read): ours, an answer, an
// automatic reply or a bounce. And which unknown sends the mailbox settles.
import type { Day } from '../values/day';
import { sameAddress } from '../values/emailAddress';
import type { LogEntry } from '../touches/log';

export interface SeenMessage {
  readonly id: string;
  readonly threadId: string;
  /** It stands among what this account sent. */
  readonly sent: boolean;
  /** When it reached the mailbox, on the sheet's wall clock. */
  readonly day: Day;
  readonly time: string;
  /** Names in lower case; a header that the message lacks is missing. */
  readonly headers: Readonly<Record<string, string>>;
}

/** 'delayed': the mail system still tries; nothing is known yet. */
export type MessageKind = 'ours' | 'answer' | 'out-of-office' | 'bounced' | 'delayed';

/** The bare address of a From header, '' where there is none: "Ann Perry <ann@x.org>" → "ann@x.org". */
export function addressOfHeader(value: string): string {
  const angled = /<([^<>]*)>[^<>]*$/.exec(value)?.[1];
  return (angled ?? value).trim();
}

const AUTOMATIC_SUBJECT =
  /^(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|out of (?:the )?office|abwesenheit(?:snotiz)?|automatische antwort|respuesta autom[aá]tica)\b/i;

/** Automatic by its headers (RFC 3834 and what common servers write), or by the words of common auto-replies. */
function isAutomatic(header: (name: string) => string): boolean {
  const submitted = header('auto-submitted').trim().toLowerCase();
  if (submitted !== '' && !submitted.startsWith('no')) return true;
  if (header('x-autoreply') !== '' || header('x-autorespond') !== '') return true;
  if (/^(?:bulk|junk|auto_reply)$/i.test(header('precedence').trim())) return true;
  return AUTOMATIC_SUBJECT.test(header('subject').trim());
}

/** `own`: addresses of our side, who may write in the thread too. */
export function kindOfMessage(message: SeenMessage, own: readonly string[]): MessageKind {
  const header = (name: string) => message.headers[name] ?? '';
  const from = addressOfHeader(header('from'));
  if (message.sent || own.some((address) => sameAddress(address, from))) return 'ours';
  const box = (from.split('@')[0] ?? '').toLowerCase();
  const byMailSystem =
    box === 'mailer-daemon' ||
    box === 'postmaster' ||
    header('x-failed-recipients') !== '' ||
    /multipart\/report[\s\S]*delivery-status/i.test(header('content-type'));
  if (byMailSystem) return /\bdelay(?:ed)?\b/i.test(header('subject')) ? 'delayed' : 'bounced';
  return isAutomatic(header) ? 'out-of-office' : 'answer';
}

/** Kinds of the log's lines for what came back, as readAnswer understands them. */
const LOG_KINDS = { answer: 'answered', 'out-of-office': 'out of office', bounced: 'bounced' } as const;

/** Threads that we started: Gmail thread id → our newest line in it. */
export function ourThreads(log: readonly LogEntry[]): ReadonlyMap<string, LogEntry> {
  const threads = new Map<string, LogEntry>();
  for (const entry of log)
    if (entry.direction === 'ours' && entry.gmailThreadId !== '') threads.set(entry.gmailThreadId, entry);
  return threads;
}

/** Gmail message ids that the log has. */
export function loggedMessages(log: readonly LogEntry[]): ReadonlySet<string> {
  return new Set(log.map((entry) => entry.gmailMessageId).filter((id) => id !== ''));
}

type Received = Omit<LogEntry, 'row' | 'entryId'>;

/**
 * The lines for new messages in the threads that we started, in the order given; messages that are ours, delayed, in
 * no thread of ours or in the log already give none. One that a later touch of ours passed over, because nobody had
 * seen it yet, counts from `now`.
 * @param own addresses of our side; the one that a thread was written to is theirs even so
 */
export function repliesAmong(
  messages: readonly SeenMessage[],
  log: readonly LogEntry[],
  own: readonly string[],
  account: string,
  now: { readonly day: Day; readonly time: string },
): Received[] {
  const known = loggedMessages(log);
  const threads = ourThreads(log);
  return messages.flatMap((message): Received[] => {
    const touch = threads.get(message.threadId);
    if (touch === undefined || known.has(message.id)) return [];
    const ours = own.filter((address) => !touch.address.split(', ').some((to) => sameAddress(to, address)));
    const kind = kindOfMessage(message, ours);
    if (kind === 'ours' || kind === 'delayed') return [];
    const failed = (message.headers['x-failed-recipients'] ?? '').split(',')[0]?.trim() ?? '';
    const from = addressOfHeader(message.headers['from'] ?? '');
    const written = `${message.day} ${message.time}`;
    const passed = log.some(
      (entry) =>
        entry.contact === touch.contact &&
        entry.direction === 'ours' &&
        entry.result !== 'failed' &&
        `${entry.day} ${entry.time ?? ''}` > written,
    );
    const { day, time } = passed ? now : message;
    return [
      {
        day,
        time,
        who: from,
        account,
        contact: touch.contact,
        organization: touch.organization,
        channel: 'e-mail',
        kind: LOG_KINDS[kind],
        direction: 'theirs',
        summary: message.headers['subject'] ?? '',
        result: 'received',
        messageKey: '',
        gmailMessageId: message.id,
        gmailThreadId: message.threadId,
        template: '',
        notes: passed ? `Written ${written}` : '',
        address: (kind === 'bounced' ? failed || (touch.address.split(', ')[0] ?? '') : from).toLowerCase(),
      },
    ];
  });
}

/** How many messages came back since a moment, "YYYY-MM-DD HH:MM". */
export function bouncedSince(log: readonly LogEntry[], moment: string): number {
  return log.filter(
    ({ kind, direction, day, time }) =>
      direction === 'theirs' && kind === LOG_KINDS.bounced && `${day} ${time ?? ''}` >= moment,
  ).length;
}

/** The message key that a message of this account bears; '' where it is none of the add-on's. */
export function keyOfSent(message: SeenMessage): string {
  return message.sent ? (message.headers['x-outreach-key'] ?? '') : '';
}
