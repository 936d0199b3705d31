// The colours of the Next step column: by the word only, ours replaced, the group's own kept.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { SheetMap } from '../../src/reading/map';
import {
  highlightRules,
  isOurFormat,
  mergeRules,
  WORD_COLOURS,
  type FormatRule,
} from '../../src/touches/highlight';

const map: SheetMap = {
  sheetId: 0,
  sheet: 'Contacts',
  headerRow: 3,
  firstRow: 4,
  lastRow: 120,
  columns: {},
  questions: [],
  outreachIdColumn: 0,
  nextStepColumn: 16,
  width: 16,
};

const foreign: FormatRule = {
  ranges: ['A1:C9'],
  formula: '=$C4="Yes"',
  fill: '#00ff00',
  ink: '',
  bold: false,
};

describe('the rules', () => {
  test('colour the whole row light and the word’s cell strong, by the Next step column alone', () => {
    const rules = highlightRules(map, 16);
    expect(rules).toHaveLength(2 * WORD_COLOURS.length);
    for (const rule of rules)
      expect(rule.formula).toMatch(/^=\$P4="(Follow up|Last try|Call them|Waiting|Gone quiet|Check date)"$/);
    expect(rules[0]).toEqual({
      ranges: ['P4:P120'],
      formula: '=$P4="Follow up"',
      fill: '#fdecb8',
      ink: '#5c3a00',
      bold: true,
    });
    expect(rules[6]).toEqual({
      ranges: ['A4:P120'],
      formula: '=$P4="Follow up"',
      fill: '#fff4d1',
      ink: '',
      bold: false,
    });
  });

  test('the word’s cell comes before its row, so that the stronger colour decides', () => {
    const rules = highlightRules(map, 16);
    for (const { word } of WORD_COLOURS) {
      const places = rules.flatMap((rule, i) => (rule.formula.includes(`"${word}"`) ? [[i, rule.bold]] : []));
      expect(places.map(([, bold]) => bold)).toEqual([true, false]);
    }
  });

  test('reach rows that are still to be filled', () => {
    expect(highlightRules(map, 17, 1000)[11]?.ranges).toEqual(['A4:Q1000']);
  });

  test('every ink on its fill has a contrast of at least 4.5', () => {
    const channel = (hex: string) => {
      const c = Number.parseInt(hex, 16) / 255;
      return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    };
    const light = (hex: string) =>
      0.2126 * channel(hex.slice(1, 3)) +
      0.7152 * channel(hex.slice(3, 5)) +
      0.0722 * channel(hex.slice(5, 7));
    const contrast = (a: string, b: string) => {
      const [x, y] = [light(a), light(b)];
      return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
    };
    for (const { fill, ink, rowFill } of WORD_COLOURS) {
      expect(contrast(ink, fill)).toBeGreaterThan(4.5);
      expect(contrast('#1f1f1f', rowFill)).toBeGreaterThan(4.5);
    }
  });
});

describe('replacing ours', () => {
  test('ours are known, also after columns were inserted and rows stretched', () => {
    expect(highlightRules(map, 16).every(isOurFormat)).toBe(true);
    expect(isOurFormat({ formula: '=$AA17="Last try"', fill: '#F3B79D' })).toBe(true);
  });

  test('a rule of the group with our words but its own colour is theirs', () => {
    expect(isOurFormat({ formula: '=$P4="Waiting"', fill: '#ffff00' })).toBe(false);
    expect(isOurFormat({ formula: '=$P4="Waiting"', fill: '' })).toBe(false);
    expect(isOurFormat({ formula: '=P4="Waiting"', fill: '#dde7f7' })).toBe(false);
    expect(isOurFormat(foreign)).toBe(false);
  });

  test('others keep their order and place, ours are never doubled', () => {
    const own = (n: number): FormatRule => ({ ...foreign, formula: `=$C${n}>0` });
    const any = fc.array(fc.oneof(fc.nat(9).map(own), fc.constantFrom(...highlightRules(map, 16))), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(any, (existing) => {
        const ours = highlightRules(map, 18);
        const merged = mergeRules(existing, ours);
        expect(merged.filter(isOurFormat)).toEqual(ours);
        expect(merged.filter((rule) => !isOurFormat(rule))).toEqual(
          existing.filter((rule) => !isOurFormat(rule)),
        );
        expect(mergeRules(merged, ours)).toEqual(merged);
      }),
    );
  });

  test('the first time they come behind the group’s own', () => {
    expect(mergeRules([foreign], highlightRules(map, 16))[0]).toBe(foreign);
  });

  test('undo takes only ours away', () => {
    expect(mergeRules([foreign, ...highlightRules(map, 16), foreign], [])).toEqual([foreign, foreign]);
  });
});
