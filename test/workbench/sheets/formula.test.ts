// References in formulas follow what happens to rows, columns and tabs.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  followLines,
  isWellFormed,
  mapRefs,
  pieces,
  refText,
  renameInFormula,
  shiftFormula,
} from '../../../workbench/host/sheets/formula';
import { makeFollower, makeRowShifter } from '../../../workbench/host/sheets/fill';
import { toCanonical, toLocal } from '../../../workbench/host/sheets/formulaLocale';
import { localeOf } from '../../../workbench/host/sheets/locale';

const cell = fc
  .tuple(fc.boolean(), fc.integer({ min: 1, max: 30 }), fc.boolean(), fc.integer({ min: 1, max: 60 }))
  .map(([fixedColumn, column, fixedRow, row]) => ({ fixedColumn, column, fixedRow, row }));
const tabs = fc.constantFrom(null, 'Settings', "Ann's list", '→ Ann');
const single = fc.record({ tab: tabs, from: cell, to: fc.constant(null) });
const formulas = fc
  .array(single, { minLength: 1, maxLength: 4 })
  .map((refs) => `=CONCATENATE("A1, ""B2""", ${refs.map(refText).join(', ')})`);

describe('a formula taken to pieces', () => {
  test('is the same text when put together again', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const whole = pieces(text).map((piece) => (typeof piece === 'string' ? piece : null));
        fc.pre(!whole.includes(null));
        expect(whole.join('')).toBe(text);
      }),
    );
    fc.assert(
      fc.property(formulas, (formula) => {
        expect(mapRefs(formula, (ref) => ({ ...ref }))).toBe(formula);
      }),
    );
  });

  test('tells references from names, texts and functions', () => {
    const refs = (formula: string) => pieces(formula).filter((piece) => typeof piece !== 'string').length;
    expect(refs('=LOG10(5)')).toBe(0);
    expect(refs('="A1"&B2')).toBe(1);
    expect(refs("='A 1'!B2+Tab1!$C$3")).toBe(2);
    expect(refs('=SUM(A:A)+SUM(2:5)+SUM(A2:C)')).toBe(3);
    expect(refs('=A1B2+MY_A1')).toBe(0);
  });
});

describe('filled columns', () => {
  const ranges = fc.constantFrom(
    'A7:C7',
    'A7:A9',
    '$A$1:$B$300',
    "'Ann''s list'!A7",
    'B$2',
    'A:A',
    'A5:A',
    'D6',
  );
  const filled = fc
    .tuple(formulas, fc.array(ranges, { maxLength: 3 }))
    .map(([formula, more]) => `${formula.slice(0, -1)}${more.map((text) => `, ${text}`).join('')})`);
  const row = fc.integer({ min: 1, max: 40 });

  test('shifting row by row is the same as shifting each formula alone', () => {
    fc.assert(
      fc.property(filled, fc.array(fc.tuple(row, row), { minLength: 1, maxLength: 6 }), (formula, moves) => {
        const shift = makeRowShifter();
        for (const [from, to] of moves) {
          const there = shiftFormula(formula, from - 7, 0);
          expect(shift(there, from, to)).toBe(shiftFormula(there, to - from, 0));
        }
      }),
    );
  });

  test('following moved lines column-wise is the same as following them in each formula alone', () => {
    const hits = fc.constantFrom<((tab: string | null) => boolean)[]>(
      () => true,
      (tab) => tab === null,
      (tab) => tab !== null,
    );
    const at = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(
        filled,
        hits,
        fc.constantFrom('row', 'column'),
        at,
        fc.boolean(),
        (formula, hit, axis, line, gone) => {
          const move = (n: number) => (n < line ? n : gone ? (n < line + 2 ? null : n - 2) : n + 2);
          const follow = makeFollower(axis, hit, move);
          for (let to = 5; to < 12; to++) {
            const there = shiftFormula(formula, to - 7, 0);
            expect(follow(there, to)).toBe(followLines(there, axis, hit, move));
          }
        },
      ),
    );
  });
});

describe('moving', () => {
  test('inserting and deleting the same rows leaves every formula as it was', () => {
    fc.assert(
      fc.property(
        formulas,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 5 }),
        (formula, at, count) => {
          const grown = followLines(
            formula,
            'row',
            () => true,
            (row) => (row >= at ? row + count : row),
          );
          const back = followLines(
            grown,
            'row',
            () => true,
            (row) => (row < at ? row : row < at + count ? null : row - count),
          );
          expect(back).toBe(formula);
        },
      ),
    );
  });

  test('a copy down and up again is the same formula', () => {
    fc.assert(
      fc.property(formulas, fc.nat(9), fc.nat(9), (formula, rows, columns) => {
        expect(shiftFormula(shiftFormula(formula, rows, columns), -rows, -columns)).toBe(formula);
      }),
    );
  });

  test('what is deleted shows as #REF!, a range keeps what is left', () => {
    const gone = (row: number) => (row < 3 ? row : row < 5 ? null : row - 2);
    expect(followLines('=A3+A7', 'row', () => true, gone)).toBe('=#REF!+A5');
    expect(followLines('=SUM(A1:A4)', 'row', () => true, gone)).toBe('=SUM(A1:A2)');
    expect(followLines('=SUM(A3:A4)', 'row', () => true, gone)).toBe('=SUM(#REF!)');
    expect(followLines('=SUM(A:A)', 'row', () => true, gone)).toBe('=SUM(A:A)');
    expect(followLines('=Other!A3', 'row', (tab) => tab === null, gone)).toBe('=Other!A3');
  });

  test('dollar signs stay put, a reference off the sheet is #REF!', () => {
    expect(shiftFormula('=$A$1+$A1+A$1+A1', 1, 1)).toBe('=$A$1+$A2+B$1+B2');
    expect(shiftFormula('=A1', -1, 0)).toBe('=#REF!');
  });

  test('a renamed tab keeps its formulas', () => {
    expect(renameInFormula('=\'Old one\'!A1&"Old one!A1"', 'old one', "Ann's")).toBe(
      "='Ann''s'!A1&\"Old one!A1\"",
    );
  });
});

describe('separators', () => {
  test('a formula survives the way through a German sheet', () => {
    const german = localeOf('de_DE');
    fc.assert(
      fc.property(formulas, fc.integer({ min: 0, max: 999 }), (formula, n) => {
        const stored = `${formula.slice(0, -1)},${n / 10})`;
        expect(toCanonical(toLocal(stored, german), german)).toBe(stored);
      }),
    );
  });

  test('a semicolon is understood in an American sheet, a comma between arguments is not in a German one', () => {
    expect(toCanonical('=IF(A1;"x;y";2)', localeOf('en_US'))).toBe('=IF(A1,"x;y",2)');
    expect(isWellFormed(toCanonical('=IF(A1="x","y","z")', localeOf('de_DE')))).toBe(false);
  });

  test('what cannot be read is known', () => {
    for (const bad of ['=+1 503 555 0100', '=IF(', '=1+', '=)', '=a b', '="x" "y"'])
      expect([bad, isWellFormed(bad)]).toEqual([bad, false]);
    for (const good of ['=-A1', '=IF(A1>=1,,2)', '=TODAY()', '=SUM(A:A)%', "='Ann''s'!A1&\"\"", '={1,2;3,4}'])
      expect([good, isWellFormed(good)]).toEqual([good, true]);
  });
});
