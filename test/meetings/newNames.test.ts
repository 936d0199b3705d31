// Names of a pasted list beside contacts and shortlist: nothing pasted is lost, and what was added is known the next time.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { categoryWord, readNames, signedNote } from '../../src/meetings/newNames';
import { readShortlist, type ShortlistColumn, type ShortlistRow } from '../../src/meetings/shortlist';
import { readContacts } from '../../src/reading/readContacts';
import type { Contact } from '../../src/reading/contact';
import { readSigners } from '../../src/meetings/signers/readSigners';
import { mapOf, shortlist } from './samples';

/** Contacts by name and town, below a heading. */
function contactsOf(...lines: readonly (readonly [name: string, town: string])[]): readonly Contact[] {
  const rows = [['Organization', 'Town'], ...lines.map((line) => [...line])];
  return readContacts(
    { id: 1, name: 'Contacts', hidden: false, rows },
    mapOf(['organization', 'town'], rows),
  );
}

const rowsOf = (...rows: readonly Partial<Record<ShortlistColumn, string>>[]): readonly ShortlistRow[] =>
  readShortlist(shortlist(...rows))?.rows ?? [];

const kinds = (text: string, contacts: readonly Contact[], rows: readonly ShortlistRow[] = []) =>
  readNames(text, contacts, rows).names.map(({ kind, other }) => [kind, other?.where ?? '', other?.row ?? 0]);

describe('a pasted name', () => {
  test('is known where the same name stands in the contacts or on the shortlist, and the shortlist goes before', () => {
    const contacts = contactsOf(['Amity Street Church', ''], ['Old Mill Bakery', '']);
    const rows = rowsOf({ Organization: 'old mill bakery' });
    expect(kinds('Amity St. Church\nThe Old Mill Bakery\nTern Island Clinic', contacts, rows)).toEqual([
      ['known', 'contacts', 2],
      ['known', 'shortlist', 2],
      ['new', '', 0],
    ]);
  });

  test('is a question where the name is another spelling, or stands for another town', () => {
    const contacts = contactsOf(['Tern Island Teachers’ Union', ''], ['Interfaith Council', 'Salem']);
    expect(kinds('Teachers Union of Tern Island', contacts)).toEqual([['unsure', 'contacts', 2]]);
    const table = 'Organization\tCity\nInterfaith Council\tBend\nOld Mill Bakery\tSalem';
    expect(kinds(table, contacts)).toEqual([
      ['unsure', 'contacts', 3],
      ['new', '', 0],
    ]);
    expect(kinds('Organization\tCity\nInterfaith Council\tSalem\nX Bakery\t', contacts)[0]).toEqual([
      'known',
      'contacts',
      3,
    ]);
  });

  test('that is likely the same as another one of the list is asked about at the later one', () => {
    expect(kinds('Bluegate Community Clinic\nCommunity Clinic of Bluegate', [])).toEqual([
      ['new', '', 0],
      ['unsure', 'list', 1],
    ]);
  });

  test('that stands there three times is one, with everybody who signed for it', () => {
    const text = [
      'Organization\tName\tTitle',
      'Dockside Cooks Local 62\tJane Roe\tPresident',
      'Tern Island Clinic\tAda Li\t',
      'Dockside Cooks Local 62\tBo Lee\tSecretary',
      'Dockside Cooks Local 62\tJane Roe\tPresident',
      'Dockside Cooks Local 62\tKim Poe\t',
    ].join('\n');
    const { names, leftOut } = readNames(text, [], []);
    expect(names.map(({ people }) => signedNote(people))).toEqual([
      'Signed: Jane Roe, President; Bo Lee, Secretary; Kim Poe',
      'Signed: Ada Li',
    ]);
    expect(leftOut.filter(({ why }) => why === 'twice').map(({ line }) => line)).toEqual([4, 5, 6]);
  });

  test('that may be a person or a group is told apart, stands last and once, and is known where it is', () => {
    const text = 'Street Roots\nTern Island Clinic\nStreet Roots\nBeyond Toxics';
    const { names, leftOut } = readNames(text, contactsOf(['Beyond Toxics', '']), []);
    expect(names.map(({ signer, kind, isDoubtful }) => [signer.organization, kind, isDoubtful])).toEqual([
      ['Tern Island Clinic', 'new', false],
      ['Street Roots', 'new', true],
      ['Beyond Toxics', 'known', true],
    ]);
    expect(leftOut.map(({ line }) => line)).toEqual([3]);
  });

  test('gets the group’s own word for its category, ours where they have none, and none where it does not tell', () => {
    expect(categoryWord('Dockside Cooks Local 62', ['Labor union', 'Church'])).toBe('Labor union');
    expect(categoryWord('Dockside Cooks Local 62', ['Church'])).toBe('Union');
    expect(categoryWord('Old Mill', ['Church'])).toBe('');
  });
});

const NAMES = [
  'Dockside Cooks Local 62',
  'Tern Island Clinic',
  'Amity Street Church',
  'Amity St. Church',
  'Bluegate Community Clinic',
  'Community Clinic of Bluegate',
  'Old Mill Bakery',
  'Harbor Mutual Aid Network',
];
const lines = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...NAMES) },
    {
      weight: 2,
      arbitrary: fc.constantFrom('Jane Roe, President, Old Mill Bakery', 'Lena Ortiz, nurse', 'Signed:', ''),
    },
    {
      weight: 1,
      // One line each: line ends come from the join.
      arbitrary: fc
        .string({ unit: 'binary', maxLength: 60 })
        .map((text) => text.replace(/[\n\v\f\r\u0085\u2028\u2029]/g, ' ')),
    },
  ),
  { maxLength: 20 },
);

describe('any text', () => {
  test('has every line among the names or among what is left out, whatever stands in contacts and shortlist', () => {
    fc.assert(
      fc.property(lines, fc.subarray(NAMES), fc.subarray(NAMES), (some, inContacts, onList) => {
        const text = some.join('\n');
        const { names, leftOut } = readNames(
          text,
          contactsOf(...inContacts.map((name) => [name, ''] as const)),
          rowsOf(...onList.map((name) => ({ Organization: name }))),
        );
        const { found } = readSigners(text);
        expect(names.filter(({ isDoubtful }) => !isDoubtful).map(({ signer }) => signer)).toEqual(found);
        const named = [...names.map(({ signer }) => signer), ...leftOut];
        some.forEach((line, index) => {
          if (NAMES.includes(line)) expect(named.some((one) => one.line === index + 1)).toBe(true);
        });
        expect(names.every(({ kind, other }) => (kind === 'new') === (other === null))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('is known in whole, or asked about, once its names stand on the shortlist', () => {
    fc.assert(
      fc.property(lines, (some) => {
        const text = some.join('\n');
        const { names } = readNames(text, [], []);
        const rows = rowsOf(
          ...names.map(({ signer }) => ({ Organization: signer.organization, Town: signer.town })),
        );
        const again = readNames(text, [], rows).names;
        expect(again.map(({ kind, other }) => [kind, other?.where])).toEqual(
          names.map(() => ['known', 'shortlist']),
        );
      }),
      { numRuns: 150 },
    );
  });
});
