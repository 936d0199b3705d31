// The send plan: who would get which message now, who is reached by another way, and who gets none and why
// (design section 4, rule 4, and section 5). It decides; sending happens elsewhere.
import { makeMayKnow, type WhoMayKnow } from '../checks/ties/mayKnow';
import type { Contact } from '../reading/contact';
import type { SheetMap } from '../reading/map';
import { askPhrase } from '../texts/askKinds';
import type { Ask } from '../touches/asks/ask';
import { aboutText, followedUp } from '../touches/asks/askState';
import { asksByContact, asksFor } from '../touches/asks/readAsks';
import type { LogEntry } from '../touches/log';
import { QUIET_AFTER } from '../touches/decideWord';
import { entriesByContact, entriesFor, type UnreadLine } from '../touches/readLog';
import { stateOf } from '../touches/state';
import { statusOf } from '../touches/status';
import type { ContactState, MessageStep } from '../touches/step';
import { daysBetween, type Day } from '../values/day';
import { sameAddress } from '../values/emailAddress';
import type { Table } from '../values/table';
import { cleanText, foldName, isPlaceholder } from '../values/text';
import { SETTING_NAMES } from '../workbook/readSettings';
import type { Settings } from '../workbook/settings';
import type { Volunteer } from '../workbook/volunteer';
import { makeHolds, type Holds } from './holds';
import { isOurEmail, isOurTouch, lastOurTouch, newestEntry, type Sender } from './lastTouch';
import { makeMergeFields } from './mergeFields';
import { messageKeys } from './messageKey';
import { goToCell, NO_OFFER, OPEN_CONTACT, OPEN_SETTINGS } from './offers';
import { makeOwnerRules, type OwnerRules, type Ownership } from './ownerRules';
import { bestWay, otherWayWhy, stepOfWay, waysTo } from './otherWays';
import { cellOf, personStop, type Stop } from './personStops';
import { mailedToday, recipientOf, twinOf, type Recipients } from './recipients';
import { addressStop, readAddress, recordsOf, type Records } from './recordStops';
import type { ByOtherWay, PlannedMessage, SendPlan, Stopped } from './sendPlan';
import { softStops } from './softStops';
import type { Template } from './template';
import { isWorthAWord, tieHasUntil, warmTieOf, type WarmTie } from './warmTie';
import { lastSubject, makeWriter, settingsLack, withoutRe, type Writer } from './writeMessage';

/** What the lead chose for one contact. */
export interface Override {
  /** Template key; '' lets the plan choose. */
  readonly template: string;
  /** Text as the lead left it; null lets the template speak. It is never parsed. */
  readonly edited: { readonly subject: string; readonly body: string } | null;
  /** Write in spite of a hold, another account, or that they have gone quiet. A warm tie is asked first all the same. */
  readonly anyway: boolean;
  /** Write to somebody else's contact with the owner in copy. */
  readonly ownerInCc: boolean;
}

export interface PlanInput {
  /** Second and later messages, first ones, or both. */
  readonly mode: 'follow-ups' | 'first' | 'auto';
  readonly table: Table;
  readonly map: SheetMap;
  /** All contacts of the tab: holds look at those that are not mailed too. */
  readonly contacts: readonly Contact[];
  readonly log: readonly LogEntry[];
  /** None where they were not read. */
  readonly asks?: readonly Ask[];
  /** Log lines that cannot be read: their contacts get nothing until somebody puts them right. */
  readonly unread: readonly UnreadLine[];
  /** Message keys on the hidden tab with their result. */
  readonly keysOnRecord: ReadonlyMap<string, string>;
  readonly settings: Settings;
  readonly templates: readonly Template[];
  readonly volunteers: readonly Volunteer[];
  readonly sender: Sender;
  readonly today: Day;
  /** The sheet's, "en_US". */
  readonly locale: string;
  /** By row number at the time of reading. */
  readonly overrides: ReadonlyMap<number, Override>;
  /** The rows about to be sent; null for the list to choose from. With rows, only these are planned and limits stop the rest. */
  readonly chosen: ReadonlySet<number> | null;
  /** True for an address whose owner was forgotten on request. */
  readonly isErased: (address: string) => boolean;
  /** Recipients that may still be written to in these 24 hours. */
  readonly quotaLeft: number;
}

/** The first send in a workbook takes at most this many. */
export const FIRST_USE_MOST = 10;
/** Why, for the panel. */
export const FIRST_USE_WHY = `The first send takes at most ${FIRST_USE_MOST}, so that you can see how it goes. The others stay on the list.`;

/** True until the add-on has sent something in this workbook. */
export function isFirstUse(log: readonly LogEntry[], keysOnRecord: ReadonlyMap<string, string>): boolean {
  const left = (result: string) => result === 'sent' || result === 'sending' || result === 'unknown';
  return ![...keysOnRecord.values()].some(left) && !log.some((e) => e.messageKey !== '' && left(e.result));
}

interface Planning {
  readonly input: PlanInput;
  readonly owners: OwnerRules;
  readonly whoMayKnow: WhoMayKnow;
  readonly holds: Holds;
  readonly writer: Writer;
  readonly records: Records;
  readonly ready: PlannedMessage[];
  readonly byOtherWay: ByOtherWay[];
  readonly quiet: ByOtherWay[];
  readonly stopped: Stopped[];
  readonly recipients: Recipients;
  /** Keys of the messages that would go in this run. */
  readonly keys: Set<string>;
  readonly keyOf: (contact: string, attempt: number) => string;
  readonly followedUp: (contact: Contact) => Ask | null;
  /** How many more may be ticked. */
  places: number;
  recipientsLeft: number;
}

/** A contact with all that the rules look at. */
interface Candidate {
  readonly contact: Contact;
  readonly entries: readonly LogEntry[];
  readonly state: ContactState;
  readonly tie: WarmTie | null;
  readonly ownership: Ownership;
  readonly override: Override | null;
}

/** What a writer needs of a plan. */
type WriterInput = Pick<PlanInput, 'table' | 'map' | 'settings' | 'sender' | 'today' | 'templates' | 'asks'>;

/** Writes messages and texts with what the plan knows. */
export function writerFor(input: WriterInput, owners: OwnerRules): Writer {
  const { table, map, settings, sender, today, templates } = input;
  const senderName = sender.name || settings.senderName;
  const merge = makeMergeFields({ table, map, settings, senderName, today });
  const followed = followedUpIn(input);
  const askOf = (contact: Contact) => {
    const ask = followed(contact);
    return ask === null ? '' : askPhrase(ask.kind, settings.ownAsks);
  };
  return makeWriter({ table, map, merge, templates, owners, sender, today, askOf });
}

/** Which ask a message to a contact follows up. */
function followedUpIn({ asks = [] }: Pick<PlanInput, 'asks'>): (contact: Contact) => Ask | null {
  const byContact = asksByContact(asks);
  return (contact) => followedUp(asksFor(contact, byContact));
}

/** In sheet order. A contact that is not due and that nothing stops is in none of the lists. */
export function planSend(input: PlanInput): SendPlan {
  const { settings, sender, today } = input;
  const owners = makeOwnerRules(input.volunteers, sender);
  const planning: Planning = {
    input,
    owners,
    whoMayKnow: makeMayKnow(input.volunteers, input.contacts),
    holds: makeHolds(input.contacts, input.log, settings, today),
    writer: writerFor(input, owners),
    records: recordsOf(input.log, input.unread, input.keysOnRecord, input.isErased),
    ready: [],
    byOtherWay: [],
    quiet: [],
    stopped: [],
    recipients: mailedToday(input.log, today),
    keys: new Set(),
    keyOf: messageKeys(settings.campaign),
    followedUp: followedUpIn(input),
    places: isFirstUse(input.log, input.keysOnRecord) ? FIRST_USE_MOST : Infinity,
    recipientsLeft: input.quotaLeft,
  };
  const byContact = entriesByContact(input.log);
  for (const contact of input.contacts) {
    if (input.chosen !== null && !input.chosen.has(contact.row)) continue;
    const entries = entriesFor(contact, byContact);
    const state = stateOf(contact, entries, settings, today, input.locale);
    planContact(planning, contact, entries, state);
  }
  const { ready, byOtherWay, quiet, stopped } = planning;
  return { ready, byOtherWay, quiet, stopped };
}

function planContact(
  planning: Planning,
  contact: Contact,
  entries: readonly LogEntry[],
  state: ContactState,
): void {
  const { input } = planning;
  const followUps = input.mode !== 'first';
  const candidate = (): Candidate => ({
    contact,
    entries,
    state,
    tie: warmTieOf(contact, entries, planning.owners, planning.whoMayKnow),
    ownership: planning.owners.ownership(contact.text.owner),
    override: input.overrides.get(contact.row) ?? null,
  });
  const stop = (found: Stop) => planning.stopped.push({ contact, state, ...found });

  const isQuiet = state.word === 'Gone quiet';
  if (state.unsettled && (!isQuiet || input.chosen !== null)) {
    stop({
      code: 'unsettled',
      why: `${state.why}. Look in the Sent folder: it is never sent again by itself.`,
      offer: { ...NO_OFFER, label: 'It was sent, or it was not', action: 'was-sent-or-not' },
    });
    return;
  }
  if (state.next !== null && (!isQuiet || input.overrides.get(contact.row)?.anyway === true)) {
    if (input.mode !== 'auto' && (state.next === 'first') !== (input.mode === 'first')) return;
    const found = planMessage(planning, candidate(), state.next);
    if (found !== null) stop(found);
    return;
  }
  if (isQuiet || state.word === 'Call them') {
    if (followUps)
      (isQuiet ? planning.quiet : planning.byOtherWay).push(otherWay(planning, candidate(), false));
    return;
  }
  const would = wouldBe(contact, entries, state, input.today);
  const asked = would !== null && (input.mode === 'auto' || (would === 'first') === (input.mode === 'first'));
  const person = asked ? personStop(contact, state, entries, input.map, input.today) : null;
  if (person !== null) stop(person);
  else if (state.word === 'Check date' && followUps) stop(checkDate(contact, state, input.map));
}

/** Which message the dates alone would ask for, were nothing in the way: so that a stop is only told where it stops something. */
function wouldBe(
  contact: Contact,
  entries: readonly LogEntry[],
  state: ContactState,
  today: Day,
): 'first' | 'follow-up' | null {
  const touch = lastOurTouch(contact, entries, today);
  if (touch === null) return state.attempts === 0 ? 'first' : null;
  const days = daysBetween(touch.day, today);
  return days >= state.followUpDays && days <= QUIET_AFTER && state.attempts < state.emailsAllowed
    ? 'follow-up'
    : null;
}

function checkDate(contact: Contact, state: ContactState, map: SheetMap): Stop {
  const field = state.why.startsWith('First') ? 'firstContacted' : 'lastContacted';
  return {
    code: 'check-date',
    why: `${state.why}, so we cannot tell who is due.`,
    offer: goToCell(map.sheet, cellOf(map, contact, field)),
  };
}

function otherWay(planning: Planning, candidate: Candidate, noAddress: boolean): ByOtherWay {
  const { contact, state, entries, tie, ownership } = candidate;
  const way = bestWay(contact, state, tie);
  const owner = ownership.whose === 'other' ? ` ${ownership.owners[0]?.name ?? ''} has this contact.` : '';
  return {
    contact,
    state,
    why: `${otherWayWhy(state, noAddress)}${owner}`,
    proposal: way.proposal,
    channel: way.channel,
    text: planning.writer.textFor(way.channel, stepOfWay(state), { contact, entries, tie }),
  };
}

/** Puts the message into the plan, or says what stops it. */
function planMessage(planning: Planning, candidate: Candidate, step: MessageStep): Stop | null {
  const { input, records, holds, writer } = planning;
  const { contact, state, entries, tie, override } = candidate;
  const key = planning.keyOf(contact.outreachId, state.attempts + 1);
  const recorded = records.stop(contact, key, input.today);
  if (recorded !== null) return recorded;

  const cell = goToCell(input.map.sheet, cellOf(input.map, contact, 'email'));
  const emailText = contact.text.email;
  if ((emailText === '' || isPlaceholder(emailText)) && waysTo(contact, tie).length > 0) {
    planning.byOtherWay.push(otherWay(planning, candidate, true));
    return null;
  }
  const address = readAddress(emailText);
  const badAddress = addressStop(address, emailText, cell, contact, entries, records, input.today);
  if (badAddress !== null || address.to === '') {
    return badAddress ?? { code: 'bad-address', why: 'There is no e-mail address.', offer: cell };
  }
  const soft = softStops({ ...candidate, step, to: address.to, input, holds, writer });
  if (soft.stop !== null) return soft.stop;

  const written = override?.edited
    ? editedMessage(override.edited, override.template)
    : writer.email(step, override?.template ?? '', { contact, entries, tie });
  const link = cleanText(input.settings.resolutionLink);
  if (step === 'first' && (link === '' || isPlaceholder(link)))
    return {
      code: 'no-resolution-link',
      why: `${settingsLack([SETTING_NAMES.resolutionLink, ...(written.ok ? [] : written.lacks)])} A first message brings the resolution.`,
      offer: OPEN_SETTINGS,
    };
  if (!written.ok) return written.stop;

  const twin = twinOf(planning.recipients, address.to, contact);
  if (twin !== null) return { code: 'same-address', why: twin, offer: cell };
  if (key !== '' && planning.keys.has(key))
    return {
      code: 'already-sent',
      why: `Two rows have the Outreach ID ${contact.outreachId}, and the other one gets this message.`,
      offer: OPEN_CONTACT,
    };
  const goes = limits(planning, candidate, step, soft.cc.length);
  if (typeof goes !== 'boolean') return goes;
  if (goes) {
    planning.recipients.set(address.to.toLowerCase(), recipientOf(contact));
    if (key !== '') planning.keys.add(key);
    holds.add({
      day: input.today,
      who: input.sender.name,
      channel: 'e-mail',
      contact: contact.outreachId,
      row: contact.row,
      organization: contact.text.organization,
      addresses: [address.to.toLowerCase()],
      planned: true,
    });
  }
  planning.ready.push({
    contact,
    state,
    step,
    to: address.to,
    cc: soft.cc.join(', '),
    toName: isPlaceholder(contact.text.contactName) ? '' : contact.text.contactName,
    ...written.message,
    messageKey: key,
    ...threadOf(entries, written.message.subject, input.sender),
    remarks: [...soft.remarks, ...address.remarks],
    tieText:
      tie === null || tie.asked || !isWorthAWord(tie, step)
        ? ''
        : writer.textFor('introduction', step, { contact, entries, tie }),
    ticked: goes,
    about: aboutOf(planning, contact, step),
  });
  return null;
}

function aboutOf({ followedUp: askOf, input }: Planning, contact: Contact, step: MessageStep): string {
  const ask = step === 'first' ? null : askOf(contact);
  return ask === null ? '' : aboutText(ask, input.today);
}

function editedMessage(
  edited: { subject: string; body: string },
  template: string,
): ReturnType<Writer['email']> {
  const subject = cleanText(edited.subject).replace(/\n+/g, ' ');
  const body = edited.body.replace(/\r\n?/g, '\n').trim();
  if (subject !== '' && body !== '') return { ok: true, message: { template, subject, body, merged: [] } };
  return {
    ok: false,
    stop: {
      code: 'blank-field',
      why: `The ${subject === '' ? 'subject' : 'text'} of the message is empty.`,
      offer: OPEN_CONTACT,
    },
    lacks: [],
  };
}

/**
 * Whether this one goes (chosen, or ticked from the start): what we know, within the first send and the day's limit.
 * Where rows are chosen, a limit stops; in the list it only unticks, and the panel says why.
 */
function limits(planning: Planning, candidate: Candidate, step: MessageStep, copies: number): Stop | boolean {
  const { input } = planning;
  const isChosen = input.chosen !== null;
  if (!isChosen && !isKnown(candidate, step, input.today)) return false;
  const code =
    planning.places < 1 ? 'first-use-limit' : planning.recipientsLeft < 1 + copies ? 'daily-limit' : null;
  if (code !== null) {
    const why = code === 'daily-limit' ? dailyLimitWhy(input.settings) : FIRST_USE_WHY;
    return isChosen && { code, why, offer: NO_OFFER };
  }
  planning.places -= 1;
  planning.recipientsLeft -= 1 + copies;
  return true;
}

function dailyLimitWhy(settings: Settings): string {
  return `The ${settings.dailyLimit} messages for 24 hours are used. The others stay on the list.`;
}

/**
 * Design section 5: our log, or a typed last contact 7 to 30 days old without an answer; for a first message a row
 * that says Ready, and nobody was asked for an introduction just now.
 */
function isKnown({ contact, entries, state, tie }: Candidate, step: MessageStep, today: Day): boolean {
  if (state.word === 'Gone quiet') return false;
  if (step === 'first')
    return statusOf(contact) === 'Ready' && tieHasUntil(tie, state.followUpDays, today) === null;
  if (entries.some(isOurTouch)) return true;
  return state.days !== null && state.days >= 7 && state.days <= QUIET_AFTER;
}

/** A follow-up joins the conversation of our last e-mail where it has the same subject and the same mailbox sends. */
function threadOf(
  entries: readonly LogEntry[],
  subject: string,
  sender: Sender,
): Pick<PlannedMessage, 'threadId' | 'answersTo'> {
  const last = newestEntry(entries, (e) => e.gmailThreadId !== '' && isOurEmail(e));
  const joins =
    last !== null &&
    sameAddress(last.account, sender.account) &&
    foldName(withoutRe(subject)) === foldName(lastSubject(entries));
  return joins
    ? { threadId: last.gmailThreadId, answersTo: last.gmailMessageId }
    : { threadId: '', answersTo: '' };
}
