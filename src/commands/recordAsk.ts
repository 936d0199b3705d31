// An ask is written down, and what they answered to it; an endorsement that stands in an old column gets its who and when.
import { rowAfterAnswer, rowWithoutEndorsement } from '../asks/effects';
import type { Contact } from '../reading/contact';
import type { Field } from '../reading/fields';
import { ENDORSEMENT, readAskKind } from '../texts/askKinds';
import type { Ask, AskAnswer } from '../touches/asks/ask';
import { isPending } from '../touches/asks/answersOver';
import { answerLine, askedLine, kindSaid } from '../touches/asks/askWords';
import { CHANNELS, type LogEntry } from '../touches/log';
import { rowAfterTouch, type Outcome } from '../touches/outcome';
import type { Cell } from '../values/cell';
import { parseDay, shortDay, type Day } from '../values/day';
import { bad, good, type Problem, type Result } from '../values/result';
import { cleanText } from '../values/text';
import type { Services } from '../google/services';
import type { WriteReceipt } from './answers';
import type { AskAnswerRequest, AskRequest, ConfirmRequest } from './askAnswers';
import { nameOf, type Campaign } from './campaign';
import { newEntry, openContact } from './contact';
import { STEP_FIELDS } from './nextStep';
import { writePartner } from './partners';
import { noNumber, readPeople } from './people';
import { loggedAs } from './sender';
import { receipt } from './settle';
import { rowWords, withAsks, writeAsks } from './syncAsks';

type Line = Omit<LogEntry, 'row'>;
type Cells = readonly (readonly [Field, Cell])[];

const NOT_A_DAY: Problem = {
  code: 'ask-day',
  message: 'That is no day up to today. Nothing was written.',
  todo: 'Choose the day on which it was, today at the latest.',
};

/** '' for today; null for what is none, or lies ahead. */
function pastDay(text: string, today: Day): Day | null {
  const day = text === '' ? today : parseDay(text);
  return day !== null && day <= today ? day : null;
}

export const asksOf = (campaign: Campaign, contact: Contact): readonly Ask[] =>
  campaign.asks.asks.filter((ask) => ask.contact !== '' && ask.contact === contact.outreachId);

/** A line about this contact: of now where it is of today, else of that day. */
function lineOf(
  campaign: Campaign,
  contact: Contact,
  day: Day,
  line: Pick<LogEntry, 'kind' | 'direction' | 'summary' | 'result' | 'notes'>,
  more: Partial<Pick<LogEntry, 'entryId' | 'channel'>> = {},
): Line {
  const time = day === campaign.today ? campaign.time : null;
  return newEntry(campaign, contact, { channel: 'unknown', ...line, ...more, day, time });
}

/** Stands for the row of a line that is still to be written. */
const BEHIND_ALL = Number.MAX_SAFE_INTEGER;

/** Needs the lock. */
export function recordAsk(services: Services, request: AskRequest): Result<WriteReceipt> {
  const opened = openContact(services, request.contact, STEP_FIELDS);
  if (!opened.ok) return opened;
  const { campaign, contact } = opened.value;
  const { settings, today } = campaign;
  const kind = readAskKind(request.kind, settings.ownAsks);
  const channel = CHANNELS.find((name) => name === (request.channel || 'unknown'));
  const day = pastDay(request.day, today);
  if (day === null) return bad(NOT_A_DAY);
  if (kind === null || channel === undefined)
    return bad({
      code: 'ask-unclear',
      message: 'It is not clear what was asked. Nothing was written.',
      todo: 'Choose what you asked for and how. Your own kinds stand in Settings under “Our own asks”.',
      text: request.kind,
    });
  const open = asksOf(campaign, contact).find((ask) => ask.kind === kind.name && isPending(ask));
  if (open !== undefined && open.askedOn !== day)
    return bad({
      code: 'ask-open',
      message: `${nameOf(contact)} ${open.askedOn === null ? 'was asked for this' : `was asked for this on ${shortDay(open.askedOn, today)}`} and has not answered yet. Nothing was written.`,
      todo: 'Write down their answer first, or “dropped” with a word why. If you asked again, write down a touch.',
    });
  const what = `Wrote down the ask “${kind.name}” to ${nameOf(contact)}`;
  // A row without its line is that of a run which was cut off.
  const isWritten = open !== undefined && (open.id === '' || campaign.log.some((e) => e.entryId === open.id));
  const line = lineOf(campaign, contact, day, askedLine(kind.name, cleanText(request.note)), {
    entryId: open === undefined || open.id === '' ? services.newId() : open.id,
    channel,
  });
  const cells = rowAfterTouch(
    contact,
    { outcome: 'sent', day, until: null, note: '', about: kind.name },
    rowWords(campaign).status,
  );
  const withLine = isWritten
    ? campaign
    : withAsks({ ...campaign, log: [...campaign.log, { ...line, row: BEHIND_ALL }] });
  const written = writeAsks(withLine, {
    what,
    cells: [[contact, cells]],
    lines: isWritten ? [] : [line],
  });
  return written.ok ? good(receipt(what, written.value)) : written;
}

/** Stands for an ask in the panel: its Ask ID, or what says which it is in a row that somebody typed just now. */
export const askKey = ({ id, kind, askedOn }: Ask): string => id || `typed ${kind} ${askedOn ?? ''}`;

const UNKNOWN_ASK: Problem = {
  code: 'no-such-ask',
  message: 'This ask is not on the list any more. Nothing was written.',
  todo: 'Look at the contact again.',
};

/** Needs the lock. */
export function answerAsk(services: Services, request: AskAnswerRequest): Result<WriteReceipt> {
  const opened = openContact(services, request.contact, STEP_FIELDS);
  if (!opened.ok) return opened;
  const { campaign, contact } = opened.value;
  const ask = asksOf(campaign, contact).find((one) => askKey(one) === request.ask);
  if (ask === undefined) return bad(UNKNOWN_ASK);
  return answer(campaign, contact, ask, request);
}

const OUTCOME: Readonly<Record<AskAnswer, Outcome | null>> = {
  open: 'wait until',
  later: 'wait until',
  yes: 'said yes',
  no: 'said no',
  maybe: 'answered',
  dropped: null,
};

type Answer = Omit<AskAnswerRequest, 'contact' | 'ask'>;

function answer(campaign: Campaign, contact: Contact, ask: Ask, said: Answer): Result<WriteReceipt> {
  const { today } = campaign;
  const day = pastDay(said.day, today);
  const until = said.waitUntil === '' ? null : parseDay(said.waitUntil);
  if (day === null) return bad(NOT_A_DAY);
  const problem = lacking(said, day, until, today);
  if (problem !== null) return bad(problem);
  const after = answered(ask, said, day, until);
  const line = answerLine(ask, { answer: said.answer, waitUntil: until, note: cleanText(said.note) });
  const isSaid = line === null || isNewest(campaign, contact, ask, day, line);
  const what = `${VERB[said.answer]} for “${ask.kind}” of ${nameOf(contact)}`;
  const written = writeAsks(campaign, {
    what,
    changed: new Map([[ask, after]]),
    cells: [[contact, rowOfAnswer(campaign, contact, ask, after)]],
    lines: line === null || isSaid ? [] : [lineOf(campaign, contact, day, line)],
  });
  return written.ok ? good(receipt(what, written.value)) : written;
}

const VERB: Readonly<Record<AskAnswer, string>> = {
  open: 'Wrote down “open”',
  later: 'Wrote down “later”',
  yes: 'Wrote down “yes”',
  no: 'Wrote down “no”',
  maybe: 'Wrote down “maybe”',
  dropped: 'Wrote down “dropped”',
};

function lacking(said: Answer, day: Day, until: Day | null, today: Day): Problem | null {
  const waits = said.answer === 'open' || said.answer === 'later';
  if (waits && said.waitUntil !== '' && (until === null || until < day))
    return {
      code: 'ask-wait',
      message: `“${said.waitUntil}” is no day to wait for. Nothing was written.`,
      todo: `Choose a day after ${shortDay(day, today)}.`,
    };
  if (said.answer === 'later' && until === null)
    return {
      code: 'ask-wait',
      message: 'With “later” goes the day until which they asked you to wait. Nothing was written.',
      todo: 'Choose the day.',
    };
  if (said.answer === 'dropped' && cleanText(said.note) === '')
    return {
      code: 'ask-note',
      message: 'An open ask is never dropped without a word. Nothing was written.',
      todo: 'Say in the note why you take it back.',
    };
  return null;
}

/** The ask as its row reads then. */
export function answered(ask: Ask, said: Answer, day: Day, until: Day | null): Ask {
  const waits = said.answer === 'open' || said.answer === 'later';
  return {
    ...ask,
    answer: said.answer,
    rowAnswer: said.answer,
    unread: '',
    answeredBy: '',
    waitUntil: waits ? until : null,
    answeredOn: said.answer === 'open' ? null : day,
    heardBy: said.answer === 'open' ? null : day,
    whoDecided: cleanText(said.whoDecided),
    mayBeNamed: said.mayBeNamed === '' ? null : said.mayBeNamed === 'yes',
    note: said.note.trim(),
  };
}

/** What the answer means for the row of the contact. */
export function rowOfAnswer(campaign: Campaign, contact: Contact, before: Ask, after: Ask): Cells {
  const words = rowWords(campaign);
  const day = after.answeredOn ?? campaign.today;
  const outcome = after.answer === 'open' && after.waitUntil === null ? null : OUTCOME[after.answer];
  const touch =
    outcome === null
      ? []
      : rowAfterTouch(
          contact,
          { outcome, day, until: after.waitUntil, note: '', about: after.kind },
          words.status,
        );
  const endorsed = after.kind === ENDORSEMENT && before.answer === 'yes' && after.answer !== 'yes';
  return [
    ...touch,
    ...(endorsed ? rowWithoutEndorsement(contact, words) : []),
    ...rowAfterAnswer(contact, after, words),
  ];
}

/** True where the newest line about this ask says just this: its answer got lost, or the button was pressed twice. */
function isNewest(
  { log }: Campaign,
  { outreachId }: Contact,
  ask: Ask,
  day: Day,
  line: Pick<LogEntry, 'kind' | 'summary' | 'notes'>,
): boolean {
  const about = log.filter(
    (entry) => entry.contact === outreachId && entry.entryId !== '' && readsAs(kindSaid(entry), ask.kind),
  );
  const newest = about.reduce<LogEntry | null>(
    (last, one) =>
      last === null || `${one.day} ${one.time ?? ''}` >= `${last.day} ${last.time ?? ''}` ? one : last,
    null,
  );
  return (
    newest?.day === day &&
    newest.kind === line.kind &&
    newest.summary === line.summary &&
    newest.notes === line.notes
  );
}

const readsAs = (said: string, kind: string): boolean =>
  said !== '' && said.toLowerCase() === kind.toLowerCase();

/** Needs the lock. */
export function confirmEndorsement(services: Services, request: ConfirmRequest): Result<WriteReceipt> {
  const opened = openContact(services, request.contact, STEP_FIELDS, ['partners']);
  if (!opened.ok) return opened;
  const { campaign, contact } = opened.value;
  const day = pastDay(request.day, campaign.today);
  const who = cleanText(request.whoDecided);
  if (day === null || request.day === '' || who === '')
    return bad({
      code: 'endorsement-unclear',
      message:
        'An endorsement counts once you know who there decided, and on which day. Nothing was written.',
      todo: 'Fill in both. If you do not know, ask them: a call is enough.',
    });
  const people = readPeople(request.people);
  if (people === undefined) return bad(noNumber(request.people));
  const own = asksOf(campaign, contact).filter(({ kind }) => kind === ENDORSEMENT);
  const ask = [...own].reverse().find((one) => one.answer === 'yes') ?? own.find(isPending);
  const mayBeNamed = request.mayBeNamed === '' ? null : request.mayBeNamed === 'yes';
  const what = `Confirmed the endorsement of ${nameOf(contact)}`;
  const facts = { whoDecided: who, mayBeNamed, answeredOn: day } as const;
  const after: Ask =
    ask === undefined
      ? freshAsk(campaign, contact, facts)
      : { ...ask, ...facts, answer: 'yes', rowAnswer: 'yes', unread: '', answeredBy: '', waitUntil: null };
  const said = ask === undefined ? null : answerLine(ask, { ...after, note: '' });
  // A run that was cut off had written the row, and not the line.
  const isCutOff = ask?.answer === 'yes' && ask.whoDecided === who && ask.answeredOn === day;
  const isOwed =
    ask !== undefined &&
    said !== null &&
    (isCutOff ? !isNewest(campaign, contact, ask, day, said) : ask.answer !== 'yes');
  const line = isOwed ? said : null;
  const written = writeAsks(campaign, {
    what,
    cells: [[contact, line === null ? [] : rowOfAnswer(campaign, contact, ask ?? after, after)]],
    ...(ask === undefined ? { fresh: [after] } : { changed: new Map([[ask, after]]) }),
    lines: line === null ? [] : [lineOf(campaign, contact, day, line)],
  });
  if (!written.ok) return written;
  const saved =
    people === null
      ? written
      : writePartner(campaign, contact, { people }, { id: written.value.change, what });
  return saved.ok
    ? good(receipt(what, saved === written ? written.value : joined(written.value, saved.value)))
    : saved;
}

type Applied = Parameters<typeof receipt>[1];
const joined = (a: Applied, b: Applied): Applied => ({
  change: b.change || a.change,
  written: a.written + b.written,
  kept: [...a.kept, ...b.kept],
});

/** An endorsement of which nobody wrote down the ask. */
function freshAsk(
  campaign: Campaign,
  contact: Contact,
  facts: Pick<Ask, 'whoDecided' | 'mayBeNamed' | 'answeredOn'>,
): Ask {
  return {
    id: campaign.services.newId(),
    contact: contact.outreachId,
    organization: nameOf(contact),
    kind: ENDORSEMENT,
    kindKnown: true,
    askedOn: null,
    askedBy: loggedAs(campaign),
    answer: 'yes',
    rowAnswer: 'yes',
    unread: '',
    waitUntil: null,
    note: '',
    row: 0,
    answeredBy: '',
    heardBy: facts.answeredOn,
    ...facts,
  };
}
