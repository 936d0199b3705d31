// What the commands about the asks of one contact share: its asks, the day that a person gave, a line for the log.
import type { Contact } from '../reading/contact';
import type { Ask } from '../touches/asks/ask';
import type { LogEntry } from '../touches/log';
import { parseDay, type Day } from '../values/day';
import type { Problem } from '../values/result';
import type { Campaign } from './campaign';
import { newEntry } from './contact';

type Line = Omit<LogEntry, 'row'>;

export const NOT_A_DAY: Problem = {
  code: 'ask-day',
  message: 'That is no day up to today. Nothing was written.',
  todo: 'Choose the day on which it was, today at the latest.',
};

/** '' for today; null for what is none, or lies ahead. */
export function pastDay(text: string, today: Day): Day | null {
  const day = text === '' ? today : parseDay(text);
  return day !== null && day <= today ? day : null;
}

export const asksOf = (campaign: Campaign, contact: Contact): readonly Ask[] =>
  campaign.asks.asks.filter((ask) => ask.contact !== '' && ask.contact === contact.outreachId);

/** A line about this contact: of now where it is of today, else of that day. */
export function lineOf(
  campaign: Campaign,
  contact: Contact,
  day: Day,
  line: Pick<LogEntry, 'kind' | 'direction' | 'summary' | 'result' | 'notes'>,
  more: Partial<Pick<LogEntry, 'entryId' | 'channel'>> = {},
): Line {
  const time = day === campaign.today ? campaign.time : null;
  return newEntry(campaign, contact, { channel: 'unknown', ...line, ...more, day, time });
}

export const readsAs = (said: string, kind: string): boolean =>
  said !== '' && said.toLowerCase() === kind.toLowerCase();
