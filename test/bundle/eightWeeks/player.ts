// Carries the steps of the campaign out through the doors of the add-on, each as the person who does it.
import { expect } from '@jest/globals';
import type { ContactView, FollowUpsView, WriteReceipt } from '../../../src/commands/answers';
import type { AsksView } from '../../../src/commands/askAnswers';
import type { CloseView } from '../../../src/commands/closeAnswers';
import type { Host } from '../../../workbench/host/createHost';
import { ask, cellsOf, recordsOf, refused, request } from '../campaign';
import { campaign, CONTACTS, list, steps, text, type Cells, type Step } from './campaign';

interface Scene {
  /** The lead's window; whoever has no account works in it. */
  readonly ana: Host;
  readonly hosts: Map<string, Host>;
  /** Ids of changes by step, for what is undone later. */
  readonly changes: Map<string, string>;
}

/** One step as it is played. */
interface Act {
  readonly scene: Scene;
  readonly step: Step;
  /** The window of whoever does it. */
  readonly host: Host;
  readonly organization: string;
}

const BLANK = { day: '', waitUntil: '', whoDecided: '', mayBeNamed: '', note: '' };

export function makePlayer(ana: Host): (step: Step) => void {
  const scene: Scene = { ana, hosts: new Map([['Ana', ana]]), changes: new Map() };
  return (step) => {
    const now = ana.now.slice(0, 10);
    const days = Math.round((Date.parse(step.day) - Date.parse(now)) / 86_400_000);
    if (days > 0) ana.advance(days);
    const play = PLAYS[step.do];
    if (play === undefined) throw new Error(`Nobody knows how to “${step.do}”.`);
    play({ scene, step, host: hostOf(scene, text(step, 'by')), organization: text(step, 'organization') });
  };
}

function hostOf({ ana, hosts }: Scene, name: string): Host {
  const email = campaign.volunteers.find((one) => one['Name'] === name)?.['E-mail'] ?? '';
  if (email === '') return ana;
  const host = hosts.get(name) ?? ana.as({ email });
  hosts.set(name, host);
  return host;
}

/** Presses a button as the person; a step that must be refused is. */
function press({ scene, step, host }: Act, door: string, ...args: unknown[]): void {
  if (step['refused'] === true) {
    expect([step.id, refused(host, door, ...args).message]).not.toEqual([step.id, '']);
    return;
  }
  const receipt = ask<Partial<WriteReceipt> | null>(host, door, ...args);
  if (receipt?.change !== undefined) scene.changes.set(step.id, receipt.change);
}

const stepOf = (id: string): Step => {
  const found = steps.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no step ${id}.`);
  return found;
};

/** 1-based row in the contacts. */
function rowOf({ scene }: Act, name: string): number {
  const [organization = '', town = ''] = name.split(' | ');
  const at = recordsOf(scene.ana, CONTACTS).findIndex(
    (row) => row['Organization'] === organization && (town === '' || row['Town'] === town),
  );
  if (at < 0) throw new Error(`No contact is called ${name}.`);
  return at + 2;
}

function viewOf(act: Act, name = act.organization): ContactView {
  act.scene.ana.select(CONTACTS, rowOf(act, name), 1);
  return ask<ContactView>(act.scene.ana, 'getSelectedContact');
}

function keyOf(act: Act, name = act.organization): string {
  const id = recordsOf(act.scene.ana, CONTACTS)[rowOf(act, name) - 2]?.['Outreach ID'];
  return typeof id === 'string' && id !== '' ? id : viewOf(act, name).contact;
}

function columnOf({ scene }: Act, tab: string, heading: string): number {
  const column = (cellsOf(scene.ana, tab)[0] ?? []).indexOf(heading) + 1;
  if (column === 0) throw new Error(`${tab} has no column ${heading}.`);
  return column;
}

function type(act: Act, tab: string, row: number, cells: Cells): void {
  for (const [heading, value] of Object.entries(cells))
    act.scene.ana.model.typeInto(tab, row, columnOf(act, tab, heading), value);
}

const channelOf = (step: Step): string => {
  const channel = text(step, 'channel');
  return channel === 'social' ? 'social media' : channel;
};

const peopleOf = ({ people }: Step): string => (typeof people === 'number' ? String(people) : '');

/** The ask of this kind, an open one before the others; '' where there is none. */
const askId = (act: Act, kind = text(act.step, 'kind')): string =>
  viewOf(act).asks.items.find((item) => item.kind === kind)?.id ?? '';

/** Where nobody's mail is read, what came back is known to whoever opens their mailbox. */
const nothing = (): void => undefined;

const PLAYS: Readonly<Record<string, (act: Act) => void>> = {
  buildTabs: (act) => {
    press(act, 'buildTabs', { due: '', cap: 0, moves: [] });
  },
  brainstorm,
  closeMeeting: (act) => {
    const start = { tab: 0, due: text(act.step, 'due'), same: [], takers: [], seen: [] };
    const { seen, tab } = ask<CloseView>(act.host, 'getClose', start);
    press(act, 'closeMeeting', { ...start, tab, seen });
  },
  firstMessages: (act) => {
    send(act, 'first');
  },
  followUps: (act) => {
    send(act, 'follow-ups');
  },
  mailReply: (act) => {
    const answered = { channel: 'e-mail', outcome: 'answered', until: '', note: '' };
    press(act, 'logTouch', { contact: keyOf(act), ...answered });
  },
  autoReply: nothing,
  bounce: nothing,
  askTie: (act) => {
    press(act, 'noteTieAsked', keyOf(act));
  },
  touch,
  recordAsk: (act) => {
    const { step } = act;
    const [kind, note, waitUntil] = [text(step, 'kind'), text(step, 'note'), text(step, 'waitUntil')];
    const asked = { contact: keyOf(act), kind, channel: channelOf(step), day: text(step, 'askedOn') };
    press(act, 'recordAsk', { ...asked, note: waitUntil === '' ? note : '' });
    if (waitUntil === '') return;
    const { contact } = asked;
    press(act, 'answerAsk', { ...BLANK, contact, ask: askId(act), answer: 'open', waitUntil, note });
  },
  answerAsk: (act) => {
    const { step } = act;
    press(act, 'answerAsk', {
      contact: keyOf(act),
      ask: askId(act),
      answer: text(step, 'answer'),
      day: text(step, 'answeredOn'),
      waitUntil: text(step, 'waitUntil'),
      whoDecided: text(step, 'who'),
      mayBeNamed: text(step, 'mayBeNamed'),
      note: text(step, 'note'),
    });
  },
  confirm: (act) => {
    const { step } = act;
    press(act, 'confirmEndorsement', {
      contact: keyOf(act),
      day: text(step, 'answeredOn'),
      whoDecided: text(step, 'who'),
      mayBeNamed: text(step, 'mayBeNamed'),
      people: peopleOf(step),
    });
  },
  typeAsk: (act) => {
    writeIntoAsks(act, recordsOf(act.scene.ana, 'Asks').length + 2);
  },
  editAsk: (act) => {
    writeIntoAsks(act, rowOfAsk(act));
  },
  settle,
  undo: (act) => {
    press(act, 'undoChange', act.scene.changes.get(text(act.step, 'of')) ?? '');
  },
  takeBack: (act) => {
    const { touches } = viewOf(act, text(stepOf(text(act.step, 'of')), 'organization'));
    press(act, 'takeBack', touches.find(({ takeBack }) => takeBack !== '')?.takeBack ?? '');
  },
  writeAsks: (act) => {
    press(act, 'writeAsks');
  },
  makeEndorsedTab: (act) => {
    press(act, 'makeEndorsedTab');
  },
  sortAsks: (act) => {
    sort(act, 'Asks');
  },
  sortContacts: (act) => {
    sort(act, CONTACTS);
  },
  moveAsksColumn: (act) => {
    const column = (key: string) => columnOf(act, 'Asks', text(act.step, key));
    act.scene.ana.model.moveColumn('Asks', column('column'), column('before'));
  },
  typeContact: (act) => {
    const cells = { [text(act.step, 'column')]: text(act.step, 'value') };
    type(act, CONTACTS, rowOf(act, act.organization), cells);
  },
  insertContact: (act) => {
    const row = Number(act.step['beforeRow']);
    act.scene.ana.model.insertRows(CONTACTS, row, 1);
    type(act, CONTACTS, row, act.step['cells'] as Cells);
  },
  deleteContact: (act) => {
    act.scene.ana.model.deleteRows(CONTACTS, rowOf(act, act.organization), 1);
  },
  partner: (act) => {
    const { step } = act;
    press(act, 'savePartner', {
      contact: keyOf(act),
      membership: text(step, 'membership'),
      conditions: text(step, 'conditions'),
      brings: text(step, 'brings'),
      committed: text(step, 'committed'),
      people: peopleOf(step),
      nextCheck: text(step, 'nextCheck'),
      note: '',
    });
  },
  deed: (act) => {
    const { step } = act;
    const [kind, day, note] = [text(step, 'kind'), text(step, 'on'), text(step, 'note')];
    press(act, 'logDeed', { contact: keyOf(act), kind, day, note });
  },
  statusCheck: (act) => {
    press(act, 'logCheck', keyOf(act));
  },
  bowOut: (act) => {
    press(act, 'bowOut', { contact: keyOf(act), words: text(act.step, 'words') });
  },
  comeBack: (act) => {
    press(act, 'comeBack', keyOf(act));
  },
  debrief: (act) => {
    const { step } = act;
    const [name, day] = [text(step, 'name'), text(step, 'on')];
    const next = { wantsNext: text(step, 'wantsNext'), nextCheckIn: text(step, 'nextCheckIn') };
    press(act, 'saveDebrief', { name, day, ...next });
  },
  impression: (act) => {
    const { name, commitment, curiosity, tryNext } = act.step;
    press(act, 'saveImpression', { name, commitment, curiosity, tryNext });
    expect(JSON.stringify(act.scene.ana.save().workbook)).not.toContain(text(act.step, 'tryNext'));
  },
  planEvent: (act) => {
    press(act, 'startPlan', text(act.step, 'kind'), '', text(act.step, 'on'));
  },
  event: (act) => {
    const talked = { channel: 'in person', outcome: 'talked', until: '', note: '' };
    for (const one of list(act.step, 'attended'))
      press(act, 'logTouch', { contact: keyOf(act, one), ...talked });
  },
  weekEnd: (act) => {
    press(act, 'bringHome', { conflicts: [], missing: [], twins: [], counts: [] });
  },
};

function brainstorm(act: Act): void {
  const { step, host, scene } = act;
  ask(host, 'startMeeting', step.day);
  const tab = scene.ana.model.state().tabs.findLast(({ name }) => name.startsWith('Shortlist '))?.name ?? '';
  (step['rows'] as readonly Cells[]).forEach((row, index) => {
    type(act, tab, index + 2, {
      Organization: row['organization'] ?? '',
      Category: row['category'] ?? '',
      Town: row['town'] ?? '',
      'Best way to reach them': row['reach'] ?? '',
      'Idea by': row['ideaBy'] ?? '',
      'Who takes it': row['takes'] ?? '',
    });
  });
}

function send(act: Act, mode: 'first' | 'follow-ups'): void {
  const { step, host } = act;
  const view = ask<FollowUpsView>(host, 'getFollowUps', mode);
  const ready = new Map(view.ready.map(({ row, contact }) => [row, contact]));
  const wanted = list(step, 'to').map((name) => ready.get(rowOf(act, name)) ?? name);
  for (const name of list(step, 'stopped'))
    expect([name, ready.has(rowOf(act, name))]).toEqual([name, false]);
  const sent: string[] = [];
  for (let at = 0; at < wanted.length; at += view.chunk) {
    const chunk = wanted.slice(at, at + view.chunk).map((key) => request(key));
    const { lines } = ask<{ lines: readonly { result: string; why: string }[] }>(
      host,
      'sendChunk',
      chunk,
      mode,
    );
    sent.push(...lines.map(({ result, why }) => `${result} ${why}`.trim()));
  }
  expect([step.id, sent]).toEqual([step.id, wanted.map(() => 'sent')]);
}

function touch(act: Act): void {
  const { step, host, scene } = act;
  const what = text(step, 'what');
  const contact = keyOf(act);
  if (text(step, 'door') === 'tab') {
    const tab = `→ ${text(step, 'by')}`;
    const row = recordsOf(scene.ana, tab).findIndex((one) => one['Outreach ID'] === contact) + 2;
    if (row < 2) throw new Error(`${act.organization} is not in “${tab}”.`);
    const on = text(step, 'on');
    if (on !== '') host.edit(tab, row, columnOf(act, tab, 'When'), on);
    const said = host.edit(tab, row, columnOf(act, tab, 'What happened'), what);
    expect([step.id, said, host.triggerError]).toEqual([step.id, '', '']);
    return;
  }
  const channel = channelOf(step);
  const [, answer = '', kind = ''] = /^said (yes|no) to (.+)$/.exec(what) ?? [];
  if (kind === '') {
    press(act, 'logTouch', { contact, channel, outcome: what, until: text(step, 'until'), note: '' });
    return;
  }
  // In the panel one answers the ask itself; what nobody had written down as asked is written down first.
  if (askId(act, kind) === '') press(act, 'recordAsk', { contact, kind, channel, day: '', note: '' });
  press(act, 'answerAsk', { ...BLANK, contact, ask: askId(act, kind), answer });
}

/** 1-based row in Asks: of what was typed there before, or of the newest ask of this kind. */
function rowOfAsk(act: Act): number {
  const { step, scene } = act;
  const records = recordsOf(scene.ana, 'Asks');
  const ref = text(step, 'ref');
  const typed = steps.find((one) => one.do === 'typeAsk' && one['ref'] === ref)?.['cells'] as
    Cells | undefined;
  const isIt =
    ref !== '' && typed !== undefined
      ? (one: Record<string, unknown>) =>
          one['Organization'] === typed['Organization'] && one['Ask'] === typed['Ask']
      : (one: Record<string, unknown>) =>
          one['Outreach ID'] === keyOf(act) && one['Ask'] === text(step, 'kind');
  const at = records.findLastIndex(isIt);
  if (at < 0) throw new Error(`${step.id}: no row of Asks is meant.`);
  return at + 2;
}

function writeIntoAsks(act: Act, row: number): void {
  const of = text(act.step, 'idOf');
  const id = of === '' ? {} : { 'Outreach ID': keyOf(act, of) };
  type(act, 'Asks', row, { ...(act.step['cells'] as Cells), ...id });
}

function settle(act: Act): void {
  const [organization] = act.organization.split(' | ');
  const { questions } = ask<AsksView>(act.scene.ana, 'getAsks');
  const question = questions.find((one) => one.organization === organization && one.choices.length > 0);
  const choose = text(act.step, 'choose');
  const named = question?.choices.find(({ choice, label }) => choice === choose || label === choose);
  press(act, 'settleAsk', question?.key ?? '', choose === 'ask' ? 'asks' : (named?.choice ?? ''));
}

function sort(act: Act, tab: string): void {
  const column = columnOf(act, tab, text(act.step, 'column'));
  act.scene.ana.model.sortTab(tab, [{ column, ascending: true }], 2);
}
