import { describe, expect, test } from '@jest/globals';
import { quotaLeft } from '../../src/mail/quota';
import { ANA, daysAgo, entry, sent, TODAY } from './sampleCampaign';

const NOW = { day: TODAY, time: '14:15' };
const used = (log: Parameters<typeof quotaLeft>[0], limit = 100) => quotaLeft(log, ANA.account, NOW, limit);

describe('the last 24 hours roll', () => {
  test('a message counts until the same minute of the next day', () => {
    const at = (time: string) => [sent({ day: daysAgo(1), time })];
    expect(used(at('14:16')).used).toBe(1);
    expect(used(at('14:15')).used).toBe(0);
    expect(used([sent({ day: TODAY, time: '09:00' })]).used).toBe(1);
    expect(used([sent({ day: daysAgo(2), time: '23:59' })]).used).toBe(0);
  });

  test('a line without a time counts for its day and the next', () => {
    expect(used([sent({ day: daysAgo(1), time: null })]).used).toBe(1);
  });

  test('what may have left counts; what failed, came in, went by phone or from another account does not', () => {
    expect(
      used([sent({ day: TODAY, result: 'unknown' }), sent({ day: TODAY, result: 'sending' })]).used,
    ).toBe(2);
    const others = [
      sent({ day: TODAY, result: 'failed' }),
      sent({ day: TODAY, account: 'bo@larkhaven.example.org' }),
      entry({ day: TODAY, channel: 'phone' }),
      entry({ day: TODAY, direction: 'theirs', result: 'received' }),
    ];
    expect(used(others).used).toBe(0);
  });

  test('the owner in copy counts too', () => {
    expect(used([sent({ day: TODAY, address: 'a@x.example.org, bo@y.example.org' })]).used).toBe(2);
  });

  test('what stands in no log counts beside it, for 24 hours as well', () => {
    const all = (time: string) =>
      quotaLeft([sent({ day: TODAY })], ANA.account, NOW, 5, [{ day: daysAgo(1), time, recipients: 4 }]);
    expect(all('14:16')).toMatchObject({ used: 5, left: 0, freeFrom: { day: TODAY, time: '14:16' } });
    expect(all('14:15').used).toBe(1);
  });

  test('when nothing is left it says from when', () => {
    const log = [sent({ day: daysAgo(1), time: '14:20' }), sent({ day: TODAY, time: '10:00' })];
    expect(used(log, 2)).toEqual({ used: 2, left: 0, limit: 2, freeFrom: { day: TODAY, time: '14:20' } });
    expect(used(log, 1).freeFrom).toEqual({ day: daysAgo(-1), time: '10:00' });
    expect(used(log, 3)).toMatchObject({ left: 1, freeFrom: null });
    expect(used([], 0)).toEqual({ used: 0, left: 0, limit: 0, freeFrom: null });
  });
});
