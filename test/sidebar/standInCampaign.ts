// An invented campaign for the sidebar's tests, in the shapes that the server answers with.
import { weekTables } from './standInDashboard';
import type {
  AssignView,
  CheckGroup,
  CheckItem,
  ContactView,
  FollowUpsView,
  MapView,
  Need,
  OtherWayItem,
  ReadyItem,
  Start,
  StoppedItem,
  TodayView,
} from '../../src/commands/answers';
import type { DraftView, HandOverView } from '../../src/commands/shareAnswers';
import { FIELDS, FIELD_LABELS } from '../../src/reading/fields';
import { contactAsks } from './standInAsks';
import { deadlinesView } from './standInMine';

export const SHEET = 'Contacts 2026';

const HEADINGS = [
  'Name',
  'Contact',
  'Mail',
  'Group',
  'Tel.',
  'Who knows',
  'Volunteer',
  'Where at',
  'Last time',
  '',
  'Remarks',
];
const LETTERS = 'ABCDEFGHIJK'.split('');

export function startView(): Start {
  return {
    today: '2026-11-12',
    todayText: 'Thu, Nov 12, 2026',
    tabs: [
      { name: SHEET, rows: 124, looksLikeContacts: true },
      { name: 'Old list', rows: 40, looksLikeContacts: true },
    ],
    sheet: SHEET,
    suggested: '',
    suggestedRows: 0,
    started: true,
    permissions: [
      {
        name: 'sheet',
        title: 'This spreadsheet',
        what: 'Reads and writes this file only, and shows this sidebar.',
        allowed: true,
      },
      {
        name: 'send',
        title: 'Send mail as you',
        what: 'Sends the messages you approve. It cannot read your mail.',
        allowed: true,
      },
      {
        name: 'address',
        title: 'Your address',
        what: 'Puts your name beside what you did.',
        allowed: true,
      },
      {
        name: 'reminder',
        title: 'Weekly reminder',
        what: 'Starts by itself once a week, for the message on Mondays.',
        allowed: true,
      },
    ],
    account: 'ana@larkhaven.example.org',
    authorizationUrl: 'https://accounts.example.org/allow',
  };
}

export function mapView(): MapView {
  const found: readonly [MapView['columns'][number]['field'], string][] = [
    ['contactName', 'B'],
    ['email', 'C'],
    ['phone', 'E'],
    ['knownBy', 'F'],
    ['owner', 'G'],
    ['status', 'H'],
    ['lastContacted', 'I'],
    ['notes', 'K'],
  ];
  return {
    sheet: SHEET,
    headerRow: 3,
    firstRow: 4,
    lastRow: 127,
    rows: 124,
    columns: found.map(([field, letter]) => ({
      field,
      label: FIELD_LABELS[field],
      letters: [letter],
      header: HEADINGS[LETTERS.indexOf(letter)] ?? '',
      sure: field !== 'notes',
    })),
    unused: [
      { letter: 'D', header: 'Group' },
      { letter: 'J', header: '' },
    ],
    questions: [
      {
        field: 'organization',
        label: 'Organization',
        why: 'Two columns could be it.',
        choices: [
          { letters: ['A'], header: 'Name', samples: 'Amity Street Church, Paper Lantern Books' },
          { letters: ['D'], header: 'Group', samples: 'Faith, Shops' },
        ],
      },
    ],
    changed: [],
    all: LETTERS.map((letter, at) => ({
      letter,
      header: HEADINGS[at] ?? '',
      samples: at === 0 ? 'Amity Street Church' : '',
    })),
    fields: FIELDS.map((field) => ({ field, label: FIELD_LABELS[field] })),
  };
}

export function needOf(
  count: number,
  title: string,
  text: string,
  action: string,
  to: Partial<NonNullable<Need['to']>> | null,
): Need {
  return {
    count,
    title,
    text,
    action,
    to: to && { panel: 'today', mode: 'follow-ups', list: null, ...to },
    rows: [],
  };
}

export function todayView(): TodayView {
  return {
    todayText: 'Thu, Nov 12, 2026',
    sheet: SHEET,
    contacts: 124,
    nextMeeting: { day: '2026-11-19', title: 'Next meeting in 7 days', text: 'Thu, Nov 19, 2026' },
    deadlines: deadlinesView(),
    needs: [
      needOf(12, 'Follow-ups due', 'No answer in time', 'Review', { panel: 'follow-ups' }),
      {
        ...needOf(3, 'Overdue tasks', 'Bo has 2, Elif has 1', 'See', null),
        rows: [9, 12, 31].map((row) => ({ row, organization: `Group ${row}`, why: 'Bo, due Nov 5' })),
      },
      needOf(23, 'Problems in rows', '12 have a safe fix', 'Check', { panel: 'check' }),
      needOf(3, 'Gone quiet', 'No touch for more than 30 days', 'See', {
        panel: 'follow-ups',
        list: 'quiet',
      }),
      {
        ...needOf(7, 'Waiting', 'Nothing to do before Nov 16', 'See', null),
        rows: [5, 8, 13, 21, 34, 55, 89].map((row) => ({
          row,
          organization: row === 8 ? '' : `Parish ${row}`,
          why: 'They decide at their meeting on Nov 16',
        })),
      },
      needOf(46, 'First messages to write', 'Nobody has written to them yet', 'Write', {
        panel: 'follow-ups',
        mode: 'first',
      }),
    ],
    stages: { notContacted: 46, contacted: 38, inConversation: 21, endorsed: 11, closed: 8 },
    goal: 25,
    confirmed: 9,
    unions: '14 locals mapped, 6 in conversation, 2 voted, 31,400 workers (3 locals unknown)',
    weeks: weekTables(),
    categories: [
      ...[
        'Unions',
        'Faith groups',
        'Physicians',
        'Nurses',
        'Small businesses',
        'Racial justice',
        'Worker centers',
        'Chapters',
      ].map((name) => ({ name, stage: 'in conversation' as const })),
      { name: 'Immigrant groups', stage: 'contacted' },
      { name: 'Disability groups', stage: 'contacted' },
      { name: 'Young workers', stage: 'missing' },
    ],
  };
}

function problem(
  rule: string,
  row: number,
  organization: string,
  value: string,
  message: string,
  fix: string | null,
): CheckItem {
  return {
    id: `${rule}-${row}`,
    row,
    rows: [row],
    cell: `C${row}`,
    organization,
    value,
    message,
    fix,
    safe: fix !== null,
  };
}

export function checkGroups(): CheckGroup[] {
  const broken = 'There is no such address.';
  const groups: Omit<CheckGroup, 'count' | 'safe' | 'sheet'>[] = [
    {
      rule: 'email-broken',
      title: 'E-mail looks wrong',
      level: 'error',
      items: [
        problem(
          'email-broken',
          43,
          'Kettle Lane Bakery',
          'hi@kettle,example.org',
          broken,
          'hi@kettle.example.org',
        ),
        problem(
          'email-broken',
          61,
          'Northgate Dental Clinic',
          'office@',
          'Nothing stands after @. Elif has this row and may know the address.',
          null,
        ),
        problem(
          'email-broken',
          70,
          '<img src=x onerror=alert(1)>',
          'a b@example.org',
          broken,
          'ab@example.org',
        ),
        problem(
          'email-broken',
          71,
          'Copper Kettle Bakery',
          'info@@copper.example.org',
          broken,
          'info@copper.example.org',
        ),
        problem('email-broken', 72, 'Rowan House', 'rowan', broken, null),
        problem('email-broken', 73, 'Third Rail Riders', 'x@y', broken, null),
      ],
    },
    {
      rule: 'no-way-to-reach',
      title: 'No way to reach them',
      level: 'error',
      items: [
        problem(
          'no-way-to-reach',
          9,
          'Puente Larkhaven',
          '',
          'Neither e-mail nor phone. Ask Bo, who knows them.',
          null,
        ),
      ],
    },
    {
      rule: 'stray-blanks',
      title: 'Stray blanks',
      level: 'warning',
      items: [12, 14, 15, 20].map((row) =>
        problem(
          'stray-blanks',
          row,
          `Group ${row}`,
          ` Group ${row} `,
          'Blanks before and after.',
          `Group ${row}`,
        ),
      ),
    },
    {
      rule: 'date-two-ways',
      title: 'Date reads two ways',
      level: 'warning',
      items: [
        {
          ...problem(
            'date-two-ways',
            5,
            '',
            '03/04/2026',
            'March 4 or April 3? Write the month as a word.',
            null,
          ),
          rows: [5, 8, 13, 21, 34],
        },
      ],
    },
  ];
  return groups.map((group) => counted({ ...group, sheet: SHEET }));
}

/** A template that asks for something that nothing fills. */
export function tabGroup(): CheckGroup {
  return counted({
    sheet: 'Templates',
    rule: 'templates-broken',
    title: 'Templates that cannot be used',
    level: 'error',
    items: [
      {
        ...problem(
          'templates-broken',
          4,
          'follow-up',
          '{{naem}}',
          'The template “follow-up” asks for “naem”, and no column or setting is called that.',
          null,
        ),
        rows: [],
        cell: 'F4',
      },
    ],
  });
}

export function counted(group: Omit<CheckGroup, 'count' | 'safe'>): CheckGroup {
  return { ...group, count: group.items.length, safe: group.items.filter((item) => item.safe).length };
}

const ORGANIZATIONS = [
  'Amity Street Church',
  'Larkhaven Transit Workers Local 880',
  'Cedar Hill Congregation',
  'Paper Lantern Books',
  'Bluegate Community Clinic',
  'Millrace Worker Center',
  'Roots and Rising Larkhaven',
  'Second Spoke Bicycle Co-op',
];

export function readyItem(at: number, mode: 'follow-ups' | 'first' = 'follow-ups'): ReadyItem {
  const organization = ORGANIZATIONS[at] ?? `Group ${at}`;
  const last = at === 1 || at === 5;
  const name = ['Ruth C.', 'Sam T.', 'Imani B.'][at % 3] ?? '';
  const to = `office${at}@example.org`;
  return {
    contact: `c${at}`,
    row: 18 + at,
    organization,
    step: mode === 'first' ? 'first' : last ? 'last' : 'follow-up',
    tag:
      mode === 'first'
        ? { word: '', why: 'Not written to yet' }
        : { word: last ? 'Last try' : 'Follow up', why: `No answer for ${7 + (at % 4)} days` },
    to,
    toName: name,
    cc: at === 2 ? 'bo@example.org' : '',
    subject: 'Re: Care for everyone in Larkhaven',
    body: `Hello ${name},\n\nLast week I wrote about the Medicare for All resolution before our city council. ${organization} cares for families who skip the doctor over the bill, so we thought of you first.\n\nAny of these would help:\n- an endorsement by your group\n- coming to our meeting on Thu, Nov 19\n- advice on whom else to ask\n\nI am glad to call for ten minutes. And a “no thanks” is fine too.\n\nAna, Larkhaven Care for All`,
    merged: [
      name,
      organization,
      'families who skip the doctor over the bill',
      'Thu, Nov 19',
      'Ana',
      'Larkhaven Care for All',
    ],
    template: 'followup-any',
    joins: 'Tue, Nov 3, 2026',
    about: mode === 'first' ? '' : 'About: endorsement, asked on Nov 3',
    remarks: at === 0 ? ['Bo knows Ruth there.'] : [],
    tieText: at === 0 ? 'Hi Bo, would you ask Ruth whether she has a minute for us?' : '',
    ticked: true,
    attempt: mode === 'first' ? 1 : 2,
    recipients: 1,
    composeUrl: `https://mail.example.org/compose?to=${to}`,
  };
}

export const OTHER_WAY: readonly OtherWayItem[] = [
  {
    contact: 'o1',
    row: 50,
    organization: 'Eastbank Family Doctors',
    tag: { word: 'Call them', why: 'No answer for 14 days' },
    why: '2 e-mails, no answer since Oct 29.',
    proposal: 'Call them: 555-0142',
    channel: 'phone',
    text: '“Hello, this is Ana from Larkhaven Care for All. Is there a good time to talk for five minutes?”',
  },
  {
    contact: 'o2',
    row: 51,
    organization: 'Tern Island Teachers’ Union',
    tag: { word: 'Call them', why: 'No answer for 13 days' },
    why: '3 e-mails, no answer since Oct 30.',
    proposal: 'Ask Dee for an introduction: her sister is a member.',
    channel: 'introduction',
    text: 'Hi Dee, would you introduce us to your sister’s union?',
  },
];

export const QUIET: readonly OtherWayItem[] = [
  {
    contact: 'q1',
    row: 60,
    organization: 'Open Door Disability Network',
    tag: { word: 'Gone quiet', why: 'No touch for 41 days' },
    why: 'No touch for 41 days.',
    proposal: 'Write on social media',
    channel: 'social media',
    text: '',
  },
];

const nowhere = { text: '', copy: '', sheet: '', cell: '' };

export const STOPPED: readonly StoppedItem[] = [
  {
    due: false,
    contact: 's1',
    row: 30,
    organization: 'Willow Street Mosque',
    tag: { word: '', why: '' },
    code: 'answered',
    why: 'They answered on Nov 10. Write down what came of it.',
    offer: { ...nowhere, label: 'Open this contact', action: 'open-contact' },
  },
  {
    due: true,
    contact: 's2',
    row: 31,
    organization: 'Harbor Nurses Association',
    tag: { word: 'Follow up', why: '' },
    code: 'hold',
    why: 'On hold until Nov 17. Chidi called them 2 days ago.',
    offer: { ...nowhere, label: 'Write anyway this time', action: 'send-anyway' },
  },
  {
    due: true,
    contact: 's3',
    row: 32,
    organization: 'Green Thimble Tailors',
    tag: { word: 'Follow up', why: '' },
    code: 'bounced',
    why: 'The e-mail bounced on Nov 4. Find another address.',
    offer: { ...nowhere, label: 'Go to the cell', action: 'go-to-cell', sheet: SHEET, cell: 'C32' },
  },
  {
    due: true,
    contact: 's4',
    row: 52,
    organization: 'Larkhaven Medical Society',
    tag: { word: 'Follow up', why: '' },
    code: 'warm-tie',
    why: 'Dee knows somebody there. Ask before a first message goes out.',
    offer: {
      ...nowhere,
      label: 'I asked them',
      action: 'note-tie-asked',
      copy: 'Copy a note to Dee',
      text: 'Hi Dee, do you know whom to ask there?',
    },
  },
  {
    due: false,
    contact: 's5',
    row: 53,
    organization: 'Puente Larkhaven',
    tag: { word: '', why: '' },
    code: 'do-not-contact',
    why: 'Do not contact is set. They asked for no more mail on Oct 20.',
    offer: { ...nowhere, label: 'Go to P53', action: 'go-to-cell', sheet: SHEET, cell: 'P53' },
  },
];

export function followUpsView(): FollowUpsView {
  return {
    sheet: SHEET,
    summary: '13 contacts are due: 8 ready, 2 not by e-mail, 3 stopped',
    mode: 'follow-ups',
    ready: ORGANIZATIONS.map((_, at) => readyItem(at)),
    otherWay: OTHER_WAY,
    quiet: QUIET,
    checks: [],
    stopped: STOPPED,
    counts: { ready: 8, otherWay: 2, quiet: 1, stopped: 3, notDue: 2 },
    templates: [
      { key: 'followup-any', title: 'Follow-up, any group', step: 'follow-up' },
      { key: 'followup-faith', title: 'Follow-up, faith groups', step: 'follow-up' },
      { key: 'last-any', title: 'Last try, any group', step: 'last' },
    ],
    quota: { used: 31, left: 69, limit: 100 },
    canSend: true,
    from: 'ana@larkhaven.example.org',
    seesReplies: false,
    firstUse: '',
    most: 69,
    chunk: 10,
    nobodyDue: '',
    unsettled: [],
    unfinished: false,
    hasNextStep: false,
  };
}

export function assignView(): AssignView {
  const shares: readonly [string, number, number][] = [
    ['Ana', 12, 3],
    ['Bo', 11, 4],
    ['Chidi', 5, 9],
    ['Dee', 4, 10],
    ['Elif Demirtaş', 3, 11],
  ];
  const names = [
    'Larkhaven Interfaith Table',
    'Dockside Cooks Local 62',
    'Millrace Free Clinic',
    'Green Door Hardware',
    'Rowan House',
    'Third Rail Riders',
  ];
  return {
    sheet: SHEET,
    due: '2026-11-19',
    dueText: 'Thu, Nov 19, 2026',
    cap: 15,
    way: 'tabs',
    addsOwner: false,
    note: '',
    button: 'Build 5 tabs',
    volunteers: shares.map(([name, has, gets]) => ({
      name,
      has,
      gets,
      full: has + gets >= 15,
      away: name.startsWith('Elif') ? 'Nov 30' : '',
      hasTab: false,
      help: name === 'Ana' ? '12 open, others have about 4' : '',
      keeps: ['Amity Street Church', 'Cedar Hill Congregation', 'Millrace Worker Center'],
    })),
    questions: [],
    gives: names.map((organization, at) => ({
      contact: `a${at}`,
      row: 80 + at,
      organization,
      to: shares[at % 5]?.[0] ?? '',
      why: at === 0 ? 'Ana knows someone there' : 'Has room: 4 open so far',
    })),
    unassigned: 37,
    left: 0,
    leftText: '',
    tabs: shares.map(([name]) => `→ ${name}`),
  };
}

/** What nobody has, before anything is picked. */
export function draftView(): DraftView {
  const names = assignView().gives.map(({ organization }) => organization);
  return {
    pickers: [
      { name: 'Chidi', open: 5, room: null },
      { name: 'Dee', open: 4, room: null },
      { name: 'Bo', open: 11, room: 4 },
    ],
    free: names.map((organization, at) => ({
      contact: `f${at}`,
      organization,
      line: at % 2 === 0 ? 'Union, Larkhaven' : 'Clinic',
      knownBy: at === 1 ? 'Known by Bo' : '',
      notFor: at === 5 ? ['Chidi'] : [],
    })),
    found: names.length,
    all: names.length,
    lost: [],
  };
}

export function handOverView(): HandOverView {
  return {
    owners: ['Bo', 'Chidi'],
    openThere: [
      'Bo wrote to them 9 days ago (Nov 3), and there is no answer yet.',
      'An answer would come to Bo’s mailbox.',
    ],
    volunteers: [
      { name: 'Ana', remark: '' },
      {
        name: 'Elif Demirtaş',
        remark: 'Elif Demirtaş is away until Nov 30, and this is due on Nov 19.',
      },
    ],
  };
}

export function contactView(): ContactView {
  return {
    contact: 'c0',
    row: 18,
    sheet: SHEET,
    organization: 'Amity Street Church',
    line: 'Faith group, Larkhaven',
    owner: 'Bo & Chidi',
    tag: { word: 'Follow up', why: 'No answer for 9 days' },
    due: 'Due today: no answer to your e-mail of Nov 3.',
    tie: 'Bo knows Ruth from the choir.',
    tieText: 'Hi Bo, would you ask Ruth whether she has a minute for us?',
    facts: [
      { label: 'Person', value: 'Ruth C., justice committee' },
      { label: 'E-mail', value: 'ruth@amity.example.org' },
      { label: 'Phone', value: '555-0118' },
      { label: 'Owner', value: 'Ana, due Nov 19' },
    ],
    touches: [
      { day: 'Nov 3', text: 'Ana e-mailed: endorsement', takeBack: '' },
      { day: 'Oct 14', text: 'Ruth said yes to coming, by phone', takeBack: 'e2' },
      { day: 'Oct 2', text: 'Ana e-mailed', takeBack: '' },
      { day: 'Sep 20', text: 'Bo met Ruth', takeBack: 'e4' },
    ],
    forget: [
      'This erases the person, their addresses and what was written about them, in the contacts, the volunteers’ tabs, the log and the changes that could be undone.',
      'The organization and the dates stay, and a fingerprint of each address, so that nobody writes there again.',
      'It cannot be undone. Google’s version history of this file and your sent mail still hold what was there.',
    ],
    touchCount: 4,
    askWho: [],
    texts: [{ label: 'What to say on the phone', text: 'Hello, this is Ana.' }],
    asks: contactAsks(),
    union: null,
  };
}
