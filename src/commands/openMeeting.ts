// Which meeting a command works on: its shortlist is known by its sheet id, since people rename tabs.
import { parseDay, type Day } from '../values/day';
import { bad, good, type Problem, type Result } from '../values/result';
import { meetingKey, readShortlist, type Shortlist } from '../meetings/shortlist';
import type { DataRow, PlacedDataRow } from '../workbook/dataTab';
import { SHORTLIST_PREFIX } from '../workbook/tabs';
import type { Table, TabInfo } from '../workbook/table';
import type { Services } from '../google/services';
import type { Campaign } from './campaign';

/** What the line of a closed meeting holds. */
const CLOSED = 'closed';

export interface MeetingTab {
  readonly tab: TabInfo;
  readonly day: Day;
  readonly closed: boolean;
}

export interface Meeting extends MeetingTab {
  /** The shortlist as read once. */
  readonly table: Table;
  readonly list: Shortlist;
}

/** The shortlists that stand in the file, the newest day first. No service call. */
export function meetingTabs(tabs: readonly TabInfo[], data: readonly PlacedDataRow[]): MeetingTab[] {
  const lines = new Map<number, PlacedDataRow>();
  for (const line of data)
    if (line.kind === 'tab' && line.key.startsWith(SHORTLIST_PREFIX)) lines.set(Number(line.state), line);
  return tabs
    .flatMap((tab): MeetingTab[] => {
      const line = lines.get(tab.id);
      const day = parseDay(line?.key.slice(SHORTLIST_PREFIX.length) ?? '');
      return day === null ? [] : [{ tab, day, closed: line?.data === CLOSED }];
    })
    .sort((a, b) => (a.day < b.day ? 1 : -1));
}

/** The shortlist in front, else the newest that is not closed, else the newest. One read. */
export function openMeeting({ services, hidden }: Campaign): Result<Meeting> {
  const { book } = services;
  const all = meetingTabs(book.tabs(), hidden.rows);
  const front = book.activeTab();
  const chosen = all.find(({ tab }) => tab.id === front?.id) ?? all.find(({ closed }) => !closed) ?? all[0];
  return chosen === undefined ? bad(noMeeting()) : readMeeting(services, chosen);
}

/** One read. */
export function readMeeting({ book }: Services, meeting: MeetingTab): Result<Meeting> {
  const table = book.read(meeting.tab.id);
  if (table === null) return bad(noMeeting());
  const list = readShortlist(table);
  return list === null ? bad(headingsGone(table.name)) : good({ ...meeting, table, list });
}

/** Rows from the top in which the headings of a copy are looked for. */
const HEADING_ROWS = 30;

/**
 * What people typed where it does not count, a sentence each: in a copy of a shortlist made by hand, above the headings.
 * A read for each tab that is named like a shortlist and is none.
 */
export function outsideOf({ services: { book }, hidden }: Campaign, { table, list }: Meeting): string[] {
  const tabs = book.tabs();
  const known = new Set(meetingTabs(tabs, hidden.rows).map(({ tab }) => tab.id));
  const copies = tabs
    .filter(({ id, name }) => !known.has(id) && name.includes(SHORTLIST_PREFIX))
    .filter(({ id }) => readShortlist({ rows: book.readRows(id, 1, HEADING_ROWS) }) !== null);
  return [
    ...copies.map(
      ({ name }) =>
        `“${name}” is a copy: nothing in it counts. Move what was typed there into “${table.name}”, or delete it.`,
    ),
    ...(list.above.length === 0 ? [] : [aboveText(table.name, list.above)]),
  ];
}

/** The line of the hidden tab by which a shortlist is known, to be put in the place of the one before. */
export function meetingLine(
  { today, time }: Pick<Campaign, 'today' | 'time'>,
  { tab, day, closed }: { readonly tab: Pick<TabInfo, 'id'>; readonly day: Day; readonly closed: boolean },
): DataRow {
  return {
    kind: 'tab',
    key: meetingKey(day),
    when: `${today} ${time}`,
    who: '',
    state: String(tab.id),
    data: closed ? CLOSED : '',
  };
}

function aboveText(tab: string, rows: readonly number[]): string {
  const [first = 1] = rows;
  const [what, count] =
    rows.length === 1
      ? [`Row ${first} of “${tab}” stands`, 'it does not count']
      : [`${rows.length} rows of “${tab}” stand`, 'they do not count'];
  return `${what} above the headings, so ${count}. Drag the row of the headings to the top.`;
}

function noMeeting(): Problem {
  return {
    code: 'no-meeting',
    message: 'This file has no shortlist yet.',
    todo: 'Choose a day and start the meeting.',
  };
}

function headingsGone(sheet: string): Problem {
  return {
    code: 'shortlist-headings',
    message: `The headings “Organization” and “Who takes it” are not in the tab “${sheet}” any more. Nothing was changed.`,
    todo: 'Type them again above their columns.',
    place: { sheet },
  };
}
