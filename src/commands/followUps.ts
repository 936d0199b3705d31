// Follow-ups: who would get which message now, by which other way, and who gets none and why.
import { FIELD_LABELS } from '../reading/fields';
import { countOf } from '../values/count';
import { longDay, parseDay, type Day } from '../values/day';
import { readEmails } from '../values/emailAddress';
import { bad, good, type Problem, type Result } from '../values/result';
import { composeUrl } from '../mail/composeUrl';
import { findCutOff, type MessageRecord } from '../mail/cutOff';
import {
  FIRST_USE_MOST,
  FIRST_USE_WHY,
  isFirstUse,
  planSend,
  type Override,
  type PlanInput,
} from '../mail/planSend';
import { quotaLeft, type Quota } from '../mail/quota';
import { readTemplates } from '../mail/readTemplates';
import type { ByOtherWay, PlannedMessage, SendPlan, Stopped } from '../mail/sendPlan';
import { isDue, staleReport } from '../touches/dueList';
import { statusOf } from '../touches/status';
import { contactFinder, keysByRow } from '../workbook/identity';
import type { Services } from '../google/services';
import {
  MOST_ITEMS,
  type FollowUpsView,
  type OtherWayItem,
  type ReadyItem,
  type SendMode,
  type SendRequest,
} from './answers';
import { nameOf, openCampaign, relyOn, type Campaign, type Need, type SheetName } from './campaign';
import { STEP_FIELDS } from './nextStep';
import { checkItems } from './partners';
import { logFor, remindersOf, senderOf } from './sender';

/** Most messages that one call sends: far below six minutes, and few enough to stop between two calls. */
export const CHUNK = 10;

/** What a send relies on: the columns that the rules and the messages read. */
export const SEND_FIELDS = [...STEP_FIELDS, 'email', 'contactName', 'owner', 'knownBy'] as const;

/** "No answer" is what the sheet knows where nobody's mail is seen (design section 5). */
const ANSWERS_UNSEEN =
  'The add-on does not see who answered by mail. Press “They answered” beside a contact, or write it into the sheet, before you send.';

const ANSWERS_SEEN =
  'Answers to your messages are found by themselves. Not seen are answers from another address in a new mail, or by phone: write those down first, under Selected contact.';

/** The shipped templates as the picker names them. */
const TITLES: Readonly<Record<string, string>> = {
  first: 'First message',
  'follow-up': 'Follow-up',
  last: 'Last e-mail',
  thanks: 'Thank you',
};

export function openForSend(
  services: Services,
  sheet: SheetName,
  need: readonly Need[] = [],
): Result<Campaign> {
  const opened = openCampaign(
    services,
    ['log', 'settings', 'volunteers', 'templates', 'asks', ...need],
    sheet,
  );
  if (!opened.ok) return opened;
  const problem = relyOn(opened.value, SEND_FIELDS) ?? cannotMail(opened.value) ?? logBroken(opened.value);
  return problem ? bad(problem) : opened;
}

function cannotMail({ map, table }: Campaign): Problem | null {
  if (
    map.columns.email !== undefined ||
    map.columns.phone !== undefined ||
    map.columns.otherChannel !== undefined
  )
    return null;
  return {
    code: 'no-way-to-reach',
    message: `The tab “${table.name}” has no column that says how to reach anybody.`,
    todo: `Add a column with the heading ${FIELD_LABELS.email}, or say in Setup which column it is.`,
    place: { sheet: table.name },
  };
}

/** Without its headings the log cannot tell who was written to: then nobody is. */
export function logBroken({ unreadLog }: Campaign): Problem | null {
  return unreadLog.find((line) => line.row === 0)?.problem ?? null;
}

/** Messages as the hidden tab keeps them, in order. */
export function messageRecords(campaign: Campaign): (MessageRecord & { readonly contact: string })[] {
  return campaign.hidden.rows.flatMap((row) => {
    if (row.kind !== 'message') return [];
    const [chunk = '', contact = ''] = row.data.split(' ');
    return [{ messageKey: row.key, chunk, contact, state: row.state }];
  });
}

/** The result of each message key: the hidden tab, with what a run that was cut off left open settled. */
export function keysOnRecord(campaign: Campaign): Map<string, string> {
  const records = messageRecords(campaign);
  const keys = new Map(records.map((record) => [record.messageKey, record.state]));
  for (const { messageKey, result } of findCutOff(records, campaign.log)) keys.set(messageKey, result);
  return keys;
}

/** Tells the addresses of those who were forgotten on request (commands/forget.ts). */
export function erasedAddresses({ services, hidden }: Campaign): (address: string) => boolean {
  const digests = new Set(hidden.rows.filter((row) => row.kind === 'erased').map((row) => row.key));
  return (address) => digests.size > 0 && digests.has(services.digest(address.toLowerCase()));
}

export interface Planned {
  readonly input: PlanInput;
  readonly plan: SendPlan;
  readonly quota: Quota;
}

/** @param requests by contact key; null for the whole list. */
export function planFor(
  campaign: Campaign,
  mode: SendMode,
  requests: readonly SendRequest[] | null,
): Planned {
  const sender = senderOf(campaign);
  const log = logFor(campaign, sender);
  const overrides = new Map<number, Override>();
  const find = contactFinder(campaign.contacts);
  for (const request of requests ?? []) {
    const row = find(request.contact)?.row;
    if (row !== undefined) overrides.set(row, request);
  }
  const now = { day: campaign.today, time: campaign.time };
  const quota = quotaLeft(log, sender.account, now, campaign.settings.dailyLimit, remindersOf(campaign));
  const input: PlanInput = {
    mode,
    table: campaign.table,
    map: campaign.map,
    contacts: campaign.contacts,
    log,
    asks: campaign.asks.asks,
    unread: campaign.unreadLog,
    keysOnRecord: keysOnRecord(campaign),
    settings: campaign.settings,
    templates: readTemplates(campaign.templates).templates,
    volunteers: campaign.volunteers,
    sender,
    today: campaign.today,
    locale: campaign.services.book.locale,
    overrides,
    chosen: requests === null ? null : new Set(overrides.keys()),
    isErased: erasedAddresses(campaign),
    quotaLeft: quota.left,
  };
  return { input, plan: planSend(input), quota };
}

export function showFollowUps(
  services: Services,
  mode: SendMode,
  sheet: string | null = '',
  most?: number | null,
): Result<FollowUpsView> {
  const opened = openForSend(services, sheet, ['partners']);
  if (!opened.ok) return opened;
  const campaign = opened.value;
  const { input, plan, quota } = planFor(campaign, mode, null);
  const { send: canSend, replies: seesReplies } = services.permissions();
  const byHand = !canSend || quota.left === 0;
  const keys = keysByRow(campaign.contacts);
  const keyOf = (item: { contact: { row: number } }) => keys.get(item.contact.row) ?? '';
  const report = staleReport(
    campaign.contacts,
    campaign.log,
    campaign.settings,
    campaign.today,
    services.book.locale,
  );
  const firstUse = isFirstUse(campaign.log, input.keysOnRecord);
  const mayGo = firstUse ? Math.min(FIRST_USE_MOST, quota.left) : quota.left;
  const cut = <T>(items: readonly T[]): readonly T[] => items.slice(0, most ?? MOST_ITEMS);
  const wouldGo = ({ state }: Stopped): boolean =>
    (mode !== 'first' && isDue(state.word)) || (mode !== 'follow-ups' && state.next === 'first');
  const stopped = plan.stopped.filter(wouldGo);
  const notDue = plan.stopped.filter((item) => !wouldGo(item));
  const counts = {
    ready: plan.ready.length,
    otherWay: plan.byOtherWay.length,
    quiet: plan.quiet.length,
    stopped: stopped.length,
    notDue: notDue.length,
  };
  return good({
    sheet: campaign.table.name,
    summary: summaryOf(mode, counts),
    mode,
    ready: cut(plan.ready).map((message) => readyItem(keyOf(message), message, byHand)),
    otherWay: cut(plan.byOtherWay).map((item) => otherWayItem(keyOf(item), item)),
    quiet: cut(plan.quiet).map((item) => otherWayItem(keyOf(item), item)),
    checks: cut(checkItems(campaign)),
    stopped: [...cut(stopped), ...cut(notDue)].map((item) => ({
      due: wouldGo(item),
      contact: keyOf(item),
      row: item.contact.row,
      organization: nameOf(item.contact),
      tag: { word: item.state.word, why: item.state.why },
      code: item.code,
      why: item.why,
      offer: item.offer,
    })),
    counts,
    templates: input.templates
      .filter((template) => template.channel === 'e-mail')
      .map(({ key, step, category }) => ({
        key,
        step,
        title: [TITLES[key] ?? key, category].filter((text) => text !== '').join(', '),
      })),
    quota: { used: quota.used, left: quota.left, limit: quota.limit },
    canSend,
    from: input.sender.address,
    seesReplies,
    firstUse: [
      mode === 'first' ? whyNotTicked(plan.ready) : seesReplies ? ANSWERS_SEEN : ANSWERS_UNSEEN,
      plan.ready.length > mayGo ? whyNotAll(mayGo, firstUse && mayGo === FIRST_USE_MOST) : '',
    ]
      .filter((text) => text !== '')
      .join(' '),
    most: mayGo,
    chunk: CHUNK,
    nobodyDue: mode === 'first' ? '' : nobodyDue(report.nextDue, report.waiting.length),
    unsettled: cut(unsettledItems(campaign, input.keysOnRecord)),
    unfinished: findCutOff(messageRecords(campaign), campaign.log).length > 0,
    hasNextStep: campaign.map.nextStepColumn > 0,
  });
}

/** For first messages; '' where the status of all says that they can be written to. */
function whyNotTicked(ready: readonly PlannedMessage[]): string {
  return ready.every(({ contact }) => statusOf(contact) === 'Ready')
    ? ''
    : 'Ticked from the start are contacts whose status is Ready. Tick the others yourself once they can be written to.';
}

/** For the day on which nobody is due. */
function nobodyDue(nextDue: Day | null, waiting: number): string {
  if (nextDue === null && waiting === 0) return '';
  return [
    'Everyone you wrote to has answered or still has time.',
    nextDue === null ? '' : `The next follow-up is due on ${longDay(nextDue)}.`,
    waiting === 0 ? '' : `${countOf(waiting, 'contact')} ${waiting === 1 ? 'is' : 'are'} waiting.`,
  ]
    .filter((text) => text !== '')
    .join(' ');
}

/** Where none can go any more, the panel says it by itself. */
function whyNotAll(mayGo: number, byFirstUse: boolean): string {
  if (byFirstUse) return FIRST_USE_WHY;
  return mayGo === 0 ? '' : `${countOf(mayGo, 'message')} can still go today. The others stay on the list.`;
}

/** The figure of Today and the lists it is made of. */
function summaryOf(mode: SendMode, { ready, otherWay, stopped }: FollowUpsView['counts']): string {
  const all = ready + otherWay + stopped;
  const what =
    mode === 'first'
      ? `${all} first ${all === 1 ? 'message' : 'messages'} to write`
      : `${all} ${all === 1 ? 'contact is' : 'contacts are'} due`;
  const parts = [`${ready} ready`];
  if (otherWay > 0) parts.push(`${otherWay} not by e-mail`);
  if (stopped > 0) parts.push(`${stopped} stopped`);
  if (all === 0) return mode === 'first' ? 'Everyone has had a first message' : 'Nobody is due today';
  return `${what}: ${parts.join(', ')}`;
}

/** "Thu, Nov 12, 2026, 14:05" */
export function momentInWords(day: Day, time: string | null): string {
  return time === null ? longDay(day) : `${longDay(day)}, ${time}`;
}

/** Messages of which nobody knows whether they left. */
export function unsettledItems(
  campaign: Campaign,
  keys: ReadonlyMap<string, string>,
): FollowUpsView['unsettled'] {
  const cut = findCutOff(messageRecords(campaign), campaign.log);
  const neverBegan = new Set(cut.flatMap((one) => (one.result === 'failed' ? [one.messageKey] : [])));
  const inLog = campaign.log.flatMap((entry) => {
    const open = entry.direction === 'ours' && (entry.result === 'unknown' || entry.result === 'sending');
    if (!open || entry.messageKey === '' || neverBegan.has(entry.messageKey)) return [];
    return [
      {
        messageKey: entry.messageKey,
        organization: entry.organization,
        subject: entry.summary,
        to: entry.address,
        when: momentInWords(entry.day, entry.time),
      },
    ];
  });
  // Somebody may have deleted the line, or the log.
  const logged = new Set(campaign.log.map((entry) => entry.messageKey));
  const onRecord = campaign.hidden.rows.flatMap((row) => {
    if (row.kind !== 'message' || logged.has(row.key) || keys.get(row.key) !== 'unknown') return [];
    const contact = campaign.byKey.get(row.data.split(' ')[1] ?? '');
    const day = parseDay(row.when.slice(0, 10));
    return [
      {
        messageKey: row.key,
        organization: contact === undefined ? '' : nameOf(contact),
        subject: '',
        to: contact?.text.email ?? '',
        when: day === null ? row.when : momentInWords(day, row.when.slice(11)),
      },
    ];
  });
  return [...inLog, ...onRecord];
}

/** `byHand`: with the link that opens it in Gmail; it holds the whole text once more, so only where it is needed. */
export function readyItem(key: string, message: PlannedMessage, byHand: boolean): ReadyItem {
  const { contact, state } = message;
  return {
    contact: key,
    row: contact.row,
    organization: nameOf(contact),
    step: message.step,
    tag: { word: state.word, why: state.why },
    to: message.to,
    toName: message.toName,
    cc: message.cc,
    subject: message.subject,
    body: message.body,
    merged: message.merged,
    template: message.template,
    joins: message.threadId !== '' && state.lastTouch !== null ? longDay(state.lastTouch) : '',
    remarks: message.remarks,
    tieText: message.tieText,
    ticked: message.ticked,
    about: message.about === '' ? '' : `About: ${message.about}`,
    attempt: state.attempts + 1,
    recipients: 1 + readEmails(message.cc).addresses.length,
    composeUrl: byHand ? composeUrl(message).url : '',
  };
}

function otherWayItem(key: string, item: ByOtherWay): OtherWayItem {
  return {
    contact: key,
    row: item.contact.row,
    organization: nameOf(item.contact),
    tag: { word: item.state.word, why: item.state.why },
    why: item.why,
    proposal: item.proposal,
    channel: item.channel,
    text: item.text,
  };
}

/** One message as it would read with another template, or sent anyway. */
export function previewMessage(services: Services, request: SendRequest, mode: SendMode): Result<ReadyItem> {
  const opened = openForSend(services, '');
  if (!opened.ok) return opened;
  const { plan } = planFor(opened.value, mode, [request]);
  const [message] = plan.ready;
  if (message) return good(readyItem(request.contact, message, true));
  const [stopped] = plan.stopped;
  return bad({
    code: stopped?.code ?? 'not-due',
    message: stopped?.why ?? 'This contact is not due any more: somebody wrote down a touch or an answer.',
    todo: stopped ? 'Look under Stopped what would change it.' : 'Look at the list again.',
  });
}
