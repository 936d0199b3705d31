// The mailbox as the page shows it: what the add-on sent, what became of each message, one message opened.
import type { Host } from '../host/createHost';
import type { MessageView } from '../host/mail/mailbox';
import { showMessage } from '../host/mail/show';
import { LOG_COLUMNS } from '../../src/texts/logColumns';
import { LOG_TAB } from '../../src/workbook/tabs';
import { dayAndTime, shortDay } from './clockWords';
import type { MailLine, MailOpened } from './wire';

/** Newest first. */
export function mailLines(host: Host): MailLine[] {
  const messages = host.mailbox.messages();
  const { timeZone } = host.model.committed();
  const names = organizations(host);
  return messages
    .filter(({ direction }) => direction === 'sent')
    .map((message) => ({
      id: message.id,
      organization: names.get(message.id) ?? message.to,
      day: shortDay(message.at, timeZone),
      state: stateOf(message, messages),
    }))
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

const isBounce = ({ headers }: MessageView): boolean =>
  headers.some(({ name }) => name.toLowerCase() === 'x-failed-recipients');

function backTo(message: MessageView, messages: readonly MessageView[]): MessageView[] {
  return messages.filter(
    (other) =>
      other.direction === 'received' &&
      other.threadId === message.threadId &&
      other.headers.some(
        ({ name, value }) => name.toLowerCase() === 'in-reply-to' && value.trim() === message.messageId,
      ),
  );
}

function stateOf(message: MessageView, messages: readonly MessageView[]): MailLine['state'] {
  const back = backTo(message, messages);
  if (back.some(isBounce)) return 'bounced';
  return back.length > 0 ? 'answered' : 'open';
}

const plain = (text: string): string => text.replaceAll('\r\n', '\n').trim();

/** null where the mailbox has no such message. */
export async function openMessage(host: Host, id: string): Promise<MailOpened | null> {
  const messages = host.mailbox.messages();
  const message = messages.find((other) => other.id === id);
  if (message === undefined) return null;
  const { timeZone } = host.model.committed();
  const shown = await showMessage(host.mailbox, id);
  const back = await Promise.all(
    backTo(message, messages).map(async (answer) => ({
      from: answer.from,
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
    state: stateOf(message, messages),
    back,
  };
}
