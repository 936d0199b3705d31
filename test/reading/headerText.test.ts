import { describe, expect, test } from '@jest/globals';
import { headerWords, readHeader } from '../../src/reading/headerText';
import { HEADER_WORDS } from '../../src/texts/headerWords';
import { spellOut } from '../../src/values/spellOut';

const best = (text: string, group = '') =>
  Object.entries(readHeader(text, group).scores).sort((a, b) => b[1] - a[1])[0]?.[0];

test('every phrase of the word list is written folded, as headings are read', () => {
  for (const [key, list] of Object.entries(HEADER_WORDS))
    for (const entry of spellOut(list)) {
      const phrase = entry.replace(/^=|\*.*$/g, '');
      expect([key, phrase]).toEqual([key, headerWords(phrase).join(' ')]);
    }
});

test('headings come apart as people see their words', () => {
  expect(headerWords('firstName')).toEqual(['first', 'name']);
  expect(headerWords('NPSP__CONTACT1_TITLE__C')).toEqual(['npsp', 'contact', '1', 'title']);
  expect(headerWords('E-Mail-Adresse')).toEqual(['email', 'adresse']);
  expect(headerWords('# of attempts')).toEqual(['number', 'of', 'attempts']);
  expect(headerWords('Their next mtg.')).toEqual(['their', 'next', 'meeting']);
});

describe('headings of groups', () => {
  test.each([
    ['Tel.', 'phone'],
    ['Who knows', 'knownBy'],
    ['Last time', 'lastContacted'],
    ['Mail', 'email'],
    ['Remarks', 'notes'],
    ['contact_person', 'contactName'],
    ['Contact1 Title', 'role'],
    ['Church phone', 'phone'],
    ['Contact owner', 'owner'],
    ['Notes from last contact', 'notes'],
    ['Date of last contact', 'lastContacted'],
    ['# tries', 'attempts'],
    ['Name of your organization', 'organization'],
    ['What is the name of your organization, congregation or group?', 'organization'],
    ['Who at your organization should we contact?', 'contactName'],
    ['What is the best email address to reach you?', 'email'],
    ['Would your organization endorse the resolution?', 'endorsement'],
    ['Wer kennt wen dort?', 'knownBy'],
    ['Ansprechpartner/in', 'contactName'],
    ['Nächste Wiedervorlage', 'nextFollowUp'],
    ['Correo electrónico', 'email'],
    ['Último contacto', 'lastContacted'],
    ['Priority', 'other'],
    ['Mailing address', 'other'],
    ['Fax number', 'other'],
  ])('“%s” is %s', (text, key) => {
    expect(best(text)).toBe(key);
  });

  test('what belongs to somebody else counts little', () => {
    expect(readHeader('Volunteer email').scores.email ?? 0).toBeLessThan(0.5);
    expect(readHeader('Donation date').foreign).toBe(true);
    expect(readHeader('Email status').scores.email ?? 0).toBeLessThan(0.6);
  });

  test('a second person is known as one', () => {
    expect(readHeader('Contact2 Work Email').second).toBe(true);
    expect(readHeader('Alternate phone').second).toBe(true);
    expect(readHeader('Contact1 Work Email').second).toBe(false);
  });
});
