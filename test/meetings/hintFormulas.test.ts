// The hints in the sheet and the rule in the program are one: the same words for every name, taker and day.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hintFormulas } from '../../src/meetings/hintFormulas';
import { readHints } from '../../src/meetings/hints';
import { readShortlist, type ShortlistColumn } from '../../src/meetings/shortlist';
import type { Field } from '../../src/reading/fields';
import { isDateCell, type Cell, type Grid } from '../../src/values/cell';
import { addDays, day } from '../../src/values/day';
import { emptyTab, emptyWorkbook } from '../../workbench/host/sheets/state';
import { openModel } from '../../workbench/host/sheets/workbook';
import { HEADINGS, mapOf, shortlist } from './samples';

const TODAY = day('2026-11-20');
const LIST = 'Shortlist Nov 20';
const FIELDS = [
  'organization',
  'firstContacted',
  'lastContacted',
  'notes',
] as const satisfies readonly Field[];

/** As a person types it, with the apostrophe that keeps text a text. */
function typed(cell: Cell): string {
  if (isDateCell(cell)) return cell.time === null ? cell.day : `${cell.day} ${cell.time}`;
  return typeof cell === 'string' ? `'${cell}` : String(cell);
}

function fill(model: ReturnType<typeof openModel>, tab: string, rows: Grid): void {
  rows.forEach((cells, r) => {
    cells.forEach((cell, c) => {
      if (cell === '') return;
      const done = model.typeInto(tab, r + 1, c + 1, typed(cell));
      if (!done.ok) throw new Error(done.message);
    });
  });
}

type Typed = Partial<Record<ShortlistColumn, Cell>>;

/** The words in the sheet and those of the rule, for each row of the shortlist. */
function both(
  contactRows: Grid,
  typedRows: readonly Typed[],
  options: { fields?: readonly Field[]; locale?: string; above?: number } = {},
) {
  const fields = options.fields ?? FIELDS;
  const locale = options.locale ?? 'en_US';
  const above = options.above ?? 0;
  const contacts: Grid = [
    ...Array.from({ length: above }, () => ['']),
    [...fields],
    ...contactRows.map((row) => row.slice(0, fields.length)),
  ];
  const map = mapOf(fields, contacts, above + 1);
  const list = readShortlist(shortlist(...typedRows));
  if (list === null) throw new Error('no shortlist');
  const state = emptyWorkbook({ locale, timeZone: 'America/New_York' });
  state.tabs.push(emptyTab(1, 'Our contacts', 100, 12), emptyTab(2, LIST, 100, 14));
  state.nextId = 3;
  const model = openModel(state, { now: () => Date.UTC(2026, 10, 20, 15), refuseAt: 'call' });
  fill(model, 'Our contacts', contacts);
  fill(model, LIST, shortlist(...typedRows).rows);
  typedRows.forEach((_, index) => {
    const formulas = hintFormulas({ list, map, locale })?.(index + 2);
    for (const [heading, formula] of Object.entries(formulas ?? {}))
      model.typeInto(LIST, index + 2, HEADINGS.indexOf(heading) + 1, formula);
  });
  const table = { id: 1, name: 'Our contacts', hidden: false, rows: contacts };
  const rule = new Map(
    readHints(list, { table, map }, TODAY).map((hint, i) => [list.rows[i]?.row, hint.words]),
  );
  return typedRows.map((row, index) => ({
    row,
    sheet: model.display(LIST, index + 2, HEADINGS.indexOf('Hint') + 1),
    rule: rule.get(index + 2) ?? '',
  }));
}

const on = (text: string): Cell => ({ day: day(text), time: null });
const name = (organization: string, taker = ''): Typed => ({
  Organization: organization,
  'Who takes it': taker,
});

describe('a hint', () => {
  const CONTACTS: Grid = [
    ['Kettle Lane Bakery', on('2026-05-03'), '', ''],
    ['Tern Island Clinic', '', '', ''],
    ['St. Brigid’s Church ', on('2025-03-01'), on('2025-12-09'), ''],
    ['Soon Club', 'soon', '', ''],
    ['Later Club', '', on('2026-12-24'), ''],
    ['A*', '', '', ''],
  ];
  const shown = (...rows: readonly Typed[]) => both(CONTACTS, rows).map(({ sheet }) => sheet);

  test('says that the same name stands in the contacts, however it is capitalised and spaced, with the last touch', () => {
    expect(
      shown(name(' kettle lane  BAKERY'), name('Tern Island Clinic'), name('St. Brigid’s Church')),
    ).toEqual([
      'Already in contacts, last touch May 3.',
      'Already in contacts, no touch noted yet.',
      'Already in contacts, last touch Dec 9, 2025.',
    ]);
  });

  test('a date that cannot be read, or that is still to come, is to be checked', () => {
    expect(shown(name('Soon Club'), name('Later Club'))).toEqual([
      'Already in contacts, check their dates.',
      'Already in contacts, check their dates.',
    ]);
  });

  test('a name with signs that mean something in a search is compared as it stands', () => {
    expect(shown(name('a*'), name('A'), name('Anything'), name('?*'), name('~'))).toEqual([
      'Already in contacts, no touch noted yet.',
      '',
      '',
      '',
      '',
    ]);
  });

  test('says that two people take it, in one cell or in two rows of one name', () => {
    expect(
      shown(
        name('Amity Street Church', 'Ana'),
        name('amity street church ', 'Bo'),
        name('Green Door Hardware', 'Chidi & Dee and Elif'),
        name('Paper Lantern Books', 'Ana'),
      ),
    ).toEqual([
      'Also in row 3. Ask each other: Ana, Bo.',
      'Also in row 2. Ask each other: Bo, Ana.',
      'Ask each other: Chidi, Dee, Elif.',
      '',
    ]);
  });

  test('the same taker in two rows, or a comma with nobody behind it, asks nobody', () => {
    expect(shown(name('Lantern', 'Ana'), name('Lantern', 'ana'), name('Door', 'Bo, '))).toEqual([
      'Also in row 3.',
      'Also in row 2.',
      '',
    ]);
  });

  test('a row that has become a contact no longer says so', () => {
    expect(shown({ ...name('Kettle Lane Bakery'), 'Outreach ID': 'c9' })).toEqual(['']);
  });

  test('works with the separators of a German sheet, a table further down, and without columns for dates', () => {
    expect(both(CONTACTS, [name('Kettle Lane Bakery')], { locale: 'de_DE', above: 4 })[0]?.sheet).toBe(
      'Already in contacts, last touch May 3.',
    );
    expect(both(CONTACTS, [name('Kettle Lane Bakery')], { fields: ['organization'] })[0]?.sheet).toBe(
      'Already in contacts.',
    );
  });

  test('is left out where one of its columns is gone', () => {
    const list = { headerRow: 1, columns: new Map([['Organization' as const, 1]]) };
    expect(hintFormulas({ list, map: mapOf(FIELDS, [[]]), locale: 'en_US' })).toBeNull();
  });

  const oddName = fc
    .tuple(
      fc.constantFrom(
        'Kettle',
        'A*',
        'a',
        '?',
        '~*',
        '"So it is"',
        "It's",
        '=1+1',
        '007',
        'Élan',
        'TRUE',
        '',
      ),
      fc.constantFrom('', ' ', '  '),
      fc.constantFrom('', ' Lane', '  lane', ' & Co', '*'),
    )
    .map(([first, before, after]) => `${before}${first}${after}${before}`);
  // Most rows meet another one of their name.
  const aName = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('Kettle', 'kettle ', ' KETTLE', 'A*', 'a*') },
    { weight: 2, arbitrary: oddName },
  );
  const oddTaker = fc
    .array(fc.constantFrom('Ana', 'bo', 'BO', ' and ', ' & ', ',', '/', ' ', ';', '+', '\n', 'Andy'), {
      maxLength: 4,
    })
    .map((parts) => parts.join(''));
  const aTaker = fc.oneof(fc.constantFrom('', 'Ana', 'ana ', ' Ana', 'Bo'), oddTaker);
  const aDay: fc.Arbitrary<Cell> = fc.oneof(
    fc.constantFrom<Cell>('', '', ' ', 'soon', 0, 17, -1, 46000),
    fc
      .tuple(
        fc.oneof(fc.integer({ min: -800, max: 3 }), fc.integer({ min: -1, max: 1 })),
        fc.constantFrom(null, null, '23:59'),
      )
      .map(([days, time]) => ({ day: addDays(TODAY, days), time })),
  );

  test('has the words of the rule for any names, takers and dates', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(aName, aDay, aDay), { maxLength: 8 }),
        fc.array(
          fc.record({
            Organization: aName,
            'Who takes it': aTaker,
            'Outreach ID': fc.constantFrom('', '', '', 'c1'),
          }),
          { minLength: 1, maxLength: 7 },
        ),
        fc.constantFrom<readonly Field[]>(FIELDS, ['organization'], ['organization', 'lastContacted']),
        fc.integer({ min: 0, max: 2 }),
        (contacts, rows, fields, above) => {
          const found = both(contacts, rows, { fields, above });
          expect(found.filter(({ sheet, rule }) => sheet !== rule)).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });
});
