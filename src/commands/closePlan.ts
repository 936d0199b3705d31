// What closing a meeting would do, worked out from the file as it stands: the preview shows it, and closing does it.
import { OUTREACH_ID, type Field } from '../reading/fields';
import { parseDay, shortDay, type Day } from '../values/day';
import { bad, good, type Problem, type Result } from '../values/result';
import { isTouch } from '../touches/logged';
import { entriesByContact, entriesFor } from '../touches/readLog';
import { lostSince, planClosing, splitSeen, type Closing } from '../meetings/closing';
import { HINT, meetingKey, SHORTLIST_COLUMNS, type ShortlistRow } from '../meetings/shortlist';
import { newest } from '../workbook/dataTab';
import { contactFinder } from '../workbook/identity';
import { readJournal } from '../workbook/journal';
import type { Services } from '../google/services';
import { volunteersOf } from './assignPlan';
import { columnOf, openCampaign, relyOn, type Campaign } from './campaign';
import type { CloseAnswers } from './closeAnswers';
import { meetingTabs, openMeeting, outsideOf, readMeeting, type Meeting } from './openMeeting';
import { readMadeIds } from './undoMeeting';
import { takesFor } from './volunteerTab';

/** What closing reads and writes in the contacts. */
const RELIES_ON: readonly Field[] = [
  'organization',
  'category',
  'town',
  'email',
  'phone',
  'otherChannel',
  'knownBy',
  'owner',
  'task',
  'due',
  'status',
  'doNotContact',
  'notes',
];

export interface ClosePlan {
  readonly campaign: Campaign;
  readonly meeting: Meeting;
  readonly closing: Closing;
  /** The day of the next meeting: the one chosen, else that of Settings. */
  readonly due: Day | null;
  /** Why it does not do; '' where it does. */
  readonly dueProblem: string;
  /** The rows that the plan is made from, and those that nobody has seen. */
  readonly rows: readonly ShortlistRow[];
  readonly came: readonly ShortlistRow[];
  /** Id of the change of a run that was cut off, '' for none. */
  readonly begun: string;
  /** Why some of `came` wait, a sentence each. */
  readonly waits: readonly string[];
  /** Headings that the shortlist has lost, a sentence each. */
  readonly lost: readonly string[];
  /** The contacts have no column for who takes them, and one is needed. */
  readonly needsOwner: boolean;
}

/** What the line of a meeting holds while it is being closed, with the id of the change behind it. */
const CLOSING = 'closing ';

export const closingMark = (change: string): string => CLOSING + change;

/** `all`: for the preview every row counts as seen. */
export function planClose(services: Services, answers: CloseAnswers, all: boolean): Result<ClosePlan> {
  const opened = openCampaign(services, ['log', 'settings', 'volunteers', 'asks']);
  if (!opened.ok) return opened;
  const campaign = opened.value;
  const problem = relyOn(campaign, RELIES_ON);
  if (problem) return bad(problem);
  const meeting = theMeeting(campaign, answers.tab);
  if (!meeting.ok) return meeting;
  const { rows } = meeting.value.list;
  const { shown, came } = all ? { shown: rows, came: [] } : splitSeen(rows, answers.seen);
  const asked = all ? { ...answers, seen: [] } : answers;
  const plan = planWith(campaign, meeting.value, asked, { rows: shown, came, waits: [] });
  return good(all ? { ...plan, lost: [...plan.lost, ...outsideOf(campaign, meeting.value)] } : plan);
}

function theMeeting(campaign: Campaign, tab: number): Result<Meeting> {
  if (tab === 0) return openMeeting(campaign);
  const { services, hidden } = campaign;
  const known = meetingTabs(services.book.tabs(), hidden.rows).find((one) => one.tab.id === tab);
  return known === undefined ? bad(meetingGone()) : readMeeting(services, known);
}

function meetingGone(): Problem {
  return {
    code: 'meeting-gone',
    message: 'The shortlist of this meeting is not in the file any more. Nothing was changed.',
    todo: 'Press Ctrl+Z in the sheet to bring it back.',
  };
}

/** The plan for these rows against the contacts as `campaign` has them; those whose contact went meanwhile wait. */
export function planWith(
  campaign: Campaign,
  meeting: Meeting,
  answers: CloseAnswers,
  { rows, came, waits }: Pick<ClosePlan, 'rows' | 'came' | 'waits'>,
): ClosePlan {
  const { settings, today, byKey, contacts, log, hidden, map } = campaign;
  const due = parseDay(answers.due) ?? settings.nextMeeting;
  const mark = newest(hidden.rows, 'tab', meetingKey(meeting.day))?.data ?? '';
  const begun = mark.startsWith(CLOSING) ? mark.slice(CLOSING.length) : '';
  const takes = takesFor(campaign);
  const hasOwner = columnOf(map, 'owner') > 0;
  const byContact = entriesByContact(log);
  const closing = planClosing({
    rows,
    contacts: byKey,
    volunteers: volunteersOf(campaign),
    same: answers.same,
    takers: answers.takers,
    due,
    takes: (field) => takes(field) || (field === 'owner' && !hasOwner),
    find: contactFinder(contacts),
    begun: idsOf(hidden.rows, begun),
    touched: (contact) => entriesFor(contact, byContact).some(isTouch),
  });
  const lost = lostSince(closing, answers.seen);
  if (lost.length > 0) {
    const gone = new Set(lost.flatMap((group) => group.rows));
    return planWith(campaign, meeting, answers, {
      rows: rows.filter((row) => !gone.has(row)),
      came: [...came, ...gone],
      waits: [...waits, ...lost.map(({ name }) => waitsText(name))],
    });
  }
  return {
    campaign,
    meeting,
    closing,
    due,
    dueProblem: dueProblem(due, meeting.day, today),
    rows,
    came,
    waits,
    begun,
    lost: [...lostHeadings(meeting), ...lostWords(meeting, closing)],
    needsOwner: !hasOwner && closing.groups.some(({ isGiven }) => isGiven),
  };
}

const waitsText = (name: string): string =>
  `“${name}” is not in the contacts any more, so it waits: look again. It would be added anew.`;

function lostHeadings({ list, table }: Meeting): string[] {
  return SHORTLIST_COLUMNS.filter(
    (name) => name !== HINT && name !== OUTREACH_ID && !list.columns.has(name),
  ).map((name) => `“${table.name}” has no column “${name}” any more, so what stood there does not go along.`);
}

/** Said once, with the groups that it is about. */
function lostWords({ table }: Meeting, { lost: { labels, groups } }: Closing): string[] {
  if (labels.length === 0) return [];
  const some = [...groups.slice(0, 3), ...(groups.length > 3 ? [`${groups.length - 3} more`] : [])];
  return [
    `The contacts have no column for ${labels.join(', ')}: what the shortlist says there stays in “${table.name}” (${some.join(', ')}).`,
  ];
}

function dueProblem(due: Day | null, meeting: Day, today: Day): string {
  if (due === null) return 'Choose the day of the next meeting.';
  if (due === meeting && due === today)
    return `${shortDay(due, today)} is this meeting: choose the day of the next one.`;
  return due < today ? `${shortDay(due, today)} is past: choose the day of the next meeting.` : '';
}

/** The Outreach IDs that a run which was cut off was about to give. */
function idsOf(rows: Campaign['hidden']['rows'], change: string): ReadonlySet<string> {
  const made = change === '' ? [] : (readJournal(rows).find(({ id }) => id === change)?.made ?? []);
  return new Set(made.flatMap(readMadeIds));
}

/** Whether anything is to be written beside the line that says closed. */
export function hasWork({ closing, begun, due, campaign }: ClosePlan): boolean {
  return (
    begun !== '' ||
    closing.edits.length > 0 ||
    (due !== null && due !== campaign.settings.nextMeeting) ||
    closing.groups.some(({ rows }) => rows.some(({ outreachId }) => outreachId === ''))
  );
}

/** The heading under which ids are kept is gone. */
export function noIdColumn({ table }: Meeting): Problem {
  return {
    code: 'no-id-column',
    message: `The tab “${table.name}” has lost its column “${OUTREACH_ID}”, so it cannot be kept which rows are contacts already. Nothing was changed.`,
    todo: `Type ${OUTREACH_ID} as the heading of a blank column of that tab.`,
    place: { sheet: table.name },
  };
}
