// Notes that a volunteer's tab shares with the contacts tab, joined line by line: what either side wrote stays.
import { MOST_CHARACTERS } from '../../values/writtenText';
import { alignLines } from './alignLines';
import { BLANK_MARK, lineMarks, linesOf } from './marks';

/** A line with something on it. Empty lines belong to the line below them. */
interface Line {
  readonly mark: string;
  /** null for a line that both last had in common: nothing but its mark is known. */
  readonly text: string | null;
  /** Empty lines above it. */
  readonly blanks: number;
}

/**
 * The notes for both sides, line breaks as "\n". `last` has the marks of the lines that both last had in common, null
 * where they are lost: then no line of either side goes. A line goes where one side took it out or edited it and the
 * other has not got more of it. Where both wrote at one place contacts stands first. Joining again with the result on
 * one side or both gives the result. null where the result is longer than a cell holds: somebody must choose.
 * A side whose `lineMarks` are those of the result need not be written.
 */
export function mergeNotes(last: readonly string[] | null, contacts: string, tab: string): string | null {
  const text = writeLines(join(last, contacts, tab));
  return text.length <= MOST_CHARACTERS ? text : null;
}

function join(last: readonly string[] | null, contacts: string, tab: string): readonly Line[] {
  const [contactMarks, tabMarks] = [lineMarks(contacts), lineMarks(tab)];
  const ours = readLines(contactMarks, linesOf(contacts));
  if (sameMarks(contactMarks, tabMarks)) return ours;
  const theirs = readLines(tabMarks, linesOf(tab));
  if (last !== null && sameMarks(last, contactMarks)) return theirs;

  const before = readLines(last ?? [], []);
  const three: Sides = { before: byMark(before), ours: byMark(ours), theirs: byMark(theirs) };
  const wanted = howOften(three);
  const [oursKept, theirsKept] = [firstOf(ours, wanted), firstOf(theirs, wanted)];
  const hasAll = [...wanted].every(([mark, n]) => times(three.theirs, mark) >= n);
  if (hasAll && isWithin(oursKept, theirsKept)) return withBlanks(theirsKept, three);
  const more = new Map([...wanted].map(([mark, n]) => [mark, n - times(three.ours, mark)]));
  const [ourSide, theirSide] = [withOldLines(before, ours), withOldLines(before, theirs)];
  return withBlanks(insert(ourSide, theirSide, new Set(oursKept), more), three);
}

const sameMarks = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((mark, index) => mark === b[index]);

function readLines(marks: readonly string[], texts: readonly string[]): readonly Line[] {
  const lines: Line[] = [];
  let blanks = 0;
  marks.forEach((mark, index) => {
    if (mark === BLANK_MARK) blanks++;
    else {
      lines.push({ mark, text: texts[index] ?? null, blanks });
      blanks = 0;
    }
  });
  return lines;
}

function writeLines(lines: readonly Line[]): string {
  return lines.map(({ text, blanks }) => '\n'.repeat(blanks) + (text ?? '')).join('\n');
}

/** Lines by what they say, in their order: the first one that says it, the second … */
type ByMark = ReadonlyMap<string, readonly Line[]>;

interface Sides {
  readonly before: ByMark;
  readonly ours: ByMark;
  readonly theirs: ByMark;
}

function byMark(lines: readonly Line[]): ByMark {
  const found = new Map<string, Line[]>();
  for (const line of lines) {
    const alike = found.get(line.mark);
    if (alike === undefined) found.set(line.mark, [line]);
    else alike.push(line);
  }
  return found;
}

const times = (lines: ByMark, mark: string) => lines.get(mark)?.length ?? 0;

/**
 * How often each line of the two sides stands in the result. Taking one side's number for the result and asking again
 * must give the same number: a run may be killed between its two writes.
 */
function howOften({ before, ours, theirs }: Sides): ReadonlyMap<string, number> {
  const wanted = new Map<string, number>();
  for (const mark of [...ours.keys(), ...theirs.keys()]) {
    const two = [times(ours, mark), times(theirs, mark)];
    const most = Math.max(...two);
    wanted.set(mark, most > times(before, mark) ? most : Math.min(...two));
  }
  return wanted;
}

/** The lines of one side that stay, the first ones where it has a line more often than wanted. */
function firstOf(lines: readonly Line[], wanted: ReadonlyMap<string, number>): readonly Line[] {
  const left = new Map(wanted);
  return lines.filter(({ mark }) => take(left, mark));
}

function take(left: Map<string, number>, mark: string): boolean {
  const n = left.get(mark) ?? 0;
  if (n > 0) left.set(mark, n - 1);
  return n > 0;
}

/** True where `all` has the lines of `some` in the same order, with others between them or not. */
function isWithin(some: readonly Line[], all: readonly Line[]): boolean {
  let found = 0;
  for (const { mark } of all) if (mark === some[found]?.mark) found++;
  return found === some.length;
}

const align = (a: readonly Line[], b: readonly Line[]) =>
  alignLines(
    a.map(({ mark }) => mark),
    b.map(({ mark }) => mark),
  );

/** The lines of `ours` that are kept, in their order, and between them `more` of `theirs`, where they stand there. */
function insert(
  ours: readonly Line[],
  theirs: readonly Line[],
  kept: ReadonlySet<Line>,
  more: Map<string, number>,
): readonly Line[] {
  const partners = align(ours, theirs);
  const made: Line[] = [];
  let waiting: Line[] = [];
  let at = 0;
  const goOn = (upTo: number) => {
    for (const line of ours.slice(at, upTo)) if (kept.has(line)) made.push(line);
    for (const line of waiting) made.push(line);
    waiting = [];
    at = upTo;
  };
  theirs.forEach((line, index) => {
    const place = partners[index] ?? -1;
    const partner = ours[place];
    if (partner !== undefined) {
      goOn(place);
      goOn(place + 1);
    }
    // A partner without a text is an old line that our side took out, and theirs stands there alone.
    const isAlone = line.text !== null && (partner?.text ?? null) === null;
    if (isAlone && take(more, line.mark)) waiting.push(line);
  });
  goOn(ours.length);
  return made;
}

/**
 * One side with the old lines that it took out put back, each behind what was written in its place: they show where
 * that belongs. They have no text and never come into the result.
 */
function withOldLines(before: readonly Line[], side: readonly Line[]): readonly Line[] {
  const partners = align(side, before);
  const made: Line[] = [];
  let gone: Line[] = [];
  let at = 0;
  const goOn = (upTo: number) => {
    gone.forEach((old, index) => {
      if (index === gone.length - 1) copy(upTo);
      else copy(Math.min(at + 1, upTo));
      made.push(old);
    });
    gone = [];
    copy(upTo);
  };
  const copy = (upTo: number) => {
    for (const line of side.slice(at, upTo)) made.push(line);
    at = upTo;
  };
  before.forEach((old, index) => {
    const place = partners[index] ?? -1;
    if (place < 0) gone.push(old);
    else {
      goOn(place);
      copy(place + 1);
    }
  });
  goOn(side.length);
  return made;
}

/** The empty lines above each line: as on the side that changed them, the more where both did. */
function withBlanks(lines: readonly Line[], { before, ours, theirs }: Sides): readonly Line[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const nth = seen.get(line.mark) ?? 0;
    seen.set(line.mark, nth + 1);
    const [was, a, b] = [before, ours, theirs].map((side) => side.get(line.mark)?.[nth]?.blanks);
    if (a === undefined || b === undefined) return { ...line, blanks: a ?? b ?? 0 };
    return { ...line, blanks: was === a ? b : was === b ? a : Math.max(a, b) };
  });
}
