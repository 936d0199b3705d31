import { describe, expect, test } from '@jest/globals';
import type { Cell } from '../../src/values/cell';
import { check, codes, goodRow, on, type Row } from './support';

const last = (lastContacted: Cell, more: Row = {}) =>
  check([goodRow(1, { lastContacted, ...more }), goodRow(2, { lastContacted: on('2026-11-02') })]);

describe('date columns', () => {
  test.each(['soon', '31/02/2026', 'left a message'])('%s is no date', (text) => {
    expect(last(text)).toMatchObject([{ rule: 'date-unreadable', level: 'error', row: 2, value: text }]);
  });

  test('a small number is no date, the number of a day is one', () => {
    expect(last(7).map((f) => f.rule)).toEqual(['date-unreadable']);
    expect(last(46300)).toEqual([]);
  });

  test('a question mark is a placeholder, told once', () => {
    expect(last('?').map((f) => f.rule)).toEqual(['placeholder']);
  });

  test('text that reads two ways names both days with the month as a word', () => {
    const [found] = last('03/04/2026');
    expect(found?.rule).toBe('date-two-ways');
    expect(found?.message).toContain('Mar 4');
    expect(found?.message).toContain('Apr 3');
  });

  test('a date that is text is told of, since the sheet does not count it', () => {
    expect(last('Nov 3, 2026')).toMatchObject([{ rule: 'date-as-text', fixes: [] }]);
  });

  test('without a year a touch is offered as the last such day, a day to come as the next one', () => {
    const offered = (row: Row) => check([goodRow(1, row), goodRow(2, row)])[0]?.message;
    expect(offered({ lastContacted: '3/4' })).toMatch(/can be Mar 4 or Apr 3\. /);
    expect(offered({ lastContacted: 'Nov 30' })).toContain('type Nov 30, 2025 again');
    expect(offered({ firstContacted: 'Nov 12' })).toContain('type Nov 12 again');
    for (const field of ['nextFollowUp', 'due'] as const) {
      expect(offered({ [field]: 'Mar 4' })).toContain('type Mar 4, 2027 again');
      expect(offered({ [field]: 'Nov 12' })).toContain('type Nov 12 again');
    }
  });

  test('a contact in the future is an error; today is fine', () => {
    expect(last(on('2026-11-13')).map((f) => f.rule)).toEqual(['touch-in-future']);
    expect(last(on('2026-11-12'))).toEqual([]);
  });

  test('a day and month that were exchanged are proposed', () => {
    expect(last(on('2026-12-10'))[0]?.message).toContain('Oct 12');
  });

  test('a follow-up and their meeting may lie in the future', () => {
    const row = goodRow(1, { nextFollowUp: on('2026-12-01'), theirNextMeeting: on('2027-01-09') });
    expect(codes([row])).toEqual([]);
  });

  test('when they meet may be said in words, but not as a day that does not exist', () => {
    expect(codes([goodRow(1, { theirNextMeeting: 'Second Tuesdays' })])).toEqual([]);
    expect(codes([goodRow(1, { theirNextMeeting: '31/02/2026' })])).toEqual(['date-unreadable']);
  });

  test('the last contact cannot be before the first', () => {
    const found = last(on('2026-10-01'), { firstContacted: on('2026-10-05') });
    expect(found).toMatchObject([{ rule: 'last-before-first', row: 2, column: 5 }]);
  });

  test('a column typed day first in an American sheet is one finding with its rows', () => {
    const rows = ['25/10/2026', '28/10/2026'].map((text, i) => goodRow(i, { lastContacted: text }));
    const found = check([...rows, goodRow(3, { lastContacted: on('2026-09-10') })]);
    expect(found).toMatchObject([{ rule: 'date-against-locale', rows: [2, 3], column: 4 }]);
    expect(found[0]?.message).toContain('1 other date');
  });

  describe('one date typed day first', () => {
    const message = (...dates: string[]) => {
      const rows = dates.map((of, i) => goodRow(i, { lastContacted: on(of) }));
      return check([goodRow(90, { lastContacted: '25/10/2026' }), ...rows])[0]?.message;
    };

    test('is a slip where others were surely typed as the sheet reads: nothing is said of them', () => {
      const found = message('2026-10-04', '2026-10-20', '2026-09-03', '2026-08-30');
      expect(found).toContain('Type Oct 25 instead.');
      expect(found).not.toContain('other date');
    });

    test('puts the others in doubt where every one of them could have been typed so', () => {
      expect(message('2026-10-04', '2026-09-03')).toContain('2 other dates');
    });

    test('but not those that read the same both ways, or would lie in the future', () => {
      expect(message('2026-10-10', '2026-05-12')).not.toContain('other date');
    });
  });

  test('the same column is fine in a British sheet, but for being text', () => {
    const rows = [goodRow(1, { lastContacted: '25/10/2026' })];
    expect(codes(rows, { locale: 'en_GB' })).toEqual(['date-as-text']);
  });
});
