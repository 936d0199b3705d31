// Commands that write a touch or settle a message: log, hidden tab and row must agree in the end.
import type { Host } from '../../host/createHost';
import { press, pressAgain } from '../again';
import { momentOf, type Moment } from '../moment';
import { DONE, type Ending, type Play, type Step } from '../play';
import { cellOf, lettersOf, linesOf, logTabs, recordsOf, textOf, viewOf, type FileView } from '../reader';
import { answerOf, ask, CONTACTS_TAB, DUE, open, sendRequest, usedBefore, type Built } from '../sample';
import { cells } from './contacts';

interface List {
  readonly ready: readonly { readonly contact: string; readonly to: string }[];
  readonly unsettled: readonly { readonly messageKey: string }[];
}

const TODAY_CELL = '46338';

/** Follow-ups as the sidebar shows it, blank where it cannot. */
function listOf(host: Host): List & { readonly refused: string } {
  const answer = answerOf<List>(host, 'getFollowUps', 'follow-ups');
  if (answer.ok) return { ...answer.value, refused: '' };
  return { ready: [], unsettled: [], refused: answer.problem.message };
}

const keyOf = (host: Host, address: string): string =>
  listOf(host).ready.find(({ to }) => to === address)?.contact ?? '';

const lastResults = (view: FileView): string[] =>
  logTabs(view.workbook).flatMap((tab) =>
    linesOf(tab)
      .map((line) => line.get('Result') ?? '')
      .filter((result) => result !== ''),
  );

/** Gmail's answer to the second of three got lost. `left`: whether it left. */
const withUnknown =
  (left: boolean) =>
  async (built: Built): Promise<Moment> => {
    const host = open(await usedBefore(built), built);
    const wanted = (DUE[0] ?? []).map((address) => sendRequest(keyOf(host, address)));
    const calls = (): number => {
      const trial = open(momentOf(host), built);
      ask(trial, 'sendChunk', wanted, 'follow-ups');
      return trial.calls.filter(({ method }) => method.startsWith('Gmail.Users.Messages.send'))[1]?.n ?? 0;
    };
    host.failAt(calls(), 'Leere Antwort', left ? 'after' : 'before');
    ask(host, 'sendChunk', wanted, 'follow-ups');
    return momentOf(host);
  };

const settle = (wasSent: boolean): Play => ({
  command: 'settle',
  about: wasSent ? '“It was sent”' : '“It was not sent”',
  start: withUnknown(wasSent),
  steps: (host) => [pressSettle(host, wasSent)],
  finish: (host) => settleOpen(host, wasSent),
  target: { person: 'Tamar', heading: 'Status', text: 'In conversation' },
  expects: (view) => [
    ...cells({
      'Tamar: Attempts': wasSent ? '2' : '1',
      'Tamar: Status': wasSent ? 'Following up' : 'Contacted',
    })(view),
    ...(lastResults(view).includes('unknown') ? ['the log still says unknown'] : []),
    ...([...recordsOf(view.workbook).values()].includes('unknown') ? ['a record still says unknown'] : []),
    ...(lettersOf(view).length === (wasSent ? 4 : 3) ? [] : ['the mailbox is not as it was']),
  ],
  undoable: wasSent,
});

function pressSettle(host: Host, wasSent: boolean): Step {
  return press('settleSend', listOf(host).unsettled[0]?.messageKey ?? '', wasSent);
}

/** Answers while the sidebar asks. */
function settleOpen(host: Host, wasSent: boolean): Ending {
  const { unsettled, refused } = listOf(host);
  if (refused !== '') return { refused, said: [refused] };
  return unsettled.length === 0 ? DONE : pressAgain(host, pressSettle(host, wasSent));
}

export const IT_WAS_SENT = settle(true);
export const IT_WAS_NOT_SENT = settle(false);

const ADDRESS = 'tamar@cedar.example.org';
const mark = (host: Host) => press('markSent', sendRequest(keyOf(host, ADDRESS)), 'follow-ups');

export const MARK_SENT: Play = {
  command: 'markSent',
  about: 'sent by hand, from the person’s own Gmail',
  start: usedBefore,
  steps: (host) => [mark(host)],
  finish: (host) => {
    const settled = settleOpen(host, true);
    return settled.refused !== '' || keyOf(host, ADDRESS) === '' ? settled : pressAgain(host, mark(host));
  },
  target: { person: 'Tamar', heading: 'Status', text: 'In conversation' },
  expects: (view) => [
    ...cells({
      'Tamar: Attempts': '2',
      'Tamar: Status': 'Following up',
      'Tamar: Last contacted': TODAY_CELL,
    })(view),
    ...(lastResults(view).filter((result) => result === 'sent').length === 2 ? [] : ['the log lacks it']),
  ],
  undoable: true,
};

export const contactsOf = (host: Host) =>
  host.model.committed().tabs.find(({ name }) => name === CONTACTS_TAB || name === 'People');

export const idOf = (host: Host, person: string): string => {
  const tab = contactsOf(host);
  return tab === undefined ? '' : cellOf(tab, person, 'Outreach ID');
};

const CALL = { channel: 'phone', outcome: 'talked', until: '' };
const NOTE = 'after the service';

const touch = (host: Host) => press('logTouch', { ...CALL, contact: idOf(host, 'Tamar'), note: NOTE });

/** Whether the log has the call: a person who sees it under Selected contact does not write it down again. */
const isThere = (host: Host): boolean =>
  logTabs(viewOf(host).workbook).some((tab) => linesOf(tab).some((line) => line.get('Summary') === NOTE));

/** The log has lines enough for one to be hit by a line that is added while others insert rows. */
async function calledBefore(built: Built): Promise<Moment> {
  const host = open(await usedBefore(built), built);
  for (const person of ['Odile', 'Sol'])
    ask(host, 'logTouch', { ...CALL, contact: idOf(host, person), note: 'was out' });
  return momentOf(host);
}

export const CONTACT: Play = {
  command: 'contact',
  about: 'a call written down',
  start: calledBefore,
  steps: (host) => [touch(host)],
  finish: (host, heard) => (heard || isThere(host) ? DONE : pressAgain(host, touch(host))),
  target: { person: 'Tamar', heading: 'Answer', text: 'yes, in June' },
  expects: cells({
    'Tamar: Answer': NOTE,
    'Tamar: Last contacted': TODAY_CELL,
  }),
  newLines: 1,
  undoable: true,
};

/** The line of the call that `calledBefore` wrote down with them. */
const entryOf = (host: Host): string =>
  logTabs(viewOf(host).workbook)
    .flatMap((tab) => linesOf(tab))
    .find((line) => line.get('Contact') === idOf(host, 'Odile') && line.get('Kind') === 'talked')
    ?.get('Entry id') ?? '';

const isBack = (host: Host): boolean =>
  logTabs(viewOf(host).workbook).some((tab) =>
    linesOf(tab).some((line) => line.get('Kind') === 'taken back'),
  );

const back = (host: Host) => press('takeBack', entryOf(host));

export const TAKE_BACK: Play = {
  command: 'takeBack',
  about: 'a call that was written down by mistake',
  start: calledBefore,
  steps: (host) => [back(host)],
  finish: (host, heard) => (heard || isBack(host) ? DONE : pressAgain(host, back(host))),
  target: { person: 'Odile', heading: 'Status', text: 'Partner' },
  expects: cells({ 'Odile: Answer': '' }),
  newLines: 1,
  undoable: false,
};

const TEST = (host: Host) => press('sendTest', sendRequest(keyOf(host, ADDRESS)), 'follow-ups');

export const SEND_TEST: Play = {
  command: 'sendTest',
  about: 'one message to oneself',
  start: usedBefore,
  steps: (host) => [TEST(host)],
  finish: (host, heard) => (heard || keyOf(host, ADDRESS) === '' ? DONE : pressAgain(host, TEST(host))),
  target: { person: 'Tamar', heading: 'Status', text: 'In conversation' },
  expects: (view) => (lettersOf(view).at(-1)?.to === 'ana@larkhaven.example.org' ? [] : ['no test arrived']),
  undoable: false,
};

const tie = (host: Host) => press('noteTieAsked', idOf(host, 'Mo'));

export const TIE_ASKED: Play = {
  command: 'noteTieAsked',
  about: 'whoever knows them was asked',
  start: usedBefore,
  steps: (host) => [tie(host)],
  finish: (host) => pressAgain(host, tie(host)),
  target: { person: 'Mo', heading: 'Notes', text: 'likes tea' },
  expects: (view) => {
    const kinds = logTabs(view.workbook).flatMap((tab) =>
      linesOf(tab).map((line) => line.get('Organization')),
    );
    return kinds.includes('Green Thimble Tailors') ? [] : ['the log lacks it'];
  },
  newLines: 1,
  undoable: false,
};

const FORGOTTEN = 'Pia';

/** Nothing in the file says who it was, not even on the hidden tab. */
const traces = (view: FileView): string[] => {
  const found: string[] = [];
  for (const tab of view.workbook.tabs)
    for (const row of tab.rows)
      for (const value of row.values)
        if (/\bPia\b|pia@harbor/i.test(textOf(value)))
          found.push(`“${tab.name}” still says ${textOf(value)}`);
  return found;
};

const forget = (host: Host) => press('forgetContact', idOf(host, FORGOTTEN));

export const FORGET: Play = {
  command: 'forget',
  about: 'a person who wants to be forgotten',
  start: usedBefore,
  steps: (host) => [forget(host)],
  finish: (host, heard) => {
    if (contactsOf(host) === undefined) return { refused: 'There is no tab of contacts.', said: [] };
    return heard || idOf(host, FORGOTTEN) === '' ? DONE : pressAgain(host, forget(host));
  },
  target: { person: 'Ines', heading: 'Status', text: 'In conversation' },
  expects: traces,
  also: (_, view, deed) => (deed === null ? traces(view) : []),
  undoable: false,
};

/** Three messages have gone; Ruth answered, and Gus’s came back. */
async function answered(built: Built): Promise<Moment> {
  const host = open(await usedBefore(built), built);
  const wanted = (DUE[0] ?? []).map((address) => sendRequest(keyOf(host, address)));
  ask(host, 'sendChunk', wanted, 'follow-ups');
  ask(host, 'readReplies');
  const sentTo = (address: string): string =>
    host.mailbox.messages().find(({ recipients }) => recipients.includes(address))?.id ?? '';
  host.mailbox.answer(sentTo('ruth@amity.example.org'), { text: 'Gladly.' });
  host.mailbox.bounce(sentTo('gus@transit.example.org'));
  return momentOf(host);
}

const LOOK = press('readReplies');

export const REPLIES: Play = {
  command: 'readReplies',
  about: 'an answer and a message that came back',
  withReplies: true,
  start: answered,
  steps: () => [LOOK],
  finish: (host) =>
    logTabs(viewOf(host).workbook).length === 0
      ? { refused: 'Without the log nobody knows whose answers count.', said: [] }
      : pressAgain(host, LOOK),
  target: { person: 'Ruth', heading: 'Answer', text: 'yes, in June' },
  expects: (view) => {
    const kinds = logTabs(view.workbook).flatMap((tab) => linesOf(tab).map((line) => line.get('Kind')));
    return kinds.includes('answered') && kinds.includes('bounced') ? [] : ['the log lacks them'];
  },
  newLines: 2,
  undoable: false,
};
