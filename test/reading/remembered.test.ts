import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Field } from '../../src/reading/fields';
import { mapSheet } from '../../src/reading/mapSheet';
import { compareRemembered, remember } from '../../src/reading/remembered';
import type { Cell } from '../../src/values/cell';
import type { Table } from '../../src/values/table';

type Row = readonly Cell[];
const tab = (rows: readonly Row[]): Table => ({ id: 7, name: 'Contacts', hidden: false, rows });
const ROWS: readonly Row[] = [
  ['Group', 'Mail', 'Tel.', 'Town', 'Remarks'],
  ['Hope Church', 'office@hope.example.org', '503-555-0101', 'Salem', 'two services'],
  ['Nurses United', 'info@nurses.example.org', '503-555-0102', 'Keizer', ''],
  ['SEIU Local 549', 'info@seiu.example.org', '', 'Salem', 'call before noon'],
];
const kept = remember(tab(ROWS), mapSheet(tab(ROWS), { locale: 'en_US' }));
const marksOf = (move: (column: number) => number | null): Partial<Record<Field, number[]>> =>
  Object.fromEntries(kept.map((k) => [k.field, k.columns.map(move).filter((c) => c !== null)]));
const stay = marksOf((c) => c);
const columnsOf = (entries: readonly { field: Field; columns: readonly number[] }[]) =>
  Object.fromEntries(entries.map((e) => [e.field, e.columns]));
const cut = (rows: readonly Row[], at: number) => rows.map((r) => r.filter((_, i) => i !== at - 1));

test('what was sure is kept with heading and kind of values, as plain data', () => {
  expect(kept).toContainEqual({ field: 'email', columns: [2], headers: ['Mail'], kind: 'email' });
  expect(JSON.parse(JSON.stringify(kept))).toEqual(kept);
});

test('what is still a question is not kept', () => {
  const rows = [
    ['Church', 'Church email', 'Pastor email'],
    ['Hope Church', 'a@example.org', 'b@example.org'],
    ['St. Mark Lutheran', 'c@example.org', 'd@example.org'],
  ];
  expect(remember(tab(rows), mapSheet(tab(rows), { locale: 'en_US' })).map((k) => k.field)).not.toContain(
    'email',
  );
});

test('an unchanged tab agrees with everything', () => {
  expect(compareRemembered(tab(ROWS), kept, stay)).toEqual({ answers: kept, changed: [] });
});

test('columns that merely moved are found at their new place', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5], { minLength: 5 }), (order) => {
      const moved = ROWS.map((r) => order.map((c) => r[c - 1] ?? ''));
      const to = (c: number) => order.indexOf(c) + 1;
      const { answers, changed } = compareRemembered(tab(moved), kept, marksOf(to));
      expect(changed).toEqual([]);
      expect(columnsOf(answers)).toEqual(columnsOf(kept.map((k) => ({ ...k, columns: k.columns.map(to) }))));
    }),
  );
});

test('more rows, and a column emptied for now, change nothing', () => {
  const more = [...ROWS, ['Bee Bakery', 'mo@bee.example.org', '503-555-0104', 'Dallas', '']].map((r) => [
    ...r.slice(0, 4),
    r[0] === 'Group' ? 'Remarks' : '',
  ]);
  expect(compareRemembered(tab(more), kept, stay).changed).toEqual([]);
});

describe('where mark, heading and values disagree it is a question', () => {
  const changeOf = (
    rows: readonly Row[],
    marks: Partial<Record<Field, number[]>>,
    field: Field = 'email',
  ) => {
    const { answers, changed } = compareRemembered(tab(rows), kept, marks);
    expect(answers.map((a) => a.field)).not.toContain(field);
    expect(changed.map((c) => c.field)).toEqual([field]);
    return changed[0]?.why ?? '';
  };

  test('a renamed heading', () => {
    const rows = ROWS.map((r, i) => (i === 0 ? ['Group', 'How to reach', 'Tel.', 'Town', 'Remarks'] : r));
    expect(changeOf(rows, stay)).toBe(
      'Column B was headed “Mail” and is now headed “How to reach”. Say whether it is still “E-mail”.',
    );
  });

  test('a column pasted over with other values', () => {
    const rows = ROWS.map((r, i) => (i === 0 ? r : [r[0] ?? '', '503-555-0199', ...r.slice(2)]));
    expect(changeOf(rows, stay)).toBe(
      'Column B “Mail” held e-mail addresses and now holds phone numbers. Choose the column that is “E-mail”.',
    );
  });

  test('a deleted column', () => {
    const marks = marksOf((c) => (c === 2 ? null : c > 2 ? c - 1 : c));
    expect(changeOf(cut(ROWS, 2), marks)).toContain('is gone');
  });

  test('a column replaced by a copy under the same heading', () => {
    const marks = marksOf((c) => (c === 2 ? null : c));
    expect(changeOf(ROWS, marks)).toContain('stands in column B now');
  });

  test('a heading that moved away from its mark', () => {
    const rows = ROWS.map((r) => [r[0] ?? '', r[2] ?? '', r[1] ?? '', r[3] ?? '', r[4] ?? '']);
    const { answers, changed } = compareRemembered(tab(rows), kept, stay);
    expect(changed.map((c) => c.field).sort()).toEqual(['email', 'phone']);
    expect(answers.map((a) => a.field)).not.toContain('email');
  });
});

describe('a copied file has no marks', () => {
  test('heading and values are enough while the column stands where it stood, or is the only one of its heading', () => {
    expect(compareRemembered(tab(ROWS), kept, {}).changed).toEqual([]);
    const wider = ROWS.map((r, i) => [i === 0 ? 'New' : '', ...r]);
    const { answers, changed } = compareRemembered(tab(wider), kept, {});
    expect(changed).toEqual([]);
    expect(columnsOf(answers)['email']).toEqual([3]);
  });

  test('a deleted column is still said', () => {
    expect(compareRemembered(tab(cut(ROWS, 2)), kept, {}).changed.map((c) => c.field)).toEqual(['email']);
  });
});

test('“no column means this” stays an answer', () => {
  const none = { field: 'status' as const, columns: [], headers: [], kind: '' };
  expect(compareRemembered(tab(ROWS), [none], {})).toEqual({ answers: [none], changed: [] });
});

test('a column of other ways to reach people may hold words today and web addresses tomorrow', () => {
  const head = ['Organization', 'E-mail', 'Other channel'];
  const of = (...ways: string[]) =>
    tab([head, ...ways.map((way, index) => [`Group ${index}`, `g${index}@group.example.org`, way])]);
  const before = of('@rosewood', 'at the market hall', 'ask at the desk');
  const known = remember(before, mapSheet(before, { locale: 'en_US' }));
  expect(known.map(({ field }) => field)).toContain('otherChannel');
  const after = of('https://north.example.org/contact', 'https://care.example.org/form', 'ask at the desk');
  const marks = Object.fromEntries(known.map(({ field, columns }) => [field, columns]));
  expect(compareRemembered(after, known, marks).changed).toEqual([]);
});
