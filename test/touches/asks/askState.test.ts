// When an ask is due, waits or is fresh, what a list says of it, and which one a message follows up.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  aboutContact,
  aboutText,
  askState,
  askText,
  followedUp,
  type AskAbout,
} from '../../../src/touches/asks/askState';
import { addDays, day } from '../../../src/values/day';
import { settingsOf } from '../samples';
import { askOf, group, line, on, TODAY } from './samples';

const about = (over: Partial<AskAbout> = {}): AskAbout => ({
  followUpDays: 7,
  lastTouch: null,
  waitsTo: null,
  isClosed: false,
  today: TODAY,
  ...over,
});
const asked = (text: string | null) => (text === null ? null : day(text));

describe('an ask', () => {
  test('is due when nobody answered for the follow-up days, counted from the last touch of either side', () => {
    expect(askState(askOf({ askedOn: asked('2026-11-05') }), about())).toBe('due');
    expect(askState(askOf({ askedOn: asked('2026-11-06') }), about())).toBe('fresh');
    expect(askState(askOf(), about({ lastTouch: day('2026-11-10') }))).toBe('fresh');
    expect(askState(askOf(), about({ followUpDays: 10 }))).toBe('fresh');
    expect(askState(askOf({ askedOn: null }), about())).toBe('due');
  });

  test('waits up to its day and is due the day after, unless somebody was in touch since', () => {
    const until = (text: string) => askOf({ askedOn: asked('2026-11-10'), waitUntil: day(text) });
    expect(askState(until('2026-11-12'), about())).toBe('waiting');
    expect(askState(until('2026-11-11'), about())).toBe('due');
    expect(askState(until('2026-11-10'), about({ lastTouch: day('2026-11-11') }))).toBe('fresh');
    expect(askState({ ...until('2026-11-20'), answer: 'later' }, about())).toBe('waiting');
    const heard = about({ lastTouch: day('2026-11-11') });
    expect(askState({ ...until('2026-11-10'), answer: 'later' }, heard)).toBe('fresh');
  });

  test('that they answer later, without a day, comes back after a month', () => {
    const later = askOf({ askedOn: asked('2026-10-01'), answer: 'later' });
    expect(askState(later, about({ lastTouch: day('2026-10-14') }))).toBe('waiting');
    expect(askState(later, about({ lastTouch: day('2026-10-13') }))).toBe('due');
  });

  test('waits as long as its contact does, and is never due where nothing may be asked', () => {
    const old = askOf({ askedOn: asked('2026-09-01') });
    const settings = settingsOf();
    const of = (cells: Parameters<typeof group>[3], lines = [] as ReturnType<typeof line>[]) =>
      askState(old, aboutContact(group('a1', 'Amity', 5, cells), lines, settings, TODAY));
    expect(of({})).toBe('due');
    expect(of({ status: 'Waiting', nextFollowUp: on('2026-11-20') })).toBe('waiting');
    expect(of({ status: 'Waiting' })).toBe('waiting');
    for (const cells of [{ status: 'Declined' }, { status: 'Bowed out' }, { doNotContact: 'yes' }])
      expect(of(cells)).toBe('fresh');
    expect(of({ lastContacted: on('2026-11-10') })).toBe('fresh');
    expect(of({}, [line('2026-11-10', 'status check')])).toBe('fresh');
    expect(of({}, [line('2026-11-10', 'showed up')])).toBe('due');
  });

  test('is answered by yes, no, maybe and dropped', () => {
    for (const answer of ['yes', 'no', 'maybe', 'dropped'] as const)
      expect(askState(askOf({ answer }), about())).toBe('answered');
  });

  test('once due stays due until somebody is in touch', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.option(fc.integer({ min: -60, max: 60 })),
        (ago, wait) => {
          const ask = askOf({
            askedOn: addDays(TODAY, -ago),
            waitUntil: wait === null ? null : addDays(TODAY, wait),
          });
          if (askState(ask, about()) === 'due')
            expect(askState(ask, about({ today: addDays(TODAY, 1) }))).toBe('due');
        },
      ),
    );
  });
});

test('says what stands in the list', () => {
  const text = (over: Parameters<typeof askOf>[0], state: Parameters<typeof askText>[2] = 'due') =>
    askText(askOf(over), TODAY, state);
  expect(text({})).toBe('Asked on Nov 3 by Bo, no answer for 9 days');
  expect(text({}, 'fresh')).toBe('Asked on Nov 3 by Bo');
  expect(text({ askedOn: null, askedBy: '' })).toBe('Asked, no day says when');
  expect(text({ waitUntil: day('2026-11-20') }, 'waiting')).toBe('They decide on Nov 20');
  expect(text({ waitUntil: day('2026-11-10') })).toBe('They were to decide on Nov 10');
  expect(text({ answer: 'later', waitUntil: day('2026-12-03') }, 'waiting')).toBe('Later, until Dec 3');
  expect(text({ answer: 'later', waitUntil: day('2026-11-09') })).toBe('They asked to wait until Nov 9');
  expect(text({ answer: 'later' }, 'waiting')).toBe('Asked on Nov 3 by Bo, they said later');
  const yes = { answer: 'yes', answeredOn: day('2026-11-12'), whoDecided: 'Rev. Amity Cole' } as const;
  expect(text(yes, 'answered')).toBe('Yes on Nov 12, Rev. Amity Cole decided');
  expect(text({ answer: 'no' }, 'answered')).toBe('No');
  expect(text({ answer: 'dropped', note: 'they are too busy' }, 'answered')).toBe(
    'Dropped: they are too busy',
  );
  expect(text({ answer: 'maybe', unread: 'hmm' }, 'answered')).toBe('The answer “hmm” cannot be read');
});

test('a message follows up the newest ask that nobody answered', () => {
  const old = askOf({ id: 'old', kind: 'attend our meeting', askedOn: asked('2026-10-01') });
  const later = askOf({ id: 'later', answer: 'later' });
  const done = askOf({ id: 'done', answer: 'no', askedOn: asked('2026-11-10') });
  expect(followedUp([old, later, done])?.id).toBe('later');
  expect(followedUp([old, done])?.id).toBe('old');
  expect(followedUp([done])).toBeNull();
  expect(aboutText(later, TODAY)).toBe('endorsement, asked on Nov 3');
  expect(aboutText({ ...later, askedOn: null }, TODAY)).toBe('endorsement');
});
