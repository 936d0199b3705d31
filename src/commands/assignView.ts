// The share as the sidebar shows it before anything is written, with the words for the button and what is left over.
import { longDay, shortDay } from '../values/day';
import { countOf, sentenceOf } from '../values/count';
import { foldName } from '../values/text';
import { helpInWords, wouldHelp } from '../people/help';
import type { Load } from '../people/share';
import { MOST_ITEMS, type AssignView } from './answers';
import { assignmentTab } from './assignmentTabs';
import type { AssignPlan } from './assignPlan';
import { nameOf } from './campaign';
import { OWNER_HEADING } from './ownerColumn';

/** Volunteers offered for a name that is near to none of theirs. */
const MOST_CHOICES = 4;
/** So many contacts that somebody has already are named, however many volunteers there are. */
const LEAST_KEPT = 10;

export function assignView(plan: AssignPlan): AssignView {
  const { campaign, share, due, way, hasOwnerColumn } = plan;
  const volunteers = share.loads.map((load) => {
    const { tab, name } = assignmentTab(campaign, load.volunteer);
    return { load, tabName: name, hasTab: tab !== null };
  });
  const names = volunteers.map(({ load }) => load.volunteer.name);
  const busy = volunteers.filter(({ load }) => [...load.has, ...load.alsoIn, ...load.gets].length > 0);
  const helpers = wouldHelp(share.loads.map(({ has, away }) => ({ open: has.length, away })));
  const standing = busy.filter(({ hasTab }) => hasTab).length;
  return {
    sheet: campaign.table.name,
    due: due ?? '',
    dueText: due ? longDay(due) : '',
    cap: share.cap,
    way,
    addsOwner: !hasOwnerColumn,
    note: noteOf(plan),
    button: buttonOf(plan, busy.length - standing, standing),
    volunteers: volunteers.map(({ load, hasTab }, index) => ({
      name: load.volunteer.name,
      has: load.has.length,
      gets: load.gets.length,
      full: load.has.length + load.gets.length >= load.most,
      away: load.away && load.volunteer.awayUntil ? shortDay(load.volunteer.awayUntil, campaign.today) : '',
      hasTab,
      help: helpText(load, helpers[index] ?? null),
      keeps: keptBy(load, campaign, Math.max(LEAST_KEPT, Math.floor(MOST_ITEMS / volunteers.length))),
    })),
    questions: share.questions.map((question) => {
      const [guess = ''] = question.choices;
      return { ...question, choices: guess === '' ? likest(question.name, names) : question.choices, guess };
    }),
    gives: givesOf(plan),
    unassigned: share.unassigned,
    left: share.left.length,
    leftText: leftText(plan),
    tabs: busy.map(({ tabName }) => tabName),
  };
}

/** '' for who carries about as much as the others. */
function helpText({ has }: Load, others: number | null): string {
  return others === null ? '' : helpInWords(has.length, others);
}

/** What they have already and keep, by name. */
function keptBy({ has }: Load, { byKey }: AssignPlan['campaign'], most: number): string[] {
  return has.slice(0, most).flatMap((key) => {
    const contact = byKey.get(key);
    return contact === undefined ? [] : [nameOf(contact)];
  });
}

/** The volunteers whose names begin most like this one; else in their own order. */
function likest(name: string, volunteers: readonly string[]): string[] {
  const wanted = foldName(name);
  const alike = (other: string): number => {
    const folded = foldName(other);
    let length = 0;
    while (length < wanted.length && wanted[length] === folded[length]) length++;
    return length;
  };
  return [...volunteers].sort((a, b) => alike(b) - alike(a)).slice(0, MOST_CHOICES);
}

/** In sheet order; those that the lead left with nobody too, so that they can be given after all. */
function givesOf({ share }: AssignPlan): AssignView['gives'] {
  const held = share.heldBack.map((one) => ({ ...one, to: '', why: 'Stays with nobody' }));
  return [...share.gifts, ...held]
    .sort((a, b) => a.contact.row - b.contact.row)
    .slice(0, MOST_ITEMS)
    .map(({ key, contact, to, why }) => ({
      contact: key,
      row: contact.row,
      organization: nameOf(contact),
      to,
      why,
    }));
}

function noteOf({ campaign, share, way, hasOwnerColumn }: AssignPlan): string {
  return [
    hasOwnerColumn
      ? ''
      : `“${campaign.table.name}” has no column for who takes a contact. The button adds one at its right end, “${OWNER_HEADING}”. You can undo that.`,
    ...share.loads.map(({ volunteer: { name, awayText } }) =>
      awayText === ''
        ? ''
        : `“${awayText}” under Away until of ${name} cannot be read as a day, so ${name} gets contacts.`,
    ),
    way === 'tabs' ? '' : 'With fewer than three volunteers the owner column is filled in, without tabs.',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function buttonOf({ share, way, hasOwnerColumn }: AssignPlan, fresh: number, standing: number): string {
  const parts =
    way === 'owners'
      ? [share.gifts.length > 0 ? `fill in the owner of ${countOf(share.gifts.length, 'contact')}` : '']
      : [
          fresh > 0 ? `build ${countOf(fresh, 'tab')}` : '',
          standing > 0 ? `update ${fresh > 0 ? String(standing) : countOf(standing, 'tab')}` : '',
        ];
  const todo = parts.filter((part) => part !== '');
  return sentenceOf(hasOwnerColumn || todo.length === 0 ? todo : [`add “${OWNER_HEADING}”`, ...todo]);
}

function leftText({ share: { left, heldBack } }: AssignPlan): string {
  const stay = (n: number) => `${countOf(n, 'contact')} ${n === 1 ? 'stays' : 'stay'}`;
  return [
    left.length > 0 ? `${stay(left.length)} without an owner: everyone is full or away.` : '',
    heldBack.length > 0
      ? `${stay(heldBack.length)} with nobody, as you chose. The next time you open the sidebar ${heldBack.length === 1 ? 'it is' : 'they are'} proposed again.`
      : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
