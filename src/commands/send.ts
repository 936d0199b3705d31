// Sends one chunk of messages (design section 5): under the lock everything is read anew and judged again, all
// intents are put on record, then one message after the other leaves and its result is flushed before the next.
import { readEmails } from '../values/emailAddress';
import { countOf } from '../values/count';
import { addDays, shortDay } from '../values/day';
import { bad, good, type Result } from '../values/result';
import { buildMime, type Mailbox } from '../mail/mime';
import { textToHtml } from '../mail/renderTemplate';
import { bouncedSince } from '../mail/replies';
import type { PlannedMessage } from '../mail/sendPlan';
import { permissionInSetup } from '../texts/permissions';
import type { Delivery, Services } from '../google/services';
import type { LogEntry } from '../touches/log';
import type { DataRow } from '../workbook/dataTab';
import { contactFinder } from '../workbook/identity';
import { journalRows, readJournal } from '../workbook/journal';
import { followUpDaysFor } from '../workbook/readSettings';
import type { ChunkResult, SendLine, SendMode, SendRequest } from './answers';
import { nameOf, type Campaign, type SheetName } from './campaign';
import { finishChunk, finishCutOff, journalOfSend, type SentMessage } from './finishSend';
import { CHUNK, momentInWords, openForSend, planFor, type Planned } from './followUps';
import { appendRows } from './hiddenTab';
import { appendEntries, openLogTab, writeResult, type LogTab } from './logTab';
import { withOutreachIds } from './outreachIds';
import { foundAny, takeReplies } from './replies';
import { problemOf } from './serviceProblem';

/** Between two messages, in milliseconds: Gmail takes about one a second from one person (platform facts, 1). */
const PAUSE = 1000;

/**
 * Needs the lock. At most CHUNK requests; the rest are answered as "next".
 * @param given `ChunkResult.run` of the chunk before, in a run of several; '' for the first
 */
export function sendChunk(
  services: Services,
  requests: readonly SendRequest[],
  mode: SendMode,
  sheet?: SheetName,
  given?: string | null,
): Result<ChunkResult> {
  if (!services.permissions().send) return bad(noMailPermission());
  const prepared = prepare(services, requests.slice(0, CHUNK), mode, sheet);
  if (!prepared.ok) return prepared;
  const { campaign, planned } = prepared.value;
  const isFirst = given === undefined || given === null || given === '';
  const began = isFirst ? nowOf(campaign) : given.slice(0, MOMENT);
  // What came back before the first chunk, in this same minute too, is of an earlier run.
  const bounced = isFirst ? 0 : bouncedSince(campaign.log, began);
  const messages = bounced > MOST_BOUNCES ? [] : planned.plan.ready;
  const sent: SentMessage[] = [];
  let ended = bounced > MOST_BOUNCES ? manyBounced(bounced) : '';
  let log: LogTab | null = null;
  const chunk = services.newId();
  let change = isFirst ? '' : given.slice(MOMENT + 1);
  if (messages.length > 0) {
    log = openLogTab(services, campaign.hidden, campaign.logTable);
    const recorded = recordIntents(services, campaign, planned, log, chunk, change);
    const { entries } = recorded;
    ({ change } = recorded);
    for (const [index, message] of messages.entries()) {
      const entry = entries[index];
      if (entry === undefined) throw new Error('Every message has its line in the log.');
      if (ended !== '') {
        sent.push({ message, entry, result: 'failed', delivery: null });
        continue;
      }
      if (index > 0) services.pause(PAUSE);
      const delivery = deliver(services, campaign, planned, message);
      sent.push({ message, entry, ...outcomeOf(delivery), delivery });
      ended = writeOutcome(services, log, entry, delivery) ?? whyEnded(delivery);
    }
  }
  const finished = log === null ? { ...NOT_FINISHED, why: '' } : finish(campaign, log, sent, chunk);
  const full = planned.plan.stopped.find(({ code }) => code === 'daily-limit');
  ended = [ended, full ? `${full.why} Continue tomorrow.` : '', finished.why]
    .filter((why) => why !== '')
    .join(' ');
  const lines = linesOf(campaign, planned, sent, requests);
  const used = sent
    .filter((s) => s.result !== 'failed')
    .reduce((sum, s) => sum + 1 + copiesOf(s.message).length, 0);
  return good({
    lines,
    ended: ended !== '',
    why: ended,
    manyBounced: bounced > MOST_BOUNCES,
    change: finished.wroteRows ? change : '',
    again: dueAgain(campaign, planned, sent, began),
    when: momentInWords(campaign.today, campaign.time),
    run: `${began} ${change}`,
    quota: {
      used: planned.quota.used + used,
      left: Math.max(0, planned.quota.left - used),
      limit: planned.quota.limit,
    },
    kept: finished.kept,
    wrote: finished.wrote,
  });
}

/** By the follow-up days of each, over all chunks of the run. */
function dueAgain(
  { log, byKey, settings, today }: Campaign,
  { input }: Planned,
  sent: readonly SentMessage[],
  began: string,
): string {
  const before = log.filter(
    ({ day, time, account, messageKey, result }) =>
      messageKey !== '' &&
      result === 'sent' &&
      account === input.sender.account &&
      `${day} ${time ?? ''}` >= began,
  );
  const written = [
    ...before.flatMap(({ contact }) => byKey.get(contact) ?? []),
    ...sent.flatMap(({ message, result }) => (result === 'sent' ? [message.contact] : [])),
  ];
  const days = written.map(({ text }) => addDays(today, followUpDaysFor(settings, text.category))).sort();
  const [first] = days;
  if (first === undefined) return '';
  const when = shortDay(first, today);
  const isOneDay = first === days[days.length - 1];
  return `If nobody answers, they are due again ${isOneDay ? `on ${when}` : `from ${when} on`}.`;
}

/** What goes from chunk to chunk: when the run began, and behind a blank the id of its change, '' before the first. */
const nowOf = ({ today, time }: Campaign): string => `${today} ${time}`;
const MOMENT = 'YYYY-MM-DD HH:MM'.length;

/** So many messages of one run may come back before it ends: more speak for a column of old addresses. */
const MOST_BOUNCES = 3;

function manyBounced(count: number): string {
  return `${count} messages of this send came back, so it stopped. The others stay due: look at the addresses, then go on.`;
}

export function noMailPermission() {
  return {
    code: 'no-mail-permission',
    message: `Mail permission is off, so nothing is sent for you. Open each message in Gmail and press Send there, or allow ${permissionInSetup('send')}.`,
    todo: 'Turn it on',
  };
}

interface Prepared {
  readonly campaign: Campaign;
  readonly planned: Planned;
}

/** Opens, settles what an earlier run left open, gives every row its id, and plans with what is true now. */
function prepare(
  services: Services,
  requests: readonly SendRequest[],
  mode: SendMode,
  sheet: SheetName,
): Result<Prepared> {
  const first = openForSend(services, sheet);
  if (!first.ok) return first;
  const settled = finishCutOff(first.value);
  const find = contactFinder(first.value.contacts);
  const named = requests.some((request) => find(request.contact) !== undefined);
  const open = () => openForSend(services, sheet);
  let again = settled ? open() : first;
  if (again.ok && services.permissions().replies && foundAny(takeReplies(again.value))) again = open();
  if (!again.ok) return again;
  const ready = named ? withOutreachIds(again.value, open) : again;
  if (!ready.ok) return ready;
  const campaign = ready.value;
  return good({ campaign, planned: planFor(campaign, mode, requests) });
}

/**
 * All intents in order, in the log and on the hidden tab, flushed before anything leaves. `known`: the change that the
 * chunks before made; where it stands as they left it, these rows become a part of it.
 */
function recordIntents(
  services: Services,
  campaign: Campaign,
  planned: Planned,
  log: LogTab,
  chunk: string,
  known: string,
): { readonly entries: LogEntry[]; readonly change: string } {
  const { sender } = planned.input;
  const { day, time } = services.now();
  const messages = planned.plan.ready;
  const when = `${day} ${time}`;
  const entries = messages.map((message): Omit<LogEntry, 'row'> => ({
    entryId: services.newId(),
    day,
    time,
    who: sender.name || sender.address,
    account: sender.account,
    contact: message.contact.outreachId,
    organization: nameOf(message.contact),
    channel: 'e-mail',
    kind: message.step,
    direction: 'ours',
    summary: message.subject,
    result: 'sending',
    messageKey: message.messageKey,
    gmailMessageId: '',
    gmailThreadId: '',
    template: message.template,
    notes: noteOf(planned, message),
    address: [message.to, ...copiesOf(message)].join(', ').toLowerCase(),
  }));
  const row = appendEntries(services, log, entries);
  const records = messages.map((message): DataRow => ({
    kind: 'message',
    key: message.messageKey,
    when,
    who: sender.account,
    state: 'sending',
    data: `${chunk} ${message.contact.outreachId}`,
  }));
  const tab = campaign.map.sheetId;
  const before = readJournal(campaign.hidden.rows.filter(({ key }) => key.startsWith(`${known}/`))).find(
    (one) => one.id === known && one.tab === tab && one.state === '',
  );
  const all = new Set([
    ...(before?.cells ?? []).map(({ key }) => key),
    ...messages.map(({ contact }) => contact.outreachId),
  ]);
  const id = before?.id ?? chunk;
  const change = journalRows({
    id,
    what: `Wrote ${countOf(all.size, 'send result')} (the mail stays sent)`,
    who: services.address(),
    when,
    tab,
    made: [],
    undoable: true,
    cells: journalOfSend(campaign, messages),
  });
  appendRows(services, campaign.hidden, [...records, ...change]);
  services.book.flush();
  return { entries: entries.map((entry, index) => ({ ...entry, row: row + index })), change: id };
}

function noteOf({ input }: Planned, message: PlannedMessage): string {
  const override = input.overrides.get(message.contact.row);
  return [
    override?.anyway === true ? 'Sent anyway' : '',
    override?.ownerInCc === true ? 'Owner in copy' : '',
    override?.edited ? 'Edited by hand' : '',
    message.about === '' ? '' : `About: ${message.about}`,
  ]
    .filter((note) => note !== '')
    .join('; ');
}

const copiesOf = (message: PlannedMessage): readonly string[] => readEmails(message.cc).addresses;

function deliver(
  services: Services,
  campaign: Campaign,
  planned: Planned,
  message: PlannedMessage,
): Delivery {
  const raw = rawMessage(campaign, planned, message, referencesOf(services, message));
  if (!raw.ok) {
    const { message: wrong, todo } = raw.problem;
    return { kind: 'refused', quota: false, permission: false, why: `${wrong} ${todo}` };
  }
  return services.mail.send(raw.value, message.threadId);
}

/**
 * Message-IDs of the conversation, so that the mail program of whoever gets it shows the follow-up with what it follows.
 * Gmail makes these ids itself (platform facts, 6): without the permission to read headers there are none.
 */
function referencesOf(services: Services, { answersTo }: PlannedMessage): readonly string[] {
  if (answersTo === '' || !services.permissions().replies) return [];
  const last = services.mail.headersOf(answersTo);
  if (last === null || last === 'gone') return [];
  const { references = '', 'message-id': own = '' } = last.headers;
  return `${references} ${own}`.split(/\s+/).filter((id) => id !== '');
}

/** The message as it leaves. */
export function rawMessage(
  { settings }: Campaign,
  planned: Planned,
  message: PlannedMessage,
  references: readonly string[],
): Result<string> {
  const { sender } = planned.input;
  const box = (address: string, name = ''): Mailbox => ({ name, address });
  return buildMime({
    from: sender.address === '' ? null : box(sender.address, settings.senderName || sender.name),
    to: box(message.to, message.toName),
    cc: copiesOf(message).map((address) => box(address)),
    replyTo: settings.replyTo === '' ? null : box(settings.replyTo),
    subject: message.subject,
    text: message.body,
    html: textToHtml(message.body),
    key: message.messageKey,
    references,
  });
}

const NOT_FINISHED = { wroteRows: false, kept: [], wrote: [] };

/** What left has left, whatever happens to the rows: the next send writes those that could not be written. */
function finish(
  campaign: Campaign,
  log: LogTab,
  sent: readonly SentMessage[],
  chunk: string,
): ReturnType<typeof finishChunk> & { readonly why: string } {
  try {
    return { ...finishChunk(campaign, log, sent, chunk), why: '' };
  } catch (error) {
    const problem = problemOf(error);
    if (problem === null) throw error;
    return { ...NOT_FINISHED, why: `${problem.message} ${problem.todo}` };
  }
}

function outcomeOf(delivery: Delivery): { result: 'sent' | 'unknown' | 'failed' } {
  return { result: delivery.kind === 'refused' ? 'failed' : delivery.kind };
}

/** Writes and flushes the result; a sentence where the log is gone and the run must end. */
function writeOutcome(services: Services, log: LogTab, entry: LogEntry, delivery: Delivery): string | null {
  const ids = delivery.kind === 'sent' ? delivery : { id: '', threadId: '' };
  try {
    writeResult(services, log, entry.row, entry.messageKey, {
      result: outcomeOf(delivery).result,
      gmailMessageId: ids.id,
      gmailThreadId: ids.threadId,
    });
    services.book.flush();
    return null;
  } catch {
    return 'The Outreach log could not be written any more, so the others were not sent. They stay due.';
  }
}

function whyEnded(delivery: Delivery): string {
  if (delivery.kind !== 'refused') return '';
  if (delivery.quota)
    return 'Gmail takes no more messages from this account for now. The others stay due. Continue tomorrow.';
  if (delivery.permission)
    return `Mail permission was taken away meanwhile. The others stay due: allow ${permissionInSetup('send')} and go on.`;
  return '';
}

function linesOf(
  campaign: Campaign,
  planned: Planned,
  sent: readonly SentMessage[],
  requests: readonly SendRequest[],
): SendLine[] {
  const find = contactFinder(campaign.contacts);
  const bySentRow = new Map(sent.map((s) => [s.message.contact.row, s]));
  const byStoppedRow = new Map(planned.plan.stopped.map((s) => [s.contact.row, s]));
  return requests.map((request, index): SendLine => {
    if (index >= CHUNK) return line(request.contact, 0, '', 'next', '', '');
    const contact = find(request.contact);
    if (contact === undefined) {
      return line(request.contact, 0, '', 'stopped', 'The row is gone, or somebody changed who it is.', '');
    }
    const row = contact.row;
    const name = nameOf(contact);
    const message = bySentRow.get(row);
    if (message)
      return line(request.contact, row, name, message.result, whyOf(message), message.message.messageKey);
    if (planned.plan.ready.some((ready) => ready.contact.row === row))
      return line(request.contact, row, name, 'next', '', '');
    const stopped = byStoppedRow.get(row);
    if (stopped?.code === 'daily-limit') return line(request.contact, row, name, 'next', stopped.why, '');
    const why = stopped?.why ?? 'Not due any more: somebody wrote down a touch or an answer meanwhile.';
    return line(request.contact, row, name, 'stopped', why, '');
  });
}

function whyOf({ result, delivery }: SentMessage): string {
  if (result === 'unknown') return 'Gmail’s reply got lost on the way. It is never sent again by itself.';
  if (result === 'sent') return '';
  if (delivery === null) return 'Not sent: the run ended before.';
  if (delivery.kind !== 'refused' || delivery.quota || delivery.permission)
    return 'Gmail did not take it. It stays due.';
  return delivery.why || NOT_TAKEN;
}

const NOT_TAKEN =
  'Gmail did not take it: something in it is not right. It stays due. Look at the address and the text and send it again, or write to them in Gmail yourself.';

function line(
  contact: string,
  row: number,
  organization: string,
  result: SendLine['result'],
  why: string,
  messageKey: string,
): SendLine {
  return { contact, row, organization, result, why, messageKey };
}
