// The next ask: right-sized after what they answered, never one that is open or was refused not long ago.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { proposeAsk } from '../../src/asks/propose';
import { askKinds } from '../../src/texts/askKinds';
import { ASK_ANSWERS, type Ask } from '../../src/touches/asks/ask';
import { addDays, day, daysBetween } from '../../src/values/day';
import { askOf, group, settingsOf, TODAY } from './samples';

const SETTINGS = settingsOf({ ownAsks: ['Host a house meeting'] });
const next = (
  asks: readonly Ask[],
  cells: Parameters<typeof group>[3] = {},
  lastDeed: string | null = null,
) =>
  proposeAsk({
    contact: group('a1', 'Amity', 5, cells),
    asks,
    settings: SETTINGS,
    today: TODAY,
    lastDeed: lastDeed === null ? null : day(lastDeed),
  });
const said = (kind: string, answer: Ask['answer'], when = '2026-11-05') =>
  askOf({ kind, answer, askedOn: day('2026-11-01'), answeredOn: answer === 'open' ? null : day(when) });

describe('the next ask', () => {
  test('is the endorsement where nothing was asked', () => {
    expect(next([])).toEqual({
      kind: 'endorsement',
      reason: 'Nothing was asked yet. Bring the resolution along.',
    });
  });

  test('is none while one is open: first that is waited for, then followed up', () => {
    const fresh = askOf({ askedOn: day('2026-11-10') });
    expect(next([fresh])).toEqual({ kind: null, reason: '“endorsement” is still open, asked on Nov 10.' });
    expect(next([askOf()]).reason).toBe(
      'First follow up on “endorsement”, asked on Nov 3: no answer for 9 days.',
    );
    expect(next([{ ...fresh, waitUntil: day('2026-11-20') }]).reason).toBe(
      'They decide on Nov 20 about “endorsement”.',
    );
    expect(next([askOf({ answer: 'later', waitUntil: day('2026-12-01') })]).reason).toBe(
      'They asked for time until Dec 1 about “endorsement”.',
    );
    expect(next([askOf({ answer: 'later' })])).toMatchObject({ kind: null });
    expect(next([{ ...fresh, waitUntil: day('2026-11-11') }]).reason).toMatch(/^First follow up/);
  });

  test('after a yes is one step more, the endorsement at most, and after that help to win others', () => {
    expect(next([said('advice or introductions', 'yes')]).kind).toBe('attend our meeting');
    expect(next([said('attend our meeting', 'yes')]).kind).toBe('let us present');
    const both = [said('attend our meeting', 'yes'), said('let us present', 'yes', '2026-11-06')];
    expect(next(both).kind).toBe('endorsement');
    expect(next([said('endorsement', 'yes')]).kind).toBe('join a meeting with a legislator');
    expect(next([], { status: 'Endorsed' }).kind).toBe('join a meeting with a legislator');
    expect(next([], { endorsement: 'yes' }).kind).toBe('join a meeting with a legislator');
  });

  test('stays below a meeting with a legislator until they answered to the endorsement', () => {
    const present = said('let us present', 'yes', '2026-11-08');
    expect(next([said('endorsement', 'maybe', '2026-11-02'), present]).kind).toBe('endorsement');
    expect(next([said('endorsement', 'no', '2026-11-02'), present]).kind).toBe('suggest a clause');
  });

  test('was not refused within half a year', () => {
    const after = (when: string) => [
      said('endorsement', 'yes', '2026-03-01'),
      said('join a meeting with a legislator', 'no', when),
      said('attend our meeting', 'yes', '2026-11-08'),
    ];
    expect(next(after('2026-11-05')).kind).toBe('advice or introductions');
    expect(next(after('2026-05-17')).kind).toBe('advice or introductions');
    expect(next(after('2026-05-16')).kind).toBe('join a meeting with a legislator');
  });

  test('after a no is less, after a maybe answers their questions', () => {
    expect(next([said('endorsement', 'no')]).kind).toBe('let us present');
    expect(next([said('let us present', 'no')]).kind).toBe('attend our meeting');
    expect(next([said('endorsement', 'maybe')]).kind).toBe('let us present');
    expect(next([said('let us present', 'maybe')]).kind).toBe('attend our meeting');
    expect(next([said('advice or introductions', 'no')])).toMatchObject({ kind: null });
  });

  test('after two times no is something for them first', () => {
    const twice = [said('endorsement', 'no', '2026-11-04'), said('let us present', 'no', '2026-11-08')];
    expect(next(twice)).toEqual({
      kind: null,
      reason: 'They said no twice in a row. Do something for them first.',
    });
    expect(next(twice, {}, '2026-11-10').kind).toBe('attend our meeting');
    expect(next(twice, {}, '2026-11-01').kind).toBeNull();
    const between = [twice[0]!, said('clause', 'yes', '2026-11-06'), twice[1]!];
    expect(next(between).kind).not.toBeNull();
  });

  test('is none for who left, declined or must not be contacted', () => {
    for (const cells of [{ status: 'Bowed out' }, { status: 'Declined' }, { doNotContact: 'yes' }]) {
      const found = next([], cells);
      expect(found.kind).toBeNull();
      expect(found.reason).toMatch(/nothing is asked\.$/);
    }
  });

  test('is never open, agreed to already, or refused within half a year, and always has a reason', () => {
    const kinds = askKinds(SETTINGS.ownAsks).map(({ name }) => name);
    const anyAsk = fc
      .record({
        kind: fc.constantFrom(...kinds),
        answer: fc.constantFrom(...ASK_ANSWERS),
        asked: fc.integer({ min: 0, max: 400 }),
        took: fc.integer({ min: 0, max: 40 }),
      })
      .map(({ kind, answer, asked, took }) => {
        const askedOn = addDays(TODAY, -asked);
        const answered = answer === 'open' ? null : addDays(TODAY, -Math.max(0, asked - took));
        return askOf({ kind, answer, askedOn, answeredOn: answered });
      });
    const asks = fc
      .array(anyAsk, { maxLength: 6 })
      .map((list) => list.sort((a, b) => (a.askedOn! < b.askedOn! ? -1 : 1)));
    fc.assert(
      fc.property(asks, fc.constantFrom('', 'Endorsed', 'Contacted', 'Bowed out'), (list, status) => {
        const { kind, reason } = next(list, { status });
        expect(reason).toMatch(/^[A-Z“].*[.]$/);
        if (kind === null) return;
        expect(kinds).toContain(kind);
        for (const ask of list.filter((one) => one.kind === kind)) {
          expect(['open', 'later', 'yes']).not.toContain(ask.answer);
          if (ask.answer === 'no') expect(daysBetween(ask.answeredOn!, TODAY)).toBeGreaterThanOrEqual(180);
        }
        const endorsed =
          status === 'Endorsed' || list.some((a) => a.kind === 'endorsement' && a.answer === 'yes');
        if (!endorsed) expect(kind).not.toBe('join a meeting with a legislator');
      }),
    );
  });
});
