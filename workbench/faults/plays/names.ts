// Names of a pasted list go into the shortlist while people type in it, and are taken back.
import { press, pressAgain } from '../again';
import { momentOf, type Moment } from '../moment';
import type { Play } from '../play';
import { headingsOf, linesOf, type FileView, type Line } from '../reader';
import { ask, open, started, type Built } from '../sample';
import { takeBack, undone } from './contacts';

const TAB = 'Shortlist Nov 19';
const TEXT = [
  '1. Jane Roe, President, Dockside Cooks Local 62',
  '2. Harbor Mutual Aid Network',
  '3. =Tern Island Care Coalition',
].join('\n');
const NEW = ['Dockside Cooks Local 62', 'Harbor Mutual Aid Network', '=Tern Island Care Coalition'];
const TYPED = { Organization: 'Old Mill Bakery', 'Idea by': 'Bo', Notes: 'ask Dee' };

async function underWay(built: Built): Promise<Moment> {
  const host = open(await started(built), built);
  ask(host, 'startMeeting', '2026-11-19');
  const tab = host.model.tab(TAB);
  const headings = tab === null ? [] : headingsOf(tab);
  for (const [heading, text] of Object.entries(TYPED))
    host.model.typeInto(TAB, 2, headings.indexOf(heading) + 1, text);
  return momentOf(host);
}

const ADD = press(
  'addNames',
  TEXT,
  NEW.map((_, at) => ({ at, category: 'Union', seen: 'new' })),
);

const shortlist = (view: FileView) =>
  view.workbook.tabs.find((tab) => headingsOf(tab).includes('Who takes it'));

const linesIn = (view: FileView, renamed?: ReadonlyMap<string, string>): Line[] => {
  const tab = shortlist(view);
  return tab === undefined ? [] : linesOf(tab, renamed);
};

/** Each name stands there so many times, and in no row stands a part of one. */
const names = (lines: readonly Line[], times: number): string[] => [
  ...NEW.flatMap((name) => {
    const found = lines.filter((line) => line.get('Organization') === name).length;
    return found === times ? [] : [`${name} stands ${found} times on the shortlist`];
  }),
  ...lines
    .filter((line) => line.get('Organization') === '' && (line.get('Notes') ?? '').startsWith('Signed'))
    .map(() => 'notes without their name'),
];

const also =
  (times: number): NonNullable<Play['also']> =>
  (_, view, deed) => {
    if (deed?.deletedTab === true && shortlist(view) === undefined) return [];
    const lines = linesIn(view, deed?.renamed);
    const own = lines.find((line) => line.get('Organization') === TYPED.Organization);
    const isGone = deed?.deletedInTab === TYPED.Organization;
    const typed = own === undefined ? ['what somebody typed is gone'] : [];
    const cells = Object.entries(TYPED).filter(([heading, text]) => {
      const is = own?.get(heading) ?? '';
      return is !== text && !is.includes(inTab.text) && !is.includes('Back on Monday');
    });
    return [
      // Without a heading it cannot tell whether a row is as it was added, so it stays and the add-on says so.
      ...(times === 0 && deed?.renamed !== undefined ? [] : names(lines, times)),
      ...(isGone
        ? []
        : [...typed, ...cells.map(([heading]) => `${heading} of ${TYPED.Organization} is another`)]),
    ];
  };

const inTab = {
  tab: TAB,
  person: TYPED.Organization,
  heading: 'Notes',
  text: 'Meet on Mondays',
  by: 'Organization',
};
const target: Play['target'] = { person: 'Tamar', heading: 'Status', text: 'In conversation', inTab };

export const ADD_NAMES: Play = {
  command: 'addNames',
  about: 'names of a pasted list go into the shortlist that people type in',
  start: underWay,
  steps: () => [ADD],
  finish: (host) => pressAgain(host, ADD),
  target,
  expects: (view) => {
    const lines = linesIn(view);
    const signed = lines.some((line) => line.get('Notes') === 'Signed: Jane Roe, President');
    return [...names(lines, 1), ...(signed ? [] : ['who signed is not in the notes'])];
  },
  also: also(1),
  undoable: true,
};

export const UNDO_NAMES: Play = {
  command: 'undo',
  about: 'of names that were added to the shortlist',
  start: async (built) => {
    const host = open(await underWay(built), built);
    ADD.go(host);
    return momentOf(host);
  },
  steps: (host) => [takeBack(host)],
  finish: undone,
  target,
  expects: (view) => names(linesIn(view), 0),
  also: also(0),
  undoable: false,
};
