// Installed triggers: timers that call a function of the add-on once a week or each day, as whoever made them. What nobody could
// confirm is marked M, as in the platform notes.
import { makeEnum, type EnumMember } from './enums';
import type { SharedFile } from './file';
import type { Gate, Method } from './gate';
import { instantOf, zoneOffset } from './zones';

/** Plain data that survives JSON. */
export interface Timer {
  readonly id: string;
  /** Who made it, lower case: it runs as them, and nobody else sees it. */
  readonly owner: string;
  readonly handler: string;
  /** 1 for Monday to 7 for Sunday, 0 for each day. */
  readonly weekDay: number;
  readonly hour: number;
  readonly timeZone: string;
  /** Next run, milliseconds since 1970. */
  next: number;
}

const NAMES = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export const WeekDay = makeEnum(NAMES);

const DAY_MS = 86_400_000;
/** Quota page: triggers a person may have in a script. */
const MOST_TRIGGERS = 20;
const TOO_MANY =
  'This script has too many triggers. Triggers must be deleted from the script before more can be added.';
const SCOPES = ['script.scriptapp'];

/** Google spreads the runs over the hour and keeps the minute of each; here it comes from the id. */
function minuteOf(id: string): number {
  return Array.from(id).reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 60, 7);
}

/** The first run after this instant. */
export function nextRun(timer: Omit<Timer, 'next'>, after: number): number {
  const { weekDay, hour, timeZone, id } = timer;
  const wall = after + zoneOffset(timeZone, after);
  const midnight = Math.floor(wall / DAY_MS) * DAY_MS;
  for (let days = 0; days <= 8; days++) {
    const day = midnight + days * DAY_MS;
    if (weekDay !== 0 && ((new Date(day).getUTCDay() + 6) % 7) + 1 !== weekDay) continue;
    const at = instantOf(timeZone, day + hour * 3_600_000 + minuteOf(id) * 60_000);
    if (at > after) return at;
  }
  throw new Error('Every week has each of its days.');
}

/** Moves the clock by this long; what is due on the way runs at its time, as whoever made it, if they have a host. */
export function passTime(file: SharedFile, milliseconds: number): void {
  const { clock, timers, runners } = file;
  const until = clock.now() + milliseconds;
  for (;;) {
    const [timer] = timers.filter(({ next }) => next <= until).sort((a, b) => a.next - b.next);
    if (timer === undefined) break;
    clock.advance(Math.max(0, timer.next - clock.now()));
    timer.next = nextRun(timer, timer.next);
    runners.get(timer.owner)?.(timer);
  }
  clock.advance(Math.max(0, until - clock.now()));
}

/** What a time trigger is given (reference of event objects); in the script's time zone. */
export function timerEvent(authMode: EnumMember, timer: Timer, now: number, timeZone: string): object {
  const wall = new Date(now + zoneOffset(timeZone, now));
  const firstDay = Date.UTC(wall.getUTCFullYear(), 0, 1);
  return {
    authMode,
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    'day-of-month': wall.getUTCDate(),
    'day-of-week': ((wall.getUTCDay() + 6) % 7) + 1,
    'week-of-year': Math.floor((wall.getTime() - firstDay) / (7 * DAY_MS)) + 1,
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    timezone: timeZone,
    triggerUid: timer.id,
  };
}

interface Options {
  readonly file: SharedFile;
  readonly owner: string;
  /** Time zone of the script, for a timer that names none. */
  readonly timeZone: string;
  /** Functions of the add-on that can be called. */
  readonly has: (name: string) => boolean;
}

/** The methods of ScriptApp that make, list and delete triggers. */
export function timerMethods(gate: Gate, options: Options): Readonly<Record<string, Method>> {
  const { file, timeZone, has } = options;
  const owner = options.owner.toLowerCase();
  const ids = new WeakMap<object, string>();

  function wrapped({ id, handler }: Timer): object {
    const trigger = gate.wrap('Trigger', {
      getHandlerFunction: { kind: 'light', args: [[]], run: () => handler },
      getUniqueId: { kind: 'light', args: [[]], run: () => id },
    });
    ids.set(trigger, id);
    return trigger;
  }

  function clock(handler: string): object {
    const plan = { weekDay: -1, hour: -1, timeZone };
    const self: object = gate.wrap('ClockTriggerBuilder', {
      onWeekDay: {
        kind: 'light',
        args: [['WeekDay']],
        run: (day: EnumMember) => {
          plan.weekDay = NAMES.indexOf(day.name() as (typeof NAMES)[number]) + 1;
          return self;
        },
      },
      everyDays: {
        kind: 'light',
        args: [['Integer']],
        run: (days: number) => {
          if (days !== 1) gate.fail('Not in the stand-in: a timer of every few days');
          plan.weekDay = 0;
          return self;
        },
      },
      atHour: {
        kind: 'light',
        args: [['Integer']],
        run: (hour: number) => {
          if (!Number.isInteger(hour) || hour < 0 || hour > 23) gate.fail('Invalid argument: hour');
          plan.hour = hour;
          return self;
        },
      },
      inTimezone: {
        kind: 'light',
        args: [['String']],
        run: (zone: string) => {
          try {
            zoneOffset(zone, 0);
          } catch {
            gate.fail('Invalid argument: timezone');
          }
          plan.timeZone = zone;
          return self;
        },
      },
      create: {
        kind: 'call',
        args: [[]],
        scopes: SCOPES,
        needsAuthorization: true,
        run: () => {
          // M: that a function which is not there is refused when the trigger is made, and the words.
          if (!has(handler)) gate.fail(`The selected function ${handler} cannot be found.`);
          if (plan.weekDay < 0 || plan.hour < 0)
            gate.fail('The trigger needs a day of the week, or each day, and an hour.');
          if (file.timers.filter((timer) => timer.owner === owner).length >= MOST_TRIGGERS)
            gate.fail(TOO_MANY);
          const number = file.timers.reduce((most, { id }) => Math.max(most, Number(id)), 7_000_000) + 1;
          const timer = { id: String(number), owner, handler, ...plan };
          file.timers.push({ ...timer, next: nextRun(timer, file.clock.now()) });
          return wrapped({ ...timer, next: 0 });
        },
      },
    });
    return self;
  }

  return {
    newTrigger: {
      kind: 'light',
      args: [['String']],
      scopes: SCOPES,
      needsAuthorization: true,
      run: (handler: string) =>
        gate.wrap('TriggerBuilder', { timeBased: { kind: 'light', args: [[]], run: () => clock(handler) } }),
    },
    getProjectTriggers: {
      kind: 'call',
      args: [[]],
      scopes: SCOPES,
      needsAuthorization: true,
      run: () => file.timers.filter((timer) => timer.owner === owner).map(wrapped),
    },
    deleteTrigger: {
      kind: 'call',
      args: [['Trigger']],
      scopes: SCOPES,
      needsAuthorization: true,
      run: (trigger: object) => {
        const at = file.timers.findIndex(({ id }) => id === ids.get(trigger));
        if (at >= 0) file.timers.splice(at, 1);
      },
    },
  };
}
