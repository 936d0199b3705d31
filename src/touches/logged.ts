// What the log lines of one contact add up to: our last touch, our e-mails, their last answer.
import { parseDay, type Day } from '../values/day';
import { readAnswer, type AnswerKind } from './answer';
import type { Channel, LogEntry } from './log';

/** Kind of a line that says somebody of ours was asked for an introduction: about a contact, but no touch of theirs. */
export const TIE_ASKED = 'tie asked';
/** Kind of a line that says a contact went from one of ours to another. */
export const HANDED_OVER = 'handed over';
/** Kind of a line that takes an earlier one back; reading the log gives that one this kind too. */
export const TAKEN_BACK = 'taken back';
/** Kind of a line that says we asked for something: a touch of ours, and no e-mail of the add-on. Its summary is the ask. */
export const ASKED = 'asked';
/** Kind of a line that says we asked a partner how it goes: a touch of ours. */
export const STATUS_CHECK = 'status check';
/** Kinds of lines of theirs: they left us, and they are back. */
export const BOWED_OUT = 'bowed out';
export const CAME_BACK = 'came back';
/** Kind of a line that says what a person decided about an earlier one. */
export const ASK_SETTLED = 'ask settled';
/** Kinds of lines of ours for what we did for them. */
export const DEEDS = ['showed up', 'signed', 'shared', 'did for them'] as const;
export type Deed = (typeof DEEDS)[number];

const NO_TOUCH: readonly string[] = [TIE_ASKED, HANDED_OVER, TAKEN_BACK, ASK_SETTLED, 'note', 'test'];

/** The kind of a line as it is compared. */
export const plainKind = ({ kind }: Pick<LogEntry, 'kind'>): string => kind.trim().toLowerCase();

/** What we did for them, null for every other line. One of theirs of the same word is an answer. */
export function deedOf(entry: Pick<LogEntry, 'kind' | 'direction'>): Deed | null {
  if (entry.direction !== 'ours') return null;
  const kind = plainKind(entry);
  return DEEDS.find((deed) => deed === kind) ?? null;
}

/** False for a line that is about a contact, but no touch of either side. */
export function isTouch(entry: LogEntry): boolean {
  return !NO_TOUCH.includes(plainKind(entry)) && deedOf(entry) === null;
}

/** What came of a talk that we began: an answer, though the line is ours. */
const TALKED: readonly string[] = ['talked', 'said yes', 'said no', 'answered', 'wait until'];

export interface LoggedAnswer {
  readonly day: Day;
  /** Their words; '' where only the fact is on record. */
  readonly text: string;
  /** They asked us to wait, or decide at a meeting: it does not stop once the wait is over. */
  readonly waits: boolean;
  /** Last day of the wait that a person wrote down with it; null where none is on record. */
  readonly until: Day | null;
}

export interface Logged {
  readonly last: { readonly day: Day; readonly by: 'ours' | 'theirs'; readonly channel: Channel } | null;
  readonly lastOurs: { readonly day: Day; readonly channel: Channel } | null;
  /** Our e-mails that count: sent, sending, unknown, or typed by a person. */
  readonly emails: number;
  /** The newest send has no known result. */
  readonly unsettled: boolean;
  /** They left us, and did not come back since. */
  readonly bowedOut: { readonly day: Day; readonly words: string } | null;
  /** The newest answer that no later touch of ours follows; on one day without times the answer counts as the later. */
  readonly answer: LoggedAnswer | null;
}

interface Moment {
  readonly day: Day;
  readonly time: string | null;
}

function surelyLater(a: Moment, b: Moment): boolean {
  return a.day > b.day || (a.day === b.day && a.time !== null && b.time !== null && a.time > b.time);
}

/** Oldest first: by day, then time, then place in the tab (people may have sorted it). */
export function inOrder(a: LogEntry, b: LogEntry): number {
  const keyA = `${a.day} ${a.time ?? ''}`;
  const keyB = `${b.day} ${b.time ?? ''}`;
  return keyA < keyB ? -1 : keyA > keyB ? 1 : a.row - b.row;
}

/** One line for each message key, the newest: a result may stand in a line of its own. */
function oneForEachKey(sorted: readonly LogEntry[]): LogEntry[] {
  const newest = new Map<string, LogEntry>();
  for (const entry of sorted) if (entry.messageKey !== '') newest.set(entry.messageKey, entry);
  return sorted.filter((entry) => entry.messageKey === '' || newest.get(entry.messageKey) === entry);
}

function newestOf<T>(sorted: readonly T[]): T | null {
  return sorted[sorted.length - 1] ?? null;
}

/** What a line says of the touch. Of a message that the add-on read in the mailbox the summary is its subject: no word on it. */
export function wordsOf({ direction, gmailMessageId, kind, summary }: LogEntry): readonly string[] {
  const namesAsk = kind === ASKED || (/^said (?:yes|no)$/.test(kind) && ABOUT_ASK.test(summary));
  return namesAsk || (direction === 'theirs' && gmailMessageId !== '') ? [kind] : [kind, summary];
}

/** The summary of an answer that names the ask: the words of that are no answer. */
const ABOUT_ASK = /^(?:yes|no) to /i;

/** The newest of the lines that say they left us or came back; null where that is none, or that they are back. */
export function bowedOutBy(entries: readonly LogEntry[]): Logged['bowedOut'] {
  const said = entries.filter((entry) => [BOWED_OUT, CAME_BACK].includes(plainKind(entry)));
  const newest = newestOf(said.sort(inOrder));
  return newest === null || plainKind(newest) === CAME_BACK
    ? null
    : { day: newest.day, words: newest.summary };
}

/** A line as it counts: a touch of ours, an answer of theirs, both for a talk that we began, or neither. */
export interface CountedLine {
  readonly entry: LogEntry;
  readonly ours: boolean;
  readonly answer: AnswerKind | null;
}

/** Oldest first, in any order before; of lines with one message key the newest alone. */
export function countedLines(entries: readonly LogEntry[]): CountedLine[] {
  return oneForEachKey([...entries].sort(inOrder)).map((entry) => ({ entry, ...meaning(entry) }));
}

function meaning(entry: LogEntry): Pick<CountedLine, 'ours' | 'answer'> {
  const kind = plainKind(entry);
  if (entry.result === 'failed' || !isTouch(entry)) return { ours: false, answer: null };
  const told = wordsOf(entry).map(readAnswer);
  if (entry.direction === 'ours') {
    const clear = told.find((k) => k === 'decides-there' || k === 'said-yes' || k === 'said-no');
    return TALKED.includes(kind)
      ? { ours: true, answer: clear ?? 'answer' }
      : { ours: !told.includes('bounced'), answer: null };
  }
  if (told.includes('out-of-office') || told.includes('bounced')) return { ours: false, answer: null };
  if (told.includes('nothing-came-back')) return { ours: true, answer: null };
  return { ours: false, answer: told.find((k) => k === 'decides-there') ?? 'answer' };
}

/** What the log's summary says of a touch after which we wait. */
export const waitSummary = (until: Day): string => `wait until ${until}`;

/** The day to wait for that a line of the add-on says; null for every other line. */
export function loggedWait({ kind, summary }: Pick<LogEntry, 'kind' | 'summary'>): Day | null {
  const [, text] = /^wait until (\d{4}-\d\d-\d\d)$/.exec(summary.trim()) ?? [];
  return plainKind({ kind }) === 'wait until' && text !== undefined ? parseDay(text) : null;
}

/** `touchedOn`: our touch that only the row knows, or null. `entries` in any order, all of one contact. */
export function addUp(entries: readonly LogEntry[], touchedOn: Day | null): Logged {
  const read = countedLines(entries);
  const ours = read.filter((line) => line.ours).map((line) => line.entry);
  const answers = read.filter((line) => line.answer !== null);
  const lastOurs = newestOf(ours);
  const last = newestOf(read.filter((line) => line.ours || line.answer !== null));
  const mails = ours.filter(
    (entry) => entry.direction === 'ours' && entry.channel === 'e-mail' && plainKind(entry) !== ASKED,
  );
  const touches: readonly Moment[] = touchedOn === null ? ours : [...ours, { day: touchedOn, time: null }];
  const open = answers.filter(
    ({ entry }) => !touches.some((touch) => touch !== entry && surelyLater(touch, entry)),
  );
  const newest = newestOf(open);
  const lastResult = newestOf(mails)?.result;
  return {
    last: last && {
      day: last.entry.day,
      by: last.answer === null ? 'ours' : 'theirs',
      channel: last.entry.channel,
    },
    lastOurs: lastOurs && { day: lastOurs.day, channel: lastOurs.channel },
    emails: mails.length,
    bowedOut: bowedOutBy(entries),
    unsettled: lastResult === 'sending' || lastResult === 'unknown',
    answer: newest && {
      day: newest.entry.day,
      text: newest.entry.summary === '' ? newest.entry.kind : newest.entry.summary,
      until: loggedWait(newest.entry),
      waits: newest.answer === 'decides-there' || plainKind(newest.entry) === 'wait until',
    },
  };
}
