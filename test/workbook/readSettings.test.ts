// Settings and volunteers as people type them: what can be read is used, what cannot is named and never thrown.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Cell } from '../../src/values/cell';
import { day } from '../../src/values/day';
import { SETTINGS_SHAPE, VOLUNTEERS_SHAPE } from '../../src/workbook/ourTabs';
import {
  DEFAULT_SETTINGS,
  emailsFor,
  followUpDaysFor,
  readSettings,
  SETTING_NAMES,
} from '../../src/workbook/readSettings';
import { readVolunteers } from '../../src/workbook/readVolunteers';
import { table } from './samples';

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string(),
  fc.double(),
  fc.boolean(),
  fc.constantFrom<Cell>('', '#N/A', 'soon', '13/13/2026', { day: '2026-11-19' as never, time: null }),
);
const settings = (...rows: Cell[][]) =>
  readSettings(table('Settings', [['Name', 'Value'], ...rows]), 'en_US');

describe('settings', () => {
  test('the shipped tab says what the shipped values are', () => {
    const read = readSettings(table('Settings', SETTINGS_SHAPE.rows), 'en_US');
    expect(read.problems).toEqual([]);
    expect(read.settings).toEqual({
      ...DEFAULT_SETTINGS,
      emailsByCategory: { ...DEFAULT_SETTINGS.emailsByCategory, union: 3 },
    });
  });

  test('anything in the cells gives settings that can be worked with, and a bad value is named with its cell', () => {
    const names = fc.constantFrom(
      ...Object.values(SETTING_NAMES),
      'Follow-up days: Union',
      'Attempts: Union',
      'Something else',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(names, anyCell), { maxLength: 20 }), (rows) => {
        const read = settings(...rows.map((row) => [...row]));
        expect(Number.isInteger(read.settings.followUpDays) && read.settings.followUpDays >= 1).toBe(true);
        expect(Number.isInteger(read.settings.emails) && read.settings.emails >= 1).toBe(true);
        expect(Number.isInteger(read.settings.dailyLimit) && read.settings.dailyLimit >= 0).toBe(true);
        for (const problem of read.problems) {
          expect(problem.place).toMatchObject({ sheet: 'Settings', column: 'B' });
          expect(problem.todo).not.toBe('');
        }
      }),
    );
  });

  test('days off are read, and a part that cannot be read is named while the rest counts', () => {
    const read = settings(['Days off', 'Sundays, Easter, Dec 24 – Jan 1']);
    expect(read.settings.daysOff).toEqual({ weekdays: [6], spans: [{ from: '12-24', to: '01-01' }] });
    expect(read.problems).toEqual([
      expect.objectContaining({
        message: '“Easter” in “Days off” cannot be read, or in two ways.',
        place: { sheet: 'Settings', row: 2, column: 'B' },
      }),
    ]);
    for (const none of ['no', 'none', '', ' '])
      expect(settings(['Days off', none])).toMatchObject({
        settings: { ...DEFAULT_SETTINGS, daysOffText: none.trim() },
        problems: [],
      });
    expect(settings(['Days off', { day: '2026-12-24' as never, time: null }]).settings.daysOff.spans).toEqual(
      [{ from: '2026-12-24', to: '2026-12-24' }],
    );
  });

  test('a figure that is no whole number, or a date that cannot be read, is told in words', () => {
    const read = settings(
      ['Follow-up days', 'soon'],
      ['Next meeting', 'after Easter'],
      ['Daily limit', -3],
      ['Attempts', 2.5],
    );
    expect(read.problems.map((problem) => problem.text)).toEqual(['after Easter', 'soon', '2.5', '-3']);
    expect(read.problems.map((problem) => problem.place?.row)).toEqual([3, 2, 5, 4]);
    expect(read.settings).toMatchObject({ followUpDays: 7, nextMeeting: null, dailyLimit: 100, emails: 2 });
  });

  test('a line that is no setting is named with the one it may be; a note without a value is not', () => {
    const read = settings(
      ['Folow-up days', 5],
      ['attempts : Union', 4],
      ['Daily limit: Union', 5],
      ['What we agreed in May', ''],
      ['Colour', 'green'],
      ['follow-up  DAYS', 9],
    );
    expect(read.problems.map(({ place, todo }) => [place?.row, todo])).toEqual([
      [2, 'Did you mean “Follow-up days”?'],
      [3, 'Did you mean “Attempts: Union”?'],
      [4, expect.stringContaining('Write the name of a setting')],
      [6, expect.stringContaining('Write the name of a setting')],
    ]);
    expect(read.settings).toMatchObject({ followUpDays: 9, emailsByCategory: { union: 3 } });
  });

  test('of two lines with one name the upper counts, and the lower is named', () => {
    const read = settings(['Daily limit', 20], ['daily limit', 90]);
    expect(read.settings.dailyLimit).toBe(20);
    expect(read.problems).toMatchObject([{ place: { row: 3 } }]);
  });

  test('neither yes nor no is told and counts as no; what is no address is told and counts as empty', () => {
    const read = settings(
      ['Cc the owner', 'perhaps'],
      ['Reply-to', 'call me'],
      ['Own address for tests', 'a@example.org, b@example.org'],
    );
    expect(read.settings).toMatchObject({ ccOwner: false, replyTo: '', testAddress: '' });
    expect(read.problems.map(({ place }) => place?.row).sort()).toEqual([2, 3, 4]);
    const good = settings(
      ['Cc the owner', 'No'],
      ['Reply-to', ' ana@example.org '],
      ['Own address for tests', ''],
    );
    expect(good).toMatchObject({ problems: [], settings: { ccOwner: false, replyTo: 'ana@example.org' } });
    expect(settings(['Cc the owner', true]).settings.ccOwner).toBe(true);
  });

  test('a category’s own value counts for it in any spelling of its case', () => {
    const read = settings(
      ['Follow-up days', 10],
      ['follow-up days: UNION', 5],
      ['Attempts: small  business', '4'],
    ).settings;
    expect([followUpDaysFor(read, 'Union'), followUpDaysFor(read, 'Clinic')]).toEqual([5, 10]);
    expect([emailsFor(read, 'Small business'), emailsFor(read, 'Union'), emailsFor(read, 'Clinic')]).toEqual([
      4, 3, 2,
    ]);
  });

  test('a date as date, as ISO text and as words is the same day', () => {
    for (const cell of [
      { day: '2026-11-19' as never, time: null },
      '2026-11-19',
      'Nov 19, 2026',
      '19 November 2026',
    ])
      expect(settings(['Next meeting', cell]).settings.nextMeeting).toBe('2026-11-19');
  });

  test('a tab that is missing, blank or without its headings gives the shipped values', () => {
    expect(readSettings(null, 'en_US').settings).toEqual(DEFAULT_SETTINGS);
    expect(readSettings(table('Settings', [['']]), 'en_US')).toEqual({
      settings: DEFAULT_SETTINGS,
      problems: [],
    });
  });
});

describe('asks in Settings', () => {
  const read = (...lines: readonly (readonly [string, string | number])[]) =>
    readSettings(table('Settings', lines), 'en_US');

  test('a first message asks for the endorsement, for another kind, or for nothing', () => {
    expect(read().settings.firstAsk).toBe('endorsement');
    expect(read(['First messages ask for', '']).settings.firstAsk).toBe('');
    expect(read(['First messages ask for', 'none']).settings.firstAsk).toBe('');
    expect(read(['First messages ask for', 'Come to our meeting']).settings.firstAsk).toBe(
      'attend our meeting',
    );
    const slip = read(['First messages ask for', 'a parade']);
    expect(slip.settings.firstAsk).toBe('endorsement');
    expect(slip.problems.map(({ message }) => message)).toEqual([
      '“a parade” in “First messages ask for” is none of the asks.',
    ]);
  });

  test('the group’s own asks are a list, each once, without those that ship', () => {
    const own = read(['Our own asks', 'Host a house meeting, endorsement; Phone bank, host a HOUSE meeting']);
    expect(own.settings.ownAsks).toEqual(['Host a house meeting', 'Phone bank']);
    const first = read(['Our own asks', 'Phone bank'], ['First messages ask for', 'phone bank']);
    expect(first.settings.firstAsk).toBe('Phone bank');
    expect(read(['Partner check days', 30]).settings.partnerCheckDays).toBe(30);
    expect(read(['Partner check days', 'often']).settings.partnerCheckDays).toBe(90);
  });
});

describe('volunteers', () => {
  const header = [...(VOLUNTEERS_SHAPE.rows[0] ?? [])];

  test('the shipped tab has none yet, and a row below its headings is one', () => {
    expect(readVolunteers(table('Volunteers', [header]), 'en_US')).toEqual([]);
    const row = [
      'Ana',
      'ana@example.org',
      'lead',
      '',
      'SEIU 49, Amity',
      4,
      'Union; Faith group',
      '2026-12-01',
    ];
    expect(readVolunteers(table('Volunteers', [header, row]), 'en_US')).toEqual([
      {
        name: 'Ana',
        email: 'ana@example.org',
        role: 'lead',
        captain: '',
        belongsTo: ['SEIU 49', 'Amity'],
        most: 4,
        categories: ['union', 'faith group'],
        awayUntil: '2026-12-01',
        awayText: '',
        reminder: false,
        lastDebrief: null,
        wantsNext: '',
        nextCheckIn: null,
        checkInText: '',
        row: 2,
      },
    ]);
  });

  test('a debrief stands in the row, and a day that cannot be read is kept as it was typed', () => {
    const read = (cells: readonly Cell[]) =>
      readVolunteers(
        table('Volunteers', [['Name', 'Last debrief', 'Wants to do next', 'Next check-in'], cells]),
        'en_US',
      )[0];
    const on = (text: string): Cell => ({ day: day(text), time: null });
    expect(read(['Dee', on('2026-11-03'), 'Speak at the hearing', 'Nov 20, 2026'])).toMatchObject({
      lastDebrief: '2026-11-03',
      wantsNext: 'Speak at the hearing',
      nextCheckIn: '2026-11-20',
      checkInText: '',
    });
    expect(read(['Dee', '', '', 'next week'])).toMatchObject({ nextCheckIn: null, checkInText: 'next week' });
    const [before] = readVolunteers(table('Volunteers', [['Name'], ['Ana']]), 'en_US');
    expect(before).toMatchObject({ lastDebrief: null, wantsNext: '', nextCheckIn: null });
  });

  test('who wants the weekly reminder says so in words or with a tick; a tab without the column has nobody', () => {
    const yes = ['yes', 'Ja', 'x', true, ' TRUE '];
    const no = ['', 'no', 'maybe', 0, false];
    const wanting = (cells: readonly (string | number | boolean)[]) =>
      readVolunteers(
        table('Volunteers', [['Name', 'Reminder'], ...cells.map((cell, n) => [`V${n}`, cell])]),
        'en_US',
      ).filter(({ reminder }) => reminder).length;
    expect([wanting(yes), wanting(no)]).toEqual([yes.length, 0]);
    const [before] = readVolunteers(table('Volunteers', [['Name'], ['Ana']]), 'en_US');
    expect(before?.reminder).toBe(false);
  });

  test('rows without a name and the second of two equal names are passed over', () => {
    const read = readVolunteers(table('Volunteers', [['Name'], ['Ana'], [''], ['ANA'], ['Bo']]), 'en_US');
    expect(read.map(({ name, row }) => [name, row])).toEqual([
      ['Ana', 2],
      ['Bo', 5],
    ]);
  });

  test('anything in the cells is read without a fault', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyCell, { maxLength: 9 }), { maxLength: 8 }), (rows) => {
        for (const one of readVolunteers(table('Volunteers', [header, ...rows]), 'de_DE')) {
          expect(one.name).not.toBe('');
          expect(one.most === null || one.most >= 0).toBe(true);
        }
      }),
    );
  });
});

describe('check-ins', () => {
  const read = (cell: string | number) =>
    readSettings(
      table('Settings', [
        ['Name', 'Value'],
        ['Check-ins', cell],
      ]),
      'en_US',
    );

  test.each<[string | number, readonly number[]]>([
    ['7, 2', [7, 2]],
    ['2 and 10', [10, 2]],
    [3, [3]],
    ['2;2; 14', [14, 2]],
    ['no', []],
    ['', [7, 2]],
  ])('“%s” is read as %j', (cell, days) => {
    expect(read(cell)).toMatchObject({ settings: { checkIns: days }, problems: [] });
  });

  test.each<string | number>(['a week', 7.2, '7, x', '-3', '0, 7'])(
    '“%s” is told, and 7 and 2 count',
    (cell) => {
      const { settings, problems } = read(cell);
      expect(settings.checkIns).toEqual([7, 2]);
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatchObject({ code: 'setting-unreadable', place: { row: 2, column: 'B' } });
      expect(problems[0]?.todo).toContain('7 and 2');
    },
  );
});
