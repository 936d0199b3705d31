// Back from a date: a plan is started, moved with its event and taken back, while people work in its tab. A due cell that
// somebody typed into, a task that is done and a row that somebody added must come out right.
import type { Host } from '../../host/createHost';
import type { TabState } from '../../host/sheets/state';
import { press, pressAgain } from '../again';
import { momentOf, type Moment } from '../moment';
import type { Play } from '../play';
import { headingsOf, linesOf, rowWith, type FileView } from '../reader';
import { answerOf, ask, open, started, type Built } from '../sample';
import { takeBack, undone } from './contacts';

const PERSON = { person: 'Tamar', heading: 'Status', text: 'In conversation' };
const TAB = 'Plan: Phone bank Dec 8';
const CALL = 'Remind the callers of time and place';
const ADDED = 'Print the scripts';
const [BY_HAND, DONE] = ['Practise a call in pairs', 'Lay out scripts, lists and something to eat'];

const planOf = ({ workbook }: Pick<FileView, 'workbook'>): TabState | undefined =>
  workbook.tabs.find((tab) => headingsOf(tab).includes('Plan record'));

const duesIn = (view: FileView): Map<string, string> => {
  const tab = planOf(view);
  const lines = tab === undefined ? [] : linesOf(tab);
  return new Map(
    lines.flatMap((line) => {
      const task = line.get('Task') ?? '';
      return task === '' ? [] : [[task, line.get('Due') ?? ''] as const];
    }),
  );
};

const wrongDues =
  (wanted: Readonly<Record<string, string>>) =>
  (view: FileView): string[] => {
    const dues = duesIn(view);
    return Object.entries(wanted).flatMap(([task, due]) =>
      dues.get(task) === due ? [] : [`“${task}” is due ${dues.get(task) ?? 'never'}, not ${due}`],
    );
  };

const plansIn = ({ workbook }: FileView): TabState[] =>
  workbook.tabs.filter((tab) => headingsOf(tab).includes('Plan record') || tab.name === TAB);

/** One tab, finished: rows, words, dropdowns and colours. */
const finished = (view: FileView): string[] => {
  const [tab, ...more] = plansIn(view);
  const isWhole =
    tab !== undefined &&
    duesIn(view).size === 9 &&
    tab.frozenRows === 1 &&
    tab.formats.length === 8 &&
    linesOf(tab).every((line) => (line.get('Task') ?? '') === '' || line.get('Next step')?.startsWith('=')) &&
    tab.rows[1]?.rules?.some((rule) => rule) === true;
  return isWhole && more.length === 0 ? [] : [`${more.length + (tab ? 1 : 0)} plans, or an unfinished one`];
};

const START = press('startPlan', 'Phone bank', '', '2026-12-08');

export const START_PLAN: Play = {
  command: 'startPlan',
  about: 'a phone bank, eight tasks',
  start: started,
  steps: () => [START],
  finish: (host) => pressAgain(host, START),
  target: PERSON,
  expects: finished,
  also: (_, view) => finished(view),
  undoable: true,
};

const type = (host: Host, task: string, heading: string, text: string): void => {
  const tab = planOf({ workbook: host.model.committed() });
  if (tab === undefined) throw new Error('There is no plan.');
  host.model.typeInto(tab.id, rowWith(tab, 'Task', task), headingsOf(tab).indexOf(heading) + 1, text);
};

/** One day is typed by hand, one task is done, and one is added. */
async function standing(built: Built): Promise<Moment> {
  const host = open(await started(built), built);
  START.go(host);
  type(host, BY_HAND, 'Due', '2026-11-30');
  type(host, DONE, 'Done', 'yes');
  const tab = planOf({ workbook: host.model.committed() });
  if (tab === undefined) throw new Error('There is no plan.');
  host.model.insertRows(tab.id, 3, 1);
  host.model.typeInto(tab.id, 3, 1, ADDED);
  type(host, ADDED, 'Days before', '4');
  return momentOf(host);
}

const idOf = (host: Host): string => String(planOf({ workbook: host.model.committed() })?.id ?? '');

const move = (host: Host) => press('movePlan', idOf(host), '2026-12-15');

const MOVED = {
  'Decide whom we call, and what we ask of them': '46350',
  [ADDED]: '46367',
  [CALL]: '46369',
  [BY_HAND]: '46356',
  [DONE]: '46363',
  'Phone bank': '46371',
};

interface Moves {
  readonly moves: { readonly keptCount: number } | null;
}

/** What the add-on worked out is not taken for what somebody set: in the end only this one is. */
const followsOn: NonNullable<Play['also']> = (host, view, deed) => {
  if (planOf(view) === undefined) return [];
  const answer = answerOf<Moves>(host, 'getPlans', idOf(host), '2027-01-12');
  if (!answer.ok) return deed === null ? [answer.problem.message] : [];
  const kept = answer.value.moves?.keptCount ?? 0;
  const most = deed?.typed?.tab === undefined ? 1 : 2;
  return kept > most ? [`${kept} tasks count as set by hand`] : [];
};

export const MOVE_PLAN: Play = {
  command: 'movePlan',
  about: 'an event with its tasks, one set by hand, one done, one added',
  start: standing,
  steps: (host) => [move(host)],
  finish: (host) => pressAgain(host, move(host)),
  target: {
    ...PERSON,
    inTab: { tab: TAB, person: CALL, heading: 'Due', text: 'when Bo is back', by: 'Task' },
  },
  expects: wrongDues(MOVED),
  // Without a day that can be read nobody knows when to ask, and what stood there stays.
  accepts: (task, heading, _text, deed) =>
    task === CALL && heading === 'Check-in' && deed?.typed?.heading === 'Due',
  also: followsOn,
  undoable: true,
};

const wordOfAdded = (view: FileView): string => {
  const tab = planOf(view);
  const line = (tab === undefined ? [] : linesOf(tab)).find((one) => one.get('Task') === ADDED);
  return line?.get('Next step') ?? '';
};

const hasWord = (view: FileView): string[] =>
  wordOfAdded(view).startsWith('=') ? [] : ['the task that was added has no word'];

/** Nobody hears what a trigger says; what it leaves undone comes when the plan is worked out again. */
export const EDIT_IN_PLAN: Play = {
  command: 'onEdit',
  about: 'a task typed into a row that somebody inserted into a plan',
  start: async (built) => {
    const host = open(await started(built), built);
    START.go(host);
    const tab = planOf({ workbook: host.model.committed() });
    if (tab !== undefined) host.model.insertRows(tab.id, 3, 1);
    return momentOf(host);
  },
  steps: () => [{ what: 'typing', door: 'onEdit', go: (host) => (host.edit(TAB, 3, 1, ADDED), null) }],
  finish: (host) => pressAgain(host, press('movePlan', idOf(host), '')),
  target: {
    ...PERSON,
    inTab: { tab: TAB, person: CALL, heading: 'Due', text: 'when Bo is back', by: 'Task' },
  },
  putsBack: true,
  expects: hasWord,
  also: (_, view) => (planOf(view) === undefined ? [] : hasWord(view)),
  accepts: (task, heading, _text, deed) =>
    task === CALL && heading === 'Check-in' && deed?.typed?.heading === 'Due',
  undoable: false,
};

export const UNDO_PLAN: Play = {
  command: 'undo',
  about: 'of an event that moved',
  start: async (built) => {
    const host = open(await standing(built), built);
    ask(host, 'movePlan', idOf(host), '2026-12-15');
    return momentOf(host);
  },
  steps: (host) => [takeBack(host)],
  finish: undone,
  target: {
    ...PERSON,
    inTab: {
      tab: 'Plan: Phone bank Dec 15',
      person: CALL,
      heading: 'Due',
      text: 'when Bo is back',
      by: 'Task',
    },
  },
  expects: wrongDues({ [ADDED]: '', [CALL]: '46362', [BY_HAND]: '46356', 'Phone bank': '46364' }),
  undoable: false,
};
