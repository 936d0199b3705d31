// The status check: after long without a word a partner is asked how it goes. It comes due like a follow-up.
import type { Contact } from '../reading/contact';
import { FIELD_LABELS } from '../reading/fields';
import { saysEndorsed } from '../touches/asks/readAsks';
import type { LogEntry } from '../touches/log';
import { addUp } from '../touches/logged';
import { readRow } from '../touches/rowFacts';
import { daysText } from '../touches/state';
import { statusOf, type Status } from '../touches/status';
import { addDays, daysBetween, laterOf, shortDay, type Day } from '../values/day';
import { cleanText } from '../values/text';
import type { Settings } from '../workbook/settings';
import type { Partner } from './readPartners';

export interface Check {
  readonly due: boolean;
  /** The last touch of either side; null where there is none. */
  readonly since: Day | null;
  /** "Check in: nothing since Aug 3 (101 days)", whether it is due or not. */
  readonly text: string;
}

const STAYING: readonly (Status | null)[] = ['Partner', 'Observer', 'Endorsed'];
const GONE: readonly (Status | null)[] = ['Bowed out', 'Declined', 'Unreachable'];

/** `entries`: the log lines of this contact. null for those who are no partner of any kind, and who must be left alone. */
export function checkDue(about: {
  readonly contact: Contact;
  readonly partner: Partner | null;
  /** By an ask that they answered. */
  readonly endorsed: boolean;
  readonly entries: readonly LogEntry[];
  readonly days: number;
  readonly today: Day;
}): Check | null {
  const { contact, partner, today } = about;
  const status = statusOf(contact);
  const row = readRow(contact, today);
  const isOne = partner !== null || about.endorsed || STAYING.includes(status) || saysEndorsed(contact);
  const logged = addUp(about.entries, row.last);
  if (!isOne || GONE.includes(status) || row.doNotContact || logged.bowedOut !== null) return null;
  const since = laterOf(logged.last?.day ?? null, row.last);
  const planned = partner?.nextCheck ?? null;
  if (planned !== null && (since === null || planned > since))
    return { due: today >= planned, since, text: `Check in: planned for ${shortDay(planned, today)}` };
  if (since === null) {
    const text = row.bad && `“${row.bad.text}” under ${FIELD_LABELS[row.bad.field]} is no day up to today`;
    return { due: true, since, text: `Check in: ${text ?? 'nothing is written down yet'}` };
  }
  return {
    due: today >= addDays(since, about.days),
    since,
    text: `Check in: nothing since ${shortDay(since, today)} (${daysText(daysBetween(since, today))})`,
  };
}

/** To copy into whatever way they are reached. Cell text stands in it as it is, on one line. */
export function checkText(
  { campaign }: Pick<Settings, 'campaign'>,
  { text }: Contact,
  partner: Partner | null,
  senderName: string,
): string {
  const oneLine = (part: string) => cleanText(part).replace(/\n+/g, ' ').replace(/\.$/, '');
  const [given = ''] = oneLine(text.contactName).split(' ');
  const committed = oneLine(partner?.committed ?? '');
  return [
    given === '' ? 'Hello,' : `Hello ${given},`,
    `it has been a while, and I would like to hear how it goes for you${text.organization === '' ? '' : ` at ${oneLine(text.organization)}`}.`,
    ...(committed === ''
      ? []
      : [`We had noted: ${committed}. Does that still fit, and do you need anything for it?`]),
    `Is there something coming up at which we can show up for you?${campaign === '' ? '' : ` And I gladly tell you how we stand with ${oneLine(campaign)}.`}`,
    ...(senderName === '' ? [] : [senderName]),
  ].join('\n\n');
}
