// How much longer one piece of work takes than another, on a machine that is busy with other things as well.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export interface Ratio {
  /** Median over the samples of work ÷ base. */
  readonly ratio: number;
  /** Medians, in milliseconds. */
  readonly work: number;
  readonly base: number;
}

const SAMPLES = 9;
/** Runs of both before the first sample, while which the engine compiles what runs often. */
const WARM_UP = 6;

/** Both run in turns, so that whatever slows the machine down slows both; each sample is work between two bases. */
export function measureRatio(work: () => unknown, base: () => unknown): Ratio {
  for (let run = 0; run < WARM_UP; run++) {
    base();
    work();
  }
  // The base of one sample's end is that of the next one's beginning.
  let before = timed(base);
  const samples = Array.from({ length: SAMPLES }, () => {
    const middle = timed(work);
    const after = timed(base);
    const mean = (before + after) / 2;
    before = after;
    return { work: middle, base: mean };
  });
  return {
    ratio: median(samples.map((sample) => sample.work / sample.base)),
    work: median(samples.map((sample) => sample.work)),
    base: median(samples.map((sample) => sample.base)),
  };
}

/** Turns of `leastTime`, and how far the fastest three of each may lie apart to end it before the last one. */
const LEAST_TURNS = 5;
const MOST_TURNS = 12;
const ALIKE = 1.03;

/**
 * The least processor time of each, in turns, in milliseconds: for work so long that something else always comes
 * between. Time in which the machine did other things is not in it, nor the clearing up of what an earlier turn left
 * behind. It goes on until the fastest of each are confirmed, whatever they say about each other.
 */
export function leastTime(work: () => unknown, base: () => unknown): Pick<Ratio, 'work' | 'base'> {
  const times: { readonly work: number[]; readonly base: number[] } = { work: [], base: [] };
  while (times.work.length < MOST_TURNS && !(isConfirmed(times.work) && isConfirmed(times.base))) {
    times.base.push(processorTime(base));
    times.work.push(processorTime(work));
  }
  return { work: Math.min(...times.work), base: Math.min(...times.base) };
}

function isConfirmed(times: readonly number[]): boolean {
  const [first = NaN, , third = NaN] = [...times].sort((a, b) => a - b);
  return times.length >= LEAST_TURNS && third <= first * ALIKE;
}

// The engine hands out its clearing up only where it is asked to; done by itself, it falls into any turn.
setFlagsFromString('--expose-gc');
const clearUp = runInNewContext('gc') as () => void;

function processorTime(work: () => unknown): number {
  clearUp();
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Median time in milliseconds of `samples` runs after one that is not counted. */
export function medianTime(work: () => unknown, samples: number): number {
  work();
  return median(Array.from({ length: samples }, () => timed(work)));
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** The middle value; the upper of two. NaN of none. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}
