// An even share of the unassigned contacts: existing owners keep theirs, warm ties first, then who belongs there, then
// categories, a cap per person. Plain data in and out: it can be shown, changed by hand and thrown away.
import { makeMayKnow, type WhoMayKnow } from '../checks/ties/mayKnow';
import type { Contact } from '../reading/contact';
import { shortDay, type Day } from '../values/day';
import { nearest } from '../values/closeness';
import { matchOwner, splitOwners } from '../workbook/owners';
import { keyOf } from '../workbook/readSettings';
import type { Volunteer } from '../workbook/volunteer';
import { isAway, workedOnBy } from './away';
import { isOpen } from './open';

export interface ShareInput {
  /** By key (workbook/identity.ts), in sheet order. */
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly volunteers: readonly Volunteer[];
  /** The deadline; null where no next meeting is set. */
  readonly due: Day | null;
  readonly today: Day;
  /** Most open contacts a person; 0 for an even share. A volunteer's own figure counts before it. */
  readonly cap: number;
  /** What the lead decided by hand: contact key → name of a volunteer, '' for nobody. */
  readonly moves: ReadonlyMap<string, string>;
}

export interface Gift {
  readonly key: string;
  readonly contact: Contact;
  readonly to: string;
  /** "Ana knows someone there" */
  readonly why: string;
}

export interface Load {
  readonly volunteer: Volunteer;
  /** Keys of open contacts that they have: as the responsible owner, and as one of several. */
  readonly has: readonly string[];
  readonly alsoIn: readonly string[];
  readonly gets: readonly string[];
  /** Most they may hold. */
  readonly most: number;
  /** Away beyond the deadline: gets nothing now. */
  readonly away: boolean;
}

export interface Share {
  readonly loads: readonly Load[];
  readonly gifts: readonly Gift[];
  /** What the lead chose by hand to leave with nobody. */
  readonly heldBack: readonly { readonly key: string; readonly contact: Contact }[];
  /** Nobody has room, or nobody is there. */
  readonly left: readonly string[];
  /** Names in owner cells that fit no volunteer, or several. */
  readonly questions: readonly {
    readonly name: string;
    readonly contacts: number;
    readonly choices: readonly string[];
  }[];
  /** How many open contacts have no owner. */
  readonly unassigned: number;
  /** Most that anybody without a figure of their own was allowed. */
  readonly cap: number;
}

interface Hands {
  readonly volunteer: Volunteer;
  readonly has: string[];
  readonly alsoIn: string[];
  readonly gets: string[];
  most: number;
  readonly away: boolean;
}

/** Who has which open contacts before anything is shared out, and which nobody has. */
export interface Standing {
  readonly hands: readonly Hands[];
  /** Keys of open contacts without an owner, in sheet order. */
  readonly free: readonly string[];
  readonly questions: readonly {
    readonly name: string;
    contacts: number;
    readonly choices: readonly string[];
  }[];
  /** Open contacts in all. */
  readonly open: number;
}

type Given = Omit<ShareInput, 'cap' | 'moves'>;

export function standingOf({ contacts, volunteers, due, today }: Given): Standing {
  const until = workedOnBy(null, due, today);
  const hands = volunteers.map((volunteer): Hands => ({
    volunteer,
    has: [],
    alsoIn: [],
    gets: [],
    most: 0,
    away: isAway(volunteer, until),
  }));
  const of = new Map(hands.map((hand) => [hand.volunteer, hand]));
  const questions = new Map<string, { name: string; contacts: number; choices: string[] }>();
  const free: string[] = [];
  let open = 0;
  for (const [key, contact] of contacts) {
    if (!isOpen(contact)) continue;
    open++;
    const names = splitOwners(contact.text.owner);
    if (names.length === 0) free.push(key);
    names.forEach((name, index) => {
      const match = matchOwner(name, volunteers);
      if (match.kind === 'one') of.get(match.volunteer)?.[index === 0 ? 'has' : 'alsoIn'].push(key);
      else {
        const choices =
          match.kind === 'several' ? match.volunteers.map((v) => v.name) : nearestNames(name, volunteers);
        const question = questions.get(keyOf(name)) ?? { name, contacts: 0, choices };
        question.contacts++;
        questions.set(keyOf(name), question);
      }
    });
  }
  return { hands, free, questions: [...questions.values()], open };
}

export function planShare(input: ShareInput): Share {
  const { contacts, due, today } = input;
  const { hands, free, questions, open } = standingOf(input);
  const present = hands.filter((hand) => !hand.away);
  const level = input.cap || evenLevel(open, present.length + questions.length);
  const allow = (most: number) => {
    for (const hand of hands) hand.most = hand.volunteer.most ?? most;
  };
  allow(level);
  /** Who is there before this contact is due. */
  const thereFor = (contact: Contact): readonly Hands[] => {
    if (contact.text.due === '') return present;
    const until = workedOnBy(contact, due, today);
    return hands.filter(({ volunteer }) => !isAway(volunteer, until));
  };

  const gifts = new Map<string, Gift>();
  /** By key, why whom the lead chose by hand does not get it. */
  const refused = new Map<string, string>();
  const give = (key: string, contact: Contact, { volunteer, gets }: Hands, why: string) => {
    gets.push(key);
    const not = refused.get(key);
    gifts.set(key, { key, contact, to: volunteer.name, why: not === undefined ? why : `${not}. ${why}` });
  };
  const heldBack: { key: string; contact: Contact }[] = [];
  const shareOut = (keys: readonly string[], way: Way): string[] =>
    keys.filter((key) => {
      const contact = contacts.get(key);
      const found = contact ? way(contact, thereFor(contact)) : null;
      if (contact && found) give(key, contact, found.hand, found.why);
      return found === null;
    });
  let left: readonly string[] = free.filter((key) => {
    const to = input.moves.get(key);
    const contact = contacts.get(key);
    if (to === undefined || contact === undefined) return true;
    const hand = hands.find((h) => h.volunteer.name === to);
    if (to === '') heldBack.push({ key, contact });
    else if (hand === undefined) return true;
    else if (thereFor(contact).includes(hand)) give(key, contact, hand, 'Chosen by hand');
    else {
      const { name, awayUntil } = hand.volunteer;
      refused.set(key, `${name} is away until ${awayUntil === null ? 'later' : shortDay(awayUntil, today)}`);
      return true;
    }
    return false;
  });
  left = shareOut(left, (contact, there) => withTie(contact, there, input.volunteers));
  const whoMayKnow = makeMayKnow(input.volunteers, [...contacts.values()]);
  left = shareOut(left, (contact, there) => withBody(contact, there, whoMayKnow));
  left = shareOut(left, withCategory);
  // In an even share the rest goes to whoever has least; only a figure that somebody wrote down holds it up.
  if (input.cap === 0) allow(Infinity);
  left = shareOut(left, (_, there) => leastLoaded(there));
  const cap = Math.max(level, ...hands.filter(({ most }) => most === Infinity).map(loadOfReceiver));
  allow(cap);
  return {
    loads: hands,
    gifts: free.flatMap((key) => gifts.get(key) ?? []),
    heldBack,
    left,
    questions: [...questions].sort((a, b) => b.contacts - a.contacts),
    unassigned: free.length,
    cap,
  };
}

type Way = (
  contact: Contact,
  there: readonly Hands[],
) => { readonly hand: Hands; readonly why: string } | null;

/**
 * How many open contacts each would have if all had as many: so many may come by ties and kinds. A name that is still
 * a question counts as a person, so that nobody's share changes with the answer that it is one.
 */
function evenLevel(open: number, people: number): number {
  return Math.max(1, Math.ceil(open / Math.max(1, people)));
}

/** Whom a name that fits nobody may have meant: at most one. */
function nearestNames(name: string, volunteers: readonly Volunteer[]): string[] {
  const near = nearest(
    name,
    volunteers.map((volunteer) => volunteer.name),
  );
  return near === null ? [] : [near];
}

const loadOf = (hand: Hands) => hand.has.length + hand.gets.length;
/** 0 for who gets nothing: what somebody has already is no measure for others. */
const loadOfReceiver = (hand: Hands) => (hand.gets.length > 0 ? loadOf(hand) : 0);
const hasRoom = (hand: Hands) => loadOf(hand) < hand.most;

function lightest(hands: readonly Hands[]): Hands | null {
  let found: Hands | null = null;
  for (const hand of hands)
    if (hasRoom(hand) && (found === null || loadOf(hand) < loadOf(found))) found = hand;
  return found;
}

function withTie(contact: Contact, hands: readonly Hands[], volunteers: readonly Volunteer[]) {
  const known = splitOwners(contact.text.knownBy).flatMap((name) => {
    const match = matchOwner(name, volunteers);
    return match.kind === 'one' ? [match.volunteer] : [];
  });
  const hand = lightest(hands.filter((h) => known.includes(h.volunteer)));
  return hand ? { hand, why: `${hand.volunteer.name} knows someone there` } : null;
}

/** Who belongs to the organization itself. */
function withBody(contact: Contact, hands: readonly Hands[], whoMayKnow: WhoMayKnow) {
  const found = whoMayKnow(contact.text).filter(({ by }) => by === 'organization');
  const hand = lightest(hands.filter((h) => found.some(({ volunteer }) => volunteer === h.volunteer)));
  const what = found.find(({ volunteer }) => volunteer === hand?.volunteer)?.what;
  return hand && what !== undefined ? { hand, why: `${hand.volunteer.name} belongs to ${what}` } : null;
}

function withCategory(contact: Contact, hands: readonly Hands[]) {
  const category = keyOf(contact.text.category);
  if (category === '') return null;
  const hand = lightest(hands.filter((h) => h.volunteer.categories.includes(category)));
  return hand ? { hand, why: `${hand.volunteer.name} takes ${contact.text.category}` } : null;
}

function leastLoaded(hands: readonly Hands[]) {
  const hand = lightest(hands);
  return hand ? { hand, why: `${hand.volunteer.name} has room: ${loadOf(hand)} open so far` } : null;
}
