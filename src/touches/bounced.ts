// Addresses whose mail came back, as the log has it.
import type { Day } from '../values/day';
import { readAnswer } from './answer';
import type { LogEntry } from './log';
import { TAKEN_BACK, wordsOf } from './logged';

/** Lower-case address → the last day on which mail to it came back. A line that was taken back does not count. */
export function bouncedAddresses(log: readonly LogEntry[]): ReadonlyMap<string, Day> {
  const bounced = new Map<string, Day>();
  const lastAddress = new Map<string, string>();
  for (const entry of log)
    if (entry.direction === 'ours' && entry.address !== '') lastAddress.set(entry.contact, entry.address);
  for (const entry of log) {
    if ((entry.direction === 'ours' && entry.messageKey !== '') || entry.kind === TAKEN_BACK) continue;
    if (!wordsOf(entry).some((words) => readAnswer(words) === 'bounced')) continue;
    const wroteTo = entry.address === '' ? lastAddress.get(entry.contact) : entry.address;
    const address = (wroteTo ?? '').toLowerCase();
    if (address !== '') bounced.set(address, entry.day);
  }
  return bounced;
}
