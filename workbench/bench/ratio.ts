// How much longer one piece of work takes than another, on a machine that is busy with other things as well.

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

/**
 * The fastest of `runs` of each, in turns, in milliseconds: for work so long that something else always comes between.
 */
export function fastest(
  work: () => unknown,
  base: () => unknown,
  runs: number,
): Pick<Ratio, 'work' | 'base'> {
  const times = Array.from({ length: runs }, () => ({ base: timed(base), work: timed(work) }));
  return { work: Math.min(...times.map((t) => t.work)), base: Math.min(...times.map((t) => t.base)) };
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
