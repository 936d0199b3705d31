// The group's own words for a status are read as ours, and ours are written in theirs.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  ownWordFor,
  readStatus,
  STATUSES,
  statusEffect,
  usualWords,
  type Status,
} from '../../src/touches/status';

describe('reading a status', () => {
  test.each<[Status, string]>([
    [
      'Shortlisted',
      'new|to do|To-Do|not yet|not contacted|Not contacted yet|not started|have not reached out|prospect',
    ],
    ['Researching', 'researching|needs research|need contact info|find e-mail|looking for contact'],
    ['Ready', 'ready|to contact|Ready to send|assigned|to e-mail'],
    [
      'Contacted',
      'contacted|emailed|E-mailed|emailed-1|emailed 11/3|Emailed on Nov 3|left vm|Left VM 10/28|LM|called|reached out|sent|e-mail sent|no answer|no response|waiting for a reply|bounced|texted them|first contact made',
    ],
    [
      'Following up',
      'following up|followed up|emailed-2|Emailed 2x|email #3|2nd email sent|reminder sent|follow-up|needs follow up',
    ],
    [
      'In conversation',
      'in talks|talking|in conversation|Replied!|meeting scheduled|met|spoke with Ruth|interested|maybe',
    ],
    ['Endorsed', 'yes!|Yes|signed|signed on|endorsed|ENDORSED 10/2|resolution passed|endorser'],
    ['Partner', 'partner|coalition member|joined'],
    ['Observer', 'observer'],
    ['Waiting', 'wait|waiting|on hold|paused|postponed|waiting until May|on hold till spring|later|not now'],
    ['Declined', 'no thanks|declined|No|not interested|said no|turned us down|refused'],
    [
      'Bowed out',
      'bowed out|unsubscribed|do not contact|DNC|opted out|withdrew|please remove them from the list',
    ],
    ['Unreachable', 'unreachable|wrong number|no contact info|disbanded'],
  ])('%s', (status, words) => {
    for (const word of words.split('|')) expect([word, readStatus(word)]).toEqual([word, status]);
  });

  test.each(['', '  ', 'purple', 'TBD', '?', '2026', 'see notes', '#N/A', 'pending'])(
    '“%s” is no status we know',
    (word) => {
      expect(readStatus(word)).toBeNull();
    },
  );

  test('a not turns a phrase round', () => {
    for (const word of [
      'not endorsed',
      'has not signed on yet',
      'never replied',
      'no reply to my call, not sent',
    ])
      expect(['Endorsed', 'In conversation']).not.toContain(readStatus(word));
  });

  test('our own words are read in any case, with stray blanks and marks', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...STATUSES),
        fc.constantFrom('', ' ', '\u00a0', '\u200b', '!'),
        (status, mark) => {
          expect(readStatus(`${mark}${status.toUpperCase()}${mark}`)).toBe(status);
        },
      ),
    );
  });

  test('no text makes it fail', () => {
    fc.assert(
      fc.property(fc.string(), (text) => readStatus(text) === null || STATUSES.includes(readStatus(text)!)),
    );
  });
});

describe('writing a status in the group’s own word', () => {
  test('their word is given as they wrote it, our own word first, else the more usual one', () => {
    expect(ownWordFor('Contacted', ['New', 'Emailed', 'No thanks'])).toBe('Emailed');
    expect(ownWordFor('Contacted', ['Emailed', 'Emailed', 'CONTACTED'])).toBe('CONTACTED');
    expect(ownWordFor('Declined', ['No', 'No thanks', 'No thanks'])).toBe('No thanks');
    expect(ownWordFor('Contacted', [' e-mailed '])).toBe('e-mailed');
  });

  test('a counter is kept where that is all they have', () => {
    expect(ownWordFor('Contacted', ['emailed-1', 'emailed-2'])).toBe('emailed-1');
    expect(ownWordFor('Following up', ['emailed-1', 'emailed-2'])).toBe('emailed-2');
  });

  test('nothing is made up: null where they have no word, or one that tells more than the status', () => {
    expect(ownWordFor('Contacted', ['New', 'Done'])).toBeNull();
    expect(ownWordFor('Contacted', ['left vm', 'bounced', 'no answer', 'Called 11/3'])).toBeNull();
    expect(ownWordFor('Waiting', [])).toBeNull();
  });

  test('what is written reads back as the status', () => {
    const words = [
      'emailed-1',
      'Yes!',
      'on hold',
      'left vm',
      'No thanks',
      'new',
      'emailed-2',
      'Met',
      'partner',
    ];
    for (const status of STATUSES) {
      const word = ownWordFor(status, words);
      if (word !== null) expect(readStatus(word)).toBe(status);
    }
  });
});

test('a formula’s words mean in the program what they mean in the sheet', () => {
  for (const effect of ['stops', 'waits'] as const)
    for (const word of usualWords(effect))
      expect([word, statusEffect(readStatus(word))]).toEqual([word, effect]);
});
