// "Could use help": who carries far more open contacts than the others. Quiet on ordinary differences.

/** Fewer more than this is no reason, however little the others have. */
const LEAST_MORE = 6;

export interface Carried {
  /** Open contacts that they are responsible for. */
  readonly open: number;
  /** Who is away is no measure for others. */
  readonly away: boolean;
}

/**
 * For each person, in order: how many the others have (the middle one of them), where that is far less: not even half,
 * with two to spare, and at least six less. null for all who carry about as much as others, and for who is alone.
 */
export function wouldHelp(people: readonly Carried[]): (number | null)[] {
  const there = people.filter(({ away }) => !away).map(({ open }) => open);
  there.sort((a, b) => a - b);
  return people.map(({ open, away }) => {
    const others = away ? there : without(there, open);
    const middle = middleOf(others);
    return middle !== null && open - middle >= Math.max(LEAST_MORE, middle + 2) ? middle : null;
  });
}

function without(sorted: readonly number[], one: number): number[] {
  const at = sorted.indexOf(one);
  return sorted.filter((_, index) => index !== at);
}

/** Of an even number the mean of the middle two; null of none. */
function middleOf(sorted: readonly number[]): number | null {
  const above = sorted[Math.floor(sorted.length / 2)];
  const below = sorted[Math.ceil(sorted.length / 2) - 1];
  return above === undefined || below === undefined ? null : (above + below) / 2;
}

/** "12 open, others have about 4" */
export function helpInWords(open: number, others: number): string {
  return `${open} open, others have ${others === 0 ? 'none' : `about ${Math.round(others)}`}`;
}
