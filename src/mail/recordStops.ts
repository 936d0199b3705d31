// Stops that lie with what is on record: message keys, log lines that cannot be read, addresses that bounced.
import type { Contact } from '../reading/contact';
import { readAnswer } from '../touches/answer';
import { bouncedAddresses } from '../touches/bounced';
import type { LogEntry } from '../touches/log';
import type { UnreadLine } from '../touches/readLog';
import { shortDay, type Day } from '../values/day';
import { readEmails } from '../values/emailAddress';
import { foldName, isPlaceholder } from '../values/text';
import { LOG_TAB } from '../workbook/tabs';
import { isOurEmail, newestEntry } from './lastTouch';
import { isMailable } from './mime';
import { goToCell, NO_OFFER, OPEN_CONTACT } from './offers';
import type { Stop } from './personStops';
import type { Offer } from './sendPlan';

export interface Records {
  /** A stop for this contact and the key of the message that would go now; null where nothing on record is in the way. */
  readonly stop: (contact: Contact, key: string, today: Day) => Stop | null;
  /** The day on which mail to this address came back; null where it did not. */
  readonly bouncedOn: (address: string) => Day | null;
  /** True for an address whose owner was forgotten on request. */
  readonly isErased: (address: string) => boolean;
}

export function recordsOf(
  log: readonly LogEntry[],
  unread: readonly UnreadLine[],
  keysOnRecord: ReadonlyMap<string, string>,
  isErased: (address: string) => boolean,
): Records {
  const logged = new Map<string, LogEntry>();
  const bounced = bouncedAddresses(log);
  for (const entry of log) {
    if (entry.messageKey !== '') {
      const known = logged.get(entry.messageKey);
      if (known === undefined || newestEntry([known, entry], () => true) === entry)
        logged.set(entry.messageKey, entry);
    }
  }
  const unreadOf = new Map<string, UnreadLine>();
  const unreadKeys = new Set<string>();
  const noLog = unread.find((line) => line.row === 0);
  for (const line of unread) {
    if (line.messageKey !== '') unreadKeys.add(line.messageKey);
    if (line.contact !== '') unreadOf.set(line.contact, line);
    else if (line.organization !== '') unreadOf.set(`name:${foldName(line.organization)}`, line);
  }
  return {
    isErased,
    bouncedOn: (address) => bounced.get(address.toLowerCase()) ?? null,
    stop: (contact, key, today) => {
      const line =
        noLog ??
        (unreadOf.size === 0
          ? undefined
          : (unreadOf.get(contact.outreachId) ??
            unreadOf.get(`name:${foldName(contact.text.organization)}`)));
      if (line !== undefined)
        return {
          code: 'check-date',
          why: line.problem.message,
          offer: line.row === 0 ? NO_OFFER : goToCell(LOG_TAB, `A${line.row}`),
        };
      if (key === '') return null;
      const entry = logged.get(key);
      const results = [
        entry?.result ?? '',
        keysOnRecord.get(key) ?? '',
        unreadKeys.has(key) ? 'unknown' : '',
      ];
      if (results.some((result) => result === 'sending' || result === 'unknown'))
        return {
          code: 'unsettled',
          why: 'Nobody knows yet whether this message went out. Look in the Sent folder: it is never sent again by itself.',
          offer: { ...NO_OFFER, label: 'It was sent, or it was not', action: 'was-sent-or-not' },
        };
      if (!results.includes('sent')) return null;
      const when = entry === undefined ? '' : ` on ${shortDay(entry.day, today)}`;
      return {
        code: 'already-sent',
        why: `This message was sent${when} already, though the row does not say so. Put the date into the row.`,
        offer: OPEN_CONTACT,
      };
    },
  };
}

export interface AddressReading {
  /** '' where there is none that mail can go to. */
  readonly to: string;
  /** The first part that is no address, with a repair or ''. */
  readonly doubt: string;
  readonly suggestion: string;
  readonly remarks: readonly string[];
}

/** The first address of the cell; a cell with anything doubtful in it gives none. */
export function readAddress(text: string): AddressReading {
  const { addresses, rests } = readEmails(text);
  const [to = ''] = addresses;
  const rest = rests[0];
  const unmailable = addresses.find((address) => !isMailable(address));
  const remarks =
    addresses.length > 1 ? [`The cell has ${addresses.length} addresses. This goes to the first one.`] : [];
  if (rest !== undefined) return { to: '', doubt: rest.text, suggestion: rest.suggestion ?? '', remarks: [] };
  if (unmailable !== undefined) return { to: '', doubt: unmailable, suggestion: '', remarks: [] };
  return { to, doubt: '', suggestion: '', remarks };
}

/** `cell` is the offer to go to the e-mail cell. */
export function addressStop(
  address: AddressReading,
  text: string,
  cell: Offer,
  contact: Contact,
  entries: readonly LogEntry[],
  records: Records,
  today: Day,
): Stop | null {
  if (address.to === '') {
    if (text === '' || isPlaceholder(text))
      return {
        code: 'bad-address',
        why: 'There is no e-mail address and no other way to reach them.',
        offer: cell,
      };
    const meant = address.suggestion === '' ? '' : ` Did you mean ${address.suggestion}?`;
    return {
      code: 'bad-address',
      why: `The address is doubtful: “${(address.doubt || text).slice(0, 60)}” is not one that mail can go to.${meant}`,
      offer: cell,
    };
  }
  if (records.isErased(address.to))
    return {
      code: 'erased',
      why: 'Whoever has this address was forgotten on request, so nothing is sent there. Take the address out.',
      offer: cell,
    };
  const cameBack = records.bouncedOn(address.to);
  if (cameBack !== null)
    return {
      code: 'bounced',
      why: `The e-mail bounced on ${shortDay(cameBack, today)}. Find another address.`,
      offer: cell,
    };
  if (readAnswer(contact.text.answer) !== 'bounced') return null;
  // The row says so without a log line: it means the address that we wrote to last, where the log knows that.
  const wroteTo = newestEntry(entries, (entry) => entry.address !== '' && isOurEmail(entry))?.address;
  if (wroteTo !== undefined && wroteTo.toLowerCase() !== address.to.toLowerCase()) return null;
  return {
    code: 'bounced',
    why: 'The e-mail bounced, says the answer. Find another address, and empty the answer once it is in.',
    offer: cell,
  };
}
