// The one way to the server: each function by name and type, never a rejected promise, at most ten calls at once.
import type {
  Answer,
  AssignView,
  ChangesView,
  CheckGroup,
  CheckView,
  ChunkMessage,
  ChunkReport,
  ChunkResult,
  ContactView,
  FollowUpsView,
  MapView,
  ReadyItem,
  RepliesView,
  SendMode,
  SendRequest,
  Start,
  TodayView,
  TouchRequest,
  WriteReceipt,
} from '../src/commands/answers';
import type {
  AskAnswerRequest,
  AskRequest,
  AsksView,
  BowOutRequest,
  ConfirmRequest,
  DebriefRequest,
  DeedRequest,
  GrowingView,
  ImpressionRequest,
  PartnerRequest,
  PartnersView,
} from '../src/commands/askAnswers';
import type { DashboardView, FigureName, FigureView } from '../src/commands/dashboardAnswers';
import type { CloseView } from '../src/commands/closeAnswers';
import type { HomeView } from '../src/commands/homeAnswers';
import type { LookAgainView, MeetingView } from '../src/commands/meetingAnswers';
import type { MyContactsView } from '../src/commands/myAnswers';
import type { NamesView } from '../src/commands/nameAnswers';
import type { NextTownView } from '../src/commands/nextTownAnswers';
import type { PlanPreview, PlansView, StartedPlan } from '../src/commands/planAnswers';
import type { ReminderView } from '../src/commands/reminderAnswers';
import type { DraftView, HandOverView } from '../src/commands/shareAnswers';
import type { WeekView } from '../src/commands/weekAnswers';
import type { UnionRequest, UnionsView } from '../src/commands/unionAnswers';
import type * as server from '../src/index';
import type { Field } from '../src/reading/fields';
import type { Problem } from '../src/values/result';

/** The sidebar shows one kind of message at a time. */
export type Mode = Exclude<SendMode, 'auto'>;

export type OurTab =
  'Settings' | 'Volunteers' | 'Templates' | 'Outreach log' | 'Event tasks' | 'Asks' | 'Partnerships';

/** due "YYYY-MM-DD" or '' and cap 0 for the shipped values. */
export interface AssignOptions {
  readonly due: string;
  readonly cap: number;
  readonly moves: { contact: string; to: string }[];
  readonly addOwner?: boolean;
}

/** What a person chose where assignments came home. */
export interface HomeAnswers {
  readonly conflicts: {
    id: string;
    column: string;
    tabId: number;
    tab: string;
    contacts: string;
    keep: 'tab' | 'contacts';
  }[];
  readonly missing: { tabId: number; ids: string[]; handBack: boolean }[];
  readonly twins: { tabId: number; row: number; organization: string; id: string }[];
  readonly counts: number[];
}

/** What a person decided before the meeting is closed; `seen` stands for the rows that were shown. */
export interface CloseAnswers {
  readonly tab: number;
  readonly due: string;
  readonly same: { group: string; of: string }[];
  readonly takers: { name: string; to: string }[];
  readonly seen: string[];
}

/** A name to be added, by its place in the pasted text, as the person saw it. */
export interface NameChoice {
  readonly at: number;
  readonly category: string;
  readonly seen: 'new' | 'known' | 'unsure';
}

/** What was ticked for the file of another town: keys of contacts and of templates. */
export interface NextTownRequest {
  readonly town: string;
  readonly partners: string[];
  readonly templates: string[];
}

/** Every function of the server that the sidebar calls. */
export interface Server {
  getStart(): Answer<Start>;
  startWith(sheet: string): Answer<MapView>;
  getMap(): Answer<MapView>;
  setColumn(field: Field, letters: string[]): Answer<MapView>;
  getToday(): Answer<TodayView>;
  saveSetting(
    name: 'nextMeeting' | 'senator' | 'state' | 'issue' | 'daysOff',
    value: string,
  ): Answer<TodayView>;
  getCheck(): Answer<CheckView>;
  getTabProblems(): Answer<readonly CheckGroup[]>;
  fixProblems(ids: string[]): Answer<{ readonly receipt: WriteReceipt; readonly check: CheckView }>;
  getChanges(): Answer<ChangesView>;
  undoChange(id: string): Answer<WriteReceipt>;
  bringHome(answers: HomeAnswers): Answer<HomeView>;
  readReplies(): Answer<RepliesView>;
  getFollowUps(mode: Mode): Answer<FollowUpsView>;
  previewMessage(request: SendRequest, mode: Mode): Answer<ReadyItem>;
  sendTest(request: SendRequest, mode: Mode): Answer<{ readonly to: string }>;
  /** `sheet` null: the tab in front; `run` null: the first chunk of a send. */
  sendChunk(requests: SendRequest[], mode: Mode, sheet?: null, run?: string | null): Answer<ChunkResult>;
  settleChunk(messages: ChunkMessage[]): Answer<ChunkReport>;
  settleSend(messageKey: string, wasSent: boolean): Answer<WriteReceipt>;
  markSent(request: SendRequest, mode: Mode): Answer<WriteReceipt>;
  noteTieAsked(contact: string): Answer<WriteReceipt>;
  logTouch(request: TouchRequest): Answer<WriteReceipt>;
  forgetContact(contact: string): Answer<WriteReceipt>;
  markNextSteps(): Answer<WriteReceipt>;
  getAssignments(options: AssignOptions): Answer<AssignView>;
  buildTabs(options: AssignOptions): Answer<WriteReceipt>;
  fillOwners(options: AssignOptions): Answer<WriteReceipt>;
  confirmOwner(name: string, volunteer: string, options: AssignOptions): Answer<AssignView>;
  getDraft(options: AssignOptions, search: string): Answer<DraftView>;
  getHandOver(contact: string): Answer<HandOverView>;
  /** `from`: the name in the owner cell, '' for a blank one; `to` '' hands it back. */
  handOver(contact: string, from: string, to: string): Answer<WriteReceipt>;
  getMeeting(): Answer<MeetingView>;
  /** `day` "YYYY-MM-DD". */
  startMeeting(day: string): Answer<MeetingView>;
  lookAgain(): Answer<LookAgainView>;
  /** `id` '' for the plan in front, else the next one; `day` '' for the one in the tab. */
  getPlans(id: string, day: string): Answer<PlansView>;
  previewPlan(kind: string, name: string, day: string): Answer<PlanPreview>;
  startPlan(kind: string, name: string, day: string): Answer<StartedPlan>;
  movePlan(id: string, day: string): Answer<WriteReceipt>;
  getNames(text: string): Answer<NamesView>;
  addNames(text: string, choices: NameChoice[]): Answer<WriteReceipt>;
  getClose(answers: CloseAnswers): Answer<CloseView>;
  closeMeeting(answers: CloseAnswers): Answer<WriteReceipt>;
  mailRecap(answers: CloseAnswers): Answer<WriteReceipt>;
  getWeek(): Answer<WeekView>;
  mailWeek(): Answer<WriteReceipt>;
  getNextTown(town: string): Answer<NextTownView>;
  makeNextTown(request: NextTownRequest): Answer<WriteReceipt>;
  getReminder(): Answer<ReminderView>;
  setReminder(on: boolean): Answer<ReminderView>;
  getSelectedContact(): Answer<ContactView>;
  getMyContacts(name: string): Answer<MyContactsView>;
  chooseName(name: string): Answer<null>;
  /** `entry` of the log. */
  takeBack(entry: string): Answer<WriteReceipt>;
  goToContact(contact: string): Answer<null>;
  getAsks(): Answer<AsksView>;
  /** In these requests an empty text makes its cell blank. */
  recordAsk(request: AskRequest): Answer<WriteReceipt>;
  answerAsk(request: AskAnswerRequest): Answer<WriteReceipt>;
  confirmEndorsement(request: ConfirmRequest): Answer<WriteReceipt>;
  settleAsk(key: string, choice: string): Answer<WriteReceipt>;
  writeAsks(): Answer<WriteReceipt>;
  makeEndorsedTab(): Answer<WriteReceipt>;
  getDashboard(): Answer<DashboardView>;
  getFigure(figure: FigureName): Answer<FigureView>;
  writeDashboard(charts: boolean): Answer<WriteReceipt>;
  getPartners(): Answer<PartnersView>;
  savePartner(request: PartnerRequest): Answer<WriteReceipt>;
  logDeed(request: DeedRequest): Answer<WriteReceipt>;
  logCheck(contact: string): Answer<WriteReceipt>;
  bowOut(request: BowOutRequest): Answer<WriteReceipt>;
  comeBack(contact: string): Answer<WriteReceipt>;
  getUnions(): Answer<UnionsView>;
  saveUnion(request: UnionRequest): Answer<WriteReceipt>;
  getGrowing(): Answer<GrowingView>;
  saveDebrief(request: DebriefRequest): Answer<WriteReceipt>;
  saveImpression(request: ImpressionRequest): Answer<WriteReceipt>;
  /** `name` '' for all that this person wrote. */
  eraseImpressions(name: string): Answer<WriteReceipt>;
  moveDues(): Answer<WriteReceipt>;
  goTo(sheet: string, cell: string): Answer<null>;
  openTab(name: OurTab): Answer<null>;
}

/** Stops compiling where the door of the server and the list above come apart. */
type Fits<Door extends Server> = Door;
export type Door = Fits<typeof server>;

/** The part of google.script that a sidebar has; every call of a handler gives a new runner. */
interface Runner {
  withSuccessHandler(handler: (value: unknown) => void): Runner;
  withFailureHandler(handler: (error: unknown) => void): Runner;
}
interface GoogleClient {
  readonly script: {
    readonly run: Runner;
    readonly host?: { readonly editor?: { focus(): void } };
  };
}

export const WRONG_ACCOUNT = 'wrong-account';
export const NO_ANSWER = 'no-answer';
/** Another run of the add-on writes in this file (src/commands/answer.ts). */
export const LOCKED = 'locked';

const MOST_CALLS = 10;

let running = 0;
let everAnswered = false;
const waiting: (() => void)[] = [];

function client(): GoogleClient | undefined {
  return (globalThis as { google?: GoogleClient }).google;
}

/**
 * What a call without an answer means. Google words its errors in the language of the person, so not the text counts
 * but what else is answered: nothing so far is the wrong account; nothing any more, not even to a call that changes
 * nothing, is a sidebar that is shut out.
 */
async function problemOfSilence(): Promise<Problem> {
  if (!everAnswered)
    return {
      code: WRONG_ACCOUNT,
      message:
        'You are signed in to several Google accounts. Google answered for one that cannot open this file, and nothing was changed.',
      todo: 'Use one account in this browser window, then load the page again.',
    };
  const again = await runOnce('getStart', []);
  if (again?.ok)
    return {
      code: NO_ANSWER,
      message: 'Google’s answer got lost on the way. We cannot tell whether the last step was done.',
      todo: 'Look in “Changes and undo”, then try again.',
    };
  return {
    message:
      'Google does not answer this sidebar any more. “This spreadsheet” is not allowed now, another account is in use, or you are offline.',
    todo: 'Choose Outreach, Open the sidebar in the menu, and allow what Google asks.',
    ...again?.problem,
    code: NO_ANSWER,
  };
}

/** null where the call failed. */
function runOnce(name: string, args: readonly unknown[]): Promise<Answer<unknown> | null> {
  return new Promise((resolve) => {
    const fail = (): void => {
      resolve(null);
    };
    const done = (value: unknown): void => {
      const isAnswer = typeof value === 'object' && value !== null && 'ok' in value;
      everAnswered ||= isAnswer;
      resolve(isAnswer ? (value as Answer<unknown>) : null);
    };
    try {
      const runner = client()?.script.run.withSuccessHandler(done).withFailureHandler(fail);
      const functions = runner as unknown as Record<string, (...args: readonly unknown[]) => void>;
      (functions[name] as (...args: readonly unknown[]) => void)(...args);
    } catch {
      fail();
    }
  });
}

/** Calls a server function. A failure of the call itself comes back as a Problem, like every other. */
export async function call<K extends keyof Server>(
  name: K,
  ...args: Parameters<Server[K]>
): Promise<ReturnType<Server[K]>> {
  if (running >= MOST_CALLS) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  const answer = (await runOnce(name, args)) ?? { ok: false, problem: await problemOfSilence() };
  running -= 1;
  waiting.shift()?.();
  return answer as ReturnType<Server[K]>;
}

/** Gives the sheet the focus after a server function that selected something there, where the host page offers it. */
async function inSheet(asked: Promise<Answer<null>>): Promise<Answer<null>> {
  const answer = await asked;
  if (answer.ok) client()?.script.host?.editor?.focus();
  return answer;
}

/** Selects a cell ("C52"). */
export const goTo = (sheet: string, cell: string) => inSheet(call('goTo', sheet, cell));

/** Selects the row in which this contact stands now. */
export const goToContact = (contact: string) => inSheet(call('goToContact', contact));
