// The mailbox of the one who is signed in, as the page shows it: what was sent and what became of it, mail that stands
// alone, one message opened, and who may act on it.
import type { Host } from '../host/createHost';
import { headerText, readAddresses } from '../host/mail/headers';
import type { MessageView } from '../host/mail/mailboxData';
import { showMessage } from '../host/mail/show';
import { LOG_COLUMNS } from '../../src/texts/logColumns';
import { LOG_TAB } from '../../src/workbook/tabs';
import { dayAndTime, shortDay } from './clockWords';
import type { BackKind, MailLine, MailOpened, Writer } from './wire';

/** What decides the state of a message where several things came back. */
const WEIGHT: readonly BackKind[] = ['bounced', 'answered', 'away', 'late'];

/** Newest first. */
export function mailLines(host: Host): MailLine[] {
  const messages = host.mailbox.messages();
  const { timeZone } = host.model.committed();
  const names = organizations(host);
  const backs = backsOf(messages);
  const back = new Set([...backs.values()].flat());
  return messages
    .filter((message) => !back.has(message) && !message.labels.includes('DRAFT'))
    .map((message): MailLine => {
      const sent = message.direction === 'sent';
      return {
        id: message.id,
        organization: sent ? (names.get(message.id) ?? message.to) : nameIn(message.from),
        day: shortDay(message.at, timeZone),
        state: sent ? stateOf(backs.get(message) ?? []) : 'arrived',
      };
    })
    .reverse();
}

/** Who a message went to, as the Outreach log names them, by Gmail message id. */
function organizations(host: Host): Map<string, string> {
  const names = new Map<string, string>();
  const [first, ...rest] = host.model.tab(LOG_TAB)?.rows ?? [];
  const column = (name: (typeof LOG_COLUMNS)[number]) => first?.values.indexOf(name) ?? -1;
  const [id, organization] = [column('Gmail message id'), column('Organization')];
  if (id < 0 || organization < 0) return names;
  for (const { values } of rest) {
    const [message, name] = [values[id], values[organization]];
    if (typeof message === 'string' && typeof name === 'string') names.set(message, name);
  }
  return names;
}

const nameIn = (header: string): string => {
  const [first] = readAddresses(header) ?? [];
  return first === undefined ? header : first.name || first.address;
};

/** By its headers and its subject, as a mail program would tell it. */
function kindOf({ from, subject, headers }: MessageView): BackKind {
  const header = (name: string) => headerText(headers, name).toLowerCase();
  if (/\b(mailer-daemon|postmaster)@/i.test(from)) return /delay/i.test(subject) ? 'late' : 'bounced';
  const marked = header('Auto-Submitted') !== '' && !header('Auto-Submitted').startsWith('no');
  const named = /^(automatic reply|out of office)\b/i.test(subject);
  return marked || named || header('X-Autoreply') !== '' ? 'away' : 'answered';
}

/** What came back to each message that was sent, oldest first: to the one it answers, else to the last in its thread. */
function backsOf(messages: readonly MessageView[]): Map<MessageView, MessageView[]> {
  const byMessageId = new Map<string, MessageView>();
  const lastSent = new Map<string, MessageView>();
  const backs = new Map<MessageView, MessageView[]>();
  for (const message of messages) {
    if (message.direction === 'sent') {
      byMessageId.set(message.messageId, message);
      lastSent.set(message.threadId, message);
      continue;
    }
    if (message.labels.includes('DRAFT')) continue;
    const answered = byMessageId.get(headerText(message.headers, 'In-Reply-To').trim());
    const parent = answered?.threadId === message.threadId ? answered : lastSent.get(message.threadId);
    if (parent !== undefined) backs.set(parent, [...(backs.get(parent) ?? []), message]);
  }
  return backs;
}

function stateOf(backs: readonly MessageView[]): MailLine['state'] {
  const kinds = backs.map(kindOf);
  return WEIGHT.find((kind) => kinds.includes(kind)) ?? 'open';
}

const plain = (text: string): string => text.replaceAll('\r\n', '\n').trim();

/** null where the mailbox has no such message. */
export async function openMessage(host: Host, id: string): Promise<MailOpened | null> {
  const messages = host.mailbox.messages();
  const message = messages.find((other) => other.id === id);
  if (message === undefined) return null;
  const { timeZone } = host.model.committed();
  const shown = await showMessage(host.mailbox, id);
  const sent = message.direction === 'sent';
  const backs = backsOf(messages).get(message) ?? [];
  const back = await Promise.all(
    backs.map(async (answer) => ({
      from: nameIn(answer.from),
      kind: kindOf(answer),
      when: dayAndTime(answer.at, timeZone),
      text: plain((await showMessage(host.mailbox, answer.id)).text),
    })),
  );
  return {
    id,
    subject: shown.subject,
    from: message.from,
    to: message.to,
    cc: message.cc,
    when: dayAndTime(message.at, timeZone),
    text: plain(shown.text),
    state: sent ? stateOf(backs) : 'arrived',
    back,
    writers: sent ? writersOf(message) : [],
  };
}

/** How a message may be answered: by everybody it went to, and by the first from an address that nobody has on record. */
function writersOf({ to, cc }: MessageView): Writer[] {
  const writers = (header: string, what: string): Writer[] =>
    (readAddresses(header) ?? []).map(({ address }) => ({ address, newMail: false, what }));
  const [first, ...others] = writers(to, 'as it was sent');
  if (first === undefined) return [];
  const other = `${first.address.split('@')[0] ?? ''}.private@example.net`;
  return [
    first,
    { ...first, address: other, what: 'another address of theirs' },
    ...others,
    ...writers(cc, 'in copy'),
    { ...first, newMail: true, what: 'in a new mail' },
  ];
}
