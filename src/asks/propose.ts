// The next ask, from what they answered so far: right-sized, never one that is open or was refused not long ago, and
// with its reason. Where nothing should be asked, the reason says so.
import type { Contact } from '../reading/contact';
import { ADVICE, askKinds, ATTEND, ENDORSEMENT, LEGISLATOR, PRESENT, type AskKind } from '../texts/askKinds';
import { isPending } from '../touches/asks/answersOver';
import type { Ask } from '../touches/asks/ask';
import { followedUp } from '../touches/asks/askState';
import { saysEndorsed } from '../touches/asks/readAsks';
import { forbids } from '../touches/rowFacts';
import { daysText } from '../touches/state';
import { statusOf } from '../touches/status';
import { daysBetween, shortDay, type Day } from '../values/day';
import { followUpDaysFor } from '../workbook/readSettings';
import type { Settings } from '../workbook/settings';

export interface Proposal {
  /** null where nothing is proposed. */
  readonly kind: string | null;
  /** A sentence, in both cases. */
  readonly reason: string;
}

export interface ProposalInput {
  readonly contact: Contact;
  /** Of this contact, oldest first. */
  readonly asks: readonly Ask[];
  readonly settings: Settings;
  readonly today: Day;
  /** The last day on which we did something for them; null for none. */
  readonly lastDeed?: Day | null;
}

/** For so many days an ask that they said no to is not made again. */
const REST = 180;
/** Nothing larger is asked until they have answered to the endorsement. */
const LARGEST_BEFORE = 4;
/** Up to here a yes leads one step on. */
const SMALL = 3;

const AFTER_ENDORSEMENT: readonly string[] = [LEGISLATOR, ADVICE, ATTEND];

const none = (reason: string): Proposal => ({ kind: null, reason });

export function proposeAsk(input: ProposalInput): Proposal {
  const { contact, asks, settings, today } = input;
  const closed = whyClosed(contact);
  if (closed !== '') return none(closed);
  const open = followedUp(asks);
  if (open !== null) return none(whyOpen(open, followUpDaysFor(settings, contact.text.category), today));

  const answered = asks
    .filter(({ answer }) => answer === 'yes' || answer === 'no' || answer === 'maybe')
    .sort((a, b) => compare(whenAnswered(a), whenAnswered(b)));
  const [before, last] = [answered[answered.length - 2], answered[answered.length - 1]];
  const refused = last?.answer === 'no' && before?.answer === 'no';
  if (refused && !(input.lastDeed != null && input.lastDeed > whenAnswered(last)))
    return none('They said no twice in a row. Do something for them first.');

  const kinds = askKinds(settings.ownAsks);
  const free = kinds.filter(({ name }) => !isBarred(name, asks, today));
  const unasked = free.filter(({ name }) => !asks.some(({ kind }) => kind === name));
  const endorsed =
    saysEndorsed(contact) || asks.some((ask) => ask.kind === ENDORSEMENT && ask.answer === 'yes');
  const named = (name: string) => free.find((kind) => kind.name === name);
  const sizeOf = (name: string) => kinds.find((kind) => kind.name === name)?.size ?? SMALL;
  const offer = (kind: AskKind | undefined, reason: string): Proposal =>
    kind === undefined ? none(NOTHING_LEFT) : { kind: kind.name, reason };

  if (last?.answer === 'no') {
    const smaller = unasked.filter(({ size }) => size < sizeOf(last.kind));
    return offer(largest(smaller), `They said no to “${last.kind}”. This is less.`);
  }
  if (endorsed) {
    const next = AFTER_ENDORSEMENT.flatMap((name) => named(name) ?? [])[0] ?? unasked[0];
    return offer(next, 'They endorsed. Next they can help to win others.');
  }
  if (last === undefined)
    return asks.length === 0
      ? offer(named(ENDORSEMENT) ?? unasked[0], 'Nothing was asked yet. Bring the resolution along.')
      : offer(
          largest(unasked.filter(({ size }) => size < LARGEST_BEFORE)),
          'What we asked before was dropped.',
        );
  if (last.answer === 'maybe') {
    const smaller = unasked.filter(({ size }) => size < sizeOf(last.kind));
    const present = last.kind === PRESENT ? undefined : named(PRESENT);
    return offer(
      present ?? largest(smaller),
      `They said maybe to “${last.kind}”. Answer their questions first.`,
    );
  }
  const larger = unasked.filter(({ size }) => size > sizeOf(last.kind) && size <= LARGEST_BEFORE);
  const more = sizeOf(last.kind) <= SMALL ? (smallest(larger) ?? named(ENDORSEMENT)) : undefined;
  const small = largest(unasked.filter(({ size }) => size <= SMALL));
  const said = `They said yes to “${last.kind}”.`;
  return more === undefined
    ? offer(small, `${said} This keeps them with us.`)
    : offer(more, `${said} This is one step more.`);
}

const NOTHING_LEFT = 'All that fits was asked. Do something for them, or add an ask of your own in Settings.';

function whyClosed(contact: Contact): string {
  if (forbids(contact.cells.doNotContact)) return 'Do not contact is set, so nothing is asked.';
  switch (statusOf(contact)) {
    case 'Bowed out':
      return 'They bowed out, so nothing is asked.';
    case 'Declined':
      return 'They declined, so nothing is asked.';
    default:
      return '';
  }
}

function whyOpen({ kind, answer, askedOn, waitUntil }: Ask, followUpDays: number, today: Day): string {
  if (waitUntil !== null && waitUntil >= today)
    return answer === 'later'
      ? `They asked for time until ${shortDay(waitUntil, today)} about “${kind}”.`
      : `They decide on ${shortDay(waitUntil, today)} about “${kind}”.`;
  if (answer === 'later' && waitUntil === null) return `They said later about “${kind}”. Ask them when.`;
  const asked = askedOn === null ? '' : `, asked on ${shortDay(askedOn, today)}`;
  const days = askedOn === null ? null : daysBetween(askedOn, today);
  if (days !== null && days < followUpDays && waitUntil === null) return `“${kind}” is still open${asked}.`;
  const silent = days === null || waitUntil !== null ? '' : `: no answer for ${daysText(days)}`;
  return `First follow up on “${kind}”${asked}${silent}.`;
}

const whenAnswered = ({ answeredOn, heardBy, askedOn }: Ask): string =>
  answeredOn ?? heardBy ?? askedOn ?? '';
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Open, agreed to already, or refused or dropped not long ago. */
function isBarred(kind: string, asks: readonly Ask[], today: Day): boolean {
  return asks.some((ask) => {
    if (ask.kind !== kind) return false;
    if (isPending(ask) || ask.answer === 'yes') return true;
    const day = ask.answeredOn ?? ask.heardBy ?? ask.askedOn;
    return ask.answer !== 'maybe' && (day === null || daysBetween(day, today) < REST);
  });
}

const smallest = (kinds: readonly AskKind[]): AskKind | undefined =>
  [...kinds].sort((a, b) => a.size - b.size)[0];
const largest = (kinds: readonly AskKind[]): AskKind | undefined =>
  [...kinds].sort((a, b) => b.size - a.size)[0];
