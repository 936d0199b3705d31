import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { messageKey } from '../../src/mail/messageKey';

test('a key reads as campaign, contact and number of the e-mail', () => {
  expect(messageKey('Larkhaven Care for All', 'K7Q2', 2)).toBe('larkhaven-care-for-all/K7Q2/2');
});

test('a contact without an Outreach ID has no key', () => {
  expect(messageKey('Larkhaven', '', 1)).toBe('');
});

test('keys are short, plain, the same each time, and different for different messages', () => {
  const id = fc.string({ unit: 'grapheme', minLength: 1 });
  const campaign = fc
    .string({ unit: 'grapheme' })
    .map((text) => text.trim().replace(/\s+/g, ' ').toLowerCase());
  const part = fc.tuple(campaign, id, fc.integer({ min: 1, max: 9 }));
  fc.assert(
    fc.property(part, part, (a, b) => {
      const key = messageKey(...a);
      expect(key).toBe(messageKey(...a));
      expect(key).toMatch(/^[!-~]{3,100}$/);
      if (JSON.stringify(a) !== JSON.stringify(b)) expect(key).not.toBe(messageKey(...b));
    }),
    { numRuns: 1000 },
  );
});

test('long names that begin alike are kept apart', () => {
  const long = 'Medicare for All in the whole county of Larkhaven';
  expect(messageKey(`${long} East`, 'C1', 1)).not.toBe(messageKey(`${long} West`, 'C1', 1));
});
