// Which conversation a message joins. Marks as in apiErrors.ts.
import { headerText, readAddresses, type Headers } from './headers';

/** A message of the mailbox, as far as conversations go by it. */
export interface Threaded {
  readonly threadId: string;
  readonly at: number;
  readonly headers: Headers;
}

const WEEK_MS = 7 * 86_400_000;

/** M: which words before a subject do not count; certain is "Re:" and "Fwd:" only. */
const PREFIX =
  /^(?:\s*(?:re|fwd?|aw|wg|sv|vs|r|automatic reply|out of office|automatische antwort|abwesenheitsnotiz)\s*:\s*)+/i;

/** Subjects are compared without "Re:" and the like, case or blanks. */
export const bareSubject = (subject: string): string =>
  subject.replace(PREFIX, '').trim().replace(/\s+/g, ' ').toLowerCase();

const subjectOf = ({ headers }: { readonly headers: Headers }) => bareSubject(headerText(headers, 'Subject'));

/** Message-IDs that it answers or refers to, with their brackets. */
export const referencesOf = (headers: Headers): readonly string[] =>
  `${headerText(headers, 'References')} ${headerText(headers, 'In-Reply-To')}`.match(/<[^<>\s]+>/g) ?? [];

const peopleOf = (headers: Headers): string[] =>
  ['From', 'To', 'Cc'].flatMap((name) =>
    (readAddresses(headerText(headers, name)) ?? []).map(({ address }) => address.toLowerCase()),
  );

/** D (Google Workspace updates, 29 March 2019), F for deliveries that failed: they stand in the thread whatever their subject. */
const isGooglesDaemon = (headers: Headers): boolean =>
  /<?mailer-daemon@googlemail\.com>?\s*$/i.test(headerText(headers, 'From'));

/**
 * The thread that an arriving message joins, null where it starts one. What refers to a message joins its thread if
 * the subject is the same. What refers to nothing joins where its sender took part, the subject is the same and the
 * last message is not older than a week.
 */
export function threadOf(
  { headers, at }: Omit<Threaded, 'threadId'>,
  messages: readonly Threaded[],
): string | null {
  const subject = subjectOf({ headers });
  const references = new Set(referencesOf(headers));
  if (references.size > 0) {
    const parent = messages.findLast((other) => references.has(headerText(other.headers, 'Message-ID')));
    if (parent === undefined) return null;
    return isGooglesDaemon(headers) || joinsBySubject(headers, parent.threadId, messages)
      ? parent.threadId
      : null;
  }
  const [sender] = readAddresses(headerText(headers, 'From')) ?? [];
  if (sender === undefined) return null;
  const near = messages.findLast(
    (other) =>
      other.at > at - WEEK_MS &&
      subjectOf(other) === subject &&
      peopleOf(other.headers).includes(sender.address.toLowerCase()),
  );
  return near?.threadId ?? null;
}

/** Whether its subject is that of the thread's first message. */
export function joinsBySubject(headers: Headers, threadId: string, messages: readonly Threaded[]): boolean {
  const first = messages.find((message) => message.threadId === threadId);
  return first !== undefined && subjectOf(first) === subjectOf({ headers });
}
