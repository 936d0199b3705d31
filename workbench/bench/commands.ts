// Plays the commands of the add-on on campaigns in the host and counts what each asks of Google.
import type { CheckView, FollowUpsView, SendRequest, WriteReceipt } from '../../src/commands/answers';
import type { AsksView } from '../../src/commands/askAnswers';
import type { CloseView } from '../../src/commands/closeAnswers';
import type { NamesView } from '../../src/commands/nameAnswers';
import type { NextTownView } from '../../src/commands/nextTownAnswers';
import type { ReminderRun } from '../../src/commands/reminderAnswers';
import type { Host } from '../host/createHost';
import { CONTACT_HEADINGS } from './contactRows';
import { pastedNames } from './names';
import { ask, CONTACTS_TAB, openFile, setUp, TODAY } from './campaignFile';
import { changedBlocks, countCalls, type Counts } from './counts';
import { playDashboard } from './dashboardPlays';
import { playPartners, playUnions } from './partnerPlays';

export interface Played extends Counts {
  readonly command: string;
  /** Blocks of cells that it changed, in tabs that were there before. */
  readonly blocks: number;
  /** Bytes of its answer to the sidebar. */
  readonly bytes: number;
}

export const ROWS = 10_000;
const VOLUNTEERS = ['Ana', 'Bo', 'Chidi', 'Dee', 'Elif', 'Fen', 'Gus', 'Hana', 'Ines', 'Joel'];
/** For a large group. */
const FORTY = ['', 'bel', 'mar', 'ton'].flatMap((end) => VOLUNTEERS.map((name) => name + end));
const OWNER = CONTACT_HEADINGS.indexOf('Owner') + 1;
const NO_OPTIONS = { due: '', cap: 0, moves: [] };

type Play = (command: string, name: string, ...args: unknown[]) => unknown;

/** Every command once, in the order in which a campaign meets them; a command that is played twice says so in its name. */
export async function playCommands(): Promise<Played[]> {
  return [
    ...(await playLarge()),
    ...(await playTabs()),
    ...(await playReplies()),
    ...(await playMine()),
    ...(await playHome()),
    ...(await playReminder()),
    ...(await playClosing()),
    ...(await playNames()),
    ...(await playAsks()),
  ];
}

function player(host: Host, played: Played[]) {
  const record = <T>(command: string, run: () => T): T => {
    const before = host.model.state();
    const answer = run();
    const bytes = answer === undefined ? 0 : new TextEncoder().encode(JSON.stringify(answer)).length;
    const blocks = changedBlocks(before, host.model.state());
    played.push({ command, ...countCalls(host.lastRun), blocks, bytes });
    return answer;
  };
  const play: Play = (command, name, ...args) => record(command, () => ask(host, name, ...args));
  return { record, play };
}

async function playLarge(): Promise<Played[]> {
  const volunteers = VOLUNTEERS.slice(0, 5);
  const host = await openFile({ rows: ROWS, volunteers });
  const played: Played[] = [];
  const { record, play } = player(host, played);
  record('onOpen', () => {
    host.open();
  });
  play('getStart, first time', 'getStart');
  setUp(host, volunteers);
  play('getStart', 'getStart');
  play('getMap', 'getMap');
  play('getToday', 'getToday');
  const { safeFixes } = play('getCheck', 'getCheck') as CheckView;
  if (safeFixes === 0) throw new Error('The sample has nothing to fix.');
  play('getNextSteps', 'getNextSteps');
  playSends(host, play);
  play('getAssignments', 'getAssignments', NO_OPTIONS);
  play('getChanges', 'getChanges');
  play('markNextSteps, first time', 'markNextSteps');
  host.model.typeInto(CONTACTS_TAB, ROWS + 2, 1, 'A group that came later');
  play('markNextSteps', 'markNextSteps');
  playTrigger(host, record);
  host.select(CONTACTS_TAB, ROWS / 2, 1);
  play('getSelectedContact', 'getSelectedContact');
  play('fixProblems, all', 'fixProblems', []);
  const { change } = play('fillOwners', 'fillOwners', NO_OPTIONS) as WriteReceipt;
  play('undoChange', 'undoChange', change);
  return played;
}

function playSends(host: Host, play: Play): void {
  const due = play('getFollowUps', 'getFollowUps', 'follow-ups') as FollowUpsView;
  play('getFollowUps, first messages', 'getFollowUps', 'first');
  const [first, second, ...others] = due.ready;
  if (first === undefined || second === undefined || others.length < due.chunk)
    throw new Error('The sample has too few contacts that are due.');
  play('previewMessage', 'previewMessage', request(first.contact), 'follow-ups');
  play('sendChunk of 1, first time', 'sendChunk', [request(first.contact)], 'follow-ups');
  // Every row has its own id from here on, and with it another key.
  const now = (ask(host, 'getFollowUps', 'follow-ups') as FollowUpsView).ready;
  play(
    'sendChunk of 1',
    'sendChunk',
    now.slice(0, 1).map(({ contact }) => request(contact)),
    'follow-ups',
  );
  const ten = now.slice(1, 1 + due.chunk).map(({ contact }) => request(contact));
  play(`sendChunk of ${ten.length}`, 'sendChunk', ten, 'follow-ups');
}

/** The list of a lead, who looks after everybody: few people and many ask the same of Google. */
async function playMine(): Promise<Played[]> {
  const played: Played[] = [];
  for (const [count, rows] of [
    [5, 100],
    [40, 5000],
  ] as const) {
    const volunteers = FORTY.slice(0, count);
    const host = await openFile({ rows, volunteers, allOwned: true });
    setUp(host, volunteers);
    host.model.typeInto('Volunteers', 2, 3, 'Lead');
    const { play } = player(host, played);
    play(
      `getMyContacts, ${count} volunteers × ${rows.toLocaleString('en-US')} contacts`,
      'getMyContacts',
      '',
    );
  }
  return played;
}

/** How many volunteers' tabs the full run of the bench looks through. */
export const HOME_TABS = 40;

/** Assignments come home: 40 volunteers and 5,000 contacts, with changes on both sides in every tab, and with none. */
export async function playHome(): Promise<Played[]> {
  const volunteers = FORTY;
  const host = await openFile({ rows: 5000, volunteers, allOwned: true });
  setUp(host, volunteers);
  ask(host, 'markNextSteps');
  ask(host, 'buildTabs', NO_OPTIONS);
  const played: Played[] = [];
  const { record, play } = player(host, played);
  const answers = { conflicts: [], missing: [], twins: [], counts: [] };
  play(`bringHome, ${HOME_TABS} tabs, nothing new`, 'bringHome', answers);
  const contactName = CONTACT_HEADINGS.indexOf('Contact') + 1;
  volunteers.forEach((name, index) => {
    const tab = `→ ${name}`;
    host.model.typeInto(tab, 2, columnOf(host, tab, 'Notes'), `Met them ${index}`);
    host.model.typeInto(tab, 3, columnOf(host, tab, 'What happened'), 'talked');
    host.model.typeInto(CONTACTS_TAB, 100 + index, contactName, `Newcomer ${index}`);
  });
  play(`bringHome, ${HOME_TABS} tabs, all changed`, 'bringHome', answers);
  const types = (command: string, run: () => string) => {
    record(command, () => {
      const refused = run() || host.triggerError;
      if (refused !== '') throw new Error(refused);
    });
  };
  const tab = `→ ${volunteers[0] ?? ''}`;
  types('onEdit, talked in a volunteer’s tab', () =>
    host.edit(tab, 2, columnOf(host, tab, 'What happened'), 'talked'),
  );
  types('onEdit, a note in a volunteer’s tab', () => host.edit(tab, 4, columnOf(host, tab, 'Notes'), 'Nice'));
  types('onEdit, a contact that a volunteer has', () => host.edit(CONTACTS_TAB, 2, contactName, 'Noor'));
  return played;
}

/** Messages of the reminder that `playReminder` plays: the lead's, and one to each volunteer. */
export const REMINDED = FORTY.length + 1;

/** One weekly reminder: everybody wants theirs and has something to do. */
export async function playReminder(): Promise<Played[]> {
  const host = await openFile({ rows: 5000, volunteers: FORTY, allOwned: true });
  setUp(host, FORTY);
  const column = columnOf(host, 'Volunteers', 'Reminder');
  FORTY.forEach((_, index) => host.model.typeInto('Volunteers', index + 2, column, 'yes'));
  const lead = host.as({ email: 'lead@larkhaven.example.org' });
  ask(lead, 'setReminder', true);
  // It is played by hand, in the week after it was switched on.
  lead.file.timers.length = 0;
  lead.advance(7);
  const played: Played[] = [];
  const { sent } = player(lead, played).play(
    'weeklyReminder, 40 volunteers × 5,000 contacts',
    'weeklyReminder',
  ) as ReminderRun;
  if (sent !== REMINDED) throw new Error(`The reminder sent ${sent} messages.`);
  return played;
}

/** 1-based. */
function columnOf(host: Host, tab: string, heading: string): number {
  for (let column = 1; column <= 20; column++)
    if (host.model.display(tab, 1, column) === heading) return column;
  throw new Error(`“${tab}” has no column “${heading}”.`);
}

/** Answers that the chunk of `playReplies` finds. */
export const HITS = 3;

/** A chunk that looks through the mailbox first, also where Gmail has forgotten its history, and one that finds answers. */
async function playReplies(): Promise<Played[]> {
  const host = await openFile({ rows: 4000, volunteers: VOLUNTEERS, replies: true });
  const played: Played[] = [];
  const { play } = player(host, played);
  setUp(host, VOLUNTEERS);
  const due = () => (ask(host, 'getFollowUps', 'follow-ups') as FollowUpsView).ready;
  const requests = (count: number) => {
    const ready = due().slice(0, count);
    if (ready.length < count) throw new Error('The sample has too few contacts that are due.');
    return ready.map(({ contact }) => request(contact));
  };
  ask(host, 'sendChunk', requests(10), 'follow-ups');
  play('readReplies', 'readReplies');
  play('sendChunk of 10, with a look into the mailbox', 'sendChunk', requests(10), 'follow-ups');
  host.mailbox.forgetHistory();
  play('sendChunk of 1, with a look where the history is gone', 'sendChunk', requests(1), 'follow-ups');
  const sent = host.mailbox.messages().filter(({ direction }) => direction === 'sent');
  for (const { id } of sent.slice(0, HITS)) host.mailbox.answer(id, { text: 'Tell us more' });
  play(`sendChunk of 1, with ${HITS} answers`, 'sendChunk', requests(1), 'follow-ups');
  return played;
}

/** Names of a shortlist that is closed in the bench, and how many people take them. */
export const CLOSED = { few: 10, many: 40, takers: 5 } as const;
const TREES =
  'Alder Birch Cedar Dogwood Elder Fir Ginkgo Hazel Ironwood Juniper Katsura Larch Maple Nutmeg Olive Pine Quince Rowan Spruce Tulip';

/** A meeting is closed: new names of which one in four has nobody, then the same once more. */
export async function playClosing(): Promise<Played[]> {
  const played: Played[] = [];
  const volunteers = VOLUNTEERS.slice(0, CLOSED.takers);
  for (const [names, rows] of [
    [CLOSED.few, 500],
    [CLOSED.many, 5000],
  ] as const) {
    const host = await openFile({ rows, volunteers, allOwned: true });
    setUp(host, volunteers);
    ask(host, 'buildTabs', NO_OPTIONS);
    ask(host, 'startMeeting', TODAY);
    const tab = host.model.state().tabs.find(({ name }) => name.startsWith('Shortlist '))?.name ?? '';
    TREES.split(' ').forEach((tree, index) => {
      for (const [kind, row] of [
        ['Quilting Circle', index + 2],
        ['Street Tenants', index + 22],
      ] as const) {
        if (row > names + 1) continue;
        host.model.typeInto(tab, row, columnOf(host, tab, 'Organization'), `${tree} ${kind}`);
        if (row % 4 > 0)
          host.model.typeInto(tab, row, columnOf(host, tab, 'Who takes it'), volunteers[row % 5] ?? '');
      }
    });
    const { play } = player(host, played);
    const about = `${names} names, ${rows.toLocaleString('en-US')} contacts`;
    play(`getMeeting, ${about}`, 'getMeeting');
    host.model.insertRows(tab, 3, 1);
    play(`lookAgain, ${about}`, 'lookAgain');
    host.model.deleteRows(tab, 3, 1);
    const start = { tab: 0, due: '', same: [], takers: [], seen: [] };
    const { seen, added } = play(`getClose, ${about}`, 'getClose', start) as CloseView;
    if (added !== names) throw new Error(`The sample adds ${added} of ${names} names.`);
    play(`closeMeeting, ${about}`, 'closeMeeting', { ...start, seen });
    play(`closeMeeting, ${about}, once more`, 'closeMeeting', { ...start, seen });
  }
  return played;
}

/** Names of a list that is pasted in the bench. */
export const PASTED = { few: 20, many: 500 } as const;

/** A list is pasted, and what is new in it is added to the shortlist. */
export async function playNames(): Promise<Played[]> {
  const played: Played[] = [];
  const volunteers = VOLUNTEERS.slice(0, 5);
  for (const [names, rows] of [
    [PASTED.few, 500],
    [PASTED.many, 5000],
  ] as const) {
    const host = await openFile({ rows, volunteers });
    setUp(host, volunteers);
    ask(host, 'startMeeting', TODAY);
    const { play } = player(host, played);
    const about = `${names} names, ${rows.toLocaleString('en-US')} contacts`;
    const text = pastedNames(names);
    const view = play(`getNames, ${about}`, 'getNames', text) as NamesView;
    const added = view.items.flatMap(({ at, category, kind }) =>
      kind === 'new' ? [{ at, category, seen: kind }] : [],
    );
    if (added.length === 0) throw new Error('The sample has no new names.');
    play(`addNames, ${about}`, 'addNames', text, added);
  }
  return played;
}

/** Rows of Asks in the bench: a few, and those of a large campaign. */
export const ASKED = { few: 20, many: 2000 } as const;

/** Asks that people typed are brought up to date, looked at, one is answered, and a chunk is sent beside them. */
export async function playAsks(): Promise<Played[]> {
  const played: Played[] = [];
  const volunteers = VOLUNTEERS.slice(0, 5);
  for (const [count, rows] of [
    [ASKED.few, 500],
    [ASKED.many, 5000],
  ] as const) {
    const host = await openFile({ rows, volunteers });
    setUp(host, volunteers);
    const { ready } = ask(host, 'getFollowUps', 'follow-ups') as FollowUpsView;
    ask(
      host,
      'sendChunk',
      ready.slice(0, 1).map(({ contact }) => request(contact)),
      'follow-ups',
    );
    ask(host, 'openTab', 'Asks');
    const typed = Array.from({ length: count }, (_, index) => [
      host.model.display(CONTACTS_TAB, rows - (index % 1000), 1),
      index < 1000 ? 'endorsement' : 'let us present',
      '2026-11-02',
      volunteers[index % volunteers.length] ?? '',
      index % 3 === 0 ? 'maybe' : '',
    ]);
    host.model.insertRows('Asks', 2, count);
    host.model.paste('Asks', 2, 1, typed);
    const { play } = player(host, played);
    const about = `${count} asks, ${rows.toLocaleString('en-US')} contacts`;
    play(`writeAsks, ${about}`, 'writeAsks');
    play(`writeAsks, ${about}, nothing new`, 'writeAsks');
    const { open } = play(`getAsks, ${about}`, 'getAsks') as AsksView;
    playPartners(host, play, count, about);
    playUnions(host, play, count === ASKED.few ? 'few' : 'many', about);
    const [first] = open;
    if (first === undefined) throw new Error('The sample has no open ask.');
    const answer = { answer: 'yes', day: '', waitUntil: '', whoDecided: 'Bo', mayBeNamed: 'yes', note: '' };
    play(`answerAsk, ${about}`, 'answerAsk', { contact: first.contact, ask: first.id, ...answer });
    playEndorsements(host, play, about, open);
    const now = (ask(host, 'getFollowUps', 'follow-ups') as FollowUpsView).ready;
    const ten = now.slice(0, 10).map(({ contact }) => request(contact));
    play(`sendChunk of ${ten.length}, with ${about}`, 'sendChunk', ten, 'follow-ups');
  }
  return played;
}

/** Whoever asks, confirms, settles a question and makes the proof page, beside those that stand there. */
function playEndorsements(host: Host, play: Play, about: string, open: AsksView['open']): void {
  const contacts = [...new Set(open.map(({ contact }) => contact))];
  const [, asked = '', confirmed = '', unclear = ''] = contacts;
  const fresh = { channel: 'phone', day: '', note: '' };
  play(`recordAsk, ${about}`, 'recordAsk', { contact: asked, kind: 'advice', ...fresh });
  play(`confirmEndorsement, ${about}`, 'confirmEndorsement', {
    contact: confirmed,
    ...{ day: TODAY, whoDecided: 'Bo', mayBeNamed: 'yes', people: '' },
  });
  ask(host, 'recordAsk', { contact: unclear, kind: 'advice', ...fresh });
  ask(host, 'logTouch', { contact: unclear, channel: 'phone', outcome: 'said yes', until: '', note: '' });
  const { questions } = ask(host, 'getAsks') as AsksView;
  const question = questions.find(({ choices }) => choices.length > 1);
  if (question === undefined) throw new Error('The sample has no question about an ask.');
  play(`settleAsk, ${about}`, 'settleAsk', question.key, question.choices[0]?.choice);
  play(`makeEndorsedTab, ${about}`, 'makeEndorsedTab');
  play(`makeEndorsedTab, ${about}, anew`, 'makeEndorsedTab');
  playDashboard(play, about);
  playWeek(play, about);
}

/** The page of the week, and the three tabs for another town, made twice. */
function playWeek(play: Play, about: string): void {
  play(`getWeek, ${about}`, 'getWeek');
  const { partners } = play(`getNextTown, ${about}`, 'getNextTown', 'Millbrook') as NextTownView;
  const chosen = { partners: partners.map(({ contact }) => contact), templates: [] };
  play(`makeNextTown, ${about}`, 'makeNextTown', { town: 'Millbrook', ...chosen });
  play(`makeNextTown, ${about}, anew`, 'makeNextTown', { town: 'Fernbank', ...chosen });
}

const request = (contact: string): SendRequest => ({
  contact,
  template: '',
  edited: null,
  anyway: false,
  ownerInCc: false,
});

function playTrigger(host: Host, record: (command: string, run: () => void) => void): void {
  const types = (command: string, run: () => string) => {
    record(command, () => {
      const refused = run() || host.triggerError;
      if (refused !== '') throw new Error(refused);
    });
  };
  types('onEdit in a filled row', () => host.edit(CONTACTS_TAB, ROWS / 2, 3, 'Bluegate'));
  types('onEdit in a new row', () => host.edit(CONTACTS_TAB, ROWS + 3, 1, 'Tidewater Tenants'));
  const lines = Array.from({ length: 40 }, (_, index) => [index % 2 === 0 ? `Pasted group ${index}` : '']);
  types('onEdit after a paste of 40 rows, every other blank', () =>
    host.paste(CONTACTS_TAB, ROWS + 4, 1, lines),
  );
}

/** Assignment tabs of a small file, where every contact has its owner: what the first tab, a further one and an update cost. */
export async function playTabs(): Promise<Played[]> {
  const played: Played[] = [];
  for (const count of [3, 4, 5, 10]) {
    const volunteers = VOLUNTEERS.slice(0, count);
    const host = await openFile({ rows: 100, volunteers, allOwned: true });
    setUp(host, volunteers);
    const { play } = player(host, played);
    play(`buildTabs, ${count} new tabs`, 'buildTabs', NO_OPTIONS);
    if (count === 3) playFirstTab(host, play);
    else if (count === 4) continue;
    host.advance(9);
    play(`buildTabs, ${count} tabs with words, nine days later`, 'buildTabs', NO_OPTIONS);
    ask(host, 'markNextSteps');
    play(`buildTabs, ${count} tabs get formulas`, 'buildTabs', NO_OPTIONS);
    host.advance(1);
    play(`buildTabs, ${count} tabs with formulas`, 'buildTabs', NO_OPTIONS);
    addWithoutOwner(host, count);
    play(`buildTabs, ${count} tabs and ${count} contacts without an owner`, 'buildTabs', NO_OPTIONS);
  }
  return played;
}

/** One tab is built again while two stand: a tab alone is the first of its run. */
function playFirstTab(host: Host, play: Play): void {
  host.model.deleteTab(`→ ${VOLUNTEERS[0] ?? ''}`);
  play('buildTabs, the first new tab', 'buildTabs', NO_OPTIONS);
}

/** Contacts at the end that have an Outreach ID and no owner. */
function addWithoutOwner(host: Host, count: number): void {
  const rows = Array.from({ length: count }, (_, index) => 102 + index);
  for (const row of rows) host.model.typeInto(CONTACTS_TAB, row, 1, `A group that came later, ${row}`);
  ask(host, 'fillOwners', NO_OPTIONS);
  for (const row of rows) host.model.typeInto(CONTACTS_TAB, row, OWNER, '');
}
