// How much longer one piece of work takes than another, on a machine that is busy with other things as well.

export interface Ratio {
  /** Median over the samples of work ÷ base. */
  readonly ratio: number;
  /** Medians, in milliseconds. */
  readonly work: number;
  readonly base: number;
}

const SAMPLES = 9;
/**
 * Both run in turns, so that whatever slows the machine down slows both. `warmUp`: runs of both before the first sample,
 * while which the engine compiles what runs often.
 */
export function measureRatio(work: () => unknown, base: () => unknown, warmUp = 6): Ratio {
  for (let run = 0; run < warmUp; run++) {
    base();
    work();
  }
  const pairs = Array.from({ length: SAMPLES }, () => {
    const before = timed(base);
    const middle = timed(work);
    // The base on both sides of the work: a load that comes or goes meanwhile shows in one of the two.
    return { work: middle, base: (before + timed(base)) / 2 };
  });
  return {
    ratio: median(pairs.map((pair) => pair.work / pair.base)),
    work: median(pairs.map((pair) => pair.work)),
    base: median(pairs.map((pair) => pair.base)),
  };
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
