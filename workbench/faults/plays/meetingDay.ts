// A brainstorm meeting: its shortlist is made, and the lead looks again while people type in it.
import { press, pressAgain } from '../again';
import { momentOf, type Moment } from '../moment';
import type { Play } from '../play';
import { headingsOf, linesOf, textOf, type FileView } from '../reader';
import { ask, open, started, type Built } from '../sample';
import type { TabState } from '../../host/sheets/state';

const DAY = '2026-11-19';
const TAB = 'Shortlist Nov 19';
const target: Play['target'] = { person: 'Tamar', heading: 'Status', text: 'In conversation' };

const shortlists = (view: FileView): TabState[] =>
  view.workbook.tabs.filter((tab) => headingsOf(tab).includes('Who takes it'));

/** One shortlist, with a formula beside each of its first 200 rows. */
const finished = (view: FileView): string[] => {
  const tabs = shortlists(view);
  const [tab] = tabs;
  if (tabs.length !== 1 || tab === undefined) return [`${tabs.length} shortlists`];
  const at = headingsOf(tab).indexOf('Hint');
  const hints = tab.rows.filter(({ values }) => textOf(values[at]).startsWith('=')).length;
  return [
    ...(hints >= 200 ? [] : [`${hints} rows have hints`]),
    ...(tab.frozenRows === 1 ? [] : ['the heading is not frozen']),
  ];
};

const START = press('startMeeting', DAY);

export const START_MEETING: Play = {
  command: 'startMeeting',
  about: 'the shortlist of a brainstorm meeting',
  start: started,
  steps: () => [START],
  finish: (host) => pressAgain(host, START),
  target,
  expects: finished,
  also: (_, view) => finished(view),
  undoable: false,
};

const TYPED: readonly Readonly<Record<string, string>>[] = [
  { Organization: 'Tern Island Clinic', 'Who takes it': 'Ana', Notes: 'ask Dee' },
  { Organization: 'Old Mill Bakery', 'Idea by': 'Bo' },
  { Organization: 'Larkhaven Transit Workers 880', 'Who takes it': 'Bo & Chidi' },
];

async function underWay(built: Built): Promise<Moment> {
  const host = open(await started(built), built);
  ask(host, 'startMeeting', DAY);
  const tab = host.model.tab(TAB);
  const headings = tab === null ? [] : headingsOf(tab);
  TYPED.forEach((cells, index) => {
    for (const [heading, text] of Object.entries(cells))
      host.model.typeInto(TAB, index + 2, headings.indexOf(heading) + 1, text);
  });
  host.model.insertRows(TAB, 3, 1);
  return momentOf(host);
}

const kept = (view: FileView): string[] => {
  const [tab] = shortlists(view);
  const lines = tab === undefined ? [] : linesOf(tab);
  return TYPED.flatMap((cells) => {
    const line = lines.find((one) => one.get('Organization') === cells['Organization']);
    return Object.entries(cells).flatMap(([heading, text]) =>
      line?.get(heading) === text ? [] : [`${heading} of ${cells['Organization'] ?? ''} is not “${text}”`],
    );
  });
};

const LOOK = press('lookAgain');

export const LOOK_AGAIN: Play = {
  command: 'lookAgain',
  about: '“Look again” at a shortlist that people type in',
  start: underWay,
  steps: () => [LOOK],
  finish: (host) => pressAgain(host, LOOK),
  target,
  expects: (view) => [...finished(view), ...kept(view)],
  also: (_, view) => [...finished(view), ...kept(view)],
  undoable: false,
};
