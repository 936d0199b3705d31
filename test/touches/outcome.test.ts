// What a touch that a person writes down changes in the row, and what goes back when it is taken back.
import { describe, expect, test } from '@jest/globals';
import { rowAfterTouch, rowWithoutTouch, type Outcome } from '../../src/touches/outcome';
import { answerStops, readAnswer } from '../../src/touches/answer';
import { cellText } from '../../src/values/cell';
import { day } from '../../src/values/day';
import { contact } from '../workbook/samples';

const TODAY = day('2026-11-12');
const after = (answer: string, status: string, outcome: Outcome, words: readonly string[] = []) => {
  const edits = rowAfterTouch(
    contact({ organization: 'Amity', answer, status, firstContacted: '2026-11-03' }),
    { outcome, day: TODAY, until: null, note: '' },
    words,
  );
  return Object.fromEntries(edits);
};

describe('a row after a touch', () => {
  test('says the answer first and the last contact at the end: what is cut off there is known to be behind', () => {
    const edits = rowAfterTouch(
      contact({ organization: 'Amity' }),
      { outcome: 'said no', day: TODAY, until: null, note: '' },
      ['Declined'],
    );
    expect(edits.map(([field]) => field)).toEqual(['answer', 'status', 'firstContacted', 'lastContacted']);
  });

  test('is closed by a no, by a word of the group or behind their own text', () => {
    expect(after('talked', 'Contacted', 'said no', ['Declined'])).toMatchObject({ status: 'Declined' });
    expect(after('talked', 'Contacted', 'said no', ['Declined'])['answer']).toBeUndefined();
    expect(after('talked', 'Contacted', 'said no')['answer']).toBe('talked; said no');
    expect(after('talked; said no', 'Contacted', 'said no')['answer']).toBeUndefined();
    expect(after('talked', 'Endorsed', 'said no')['answer']).toBeUndefined();
  });

  test('is stopped by every answer, also behind an attempt that stood there', () => {
    for (const stood of ['', 'left message', 'LM', 'bounced', 'out of office', 'no reply yet'])
      for (const outcome of ['talked', 'said yes', 'said no', 'answered'] as const) {
        const answer = cellText(after(stood, 'Contacted', outcome)['answer'] ?? '');
        expect(answer.startsWith(stood)).toBe(true);
        expect(answerStops(readAnswer(answer))).toBe(true);
        expect(readAnswer(answer)).not.toBe('unclear');
        expect(after(answer, 'Contacted', outcome)['answer']).toBeUndefined();
      }
  });

  test('goes back to their own text when the touch is taken back', () => {
    const back = (answer: string, outcome: Outcome) =>
      Object.fromEntries(
        rowWithoutTouch(
          contact({ organization: 'Amity', answer }),
          { outcome, day: TODAY, until: null },
          [outcome],
          null,
          [],
        ),
      )['answer'];
    expect(back('talked; said no', 'said no')).toBe('talked');
    expect(back('said no', 'said no')).toBe('');
    expect(back('talked; said no', 'talked')).toBeUndefined();
  });
});
