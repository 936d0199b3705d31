// A brainstorm meeting: starts it with a shortlist tab that everybody types in, and shows how it stands. Nothing here
// moves a row of a shortlist or writes into what people typed.
import { parseDay, shortDay, type Day } from '../values/day';
import { isBlank } from '../values/cell';
import { bad, good, type Result } from '../values/result';
import { foldName } from '../values/text';
import { categoryWords, countCategories, promptsFor, type Grouped } from '../meetings/coverage';
import { readHints } from '../meetings/hints';
import { searchLinks } from '../meetings/searchLinks';
import { DROPDOWN_ROWS, newColumn, shortlistShape } from '../meetings/shape';
import { meetingTabName, readShortlist } from '../meetings/shortlist';
import { SETTING_NAMES } from '../workbook/readSettings';
import type { TabInfo } from '../workbook/table';
import type { Services } from '../google/services';
import { MOST_ITEMS } from './answers';
import { whomToAsk } from './askFirst';
import { volunteersOf } from './assignPlan';
import { openCampaign, type Campaign } from './campaign';
import { putRow } from './hiddenTab';
import { layHints } from './layHints';
import type { MeetingView } from './meetingAnswers';
import { meetingLine, meetingTabs, openMeeting, outsideOf, readMeeting, type Meeting } from './openMeeting';
import { asNewTab } from './ourTabs';

/** Questions for the room that are shown. */
const MOST_PROMPTS = 3;
/** More choices than these Sheets takes in no dropdown (platform facts, 1). */
const MOST_CHOICES = 400;

/** Reads only. */
export function showMeeting(services: Services): Result<MeetingView> {
  const opened = openCampaign(services, ['settings', 'volunteers', 'templates']);
  if (!opened.ok) return opened;
  if (meetingTabs(services.book.tabs(), opened.value.hidden.rows).length === 0)
    return good(viewOf(opened.value, null));
  const meeting = openMeeting(opened.value);
  return meeting.ok ? good(viewOf(opened.value, meeting.value)) : meeting;
}

/** The shortlist of this day ("YYYY-MM-DD"), made where there is none, in front. Needs the lock. */
export function startMeeting(services: Services, dayText: string): Result<MeetingView> {
  const day = parseDay(dayText);
  if (day === null)
    return bad({
      code: 'no-day',
      message: 'A meeting needs its day. No tab was made.',
      todo: 'Choose the day of the meeting.',
    });
  const opened = openCampaign(services, ['settings', 'volunteers', 'templates']);
  if (!opened.ok) return opened;
  const campaign = opened.value;
  const { book } = services;
  const standing = meetingTabs(book.tabs(), campaign.hidden.rows).find((one) => one.day === day);
  const { tab, closed } = standing ?? { tab: makeTab(campaign, day), closed: false };
  book.showTab(tab.id);
  const meeting = readMeeting(services, { tab, day, closed });
  if (!meeting.ok) return meeting;
  layHints(campaign, meeting.value.table, meeting.value.list);
  return good(viewOf(campaign, meeting.value));
}

/** A run that was cut off may have left the tab without its line on the hidden tab: then it is taken up. */
function makeTab(campaign: Campaign, day: Day): TabInfo {
  const { services, hidden, contacts, today } = campaign;
  const { book } = services;
  const { tab, name } = freeName(campaign, meetingTabName(day, today));
  const shape = shortlistShape(name);
  const texts = asNewTab(shape);
  const made = tab ?? book.addTab({ ...shape, ...texts });
  if (tab !== null && book.read(tab.id)?.rows.every((row) => row.every(isBlank)) === true)
    book.furnishTab(tab.id, { ...shape, ...texts });
  const choose = (column: Parameters<typeof newColumn>[0], choices: readonly string[]) => {
    if (choices.length > 0)
      book.dropdown(made.id, 2, newColumn(column), DROPDOWN_ROWS, choices.slice(0, MOST_CHOICES));
  };
  book.grow(made.id, DROPDOWN_ROWS + 1, shape.rows[0]?.length ?? 0);
  choose(
    'Category',
    categoryWords(contacts.map(({ text }) => ({ organization: '', category: text.category }))),
  );
  const people = volunteersOf(campaign).map((one) => one.name);
  for (const column of ['Who knows someone there', 'Idea by', 'Who takes it'] as const)
    choose(column, people);
  putRow(services, hidden, meetingLine(campaign, { tab: made, day, closed: false }));
  book.flush();
  return made;
}

/** The name for a new shortlist, and the tab of that name where it is a shortlist that nobody remembers. */
function freeName(
  { services: { book }, hidden }: Campaign,
  wanted: string,
): { tab: TabInfo | null; name: string } {
  const tabs = book.tabs();
  const known = new Set(meetingTabs(tabs, hidden.rows).map(({ tab }) => tab.id));
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : `${wanted} (${n})`;
    const taken = tabs.find((tab) => tab.name.toLowerCase() === name.toLowerCase());
    if (taken === undefined) return { tab: null, name };
    if (known.has(taken.id)) continue;
    const rows = book.read(taken.id)?.rows ?? [];
    if (rows.every((row) => row.every(isBlank)) || readShortlist({ rows }) !== null)
      return { tab: taken, name };
  }
}

/** How the meeting stands; `meeting` null before the first. */
export function viewOf(campaign: Campaign, meeting: Meeting | null): MeetingView {
  const { contacts, settings, today } = campaign;
  const rows = meeting?.list.rows ?? [];
  const hints = meeting === null ? [] : readHints(meeting.list, campaign, today);
  const named = rows.flatMap((row, index) =>
    isBlank(row.organization) ? [] : [{ ...row, hint: hints[index] ?? null }],
  );
  const groups = contacts.map(({ text }): Grouped => ({
    organization: text.organization,
    category: text.category,
  }));
  // A group that stands in several rows is one.
  const firsts = new Set(
    new Map([...named].reverse().map((row) => [foldName(row.organization), row])).values(),
  );
  const fresh = named.filter((row) => firsts.has(row) && row.outreachId === '' && row.hint?.contactRow === 0);
  const taken = new Set(named.flatMap((row) => (isBlank(row.taker) ? [] : [foldName(row.organization)])));
  const counts = countCategories(groups, fresh);
  const counted = counts.reduce((sum, { shortlisted }) => sum + shortlisted, 0);
  const place = ({ organization, row }: { readonly organization: string; readonly row: number }) => ({
    organization,
    row,
  });
  const noTaker = named.filter((row) => firsts.has(row) && !taken.has(foldName(row.organization))).map(place);
  const twoTakers = named.flatMap((row) =>
    row.hint !== null && row.hint.takers.length > 0
      ? [{ ...place(row), takers: row.hint.takers.join(', ') }]
      : [],
  );
  const nextMeeting =
    settings.nextMeeting !== null && settings.nextMeeting >= today ? settings.nextMeeting : today;
  const ask = meeting === null ? { items: [], count: 0 } : whomToAsk(campaign, meeting);
  const words = { senator: settings.senator, state: settings.state, issue: settings.issue };
  return {
    shortlist:
      meeting === null
        ? null
        : {
            sheet: meeting.table.name,
            dayText: shortDay(meeting.day, today),
            closed: meeting.closed,
            names: named.length,
            remarks: outsideOf(campaign, meeting),
          },
    nextDay: nextMeeting,
    categories: counts,
    otherNames: fresh.length - counted,
    prompts: promptsFor(counts, MOST_PROMPTS),
    noTaker: noTaker.slice(0, MOST_ITEMS),
    noTakerCount: noTaker.length,
    twoTakers: twoTakers.slice(0, MOST_ITEMS),
    askFirst: ask.items,
    askFirstCount: ask.count,
    search: {
      links: searchLinks(words),
      missing: (['issue', 'senator', 'state'] as const)
        .filter((name) => words[name] === '')
        .map((name) => ({ name, label: SETTING_NAMES[name] })),
    },
  };
}
