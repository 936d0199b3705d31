// Which row holds the headings: after title rows, licence text, instructions and blank rows, before the data.
import { cellText, isBlank, isDateCell, type Cell, type Grid } from '../values/cell';
import { readPhones } from '../values/phone';
import { cleanText, foldName } from '../values/text';
import { looksLikeDate } from '../values/typedDate';
import { looksLikeWebAddress } from '../values/webAddress';
import { headerWords, readHeader } from './headerText';

export interface HeaderPlace {
  /** 1-based; 0 where no row looks like headings. */
  readonly headerRow: number;
  /** 1-based row where data begin: behind a second row of headings and blank rows. headerRow + 1 where there are none. */
  readonly firstRow: number;
  /** Last row with anything in it; headerRow where nothing follows. */
  readonly lastRow: number;
  /** 1-based column of the last cell that holds anything in the tab; 0 for a blank tab. */
  readonly width: number;
  /** 1-based row whose headings span several columns, above the header row; 0 where there is none. */
  readonly groupRow: number;
}

/** Rows from the top that may hold the headings. */
const DEPTH = 30;

/** A lower row must be better by more than this. */
const NEARLY = 0.12;

interface Candidate {
  readonly row: number;
  readonly filled: number;
  readonly score: number;
}

export function findHeader(rows: Grid): HeaderPlace {
  const { lastRow, width } = extent(rows);
  if (lastRow === 0) return { headerRow: 0, firstRow: 1, lastRow: 0, width: 0, groupRow: 0 };
  const depth = Math.min(lastRow, DEPTH);
  const filled = rows
    .slice(0, depth + 20)
    .map((row) => row.reduce<number>((n, c) => n + (isBlank(c) ? 0 : 1), 0));
  const widest = Math.max(...filled);
  let best: Candidate | null = null;
  for (let r = 0; r < depth; r++) {
    const count = filled[r] ?? 0;
    if (count === 0 || (count === 1 && widest > 1)) continue;
    const below = Math.max(0, ...filled.slice(r + 1, r + 12));
    // Of rows nearly as good the upper one, so that names for machines below do not win.
    const toBeat: number = best === null ? -Infinity : best.score + NEARLY;
    const score = scoreRow(rows, r, { filled: count, below: Math.max(below, count, 1), toBeat });
    if (score > toBeat) best = { row: r, filled: count, score };
  }
  if (best === null || best.score < 0.45) return { headerRow: 0, firstRow: 1, lastRow, width, groupRow: 0 };
  const headerRow = best.row + 1;
  const second = isSecondHeader(rows[best.row] ?? [], rows[headerRow] ?? []) ? 1 : 0;
  let first = headerRow + second;
  while (first < lastRow && (rows[first] ?? []).every(isBlank)) first++;
  return {
    headerRow,
    firstRow: first < lastRow ? first + 1 : headerRow + second + 1,
    lastRow,
    width,
    groupRow: groupAbove(rows, best.row, best.filled),
  };
}

/** Last row and last column that hold anything, 1-based; 0 for a blank grid. */
function extent(rows: Grid): { lastRow: number; width: number } {
  let lastRow = rows.length;
  while (lastRow > 0 && (rows[lastRow - 1] ?? []).every(isBlank)) lastRow--;
  let width = 0;
  for (let r = 0; r < lastRow; r++) {
    const row = rows[r] ?? [];
    for (let c = row.length; c > width; c--) {
      const cell = row[c - 1] ?? '';
      if (cell !== '' && !isBlank(cell)) {
        width = c;
        break;
      }
    }
  }
  return { lastRow, width };
}

/** True for text that is a value and no heading. */
function isValue(cell: Cell): boolean {
  if (isDateCell(cell) || typeof cell !== 'string') return true;
  const text = cleanText(cell);
  if (text.length > 200) return true;
  if (/[^\s@]+@[^\s@]+\.\w/.test(text)) return true;
  if (!/[\d/]/.test(text)) return !/\p{L}/u.test(text) && text !== '#';
  if (/^[-+]?[\d.,%$€£\s]+$/.test(text) || /^(?:https?:|www\.)/i.test(text)) return true;
  return (
    (text.length <= 40 && looksLikeDate(text)) ||
    looksLikeWebAddress(text) ||
    readPhones(text).numbers.length > 0
  );
}

/** A heading gives at most this: 1 for being a text, 1 for being a known one. */
const MOST_A_HEADING = 2;

interface RowTask {
  /** Cells that hold something. */
  readonly filled: number;
  /** The most of any row near below, at least `filled`. */
  readonly below: number;
  /** A row that cannot come above this is not read to its end; it gets -Infinity. */
  readonly toBeat: number;
}

/** About 0 to 2: how far the row's cells are headings of what stands below. */
function scoreRow(rows: Grid, r: number, { filled, below, toBeat }: RowTask): number {
  const row = rows[r] ?? [];
  // A row of headings reaches as far as the data do; a row that names groups of columns does not.
  const reach = Math.min(1, 0.35 + (0.65 * filled) / below) / filled;
  const values = row.map((cell) => !isBlank(cell) && isValue(cell));
  const valued = values.filter((is) => is).length;
  let sum = -2 * valued;
  if ((sum + MOST_A_HEADING * (filled - valued)) * reach <= toBeat) return -Infinity;
  const repeated = repeats(rows, r);
  const seen = new Set<string>();
  for (let c = 0; c < row.length; c++) {
    const cell = row[c] ?? '';
    if (isBlank(cell) || values[c] === true) continue;
    const text = cellText(cell);
    const folded = foldName(text);
    const { scores } = readHeader(text);
    const known = Math.max(0, ...Object.values(scores));
    sum += text.length > 90 ? 0.2 : text.length > 45 ? 0.6 : 1;
    if (known >= 0.45) sum += known;
    if (seen.has(folded)) sum -= 1;
    if (repeated.has(c)) sum -= 1.5;
    seen.add(folded);
  }
  return sum * reach;
}

/** 0-based columns where the text of this row stands again in the rows below: that is how data behave. */
function repeats(rows: Grid, r: number): Set<number> {
  const row = rows[r] ?? [];
  const found = new Set<number>();
  for (let c = 0; c < row.length; c++) {
    const cell = row[c] ?? '';
    if (typeof cell !== 'string' || isBlank(cell)) continue;
    for (let b = r + 1; b < Math.min(rows.length, r + 25); b++) {
      if (rows[b]?.[c] === cell && !sameRow(row, rows[b] ?? [])) {
        found.add(c);
        break;
      }
    }
  }
  return found;
}

const sameRow = (a: readonly Cell[], b: readonly Cell[]) =>
  a.every((cell, i) => isBlank(cell) || b[i] === cell);

/** True where `below` repeats the headings for machines ("NPSP__CONTACT1_TITLE__C"), or in another language. */
function isSecondHeader(header: readonly Cell[], below: readonly Cell[]): boolean {
  let both = 0;
  let related = 0;
  for (let c = 0; c < header.length; c++) {
    const upper = header[c] ?? '';
    const lower = below[c] ?? '';
    if (isBlank(upper) || isBlank(lower)) continue;
    if (isValue(lower)) return false;
    both++;
    const words = headerWords(cellText(upper));
    const under = headerWords(cellText(lower));
    const glued = under.join('');
    const share = words.filter((w) => under.includes(w) || (w.length > 3 && glued.includes(w))).length;
    if (share > 0 && share >= words.length / 2) related++;
    else if (meaning(cellText(upper)) !== null && meaning(cellText(upper)) === meaning(cellText(lower)))
      related++;
  }
  return both >= 2 && related / both >= 0.6;
}

function meaning(text: string): string | null {
  const scores = Object.entries(readHeader(text).scores).sort((a, b) => b[1] - a[1]);
  const [first] = scores;
  return first !== undefined && first[1] >= 0.8 ? first[0] : null;
}

/** A row right above the headings that names groups of columns: two or more texts, fewer than the headings. 0: none. */
function groupAbove(rows: Grid, headerAt: number, filled: number): number {
  const above = headerAt > 0 ? (rows[headerAt - 1] ?? []) : [];
  const texts = above.filter((c) => !isBlank(c));
  if (texts.length < 2 || texts.length >= filled || texts.some((c) => isValue(c) || cellText(c).length > 40))
    return 0;
  return headerAt;
}

/** The heading that spans each column, by 0-based column, carried to the right until the next one; '' where none. */
export function groupHeadings(rows: Grid, groupRow: number, width: number): string[] {
  const row = groupRow > 0 ? (rows[groupRow - 1] ?? []) : [];
  let current = '';
  return Array.from({ length: width }, (_, c) => {
    const cell = row[c] ?? '';
    if (!isBlank(cell)) current = cellText(cell);
    return current;
  });
}
