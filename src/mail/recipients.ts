// Who got a message at which address today: a run has several chunks, and no address gets two messages in it.
import type { Contact } from '../reading/contact';
import type { LogEntry } from '../touches/log';
import type { Day } from '../values/day';
import { isOurEmail } from './lastTouch';

export interface Recipient {
  readonly name: string;
  /** Outreach ID; '' where the row has none yet. */
  readonly contact: string;
  /** 0 where the message has left already. */
  readonly row: number;
}

/** By the address, lower-case. */
export type Recipients = Map<string, Recipient>;

/** Addresses in copy do not count: an owner gets one of each. */
export function mailedToday(log: readonly LogEntry[], today: Day): Recipients {
  const recipients: Recipients = new Map();
  for (const entry of log) {
    if (entry.day !== today || entry.messageKey === '' || !isOurEmail(entry)) continue;
    const [to = ''] = entry.address.toLowerCase().split(/[,\s]+/);
    if (to !== '') recipients.set(to, { name: entry.organization, contact: entry.contact, row: 0 });
  }
  return recipients;
}

/** For a message that goes in this chunk. */
export function recipientOf({ text, outreachId, row }: Contact): Recipient {
  return { name: text.organization || text.contactName, contact: outreachId, row };
}

/** The sentence of the stop where another contact got or gets a message at this address; null where none does. */
export function twinOf(recipients: Recipients, address: string, contact: Contact): string | null {
  const twin = recipients.get(address.toLowerCase());
  if (twin === undefined) return null;
  const name = twin.name || 'Another contact';
  if (twin.row > 0) return `${name} in row ${twin.row} gets a message at the same address in this send.`;
  return twin.contact === contact.outreachId ? null : `${name} got a message at the same address today.`;
}
