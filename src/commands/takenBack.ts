// The line of the log that takes an earlier one back.
import { TAKEN_BACK } from '../touches/logged';
import type { LogEntry } from '../touches/log';
import { takenBackId } from '../touches/readLog';
import { longDay } from '../values/day';
import type { Campaign } from './campaign';
import { addEntries } from './logTab';

/** The line stays, and one behind it says that it was taken back. `who`: whoever did, '' where not known. */
export function writeTakenBack(campaign: Campaign, entry: LogEntry, who: string): void {
  const { services, hidden, logTable } = campaign;
  addEntries(services, hidden, logTable, [takenBackLine(campaign, entry, who)]);
}

/** The line behind it that says so. */
export function takenBackLine(
  { today, time }: Pick<Campaign, 'today' | 'time'>,
  entry: LogEntry,
  who: string,
): Omit<LogEntry, 'row'> {
  return {
    ...entry,
    entryId: takenBackId(entry.entryId),
    day: today,
    time,
    who,
    direction: 'ours',
    kind: TAKEN_BACK,
    summary: `“${entry.kind}” of ${longDay(entry.day)} is taken back`,
    result: '',
    gmailMessageId: '',
    gmailThreadId: '',
    address: '',
    notes: '',
  };
}
