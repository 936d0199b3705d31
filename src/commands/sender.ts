// Who sends: the account that messages, threads and the daily ledger belong to, and the name under a message.
import type { Sender } from '../mail/lastTouch';
import type { LogEntry } from '../touches/log';
import type { Campaign } from './campaign';

/** The person's address where known, else a random id that stands for the account (design section 5). */
export function senderOf(campaign: Campaign): Sender {
  const address = campaign.services.address();
  const volunteer = campaign.volunteers.find(
    (v) => address !== '' && v.email.toLowerCase() === address.toLowerCase(),
  );
  return {
    account: address !== '' ? address.toLowerCase() : campaign.services.accountId(),
    name: volunteer?.name ?? campaign.settings.senderName,
    address,
  };
}

/** The log with the sender's mailbox under one name: what left before the address was known stands there under an id. */
export function logFor({ log, services }: Campaign, { account, address }: Sender): readonly LogEntry[] {
  const isId = (entry: LogEntry) => entry.account !== '' && !entry.account.includes('@');
  const id = address !== '' && log.some(isId) ? services.knownAccountId() : '';
  return id === '' ? log : log.map((entry) => (entry.account === id ? { ...entry, account } : entry));
}
