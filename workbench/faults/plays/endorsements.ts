// Commands of endorsements and of those who stay: who and when, a question settled, the proof page, deeds, checks, coming back.
import type { Host } from '../../host/createHost';
import { press, pressAgain } from '../again';
import { momentOf, type Moment } from '../moment';
import type { Play } from '../play';
import { linesOf, logTabs, rowWith, tabNamed, viewOf, type FileView } from '../reader';
import { ask, open, usedBefore, type Built } from '../sample';
import { again, AMITY, askedBefore, askId, asks, HARBOR, logged, request } from './asks';
import { idOf } from './log';

const NOTES = { person: 'Odile', heading: 'Notes', text: 'meets on Fridays' };

const confirm = (host: Host) =>
  press('confirmEndorsement', {
    contact: idOf(host, 'Pia'),
    day: '2026-11-11',
    whoDecided: 'Their board',
    mayBeNamed: 'yes',
    people: '',
  });

export const CONFIRM: Play = {
  command: 'confirmEndorsement',
  about: 'of a first message, with who and when',
  start: askedBefore,
  steps: (host) => [confirm(host)],
  finish: again(confirm),
  target: NOTES,
  expects: (view) => [...asks(`${HARBOR}: endorsement: yes`)(view), ...logged('said yes')(view)],
  newLines: 1,
  undoable: true,
};

/** Two asks of Ruth are open, and she said yes. */
async function saidYes(built: Built): Promise<Moment> {
  const host = open(await askedBefore(built), built);
  ask(host, 'recordAsk', request(host, 'Ruth', 'let us present'));
  const contact = idOf(host, 'Ruth');
  ask(host, 'logTouch', { contact, channel: 'phone', outcome: 'said yes', until: '', note: '' });
  return momentOf(host);
}

/** The line that says yes, as it stands in the file. */
function yesLine(host: Host): string {
  const lines = logTabs(viewOf(host).workbook).flatMap((tab) => linesOf(tab));
  return lines.find((line) => line.get('Kind') === 'said yes')?.get('Entry id') ?? '';
}

const settle = (host: Host) => press('settleAsk', `which ${yesLine(host)}`, askId(host));

export const SETTLE: Play = {
  command: 'settleAsk',
  about: 'to which ask the yes belongs',
  start: saidYes,
  steps: (host) => [settle(host)],
  // Settled already, it is no question any more: the add-on says so.
  finish: (host) => ({ ...pressAgain(host, settle(host)), refused: '' }),
  target: NOTES,
  expects: asks(`${AMITY}: attend our meeting: yes`, `${AMITY}: let us present: open`),
  newLines: 1,
  undoable: true,
};

/** Pia's endorsement is confirmed, and her row was set to Declined. */
async function saysBoth(built: Built): Promise<Moment> {
  const host = open(await askedBefore(built), built);
  confirm(host).go(host);
  const tab = tabNamed(viewOf(host).workbook, 'Contacts');
  const at = tab?.rows[0]?.values.indexOf('Status') ?? 0;
  if (tab !== null) host.model.typeInto(tab.name, rowWith(tab, 'Contact', 'Pia'), at + 1, 'Declined');
  return momentOf(host);
}

const settleRow = (host: Host) => press('settleAsk', `endorsed ${idOf(host, 'Pia')}`, 'row');

export const SETTLE_ROW: Play = {
  command: 'settleAsk',
  about: 'the row says no and the ask yes: they do not endorse',
  start: saysBoth,
  steps: (host) => [settleRow(host)],
  finish: (host) => ({ ...pressAgain(host, settleRow(host)), refused: '' }),
  target: NOTES,
  expects: asks(`${HARBOR}: endorsement: no`),
  newLines: 1,
  undoable: true,
};

const PAGE = press('makeEndorsedTab');

export const PROOF_PAGE: Play = {
  command: 'makeEndorsedTab',
  about: 'the proof page, made anew',
  start: async (built) => {
    const host = open(await askedBefore(built), built);
    confirm(host).go(host);
    return momentOf(host);
  },
  steps: () => [PAGE],
  finish: (host) => pressAgain(host, PAGE),
  target: NOTES,
  expects: (view: FileView) => {
    const tab = tabNamed(view.workbook, 'Endorsed by');
    const text = JSON.stringify(tab?.rows ?? '');
    return text.includes(HARBOR) ? [] : [`${HARBOR} does not stand on the proof page`];
  },
  undoable: false,
};

const TABLES = press('writeDashboard', true);

export const DASHBOARD: Play = {
  command: 'writeDashboard',
  about: 'the dashboard with its charts',
  start: async (built) => {
    const host = open(await askedBefore(built), built);
    confirm(host).go(host);
    return momentOf(host);
  },
  steps: () => [TABLES],
  finish: (host) => pressAgain(host, TABLES),
  target: NOTES,
  expects: (view: FileView) => {
    const tab = tabNamed(view.workbook, 'Dashboard');
    const text = JSON.stringify(tab?.rows ?? '');
    return ['Contacts by next step', 'Answers by channel'].flatMap((title) =>
      text.includes(title) ? [] : [`${title} does not stand on the dashboard`],
    );
  },
  undoable: false,
};

const deed = (host: Host) =>
  press('logDeed', { contact: idOf(host, 'Odile'), kind: 'showed up', day: '', note: 'their picket' });

export const DEED: Play = {
  command: 'logDeed',
  about: 'what we did for them',
  start: usedBefore,
  steps: (host) => [deed(host)],
  finish: again(deed),
  target: NOTES,
  expects: logged('showed up'),
  newLines: 1,
  undoable: true,
};

const check = (host: Host) => press('logCheck', idOf(host, 'Odile'));

export const STATUS_CHECK: Play = {
  command: 'logCheck',
  about: 'a status check',
  start: usedBefore,
  steps: (host) => [check(host)],
  finish: again(check),
  target: NOTES,
  expects: logged('status check'),
  newLines: 1,
  undoable: true,
};

const back = (host: Host) => press('comeBack', idOf(host, 'Odile'));

export const COME_BACK: Play = {
  command: 'comeBack',
  about: 'somebody who had left',
  start: async (built) => {
    const host = open(await usedBefore(built), built);
    ask(host, 'bowOut', { contact: idOf(host, 'Odile'), words: 'a new board' });
    // Two days ago: of two lines of one minute nobody can tell which came first once the log is sorted.
    const [log] = logTabs(viewOf(host).workbook);
    if (log !== undefined)
      host.model.typeInto(log.name, rowWith(log, 'Kind', 'bowed out'), 2, '2026-11-10 09:00');
    return momentOf(host);
  },
  steps: (host) => [back(host)],
  finish: again(back),
  target: NOTES,
  expects: logged('came back'),
  newLines: 1,
  undoable: true,
};
