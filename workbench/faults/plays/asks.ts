// Commands of asks, partners and debriefs: the row of the contact, its row in the tab of ours and the line of the log
// must agree in the end.
import type { Host } from '../../host/createHost';
import { press, pressAgain } from '../again';
import { momentOf, type Moment } from '../moment';
import type { Play, Step } from '../play';
import { linesOf, logTabs, tabNamed, viewOf, type FileView, type Line } from '../reader';
import { ask, open, usedBefore, type Built } from '../sample';
import { cells, takeBack, undone } from './contacts';
import { idOf } from './log';

export const HARBOR = 'Harbor Nurses Association';
export const AMITY = 'Amity Street Church';

const askRows = (view: FileView): readonly Line[] => {
  const tab = tabNamed(view.workbook, 'Asks');
  return tab === null ? [] : linesOf(tab).filter((line) => (line.get('Organization') ?? '') !== '');
};

/** Rows of Asks that must stand there, each once: "Harbor …: endorsement: open". */
export const asks =
  (...wanted: readonly string[]) =>
  (view: FileView): string[] => {
    const standing = askRows(view).map((line) =>
      ['Organization', 'Ask', 'Answer'].map((heading) => line.get(heading) ?? '').join(': '),
    );
    return wanted.flatMap((one) => {
      const times = standing.filter((other) => other === one).length;
      return times === 1 ? [] : [`“${one}” stands ${times} times in Asks`];
    });
  };

const kindsOf = (view: FileView): string[] =>
  logTabs(view.workbook).flatMap((tab) => linesOf(tab).map((line) => line.get('Kind') ?? ''));

export const logged =
  (kind: string) =>
  (view: FileView): string[] => {
    const times = kindsOf(view).filter((one) => one === kind).length;
    return times === 1 ? [] : [`the log says ${times} times “${kind}”`];
  };

export const again = (step: (host: Host) => Step) => (host: Host) => pressAgain(host, step(host));

export const request = (host: Host, person: string, kind: string) => ({
  contact: idOf(host, person),
  kind,
  channel: 'phone',
  day: '',
  note: '',
});

/** Asks stands with two rows: Pia's first message, and what Ruth was asked for. */
export async function askedBefore(built: Built): Promise<Moment> {
  const host = open(await usedBefore(built), built);
  ask(host, 'recordAsk', request(host, 'Ruth', 'attend our meeting'));
  return momentOf(host);
}

const record = (host: Host) => press('recordAsk', request(host, 'Odile', 'let us present'));

export const RECORD_ASK: Play = {
  command: 'recordAsk',
  about: 'an ask beside those that stand there',
  start: askedBefore,
  steps: (host) => [record(host)],
  finish: again(record),
  target: { person: 'Odile', heading: 'Status', text: 'Partner' },
  expects: (view) => [
    ...asks(
      `${HARBOR}: endorsement: open`,
      `${AMITY}: attend our meeting: open`,
      'Millrace Worker Center: let us present: open',
    )(view),
    ...cells({ 'Odile: Last contacted': '46338' })(view),
  ],
  newLines: 1,
  undoable: true,
};

export const FIRST_ASK: Play = {
  ...RECORD_ASK,
  about: 'the first one, for which Asks is made',
  start: usedBefore,
  expects: asks('Millrace Worker Center: let us present: open', `${HARBOR}: endorsement: open`),
};

/** The id of what Ruth was asked for, '' where it cannot be seen. */
export function askId(host: Host): string {
  const tab = host.model.committed().tabs.find(({ name }) => name === 'Asks');
  const line =
    tab === undefined ? undefined : linesOf(tab).find((one) => one.get('Ask') === 'attend our meeting');
  return line?.get('Ask ID') ?? '';
}

const answer = (host: Host) =>
  press('answerAsk', {
    contact: idOf(host, 'Ruth'),
    ask: askId(host),
    answer: 'yes',
    day: '',
    waitUntil: '',
    whoDecided: 'Their council',
    mayBeNamed: '',
    note: '',
  });

export const ANSWER_ASK: Play = {
  command: 'answerAsk',
  about: 'a yes in the row, in Asks and in the log',
  start: askedBefore,
  steps: (host) => [answer(host)],
  finish: again(answer),
  target: { person: 'Ruth', heading: 'Notes', text: 'sings in the choir' },
  expects: (view) => [
    ...asks(`${AMITY}: attend our meeting: yes`)(view),
    ...logged('said yes')(view),
    ...cells({ 'Ruth: Answer': 'yes to attend our meeting' })(view),
  ],
  newLines: 1,
  undoable: true,
};

export const UNDO_ANSWER: Play = {
  command: 'undo',
  about: 'of an answer to an ask',
  start: async (built) => {
    const host = open(await askedBefore(built), built);
    answer(host).go(host);
    return momentOf(host);
  },
  steps: (host) => [takeBack(host)],
  finish: undone,
  target: { person: 'Ruth', heading: 'Notes', text: 'sings in the choir' },
  expects: (view) => [
    ...asks(`${AMITY}: attend our meeting: open`)(view),
    ...cells({ 'Ruth: Answer': '' })(view),
  ],
  newLines: 1,
  undoable: false,
};

/** Undone, an ask leaves no row of its own: those before it stand as they stood. */
export const UNDO_ASK: Play = {
  command: 'undo',
  about: 'of an ask',
  start: async (built) => {
    const host = open(await askedBefore(built), built);
    record(host).go(host);
    return momentOf(host);
  },
  steps: (host) => [takeBack(host)],
  finish: undone,
  target: { person: 'Odile', heading: 'Notes', text: 'meets on Fridays' },
  expects: (view) => [
    ...asks(`${HARBOR}: endorsement: open`, `${AMITY}: attend our meeting: open`)(view),
    ...(askRows(view).length === 2 ? [] : [`${askRows(view).length} rows stand in Asks`]),
  ],
  newLines: 1,
  undoable: false,
};

const reopen = (host: Host) =>
  press('answerAsk', {
    contact: idOf(host, 'Ruth'),
    ask: askId(host),
    answer: 'open',
    ...{ day: '', waitUntil: '', whoDecided: '', mayBeNamed: '', note: '' },
  });

export const OPEN_AGAIN: Play = {
  command: 'answerAsk',
  about: 'opened again: it was no answer after all',
  start: async (built) => {
    const host = open(await askedBefore(built), built);
    answer(host).go(host);
    return momentOf(host);
  },
  steps: (host) => [reopen(host)],
  finish: again(reopen),
  target: { person: 'Ruth', heading: 'Notes', text: 'sings in the choir' },
  expects: (view) => [
    ...asks(`${AMITY}: attend our meeting: open`)(view),
    ...logged('taken back')(view),
    ...cells({ 'Ruth: Answer': '' })(view),
  ],
  newLines: 1,
  undoable: true,
};

const UPDATE = press('writeAsks');

/** Somebody typed a yes into Asks, and a call of another one answered. */
async function typedBefore(built: Built): Promise<Moment> {
  const host = open(await askedBefore(built), built);
  const row = askRows(viewOf(host)).length + 2;
  host.model.typeInto('Asks', row, 1, 'Paper Lantern Books');
  host.model.typeInto('Asks', row, 2, 'let us present');
  host.model.typeInto('Asks', row, 5, 'maybe');
  ask(host, 'logTouch', {
    contact: idOf(host, 'Ruth'),
    channel: 'phone',
    outcome: 'said yes',
    until: '',
    note: '',
  });
  return momentOf(host);
}

export const WRITE_ASKS: Play = {
  command: 'writeAsks',
  about: 'a typed row and an answer of the log',
  start: typedBefore,
  steps: () => [UPDATE],
  finish: (host) => pressAgain(host, UPDATE),
  target: { person: 'Ines', heading: 'Notes', text: 'opens at ten' },
  expects: (view) => [
    ...asks(`${AMITY}: attend our meeting: yes`, 'Paper Lantern Books: let us present: maybe')(view),
    ...(askRows(view).every((line) => (line.get('Ask ID') ?? '') !== '') ? [] : ['a row has no Ask ID']),
  ],
  undoable: true,
};

const PARTNER = {
  membership: 'partner',
  conditions: 'no party logos',
  brings: 'a hall',
  committed: '',
  people: '420',
  nextCheck: '',
  note: '',
};
const save = (host: Host) => press('savePartner', { contact: idOf(host, 'Odile'), ...PARTNER });

export const SAVE_PARTNER: Play = {
  command: 'savePartner',
  about: 'what a partner brings, in a new tab',
  start: usedBefore,
  steps: (host) => [save(host)],
  finish: again(save),
  target: { person: 'Odile', heading: 'Notes', text: 'meets on Fridays' },
  expects: (view) => {
    const tab = tabNamed(view.workbook, 'Partnerships');
    const lines = tab === null ? [] : linesOf(tab).filter((line) => (line.get('Conditions') ?? '') !== '');
    return lines.length === 1 ? [] : [`${lines.length} rows stand in Partnerships`];
  },
  undoable: true,
};

const out = (host: Host) => press('bowOut', { contact: idOf(host, 'Odile'), words: 'a new board' });

export const BOW_OUT: Play = {
  command: 'bowOut',
  about: 'somebody leaves us',
  start: usedBefore,
  steps: (host) => [out(host)],
  finish: again(out),
  target: { person: 'Odile', heading: 'Notes', text: 'meets on Fridays' },
  expects: logged('bowed out'),
  newLines: 1,
  undoable: true,
};

const DEBRIEF = press('saveDebrief', {
  name: 'Chidi',
  day: '2026-11-11',
  wantsNext: 'call unions',
  nextCheckIn: '2026-11-19',
});

export const SAVE_DEBRIEF: Play = {
  command: 'saveDebrief',
  about: 'a debrief in the Volunteers tab',
  start: usedBefore,
  steps: () => [DEBRIEF],
  finish: (host) => pressAgain(host, DEBRIEF),
  target: { person: 'Odile', heading: 'Notes', text: 'meets on Fridays' },
  expects: (view) => {
    const tab = tabNamed(view.workbook, 'Volunteers');
    const lines = tab === null ? [] : linesOf(tab).filter((line) => line.get('Name') === 'Chidi');
    const [one] = lines;
    return one?.get('Wants to do next') === 'call unions' ? [] : ['Chidi’s row lacks the debrief'];
  },
  undoable: true,
};
