// The earlier touches of the sample: lines of the Outreach log, and the e-mails in the mailboxes of Ana and Bo.
import { messageKey } from '../../src/mail/messageKey';
import { buildMime } from '../../src/mail/mime';
import { textToHtml } from '../../src/mail/renderTemplate';
import { logRow } from '../../src/touches/readLog';
import type { LogEntry } from '../../src/touches/log';
import { SETTING_NAMES } from '../../src/workbook/readSettings';
import { addDays, type Day } from '../../src/values/day';
import { openMailbox } from '../host/mail/mailbox';
import type { MailboxData } from '../host/mail/mailboxData';
import type { SampleContact } from './readLines';
import { CAME_BACK, OWNER, SECOND_ACCOUNT, SETTINGS } from './people';

/** Days between two e-mails to one contact. */
const BETWEEN = 8;
/** 9:00 in the campaign's town, which is eight hours behind UTC. */
const MORNING_MS = 17 * 3_600_000;
const CAMPAIGN = SETTINGS[SETTING_NAMES.campaign] ?? '';

interface Sent {
  readonly contact: SampleContact;
  readonly day: Day;
  readonly attempt: number;
}

/** Who sends, by what a contact's line in the sample says. */
const SENDERS = {
  mail: { name: 'Ana Brandt', address: OWNER, who: 'Ana' },
  bo: { name: 'Bo Lindqvist', address: SECOND_ACCOUNT, who: 'Bo' },
} as const;
const senderOf = ({ logged }: SampleContact) => SENDERS[logged === 'bo' ? 'bo' : 'mail'];

/** Log lines as cells, oldest first, and the mailboxes of both accounts. */
export function makeSends(contacts: readonly SampleContact[]): {
  lines: string[][];
  mailboxes: MailboxData[];
} {
  const touches = contacts.flatMap(touchesOf).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  let now = 0;
  const clock = () => now;
  const mailboxes = { mail: openMailbox(OWNER, clock), bo: openMailbox(SECOND_ACCOUNT, clock) };
  const mailboxOf = ({ logged }: SampleContact) => mailboxes[logged === 'bo' ? 'bo' : 'mail'];
  const threads = new Map<
    string,
    { readonly thread: string; readonly subject: string; readonly id: string }
  >();
  const lines = touches.map((sent, index) => {
    const { contact, day } = sent;
    const minute = index % 50;
    now = Date.parse(`${day}T00:00:00Z`) + MORNING_MS + minute * 60_000;
    const time = `09:${String(minute).padStart(2, '0')}`;
    if (contact.logged === 'call') return logRow(calledLine(sent, index, time)).map(String);
    const before = threads.get(contact.id);
    const subject = before?.subject ?? `Health care for everyone in Larkhaven, and ${contact.organization}`;
    const { id, threadId } = mailboxOf(contact).send(
      mime(sent, before === undefined ? subject : `Re: ${subject}`),
      before?.thread ?? null,
    );
    threads.set(contact.id, { thread: threadId, subject, id });
    return logRow(mailLine(sent, index, time, { id, thread: threadId })).map(String);
  });
  for (const contact of contacts) {
    const text = CAME_BACK[contact.organization];
    const last = threads.get(contact.id);
    if (text === undefined || last === undefined || contact.lastDay === null) continue;
    now = Date.parse(`${addDays(contact.lastDay, 1)}T00:00:00Z`) + MORNING_MS;
    if (text === 'bounced') mailboxOf(contact).bounce(last.id);
    else mailboxOf(contact).answer(last.id, { text });
  }
  return { lines, mailboxes: Object.values(mailboxes).map((mailbox) => mailbox.data()) };
}

function touchesOf(contact: SampleContact): Sent[] {
  const { logged, lastDay, attempts } = contact;
  if (logged === '' || lastDay === null) return [];
  if (logged === 'call') return [{ contact, day: lastDay, attempt: 0 }];
  return Array.from({ length: attempts }, (_, index) => ({
    contact,
    day: addDays(lastDay, -BETWEEN * (attempts - 1 - index)),
    attempt: index + 1,
  }));
}

function mailLine(
  { contact, day, attempt }: Sent,
  index: number,
  time: string,
  ids: { readonly id: string; readonly thread: string },
): Omit<LogEntry, 'row'> {
  const sender = senderOf(contact);
  return {
    entryId: `e-${index + 1}`,
    day,
    time,
    who: sender.who,
    account: sender.address,
    contact: contact.id,
    organization: contact.organization,
    channel: 'e-mail',
    kind: attempt === 1 ? 'first' : 'follow-up',
    direction: 'ours',
    summary: `Health care for everyone in Larkhaven, and ${contact.organization}`,
    result: 'sent',
    messageKey: messageKey(CAMPAIGN, contact.id, attempt),
    gmailMessageId: ids.id,
    gmailThreadId: ids.thread,
    template: attempt === 1 ? 'first' : 'follow-up',
    notes: '',
    address: contact.address,
  };
}

function calledLine({ contact, day }: Sent, index: number, time: string): Omit<LogEntry, 'row'> {
  return {
    entryId: `e-${index + 1}`,
    day,
    time,
    who: contact.owner,
    account: '',
    contact: contact.id,
    organization: contact.organization,
    channel: 'phone',
    kind: 'talked',
    direction: 'ours',
    summary: contact.answer,
    result: '',
    messageKey: '',
    gmailMessageId: '',
    gmailThreadId: '',
    template: '',
    notes: '',
    address: '',
  };
}

function mime({ contact, attempt }: Sent, subject: string): string {
  const sender = senderOf(contact);
  const text = `Hello ${contact.person || 'there'},

${attempt === 1 ? `My name is ${sender.name}, and I am a volunteer for Larkhaven for Medicare for All.` : 'I wrote to you last week and know how full a week gets.'} A group of neighbors is asking our city council for a resolution on Medicare for All. We would be glad of an endorsement by ${contact.organization}, or simply of your advice.

Would ten minutes on the phone suit you this week? And a “no thanks” is fine too.

${sender.name}
${CAMPAIGN}`;
  const made = buildMime({
    from: { name: sender.name, address: sender.address },
    to: { name: contact.person, address: contact.address },
    cc: [],
    replyTo: null,
    subject,
    text,
    html: textToHtml(text),
    key: messageKey(CAMPAIGN, contact.id, attempt),
    references: [],
  });
  if (!made.ok) throw new Error(`The sample cannot be mailed: ${made.problem.message}`);
  return made.value;
}
