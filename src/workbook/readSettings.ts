// Reads the Settings tab (name, value, what it means). Unreadable values keep the shipped one and are named.
import { cellText, isBlank, isDateCell, type Cell } from '../values/cell';
import type { Day } from '../values/day';
import { cellName } from '../values/a1';
import type { Problem } from '../values/result';
import { readTypedDate } from '../values/typedDate';
import type { Settings } from './settings';
import type { Table } from './table';
import { SETTINGS_TAB } from './tabs';

export const DEFAULT_SETTINGS: Settings = {
  campaign: '',
  resolutionLink: '',
  nextMeeting: null,
  openMeetingDate: null,
  openMeetingPlace: '',
  openMeetingLink: '',
  followUpDays: 7,
  followUpDaysByCategory: {},
  emails: 2,
  emailsByCategory: { union: 3, unions: 3 },
  dailyLimit: 100,
  senderName: '',
  replyTo: '',
  ccOwner: false,
  testAddress: '',
  goal: null,
};

/** The name of each setting as it stands in column A. "Follow-up days: Union" sets it for one category. */
export const SETTING_NAMES = {
  campaign: 'Campaign',
  resolutionLink: 'Resolution link',
  nextMeeting: 'Next meeting',
  openMeetingDate: 'Open meeting date',
  openMeetingPlace: 'Open meeting place',
  openMeetingLink: 'Open meeting link',
  followUpDays: 'Follow-up days',
  emails: 'Attempts',
  dailyLimit: 'Daily limit',
  senderName: 'Sender name',
  replyTo: 'Reply-to',
  ccOwner: 'Cc the owner',
  testAddress: 'Own address for tests',
  goal: 'Endorsement goal',
} as const;

export type SettingName = keyof typeof SETTING_NAMES;

/** Days without an answer after which a touch to this category is stale. */
export function followUpDaysFor(settings: Settings, category: string): number {
  return settings.followUpDaysByCategory[keyOf(category)] ?? settings.followUpDays;
}

/** E-mails to one contact of this category, the first included. */
export function emailsFor(settings: Settings, category: string): number {
  return settings.emailsByCategory[keyOf(category)] ?? settings.emails;
}

/** A category or setting name for comparing: trimmed, lower case, inner blanks folded. */
export function keyOf(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}

interface Reading {
  readonly value: (name: string) => { cell: Cell; row: number } | undefined;
  readonly problems: Problem[];
  readonly sheet: string;
  readonly locale: string;
}

export function readSettings(
  table: Table | null,
  locale: string,
): { readonly settings: Settings; readonly problems: readonly Problem[] } {
  if (table === null) return { settings: DEFAULT_SETTINGS, problems: [] };
  const byName = new Map<string, { cell: Cell; row: number }>();
  table.rows.forEach((row, index) => {
    const name = keyOf(cellText(row[0] ?? ''));
    if (name !== '' && !byName.has(name)) byName.set(name, { cell: row[1] ?? '', row: index + 1 });
  });
  const reading: Reading = {
    value: (name) => byName.get(keyOf(name)),
    problems: [],
    sheet: table.name,
    locale,
  };
  const names = SETTING_NAMES;
  const settings: Settings = {
    campaign: text(reading, names.campaign),
    resolutionLink: text(reading, names.resolutionLink),
    nextMeeting: dayOf(reading, names.nextMeeting),
    openMeetingDate: dayOf(reading, names.openMeetingDate),
    openMeetingPlace: text(reading, names.openMeetingPlace),
    openMeetingLink: text(reading, names.openMeetingLink),
    followUpDays: count(reading, names.followUpDays, DEFAULT_SETTINGS.followUpDays, 1),
    followUpDaysByCategory: byCategory(reading, byName, names.followUpDays, {}),
    emails: count(reading, names.emails, DEFAULT_SETTINGS.emails, 1),
    emailsByCategory: byCategory(reading, byName, names.emails, DEFAULT_SETTINGS.emailsByCategory),
    dailyLimit: count(reading, names.dailyLimit, DEFAULT_SETTINGS.dailyLimit, 0),
    senderName: text(reading, names.senderName),
    replyTo: text(reading, names.replyTo),
    ccOwner: yes(reading, names.ccOwner),
    testAddress: text(reading, names.testAddress),
    goal: count(reading, names.goal, null, 1),
  };
  return { settings, problems: reading.problems };
}

function text(reading: Reading, name: string): string {
  return cellText(reading.value(name)?.cell ?? '').trim();
}

function yes(reading: Reading, name: string): boolean {
  const cell = reading.value(name)?.cell ?? '';
  return cell === true || /^(yes|true|on|x|1|ja)$/i.test(cellText(cell).trim());
}

function dayOf(reading: Reading, name: string): Day | null {
  const found = reading.value(name);
  if (found === undefined || isBlank(found.cell)) return null;
  if (isDateCell(found.cell)) return found.cell.day;
  const typed = readTypedDate(cellText(found.cell), reading.locale);
  if (typed.kind === 'day') return typed.day;
  complain(
    reading,
    found,
    `“${name}” in Settings is not a date that can be read.`,
    'Type it as a date, such as Nov 19, 2026.',
  );
  return null;
}

function whole(cell: Cell): number {
  return typeof cell === 'number' ? cell : Number(cellText(cell).trim());
}

function count<T extends number | null>(
  reading: Reading,
  name: string,
  shipped: T,
  least: number,
): number | T {
  const found = reading.value(name);
  if (found === undefined || isBlank(found.cell)) return shipped;
  const n = whole(found.cell);
  if (Number.isInteger(n) && n >= least) return n;
  complain(
    reading,
    found,
    `“${name}” in Settings is not a whole number of at least ${least}.`,
    shipped === null ? 'Type a whole number.' : `Type a whole number. Until then ${shipped} is used.`,
  );
  return shipped;
}

function byCategory(
  reading: Reading,
  byName: ReadonlyMap<string, { cell: Cell; row: number }>,
  name: string,
  shipped: Readonly<Record<string, number>>,
): Record<string, number> {
  const values: Record<string, number> = { ...shipped };
  const prefix = `${keyOf(name)}:`;
  for (const [key, found] of byName) {
    if (!key.startsWith(prefix) || isBlank(found.cell)) continue;
    const n = whole(found.cell);
    if (Number.isInteger(n) && n >= 1) values[key.slice(prefix.length).trim()] = n;
    else
      complain(
        reading,
        found,
        `“${key}” in Settings is not a whole number of at least 1.`,
        'Type a whole number.',
      );
  }
  return values;
}

function complain(reading: Reading, found: { cell: Cell; row: number }, message: string, todo: string): void {
  reading.problems.push({
    code: 'setting-unreadable',
    message,
    todo,
    place: { sheet: SETTINGS_TAB, row: found.row, column: 'B' },
    text: `${cellName(found.row, 2)}: ${cellText(found.cell)}`,
  });
}
