// The state of one contact by log and row together, with the sentence why (design section 2). The sidebar and the
// send plan use it; the Next step column knows the row alone.
import type { Contact } from '../reading/contact';
import { FIELD_LABELS } from '../reading/fields';
import { addDays, daysBetween, laterOf, shortDay, type Day } from '../values/day';
import { cleanText } from '../values/text';
import { readTypedDate } from '../values/typedDate';
import { emailsFor, followUpDaysFor } from '../workbook/readSettings';
import type { Settings } from '../workbook/settings';
import { decideWord, dueWord, type Because, type Decision } from './decideWord';
import { addUp, type Logged } from './logged';
import type { LogEntry } from './log';
import { readRow, type RowFacts } from './rowFacts';
import type { Status } from './status';
import type { ContactState, MessageStep } from './step';

/** `entries`: the log lines of this contact, in any order. `locale`: the sheet's, "en_US". */
export function stateOf(
  contact: Contact,
  entries: readonly LogEntry[],
  settings: Settings,
  today: Day,
  locale: string,
): ContactState {
  return judge(contact, entries, settings, today, locale).state;
}

/** The state with the reason for its word as a word for programs. */
export function judge(
  contact: Contact,
  entries: readonly LogEntry[],
  settings: Settings,
  today: Day,
  locale: string,
): { readonly state: ContactState; readonly because: Because } {
  const { category } = contact.text;
  const rule = { followUpDays: followUpDaysFor(settings, category), emails: emailsFor(settings, category) };
  const read = readRow(contact, today);
  const log = addUp(entries, read.last);
  const row = asLogged(read, log, contact);
  const lastOurs = laterOf(row.last, log.lastOurs?.day ?? null);
  // Text in a date cell does not matter where the log knows; a day in the future does in any case.
  const badDate = row.bad !== null && (row.bad.day !== null || log.lastOurs === null);
  const logStops = log.answer !== null && !log.answer.waits && !waitIsOver(row, log.answer.day, today);
  const touches = {
    last: laterOf(lastOurs, log.last?.day ?? null),
    lastOurs,
    attempts: Math.max(row.attempts, log.emails),
    answered: row.answerStops || logStops,
    waits: row.waits || log.answer?.waits === true,
    badDate,
  };
  const decision = decideWord(row, touches, rule, today);
  const lastKnown = badDate ? null : touches.last;
  const byLog = log.last?.day === lastKnown ? log.last : null;
  const state: ContactState = {
    word: decision.word,
    next: log.unsettled ? null : nextStep(decision, row, touches.attempts, rule.emails),
    lastTouch: lastKnown,
    lastTouchBy: lastKnown === null ? null : byLog ? byLog.by : 'unknown',
    lastChannel: lastKnown === null ? null : byLog ? byLog.channel : 'unknown',
    days: lastKnown === null ? null : Math.max(0, daysBetween(lastKnown, today)),
    attempts: touches.attempts,
    dueFrom: dueFrom(decision.because, row, lastOurs, rule.followUpDays),
    followUpDays: rule.followUpDays,
    emailsAllowed: rule.emails,
    answer: row.answerStops ? contact.text.answer : logStops ? log.answer.text : '',
    unsettled: log.unsettled,
    why: why(
      decision,
      contact,
      row,
      log,
      { ...touches, emails: rule.emails, followUpDays: rule.followUpDays },
      today,
      locale,
    ),
  };
  return { state, because: decision.because };
}

/**
 * Where the row has no day to wait for, that of the touch on record counts: many sheets have no column for one. Who bowed
 * out has, whatever the status says: many have no word for it.
 */
function asLogged(read: RowFacts, { answer, bowedOut }: Logged, contact: Contact): RowFacts {
  const hasLeft = bowedOut !== null || contact.bowedOut === true;
  const row: RowFacts = hasLeft ? { ...read, status: 'Bowed out', effect: 'stops' } : read;
  const until = answer?.until ?? null;
  if (row.nextFollowUp !== null || until === null) return row;
  return { ...row, waitsTo: laterOf(row.theirNextMeeting, until) };
}

/** A person set the row to wait until a day that is past, knowing this answer: the wait ends, and with it the stop. */
function waitIsOver(row: RowFacts, answered: Day, today: Day): boolean {
  return row.effect === 'waits' && row.waitsTo !== null && row.waitsTo < today && answered <= row.waitsTo;
}

function nextStep(decision: Decision, row: RowFacts, attempts: number, emails: number): MessageStep | null {
  if (decision.because === 'untouched')
    return attempts === 0 && row.status !== 'Contacted' && row.status !== 'Following up' ? 'first' : null;
  if (decision.because !== 'due' && decision.because !== 'quiet') return null;
  const word = dueWord(attempts, emails);
  return word === 'Call them' ? null : word === 'Last try' ? 'last' : 'follow-up';
}

function dueFrom(because: Because, row: RowFacts, lastOurs: Day | null, followUpDays: number): Day | null {
  const stale = lastOurs === null ? null : addDays(lastOurs, followUpDays);
  if (because === 'waiting') return row.waitsTo === null ? null : laterOf(addDays(row.waitsTo, 1), stale);
  if (because === 'planned') return laterOf(row.nextFollowUp, stale);
  return because === 'due' || because === 'still-time' || because === 'quiet' ? stale : null;
}

const STATUS_SENTENCES: Readonly<Partial<Record<Status, string>>> = {
  'In conversation': 'You are in conversation with them',
  Endorsed: 'They endorsed',
  Partner: 'They are a partner',
  Observer: 'They are an observer',
  Declined: 'They declined',
  'Bowed out': 'They bowed out',
  Unreachable: 'Nobody can be reached there',
};

/** "1 day", "9 days". */
export function daysText(n: number): string {
  return `${n} ${n === 1 ? 'day' : 'days'}`;
}

function short(text: string): string {
  const line = cleanText(text).replace(/\n/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79).trimEnd()}…` : line;
}

function why(
  { word, because }: Decision,
  contact: Contact,
  row: RowFacts,
  log: Logged,
  known: {
    readonly lastOurs: Day | null;
    readonly attempts: number;
    readonly emails: number;
    readonly followUpDays: number;
  },
  today: Day,
  locale: string,
): string {
  const since = known.lastOurs;
  switch (because) {
    case 'do-not-contact':
      return 'Marked “Do not contact”';
    case 'status':
      return (row.status && STATUS_SENTENCES[row.status]) ?? '';
    case 'endorsed':
      return 'They endorsed';
    case 'answered':
      return answeredWhy(contact, row, log, today);
    case 'waiting':
      return waitingWhy(row, today);
    case 'planned':
      return row.nextFollowUp === null
        ? ''
        : `Next follow-up is planned for ${shortDay(row.nextFollowUp, today)}`;
    case 'check-date':
      return badDateWhy(row, today, locale);
    case 'untouched':
      return known.attempts > 0 || row.status === 'Contacted' || row.status === 'Following up'
        ? 'Contacted, but no date says when'
        : 'Not contacted yet';
  }
  if (since === null) return '';
  if (log.unsettled)
    return `Nobody knows yet whether the e-mail of ${shortDay(log.lastOurs?.day ?? since, today)} went out`;
  if (because === 'still-time')
    return `Contacted on ${shortDay(since, today)}, they have until ${shortDay(addDays(since, known.followUpDays), today)}`;
  if (word === 'Call them')
    return `${known.attempts} ${known.attempts === 1 ? 'e-mail' : 'e-mails'}, no answer since ${shortDay(since, today)}`;
  return `No answer for ${daysText(daysBetween(since, today))}`;
}

function answeredWhy(contact: Contact, row: RowFacts, log: Logged, today: Day): string {
  if (row.answer === 'unclear') return `The answer cannot be read: “${short(contact.text.answer)}”`;
  if (row.answerStops) return `They said: ‘${short(contact.text.answer)}’`;
  if (log.answer === null) return '';
  const when = `They answered on ${shortDay(log.answer.day, today)}`;
  return log.answer.text === '' ? when : `${when}: ‘${short(log.answer.text)}’`;
}

function waitingWhy(row: RowFacts, today: Day): string {
  if (row.waitsTo === null) return 'Waiting until their status changes';
  const day = shortDay(row.waitsTo, today);
  return row.answer === 'decides-there' && row.waitsTo === row.theirNextMeeting
    ? `They decide at their meeting on ${day}`
    : `Waiting until ${day}`;
}

function badDateWhy(row: RowFacts, today: Day, locale: string): string {
  if (row.bad === null) return '';
  const name = FIELD_LABELS[row.bad.field];
  if (row.bad.day !== null) return `${name} is later than today: ${shortDay(row.bad.day, today)}`;
  return readTypedDate(row.bad.text, locale, today).kind === 'none'
    ? `${name} cannot be read: “${short(row.bad.text)}”`
    : `${name} is text, not a date: “${short(row.bad.text)}”`;
}
