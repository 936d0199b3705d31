// From the lines of a list to its entries: lines broken in the middle of a name joined, several names in a line parted.
import { organizationScore } from './evidence';
import { withoutMarks, type Line, type Marked } from './lines';
import { HEADING, isFurniture, isMore, notName } from './notName';
import { areList, areNames, besideAnd, commaParts, withoutAnd } from './parts';
import type { LeftOutWhy } from './signer';

export interface Entry extends Marked {
  /** 1-based line on which it begins. */
  readonly line: number;
  /** As pasted. */
  readonly source: string;
  /** null where it may name somebody. */
  readonly why: LeftOutWhy | null;
}

type Piece = { -readonly [key in keyof Line]: Line[key] };

/** The entries of a list in the order of the text, those that name nobody among them. */
export function readEntries(lines: readonly Line[], calm: (text: string) => string): Entry[] {
  const by = [';', '|'].find(
    (sign) => lines.filter(({ text }) => text.includes(sign)).length * 2 >= lines.length,
  );
  const pieces = (by === undefined ? joinBroken(lines) : splitAll(lines, by)).flatMap(withoutLeadIn);
  const marked = pieces.map((piece) => ({
    ...withoutMarks(piece.text),
    line: piece.line,
    source: piece.text,
  }));
  const notes = marked.map(({ note }) => note).join('');
  const small = marked.filter(({ text }) => /^\p{Ll}/u.test(text)).length * 2 > marked.length;
  const entries = marked.map((one): Entry => {
    const text = calm(by === undefined ? one.text : withoutAnd(one.text));
    // “* Endorsed by vote” below names that bear the mark.
    const [mark = ''] = /^(?:\[\w+\]|[*†‡§¹²³⁴-⁹]+)\s?/.exec(one.source) ?? [];
    const isNote =
      mark !== '' && notes.includes(mark.trim()) && (/\s/.test(mark) || organizationScore(text) < 2);
    return { ...one, text, why: isNote ? 'other' : notName(text, small) };
  });
  return partNames(entries, by === undefined);
}

/** “Endorsed by: SEIU Local 503” without what leads in; a long row between semicolons in its pieces. */
function withoutLeadIn({ line, text }: Line): Line[] {
  const [lead = ''] = /^[^:;]{3,60}: +(?=\S)/.exec(text) ?? [];
  const parts = HEADING.test(lead) ? [lead.trim(), text.slice(lead.length)] : [text];
  return parts
    .flatMap((part) => (part.split(';').length > 2 ? part.split(';') : [part]))
    .filter((part) => part.trim() !== '')
    .map((part) => ({ line, text: part.trim() }));
}

/** Names between separators; where no line had room for the next word, a name goes on in the next line. */
function splitAll(lines: readonly Line[], by: string): Piece[] {
  const rows = lines.filter(({ text }) => text.includes(by) || !isFurniture(text)).map(({ text }) => text);
  const width = Math.max(...rows.map((row) => row.length));
  const broken =
    rows.length > 3 &&
    width < 130 &&
    rows.slice(1).every((row, i) => `${rows[i] ?? ''} ${row.split(' ')[0] ?? ''}`.length > width - 4);
  const pieces: Piece[] = [];
  let open: Piece | null = null;
  for (const { line, text } of lines) {
    const isRow = rows.includes(text);
    for (const [i, part] of text.split(by).entries()) {
      if (i === 0 && isRow && open !== null) open.text += ` ${part.trim()}`;
      else pieces.push((open = { line, text: part.trim() }));
    }
    if (!broken || !isRow || text.endsWith(by)) open = null;
  }
  return pieces;
}

const GOES_ON = /(?:\b(?:of|and|for|the|to|OF|AND|FOR|THE)|&)$/;

/** A line without a number below one that has one goes on with it, two lines at most; another one where it was cut. */
function joinBroken(lines: readonly Line[]): Piece[] {
  const marked = lines.map((one) => ({ ...withoutMarks(one.text), line: one.line, raw: one.text }));
  const numbers = marked.map(({ number }) => number).filter((number) => number > 0);
  const isNumbered =
    numbers.length > 2 &&
    numbers.filter((number, i) => number === (numbers[i - 1] ?? 0) + 1).length > numbers.length * 0.8;
  const pieces: Piece[] = [];
  let above: Piece | null = null;
  let room = 0;
  for (const { line, raw, text, number } of marked) {
    const cut = above !== null && GOES_ON.test(above.text);
    const apart = number === 0 && !cut ? text.split(/; */) : [];
    if (isFurniture(text)) {
      pieces.push({ line, text: raw });
      above = null;
    } else if (areNames(apart)) {
      for (const name of apart) pieces.push({ line, text: name });
      above = null;
    } else if (above !== null && number === 0 && (cut || (isNumbered && room-- > 0))) above.text += ` ${raw}`;
    else {
      pieces.push((above = { line, text: raw }));
      room = number > 0 ? 2 : 0;
    }
  }
  return pieces;
}

/** Names in a row between commas, where the text has such rows, and two names beside one “and”. */
function partNames(entries: readonly Entry[], commas: boolean): Entry[] {
  const rows = entries.map(({ text, why }) => (why === null && commas ? commaParts(text) : []));
  const several = rows.filter((parts) => parts.length > 1);
  const lists = several.filter(areNames);
  const isList = lists.length * 2 > several.length && (lists.length > 1 || lists.flat().length > 2);
  return entries.flatMap((entry, i): Entry[] => {
    if (entry.why !== null) return [entry];
    const parts = rows[i] ?? [];
    const isOne = areList(parts) || (isList && (areNames(parts) || parts.length > 2));
    const names = isOne ? parts : [entry.text];
    const apart = names.flatMap((name) =>
      /[,([:/]| - /.test(name) || isMore(name) ? [name] : besideAnd(withoutAnd(name)),
    );
    if (apart.length < 2) return [entry];
    return apart.map((text) => ({ ...entry, text, source: text, why: isMore(text) ? 'other' : null }));
  });
}
