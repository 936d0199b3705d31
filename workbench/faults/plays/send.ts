// A send of six messages in two chunks, and the very first send, which makes log, ids and hidden tab on its way.
import type { Host } from '../../host/createHost';
import { press } from '../again';
import { momentOf, type Moment } from '../moment';
import { cells, takeBack, undone } from './contacts';
import { DONE, saidIn, type Ending, type Play, type Step } from '../play';
import { cellOf, lettersOf, peopleOf, tabNamed, viewOf, type FileView, type Line } from '../reader';
import {
  answerOf,
  ask,
  CONTACTS_TAB,
  DUE,
  open,
  sendRequest,
  started,
  usedBefore,
  type Built,
} from '../sample';

interface List {
  readonly ready: readonly { readonly contact: string; readonly to: string; readonly ticked: boolean }[];
  readonly stopped: readonly Other[];
  readonly otherWay: readonly Other[];
  readonly quiet: readonly Other[];
  readonly unsettled: readonly { readonly messageKey: string; readonly to: string }[];
  readonly unfinished: boolean;
}
interface Other {
  readonly row: number;
  readonly why: string;
}

const TO: readonly string[] = DUE.flat();
const FIRST: readonly string[] = DUE[0] ?? [];
const DATE = '46338';

function chunks(host: Host, addresses: readonly (readonly string[])[]): Step[] {
  const { ready } = ask<List>(host, 'getFollowUps', 'follow-ups');
  return addresses.map((chunk, index) => {
    const wanted = ready.filter(({ to }) => chunk.includes(to)).map(({ contact }) => sendRequest(contact));
    if (wanted.length !== chunk.length) throw new Error('The sample has too few who are due.');
    return {
      what: `chunk ${index + 1}`,
      door: 'sendChunk',
      go: (one) => answerOf(one, 'sendChunk', wanted, 'follow-ups'),
    };
  });
}

/** Opens Follow-ups, answers "was it sent?" as the mailbox has it, sends what is still due, until nothing is. */
const finishOf =
  (addresses: readonly string[]) =>
  (host: Host): Ending => {
    const said: string[] = [];
    for (let round = 0; round < 4; round++) {
      const answer = answerOf<List>(host, 'getFollowUps', 'follow-ups');
      if (!answer.ok) return { refused: answer.problem.message, said };
      const list = answer.value;
      for (const { messageKey, to } of list.unsettled) {
        const left = lettersOf(viewOf(host)).some((letter) => letter.to === to && letter.key === messageKey);
        answerOf(host, 'settleSend', messageKey, left);
      }
      const ready = list.ready.filter(({ to, ticked }) => ticked && addresses.includes(to));
      if (ready.length === 0 && list.unsettled.length === 0 && !list.unfinished) return { ...DONE, said };
      if (ready.length === 0 && !list.unfinished) continue;
      const requests = ready.map(({ contact }) => sendRequest(contact));
      const sent = answerOf<Sent>(host, 'sendChunk', requests, 'follow-ups');
      if (!sent.ok) return { refused: sent.problem.message, said };
      said.push(...saidIn(sent));
      if (list.unsettled.length === 0 && sent.value.lines.every(({ result }) => result === 'sent'))
        return { ...DONE, said };
    }
    return { refused: 'messages are due again and again', said };
  };

interface Sent {
  readonly lines: readonly { readonly result: string }[];
}

/** What Follow-ups says of somebody who got nothing. */
function wordFor(host: Host, address: string): string {
  const answer = answerOf<List>(host, 'getFollowUps', 'follow-ups');
  if (!answer.ok) return answer.problem.message;
  const { ready, stopped, otherWay, quiet, unsettled } = answer.value;
  if (ready.some(({ to }) => to === address)) return 'due';
  if (unsettled.some(({ to }) => to === address)) return 'not known';
  const tab = host.model.committed().tabs.find(({ name }) => name === CONTACTS_TAB || name === 'People');
  const at = (row: number) => tab?.rows[row - 1]?.values.includes(address) === true;
  return [...stopped, ...otherWay, ...quiet].find(({ row }) => at(row))?.why ?? '';
}

const lineOf = (view: FileView, address: string): Line | undefined => {
  const tab = tabNamed(view.workbook, CONTACTS_TAB);
  return tab ? [...peopleOf(tab).lines.values()].find((line) => line.get('E-mail') === address) : undefined;
};

function expects(addresses: readonly string[]): Play['expects'] {
  return (view) => {
    const letters = lettersOf(view);
    const sent = letters.map(({ to }) => to);
    return addresses.flatMap((address) => {
      const line = lineOf(view, address);
      const attempts = address.startsWith('gus') ? '3' : '2';
      const wrong = (heading: string, wanted: string) =>
        line?.get(heading) === wanted
          ? []
          : [`${heading} of ${address} is ${line?.get(heading) ?? 'missing'}`];
      const key = `larkhaven-care-for-all/${line?.get('Outreach ID') ?? ''}/${attempts}`;
      return [
        ...(letters.some((letter) => letter.to === address && letter.key === key)
          ? []
          : [`the key of ${address} is not made of campaign, contact and number`]),
        ...(sent.filter((to) => to === address).length === 1 ? [] : [`${address} got no message or several`]),
        ...wrong('Last contacted', DATE),
        ...wrong('Attempts', attempts),
        ...wrong('Status', 'Following up'),
      ];
    });
  };
}

const reached: Play['reached'] = (view, person) => {
  const written = lettersOf(view).map(({ to }) => to.split('@')[0]);
  return written.includes(person.toLowerCase());
};

export const SEND: Play = {
  command: 'send',
  about: 'six follow-ups in two chunks',
  start: usedBefore,
  steps: (host) => chunks(host, DUE),
  finish: finishOf(TO),
  target: { person: 'Tamar', heading: 'Status', text: 'In conversation' },
  expects: expects(TO),
  reached,
  letters: TO,
  wordFor,
  undoable: true,
};

export const FIRST_SEND: Play = {
  ...SEND,
  about: 'the first send in a file',
  start: started,
  steps: (host) => chunks(host, DUE.slice(0, 1)),
  finish: finishOf(FIRST),
  expects: expects(FIRST),
  letters: FIRST,
};

/** The run ended as the first of three had left, and the sidebar waits for an answer that never comes. */
async function cutOff(built: Built): Promise<Moment> {
  const trial = open(await usedBefore(built), built);
  const host = open(momentOf(trial), built);
  const [chunk] = chunks(trial, [FIRST]);
  chunk?.go(trial);
  host.killAt(trial.calls.find(({ method }) => method.startsWith('Gmail.'))?.n ?? 0, 'after', 'none');
  try {
    chunk?.go(host);
  } catch {
    // that is the end of the run
  }
  return momentOf(host);
}

export const LOST_CHUNK: Play = {
  ...SEND,
  about: 'what became of a chunk that was cut off',
  goesOn: true,
  start: cutOff,
  steps: (host) => {
    const tab = tabNamed(host.model.committed(), CONTACTS_TAB);
    const messages = ['Ruth', 'Tamar', 'Gus'].map((person) => ({
      contact: tab === null ? '' : cellOf(tab, person, 'Outreach ID'),
      attempt: person === 'Gus' ? 3 : 2,
    }));
    return [press('settleChunk', messages)];
  },
  finish: finishOf(FIRST),
  expects: expects(FIRST),
  letters: ['tamar@cedar.example.org', 'gus@transit.example.org'],
};

async function sentOnce(built: Built): Promise<Moment> {
  const host = open(await usedBefore(built), built);
  for (const { go } of chunks(host, [FIRST])) go(host);
  return momentOf(host);
}

/** What a send wrote in the rows is taken back; the messages have left, so nobody is due again. */
const dueAgain = (host: Host): string[] => {
  const answer = answerOf<List>(host, 'getFollowUps', 'follow-ups');
  const ready = answer.ok ? answer.value.ready : [];
  return ready.filter(({ to }) => FIRST.includes(to)).map(({ to }) => `${to} is due again`);
};

export const UNDO_SEND: Play = {
  command: 'undo',
  about: 'of what a send wrote in the rows',
  start: sentOnce,
  steps: (host) => [takeBack(host)],
  finish: undone,
  target: { person: 'Tamar', heading: 'Status', text: 'In conversation' },
  expects: cells({ 'Ruth: Attempts': '1', 'Tamar: Status': 'Contacted', 'Gus: Attempts': '2' }),
  also: dueAgain,
  undoable: false,
};
