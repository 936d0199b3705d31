// Reads the Settings tab (name, value, what it means). Unreadable values keep the shipped one and are named.
import { cellText, isBlank, isDateCell, type Cell } from '../values/cell';
import { askKinds, ENDORSEMENT, readAskKind } from '../texts/askKinds';
import type { Day } from '../values/day';
import { NO_DAYS_OFF, readDaysOff, type DaysOff } from '../values/daysOff';
import type { Problem } from '../values/result';
import { nearest } from '../values/closeness';
import { readEmails } from '../values/emailAddress';
import { readTypedDate } from '../values/typedDate';
import { isYes } from '../values/yes';
import type { Settings } from './settings';
import type { Table } from './table';

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
  senator: '',
  state: '',
  issue: '',
  checkIns: [7, 2],
  daysOff: NO_DAYS_OFF,
  daysOffText: '',
  ownAsks: [],
  firstAsk: ENDORSEMENT,
  partnerCheckDays: 90,
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
  senator: 'Senator',
  state: 'State',
  issue: 'Issue',
  checkIns: 'Check-ins',
  daysOff: 'Days off',
  ownAsks: 'Our own asks',
  firstAsk: 'First messages ask for',
  partnerCheckDays: 'Partner check days',
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

interface Line {
  /** The name as typed. */
  readonly name: string;
  readonly cell: Cell;
  /** 1-based. */
  readonly row: number;
}

interface Reading {
  readonly value: (name: string) => Line | undefined;
  readonly problems: Problem[];
  readonly sheet: string;
  readonly locale: string;
}

/** Of two lines with one name the upper counts. A line that is no setting is named, unless its value is blank. */
export function readSettings(
  table: Table | null,
  locale: string,
): { readonly settings: Settings; readonly problems: readonly Problem[] } {
  if (table === null) return { settings: DEFAULT_SETTINGS, problems: [] };
  const byName = new Map<string, Line>();
  const reading: Reading = {
    value: (name) => byName.get(keyOf(name)),
    problems: [],
    sheet: table.name,
    locale,
  };
  table.rows.forEach((row, index) => {
    const name = cellText(row[0] ?? '').trim();
    const line = { name, cell: row[1] ?? '', row: index + 1 };
    const first = byName.get(keyOf(name));
    if (first === undefined && name !== '') byName.set(keyOf(name), line);
    else if (first !== undefined && !isBlank(line.cell))
      complain(
        reading,
        line,
        `“${name}” stands in Settings twice, and row ${first.row} counts.`,
        'Delete the line that is not meant.',
      );
  });
  unknownNames(reading, byName);
  const names = SETTING_NAMES;
  const ownAsks = ownKinds(reading, names.ownAsks);
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
    replyTo: address(reading, names.replyTo),
    ccOwner: yes(reading, names.ccOwner),
    testAddress: address(reading, names.testAddress),
    goal: count(reading, names.goal, null, 1),
    senator: text(reading, names.senator),
    state: text(reading, names.state),
    issue: text(reading, names.issue),
    checkIns: daysBefore(reading, names.checkIns, DEFAULT_SETTINGS.checkIns),
    daysOff: daysOff(reading, names.daysOff),
    daysOffText: text(reading, names.daysOff),
    ownAsks,
    firstAsk: firstAsk(reading, names.firstAsk, ownAsks),
    partnerCheckDays: count(reading, names.partnerCheckDays, DEFAULT_SETTINGS.partnerCheckDays, 1),
  };
  return { settings, problems: reading.problems };
}

function text(reading: Reading, name: string): string {
  return cellText(reading.value(name)?.cell ?? '').trim();
}

/** "follow-up days: union" is that setting for one category; `category` null where it is for all. */
function partsOf(key: string): { readonly head: string; readonly category: string | null } {
  const at = key.indexOf(':');
  if (at < 0) return { head: key, category: null };
  return { head: key.slice(0, at), category: key.slice(at + 1).trim() };
}

/** Lines whose name is no setting: a slip there would leave the shipped value in use without a word. */
function unknownNames(reading: Reading, byName: ReadonlyMap<string, Line>): void {
  const known: readonly string[] = Object.values(SETTING_NAMES);
  const ofCategory = [SETTING_NAMES.followUpDays, SETTING_NAMES.emails];
  for (const [key, line] of byName) {
    const { head, category } = partsOf(key);
    const isKnown = (category === null ? known : ofCategory).some((name) => keyOf(name) === head);
    if (isKnown || isBlank(line.cell) || (key === 'name' && keyOf(cellText(line.cell)) === 'value')) continue;
    const near = nearest(head, category === null ? known : ofCategory);
    complain(
      reading,
      line,
      `There is no setting “${line.name}”, so this line is not used.`,
      near === null
        ? 'Write the name of a setting, or leave the line as a note of yours with nothing in column B.'
        : `Did you mean “${near}${category === null ? '' : line.name.slice(line.name.indexOf(':'))}”?`,
    );
  }
}

/** One mail address, '' where the value is none. */
function address(reading: Reading, name: string): string {
  const found = reading.value(name);
  const { addresses, rests } = readEmails(text(reading, name));
  const [only = ''] = addresses;
  if (found === undefined || (addresses.length < 2 && rests.length === 0)) return only;
  complain(
    reading,
    found,
    `“${name}” in Settings is not one mail address.`,
    'Write one address. Until then the line counts as empty.',
  );
  return '';
}

function yes(reading: Reading, name: string): boolean {
  const found = reading.value(name);
  const typed = found === undefined ? '' : cellText(found.cell).trim();
  if (found !== undefined && isYes(found.cell)) return true;
  if (found !== undefined && !/^(no|false|off|0|nein|)$/i.test(typed))
    complain(
      reading,
      found,
      `“${name}” in Settings is neither yes nor no.`,
      'Write yes or no. Until then it is no.',
    );
  return false;
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

/** "7, 2" or "7 and 2"; "no" for none. */
function daysBefore(reading: Reading, name: string, shipped: readonly number[]): readonly number[] {
  const found = reading.value(name);
  if (found === undefined || isBlank(found.cell)) return shipped;
  const typed = cellText(found.cell).trim();
  if (/^(no|none|never|0)$/i.test(typed)) return [];
  const days = typed.split(/\s*(?:,|;|\band\b|\s)\s*/i).filter((word) => word !== '');
  if (days.every((word) => /^[1-9]\d{0,2}$/.test(word)))
    return [...new Set(days.map(Number))].sort((a, b) => b - a);
  complain(
    reading,
    found,
    `“${name}” in Settings is not a list of whole numbers of days.`,
    `Write the days before a deadline, such as 7 and 2. Until then ${shipped.join(' and ')} are used.`,
  );
  return shipped;
}

/** "Sundays, Dec 24 – Jan 1"; "no" for none. What cannot be read is named, the rest counts. */
function daysOff(reading: Reading, name: string): DaysOff {
  const found = reading.value(name);
  if (found === undefined || /^(no|none|never|0)?$/i.test(cellText(found.cell).trim())) return NO_DAYS_OFF;
  const { daysOff: read, unread } = readDaysOff(cellText(found.cell), reading.locale);
  if (unread.length > 0)
    complain(
      reading,
      found,
      `“${unread.join('”, “')}” in “${name}” cannot be read, or in two ways.`,
      'Write weekdays and dates, such as Sundays, Dec 24 – Jan 1. Until then that part is not skipped.',
    );
  return read;
}

/** Each once, without those that ship. One with a comma in it stands in quotation marks. */
function ownKinds(reading: Reading, name: string): readonly string[] {
  const parts = text(reading, name).match(/\s*["“”„][^"“”„\n]+["“”]|[^,;\n]+/g) ?? [];
  const typed = parts.map((part) => part.replace(/["“”„]/g, '').trim());
  return askKinds(typed)
    .slice(askKinds([]).length)
    .map((kind) => kind.name);
}

/** An empty cell means that they ask for nothing; without the line it is what ships. */
function firstAsk(reading: Reading, name: string, own: readonly string[]): string {
  const found = reading.value(name);
  if (found === undefined) return DEFAULT_SETTINGS.firstAsk;
  const typed = text(reading, name);
  if (typed === '' || /^(no|none|nothing)$/i.test(typed)) return '';
  const kind = readAskKind(typed, own);
  if (kind !== null) return kind.name;
  complain(
    reading,
    found,
    `“${typed}” in “${name}” is none of the asks.`,
    `Write one of them, such as ${ENDORSEMENT}, or add it under “${SETTING_NAMES.ownAsks}”. Until then it is ${DEFAULT_SETTINGS.firstAsk}.`,
  );
  return DEFAULT_SETTINGS.firstAsk;
}

function byCategory(
  reading: Reading,
  byName: ReadonlyMap<string, Line>,
  name: string,
  shipped: Readonly<Record<string, number>>,
): Record<string, number> {
  const values: Record<string, number> = { ...shipped };
  for (const [key, found] of byName) {
    const { head, category } = partsOf(key);
    if (head !== keyOf(name) || category === null || isBlank(found.cell)) continue;
    const n = whole(found.cell);
    if (Number.isInteger(n) && n >= 1) values[category] = n;
    else
      complain(
        reading,
        found,
        `“${found.name}” in Settings is not a whole number of at least 1.`,
        'Type a whole number.',
      );
  }
  return values;
}

function complain(reading: Reading, line: Line, message: string, todo: string): void {
  reading.problems.push({
    code: 'setting-unreadable',
    message,
    todo,
    place: { sheet: reading.sheet, row: line.row, column: 'B' },
    text: cellText(line.cell),
  });
}
