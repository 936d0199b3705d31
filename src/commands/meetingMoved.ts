// The next meeting moves: the due dates that follow it move with it, nothing that a person set does. Which ones follow
// stands on the hidden tab before they are written (docs/decisions/0016-due-dates-that-follow.md).
import type { Field } from '../reading/fields';
import { headingAt } from '../reading/heading';
import { countOf, sentenceOf } from '../values/count';
import { shortDay, type Day } from '../values/day';
import { bad, good, type Result } from '../values/result';
import {
  followers,
  followingByJournal,
  followingRows,
  readFollowing,
  type Following,
} from '../people/deadlines';
import { calendarLink } from '../people/calendarLinks';
import { readJournal } from '../workbook/journal';
import type { Services } from '../google/services';
import type { WriteReceipt } from './answers';
import { applyEdits, type Applied } from './applyEdits';
import { columnOf, openCampaign, relyOn, type Campaign } from './campaign';
import { putRow, type HiddenTab } from './hiddenTab';
import type { CalendarItem, DeadlinesView } from './myAnswers';
import { receipt } from './settle';

const FIELDS: readonly Field[] = ['due', 'status', 'doNotContact'];

/** In the journal, with the day before: the due dates of this change follow the meeting again when it is undone. */
export const FOLLOWED = 'followed';

const NONE: Applied = { change: '', written: 0, kept: [] };

/** What the hidden tab keeps, else what the journal tells of the meeting as it stands in Settings. */
function followingOf({ hidden, map, table, settings }: Campaign): Following & { readonly parts: number } {
  const kept = readFollowing(hidden.rows, map.sheetId);
  if (kept !== null) return kept;
  const { nextMeeting } = settings;
  if (nextMeeting === null) return { days: [], keys: new Set(), parts: 0 };
  const header = headingAt(table, map, columnOf(map, 'due'));
  const changes = readJournal(hidden.rows).filter(
    (change) => change.tab === map.sheetId && change.state === '',
  );
  const cells = changes.flatMap((change) =>
    change.cells.filter((cell) => cell.key !== '' && cell.header === header),
  );
  return { ...followingByJournal(cells, nextMeeting), parts: 0 };
}

/** Pending until the caller flushes. */
function keep(
  services: Services,
  hidden: HiddenTab,
  tab: number,
  following: Following & { readonly parts: number },
): void {
  const { day, time } = services.now();
  for (const row of followingRows(tab, following, `${day} ${time}`, following.parts))
    putRow(services, hidden, row);
}

/** The due cells of these contacts (Outreach IDs) are about to be written as the meeting's day: call it before. */
export function followMeeting(campaign: Campaign, keys: readonly string[]): void {
  const { services, hidden, map, settings } = campaign;
  const { nextMeeting } = settings;
  const now = followingOf(campaign);
  if (nextMeeting === null || keys.every((key) => now.keys.has(key) && now.days.includes(nextMeeting)))
    return;
  keep(services, hidden, map.sheetId, {
    ...now,
    days: [...new Set([nextMeeting, ...now.days])],
    keys: new Set([...now.keys, ...keys]),
  });
}

/** How many due dates move when the meeting moves to this day; a problem where their column is a question. */
export function countOfMoves(campaign: Campaign, meeting: Day | null): Result<number> {
  if (meeting === null) return good(0);
  const following = followingOf(campaign);
  const problem = following.keys.size === 0 ? null : relyOn(campaign, FIELDS);
  if (problem) return bad(problem);
  return good(followers(campaign.byKey, following).filter(({ day }) => day !== meeting).length);
}

export function movedWords(count: number, meeting: Day, today: Day): string {
  return `moved ${countOf(count, 'due date')} to ${shortDay(meeting, today)}`;
}

/**
 * Moves them, as a part of `change` where there is one; `what` is what the journal calls it. Their new day is kept on
 * the hidden tab before and after, so that a run which is cut off is gone on with. Needs the lock.
 */
export function moveTo(campaign: Campaign, meeting: Day, change = '', what = ''): Applied {
  const { services, hidden, map, table, byKey, today } = campaign;
  const now = followingOf(campaign);
  const all = followers(byKey, now);
  const late = all.filter(({ day }) => day !== meeting);
  const keys = new Set(all.map(({ key }) => key));
  const keepDays = (days: readonly Day[]) => {
    keep(services, hidden, map.sheetId, { days: [...new Set([meeting, ...days])], keys, parts: now.parts });
  };
  if (late.length === 0) {
    if (now.days.some((day) => day !== meeting)) keepDays([]);
    return NONE;
  }
  keepDays(late.map(({ day }) => day));
  const column = columnOf(map, 'due');
  const applied = applyEdits(services, {
    map,
    hidden,
    edits: late.map(({ key, contact }) => ({
      key,
      column,
      header: headingAt(table, map, column),
      from: contact.cells.due,
      to: { day: meeting, time: null },
    })),
    what: what || sentenceOf([movedWords(late.length, meeting, today)]),
    change,
  });
  if (applied.kept.length === 0) keepDays([]);
  services.book.flush();
  return applied;
}

/** After an undo that set the meeting back to this day: the due dates that went back with it follow it again. */
export function followAgain(services: Services, hidden: HiddenTab, tab: number, day: Day): void {
  const now = readFollowing(hidden.rows, tab);
  if (now) keep(services, hidden, tab, { ...now, days: [...new Set([day, ...now.days])] });
}

/**
 * The campaign with the due dates on the meeting's day, where somebody typed a new one into Settings; opened anew where
 * any was moved. For a run that writes assignments or brings them home. Needs the lock.
 */
export function withMovedDues(campaign: Campaign, reopen: () => Result<Campaign>): Result<Campaign> {
  const { nextMeeting } = campaign.settings;
  const moves = countOfMoves(campaign, nextMeeting);
  if (nextMeeting === null || !moves.ok || moves.value === 0) return good(campaign);
  moveTo(campaign, nextMeeting);
  return reopen();
}

/** Moves the due dates that were left behind when a new day was typed into Settings. Needs the lock. */
export function moveDues(services: Services): Result<WriteReceipt> {
  const opened = openCampaign(services, ['settings']);
  if (!opened.ok) return opened;
  const moves = countOfMoves(opened.value, opened.value.settings.nextMeeting);
  if (!moves.ok) return moves;
  const { settings, today } = opened.value;
  const meeting = settings.nextMeeting;
  const applied = meeting === null ? NONE : moveTo(opened.value, meeting);
  const words = meeting === null || applied.written === 0 ? '' : movedWords(applied.written, meeting, today);
  return good(receipt(sentenceOf([words]) || 'No due date was moved', applied));
}

/** What Today says of the meeting and of what follows it. */
export function deadlinesView(campaign: Campaign, saved: WriteReceipt | null): DeadlinesView {
  const { settings, today, byKey } = campaign;
  const meeting = settings.nextMeeting;
  const all = followers(byKey, followingOf(campaign));
  const late = all.filter(({ day }) => meeting !== null && day !== meeting);
  const days = [...new Set(late.map(({ day }) => day))].sort().map((day) => shortDay(day, today));
  return {
    follow:
      all.length === 0
        ? ''
        : `${countOf(all.length, 'due date')} ${all.length === 1 ? 'follows the meeting and moves' : 'follow the meeting and move'} with it. Days that somebody set stay.`,
    behind:
      meeting === null || late.length === 0
        ? ''
        : `The meeting moved to ${shortDay(meeting, today)}: ${countOf(late.length, 'due date')} still say${late.length === 1 ? 's' : ''} ${days.join(' or ')}.`,
    calendars: calendarsOf(campaign),
    saved,
  };
}

/** The next meeting and the open meeting, where they are still to come. */
export function calendarsOf({ settings, services, today }: Campaign): CalendarItem[] {
  const { nextMeeting, openMeetingDate, openMeetingPlace, openMeetingLink } = settings;
  const name = settings.campaign === '' ? '' : `${settings.campaign}: `;
  const meetings = [
    { label: 'Next meeting', day: nextMeeting, place: '', details: services.book.url },
    { label: 'Open meeting', day: openMeetingDate, place: openMeetingPlace, details: openMeetingLink },
  ];
  return meetings.flatMap(({ label, day, place, details }) => {
    if (day === null || day < today) return [];
    const url = calendarLink({ title: `${name}${label.toLowerCase()}`, day, details, place });
    return url === '' ? [] : [{ label: `${label}, ${shortDay(day, today)}`, url }];
  });
}
