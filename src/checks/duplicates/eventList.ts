// Logs of visits, cases or votes: there an organization is named again and again, and that is no mistake.
import { cellText, isDateCell, type Cell } from '../../values/cell';
import { foldName, isPlaceholder } from '../../values/text';

/** From three rows on a name stands there again and again, not once too often. */
const AGAIN_AND_AGAIN = 3;
/** In a list of contacts up to three names stand there twice by mistake, and one of them more often. */
const FEW_TWICE = 3;
const FEW_OFTEN = 1;
/** Up to one row in twenty that names an organization again, telling of each is quiet enough. */
const QUIET_SHARE = 1 / 20;
/** Share of the rows of such names that a column must tell from each other. */
const NEARLY_ALL = 0.9;

/**
 * How names recur, by the rows of each name. mostly: that alone says that the list is a log; often: it is one where a
 * column tells the rows of a name apart; seldom: a list of contacts with some of them twice.
 */
export function recurrence(groups: Iterable<readonly number[]>): 'mostly' | 'often' | 'seldom' {
  let filled = 0;
  let repeated = 0;
  let different = 0;
  let again = 0;
  let often = 0;
  for (const { length } of groups) {
    different++;
    filled += length;
    if (length > 1) {
      again++;
      repeated += length;
    }
    if (length >= AGAIN_AND_AGAIN) often++;
  }
  if (filled < 6 || often === 0) return 'seldom';
  if (different < filled * 0.6 || repeated > filled * 0.5) return 'mostly';
  const isMany = again > FEW_TWICE && often > FEW_OFTEN;
  return isMany && filled - different > filled * QUIET_SHARE ? 'often' : 'seldom';
}

/**
 * True where the cells of one column (`cellAt` by row) tell the rows of one name from each other nearly everywhere: a
 * day, a name, a text. Figures do not count, since a running number tells the rows of any list apart.
 */
export function tellsApart(groups: readonly (readonly number[])[], cellAt: (row: number) => Cell): boolean {
  let rows = 0;
  let different = 0;
  for (const group of groups) {
    if (group.length < 2) continue;
    rows += group.length;
    different += new Set(group.map((row) => textOf(cellAt(row))).filter((text) => text !== '')).size;
  }
  return rows > 0 && different >= rows * NEARLY_ALL;
}

function textOf(cell: Cell): string {
  if (isDateCell(cell)) return cellText(cell);
  return typeof cell !== 'string' || isPlaceholder(cell) ? '' : foldName(cell);
}
