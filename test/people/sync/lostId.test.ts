// Which rows without an Outreach ID are a contact's row that lost it.
import { describe, expect, test } from '@jest/globals';
import { saysNoMore } from '../../../src/people/sync/lostId';
import type { TabRow } from '../../../src/people/sync/planRows';
import { contact } from '../../workbook/samples';

const VERA = contact({
  organization: 'Gull Island Quilters',
  contactName: 'Vera',
  email: 'vera@quilters.example.org',
  phone: '555-0120',
});
const row = (given: Partial<TabRow> = {}): TabRow => ({
  row: 5,
  outreachId: '',
  organization: 'Gull Island Quilters',
  contactName: 'Vera',
  ways: '555-0120\nvera@quilters.example.org',
  knownBy: '',
  notes: '',
  isBlank: false,
  record: 'none',
  ...given,
});

describe('a row without an id', () => {
  test('that says what a contact says is that contact’s, whatever the order of the ways and the blanks', () => {
    expect(saysNoMore(row(), VERA)).toBe(true);
    expect(saysNoMore(row({ organization: ' Gull  Island Quilters ' }), VERA)).toBe(true);
  });

  test.each([
    ['another name', { contactName: 'Wim' }],
    ['a note', { notes: 'Rings back' }],
    ['one way less', { ways: '555-0120' }],
    ['somebody who knows them', { knownBy: 'Bo' }],
    ['another organization', { organization: 'Gull Island Choir' }],
  ])('that says %s is not', (_, given) => {
    expect(saysNoMore(row(given), VERA)).toBe(false);
  });
});
