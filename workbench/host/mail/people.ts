// People at their mail: those who got a message of ours, the mail systems between, and the owner at her own screen.
import {
  AWAY,
  delayedByGmail,
  failedByGmail,
  failedByServer,
  letter,
  report,
  type AwayStyle,
  type Report,
} from './backMail';
import { headerText, readAddresses, readRaw, sentValue } from './headers';
import type { StoredMessage } from './mailboxData';
import type { MessageStore } from './messageStore';
import { threadOf } from './threading';

export interface Answer {
  readonly text: string;
  /** Whoever writes: another address of theirs, somebody in copy. The first recipient if absent. */
  readonly from?: string;
  readonly cc?: string;
  /** "Re: …" if absent. Another subject starts a conversation of its own. */
  readonly subject?: string;
  /** A new mail in place of a reply: it refers to nothing. */
  readonly newMail?: boolean;
  /** It is taken for spam. */
  readonly spam?: boolean;
}

/** Each gives the id of the message that arrived or was stored. */
export interface People {
  /** A person's answer to a message of ours. Goes where its Reply-To says: '' where that is not this mailbox. */
  answer(messageId: string, answer: Answer): string;
  /** An automatic reply, which goes to the sender whatever Reply-To says. */
  outOfOffice(
    messageId: string,
    away?: { readonly text?: string; readonly style?: AwayStyle; readonly subject?: string },
  ): string;
  /**
   * It could not be delivered. 'gmail': at once, in the thread. 'server': the other side gave it back, a mail that
   * stands alone. `address`: which of the recipients, the first if absent.
   */
  bounce(messageId: string, bounce?: { readonly by?: 'gmail' | 'server'; readonly address?: string }): string;
  /** It is late and is tried again: nothing has failed. */
  delay(messageId: string, address?: string): string;
  /** Mail from anybody. */
  receive(mail: {
    readonly from: string;
    readonly subject: string;
    readonly text: string;
    readonly spam?: boolean;
  }): string;
  /** The owner writes in Gmail herself, in answer to a message or anew. A draft is stored and goes nowhere. */
  write(mail: {
    readonly to: string;
    readonly text: string;
    readonly subject?: string;
    readonly answers?: string;
    readonly draft?: boolean;
  }): string;
  /** The owner opens a message. */
  read(messageId: string): void;
  /** The owner deletes a message for good: history still names it, get answers 404. */
  erase(messageId: string): void;
}

/** How mail gets to a mailbox: this one, and those of others on the same file ('' where the address has none there). */
export interface Post {
  readonly deliver: (raw: string, spam?: boolean) => StoredMessage;
  /** The id of what arrived here, '' where it went elsewhere. */
  readonly deliverTo: (address: string, raw: string, spam: boolean) => string;
  readonly passOn: (message: StoredMessage) => void;
  readonly ownMessageId: (id: string) => string;
}

export interface PlayedPeople extends People {
  /** A report of the mail system on a message, delivered here. */
  report(messageId: string, about: (address: string) => Report, address?: string): string;
}

export function playPeople(store: MessageStore, post: Post): PlayedPeople {
  const { address, now } = store;
  const headersOf = (id: string) => store.headersOf(store.find(id));
  const subjectOf = (id: string) => headerText(headersOf(id), 'Subject');
  const reTo = (id: string) => `Re: ${subjectOf(id).replace(/^re:\s*/i, '')}`;
  const firstRecipient = (id: string) => store.find(id).recipients[0] ?? '';
  let written = 0;
  const envelope = () => ({
    to: address,
    at: now(),
    messageId: `<${store.made()}.${(written += 1)}.${address.replace('@', '.')}@mail.example.net>`,
  });

  function reportOn(id: string, about: (address: string) => Report, failed = firstRecipient(id)): string {
    return post.deliver(report({ ...envelope(), parent: headersOf(id) }, about(failed), failed)).id;
  }

  return {
    report: reportOn,
    answer: (id, { text, from, cc = '', subject, newMail = false, spam = false }) => {
      const headers = headersOf(id);
      const replyTo = readAddresses(sentValue(headers, 'Reply-To'))?.[0]?.address ?? address;
      const to = newMail ? address : replyTo;
      const raw = letter({
        ...envelope(),
        to,
        cc,
        from: from ?? firstRecipient(id),
        subject: subject ?? (newMail ? 'A word from us' : reTo(id)),
        text,
        parent: newMail ? null : headers,
      });
      return post.deliverTo(to, raw, spam);
    },
    outOfOffice: (id, { text, style = 'marked', subject } = {}) => {
      const { prefix, headers } = AWAY[style];
      return post.deliver(
        letter({
          ...envelope(),
          from: firstRecipient(id),
          subject: subject ?? `${prefix}${subjectOf(id)}`,
          text: text ?? 'I am out of the office and will answer when I am back.',
          parent: headersOf(id),
          headers,
        }),
      ).id;
    },
    bounce: (id, { by = 'gmail', address: failed } = {}) =>
      reportOn(id, by === 'gmail' ? failedByGmail : failedByServer, failed),
    delay: (id, late) => reportOn(id, delayedByGmail, late),
    receive: ({ from, subject, text, spam }) =>
      post.deliver(letter({ ...envelope(), from, subject, text, parent: null }), spam).id,
    write: ({ to, text, subject, answers, draft = false }) => {
      const parent = answers === undefined ? null : headersOf(answers);
      const id = store.nextId();
      const raw = letter({
        ...envelope(),
        from: `<${address}>`,
        to,
        subject: subject ?? (answers === undefined ? 'Hello' : reTo(answers)),
        text,
        messageId: post.ownMessageId(id),
        parent,
      });
      const read = readRaw(raw);
      const threadId =
        parent !== null && read.ok ? threadOf({ headers: read.headers, at: now() }, store.threaded()) : null;
      const recipients = draft ? [] : (readAddresses(to) ?? []).map((entry) => entry.address.toLowerCase());
      const labels = [draft ? 'DRAFT' : 'SENT'];
      post.passOn(store.add({ id, threadId: threadId ?? id, at: now(), labels, raw, recipients }));
      return id;
    },
    read: (id) => {
      store.takeLabel(id, 'UNREAD');
    },
    erase: (id) => {
      store.erase(id);
    },
  };
}
