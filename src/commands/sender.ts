// Who sends: the account that messages, threads and the daily ledger belong to, and the name under a message.
import type { Sender } from '../mail/lastTouch';
import type { Unlogged } from '../mail/quota';
import type { LogEntry } from '../touches/log';
import { addDays, parseDay } from '../values/day';
import { newest } from '../workbook/dataTab';
import { matchOwner } from '../workbook/owners';
import { volunteersOf } from './assignPlan';
import type { Campaign } from './campaign';
import { putRow } from './hiddenTab';
import { whoIs } from './whoIs';

/** The person's address where known, else a random id that stands for the account (design section 5). */
export function senderOf(campaign: Campaign): Sender {
  const address = campaign.services.address();
  return {
    account: address !== '' ? address.toLowerCase() : campaign.services.accountId(),
    name: whoIs(campaign, campaign.volunteers)?.name ?? campaign.settings.senderName,
    address,
  };
}

/** Whom a line of the log names as who did it: '' where several could be it. */
export function loggedAs(campaign: Campaign): string {
  const volunteers = volunteersOf(campaign);
  const me = whoIs(campaign, volunteers);
  if (me !== null) return me.name;
  const { senderName } = campaign.settings;
  const address = campaign.services.address();
  if (address === '') return volunteers.length === 0 ? senderName : '';
  return senderName === '' || matchOwner(senderName, volunteers).kind === 'one' ? address : senderName;
}

/** The log with the sender's mailbox under one name: what left before the address was known stands there under an id. */
export function logFor({ log, services }: Campaign, { account, address }: Sender): readonly LogEntry[] {
  const isId = (entry: LogEntry) => entry.account !== '' && !entry.account.includes('@');
  const id = address !== '' && log.some(isId) ? services.knownAccountId() : '';
  return id === '' ? log : log.map((entry) => (entry.account === id ? { ...entry, account } : entry));
}

/** Reminders that this account may have sent within the last day: they stand in no log. */
export function remindersOf({ hidden, services, today }: Campaign): readonly Unlogged[] {
  const since = addDays(today, -1);
  if (!hidden.rows.some(({ kind, when }) => kind === 'reminder' && when >= since)) return [];
  const row = newest(hidden.rows, 'reminder', services.knownAccountId());
  const day = parseDay(row?.when.slice(0, 10) ?? '');
  return row === null || day === null
    ? []
    : [{ day, time: row.when.slice(11), recipients: Number(row.state) || 0 }];
}

/** Puts on record, before they leave, how many reminders go now and went within the last day. `account`: a random id. */
export function countReminders({ services, hidden }: Campaign, account: string, recipients: number): void {
  const { day, time } = services.now();
  putRow(services, hidden, {
    kind: 'reminder',
    key: account,
    when: `${day} ${time}`,
    who: '',
    state: String(recipients),
    data: '',
  });
  services.book.flush();
}
