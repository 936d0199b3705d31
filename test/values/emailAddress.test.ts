import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  domainOf,
  isAddress,
  isPublicMailHost,
  readEmails,
  sameAddress,
} from '../../src/values/emailAddress';

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const address = fc
  .tuple(word, fc.constantFrom('', '.', '-', '+', "'"), word, word, fc.constantFrom('org', 'com', 'co.uk'))
  .map(([a, mark, b, host, end]) => `${a}${mark}${b}@${host}.${end}`);

describe('readEmails', () => {
  test('several addresses in one cell are all found, in order, whatever parts them', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(address, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(', ', ',', '; ', ';', '\n', ' and ', ' / ', '/', ' '),
        (all, by) => {
          expect(readEmails(all.join(by))).toEqual({ addresses: all, wrapped: false, rests: [] });
        },
      ),
    );
  });

  test('a name and brackets around an address are read, and said', () => {
    fc.assert(
      fc.property(address, fc.constantFrom('Ann Perry', '"Perry, Ann"', 'Office'), (one, name) => {
        expect(readEmails(`${name} <${one}>`)).toEqual({ addresses: [one], wrapped: true, rests: [] });
        expect(readEmails(`mailto:${one}`)).toEqual({ addresses: [one], wrapped: true, rests: [] });
      }),
    );
    expect(readEmails('Ann <ann@example.org>, bo@example.org').addresses).toEqual([
      'ann@example.org',
      'bo@example.org',
    ]);
    expect(readEmails('E-mail: ann@example.org')).toMatchObject({
      addresses: ['ann@example.org'],
      wrapped: true,
    });
  });

  test.each([
    ['ann@example', 'no-top-level', null],
    ['ann(at)example.org', 'written-at', 'ann@example.org'],
    ['ann(a)example.org', 'written-at', 'ann@example.org'],
    ['ann at example dot org', 'written-at', 'ann@example.org'],
    ['ann@@example.org', 'two-at', 'ann@example.org'],
    ['tba', 'placeholder', null],
    ['N/A', 'placeholder', null],
    ['503-555-0101', 'phone', null],
    ['first last@example.org', 'blank-inside', null],
    ['ann @ example.org', 'blank-inside', 'ann@example.org'],
    ['any\u200bone@example.org', 'invisible', 'anyone@example.org'],
    ['ann@example.org\u00ad', 'invisible', 'ann@example.org'],
    ['ann@example,org', 'comma-dot', 'ann@example.org'],
    ['ann@example.gov,uk', 'comma-dot', 'ann@example.gov.uk'],
    ['ann,perry@example.org', 'comma-dot', null],
    ['https://www.example.org', 'url', null],
    ['ann@example..org', 'dots', 'ann@example.org'],
    ['<ann@example.org', 'bracket', 'ann@example.org'],
    ['ann@', 'no-domain', null],
    ['@AccountRef10', 'text', null],
    ['see their website', 'text', null],
  ] as const)('%s is no address: %s', (text, why, suggestion) => {
    const read = readEmails(text);
    expect(read.addresses).toEqual([]);
    expect(read.rests).toHaveLength(1);
    expect(read.rests[0]).toMatchObject({ why, suggestion });
  });

  test('a bad part beside a good address is reported, the good one stands', () => {
    expect(readEmails('ann@example.org; tbd')).toMatchObject({
      addresses: ['ann@example.org'],
      rests: [{ text: 'tbd', why: 'placeholder' }],
    });
    expect(readEmails('ann@example.org, ann.mail.example.org').rests).toMatchObject([{ why: 'no-at' }]);
    expect(readEmails('ann@example.org 503-555-0101')).toMatchObject({
      addresses: ['ann@example.org'],
      rests: [{ why: 'phone' }],
    });
  });

  test('every repair that it proposes is a valid address', () => {
    const piece = fc.constantFrom(
      'ann',
      '@',
      '.',
      ',',
      ' ',
      '(at)',
      'example',
      'org',
      '<',
      '>',
      '\u200b',
      ';',
      '@@',
      '..',
      'bo@example.org',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        const read = readEmails(pieces.join(''));
        for (const one of read.addresses) expect(isAddress(one)).toBe(true);
        for (const rest of read.rests)
          if (rest.suggestion !== null) expect(isAddress(rest.suggestion)).toBe(true);
      }),
    );
  });

  test('no text makes it fail, and blank text holds nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        expect(Array.isArray(readEmails(text).addresses)).toBe(true);
      }),
    );
    expect(readEmails(' \u200b ')).toEqual({ addresses: [], wrapped: false, rests: [] });
  });
});

test('addresses are one mailbox whatever their letters’ case; hosts where anybody has one are known', () => {
  expect(sameAddress('INFO@Example.org', 'info@example.ORG')).toBe(true);
  expect(domainOf('Ann@Mail.Example.org')).toBe('mail.example.org');
  expect(domainOf('nobody')).toBe('');
  expect(isPublicMailHost('gmail.com')).toBe(true);
  expect(isPublicMailHost('yahoo.co.uk')).toBe(true);
  expect(isPublicMailHost('example.org')).toBe(false);
});

test('a note as long as a cell can be is no address, and is told at once', () => {
  for (const piece of ['a', '1', 'a@', ' ', 'a.', '<', '<a ', 'a, ', '(at)']) {
    const note = `x${piece.repeat(49_998 / piece.length)}y`;
    const start = performance.now();
    expect(readEmails(note)).toMatchObject({ addresses: [], rests: [{ why: 'text' }] });
    expect(performance.now() - start).toBeLessThan(500);
  }
});
