// The selected contact: who they are, why they are due, what was tried, texts to copy. What a person says of a contact:
// a touch in two clicks, or that whoever knows them was asked.
import { FIELD_LABELS, type Field } from '../reading/fields';
import type { Contact } from '../reading/contact';
import { parseDay, shortDay } from '../values/day';
import { bad, good, type Result } from '../values/result';
import { cleanText } from '../values/text';
import { makeMayKnow } from '../checks/ties/mayKnow';
import { contactTexts } from '../mail/contactTexts';
import { makeOwnerRules } from '../mail/ownerRules';
import { warmTieOf } from '../mail/warmTie';
import { isFromThem, rowAfterTouch, type Touch, writtenByHand } from '../touches/outcome';
import { CHANNELS, type LogEntry } from '../touches/log';
import { TAKEN_BACK, TIE_ASKED, waitSummary } from '../touches/logged';
import { entriesByContact, entriesFor } from '../touches/readLog';
import { stateOf } from '../touches/state';
import { whyDue } from '../touches/whyDue';
import { statusWords } from '../mail/rowAfterSend';
import { contactFinder, keysByRow } from '../workbook/identity';
import { editOf, type KeyedEdit } from '../workbook/edits';
import type { Services } from '../google/services';
import type { ContactView, TouchRequest, WriteReceipt } from './answers';
import { applyEdits } from './applyEdits';
import { contactAsks } from './asks';
import { volunteersOf } from './assignPlan';
import { nameOf, openCampaign, relyOn, type Campaign, type Need } from './campaign';
import { planFor } from './followUps';
import { writeJournal } from './journal';
import { addEntries } from './logTab';
import { STEP_FIELDS } from './nextStep';
import { withOutreachIds } from './outreachIds';
import { openSelected } from './selectedRow';
import { loggedAs, senderOf } from './sender';
import { receipt } from './settle';
import { unionFile } from './unionFile';
import { unionItems } from './unions';
import { namesToChoose, whoIs } from './whoIs';

const SHOWN: readonly Field[] = [
  'contactName',
  'role',
  'email',
  'phone',
  'otherChannel',
  'website',
  'owner',
  'due',
  'knownBy',
  'priorities',
  'connection',
  'notes',
];
const MOST_TOUCHES = 20;

/** The contact in the selected row of the tab in front: the contacts, or a volunteer's tab. */
export function showSelected(services: Services): Result<ContactView> {
  const opened = openSelected(services, [
    'log',
    'settings',
    'volunteers',
    'templates',
    'asks',
    'partners',
    'unions',
  ]);
  return opened.ok ? good(contactView(opened.value.campaign, opened.value.contact)) : opened;
}

const FORGET = [
  'This erases the person, their addresses and what was written about them, in the contacts, the volunteers’ tabs, the log and the changes that could be undone.',
  'The organization and the dates stay, and a fingerprint of each address, so that nobody writes there again.',
  'It cannot be undone. Google’s version history of this file and your sent mail still hold what was there.',
];

function contactView(campaign: Campaign, contact: Contact): ContactView {
  const { today, settings, services } = campaign;
  const entries = entriesFor(contact, entriesByContact(campaign.log));
  const state = stateOf(contact, entries, settings, today, services.book.locale);
  const { text } = contact;
  const texts = contactTexts(planFor(campaign, 'auto', []).input, contact, entries, state);
  const touches = entries.filter(({ kind }) => kind !== TAKEN_BACK);
  const newestFirst = touches.sort((a, b) => (a.day === b.day ? b.row - a.row : a.day < b.day ? 1 : -1));
  return {
    contact: keysByRow(campaign.contacts).get(contact.row) ?? '',
    row: contact.row,
    sheet: campaign.table.name,
    organization: nameOf(contact),
    line: [text.category, text.town, `Row ${contact.row}`].filter((part) => part !== '').join(', '),
    owner: text.owner,
    tag: { word: state.word, why: state.why },
    due: whyDue(contact, state, settings, today),
    tie: texts.known,
    tieText: texts.tie,
    facts: SHOWN.flatMap((field) =>
      text[field] === '' ? [] : [{ label: FIELD_LABELS[field], value: text[field] }],
    ),
    touches: newestFirst.slice(0, MOST_TOUCHES).map((entry) => ({
      day: shortDay(entry.day, today),
      text: touchText(entry),
      takeBack: writtenByHand(entry) === null ? '' : entry.entryId,
    })),
    touchCount: touches.length,
    askWho: whoMayBe(campaign),
    forget: FORGET,
    texts: texts.ways,
    asks: contactAsks(campaign, contact, entries),
    union: unionItems(campaign, unionFile(campaign)).ofContact(contact),
  };
}

/** Names to choose from where nothing tells which of them is at work. */
function whoMayBe(campaign: Campaign): readonly string[] {
  const volunteers = volunteersOf(campaign);
  return whoIs(campaign, volunteers) === null ? namesToChoose(campaign, volunteers) : [];
}

function touchText(entry: LogEntry): string {
  const who = entry.direction === 'theirs' ? entry.organization : entry.who || 'We';
  const how = entry.channel === 'unknown' ? '' : ` (${entry.channel})`;
  const result = entry.result === 'failed' ? ', not sent' : entry.result === 'unknown' ? ', not sure' : '';
  return `${who}: ${entry.kind}${entry.summary === '' ? '' : `, ${entry.summary}`}${how}${result}`;
}

const UNCLEAR = {
  code: 'touch-unclear',
  message: 'It is not clear what happened. Nothing was written.',
  todo: 'Choose how you got in touch, what came of it and, to wait, a day after today.',
};

export const GONE = {
  code: 'contact-gone',
  message: 'The row of this contact is gone. Nothing was written.',
  todo: 'Select the contact in the sheet again.',
};

/** In the journal: a line of the log, which an undo takes back. */
export const TOUCH = 'touch';

/** Opens the campaign for a line about this contact, whose row gets its id. `fields` are those it relies on. */
export function openContact(
  services: Services,
  key: string,
  fields: readonly Field[],
  need: readonly Need[] = [],
): Result<{ readonly campaign: Campaign; readonly contact: Contact }> {
  const open = () => openCampaign(services, ['log', 'settings', 'volunteers', 'asks', ...need]);
  let opened = open();
  if (!opened.ok) return opened;
  const find = (campaign: Campaign) => contactFinder(campaign.contacts)(key);
  const problem = relyOn(opened.value, fields) ?? (find(opened.value) ? null : GONE);
  if (problem) return bad(problem);
  opened = withOutreachIds(opened.value, open);
  if (!opened.ok) return opened;
  const contact = find(opened.value);
  return contact === undefined ? bad(GONE) : good({ campaign: opened.value, contact });
}

/** Writes one line that is no message of the add-on into the log. */
export function appendEntry(campaign: Campaign, contact: Contact, line: NewLine): void {
  const { services, hidden, logTable } = campaign;
  addEntries(services, hidden, logTable, [newEntry(campaign, contact, line)]);
}

export type NewLine = Pick<LogEntry, 'channel' | 'kind' | 'direction' | 'summary' | 'result' | 'notes'> &
  Partial<Pick<LogEntry, 'entryId' | 'who' | 'day' | 'time'>>;

/** A line of now about this contact, by whoever runs this unless it says who. */
export function newEntry(campaign: Campaign, contact: Contact, line: NewLine): Omit<LogEntry, 'row'> {
  const { services, today, time } = campaign;
  return {
    entryId: services.newId(),
    day: today,
    time,
    who: loggedAs(campaign),
    account: '',
    contact: contact.outreachId,
    organization: nameOf(contact),
    messageKey: '',
    gmailMessageId: '',
    gmailThreadId: '',
    template: '',
    address: '',
    ...line,
  };
}

/**
 * Writes a touch into the log, and before it what follows from it into the row: as long as the log does not know, a
 * run that was cut off is asked for again and finds the row written. Needs the lock.
 */
export function logTouch(services: Services, request: TouchRequest): Result<WriteReceipt> {
  const channel = CHANNELS.find((name) => name === request.channel);
  const until = request.outcome === 'wait until' ? parseDay(request.until) : null;
  if (channel === undefined || (request.outcome === 'wait until' && until === null)) return bad(UNCLEAR);
  const opened = openContact(services, request.contact, STEP_FIELDS);
  if (!opened.ok) return opened;
  const { campaign, contact } = opened.value;
  const fromThem = isFromThem(request.outcome);
  const line = {
    channel,
    kind: request.outcome,
    direction: fromThem ? ('theirs' as const) : ('ours' as const),
    summary: until === null ? request.note : waitSummary(until),
    result: fromThem ? ('received' as const) : ('' as const),
    notes: until === null ? '' : request.note,
  };
  const what = `Wrote down a touch with ${nameOf(contact)}`;
  const { map, hidden } = campaign;
  const edits = touchEdits(campaign, contact, {
    outcome: request.outcome,
    day: campaign.today,
    until,
    note: request.note,
  });
  if (isWritten(campaign, contact, line))
    return good(receipt(what, applyEdits(services, { map, hidden, edits, what })));
  const entryId = services.newId();
  const made = [`${TOUCH}:${entryId}`];
  const change = writeJournal(services, hidden, { what, tab: map.sheetId, made, undoable: true, cells: [] });
  const applied = applyEdits(services, { map, hidden, edits, what, change });
  appendEntry(campaign, contact, { ...line, entryId });
  return good(receipt(what, { ...applied, change }));
}

/** So many minutes the same words about the same contact by the same person are the same touch, said twice. */
const SAID_TWICE = 5;

/** True where the touch stands in the log: its answer got lost, or the button was pressed twice. */
function isWritten(
  campaign: Campaign,
  contact: Contact,
  line: Pick<LogEntry, 'channel' | 'kind' | 'direction' | 'summary' | 'notes'>,
): boolean {
  const who = loggedAs(campaign);
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return entriesFor(contact, entriesByContact(campaign.log)).some(
    (entry) =>
      entry.day === campaign.today &&
      entry.time !== null &&
      Math.abs(minutes(campaign.time) - minutes(entry.time)) <= SAID_TWICE &&
      entry.who === who &&
      entry.channel === line.channel &&
      entry.kind === line.kind &&
      entry.direction === line.direction &&
      cleanText(entry.summary) === cleanText(line.summary) &&
      cleanText(entry.notes) === cleanText(line.notes),
  );
}

/**
 * "I asked them": whoever knows somebody there was asked for an introduction. It is a line in the log, no touch and no
 * attempt, and the first message is free from then on. Said twice it is written once. Needs the lock.
 */
export function noteTieAsked(services: Services, key: string): Result<WriteReceipt> {
  const opened = openContact(services, key, ['organization', 'contactName', 'knownBy', 'owner']);
  if (!opened.ok) return opened;
  const { campaign, contact } = opened.value;
  const entries = entriesFor(contact, entriesByContact(campaign.log));
  const tie = warmTieOf(
    contact,
    entries,
    makeOwnerRules(campaign.volunteers, senderOf(campaign)),
    makeMayKnow(campaign.volunteers, campaign.contacts),
  );
  if (tie === null)
    return bad({
      code: 'no-tie',
      message: `“${FIELD_LABELS.knownBy}” of ${nameOf(contact)} names nobody any more. Nothing was written.`,
      todo: 'Look at the list again.',
    });
  const whom = tie.isUnnamed ? 'whoever knows them' : tie.names;
  if (tie.askedOn === null) {
    const entryId = services.newId();
    writeJournal(services, campaign.hidden, {
      what: `Wrote down that an introduction to ${nameOf(contact)} was asked for`,
      tab: campaign.map.sheetId,
      made: [`${TOUCH}:${entryId}`],
      undoable: true,
      cells: [],
    });
    appendEntry(campaign, contact, {
      entryId,
      channel: 'unknown',
      kind: TIE_ASKED,
      direction: 'ours',
      summary: `Asked ${whom} for an introduction`,
      result: '',
      notes: '',
    });
  }
  const were = tie.names.includes(' and ') ? 'were' : 'was';
  return good(
    receipt(`Noted: ${whom} ${were} asked about ${nameOf(contact)}.`, { change: '', written: 0, kept: [] }),
  );
}

function touchEdits(campaign: Campaign, contact: Contact, touch: Touch): KeyedEdit[] {
  const { map, table } = campaign;
  return rowAfterTouch(contact, touch, statusWords(campaign.contacts)).flatMap(
    ([field, to]) => editOf(table, map, contact.outreachId, contact, field, to) ?? [],
  );
}
