// Formulas in an open spreadsheet: what the add-on's formulas need, and that results follow every change.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { makeEngine, type Computed } from '../../../workbench/host/sheets/engine';
import { makeOtherCalculator } from '../../../workbench/host/sheets/ironcalc';
import { open, TAB } from './open';

describe('results', () => {
  const data = [
    ['name', 'last', 'n', 'blank'],
    ['SEIU 49', '11/2/2026', '3', ''],
    ['Nurses', 'soon', '5', ''],
    ['', '11/18/2026', '', ''],
  ];
  test.each([
    ['=IF(B2>0,"yes","no")', 'yes'],
    ['=IFS(A4<>"","a",TRUE,"b")', 'b'],
    ['=AND(ISNUMBER(B2),NOT(ISNUMBER(B3)))', 'TRUE'],
    ['=OR(ISBLANK(D2),ISTEXT(B2))', 'TRUE'],
    ['=ISERROR(1/0)', 'TRUE'],
    ['=IFERROR(1/0,"none")', 'none'],
    ['=TODAY()-B2', '18'],
    ['=INT(2.7)&MAX(C2:C3)', '25'],
    ['=LEN(TRIM("  a b "))', '3'],
    ['=LOWER(LEFT(A2,2))&RIGHT(A2,2)&MID(A2,2,2)', 'se49EI'],
    ['=SEARCH("eiu",A2)&FIND("U",A2)', '24'],
    ['=SUBSTITUTE(A2," ","-")', 'SEIU-49'],
    ['=VLOOKUP("Nurses",A2:C4,3,FALSE)', '5'],
    ['=MATCH("Nurses",A2:A4,0)', '2'],
    ['=INDEX(A2:C4,1,3)', '3'],
    ['=COUNTIF(C2:C,">3")', '1'],
    ['=COUNTIFS(A2:A4,"*",C2:C4,3)', '1'],
    ['=SUMPRODUCT((A2:A4<>"")*(C2:C4>2))', '2'],
    ['=SUMPRODUCT((TRIM(A2:A4)=TRIM(" nurses "))*1)', '1'],
    ['=SUMPRODUCT(MAX((LOWER(A2:A4)="nurses")*ROW(A2:A4)))', '3'],
    ['=SUMPRODUCT((TRIM(A2:A4)="")*(ROW(A2:A4)<>ROW(A2)))', '1'],
    ['=SUMPRODUCT(ISNUMBER(A2:C4)*1)', '4'],
    ['=SUMPRODUCT(ISNUMBER(FIND("|"&LOWER(TRIM(A2:A4))&"|","|nurses|none|"))*1)', '1'],
    ['=SUMPRODUCT(IFERROR((A2:A4<>"")/(C2:C4>2),5))', '7'],
    ['=DATE(2026,5,1)', '5/1/2026'],
    ['=N("x")&T("x")', '0x'],
    ['=CONCATENATE(A2,"/",C2)', 'SEIU 49/3'],
    ['=B2', '11/2/2026'],
    ['=B2+7', '11/9/2026'],
    ['=MAX(B2,B4)', '11/18/2026'],
    ['=D2', ''],
    ['=NOPE(1)', '#NAME?'],
    ['=1/0', '#DIV/0!'],
    ['=NA()', '#N/A'],
    ['=Nowhere!A1', '#REF!'],
    ['=IF(', '#ERROR!'],
    ['=+1 503 555 0100', '#ERROR!'],
  ])('%s shows %s', (formula, shown) => {
    const sheet = open();
    sheet.type(data);
    sheet.type([[formula]], 10, 6);
    expect(sheet.shows('F10')).toBe(shown);
  });

  test('follow an edit of what they read, also through another formula and another tab', () => {
    const sheet = open();
    sheet.model.addTab("Ann's list");
    sheet.type([['2', '=A1*2', '=B1+1', "='Ann''s list'!A1"]]);
    expect(sheet.shows('C1')).toBe('5');
    expect(sheet.shows('D1')).toBe('');
    sheet.model.typeInto(TAB, 1, 1, '10');
    sheet.model.typeInto("Ann's list", 1, 1, 'there');
    expect([sheet.shows('C1'), sheet.shows('D1')]).toEqual(['21', 'there']);
    sheet.model.renameTab("Ann's list", 'Bo');
    expect(sheet.model.formulaBar(TAB, 1, 4)).toBe('=Bo!A1');
    expect(sheet.shows('D1')).toBe('there');
    sheet.model.deleteTab('Bo');
    expect(sheet.shows('D1')).toBe('#REF!');
  });

  test('a formula typed before its tab exists heals when the tab comes', () => {
    const sheet = open();
    sheet.type([['=Settings!B2&""']]);
    expect(sheet.shows('A1')).toBe('#REF!');
    sheet.model.addTab('Settings');
    sheet.model.typeInto('Settings', 2, 2, '7');
    expect(sheet.shows('A1')).toBe('7');
  });

  test('TODAY is the day on the wall clock of the spreadsheet', () => {
    const sheet = open();
    sheet.type([['=TODAY()', '=TODAY()-A2'], ['11/1/2026']]);
    expect([sheet.shows('A1'), sheet.shows('B1')]).toEqual(['11/20/2026', '19']);
    sheet.setNow(Date.UTC(2026, 10, 21, 4, 59));
    expect(sheet.shows('A1')).toBe('11/20/2026');
    sheet.setNow(Date.UTC(2026, 10, 21, 5, 1));
    expect([sheet.shows('A1'), sheet.shows('B1')]).toEqual(['11/21/2026', '20']);
  });

  test('NOW follows the clock where nothing else changes, also behind a formula that was looked at before', () => {
    const sheet = open();
    sheet.type([['=TODAY()', '=C1*24*60', '=NOW()', '=LEN("abc")']]);
    const minutes = () => Number(sheet.model.value(TAB, 1, 2));
    expect(sheet.shows('A1')).toBe('11/20/2026');
    const first = minutes();
    sheet.setNow(Date.UTC(2026, 10, 20, 15, 7));
    expect(sheet.shows('D1')).toBe('3');
    expect(minutes() - first).toBeCloseTo(7, 5);
    sheet.setNow(Date.UTC(2026, 10, 20, 15, 9));
    expect(minutes() - first).toBeCloseTo(9, 5);
  });

  test('a list that several formulas look at follows its cells, and counts for each by its own cell', () => {
    const sheet = open();
    const counted = (row: number) => `=SUMPRODUCT((LOWER(TRIM($A$1:$A$4))=LOWER(TRIM(B${row})))*1)`;
    sheet.type([['a', 'A'], ['b', ' b'], ['a '], ['', 'c']]);
    sheet.type([[counted(1)], [counted(2)], [counted(3)], [counted(4)]], 1, 3);
    const shown = () => ['C1', 'C2', 'C3', 'C4'].map(sheet.shows);
    expect(shown()).toEqual(['2', '1', '1', '0']);
    sheet.type([['C']], 1, 1);
    expect(shown()).toEqual(['1', '1', '1', '1']);
    sheet.model.addTab('Other');
    for (const [row, column, text] of [
      [1, 1, 'q'],
      [2, 1, 'Q '],
      [1, 2, 'q'],
      [1, 3, counted(1)],
    ] as const)
      sheet.model.typeInto('Other', row, column, text);
    expect(sheet.model.display('Other', 1, 3)).toBe('2');
    const rows = '=SUMPRODUCT(($A$1:$A$4<>"")*(ROW($A$1:$A$4)<>ROW()))';
    sheet.type([[rows], [rows], [rows], [rows]], 1, 4);
    expect(['D1', 'D2', 'D3', 'D4'].map(sheet.shows)).toEqual(['2', '2', '2', '3']);
  });

  test('a German sheet reads and shows its own separators', () => {
    const sheet = open('de_DE');
    sheet.type([['1,5', '=IF(A1>1,4;A1*2;"nein")', '=IF(A1>1,"ja","nein")']]);
    expect([sheet.shows('B1'), sheet.model.formulaBar(TAB, 1, 2)]).toEqual(['3', '=IF(A1>1,4;A1*2;"nein")']);
    expect(sheet.shows('C1')).toBe('#ERROR!');
  });

  test('a number in a formula keeps all its figures', () => {
    const sheet = open();
    sheet.type([['=1/3', '=A1*3', '=46340.123456']]);
    expect(sheet.model.value(TAB, 1, 1)).toBeCloseTo(1 / 3, 14);
    expect(sheet.model.value(TAB, 1, 2)).toBe(1);
    expect(sheet.model.value(TAB, 1, 3)).toBe(46340.123456);
  });
});

describe('the two calculators', () => {
  const cells = fc.constantFrom('A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'D1', '$A$2', 'L9');
  const literal = fc.constantFrom('0', '1', '2.5', '""', '"a"', '"SEIU 49"', 'TRUE', '46000');
  const { formula } = fc.letrec<{ formula: string }>((tie) => {
    const inner = tie('formula');
    return {
      formula: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        cells,
        literal,
        fc
          .tuple(fc.constantFrom('=', '<>', '<', '>=', '&'), inner, inner)
          .map(([o, a, b]) => `(${a}${o}${b})`),
        fc.tuple(fc.constantFrom('+', '-', '*'), cells, cells).map(([o, a, b]) => `(N(${a})${o}N(${b}))`),
        fc.tuple(inner, inner).map(([a, b]) => `IF(ISNUMBER(${a}),${a},${b})`),
        fc.tuple(inner, inner).map(([a, b]) => `IFERROR(${a},${b})`),
        inner.map((a) => `NOT(ISBLANK(${a}))`),
        inner.map((a) => `LEN(TRIM(LOWER(${a})))`),
        fc.tuple(inner, inner).map(([a, b]) => `ISNUMBER(SEARCH("a"&${a},"xa"&${b}))`),
        fc.tuple(inner, inner).map(([a, b]) => `SUBSTITUTE(${a}&"",${b}&"","-")`),
        cells.map((a) => `MAX(${a},B2)+MIN(A1:B2)+COUNT(A1:C2,${a})`),
        cells.map((a) => `COUNTIF(A1:D2,${a})`),
        cells.map((a) => `IFERROR(VLOOKUP(${a},A1:C2,2,FALSE),MATCH(${a},A1:A2,0))`),
        inner.map((a) => `LEFT(${a}&"xyz",2)&MID(${a}&"xyz",2,2)&RIGHT(${a}&"xyz",1)`),
      ),
    };
  });

  /** The other one has no blank result, and 15 digits. */
  const rounded = (value: Computed | undefined) =>
    typeof value === 'number' ? Number(value.toPrecision(12)) : (value ?? 0);

  test('agree on formulas that both know', () => {
    const sheet = open();
    sheet.type([
      ['SEIU 49', '3', 'TRUE', '=A1&"!"'],
      ['nurses', '46000', '', '=1/0'],
    ]);
    const state = sheet.model.committed();
    const [tab] = state.tabs;
    const own = makeEngine();
    const other = makeOtherCalculator(() => true);
    fc.assert(
      fc.property(formula, (text) => {
        const [mine] = own.scratch(state, tab!, [`=${text}`], 46000);
        const [theirs] = other.scratch(state, tab!, [`=${text}`], 46000);
        expect([text, rounded(mine)]).toEqual([text, rounded(theirs)]);
      }),
      { numRuns: 300 },
    );
  });

  test('a formula that only the other one knows can read formulas of the first, and be read by them', () => {
    const sheet = open();
    sheet.type([['2', '=A1*2', '=TEXT(B1,"0.00")', '=C1&"!"', '=PROPER("ann lee")&B1']]);
    expect(['B1', 'C1', 'D1', 'E1'].map(sheet.shows)).toEqual(['4', '4.00', '4.00!', 'Ann Lee4']);
    sheet.model.typeInto(TAB, 1, 1, '5');
    expect(['B1', 'C1', 'D1', 'E1'].map(sheet.shows)).toEqual(['10', '10.00', '10.00!', 'Ann Lee10']);
    sheet.model.insertRows(TAB, 1);
    expect(['B2', 'C2', 'D2', 'E2'].map(sheet.shows)).toEqual(['10', '10.00', '10.00!', 'Ann Lee10']);
  });

  test('long chains and circles end', () => {
    const sheet = open();
    sheet.type([['1']]);
    sheet.model.edit((draft) => {
      const tab = draft.tab(1);
      tab.maxRows = 2000;
      for (let row = 2; row <= 1500; row++) draft.row(tab, row).values[0] = { f: `=A${row - 1}+1` };
      draft.row(tab, 1).values[1] = { f: '=C1' };
      draft.row(tab, 1).values[2] = { f: '=B1' };
    });
    expect([sheet.shows('A1500'), sheet.shows('B1')]).toEqual(['1500', '#REF!']);
  });
});
