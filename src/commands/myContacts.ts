// "My contacts": the open contacts of whoever looks, and for a captain or lead what their people hold. A list in the
// sidebar, never a filter in the sheet.
import type { Contact } from '../reading/contact';
import { makeMayKnow, mayKnowText, type WhoMayKnow } from '../checks/ties/mayKnow';
import { calendarLink } from '../people/calendarLinks';
import { checkInDays } from '../people/checkIns';
import { deadlineOf, URGENCIES, type Deadline } from '../people/deadlines';
import { holdingsOf, lookedAfterBy, teamOf, type Held } from '../people/holdings';
import { taskOf } from '../people/open';
import { isTouch, TIE_ASKED } from '../touches/logged';
import { entriesByContact, entriesFor } from '../touches/readLog';
import { stateOf } from '../touches/state';
import type { ContactState } from '../touches/step';
import { cellName } from '../values/a1';
import { addDays, laterOf, shortDay, type Day } from '../values/day';
import { bad, good, type Result } from '../values/result';
import { foldName } from '../values/text';
import { contactFinder } from '../workbook/identity';
import type { Volunteer } from '../workbook/volunteer';
import type { Services } from '../google/services';
import { MOST_ITEMS, type Need } from './answers';
import { dueAskIn } from './asks';
import { volunteersOf } from './assignPlan';
import { columnOf, nameOf, openCampaign, type Campaign } from './campaign';
import { calendarsOf } from './meetingMoved';
import type { Figures, MyContact, MyContactsView, TeamMember } from './myAnswers';
import { namesToChoose, whoIs } from './whoIs';

/** A contact in the hands of one volunteer. */
interface Holding {
  readonly held: Held;
  readonly touched: boolean;
  /** Whoever may know them was asked. */
  readonly tieAsked: boolean;
  readonly deadline: Deadline;
  /** The next check-in before the deadline. */
  readonly checkIn: Day | null;
  readonly state: () => ContactState;
}

type HoldingsOf = (volunteer: Volunteer) => readonly Holding[];

/** Sorted: overdue, due within a week, the rest; in each the earliest first. */
function workOut(campaign: Campaign, volunteers: readonly Volunteer[]): HoldingsOf {
  const { settings, today, log, services } = campaign;
  const { locale } = services.book;
  const hasDue = columnOf(campaign.map, 'due') > 0;
  const held = holdingsOf(campaign.byKey, volunteers);
  const byContact = entriesByContact(log);
  return (volunteer) =>
    (held.get(volunteer) ?? [])
      .map((one): Holding => {
        const entries = entriesFor(one.contact, byContact);
        const { nextMeeting } = settings;
        const deadline = deadlineOf(one.contact, nextMeeting, volunteer.awayUntil, today, locale, hasDue);
        const { day } = deadline;
        return {
          held: one,
          touched: entries.some(isTouch),
          tieAsked: entries.some(({ kind }) => foldName(kind) === TIE_ASKED),
          deadline,
          checkIn: (day === null ? undefined : checkInDays(today, day, settings.checkIns)[0]) ?? null,
          state: () => stateOf(one.contact, entries, settings, today, locale),
        };
      })
      .sort(byUrgency);
}

function byUrgency(a: Holding, b: Holding): number {
  const order = URGENCIES.indexOf(a.deadline.urgency) - URGENCIES.indexOf(b.deadline.urgency);
  const [first, second] = [a.deadline.day ?? '~', b.deadline.day ?? '~'];
  return order || (first < second ? -1 : first > second ? 1 : a.held.contact.row - b.held.contact.row);
}

/** `name` '' for whoever looks. */
export function showMyContacts(services: Services, name: string): Result<MyContactsView> {
  const opened = openCampaign(services, ['log', 'settings', 'volunteers', 'asks']);
  if (!opened.ok) return opened;
  const campaign = opened.value;
  const volunteers = volunteersOf(campaign);
  const of = workOut(campaign, volunteers);
  const me =
    name === ''
      ? whoIs(campaign, volunteers)
      : (volunteers.find((volunteer) => volunteer.name === name) ?? null);
  const mine = me === null ? [] : of(me);
  const whoMayKnow = makeMayKnow(volunteers, campaign.contacts);
  const askOf = dueAskIn(campaign);
  return good({
    sheet: campaign.table.name,
    name: me?.name ?? '',
    names: namesToChoose(campaign, volunteers),
    counts: figuresOf(mine),
    items: mine.slice(0, MOST_ITEMS).map((holding) => myContact(campaign, holding, whoMayKnow, askOf)),
    team: me === null ? [] : teamOf(me, volunteers).map((one) => memberOf(campaign, one, of(one))),
    calendars: calendarsOf(campaign),
  });
}

function figuresOf(holdings: readonly Holding[]): Figures {
  const count = (urgency: Deadline['urgency']) =>
    holdings.filter(({ deadline }) => deadline.urgency === urgency).length;
  return { open: holdings.length, due: count('due'), overdue: count('overdue') };
}

function myContact(
  campaign: Campaign,
  holding: Holding,
  whoMayKnow: WhoMayKnow,
  askOf: (contact: Contact) => string,
): MyContact {
  const { settings, today, services } = campaign;
  const { held, deadline, checkIn } = holding;
  const { contact, key } = held;
  const state = holding.state();
  const isCold =
    !holding.touched && !holding.tieAsked && state.next === 'first' && contact.text.knownBy === '';
  const near = isCold ? whoMayKnow(contact.text).filter(({ weight }) => weight === 'ask') : [];
  const task = contact.text.task || taskOf(contact, holding.touched);
  const ask = askOf(contact);
  const organization = nameOf(contact);
  const how = state.lastChannel === null || state.lastChannel === 'unknown' ? '' : `, ${state.lastChannel}`;
  return {
    contact: key,
    row: contact.row,
    organization,
    task: ask === '' ? task : `${task} (${ask})`,
    urgency: deadline.urgency,
    due: checkIn === null ? deadline.text : `${deadline.text}, check-in on ${shortDay(checkIn, today)}`,
    tag: { word: state.word, why: state.why },
    last: state.lastTouch === null ? '' : `${shortDay(state.lastTouch, today)}${how}`,
    knownBy: contact.text.knownBy,
    askFirst: mayKnowText(near),
    calendar:
      deadline.day === null
        ? ''
        : calendarLink({
            title: `${task}: ${organization}`,
            day: deadline.day,
            details: [settings.campaign, services.book.url].filter((text) => text !== '').join('\n'),
            place: '',
          }),
  };
}

function memberOf(campaign: Campaign, { name }: Volunteer, holdings: readonly Holding[]): TeamMember {
  const { today } = campaign;
  const last = holdings.reduce<Day | null>((newest, { state }) => laterOf(newest, state().lastTouch), null);
  const checkIn = nextCheckIn(holdings);
  return {
    name,
    ...figuresOf(holdings),
    last: last === null ? '' : shortDay(last, today),
    checkIn: checkIn === null ? '' : `Check in by ${shortDay(checkIn, today)}`,
  };
}

function nextCheckIn(holdings: readonly Holding[]): Day | null {
  const [first = null] = holdings.flatMap(({ checkIn }) => checkIn ?? []).sort();
  return first;
}

/** Check-ins farther away are no news in Today. */
const AHEAD = 7;

/** Whom a captain or lead should ask how it goes, the earliest first; for nobody else. Needs log, settings, volunteers. */
export function checkInNeeds(campaign: Campaign): Need[] {
  const volunteers = volunteersOf(campaign);
  const me = whoIs(campaign, volunteers);
  const team = me === null ? [] : lookedAfterBy(me, volunteers);
  if (team.length === 0) return [];
  const { today } = campaign;
  const of = workOut(campaign, volunteers);
  const last = addDays(today, AHEAD);
  const asks = team
    .map((volunteer) => ({ name: volunteer.name, holdings: of(volunteer) }))
    .flatMap(({ name, holdings }) => {
      const by = nextCheckIn(holdings);
      return by === null || by > last ? [] : [{ name, by, open: holdings.length }];
    })
    .sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
  if (asks.length === 0) return [];
  const words = asks
    .slice(0, 3)
    .map(({ name, by, open }) => `${name} by ${shortDay(by, today)}: ${open} open`);
  return [
    {
      count: asks.length,
      title: 'Check-ins',
      text: `Check in with ${words.join(', ')}`,
      action: 'See',
      to: { panel: 'mine', mode: 'follow-ups', list: 'team' },
      rows: [],
    },
  ];
}

/** Selects the row in which this contact stands now, wherever people moved it since the list was read. */
export function goToContact(services: Services, key: string): Result<null> {
  const opened = openCampaign(services, []);
  if (!opened.ok) return opened;
  const { contacts, table } = opened.value;
  const contact = contactFinder(contacts)(key);
  if (contact === undefined)
    return bad({
      code: 'contact-gone',
      message: `This contact is not in the tab “${table.name}” any more.`,
      todo: 'Look again: the list may have changed.',
    });
  services.book.select(table.id, cellName(contact.row, 1));
  return good(null);
}
