// The invented campaign's answers about asks and endorsements: eleven of twenty-five confirmed, two only claimed.
import type { AskItem, AskTally, AsksView, ContactAsks } from '../../src/commands/askAnswers';

const KINDS = [
  'advice or introductions',
  'attend our meeting',
  'let us present',
  'suggest a clause',
  'endorsement',
  'join a meeting with a legislator',
  'hang our poster',
];

export function askItem(id: string, change: Partial<AskItem> = {}): AskItem {
  return {
    id,
    contact: 'c0',
    organization: 'Amity Street Church',
    kind: 'endorsement',
    answer: 'open',
    text: 'Asked on Nov 3 by Ana, no answer for 9 days',
    state: 'due',
    owner: 'Bo',
    answeredOn: '',
    waitUntil: '',
    whoDecided: '',
    mayBeNamed: '',
    note: '',
    ...change,
  };
}

const LONG = 'Larkhaven and Riverbend Area Interfaith Committee for Care';

export function openAsks(): AskItem[] {
  return [
    askItem('a1'),
    askItem('a2', {
      contact: 'c2',
      organization: LONG,
      kind: 'join a meeting with a legislator',
      text: 'They decide on Nov 20',
      state: 'waiting',
      waitUntil: '2026-11-20',
      owner: 'Chidi',
    }),
    ...[3, 4, 5, 6].map((at) =>
      askItem(`a${at}`, {
        contact: `c${at}`,
        organization: `Kettle Lane Group ${at}`,
        kind: 'attend our meeting',
        text: 'Asked on Nov 10 by Dee',
        state: 'fresh',
        owner: at === 3 ? '' : 'Dee',
      }),
    ),
  ];
}

const tally = (name: string, count: number, people = 0) => ({ name, count, people });

const askTally = (name: string, counts: Partial<AskTally>): AskTally => ({
  name,
  open: 0,
  yes: 0,
  no: 0,
  maybe: 0,
  later: 0,
  dropped: 0,
  ...counts,
});

export function asksView(): AsksView {
  return {
    confirmed: 11,
    goal: 25,
    people: 4210,
    peopleOf: 5,
    byKind: [
      askTally('endorsement', { open: 1, yes: 11, no: 2, maybe: 1, later: 1 }),
      askTally('attend our meeting', { open: 4, yes: 3 }),
      askTally('join a meeting with a legislator', { open: 1, dropped: 1 }),
    ],
    named: 8,
    byCategory: [
      tally('Union', 4, 3900),
      tally('Faith group', 3, 310),
      tally('Nurses and other health workers', 2),
      tally('Small business', 2),
    ],
    byTown: [tally('Larkhaven', 9, 4210), tally('Riverbend', 2)],
    byLevel: [tally('Local', 8, 1210), tally('Council', 1, 3000), tally('No level', 2)],
    byMonth: [tally('Sep 2026', 2), tally('Oct 2026', 6, 3900), tally('Nov 2026', 3, 310)],
    claimed: [
      {
        contact: 'c7',
        organization: 'Paper Lantern Books',
        text: 'The status says Endorsed (row 31). Nobody wrote down who said so, and when.',
      },
      {
        contact: 'c8',
        organization: 'Millrace Free Clinic',
        text: 'Said yes on Nov 2. Who decided is blank.',
      },
    ],
    claimedCount: 2,
    unasked: [
      askItem('a9', {
        contact: 'c9',
        organization: 'Dockside Cooks Local 62',
        answer: 'yes',
        state: 'answered',
        text: 'Yes on Nov 5, Sam Tran decided',
        answeredOn: '2026-11-05',
        whoDecided: 'Sam Tran',
        note: 'their board was unanimous',
      }),
    ],
    unaskedCount: 1,
    bowedOut: [
      { contact: 'c11', organization: 'Green Door Hardware', text: 'Endorsed on Sep 9, bowed out on Nov 1' },
    ],
    questions: [
      {
        key: 'q1',
        organization: 'Cedar Hill Congregation',
        text: 'Asks says yes on Nov 3, the log says no on Nov 10.',
        choices: [
          { choice: 'row', label: 'They said yes' },
          { choice: 'log', label: 'They said no' },
        ],
        row: 12,
      },
      {
        key: 'q2',
        organization: 'Tern Island',
        text: 'Two contacts have this name. Write the whole name, or its Outreach ID.',
        choices: [],
        row: 14,
      },
    ],
    questionCount: 2,
    open: openAsks(),
    openCount: 6,
    dueCount: 1,
    behind: '',
    hasTab: true,
    proof:
      'Endorsed by 8 organizations\n\nBluegate Community Clinic, Larkhaven\nCedar Hill Congregation, Larkhaven',
  };
}

export function noAsksView(): AsksView {
  return {
    ...asksView(),
    confirmed: 0,
    goal: null,
    people: 0,
    peopleOf: 0,
    byKind: [],
    named: 0,
    byCategory: [],
    byTown: [],
    byLevel: [],
    byMonth: [],
    claimed: [],
    claimedCount: 0,
    unasked: [],
    unaskedCount: 0,
    bowedOut: [],
    questions: [],
    questionCount: 0,
    open: [],
    openCount: 0,
    dueCount: 0,
    hasTab: false,
    proof: '',
  };
}

export function contactAsks(): ContactAsks {
  return {
    items: [
      askItem('a1'),
      askItem('a12', {
        kind: 'attend our meeting',
        answer: 'yes',
        state: 'answered',
        text: 'Yes on Oct 14, Ruth decided',
        answeredOn: '2026-10-14',
        whoDecided: 'Ruth',
      }),
      askItem('a13', {
        kind: 'let us present',
        answer: 'no',
        state: 'answered',
        text: 'No on Oct 2: their year is full',
        answeredOn: '2026-10-02',
        note: 'their year is full',
      }),
    ],
    next: {
      kind: 'suggest a clause',
      reason: 'They said yes to coming, and the endorsement is still open: one step that is not larger.',
    },
    kinds: KINDS,
    endorsement: '',
    claimed: false,
    partner: null,
  };
}
