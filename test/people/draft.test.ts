// Volunteers pick in turns: a fair order, limits that end turns, and every step can be taken back.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  isPick,
  losePicks,
  pass,
  pick,
  picksOf,
  startDraft,
  takeBack,
  turnOf,
  type Draft,
  type Picker,
} from '../../src/people/draft';

const picker = (name: string, open = 0, room: number | null = null): Picker => ({ name, open, room });
const ANA_BO_CHIDI = [picker('Ana', 5), picker('Bo', 1), picker('Chidi', 3)];

let made = 0;
const pickAny = (draft: Draft): Draft => pick(draft, `c-${made++}`, 'Group');
const counts = (draft: Draft): Record<string, number> => {
  const found: Record<string, number> = Object.fromEntries(draft.pickers.map(({ name }) => [name, 0]));
  for (const { to } of picksOf(draft)) found[to] = (found[to] ?? 0) + 1;
  return found;
};

const somePickers = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom('Ana', 'Bo', 'Chidi', 'Dee', 'Elif'),
    open: fc.nat(9),
    room: fc.constantFrom<number | null>(null, null, 0, 1, 3),
  }),
  { selector: ({ name }) => name, minLength: 1, maxLength: 5 },
);
/** What a lead may do: pick, pass, take back, or a pick that somebody else got meanwhile (by place). */
const someSteps = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.constant('pick' as const) },
    { weight: 1, arbitrary: fc.constant('pass' as const) },
    { weight: 1, arbitrary: fc.constant('back' as const) },
    { weight: 1, arbitrary: fc.nat(20) },
  ),
  { maxLength: 40 },
);
type Step = 'pick' | 'pass' | 'back' | number;

function step(draft: Draft, what: Step): Draft {
  if (what === 'pick') return pickAny(draft);
  if (what === 'pass') return pass(draft);
  if (what === 'back') return takeBack(draft);
  const picked = draft.turns.filter(isPick);
  const one = picked[what % Math.max(1, picked.length)];
  return one === undefined ? draft : losePicks(draft, [one.contact]);
}

function turns(pickers: readonly Picker[], n: number): string[] {
  let draft = startDraft(pickers);
  return Array.from({ length: n }, () => {
    const to = turnOf(draft) ?? '';
    draft = pickAny(draft);
    return to;
  });
}

describe('letting volunteers pick', () => {
  test('whoever has fewest begins, and the order turns round at each end', () => {
    expect(turns(ANA_BO_CHIDI, 7)).toEqual(['Bo', 'Chidi', 'Ana', 'Ana', 'Chidi', 'Bo', 'Bo']);
  });

  test('of two who have as many the first in the list begins', () => {
    expect(turns([picker('Ana'), picker('Bo')], 3)).toEqual(['Ana', 'Bo', 'Bo']);
  });

  test('without limits and passes nobody is ever two picks ahead', () => {
    fc.assert(
      fc.property(somePickers, fc.nat(30), (pickers, n) => {
        let draft = startDraft(pickers.map((one) => ({ ...one, room: null })));
        for (let i = 0; i < n; i++) draft = pickAny(draft);
        const each = Object.values(counts(draft));
        expect(Math.max(...each) - Math.min(...each)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('nobody gets more than they have room for, and turns end where nobody has any', () => {
    fc.assert(
      fc.property(somePickers, someSteps, (pickers, steps) => {
        const draft = steps.reduce<Draft>(step, startDraft(pickers));
        const each = counts(draft);
        for (const { name, room } of pickers) if (room !== null) expect(each[name]).toBeLessThanOrEqual(room);
        const isFull = pickers.every(({ name, room }) => room !== null && each[name] === room);
        expect(turnOf(draft) === null).toBe(isFull);
      }),
      { numRuns: 500 },
    );
  });

  test('every pick and every pass can be taken back, as if it had never been', () => {
    fc.assert(
      fc.property(somePickers, someSteps, (pickers, steps) => {
        const draft = steps.reduce<Draft>(step, startDraft(pickers));
        if (turnOf(draft) === null) return;
        expect(takeBack(pickAny(draft))).toEqual(draft);
        expect(takeBack(pass(draft))).toEqual(draft);
      }),
      { numRuns: 500 },
    );
  });

  test('taken back as often as there are turns, nothing is left but the beginning', () => {
    fc.assert(
      fc.property(somePickers, someSteps, (pickers, steps) => {
        let draft = steps.reduce<Draft>(step, startDraft(pickers));
        for (let i = draft.turns.length; i > 0; i--) draft = takeBack(draft);
        expect(draft).toEqual(startDraft(pickers));
      }),
      { numRuns: 500 },
    );
  });

  test('a contact is picked once', () => {
    const once = pick(startDraft(ANA_BO_CHIDI), 'c-x', 'Amity');
    expect(pick(once, 'c-x', 'Amity')).toBe(once);
    expect(picksOf(once)).toEqual([{ contact: 'c-x', to: 'Bo' }]);
  });

  test('a pass is a turn without a contact', () => {
    const passed = pass(startDraft(ANA_BO_CHIDI));
    expect(turnOf(passed)).toBe('Chidi');
    expect(picksOf(passed)).toEqual([]);
  });

  test('whose pick went to somebody else meanwhile has another turn at once, and the order goes on as it was', () => {
    let draft = pick(startDraft(ANA_BO_CHIDI), 'c-x', 'Amity');
    draft = pick(draft, 'c-y', 'Cedar');
    expect(turnOf(draft)).toBe('Ana');
    draft = losePicks(draft, ['c-x', 'c-unknown']);
    expect(picksOf(draft)).toEqual([{ contact: 'c-y', to: 'Chidi' }]);
    expect(turnOf(draft)).toBe('Bo');
    expect(losePicks(draft, ['c-x'])).toBe(draft);
    expect(turnOf(pickAny(draft))).toBe('Ana');
    expect(turnOf(pass(draft))).toBe('Ana');
  });

  test('where nobody may have more, nothing can be picked', () => {
    const full = startDraft([picker('Ana', 5, 0)]);
    expect(turnOf(full)).toBeNull();
    expect(pickAny(full)).toBe(full);
    expect(turnOf(startDraft([]))).toBeNull();
  });
});
