// Endorsements: one fact a contact, the newest answer to the ask for it, beside what the row of the contact says.
import type { Contact } from '../reading/contact';
import { ENDORSEMENT } from '../texts/askKinds';
import type { Ask } from '../touches/asks/ask';
import {
  asksByContact,
  asksFor,
  endorsementAsk,
  saysEndorsed,
  saysNotEndorsed,
} from '../touches/asks/readAsks';
import { statusOf } from '../touches/status';
import { shortDay, type Day } from '../values/day';

export interface Endorsement {
  readonly contact: Contact;
  /** null where only the row of the contact says it. */
  readonly ask: Ask | null;
  readonly day: Day | null;
  readonly who: string;
  /** null where nobody asked yet. */
  readonly mayBeNamed: boolean | null;
  /** What is missing until it counts. */
  readonly lacks: readonly ('who' | 'day')[];
}

/** Each contact is in one list at most, in the order of the contacts. */
export interface Endorsements {
  /** Answered yes, with a day up to today and who decided: only these count. */
  readonly confirmed: readonly Endorsement[];
  /** Said somewhere, and nobody wrote down who or when. */
  readonly claimed: readonly Endorsement[];
  /** The row says yes and the newest answer does not, or the other way round. */
  readonly differs: readonly Endorsement[];
  /** They said yes to one ask and no to a later one. */
  readonly withdrawn: readonly Endorsement[];
  /** Endorsed, then bowed out: neither counted nor named. */
  readonly bowedOut: readonly Endorsement[];
}

type Fact = keyof Endorsements;

export function endorsements(contacts: readonly Contact[], asks: readonly Ask[], today: Day): Endorsements {
  const found: Record<Fact, Endorsement[]> = {
    confirmed: [],
    claimed: [],
    differs: [],
    withdrawn: [],
    bowedOut: [],
  };
  const byContact = asksByContact(asks.filter(({ kind }) => kind === ENDORSEMENT));
  for (const contact of contacts) {
    const own = asksFor(contact, byContact);
    const fact = factOf(contact, own, today);
    if (fact !== null) found[fact.is].push(fact.endorsement);
  }
  return found;
}

function factOf(
  contact: Contact,
  own: readonly Ask[],
  today: Day,
): { readonly is: Fact; readonly endorsement: Endorsement } | null {
  const ask = endorsementAsk(own);
  const says = saysEndorsed(contact);
  const isYes = ask?.answer === 'yes';
  const isNo = ask?.answer === 'no' || ask?.answer === 'dropped';
  const day = isYes && ask.answeredOn !== null && ask.answeredOn <= today ? ask.answeredOn : null;
  const who = isYes ? ask.whoDecided : '';
  const endorsement: Endorsement = {
    contact,
    ask: isYes || isNo ? ask : null,
    day,
    who,
    mayBeNamed: isYes ? ask.mayBeNamed : null,
    lacks: [...(who === '' ? ['who' as const] : []), ...(day === null ? ['day' as const] : [])],
  };
  const hasLeft = statusOf(contact) === 'Bowed out';
  if (isYes || (says && !isNo)) {
    if (hasLeft) return { is: 'bowedOut', endorsement };
    if (isYes && saysNotEndorsed(contact)) return { is: 'differs', endorsement };
    return { is: isYes && endorsement.lacks.length === 0 ? 'confirmed' : 'claimed', endorsement };
  }
  if (!isNo) return null;
  if (says) return { is: 'differs', endorsement };
  return own.some((one) => one.answer === 'yes') ? { is: 'withdrawn', endorsement } : null;
}

/** "Endorsed on Nov 12, may be named"; '' where there is nothing to say. */
export function endorsementLine(contact: Contact, all: Endorsements, today: Day): string {
  for (const is of ['confirmed', 'claimed', 'differs', 'withdrawn', 'bowedOut'] as const) {
    const one = all[is].find((other) => other.contact === contact);
    if (one !== undefined) return lineOf(one, is, today);
  }
  return '';
}

const LACKS = { who: 'who said so', day: 'when' } as const;

function lineOf({ ask, day, mayBeNamed, lacks }: Endorsement, is: Fact, today: Day): string {
  const on = day === null ? '' : ` on ${shortDay(day, today)}`;
  switch (is) {
    case 'confirmed':
      return `Endorsed${on}, ${mayBeNamed === null ? 'nobody asked yet whether they may be named' : mayBeNamed ? 'may be named' : 'not to be named'}`;
    case 'claimed':
      return `Claimed: nobody wrote down ${lacks.map((lack) => LACKS[lack]).join(' and ')}`;
    case 'differs':
      return `The row says ${ask?.answer === 'yes' ? 'no' : 'endorsed'}, the ask says ${ask?.answer ?? 'no'}`;
    case 'withdrawn':
      return 'Endorsed once, and then said no';
    case 'bowedOut':
      return `Endorsed${on}, then bowed out: not counted and not named`;
  }
}
