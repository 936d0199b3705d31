// Today: what needs somebody, and where the campaign stands.
import { daysBetween, longDay, parseDay } from '../values/day';
import { good, bad, type Result } from '../values/result';
import { foldName } from '../values/text';
import { asTheirCell } from '../values/writtenText';
import { cellName } from '../values/a1';
import { cellText, sameCell, type Cell } from '../values/cell';
import { sentenceOf } from '../values/count';
import { dayOfCell } from '../values/typedDate';
import { endorsements } from '../asks/endorsements';
import { staleReport } from '../touches/dueList';
import { statusOf, type Status } from '../touches/status';
import { SETTING_NAMES, keyOf, readSettings, type SettingName } from '../workbook/readSettings';
import { SETTINGS_SHAPE } from '../workbook/ourTabs';
import { SETTINGS_TAB } from '../workbook/tabs';
import { KINDS, kindOf } from '../texts/kinds';
import type { Services } from '../google/services';
import type { TodayView, WriteReceipt } from './answers';
import { askNeeds } from './asks';
import { openCampaign, type Campaign } from './campaign';
import { weeksOf } from './dashboard';
import { growingNeeds } from './growing';
import { writeJournal } from './journal';
import { countOfMoves, deadlinesView, FOLLOWED, movedWords, moveTo } from './meetingMoved';
import { checkInNeeds } from './myContacts';
import { needsOf } from './needs';
import { ensureTab } from './ourTabs';
import { planNeeds } from './plans';
import { receipt } from './settle';
import { unionsToday } from './unions';

type Stage = keyof TodayView['stages'];

const STAGE_OF: Readonly<Record<Status, Stage>> = {
  Shortlisted: 'notContacted',
  Researching: 'notContacted',
  Ready: 'notContacted',
  Contacted: 'contacted',
  'Following up': 'contacted',
  Waiting: 'contacted',
  'In conversation': 'inConversation',
  Observer: 'inConversation',
  Endorsed: 'endorsed',
  Partner: 'endorsed',
  Declined: 'closed',
  'Bowed out': 'closed',
  Unreachable: 'closed',
};

export function showToday(services: Services, saved: WriteReceipt | null = null): Result<TodayView> {
  const opened = openCampaign(services, [
    'log',
    'settings',
    'volunteers',
    'templates',
    'asks',
    'partners',
    'unions',
  ]);
  return opened.ok ? good(todayView(opened.value, saved)) : opened;
}

function todayView(campaign: Campaign, saved: WriteReceipt | null): TodayView {
  const { contacts, today, settings } = campaign;
  const unions = unionsToday(campaign);
  const report = staleReport(contacts, campaign.log, settings, today, campaign.services.book.locale);
  const touched = new Set(campaign.log.map((entry) => entry.contact));
  const stages = { notContacted: 0, contacted: 0, inConversation: 0, endorsed: 0, closed: 0 };
  const stagesByKind = new Map<string, Set<Stage>>();
  for (const contact of contacts) {
    const status = statusOf(contact);
    const written =
      contact.text.lastContacted !== '' ||
      contact.text.firstContacted !== '' ||
      touched.has(contact.outreachId);
    const plain: Stage = written ? 'contacted' : 'notContacted';
    const stage = status === null ? plain : STAGE_OF[status] === 'notContacted' ? plain : STAGE_OF[status];
    stages[stage]++;
    const kind = kindOf(foldName(contact.text.category));
    if (kind !== null) stagesByKind.set(kind.key, (stagesByKind.get(kind.key) ?? new Set()).add(stage));
  }
  return {
    todayText: longDay(today),
    sheet: campaign.table.name,
    contacts: contacts.length,
    nextMeeting: settings.nextMeeting
      ? {
          day: settings.nextMeeting,
          title: meetingIn(daysBetween(today, settings.nextMeeting)),
          text: longDay(settings.nextMeeting),
        }
      : null,
    deadlines: deadlinesView(campaign, saved),
    needs: [
      ...needsOf(campaign, report),
      ...askNeeds(campaign),
      ...planNeeds(campaign),
      ...checkInNeeds(campaign),
      ...growingNeeds(campaign),
      ...unions.needs,
    ],
    unions: unions.line,
    weeks: weeksOf(campaign),
    stages,
    goal: settings.goal,
    confirmed: endorsements(contacts, campaign.asks.asks, today).confirmed.length,
    categories:
      campaign.map.columns.category === undefined
        ? []
        : KINDS.map(({ key }) => ({
            name: key.charAt(0).toUpperCase() + key.slice(1),
            stage: stageName([...(stagesByKind.get(key) ?? [])]),
          })),
  };
}

function stageName(stages: readonly Stage[]): TodayView['categories'][number]['stage'] {
  if (stages.length === 0) return 'missing';
  if (stages.includes('inConversation') || stages.includes('endorsed')) return 'in conversation';
  return stages.includes('contacted') ? 'contacted' : 'not contacted';
}

function meetingIn(days: number): string {
  if (days < 0) return 'The meeting is over';
  if (days === 0) return 'Next meeting is today';
  return days === 1 ? 'Next meeting is tomorrow' : `Next meeting in ${days} days`;
}

/** In the journal: a line of the Settings tab, found by its name when it is undone; with the tab's id behind it. */
export const SETTING = 'setting';

/**
 * Writes one value of the Settings tab, which is made where it is missing. With the next meeting the due dates move that
 * follow it, in the same change. Needs the lock.
 */
export function saveSetting(services: Services, name: SettingName, value: string): Result<TodayView> {
  const label = SETTING_NAMES[name] as string | undefined;
  if (label === undefined) {
    return bad({
      code: 'no-such-setting',
      message: `Settings has no line “${name}”.`,
      todo: 'Open the Settings tab.',
    });
  }
  const opened = openCampaign(services, name === 'nextMeeting' ? ['settings'] : []);
  if (!opened.ok) return opened;
  const campaign = opened.value;
  const { book } = services;
  const cell = settingCell(name, value, book.locale);
  if (!cell.ok) return cell;
  const meeting = name === 'nextMeeting' ? dayOfCell(cell.value) : null;
  const moves = countOfMoves(campaign, meeting);
  if (!moves.ok) return moves;
  const moved =
    meeting === null || moves.value === 0 ? [] : [movedWords(moves.value, meeting, campaign.today)];
  const what = sentenceOf([`changed “${label}” in Settings`, ...moved]);
  const change = putSetting(campaign, name, cell.value, what, moved.length > 0);
  if (change === '') {
    const applied = meeting === null ? null : moveTo(campaign, meeting);
    return showToday(services, applied && applied.written > 0 ? receipt(sentenceOf(moved), applied) : null);
  }
  const { written, kept } =
    meeting === null ? { written: 0, kept: [] } : moveTo(campaign, meeting, change, what);
  return showToday(services, receipt(what, { change, written: written + 1, kept }));
}

/**
 * Writes one cell of the Settings tab, which is made where it is missing, and flushes. `moves`: due dates move with it;
 * `known`: the change that it is a part of. Returns the id of the change, '' where the cell reads so already.
 */
export function putSetting(
  { services, hidden, tabs, map, settings }: Campaign,
  name: SettingName,
  to: Cell,
  what: string,
  moves: boolean,
  known = '',
): string {
  const { book } = services;
  const label = SETTING_NAMES[name];
  const tab = ensureTab(services, hidden, SETTINGS_SHAPE, tabs.settings);
  const rows = book.read(tab)?.rows ?? [];
  const at = rows.findIndex((row) => keyOf(cellText(row[0] ?? '')) === keyOf(label));
  const row = at < 0 ? rows.length + 1 : at + 1;
  const from = rows[at]?.[1] ?? '';
  if (sameCell(from, to)) return '';
  const before = settings.nextMeeting;
  const change = writeJournal(
    services,
    hidden,
    {
      what,
      tab: map.sheetId,
      made: [`${SETTING}:${tab}`, ...(!moves || before === null ? [] : [`${FOLLOWED}:${before}`])],
      undoable: true,
      cells: [{ key: '', cell: cellName(row, 2), column: 2, header: label, from, to }],
    },
    known,
  );
  if (at < 0) {
    book.grow(tab, row, 2);
    book.write(tab, row, 1, [[label]]);
  }
  book.write(tab, row, 2, [[asTheirCell(to)]]);
  book.flush();
  return change;
}

const DATES: readonly SettingName[] = ['nextMeeting', 'openMeetingDate'];

/** A value as it is to be read back: a date, a number, or a text. A value that cannot be one is a problem. */
function settingCell(name: SettingName, value: string, locale: string): Result<Cell> {
  const rows = [[SETTING_NAMES[name], value]];
  const { settings, problems } = readSettings({ id: 0, name: SETTINGS_TAB, hidden: false, rows }, locale);
  const [problem] = problems;
  if (problem)
    return bad({
      code: problem.code,
      message: `“${value}” cannot be the ${SETTING_NAMES[name].toLowerCase()}. Nothing was changed.`,
      todo: DATES.includes(name)
        ? 'Type it as a date, such as Nov 19, 2026.'
        : name === 'daysOff'
          ? 'Write weekdays and dates, such as Sundays, Dec 24 – Jan 1.'
          : 'Type a whole number.',
      text: value,
    });
  const read = settings[name];
  const day = DATES.includes(name) && typeof read === 'string' ? parseDay(read) : null;
  if (day !== null) return good({ day, time: null });
  if (value.trim() === '') return good('');
  return good(typeof read === 'number' ? read : value);
}
