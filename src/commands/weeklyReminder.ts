// The weekly reminder itself: started each morning by Google's timer for whoever switched it on, with nobody looking.
// One run has a week; each recipient is marked in the notes of the file before their message leaves (design rule 3), so
// what was cut off, or could not begin, is made up for on the next morning, and nobody gets two.
import { buildMime } from '../mail/mime';
import { quotaLeft } from '../mail/quota';
import { textToHtml } from '../mail/renderTemplate';
import { deadlineOf } from '../people/deadlines';
import { holdingsOf } from '../people/holdings';
import { isOpen, taskOf } from '../people/open';
import { leadReminder, reminderItem, volunteerReminder } from '../people/reminder';
import type { ReminderItem, ReminderText } from '../people/reminder';
import { readWeek, takeWeek, type ReminderMark, type ReminderWeek } from '../people/reminderWeek';
import type { Contact } from '../reading/contact';
import type { Field } from '../reading/fields';
import { isTouch } from '../touches/logged';
import { entriesByContact, entriesFor } from '../touches/readLog';
import { stateOf } from '../touches/state';
import { mondayOf, type Day } from '../values/day';
import { bad, good, type Problem, type Result } from '../values/result';
import { foldName } from '../values/text';
import type { Delivery, Services } from '../google/services';
import { dueAskIn } from './asks';
import { columnOf, nameOf, noTable, openCampaign, relyOn, type Campaign } from './campaign';
import { erasedAddresses } from './followUps';
import { openHiddenTab } from './hiddenTab';
import { addressOf, digestOf, resultOf, switchesIn, WEEK, type ReminderSwitch } from './reminder';
import type { ReminderRun } from './reminderAnswers';
import { noMailPermission } from './send';
import { countReminders, logFor, remindersOf } from './sender';

/** How long it waits for a send that is under way, in milliseconds; two thirds of a run are left for the messages. */
export const WAIT_FOR_SEND = 120_000;

/** Messages of one run: with the pause about three minutes. */
const MOST = 120;

/** Between two messages, in milliseconds, as in a send. */
const PAUSE = 1000;

/** What the lists are worked out from. */
const FIELDS: readonly Field[] = [
  'organization',
  'owner',
  'due',
  'status',
  'firstContacted',
  'lastContacted',
];

/** Needs the lock. Shows nothing and asks nothing. */
export function weeklyReminder(services: Services): Result<ReminderRun> {
  const none = (why: string): Result<ReminderRun> => good({ sent: 0, why });
  const account = services.knownAccountId();
  const notes = services.notes.all();
  const own = switchesIn(notes).find((one) => one.account === account);
  if (own === undefined) return none('It is not switched on for this account.');
  if (!services.permissions().send) return none(noMailPermission().message);
  const monday = mondayOf(services.now().day);
  // A week that began before it was switched on is left out.
  if (own.since >= monday) return none('The first messages go out on the next Monday.');
  const before = readWeek(notes[WEEK]);
  const week = takeWeek(before, monday, account);
  if (week === null) return none('The messages of this week have gone out.');
  const opened = openAll(services);
  if (!opened.ok) return opened;
  return good(sendAll(services, opened.value, own, week, before));
}

interface Opened {
  readonly first: Campaign;
  readonly campaigns: readonly Campaign[];
  /** Why a tab is left out, a sentence each. */
  readonly leftOut: readonly string[];
}

/** Every tab that somebody started with; where nobody did, the one that looks like contacts. */
function openAll(services: Services): Result<Opened> {
  const started = new Set(
    openHiddenTab(services).rows.flatMap(({ kind, key }) => (kind === 'contacts' ? [Number(key)] : [])),
  );
  const names = services.book.tabs().flatMap(({ id, name }) => (started.has(id) ? [name] : []));
  const problems: Problem[] = [];
  const campaigns: Campaign[] = [];
  for (const name of names.length === 0 ? [''] : names) {
    const opened = openCampaign(services, ['log', 'settings', 'volunteers', 'asks'], name);
    if (opened.ok) campaigns.push(opened.value);
    else problems.push(opened.problem);
  }
  const [first] = campaigns;
  return first === undefined
    ? bad(problems[0] ?? noTable(''))
    : good({ first, campaigns, leftOut: problems.map(({ message }) => message) });
}

interface Work {
  /** Of everybody. */
  readonly items: readonly ReminderItem[];
  readonly quiet: number;
  /** By the name of the volunteer, folded. */
  readonly held: ReadonlyMap<string, readonly ReminderItem[]>;
}

function workOf(campaign: Campaign): Work {
  const { settings, today, log, services, byKey, volunteers, table } = campaign;
  const { locale, url } = services.book;
  const hasDue = columnOf(campaign.map, 'due') > 0;
  const byContact = entriesByContact(log);
  const open = [...byKey.values()].filter(isOpen);
  const askOf = dueAskIn(campaign);
  const known = new Map(
    open.map((contact) => {
      const entries = entriesFor(contact, byContact);
      const state = stateOf(contact, entries, settings, today, locale);
      return [contact, { state, task: taskOf(contact, entries.some(isTouch)) }];
    }),
  );
  const item = (contact: Contact, awayUntil: Day | null): ReminderItem | null => {
    const more = known.get(contact);
    if (more === undefined) return null;
    const isHeld = contact.text.owner !== '';
    const about = {
      ...more,
      contact,
      organization: nameOf(contact),
      deadline: isHeld ? deadlineOf(contact, settings.nextMeeting, awayUntil, today, locale, hasDue) : null,
      link: `${url}#gid=${table.id}&range=A${contact.row}`,
      ask: askOf(contact),
    };
    return reminderItem(about, today);
  };
  const held = [...holdingsOf(byKey, volunteers)].map(([volunteer, own]): [string, ReminderItem[]] => [
    foldName(volunteer.name),
    volunteer.reminder ? own.flatMap(({ contact }) => item(contact, volunteer.awayUntil) ?? []) : [],
  ]);
  return {
    items: open.flatMap((contact) => item(contact, null) ?? []),
    quiet: [...known.values()].filter(({ state }) => state.word === 'Gone quiet').length,
    held: new Map(held),
  };
}

interface Recipient {
  readonly address: string;
  readonly name: string;
  readonly digest: string;
  readonly isLead: boolean;
  readonly text: ReminderText;
}

/** In this order: the lead, then the volunteers who want theirs and have something to do. Each address once. */
function recipientsOf(
  { first, campaigns, leftOut }: Opened,
  own: ReminderSwitch,
  week: ReminderWeek,
  before: ReminderWeek | null,
): Recipient[] {
  const { services, volunteers, settings, today } = first;
  const isErased = erasedAddresses(first);
  const asked = campaigns.flatMap((one) => (relyOn(one, FIELDS) === null ? [] : [one.table.name]));
  const works = campaigns.filter((one) => !asked.includes(one.table.name)).map(workOf);
  const sheet = { campaign: settings.campaign, url: services.book.url };
  const remarks = [
    ...(before !== null && before.week < week.week && hadTrouble(before)
      ? [`The reminder before: ${resultOf(services, before, volunteers)}`]
      : []),
    ...leftOut,
    ...asked.map(
      (name) => `The tab “${name}” is left out: open Outreach, Setup, and answer what it asks about columns.`,
    ),
  ];
  const items = works.flatMap((work) => work.items);
  const quiet = works.reduce((sum, work) => sum + work.quiet, 0);
  const found = new Map<string, Recipient>();
  const add = (address: string, name: string, isLead: boolean, text: ReminderText | null): void => {
    if (text === null || address === '' || isErased(address)) return;
    const digest = digestOf(services, address);
    if (found.has(digest) || week.marks[digest] !== undefined) return;
    found.set(digest, { address, name, digest, isLead, text });
  };
  if (week.lead === '') add(own.address, '', true, leadReminder(items, quiet, remarks, sheet));
  for (const volunteer of volunteers) {
    const isAway = volunteer.awayUntil !== null && volunteer.awayUntil > today;
    if (!volunteer.reminder || isAway) continue;
    const held = works.flatMap((work) => work.held.get(foldName(volunteer.name)) ?? []);
    add(addressOf(volunteer), volunteer.name, false, volunteerReminder(volunteer.name, held, sheet));
  }
  return [...found.values()];
}

const hadTrouble = ({ marks, done }: ReminderWeek): boolean =>
  !done || Object.values(marks).some((mark) => mark !== 'sent');

function sendAll(
  services: Services,
  opened: Opened,
  own: ReminderSwitch,
  taken: ReminderWeek,
  before: ReminderWeek | null,
): ReminderRun {
  const { first } = opened;
  const recipients = recipientsOf(opened, own, taken, before);
  const account = own.address.toLowerCase();
  const log = logFor(first, { account, address: own.address, name: '' });
  const now = services.now();
  const earlier = remindersOf(first);
  const { left } = quotaLeft(log, account, now, first.settings.dailyLimit, earlier);
  const going = recipients.slice(0, Math.min(MOST, left));
  let week = taken;
  let sent = 0;
  let why = recipients.length > going.length ? 'The daily limit left no room for everybody.' : '';
  const keep = (next: ReminderWeek): void => {
    services.notes.put(WEEK, JSON.stringify(next));
    week = next;
  };
  if (going.length > 0)
    countReminders(first, own.account, going.length + quotaLeft([], account, now, 0, earlier).used);
  for (const [index, recipient] of going.entries()) {
    if (index > 0) services.pause(PAUSE);
    const unmarked = week;
    keep(withMark(week, recipient, 'sending'));
    const delivery = deliver(services, recipient);
    if (delivery.kind === 'refused' && (delivery.quota || delivery.permission)) {
      week = unmarked;
      why = delivery.quota ? 'Gmail takes no more messages for now.' : noMailPermission().message;
      break;
    }
    if (delivery.kind === 'sent') sent++;
    week = withMark(week, recipient, delivery.kind === 'refused' ? 'failed' : delivery.kind);
  }
  keep({ ...week, done: why === '' });
  return { sent, why };
}

function withMark(week: ReminderWeek, { digest, isLead }: Recipient, mark: ReminderMark): ReminderWeek {
  return { ...week, lead: isLead ? digest : week.lead, marks: { ...week.marks, [digest]: mark } };
}

/** No key: it is no touch, so neither the log nor the look for answers knows it. */
function deliver(services: Services, { address, name, text }: Recipient): Delivery {
  const raw = buildMime({
    from: null,
    to: { name, address },
    cc: [],
    replyTo: null,
    subject: text.subject,
    text: text.body,
    html: textToHtml(text.body),
    key: '',
    references: [],
  });
  return raw.ok
    ? services.mail.send(raw.value, '')
    : { kind: 'refused', quota: false, permission: false, why: raw.problem.message };
}
