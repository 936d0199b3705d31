// The Outreach log as people leave it: moved columns, sorted, notes between, broken cells. No line is lost in silence.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Cell } from '../../src/values/cell';
import { day } from '../../src/values/day';
import { CHANNELS, type LogEntry } from '../../src/touches/log';
import { addUp, TAKEN_BACK } from '../../src/touches/logged';
import {
  columnsOfLog,
  entriesByContact,
  entriesFor,
  LOG_COLUMNS,
  logRow,
  readLog,
  readLogLines,
  takenBackId,
} from '../../src/touches/readLog';
import { contactOf, entry, on, theirs } from './samples';

function tab(rows: readonly (readonly Cell[])[]) {
  return { id: 7, name: 'Outreach log', hidden: false, rows };
}

const line = (over: Partial<LogEntry> = {}) =>
  logRow(entry('2026-11-03', { time: '14:05', messageKey: 'k1', ...over }));

const LINE: fc.Arbitrary<Omit<LogEntry, 'row'>> = fc.record({
  entryId: fc.constantFrom('', 'e1'),
  day: fc.constantFrom(day('2026-11-03'), day('2025-02-28')),
  time: fc.constantFrom(null, '00:00', '14:05'),
  who: fc.constantFrom('', 'Ana'),
  account: fc.constantFrom('', 'ana@larkhaven.example.org'),
  contact: fc.constantFrom('c1', 'c2'),
  organization: fc.constantFrom('', 'Kettle Lane Bakery', '=1+1'),
  channel: fc.constantFrom(...CHANNELS),
  kind: fc.constantFrom('first', 'follow-up', 'no answer'),
  direction: fc.constantFrom('ours' as const, 'theirs' as const),
  summary: fc.constantFrom('', 'We talked', 'two\nlines'),
  result: fc.constantFrom('sending' as const, 'sent' as const, 'failed' as const, 'unknown' as const),
  messageKey: fc.constantFrom('', 'k1'),
  gmailMessageId: fc.constantFrom('', 'm1'),
  gmailThreadId: fc.constantFrom('', 't1'),
  template: fc.constantFrom('', 'follow-up'),
  notes: fc.constantFrom('', 'left by Bo'),
  address: fc.constantFrom('', 'ruth@amity.example.org'),
});

describe('writing and reading', () => {
  test('a line reads back as it was written, wherever the columns stand', () => {
    fc.assert(
      fc.property(
        LINE,
        fc.shuffledSubarray([...LOG_COLUMNS], { minLength: LOG_COLUMNS.length }),
        (written, order) => {
          const cells = logRow(written);
          const rows = [['Our log'], [], order, order.map((name) => cells[LOG_COLUMNS.indexOf(name)] ?? '')];
          expect(readLogLines(tab(rows))).toEqual({ entries: [{ ...written, row: 4 }], unread: [] });
        },
      ),
    );
  });

  test('headings are known in any case and with stray blanks', () => {
    const headings = LOG_COLUMNS.map((name) => ` ${name.toUpperCase()} `);
    expect(readLog(tab([headings, line()]))).toHaveLength(1);
    expect(
      columnsOfLog(
        tab([
          ['', 'x'],
          ['', ...headings],
        ]),
      )?.get('Entry id'),
    ).toBe(2);
  });

  test('no tab and an empty tab are an empty log', () => {
    expect(readLogLines(null)).toEqual({ entries: [], unread: [] });
    expect(readLogLines(tab([['']]))).toEqual({ entries: [], unread: [] });
  });
});

describe('a line that was taken back', () => {
  const touch = theirs('2026-11-12', { entryId: 'e1', kind: 'answered' });
  const back = entry('2026-11-12', { entryId: takenBackId('e1'), kind: TAKEN_BACK, channel: 'unknown' });
  const read = (entries: readonly LogEntry[]) => readLog(tab([[...LOG_COLUMNS], ...entries.map(logRow)]));

  test('is no touch any more, in whatever order the log is sorted', () => {
    for (const lines of [
      [touch, back],
      [back, touch],
    ])
      expect(addUp(read(lines), null)).toMatchObject({ last: null, answer: null });
    expect(addUp(read([touch]), null).answer).not.toBeNull();
  });

  test('counts again where somebody deletes the line that takes it back, and takes no other one along', () => {
    const other = theirs('2026-11-12', { entryId: 'e2', kind: 'answered' });
    expect(addUp(read([touch, back, other]), null).answer).not.toBeNull();
  });
});

describe('what people do to a log', () => {
  test('blank rows and rows with only a note are passed over', () => {
    const note = LOG_COLUMNS.map((name) => (name === 'Notes' ? 'call them in May' : ''));
    expect(readLogLines(tab([LOG_COLUMNS, [], note, line(), ['', ' ']]))).toMatchObject({
      entries: [{ row: 4 }],
      unread: [],
    });
  });

  test('a line with a broken day is named, with what is still known of it', () => {
    const broken = line({ address: 'ruth@amity.example.org' });
    broken[1] = 'last week';
    const { entries, unread } = readLogLines(tab([LOG_COLUMNS, broken, line()]));
    expect(entries).toHaveLength(1);
    expect(unread).toMatchObject([
      {
        row: 2,
        contact: 'c1',
        messageKey: 'k1',
        address: 'ruth@amity.example.org',
        problem: { code: 'log-day', text: 'last week' },
      },
    ]);
  });

  test('a line about nobody is named', () => {
    const { entries, unread } = readLogLines(tab([LOG_COLUMNS, line({ contact: '', organization: '' })]));
    expect(entries).toEqual([]);
    expect(unread).toMatchObject([{ row: 2, problem: { code: 'log-contact' } }]);
  });

  test('a log without its headings is one problem, never an empty log', () => {
    const { entries, unread } = readLogLines(tab([line(), line()]));
    expect(entries).toEqual([]);
    expect(unread).toMatchObject([{ problem: { code: 'log-headings' } }]);
  });

  test('every filled line is either read or named', () => {
    const anyCell = fc.constantFrom<Cell>('', 'x', '2026-11-03', 'sent', 7, true, '#REF!', on('2026-11-03'));
    fc.assert(
      fc.property(fc.array(fc.array(anyCell, { minLength: 17, maxLength: 17 }), { maxLength: 8 }), (rows) => {
        const { entries, unread } = readLogLines(tab([LOG_COLUMNS, ...rows]));
        const noteColumn = LOG_COLUMNS.indexOf('Notes');
        const filled = rows.filter((row) => row.some((cell, i) => i !== noteColumn && cell !== ''));
        expect(entries.length + unread.length).toBe(filled.length);
      }),
    );
  });

  test('a day is read as a date cell, as text, or as people type it; one that reads two ways needs the locale', () => {
    const days = (when: Cell, locale?: string) => {
      const cells = line();
      cells[1] = when;
      return readLog(tab([LOG_COLUMNS, cells]), locale).map((e) => [e.day, e.time]);
    };
    expect(days(on('2026-11-03', '09:00'))).toEqual([['2026-11-03', '09:00']]);
    expect(days('2026-11-03T09:00')).toEqual([['2026-11-03', '09:00']]);
    expect(days('November 3, 2026')).toEqual([['2026-11-03', null]]);
    expect(days('11/3/2026', 'en_US')).toEqual([['2026-11-03', null]]);
    expect(days('11/3/2026', 'en_GB')).toEqual([['2026-03-11', null]]);
    expect(days('11/3/2026')).toEqual([]);
  });

  test('a send whose result was broken counts as not known', () => {
    const cells = line();
    cells[10] = 'snet';
    expect(readLog(tab([LOG_COLUMNS, cells]))[0]?.result).toBe('unknown');
  });

  test('lines typed by hand: channel and direction in their own words', () => {
    const typed = (over: Partial<Record<(typeof LOG_COLUMNS)[number], Cell>>) =>
      readLog(tab([LOG_COLUMNS, LOG_COLUMNS.map((name) => over[name] ?? '')]))[0];
    const call = { When: '2026-11-03', Organization: 'Kettle Lane Bakery' };
    expect(typed({ ...call, Channel: 'Phone call', Kind: 'no answer' })).toMatchObject({
      channel: 'phone',
      direction: 'ours',
    });
    expect(typed({ ...call, Channel: 'E-Mail', Summary: 'no thanks' })).toMatchObject({
      channel: 'e-mail',
      direction: 'theirs',
    });
    expect(typed({ ...call, Channel: 'Facebook', Direction: 'Theirs' })).toMatchObject({
      channel: 'social media',
      direction: 'theirs',
    });
    expect(typed({ ...call, Channel: 'pigeon' })).toMatchObject({
      channel: 'unknown',
      result: '',
      contact: '',
    });
  });
});

test('lines without an id belong to the organization they name', () => {
  const log = [
    entry('2026-11-01'),
    theirs('2026-11-02', { contact: '', organization: 'kettle lane bakery' }),
    entry('2026-11-03', { contact: 'c2' }),
  ];
  const byContact = entriesByContact(log);
  expect(byContact.get('c1')).toEqual([log[0]]);
  expect(entriesFor(contactOf({}), byContact)).toEqual([log[0], log[1]]);
  expect(entriesFor(contactOf({}, ''), byContact)).toEqual([log[1]]);
  expect(entriesFor(contactOf({ organization: '' }, ''), byContact)).toEqual([]);
});
