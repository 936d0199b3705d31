// The log as touches and answers, each line once, with its contact where that is still there.
import type { Contact } from '../reading/contact';
import { countedLines, type CountedLine } from '../touches/logged';
import type { LogEntry } from '../touches/log';
import { entriesByContact, entriesFor } from '../touches/readLog';

export interface Line extends CountedLine {
  /** null where the log knows somebody who is no contact any more. */
  readonly contact: Contact | null;
  /** Counted from 1 through all touches of ours to this contact; 0 for a line that is none. */
  readonly attempt: number;
  /** Of a touch of ours: whether they answered before the next one. */
  readonly answered: boolean;
}

/** By contact, in each the oldest first. A line that names two contacts alike belongs to the upper one. */
export function readHistory(contacts: readonly Contact[], log: readonly LogEntry[]): readonly Line[] {
  const byContact = entriesByContact(log);
  const left = new Set(log);
  const found: Line[] = [];
  const take = (contact: Contact | null, entries: readonly LogEntry[]) => {
    const own = entries.filter((entry) => left.delete(entry));
    found.push(...withAttempts(countedLines(own)).map((line) => ({ ...line, contact })));
  };
  for (const contact of contacts) take(contact, entriesFor(contact, byContact));
  for (const entries of byContact.values()) take(null, entries);
  return found;
}

function withAttempts(lines: readonly CountedLine[]): Omit<Line, 'contact'>[] {
  let attempt = lines.filter(({ ours }) => ours).length;
  // From the newest back: whether an answer came between this line and the touch after it.
  let answeredLater = false;
  return [...lines]
    .reverse()
    .map((line) => {
      const answered = line.answer !== null || answeredLater;
      answeredLater = !line.ours && answered;
      return { ...line, attempt: line.ours ? attempt-- : 0, answered: line.ours && answered };
    })
    .reverse();
}
