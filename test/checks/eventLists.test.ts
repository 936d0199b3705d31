// A log names an organization again and again, a list of contacts has a few of them twice: any of either.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DUPLICATE_RULES } from '../../src/checks/rules';
import { addDays, day } from '../../src/values/day';
import type { Cell } from '../../src/values/cell';
import { check, type Row, type SheetOptions } from './support';

const START = day('2026-01-05');
const onDay = (n: number): Cell => ({ day: addDays(START, n), time: null });

/** Names that have nothing in common with each other. */
const nameOf = (n: number) =>
  `${'Bo Da Fe Gu Ka Li Mo Na Pe Ru'.split(' ')[n % 10] ?? ''}${'lvaro mbrin ndish rkett stova'.split(' ')[Math.floor(n / 10) % 5] ?? ''} ${1000 + n}`;

/** Where a log says which visit or case a row is about. */
type Telling = 'touch' | 'day' | 'other-party';

function cellsOf(telling: Telling, rows: readonly Row[]): { rows: readonly Row[]; options: SheetOptions } {
  if (telling === 'touch')
    return { rows: rows.map((row, i) => ({ ...row, lastContacted: onDay(i) })), options: {} };
  const cells = rows.map((_, i) => (telling === 'day' ? onDay(i) : `Employer ${nameOf(500 + i)}`));
  return { rows, options: { beside: { [telling === 'day' ? 'Received' : 'Employer']: cells } } };
}

const telling = fc.constantFrom<Telling>('touch', 'day', 'other-party');

describe('a list of contacts', () => {
  const planted = fc
    .record({
      size: fc.integer({ min: 10, max: 60 }),
      telling,
      seed: fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
    })
    .map(({ size, seed, ...rest }) => ({ ...rest, size, copies: seed.map((n) => n % size) }));

  test('three rows too many are told of, whatever columns tell the rows apart', () => {
    fc.assert(
      fc.property(planted, ({ size, copies, telling }) => {
        const names = [...Array.from({ length: size }, (_, i) => i), ...copies];
        const list = cellsOf(
          telling,
          names.map((n): Row => ({ organization: nameOf(n) })),
        );
        const told = check(list.rows, list.options, DUPLICATE_RULES).flatMap(({ rows }) => rows);
        for (const [i, n] of copies.entries())
          expect(told).toEqual(expect.arrayContaining([n + 2, size + i + 2]));
      }),
    );
  });

  test('many rows too many are told of where nothing but a running number tells them apart', () => {
    const rows = Array.from({ length: 100 }, (_, i): Row => ({ organization: nameOf(i < 80 ? i : i % 8) }));
    const beside = { Line: rows.map((_, i) => i + 1), Members: rows.map((_, i) => (i * 7) % 90) };
    expect(check(rows, { beside }, DUPLICATE_RULES)).toHaveLength(8);
  });
});

describe('a log', () => {
  const log = fc
    .record({
      once: fc.integer({ min: 0, max: 150 }),
      often: fc.array(fc.integer({ min: 3, max: 9 }), { minLength: 4, maxLength: 30 }),
      twice: fc.integer({ min: 0, max: 12 }),
    })
    .map(({ once, often, twice }) =>
      [...often, ...new Array<number>(twice).fill(2), ...new Array<number>(once).fill(1)].flatMap(
        (times, n) => new Array<number>(times).fill(n),
      ),
    )
    .chain((visits) => fc.shuffledSubarray(visits, { minLength: visits.length }));

  test('gives at most one problem in twenty rows', () => {
    fc.assert(
      fc.property(log, telling, (visits, where) => {
        const list = cellsOf(
          where,
          visits.map((n): Row => ({ organization: nameOf(n), email: `office@group${n}.example.org` })),
        );
        expect(check(list.rows, list.options).length).toBeLessThanOrEqual(visits.length / 20);
      }),
    );
  });
});
