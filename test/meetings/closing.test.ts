// What closing a meeting is planned to do: which rows are one group, what a contact learns, who takes what.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Contact } from '../../src/reading/contact';
import { FIELDS, type Field } from '../../src/reading/fields';
import type { Cell } from '../../src/values/cell';
import { day } from '../../src/values/day';
import { foldName } from '../../src/values/text';
import { planClosing, splitSeen, type CloseInput, type Closing } from '../../src/meetings/closing';
import { rowPrint } from '../../src/meetings/groups';
import type { ShortlistRow } from '../../src/meetings/shortlist';
import { contactFinder } from '../../src/workbook/identity';
import { volunteerNamed } from '../../src/workbook/volunteer';

const DUE = day('2026-11-19');
const VOLUNTEERS = ['Ana Ruiz', 'Bo', 'Chidi', 'Dee Park', 'Dee Lund'].map((name) => volunteerNamed(name));

const row = (more: Partial<ShortlistRow>, at = 2): ShortlistRow => ({
  row: at,
  organization: '',
  category: '',
  town: '',
  knows: '',
  reach: '',
  ideaBy: '',
  taker: '',
  notes: '',
  more: '',
  outreachId: '',
  ...more,
});

function contact(more: Partial<Record<Field, string>>, at: number, outreachId = `c-${at}`): Contact {
  const text = Object.fromEntries(FIELDS.map((field) => [field, more[field] ?? ''])) as Record<Field, string>;
  return { row: at, outreachId, text, cells: text };
}

function plan(
  rows: readonly ShortlistRow[],
  contacts: readonly Contact[] = [],
  more: Partial<CloseInput> = {},
): Closing {
  return planClosing({
    rows,
    contacts: new Map(contacts.map((one) => [one.outreachId, one])),
    volunteers: VOLUNTEERS,
    same: [],
    takers: [],
    due: DUE,
    takes: () => true,
    find: contactFinder(contacts),
    begun: new Set(),
    touched: () => false,
    ...more,
  });
}

const cellsOf = (closing: Closing, name: string) =>
  Object.fromEntries(closing.groups.find((one) => one.name === name)?.cells ?? []);
const learned = (closing: Closing) => Object.fromEntries(closing.edits.map(({ field, to }) => [field, to]));

describe('a name that is new', () => {
  test('becomes a contact with all that the room knows, each thing in its column', () => {
    const closing = plan([
      row({
        organization: '  Kettle Lane  Youth Council ',
        category: 'Young workers',
        town: 'Larkhaven',
        knows: 'Bo',
        reach: 'call 555-0118, or info@kettle.example.org; their web form',
        ideaBy: 'Chidi',
        taker: 'Ana',
        notes: 'Meet on Fridays\nAsk for Lena',
      }),
    ]);
    expect(cellsOf(closing, 'Kettle Lane Youth Council')).toEqual({
      organization: 'Kettle Lane Youth Council',
      category: 'Young workers',
      town: 'Larkhaven',
      knownBy: 'Bo',
      email: 'info@kettle.example.org',
      phone: '555-0118',
      otherChannel: 'their web form',
      notes: 'Meet on Fridays\nAsk for Lena\nIdea by Chidi',
      owner: 'Ana Ruiz',
      task: 'Reach out',
      due: { day: DUE, time: null },
    });
  });

  test('without a way to reach them the task is to research one', () => {
    expect(cellsOf(plan([row({ organization: 'Dove House', taker: 'Bo' })]), 'Dove House')).toMatchObject({
      task: 'Research',
    });
  });

  test('what the contacts have no column for stands in the notes', () => {
    const closing = plan(
      [row({ organization: 'Dove House', town: 'Larkhaven', knows: 'Bo', reach: '555-0118' })],
      [],
      {
        takes: (field) => field === 'organization' || field === 'notes',
      },
    );
    expect(cellsOf(closing, 'Dove House')).toEqual({
      organization: 'Dove House',
      notes: 'Town: Larkhaven\nPhone: 555-0118\nKnown by: Bo',
    });
  });

  test('typed twice is one contact with both ideas, both ties and both who take it', () => {
    const closing = plan([
      row({ organization: 'Dove House', knows: 'Bo', ideaBy: 'Bo', taker: 'Bo', notes: 'Friendly' }, 2),
      row(
        { organization: 'dove house', knows: 'Ana Ruiz', ideaBy: 'Ana', taker: 'Chidi', notes: 'Friendly' },
        9,
      ),
    ]);
    expect(closing.groups).toHaveLength(1);
    expect(closing.groups[0]?.owner).toBe('Bo, Chidi');
    expect(closing.groups[0]?.cells).toEqual(
      expect.arrayContaining([
        ['knownBy', 'Bo, Ana Ruiz'],
        ['notes', 'Friendly\nIdea by Bo\nIdea by Ana'],
      ]),
    );
  });
});

describe('a name that is a contact', () => {
  const AMITY = contact(
    {
      organization: 'Amity Street Church',
      town: 'Larkhaven',
      email: 'ruth@amity.example.org',
      knownBy: 'Bo',
      notes: 'Likes letters',
    },
    5,
  );

  test('blank cells are filled, what stands is kept, and what differs goes into the notes and is said', () => {
    const closing = plan(
      [
        row({
          organization: 'AMITY STREET CHURCH',
          category: 'Faith group',
          reach: 'office@amity.example.org, 555-0101',
          knows: 'Bo and Ana',
          notes: 'Choir on Mondays',
        }),
      ],
      [AMITY],
    );
    expect(closing.asked).toEqual([]);
    expect(learned(closing)).toEqual({
      category: 'Faith group',
      phone: '555-0101',
      knownBy: 'Bo, Ana',
      notes: 'Likes letters\nChoir on Mondays\nE-mail: office@amity.example.org',
    });
    expect(closing.remarks).toEqual([
      'Amity Street Church: E-mail stays “ruth@amity.example.org”; “office@amity.example.org” goes into the notes.',
    ]);
  });

  test.each([
    ['of the notes', { notes: 'Meet on Fridays' }, 'Something else: Meet on Fridays'],
    ['that the group added', { more: 'How to meet: Meet on Fridays' }, 'When: Meet on Fridays'],
  ])('a heading %s that is renamed while it is closed brings no text a second time', (_, typed, renamed) => {
    const first = cellsOf(plan([row({ organization: 'Dove House', ...typed })]), 'Dove House');
    const notes = typeof first['notes'] === 'string' ? first['notes'] : '';
    expect(notes).toContain('Meet on Fridays');
    const now = (more: Partial<ShortlistRow>) =>
      plan(
        [row({ organization: 'Dove House', outreachId: 'c-9', ...more })],
        [contact({ organization: 'Dove House', notes }, 9)],
      ).edits;
    expect(now({ more: renamed })).toEqual([]);
    expect(now(typed)).toEqual([]);
    // Named as it was again, after a run had read it under the other heading.
    const other = plan(
      [row({ organization: 'Dove House', outreachId: 'c-9', ...typed })],
      [contact({ organization: 'Dove House', notes: renamed }, 9)],
    );
    expect(other.edits).toEqual([]);
  });

  test('two columns that say the same say it both, and so does a line that only looks like one', () => {
    const both = plan([
      row({ organization: 'Dove House', more: 'Hall: in the cellar\nParking: in the cellar' }),
    ]);
    expect(cellsOf(both, 'Dove House')['notes']).toBe('Hall: in the cellar\nParking: in the cellar');
    const added = (notes: string, more: Partial<ShortlistRow>) =>
      learned(
        plan(
          [row({ organization: 'Dove House', outreachId: 'c-9', ...more })],
          [contact({ organization: 'Dove House', notes }, 9)],
        ),
      )['notes'];
    expect(added('Hall: in the cellar', { more: 'Hall: in the cellar\nParking: in the cellar' })).toBe(
      'Hall: in the cellar\nParking: in the cellar',
    );
    expect(added('Hall: yes', { more: 'Parking: yes' })).toBe('Hall: yes\nParking: yes');
    expect(added('Bo: ring at noon', { notes: 'Ana: ring at noon' })).toBe(
      'Bo: ring at noon\nAna: ring at noon',
    );
  });

  test('somebody else’s stays theirs, and that is said', () => {
    const closing = plan(
      [row({ organization: 'Amity Street Church', taker: 'Bo' })],
      [{ ...AMITY, text: { ...AMITY.text, owner: 'Chidi' } }],
    );
    expect(closing.edits).toEqual([]);
    expect(closing.remarks[0]).toContain('is Chidi’s already, so Bo did not get it');
  });

  test.each([
    ['another town', { organization: 'Amity Street Church', town: 'Northgate' }],
    ['a similar name', { organization: 'Amity St. Church' }],
    ['its address', { organization: 'Friends of the Square', reach: 'ruth@amity.example.org' }],
  ])('with %s it is asked, and nothing is written', (_, typed) => {
    const closing = plan([row(typed)], [AMITY]);
    expect(closing.groups).toEqual([]);
    expect(closing.asked[0]?.choices[0]).toMatchObject({ of: 'c-5', name: 'Amity Street Church' });
    const group = closing.asked[0]?.group.key ?? '';
    expect(plan([row(typed)], [AMITY], { same: [{ group, of: 'c-5' }] }).groups[0]?.contact).toBe(AMITY);
    expect(plan([row(typed)], [AMITY], { same: [{ group, of: '' }] }).groups[0]?.contact).toBeNull();
  });

  test('of two contacts with the name that of the same town is meant, else it is asked', () => {
    const other = contact({ organization: 'Amity Street Church', town: 'Northgate' }, 6);
    const in_ = (town: string) => plan([row({ organization: 'Amity Street Church', town })], [AMITY, other]);
    expect(in_('Northgate').groups[0]?.contact).toBe(other);
    expect(in_('').asked).toHaveLength(1);
  });
});

describe('two names of the shortlist that are likely one', () => {
  const ROWS = [
    row({ organization: 'Millrace Worker Center' }, 2),
    row({ organization: 'Millrace Workers Center', taker: 'Bo' }, 3),
  ];

  test('are asked once, and answered the one way or the other', () => {
    const closing = plan(ROWS);
    expect(closing.asked).toHaveLength(1);
    const [{ group, choices } = { group: { key: '' }, choices: [] }] = closing.asked;
    const [choice] = choices;
    expect(plan(ROWS, [], { same: [{ group: group.key, of: choice?.of ?? '' }] }).groups).toHaveLength(1);
    const apart = plan(ROWS, [], { same: [{ group: group.key, of: '' }] });
    expect(apart.asked).toEqual([]);
    expect(apart.groups).toHaveLength(2);
  });

  test('an answer about the one brings no new question and decides nothing about the other', () => {
    const contacts = [contact({ organization: 'Mill Race Center of Workers' }, 7)];
    const closing = plan(ROWS, contacts);
    for (const { group, choices } of closing.asked) {
      for (const of of ['', ...choices.map((choice) => choice.of)]) {
        const next = plan(ROWS, contacts, { same: [{ group: group.key, of }] });
        expect(next.asked.map((one) => one.group.key)).toEqual(
          closing.asked.map((one) => one.group.key).filter((key) => key !== group.key),
        );
      }
    }
  });
});

describe('who takes it', () => {
  test.each([
    ['Dee', ['Dee Park', 'Dee Lund']],
    ['Chidy', ['Chidi']],
    ['Zed', []],
  ])('“%s” is a question with those whom it may mean', (taker, choices) => {
    const closing = plan([row({ organization: 'Dove House', taker })]);
    expect(closing.groups).toEqual([]);
    expect(closing.takersAsked).toEqual([{ name: taker, groups: ['Dove House'], choices }]);
  });

  test('a new name is added, “nobody yet” leaves the group without', () => {
    const rows = [row({ organization: 'Dove House', taker: 'Zed' })];
    const added = plan(rows, [], { takers: [{ name: 'Zed', to: 'Zed' }] });
    expect(added.newVolunteers).toEqual(['Zed']);
    expect(added.groups[0]).toMatchObject({ owner: 'Zed', isGiven: true });
    expect(plan(rows, [], { takers: [{ name: 'Zed', to: '' }] }).groups[0]).toMatchObject({
      owner: '',
      isGiven: false,
    });
  });

  test('who has decided is given to nobody', () => {
    const closing = plan(
      [row({ organization: 'Amity', taker: 'Bo' })],
      [contact({ organization: 'Amity', status: 'Endorsed' }, 3)],
    );
    expect(closing.edits).toEqual([]);
    expect(closing.groups[0]?.task).toBeNull();
  });
});

test('rows that nobody saw wait, also one that was typed over', () => {
  const rows = [row({ organization: 'A' }, 2), row({ organization: 'B' }, 3)];
  const seen = rows.map(rowPrint);
  const now = [
    row({ organization: 'B' }, 2),
    row({ organization: 'A', taker: 'Bo' }, 3),
    row({ organization: 'C' }, 4),
  ];
  expect(splitSeen(now, seen).came.map(({ row: at }) => at)).toEqual([3, 4]);
});

const word = fc.constantFrom(
  'Amity Street Church',
  'amity street church',
  'Dove House',
  'Millrace Worker Center',
  'Elm Clinic',
);
const anyRow = fc.record({
  organization: word,
  category: fc.constantFrom('', 'Faith group', 'Union', 'Clinic'),
  town: fc.constantFrom('', 'Larkhaven', 'Northgate'),
  knows: fc.constantFrom('', 'Bo', 'Ana Ruiz', 'Bo and Chidi', 'her sister sings in the choir there'),
  reach: fc.constantFrom(
    '',
    '555-0118',
    'a@elm.example.org',
    'their web form',
    '555-0118; b@elm.example.org',
  ),
  ideaBy: fc.constantFrom('', 'Ana', 'Bo'),
  taker: fc.constantFrom('', 'Bo', 'Chidi', 'Ana & Bo'),
  notes: fc.constantFrom('', 'One', 'Two\nThree', 'One\nFour'),
  more: fc.constantFrom('', 'Members: 400'),
  outreachId: fc.constant(''),
});
const anyContact = fc.record({
  organization: word,
  town: fc.constantFrom('', 'Larkhaven'),
  category: fc.constantFrom('', 'Church'),
  email: fc.constantFrom('', 'a@elm.example.org'),
  phone: fc.constantFrom('', '555-0118'),
  knownBy: fc.constantFrom('', 'Bo', 'nobody yet'),
  notes: fc.constantFrom('', 'One', 'Five\n\nSix'),
  owner: fc.constantFrom('', 'Bo', 'Dee Park'),
});
const lists = fc.tuple(fc.array(anyRow, { maxLength: 8 }), fc.array(anyContact, { maxLength: 4 }));
const numbered = (rows: readonly Omit<ShortlistRow, 'row'>[]) =>
  rows.map((one, index): ShortlistRow => ({ ...one, row: index + 2 }));
const asCell = (cell: Cell) => (typeof cell === 'object' ? cell.day : String(cell));

/** The contacts and rows as they are once the plan is carried out. */
function carryOut(closing: Closing, rows: readonly ShortlistRow[], contacts: readonly Contact[]) {
  const byId = new Map(contacts.map((one) => [one.outreachId, { ...one.text }]));
  for (const { key, field, to } of closing.edits)
    (byId.get(key) ?? ({} as Record<Field, string>))[field] = asCell(to);
  const ids = new Map<number, string>();
  closing.groups.forEach((group, index) => {
    const id = group.contact?.outreachId ?? `n-${index}`;
    if (group.contact === null)
      byId.set(
        id,
        Object.fromEntries(group.cells.map(([field, to]) => [field, asCell(to)])) as Record<Field, string>,
      );
    for (const one of group.rows) ids.set(one.row, id);
  });
  return {
    rows: rows.map((one) => ({ ...one, outreachId: ids.get(one.row) ?? one.outreachId })),
    contacts: [...byId].map(([id, text], index) => contact(text, index + 2, id)),
  };
}

describe('whatever the room typed', () => {
  test('nothing that stood in a contact is lost, and every word of a closed row stands in its contact', () => {
    fc.assert(
      fc.property(lists, ([typed, texts]) => {
        const rows = numbered(typed);
        const contacts = texts.map((text, index) => contact(text, index + 2));
        const closing = plan(rows, contacts);
        const after = carryOut(closing, rows, contacts);
        for (const before of contacts) {
          const now = after.contacts.find(({ outreachId }) => outreachId === before.outreachId);
          for (const [field, text] of Object.entries(before.text))
            for (const line of text.split('\n')) expect(now?.text[field as Field]).toContain(line);
        }
        for (const one of after.rows.filter(({ outreachId }) => outreachId !== '')) {
          const all = Object.values(
            after.contacts.find(({ outreachId }) => outreachId === one.outreachId)?.text ?? {},
          ).join('\n');
          const words = [
            ...one.knows.split(' and '),
            ...one.reach.split('; '),
            ...one.notes.split('\n'),
            one.town,
          ];
          for (const text of words) expect(foldName(all)).toContain(foldName(text));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('closing twice is closing once', () => {
    fc.assert(
      fc.property(lists, ([typed, texts]) => {
        const rows = numbered(typed);
        const contacts = texts.map((text, index) => contact(text, index + 2));
        const after = carryOut(plan(rows, contacts), rows, contacts);
        const again = plan(after.rows, after.contacts);
        expect(again.edits).toEqual([]);
        const isNew = (one: { rows: readonly ShortlistRow[] }) =>
          one.rows.some(({ outreachId }) => outreachId === '');
        const fresh = again.groups.filter(isNew);
        // Only what waited for an answer may be decided by what is known since.
        expect(fresh.every(({ contact: known }) => known !== null)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('the order of the rows does not matter', () => {
    fc.assert(
      fc.property(lists, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), ([typed, texts], keys) => {
        const contacts = texts.map((text, index) => contact(text, index + 2));
        const shown = (rows: readonly ShortlistRow[]) => {
          const { groups, edits, asked, remarks } = plan(rows, contacts);
          return {
            groups: groups.map(({ name, cells, owner, task }) => ({ name, cells, owner, task })),
            edits: edits.map(({ key, field, to }) => ({ key, field, to })),
            asked: asked.map(({ group, choices }) => [group.key, choices.map(({ of }) => of)]),
            remarks,
          };
        };
        const mixed = typed
          .map((one, index) => ({ one, key: keys[index] ?? 0 }))
          .sort((a, b) => a.key - b.key);
        expect(shown(numbered(mixed.map(({ one }) => one)))).toEqual(shown(numbered(typed)));
      }),
      { numRuns: 300 },
    );
  });
});
