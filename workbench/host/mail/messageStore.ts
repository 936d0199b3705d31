// The messages of one mailbox with the history of their changes. Marks as in apiErrors.ts.
import { readRaw, type Headers } from './headers';
import type { HistoryRecord, MailboxData, StoredMessage } from './mailboxData';
import type { Threaded } from './threading';

export interface MessageStore {
  readonly address: string;
  readonly messages: readonly StoredMessage[];
  readonly now: () => number;
  nextId(): string;
  /** Messages that were ever stored. */
  made(): number;
  /** Throws where there is no such message. */
  find(id: string): StoredMessage;
  headersOf(message: StoredMessage): Headers;
  threaded(): Threaded[];
  add(message: Omit<StoredMessage, 'historyId'>): StoredMessage;
  takeLabel(id: string, label: string): void;
  erase(id: string): void;
  /** null where the id is unknown, or what came after it older than `days`. */
  historySince(id: number, days: number): readonly HistoryRecord[] | null;
  forgetHistory(): void;
  data(): Omit<MailboxData, 'limits'>;
}

const DAY_MS = 86_400_000;

export function openStore(
  start: Partial<MailboxData> & { readonly address: string },
  now: () => number,
): MessageStore {
  const { address } = start;
  const messages: StoredMessage[] = [...(start.messages ?? [])];
  const history: HistoryRecord[] = [...(start.history ?? messages.map(added))];
  let made = start.made ?? messages.length;
  let lastHistoryId = start.lastHistoryId ?? 1_000_000;
  let oldestHistoryId = start.oldestHistoryId ?? lastHistoryId;
  const parsed = new WeakMap<StoredMessage, Headers>();

  function find(id: string): StoredMessage {
    const found = messages.find((message) => message.id === id);
    if (found === undefined) throw new Error(`no message ${id} in this mailbox`);
    return found;
  }

  function headersOf(message: StoredMessage): Headers {
    let headers = parsed.get(message);
    if (headers === undefined) {
      const read = readRaw(message.raw);
      parsed.set(message, (headers = read.ok ? read.headers : []));
    }
    return headers;
  }

  /** D: ids rise, with gaps. */
  function record(
    kind: HistoryRecord['kind'],
    { id: messageId, threadId }: Pick<StoredMessage, 'id' | 'threadId'>,
    labels: readonly string[] = [],
  ): number {
    lastHistoryId += 1 + (history.length % 7);
    history.push({ id: lastHistoryId, at: now(), kind, messageId, threadId, labels });
    return lastHistoryId;
  }

  return {
    address,
    messages,
    now,
    nextId: () => ((0x19an << 52n) + (seedOf(address) << 28n) + BigInt((made += 1)) * 0x101n).toString(16),
    made: () => made,
    find,
    headersOf,
    threaded: () =>
      messages.map((message) => ({
        threadId: message.threadId,
        at: message.at,
        headers: headersOf(message),
      })),
    add: (message) => {
      const kept = { ...message, historyId: record('messageAdded', message) };
      messages.push(kept);
      record('unnamed', kept);
      return kept;
    },
    takeLabel: (id, label) => {
      const message = find(id);
      if (!message.labels.includes(label)) return;
      const historyId = record('labelRemoved', message, [label]);
      const labels = message.labels.filter((other) => other !== label);
      messages[messages.indexOf(message)] = { ...message, historyId, labels };
    },
    erase: (id) => {
      const message = find(id);
      messages.splice(messages.indexOf(message), 1);
      record('messageDeleted', message);
    },
    historySince: (id, days) => {
      const after = history.filter((entry) => entry.id > id);
      const gone = id < oldestHistoryId || after.some(({ at }) => at < now() - days * DAY_MS);
      return gone || id > lastHistoryId ? null : after;
    },
    forgetHistory: () => {
      oldestHistoryId = lastHistoryId += 1;
    },
    data: () => ({
      address,
      messages: [...messages],
      history: [...history],
      made,
      lastHistoryId,
      oldestHistoryId,
    }),
  };
}

/** 24 bits that differ from account to account, so that two mailboxes never share an id. */
function seedOf(address: string): bigint {
  let seed = 0;
  for (const letter of address.toLowerCase()) seed = (seed * 31 + letter.charCodeAt(0)) % 0xfffffd;
  return BigInt(seed);
}

/** Mail that was kept without its history. */
const added = ({ historyId, at, id, threadId }: StoredMessage): HistoryRecord => ({
  id: historyId,
  at,
  kind: 'messageAdded',
  messageId: id,
  threadId,
  labels: [],
});
