// The union map against right answers that were written before the code: cells as people type them, names, figures, steps.
import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readUnionRow, readUnions, type UnionFacts, type Voted } from '../../src/partners/readUnions';
import { makeUnionReader } from '../../src/partners/unionNames';
import { offeredStage } from '../../src/partners/unionStage';
import { UNION_COLUMNS, unionTabHead, type UnionColumn } from '../../src/partners/unionTab';
import { unionTally, type UnionTally } from '../../src/partners/unionTally';
import type { Contact } from '../../src/reading/contact';
import { UNION_STAGES, type Stage } from '../../src/texts/unionStages';
import { cellText, type Cell } from '../../src/values/cell';
import { day } from '../../src/values/day';
import { group } from '../touches/asks/samples';

const casesOf = (name: string): unknown[] =>
  (
    JSON.parse(readFileSync(join(__dirname, '../fixtures/unions', name + '.json'), 'utf8')) as {
      cases: unknown[];
    }
  ).cases;

interface TabCase {
  readonly why: string;
  readonly locale: string;
  readonly today: string;
  readonly headings: readonly string[];
  readonly cells: readonly Cell[];
  readonly read: Omit<UnionFacts, 'linkText'> & { readonly organization: string };
  readonly problems: readonly string[];
}

const tableOf = (rows: readonly (readonly Cell[])[]) => ({ id: 4, name: 'Unions', hidden: false, rows });

describe('a row of the tab as people type it', () => {
  test.each(casesOf('tab') as TabCase[])('$why', ({ locale, today, headings, cells, ...expected }) => {
    const head = unionTabHead(tableOf([headings, cells]));
    const at = (heading: UnionColumn): Cell => cells[(head?.columns.get(heading) ?? 0) - 1] ?? '';
    const { facts, unread } = readUnionRow(at, day(today), locale);
    const { linkText, ...read } = facts;
    expect(linkText).toBe(cellText(at('Statements link')).trim());
    expect({ organization: cellText(at('Organization')).trim(), ...read }).toEqual(expected.read);
    expect(unread.map(({ heading }) => heading).sort()).toEqual([...expected.problems].sort());
  });
});

describe('what a name says', () => {
  const read = makeUnionReader();
  const cases = casesOf('names') as Record<'organization' | 'international' | 'local' | 'council', string>[];
  test.each(cases)('$organization', ({ organization, ...expected }) => {
    // What a case leaves out the words do not decide.
    expect(read(organization).proposal).toMatchObject(expected);
  });
});

interface TallyCase {
  readonly why: string;
  readonly today: string;
  readonly contacts: readonly {
    readonly outreachId: string;
    readonly organization: string;
    readonly category: string;
    readonly status: string;
    readonly endorsed: string | null;
  }[];
  readonly answers: readonly { readonly contact: string; readonly day: string; readonly decline: boolean }[];
  readonly rows: readonly Partial<Record<UnionColumn, Cell>>[];
  readonly partnerships: readonly { readonly contact: string; readonly people: number }[];
  readonly expected: UnionTally;
}

test('a number behind “Local” is proposed of a union that nobody knows too, and of two of them none', () => {
  const read = makeUnionReader();
  const localOf = (name: string) => read(name).proposal.local;
  expect(localOf('Harbor & Dock Workers Local 49')).toBe('49');
  expect(localOf('Dockside Cooks, Local No. 62b')).toBe('62B');
  expect(localOf('Cooks Local 62 and Bakers Local 12')).toBe('');
  expect(localOf('Cooks Local 62 and Dockers Local 12')).toBe('');
  expect(localOf('Larkhaven Local Foods 2026')).toBe('');
});

describe('the figures', () => {
  test.each(casesOf('tallies') as TallyCase[])('$why', (one) => {
    const today = day(one.today);
    const contacts: Contact[] = one.contacts.map(({ outreachId, organization, category, status }, index) => {
      const contact = group(outreachId, organization, index + 2);
      return { ...contact, text: { ...contact.text, category, status } };
    });
    const rows = one.rows.map((row) => UNION_COLUMNS.map((heading) => row[heading] ?? ''));
    const tab = readUnions(tableOf([UNION_COLUMNS, ...rows]), contacts, today, 'en_US');
    const known = ({ outreachId }: Contact) => ({
      answer:
        one.answers
          .filter((answer) => answer.contact === outreachId)
          .map((answer) => ({ day: day(answer.day), decline: answer.decline }))
          .sort((a, b) => (a.day < b.day ? -1 : 1))
          .pop() ?? null,
      endorsed: one.contacts.some(
        (contact) => contact.outreachId === outreachId && contact.endorsed !== null,
      ),
      people: one.partnerships.find(({ contact }) => contact === outreachId)?.people ?? null,
    });
    expect(unionTally(tab.rows, known, today)).toEqual(one.expected);
  });
});

interface StageCase {
  readonly why: string;
  readonly stage: Stage;
  readonly voted: Voted;
  readonly endorsed: boolean;
  readonly statements: number | null;
  readonly presented: boolean;
  readonly offered: Stage;
  readonly next: string;
}

describe('the step that is offered, and what comes next', () => {
  test.each(casesOf('stages') as StageCase[])('$why', ({ offered, next, ...facts }) => {
    expect(offeredStage(facts)).toBe(offered);
    expect(UNION_STAGES[facts.stage]?.next.startsWith(next)).toBe(true);
  });
});
