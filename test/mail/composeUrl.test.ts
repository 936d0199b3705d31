import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { composeUrl } from '../../src/mail/composeUrl';

/** Half a surrogate pair becomes the replacement sign, as in every browser. */
const wellFormed = (value: string) => Buffer.from(value, 'utf8').toString('utf8');
const text = fc.string({ unit: 'binary', maxLength: 300 });

test('the window that opens has every word as it was, and the link is plain ASCII', () => {
  fc.assert(
    fc.property(text, text, text, (to, subject, body) => {
      const { url, withBody } = composeUrl({ to, cc: '', subject, body });
      expect(url).toMatch(/^https:\/\/mail\.google\.com\/mail\/\?view=cm&fs=1&[A-Za-z0-9%&=._~-]*$/);
      const read = new URL(url).searchParams;
      expect(read.get('to')).toBe(wellFormed(to));
      expect(read.get('su')).toBe(wellFormed(subject));
      if (withBody) expect(read.get('body')).toBe(wellFormed(body));
    }),
  );
});

test('the owner in copy stands in the link', () => {
  const { url } = composeUrl({ to: 'a@x.org', cc: 'bo@y.org', subject: 's', body: 'b' });
  expect(new URL(url).searchParams.get('cc')).toBe('bo@y.org');
});

test('a text too long for a link is left out whole, never cut', () => {
  const { url, withBody } = composeUrl({ to: 'a@x.org', cc: '', subject: 'Long', body: 'ü'.repeat(1200) });
  expect(withBody).toBe(false);
  expect(new URL(url).searchParams.has('body')).toBe(false);
  expect(url.length).toBeLessThanOrEqual(6000);
});
