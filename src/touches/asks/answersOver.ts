// The answers of the log over the asks that are open: which line answers which ask, and what nobody can tell from it.
import { readAskKind } from '../../texts/askKinds';
import { laterOf, type Day } from '../../values/day';
import { foldName } from '../../values/text';
import type { LogEntry } from '../log';
import { inOrder, loggedWait } from '../logged';
import type { Ask, AskAnswer, AskQuestion } from './ask';
import { answerSaid, kindSaid, settledLines } from './askWords';
import { askOfLine } from './loggedAsks';
import type { AskInput } from './readAsks';
import type { WhoIsWho } from './who';

/** Nobody has answered it for good. */
export const isPending = ({ answer }: Pick<Ask, 'answer'>): boolean =>
  answer === 'open' || answer === 'later';

/** One ask while its lines are read, oldest first. */
interface Standing {
  ask: Ask;
  /** Of its row: the newest day on which a line said the same. */
  agreed: Day | null;
  /** The day to wait for that its row names. */
  readonly rowWait: Day | null;
  /** The newest line that says something else than the row. */
  differs: { readonly entry: LogEntry; readonly says: AskAnswer } | null;
}

const standing = (ask: Ask): Standing => ({ ask, agreed: null, rowWait: ask.waitUntil, differs: null });

interface Line {
  readonly entry: LogEntry;
  readonly says: AskAnswer | 'wait';
  /** Name of the ask that it names; '' where it names none. */
  readonly kind: string;
}

/** `asks` in any order; they come back in the same order, with those behind them that only an answer tells of. */
export function answersOver(
  asks: readonly Ask[],
  input: AskInput,
  who: WhoIsWho,
): { readonly asks: readonly Ask[]; readonly questions: readonly AskQuestion[] } {
  const all = asks.map(standing);
  const byContact = new Map<string, Standing[]>();
  const add = (one: Standing): void => {
    const key = who.keyOf(one.ask.contact, one.ask.organization);
    const list = byContact.get(key);
    if (list === undefined) byContact.set(key, [one]);
    else list.push(one);
  };
  all.forEach(add);
  const questions: AskQuestion[] = [];
  const lines = answerLines(input);
  const named = new Set(lines.filter(({ kind }) => kind !== '').map((line) => mark(line, who)));
  for (const [at, line] of lines.entries()) {
    const { entry } = line;
    const theirs = [...(byContact.get(who.keyOf(entry.contact, entry.organization)) ?? [])].sort(oldestFirst);
    const before = theirs.filter(({ ask }) => ask.askedOn === null || ask.askedOn <= entry.day);
    if (line.kind !== '') {
      const ofKind = before.filter(({ ask }) => ask.kind === line.kind);
      const written = ofKind.find(({ ask }) => ask.rowAnswer === line.says && ask.answeredOn === entry.day);
      const target = written ?? newest(ofKind.filter(wasOpenAt(line))) ?? newest(ofKind);
      if (target !== undefined) answer(target, line);
      else if (isImplied(line, theirs)) {
        const made = standing(askOfLine(entry, line.kind, input, who));
        answer(made, line);
        all.push(made);
        add(made);
      }
    } else if (line.says === 'wait') for (const one of before) waits(one, entry, '');
    else {
      const says = line.says;
      const explains = (one: Standing): boolean =>
        one.ask.rowAnswer === says &&
        (one.ask.answeredOn === entry.day || one.ask.answeredOn === null) &&
        !named.has(mark({ ...line, kind: one.ask.kind }, who));
      if (before.some(explains)) continue;
      const open = before.filter(
        ({ ask }) =>
          isPending(ask) ||
          (ask.answeredOn !== null && ask.answeredOn > entry.day) ||
          isAnsweredLaterThatDay(ask, lines, at, who),
      );
      const target = open.length === 1 ? open[0] : open.length === 0 ? newest(before) : undefined;
      if (target !== undefined) answer(target, line);
      else if ((says === 'yes' || says === 'no') && open.length > 0)
        questions.push({
          kind: 'which',
          contact: who.byId(entry.contact)?.outreachId ?? entry.contact,
          organization: entry.organization,
          entryId: entry.entryId,
          says,
          day: entry.day,
          asks: open.filter(({ ask }) => isPending(ask)).map(({ ask }) => ask),
        });
    }
  }
  for (const { ask, differs } of all)
    if (differs !== null) {
      const { entryId, day } = differs.entry;
      questions.push({ kind: 'differs', ask, entryId, says: differs.says, day });
    }
  return { asks: all.map(({ ask }) => ask), questions };
}

/** Lines that answer an ask, oldest first, without those that a person has settled. */
function answerLines({ log, settings }: AskInput): readonly Line[] {
  const settled = settledLines(log);
  return log
    .flatMap((entry): Line[] => {
      const says = answerSaid(entry);
      if (says === null || entry.result === 'failed' || settled.has(entry.entryId)) return [];
      const said = kindSaid(entry);
      return [{ entry, says, kind: readAskKind(said, settings.ownAsks)?.name ?? '' }];
    })
    .sort((a, b) => inOrder(a.entry, b.entry));
}

const mark = ({ entry, says, kind }: Line, who: WhoIsWho): string =>
  [who.keyOf(entry.contact, entry.organization), entry.day, says, foldName(kind)].join('|');

function oldestFirst({ ask: a }: Standing, { ask: b }: Standing): number {
  const [first, second] = [a.askedOn ?? '', b.askedOn ?? ''];
  // What has no row yet gets one behind the others.
  return first < second ? -1 : first > second ? 1 : (a.row || Infinity) - (b.row || Infinity) || 0;
}

/**
 * Open when the line was written. A wait belongs to the ask that was open then, also where its row holds the answer that
 * came since: it never goes over to an older ask.
 */
const wasOpenAt =
  ({ says, entry }: Line) =>
  ({ ask }: Standing): boolean =>
    isPending(ask) ||
    (says === 'wait' && ask.rowAnswer !== 'open' && ask.answeredOn !== null && ask.answeredOn >= entry.day);

/** The row holds what a line further down says of it on the same day: when line `at` was written it was still open. */
function isAnsweredLaterThatDay(ask: Ask, lines: readonly Line[], at: number, who: WhoIsWho): boolean {
  const day = lines[at]?.entry.day;
  if (ask.rowAnswer === 'open' || ask.answeredOn !== day) return false;
  const key = who.keyOf(ask.contact, ask.organization);
  for (const { entry, kind, says } of lines.slice(at + 1)) {
    if (entry.day !== day) break;
    if (kind === ask.kind && says === ask.answer && who.keyOf(entry.contact, entry.organization) === key)
      return true;
  }
  return false;
}

const newest = (list: readonly Standing[]): Standing | undefined => list[list.length - 1];

/** Who answers what nobody wrote down as asked was asked then and there. */
function isImplied({ says, kind }: Line, theirs: readonly Standing[]): boolean {
  return (
    (says === 'yes' || says === 'no') &&
    !theirs.some(({ ask }) => ask.kind === kind && (ask.askedOn === null || ask.answer === says))
  );
}

/** What a line says of an ask: over an open one it counts, beside an answered one it agrees or is a question. */
function answer(one: Standing, { entry, says, kind }: Line): void {
  if (says === 'wait') {
    waits(one, entry, kind === '' ? '' : entry.entryId);
    return;
  }
  const { ask } = one;
  const { day } = entry;
  if (ask.answer === says) {
    one.agreed = laterOf(one.agreed, day);
    one.differs = null;
    return;
  }
  const since = ask.answeredOn ?? ask.heardBy;
  const isRows = ask.rowAnswer !== 'open';
  if (isPending(ask) || (!isRows && since === day)) {
    if (isRows && since !== null && day < since) return;
    one.ask = {
      ...ask,
      answer: says,
      answeredOn: day,
      answeredBy: entry.entryId,
      waitUntil: null,
      heardBy: day,
    };
    return;
  }
  // A line of the same day counts where an earlier one said what the row does: then it is the newer word.
  const isLater =
    ask.answeredOn === null || day > ask.answeredOn || (day === ask.answeredOn && one.agreed === day);
  if (isLater) one.differs = { entry, says };
}

/**
 * They asked to wait: an ask that nobody answered waits with them. `by`: the line where it names the ask. A day that
 * stands in the row goes before such a line, also an earlier one: somebody put it right.
 */
function waits(one: Standing, entry: LogEntry, by: string): void {
  const { ask, rowWait } = one;
  const until = loggedWait(entry);
  if (!isPending(ask) || until === null) return;
  if (by !== '')
    one.ask =
      rowWait === null ? { ...ask, waitUntil: until, answeredBy: by } : { ...ask, waitUntil: rowWait };
  else if (ask.waitUntil === null || ask.waitUntil < until) one.ask = { ...ask, waitUntil: until };
}
