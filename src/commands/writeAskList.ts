// “Bring the list up to date”, and what a person decides of a question about asks.
import { rowAfterAnswer, rowWithoutEndorsement } from '../asks/effects';
import { questionKey, whichKey } from '../asks/items';
import type { Contact } from '../reading/contact';
import { askKey, type Ask, type AskAnswer, type AskQuestion } from '../touches/asks/ask';
import { answerSaid, hasSettledNote, settledLine, settledLines } from '../touches/asks/askWords';
import type { LogEntry } from '../touches/log';
import { sentenceOf } from '../values/count';
import type { Day } from '../values/day';
import { bad, good, type Problem, type Result } from '../values/result';
import type { Services } from '../google/services';
import type { WriteReceipt } from './answers';
import { nameOf, openCampaign, relyOn, type Campaign } from './campaign';
import { newEntry } from './contact';
import { STEP_FIELDS } from './nextStep';
import { settledOthers } from './settledOthers';
import { withOutreachIds } from './outreachIds';
import { answered, rowOfAnswer } from './answerAsk';
import { receipt } from './settle';
import { planAsks, rowWords, syncWords, writeAsks } from './syncAsks';

function openForAsks(services: Services): Result<Campaign> {
  const open = () => openCampaign(services, ['log', 'settings', 'volunteers', 'asks']);
  const opened = open();
  if (!opened.ok) return opened;
  const problem = relyOn(opened.value, STEP_FIELDS);
  return problem ? bad(problem) : withOutreachIds(opened.value, open);
}

/** Needs the lock. */
export function bringUpToDate(services: Services): Result<WriteReceipt> {
  const opened = openForAsks(services);
  if (!opened.ok) return opened;
  const words = syncWords(planAsks(opened.value));
  const what = words === '' ? 'The list of asks is up to date' : sentenceOf([words]);
  const written = writeAsks(opened.value, { what });
  return written.ok ? good(receipt(what, written.value)) : written;
}

const SETTLED: Problem = {
  code: 'no-such-question',
  message: 'This question is settled already, or the list has changed. Nothing was written.',
  todo: 'Look at the questions again.',
};

/** `key` and `choice` as the view gave them. Needs the lock. */
export function settleAsk(services: Services, key: string, choice: string): Result<WriteReceipt> {
  const opened = openForAsks(services);
  if (!opened.ok) return opened;
  const campaign = opened.value;
  const question = campaign.asks.questions.find((one) => questionKey(one) === key);
  if (question === undefined) return settleRest(campaign, key, choice);
  if (question.kind === 'row') return bad(SETTLED);
  const contact = campaign.byKey.get(question.kind === 'differs' ? question.ask.contact : question.contact);
  if (contact === undefined) return bad(SETTLED);
  if (question.kind === 'endorsed') return settleRow(campaign, contact, question.ask, choice);
  const ask = chosen(question, choice);
  if (ask === undefined) return bad(SETTLED);
  const { says, day, entryId } = question;
  const what =
    ask === null
      ? `Settled a question about an ask of ${nameOf(contact)}`
      : `Wrote down “${says}” for “${ask.kind}” of ${nameOf(contact)}`;
  const after = ask === null ? null : saidBy(ask, says, day);
  // The line goes on saying what was said; this one says that it is settled, so that it changes no other ask.
  const line = settledLine(entryId, after === null ? 'stays as it is' : `${says} to ${after.kind}`);
  const written = writeAsks(campaign, {
    what,
    ...(ask === null || after === null
      ? {}
      : {
          changed: new Map([[ask, after]]),
          cells: [[contact, rowOfAnswer(campaign, contact, ask, after)] as const],
        }),
    lines: [newEntry(campaign, contact, { channel: 'unknown', ...line })],
  });
  return written.ok ? good(receipt(what, written.value)) : written;
}

/** The line that a run which was cut off still owes: its ask has the answer, so nothing asks any more. */
function settleRest(campaign: Campaign, key: string, choice: string): Result<WriteReceipt> {
  const { log, asks, byKey } = campaign;
  const entry = log.find((one) => one.entryId !== '' && whichKey(one) === key);
  const ask = asks.asks.find((one) => askKey(one) === choice);
  const contact = ask && byKey.get(ask.contact);
  if (entry === undefined || ask === undefined || contact === undefined) return bad(SETTLED);
  const { entryId, day } = entry;
  const says = answerSaid(entry);
  if (says === null || says === 'wait' || ask.rowAnswer !== says) return bad(SETTLED);
  const what = `Wrote down “${says}” for “${ask.kind}” of ${nameOf(contact)}`;
  const line = settledLine(entryId, `${says} to ${ask.kind}`);
  // Somebody may have written a note of theirs over ours.
  const isLine = (one: LogEntry) =>
    one.contact === contact.outreachId && one.kind === line.kind && one.summary === line.summary;
  if (settledLines(log).has(entryId) || log.some((one) => isLine(one) && !hasSettledNote(one)))
    return bad(SETTLED);
  const lines = [newEntry(campaign, contact, { channel: 'unknown', ...line })];
  const written = writeAsks(campaign, { what, lines, changed: new Map([[ask, saidBy(ask, says, day)]]) });
  return written.ok ? good(receipt(what, written.value)) : written;
}

/** The ask as this line has it. */
function saidBy(ask: Ask, says: AskAnswer, day: Day): Ask {
  const { mayBeNamed, note } = ask;
  const said = {
    answer: says,
    day,
    waitUntil: '',
    whoDecided: says === ask.answer ? ask.whoDecided : '',
    mayBeNamed: mayBeNamed === null ? '' : mayBeNamed ? 'yes' : 'no',
    note,
  } as const;
  return answered(ask, said, day, null);
}

/** The row of the contact and the ask for the endorsement say different things: one of them is put right. */
function settleRow(campaign: Campaign, contact: Contact, ask: Ask, choice: string): Result<WriteReceipt> {
  if (choice !== 'asks' && choice !== 'row') return bad(SETTLED);
  const isRow = choice === 'row';
  const endorsed = isRow === (ask.answer !== 'yes');
  const answer = endorsed ? 'yes' : 'no';
  const fresh = { answer, rowAnswer: answer, whoDecided: '', answeredBy: '', waitUntil: null } as const;
  const day = endorsed ? null : campaign.today;
  const after: Ask = isRow ? { ...ask, ...fresh, answeredOn: day, heardBy: day } : ask;
  const words = rowWords(campaign);
  const what = isRow
    ? `Wrote down “${answer}” for “${ask.kind}” of ${nameOf(contact)}`
    : endorsed
      ? `Wrote “endorsed” into the row of ${nameOf(contact)}`
      : `Took “endorsed” out of the row of ${nameOf(contact)}`;
  const cells = endorsed
    ? isRow
      ? []
      : rowAfterAnswer(contact, ask, words)
    : rowWithoutEndorsement(contact, words);
  const written = writeAsks(campaign, {
    what,
    changed: new Map([[ask, after]]),
    cells: [[contact, cells]],
    lines: isRow ? settledOthers(campaign, contact, after) : [],
    linesFirst: true,
  });
  return written.ok ? good(receipt(what, written.value)) : written;
}

/** The ask that gets the answer; null where none does, undefined for a choice that nobody was given. */
function chosen(
  question: Extract<AskQuestion, { kind: 'differs' | 'which' }>,
  choice: string,
): Ask | null | undefined {
  if (choice === 'none' || choice === 'asks') return null;
  if (question.kind === 'differs') return choice === 'log' ? question.ask : undefined;
  return question.asks.find((ask) => askKey(ask) === choice);
}
