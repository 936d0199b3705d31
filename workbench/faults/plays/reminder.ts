// The weekly reminder: its switch, and the run that Google's timer starts while two leads have it on.
import type { Host } from '../../host/createHost';
import { press, pressAgain } from '../again';
import { momentOf, type Moment } from '../moment';
import type { Play } from '../play';
import { lettersOf, viewOf } from '../reader';
import { ask, LEAD, open, OTHER_LEAD, started, type Built } from '../sample';

const target: Play['target'] = { person: 'Tamar', heading: 'Status', text: 'In conversation' };

interface Reminder {
  readonly on: boolean;
  readonly last: string;
}

const timersOf = ({ file }: Host): number => file.timers.filter(({ owner }) => owner === LEAD).length;

/** The switch stands as it was set, and the timer with it, once. */
const stands = (on: boolean) => (host: Host) => {
  const timers = timersOf(host);
  return [
    ...(ask<Reminder>(host, 'getReminder').on === on ? [] : [`the switch does not say ${on}`]),
    ...(timers === (on ? 1 : 0) ? [] : [`${timers} timers`]),
  ];
};

function switched(on: boolean): Pick<Play, 'steps' | 'finish' | 'target' | 'undoable' | 'also' | 'expects'> {
  const step = press('setReminder', on);
  return {
    steps: () => [step],
    finish: (host) => pressAgain(host, step),
    target,
    expects: () => [],
    also: stands(on),
    undoable: false,
  };
}

export const REMINDER_ON: Play = {
  command: 'setReminder',
  about: 'the weekly reminder, switched on',
  start: started,
  ...switched(true),
};

async function on(built: Built): Promise<Moment> {
  const host = open(await started(built), built);
  ask(host, 'setReminder', true);
  return momentOf(host);
}

export const REMINDER_OFF: Play = {
  command: 'setReminder',
  about: 'the weekly reminder, switched off',
  start: on,
  ...switched(false),
};

const WANTING = ['Bo', 'Chidi'] as const;

/** Two leads have had it on for a week, and two volunteers want theirs. */
async function wanted(built: Built): Promise<Moment> {
  const host = open(await on(built), built);
  WANTING.forEach((_, index) => {
    host.model.typeInto('Volunteers', index + 3, 9, 'yes');
  });
  const other = open(momentOf(host), built, OTHER_LEAD);
  ask(other, 'setReminder', true);
  // The run that is tried is the first.
  other.file.timers.length = 0;
  other.advance(7);
  return momentOf(other);
}

const addressOf = (name: string): string => `${name.toLowerCase()}@larkhaven.example.org`;

function counts(to: string, letters: ReturnType<typeof lettersOf>): number {
  return letters.filter((letter) => letter.to === to).length;
}

/** Nobody gets two, whoever's run it was; who got none is named in Setup. Where columns moved, less may be due. */
const once: NonNullable<Play['also']> = (host, view, deed) => {
  const letters = lettersOf(view);
  const known = deed === null || deed.rival === true;
  const { last } = ask<Reminder>(host, 'getReminder');
  return [...(deed?.rival === true ? WANTING : (['Ana', ...WANTING] as const))].flatMap((name) => {
    const count = counts(addressOf(name), letters);
    if (count > 1) return [`${name} got ${count} reminders`];
    return count === 0 && known && !last.includes(name) ? [`${name} got none, and nothing says so`] : [];
  });
};

export const WEEKLY: Play = {
  command: 'weeklyReminder',
  about: 'a lead and two volunteers, while another lead has it on too',
  start: wanted,
  steps: () => [press('weeklyReminder')],
  finish: (host) => pressAgain(host, press('weeklyReminder')),
  target,
  expects: (view) => {
    const letters = lettersOf(view);
    return ['Ana', ...WANTING].flatMap((name) =>
      counts(addressOf(name), letters) === 1 ? [] : [`${name} got no reminder, or several`],
    );
  },
  also: (host, view, deed) => [
    ...once(host, view, deed),
    ...(lettersOf(viewOf(host)).length > WANTING.length + 1 ? ['more reminders than people'] : []),
  ],
  undoable: false,
};
