// What came back, read from the words of an answer cell.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { answerStops, readAnswer, USUAL_NOTHING_WORDS, type AnswerKind } from '../../src/touches/answer';

describe('reading an answer', () => {
  test.each<[AnswerKind, string]>([
    ['blank', '| |\u200b|-|–|...'],
    [
      'nothing-came-back',
      'no answer|No Answer.|no reply|No response yet|voicemail|Left message|left a message with the office|LM|LVM 10/3|Left VM Nov 3|vm x2|busy|mailbox full|n/a|N/A|none|still no answer|did not pick up|waiting to hear back|FALSE',
    ],
    ['out-of-office', 'out of office|OOO|Out of the office until Nov 20|auto-reply|on vacation'],
    ['bounced', 'Bounced|bounced back|e-mail bounced 11/4|undeliverable|returned to sender'],
    ['said-yes', 'yes|Yes!|YES - they endorsed|endorsed|signed on|count us in'],
    [
      'said-no',
      'no|No thanks|declined|not interested|Not interested at this time|unsubscribe|please remove us',
    ],
    [
      'decides-there',
      'They decide at their meeting|board votes Nov 20|will vote in December|on the agenda for their meeting|members will decide|council votes on it in May',
    ],
    [
      'answer',
      'maybe in spring|Maybe|talked|replied|interested|ask again in January|They want to know more about it|TRUE',
    ],
    [
      'unclear',
      '?|??|zzz|see notes|see notes in the other tab|7|11/3/2026|#N/A|left message, she said call back|✓',
    ],
  ])('%s', (kind, words) => {
    for (const word of words.split('|')) expect([word, readAnswer(word)]).toEqual([word, kind]);
  });

  test('stops: any answer and what cannot be read; not an attempt, an automatic reply, a bounce, a meeting of theirs', () => {
    const kinds: AnswerKind[] = ['blank', 'nothing-came-back', 'out-of-office', 'bounced', 'decides-there'];
    expect(kinds.filter(answerStops)).toEqual([]);
    expect((['said-yes', 'said-no', 'answer', 'unclear'] as const).filter(answerStops)).toHaveLength(4);
  });

  test('an attempt with more to it is never taken for silence', () => {
    for (const text of [
      'no answer needed, they endorsed',
      'left message, they called back and said no',
      'voicemail but then she replied',
    ])
      expect(answerStops(readAnswer(text))).toBe(true);
  });

  test('text we have no word for always stops', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[qxz]{2,8}( [qxz]{2,8}){0,5}$/), (text) => {
        expect(answerStops(readAnswer(text))).toBe(true);
      }),
    );
  });

  test('a formula’s words mean in the program what they mean in the sheet', () => {
    for (const word of USUAL_NOTHING_WORDS)
      expect([word, answerStops(readAnswer(word))]).toEqual([word, false]);
  });
});
