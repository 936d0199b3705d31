import { describe, expect, test } from '@jest/globals';
import { KINDS, kindOf } from '../../src/texts/kinds';
import { SHIPPED_TEMPLATES } from '../../src/texts/templates';

describe('kinds of groups', () => {
  test.each([
    ['union', 'unions'],
    ['labor', 'unions'],
    ['seiu local 49', 'unions'],
    ['nurses union', 'nurses'],
    ['faith group', 'faith groups'],
    ['mosque', 'faith groups'],
    ['medical society', 'physicians'],
    ['small business', 'small businesses'],
    ['local business', 'small businesses'],
    ['worker center', 'worker centers'],
    ['immigrant rights', 'immigrant groups'],
    ['disability', 'disability groups'],
    ['young workers', 'young workers'],
    ['racial justice', 'racial justice'],
    ['community health center', 'clinics'],
    ['chapter of a national group', 'national chapters'],
  ])('“%s” means %s', (category, key) => {
    expect(kindOf(category)?.key).toBe(key);
  });

  test('a category that is none of them gets no paragraph rather than a wrong one', () => {
    for (const category of ['', 'credit union', 'other', 'housing', 'district 4', 'board', 'c', 'high'])
      expect(kindOf(category)).toBeNull();
  });

  test('each kind is found by its own name', () => {
    for (const kind of KINDS) expect(kindOf(kind.key)).toBe(kind);
  });
});

describe('shipped templates', () => {
  test('each key stands once, and only e-mails have a subject', () => {
    expect(new Set(SHIPPED_TEMPLATES.map((t) => t.key)).size).toBe(SHIPPED_TEMPLATES.length);
    for (const template of SHIPPED_TEMPLATES)
      expect(template.subject !== '').toBe(template.channel === 'e-mail');
  });

  test('a text fits a cell and shouts at nobody', () => {
    for (const { body } of SHIPPED_TEMPLATES) {
      expect(body.length).toBeLessThan(3000);
      expect(body).not.toMatch(/!|see below|please/i);
    }
  });
});
