// The part of the stand-in server that keeps asks, endorsements, partners, unions and debriefs.
import type { Answer, WriteReceipt } from '../../src/commands/answers';
import type {
  AskAnswerRequest,
  AsksView,
  ConfirmRequest,
  DebriefRequest,
  GrowingView,
  ImpressionRequest,
  PartnersView,
} from '../../src/commands/askAnswers';
import type { DashboardView } from '../../src/commands/dashboardAnswers';
import type { UnionsView } from '../../src/commands/unionAnswers';
import type { NextTownView } from '../../src/commands/nextTownAnswers';
import type { WeekView } from '../../src/commands/weekAnswers';
import { asksView } from './standInAsks';
import { dashboardView, figureView } from './standInDashboard';
import { growingView } from './standInGrowing';
import { partnersView } from './standInPartners';
import { nextTownView, weekView } from './standInWeek';
import { unionsView } from './standInUnions';

export type AskName =
  | 'getAsks'
  | 'recordAsk'
  | 'answerAsk'
  | 'settleAsk'
  | 'confirmEndorsement'
  | 'writeAsks'
  | 'makeEndorsedTab'
  | 'getDashboard'
  | 'getFigure'
  | 'writeDashboard'
  | 'getPartners'
  | 'savePartner'
  | 'getUnions'
  | 'saveUnion'
  | 'logDeed'
  | 'logCheck'
  | 'bowOut'
  | 'comeBack'
  | 'getGrowing'
  | 'saveDebrief'
  | 'saveImpression'
  | 'eraseImpressions'
  | 'getWeek'
  | 'mailWeek'
  | 'getNextTown'
  | 'makeNextTown';

export interface AskState {
  asks: AsksView;
  partners: PartnersView;
  unions: UnionsView;
  growing: GrowingView;
  week: WeekView;
  town: NextTownView;
  dashboard: DashboardView;
  /** What the writing functions were given, in order. */
  readonly given: { readonly name: AskName; readonly args: readonly unknown[] }[];
  /** What the next write leaves alone. */
  keeps: WriteReceipt['kept'];
}

export const askState = (): AskState => ({
  asks: asksView(),
  partners: partnersView(),
  unions: unionsView(),
  growing: growingView(),
  week: weekView(),
  town: nextTownView(),
  dashboard: dashboardView(),
  given: [],
  keeps: [],
});

type Write = (message: string, written: number, undo: (() => void) | null) => WriteReceipt;

function good<T>(value: T): Answer<T> {
  return { ok: true, value };
}
function bad(code: string, message: string, todo: string): Answer<never> {
  return { ok: false, problem: { code, message, todo } };
}

const NO_IMPRESSION = { commitment: '', curiosity: '', tryNext: '' };

export function askFunctions(
  state: AskState,
  write: Write,
): Record<AskName, (...args: never[]) => Answer<unknown>> {
  /** Notes what was given, and writes it. */
  function written(
    name: AskName,
    args: readonly unknown[],
    message: string,
    undo: (() => void) | null = () => undefined,
  ): Answer<WriteReceipt> {
    state.given.push({ name, args });
    return good({ ...write(message, 2, undo), kept: state.keeps });
  }
  return {
    getAsks: () => good(state.asks),
    recordAsk: (...args: unknown[]) => written('recordAsk', args, 'Wrote down 1 ask'),
    answerAsk: (request: AskAnswerRequest) => {
      if (request.answer === 'dropped' && request.note === '')
        return bad(
          'no-word',
          'This ask stays open: nobody said why it is taken back.',
          'Write a word about why.',
        );
      const { asks } = state;
      const open = asks.open.filter(({ id }) => id !== request.ask);
      state.asks = {
        ...asks,
        open,
        openCount: open.length,
        dueCount: open.filter((one) => one.state === 'due').length,
      };
      return written('answerAsk', [request], 'Wrote down “yes”', () => {
        state.asks = asks;
      });
    },
    settleAsk: (...args: unknown[]) => {
      const questions = state.asks.questions.filter(({ key }) => key !== args[0]);
      state.asks = { ...state.asks, questions, questionCount: questions.length };
      return written('settleAsk', args, 'Settled 1 question');
    },
    confirmEndorsement: (request: ConfirmRequest) => {
      if (request.whoDecided === '')
        return bad('no-name', 'It stays claimed: nobody is named who said yes.', 'Write who there said yes.');
      const claimed = state.asks.claimed.filter(({ contact }) => contact !== request.contact);
      state.asks = {
        ...state.asks,
        claimed,
        claimedCount: claimed.length,
        confirmed: state.asks.confirmed + 1,
      };
      return written('confirmEndorsement', [request], 'Confirmed 1 endorsement');
    },
    writeAsks: () => {
      state.asks = { ...state.asks, behind: '' };
      return written('writeAsks', [], 'Added 3 rows to Asks');
    },
    makeEndorsedTab: () => written('makeEndorsedTab', [], 'Made “Endorsed by” with 8 names'),
    getDashboard: () => good(state.dashboard),
    getFigure: () => good(figureView()),
    writeDashboard: (...args: unknown[]) =>
      written('writeDashboard', args, 'The tab “Dashboard” stands as of now', null),
    getPartners: () => good(state.partners),
    savePartner: (...args: unknown[]) => written('savePartner', args, 'Saved Dockside Cooks Local 62'),
    getUnions: () => good(state.unions),
    saveUnion: (...args: unknown[]) => written('saveUnion', args, 'Saved SEIU Local 503'),
    logDeed: (...args: unknown[]) => written('logDeed', args, 'Wrote down what we did for them', null),
    logCheck: (contact: string) => {
      const { partners } = state;
      const items = partners.items.map((one) => (one.contact === contact ? { ...one, due: '' } : one));
      state.partners = { ...partners, items, dueCount: items.filter(({ due }) => due).length };
      return written('logCheck', [contact], 'Noted: checked in', null);
    },
    bowOut: (...args: unknown[]) => written('bowOut', args, 'Noted that they bow out', null),
    comeBack: (...args: unknown[]) => written('comeBack', args, 'Noted that they came back', null),
    getGrowing: () => good(state.growing),
    getWeek: () => good(state.week),
    mailWeek: () => {
      const { mailing } = state.week;
      const { withAddress } = mailing;
      state.week = { ...state.week, mailing: { ...mailing, mailed: withAddress, toMail: 0 } };
      return written('mailWeek', [], `Mailed to ${withAddress} of ${withAddress}.`, null);
    },
    getNextTown: () => good(state.town),
    makeNextTown: (...args: unknown[]) =>
      written('makeNextTown', args, 'Made three tabs for Millbrook, with 2 partners'),
    saveDebrief: (request: DebriefRequest) => {
      const people = state.growing.people.map((one) =>
        one.name === request.name
          ? {
              ...one,
              wantsNext: request.wantsNext,
              nextCheckIn: request.nextCheckIn,
              lastDebrief: 'Nov 12',
              due: '',
            }
          : one,
      );
      state.growing = { ...state.growing, people, dueCount: people.filter(({ due }) => due).length };
      return written('saveDebrief', [request], 'Saved the debrief');
    },
    saveImpression: ({ name, ...impression }: ImpressionRequest) => {
      imagine(name, impression);
      return written('saveImpression', [{ name, ...impression }], 'Kept for you alone', null);
    },
    eraseImpressions: (name: string) => {
      imagine(name, NO_IMPRESSION);
      const wroteAlso = state.growing.wroteAlso.filter((one) => name !== '' && one !== name);
      state.growing = { ...state.growing, wroteAlso };
      return written('eraseImpressions', [name], 'Erased', null);
    },
  };

  function imagine(name: string, impression: Omit<ImpressionRequest, 'name'>): void {
    const people = state.growing.people.map((one) =>
      name === '' || one.name === name ? { ...one, impression } : one,
    );
    state.growing = { ...state.growing, people };
  }
}
