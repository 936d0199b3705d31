// Our own ledger of recipients in the last 24 hours, from the log (design section 5).
import { daysBetween, addDays, type Day } from '../values/day';
import { sameAddress } from '../values/emailAddress';
import type { LogEntry } from '../touches/log';

export interface Quota {
  readonly used: number;
  readonly left: number;
  readonly limit: number;
  /** When the next message may go, where none is left now; null otherwise, and where the limit is 0. */
  readonly freeFrom: { readonly day: Day; readonly time: string } | null;
}

/** Messages of this account that stand in no log. */
export interface Unlogged {
  readonly day: Day;
  readonly time: string;
  readonly recipients: number;
}

const MINUTES = 24 * 60;

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

const timeOf = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** `now` on the sheet's wall clock. Only what this account sent counts; an entry without a time counts for its whole day. */
export function quotaLeft(
  log: readonly LogEntry[],
  account: string,
  now: { readonly day: Day; readonly time: string },
  limit: number,
  unlogged: readonly Unlogged[] = [],
): Quota {
  const nowMinutes = minutesOf(now.time);
  const agesOfCounted: number[] = [];
  const count = (day: Day, time: string | null, recipients: number): void => {
    const days = daysBetween(day, now.day);
    if (days < 0 || days > 1) return;
    const age = days * MINUTES + nowMinutes - minutesOf(time ?? (days === 0 ? now.time : '23:59'));
    if (age >= MINUTES) return;
    for (let i = 0; i < recipients; i++) agesOfCounted.push(age);
  };
  for (const { day, time, recipients } of unlogged) count(day, time, recipients);
  for (const entry of log) {
    if (entry.direction !== 'ours' || entry.channel !== 'e-mail') continue;
    if (entry.result !== 'sent' && entry.result !== 'sending' && entry.result !== 'unknown') continue;
    if (entry.account !== '' && !sameAddress(entry.account, account)) continue;
    const addresses = entry.address.split(',').filter((part) => part.includes('@'));
    count(entry.day, entry.time, Math.max(1, addresses.length));
  }
  const used = agesOfCounted.length;
  const left = Math.max(0, limit - used);
  if (left > 0 || limit === 0) return { used, left, limit, freeFrom: null };
  // The limit may have been lowered: enough of the oldest must leave the window.
  const oldestFirst = agesOfCounted.sort((a, b) => b - a);
  const wait = MINUTES - (oldestFirst[used - limit] ?? 0);
  const at = nowMinutes + wait;
  return {
    used,
    left,
    limit,
    freeFrom: { day: addDays(now.day, Math.floor(at / MINUTES)), time: timeOf(at % MINUTES) },
  };
}
