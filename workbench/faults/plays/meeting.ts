// The next meeting moves, and the due dates that follow it: saved in the sidebar, and left behind by a day typed into
// the Settings tab.
import { press, pressAgain } from '../again';
import { momentOf, type Moment } from '../moment';
import type { Play } from '../play';
import { linesOf, peopleOf, tabNamed, type FileView } from '../reader';
import { ask, CONTACTS_TAB, open, usedBefore, type Built } from '../sample';
import { undone, takeBack } from './contacts';

const EVEN = { due: '', cap: 0, moves: [] };
const MEETING = '46345';
const MOVED = '46359';
const HAND = '46350';

/** Everybody who is open has an owner and the meeting as due date, but one whose day somebody typed. */
async function given(built: Built): Promise<Moment> {
  const host = open(await usedBefore(built), built);
  ask(host, 'fillOwners', EVEN);
  const headings = host.model.committed().tabs[0]?.rows[0]?.values ?? [];
  host.model.typeInto(CONTACTS_TAB, 2, headings.indexOf('Due') + 1, '2026-11-24');
  return momentOf(host);
}

async function typed(built: Built): Promise<Moment> {
  const host = open(await given(built), built);
  const rows = host.model.committed().tabs.find(({ name }) => name === 'Settings')?.rows ?? [];
  const at = rows.findIndex(({ values }) => values[0] === 'Next meeting');
  host.model.typeInto('Settings', at + 1, 2, '2026-12-03');
  return momentOf(host);
}

/** Who had no owner got the meeting's day; those that were somebody's already have none. */
const GIVEN = ['Tamar', 'Gus', 'Ines', 'Noor', 'Lena', 'Pia', 'Sol', 'Lou', 'Max'];

const dues =
  (to: string) =>
  (view: FileView): string[] => {
    const tab = tabNamed(view.workbook, CONTACTS_TAB);
    const lines = tab === null ? new Map<string, never>() : peopleOf(tab).lines;
    const wrong = GIVEN.filter((person) => lines.get(person)?.get('Due') !== to);
    const byHand = lines.get('Ruth')?.get('Due') === HAND ? [] : ['the day that somebody typed was moved'];
    return [...wrong.map((person) => `${person} is not due at the meeting`), ...byHand];
  };

const meeting = (view: FileView): string => {
  const tab = tabNamed(view.workbook, 'Settings');
  const lines = tab === null ? [] : linesOf(tab);
  return lines.find((line) => line.get('Name') === 'Next meeting')?.get('Value') ?? '';
};

const SAVE = press('saveSetting', 'nextMeeting', '2026-12-03');

export const MOVE_MEETING: Play = {
  command: 'moveMeeting',
  about: 'the next meeting with the due dates that follow it',
  start: given,
  steps: () => [SAVE],
  finish: (host) => pressAgain(host, SAVE),
  target: { person: 'Tamar', heading: 'Due', text: 'when Bo is back' },
  expects: (view) => [...dues(MOVED)(view), ...(meeting(view) === MOVED ? [] : ['the meeting did not move'])],
  undoable: true,
};

const MOVE = press('moveDues');

export const MOVE_DUES: Play = {
  command: 'moveDues',
  about: 'due dates that a meeting typed into Settings left behind',
  start: typed,
  steps: () => [MOVE],
  finish: (host) => pressAgain(host, MOVE),
  target: { person: 'Tamar', heading: 'Due', text: 'when Bo is back' },
  expects: dues(MOVED),
  undoable: true,
};

export const UNDO_MEETING: Play = {
  command: 'undo',
  about: 'of a meeting that moved',
  start: async (built) => {
    const host = open(await given(built), built);
    SAVE.go(host);
    return momentOf(host);
  },
  steps: (host) => [takeBack(host)],
  finish: undone,
  target: { person: 'Tamar', heading: 'Due', text: 'when Bo is back' },
  expects: (view) => [
    ...dues(MEETING)(view),
    ...(meeting(view) === MEETING ? [] : ['the meeting is not back']),
  ],
  undoable: false,
};
