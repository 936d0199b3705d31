import { describe, expect, test } from '@jest/globals';
import { makeMergeFields } from '../../src/mail/mergeFields';
import type { Settings } from '../../src/workbook/settings';
import { day } from '../../src/values/day';
import { on, SETTINGS, sheetOf, TODAY, type Row } from './sampleCampaign';

function lookup(row: Row, name: string, settings: Settings = SETTINGS) {
  const sheet = sheetOf(
    [row],
    ['organization', 'contactName', 'due', 'priorities'],
    ['Parish hall', 'Board', 'Board', 'Campaign', 'Town'],
  );
  const merge = makeMergeFields({ ...sheet, settings, senderName: 'Ana', today: TODAY });
  return merge.lookupFor(sheet.contacts[0]!, {})(name);
}

describe('what a merge name means', () => {
  test('field labels, our field names, headers of the sheet and Settings, in any case and with any signs', () => {
    const row: Row = {
      organization: 'Amity',
      contactName: 'Ruth',
      '+Parish hall': 'Mill Street 4',
      '+Town': 'Larkhaven',
    };
    for (const name of ['contact name', 'Contact Name', 'contactName', ' CONTACT-NAME '])
      expect(lookup(row, name)).toMatchObject({ text: 'Ruth', cell: 'B2' });
    expect(lookup(row, 'parish hall')).toEqual({ text: 'Mill Street 4', sheet: 'Contacts', cell: 'E2' });
    expect(lookup(row, 'resolution link')).toMatchObject({
      text: SETTINGS.resolutionLink,
      sheet: 'Settings',
    });
    expect(lookup(row, 'sender name')?.text).toBe('Ana');
  });

  test('a header counts where no column means the field of that name, and Settings come before a header', () => {
    const row: Row = { organization: 'Amity', '+Town': 'Larkhaven', '+Campaign': 'Spring drive' };
    expect(lookup(row, 'town')?.text).toBe('Larkhaven');
    expect(lookup(row, 'campaign')?.text).toBe('Larkhaven Care for All');
  });

  test('a field that no column means is known and blank', () => {
    expect(lookup({ organization: 'Amity' }, 'known by')).toEqual({ text: '', sheet: '', cell: '' });
  });

  test('two columns of one name mean neither, a strange name nothing', () => {
    expect(lookup({ '+Board': 'x' }, 'board')).toBeNull();
    expect(lookup({}, 'contct')).toBeNull();
    expect(lookup({ contactName: 'Ruth' }, 'contact name}')).toBeNull();
  });

  test('days are words, ticks and placeholders say nothing strange', () => {
    expect(lookup({ due: on(day('2026-11-19')) }, 'due')?.text).toBe('Thu, Nov 19');
    expect(lookup({ due: on(day('2027-01-02')) }, 'due')?.text).toBe('Sat, Jan 2, 2027');
    for (const blank of ['N/A', 'tba', '?', '-', '#REF!', false, '  '])
      expect(lookup({ contactName: blank }, 'contact name')?.text).toBe('');
    expect(lookup({ contactName: true }, 'contact name')?.text).toBe('yes');
  });

  test('a full stop at the end of their priorities does not stop our sentence', () => {
    expect(lookup({ priorities: 'rent, and transit. ' }, 'their priorities')?.text).toBe('rent, and transit');
  });

  test('a meeting that is over is blank, one today is not', () => {
    const at = (of: string) =>
      lookup({}, 'open meeting date', { ...SETTINGS, openMeetingDate: day(of) })?.text;
    expect(at('2026-11-11')).toBe('');
    expect(at('2026-11-12')).toBe('Thu, Nov 12');
  });
});
