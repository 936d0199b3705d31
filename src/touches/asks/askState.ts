// How an ask stands: due, waiting, fresh or answered; what a list says of it; which ask a message follows up.
import type { Contact } from '../../reading/contact';
import { addDays, daysBetween, laterOf, shortDay, type Day } from '../../values/day';
import { followUpDaysFor } from '../../workbook/readSettings';
import type { Settings } from '../../workbook/settings';
import { QUIET_AFTER } from '../decideWord';
import type { LogEntry } from '../log';
import { addUp } from '../logged';
import { readRow } from '../rowFacts';
import { statusOf } from '../status';
import { daysText } from '../state';
import { isPending } from './answersOver';
import type { Ask } from './ask';

/** 'due': nobody answered for the follow-up days, or the day to wait for is past. */
export type AskState = 'due' | 'waiting' | 'fresh' | 'answered';

/** What an ask needs to know of its contact. */
export interface AskAbout {
  readonly followUpDays: number;
  /** Last touch of either side; null where there is none. */
  readonly lastTouch: Day | null;
  /** The contact itself waits up to this day, 'open end' where its row names none; null where it does not wait. */
  readonly waitsTo: Day | 'open end' | null;
  /** Nothing is asked of them any more: they declined, left, or must not be contacted. */
  readonly isClosed: boolean;
  readonly today: Day;
}

/** `entries`: the log lines of this contact, with what only the tab Asks knows. */
export function aboutContact(
  contact: Contact,
  entries: readonly LogEntry[],
  settings: Settings,
  today: Day,
): AskAbout {
  const row = readRow(contact, today);
  const status = statusOf(contact);
  return {
    followUpDays: followUpDaysFor(settings, contact.text.category),
    lastTouch: laterOf(addUp(entries, row.last).last?.day ?? null, row.last),
    waitsTo: row.waits ? (row.waitsTo ?? 'open end') : null,
    isClosed: row.doNotContact || status === 'Declined' || status === 'Bowed out',
    today,
  };
}

/** The day from which it is due, in case nobody answers; null while it waits without an end. */
function dueFrom(ask: Ask, { followUpDays, lastTouch, waitsTo, today }: AskAbout): Day | null {
  if (waitsTo === 'open end') return null;
  const last = laterOf(ask.askedOn, lastTouch);
  const wait = laterOf(ask.waitUntil, waitsTo);
  if (wait !== null && (last === null || last <= wait)) return addDays(wait, 1);
  if (last === null) return today;
  return addDays(last, ask.answer === 'later' && ask.waitUntil === null ? QUIET_AFTER : followUpDays);
}

export function askState(ask: Ask, about: AskAbout): AskState {
  const { today, waitsTo, isClosed } = about;
  if (!isPending(ask)) return 'answered';
  if (isClosed) return 'fresh';
  const due = dueFrom(ask, about);
  if (due !== null && today >= due) return 'due';
  const wait = waitsTo === 'open end' ? null : laterOf(ask.waitUntil, waitsTo);
  const isOpenEnd = waitsTo === 'open end' || (ask.answer === 'later' && wait === null);
  const isWaiting = isOpenEnd || (wait !== null && wait >= today);
  return isWaiting ? 'waiting' : 'fresh';
}

/** "Asked on Nov 3 by Bo, no answer for 9 days", "They decide on Nov 20", "Yes on Nov 12, Rev. Amity Cole decided" */
export function askText(ask: Ask, today: Day, state: AskState): string {
  const on = (day: Day | null): string => (day === null ? '' : ` on ${shortDay(day, today)}`);
  if (ask.unread !== '') return `The answer “${ask.unread}” cannot be read`;
  if (ask.answer === 'dropped') return ask.note === '' ? 'Dropped' : `Dropped: ${ask.note}`;
  if (state === 'answered') {
    const who = ask.whoDecided === '' ? '' : `, ${ask.whoDecided} decided`;
    return `${ask.answer.charAt(0).toUpperCase()}${ask.answer.slice(1)}${on(ask.answeredOn)}${who}`;
  }
  const { waitUntil, askedOn } = ask;
  const by = ask.askedBy === '' ? '' : ` by ${ask.askedBy}`;
  const asked = askedOn === null ? `Asked${by}, no day says when` : `Asked${on(askedOn)}${by}`;
  if (ask.answer === 'later' && waitUntil === null) return `${asked}, they said later${on(ask.answeredOn)}`;
  if (waitUntil !== null) {
    const isOver = waitUntil < today;
    if (ask.answer === 'later')
      return `${isOver ? 'They asked to wait' : 'Later,'} until${on(waitUntil).slice(3)}`;
    return isOver ? `They were to decide${on(waitUntil)}` : `They decide${on(waitUntil)}`;
  }
  return state === 'due' && askedOn !== null
    ? `${asked}, no answer for ${daysText(daysBetween(askedOn, today))}`
    : asked;
}

/** The newest that nobody has answered: a message to them follows that one up. `asks` oldest first; null for none. */
export function followedUp(asks: readonly Ask[]): Ask | null {
  return asks.filter(isPending).pop() ?? null;
}

/** "endorsement, asked on Nov 3" */
export function aboutText({ kind, askedOn }: Ask, today: Day): string {
  return askedOn === null ? kind : `${kind}, asked on ${shortDay(askedOn, today)}`;
}
