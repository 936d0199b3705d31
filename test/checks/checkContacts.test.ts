import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkContacts } from '../../src/checks/checkContacts';
import { RULES } from '../../src/checks/rules';
import { FIELDS } from '../../src/reading/fields';
import type { Cell } from '../../src/values/cell';
import { check, codes, goodRow, on, sheetOf, type Row } from './support';

describe('quiet on good data', () => {
  test('fifty good rows give nothing', () => {
    const rows = Array.from({ length: 50 }, (_, n) =>
      goodRow(n, {
        category: ['Unions', 'Faith groups', 'Nurses'][n % 3] ?? '',
        contactName: "Siobhán O'Brien-Smith",
        status: 'Contacted',
        firstContacted: on('2026-10-01'),
        lastContacted: on('2026-11-02'),
        attempts: 2,
        notes: 'n/a as yet,  ask again ',
      }),
    );
    expect(check(rows)).toEqual([]);
  });

  test('what nobody is sure of is not looked at', () => {
    const rows = [goodRow(1, { email: 'tba', status: 'Frobbed', lastContacted: 'soon' })];
    expect(codes(rows, { unsure: ['email', 'status', 'lastContacted'] })).toEqual([]);
  });

  test('a column with an open question is not looked at', () => {
    const input = sheetOf([goodRow(1, { email: 'tba' })]);
    const map = { ...input.map, questions: [{ field: 'email' as const, choices: [], why: '' }] };
    expect(checkContacts({ ...input, map })).toEqual([]);
  });

  test('an empty tab gives nothing', () => {
    expect(check([])).toEqual([]);
  });
});

describe('one cause is one finding', () => {
  test('a column full of placeholders', () => {
    const rows = Array.from({ length: 40 }, (_, n) => goodRow(n, { phone: 'N/A' }));
    const found = check(rows);
    expect(found).toMatchObject([{ rule: 'placeholder', row: 2, column: 3 }]);
    expect(found[0]?.rows).toHaveLength(40);
  });

  test('a few different rows stay apart', () => {
    const rows = Array.from({ length: 40 }, (_, n) => goodRow(n, n < 3 ? { phone: 'N/A' } : {}));
    expect(check(rows).map((finding) => finding.row)).toEqual([2, 3, 4]);
  });

  test('stray blanks of a column come together with a fix for each cell', () => {
    const rows = [1, 2, 3].map((n) => goodRow(n, { organization: `Group  ${n} ` }));
    expect(check(rows)).toMatchObject([{ rule: 'stray-blanks', rows: [2, 3, 4] }]);
    expect(check(rows)[0]?.fixes.map((fix) => fix.to)).toEqual(['Group 1', 'Group 2', 'Group 3']);
  });
});

describe('a cell is told of once', () => {
  test('a row that stands twice is told of before blanks at the ends of its name', () => {
    const row = { organization: 'Elm Street Clinic ', email: 'office@elm.example.org' };
    expect(codes([row, row, ...Array.from({ length: 30 }, (_, i) => goodRow(i))])).toEqual(['row-twice']);
  });

  test('an invisible character in a broken address is one finding, whose fix takes both away', () => {
    const found = check([goodRow(1, { email: 'ann\u200b@@example.org ' }), goodRow(2)]);
    expect(found).toHaveLength(1);
    expect(found[0]?.fixes[0]?.to).toBe('ann@example.org');
  });

  const word = fc.constantFrom(
    ...[
      'ann@example.org',
      'ann@@example.org',
      'ann(at)example.org',
      'ann@example,org',
      'bo@example',
      'tba',
      'N/A',
    ],
    ...[
      '503-555-0142',
      'https://www.example.org',
      '://www.example.org',
      'soon',
      '03/04/2026',
      '=1+1',
      '007',
      '#REF!',
    ],
    ...[
      'Contacted',
      'Contcted',
      'Ana',
      'Bakers Union',
      'a\u00adb',
      '\u200b',
      '<ann@example.org',
      '//example.org/x',
    ],
  );
  const blank = fc.constantFrom('', ' ', '  ', '\u00a0', '\u200b', '\n');
  const text = fc
    .array(fc.tuple(word, fc.constantFrom('', ' ', '; ', ', ', '\u200b')), { minLength: 1, maxLength: 2 })
    .chain((parts) => fc.tuple(blank, blank).map(([a, b]) => a + parts.map((p) => p.join('')).join('') + b));
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    { weight: 6, arbitrary: text },
    fc.string(),
    fc.double({ noNaN: true }),
    fc.boolean(),
    fc.constant(on('2026-11-02')),
    fc.constant(on('2027-11-02')),
  );
  const anyRow: fc.Arbitrary<Row> = fc
    .dictionary(fc.constantFrom(...FIELDS), cell, { maxKeys: FIELDS.length })
    .map((row) => row as Row);

  test('whatever stands in a sheet, nothing throws and every cell has one finding at most', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 6 }), (rows) => {
        const cells = check(rows)
          .filter((finding) => RULES.find((rule) => rule.code === finding.rule)?.looks === 'cell')
          .flatMap((f) => (f.rows.length > 0 ? f.rows : [f.row]).map((row) => `${row} ${f.column}`));
        expect(new Set(cells).size).toBe(cells.length);
      }),
      { numRuns: 60 },
    );
  });

  test('a fixed cell is text as before and passes the rule that fixed it', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 1, maxLength: 4 }), (rows) => {
        const input = sheetOf(rows);
        const mended = rows.map((row) => ({ ...row }));
        const fixed: string[] = [];
        for (const finding of checkContacts(input))
          for (const { row, column, from, to } of finding.fixes) {
            expect([typeof from, typeof to]).toEqual(['string', 'string']);
            expect(input.table.rows[row - 1]?.[column - 1]).toBe(from);
            const field = FIELDS.find((f) => input.map.columns[f]?.columns[0] === column);
            if (field !== undefined) mended[row - 2] = { ...mended[row - 2], [field]: to };
            fixed.push(`${finding.rule} ${row} ${column}`);
          }
        const after = check(mended).flatMap((f) =>
          [f.row, ...f.rows].map((row) => `${f.rule} ${row} ${f.column}`),
        );
        for (const place of fixed) expect(after).not.toContain(place);
      }),
      { numRuns: 120 },
    );
  });
});

describe('the rules as declared', () => {
  test('codes are kebab-case and used once; titles are plain sentences without a full stop', () => {
    expect(new Set(RULES.map((rule) => rule.code)).size).toBe(RULES.length);
    for (const { code, title } of RULES) {
      expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect(title).toMatch(/^[A-Z][^.!]*[^.! ]$/);
    }
  });
});
