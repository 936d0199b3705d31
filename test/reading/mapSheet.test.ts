import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FIELDS, type Field } from '../../src/reading/fields';
import { findHeader } from '../../src/reading/headerRow';
import type { SheetMap } from '../../src/reading/map';
import { mapSheet, pickContactsTab, readContacts } from '../../src/reading/mapSheet';
import type { Cell } from '../../src/values/cell';
import { day } from '../../src/values/day';
import type { Table } from '../../src/values/table';

type Row = readonly Cell[];
const tab = (rows: readonly Row[], name = 'Contacts'): Table => ({ id: 7, name, hidden: false, rows });
const map = (rows: readonly Row[]) => mapSheet(tab(rows), { locale: 'en_US' });
const on = (text: string) => ({ day: day(text), time: null });

/** field → header text of its columns, with "?" where it is not sure: what a map means, wherever the columns stand. */
function meaning(m: SheetMap): Record<string, string> {
  return Object.fromEntries(
    FIELDS.flatMap((field) => {
      const mapped = m.columns[field];
      return mapped ? [[field, `${mapped.headers.join(' + ')}${mapped.sure ? '' : '?'}`]] : [];
    }),
  );
}

const HEAD = [
  'Group',
  'Type',
  'Town',
  'Contact person',
  'Title',
  'E-mail',
  'Tel.',
  'Website',
  'Who knows',
  'Assigned to',
  'Status',
  'Last time',
  'Reply',
  'Remarks',
  'Tier',
];
const DATA: readonly Row[] = [
  [
    'Sunrise Salem',
    'Climate',
    'Salem',
    'Kim Lee',
    'Coordinator',
    'kim@sunrise.example.org',
    '503-555-0101',
    'sunrise.example.org',
    'Bo',
    'Ana',
    'contacted',
    on('2026-10-03'),
    '',
    'meets at the library',
    1,
  ],
  [
    'SEIU Local 549',
    'Union',
    'Keizer',
    'Pat Moore',
    'Organizer',
    'pat@seiu549.example.org',
    '503-555-0102',
    '',
    '',
    'Bo',
    'not contacted',
    '',
    '',
    '',
    2,
  ],
  [
    'Hope Church',
    'Faith',
    'Salem',
    'Rev. Sue Hall',
    'Pastor',
    'sue@hope.example.org',
    '503-555-0103',
    'www.hope.example.org',
    'Ana',
    'Ana',
    'left message',
    on('2026-10-09'),
    'no answer',
    '',
    1,
  ],
  [
    'Nurses United',
    'Union',
    'Dallas',
    'Ben Ames',
    'President',
    'ben@nurses.example.org',
    '503-555-0104',
    '',
    '',
    'Cy',
    'contacted',
    on('2026-10-12'),
    'will ask the board',
    'two shifts',
    3,
  ],
  [
    'Bee Bakery',
    'Business',
    'Salem',
    'Mo Ito',
    'Manager',
    'mo@bee.example.org',
    '503-555-0105',
    'https://bee.example.org',
    'Cy',
    'Bo',
    'not contacted',
    '',
    '',
    '',
    2,
  ],
];
const FULL = {
  organization: 'Group',
  category: 'Type',
  town: 'Town',
  contactName: 'Contact person',
  role: 'Title',
  email: 'E-mail',
  phone: 'Tel.',
  website: 'Website',
  knownBy: 'Who knows',
  owner: 'Assigned to',
  status: 'Status',
  lastContacted: 'Last time',
  answer: 'Reply',
  notes: 'Remarks',
};

test('a volunteer group’s usual list is understood without a question; their Tier is nothing of ours', () => {
  const m = map([HEAD, ...DATA]);
  expect(meaning(m)).toEqual(FULL);
  expect(m).toMatchObject({ headerRow: 1, firstRow: 2, lastRow: 6, width: 15, questions: [] });
});

describe('position does not change meaning', () => {
  const order = fc.shuffledSubarray(
    HEAD.map((_, i) => i),
    { minLength: HEAD.length },
  );

  test('columns in any order mean the same', () => {
    fc.assert(
      fc.property(order, (to) => {
        const shuffled = [HEAD, ...DATA].map((row) => to.map((i) => row[i] ?? ''));
        expect(meaning(map(shuffled))).toEqual(FULL);
      }),
      { numRuns: 30 },
    );
  });

  test('rows in any order mean the same', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...DATA], { minLength: DATA.length }), (rows) => {
        expect(meaning(map([HEAD, ...rows]))).toEqual(FULL);
      }),
      { numRuns: 20 },
    );
  });

  test('title rows, blank rows and blank columns only move the numbers', () => {
    const above = fc.array(
      fc.constantFrom<Row>(
        [],
        [''],
        ['Outreach tracker, fall 2026'],
        ['', 'Updated by Bo'],
        ['Please do not sort this sheet: ask Ana first. '.repeat(9)],
      ),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(above, fc.nat({ max: 3 }), fc.nat({ max: 3 }), (titles, left, gap) => {
        const blank = Array.from({ length: left }, () => '');
        const rows = [
          ...titles,
          [...blank, ...HEAD],
          ...Array.from({ length: gap }, () => ['']),
          ...DATA.map((r) => [...blank, ...r]),
          ['', ''],
        ];
        const m = map(rows);
        expect(meaning(m)).toEqual(FULL);
        expect(m.headerRow).toBe(titles.length + 1);
        expect(m.columns.organization?.columns).toEqual([left + 1]);
        expect(m.lastRow).toBe(titles.length + 1 + gap + DATA.length);
        expect(readContacts(tab(rows), m).map((c) => c.text.organization)).toEqual(DATA.map((r) => r[0]));
      }),
      { numRuns: 40 },
    );
  });
});

describe('one heading, two meanings: the cells decide', () => {
  test('“Name” is an organization in one file and a person in another', () => {
    expect(
      meaning(
        map([
          ['Name', 'Email'],
          ['Salem Tenants Union', 'a@example.org'],
          ['Hope Church', 'b@example.org'],
          ['Nurses United', 'c@example.org'],
        ]),
      ),
    ).toMatchObject({ organization: 'Name' });
    const persons = map([
      ['Name', 'Company', 'Email'],
      ['Kim Lee', 'Bee Bakery', 'a@example.org'],
      ['Ann Perry', 'Acme Books', 'b@example.org'],
      ['Ben Ames', 'Cup Cafe', 'c@example.org'],
    ]);
    expect(meaning(persons)).toMatchObject({ contactName: 'Name', organization: 'Company' });
  });

  test('“Mail” that holds phone numbers is no address', () => {
    const m = map([
      ['Group', 'Mail'],
      ['Hope Church', '503-555-0101'],
      ['Nurses United', '503-555-0102'],
      ['SEIU Local 549', '503-555-0103'],
    ]);
    expect(m.columns.email).toBeUndefined();
  });

  test('“Priorities” of 1, 2, 3 are not their concerns', () => {
    const rows = (values: Cell[]) => [
      ['Group', 'Priorities'],
      ...values.map((v, i) => [`Local ${i + 1} Union`, v]),
    ];
    expect(map(rows([1, 3, 2, 1])).columns.priorities).toBeUndefined();
    expect(meaning(map(rows(['housing', 'rent; wages', 'language access', 'schools'])))).toMatchObject({
      priorities: 'Priorities',
    });
  });

  test('a reference with an at-sign is no e-mail, a date of validity no touch, a country no town', () => {
    const m = map([
      ['Organization', 'accountId', 'Valid As Of', 'country'],
      ['Hope Church', '@AccountRef10', on('2026-01-02'), 'UK'],
      ['Nurses United', '@AccountRef11', on('2026-01-03'), 'UK'],
      ['Bee Bakery', '@AccountRef10', on('2026-01-04'), 'Canada'],
    ]);
    expect(meaning(m)).toEqual({ organization: 'Organization' });
  });

  test('what differs from row to row of one organization is not its category', () => {
    const contests = ['District 7', 'District 9', 'Measure A', 'Mayor'];
    const rows = [
      'Sierra Tenants Union',
      'Harvey Club',
      'Local 21 Union',
      'Green Party',
      'Nurses United',
      'Teachers Association',
    ].flatMap((g) => contests.map((c) => [g, c, 'Yes']));
    expect(map([['endorser', 'category', 'endorsement'], ...rows]).columns.category).toBeUndefined();
  });
});

describe('words that mean something else in another kind of list', () => {
  const shops = [
    ['Business', 'Owner', 'Town'],
    ['Acme Books', 'Kim Lee', 'Salem'],
    ['Bee Bakery', 'Mo Ito', 'Salem'],
    ['Cup Cafe', 'Ann Perry', 'Dallas'],
  ];

  test('the owner of a shop is not one of us without asking', () => {
    expect(map(shops).columns.owner?.sure ?? false).toBe(false);
    const ours = shops.map((row, i) => [
      row[0] ?? '',
      i === 0 ? 'Owner' : i < 3 ? 'Ana' : 'Bo',
      i === 0 ? 'Last contacted' : on('2026-10-01'),
    ]);
    expect(meaning(map(ours))).toMatchObject({ owner: 'Owner' });
  });

  test('the status of a licence is not how far we are, in a list that tracks nothing', () => {
    const licences = shops.map((row, i) => [row[0] ?? '', i === 0 ? 'Status' : 'Active']);
    expect(map(licences).columns.status?.sure ?? false).toBe(false);
    const tracked = shops.map((row, i) => [row[0] ?? '', i === 0 ? 'Status' : 'Left message']);
    expect(meaning(map(tracked))).toMatchObject({ status: 'Status' });
  });

  test('“Follow-up 1”, “Follow-up 2” are what was done, not the next one', () => {
    const rows = shops.map((row, i) => [
      row[0] ?? '',
      i === 0 ? 'Follow-up 1' : on('2026-10-01'),
      i === 0 ? 'Follow-up 2' : on('2026-10-08'),
    ]);
    expect(map(rows).columns.nextFollowUp?.sure ?? false).toBe(false);
  });
});

describe('values spread over columns', () => {
  test('first and last name are joined as a name, whichever stands first', () => {
    const rows = [
      ['Last name', 'First name', 'Organization'],
      ['Perry', 'Ann', 'Hope Church'],
      ['Ames', 'Ben', 'Nurses United'],
    ];
    const m = map(rows);
    expect(m.columns.contactName).toEqual({
      columns: [2, 1],
      headers: ['First name', 'Last name'],
      sure: true,
    });
    expect(readContacts(tab(rows), m)[0]?.text.contactName).toBe('Ann Perry');
  });

  test('several phones are one field; a fax is none', () => {
    const rows = [
      ['Group', 'Office phone', 'Cell', 'Fax'],
      ['Hope Church', '503-555-0101', '503-555-0102', '503-555-0109'],
      ['Nurses United', '', '503-555-0104', ''],
    ];
    const m = map(rows);
    expect(m.columns.phone?.columns).toEqual([2, 3]);
    expect(readContacts(tab(rows), m).map((c) => c.text.phone)).toEqual([
      '503-555-0101, 503-555-0102',
      '503-555-0104',
    ]);
  });

  test('a union and the number of its local are one name', () => {
    const rows = [
      ['Union', 'Local'],
      ['SEIU', 549],
      ['AFSCME', 75],
      ['SEIU', 503],
    ];
    expect(readContacts(tab(rows), map(rows)).map((c) => c.text.organization)).toEqual([
      'SEIU 549',
      'AFSCME 75',
      'SEIU 503',
    ]);
  });
});

describe('what is not clear is asked, with real choices', () => {
  test('two columns of addresses', () => {
    const m = map([
      ['Church', 'Church email', "Pastor's email"],
      ['Hope Church', 'office@hope.example.org', 'sue@hope.example.org'],
      ['St. Mark Lutheran', 'office@mark.example.org', 'jim@mark.example.org'],
    ]);
    expect(m.questions.map((q) => q.field)).toEqual(['email']);
    expect(m.questions[0]?.choices.map((c) => c.samples[0])).toEqual(
      expect.arrayContaining(['office@hope.example.org', 'sue@hope.example.org']),
    );
    expect(m.columns.email?.sure).toBe(false);
  });

  test('persons without an organization', () => {
    const m = map([
      ['Name', 'Party', 'Email'],
      ['Councillor Ann Perry', 'Green', 'a@example.org'],
      ['Councillor Ben Ames', 'Labour', 'b@example.org'],
      ['Councillor Sue Hall', 'Green', 'c@example.org'],
    ]);
    expect(m.columns.contactName).toMatchObject({ columns: [1], sure: true });
    expect(m.questions.find((q) => q.field === 'organization')?.choices.map((c) => c.columns)).toEqual([
      [1],
      [2],
    ]);
  });

  test('at most three at once: what matters most comes first', () => {
    const m = map([
      [
        'Employer',
        'Union',
        'Work email',
        'Personal email',
        'Employer contact',
        'Union contact',
        'Status',
        'Stage',
        'Website',
        'Web site',
      ],
      [
        'Acme Books',
        'Local 1 Union',
        'a@example.org',
        'b@example.org',
        'Kim Lee',
        'Ann Perry',
        'contacted',
        'emailed',
        'a.example.org',
        'b.example.org',
      ],
      [
        'Cup Cafe',
        'Local 2 Union',
        'c@example.org',
        'd@example.org',
        'Ben Ames',
        'Sue Hall',
        'waiting',
        'declined',
        'c.example.org',
        'd.example.org',
      ],
    ]);
    expect(m.questions.map((q) => q.field)).toEqual(['organization', 'email', 'contactName']);
    expect(m.columns.status?.sure).toBe(false);
  });

  test('never more than three, and never a question with a single choice', () => {
    const word = fc.constantFrom(
      ...HEAD,
      'Email 2',
      'Work email',
      'Phone',
      'Employer',
      'Union',
      'Contact',
      'Notes',
      'Comments',
      'Status',
      'Stage',
      'Owner',
      'Lead',
      'Link',
      'Name',
      '',
      'x',
      'Date',
    );
    const cell = fc.constantFrom<Cell>(
      '',
      'Hope Church',
      'Ann Perry',
      'ann@example.org',
      '503-555-0101',
      3,
      on('2026-10-01'),
      'yes',
      'example.org',
      'contacted',
      'call them next week please',
    );
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 10 }),
        fc.array(fc.array(cell, { maxLength: 10 }), { maxLength: 8 }),
        (head, rows) => {
          const m = map([head, ...rows]);
          expect(m.questions.length).toBeLessThanOrEqual(3);
          for (const q of m.questions) {
            expect(q.choices.length).toBeGreaterThanOrEqual(2);
            expect(new Set(q.choices.map((c) => c.columns.join())).size).toBe(q.choices.length);
            expect(m.columns[q.field]?.sure ?? false).toBe(false);
          }
          const sure = Object.values(m.columns)
            .filter((c) => c.sure)
            .flatMap((c) => [...c.columns]);
          expect(new Set(sure).size).toBe(sure.length);
          for (const column of sure) expect(column).toBeLessThanOrEqual(m.width);
        },
      ),
    );
  });
});

describe('answers', () => {
  const rows = [
    ['Employer', 'Union', 'Contact'],
    ['Acme Books', 'Local 1 Union', 'Kim Lee'],
    ['Cup Cafe', 'Local 2 Union', 'Ann Perry'],
  ];
  const answered = (field: Field, columns: number[]) =>
    mapSheet(tab(rows), { locale: 'en_US', answers: [{ field, columns, headers: [], kind: '' }] });

  test('an answer is taken and not asked again', () => {
    expect(map(rows).questions.map((q) => q.field)).toEqual(['organization']);
    const m = answered('organization', [2]);
    expect(m.columns.organization).toEqual({ columns: [2], headers: ['Union'], sure: true });
    expect(m.questions).toEqual([]);
  });

  test('“Neither” leaves the field out', () => {
    const m = answered('organization', []);
    expect(m.columns.organization).toBeUndefined();
    expect(m.questions).toEqual([]);
  });

  test('where the person is whom they reach, the name stays the name to greet', () => {
    const persons = [
      ['Name', 'Party', 'Email'],
      ['Ann Perry', 'Green', 'a@example.org'],
      ['Ben Ames', 'Labour', 'b@example.org'],
    ];
    const m = mapSheet(tab(persons), {
      locale: 'en_US',
      answers: [{ field: 'organization', columns: [1], headers: ['Name'], kind: 'text' }],
    });
    expect(m.columns.organization).toMatchObject({ columns: [1], sure: true });
    expect(m.columns.contactName).toMatchObject({ columns: [1], sure: true });
  });
});

describe('the header row', () => {
  test('a second row of headings, for machines, is not data', () => {
    const rows = [
      ['INSTRUCTIONS:'],
      ['Fill in row 5.'],
      [],
      ['Contact1 First Name', 'Contact1 Last Name', 'Account1 Name', 'Contact1 Title'],
      ['CONTACT1_FIRSTNAME__C', 'CONTACT1_LASTNAME__C', 'ACCOUNT1_NAME__C', 'CONTACT1_TITLE__C'],
    ];
    const m = map(rows);
    expect(m).toMatchObject({ headerRow: 4, firstRow: 6 });
    expect(readContacts(tab(rows), m)).toEqual([]);
    expect(meaning(m)).toMatchObject({
      organization: 'Account1 Name',
      contactName: 'Contact1 First Name + Contact1 Last Name',
    });
  });

  test('a row that names groups of columns helps to read the headings below it', () => {
    const rows = [
      ['Organization', '', 'Contact', '', ''],
      ['Name', 'Type', 'Name', 'E-mail', 'Phone'],
      ['Hope Church', 'Faith', 'Ann Perry', 'ann@example.org', '503-555-0101'],
      ['Nurses United', 'Union', 'Ben Ames', 'ben@example.org', '503-555-0102'],
    ];
    const m = map(rows);
    expect(m.headerRow).toBe(2);
    expect(m.columns.organization?.columns).toEqual([1]);
    expect(m.columns.contactName?.columns).toEqual([3]);
  });

  test('a tab with headings and no rows yet is a table', () => {
    expect(map([HEAD])).toMatchObject({ headerRow: 1, firstRow: 2, lastRow: 1 });
    expect(meaning(map([HEAD]))).toMatchObject({ organization: 'Group', email: 'E-mail' });
  });

  test.each([
    ['a blank tab', [['']]],
    [
      'only numbers',
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
    [
      'data without headings',
      [
        ['a@example.org', '503-555-0101', 3],
        ['b@example.org', '503-555-0102', 4],
      ],
    ],
    ['one paragraph', [['This workbook belongs to the coalition. '.repeat(12)]]],
  ])('%s has no table', (_, rows) => {
    const m = map(rows);
    expect(m).toMatchObject({ headerRow: 0, columns: {}, questions: [] });
    expect(readContacts(tab(rows), m)).toEqual([]);
    expect(pickContactsTab([tab(rows)], { locale: 'en_US' })).toBeNull();
  });

  test('rows of any length and content never make it fail', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.double(),
      fc.boolean(),
      fc.constant(on('2026-11-03')),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), (rows) => {
        const place = findHeader(rows);
        expect(place.headerRow).toBeLessThanOrEqual(Math.max(place.lastRow, 0));
        readContacts(tab(rows), map(rows));
      }),
    );
  });
});

describe('our own columns', () => {
  test('Outreach ID and Next step are ours, not the group’s', () => {
    const m = map([
      [...HEAD, 'Outreach ID', 'Next step'],
      ...DATA.map((r, i) => [...r, `k${i}`, i === 0 ? 'Follow up' : '']),
    ]);
    expect(meaning(m)).toEqual(FULL);
    expect(m).toMatchObject({ outreachIdColumn: 16, nextStepColumn: 17 });
    expect(
      readContacts(tab([[...HEAD, 'Outreach ID'], ...DATA.map((r, i) => [...r, `k${i}`])]), m)[2]?.outreachId,
    ).toBe('k2');
  });

  test('a group’s own “Next step” with other words in it is their task', () => {
    const m = map([
      ['Group', 'Next step', 'Email'],
      ['Hope Church', 'call Ann', 'a@example.org'],
      ['Nurses United', 'send the flyer', 'b@example.org'],
    ]);
    expect(m.nextStepColumn).toBe(0);
    expect(meaning(m)).toMatchObject({ task: 'Next step' });
  });
});

describe('rows', () => {
  test('blank rows and a repeat of the headings are left out; row numbers are those of the sheet', () => {
    const rows = [HEAD, DATA[0]!, [''], HEAD, DATA[1]!, ['', '', '\u200b '], DATA[2]!];
    const m = map(rows);
    expect(readContacts(tab(rows), m).map((c) => [c.row, c.text.organization])).toEqual([
      [2, 'Sunrise Salem'],
      [5, 'SEIU Local 549'],
      [7, 'Hope Church'],
    ]);
  });

  test('text is cleaned, cells stay as they are', () => {
    const rows = [
      ['Group', 'Email'],
      ['Hope\u200b  Church ', ' ann@example.org'],
      ['Nurses United', 'b@example.org'],
    ];
    const [first] = readContacts(tab(rows), map(rows));
    expect(first?.text.organization).toBe('Hope Church');
    expect(first?.cells.organization).toBe('Hope\u200b  Church ');
    expect(first?.text.status).toBe('');
  });
});

test('of several tabs the one with contacts is picked', () => {
  const budget = tab(
    [
      ['Item', 'Amount'],
      ['Flyers', 30],
      ['Room', 50],
    ],
    'Budget',
  );
  const agenda = tab(
    [
      ['Time', 'Topic', 'Who'],
      ['10:00', 'Welcome', 'Ana'],
      ['10:10', 'Reports', 'Bo'],
    ],
    'Agenda',
  );
  expect(pickContactsTab([budget, agenda, tab([HEAD, ...DATA])], { locale: 'en_US' })?.table.name).toBe(
    'Contacts',
  );
});

test('ten thousand rows are mapped from a sample, the same each time', () => {
  const rows = [HEAD, ...Array.from({ length: 10_000 }, (_, i) => DATA[i % DATA.length]!)];
  map(rows);
  const times = [1, 2, 3, 4, 5].map(() => {
    const from = performance.now();
    map(rows);
    return performance.now() - from;
  });
  expect(map(rows)).toEqual(map(rows));
  expect(Math.min(...times)).toBeLessThan(60);
});
