// Partners for the long run: the tab as people type it, the status check that comes due, and what we did for them.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkDue, checkText } from '../../src/partners/checks';
import { givingOf } from '../../src/partners/giving';
import { mapByName } from '../../src/partners/contactTab';
import {
  PARTNER_COLUMNS,
  partnerCells,
  partnerTabHead,
  type PartnerColumn,
} from '../../src/partners/partnerTab';
import { partnersByContact, readPartners, type Partner } from '../../src/partners/readPartners';
import { laidOut } from '../../src/touches/asks/askTab';
import type { Cell } from '../../src/values/cell';
import { addDays, day } from '../../src/values/day';
import type { Table } from '../../src/values/table';
import { askOf, group, line, on, TODAY } from '../touches/asks/samples';

const AMITY = group('a1', 'Amity Street Church');
const CONTACTS = [AMITY, group('b1', 'Birch Clinic', 6), group('', 'Cedar Tenants', 7)];

type Cells = Partial<Record<PartnerColumn, Cell>>;

const tab = (rows: readonly Cells[], columns: readonly PartnerColumn[] = PARTNER_COLUMNS): Table => ({
  ...{ id: 4, name: 'Partnerships', hidden: false },
  rows: [columns, ...rows.map((row) => columns.map((name) => row[name] ?? ''))],
});
const read = (rows: readonly Cells[], columns?: readonly PartnerColumn[]) =>
  readPartners(tab(rows, columns), CONTACTS, TODAY, 'en_US');

const partner = (over: Partial<Partner> = {}): Partner => ({
  ...{ contact: 'a1', organization: 'Amity Street Church', membership: 'partner', conditions: '' },
  ...{ brings: '', committed: '', people: null, nextCheck: null, note: '', row: 2 },
  ...over,
});

describe('the tab about partners', () => {
  test('is read by its headings wherever they stand, by id or by the only contact of that name', () => {
    const rows: Cells[] = [
      {
        Organization: 'amity street church',
        Membership: 'Member',
        Conditions: 'Not before elections',
        'What they bring': 'A hall',
        'Committed to': 'Two speakers',
        'People represented': '1,200',
        'Next check': 'Dec 3',
        Note: 'ask Rev. Cole',
      },
      { 'Outreach ID': 'b1', Membership: 'observing', 'People represented': 30 },
      { Organization: 'Cedar Tenants' },
      {},
    ];
    const found = read(rows, [...PARTNER_COLUMNS].reverse());
    expect(found.problems).toEqual([]);
    expect(found.partners).toMatchObject([
      {
        ...{
          contact: 'a1',
          membership: 'partner',
          conditions: 'Not before elections',
          brings: 'A hall',
          row: 2,
        },
        ...{ committed: 'Two speakers', people: 1200, nextCheck: '2026-12-03', note: 'ask Rev. Cole' },
      },
      { contact: 'b1', organization: 'Birch Clinic', membership: 'observer', people: 30 },
      { contact: '', organization: 'Cedar Tenants', membership: '' },
    ]);
    expect([...partnersByContact(found.partners).keys()]).toEqual(['a1', 'b1']);
  });

  test('names what cannot be read, and the rest of the row counts', () => {
    const found = read([
      {
        Organization: 'Amity Street Church',
        Membership: 'friend',
        'People represented': 'many',
        'Next check': 'soon',
      },
      { Organization: 'Nobody' },
      { Organization: 'Amity Street Church' },
    ]);
    expect(found.partners).toMatchObject([{ contact: 'a1', membership: '', people: null, nextCheck: null }]);
    expect(found.problems.map(({ row, text }) => [row, text])).toEqual([
      [2, 'friend'],
      [2, 'many'],
      [2, 'soon'],
      [3, 'Nobody'],
      [4, 'Amity Street Church'],
    ]);
    expect(readPartners({ ...tab([]), rows: [['Group']] }, CONTACTS, TODAY, 'en_US').partners).toEqual([]);
    expect(readPartners(null, CONTACTS, TODAY, 'en_US')).toEqual({ partners: [], problems: [] });
  });

  test('what is written reads back the same, in whatever order its columns stand', () => {
    const text = fc.constantFrom('', 'A hall', '=1+1', 'two\nlines', '007');
    const anyPartner = fc.record({
      membership: fc.constantFrom<Partner['membership']>('partner', 'observer', ''),
      ...{ conditions: text, brings: text, committed: text, note: text },
      people: fc.option(fc.nat({ max: 999_999 })),
      nextCheck: fc.option(fc.integer({ min: -50, max: 50 }).map((n) => addDays(TODAY, n))),
    });
    fc.assert(
      fc.property(
        anyPartner,
        fc.shuffledSubarray([...PARTNER_COLUMNS], { minLength: PARTNER_COLUMNS.length }),
        (over, columns) => {
          const table = tab([], columns);
          const head = partnerTabHead(table)!;
          const rows = [columns, laidOut(partnerCells(partner(over)), head.columns, columns.length)];
          expect(readPartners({ ...table, rows }, CONTACTS, TODAY, 'en_US')).toEqual({
            partners: [partner(over)],
            problems: [],
          });
          expect(mapByName(table, head)?.outreachIdColumn).toBe(columns.indexOf('Outreach ID') + 1);
        },
      ),
    );
  });
});

describe('a status check', () => {
  const check = (over: Partial<Parameters<typeof checkDue>[0]> = {}) =>
    checkDue({
      contact: AMITY,
      partner: partner(),
      endorsed: false,
      entries: [],
      days: 90,
      today: TODAY,
      ...over,
    });
  const since = (ago: number, kind = 'talked') => [line(addDays(TODAY, -ago), kind)];

  test('is due after the days without a word of either side, and over with any touch', () => {
    expect(check({ entries: since(90) })).toEqual({
      due: true,
      since: '2026-08-14',
      text: 'Check in: nothing since Aug 14 (90 days)',
    });
    expect(check({ entries: since(89) })?.due).toBe(false);
    expect(check({ entries: [...since(120), ...since(3, 'status check')] })?.due).toBe(false);
    // What we did for them is no talk about how it goes.
    expect(check({ entries: [...since(120), ...since(3, 'showed up')] })?.due).toBe(true);
    expect(check()).toEqual({ due: true, since: null, text: 'Check in: nothing is written down yet' });
    const dated = group('a1', 'Amity', 5, { lastContacted: on('2026-11-10') });
    expect(check({ contact: dated })?.due).toBe(false);
  });

  test('that a person has planned goes before the rule', () => {
    const planned = partner({ nextCheck: day('2026-11-12') });
    expect(check({ partner: planned, entries: since(20) })).toMatchObject({
      due: true,
      text: 'Check in: planned for Nov 12',
    });
    const later = partner({ nextCheck: day('2026-11-13') });
    expect(check({ partner: later, entries: since(200) })?.due).toBe(false);
    expect(check({ partner: partner({ nextCheck: day('2026-10-01') }), entries: since(20) })?.due).toBe(
      false,
    );
  });

  test('is for partners, observers and endorsers, and never for who left or must be left alone', () => {
    const of = (cells: Parameters<typeof group>[3], over: Parameters<typeof check>[0] = {}) =>
      check({ contact: group('a1', 'Amity', 5, cells), partner: null, ...over });
    for (const status of ['Partner', 'Observer', 'Endorsed']) expect(of({ status })).not.toBeNull();
    expect(of({ endorsement: 'yes' })).not.toBeNull();
    expect(of({}, { endorsed: true })).not.toBeNull();
    expect(of({ status: 'Contacted' })).toBeNull();
    for (const cells of [{ status: 'Bowed out' }, { status: 'Declined' }, { doNotContact: 'yes' }])
      expect(of(cells, { partner: partner() })).toBeNull();
    expect(check({ entries: since(100, 'bowed out') })).toBeNull();
  });

  test('has a text to copy that names what they committed to', () => {
    const contact = group('a1', 'Amity Street Church', 5, { contactName: 'Rosa Lind' });
    const text = checkText(
      { campaign: 'Care for all' },
      contact,
      partner({ committed: 'two speakers' }),
      'Bo',
    );
    expect(text).toMatch(/^Hello Rosa,\n\n/);
    expect(text).toContain('We had noted: two speakers.');
    expect(text.endsWith('\n\nBo')).toBe(true);
    expect(checkText({ campaign: '' }, group('', ''), null, '')).not.toMatch(/undefined|null| at \./);
  });
});

describe('giving and asking', () => {
  const deeds = [
    line('2026-10-03', 'Showed up', { summary: 'their picket' }),
    line('2026-11-03', 'shared'),
    line('2026-11-05', 'said yes'),
  ];
  const asks = (n: number, when = '2026-11-08') =>
    Array.from({ length: n }, () => askOf({ askedOn: day(when) }));

  test('counts what was asked and agreed to, and lists what we did, the newest first', () => {
    const all = [askOf({ answer: 'yes' }), askOf({ answer: 'dropped' }), askOf()];
    expect(givingOf(deeds, all, TODAY)).toEqual({
      asked: 2,
      agreed: 1,
      deeds: [
        { day: '2026-11-03', kind: 'shared', text: '' },
        { day: '2026-10-03', kind: 'showed up', text: 'their picket' },
      ],
      remark: '',
    });
  });

  test('has a quiet remark only where we ask and ask', () => {
    const remark = (lines: typeof deeds, n: number, when?: string) =>
      givingOf(lines, asks(n, when), TODAY).remark;
    expect(remark([], 1)).toBe('');
    expect(remark([], 4)).toBe('We asked them 4 times and did nothing for them yet.');
    expect(remark(deeds, 2)).toBe('');
    expect(remark(deeds, 3)).toBe('We asked them 3 times since we last did something for them, on Nov 3.');
    expect(remark(deeds, 9, '2026-11-01')).toBe('');
  });
});
