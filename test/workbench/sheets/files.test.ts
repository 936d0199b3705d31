// Opening and saving files: what is kept, what is refused, and in which words.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readXlsx as readOtherXlsx, writeXlsx as writeOtherXlsx } from 'hucre';
import { setNotes, setRules } from '../../../workbench/host/sheets/edits';
import { readFile, writeCsv, writeXlsx } from '../../../workbench/host/sheets/files';
import type { ConditionalFormat, Validation, WorkbookState } from '../../../workbench/host/sheets/state';
import { lastColumn, lastRow, openModel } from '../../../workbench/host/sheets/workbook';
import { open, TAB } from './open';

const NOW = Date.UTC(2026, 10, 20, 15);
const bytes = (text: string) => new TextEncoder().encode(text);
const area = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });

async function readCsv(text: string, options: Parameters<typeof readFile>[2] = {}): Promise<string[][]> {
  const read = await readFile('list.csv', bytes(text), { now: NOW, ...options });
  if (!read.ok) throw new Error(read.message);
  return shown(read.state);
}

function shown(state: WorkbookState, index = 0): string[][] {
  const tab = state.tabs[index]!;
  const model = openModel(state, { now: () => NOW });
  return model.displays(tab.id, area(1, 1, Math.max(1, lastRow(tab)), Math.max(1, lastColumn(tab))));
}

async function again(state: WorkbookState): Promise<WorkbookState> {
  const read = await readFile('saved.xlsx', await writeXlsx(state, NOW));
  if (!read.ok) throw new Error(read.message);
  return read.state;
}

describe('.csv', () => {
  test('commas, semicolons, tabs and bars are told apart; quotes hold delimiters and line breaks', async () => {
    const rows = [
      ['name', 'note'],
      ['SEIU, Local 49', 'two\nlines; and "quotes"'],
      ['Nurses', 'x'],
    ];
    for (const mark of [',', ';', '\t', '|']) {
      const text = rows
        .map((row) => row.map((cell) => `"${cell.replace(/"/g, '""')}"`).join(mark))
        .join('\r\n');
      expect(await readCsv(text)).toEqual(rows);
    }
  });

  test('the byte order mark, UTF-16 and old Windows files are read', async () => {
    expect(await readCsv('\ufeffname,town\nÉva,Łódź\n')).toEqual([
      ['name', 'town'],
      ['Éva', 'Łódź'],
    ]);
    const wide = new Uint8Array([0xff, 0xfe, ...Buffer.from('a,é\n', 'utf16le')]);
    const windows = new Uint8Array([0x61, 0x2c, 0xe9, 0x0a]);
    for (const file of [wide, windows]) {
      const read = await readFile('x.csv', file);
      expect(read.ok && shown(read.state)).toEqual([['a', 'é']]);
    }
  });

  test('cells are what Sheets makes of them, by locale; phone numbers stay', async () => {
    const text = '1/2/2026,0161 865 8946,503-555-0100,+1 503 555 0100,007,12%,=1+1,TRUE\n';
    const read = await readFile('x.csv', bytes(text), { now: NOW });
    expect(read.ok && read.state.tabs[0]?.rows[0]?.values).toEqual([
      46024,
      '0161 865 8946',
      '503-555-0100',
      '+1 503 555 0100',
      7,
      0.12,
      { f: '=1+1' },
      true,
    ]);
    expect(await readCsv('1/2/2026\n', { locale: 'en_GB' })).toEqual([['1/2/2026']]);
    const british = await readFile('x.csv', bytes('1/2/2026\n'), { locale: 'en_GB' });
    expect(british.ok && british.state.tabs[0]?.rows[0]?.values[0]).toBe(46054);
  });

  test('every text survives being saved and opened', async () => {
    const texts = fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 3 }), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(texts, async (rows) => {
        const { model } = open();
        rows.forEach((row, r) => {
          row.forEach((text, c) => model.typeInto(TAB, r + 1, c + 1, `'x${text}`));
        });
        const kept = rows.map((row) => row.map((text) => `x${text}`.replace(/\r\n?/g, '\n')));
        const back = await readFile('x.csv', writeCsv(model.committed(), TAB, NOW));
        expect(
          back.ok && shown(back.state).map((row) => row.map((cell) => cell.replace(/\r\n?/g, '\n'))),
        ).toEqual(
          kept.map((row) =>
            Array.from({ length: Math.max(...kept.map((r) => r.length)) }, (_, c) => row[c] ?? ''),
          ),
        );
      }),
      // Bars and semicolons: a short file must not look as if they parted its cells.
      { numRuns: 40, examples: [[[['||', '']]], [[[';;;', ';']]], [[['\t\t', '']]]] },
    );
  });

  test('a text that looks like a formula stays a text', async () => {
    const { model } = open();
    model.typeInto(TAB, 1, 1, "'=1+1");
    const back = await readFile('x.csv', writeCsv(model.committed(), null, NOW));
    expect(back.ok && shown(back.state)).toEqual([['=1+1']]);
  });
});

describe('.xlsx', () => {
  const LIST: Validation = {
    type: 'VALUE_IN_LIST',
    values: [['Ready', 'Bowed out'], true],
    allowInvalid: true,
    help: 'Pick one',
  };
  const COMMAS: Validation = {
    type: 'VALUE_IN_LIST',
    values: [['Yes, soon', 'No'], true],
    allowInvalid: false,
    help: null,
  };
  const BOX: Validation = { type: 'CHECKBOX', values: [], allowInvalid: false, help: null };
  const FORMATS: ConditionalFormat[] = [
    {
      ranges: [area(2, 1, 9, 3)],
      type: 'CUSTOM_FORMULA',
      values: ['=$B2="Follow up"'],
      background: '#ffee00',
      bold: true,
    },
    {
      ranges: [area(1, 1, 9, 1), area(1, 3, 9, 1)],
      type: 'TEXT_EQUAL_TO',
      values: ['say "hi"'],
      color: '#112233',
    },
    { ranges: [area(1, 2, 9, 1)], type: 'CELL_NOT_EMPTY', values: [], background: '#abcdef' },
    { ranges: [area(1, 2, 9, 1)], type: 'TEXT_CONTAINS', values: ['call'], background: '#abcdee' },
    { ranges: [area(1, 2, 9, 1)], type: 'NUMBER_GREATER_THAN', values: [7], background: '#abcded' },
  ];

  function full() {
    const sheet = open('de_DE');
    const { model, type } = sheet;
    type([
      ['Name', "'007", '1.11.2026', '=HEUTE()', '=IF(C1>1,5;"ja";"nein")', '12%', 'wahr'],
      ["'=1+1", "'+1 503 555 0100", '10:30', '=TODAY()', '=C1+1', '1,5', "'May 1"],
    ]);
    model.addTab('Shortlist 11/19: the very long name of a tab');
    model.addTab('Hidden');
    model.typeInto('Shortlist 11/19: the very long name of a tab', 1, 1, '=Contacts!C1');
    model.edit((draft) => {
      const owner = draft.state.owner;
      setRules(draft, 1, area(2, 8, 5), owner, () => LIST);
      setRules(draft, 1, area(2, 9, 5), owner, () => COMMAS);
      setRules(draft, 1, area(2, 10, 5), owner, () => ({
        type: 'VALUE_IN_RANGE',
        values: [{ tab: 2, ...area(1, 1, 3) }, true],
        allowInvalid: true,
        help: null,
      }));
      setRules(draft, 1, area(2, 11, 2), owner, () => BOX);
      setNotes(draft, 1, area(1, 1), owner, () => 'everyone who can open this file can read this');
      const tab = draft.tab(1);
      tab.formats = FORMATS;
      tab.frozenRows = 1;
      tab.widths = { 1: 210, 3: 77 };
      tab.hiddenColumns = [4];
      tab.filter = { area: area(1, 1, 5, 3), hidden: {} };
      tab.protections = [
        { id: 90, tab: 1, area: area(1, 1), open: [], editors: [], warningOnly: true, description: 'head' },
      ];
      tab.tables = [{ name: 'Table1', area: area(1, 1, 3, 3) }];
      draft.tab(3).hidden = 'very';
      draft.state.metadata = [
        {
          id: 91,
          key: 'field',
          value: 'email',
          visibility: 'DOCUMENT',
          place: { type: 'COLUMN', tab: 1, at: 2 },
        },
        { id: 92, key: 'schema', value: '1', visibility: 'PROJECT', place: { type: 'SPREADSHEET' } },
      ];
    });
    return sheet;
  }

  test('what a saved workbook holds is there when it is opened again', async () => {
    const before = full().model.committed();
    const after = await again(before);
    expect([after.locale, after.timeZone, after.id, after.owner]).toEqual([
      'de_DE',
      'America/New_York',
      'workbook-1',
      before.owner,
    ]);
    expect(after.metadata).toEqual(before.metadata);
    expect(after.tabs.map(({ id, name, hidden }) => ({ id, name, hidden }))).toEqual(
      before.tabs.map(({ id, name, hidden }) => ({ id, name, hidden })),
    );
    for (const index of [0, 1]) expect(shown(after, index)).toEqual(shown(before, index));
    const [tab] = after.tabs;
    const [old] = before.tabs;
    expect(tab?.formats).toEqual(FORMATS);
    expect(tab?.rows[0]?.notes).toEqual(old?.rows[0]?.notes);
    for (const key of [
      'frozenRows',
      'widths',
      'hiddenColumns',
      'filter',
      'protections',
      'tables',
      'maxRows',
    ] as const)
      expect([key, tab?.[key]]).toEqual([key, old?.[key]]);
    const rules = (state: WorkbookState) =>
      [8, 9, 10, 11].map((column) => state.validations[state.tabs[0]?.rows[1]?.rules?.[column - 1] ?? 0]);
    expect(rules(after)).toEqual(rules(before));
  });

  test('a column without an end has one in the file: other programs know no “A2:A”', async () => {
    const sheet = open();
    sheet.type([['x'], ['x'], ['y']]);
    sheet.type([['=COUNTIF(A2:A,"x")&COUNTIF($A$1:$A,"x")&COUNTIF(A:A,"A2:A")']], 1, 3);
    const file = await readOtherXlsx(await writeXlsx(sheet.model.committed(), NOW));
    const formula = [...(file.sheets[0]?.cells?.values() ?? [])].find((cell) => cell.formula)?.formula;
    expect(formula).toBe('COUNTIF(A2:A1048576,"x")&COUNTIF($A$1:$A$1048576,"x")&COUNTIF(A:A,"A2:A")');
    expect(shown(await again(sheet.model.committed()))[0]?.[2]).toBe('120');
  });

  test('texts that look like something else stay texts, and the formula bar shows the apostrophe', async () => {
    const after = openModel(await again(full().model.committed()), { now: () => NOW });
    expect([after.value(TAB, 1, 2), after.value(TAB, 2, 1), after.value(TAB, 2, 7)]).toEqual([
      '007',
      '=1+1',
      'May 1',
    ]);
    expect(after.formulaBar(TAB, 2, 1)).toBe("'=1+1");
    expect(after.formulaBar(TAB, 1, 5)).toBe('=IF(C1>1,5;"ja";"nein")');
  });

  test('a file of another program keeps dates, very hidden tabs, dropdowns and fills', async () => {
    const file = await writeOtherXlsx({
      sheets: [
        {
          name: 'List',
          rows: [['Name', new Date(Date.UTC(2026, 4, 1)), '0161']],
          cells: new Map([
            ['0,1', { value: new Date(Date.UTC(2026, 4, 1)), type: 'date', style: { numFmt: 'm/d/yyyy' } }],
          ]),
          dataValidations: [{ type: 'list', values: ['A', 'B'], range: 'A2:A4' }],
          conditionalRules: [
            {
              type: 'expression',
              priority: 1,
              formula: '$A1="x"',
              range: 'A1:C9',
              style: { fill: { type: 'pattern', pattern: 'none', bgColor: { rgb: 'FFEEDD' } } },
            },
          ],
        },
        { name: 'secret', rows: [['x']], veryHidden: true },
      ],
    });
    const read = await readFile('other.xlsx', file);
    if (!read.ok) throw new Error(read.message);
    const model = openModel(read.state, { now: () => NOW });
    expect(model.displays('List', area(1, 1, 1, 3))).toEqual([['Name', '5/1/2026', '0161']]);
    expect([model.tab('secret')?.hidden, model.dropdown('List', 3, 1)]).toEqual(['very', ['A', 'B']]);
    model.typeInto('List', 1, 1, 'x');
    expect(model.appearance('List', area(1, 3))[0]?.[0]?.fill).toBe('#ffeedd');
  });
});

describe('a protected sheet', () => {
  const locked = { style: { protection: { locked: false } } };
  const other = () =>
    writeOtherXlsx({
      sheets: [
        {
          name: 'List',
          rows: [
            ['Name', 'Note', 'Town'],
            ['Ana', 'x', 'y'],
            ['Bo', 'x', 'y'],
          ],
          cells: new Map(
            ['1,1', '2,1', '1,2', '2,2'].map((place) => [place, { value: 'x', type: 'string', ...locked }]),
          ),
          protection: { sheet: true },
        },
        { name: 'Free', rows: [['x']] },
      ],
    });
  const type = (state: WorkbookState, tab: string, row: number, column: number) =>
    openModel(state, { now: () => NOW }).typeInto(tab, row, column, 'new', 'guest@example.org').ok;

  test('refuses others but for its unlocked cells, also after it was saved here', async () => {
    const read = await readFile('other.xlsx', await other());
    if (!read.ok) throw new Error(read.message);
    for (const state of [read.state, await again(read.state)]) {
      expect(type(state, 'List', 1, 1)).toBe(false);
      expect(type(state, 'List', 3, 2)).toBe(true);
      expect(type(state, 'Free', 1, 1)).toBe(true);
      expect(state.tabs[0]?.protections).toHaveLength(1);
      expect(state.tabs[0]?.protections[0]?.open).toEqual([area(2, 2, 2, 2)]);
    }
  });

  test('is protected in other programs too when it was saved here', async () => {
    const read = await readFile('other.xlsx', await other());
    if (!read.ok) throw new Error(read.message);
    const saved = await readOtherXlsx(await writeXlsx(read.state, NOW), { readStyles: true });
    expect(saved.sheets.map(({ protection }) => protection?.sheet ?? false)).toEqual([true, false, false]);
    expect(saved.sheets[0]?.cells?.get('1,1')?.style?.protection?.locked).toBe(false);
    expect(saved.sheets[0]?.cells?.get('0,0')?.style?.protection).toBeUndefined();
  });
});

describe('files that cannot be opened', () => {
  const message = async (name: string, file: Uint8Array) => {
    const read = await readFile(name, file);
    return read.ok ? 'opened' : `${read.code}: ${read.message}`;
  };

  test('each says in one line what is the matter', async () => {
    const good = await writeXlsx(open().model.committed(), NOW);
    expect(await message('a.xlsx', new Uint8Array(10 * 1024 * 1024 + 1))).toBe(
      'too-big: a.xlsx is larger than 10 MB and was not opened. Split it, or delete the tabs that you do not need, and open it again.',
    );
    expect(await message('a.csv', new Uint8Array())).toBe('empty: a.csv is empty: there is nothing to open.');
    expect(await message('a.csv', bytes(' \n\n,,\n'))).toMatch(/^opened|^empty/);
    expect(await message('a.csv', bytes('\n\n,,\n'))).toBe(
      'empty: a.csv is empty: there is nothing to open.',
    );
    expect(await message('a.xlsx', good)).toBe('empty: a.xlsx is empty: there is nothing to open.');
    expect(await message('a.xlsx', bytes('hello'))).toMatch(/^damaged/);
    expect(await message('a.csv', new Uint8Array([1, 0, 2, 0, 3]))).toMatch(/^not-a-table/);
    expect(await message('a.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]))).toMatch(/^protected/);
    expect(await message('a.csv', bytes('a,b,c,d,e,f,g,h,i,j\n'.repeat(100_001)))).toMatch(/^too-many-cells/);
  });

  test('a damaged file is an answer, wherever the damage is', async () => {
    const { model } = open();
    model.typeInto(TAB, 1, 1, 'text');
    const good = await writeXlsx(model.committed(), NOW);
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), fc.boolean(), async (at, byte, cut) => {
        const bad = cut ? good.slice(0, at) : good.slice();
        if (!cut) bad[at] = byte;
        const read = await readFile('a.xlsx', bad);
        expect(typeof read.ok).toBe('boolean');
      }),
      { numRuns: 60 },
    );
  });
});
