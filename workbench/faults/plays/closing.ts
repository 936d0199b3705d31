// A brainstorm meeting is closed while people go on typing in its shortlist, in the contacts and in their tabs; and an
// undo of it.
import type { CloseAnswers, CloseView } from '../../../src/commands/closeAnswers';
import type { Host } from '../../host/createHost';
import { press, pressAgain } from '../again';
import { OTHER_HEADING } from '../colleagues';
import { momentOf, type Moment } from '../moment';
import type { Ending, Play, Step } from '../play';
import { headingsOf, lettersOf, linesOf, tabNamed, type FileView, type Line } from '../reader';
import { answerOf, ask, CONTACTS_TAB, open, usedBefore, type Built } from '../sample';
import { cells, takeBack, undone } from './contacts';

const TAB = 'Shortlist Nov 12';
const START: CloseAnswers = { tab: 0, due: '2026-12-03', same: [], takers: [], seen: [] };
const DUE = '46359';

type List = readonly Readonly<Record<string, string>>[];

const TYPED: List = [
  {
    Organization: 'Dove House',
    'Who takes it': 'Ana',
    'Best way to reach them': '555-0150',
    Notes: 'Meet on Fridays',
  },
  { Organization: 'Kettle Lane Youth Council', 'Who takes it': 'Bo', 'Idea by': 'Ana' },
  {
    Organization: 'Cedar Hill Congregation',
    'Who takes it': 'Chidi',
    'Who knows someone there': 'Bo',
    Notes: 'Ask for Tamar',
  },
  { Organization: 'Old Mill Bakery', 'Who knows someone there': 'Ana' },
];
const NEW = ['Dove House', 'Kettle Lane Youth Council'];

/** All of them are contacts; the last one is typed after the first closing. */
const AGAIN: List = [
  { Organization: 'Cedar Hill Congregation', 'Who takes it': 'Chidi' },
  { Organization: 'Old Mill Bakery', 'Who takes it': 'Bo', Notes: 'Good bread' },
  { Organization: 'Amity Street Church', 'Who takes it': 'Bo', Notes: 'Ring at noon' },
];

function type(host: Host, row: number, line: Readonly<Record<string, string>>): void {
  const tab = host.model.tab(TAB);
  const headings = tab === null ? [] : headingsOf(tab);
  for (const [heading, text] of Object.entries(line))
    host.model.typeInto(TAB, row, headings.indexOf(heading) + 1, text);
}

async function meeting(built: Built, list: List): Promise<Host> {
  const host = open(await usedBefore(built), built);
  ask(host, 'startMeeting', '2026-11-12');
  list.forEach((line, index) => {
    type(host, index + 2, line);
  });
  return host;
}

const filled = async (built: Built): Promise<Moment> => momentOf(await meeting(built, TYPED));

const seenIn = (host: Host): readonly string[] => ask<CloseView>(host, 'getClose', START).seen;

/** Closed once, so that tabs stand; then one more row. */
async function closedOnce(built: Built): Promise<Moment> {
  const host = await meeting(built, AGAIN.slice(0, -1));
  ask(host, 'closeMeeting', { ...START, seen: seenIn(host) });
  type(host, AGAIN.length + 1, AGAIN.at(-1) ?? {});
  return momentOf(host);
}

async function closed(built: Built): Promise<Moment> {
  const host = await meeting(built, TYPED);
  ask(host, 'closeMeeting', { ...START, seen: seenIn(host) });
  return momentOf(host);
}

const close = (host: Host): readonly Step[] => [press('closeMeeting', { ...START, seen: seenIn(host) })];

/** A person looks again, and closes what they see. */
function closeAgain(host: Host): Ending {
  const view = answerOf<CloseView>(host, 'getClose', START);
  if (!view.ok) return { refused: view.problem.message, said: [view.problem.message] };
  const ending = pressAgain(host, press('closeMeeting', { ...START, seen: view.value.seen }));
  return { ...ending, said: [...view.value.remarks, ...ending.said] };
}

const contactLines = (view: FileView): Line[] => {
  const id = view.workbook.tabs[0]?.id;
  const tab = view.workbook.tabs.find((one) => one.id === id) ?? tabNamed(view.workbook, CONTACTS_TAB);
  return tab === null ? [] : linesOf(tab);
};

const shortlist = (view: FileView) =>
  view.workbook.tabs.find((tab) => headingsOf(tab).includes('Who takes it')) ?? null;

const shortlistLines = (view: FileView): Line[] => {
  const tab = shortlist(view);
  return tab === null ? [] : linesOf(tab);
};

const named = (lines: readonly Line[], name: string): Line[] =>
  lines.filter((line) => line.get('Organization') === name);

/** Each new name is a contact once, and the shortlist says which. */
const whole =
  (names: readonly string[]) =>
  (view: FileView): string[] => {
    const contacts = contactLines(view);
    return [
      ...names.flatMap((name) => {
        const times = named(contacts, name).length;
        return times === 1 ? [] : [`${name} stands ${times} times in the contacts`];
      }),
      ...wrongIds(shortlistLines(view), contacts),
    ];
  };

/** An id in the shortlist is that of the contact of this name. */
function wrongIds(rows: readonly Line[], contacts: readonly Line[]): string[] {
  return rows.flatMap((row) => {
    const [name, id] = [row.get('Organization') ?? '', row.get('Outreach ID') ?? ''];
    const own = contacts.find((line) => id !== '' && line.get('Outreach ID') === id);
    return own === undefined || own.get('Organization') === name
      ? []
      : [`“${name}” of the shortlist has the id of ${own.get('Organization') ?? ''}`];
  });
}

/** What people typed in the shortlist stands there still. */
const typedStays =
  (list: List): NonNullable<Play['also']> =>
  (_, view, deed) => {
    const tab = shortlist(view);
    if (tab === null)
      return deed?.deletedTab === true || deed?.renamed !== undefined ? [] : ['the shortlist is gone'];
    const rows = linesOf(tab, deed?.renamed);
    return list.flatMap((line) => {
      const { Organization = '' } = line;
      const row = named(rows, Organization)[0];
      if (row === undefined)
        return deed?.deletedInTab === Organization ? [] : [`${Organization} left the shortlist`];
      return Object.entries(line).flatMap(([heading, text]) => {
        const is = row.get(heading) ?? '';
        const isTyped = deed?.typed?.line === Organization && deed.typed.heading === heading;
        const wanted = isTyped ? deed.typed.text : text;
        return is.includes(wanted) ? [] : [`${heading} of ${Organization} in the shortlist reads “${is}”`];
      });
    });
  };

const inTabs =
  (wanted: Readonly<Record<string, readonly string[]>>) =>
  (view: FileView): string[] =>
    Object.entries(wanted).flatMap(([name, organizations]) => {
      const tab = tabNamed(view.workbook, name);
      const rows = tab === null ? [] : linesOf(tab);
      return organizations.flatMap((one) =>
        named(rows, one).length === 1 ? [] : [`${one} stands ${named(rows, one).length} times in “${name}”`],
      );
    });

const DONE_CELLS = {
  'Tamar: Owner': 'Chidi',
  'Tamar: Task': 'Reach out',
  'Tamar: Due': DUE,
  'Tamar: Known by': 'Bo',
  'Tamar: Notes': 'Ask for Tamar',
  'Lena: Known by': 'Ana',
};

const also =
  (names: readonly string[], list: List): NonNullable<Play['also']> =>
  (host, view, deed) => {
    return [
      ...whole(deed?.deletedTab === true ? [] : names)(view),
      ...names.flatMap((name) =>
        named(contactLines(view), name).length > 1 ? [`${name} stands there twice`] : [],
      ),
      ...typedStays(list)(host, view, deed),
    ];
  };

const inTab = {
  tab: TAB,
  person: 'Cedar Hill Congregation',
  heading: 'Notes',
  text: 'Meet on Mondays',
  by: 'Organization',
};

/**
 * Somebody deletes the contact before the meeting is closed. Its row was shown as known, so it waits; in the next
 * preview it is a new group, and whoever closes that has seen so. The people of the meeting still want to reach them,
 * and one of them takes it: it becomes a contact with what the shortlist knows, once.
 */
const anew =
  (
    person: string,
    taker: string,
    cells: Readonly<Record<string, string>>,
    own: Readonly<Record<string, string>>,
  ): NonNullable<Play['adds']> =>
  (deed) => {
    if (deed?.deletedLine !== person) return null;
    const texts = (some: Readonly<Record<string, string>>) =>
      Object.entries({ ...some, Task: 'Research', Due: DUE }).map(([heading, text]) => `${heading}: ${text}`);
    return {
      contacts: [...texts({ ...cells, ...own, Owner: taker }), 'Outreach ID'],
      tab: {
        name: `→ ${taker}`,
        cells: [...texts(cells), 'Outreach ID', 'Outreach record'],
      },
    };
  };

const anewTamar = anew(
  'Tamar',
  'Chidi',
  { Organization: 'Cedar Hill Congregation', Notes: 'Ask for Tamar' },
  { 'Known by': 'Bo' },
);

/** Before the shortlist is read it is the heading of a column that the group added, and the text goes into the notes with it. */
const underOther = (text: string): string => `${OTHER_HEADING}: ${text}`;

export const CLOSE: Play = {
  command: 'closeMeeting',
  about: 'names become contacts, claims become assignments, people go on typing in the shortlist',
  start: filled,
  steps: close,
  finish: closeAgain,
  target: { person: 'Tamar', heading: 'Notes', text: 'Sings in the choir', inTab },
  putsBack: true,
  // Whose row left the shortlist gets nothing; what was typed there goes into the notes.
  accepts: (person, heading, text, deed) =>
    person === 'Tamar' &&
    (deed?.deletedInTab !== undefined ||
      (heading === 'Notes' &&
        text.split('\n').some((line) => line === 'Ask for Tamar' || line === inTab.text)) ||
      (heading === 'Notes' && deed?.renamed !== undefined && text === underOther('Ask for Tamar'))),
  adds: (deed) =>
    deed?.renamed === undefined
      ? anewTamar(deed)
      : {
          contacts: [`Notes: ${underOther('Meet on Fridays')}`],
          tab: { name: '→ Ana', cells: [] },
        },
  expects: (view) => [
    ...cells(DONE_CELLS)(view),
    ...whole(NEW)(view),
    ...inTabs({
      '→ Ana': ['Dove House'],
      '→ Bo': ['Kettle Lane Youth Council'],
      '→ Chidi': ['Cedar Hill Congregation'],
    })(view),
  ],
  also: also(NEW, TYPED),
  undoable: true,
};

export const CLOSE_AGAIN: Play = {
  command: 'closeMeeting',
  about: 'once more after a row was added; the volunteer goes on in their tab',
  start: closedOnce,
  steps: close,
  finish: closeAgain,
  target: {
    person: 'Ruth',
    heading: 'Notes',
    text: 'Sings in the choir',
    inTab: { tab: '→ Bo', person: 'Lena', heading: 'Notes', text: 'Rings back' },
  },
  putsBack: true,
  // A row that came while a heading was gone gets that cell with the next “Bring assignments home”.
  accepts: (person, heading, text, deed) =>
    person === 'Ruth' &&
    heading === 'Notes' &&
    (text.split('\n').includes('Ring at noon') || (deed?.renamed !== undefined && text === '')),
  adds: anew('Ruth', 'Bo', { Organization: 'Amity Street Church', Notes: 'Ring at noon' }, {}),
  expects: (view) => [
    ...cells({ 'Ruth: Owner': 'Bo', 'Ruth: Due': DUE, 'Ruth: Notes': 'Ring at noon' })(view),
    ...inTabs({ '→ Bo': ['Old Mill Bakery', 'Amity Street Church'], '→ Chidi': ['Cedar Hill Congregation'] })(
      view,
    ),
  ],
  also: also([], AGAIN),
  undoable: true,
};

const MAIL = press('mailRecap', START);
const MAILED = ['Bo', 'Chidi'] as const;

const lettersTo = (view: FileView, name: string): number =>
  lettersOf(view).filter(({ to }) => to === `${name.toLowerCase()}@larkhaven.example.org`).length;

export const MAIL_RECAP: Play = {
  command: 'mailRecap',
  about: 'the list of a closed meeting, to two volunteers',
  start: closedOnce,
  steps: () => [MAIL],
  finish: (host) => pressAgain(host, MAIL),
  target: { person: 'Tamar', heading: 'Status', text: 'In conversation' },
  expects: (view) =>
    MAILED.flatMap((name) => (lettersTo(view, name) === 1 ? [] : [`${name} got no list, or several`])),
  // Nobody gets two; who may have got none is named.
  also: (host, view, deed) =>
    MAILED.flatMap((name) => {
      const times = lettersTo(view, name);
      if (times > 1) return [`${name} got ${times} lists`];
      if (times === 1 || deed?.deletedTab === true || deed?.deletedLine !== undefined) return [];
      const { unsure, toMail } = ask<CloseView>(host, 'getClose', START).recap;
      return unsure.includes(name) || toMail > 0 ? [] : [`${name} got no list, and nothing says so`];
    }),
  undoable: false,
};

export const UNDO_CLOSE: Play = {
  command: 'undo',
  about: 'of a closed meeting',
  start: closed,
  steps: (host) => [takeBack(host)],
  finish: undone,
  target: { person: 'Tamar', heading: 'Notes', text: 'Ask for Tamar\nSings in the choir' },
  putsBack: true,
  expects: (view) => [
    ...cells({
      'Tamar: Owner': '',
      'Tamar: Due': '',
      'Tamar: Known by': '',
      'Tamar: Notes': '',
      'Lena: Known by': '',
    })(view),
    ...NEW.flatMap((name) =>
      named(contactLines(view), name).length === 0 ? [] : [`${name} is still a contact`],
    ),
  ],
  also: (_, view) => wrongIds(shortlistLines(view), contactLines(view)),
  undoable: false,
};
