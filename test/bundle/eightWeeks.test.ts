// A campaign of eight weeks, played through the doors of the built add-on: after each step every total must be what the
// independent books of test/fixtures/eightWeeks say.
import { writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { cellsOf } from './campaign';
import { campaign, CONTACTS, expected, openFile, steps, type Totals } from './eightWeeks/campaign';
import { makePlayer } from './eightWeeks/player';
import { totalsOf } from './eightWeeks/totals';

/** A file that gets what is wrong as it is found; none without it. */
const REPORT = process.env['EIGHT_WEEKS'] ?? '';

const ordered = (value: unknown): unknown =>
  Array.isArray(value)
    ? value
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, one]) => [key, ordered(one)]),
        )
      : value;
const same = (a: unknown, b: unknown): boolean => JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
const byName = (value: unknown): unknown => (Array.isArray(value) ? [...(value as string[])].sort() : value);

const { header } = campaign;

describe('eight weeks of a campaign', () => {
  test('give the totals of the independent books after each step', async () => {
    const host = await openFile();
    const play = makePlayer(host);
    let now: Totals = {};
    const wrong: string[] = [];
    for (const step of steps) {
      play(step);
      now = { ...now, ...expected[step.id] };
      const isWeekEnd = step.do === 'weekEnd';
      const totals = totalsOf(host, isWeekEnd);
      for (const [key, value] of Object.entries(now)) {
        if (key.startsWith('check') && !isWeekEnd) continue;
        const [is, must] = key === 'proof' ? [totals[key], value] : [byName(totals[key]), byName(value)];
        if (!same(is, must))
          wrong.push(`${step.id} ${key}: ${JSON.stringify(is)}, not ${JSON.stringify(must)}`);
      }
      if (REPORT !== '') writeFileSync(REPORT, wrong.join('\n'));
    }
    expect(wrong).toEqual([]);
    // The group's own columns stand as they stood, with two of ours behind them at most.
    const headings = (cellsOf(host, CONTACTS)[0] ?? []).map(String).filter((heading) => heading !== '');
    expect(headings.slice(0, header.length)).toEqual(header);
    expect(headings.length - header.length).toBeLessThanOrEqual(2);
  }, 900_000);
});
