// Mail that comes back, as raw messages: answers, automatic replies, failed and late deliveries. Marks as in apiErrors.ts.
import { headerText, type Headers } from './headers';
import { referencesOf } from './threading';

/** Who an automatic reply comes from, by what it says of itself. */
export type AwayStyle =
  /** D RFC 3834, F Exchange: marked in the headers, "Automatic reply: …". */
  | 'marked'
  /** F: Gmail's vacation responder without a subject of its own, "Re: …". */
  | 'gmail'
  /** Marked by the words of its subject only, "Out of office: …". */
  | 'subject'
  /** Marked by nothing: the add-on cannot tell it from an answer. */
  | 'unmarked';

export const AWAY: Readonly<
  Record<AwayStyle, { readonly prefix: string; readonly headers: readonly string[] }>
> = {
  marked: {
    prefix: 'Automatic reply: ',
    headers: ['Auto-Submitted: auto-replied', 'X-Auto-Response-Suppress: All', 'Precedence: auto_reply'],
  },
  gmail: {
    prefix: 'Re: ',
    headers: ['Auto-Submitted: auto-replied', 'X-Autoreply: yes', 'Precedence: bulk'],
  },
  subject: { prefix: 'Out of office: ', headers: [] },
  unmarked: { prefix: 'Re: ', headers: [] },
};

const DAEMON = 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>';

/** A report of the mail system on one message to one address. */
export interface Report {
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly headers: readonly string[];
  readonly action: 'failed' | 'delayed';
  readonly status: string;
  /** False: it does not say which message it is about, so it stands alone in the mailbox. */
  readonly refers: boolean;
}

/** F: sender, subject, X-Failed-Recipients and the thread; M: the other headers. */
export const failedByGmail = (address: string): Report => ({
  from: DAEMON,
  subject: 'Delivery Status Notification (Failure)',
  text: `Your message wasn't delivered to ${address} because the address couldn't be found, or is unable to receive mail.`,
  headers: [`X-Failed-Recipients: ${address}`, 'Auto-Submitted: auto-replied'],
  action: 'failed',
  status: '5.1.1',
  refers: true,
});

/** F: the other side's mail server, which took the message and gave it back later. */
export const failedByServer = (address: string): Report => ({
  from: `Mail Delivery System <postmaster@${address.split('@')[1] ?? 'example.com'}>`,
  subject: 'Undelivered Mail Returned to Sender',
  text: `Your message to ${address} could not be delivered. It said: 550 5.1.1 user unknown.`,
  headers: ['Auto-Submitted: auto-replied'],
  action: 'failed',
  status: '5.1.1',
  refers: false,
});

/** F: taken by Gmail with a good answer, and not sent since the account had used up its day. M: its headers. */
export const failedByLimit = (address: string): Report => ({
  from: DAEMON,
  subject: 'Delivery Status Notification (Failure)',
  text: 'You have reached a limit for sending mail. Your message was not sent.',
  headers: [`X-Failed-Recipients: ${address}`, 'Auto-Submitted: auto-replied'],
  action: 'failed',
  status: '5.4.5',
  refers: true,
});

/** F: sender and subject. M: that X-Failed-Recipients stands in it as well. */
export const delayedByGmail = (address: string): Report => ({
  from: DAEMON,
  subject: 'Delivery Status Notification (Delay)',
  text: `There was a temporary problem delivering your message to ${address}. Gmail will retry for 47 more hours.`,
  headers: [`X-Failed-Recipients: ${address}`, 'Auto-Submitted: auto-replied'],
  action: 'delayed',
  status: '4.4.1',
  refers: true,
});

export interface Letter {
  readonly from: string;
  readonly to: string;
  readonly cc?: string;
  readonly subject: string;
  readonly text: string;
  readonly at: number;
  /** Unique in every mailbox of the file. */
  readonly messageId: string;
  /** Headers of the message that it refers to. */
  readonly parent: Headers | null;
  readonly headers?: readonly string[];
}

/** A message of one text, raw. */
export function letter(mail: Letter): string {
  return assemble(mail, [
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...base64(mail.text),
  ]);
}

/** multipart/report of RFC 3462, raw. */
export function report(
  mail: Omit<Letter, 'subject' | 'text' | 'from'>,
  about: Report,
  address: string,
): string {
  const line = `report-${mail.messageId.replace(/[^A-Za-z0-9]/g, '')}`;
  return assemble({ ...mail, ...about, headers: about.headers, parent: about.refers ? mail.parent : null }, [
    `Content-Type: multipart/report; boundary="${line}"; report-type=delivery-status`,
    '',
    `--${line}`,
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...base64(about.text),
    `--${line}`,
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; googlemail.com',
    '',
    `Final-Recipient: rfc822; ${address}`,
    `Action: ${about.action}`,
    `Status: ${about.status}`,
    `--${line}--`,
  ]);
}

function assemble(mail: Letter, content: readonly string[]): string {
  const parent = mail.parent === null ? '' : headerText(mail.parent, 'Message-ID');
  const above = mail.parent === null ? [] : referencesOf(mail.parent);
  return [
    `Message-ID: ${mail.messageId}`,
    `Date: ${mailDate(mail.at)}`,
    `From: ${mail.from}`,
    `To: ${mail.to}`,
    ...(mail.cc === undefined || mail.cc === '' ? [] : [`Cc: ${mail.cc}`]),
    `Subject: ${encodeWord(mail.subject)}`,
    ...(parent === ''
      ? []
      : [`In-Reply-To: ${parent}`, `References: ${[...new Set([...above, parent])].join('\r\n ')}`]),
    ...(mail.headers ?? []),
    'MIME-Version: 1.0',
    ...content,
    '',
  ].join('\r\n');
}

const base64 = (text: string): string[] =>
  Buffer.from(text, 'utf8')
    .toString('base64')
    .match(/.{1,76}/g) ?? [''];

function encodeWord(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text : `=?UTF-8?B?${Buffer.from(text, 'utf8').toString('base64')}?=`;
}

/** "Thu, 12 Nov 2026 14:00:00 +0000" */
export const mailDate = (instant: number): string => new Date(instant).toUTCString().replace('GMT', '+0000');
