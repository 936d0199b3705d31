import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { looksLikeWebAddress, webAddressFault } from '../../src/values/webAddress';

test.each([
  'https://www.example.org/a?b=1#c',
  'www.example.org',
  'example.org',
  'facebook.com/groups/1/?ref=x',
  'Facebook.com/example',
  'http://www.example.org/a;http://www.example.org/b',
  'example.org, example.com',
  'https://example.org/@ann/post',
  'HTTP://EXAMPLE.ORG',
])('%s is a web address', (text) => {
  expect(looksLikeWebAddress(text)).toBe(true);
  expect(webAddressFault(text)).toBeNull();
});

test.each([
  ['://www.example.org/#x', 'no-beginning'],
  ['//www.example.org/', 'no-beginning'],
  ['htp://example.org', 'beginning'],
  ['http:/example.org', 'beginning'],
  ['https//example.org', 'beginning'],
  ['www. example.org', 'blank-inside'],
  ['ann@example.org', 'email'],
  ['No URL provided', 'placeholder'],
  ['see Facebook', 'text'],
] as const)('%s is none: %s', (text, fault) => {
  expect(looksLikeWebAddress(text)).toBe(false);
  expect(webAddressFault(text)).toBe(fault);
});

test.each(['St. Mark', 'Dr. Ann Perry', 'Books, Inc.', '12.5', 'N.A', 'ann@example.org'])(
  '%s is no web address',
  (text) => {
    expect(looksLikeWebAddress(text)).toBe(false);
  },
);

describe('properties', () => {
  test('well-formed addresses have no fault', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ validSchemes: ['http', 'https'] }).filter((u) => !/[;,|'"<>()]/.test(u)),
        (url) => {
          expect(webAddressFault(url)).toBeNull();
        },
      ),
    );
  });
  test('a fault is said exactly where the text is not blank and is no address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        if (looksLikeWebAddress(text)) expect(webAddressFault(text)).toBeNull();
        else if (text.trim() === '') expect(webAddressFault('')).toBeNull();
      }),
    );
  });
});
