// What became of messages whose run was cut off (design rule 3). Intents of a chunk stand in order, in the log and on
// the hidden tab; each result is flushed before the next message leaves. So of those still "sending" the first may
// have left, and those behind it never began.
import type { LogEntry } from '../touches/log';

/** A message as the hidden tab keeps it, in the order of its chunk. */
export interface MessageRecord {
  readonly messageKey: string;
  readonly chunk: string;
  readonly state: string;
}

export interface CutOff {
  readonly messageKey: string;
  /**
   * - 'sent': it left and the log says so, but the contact's row may still lack it
   * - 'unknown': it may have left; a person says
   * - 'failed': it never began
   */
  readonly result: 'sent' | 'unknown' | 'failed';
}

/**
 * Every message whose record still says "sending". Only where the log still holds the lines of the chunk side by
 * side in their order is a later one known not to have begun: sorted, deleted or broken lines make it unknown.
 */
export function findCutOff(records: readonly MessageRecord[], log: readonly LogEntry[]): CutOff[] {
  const byKey = new Map<string, LogEntry>();
  for (const entry of log)
    if (entry.messageKey !== '' && entry.direction === 'ours') byKey.set(entry.messageKey, entry);
  const chunks = new Map<string, MessageRecord[]>();
  for (const record of records) {
    const chunk = chunks.get(record.chunk) ?? [];
    chunk.push(record);
    chunks.set(record.chunk, chunk);
  }
  const found: CutOff[] = [];
  for (const chunk of chunks.values()) {
    if (!chunk.some((record) => record.state === 'sending')) continue;
    const lines = chunk.map((record) => byKey.get(record.messageKey));
    const first = lines[0]?.row ?? 0;
    const inOrder = lines.every((line, index) => line?.row === first + index);
    let reached = false;
    chunk.forEach((record, index) => {
      const result = lines[index]?.result;
      if (record.state === 'sending')
        found.push({ messageKey: record.messageKey, result: settle(result, inOrder && reached) });
      if (result === 'sending') reached = true;
    });
  }
  return found;
}

function settle(result: LogEntry['result'] | undefined, behindOneThatIsOpen: boolean): CutOff['result'] {
  if (result === 'sent' || result === 'failed') return result;
  return result === 'sending' && behindOneThatIsOpen ? 'failed' : 'unknown';
}
