// Which lines of two texts are the same line: the pairs never cross.

/**
 * For each line of `b` the 0-based index of its partner in `a`, or -1; partners rise. Of lines that say the same the
 * first goes with the first, the second with the second. Time grows with n log n.
 */
export function alignLines(a: readonly string[], b: readonly string[]): readonly number[] {
  const partner = b.map(() => -1);
  let start = 0;
  let [endA, endB] = [a.length, b.length];
  for (; start < endA && start < endB && a[start] === b[start]; start++) partner[start] = start;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) partner[--endB] = --endA;

  const places = new Map<string, number[]>();
  for (let i = endA - 1; i >= start; i--) {
    const line = a[i] ?? '';
    const found = places.get(line);
    if (found === undefined) places.set(line, [i]);
    else found.push(i);
  }
  const candidates: Pair[] = [];
  for (let j = start; j < endB; j++) {
    const i = places.get(b[j] ?? '')?.pop();
    if (i !== undefined) candidates.push({ inA: i, inB: j, before: null });
  }
  for (let pair = longestRise(candidates); pair !== null; pair = pair.before) partner[pair.inB] = pair.inA;
  return partner;
}

interface Pair {
  readonly inA: number;
  readonly inB: number;
  before: Pair | null;
}

/** The last pair of the longest run in which `inA` rises (patience sorting); `before` leads back to its first. */
function longestRise(pairs: readonly Pair[]): Pair | null {
  const ends: Pair[] = [];
  for (const pair of pairs) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle]?.inA ?? 0) < pair.inA) low = middle + 1;
      else high = middle;
    }
    pair.before = ends[low - 1] ?? null;
    ends[low] = pair;
  }
  return ends[ends.length - 1] ?? null;
}
