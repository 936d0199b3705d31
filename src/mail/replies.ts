// What a message in one of our threads is, by its headers alone (the text is never read): ours, an answer, an
// automatic reply or a bounce.
import { sameAddress } from '../values/emailAddress';
import type { LogEntry } from '../touches/log';

export interface SeenMessage {
  readonly id: string;
  readonly threadId: string;
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

/** `own`: the account's addresses, aliases included. */
export function kindOfMessage(message: SeenMessage, own: readonly string[]): MessageKind {
  const header = (name: string) => message.headers[name] ?? '';
  const from = addressOfHeader(header('from'));
  if (own.some((address) => sameAddress(address, from))) return 'ours';
  const box = (from.split('@')[0] ?? '').toLowerCase();
  const byMailSystem =
    box === 'mailer-daemon' ||
    box === 'postmaster' ||
    header('x-failed-recipients') !== '' ||
    /multipart\/report[\s\S]*delivery-status/i.test(header('content-type'));
  if (byMailSystem) return /\bdelay(?:ed)?\b/i.test(header('subject')) ? 'delayed' : 'bounced';
  return isAutomatic(header) ? 'out-of-office' : 'answer';
}

export interface Reply {
  readonly message: SeenMessage;
  readonly kind: 'answer' | 'out-of-office' | 'bounced';
  /** Outreach ID and organization of the contact whose thread it is. */
  readonly contact: string;
  readonly organization: string;
  /** Who wrote; for a bounce the address that failed. */
  readonly address: string;
}

/** New messages that belong to a thread we started and are not in the log yet, in the order given. */
export function repliesAmong(
  messages: readonly SeenMessage[],
  log: readonly LogEntry[],
  own: readonly string[],
): Reply[] {
  const known = new Set(log.map((entry) => entry.gmailMessageId).filter((id) => id !== ''));
  const threads = new Map<string, LogEntry>();
  for (const entry of log)
    if (entry.direction === 'ours' && entry.gmailThreadId !== '') threads.set(entry.gmailThreadId, entry);
  return messages.flatMap((message) => {
    const touch = threads.get(message.threadId);
    if (touch === undefined || known.has(message.id)) return [];
    const kind = kindOfMessage(message, own);
    if (kind === 'ours' || kind === 'delayed') return [];
    const failed = (message.headers['x-failed-recipients'] ?? '').split(',')[0]?.trim() ?? '';
    const address =
      kind === 'bounced'
        ? failed || touch.address
        : addressOfHeader(message.headers['from'] ?? '').toLowerCase();
    return [{ message, kind, contact: touch.contact, organization: touch.organization, address }];
  });
}

/** Unsettled sends that the mailbox holds after all: message key → the message with our X-Outreach-Key. */
export function settledBy(
  messages: readonly SeenMessage[],
  own: readonly string[],
): Map<string, SeenMessage> {
  const found = new Map<string, SeenMessage>();
  for (const message of messages) {
    const key = message.headers['x-outreach-key'] ?? '';
    if (key !== '' && kindOfMessage(message, own) === 'ours') found.set(key, message);
  }
  return found;
}
