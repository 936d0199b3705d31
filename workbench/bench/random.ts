// The same numbers in every run: what is measured today can be compared with what was measured yesterday.

export interface Random {
  /** A whole number from 0 to below `end`. */
  below(end: number): number;
  /** One of the items. */
  of<T>(items: readonly T[]): T;
}

/** A linear congruential generator with the constants of Numerical Recipes. */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  const below = (end: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
  return {
    below,
    of: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('There is nothing to choose from.');
      return item;
    },
  };
}
