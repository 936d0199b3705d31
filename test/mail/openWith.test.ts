// What is said of a contact before it goes to somebody else.
import { describe, expect, test } from '@jest/globals';
import { openWith } from '../../src/mail/openWith';
import type { LogEntry } from '../../src/touches/log';
import { HANDED_OVER, TIE_ASKED } from '../../src/touches/logged';
import { contactOf, entry, on, settingsOf, theirs, TODAY } from '../touches/samples';

const said = (cells: Parameters<typeof contactOf>[0], ...entries: LogEntry[]) =>
  openWith(contactOf(cells), entries, { settings: settingsOf(), today: TODAY, locale: 'en_US' });

describe('what is open with a contact', () => {
  test('a message without an answer: who wrote, when, and where an answer would come', () => {
    expect(said({}, entry('2026-11-03', { who: 'Bo' }))).toEqual([
      'Bo wrote to them 9 days ago (Nov 3), and there is no answer yet.',
      'An answer would come to Bo’s mailbox.',
    ]);
    expect(said({}, entry('2026-11-12', { who: 'Bo', channel: 'phone', kind: 'no answer' }))).toEqual([
      'Bo called them today (Nov 12), and there is no answer yet.',
    ]);
  });

  test('a date that somebody typed', () => {
    expect(said({ lastContacted: on('2026-11-03') })).toEqual([
      'Somebody of ours was in touch with them 9 days ago (Nov 3), and there is no answer yet.',
    ]);
  });

  test('an answer, a wait, a talk', () => {
    expect(said({}, entry('2026-11-03'), theirs('2026-11-05', { summary: 'maybe in spring' }))[0]).toContain(
      'They answered on Nov 5: ‘maybe in spring’.',
    );
    expect(said({ status: 'Waiting', nextFollowUp: on('2026-11-30') })).toEqual(['Waiting until Nov 30.']);
    expect(said({ status: 'In conversation' })).toEqual(['You are in conversation with them.']);
  });

  test('a message of which nobody knows whether it left', () => {
    expect(said({}, entry('2026-11-03', { result: 'unknown' }))[0]).toContain('Nobody knows yet whether');
  });

  test('an introduction that was asked for, and the task', () => {
    const asked = entry('2026-11-04', {
      kind: TIE_ASKED,
      channel: 'unknown',
      result: '',
      summary: 'Asked Dee for an introduction',
    });
    expect(said({ task: 'Reach out', due: on('2026-11-19') }, asked)).toEqual([
      'Not contacted yet.',
      'Asked Dee for an introduction on Nov 4.',
      '“Reach out” is due on Nov 19.',
    ]);
  });

  test('that it was handed over before is no touch and no answer', () => {
    const handed = entry('2026-11-11', {
      kind: HANDED_OVER,
      channel: 'unknown',
      result: '',
      summary: 'From Bo to Dee',
    });
    expect(said({}, handed)).toEqual(['Not contacted yet.']);
    expect(said({}, entry('2026-11-03', { who: 'Bo' }), handed)[0]).toContain('Bo wrote to them 9 days ago');
  });
});
