// Figures with their noun, for sentences that people read.

/** "1 cell", "12 cells"; the plural is the noun with an s. */
export function countOf(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
