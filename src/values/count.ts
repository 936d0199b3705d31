// Figures with their noun, for sentences that people read.

/** "31,400" */
export const figure = (n: number): string => String(n).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** "1 cell", "12 cells"; the plural is the noun with an s. */
export function countOf(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** "Built 2 tabs, gave 9 contacts an owner and …": what was done, as one sentence without its full stop; '' for nothing. */
export function sentenceOf(parts: readonly string[]): string {
  const last = parts[parts.length - 1] ?? '';
  const text = parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${last}` : last;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
