// “Bring the list up to date”, and what a person decides of a question about asks.
import { rowWithoutEndorsement } from '../asks/effects';
import { questionKey } from '../asks/items';
import type { Contact } from '../reading/contact';
import type { Ask, AskAnswer, AskQuestion } from '../touches/asks/ask';
import { readAskKind } from '../texts/askKinds';
import { answerSaid, kindSaid, settledLine } from '../touches/asks/askWords';
import type { LogEntry } from '../touches/log';
import { entriesByContact, entriesFor } from '../touches/readLog';
import { sentenceOf } from '../values/count';
import type { Day } from '../values/day';
import { bad, good, type Problem, type Result } from '../values/result';
import type { Services } from '../google/services';
import type { WriteReceipt } from './answers';
import { nameOf, openCampaign, relyOn, type Campaign } from './campaign';
import { newEntry } from './contact';
import { STEP_FIELDS } from './nextStep';
import { withOutreachIds } from './outreachIds';
import { answered, rowOfAnswer } from './recordAsk';
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
  if (question === undefined || question.kind === 'row') return bad(SETTLED);
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

/** The row of the contact says endorsed, the ask does not: one of them is put right. */
function settleRow(campaign: Campaign, contact: Contact, ask: Ask, choice: string): Result<WriteReceipt> {
  if (choice !== 'asks' && choice !== 'row') return bad(SETTLED);
  const isRow = choice === 'row';
  const after: Ask = isRow
    ? {
        ...ask,
        answer: 'yes',
        rowAnswer: 'yes',
        answeredOn: null,
        heardBy: null,
        whoDecided: '',
        answeredBy: '',
      }
    : ask;
  const what = isRow
    ? `Wrote down “yes” for “${ask.kind}” of ${nameOf(contact)}`
    : `Took “endorsed” out of the row of ${nameOf(contact)}`;
  const written = writeAsks(campaign, {
    what,
    changed: new Map([[ask, after]]),
    cells: [[contact, isRow ? [] : rowWithoutEndorsement(contact, rowWords(campaign))]],
    lines: isRow ? settledNos(campaign, contact, ask) : [],
  });
  return written.ok ? good(receipt(what, written.value)) : written;
}

/** What was said against it before is settled with it: the row is right. */
function settledNos(campaign: Campaign, contact: Contact, ask: Ask): readonly Omit<LogEntry, 'row'>[] {
  const own = entriesFor(contact, entriesByContact(campaign.log));
  return own
    .filter((entry) => {
      const said = answerSaid(entry);
      const kind = readAskKind(kindSaid(entry), campaign.settings.ownAsks)?.name ?? '';
      const isOther = said === 'no' || said === 'maybe' || said === 'dropped';
      return entry.entryId !== '' && isOther && (kind === '' || kind === ask.kind);
    })
    .map((entry) =>
      newEntry(campaign, contact, {
        channel: 'unknown',
        ...settledLine(entry.entryId, `yes to ${ask.kind}`),
      }),
    );
}

/** The ask that gets the answer; null where none does, undefined for a choice that nobody was given. */
function chosen(
  question: Extract<AskQuestion, { kind: 'differs' | 'which' }>,
  choice: string,
): Ask | null | undefined {
  if (choice === 'none' || choice === 'asks') return null;
  if (question.kind === 'differs') return choice === 'log' ? question.ask : undefined;
  return question.asks.find(({ id }) => id === choice && id !== '');
}
