// What closing a meeting would do, worked out from the file as it stands: the preview shows it, and closing does it.
import { OUTREACH_ID, type Field } from '../reading/fields';
import { parseDay, shortDay, type Day } from '../values/day';
import { bad, good, type Problem, type Result } from '../values/result';
import { isTouch } from '../touches/logged';
import { entriesByContact, entriesFor } from '../touches/readLog';
import { planClosing, splitSeen, type Closing } from '../meetings/closing';
import { HINT, meetingKey, SHORTLIST_COLUMNS, type ShortlistRow } from '../meetings/shortlist';
import { newest } from '../workbook/dataTab';
import { contactFinder } from '../workbook/identity';
import { readJournal } from '../workbook/journal';
import type { Services } from '../google/services';
import { volunteersOf } from './assignPlan';
import { columnOf, openCampaign, relyOn, type Campaign } from './campaign';
import type { CloseAnswers } from './closeAnswers';
import { meetingTabs, openMeeting, readMeeting, type Meeting } from './openMeeting';
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
  const opened = openCampaign(services, ['log', 'settings', 'volunteers']);
  if (!opened.ok) return opened;
  const campaign = opened.value;
  const problem = relyOn(campaign, RELIES_ON);
  if (problem) return bad(problem);
  const meeting = theMeeting(campaign, answers.tab);
  if (!meeting.ok) return meeting;
  const { shown, came } = splitSeen(meeting.value.list.rows, answers.seen);
  return good(
    all
      ? planWith(campaign, meeting.value, answers, meeting.value.list.rows, [])
      : planWith(campaign, meeting.value, answers, shown, came),
  );
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

/** The plan for these rows against the contacts as `campaign` has them. */
export function planWith(
  campaign: Campaign,
  meeting: Meeting,
  answers: CloseAnswers,
  rows: readonly ShortlistRow[],
  came: readonly ShortlistRow[],
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
  return {
    campaign,
    meeting,
    closing,
    due,
    dueProblem: dueProblem(due, today),
    rows,
    came,
    begun,
    lost: lostHeadings(meeting),
    needsOwner: !hasOwner && closing.groups.some(({ isGiven }) => isGiven),
  };
}

function lostHeadings({ list, table }: Meeting): string[] {
  return SHORTLIST_COLUMNS.filter(
    (name) => name !== HINT && name !== OUTREACH_ID && !list.columns.has(name),
  ).map((name) => `“${table.name}” has no column “${name}” any more, so what stood there does not go along.`);
}

function dueProblem(due: Day | null, today: Day): string {
  if (due === null) return 'Choose the day of the next meeting.';
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
