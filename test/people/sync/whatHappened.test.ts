// What a volunteer chose or typed under "What happened" and "When": a touch, or what is missing, and never a guess.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { HINTS, isHint, readHappened, whatHappenedChoices } from '../../../src/people/sync/whatHappened';
import { addDays, day } from '../../../src/values/day';
import type { Cell } from '../../../src/values/cell';

const TODAY = day('2026-11-12');
const read = (what: string, when: Cell = '', locale = 'en_US') => readHappened(what, when, TODAY, locale);
const touch = (outcome = '', on: string = TODAY, until: string | null = null, about?: string) => ({
  kind: 'touch',
  touch: { outcome, day: on, until, ...(about === undefined ? {} : { about }) },
});
const unclear = (why: string) => ({ kind: 'unclear', why });

describe('what happened', () => {
  test('is a choice of the list, whatever its capitals and points, or a word that means the same', () => {
    expect(read('Talked.')).toEqual(touch('talked'));
    expect(read('SAID YES!')).toEqual(touch('said yes'));
    for (const text of ['LM', 'lvm', 'vm', 'Left message', 'left a msg', 'voice mail', 'Message left'])
      expect(read(text)).toEqual(touch('left a message'));
    for (const text of ['no reply', 'No response', 'did not pick up', 'didn’t answer'])
      expect(read(text)).toEqual(touch('no answer'));
  });

  test('names the ask that they answered, by the list or in words of their own', () => {
    const said = (what: string) => {
      const happened = read(what);
      return happened.kind === 'touch' ? [happened.touch.outcome, happened.touch.about] : happened.kind;
    };
    expect(said('said yes to endorsement')).toEqual(['said yes', 'endorsement']);
    expect(said('Said yes to the endorsement.')).toEqual(['said yes', 'endorsement']);
    // The trigger knows no kinds of the group's own, and “sign on” may be one: what stands there is kept.
    expect(said('yes to meeting')).toEqual(['said yes', 'meeting']);
    expect(said('they said no to sign on')).toEqual(['said no', 'sign on']);
    expect(said('said yes to Host a house meeting')).toEqual(['said yes', 'Host a house meeting']);
    expect(said('said yes')).toEqual(['said yes', undefined]);
    expect(said('no for now')).toEqual('unclear');
    expect(whatHappenedChoices(['Host a house meeting']).slice(-1)[0]).toBe(
      'said yes to Host a house meeting',
    );
  });

  test('is asked for where it may mean two things', () => {
    for (const text of ['yes', 'no', 'call back', 'wait', 'waiting', 'rang twice', 'said', 'LM, said yes'])
      expect(read(text)).toEqual(unclear('word'));
  });

  test('takes the day to wait for from the same cell or from When, by the sheet’s locale', () => {
    expect(read('wait until Dec 1')).toEqual(touch('wait until', TODAY, '2026-12-01'));
    expect(read('wait till 12/1')).toEqual(touch('wait until', TODAY, '2026-12-01'));
    expect(read('wait until 1.12.', '', 'de_DE')).toEqual(touch('wait until', TODAY, '2026-12-01'));
    expect(read('wait until …', 'Jan 5')).toEqual(touch('wait until', TODAY, '2027-01-05'));
    expect(read('wait until …')).toEqual(unclear('no day'));
    expect(read('wait until next week')).toEqual(unclear('until'));
    expect(read('wait until 2026-11-12')).toEqual(unclear('until'));
  });

  test('is of today at the latest', () => {
    expect(read('talked', 'Nov 10')).toEqual(touch('talked', '2026-11-10'));
    expect(read('talked', 'Tuesday')).toEqual(unclear('day'));
    fc.assert(
      fc.property(
        fc.constantFrom(...whatHappenedChoices([]).filter((what) => !what.startsWith('wait'))),
        fc.integer({ min: -400, max: 400 }),
        (what, n) => {
          const when = { day: addDays(TODAY, n), time: null };
          const [outcome, about] = what.split(' to ');
          const said = touch(outcome, when.day, null, about);
          expect(read(what, when)).toEqual(n > 0 ? unclear('day') : said);
        },
      ),
    );
  });

  test('of any text is a touch that can be true, or is asked for; what the row says then is none of the words', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.constantFrom('en_US', 'de_DE'), (what, when, locale) => {
        const happened = read(what, when, locale);
        if (happened.kind !== 'touch') return;
        expect(happened.touch.day <= TODAY).toBe(true);
        expect(happened.touch.until === null || happened.touch.until > TODAY).toBe(true);
      }),
    );
    for (const hint of Object.values(HINTS)) {
      expect(isHint(hint)).toBe(true);
      expect(read(hint)).toEqual(unclear('word'));
    }
    expect(isHint('Follow up')).toBe(false);
  });
});
