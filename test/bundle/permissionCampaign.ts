// A file in which every function of the bundle has something to do, and what words about a missing permission must say.
import { readFileSync } from 'node:fs';
import type { ChangesView, ContactView, FollowUpsView, Start } from '../../src/commands/answers';
import type { AsksView } from '../../src/commands/askAnswers';
import type { CloseView } from '../../src/commands/closeAnswers';
import type { Problem } from '../../src/values/result';
import type { Manifest } from '../../workbench/host/addon';
import type { Host } from '../../workbench/host/createHost';
import { wholeScope } from '../../workbench/host/scopes';
import { ask, LEAD, openCampaign, putTab, recordsOf, request, resume, ROWS } from './campaign';

/** Our name → Google's. The sidebar goes with the spreadsheet in the list of Setup. */
export const SCOPES = {
  sheet: 'spreadsheets.currentonly',
  sidebar: 'script.container.ui',
  send: 'gmail.send',
  replies: 'gmail.metadata',
  address: 'userinfo.email',
  reminder: 'script.scriptapp',
} as const;
export type Name = keyof typeof SCOPES;
export const NAMES = Object.keys(SCOPES) as Name[];
const EVEN = { due: '', cap: 0, moves: [] };

type Saved = ReturnType<Host['save']>;
export interface Prepared {
  readonly saved: Saved;
  /** By function: arguments that give each something to do. */
  readonly args: Readonly<Record<string, readonly unknown[]>>;
  /** Title in the list of Setup by our name. */
  readonly titles: ReadonlyMap<Name, string>;
}

export const shipped = JSON.parse(readFileSync('dist/appsscript.json', 'utf8')) as Manifest;
/** Of a build with --replies: every permission that there is. */
export const manifest: Manifest = {
  ...shipped,
  oauthScopes: [...new Set([...(shipped.oauthScopes ?? []), wholeScope(SCOPES.replies)])],
};
/** The file as it was saved, with the first contact selected. */
export function open(saved: Saved, granted: readonly Name[] = NAMES): Host {
  const host = resume(saved, { manifest, scopes: granted.map((name) => SCOPES[name]) });
  host.select('Contacts', 2, 1);
  return host;
}

/** A file in which the add-on was used, with something for each function to do. */
export async function prepare(): Promise<Prepared> {
  const host = await openCampaign({
    manifest,
    rows: [
      ...ROWS,
      'Stony Creek Friends,Faith group,Lou,lou (at) stony.example.org,555-0110,,,Ready,,,,,',
      'Quarry Road Clinic,Clinic,Bea,bea@quarry.example.org,555-0112,Dee Okafor,Zed,Ready,,,,,',
    ],
  });
  putTab(host, 'Volunteers', [
    ['Name', 'E-mail', 'Role'],
    ['Ana', LEAD.email, 'Lead'],
    ['Bo', 'bo@larkhaven.example.org', ''],
    ['Chidi', 'chidi@larkhaven.example.org', ''],
  ]);
  ask(host, 'startWith', 'Contacts');
  ask(host, 'markNextSteps');
  const [unsure, next, then] = ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups').ready;
  const wanted = [request(unsure?.contact ?? '')];
  const rehearsal = open(host.save());
  ask(rehearsal, 'sendChunk', wanted, 'follow-ups');
  const posting = rehearsal.calls.find(({ method }) => method.endsWith('Messages.send'))?.n ?? 0;
  host.failAt(posting, 'Zeitüberschreitung', 'after');
  ask(host, 'sendChunk', wanted, 'follow-ups');

  const call = { channel: 'phone', outcome: 'no answer', until: '', note: 'by mistake' };
  ask(host, 'logTouch', { ...call, contact: unsure?.contact });
  const mistake = recordsOf(host, 'Outreach log').find((line) => line['Summary'] === call.note);
  const view = ask<FollowUpsView>(host, 'getFollowUps', 'follow-ups');
  const [change] = ask<ChangesView>(host, 'getChanges').groups.flatMap(({ changes }) => changes);
  const tie = recordsOf(host, 'Contacts').find((row) => row['Known by'] !== '');
  const quarry = ask<FollowUpsView>(host, 'getFollowUps', 'first').stopped.find(
    ({ organization }) => organization === tie?.['Organization'],
  );
  const inRow = (row: number): ContactView => {
    host.select('Contacts', row, 1);
    return ask<ContactView>(host, 'getSelectedContact');
  };
  const millrace = inRow(6).contact;
  const asked = { contact: millrace, kind: 'attend our meeting', channel: 'phone', day: '', note: '' };
  ask(host, 'recordAsk', asked);
  const { id: askId } = inRow(6).asks.items[0] ?? { id: '' };
  const endorsed = { day: '2026-11-10', whoDecided: 'Sol', mayBeNamed: 'yes', people: '12' };
  ask(host, 'confirmEndorsement', { contact: inRow(8).contact, ...endorsed });
  // To which of two asks did they say yes?
  const willow = inRow(7).contact;
  for (const kind of ['attend our meeting', 'let us present'])
    ask(host, 'recordAsk', { ...asked, contact: willow, kind });
  ask(host, 'logTouch', { ...call, contact: willow, outcome: 'said yes' });
  const [question] = ask<AsksView>(host, 'getAsks').questions;
  const one = request(next?.contact ?? '');
  const touch = { contact: next?.contact, channel: 'phone', outcome: 'no answer', until: '', note: '' };
  const { id: phoneBank } = ask<{ id: string }>(host, 'startPlan', 'Phone bank', '', '2026-12-08');
  ask(host, 'startMeeting', '2026-11-12');
  ['Dove House', '', '', '', '', '', 'Bo'].forEach((text, index) => {
    host.model.typeInto('Shortlist Nov 12', 2, index + 1, text);
  });
  const closing = { tab: 0, due: '2026-12-03', same: [], takers: [], seen: [] };
  const { seen } = ask<CloseView>(host, 'getClose', closing);
  host.select('Contacts', 2, 1);
  const start = ask<Start>(host, 'getStart');
  return {
    saved: host.save(),
    titles: new Map<Name, string>(start.permissions.map(({ name, title }) => [name, title])),
    args: {
      getStart: [],
      startWith: ['Contacts'],
      getMap: [],
      setColumn: ['notes', ['M']],
      getToday: [],
      saveSetting: ['campaign', 'Care for All'],
      getNextSteps: [],
      markNextSteps: [],
      getCheck: [],
      getTabProblems: [],
      fixProblems: [[]],
      getChanges: [],
      undoChange: [change?.id],
      getFollowUps: ['follow-ups'],
      previewMessage: [one, 'follow-ups'],
      sendTest: [one, 'follow-ups'],
      sendChunk: [[one, request(then?.contact ?? '')], 'follow-ups'],
      settleChunk: [[{ contact: one.contact, attempt: 2 }]],
      settleSend: [view.unsettled[0]?.messageKey, true],
      markSent: [one, 'follow-ups'],
      noteTieAsked: [quarry?.contact],
      forgetContact: [quarry?.contact],
      readReplies: [],
      getAssignments: [EVEN],
      buildTabs: [EVEN],
      fillOwners: [EVEN],
      confirmOwner: ['Zed', 'Bo'],
      getDraft: [EVEN, ''],
      getHandOver: [next?.contact],
      handOver: [quarry?.contact, tie?.['Owner'], 'Bo'],
      bringHome: [{ conflicts: [], missing: [], twins: [], counts: [] }],
      getMyContacts: [''],
      chooseName: ['Ana'],
      takeBack: [mistake?.['Entry id']],
      goToContact: [next?.contact],
      moveDues: [],
      getSelectedContact: [],
      logTouch: [touch],
      getMeeting: [],
      startMeeting: ['2026-11-19'],
      getPlans: ['', ''],
      previewPlan: ['Council vote', '', '2026-12-08'],
      startPlan: ['Council vote', '', '2026-12-08'],
      movePlan: [phoneBank, '2026-12-15'],
      lookAgain: [],
      getNames: ['Dockside Cooks Local 62'],
      addNames: ['Dockside Cooks Local 62', [{ at: 0, category: 'Union', seen: 'new' }]],
      getClose: [closing],
      closeMeeting: [{ ...closing, seen }],
      mailRecap: [closing],
      getAsks: [],
      recordAsk: [{ ...asked, kind: 'let us present' }],
      answerAsk: [
        {
          contact: millrace,
          ask: askId,
          answer: 'yes',
          day: '',
          waitUntil: '',
          whoDecided: 'Odile',
          mayBeNamed: '',
          note: '',
        },
      ],
      confirmEndorsement: [{ contact: millrace, ...endorsed }],
      settleAsk: [question?.key, 'none'],
      writeAsks: [],
      makeEndorsedTab: [],
      getDashboard: [],
      getFigure: [{ table: 'due', row: 'No due date', figure: 0 }],
      writeDashboard: [true],
      getPartners: [],
      savePartner: [
        {
          contact: millrace,
          membership: 'partner',
          conditions: '',
          brings: 'a hall',
          committed: '',
          people: '',
          nextCheck: '',
          note: '',
        },
      ],
      getUnions: [],
      saveUnion: [
        {
          contact: millrace,
          ...{ international: 'SEIU', local: '503', council: '', workers: '40', members: '', voted: '' },
          ...{ votedOn: '', campaigns: '', endorses: '', stage: '3 Event held', statements: '', link: '' },
          note: '',
        },
      ],
      logDeed: [{ contact: millrace, kind: 'shared', day: '', note: '' }],
      logCheck: [millrace],
      bowOut: [{ contact: millrace, words: '' }],
      comeBack: [millrace],
      getGrowing: [],
      saveDebrief: [{ name: 'Bo', day: '', wantsNext: 'calls', nextCheckIn: '' }],
      saveImpression: [{ name: 'Bo', commitment: 'steady', curiosity: '', tryNext: '' }],
      eraseImpressions: [''],
      getWeek: [],
      mailWeek: [],
      getNextTown: ['Millbrook'],
      makeNextTown: [{ town: 'Millbrook', partners: [millrace], templates: [] }],
      getReminder: [],
      setReminder: [true],
      weeklyReminder: [],
      goTo: ['Contacts', 'A2'],
      openTab: ['Settings'],
    },
  };
}

/** What is wrong with words about missing permissions: they name one that is missing, none that is there, and where. */
export function faultsOfWords({ titles }: Prepared, words: string, missing: readonly Name[]): string[] {
  const lacking = missing.map((name) => titles.get(name === 'sidebar' ? 'sheet' : name));
  const named = [...titles.values()].filter((title) => words.includes(`“${title}”`));
  return [
    ...(named.length === 0 ? ['names no permission'] : []),
    ...named.filter((title) => !lacking.includes(title)).map((title) => `names ${title}, which is allowed`),
    ...(/Setup, Permissions|Outreach, Open the sidebar|https:/.test(words) ? [] : ['does not say where']),
    ...(/scope|authori[sz]|Exception|undefined|googleapis/i.test(words.replace(/https:\S+/, ''))
      ? ['is no plain word']
      : []),
  ].map((fault) => `${fault}: ${words}`);
}

/** What is wrong with an answer that must be good (`works`), or a problem about what is missing. */
export function faultsOfAnswer(
  prepared: Prepared,
  answer: unknown,
  missing: readonly Name[],
  works: boolean,
): string[] {
  const { ok, problem } = answer as { readonly ok: boolean; readonly problem?: Problem };
  if (problem === undefined || ok) return works ? [] : ['answered as if nothing were missing'];
  const words = `${problem.message} ${problem.todo}`;
  if (works) return [`does not work: ${words}`];
  const link = problem.code === 'no-sheet-permission' && !problem.url?.startsWith('https:');
  return [...faultsOfWords(prepared, words, missing), ...(link ? ['has no link to allow it'] : [])];
}
