// How much longer one piece of work takes than another, on a machine that is busy with other things as well.

export interface Ratio {
  /** Median over the samples of work ÷ base. */
  readonly ratio: number;
  /** Medians, in milliseconds. */
  readonly work: number;
  readonly base: number;
}

export interface Sampling {
  readonly samples: number;
  /** Runs of both before the first sample, while which the engine compiles what runs often. */
  readonly warmUp: number;
}

const USUAL: Sampling = { samples: 9, warmUp: 6 };

/** Both run in turns, so that whatever slows the machine down slows both; each sample is work between two bases. */
export function measureRatio(work: () => unknown, base: () => unknown, sampling: Sampling = USUAL): Ratio {
  for (let run = 0; run < sampling.warmUp; run++) {
    base();
    work();
  }
  // The base of one sample's end is that of the next one's beginning.
  let before = timed(base);
  const samples = Array.from({ length: sampling.samples }, () => {
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
