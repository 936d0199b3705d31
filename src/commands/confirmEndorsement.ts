// An endorsement that stands in a row or an old column gets its who and when: from then on it counts.
import { rowAfterAnswer } from '../asks/effects';
import type { Contact } from '../reading/contact';
import { ENDORSEMENT } from '../texts/askKinds';
import type { Ask, AskAnswer } from '../touches/asks/ask';
import { isPending } from '../touches/asks/answersOver';
import { answerLine, answerSaid, kindSaid } from '../touches/asks/askWords';
import { bad, good, type Result } from '../values/result';
import { cleanText } from '../values/text';
import type { Services } from '../google/services';
import { rowOfAnswer } from './answerAsk';
import type { WriteReceipt } from './answers';
import type { ConfirmRequest } from './askAnswers';
import { asksOf, lineOf, pastDay, readsAs } from './asksOfContact';
import { nameOf, type Campaign } from './campaign';
import { openContact } from './contact';
import { STEP_FIELDS } from './nextStep';
import { writePartner } from './partners';
import { noNumber, readPeople } from './people';
import { loggedAs } from './sender';
import { settledOthers } from './settledOthers';
import { receipt } from './settle';
import { rowWords, writeAsks } from './syncAsks';

/** Whether the log has the yes of this ask. */
function saysYes({ log }: Campaign, { outreachId }: Contact, { kind, answeredOn }: Ask): boolean {
  return log.some((entry) => {
    const about = kindSaid(entry);
    const isAbout = about === '' ? entry.day === answeredOn : readsAs(about, kind);
    return entry.contact === outreachId && entry.entryId !== '' && answerSaid(entry) === 'yes' && isAbout;
  });
}

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
  const said = (answer: AskAnswer) => [...own].reverse().find((one) => one.answer === answer);
  const ask = said('yes') ?? own.find(isPending) ?? said('maybe');
  // Whether they may be named stays as it was answered before, unless it is answered now.
  const mayBeNamed = request.mayBeNamed === '' ? (ask?.mayBeNamed ?? null) : request.mayBeNamed === 'yes';
  const what = `Confirmed the endorsement of ${nameOf(contact)}`;
  const facts = { whoDecided: who, mayBeNamed, answeredOn: day } as const;
  const after: Ask =
    ask === undefined
      ? freshAsk(campaign, contact, facts)
      : { ...ask, ...facts, answer: 'yes', rowAnswer: 'yes', unread: '', answeredBy: '', waitUntil: null };
  const words = ask === undefined ? null : answerLine(ask, { ...after, note: '' });
  // Somebody typed the yes into the row, or a run was cut off before the line.
  const isOwed = ask?.answer !== 'yes' || !saysYes(campaign, contact, ask);
  const line = isOwed ? words : null;
  const written = writeAsks(campaign, {
    what,
    cells: [
      [
        contact,
        line === null
          ? rowAfterAnswer(contact, after, rowWords(campaign))
          : rowOfAnswer(campaign, contact, ask ?? after, after),
      ],
    ],
    ...(ask === undefined ? { fresh: [after] } : { changed: new Map([[ask, after]]) }),
    lines: [
      ...(line === null ? [] : [lineOf(campaign, contact, day, line)]),
      ...settledOthers(campaign, contact, after, day),
    ],
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
