// The union map on random rows: what is written reads back the same, and the figures equal a count by hand.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readUnionRow, readUnions, type Union, type UnionRow } from '../../src/partners/readUnions';
import { makeUnionReader } from '../../src/partners/unionNames';
import { offeredStage } from '../../src/partners/unionStage';
import { UNION_COLUMNS, unionCells, unionTabHead, type UnionColumn } from '../../src/partners/unionTab';
import { doublesIn, unionTally, type KnownOfUnion } from '../../src/partners/unionTally';
import type { Contact } from '../../src/reading/contact';
import { readStage, UNION_STAGES, type Stage } from '../../src/texts/unionStages';
import { UNION_STEPS } from '../../src/texts/unionSteps';
import { laidOut } from '../../src/touches/asks/askTab';
import type { Cell } from '../../src/values/cell';
import { addDays, day } from '../../src/values/day';
import { readAbout } from '../../src/values/wholeNumber';
import { group } from '../touches/asks/samples';

const TODAY = day('2026-11-12');
const table = (rows: readonly (readonly Cell[])[]) => ({ id: 4, name: 'Unions', hidden: false, rows });

const text = fc.constantFrom('', 'Safe staffing', 'AFSCME Council 75', 'ask Mona', '9C');
const count = fc.option(fc.integer({ min: 0, max: 99_999 }));
const vote = fc.oneof(
  fc.constantFrom(
    { voted: '' as const, votedOn: null },
    { voted: 'yes' as const, votedOn: null },
    { voted: 'no' as const, votedOn: null },
    { voted: 'in progress' as const, votedOn: null },
  ),
  fc.integer({ min: -400, max: 0 }).map((n) => ({ voted: 'yes' as const, votedOn: addDays(TODAY, n) })),
  fc.integer({ min: -400, max: 0 }).map((n) => ({ voted: 'no' as const, votedOn: addDays(TODAY, n) })),
  fc
    .integer({ min: -9, max: 90 })
    .map((n) => ({ voted: 'in progress' as const, votedOn: addDays(TODAY, n) })),
);
const anyUnion: fc.Arbitrary<Union> = fc
  .record({
    ...{ international: text, local: text, council: text, campaigns: text, note: text, linkText: text },
    ...{ workers: count, members: count, statements: count },
    vote,
    endorses: fc.constantFrom<'' | 'yes' | 'no'>('', 'yes', 'no'),
    stage: fc.constantFrom<Stage>(0, 1, 2, 3, 4, 5),
  })
  .map(({ vote: voted, ...rest }) => ({
    ...{ ...rest, ...voted, link: '', contact: 'u1', organization: 'SEIU Local 503', row: 2 },
  }));

describe('a row of the tab Unions', () => {
  test('reads back as it was written, in whatever order its columns stand, in any locale', () => {
    fc.assert(
      fc.property(
        anyUnion,
        fc.shuffledSubarray([...UNION_COLUMNS], { minLength: UNION_COLUMNS.length }),
        fc.constantFrom('en_US', 'de_DE'),
        (union, columns, locale) => {
          const head = unionTabHead(table([columns]));
          const row = laidOut(unionCells(union), head?.columns ?? new Map(), columns.length);
          const contacts = [group('u1', 'SEIU Local 503', 7)];
          const read = readUnions(table([columns, row]), contacts, TODAY, locale);
          expect(read.problems).toEqual([]);
          expect(read.rows).toEqual([{ union, contact: contacts[0] }]);
        },
      ),
    );
  });

  test('never throws, whatever stands in its cells, and names each cell that it cannot read once', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.double({ noNaN: true }),
      fc.boolean(),
      fc.constantFrom<Cell>('#N/A', { day: TODAY, time: null }, '2 & 3', 'maybe', '≈12k', '?'),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: 14, maxLength: 14 }), (cells) => {
        const at = (heading: UnionColumn): Cell => cells[UNION_COLUMNS.indexOf(heading)] ?? '';
        const { facts, unread } = readUnionRow(at, TODAY, 'en_US');
        expect(new Set(unread.map(({ heading }) => heading)).size).toBe(unread.length);
        const broken = UNION_COLUMNS.slice(1, 13).filter((heading) => at(heading) === '#N/A');
        expect(unread.map(({ heading }) => heading)).toEqual(expect.arrayContaining(broken));
        expect([0, 1, 2, 3, 4, 5]).toContain(facts.stage);
        expect(facts.link === '' || /^https?:\/\//i.test(facts.link)).toBe(true);
        expect(facts.workers === null || (Number.isInteger(facts.workers) && facts.workers >= 0)).toBe(true);
      }),
    );
  });

  test('each step is read from its word, its figure and both, and words of two steps from none', () => {
    UNION_STEPS.forEach((word, index) => {
      expect(readStage(word)).toBe(index + 1);
      expect(readStage(String(index + 1))).toBe(index + 1);
      expect(readStage(`Stage ${index + 1}?`)).toBe(index + 1);
      const other = UNION_STEPS[(index + 1) % 5]?.slice(2) ?? '';
      expect(readStage(`${index + 1} ${other}`)).toBeNull();
      expect(UNION_STAGES[index + 1]?.word).toBe(word);
    });
    for (const none of ['6', '2-3', '2.5', 'sent', 'halfway']) expect(readStage(none)).toBeNull();
  });
});

test('a count that people heard is read with its thousands, and nothing is guessed from two figures', () => {
  const read = (texts: readonly string[]) => texts.map(readAbout);
  expect(read(['≈12k', 'about 1,200', '12.000 workers', '500+', '1,5k', '12 (incl. retirees)', ''])).toEqual([
    ...[12_000, 1200, 12_000, 500, 1500, 12, null],
  ]);
  for (const none of ['800-1000', '3 of 10', 'two dozen', '2 million', '1.5', '-4', 'about', '1,2345k'])
    expect([none, readAbout(none)]).toEqual([none, undefined]);
});

test('a step is never offered that is not further than the one that stands there', () => {
  const facts = fc.record({
    stage: fc.constantFrom<Stage>(0, 1, 2, 3, 4, 5),
    voted: fc.constantFrom('yes' as const, 'no' as const, 'in progress' as const, '' as const),
    endorsed: fc.boolean(),
    statements: count,
    presented: fc.boolean(),
  });
  fc.assert(
    fc.property(facts, (one) => {
      const offered = offeredStage(one);
      expect(offered === 0 || offered > one.stage).toBe(true);
    }),
  );
});

const NAMES = [
  'SEIU Local 503',
  'Service Employees International Union Local 503',
  'SEIU 49',
  'UFCW 3000',
  'UFCW - 3000',
  'Teamsters Local 174',
  'AFSCME Council 75',
  'Northwest Oregon Labor Council',
  'Larkhaven Bakers',
];
/** By hand: which of the names are one body, and which are councils. */
const BODY = [0, 0, 2, 3, 3, 5, 6, 7, 8];
const COUNCILS = [6, 7];

describe('the figures', () => {
  const anyRow = fc.record({
    name: fc.integer({ min: 0, max: NAMES.length - 1 }),
    status: fc.constantFrom('', 'Contacted', 'In conversation', 'Declined', 'Bowed out', 'Unreachable'),
    workers: count,
    people: count,
    voted: fc.constantFrom('yes' as const, 'no' as const, '' as const),
    endorsed: fc.boolean(),
    answered: fc.option(fc.integer({ min: 0, max: 40 })),
    decline: fc.boolean(),
  });

  test('equal a count by hand on random rows', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 12 }), (given) => {
        const known = new Map<Contact, KnownOfUnion>();
        const rows = given.map(
          ({ name, status, workers, people, voted, endorsed, answered, decline }, i): UnionRow => {
            const contact = group(`u${i}`, NAMES[name] ?? '', i + 2, { status });
            const answer = answered === null ? null : { day: addDays(TODAY, -answered), decline };
            known.set(contact, { answer, endorsed, people });
            return {
              contact,
              union: {
                ...{ international: '', local: '', council: '', members: null, votedOn: null, campaigns: '' },
                ...{ endorses: '', stage: 0, statements: null, link: '', linkText: '', note: '' },
                ...{ workers, voted, contact: `u${i}`, organization: NAMES[name] ?? '', row: i + 2 },
              },
            };
          },
        );
        const expected = { mapped: 0, councils: 0, inConversation: 0, voted: 0, workers: 0, unknown: 0 };
        const met = new Set<number>();
        for (const one of given) {
          const body = BODY[one.name] ?? -1;
          if (met.has(body)) continue;
          met.add(body);
          if (COUNCILS.includes(body)) {
            expected.councils++;
            continue;
          }
          expected.mapped++;
          if (one.status === 'Declined' || one.status === 'Bowed out') continue;
          const number = one.workers ?? one.people;
          if (number === null) expected.unknown++;
          else expected.workers += number;
          const answered = one.answered !== null && one.answered <= 30 && !one.decline;
          if (one.voted === 'yes' || one.endorsed) expected.voted++;
          else if (one.status === 'In conversation' || (answered && one.status !== 'Unreachable'))
            expected.inConversation++;
        }
        const nothing = { answer: null, endorsed: false, people: null };
        expect(unionTally(rows, (contact) => known.get(contact) ?? nothing, TODAY)).toEqual(expected);
      }),
    );
  });

  test('of 3,000 locals of one union come without comparing each with each', () => {
    const rows = Array.from({ length: 3000 }, (_, i): UnionRow => {
      const organization =
        i % 2 === 0 ? `SEIU Local ${i}` : `SEIU Harbor ${'abcdefghij'.charAt(i % 10)}x${i}`;
      const { facts } = readUnionRow(() => '', TODAY, 'en_US');
      return { contact: null, union: { ...facts, contact: '', organization, row: i + 2 } };
    });
    const started = performance.now();
    expect(doublesIn(rows, makeUnionReader()).size).toBe(0);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
