// The independent counter is held to the words of docs/dashboard.md by small campaigns that were counted by hand.
import { describe, expect, test } from '@jest/globals';
import type { Cell } from '../../src/values/cell';
import { countFigures, type Campaign, type CampaignTab, type Figures } from './count';
import { randomCampaign } from './randomCampaign';

/** A Thursday; its week began on Monday, November 9. */
const TODAY = '2026-11-12';

/** A date in a cell. */
const on = (day: string, time: string | null = null): Cell =>
  ({ day, time }) as unknown as Exclude<Cell, string | number | boolean>;

type Cells = Readonly<Record<string, Cell>>;

/** One tab: the headings of all rows, then the rows. */
function tabOf(name: string, headings: readonly string[], rows: readonly Cells[]): CampaignTab {
  return { name, rows: [[...headings], ...rows.map((row) => headings.map((heading) => row[heading] ?? ''))] };
}

const CONTACTS = [
  'Organization',
  'Category',
  'Owner',
  'Status',
  'First contacted',
  'Last contacted',
  'Due',
  'Do not contact',
  'Endorsement',
  'Outreach ID',
];
const LOG = [
  'Entry id',
  'When',
  'Contact',
  'Organization',
  'Channel',
  'Kind',
  'Direction',
  'Summary',
  'Result',
  'Message key',
];
const ASKS = [
  'Organization',
  'Ask',
  'Asked on',
  'Answer',
  'Answered on',
  'Who decided',
  'Note',
  'Outreach ID',
];
const UNIONS = ['Organization', 'Local', 'Workers', 'Voted', 'Stage', 'Outreach ID'];

interface Parts {
  readonly contacts?: readonly Cells[];
  readonly log?: readonly Cells[];
  readonly asks?: readonly Cells[];
  readonly unions?: readonly Cells[];
  readonly goal?: Cell;
}

function campaign({ contacts = [], log = [], asks = [], unions, goal = '' }: Parts): Campaign {
  return {
    today: TODAY,
    contactsTab: 'Contacts',
    tabs: [
      tabOf('Contacts', CONTACTS, contacts),
      tabOf('Outreach log', LOG, log),
      tabOf('Asks', ASKS, asks),
      {
        name: 'Settings',
        rows: [
          ['Name', 'Value'],
          ['Endorsement goal', goal],
        ],
      },
      ...(unions === undefined ? [] : [tabOf('Unions', UNIONS, unions)]),
    ],
  };
}

const figures = (parts: Parts): Figures => countFigures(campaign(parts));
const group = (name: string, more: Cells = {}): Cells => ({
  Organization: name,
  'Outreach ID': `c-${name}`,
  ...more,
});
const line = (when: string, contact: string, kind: string, more: Cells = {}): Cells => ({
  'Entry id': `${when} ${contact} ${kind}`,
  When: when,
  Contact: `c-${contact}`,
  Organization: contact,
  Channel: 'e-mail',
  Kind: kind,
  Direction: 'ours',
  ...more,
});
const theirs = (when: string, contact: string, kind = 'reply', more: Cells = {}): Cells =>
  line(when, contact, kind, { Direction: 'theirs', Result: 'received', ...more });
const yes = (name: string, day: string, more: Cells = {}): Cells => ({
  Organization: name,
  Ask: 'endorsement',
  'Asked on': on('2026-01-05'),
  Answer: 'yes',
  'Answered on': on(day),
  'Who decided': 'their board',
  'Outreach ID': `c-${name}`,
  ...more,
});
const thisWeek = ({ weeks }: Figures): Cell[] => [weeks.at(-1)?.touches ?? -1, weeks.at(-1)?.answers ?? -1];
const rates = ({ answerRate }: Figures): string[] =>
  answerRate.map((r) => `${r.channel} ${r.attempt}: ${r.answered} of ${r.touches}, ${r.rate} %`);

describe('kinds of groups', () => {
  test('words are one without capitals and blanks at their ends, spelled as they stand first', () => {
    const counted = figures({
      contacts: [
        group('A', { Category: ' Faith Group', 'Last contacted': on('2026-11-01') }),
        group('B', { Category: 'union' }),
        group('C', { Category: 'FAITH GROUP  ', 'First contacted': 'last spring' }),
        group('D', { Category: '' }),
        { Category: 'Union', 'Last contacted': on('2026-11-01') },
        group('E', { Category: 'faith group' }),
      ],
    });
    expect(counted.categories).toEqual([
      { name: 'Faith Group', contacts: 3, reached: 2, endorsed: 0 },
      { name: 'union', contacts: 1, reached: 0, endorsed: 0 },
    ]);
    expect(counted.everythingElse).toEqual({ contacts: 1, reached: 0, endorsed: 0 });
  });

  test('fourteen stand there, equals by the alphabet; the rest and the blank ones are everything else', () => {
    const letters = 'PONMLKJIHGFEDCBA'.split('');
    const counted = figures({
      contacts: [
        ...letters.map((letter) => group(letter, { Category: letter, 'Last contacted': on('2026-11-01') })),
        group('P again', { Category: 'p' }),
        group('none'),
      ],
    });
    expect(counted.categories.map(({ name }) => name).join('')).toBe('PABCDEFGHIJKLM');
    expect(counted.categories[0]).toEqual({ name: 'P', contacts: 2, reached: 1, endorsed: 0 });
    expect(counted.everythingElse).toEqual({ contacts: 3, reached: 2, endorsed: 0 });
  });
});

describe('endorsements', () => {
  test('only a yes with a day that has come and somebody who decided is confirmed', () => {
    const counted = figures({
      goal: 20,
      contacts: 'ABCDEFGHIJ'.split('').map((name) =>
        group(name, {
          Category: 'x',
          Status: name === 'F' ? 'Bowed out' : name === 'G' ? ' DECLINED' : '',
          Endorsement: name === 'H' ? 'withdrawn' : name === 'J' ? 'yes' : '',
        }),
      ),
      asks: [
        yes('A', '2026-11-10'),
        yes('B', '2026-11-13'),
        yes('C', '2026-11-10', { 'Answered on': 'last week' }),
        yes('D', '2026-11-10', { 'Who decided': '' }),
        yes('E', '2026-11-10', { Ask: 'let us present' }),
        yes('F', '2026-11-10'),
        yes('G', '2026-11-10'),
        yes('H', '2026-11-10'),
        yes('i', '2026-11-12', { 'Outreach ID': '' }),
        yes('Nobody', '2026-11-10'),
      ],
    });
    // A and I.
    expect(counted.categories).toEqual([{ name: 'x', contacts: 10, reached: 0, endorsed: 2 }]);
    expect(counted.endorsements.at(-1)).toEqual({ week: '2026-11-09', total: 2 });
    expect(counted.goal).toBe(20);
  });

  test('the newest answer counts, whatever the order of the rows', () => {
    const counted = figures({
      contacts: [group('A'), group('B'), group('C')],
      asks: [
        yes('A', '2026-10-20', { Answer: 'no' }),
        yes('A', '2026-10-01'),
        yes('B', '2026-10-20'),
        yes('B', '2026-10-01', { Answer: 'no' }),
        yes('C', '2026-10-01'),
        yes('C', '2026-10-30', { Answer: 'open', 'Answered on': '', 'Asked on': on('2026-10-30') }),
      ],
    });
    expect(counted.everythingElse).toEqual({ contacts: 3, reached: 0, endorsed: 2 });
  });

  test('twelve weeks from Monday, each with all that was confirmed up to its end; no goal is null', () => {
    const counted = figures({
      contacts: [group('A'), group('B'), group('C'), group('D')],
      asks: [yes('A', '2026-01-01'), yes('B', '2026-08-30'), yes('C', '2026-08-31'), yes('D', '2026-11-09')],
    });
    expect(counted.endorsements.map(({ week, total }) => `${week} ${total}`)).toEqual([
      // B said yes on the Sunday of the first week, C on the Monday after it.
      '2026-08-24 2',
      '2026-08-31 3',
      '2026-09-07 3',
      '2026-09-14 3',
      '2026-09-21 3',
      '2026-09-28 3',
      '2026-10-05 3',
      '2026-10-12 3',
      '2026-10-19 3',
      '2026-10-26 3',
      '2026-11-02 3',
      '2026-11-09 4',
    ]);
    expect(counted.goal).toBeNull();
  });
});

describe('assignments', () => {
  test('open contacts with an owner, by their date; a text is no date', () => {
    const mine = (name: string, due: Cell, more: Cells = {}): Cells =>
      group(name, { Owner: 'Ana', Due: due, ...more });
    const counted = figures({
      contacts: [
        mine('A', on('2026-11-11')),
        mine('B', on('2026-11-12')),
        mine('C', on('2026-11-18', '17:00')),
        mine('D', on('2026-11-19')),
        mine('E', ''),
        mine('F', 'next week'),
        mine('G', on('2026-11-11'), { Status: 'signed on ' }),
        mine('H', on('2026-11-11'), { Status: 'Wrong number' }),
        mine('I', on('2026-11-11'), { 'Do not contact': true }),
        mine('J', on('2026-11-11'), { 'Do not contact': false, Status: 'In conversation' }),
        group('K', { Due: on('2026-11-11') }),
      ],
    });
    // Overdue A, J; soon B, C; later D; none E, F.
    expect(counted.due).toEqual({ overdue: 2, soon: 2, later: 1, none: 2 });
  });
});

describe('touches and answers', () => {
  test('what is a touch, what is an answer, and what is neither', () => {
    const day = '2026-11-10';
    const touches = [
      line(day, 'A', 'first', { Result: 'sent' }),
      line(day, 'A', 'follow-up', { Result: 'unknown' }),
      line(day, 'A', 'visit', { Channel: 'in person' }),
      theirs(day, 'A', 'voicemail'),
      theirs(day, 'A', 'reply', { Summary: 'No answer ' }),
    ];
    const both = ['Talked', 'answered', 'said yes', 'said no', 'wait until'].map((kind) =>
      line(day, 'A', kind),
    );
    const answers = [theirs(day, 'A'), theirs(day, 'A', 'called back')];
    const neither = [
      ...['tie asked', 'handed over', 'taken back', 'ask settled', 'note', 'test'],
      ...['showed up', 'signed', 'shared', 'did for them', 'bounced'],
    ].map((kind) => line(day, 'A', kind));
    const more = [
      line(day, 'A', 'first', { Result: 'failed' }),
      line(day, 'A', 'first', { Result: 'sent', Summary: 'Bounced: no such mailbox' }),
      theirs(day, 'A', 'out of office'),
      theirs(day, 'A', 'bounced'),
    ];
    const log = [...touches, ...both, ...answers, ...neither, ...more].map((one, index) => ({
      ...one,
      'Entry id': `e-${index}`,
    }));
    expect(thisWeek(figures({ log }))).toEqual([10, 7]);
  });

  test('what was taken back did not happen; of one message key the newest line counts', () => {
    const log = [
      line('2026-11-10 09:00', 'A', 'visit', { 'Entry id': 'e-1' }),
      line('2026-11-10 10:00', 'A', 'taken back', { 'Entry id': 'e-1/back' }),
      line('2026-11-10 09:00', 'A', 'talked', { 'Entry id': 'e-2' }),
      line('2026-11-11 09:00', 'A', 'taken back', { 'Entry id': 'e-2/back' }),
      line('2026-11-06 09:00', 'A', 'first', { 'Message key': 'k', Result: 'unknown' }),
      line('2026-11-05 09:00', 'A', 'first', { 'Message key': 'k', Result: 'failed' }),
      line('2026-11-09 08:00', 'B', 'first', { 'Message key': 'm', Result: 'sent' }),
      line('2026-11-08 23:59', 'B', 'first', { 'Message key': 'm', Result: 'sent' }),
    ];
    const counted = figures({ log });
    // Of k the line of Friday, of m that of this Monday.
    expect(counted.weeks.slice(-2)).toEqual([
      { week: '2026-11-02', touches: 1, answers: 0 },
      { week: '2026-11-09', touches: 1, answers: 0 },
    ]);
    expect(counted.weeks.reduce((sum, { touches }) => sum + touches, 0)).toBe(2);
    expect(rates(counted)).toEqual(['e-mail 1: 0 of 2, 0 %']);
  });

  test('a week is Monday to Sunday; what is older than twelve weeks stands in none', () => {
    const { weeks } = figures({
      log: [
        line('2026-08-23', 'A', 'first'),
        line('2026-08-24', 'A', 'follow-up'),
        line('2026-08-30 23:00', 'A', 'visit'),
        theirs('2026-08-31', 'A'),
      ],
    });
    expect(weeks).toHaveLength(12);
    expect(weeks.slice(0, 3)).toEqual([
      { week: '2026-08-24', touches: 2, answers: 0 },
      { week: '2026-08-31', touches: 0, answers: 1 },
      { week: '2026-09-07', touches: 0, answers: 0 },
    ]);
  });
});

describe('answers by channel', () => {
  test('attempts of one contact go on whatever the channel; the third and later are one', () => {
    const counted = figures({
      log: [
        line('2026-10-01', 'A', 'first'),
        line('2026-10-08', 'A', 'follow-up'),
        line('2026-10-15', 'A', 'left message', { Channel: 'phone' }),
        line('2026-10-22', 'A', 'visit', { Channel: 'In person' }),
        theirs('2026-10-23', 'A'),
        line('2026-10-24', 'A', 'note', { Channel: 'phone' }),
        line('2026-10-30', 'A', 'message'),
        line('2026-10-02', 'B', 'first'),
        theirs('2026-10-03', 'B'),
        theirs('2026-10-04', 'B', 'called back', { Channel: 'phone' }),
        theirs('2026-09-01', 'C'),
        line('2026-10-02', 'C', 'first'),
      ],
    });
    expect(rates(counted)).toEqual([
      // A no, B yes, C no: their word came before.
      'e-mail 1: 1 of 3, 33 %',
      'e-mail 2: 0 of 1, 0 %',
      'e-mail 3: 0 of 1, 0 %',
      'in person 3: 1 of 1, 100 %',
      'phone 3: 0 of 1, 0 %',
    ]);
  });

  test('a talk answers itself, and is the next touch for the one before it', () => {
    const counted = figures({
      log: [
        line('2026-10-01', 'A', 'first'),
        line('2026-10-02', 'A', 'talked', { Channel: 'phone' }),
        theirs('2026-10-05', 'A', 'no answer', { Channel: 'phone' }),
        theirs('2026-10-06', 'A'),
      ],
    });
    expect(rates(counted)).toEqual([
      'e-mail 1: 0 of 1, 0 %',
      'phone 2: 1 of 1, 100 %',
      'phone 3: 1 of 1, 100 %',
    ]);
  });

  test('on one day a line without a time comes first, then the time, then the place in the log', () => {
    const counted = figures({
      log: [
        line('2026-10-01 11:00', 'A', 'text', { Channel: 'text' }),
        theirs('2026-10-01 10:00', 'A'),
        line('2026-10-01', 'A', 'first'),
        line('2026-10-02 09:00', 'B', 'first'),
        theirs('2026-10-02 09:00', 'B'),
        theirs('2026-10-02', 'C'),
        line('2026-10-02 09:00', 'C', 'first'),
      ],
    });
    expect(rates(counted)).toEqual(['e-mail 1: 2 of 3, 67 %', 'text 2: 0 of 1, 0 %']);
  });

  test('lines belong together by the Outreach ID, those without one by the name; half is rounded up', () => {
    const log = [
      line('2026-10-01', 'A', 'first', { Organization: 'renamed since' }),
      line('2026-10-08', 'A', 'follow-up', { Contact: '', Organization: 'a ' }),
      theirs('2026-10-09', 'A', 'reply', { Contact: '' }),
      line('2026-10-01', 'Z', 'visit', { Contact: '', Organization: 'typed only', Channel: 'phone' }),
      line('2026-10-02', 'Z', 'visit', { Contact: '', Organization: 'Typed only', Channel: 'phone' }),
    ];
    const [eight, one] = [[1, 2, 3, 4, 5, 6, 7, 8], theirs('2026-10-20', 'M1')];
    const mails = eight.map((n) => line('2026-10-19', `M${n}`, 'first', { Channel: 'web form' }));
    expect(rates(figures({ contacts: [group('A')], log: [...log, ...mails, one] }))).toEqual([
      'e-mail 1: 0 of 1, 0 %',
      'e-mail 2: 1 of 1, 100 %',
      'phone 1: 0 of 1, 0 %',
      'phone 2: 0 of 1, 0 %',
      // 12.5
      'web form 1: 1 of 8, 13 %',
    ]);
  });
});

describe('unions', () => {
  test('each body once, in the figure where it belongs', () => {
    const local = (name: string, more: Cells = {}): Cells => ({
      Organization: name,
      'Outreach ID': `c-${name}`,
      ...more,
    });
    const counted = figures({
      contacts: [
        group('A', { Status: 'In conversation' }),
        group('B', { Status: 'Contacted' }),
        group('C', { Status: 'Contacted' }),
        group('D', { Status: 'In talks' }),
        group('E', { Status: 'Endorsed' }),
        group('F', { Status: 'Declined' }),
        group('G', { Status: 'Unreachable' }),
        group('H', { Category: 'Union', Status: 'In conversation' }),
      ],
      asks: [yes('E', '2026-11-01')],
      log: [
        theirs('2026-10-13', 'B'),
        theirs('2026-10-12', 'C'),
        theirs('2026-11-01', 'F'),
        theirs('2026-11-01', 'G'),
        line('2026-11-10', 'no row of contacts', 'said no', { Contact: '', Organization: 'K' }),
      ],
      unions: [
        local('A', { Workers: 100 }),
        local('a', { 'Outreach ID': '', Workers: 5000, Voted: 'yes' }),
        local('B', { Workers: '' }),
        local('C', { Workers: 200 }),
        local('D', { Workers: 300, Voted: on('2026-11-12') }),
        local('E', { Workers: 400 }),
        local('F', { Workers: 500, Voted: 'yes' }),
        local('G', { Workers: 600 }),
        local('J', { 'Outreach ID': '', Voted: on('2026-11-13') }),
        local('K', { 'Outreach ID': '', Voted: 'in progress', Workers: 10 }),
        local('Tern Bay Labor Council', { Workers: 9000, 'Outreach ID': '' }),
      ],
    });
    expect(counted.unions).toEqual({
      // A to G, J, K; the second A is the first one again, H has no row.
      mapped: 9,
      councils: 1,
      // A by its status, B heard 30 days ago; C 31 days ago, D voted, F declined, G unreachable, K said no.
      inConversation: 2,
      // D today, E by its endorsement; J votes tomorrow.
      voted: 2,
      // A 100, C 200, D 300, E 400, G 600, K 10; not F, not the council.
      workers: 1610,
      // B and J.
      unknown: 2,
    });
  });

  test('without the tab there are none', () => {
    expect(figures({ contacts: [group('A', { Category: 'Union' })] }).unions).toBeNull();
  });
});

describe('random campaigns', () => {
  test('the same seed gives the same campaign, another seed another one', () => {
    expect(randomCampaign(7)).toEqual(randomCampaign(7));
    expect(randomCampaign(7)).not.toEqual(randomCampaign(8));
  });

  test('every figure has something to count', () => {
    const all = Array.from({ length: 60 }, (_, seed) => countFigures(randomCampaign(seed)));
    const some = (of: (one: Figures) => boolean): number => all.filter(of).length;
    expect(some(({ categories }) => categories.length === 14)).toBeGreaterThan(5);
    expect(some(({ everythingElse }) => everythingElse.endorsed > 0)).toBeGreaterThan(5);
    expect(some(({ goal }) => goal === null)).toBeGreaterThan(5);
    expect(some(({ goal }) => goal !== null)).toBeGreaterThan(5);
    expect(some(({ due }) => Object.values(due).every((count) => count > 0))).toBeGreaterThan(20);
    expect(some(({ weeks }) => weeks.some(({ answers }) => answers > 0))).toBeGreaterThan(30);
    expect(some(({ answerRate }) => answerRate.some(({ attempt }) => attempt === 3))).toBeGreaterThan(30);
    expect(some(({ endorsements: [first, ...rest] }) => first?.total !== rest.at(-1)?.total)).toBeGreaterThan(
      30,
    );
    expect(some(({ unions }) => unions !== null && unions.inConversation > 0)).toBeGreaterThan(10);
    expect(some(({ unions }) => unions !== null && unions.voted > 0)).toBeGreaterThan(10);
  });
});
