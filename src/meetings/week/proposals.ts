// Up to three proposals for the next meeting, the most pressing first, each with its reason in words and figures.
import type { Contact } from '../../reading/contact';
import type { Panel } from '../../texts/menu';
import { calledIn } from '../../touches/asks/who';
import { daysText } from '../../touches/state';
import { countOf } from '../../values/count';
import { longDay, shortDay, type Day } from '../../values/day';
import { cleanText } from '../../values/text';
import type { Week } from './week';

export type ProposalKind =
  | 'their-meeting'
  | 'hand-over'
  | 'category'
  | 'overdue'
  | 'confirm'
  | 'name'
  | 'follow-up'
  | 'share'
  | 'check'
  | 'quiet'
  | 'first';

export interface WeekProposal {
  readonly kind: ProposalKind;
  /** Name of the contact, the volunteer or the category; '' for none. */
  readonly about: string;
  readonly contact: Contact | null;
  /** "Ask First Church again: 14 days without an answer, and their meeting is on Nov 20." */
  readonly reason: string;
  /** Where it is done. */
  readonly panel: Panel;
}

export const MOST_PROPOSALS = 3;
/** From here on tasks that are overdue, or contacts that nobody has, are worth a word. */
const SOME = 3;

/** A name on one line. */
export const nameIn = (contact: Contact): string =>
  cleanText(calledIn(contact)).replace(/\n+/g, ' ') || `Row ${contact.row}`;

/** The first three that apply, one of a kind and one of a contact. */
export function proposalsOf(week: Week, nextMeeting: Day | null, today: Day): WeekProposal[] {
  const { due, missing, about } = week;
  const found: WeekProposal[] = [];
  const isFree = (contact: Contact) => found.every((one) => one.contact !== contact);
  const of = (
    kind: ProposalKind,
    panel: Panel,
    contact: Contact | undefined,
    reason: (name: string) => string,
  ) => {
    if (contact === undefined) return;
    const name = nameIn(contact);
    found.push({ kind, panel, contact, about: name, reason: reason(name) });
  };
  const word = (kind: ProposalKind, panel: Panel, about: string, reason: string) => {
    found.push({ kind, panel, about, contact: null, reason });
  };
  const on = (day: Day) => shortDay(day, today);

  const [next] = about.meetSoon;
  of('their-meeting', 'contact', next?.contact, (name) => {
    const days = next?.state.days ?? null;
    const silent = days === null ? '' : `${daysText(days)} without an answer, and `;
    return `Ask ${name} again: ${silent}their meeting is on ${on(next?.meeting ?? today)}.`;
  });
  const { loaded } = about;
  if (loaded !== null) {
    const { name } = loaded.volunteer;
    const held = `${loaded.open} of ${countOf(loaded.of, 'open assignment')}`;
    word('hand-over', 'mine', name, `${name} holds ${held}: hand some over.`);
  }
  const [category] = missing.categories;
  if (category !== undefined && about.contacts > 0) {
    const when =
      nextMeeting !== null && nextMeeting >= today
        ? `for ${longDay(nextMeeting).replace(/, \d+$/, '')}`
        : 'of the next meeting';
    word(
      'category',
      'meeting',
      category,
      `Nobody of the kind “${category}” yet: put it on the agenda ${when}.`,
    );
  }
  const [late] = due.overdue;
  if (late !== undefined && late.count >= SOME)
    word(
      'overdue',
      'mine',
      late.owner,
      `Talk with ${late.owner}: ${late.count} tasks are overdue, the longest since ${on(late.since)}.`,
    );
  of(
    'confirm',
    'asks',
    missing.unconfirmed.find(isFree),
    (name) => `Find out at ${name} who said yes and when: until then the endorsement does not count.`,
  );
  const unnamed = [...missing.mayBeNamed].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))[0];
  of(
    'name',
    'asks',
    unnamed?.contact,
    (name) => `Ask ${name} whether they may be named: they endorsed on ${on(unnamed?.day ?? today)}.`,
  );
  const stale = due.followUps.find(({ contact }) => isFree(contact));
  of('follow-up', 'follow-ups', stale?.contact, (name) => {
    const days = daysText(stale?.state.days ?? 0);
    return stale?.state.word === 'Call them'
      ? `Call ${name}: ${days} without an answer.`
      : `Ask ${name} again: ${days} without an answer.`;
  });
  if (missing.noOwner >= SOME)
    word('share', 'assign', '', `Share out ${countOf(missing.noOwner, 'contact')} that nobody has.`);
  const check = due.checks.find(({ contact }) => isFree(contact));
  of('check', 'partners', check?.contact, (name) => {
    const text = check?.text.replace(/^Check in: /, '') ?? '';
    return `Ask ${name} how it goes: ${text}.`;
  });
  const quiet = due.quiet.find(({ contact }) => isFree(contact));
  of(
    'quiet',
    'contact',
    quiet?.contact,
    (name) => `Call ${name}, or ask whoever knows them: nothing for ${daysText(quiet?.state.days ?? 0)}.`,
  );
  const begin = about.toBegin.length;
  of(
    'first',
    'follow-ups',
    about.toBegin[0],
    (name) =>
      `Write to ${name} first: ${begin === 1 ? 'they have' : `${begin} groups have`} not heard from you yet.`,
  );
  return found.slice(0, MOST_PROPOSALS);
}
