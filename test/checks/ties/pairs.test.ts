// The table of right answers: who may know whom by what they belong to.
import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { makeMayKnow } from '../../../src/checks/ties/mayKnow';
import { readVolunteers } from '../../../src/workbook/readVolunteers';

interface Pair {
  readonly belongsTo: string;
  readonly organization: string;
  readonly town: string;
  readonly by: string | null;
  readonly why: string;
}
const PAIRS = JSON.parse(readFileSync('test/fixtures/ties/pairs.json', 'utf8')) as Pair[];

/** As the tab is read. */
const volunteersOf = (belongsTo: string) =>
  readVolunteers(
    {
      id: 1,
      name: 'Volunteers',
      hidden: false,
      rows: [
        ['Name', 'Belongs to'],
        ['Bo', belongsTo],
      ],
    },
    'en_US',
  );

test.each(PAIRS)('“$belongsTo” and $organization ($town): $why', ({ belongsTo, organization, town, by }) => {
  const whom = { organization, town, knownBy: '', owner: '' };
  const found = makeMayKnow(volunteersOf(belongsTo), [{ text: whom }])(whom);
  expect(found[0]?.by ?? null).toBe(by);
});
