// An even share: existing owners keep theirs, ties before categories, nobody over the cap, nobody twice.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Contact } from '../../src/reading/contact';
import type { Cell } from '../../src/values/cell';
import { day } from '../../src/values/day';
import { isOpen } from '../../src/people/open';
import { planShare, type ShareInput } from '../../src/people/share';
import { contact, volunteer } from '../workbook/samples';

const on = (text: string): Cell => ({ day: day(text), time: null });
const DUE = day('2026-11-19');
const TODAY = day('2026-11-12');
const NAMES = ['Ana Ruiz', 'Bo Lind', 'Chidi', 'Dee'];

const someContacts = fc
  .array(
    fc.record({
      owner: fc.constantFrom('', '', '', ...NAMES, 'Bo & Chidi', 'Nobody we know'),
      knownBy: fc.constantFrom('', '', ...NAMES, 'an old friend'),
      category: fc.constantFrom('', 'Union', 'Clinic', 'Faith group'),
      status: fc.constantFrom('', 'Ready', 'Declined', 'Contacted'),
      due: fc.constantFrom<Cell>('', '', 'soon', on('2026-11-05'), on('2026-11-14'), on('2026-12-31')),
    }),
    { maxLength: 30 },
  )
  .map(
    (list) =>
      new Map(
        list.map((given, i): [string, Contact] => [
          `c-${i}`,
          contact({ ...given, row: i + 2, organization: `Group ${i}` }),
        ]),
      ),
  );
const someVolunteers = fc
  .uniqueArray(
    fc.record({
      name: fc.constantFrom(...NAMES),
      most: fc.constantFrom(null, null, 0, 2, 5),
      categories: fc.subarray(['union', 'clinic']),
      awayUntil: fc.constantFrom(null, null, day('2026-12-24'), day('2026-11-16'), day('2026-11-01')),
    }),
    { selector: (one) => one.name, maxLength: 4 },
  )
  .map((list) => list.map(({ name, ...given }) => volunteer(name, given)));
const someInput = fc.record({
  contacts: someContacts,
  volunteers: someVolunteers,
  cap: fc.constantFrom(0, 0, 1, 3, 10),
  due: fc.constantFrom(DUE, null),
});
const share = (input: Omit<ShareInput, 'moves' | 'today'> & Partial<ShareInput>) =>
  planShare({ moves: new Map(), today: TODAY, ...input });

describe('an even share', () => {
  test('gives an open contact without an owner to one person at most, and no other contact to anybody', () => {
    fc.assert(
      fc.property(someInput, (input) => {
        const found = share(input);
        const free = [...input.contacts]
          .filter(([, c]) => isOpen(c) && c.text.owner === '')
          .map(([key]) => key);
        const given = found.loads.flatMap((load) => load.gets);
        expect(new Set(given).size).toBe(given.length);
        expect([...given, ...found.left].sort()).toEqual([...free].sort());
        expect(found.heldBack).toEqual([]);
        expect(found.unassigned).toBe(free.length);
        for (const gift of found.gifts)
          expect(found.loads.find((load) => load.gets.includes(gift.key))?.volunteer.name).toBe(gift.to);
      }),
    );
  });

  test('leaves every owner what they have', () => {
    fc.assert(
      fc.property(someInput, (input) => {
        for (const load of share(input).loads) {
          const theirs = [...input.contacts].filter(
            ([, c]) => isOpen(c) && c.text.owner === load.volunteer.name,
          );
          for (const [key] of theirs) expect(load.has).toContain(key);
        }
      }),
    );
  });

  test('puts nobody over the cap', () => {
    fc.assert(
      fc.property(someInput, (input) => {
        for (const load of share(input).loads)
          if (load.gets.length > 0) expect(load.has.length + load.gets.length).toBeLessThanOrEqual(load.most);
      }),
    );
  });

  test('whoever is away until a day gets nothing that is due before it, in whatever way', () => {
    const someMoves = fc.dictionary(
      fc.integer({ min: 0, max: 29 }).map((i) => `c-${i}`),
      fc.constantFrom(...NAMES, ''),
    );
    fc.assert(
      fc.property(someInput, someMoves, (input, moves) => {
        const found = share({ ...input, moves: new Map(Object.entries(moves)) });
        for (const { volunteer: who, gets, away } of found.loads) {
          const { awayUntil } = who;
          expect(away).toBe(awayUntil !== null && awayUntil > (input.due ?? TODAY));
          for (const key of gets) {
            const own = input.contacts.get(key)!.cells.due;
            const due = typeof own === 'object' && 'day' in own ? own.day : input.due;
            const until = due === null || due < TODAY ? TODAY : due;
            expect(awayUntil === null || awayUntil <= until).toBe(true);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('what goes to somebody else because of that says so', () => {
    const found = share({
      contacts: new Map([['one', contact({ organization: 'A' })]]),
      volunteers: [volunteer('Ana', { awayUntil: day('2026-12-01') }), volunteer('Bo')],
      due: DUE,
      cap: 0,
      moves: new Map([['one', 'Ana']]),
    });
    expect(found.gifts.map(({ to, why }) => [to, why])).toEqual([
      ['Bo', 'Ana is away until Dec 1. Bo has room: 0 open so far'],
    ]);
  });

  test('no move by hand takes a contact from whoever has it', () => {
    fc.assert(
      fc.property(someInput, fc.constantFrom(...NAMES, ''), (input, to) => {
        const found = share({ ...input, moves: new Map([...input.contacts.keys()].map((key) => [key, to])) });
        const given = [...found.gifts, ...found.heldBack].map(({ contact: { text } }) => text.owner);
        expect(given.filter((owner) => owner !== '')).toEqual([]);
        const before = share(input).loads.map(({ has, alsoIn }) => [has, alsoIn]);
        expect(found.loads.map(({ has, alsoIn }) => [has, alsoIn])).toEqual(before);
      }),
    );
  });

  test('who becomes a volunteer has exactly what they owned, and nobody loses a warm tie or a category to them', () => {
    fc.assert(
      fc.property(someInput, fc.constantFrom(null, 0, 3), (input, most) => {
        const before = share(input);
        const asked = before.questions.find((question) => question.name === 'Nobody we know');
        if (asked === undefined) return;
        const added = volunteer(asked.name, { most });
        const after = share({ ...input, volunteers: [...input.volunteers, added] });
        const theirs = after.loads.find((load) => load.volunteer === added);
        expect(theirs?.has).toHaveLength(asked.contacts);
        expect(after.questions).toEqual(before.questions.filter((question) => question !== asked));
        for (const load of before.loads)
          expect(after.loads.find((one) => one.volunteer === load.volunteer)?.has).toEqual(load.has);
        const to = new Map(after.gifts.map((gift) => [gift.key, gift.to]));
        for (const gift of before.gifts)
          if (!gift.why.includes('room')) expect(to.get(gift.key)).toBe(gift.to);
      }),
      { numRuns: 1000 },
    );
  });

  test('an even share gives out everything while somebody without a figure of their own is there', () => {
    fc.assert(
      fc.property(someInput, (input) => {
        const found = share({ ...input, cap: 0 });
        if (found.loads.some(({ volunteer: { awayUntil, most } }) => awayUntil === null && most === null))
          expect(found.left).toEqual([]);
      }),
    );
  });

  test('leaves a contact over only where nobody has room', () => {
    fc.assert(
      fc.property(someInput, (input) => {
        const found = share(input);
        if (found.left.length === 0) return;
        const isTimed = (key: string) => input.contacts.get(key)!.text.due !== '';
        if (found.left.every(isTimed)) return;
        for (const load of found.loads)
          expect(load.away || load.has.length + load.gets.length >= load.most).toBe(true);
      }),
    );
  });

  test('is even within one where there is room and nothing else decides', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 6 }), (contacts, people) => {
        const found = share({
          contacts: new Map(
            Array.from({ length: contacts }, (_, i) => [`c-${i}`, contact({ organization: `Group ${i}` })]),
          ),
          volunteers: Array.from({ length: people }, (_, i) => volunteer(`Person ${'ABCDEF'.charAt(i)}`)),
          due: DUE,
          cap: 0,
        });
        const loads = found.loads.map((load) => load.gets.length);
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
        expect(found.left).toEqual([]);
      }),
    );
  });

  test('who knows somebody there comes before who takes the category, and both before who has room', () => {
    const found = share({
      contacts: new Map([
        ['tie', contact({ organization: 'A', knownBy: 'Bo', category: 'Union' })],
        ['category', contact({ organization: 'B', category: 'Union' })],
        ['room', contact({ organization: 'C' })],
      ]),
      volunteers: [volunteer('Ana', { categories: ['union'] }), volunteer('Bo Lind'), volunteer('Chidi')],
      due: DUE,
      cap: 0,
    });
    expect(found.gifts.map((gift) => [gift.key, gift.to, gift.why])).toEqual([
      ['tie', 'Bo Lind', 'Bo Lind knows someone there'],
      ['category', 'Ana', 'Ana takes Union'],
      ['room', 'Chidi', 'Chidi has room: 0 open so far'],
    ]);
  });

  test('who belongs to the organization comes behind who knows somebody there, and before the category', () => {
    const found = share({
      contacts: new Map([
        ['tie', contact({ organization: 'SEIU Local 503', knownBy: 'Bo' })],
        ['body', contact({ organization: 'SEIU 503', category: 'Union' })],
        ['sister', contact({ organization: 'SEIU Local 49', category: 'Union' })],
      ]),
      volunteers: [
        volunteer('Ana', { categories: ['union'] }),
        volunteer('Bo Lind'),
        volunteer('Chidi', { belongsTo: ['SEIU Local 503'] }),
      ],
      due: DUE,
      cap: 0,
    });
    expect(found.gifts.map((gift) => [gift.key, gift.to, gift.why])).toEqual([
      ['tie', 'Bo Lind', 'Bo Lind knows someone there'],
      ['body', 'Chidi', 'Chidi belongs to SEIU Local 503'],
      ['sister', 'Ana', 'Ana takes Union'],
    ]);
  });

  test('what the lead chose by hand is kept, also for nobody', () => {
    const found = share({
      contacts: new Map([
        ['one', contact({ organization: 'A' })],
        ['two', contact({ organization: 'B' })],
      ]),
      volunteers: [volunteer('Ana'), volunteer('Bo')],
      due: DUE,
      cap: 0,
      moves: new Map([
        ['one', 'Bo'],
        ['two', ''],
      ]),
    });
    expect(found.gifts.map((gift) => [gift.key, gift.to])).toEqual([['one', 'Bo']]);
    expect(found.heldBack.map((held) => held.key)).toEqual(['two']);
    expect(found.left).toEqual([]);
  });

  test('of several owners the first is responsible, and the contact is in the tab of each', () => {
    const found = share({
      contacts: new Map([['one', contact({ organization: 'A', owner: 'Bo & Chidi' })]]),
      volunteers: [volunteer('Ana'), volunteer('Bo'), volunteer('Chidi')],
      due: DUE,
      cap: 0,
    });
    expect(found.loads.map((load) => [load.has, load.alsoIn])).toEqual([
      [[], []],
      [['one'], []],
      [[], ['one']],
    ]);
  });

  test('a name that fits nobody, or several, is a question and not a guess', () => {
    const found = share({
      contacts: new Map([
        ['one', contact({ organization: 'A', owner: 'Ana' })],
        ['two', contact({ organization: 'B', owner: 'Zed' })],
        ['three', contact({ organization: 'C', owner: 'zed' })],
      ]),
      volunteers: [volunteer('Ana Ruiz'), volunteer('Ana Petrov')],
      due: DUE,
      cap: 0,
    });
    expect(found.questions).toEqual([
      { name: 'Zed', contacts: 2, choices: [] },
      { name: 'Ana', contacts: 1, choices: ['Ana Ruiz', 'Ana Petrov'] },
    ]);
    expect(found.gifts).toEqual([]);
  });

  test('who is back by now is not away, whether or not a next meeting is set', () => {
    const input = {
      contacts: new Map([['one', contact({ organization: 'A' })]]),
      volunteers: [volunteer('Ana', { awayUntil: day('2026-11-05') })],
      cap: 0,
    };
    for (const due of [DUE, null, day('2026-11-01')])
      expect(share({ ...input, due }).gifts.map((gift) => gift.to)).toEqual(['Ana']);
  });
});
