// Mail, sent to the tester's own address and to nobody else.
import { buildMime } from '../../src/mail/mime';
import { textToHtml } from '../../src/mail/renderTemplate';
import type { RunFact } from './run';

export interface MailFact extends RunFact {
  /** Needs the permission to read headers. */
  readonly reads?: true;
}

const SUBJECT = 'Outreach probe: delete me, ü 👩🏽‍⚕️';
const KEY = 'probe/c-1/1';
const OWN_ID = '<outreach-probe@example.org>';

interface ApiError {
  readonly name?: string;
  readonly details?: { readonly code?: unknown; readonly errors?: readonly { readonly reason?: unknown }[] };
}

interface Sent {
  readonly id: string;
  readonly threadId: string;
}

/** The manifest switches it on. */
function users(): NonNullable<typeof Gmail>['Users'] {
  if (typeof Gmail === 'undefined')
    throw new Error('The Gmail service is not switched on in this script project.');
  return Gmail.Users;
}
const messages = () => users().Messages;

/** What an error of the API says to a program: its name and the code in its details. */
function codeOf(run: () => unknown): unknown {
  try {
    run();
    return 'taken';
  } catch (error) {
    const { name, details } = error as ApiError;
    return [name, details?.code];
  }
}

/** To the tester's own address only: there is no other place here that an address comes from. */
function sendToSelf(subject: string, threadId = '', header = ''): Sent {
  const address = Session.getActiveUser().getEmail();
  const text = 'A probe of the add-on. Delete it.';
  const raw = buildMime({
    from: { name: 'Probe "ü"', address },
    to: { name: 'Probe', address },
    cc: [],
    replyTo: null,
    subject,
    text,
    html: textToHtml(text),
    key: KEY,
    references: [],
  });
  if (!raw.ok) throw new Error(raw.problem.message);
  const encoded = Utilities.base64EncodeWebSafe(header + raw.value);
  const sent = messages().send(threadId === '' ? { raw: encoded } : { raw: encoded, threadId }, 'me');
  return { id: sent.id ?? '', threadId: sent.threadId ?? '' };
}

let first: Sent | null = null;
/** The first message of this run, sent once. */
const sentFirst = (): Sent => (first ??= sendToSelf(SUBJECT));

const headerOf = (message: GoogleAppsScript.Gmail.Schema.Message, name: string) =>
  message.payload?.headers?.find((one) => one.name?.toLowerCase() === name.toLowerCase())?.value ?? null;

export const MAIL_FACTS: readonly MailFact[] = [
  {
    name: 'a-message-gives-its-ids',
    source: '6, D and F',
    fact: 'Messages.send with gmail.send answers with the ids of message and thread.',
    otherwise: 'A follow-up could not join the conversation.',
    run: () => {
      const { id, threadId } = sentFirst();
      return { expected: [true, true], seen: [id !== '', threadId !== ''] };
    },
  },
  {
    name: 'a-follow-up-joins',
    source: '6 Threading, D',
    fact: 'The stored thread id with the same subject, “Re:” before it or not, joins the conversation of the sender.',
    otherwise:
      'Follow-ups would stand apart in the sender’s mailbox, and answers to them would not be found.',
    run: () => {
      const { threadId } = sentFirst();
      return { expected: true, seen: sendToSelf(`Re: ${SUBJECT}`, threadId).threadId === threadId };
    },
  },
  {
    name: 'another-subject-starts-a-thread',
    source: '6 Threading, D; what happens otherwise is not stated',
    fact: 'The stored thread id with another subject starts a conversation of its own, or is refused.',
    otherwise: 'Nothing breaks: the add-on gives the thread id only where the subject is the same.',
    run: () => {
      const { threadId } = sentFirst();
      try {
        return {
          expected: false,
          seen: sendToSelf('Outreach probe: another subject, delete me', threadId).threadId === threadId,
        };
      } catch (error) {
        return { expected: false, seen: false, note: (error as Error).message };
      }
    },
  },
  {
    name: 'a-refusal-has-its-code',
    source: '6, F and M',
    fact: 'What Gmail refuses is a GoogleJsonResponseException with the API’s code in details.code; a message without a valid address is a 400, and nothing leaves.',
    otherwise: 'A refused message would stand as “unknown” in the log.',
    run: () => ({
      expected: [
        ['GoogleJsonResponseException', 400],
        ['GoogleJsonResponseException', 400],
      ],
      seen: ['To: no address here\r\nSubject: Outreach probe\r\n\r\nNever sent.', ''].map((raw) =>
        codeOf(() => messages().send({ raw: Utilities.base64EncodeWebSafe(raw) }, 'me')),
      ),
    }),
  },
  {
    name: 'a-key-is-kept',
    source: '6, not stated',
    fact: 'The header X-Outreach-Key is kept, and read back with the scope gmail.metadata.',
    otherwise: 'A message whose answer was lost would have to be settled by a person.',
    reads: true,
    run: () => {
      const message = messages().get('me', sentFirst().id, {
        format: 'metadata',
        metadataHeaders: ['X-Outreach-Key'],
      });
      return { expected: KEY, seen: headerOf(message, 'X-Outreach-Key') };
    },
  },
  {
    name: 'headers-come-decoded',
    source: '6, not stated',
    fact: 'Headers come as text, not as encoded words; names of headers in any case.',
    otherwise: 'An out-of-office answer could be told by its headers only, not by its subject.',
    reads: true,
    run: () => {
      const message = messages().get('me', sentFirst().id, {
        format: 'metadata',
        metadataHeaders: ['Subject', 'From'],
      });
      return {
        expected: [SUBJECT, true],
        seen: [
          headerOf(message, 'Subject'),
          headerOf(message, 'From')?.includes(Session.getActiveUser().getEmail()),
        ],
        note: `From: ${headerOf(message, 'From')?.replace(/<[^>]*>/, '<…>') ?? ''}`,
      };
    },
  },
  {
    name: 'gmail-makes-the-message-id',
    source: '6 Message-ID, F',
    fact: 'A sent message has a Message-ID of Gmail’s, also where the raw message brings its own.',
    otherwise: 'A follow-up would refer to nothing, and stand apart in the mail program of whoever gets it.',
    reads: true,
    run: () => {
      const { id } = sendToSelf('Outreach probe: its own id, delete me', '', `Message-ID: ${OWN_ID}\r\n`);
      const message = messages().get('me', id, { format: 'metadata', metadataHeaders: ['Message-ID'] });
      const given = headerOf(message, 'Message-ID') ?? '';
      return { expected: [true, true], seen: [/^<[^<>\s]+>$/.test(given), given !== OWN_ID] };
    },
  },
  {
    name: 'newest-sent-first',
    source: '6, not stated',
    fact: 'The list of sent messages begins with the newest, and a message stands in it at once.',
    otherwise: 'A lost answer would be settled later, or by a person.',
    reads: true,
    run: () => {
      const { id } = sendToSelf('Outreach probe: the newest, delete me');
      const listed = messages().list('me', { labelIds: ['SENT'], maxResults: 5 });
      return { expected: 0, seen: (listed.messages ?? []).findIndex((message) => message.id === id) };
    },
  },
  {
    name: 'no-search-with-metadata',
    source: '6 and 2, D and F',
    fact: 'With gmail.metadata a search by q, and a whole message, are refused with 403.',
    otherwise: 'Nothing breaks: the add-on never asks for them.',
    reads: true,
    run: () => ({
      expected: [
        ['GoogleJsonResponseException', 403],
        ['GoogleJsonResponseException', 403],
      ],
      seen: [
        codeOf(() => messages().list('me', { q: 'in:sent' })),
        codeOf(() => messages().get('me', sentFirst().id, { format: 'full' })),
      ],
    }),
  },
  {
    name: 'what-is-gone-is-a-404',
    source: '6, F',
    fact: 'A message that is not there, and a point of the history that is too old, are refused with 404.',
    otherwise: 'The reply check would take “too old” for “nothing new”.',
    reads: true,
    run: () => ({
      expected: [
        ['GoogleJsonResponseException', 404],
        ['GoogleJsonResponseException', 404],
      ],
      seen: [
        codeOf(() => messages().get('me', '1000000000000001', { format: 'metadata' })),
        codeOf(() => users().History.list('me', { startHistoryId: '1' })),
      ],
    }),
  },
  {
    name: 'history-tells-what-came',
    source: '6, D',
    fact: 'The history since a point holds what was added since, with thread and labels.',
    otherwise: 'Answers would be looked for among the newest messages at every send.',
    reads: true,
    run: () => {
      const { historyId = '' } = users().getProfile('me');
      const { id } = sendToSelf('Outreach probe: for the history, delete me');
      const answer = users().History.list('me', {
        startHistoryId: historyId,
        historyTypes: ['messageAdded'],
      });
      const added = (answer.history ?? []).flatMap(({ messagesAdded = [] }) => messagesAdded);
      const found = added.find(({ message }) => message?.id === id)?.message;
      return {
        expected: [true, true],
        seen: [found?.threadId !== undefined, found?.labelIds?.includes('SENT')],
      };
    },
  },
];
