// Looks into the mailbox of the account that runs (design section 5): answers, automatic replies and bounces in the
// threads we started go into the log, and a send that nobody knew of is settled by its X-Outreach-Key.
import { countOf } from '../values/count';
import { daysBetween, parseDay } from '../values/day';
import { good, type Result } from '../values/result';
import { keyOfSent, loggedMessages, ourThreads, repliesAmong, type SeenMessage } from '../mail/replies';
import { newest, type DataRow, type PlacedDataRow } from '../workbook/dataTab';
import { journalRows } from '../workbook/journal';
import type { MailboxItem, Services } from '../google/services';
import type { RepliesView } from './answers';
import { openCampaign, type Campaign, type SheetName } from './campaign';
import { finishCutOff } from './finishSend';
import { TOUCH } from './contact';
import { appendRows, putRow } from './hiddenTab';
import { addEntries } from './logTab';
import { senderOf } from './sender';
import { settleAsSent } from './settle';

/** Messages whose headers one look reads at most; what is left over is read by the next look. */
const MOST_HITS = 40;
/** Sent messages that are looked at for a key that is missing in the log. */
const MOST_SENT = 20;

/** For the sidebar. Needs the lock. */
export function readReplies(services: Services, sheet: SheetName): Result<RepliesView> {
  if (!services.permissions().replies) return good(inWords(NOTHING));
  const opened = openCampaign(services, ['log', 'settings', 'volunteers'], sheet);
  if (!opened.ok) return opened;
  const again = finishCutOff(opened.value)
    ? openCampaign(services, ['log', 'settings', 'volunteers'], sheet)
    : opened;
  return again.ok ? good(inWords(takeReplies(again.value))) : again;
}

/** What a look found, without the words for it. */
type Found = Omit<RepliesView, 'found' | 'message'>;

const NOTHING: Found = { looked: false, answers: [], away: 0, bounced: [], settled: 0, more: false };

function inWords(view: Found): RepliesView {
  const { looked, answers, away, bounced, settled, more } = view;
  const parts = [
    answers.length > 0 ? `${answers.length} answered` : '',
    bounced.length > 0 ? `${bounced.length} came back` : '',
    away > 0 ? countOf(away, 'out-of-office message') : '',
    settled > 0 ? `${settled} in doubt ${settled === 1 ? 'was' : 'were'} sent` : '',
  ].filter((part) => part !== '');
  const found = foundAny(view);
  const news = found ? `${parts.join(', ')}: the list is up to date.` : looked ? 'No new answers.' : '';
  const rest = !more
    ? ''
    : looked
      ? 'There is more to read: open this list again.'
      : 'Gmail could not be read just now, so look for answers yourself.';
  return { ...view, found, message: [news, rest].filter((text) => text !== '').join(' ') };
}

/** Writes what it finds; the caller opens the campaign anew where anything was found. Needs the lock and the permission. */
export function takeReplies(campaign: Campaign): Found {
  const { services } = campaign;
  const settled = settleUnknown(campaign);
  const { lines, until, complete, seen } = receivedSince(campaign);
  if (lines.length > 0) {
    const entries = lines.map((line) => ({ ...line, entryId: services.newId() }));
    appendRows(services, campaign.hidden, journalOf(campaign, entries));
    addEntries(services, campaign.hidden, campaign.logTable, entries);
  }
  // Only now: a run that is cut off before looks from the same point again, and the log knows what it has.
  if (complete && until !== '') keepPoint(campaign, until, seen);
  const namesOf = (kind: string) =>
    lines.filter((line) => line.kind === kind).map((line) => line.organization);
  return {
    looked: until !== '',
    answers: namesOf('answered'),
    away: namesOf('out of office').length,
    bounced: namesOf('bounced'),
    settled,
    more: !complete,
  };
}

/** A change for each line, so that one which the headers made look like an answer can be taken back. */
function journalOf(
  { services, map, today, time }: Campaign,
  entries: readonly (Received[number] & { readonly entryId: string })[],
): DataRow[] {
  return entries.flatMap(({ entryId, organization, kind }) =>
    journalRows({
      id: services.newId(),
      what: `Found in the mailbox: ${organization}, ${kind === 'bounced' ? 'mail came back' : kind}`,
      who: services.address(),
      when: `${today} ${time}`,
      tab: map.sheetId,
      made: [`${TOUCH}:${entryId}`],
      undoable: true,
      cells: [],
    }),
  );
}

/** True where the log was written: what was read before is not all any more. */
export function foundAny({ answers, away, bounced, settled }: Found): boolean {
  return answers.length + away + bounced.length + settled > 0;
}

type Received = ReturnType<typeof repliesAmong>;

/** A look may go over so many messages again, and begin at a point so many days old: Gmail knows it for about a week. */
const MOST_AGAIN = 100;
const OLDEST_POINT = 2;

/** Up to where this account's mailbox was looked through; null before the first look. */
function pointOf(campaign: Campaign): PlacedDataRow | null {
  return newest(campaign.hidden.rows, 'mailbox', senderOf(campaign).account);
}

/** Keeps the point where the next look begins; a write only where it matters. `seen`: messages that came since the last. */
function keepPoint(campaign: Campaign, until: string, seen: number): void {
  const { services, hidden, today, time } = campaign;
  const point = pointOf(campaign);
  const since = parseDay(point?.when.slice(0, 10) ?? '');
  if (point !== null && since !== null && seen <= MOST_AGAIN && daysBetween(since, today) < OLDEST_POINT)
    return;
  const row: DataRow = {
    kind: 'mailbox',
    key: senderOf(campaign).account,
    when: `${today} ${time}`,
    who: '',
    state: until,
    data: '',
  };
  putRow(services, hidden, row);
  services.book.flush();
}

/** `until` is '' where the mailbox could not be read. `complete`: every hit was read. `seen`: messages listed. */
function receivedSince(campaign: Campaign): {
  readonly lines: Received;
  readonly until: string;
  readonly complete: boolean;
  readonly seen: number;
} {
  const { services, log } = campaign;
  const threads = ourThreads(log);
  if (threads.size === 0) return { lines: [], until: '', complete: true, seen: 0 };
  const news = services.mail.newsSince(pointOf(campaign)?.state ?? '');
  if (news === null) return { lines: [], until: '', complete: false, seen: 0 };
  const known = loggedMessages(log);
  const hits = news.items.filter((item) => threads.has(item.threadId) && !known.has(item.id));
  const { seen, complete } = headersOf(services, hits);
  const sender = senderOf(campaign);
  const own = [sender.address, ...campaign.volunteers.map((volunteer) => volunteer.email)].filter(
    (a) => a !== '',
  );
  const now = { day: campaign.today, time: campaign.time };
  return {
    lines: repliesAmong(seen, log, own, sender.account, now),
    until: news.until,
    complete,
    seen: news.items.length,
  };
}

/** In order, up to the first that Gmail does not give, at most MOST_HITS; those that were deleted are left out. */
function headersOf(
  services: Services,
  items: readonly MailboxItem[],
): { readonly seen: SeenMessage[]; readonly complete: boolean } {
  const seen: SeenMessage[] = [];
  for (const item of items.slice(0, MOST_HITS)) {
    const message = services.mail.headersOf(item.id);
    if (message === null) return { seen, complete: false };
    if (message !== 'gone') seen.push(message);
  }
  return { seen, complete: items.length <= MOST_HITS };
}

const momentOf = ({ day, time }: { day: string; time: string | null }) => `${day} ${time ?? ''}`;

/** Sends of unknown result that stand among the newest sent messages; returns how many were settled. */
function settleUnknown(campaign: Campaign): number {
  const { services, log } = campaign;
  let open = log.filter(
    (entry) => entry.direction === 'ours' && entry.result === 'unknown' && entry.messageKey !== '',
  );
  if (open.length === 0) return 0;
  const known = loggedMessages(log);
  const sent = (services.mail.newestSent() ?? []).filter((item) => !known.has(item.id));
  const count = open.length;
  for (const item of sent.slice(0, MOST_SENT)) {
    const message = services.mail.headersOf(item.id);
    if (message === null) break;
    if (message === 'gone') continue;
    if (open.every((entry) => momentOf(message) < momentOf(entry))) break;
    const entry = open.find((candidate) => candidate.messageKey === keyOfSent(message));
    if (entry === undefined) continue;
    settleAsSent(campaign, entry, entry.messageKey, {
      gmailMessageId: message.id,
      gmailThreadId: message.threadId,
    });
    open = open.filter((candidate) => candidate !== entry);
    if (open.length === 0) break;
  }
  return count - open.length;
}
