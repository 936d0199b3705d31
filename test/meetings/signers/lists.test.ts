// Two real lists of signers, pasted in five shapes: every organization, and no person as one.
import { describe, expect, test } from '@jest/globals';
import { readSigners } from '../../../src/meetings/signers/readSigners';
import { FILES, folded, paste, rowsOf, shapes, type Row, type Shape } from './rightAnswers';

const lower = (text: string) => folded(text).toLowerCase();

/** Right rows, and how many people became organizations, as the README of the fixtures counts. */
function judge(rows: readonly Row[], shape: Shape) {
  const { found } = readSigners(paste(rows, shape));
  const left = found.map(({ organization }) => organization);
  let right = 0;
  for (const row of rows) {
    if (row.kind === 'person') continue;
    const names = [row.organization, ...(row.also ?? [])].map(folded);
    const at = left.findIndex((name) => names.includes(folded(name)));
    if (at < 0) continue;
    left.splice(at, 1);
    right++;
  }
  for (const row of rows) {
    if (row.kind === 'organization') continue;
    const bad = found.some(
      ({ organization }) =>
        organization.includes(row.as) || (row.title !== '' && row.title.includes(organization)),
    );
    if (!bad) right++;
  }
  const people = rows.map((row) => lower(row.kind === 'person' ? row.as : row.signer.person));
  return {
    share: (right - left.length) / rows.length,
    people: found.filter(({ organization }) => people.includes(lower(organization))).length,
  };
}

describe.each(FILES)('the list of %s', (file) => {
  const rows = rowsOf(file);

  test.each(shapes.map((shape) => [shape.name, shape] as const))('pasted as %s', (_, shape) => {
    const text = paste(rows, shape);
    if (file === 'endorsers') expect(text.startsWith(shape.begins)).toBe(true);
    expect(text.split('\n')).toHaveLength(shape.lines[file]);
    const { share, people } = judge(rows, shape);
    expect(people).toBe(0);
    expect(share).toBeGreaterThanOrEqual(0.98);
  });

  test('the person who signed stands with the organization', () => {
    const shape = shapes.find(({ name }) => name === 'name-title-organization');
    if (shape === undefined) throw new Error('no such shape');
    const { found } = readSigners(paste(rows, shape));
    const signers = rows.flatMap((row) => (row.kind === 'organization' ? [row.signer.person] : []));
    const right = found.filter(({ person }) => signers.includes(person)).length;
    expect(right / signers.length).toBeGreaterThanOrEqual(0.98);
  });
});
