// Thirty texts as people paste them, with the organizations that stand in each.
import { describe, expect, test } from '@jest/globals';
import { readSigners } from '../../../src/meetings/signers/readSigners';
import { folded, letters, type Letter } from './rightAnswers';

/** “Rev. Dr. Cornelius Banks” and “Cornelius Banks” are right alike. */
const untitled = (person: string) =>
  folded(person).replace(/^(?:(?:the|rev|dr|rabbi|imam|fr|sister|canon)\.? )+/i, '');

function judge({ text, expected, notOrganizations }: Letter) {
  const { found, leftOut } = readSigners(text);
  const left = [...found];
  const wrong: string[] = [];
  let right = 0;
  for (const row of expected) {
    const at = left.findIndex(({ organization }) => folded(organization) === folded(row.organization));
    const [one] = at < 0 ? [] : left.splice(at, 1);
    if (one === undefined) {
      // The same organization in another spelling is told, not taken again.
      if (row.sameAs !== undefined && leftOut.some(({ line, why }) => line === row.line && why === 'twice'))
        right++;
      continue;
    }
    right++;
    if (untitled(one.person) !== untitled(row.person))
      wrong.push(`person of ${row.organization}: ${one.person}`);
    if (one.role !== row.role) wrong.push(`role of ${row.organization}: ${one.role}`);
    if (one.town !== row.town) wrong.push(`town of ${row.organization}: ${one.town}`);
    if (one.line !== row.line) wrong.push(`line of ${row.organization}: ${one.line}`);
    if (one.identificationOnly !== (row.identificationOnly ?? false))
      wrong.push(`who signed for ${row.organization}`);
  }
  const never = notOrganizations.map((name) => folded(name).toLowerCase());
  const people = found.filter(({ organization }) => never.includes(folded(organization).toLowerCase()));
  return { rows: expected.length, right, tooMany: left.length, people: people.length, wrong };
}

describe('organizations out of pasted letters', () => {
  const judged = letters.map(judge);
  const sum = (of: 'rows' | 'right' | 'tooMany' | 'people') => judged.reduce((all, one) => all + one[of], 0);

  test('no person, heading or button becomes an organization', () => {
    expect(sum('people')).toBe(0);
  });

  test('at least 98 rows of 100 are right, and hardly anything comes out beside them', () => {
    expect(letters).toHaveLength(30);
    expect(sum('right') / sum('rows')).toBeGreaterThanOrEqual(0.98);
    expect(sum('tooMany') / sum('rows')).toBeLessThanOrEqual(0.01);
  });

  test('person, role, town, line and who signed stand with the right organization', () => {
    expect(judged.flatMap(({ wrong }) => wrong).length / sum('rows')).toBeLessThanOrEqual(0.01);
  });

  // Rows of a form's export are longer than what is shown of them.
  const shown = letters.filter(({ name }) => name !== 'csv-quotes');
  test.each(shown.map((letter) => [letter.name, letter] as const))(
    '%s: nothing is lost without a word',
    (_, letter) => {
      const { found, leftOut } = readSigners(letter.text);
      const told = [...found, ...leftOut].map(({ source }) => source).join(' ');
      const lines = letter.text.split('\n').map((line) => folded(line.replace(/[^\p{L}\p{N}]+/gu, ' ')));
      for (const word of lines.flatMap((line) => line.split(' '))) expect(told).toContain(word);
    },
  );
});
