// Copies that people make of the add-on's own tabs: under another name only their headings tell what they are.
import { cellText, type Grid } from '../values/cell';

/** Headings that stand side by side in no table of a group: of a shortlist, of the log, of a plan, of the categories for another town, of unions. */
const TOGETHER = [
  ['Who takes it', 'Best way to reach them'],
  ['Entry id', 'Message key'],
  ['Task id', 'Plan record'],
  ['Ask the room', 'How to reach them'],
  ['Members in common', 'Statements link'],
] as const;

/** Rows from the top in which the headings are looked for. */
const HEADING_ROWS = 30;

/** True for a tab with headings of ours, whatever it is called. */
export function isCopyOfOurs({ rows }: { readonly rows: Grid }): boolean {
  return rows.slice(0, HEADING_ROWS).some((cells) => {
    const headings = new Set(cells.map((cell) => cellText(cell).trim()));
    return TOGETHER.some((pair) => pair.every((heading) => headings.has(heading)));
  });
}
