// The words of a lead's week: the same lines for the sidebar, for print and for mail. Cell text stands in them as it is, on
// one line.
import type { Panel } from '../../texts/menu';
import { countOf } from '../../values/count';
import { addDays, longDay, shortDay, type Day } from '../../values/day';
import { cleanText } from '../../values/text';
import type { Contact } from '../../reading/contact';
import { nameIn, type WeekProposal } from './proposals';
import { WEEK_DAYS, type EndorsedContact, type Week } from './week';

export interface WeekLine {
  readonly text: string;
  /** Where it is done; null for what only tells. */
  readonly panel: Panel | null;
}

export interface WeekSection {
  readonly title: string;
  readonly lines: readonly WeekLine[];
  /** What it says where it has no lines. */
  readonly none: string;
}

/** Names of one line; the others are counted. */
const MOST_NAMES = 12;

export function namesText(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return [
    ...names.slice(0, MOST_NAMES).map((name) => cleanText(name).replace(/\n+/g, ' ')),
    ...(more > 0 ? [`and ${more} more`] : []),
  ].join(', ');
}

const endorserText = ({ contact, mayBeNamed }: EndorsedContact): string =>
  `${nameIn(contact)}${mayBeNamed === false ? ' (not to be named in public)' : ''}`;

export function weekSections({ since, changed, due, missing }: Week, today: Day): WeekSection[] {
  const soon = shortDay(addDays(today, WEEK_DAYS), today);
  const count = (n: number, noun: string, rest = '', panel: Panel | null = null): WeekLine[] =>
    n > 0 ? [{ text: countOf(n, noun) + rest, panel }] : [];
  const named = (title: string, names: readonly string[], panel: Panel | null = null): WeekLine[] =>
    names.length > 0 ? [{ text: `${title}: ${namesText(names)}`, panel }] : [];
  const answers = Object.entries(changed.askAnswers).flatMap(([word, n]) => (n > 0 ? [`${n} ${word}`] : []));
  const overdue = due.overdue.reduce((sum, one) => sum + one.count, 0);
  const owners = namesText(due.overdue.map((one) => `${one.owner} ${one.count}`));
  const contacts = (list: readonly Contact[]) => list.map(nameIn);
  const people = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);
  return [
    {
      title: `Since ${longDay(since)}`,
      none: 'Nothing is on record since then.',
      lines: [
        ...named('Endorsed', changed.endorsed.map(endorserText), 'asks'),
        ...count(changed.added, 'contact', ' added'),
        ...count(changed.firstTouches, 'group', ' heard from us for the first time'),
        ...count(changed.touches, 'time', ' we wrote, called or met, by the log'),
        ...count(changed.typed, 'contact', ' with a newer date in the row alone'),
        ...count(changed.answers, 'answer', ' from them'),
        ...count(changed.asked, 'ask', ' made', 'asks'),
        ...named('Asks answered', answers, 'asks'),
        ...named('Said no', contacts(changed.declined)),
        ...named('Bowed out', contacts(changed.bowedOut), 'partners'),
        ...count(changed.deeds, 'time', ' we showed up, signed or shared for them'),
      ],
    },
    {
      title: 'Due',
      none: 'Nothing is due, and nothing comes due within a week.',
      lines: [
        ...count(due.followUps.length, 'follow-up', ': no answer in time', 'follow-ups'),
        ...count(overdue, 'task', ` overdue: ${owners}`, 'mine'),
        ...count(due.dueSoon, 'task', ` due by ${soon}`, 'mine'),
        ...count(due.asks, 'ask', ' without an answer in time', 'asks'),
        ...count(due.theirMeetings, 'group', ` with a meeting of their own by ${soon}`),
        ...count(due.plan, 'task', ` of your plans by ${soon}`, 'event'),
        ...named(
          'Partners to ask how it goes',
          contacts(due.checks.map(({ contact }) => contact)),
          'partners',
        ),
        ...named('Volunteers to check in with', people(due.checkIns), 'growing'),
        ...count(due.quiet.length, 'contact', ' gone quiet for more than 30 days', 'follow-ups'),
      ],
    },
    {
      title: 'Missing',
      none: 'Nothing is missing.',
      lines: [
        ...named('Nobody yet of', missing.categories, 'meeting'),
        ...count(missing.noOwner, 'contact', ' that nobody has', 'assign'),
        ...count(missing.noWay, 'contact', ' that nobody knows how to reach'),
        ...named(
          'Endorsed, and nobody asked whether they may be named',
          contacts(missing.mayBeNamed.map(({ contact }) => contact)),
          'asks',
        ),
        ...named(
          'Said to endorse, and nobody wrote down who and when',
          contacts(missing.unconfirmed),
          'asks',
        ),
        ...named('Volunteers with nothing open', people(missing.idle), 'assign'),
      ],
    },
  ];
}

export interface WeekHead {
  readonly campaign: string;
  readonly today: Day;
  readonly nextMeeting: Day | null;
  readonly url: string;
}

export function weekTitle({ campaign, today }: Pick<WeekHead, 'campaign' | 'today'>): string {
  const title = `Where we stand on ${shortDay(today, today)}`;
  return campaign === '' ? title : `${title} (${cleanText(campaign).replace(/\n+/g, ' ')})`;
}

/** Paragraphs with a blank line between. `to`: whom it is mailed to, '' for a page to copy or to print. */
export function weekText(
  sections: readonly WeekSection[],
  proposals: readonly WeekProposal[],
  head: WeekHead,
  to: string,
): string {
  const { today, nextMeeting, url } = head;
  const list = (title: string, lines: readonly string[]) => [title, ...lines].join('\n');
  return [
    to === '' ? weekTitle(head) : `Hello ${cleanText(to).replace(/\n+/g, ' ')},`,
    ...(nextMeeting !== null && nextMeeting >= today ? [`The next meeting is ${longDay(nextMeeting)}.`] : []),
    ...sections.map(({ title, lines, none }) =>
      list(`${title}:`, lines.length === 0 ? [none] : lines.map(({ text }) => `- ${text}`)),
    ),
    ...(proposals.length === 0
      ? []
      : [
          list(
            'Proposals:',
            proposals.map(({ reason }, index) => `${index + 1}. ${reason}`),
          ),
        ]),
    `The sheet: ${url}`,
  ].join('\n\n');
}
