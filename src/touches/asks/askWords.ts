// How lines of the Outreach log say what was asked and what they answered, and how that is read back.
import { later } from '../../values/later';
import { cleanText } from '../../values/text';
import type { LogEntry } from '../log';
import { ASKED, ASK_SETTLED, plainKind, waitSummary } from '../logged';
import type { Outcome } from '../outcome';
import type { Ask, AskAnswer } from './ask';

/** What a line of the log says, without who, when and about whom. */
export type AskLine = Pick<LogEntry, 'kind' | 'direction' | 'summary' | 'result' | 'notes'>;

const MARK = 'ask: ';

/** Notes of a line that answers an ask; `words`: theirs, '' for none. */
export function askNote(kind: string, words: string): string {
  return words === '' ? `${MARK}${kind}` : `${MARK}${kind}; ${words}`;
}

/** Whether the notes still say what the line is about. */
export const hasAskNote = ({ notes }: Pick<LogEntry, 'notes'>): boolean => cleanText(notes).startsWith(MARK);

/** The line of an ask that a person made. */
export function askedLine(kind: string, note: string): AskLine {
  return { kind: ASKED, direction: 'ours', summary: kind, result: '', notes: note };
}

const OUTCOME_OF: Readonly<Record<'yes' | 'no' | 'maybe', Outcome>> = {
  yes: 'said yes',
  no: 'said no',
  maybe: 'answered',
};

/** The line of an answer; null where nobody answered: an open ask without a day to wait for. */
export function answerLine(
  { kind }: Pick<Ask, 'kind'>,
  { answer, waitUntil, note }: Pick<Ask, 'answer' | 'waitUntil' | 'note'>,
): AskLine | null {
  if (answer === 'dropped')
    return {
      kind: 'note',
      direction: 'ours',
      summary: `dropped: ${kind}`,
      result: '',
      notes: askNote(kind, note),
    };
  const received = { direction: 'theirs', result: 'received', notes: askNote(kind, note) } as const;
  if (answer === 'open' || answer === 'later') {
    if (waitUntil !== null) return { ...received, kind: 'wait until', summary: waitSummary(waitUntil) };
    return answer === 'open' ? null : { ...received, kind: 'answered', summary: `later: ${kind}` };
  }
  return {
    ...received,
    kind: OUTCOME_OF[answer],
    summary: answer === 'maybe' ? `maybe: ${kind}` : `${answer} to ${kind}`,
  };
}

/** The line by which a person says that an earlier line changes no ask, or none any more. */
export function settledLine(entryId: string, text: string): AskLine {
  return { kind: ASK_SETTLED, direction: 'ours', summary: text, result: '', notes: `${SETTLES}${entryId}` };
}

const SETTLES = 'of: ';

/** Whether the notes still say which line is settled. */
export const hasSettledNote = ({ notes }: Pick<LogEntry, 'notes'>): boolean =>
  cleanText(notes).startsWith(SETTLES);

/** Entry ids of the lines about which a person has decided. */
export function settledLines(log: readonly LogEntry[]): ReadonlySet<string> {
  return new Set(
    log
      .filter((entry) => plainKind(entry) === ASK_SETTLED)
      .map((entry) => cleanText(entry.notes).slice(hasSettledNote(entry) ? SETTLES.length : 0)),
  );
}

const named = later(() => /^(?:yes|no) to (.+)$/i);

/** The ask that an answer's line names, as it stands there; '' where it names none. */
export function kindSaid({ notes, summary }: Pick<LogEntry, 'notes' | 'summary'>): string {
  const note = cleanText(notes);
  if (note.startsWith(MARK)) return note.slice(MARK.length).split(';')[0]?.trim() ?? '';
  return named().exec(cleanText(summary))?.[1] ?? '';
}

/** What an answer's line says of the ask: null for a line that is no answer. */
export function answerSaid(entry: LogEntry): AskAnswer | 'wait' | null {
  switch (plainKind(entry)) {
    case 'said yes':
      return 'yes';
    case 'said no':
      return 'no';
    case 'wait until':
      return 'wait';
    case 'answered':
      if (!hasAskNote(entry)) return null;
      return entry.summary.startsWith('later: ') ? 'later' : 'maybe';
    case 'note':
      return entry.summary.startsWith('dropped: ') && cleanText(entry.notes).startsWith(MARK)
        ? 'dropped'
        : null;
    default:
      return null;
  }
}
