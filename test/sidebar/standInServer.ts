// A stand-in for the server of the add-on: keeps an invented campaign and answers as the real functions would.
// A test changes `state` to make a case, and reads it to see what the sidebar did.
import type {
  Answer,
  AssignView,
  ChangesView,
  CheckView,
  ChunkMessage,
  ChunkReport,
  ChunkResult,
  FollowUpsView,
  MapView,
  ReadyItem,
  RepliesView,
  SendLine,
  SendRequest,
  TodayView,
  TouchRequest,
  WriteReceipt,
} from '../../src/commands/answers';
import type * as server from '../../src/index';
import type { Problem } from '../../src/values/result';
import type { MyContactsView } from '../../src/commands/myAnswers';
import * as campaign from './standInCampaign';
import type { HomeAnswers, HomeView } from '../../src/commands/homeAnswers';
import { askFunctions, askState, type AskState } from './standInCoalition';
import { homeAfter, homeView } from './standInHome';
import { myContactsView } from './standInMine';
import { planPreview, plansFor, plansView } from './standInPlan';
import type { CloseAnswers } from '../../src/commands/closeAnswers';
import { closeView } from './standInClose';
import { lookAgainView, meetingView } from './standInMeeting';
import { namesView } from './standInNames';
import { reminderView } from './standInReminder';
import type { PlansView } from '../../src/commands/planAnswers';
import type { MeetingView } from '../../src/commands/meetingAnswers';
import type { NameChoice, NamesView } from '../../src/commands/nameAnswers';
import type { ReminderView } from '../../src/commands/reminderAnswers';

type Change = ChangesView['groups'][number]['changes'][number];

export interface StandIn {
  readonly state: State;
  /** Answers one call as google.script.run would get it; throws where Google would fail. */
  readonly call: (name: string, args: readonly unknown[]) => unknown;
}

export interface State extends AskState {
  start: ReturnType<typeof campaign.startView>;
  map: MapView;
  today: TodayView;
  groups: CheckView['groups'];
  /** Problems of Settings and Templates. */
  tabGroups: CheckView['groups'];
  followUps: FollowUpsView;
  first: readonly ReadyItem[];
  assign: AssignView;
  contact: ReturnType<typeof campaign.contactView> | null;
  draft: ReturnType<typeof campaign.draftView>;
  /** Contacts that somebody took in the sheet while others picked. */
  readonly takenInSheet: string[];
  /** "c0: Bo → Ana" */
  readonly handedOver: string[];
  /** What was built or filled in: "a0: Dee". */
  readonly moved: string[];
  /** What the next run over the volunteers' tabs finds. */
  home: HomeView;
  /** What each run was given. */
  readonly brought: HomeAnswers[];
  /** The list of whoever is signed in. */
  mine: MyContactsView;
  meeting: MeetingView;
  /** Days on which a meeting was started. */
  startedMeetings: string[];
  /** What each end of a meeting was given. */
  readonly closings: CloseAnswers[];
  mailed: number;
  names: NamesView;
  /** What was pasted, and what was added of it. */
  readonly pasted: string[];
  readonly addedNames: NameChoice[];
  /** Settings that were saved, but the next meeting. */
  savedSettings: string[];
  reminder: ReminderView;
  plans: PlansView;
  /** What was started and moved: "Council vote//2026-12-08". */
  readonly planned: string[];
  changes: Change[];
  /** Problem that every reading function answers with; null where all is well. */
  problem: Problem | null;
  /** Text of the failure of the next calls, by function name; '*' is every function. */
  failures: Record<string, string>;
  /** Milliseconds each call takes. */
  latency: number;
  /** What came of each message, by contact; 'sent' unless said otherwise. */
  outcomes: Record<string, SendLine['result'] | 'lost'>;
  readonly sent: string[];
  /** Contacts of each chunk. */
  readonly chunks: string[][];
  readonly touches: TouchRequest[];
  readonly cells: string[];
  readonly tests: SendRequest[];
  readonly tabs: string[];
  /** The run that each chunk said it belongs to; null for the first of a send. */
  readonly runs: (string | null)[];
  /** Contacts whose warm tie was asked. */
  readonly asked: string[];
  /** What a look into the mailbox finds, and what it makes of the list. */
  replies: Pick<RepliesView, 'message'> & { readonly then: (() => void) | null };
  /** How many chunks find the file locked. */
  lockedFor: number;
  /** Contacts that were forgotten. */
  readonly forgotten: string[];
  /** Too many messages come back: every chunk ends the run. */
  manyBounced: boolean;
  /** How often the server still says that the chunk runs. */
  stillRunning: number;
  /** Every message as it left. */
  readonly requests: SendRequest[];
}

/** The time of every send, on the clock of the sheet. */
const WHEN = 'Thu, Nov 12, 2026, 14:05';

function good<T>(value: T): Answer<T> {
  return { ok: true, value };
}

export function createStandIn(): StandIn {
  const state: State = {
    ...askState(),
    start: campaign.startView(),
    map: { ...campaign.mapView(), questions: [] },
    today: campaign.todayView(),
    groups: campaign.checkGroups(),
    tabGroups: [],
    followUps: campaign.followUpsView(),
    first: [0, 1, 2].map((at) => ({ ...campaign.readyItem(at, 'first'), contact: `f${at}`, joins: '' })),
    assign: campaign.assignView(),
    contact: campaign.contactView(),
    draft: campaign.draftView(),
    takenInSheet: [],
    handedOver: [],
    moved: [],
    home: homeView(),
    brought: [],
    mine: myContactsView(),
    meeting: meetingView(),
    startedMeetings: [],
    names: namesView(),
    pasted: [],
    addedNames: [],
    closings: [],
    mailed: 0,
    savedSettings: [],
    reminder: reminderView(false),
    plans: plansView(),
    planned: [],
    changes: [],
    problem: null,
    failures: {},
    latency: 0,
    outcomes: {},
    sent: [],
    chunks: [],
    touches: [],
    cells: [],
    tests: [],
    tabs: [],
    asked: [],
    runs: [],
    replies: { message: 'No new answers.', then: null },
    lockedFor: 0,
    forgotten: [],
    manyBounced: false,
    stillRunning: 0,
    requests: [],
  };
  const before = new Map<string, () => void>();

  /** Writes a change into the list, with what undoes it. */
  function write(
    message: string,
    written: number,
    undo: (() => void) | null,
    kept: WriteReceipt['kept'] = [],
  ): WriteReceipt {
    const id = `k${state.changes.length + 1}`;
    state.changes.unshift({
      id,
      what: message,
      who: 'Ana',
      time: '2:41 pm',
      cells: written,
      state: undo ? 'undo' : 'kept',
    });
    if (undo) before.set(id, undo);
    return { message, change: id, written, kept, undoable: undo !== null };
  }
  function check(): CheckView {
    const count = (of: 'count' | 'safe'): number => state.groups.reduce((sum, group) => sum + group[of], 0);
    return {
      sheet: campaign.SHEET,
      rows: 124,
      problems: count('count'),
      safeFixes: count('safe'),
      asks: '',
      groups: state.groups,
    };
  }
  function followUps(mode: string): FollowUpsView {
    const view = state.followUps;
    const ready = mode === 'first' ? state.first : view.ready;
    const left = ready.filter(({ contact }) => !state.sent.includes(contact));
    const counts = { ...view.counts, ready: left.length };
    return mode === 'first'
      ? {
          ...view,
          mode: 'first',
          ready: left,
          otherWay: [],
          checks: [],
          quiet: [],
          stopped: [],
          summary: `${left.length} first messages to write: ${left.length} ready`,
          counts: { ready: left.length, otherWay: 0, quiet: 0, stopped: 0, notDue: 0 },
        }
      : { ...view, ready: left, counts };
  }
  function message(request: SendRequest): Answer<ReadyItem> {
    if (request.template === 'followup-faith' && request.contact === 'c1') {
      return {
        ok: false,
        problem: {
          code: 'blank-field',
          message: 'A blank in the message: the template needs “priorities”, and F19 is empty.',
          todo: 'Fill it in.',
        },
      };
    }
    const known = [...state.followUps.ready, ...state.first].find(
      ({ contact }) => contact === request.contact,
    );
    const stopped = state.followUps.stopped.find(({ contact }) => contact === request.contact);
    const item = known ?? {
      ...campaign.readyItem(7),
      contact: request.contact,
      organization: stopped?.organization ?? '',
    };
    return good({
      ...item,
      template: request.template === '' ? item.template : request.template,
      ...(request.template === 'followup-faith' ? { subject: 'Re: Faith and care' } : {}),
      ...(request.edited ?? {}),
      merged: request.edited ? [] : item.merged,
    });
  }
  function sendOne(request: SendRequest): SendLine {
    const item = [...state.followUps.ready, ...state.first, ...state.followUps.stopped].find(
      ({ contact }) => contact === request.contact,
    );
    const outcome = state.outcomes[request.contact] ?? 'sent';
    const line = {
      contact: request.contact,
      row: item?.row ?? 0,
      organization: item?.organization ?? '',
      messageKey: `key-${request.contact}`,
    };
    if (outcome === 'lost' || outcome === 'unknown') unsettle(line.messageKey, line.organization);
    if (outcome === 'sent' || outcome === 'unknown' || outcome === 'lost') {
      state.sent.push(request.contact);
      state.requests.push(request);
    }
    const why =
      outcome === 'stopped'
        ? 'They answered a minute ago.'
        : outcome === 'failed'
          ? 'Gmail refused the address.'
          : '';
    return { ...line, result: outcome === 'lost' ? 'unknown' : outcome, why };
  }
  function unsettle(messageKey: string, organization: string): void {
    state.followUps = {
      ...state.followUps,
      unsettled: [
        ...state.followUps.unsettled,
        {
          messageKey,
          organization,
          subject: 'Re: Care for everyone in Larkhaven',
          to: 'office@example.org',
          when: 'Thu, Nov 12, 2026, 14:14',
        },
      ],
    };
  }

  const functions: Partial<Record<keyof typeof server, (...args: never[]) => unknown>> = {
    ...askFunctions(state, write),
    getStart: () => good(state.start),
    startWith: (sheet: string) => {
      state.start = { ...state.start, started: true, sheet };
      return good({ ...state.map, sheet });
    },
    getMap: () => good(state.map),
    setColumn: (field: string, letters: string[]) => {
      const known = state.map.fields.find((one) => one.field === field);
      const header = state.map.all.find(({ letter }) => letter === letters[0])?.header ?? '';
      const others = state.map.columns.filter((column) => column.field !== field);
      state.map = {
        ...state.map,
        columns:
          known && letters.length > 0 ? [{ ...known, letters, header, sure: true }, ...others] : others,
        questions: state.map.questions.filter((question) => question.field !== field),
        unused: state.map.unused.filter(({ letter }) => !letters.includes(letter)),
      };
      return good(state.map);
    },
    getToday: () => good(state.today),
    saveSetting: (name: string, value: string) => {
      if (name !== 'nextMeeting') state.savedSettings.push(`${name}: ${value}`);
      if (name === 'nextMeeting')
        state.today = {
          ...state.today,
          deadlines: {
            ...state.today.deadlines,
            saved: write(
              'Changed “Next meeting” in Settings and moved 12 due dates to Nov 26',
              13,
              () => undefined,
            ),
          },
          nextMeeting: { day: value, title: 'Next meeting in 14 days', text: `Day ${value}` },
        };
      return good(state.today);
    },
    getCheck: () => good(check()),
    getTabProblems: () => good(state.tabGroups),
    fixProblems: (ids: string[]) => {
      const old = state.groups;
      const chosen = (id: string, fix: string | null): boolean =>
        fix !== null && (ids.length === 0 || ids.includes(id));
      const fixed = old.flatMap(({ items }) => items).filter(({ id, fix }) => chosen(id, fix));
      state.groups = old
        .map((group) =>
          campaign.counted({ ...group, items: group.items.filter(({ id, fix }) => !chosen(id, fix)) }),
        )
        .filter(({ count }) => count > 0);
      const receipt = write(`Fixed ${fixed.length} cells`, fixed.length, () => {
        state.groups = old;
      });
      const kept = ids.length === 0 ? [{ cell: 'H21', why: 'Dee changed H21 after us.' }] : [];
      return good({ receipt: { ...receipt, kept }, check: check() });
    },
    getPlans: (_id: string, day: string) => good(plansFor(state.plans, day)),
    previewPlan: (kind: string) => good(planPreview(kind)),
    startPlan: (kind: string, name: string, day: string) => {
      state.planned.push([kind, name, day].join('/'));
      state.plans = plansView();
      return good({
        id: '11',
        receipt: write(`Started “Plan: ${kind} Dec 8” with 3 tasks`, 3, () => undefined),
      });
    },
    movePlan: (id: string, day: string) => {
      state.planned.push([id, day].join('/'));
      return good(write('Moved “Council vote” to Dec 15 with 5 tasks', 5, () => undefined));
    },
    getChanges: () =>
      good({ groups: state.changes.length === 0 ? [] : [{ dayText: 'Today', changes: state.changes }] }),
    undoChange: (id: string) => {
      before.get(id)?.();
      state.changes = state.changes.map((change) =>
        change.id === id ? { ...change, state: 'undone' } : change,
      );
      return good({ message: 'Put back 1 cell', change: '', written: 1, kept: [], undoable: false });
    },
    readReplies: () => {
      const { message, then } = state.replies;
      then?.();
      const view: RepliesView = {
        looked: true,
        answers: [],
        away: 0,
        bounced: [],
        settled: 0,
        more: false,
        found: then !== null,
        message,
      };
      state.replies = { message: 'No new answers.', then: null };
      return good(view);
    },
    forgetContact: (contact: string) => {
      state.forgotten.push(contact);
      return good({
        ...write('Erased: the person at Amity Street Church.', 6, null),
        kept: [{ cell: 'Row 9', why: 'Amity Youth has the same address. Forget that contact too.' }],
      });
    },
    getFollowUps: (mode: string) => good(followUps(mode)),
    previewMessage: (request: SendRequest) => message(request),
    sendTest: (request: SendRequest) => {
      state.tests.push(request);
      return good({ to: state.start.account });
    },
    sendChunk: (requests: SendRequest[], mode: string, _sheet: null, run: string | null) => {
      state.runs.push(run);
      if (requests.length === 0) state.followUps = { ...state.followUps, unfinished: false };
      else state.chunks.push(requests.map(({ contact }) => contact));
      if (state.lockedFor > 0) {
        state.lockedFor -= 1;
        return {
          ok: false,
          problem: { code: 'locked', message: 'Somebody else is sending.', todo: 'Wait.' },
        };
      }
      const lines = requests.map(sendOne);
      const sent = lines.filter(({ result }) => result === 'sent').length;
      if (requests.some(({ contact }) => state.outcomes[contact] === 'lost'))
        throw new Error('Verbindung unterbrochen');
      const quota = {
        ...state.followUps.quota,
        used: state.followUps.quota.used + sent,
        left: state.followUps.quota.left - sent,
      };
      state.followUps = { ...state.followUps, quota };
      write(`Wrote ${sent} send results (${mode})`, sent, null);
      const result: ChunkResult = {
        lines,
        ended: state.manyBounced,
        why: state.manyBounced
          ? '4 messages of this send came back, so it stopped. The others stay due: look at the addresses, then go on.'
          : '',
        manyBounced: state.manyBounced,
        change: '',
        again: sent > 0 ? 'If nobody answers, they are due again on Nov 19.' : '',
        when: WHEN,
        run: 'r1',
        quota,
        kept: [],
        wrote: ['Last contacted', 'Outreach log'],
      };
      return good(result);
    },
    settleChunk: (messages: ChunkMessage[]) => {
      if (state.stillRunning > 0) {
        state.stillRunning -= 1;
        return {
          ok: false,
          problem: { code: 'locked', message: 'Somebody else is sending.', todo: 'Wait.' },
        };
      }
      const report: ChunkReport = {
        when: WHEN,
        lines: messages.map(({ contact: key }) => {
          const contact = key.replace('row:', '');
          const open = state.followUps.unsettled.some(({ messageKey }) => messageKey === `key-${contact}`);
          const result = open ? 'unknown' : state.sent.includes(contact) ? 'sent' : 'next';
          return { contact: key, row: 0, organization: '', result, why: '', messageKey: '' };
        }),
      };
      return good(report);
    },
    noteTieAsked: (contact: string) => {
      state.asked.push(contact);
      const { followUps } = state;
      const stopped = followUps.stopped.filter((item) => item.contact !== contact);
      const counts = { ...followUps.counts, stopped: followUps.counts.stopped - 1 };
      state.followUps = { ...followUps, stopped, counts };
      return good(write('Noted: Dee was asked.', 0, null));
    },
    settleSend: (messageKey: string, wasSent: boolean) => {
      const { unsettled } = state.followUps;
      state.followUps = {
        ...state.followUps,
        unsettled: unsettled.filter((one) => one.messageKey !== messageKey),
      };
      if (!wasSent) state.sent.splice(state.sent.indexOf(messageKey.replace('key-', '')), 1);
      return good(write(wasSent ? 'Noted as sent' : 'Noted as not sent', 1, null));
    },
    markSent: (request: SendRequest) => {
      state.requests.push(request);
      return good(write('Marked as sent', 3, null));
    },
    logTouch: (request: TouchRequest) => {
      state.touches.push(request);
      const { followUps } = state;
      if (request.outcome === 'answered')
        state.followUps = {
          ...followUps,
          ready: followUps.ready.filter(({ contact }) => contact !== request.contact),
        };
      return good(
        write('Logged 1 touch', 2, () => {
          state.followUps = followUps;
        }),
      );
    },
    markNextSteps: () => {
      state.followUps = { ...state.followUps, hasNextStep: true };
      return good(
        write('Wrote the words of 124 rows', 124, () => {
          state.followUps = { ...state.followUps, hasNextStep: false };
        }),
      );
    },
    getAssignments: ({
      due,
      cap,
      moves,
    }: {
      due: string;
      cap: number;
      moves: { contact: string; to: string }[];
    }) => {
      const to = new Map(moves.map((move) => [move.contact, move.to]));
      const view = state.assign;
      return good({
        ...view,
        due: due === '' ? view.due : due,
        cap: cap === 0 ? view.cap : cap,
        gives: view.gives.map((give) => ({ ...give, to: to.get(give.contact) ?? give.to })),
      });
    },
    getDraft: ({ moves }: { moves: { contact: string; to: string }[] }, search: string) => {
      const { draft, takenInSheet } = state;
      const given = moves.filter(({ to }) => to !== '').map(({ contact }) => contact);
      const inSheet = draft.free.filter(({ contact }) => !takenInSheet.includes(contact));
      const free = inSheet
        .filter(({ contact }) => !given.includes(contact))
        .filter(({ organization, line }) =>
          `${organization} ${line}`.toLowerCase().includes(search.toLowerCase()),
        );
      const lost = given.filter((contact) => takenInSheet.includes(contact));
      return good({ ...draft, free, found: free.length, all: inSheet.length, lost });
    },
    getHandOver: () => good(campaign.handOverView()),
    handOver: (contact: string, from: string, to: string) => {
      state.handedOver.push(`${contact}: ${from} → ${to}`);
      const before = state.contact;
      state.contact = before && { ...before, owner: before.owner.replace(from, to) };
      return good(
        write(`${to} has Amity Street Church now`, 1, () => {
          state.contact = before;
        }),
      );
    },
    buildTabs: ({ moves }: { moves: { contact: string; to: string }[] }) => {
      state.moved.push(...moves.map(({ contact, to }) => `${contact}: ${to}`));
      state.assign = {
        ...state.assign,
        unassigned: 0,
        gives: [],
        button: 'Update 5 tabs',
        volunteers: state.assign.volunteers.map((one) => ({
          ...one,
          has: one.has + one.gets,
          gets: 0,
          hasTab: true,
        })),
      };
      return good(write('Built 5 tabs', 74, () => undefined));
    },
    fillOwners: () => good(write('Filled in 6 owners', 6, () => undefined)),
    confirmOwner: (name: string) => {
      state.assign = {
        ...state.assign,
        questions: state.assign.questions.filter((question) => question.name !== name),
      };
      return good(state.assign);
    },
    getSelectedContact: () =>
      state.contact
        ? good(state.contact)
        : {
            ok: false,
            problem: {
              code: 'no-contact',
              message: 'The selected row holds no contact.',
              todo: 'Click a cell in the row of a contact.',
            },
          },
    bringHome: (answers: HomeAnswers) => {
      state.brought.push(answers);
      const now = state.home;
      state.home = homeAfter(homeView(), answers);
      return good(state.brought.length === 1 ? now : state.home);
    },
    getMeeting: () => good(state.meeting),
    startMeeting: (day: string) => {
      state.startedMeetings.push(day);
      state.meeting = meetingView();
      return good(state.meeting);
    },
    lookAgain: () => good(lookAgainView()),
    getNames: (text: string) => {
      state.pasted.push(text);
      return good(state.names);
    },
    addNames: (_text: string, choices: NameChoice[]) => {
      state.addedNames.push(...choices);
      const { new: fresh, known } = state.names.counts;
      state.names = {
        ...state.names,
        items: state.names.items.map((item) =>
          choices.some(({ at }) => at === item.at)
            ? { ...item, kind: 'known', word: 'On the shortlist', of: '', where: 'Row 12', addable: false }
            : item,
        ),
        counts: { ...state.names.counts, new: fresh - choices.length, known: known + choices.length },
      };
      return good(
        write(`Added ${choices.length} names to “Shortlist Nov 19”`, choices.length, () => undefined),
      );
    },
    getClose: (answers: CloseAnswers) => good(closeView(answers, state.closings.length > 0, state.mailed)),
    closeMeeting: (answers: CloseAnswers) => {
      state.closings.push(answers);
      return good(write('Closed the meeting of Nov 19', 40, () => state.closings.pop()));
    },
    mailRecap: () => {
      state.mailed = 4;
      return good({ message: 'Mailed to 4 of 4.', change: '', written: 4, kept: [], undoable: false });
    },
    getReminder: () => good(state.reminder),
    setReminder: (on: boolean) => {
      const { missing } = state.reminder;
      if (on && missing !== '')
        return {
          ok: false,
          problem: { code: 'no-reminder-permission', message: 'The weekly reminder is off.', todo: missing },
        };
      state.reminder = reminderView(on);
      return good(state.reminder);
    },
    getMyContacts: (name: string) =>
      good(name === '' ? state.mine : { ...state.mine, name, team: name === 'Bo' ? state.mine.team : [] }),
    chooseName: (name: string) => {
      state.mine = { ...state.mine, name, team: name === 'Bo' ? state.mine.team : [] };
      return good(null);
    },
    takeBack: () => good(write('Took back “talked” with Amity Street Church', 1, () => undefined)),
    goToContact: (contact: string) => {
      if (contact === 'm2')
        return {
          ok: false,
          problem: {
            code: 'contact-gone',
            message: 'This contact is not in the tab “Contacts” any more.',
            todo: 'Look again: the list may have changed.',
          },
        };
      state.cells.push(contact);
      return good(null);
    },
    moveDues: () => {
      state.today = { ...state.today, deadlines: { ...state.today.deadlines, behind: '' } };
      return good(write('Moved 12 due dates to Dec 3', 12, () => undefined));
    },
    goTo: (sheet: string, cell: string) => {
      state.cells.push(`${sheet}!${cell}`);
      return good(null);
    },
    openTab: (name: string) => {
      state.tabs.push(name);
      return good(null);
    },
  };
  const needs = [
    'getToday',
    'getCheck',
    'getFollowUps',
    'getAssignments',
    'getAsks',
    'getPartners',
    'getUnions',
    'getGrowing',
    'getWeek',
  ];

  return {
    state,
    call: (name, args) => {
      const failure = state.failures[name] ?? state.failures['*'];
      if (failure !== undefined) throw new Error(failure);
      const known = functions[name as keyof typeof functions];
      if (!known) throw new Error(`Not a function of the server: ${name}`);
      if (state.problem && needs.includes(name)) return { ok: false, problem: state.problem };
      return known(...(args as never[]));
    },
  };
}
