// Sheets with right answers that were written before the code (test/fixtures/README.md): each is read once, and what
// is right, asked, missed and wrong without asking is counted.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { mapSheet } from '../../src/reading/mapSheet';
import type { SheetMap } from '../../src/reading/map';
import { columnLetter } from '../../src/values/a1';
import type { Cell } from '../../src/values/cell';

type Letters = string | readonly string[];
interface Expected {
  readonly headerRow: number;
  readonly columns: Readonly<Record<string, Letters>>;
  readonly traps?: Readonly<Record<string, Letters>>;
  readonly optional?: Readonly<Record<string, Letters>>;
  readonly alt?: Readonly<Record<string, Letters>>;
  readonly mayAsk?: Letters;
  readonly questionsAtMost?: number;
}
interface Fixture {
  readonly name: string;
  readonly locale: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly expected: Expected;
}

const folder = join(__dirname, '../fixtures/reading');
const fixtures = readdirSync(folder)
  .filter((f) => f.endsWith('.json'))
  .map((f) => JSON.parse(readFileSync(join(folder, f), 'utf8')) as Fixture);

const list = (v: Letters | undefined): readonly string[] =>
  v === undefined ? [] : typeof v === 'string' ? [v] : v;

interface Score {
  readonly labelled: number;
  readonly right: string[];
  readonly asked: string[];
  readonly missed: string[];
  readonly wrong: string[];
}

function scoreOf(expected: Expected, map: SheetMap): Score {
  const score: Score = {
    labelled: Object.keys(expected.columns).length,
    right: [],
    asked: [],
    missed: [],
    wrong: [],
  };
  const questions = new Set<string>(map.questions.map((q) => q.field));
  const said = (field: string) => {
    const entry = map.columns[field as keyof typeof map.columns];
    return entry && { letters: entry.columns.map(columnLetter), sure: entry.sure && !questions.has(field) };
  };
  const within = (letters: readonly string[], allowed: readonly string[]) =>
    letters.every((l) => allowed.includes(l));
  for (const [field, want] of Object.entries(expected.columns)) {
    const got = said(field);
    const isAsked = questions.has(field) || got?.sure === false;
    const allowed = [...list(want), ...list(expected.optional?.[field])];
    const other = list(expected.alt?.[field])
      .map(said)
      .find((o) => o !== undefined && (want === 'ask' || within(o.letters, allowed)));
    if (want === 'ask') {
      if (isAsked) score.right.push(field);
      else if (got) score.wrong.push(`${field}=${got.letters.join('+')} without asking`);
      else (other ? score.right : score.missed).push(field);
    } else if (isAsked) score.asked.push(field);
    else if (got) {
      if (within(got.letters, allowed)) score.right.push(field);
      else score.wrong.push(`${field}=${got.letters.join('+')}, right is ${allowed.join('+')}`);
    } else (other ? score.right : score.missed).push(field);
  }
  const others = new Set(Object.values(expected.alt ?? {}).flatMap(list));
  for (const field of Object.keys(map.columns)) {
    const got = said(field);
    if (!got?.sure || field in expected.columns || others.has(field)) continue;
    const trap = got.letters.some((l) => list(expected.traps?.[field]).includes(l));
    if (trap || !within(got.letters, list(expected.optional?.[field])))
      score.wrong.push(`${field}=${got.letters.join('+')}${trap ? ' (a trap)' : ', which no column is'}`);
  }
  return score;
}

const read = ({ name, locale, rows }: Fixture) => mapSheet({ id: 1, name, hidden: false, rows }, { locale });

describe('sheets that were labelled before the code', () => {
  test.each(fixtures.map((f) => [f.name, f] as const))(
    '%s: nothing is wrong without asking',
    (_, fixture) => {
      const map = read(fixture);
      expect({ headerRow: map.headerRow }).toEqual({ headerRow: fixture.expected.headerRow });
      expect(scoreOf(fixture.expected, map).wrong).toEqual([]);
      expect(map.questions.length).toBeLessThanOrEqual(fixture.expected.questionsAtMost ?? 3);
      for (const question of map.questions) expect(question.choices.length).toBeGreaterThanOrEqual(2);
    },
  );

  test('of all labelled columns 80 in a hundred are right without asking, 95 with', () => {
    const scores = fixtures.map((f) => ({ name: f.name, ...scoreOf(f.expected, read(f)) }));
    const sum = (of: (s: (typeof scores)[number]) => number) => scores.reduce((n, s) => n + of(s), 0);
    const labelled = sum((s) => s.labelled);
    expect(sum((s) => s.right.length) / labelled).toBeGreaterThanOrEqual(0.8);
    expect(sum((s) => s.right.length + s.asked.length) / labelled).toBeGreaterThanOrEqual(0.95);
  });
});
