// The switch of the weekly reminder: who has it on, and what became of the newest one. The messages themselves are in
// weeklyReminder.ts.
import { isMailable } from '../mail/mime';
import { figuresOf, readWeek, type ReminderWeek } from '../people/reminderWeek';
import { permissionInSetup, type PermissionName } from '../texts/permissions';
import { countOf } from '../values/count';
import { addDays, longDay, mondayOf, parseDay, shortDay, type Day } from '../values/day';
import { readEmails } from '../values/emailAddress';
import { bad, good, type Problem, type Result } from '../values/result';
import { schemaVersion, SCHEMA_VERSION } from '../workbook/dataTab';
import { readVolunteers } from '../workbook/readVolunteers';
import type { Volunteer } from '../workbook/volunteer';
import type { Notes, Permissions, Services } from '../google/services';
import { newerWorkbook, ourTabIds } from './campaign';
import { openHiddenTab, type HiddenTab } from './hiddenTab';
import type { ReminderView } from './reminderAnswers';

/** In the notes of the file: one for each account that has it on, and what the newest week came to. */
const SWITCH = 'reminder on ';
export const WEEK = 'reminder week';

export interface ReminderSwitch {
  readonly account: string;
  /** Whose own address it is. */
  readonly address: string;
  readonly since: Day;
}

type NotesOfFile = ReturnType<Notes['all']>;

/** Those that cannot be read (somebody changed them by a script) count as off. */
export function switchesIn(notes: NotesOfFile): ReminderSwitch[] {
  return Object.keys(notes)
    .filter((key) => key.startsWith(SWITCH))
    .flatMap((key): ReminderSwitch[] => {
      const [day = '', address = ''] = (notes[key] ?? '').split(' ');
      const since = parseDay(day);
      return since === null || !isMailable(address)
        ? []
        : [{ account: key.slice(SWITCH.length), address, since }];
    });
}

/** What the reminder needs to run, in the order in which it is asked for. */
const NEEDED: readonly PermissionName[] = ['reminder', 'send', 'address'];

function missingIn(permissions: Permissions): string {
  const missing = NEEDED.filter((name) => !permissions[name]).map(permissionInSetup);
  return missing.length === 0 ? '' : `It needs your yes first: allow ${missing.join(' and ')}.`;
}

/** The one address of a volunteer, lower case; '' for none or several. */
export function addressOf({ email }: Volunteer): string {
  const { addresses } = readEmails(email);
  const [only = ''] = addresses;
  return addresses.length === 1 && isMailable(only) ? only.toLowerCase() : '';
}

/** Stands for an address in what the file keeps. */
export function digestOf(services: Services, address: string): string {
  return services.digest(address.toLowerCase()).slice(0, 16);
}

/** "Mon, Nov 9, 2026: 4 sent, 1 may not have left (Bo)." */
export function resultOf(services: Services, week: ReminderWeek, volunteers: readonly Volunteer[]): string {
  const { sent, unsure, failed } = figuresOf(week);
  const names = new Map(volunteers.map((one) => [digestOf(services, addressOf(one)), one.name]));
  const some = (digests: readonly string[], what: string): string[] => {
    const known = digests.flatMap((digest) => names.get(digest) ?? (digest === week.lead ? 'the lead' : []));
    const whose = known.length === 0 ? '' : ` (${known.join(', ')})`;
    return digests.length === 0 ? [] : [`${digests.length} ${what}${whose}`];
  };
  const parts = [`${sent} sent`, ...some(unsure, 'may not have left'), ...some(failed, 'could not be sent')];
  const cut = week.done ? '' : ' It ended before everybody was written to.';
  return `${longDay(week.week)}: ${parts.join(', ')}.${cut}`;
}

interface Read {
  readonly hidden: HiddenTab;
  readonly volunteers: readonly Volunteer[];
}

function read(services: Services): Result<Read> {
  const { book } = services;
  const hidden = openHiddenTab(services);
  if (schemaVersion(hidden.rows) > SCHEMA_VERSION) return bad(newerWorkbook());
  const { volunteers: tab } = ourTabIds(book.tabs(), hidden.rows);
  const table = tab === null ? null : book.read(tab);
  return good({ hidden, volunteers: readVolunteers(table, book.locale) });
}

export function showReminder(services: Services): Result<ReminderView> {
  const opened = read(services);
  return opened.ok ? good(viewOf(services, opened.value)) : opened;
}

function viewOf(services: Services, { volunteers }: Read): ReminderView {
  const notes = services.notes.all();
  const switches = switchesIn(notes);
  const permissions = services.permissions();
  const missing = missingIn(permissions);
  const account = services.knownAccountId();
  const own = switches.find((one) => one.account === account);
  const isGone = own !== undefined && permissions.reminder && !services.weekly.stands();
  const { day: today, time } = services.now();
  const wanting = volunteers.filter((one) => one.reminder);
  const reached = wanting.filter((one) => addressOf(one) !== '');
  const week = readWeek(notes[WEEK]);
  const monday = mondayOf(today);
  const isOpen = week === null || week.week < monday || (week.week === monday && !week.done);
  // The timers ring each day between 8 and 9, for weeks that began after they were switched on.
  const isOwed = isOpen && switches.some(({ since }) => since < monday);
  const soon = time < '09:00' ? today : addDays(today, 1);
  const isLate = isOwed && soon > monday;
  const next = switches.length === 0 ? '' : longDay(isOwed ? soon : addDays(monday, 7));
  const last = week === null ? '' : resultOf(services, week, volunteers);
  const leads = switches.map(({ address, since }) => ({ who: address, since: shortDay(since, today) }));
  const without = wanting.filter((one) => addressOf(one) === '').map((one) => one.name);
  return {
    on: own !== undefined && !isGone,
    missing,
    leads,
    wanting: reached.length,
    next,
    last,
    lines: [
      ...leads.map(({ who, since }) => `On: ${who}, since ${since}.`),
      ...(leads.length > 1
        ? ['It goes out once a week: whose turn comes first gets the lead’s message.']
        : []),
      ...(isGone ? ['Its timer was taken away in Google’s list of triggers. Switch it on again.'] : []),
      ...(next === '' ? [] : [`Next: ${next}, between 8 and 9.`]),
      ...(isLate ? ['Not everybody has this week’s yet: it goes on each morning until they do.'] : []),
      ...(last === '' ? [] : [`Newest: ${last}`]),
      `${countOf(reached.length, 'volunteer')} with yes under Reminder in the Volunteers tab.`,
      ...(without.length === 0 ? [] : [`No address that can be used: ${without.join(', ')}.`]),
    ],
  };
}

/** Switches it on or off for this person. Needs the lock. */
export function setReminder(services: Services, on: boolean): Result<ReminderView> {
  const opened = read(services);
  if (!opened.ok) return opened;
  const problem = on ? switchOn(services) : switchOff(services);
  return problem ? bad(problem) : good(viewOf(services, opened.value));
}

/** The timer first: one without a switch does nothing, a switch without a timer would be a promise. */
function switchOn(services: Services): Problem | null {
  const permissions = services.permissions();
  const missing = missingIn(permissions);
  if (missing !== '')
    return {
      code: 'no-reminder-permission',
      message: 'The weekly reminder is off.',
      todo: missing,
      url: permissions.url,
    };
  const address = services.address();
  if (!isMailable(address))
    return {
      code: 'no-own-address',
      message: 'Google did not tell your address, so the weekly reminder stays off.',
      todo: 'Ask another lead to switch it on. In some organizations addresses are hidden.',
    };
  const account = services.accountId();
  services.weekly.start(services.book.timeZone);
  services.notes.put(`${SWITCH}${account}`, `${services.now().day} ${address}`);
  return null;
}

function switchOff(services: Services): null {
  const account = services.knownAccountId();
  if (account !== '') services.notes.drop(`${SWITCH}${account}`);
  if (services.permissions().reminder) services.weekly.stop();
  return null;
}

/** Where somebody who is forgotten had it on, that goes too. */
export function forgetReminder({ notes }: Services, addresses: readonly string[]): void {
  for (const { account, address } of switchesIn(notes.all()))
    if (addresses.includes(address.toLowerCase())) notes.drop(`${SWITCH}${account}`);
}
