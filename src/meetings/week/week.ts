// A lead's week: what changed since the last meeting, what is due, what is missing, worked out from what stands in the
// tabs (docs/week.md says what counts).
import type { Contact } from '../../reading/contact';
import { CATEGORIES, type Category } from '../../texts/categories';
import type { Ask } from '../../touches/asks/ask';
import { isDue } from '../../touches/dueList';
import type { LogEntry } from '../../touches/log';
import { bowedOutBy, countedLines, deedOf, type CountedLine } from '../../touches/logged';
import { endorsementAsk } from '../../touches/asks/readAsks';
import { entriesByContact, entriesFor } from '../../touches/readLog';
import { dayInCell } from '../../touches/rowFacts';
import { stateOf } from '../../touches/state';
import { statusOf } from '../../touches/status';
import type { ContactState } from '../../touches/step';
import { deadlineOf, type Deadline } from '../../people/deadlines';
import { wouldHelp } from '../../people/help';
import { isAway } from '../../people/away';
import { holdingsOf } from '../../people/holdings';
import { isOpen } from '../../people/open';
import { addDays, laterOf, type Day } from '../../values/day';
import { matchOwner, splitOwners } from '../../workbook/owners';
import type { Settings } from '../../workbook/settings';
import type { Volunteer } from '../../workbook/volunteer';
import { readCategory } from '../coverage';

/** Days ahead that are "within a week". */
export const WEEK_DAYS = 7;

export interface EndorsedContact {
  readonly contact: Contact;
  readonly day: Day;
  /** null where nobody asked yet. */
  readonly mayBeNamed: boolean | null;
}

export interface WeekInput {
  readonly today: Day;
  /** The sheet's, "en_US". */
  readonly locale: string;
  readonly settings: Settings;
  /** By key, in the order of the sheet. */
  readonly contacts: ReadonlyMap<string, Contact>;
  /** The log with what only the tab Asks knows: lines of row 0. */
  readonly log: readonly LogEntry[];
  /** Those of each contact, oldest first; `due`: one of them waits for a follow-up. */
  readonly asksOf: (contact: Contact) => readonly { readonly ask: Ask; readonly due: boolean }[];
  /** Confirmed endorsements, in the order of the sheet. */
  readonly endorsed: readonly EndorsedContact[];
  /** Endorsements that nobody wrote down who and when. */
  readonly unconfirmed: readonly Contact[];
  /** Status checks that are due, in any order. */
  readonly checks: readonly { readonly contact: Contact; readonly text: string }[];
  readonly volunteers: readonly Volunteer[];
  /** Days of shortlists. */
  readonly meetings: readonly Day[];
  /** Contacts that the add-on added, by Outreach ID, with the day. */
  readonly added: ReadonlyMap<string, Day>;
  /** The contacts have a column for a due date. */
  readonly hasDue: boolean;
  /** Tasks of plans that are not done and due within a week. */
  readonly plan: number;
}

/** Somebody who holds far more than others. */
export interface Loaded {
  readonly volunteer: Volunteer;
  readonly open: number;
  /** Open contacts that anybody holds. */
  readonly of: number;
}

export interface Week {
  readonly since: Day;
  readonly changed: {
    readonly added: number;
    readonly firstTouches: number;
    readonly touches: number;
    /** Contacts whose newest touch stands in their row alone. */
    readonly typed: number;
    readonly answers: number;
    readonly endorsed: readonly EndorsedContact[];
    readonly declined: readonly Contact[];
    readonly bowedOut: readonly Contact[];
    readonly asked: number;
    readonly askAnswers: Readonly<Record<'yes' | 'no' | 'maybe' | 'later', number>>;
    readonly deeds: number;
  };
  readonly due: {
    /** Longest without a touch first, as all lists of contacts with a state. */
    readonly followUps: readonly Judged[];
    readonly quiet: readonly Judged[];
    /** Most first. */
    readonly overdue: readonly { readonly owner: string; readonly count: number; readonly since: Day }[];
    readonly dueSoon: number;
    readonly asks: number;
    /** Longest without a word first. */
    readonly checks: WeekInput['checks'];
    /** Earliest first. */
    readonly checkIns: readonly Volunteer[];
    readonly plan: number;
    readonly theirMeetings: number;
  };
  readonly missing: {
    readonly categories: readonly Category[];
    readonly noOwner: number;
    readonly noWay: number;
    readonly mayBeNamed: readonly EndorsedContact[];
    readonly unconfirmed: readonly Contact[];
    readonly idle: readonly Volunteer[];
  };
  /** What proposals look at beside these. */
  readonly about: {
    readonly contacts: number;
    /** Open contacts that are due, or have an ask that is, and whose meeting is ahead; the next meeting first. */
    readonly meetSoon: readonly (Judged & { readonly meeting: Day })[];
    readonly loaded: Loaded | null;
    readonly toBegin: readonly Contact[];
  };
}

export interface Judged {
  readonly contact: Contact;
  readonly state: ContactState;
}

/** The newest meeting before today, else a week ago. */
export function sinceOf({ today, settings, meetings }: WeekInput): Day {
  const past = [...meetings, settings.nextMeeting].filter((day) => day !== null && day < today);
  return past.reduce(laterOf, null) ?? addDays(today, -WEEK_DAYS);
}

export function weekOf(input: WeekInput): Week {
  const { today, locale, settings, log, endorsed } = input;
  const since = sinceOf(input);
  const contacts = [...input.contacts.values()];
  const isNew = (day: Day | null): day is Day => day !== null && day >= since && day <= today;
  const lines = countedLines(log.filter(({ row }) => row > 0));
  const fresh = lines.filter(({ entry }) => isNew(entry.day));
  const byContact = entriesByContact(log);
  const linesOf = linesByContact(lines);
  const judged = contacts.map((contact): Judged => {
    const state = stateOf(contact, entriesFor(contact, byContact), settings, today, locale);
    return { contact, state };
  });
  const bowedOut = contacts.filter((contact) =>
    isNew(bowedOutBy(entriesFor(contact, byContact))?.day ?? null),
  );
  const asks = contacts.map((contact) => ({ contact, asks: input.asksOf(contact) }));
  const all = asks.flatMap((one) => one.asks);
  const answered = (as: Ask['answer']) =>
    all.filter(({ ask }) => ask.answer === as && isNew(ask.answeredOn)).length;
  return {
    since,
    changed: {
      added: contacts.filter(({ outreachId }) => isNew(input.added.get(outreachId) ?? null)).length,
      firstTouches: contacts.filter((one) => isNew(firstTouch(one, linesOf(one), today))).length,
      touches: fresh.filter(({ ours }) => ours).length,
      typed: contacts.filter(
        (one) =>
          isNew(rowTouches(one, today).pop() ?? null) &&
          !linesOf(one).some(({ ours, entry }) => ours && isNew(entry.day)),
      ).length,
      answers: fresh.filter(({ answer }) => answer !== null).length,
      endorsed: endorsed.filter(({ day }) => isNew(day)),
      declined: asks.flatMap((one) => {
        const { contact } = one;
        const said = endorsementAsk(one.asks.map(({ ask }) => ask));
        const isNo = said?.answer === 'no' && isNew(said.answeredOn);
        const toldUs = linesOf(contact).some(({ answer, entry }) => answer !== null && isNew(entry.day));
        const hasDeclined = isNo || (statusOf(contact) === 'Declined' && toldUs);
        return hasDeclined && !bowedOut.includes(contact) ? [contact] : [];
      }),
      bowedOut,
      asked: all.filter(({ ask }) => isNew(ask.askedOn)).length,
      askAnswers: {
        yes: answered('yes'),
        no: answered('no'),
        maybe: answered('maybe'),
        later: answered('later'),
      },
      deeds: fresh.filter(({ entry }) => deedOf(entry) !== null).length,
    },
    due: dueOf(input, judged, all.filter(({ due }) => due).length),
    missing: missingOf(input, contacts),
    about: {
      contacts: contacts.length,
      meetSoon: meetSoon(input, judged),
      loaded: loadedOf(input),
      toBegin: judged.flatMap(({ contact, state }) => (state.next === 'first' ? [contact] : [])),
    },
  };
}

/** The same lookup as for entries: by Outreach ID, else by name. */
function linesByContact(lines: readonly CountedLine[]): (contact: Contact) => readonly CountedLine[] {
  const known = new Map(lines.map((line) => [line.entry, line]));
  const byContact = entriesByContact(lines.map(({ entry }) => entry));
  return (contact) => entriesFor(contact, byContact).flatMap((entry) => known.get(entry) ?? []);
}

/** The days of the row up to today, the earlier first. */
const rowTouches = ({ cells }: Contact, today: Day): Day[] =>
  [cells.firstContacted, cells.lastContacted]
    .flatMap((cell) => dayInCell(cell) ?? [])
    .filter((day) => day <= today)
    .sort();

function firstTouch(contact: Contact, lines: readonly CountedLine[], today: Day): Day | null {
  const days = lines.flatMap(({ ours, entry }) => (ours && entry.day <= today ? [entry.day] : []));
  return [...days, ...rowTouches(contact, today)].sort()[0] ?? null;
}

const longestFirst = (a: Judged, b: Judged): number =>
  (b.state.days ?? 0) - (a.state.days ?? 0) || a.contact.row - b.contact.row;

function dueOf(input: WeekInput, judged: readonly Judged[], asks: number): Week['due'] {
  const { today, locale, settings, volunteers, hasDue } = input;
  const inAWeek = addDays(today, WEEK_DAYS);
  const held = judged.flatMap(({ contact }) => {
    const [owner] = splitOwners(contact.text.owner);
    if (owner === undefined || !isOpen(contact)) return [];
    const deadline = deadlineOf(contact, settings.nextMeeting, null, today, locale, hasDue);
    return [{ owner, deadline }];
  });
  const stateIn = new Map(judged.map(({ contact, state }) => [contact, state]));
  // Of whom nothing is on record comes first.
  const silence = (contact: Contact) => stateIn.get(contact)?.days ?? Number.MAX_SAFE_INTEGER;
  const checkIns = volunteers.flatMap((volunteer) => {
    const { nextCheckIn, awayUntil } = volunteer;
    const day = nextCheckIn && laterOf(nextCheckIn, awayUntil);
    return day !== null && day <= inAWeek ? [{ volunteer, day }] : [];
  });
  return {
    followUps: judged.filter(({ state }) => isDue(state.word)).sort(longestFirst),
    quiet: judged.filter(({ state }) => state.word === 'Gone quiet').sort(longestFirst),
    overdue: overdueBy(held, volunteers),
    dueSoon: held.filter(({ deadline }) => deadline.urgency === 'due').length,
    asks,
    checks: [...input.checks].sort(
      (a, b) => silence(b.contact) - silence(a.contact) || a.contact.row - b.contact.row,
    ),
    checkIns: checkIns
      .sort((a, b) => compare(a.day, b.day) || compare(a.volunteer.name, b.volunteer.name))
      .map(({ volunteer }) => volunteer),
    plan: input.plan,
    theirMeetings: judged.filter(({ contact }) => {
      const day = dayInCell(contact.cells.theirNextMeeting);
      return day !== null && day >= today && day <= inAWeek && isOpen(contact);
    }).length,
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By the first owner, under the name of the volunteer where it is one. */
function overdueBy(
  held: readonly { readonly owner: string; readonly deadline: Deadline }[],
  volunteers: readonly Volunteer[],
): Week['due']['overdue'] {
  const found = new Map<string, { count: number; since: Day }>();
  for (const { owner, deadline } of held) {
    if (deadline.urgency !== 'overdue' || deadline.day === null) continue;
    const match = matchOwner(owner, volunteers);
    const name = match.kind === 'one' ? match.volunteer.name : owner;
    const before = found.get(name);
    const { day } = deadline;
    found.set(name, {
      count: (before?.count ?? 0) + 1,
      since: before !== undefined && before.since < day ? before.since : day,
    });
  }
  return [...found]
    .map(([owner, one]) => ({ owner, ...one }))
    .sort((a, b) => b.count - a.count || compare(a.owner, b.owner));
}

function missingOf(input: WeekInput, contacts: readonly Contact[]): Week['missing'] {
  const have = new Set(
    contacts.map(({ text }) => readCategory({ organization: text.organization, category: text.category })),
  );
  const open = contacts.filter(isOpen);
  const held = holdingsOf(input.contacts, input.volunteers);
  return {
    categories: CATEGORIES.map(({ name }) => name).filter((name) => !have.has(name)),
    noOwner: open.filter(({ text }) => splitOwners(text.owner).length === 0).length,
    noWay: open.filter(({ text }) => text.email + text.phone + text.otherChannel === '').length,
    mayBeNamed: input.endorsed.filter(({ mayBeNamed }) => mayBeNamed === null),
    unconfirmed: input.unconfirmed,
    idle:
      open.length === 0
        ? []
        : input.volunteers.filter(
            (one) => one.row > 0 && !isAway(one, input.today) && (held.get(one)?.length ?? 0) === 0,
          ),
  };
}

/** Days ahead in which a meeting of theirs is worth a word before. */
const SOON = 21;

function meetSoon(input: WeekInput, judged: readonly Judged[]): Week['about']['meetSoon'] {
  const last = addDays(input.today, SOON);
  return judged
    .flatMap((one) => {
      const meeting = dayInCell(one.contact.cells.theirNextMeeting);
      if (meeting === null || meeting <= input.today || meeting > last || !isOpen(one.contact)) return [];
      const isPressing = isDue(one.state.word) || input.asksOf(one.contact).some(({ due }) => due);
      return isPressing ? [{ ...one, meeting }] : [];
    })
    .sort((a, b) => compare(a.meeting, b.meeting) || longestFirst(a, b));
}

function loadedOf({ contacts, volunteers, today }: WeekInput): Loaded | null {
  const held = holdingsOf(contacts, volunteers);
  const counts = volunteers.map((one) => held.get(one)?.length ?? 0);
  const help = wouldHelp(
    volunteers.map((one, index) => ({ open: counts[index] ?? 0, away: isAway(one, today) })),
  );
  const of = new Set([...held.values()].flatMap((list) => list.map(({ key }) => key))).size;
  const loaded = volunteers.flatMap((volunteer, index) =>
    help[index] == null ? [] : [{ volunteer, open: counts[index] ?? 0, of }],
  );
  return loaded.sort((a, b) => b.open - a.open)[0] ?? null;
}
