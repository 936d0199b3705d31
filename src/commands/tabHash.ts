// Stands for what an assignment tab holds, to tell whether somebody wrote there since it was made.
import { NEXT_STEP } from '../reading/fields';
import { cellText, type Cell, type Grid } from '../values/cell';
import { RECORD_HEADING } from '../people/assignmentTab';
import { shortHash } from '../workbook/identity';

/** Columns of an assignment tab that change by themselves. */
const isLive = (heading: Cell): boolean =>
  heading === NEXT_STEP || cellText(heading).startsWith(RECORD_HEADING);

/**
 * Stands for what people may have written in an assignment tab, to tell whether anybody did since. Blank ends of rows
 * and of the tab do not count.
 */
export function tabHash(rows: Grid): string {
  const live = new Set((rows[0] ?? []).map((cell, column) => (isLive(cell) ? column : -1)));
  const lines = rows.map((row) =>
    JSON.stringify(withoutBlankEnd(row.map((cell, c) => (live.has(c) ? '' : cellText(cell))))),
  );
  return shortHash(withoutBlankEnd(lines.map((line) => (line === '[]' ? '' : line))).join('\n'));
}

function withoutBlankEnd(texts: readonly string[]): readonly string[] {
  let end = texts.length;
  while (end > 0 && texts[end - 1] === '') end--;
  return texts.slice(0, end);
}
