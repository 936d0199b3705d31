// A row is known by what says who it is, wherever it stands.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contactFinder, contactsByKey, keysByRow } from '../../src/workbook/identity';
import { contact } from './samples';

const words = fc.constantFrom('', 'Amity Street Church', 'Cedar Hill', 'cedar  hill', 'Paper Lantern Books');
const someContacts = fc
  .array(
    fc.record({
      organization: words,
      email: fc.constantFrom('', 'a@example.org', 'b@example.org'),
      outreachId: fc.constantFrom('', '', 'c-1', 'c-2', 'c-3'),
      notes: fc.string(),
    }),
    { maxLength: 12 },
  )
  .map((list) => list.map((given, index) => contact({ ...given, row: index + 2 })));

describe('the key of a contact', () => {
  test('stands for one row only, and every row has one', () => {
    fc.assert(
      fc.property(someContacts, (contacts) => {
        expect(new Set(keysByRow(contacts).values()).size).toBe(contacts.length);
        expect([...contactsByKey(contacts).values()].map((c) => c.row).sort()).toEqual(
          contacts.map((c) => c.row).sort(),
        );
      }),
    );
  });

  test('stays with whoever the row is about when rows are sorted', () => {
    fc.assert(
      fc.property(someContacts, fc.infiniteStream(fc.nat()), (contacts, numbers) => {
        const shuffled = contacts
          .map((c) => ({ c, by: numbers.next().value as number }))
          .sort((a, b) => a.by - b.by)
          .map(({ c }, index) => ({ ...c, row: index + 2 }));
        const before = contactsByKey(contacts);
        for (const [key, now] of contactsByKey(shuffled)) {
          expect(now.text.organization.toLowerCase().replace(/ +/g, ' ')).toBe(
            before.get(key)?.text.organization.toLowerCase().replace(/ +/g, ' '),
          );
          expect(now.text.email).toBe(before.get(key)?.text.email);
        }
      }),
    );
  });

  test('is the Outreach ID where no other row has it, and never an id that two rows share', () => {
    const contacts = [
      contact({ row: 2, outreachId: 'c-1', organization: 'Amity' }),
      contact({ row: 3, outreachId: 'c-2', organization: 'Cedar' }),
      contact({ row: 4, outreachId: 'c-2', organization: 'Cedar again' }),
    ];
    const keys = keysByRow(contacts);
    expect(keys.get(2)).toBe('c-1');
    expect(keys.get(3)).toMatch(/^row:/);
    expect(keys.get(4)).toMatch(/^row:/);
    expect(keys.get(3)).not.toBe(keys.get(4));
  });

  test('does not change with notes, dates or status', () => {
    const before = contact({ organization: 'Amity', email: 'a@example.org' });
    const after = contact({
      organization: 'AMITY',
      email: 'a@example.org',
      notes: 'called',
      status: 'Contacted',
    });
    expect([...contactsByKey([after]).keys()]).toEqual([...contactsByKey([before]).keys()]);
  });
});

describe('a key taken earlier', () => {
  test('still finds its row after that row got an Outreach ID, and after sorting', () => {
    const before = [
      contact({ row: 2, organization: 'Amity', email: 'a@example.org' }),
      contact({ row: 3, organization: 'Cedar', email: 'b@example.org' }),
    ];
    const keys = keysByRow(before);
    const after = [
      contact({ row: 2, organization: 'Cedar', email: 'b@example.org', outreachId: 'c-2' }),
      contact({ row: 3, organization: 'Amity', email: 'a@example.org', outreachId: 'c-1' }),
    ];
    const find = contactFinder(after);
    expect(find(keys.get(2) ?? '')).toBe(after[1]);
    expect(find(keys.get(3) ?? '')).toBe(after[0]);
    expect(find('c-1')).toBe(after[1]);
  });

  test('finds nobody where the row is gone', () => {
    const find = contactFinder([contact({ organization: 'Amity', outreachId: 'c-1' })]);
    for (const key of ['c-2', 'row:none', '']) expect(find(key)).toBeUndefined();
  });
});
