// What a person says of a message: it was sent or it was not; sent by hand from their own Gmail.
import { parseDay } from '../values/day';
import { bad, good, type Result } from '../values/result';
import { newest, type DataRow } from '../workbook/dataTab';
import { contactFinder } from '../workbook/identity';
import { attemptOf } from '../mail/messageKey';
import { rowAfterSend, statusWords, type RowChange } from '../mail/rowAfterSend';
import type { LogEntry } from '../touches/log';
import type { Services } from '../google/services';
import { MOST_ITEMS, type SendMode, type SendRequest, type WriteReceipt } from './answers';
import { applyEdits, type Applied } from './applyEdits';
import { nameOf, openCampaign, relyOn, type Campaign } from './campaign';
import { finishCutOff } from './finishSend';
import { logBroken, openForSend, planFor, SEND_FIELDS } from './followUps';
import { appendRows, setStates } from './hiddenTab';
import { writeJournal } from './journal';
import { addEntries, openLogTab, putLinesRight, writeResult, type SendOutcome } from './logTab';
import { withOutreachIds } from './outreachIds';

/** Needs the lock. */
export function settleSend(services: Services, messageKey: string, wasSent: boolean): Result<WriteReceipt> {
  const open = () => openCampaign(services, ['log', 'settings', 'volunteers']);
  let opened = open();
  // Those behind it in a run that was cut off are settled first: which one is in doubt follows from their order.
  if (opened.ok && finishCutOff(opened.value)) opened = open();
  if (!opened.ok) return opened;
  const campaign = opened.value;
  const problem = relyOn(campaign, SEND_FIELDS) ?? logBroken(campaign);
  if (problem) return bad(problem);
  const entry = lineOf(campaign, messageKey);
  const record = newest(campaign.hidden.rows, 'message', messageKey);
  if (entry === undefined && record === null) {
    return bad({
      code: 'no-such-message',
      message:
        'This message is in neither the Outreach log nor the add-on’s own records. Nothing was changed.',
      todo: 'Look at the list again.',
      text: messageKey,
    });
  }
  if (entry === undefined && record !== null) {
    // Somebody deleted the line, or the log: it is written again first.
    addEntries(services, campaign.hidden, campaign.logTable, [lineFrom(campaign, record)]);
    opened = open();
    if (!opened.ok) return opened;
  }
  return settle(opened.value, messageKey, wasSent);
}

/** The newest line of this message. */
const lineOf = ({ log }: Campaign, messageKey: string): LogEntry | undefined =>
  [...log].reverse().find((line) => line.messageKey === messageKey && line.direction === 'ours');

/** What the records know of a message whose line is gone. */
function lineFrom({ services, byKey }: Campaign, record: DataRow): Omit<LogEntry, 'row'> {
  const [, id = ''] = record.data.split(' ');
  const contact = byKey.get(id);
  return {
    entryId: services.newId(),
    day: parseDay(record.when.slice(0, 10)) ?? services.now().day,
    time: record.when.slice(11),
    who: record.who,
    account: record.who,
    contact: id,
    organization: contact === undefined ? '' : nameOf(contact),
    channel: 'e-mail',
    kind: attemptOf(record.key) > 1 ? 'follow-up' : 'first',
    direction: 'ours',
    summary: '',
    result: 'unknown',
    messageKey: record.key,
    gmailMessageId: '',
    gmailThreadId: '',
    template: '',
    notes: 'The first line was deleted',
    address: contact?.text.email.toLowerCase() ?? '',
  };
}

function settle(campaign: Campaign, messageKey: string, wasSent: boolean): Result<WriteReceipt> {
  const entry = lineOf(campaign, messageKey);
  if (!wasSent) {
    if (entry?.result !== 'failed')
      writeJournal(campaign.services, campaign.hidden, {
        what: `Noted that a message to ${entry?.organization ?? 'a contact'} was not sent`,
        tab: campaign.map.sheetId,
        made: [],
        undoable: false,
        cells: [],
      });
    writeOutcome(campaign, entry, messageKey, { ...NO_IDS, ...entry, result: 'failed' });
    return good(receipt('Noted: it was not sent. It is due again.', NOTHING));
  }
  const applied = settleAsSent(campaign, entry, messageKey, { ...NO_IDS, ...entry });
  return good(receipt('Noted: it was sent.', applied));
}

const NO_IDS = { gmailMessageId: '', gmailThreadId: '' };

/**
 * Into the records and then the log, flushed; the log is read back and put right. What a person is asked about is
 * what the log leaves open, so it comes last.
 */
function writeOutcome(
  { services, hidden, logTable }: Campaign,
  entry: LogEntry | undefined,
  messageKey: string,
  outcome: SendOutcome,
): void {
  setStates(services, hidden, (row) =>
    row.kind === 'message' && row.key === messageKey ? outcome.result : null,
  );
  const log = entry && logTable && openLogTab(services, hidden, logTable);
  if (log) writeResult(services, log, entry.row, messageKey, outcome);
  services.book.flush();
  if (log && putLinesRight(services, hidden, logTable, log, [{ ...entry, ...outcome }]))
    services.book.flush();
}

/**
 * A message that nobody knew of left after all: the contact's row, log and records say so. The row comes first: as
 * long as the log does not know, a run that was cut off is asked for again and finds the row written.
 */
export function settleAsSent(
  campaign: Campaign,
  entry: LogEntry | undefined,
  messageKey: string,
  ids: Omit<SendOutcome, 'result'>,
): Applied {
  const contact = campaign.byKey.get(entry?.contact ?? '');
  const applied =
    contact && entry
      ? writeRow(
          campaign,
          { key: contact.outreachId, contact, day: entry.day, attempt: attemptOf(messageKey) },
          `Wrote that a message to ${nameOf(contact)} was sent`,
        )
      : NOTHING;
  writeOutcome(campaign, entry, messageKey, {
    result: 'sent',
    gmailMessageId: ids.gmailMessageId,
    gmailThreadId: ids.gmailThreadId,
  });
  return applied;
}

const NOTHING: Applied = { change: '', written: 0, kept: [] };

export function writeRow(campaign: Campaign, change: RowChange, what: string): Applied {
  const { services, hidden, table, map, contacts } = campaign;
  const edits = rowAfterSend(table, map, change, statusWords(contacts));
  return edits.length === 0 ? NOTHING : applyEdits(services, { map, hidden, edits, what });
}

export function receipt(message: string, applied: Applied): WriteReceipt {
  return {
    message,
    change: applied.change,
    written: applied.written,
    kept: applied.kept.slice(0, MOST_ITEMS),
    undoable: applied.change !== '',
  };
}

/**
 * "Mark as sent": the person sent it from their own Gmail, with the compose link or by copying. It is on record as not
 * known until the row is written, so that a run that was cut off leaves a question and not a gap. Needs the lock.
 */
export function markSent(services: Services, request: SendRequest, mode: SendMode): Result<WriteReceipt> {
  const open = () => openForSend(services, '');
  let opened = open();
  if (!opened.ok) return opened;
  const isKnown = contactFinder(opened.value.contacts)(request.contact) !== undefined;
  if (isKnown) opened = withOutreachIds(opened.value, open);
  if (!opened.ok) return opened;
  const campaign = opened.value;
  const { plan, input } = planFor(campaign, mode, [{ ...request, anyway: true }]);
  const [message] = plan.ready;
  if (message === undefined) {
    return bad({
      code: plan.stopped[0]?.code ?? 'not-due',
      message: plan.stopped[0]?.why ?? 'This contact is not due any more, so nothing was written down.',
      todo: 'Look at the list again.',
    });
  }
  const now = services.now();
  const entry: Omit<LogEntry, 'row'> = {
    entryId: services.newId(),
    day: now.day,
    time: now.time,
    who: input.sender.name || input.sender.address,
    account: input.sender.account,
    contact: message.contact.outreachId,
    organization: nameOf(message.contact),
    channel: 'e-mail',
    kind: message.step,
    direction: 'ours',
    summary: message.subject,
    result: 'unknown',
    messageKey: message.messageKey,
    gmailMessageId: '',
    gmailThreadId: '',
    template: message.template,
    notes: message.about === '' ? 'Sent by hand' : `Sent by hand; About: ${message.about}`,
    address: message.to.toLowerCase(),
  };
  appendRows(services, campaign.hidden, [
    {
      kind: 'message',
      key: message.messageKey,
      when: `${now.day} ${now.time}`,
      who: input.sender.account,
      state: 'unknown',
      data: `${entry.entryId} ${entry.contact}`,
    },
  ]);
  addEntries(services, campaign.hidden, campaign.logTable, [entry]);
  const settled = settleSend(services, message.messageKey, true);
  if (!settled.ok) return settled;
  return good({ ...settled.value, message: `Noted: sent to ${entry.organization}` });
}
