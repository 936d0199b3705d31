// The end of a chunk: the log put right by entry id, the contacts' rows, the records on the hidden tab. The same
// finishes what an earlier run left open when it was cut off.
import { findCutOff } from '../mail/cutOff';
import { attemptOf } from '../mail/messageKey';
import { rowAfterSend, statusWords, type RowChange } from '../mail/rowAfterSend';
import type { PlannedMessage } from '../mail/sendPlan';
import type { Delivery } from '../google/services';
import type { LogEntry } from '../touches/log';
import { cellName, columnLetter } from '../values/a1';
import type { Day } from '../values/day';
import type { KeyedEdit } from '../workbook/edits';
import type { JournalCell } from '../workbook/journal';
import { LOG_TAB } from '../workbook/tabs';
import { applyEdits, type Kept } from './applyEdits';
import type { Campaign } from './campaign';
import { messageRecords } from './followUps';
import { setStates } from './hiddenTab';
import { openLogTab, putLinesRight, writeResult, type LogTab } from './logTab';

export interface SentMessage {
  readonly message: PlannedMessage;
  /** Its line as written with the intent. */
  readonly entry: LogEntry;
  readonly result: 'sent' | 'unknown' | 'failed';
  /** null where the run ended before it. */
  readonly delivery: Delivery | null;
}

/** `chunk`: the id that the records of these messages have. */
export function finishChunk(
  campaign: Campaign,
  log: LogTab,
  sent: readonly SentMessage[],
  chunk: string,
): {
  readonly wroteRows: boolean;
  readonly kept: readonly Kept[];
  readonly wrote: readonly string[];
} {
  const { services, hidden } = campaign;
  putLinesRight(
    services,
    hidden,
    campaign.logTable,
    log,
    sent.map((message) => ({ ...message.entry, ...outcomeOf(message) })),
  );
  // One that is not known is written when a person says that it was sent.
  const changes = sent.flatMap(({ message, result, entry }) =>
    result === 'sent' ? [changeOf(message, entry.day)] : [],
  );
  const results = new Map(sent.map((s) => [s.message.messageKey, s.result]));
  const settle = () => {
    setStates(
      services,
      hidden,
      (row) =>
        row.kind === 'message' && row.data.startsWith(`${chunk} `) ? (results.get(row.key) ?? null) : null,
      true,
    );
  };
  const applied = writeRows(campaign, changes, settle);
  return {
    wroteRows: changes.length > 0,
    kept: applied.kept,
    wrote: [...applied.headings, LOG_TAB],
  };
}

/** The edits are in the journal since their messages were put on record. */
function writeRows(
  campaign: Campaign,
  changes: readonly RowChange[],
  alongside: () => void,
): { readonly kept: readonly Kept[]; readonly headings: readonly string[] } {
  const { services, hidden, map } = campaign;
  const edits = rowEdits(campaign, changes);
  if (edits.length > 0) {
    const { kept } = applyEdits(services, { map, hidden, edits, what: null, alongside });
    return { kept, headings: writtenHeadings(edits, kept) };
  }
  alongside();
  services.book.flush();
  return { kept: [], headings: [] };
}

/** Headings of the columns in which at least one cell was not kept as it was. */
function writtenHeadings(edits: readonly KeyedEdit[], kept: readonly Kept[]): string[] {
  const keptIn = (column: number) => {
    const letter = columnLetter(column);
    return kept.filter(({ cell }) => cell.replace(/\d+$/, '') === letter).length;
  };
  const counts = new Map<number, { readonly header: string; cells: number }>();
  for (const { column, header } of edits) {
    const known = counts.get(column);
    if (known) known.cells++;
    else counts.set(column, { header, cells: 1 });
  }
  return [...counts].flatMap(([column, { header, cells }]) => (cells > keptIn(column) ? [header] : []));
}

function rowEdits(campaign: Campaign, changes: readonly RowChange[]): KeyedEdit[] {
  const { table, map, contacts } = campaign;
  const words = statusWords(contacts);
  return changes.flatMap((change) => rowAfterSend(table, map, change, words));
}

/** What the rows will read once these messages have left: the change is in the journal before the first one leaves. */
export function journalOfSend(campaign: Campaign, messages: readonly PlannedMessage[]): JournalCell[] {
  const rows = new Map(messages.map((message) => [message.contact.outreachId, message.contact.row]));
  const changes = messages.map((message) => changeOf(message, campaign.today));
  return rowEdits(campaign, changes).map((edit) => ({
    ...edit,
    cell: cellName(rows.get(edit.key) ?? 0, edit.column),
  }));
}

function changeOf(message: PlannedMessage, day: Day): RowChange {
  const { contact, state } = message;
  return { key: contact.outreachId, contact, day, attempt: state.attempts + 1 };
}

function outcomeOf({ result, delivery }: SentMessage) {
  const ids = delivery?.kind === 'sent' ? delivery : { id: '', threadId: '' };
  return { result, gmailMessageId: ids.id, gmailThreadId: ids.threadId };
}

/**
 * What a run that was cut off left open: results into log and records, and the rows of messages that left. True where
 * something was written: the caller opens the campaign anew.
 */
export function finishCutOff(campaign: Campaign): boolean {
  const { services, hidden, logTable } = campaign;
  const records = messageRecords(campaign);
  const open = findCutOff(records, campaign.log);
  if (open.length === 0) return false;
  const byKey = new Map(campaign.log.map((entry) => [entry.messageKey, entry]));
  const log = logTable && openLogTab(services, hidden, logTable);
  const settled = open.flatMap(({ messageKey, result }): LogEntry[] => {
    const entry = byKey.get(messageKey);
    return entry === undefined || entry.result === result ? [] : [{ ...entry, result }];
  });
  if (log) for (const entry of settled) writeResult(services, log, entry.row, entry.messageKey, entry);
  const results = new Map<string, string>(open.map(({ messageKey, result }) => [messageKey, result]));
  const owed = open.flatMap(({ messageKey, result }): RowChange[] => {
    const entry = byKey.get(messageKey);
    const id = records.find((record) => record.messageKey === messageKey)?.contact ?? '';
    const contact = campaign.byKey.get(id);
    if (result !== 'sent' || entry === undefined || contact === undefined) return [];
    return [{ key: id, contact, day: entry.day, attempt: attemptOf(messageKey) }];
  });
  const leftOpen = new Set(
    hidden.rows.filter((row) => row.kind === 'message' && row.state === 'sending').map((row) => row.row),
  );
  writeRows(campaign, owed, () => {
    setStates(
      services,
      hidden,
      (row) => (leftOpen.has(row.row) ? (results.get(row.key) ?? null) : null),
      true,
    );
  });
  if (log && settled.length > 0 && putLinesRight(services, hidden, logTable, log, settled))
    services.book.flush();
  return true;
}
