// A shared cell, three ways: the answers of test/fixtures/sync/cells.json, and what holds for every text.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { markOf } from '../../../src/people/sync/marks';
import { mergeCell } from '../../../src/people/sync/mergeCell';

interface CellCase {
  readonly name: string;
  readonly field: string;
  readonly last: string | null;
  readonly contacts: string;
  readonly tab: string;
  readonly expected: { readonly contacts: string; readonly tab: string; readonly outcome: string };
  readonly why: string;
}

const cases = JSON.parse(readFileSync('test/fixtures/sync/cells.json', 'utf8')) as CellCase[];
const WORKED_OUT = ['Next step', 'Last touch'];

function settle({ field, last, contacts, tab }: CellCase) {
  const lastMark = WORKED_OUT.includes(field) ? markOf(tab) : last === null ? null : markOf(last);
  const outcome = mergeCell(lastMark, contacts, tab);
  return {
    contacts: outcome === 'to contacts' ? tab : contacts,
    tab: outcome === 'to tab' ? contacts : tab,
    outcome,
  };
}

describe('the answers that were written before', () => {
  test.each(cases.map((c) => [`${c.name}: ${c.why}`, c] as const))('%s', (_, given) => {
    expect(settle(given)).toEqual(given.expected);
  });
});

const text = fc.oneof(fc.constantFrom('', 'Contacted', 'contacted', 'Declined', 'Declined '), fc.string());
const last = fc.option(text.map(markOf));

describe('every shared cell', () => {
  test('a text that only one side changed goes to the other, and then there is nothing to do', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changed = markOf(before) !== markOf(after);
        expect(mergeCell(markOf(before), before, after)).toBe(changed ? 'to contacts' : 'nothing');
        expect(mergeCell(markOf(before), after, before)).toBe(changed ? 'to tab' : 'nothing');
        expect(mergeCell(markOf(before), after, after)).toBe('nothing');
      }),
    );
  });

  test('no text that differs from the last one is ever written over', () => {
    fc.assert(
      fc.property(last, text, text, (mark, contacts, tab) => {
        const outcome = mergeCell(mark, contacts, tab);
        if (outcome === 'to contacts') expect(markOf(contacts)).toBe(mark);
        if (outcome === 'to tab') expect(markOf(tab)).toBe(mark);
      }),
    );
  });

  test('the two sides change places: so does the answer', () => {
    const turned = {
      nothing: 'nothing',
      conflict: 'conflict',
      'to contacts': 'to tab',
      'to tab': 'to contacts',
    };
    fc.assert(
      fc.property(last, text, text, (mark, a, b) => {
        expect(mergeCell(mark, b, a)).toBe(turned[mergeCell(mark, a, b)]);
      }),
    );
  });

  test('a lost last text never decides between two texts', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(mergeCell(null, a, b)).toBe(markOf(a) === markOf(b) ? 'nothing' : 'conflict');
      }),
    );
  });
});
