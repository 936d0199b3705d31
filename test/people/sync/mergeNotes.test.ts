// Notes joined line by line: the answers of test/fixtures/sync/notes.json, and what holds for all notes.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { asCompared, lineMarks, linesOf } from '../../../src/people/sync/marks';
import { mergeNotes } from '../../../src/people/sync/mergeNotes';
import { MOST_CHARACTERS } from '../../../src/values/writtenText';

interface NotesCase {
  readonly name: string;
  readonly last: string | null;
  readonly contacts: string;
  readonly tab: string;
  readonly expected: string;
  readonly alt?: readonly string[];
  readonly why: string;
}

const cases = JSON.parse(readFileSync('test/fixtures/sync/notes.json', 'utf8')) as NotesCase[];

const marksOrLost = (last: string | null) => (last === null ? null : lineMarks(last));

function joined(last: string | null, contacts: string, tab: string): string {
  const made = mergeNotes(marksOrLost(last), contacts, tab);
  if (made === null) throw new Error('longer than a cell');
  return made;
}

/** As the answers are compared: without blanks and invisible characters at the ends of lines. */
const seen = (text: string) => linesOf(text).map(asCompared).join('\n');

describe('the answers that were written before', () => {
  test.each(cases.map((c) => [`${c.name}: ${c.why}`, c] as const))('%s', (_, given) => {
    const made = joined(given.last, given.contacts, given.tab);
    expect([given.expected, ...(given.alt ?? [])].map(seen)).toContain(seen(made));
    expect(joined(made, made, made)).toBe(made);
    expect(joined(null, made, made)).toBe(made);
    expect(seen(joined(given.last, made, given.tab))).toBe(seen(made));
    expect(seen(joined(given.last, given.contacts, made))).toBe(seen(made));
  });
});

// Few words, so that lines meet again, move and stand twice; empty lines and stray blanks among them.
const line = fc.constantFrom(
  'a',
  'b',
  'c',
  'd',
  'e',
  'A',
  '',
  ' ',
  'a ',
  '\u200bb',
  'no answer',
  'no answer',
);
const notes = fc
  .tuple(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'))
  .map(([lines, lineBreak]) => lines.join(lineBreak));
const anyLast = fc.option(notes);

/** What a person does to notes in a moment: lines put in, taken out, edited, moved. */
const edit = fc.record({
  at: fc.nat(20),
  what: fc.constantFrom('put in', 'take out', 'edit', 'move to the top'),
  text: line,
});

function edited(text: string, edits: readonly { at: number; what: string; text: string }[]): string {
  const lines = [...linesOf(text)];
  for (const { at, what, text: words } of edits) {
    const place = at % (lines.length + 1);
    if (what === 'put in') lines.splice(place, 0, words);
    else if (what === 'take out') lines.splice(place, 1);
    else if (what === 'edit') lines.splice(place, 1, words);
    else lines.unshift(...lines.splice(place, 1));
  }
  return lines.join('\n');
}

const threeWays = fc.oneof(
  fc.tuple(anyLast, notes, notes),
  fc
    .tuple(notes, fc.array(edit, { maxLength: 4 }), fc.array(edit, { maxLength: 4 }))
    .map(([last, a, b]) => [last, edited(last, a), edited(last, b)] as const),
);

const filled = (text: string) =>
  linesOf(text)
    .map(asCompared)
    .filter((words) => words !== '');

function counts(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const words of filled(text)) found.set(words, (found.get(words) ?? 0) + 1);
  return found;
}

const of = (text: string | null, words: string) => counts(text ?? '').get(words) ?? 0;
const MANY = { numRuns: 2000 };

describe('all notes', () => {
  test('joining again with the result on both sides gives the result, whether the last lines are known or lost', () => {
    fc.assert(
      fc.property(threeWays, ([last, contacts, tab]) => {
        const made = joined(last, contacts, tab);
        expect(joined(made, made, made)).toBe(made);
        expect(joined(null, made, made)).toBe(made);
        expect(joined(last, made, made)).toBe(made);
      }),
      MANY,
    );
  });

  test('a run killed between its two writes and run again gives the same', () => {
    fc.assert(
      fc.property(threeWays, ([last, contacts, tab]) => {
        const made = joined(last, contacts, tab);
        expect(seen(joined(last, made, tab))).toBe(seen(made));
        expect(seen(joined(last, contacts, made))).toBe(seen(made));
      }),
      { numRuns: 5000 },
    );
  });

  test('no line that either side added is lost, none is made up', () => {
    fc.assert(
      fc.property(threeWays, ([last, contacts, tab]) => {
        const made = joined(last, contacts, tab);
        for (const words of new Set([...filled(contacts), ...filled(tab)])) {
          const most = Math.max(of(contacts, words), of(tab, words));
          if (most > of(last, words)) expect(of(made, words)).toBe(most);
          expect(of(made, words)).toBeLessThanOrEqual(most);
        }
        for (const words of filled(made)) expect(of(contacts, words) + of(tab, words)).toBeGreaterThan(0);
      }),
      MANY,
    );
  });

  test('a line goes only where the last lines have it and one side has it less often', () => {
    fc.assert(
      fc.property(threeWays, ([last, contacts, tab]) => {
        const made = joined(last, contacts, tab);
        for (const words of new Set([...filled(contacts), ...filled(tab)])) {
          const fewest = Math.min(of(contacts, words), of(tab, words));
          expect(of(made, words)).toBeGreaterThanOrEqual(fewest);
          if (last === null) expect(of(made, words)).toBe(Math.max(of(contacts, words), of(tab, words)));
        }
      }),
      MANY,
    );
  });

  test('what only one side changed is the text of that side, lines moved and empty lines included', () => {
    fc.assert(
      fc.property(notes, notes, (before, after) => {
        expect(seen(joined(before, before, after))).toBe(seen(after));
        expect(seen(joined(before, after, before))).toBe(seen(after));
      }),
    );
  });

  test('the sides change places: the same lines, as often', () => {
    fc.assert(
      fc.property(threeWays, ([last, contacts, tab]) => {
        const sorted = (text: string) => filled(text).sort();
        expect(sorted(joined(last, tab, contacts))).toEqual(sorted(joined(last, contacts, tab)));
      }),
      MANY,
    );
  });
});

// Lines that each stand once, as dated notes do, where neither side moves one: here places can be told apart.
const plainEdits = (who: string) =>
  fc
    .array(fc.record({ at: fc.nat(20), what: fc.constantFrom('put in', 'take out', 'edit') }), {
      maxLength: 5,
    })
    .map((edits) => edits.map((one, index) => ({ ...one, text: `${who} ${index}` })));
const plain = fc.tuple(fc.nat(7), plainEdits('lead'), plainEdits('volunteer')).map(([length, a, b]) => {
  const last = Array.from({ length }, (_, n) => `old ${n}`).join('\n');
  return { last, contacts: edited(last, a), tab: edited(last, b) };
});
const isWithin = (some: readonly string[], all: readonly string[]) => {
  const left = [...some];
  for (const words of all) if (words === left[0]) left.shift();
  return left.length === 0;
};

describe('notes in which no line stands twice', () => {
  test('each side finds all that is left of its lines in its own order', () => {
    fc.assert(
      fc.property(plain, ({ last, contacts, tab }) => {
        const made = filled(joined(last, contacts, tab));
        for (const side of [contacts, tab]) {
          const left = filled(side).filter((words) => made.includes(words));
          expect(isWithin(left, made)).toBe(true);
        }
      }),
      MANY,
    );
  });

  test('the sides change places: the same lines between the old ones that both left alone', () => {
    const places = (text: string) => {
      const found: string[][] = [[]];
      for (const words of filled(text)) {
        if (words.startsWith('old ')) found.push([words], []);
        else found[found.length - 1]?.push(words);
      }
      return found.map((place) => place.sort());
    };
    fc.assert(
      fc.property(plain, ({ last, contacts, tab }) => {
        expect(places(joined(last, tab, contacts))).toEqual(places(joined(last, contacts, tab)));
      }),
      MANY,
    );
  });

  test('an edited line stands where the old one stood, beside what the other side added there', () => {
    expect(joined('one\ntwo\nthree', 'one\nnew\ntwo\nthree', 'ONE\nTWO\nthree')).toBe('ONE\nnew\nTWO\nthree');
    expect(joined('one\ntwo\nthree', 'ONE\nTWO\nthree', 'one\nnew\ntwo\nthree')).toBe('ONE\nTWO\nnew\nthree');
  });

  test('a line added among lines that the other side rewrote stays among them', () => {
    expect(joined('one\ntwo\nthree', 'ONE\nTWO\nTHREE', 'one\nnew\ntwo\nthree')).toBe('ONE\nTWO\nnew\nTHREE');
  });

  test('where the sides order their lines differently contacts decides, unless only the tab moved any', () => {
    expect(joined('one\ntwo', 'two\none', 'one\ntwo\nnew')).toBe('two\none\nnew');
    expect(joined('one\ntwo', 'one\ntwo', 'two\none')).toBe('two\none');
  });

  test('an empty line goes where only one side took it out, and stays where the last lines are lost', () => {
    expect(joined('one\n\ntwo', 'one\ntwo', 'one\n\ntwo\nnew')).toBe('one\ntwo\nnew');
    expect(joined('one\n\ntwo', 'one\n\ntwo\nnew', 'one\ntwo')).toBe('one\ntwo\nnew');
    expect(joined(null, 'one\ntwo', 'one\n\ntwo\nnew')).toBe('one\n\ntwo\nnew');
    expect(joined(null, 'one\n\ntwo\nnew', 'one\ntwo')).toBe('one\n\ntwo\nnew');
  });

  test('a paragraph keeps the empty line above it', () => {
    expect(joined('one', 'one\n\nlead', 'one\n\nvolunteer')).toBe('one\n\nlead\n\nvolunteer');
  });
});

describe('long notes', () => {
  test('what is longer than a cell holds is left to a person', () => {
    const half = 'x'.repeat(MOST_CHARACTERS / 2);
    expect(mergeNotes(null, half, `${half}y`)).toBeNull();
    expect(mergeNotes(null, half, half.slice(2))).toHaveLength(MOST_CHARACTERS - 1);
    expect(mergeNotes([], '', half)).toBe(half);
  });

  test('cells full of short lines are joined in time that grows with their length', () => {
    const lines = (of: (n: number) => string) => Array.from({ length: 24_000 }, (_, n) => of(n)).join('\n');
    const shapes: [string, string, string][] = [
      [lines(() => 'x'), lines((n) => (n % 3 === 0 ? 'y' : 'x')), lines((n) => (n % 2 === 0 ? 'x' : 'z'))],
      [lines((n) => `${n}`), lines((n) => `${n + 1}`), lines((n) => `${24_000 - n}`)],
      ['', lines((n) => `${n}`), lines((n) => `${(n * 7919) % 24_000}`)],
      [lines((n) => `${n}`), lines((n) => `a${n}`), lines((n) => `b${n}`)],
    ];
    const start = performance.now();
    for (const [last, contacts, tab] of shapes) {
      mergeNotes(lineMarks(last), contacts, tab);
    }
    // A fifth of this on a slow machine; to compare all lines with all takes far longer.
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
