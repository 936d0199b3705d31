// A touch on its way from the dropdown into the log: kept in the record of the row, then one line of the log.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  lostRecord,
  readRecord,
  touchId,
  writeRecord,
  type TakenTouch,
} from '../../../src/people/sync/record';
import { touchEntry } from '../../../src/people/sync/touchEntry';
import { OUTCOMES } from '../../../src/touches/outcome';
import { addDays, day } from '../../../src/values/day';
import { contact } from '../../workbook/samples';

const TODAY = day('2026-11-12');
const taken = (over: Partial<TakenTouch> = {}): TakenTouch => ({
  ...{ entryId: 't-1', outcome: 'said yes', day: TODAY, time: '09:12', until: '' },
  ...over,
});

describe('a touch in the record of its row', () => {
  test('reads back whole, with the ask that they answered', () => {
    const anyDay = fc.integer({ min: -400, max: 400 }).map((n) => addDays(TODAY, n));
    const anyTouch = fc
      .record({
        entryId: fc.string({ minLength: 1 }),
        outcome: fc.constantFrom(...OUTCOMES),
        day: anyDay,
        time: fc.constantFrom('09:12', '23:59'),
        until: fc.oneof(fc.constant('' as const), anyDay),
        about: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
      })
      .map(({ about, ...touch }): TakenTouch => (about === undefined ? touch : { ...touch, about }));
    fc.assert(
      fc.property(fc.array(anyTouch, { maxLength: 4 }), (touches) => {
        const record = { ...lostRecord(7, 'c-1'), touches };
        expect(readRecord(writeRecord(record))).toEqual(record);
      }),
    );
  });

  test('has another id where another ask was answered, and the same where none is named', () => {
    const record = lostRecord(7, 'c-1');
    const ids = ['endorsement', 'let us present'].map((about) => touchId(record, taken({ about })));
    expect(new Set([...ids, touchId(record, taken())]).size).toBe(3);
    expect(touchId(record, taken({ about: '' }))).toBe(touchId(record, taken()));
  });

  test('is a line of the log that names the ask', () => {
    const amity = contact({ organization: 'Amity', outreachId: 'c-1' });
    const line = (over: Partial<TakenTouch>) => touchEntry(amity, 'Dee', taken(over));
    expect(line({ about: 'endorsement' })).toMatchObject({
      ...{ kind: 'said yes', summary: 'yes to endorsement', direction: 'theirs', who: 'Dee', contact: 'c-1' },
    });
    expect(line({ outcome: 'said no', about: 'let us present' }).summary).toBe('no to let us present');
    expect(line({}).summary).toBe('');
    expect(line({ outcome: 'wait until', until: day('2026-12-01') }).summary).toBe('wait until 2026-12-01');
  });
});
