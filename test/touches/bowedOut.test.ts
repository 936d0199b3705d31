// Who bowed out is left alone everywhere until they come back, whatever word the group has for it; deeds and status checks
// in the log; asks that were written down by hand.
import { describe, expect, test } from '@jest/globals';
import { isOpen } from '../../src/people/open';
import { rowAfterSend } from '../../src/mail/rowAfterSend';
import { markBowedOut } from '../../src/touches/bowedOut';
import { staleReport } from '../../src/touches/dueList';
import { addUp, deedOf, isTouch } from '../../src/touches/logged';
import { rowAfterTouch, rowWithoutTouch } from '../../src/touches/outcome';
import { stateOf } from '../../src/touches/state';
import { statusOf } from '../../src/touches/status';
import { day } from '../../src/values/day';
import { contactOf, entry, on, settingsOf, theirs, TODAY } from './samples';

const DUE = contactOf({ lastContacted: on('2026-11-03'), status: 'Contacted' });
const OUT = theirs('2026-11-05', { kind: 'bowed out', summary: 'Too much on our plate' });
const BACK = theirs('2026-11-09', { kind: 'Came back' });

describe('who bowed out', () => {
  test('is due for nothing, whatever the status says, and free again once they are back', () => {
    const state = (lines: Parameters<typeof stateOf>[1]) => stateOf(DUE, lines, settingsOf(), TODAY, 'en_US');
    expect(state([])).toMatchObject({ word: 'Follow up', next: 'follow-up' });
    expect(state([OUT])).toMatchObject({ word: '', next: null, why: 'They bowed out' });
    expect(state([OUT, BACK]).why).not.toBe('They bowed out');
    expect(state([BACK, OUT, theirs('2026-11-10', { kind: 'bowed out' })]).why).toBe('They bowed out');
    // What was taken back does not count.
    expect(state([{ ...OUT, kind: 'taken back' }]).word).toBe('Follow up');
    const report = staleReport([DUE], [OUT], settingsOf(), TODAY, 'en_US');
    expect([report.due, report.quiet, report.done]).toEqual([[], [], 1]);
  });

  test('is marked on the contact, so that no work is given on them and no status is written over', () => {
    const [marked] = markBowedOut([DUE], [OUT]);
    expect(marked && statusOf(marked)).toBe('Bowed out');
    expect(isOpen(DUE)).toBe(true);
    expect(marked && isOpen(marked)).toBe(false);
    expect(markBowedOut([DUE], [OUT, BACK])[0]).toBe(DUE);
    const contacts = [DUE];
    expect(markBowedOut(contacts, [entry('2026-11-03')])).toBe(contacts);
    const touch = { outcome: 'talked', day: TODAY, until: null, note: '' } as const;
    const fields = (contact: typeof DUE) =>
      rowAfterTouch(contact, touch, ['In conversation']).map(([of]) => of);
    expect(fields(DUE)).toContain('status');
    expect(marked && fields(marked)).not.toContain('status');
  });

  test('has no status written by a send', () => {
    const unmarked = contactOf({ status: '' });
    const [marked = unmarked] = markBowedOut([unmarked], [OUT]);
    const header = ['Organization', 'Status'];
    const table = { id: 1, name: 'C', hidden: false, rows: [header, ['Kettle Lane Bakery', '']] };
    const column = (at: number, name: string) => ({ columns: [at] as [number], headers: [name], sure: true });
    const map = {
      ...{ sheetId: 1, sheet: 'C', headerRow: 1, firstRow: 2, lastRow: 2, questions: [], width: 2 },
      ...{ outreachIdColumn: 0, nextStepColumn: 0, columns: { status: column(2, 'Status') } },
    };
    const after = (contact: typeof marked) =>
      rowAfterSend(table, map, { key: 'c1', contact: { ...contact, row: 2 }, day: TODAY, attempt: 1 }, [
        'Contacted',
      ]);
    expect(after(unmarked)).toHaveLength(1);
    expect(after(marked)).toEqual([]);
  });
});

describe('lines about asks and partners', () => {
  test('an ask and a status check are touches of ours, and no e-mail of the add-on', () => {
    for (const kind of ['asked', 'status check']) {
      const logged = addUp(
        [entry('2026-11-03', { kind, summary: 'suggest a clause', channel: 'phone' })],
        null,
      );
      expect(logged).toMatchObject({ lastOurs: { day: '2026-11-03' }, answer: null, emails: 0 });
    }
    expect(addUp([entry('2026-11-03', { kind: 'asked', summary: 'endorsement' })], null).emails).toBe(0);
    // The words of the ask are no answer, whatever they are.
    const odd = entry('2026-11-03', { kind: 'asked', summary: 'bounced' });
    expect(addUp([odd], null).lastOurs).not.toBeNull();
  });

  test('what we did for them is no touch; the same word of theirs is an answer', () => {
    const deed = entry('2026-11-03', { kind: 'Signed', channel: 'unknown', result: '' });
    expect([deedOf(deed), isTouch(deed), addUp([deed], null).last]).toEqual(['signed', false, null]);
    const answer = theirs('2026-11-03', { kind: 'signed' });
    expect([deedOf(answer), isTouch(answer)]).toEqual([null, true]);
    expect(addUp([answer], null).answer).not.toBeNull();
  });

  test('a yes to an ask whose words sound like waiting is an answer', () => {
    const line = theirs('2026-11-03', { kind: 'said yes', summary: 'yes to vote at the council' });
    expect(addUp([line], null).answer).toMatchObject({ waits: false });
    const waits = theirs('2026-11-03', { kind: 'answered', summary: 'they decide at their meeting' });
    expect(addUp([waits], null).answer).toMatchObject({ waits: true });
  });
});

describe('a yes or no to one ask', () => {
  const words = ['Contacted', 'In conversation', 'Declined', 'Endorsed'];
  const after = (outcome: 'said yes' | 'said no', about: string, status = 'Contacted', answer = '') =>
    Object.fromEntries(
      rowAfterTouch(
        contactOf({ status, answer }),
        { outcome, day: TODAY, until: null, note: '', about },
        words,
      ),
    );

  test('closes no contact, and a yes to the endorsement is the status Endorsed', () => {
    expect(after('said no', '')).toMatchObject({ status: 'Declined', answer: 'said no' });
    expect(after('said no', 'attend our meeting')).toMatchObject({
      status: 'In conversation',
      answer: 'no to attend our meeting',
    });
    expect(after('said yes', 'endorsement')).toMatchObject({
      status: 'Endorsed',
      answer: 'yes to endorsement',
    });
    expect(after('said yes', 'let us present')).toMatchObject({ status: 'In conversation' });
    expect(after('said no', 'endorsement', 'Declined')['status']).toBeUndefined();
    expect(after('said no', 'endorsement', 'Partner')['status']).toBeUndefined();
    expect(after('said no', 'endorsement', 'Contacted', 'left message')['answer']).toBe(
      'left message; answered',
    );
  });

  test('goes out of the row again when it is taken back', () => {
    for (const [outcome, about] of [
      ['said yes', 'endorsement'],
      ['said no', 'attend our meeting'],
    ] as const) {
      const cells = after(outcome, about);
      const row = contactOf({
        status: cells['status'] ?? '',
        answer: cells['answer'] ?? '',
        lastContacted: on(TODAY),
      });
      const touch = { outcome, day: TODAY, until: null, about };
      expect(
        Object.fromEntries(rowWithoutTouch(row, touch, [outcome], day('2026-11-03'), words)),
      ).toMatchObject({
        answer: '',
        status: 'Contacted',
        lastContacted: { day: '2026-11-03' },
      });
    }
  });
});
