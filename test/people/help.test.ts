// “Could use help”: whoever carries far more than the others, and nobody in an ordinary group.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { helpInWords, wouldHelp } from '../../src/people/help';

const there = (...open: number[]) => open.map((count) => ({ open: count, away: false }));
const someone = fc.record({ open: fc.nat(60), away: fc.boolean() });
const group = fc.array(someone, { maxLength: 12 });

describe('who could use help', () => {
  test.each([
    [
      [12, 4, 4, 4],
      [4, null, null, null],
    ],
    [
      [12, 4, 3, 5, 4],
      [4, null, null, null, null],
    ],
    [
      [12, 4],
      [4, null],
    ],
    [
      [6, 0, 0],
      [0, null, null],
    ],
    [
      [30, 25, 3, 4, 3],
      [3.5, 3.5, null, null, null],
    ],
  ])('%j: those who carry far more', (open, expected) => {
    expect(wouldHelp(there(...open))).toEqual(expected);
  });

  test.each([
    [[5, 4, 4, 3]],
    [[9, 5, 6, 4]],
    [[5, 0, 0, 0]],
    [[8, 3]],
    [[15, 10, 12, 8]],
    [[20, 12, 13, 12]],
    [[7, 7, 0]],
    [[40]],
    [[]],
  ])('%j: an ordinary difference is none', (open) => {
    expect(wouldHelp(there(...open)).every((one) => one === null)).toBe(true);
  });

  test('nobody of an even share, however many each has', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.array(fc.nat(1), { maxLength: 20 }), (each, more) => {
        expect(wouldHelp(there(...more.map((one) => each + one))).every((one) => one === null)).toBe(true);
      }),
    );
  });

  test('the order of the volunteers does not matter', () => {
    fc.assert(
      fc.property(group, (people) => {
        expect(wouldHelp([...people].reverse())).toEqual([...wouldHelp(people)].reverse());
      }),
    );
  });

  test('whoever stands out in a small campaign stands out in one many times as large', () => {
    fc.assert(
      fc.property(group, fc.integer({ min: 1, max: 9 }), (people, times) => {
        const larger = wouldHelp(people.map(({ open, away }) => ({ open: open * times, away })));
        wouldHelp(people).forEach((one, index) => {
          if (one !== null) expect(larger[index]).toBe(one * times);
        });
      }),
    );
  });

  test('one contact more never takes the word away from who has it', () => {
    fc.assert(
      fc.property(group, fc.nat(11), (people, n) => {
        const before = wouldHelp(people);
        const more = people.map((one, index) => (index === n ? { ...one, open: one.open + 1 } : one));
        if (people[n] !== undefined && before[n] !== null) expect(wouldHelp(more)[n]).toBe(before[n]);
      }),
    );
  });

  test('who is away with little is no measure for the others, and can stand out', () => {
    const people = [
      { open: 8, away: false },
      { open: 7, away: false },
      { open: 0, away: true },
      { open: 0, away: true },
    ];
    expect(wouldHelp(people)).toEqual([null, null, null, null]);
    expect(wouldHelp([...there(3, 4, 4), { open: 14, away: true }])).toEqual([null, null, null, 4]);
  });

  test('says it with both figures', () => {
    expect(helpInWords(12, 4)).toBe('12 open, others have about 4');
    expect(helpInWords(12, 3.5)).toBe('12 open, others have about 4');
    expect(helpInWords(9, 0)).toBe('9 open, others have none');
  });
});
