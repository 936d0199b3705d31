import { describe, expect, test } from '@jest/globals';
import { check, codes, goodRow } from './support';

const one = (email: string) => check([goodRow(1, { email }), goodRow(2)])[0];

describe('the e-mail column', () => {
  test.each([
    ['ann@example,org', 'ann@example.org'],
    ['ann(at)example.org', 'ann@example.org'],
    ['ann@@example.org', 'ann@example.org'],
    ['<ann@example.org', 'ann@example.org'],
    ['ann@example..org', 'ann@example.org'],
    ['bo@example.org; ann@@example.org', 'bo@example.org; ann@example.org'],
  ])('%s is repaired, since it can only mean one address', (typed, meant) => {
    const found = one(typed);
    expect(found).toMatchObject({ rule: 'email-broken', level: 'error', row: 2, value: typed });
    expect(found?.fixes).toEqual([{ row: 2, column: 2, from: typed, to: meant }]);
  });

  test.each([
    'ann@example',
    'ann example.org',
    'first last@example.org',
    'ann@',
    'ann.example.org',
    'call Ann',
  ])('%s is left to a person', (typed) => {
    expect(one(typed)).toMatchObject({ rule: 'email-broken', fixes: [] });
  });

  test('two good addresses of which one is broken are not repaired by half', () => {
    expect(one('ann@example; bo@@example.org')).toMatchObject({ rule: 'email-broken', fixes: [] });
  });

  test('a phone number and a web address are told apart from broken addresses', () => {
    expect(one('503-555-0142')?.rule).toBe('phone-in-email');
    expect(one('https://www.example.org')?.rule).toBe('web-address-in-email');
  });

  test('a phone number beside an address is other text', () => {
    expect(one('ann@example.org 503-555-0142')?.rule).toBe('text-around-email');
  });

  test('a remark behind an address is other text; a word that tells two addresses apart is not', () => {
    for (const email of ['ann@example.org (home)', 'ann@example.org (best on Mondays)'])
      expect(one(email)).toMatchObject({ rule: 'text-around-email', level: 'warning', fixes: [] });
    expect(one('ann@example.org (home)')?.message).toContain('“home”');
    expect(one('ann@example.org (work), bo@example.org (home)')).toBeUndefined();
    expect(one('ann@example.org (work), bo@example.org (not on Mondays)')?.message).toContain(
      'not on Mondays',
    );
  });

  test('a placeholder beside an address is told of', () => {
    expect(one('ann@example.org; tbd')?.rule).toBe('placeholder');
  });

  test.each([
    'ann@example.org, bo@example.org',
    'ann@example.org; bo@example.org',
    'Ann Perry <ann@example.org>',
    'mailto:ann@example.org',
    "siobhan.o'brien@example.org",
    'ANN@EXAMPLE.ORG',
    'ann+council@example.co.uk',
  ])('%s is fine', (typed) => {
    expect(codes([goodRow(1, { email: typed }), goodRow(2)])).toEqual([]);
  });

  test('an address in the phone column is sent to where it belongs', () => {
    const [found] = check([goodRow(1, { phone: '503-555-0142 ann@example.org', email: '' }), goodRow(2)]);
    expect(found).toMatchObject({ rule: 'email-elsewhere', row: 2, column: 3 });
    expect(found?.message).toContain('blank here');
  });

  test('an address in the notes, and a profile with an @, are fine', () => {
    expect(
      codes([goodRow(1, { notes: 'or write to ann@example.org', website: 'https://example.org/@ann' })]),
    ).toEqual([]);
  });
});
