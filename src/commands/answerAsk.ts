// What they answered to an ask is written down, or taken back.
import { rowAfterAnswer, rowWithoutEndorsement } from '../asks/effects';
import type { Contact } from '../reading/contact';
import type { Field } from '../reading/fields';
import { ENDORSEMENT, readAskKind } from '../texts/askKinds';
import { askKey, type Ask, type AskAnswer } from '../touches/asks/ask';
import { answerLine, answerSaid, hasAskNote, kindSaid } from '../touches/asks/askWords';
import type { LogEntry } from '../touches/log';
import { addUp, loggedWait } from '../touches/logged';
import { rowAfterTouch, rowWithoutTouch, writtenByHand, type Outcome } from '../touches/outcome';
import { entriesByContact, entriesFor } from '../touches/readLog';
import type { Cell } from '../values/cell';
import { parseDay, shortDay, type Day } from '../values/day';
import { bad, good, type Problem, type Result } from '../values/result';
import { cleanText } from '../values/text';
import type { Services } from '../google/services';
import type { WriteReceipt } from './answers';
import type { AskAnswerRequest } from './askAnswers';
import { asksOf, lineOf, NOT_A_DAY, pastDay, readsAs } from './asksOfContact';
import { nameOf, type Campaign } from './campaign';
import { openContact } from './contact';
import { STEP_FIELDS } from './nextStep';
import { loggedAs } from './sender';
import { settledOthers } from './settledOthers';
import { receipt } from './settle';
import { rowWords, withAsks, writeAsks } from './syncAsks';
import { takenBackLine } from './takenBack';

type Cells = readonly (readonly [Field, Cell])[];

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
  if (said.answer === 'open' && until === null) return openAgain(campaign, contact, ask, said);
  const after = answered(ask, said, day, until);
  const line = answerLine(ask, { answer: said.answer, waitUntil: until, note: cleanText(said.note) });
  const isSaid = line === null || isNewest(campaign, contact, ask, day, line);
  const what = `${VERB[said.answer]} for “${ask.kind}” of ${nameOf(contact)}`;
  const written = writeAsks(campaign, {
    what,
    changed: new Map([[ask, after]]),
    cells: [[contact, rowOfAnswer(campaign, contact, ask, after)]],
    lines: [
      ...(line === null || isSaid ? [] : [lineOf(campaign, contact, day, line)]),
      // Who puts an answer right to an earlier day has seen what stands there.
      ...(after.answeredOn !== null && day < today ? settledOthers(campaign, contact, after, day) : []),
    ],
  });
  return written.ok ? good(receipt(what, written.value)) : written;
}

/** No answer after all: what the log says of one is taken back with it, or it would answer the ask anew. */
function openAgain(campaign: Campaign, contact: Contact, ask: Ask, said: Answer): Result<WriteReceipt> {
  const { log, settings, today } = campaign;
  const own = entriesFor(contact, entriesByContact(log));
  const back = own.filter((entry) => {
    const answer = answerSaid(entry);
    if (answer === null || entry.entryId === '' || entry.row === 0) return false;
    const about = readAskKind(kindSaid(entry), settings.ownAsks)?.name ?? '';
    const isPlain = about === '' && answer === ask.answer && entry.day === ask.answeredOn;
    return entry.entryId === ask.answeredBy || isPlain || (about === ask.kind && isSince(entry, ask));
  });
  const without = withAsks({ ...campaign, log: log.filter((entry) => !back.includes(entry)) });
  const now = asksOf(without, contact).find((one) => askKey(one) === askKey(ask));
  const after = answered(now ?? ask, said, campaign.today, null);
  const stays = own.filter((entry) => !back.includes(entry));
  const newest = addUp(stays, null).last?.day ?? null;
  const words = rowWords(campaign);
  // Also where its line is gone from the log.
  const given = {
    outcome: OUTCOME[ask.answer],
    day: ask.answeredOn ?? today,
    until: ask.waitUntil,
    said: '',
  };
  const touches = back.map((entry) => {
    const { day, summary } = entry;
    return { outcome: writtenByHand(entry), day, until: loggedWait(entry), said: summary };
  });
  const cells = [given, ...touches].flatMap(({ outcome, said, ...touch }) =>
    outcome === null
      ? []
      : rowWithoutTouch(contact, { ...touch, outcome, about: ask.kind }, [said], newest, words.status),
  );
  const what = `${VERB.open} for “${ask.kind}” of ${nameOf(contact)}`;
  const written = writeAsks(without, {
    what,
    ...(now === undefined ? { fresh: [{ ...after, row: 0 }] } : { changed: new Map([[now, after]]) }),
    cells: [[contact, [...cells, ...rowOfAnswer(campaign, contact, ask, after)]]],
    lines: back.map((entry) => takenBackLine(campaign, entry, loggedAs(campaign))),
  });
  return written.ok ? good(receipt(what, written.value)) : written;
}

const isSince = ({ day }: LogEntry, { askedOn }: Ask): boolean => askedOn === null || day >= askedOn;

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
    // Somebody may have written a note of theirs over ours.
    (newest.notes === line.notes || !hasAskNote(newest))
  );
}
