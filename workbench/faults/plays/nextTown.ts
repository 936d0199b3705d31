// The three tabs for the next town, made fresh, made anew and taken back; and the page of the week, mailed to two leads.
import type { WeekView } from '../../../src/commands/weekAnswers';
import type { Host } from '../../host/createHost';
import { press, pressAgain } from '../again';
import { momentOf, type Moment } from '../moment';
import type { Play } from '../play';
import { lettersOf, type FileView } from '../reader';
import { ask, open, usedBefore, type Built } from '../sample';
import { askedBefore, HARBOR } from './asks';
import { takeBack, undone } from './contacts';
import { idOf } from './log';

const NOTES = { person: 'Odile', heading: 'Notes', text: 'meets on Fridays' };
const TABS = ['Next town: partners', 'Next town: templates', 'Next town: categories'] as const;
/** Nothing of a person stands in the tabs. */
const PRIVATE = ['Pia', 'Their board', 'larkhaven.example.org', 'Ana'];

const make = (host: Host, town: string) =>
  press('makeNextTown', { town, partners: [idOf(host, 'Pia')], templates: [] });

const tabsIn = ({ workbook }: FileView) => workbook.tabs.filter(({ name }) => name.startsWith('Next town'));

/** The three, each once and whole; nothing private in them. */
const three =
  (town: string) =>
  (view: FileView): string[] => {
    const tabs = tabsIn(view);
    const names = tabs.map(({ name }) => name).sort();
    const text = JSON.stringify(tabs.map(({ rows }) => rows));
    return [
      ...(names.join() === [...TABS].sort().join() ? [] : [`these tabs stand there: ${names.join(', ')}`]),
      ...[HARBOR, town, 'Ask the room', 'follow-up'].flatMap((word) =>
        text.includes(word) ? [] : [`“${word}” stands in none of the three tabs`],
      ),
      ...PRIVATE.flatMap((word) =>
        text.includes(word) ? [`“${word}” stands in one of the three tabs`] : [],
      ),
    ];
  };

async function named(built: Built): Promise<Moment> {
  const host = open(await askedBefore(built), built);
  ask(host, 'confirmEndorsement', {
    contact: idOf(host, 'Pia'),
    day: '2026-11-11',
    whoDecided: 'Their board',
    mayBeNamed: 'yes',
    people: '',
  });
  return momentOf(host);
}

async function made(built: Built): Promise<Moment> {
  const host = open(await named(built), built);
  make(host, 'Millbrook').go(host);
  return momentOf(host);
}

export const NEXT_TOWN: Play = {
  command: 'makeNextTown',
  about: 'three tabs for another town',
  start: named,
  steps: (host) => [make(host, 'Millbrook')],
  finish: (host) => pressAgain(host, make(host, 'Millbrook')),
  target: NOTES,
  expects: three('Millbrook'),
  undoable: true,
};

export const NEXT_TOWN_AGAIN: Play = {
  ...NEXT_TOWN,
  about: 'the same for a second town',
  start: made,
  steps: (host) => [make(host, 'Fernbank')],
  finish: (host) => pressAgain(host, make(host, 'Fernbank')),
  expects: three('Fernbank'),
  // The first three gave way to these.
  undoable: false,
};

export const UNDO_NEXT_TOWN: Play = {
  command: 'undo',
  about: 'of the tabs for another town',
  start: made,
  steps: (host) => [takeBack(host)],
  finish: undone,
  target: NOTES,
  expects: (view) => tabsIn(view).map(({ name }) => `“${name}” still stands there`),
  undoable: false,
};

const LEADS = ['Ana', 'Bo'] as const;
const MAIL = press('mailWeek');

async function withLeads(built: Built): Promise<Moment> {
  const host = open(await usedBefore(built), built);
  LEADS.forEach((_, index) => {
    host.model.typeInto('Volunteers', index + 2, 3, 'Lead');
  });
  return momentOf(host);
}

const pagesFor = (view: FileView, name: string): number =>
  lettersOf(view).filter(({ to }) => to === `${name.toLowerCase()}@larkhaven.example.org`).length;

export const MAIL_WEEK: Play = {
  command: 'mailWeek',
  about: 'the page of the week, to two leads',
  start: withLeads,
  steps: () => [MAIL],
  finish: (host) => pressAgain(host, MAIL),
  target: { person: 'Tamar', heading: 'Status', text: 'In conversation' },
  expects: (view) =>
    LEADS.flatMap((name) => (pagesFor(view, name) === 1 ? [] : [`${name} got no page, or several`])),
  // Nobody gets two; who may have got none is named.
  also: (host, view, deed) =>
    LEADS.flatMap((name) => {
      const times = pagesFor(view, name);
      if (times > 1) return [`${name} got ${times} pages`];
      if (times === 1 || deed?.deletedTab === true || deed?.deletedLine !== undefined) return [];
      const { unsure, toMail } = ask<WeekView>(host, 'getWeek').mailing;
      return unsure.includes(name) || toMail > 0 ? [] : [`${name} got no page, and nothing says so`];
    }),
  undoable: false,
};
