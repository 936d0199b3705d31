// The model of an open spreadsheet: pending writes, refusals, and rows and columns that move.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { setRules, writeCells, type Input } from '../../../workbench/host/sheets/edits';
import { insertLines } from '../../../workbench/host/sheets/lines';
import type { Validation } from '../../../workbench/host/sheets/state';
import type { Model, Operation } from '../../../workbench/host/sheets/workbook';
import { open, TAB } from './open';

const OWNER = 'lead@example.org';
const area = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });

function put(model: Model, row: number, column: number, values: Input[][], user = OWNER): Operation {
  const to = area(row, column, values.length, values[0]?.length ?? 1);
  return (draft) => {
    writeCells(draft, 1, to, values, { user, view: model.view() });
  };
}

const STRICT: Validation = {
  type: 'VALUE_IN_LIST',
  values: [['Ready', 'Waiting'], true],
  allowInvalid: false,
  help: null,
};

function strictColumn(model: Model, column: number): void {
  model.edit((draft) => {
    setRules(draft, 1, area(1, column, 50), OWNER, () => STRICT);
  });
}

describe('pending writes', () => {
  test('are seen by the script at once, by others after the flush', () => {
    const { model, shows } = open();
    model.write(put(model, 1, 1, [['new']]));
    expect([shows('A1'), model.state().tabs[0]?.rows[0]?.values[0], model.pending()]).toEqual(['', 'new', 1]);
    model.flush();
    expect([shows('A1'), model.pending()]).toEqual(['new', 0]);
  });

  test('a kill leaves exactly the first k of them, whatever they are', () => {
    const writes = fc.array(
      fc.oneof(
        fc.record({ row: fc.integer({ min: 1, max: 6 }), text: fc.constantFrom('a', 'b', 'c') }),
        fc.record({ insert: fc.integer({ min: 1, max: 6 }) }),
      ),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(writes, fc.nat(8), (list, k) => {
        const { model } = open();
        const naive: string[] = [];
        list.forEach((write, index) => {
          const kept = index < k;
          if ('insert' in write) {
            model.write((draft) => {
              insertLines(draft, 1, 'row', write.insert, 1, null);
            });
            if (kept) {
              while (naive.length < write.insert - 1) naive.push('');
              naive.splice(write.insert - 1, 0, '');
            }
          } else {
            model.write(put(model, write.row, 1, [[write.text]]));
            if (kept) {
              while (naive.length < write.row) naive.push('');
              naive[write.row - 1] = write.text;
            }
          }
        });
        model.applyPendingPrefix(k);
        const shown = model.displays(TAB, area(1, 1, 20)).map(([text]) => text ?? '');
        expect(shown).toEqual(Array.from({ length: 20 }, (_, i) => naive[i] ?? ''));
        expect(model.pending()).toBe(0);
      }),
    );
  });

  test("a colleague's edit goes under what is pending", () => {
    const { model, shows } = open();
    model.write(put(model, 2, 1, [['mine']]));
    model.insertRows(TAB, 1);
    model.typeInto(TAB, 2, 2, 'theirs');
    model.flush();
    expect([shows('A2'), shows('B2'), shows('A3')]).toEqual(['mine', 'theirs', '']);
  });

  test('a snapshot stays what it was, and can be brought back', () => {
    const { model, shows } = open();
    model.typeInto(TAB, 1, 1, 'before');
    const saved = model.snapshot();
    const text = JSON.stringify(saved);
    model.typeInto(TAB, 1, 1, 'after');
    model.insertRows(TAB, 1);
    expect(JSON.stringify(saved)).toBe(text);
    model.restore(JSON.parse(text) as typeof saved);
    expect(shows('A1')).toBe('before');
  });
});

describe('refusals', () => {
  const invalid = 'The data you entered in cell B3 violates the data validation rules set on this cell.';

  test('a strict rule refuses the whole write, at the call', () => {
    const { model, shows } = open();
    strictColumn(model, 2);
    expect(() => {
      model.write(put(model, 2, 2, [['Ready'], ['Nope']]));
    }).toThrow(invalid);
    model.write(put(model, 4, 2, [['Waiting'], ['']]));
    model.flush();
    expect([shows('B2'), shows('B4')]).toEqual(['', 'Waiting']);
  });

  test('or at the flush: what was queued before it stays, what came after it is lost', () => {
    const { model, shows } = open('en_US', 'flush');
    strictColumn(model, 2);
    model.write(put(model, 1, 1, [['first']]));
    model.write(put(model, 3, 2, [['Nope']]));
    model.write(put(model, 2, 1, [['second']]));
    expect(() => {
      model.flush();
    }).toThrow(invalid);
    expect([shows('A1'), shows('A2'), shows('B3')]).toEqual(['first', '', '']);
    model.write(put(model, 2, 1, [['again']]));
    model.flush();
    expect(shows('A2')).toBe('again');
  });

  test('what a colleague types behind a refusal stays, and so does what was queued before it', () => {
    const { model, shows } = open();
    strictColumn(model, 1);
    expect(() => {
      model.write(put(model, 1, 1, [['Nonsense']]));
    }).toThrow('A1');
    model.typeInto(TAB, 2, 2, 'a colleague');
    model.flush();
    expect(shows('B2')).toBe('a colleague');

    const late = open('en_US', 'flush');
    strictColumn(late.model, 1);
    late.model.write(put(late.model, 1, 2, [['before']]));
    late.model.write(put(late.model, 1, 1, [['Nonsense']]));
    late.model.typeInto(TAB, 2, 2, 'a colleague');
    expect(() => {
      late.model.flush();
    }).toThrow('A1');
    expect(['B1', 'B2', 'A1'].map(late.shows)).toEqual(['before', 'a colleague', '']);
  });

  test('a list taken from a range knows values that are still pending', () => {
    const { model, shows } = open();
    model.write(put(model, 1, 5, [['Ann'], ['Bo']]));
    const rule: Validation = {
      type: 'VALUE_IN_RANGE',
      values: [{ tab: 1, ...area(1, 5, 5) }, true],
      allowInvalid: false,
      help: null,
    };
    model.write((draft) => {
      setRules(draft, 1, area(1, 1, 5), OWNER, () => rule);
    });
    model.write(put(model, 1, 1, [['Bo']]));
    model.flush();
    expect([shows('A1'), model.dropdown(TAB, 1, 1)]).toEqual(['Bo', ['Ann', 'Bo']]);
    expect(model.typeInto(TAB, 2, 1, 'Cy').ok).toBe(false);
  });

  test('protection stops others and not the owner', () => {
    const { model } = open();
    model.edit((draft) => {
      draft.tab(1).protections = [
        {
          id: 9,
          tab: 1,
          area: area(1, 1, 5, 2),
          open: [],
          editors: ['ann@example.org'],
          warningOnly: false,
          description: '',
        },
      ];
    });
    expect(model.typeInto(TAB, 2, 2, 'x', 'bo@example.org')).toMatchObject({ ok: false });
    expect(model.typeInto(TAB, 2, 3, 'x', 'bo@example.org').ok).toBe(true);
    expect(model.typeInto(TAB, 2, 2, 'x', 'ann@example.org').ok).toBe(true);
    expect(model.typeInto(TAB, 2, 2, 'x').ok).toBe(true);
  });

  test('typed columns refuse rules, not values', () => {
    const { model } = open();
    model.edit((draft) => {
      draft.tab(1).tables = [{ name: 'Table1', area: area(1, 1, 20, 4) }];
    });
    expect(() => {
      strictColumn(model, 4);
    }).toThrow('This operation is not allowed on cells in typed columns.');
    expect(model.typeInto(TAB, 2, 2, 'x').ok).toBe(true);
    strictColumn(model, 5);
  });

  test('a cell of 50,001 characters, a place outside, a taken name, the last tab', () => {
    const { model } = open();
    expect(model.typeInto(TAB, 1, 1, 'x'.repeat(50_001))).toMatchObject({ ok: false });
    expect(model.typeInto(TAB, 1, 1, 'x'.repeat(50_000))).toMatchObject({ ok: true });
    expect(model.typeInto(TAB, 101, 1, 'x')).toMatchObject({ ok: false });
    expect(model.addTab('contacts')).toMatchObject({
      ok: false,
      message: 'A sheet with the name "contacts" already exists. Please enter another name.',
    });
    expect(model.deleteTab(TAB).ok).toBe(false);
  });
});

describe('rows and columns', () => {
  const label = (model: Model) => model.displays(TAB, area(1, 1, 12, 6));

  test('inserting, deleting, moving and sorting do to the cells what they do to a plain list', () => {
    const steps = fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant('insert'), at: fc.integer({ min: 1, max: 8 }), to: fc.constant(0) }),
        fc.record({ kind: fc.constant('delete'), at: fc.integer({ min: 1, max: 8 }), to: fc.constant(0) }),
        fc.record({
          kind: fc.constant('move'),
          at: fc.integer({ min: 1, max: 8 }),
          to: fc.integer({ min: 1, max: 9 }),
        }),
        fc.record({ kind: fc.constant('sort'), at: fc.constant(0), to: fc.constant(0) }),
      ),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(steps, (list) => {
        const { model, type } = open();
        const naive = ['e', 'b', 'd', 'a', 'c'];
        type(naive.map((text) => [text, `${text}!`]));
        for (const { kind, at, to } of list) {
          while (naive.length < 12) naive.push('');
          if (kind === 'insert') {
            model.insertRows(TAB, at);
            naive.splice(at - 1, 0, '');
          } else if (kind === 'delete') {
            model.deleteRows(TAB, at);
            naive.splice(at - 1, 1);
          } else if (kind === 'move') {
            model.moveRows(TAB, at, 1, to);
            const [moved = ''] = naive.splice(at - 1, 1);
            naive.splice(to > at ? to - 2 : to - 1, 0, moved);
          } else {
            model.sortTab(TAB, [{ column: 1, ascending: true }]);
            naive.sort((a, b) => Number(a === '') - Number(b === '') || (a < b ? -1 : 1));
          }
        }
        const shown = label(model).map(([a = '', b = '']) => [a, b]);
        expect(shown).toEqual(
          Array.from({ length: 12 }, (_, i) => (naive[i] ? [naive[i], `${naive[i]}!`] : ['', ''])),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('formulas, rules, notes and metadata go with their column', () => {
    const { model, type, shows } = open();
    type([['a', '5', '=B1*2', '=SUM(A1:C1)']]);
    strictColumn(model, 5);
    model.edit((draft) => {
      draft.row(draft.tab(1), 1).notes = { 2: 'read me' };
      draft.state.metadata = [
        {
          id: 50,
          key: 'field',
          value: 'n',
          visibility: 'DOCUMENT',
          place: { type: 'COLUMN', tab: 1, at: 2 },
        },
      ];
    });
    model.insertColumns(TAB, 2, 2);
    expect([model.formulaBar(TAB, 1, 5), shows('E1')]).toEqual(['=D1*2', '10']);
    expect(model.tab(TAB)?.rows[0]?.notes).toEqual({ 4: 'read me' });
    expect(model.dropdown(TAB, 1, 7)).toEqual(['Ready', 'Waiting']);
    expect(model.committed().metadata[0]?.place).toEqual({ type: 'COLUMN', tab: 1, at: 4 });
    model.moveColumn(TAB, 4, 1);
    expect([shows('A1'), model.formulaBar(TAB, 1, 5)]).toEqual(['5', '=A1*2']);
    expect(model.committed().metadata[0]?.place).toEqual({ type: 'COLUMN', tab: 1, at: 1 });
    model.deleteColumns(TAB, 1);
    expect([shows('D1'), model.committed().metadata]).toEqual(['#REF!', []]);
  });

  test('a sort carries formulas and notes, leaves row metadata where it was, and blanks go last', () => {
    const { model, type, shows } = open();
    type([
      ['b', '2', '=B1&A1'],
      ['', '', ''],
      ['a', '1', '=B3&A3'],
    ]);
    model.edit((draft) => {
      draft.row(draft.tab(1), 3).notes = { 1: 'note of a' };
      draft.state.metadata = [
        { id: 50, key: 'k', value: 'v', visibility: 'DOCUMENT', place: { type: 'ROW', tab: 1, at: 1 } },
      ];
    });
    model.sortTab(TAB, [{ column: 1, ascending: true }]);
    expect(['C1', 'C2', 'C3'].map(shows)).toEqual(['1a', '2b', '']);
    expect(model.tab(TAB)?.rows[0]?.notes).toEqual({ 1: 'note of a' });
    expect(model.committed().metadata[0]?.place).toEqual({ type: 'ROW', tab: 1, at: 1 });
  });

  test('an inserted row takes over the look and the rules of the row above', () => {
    const { model, type } = open();
    type([['11/2/2026']]);
    strictColumn(model, 2);
    model.insertRows(TAB, 2);
    expect(model.dropdown(TAB, 2, 2)).toEqual(['Ready', 'Waiting']);
    model.typeInto(TAB, 2, 1, '45000');
    expect(model.display(TAB, 2, 1)).toBe('3/15/2023');
  });

  test('a filter hides rows, the values stay; a second filter is refused', () => {
    const { model, type } = open();
    type([['h'], ['a'], ['b']]);
    model.setFilter(TAB, { area: area(1, 1, 3), hidden: { 1: ['a'] } });
    expect(model.tab(TAB)?.rows.map((row) => row.hidden ?? false)).toEqual([false, true, false]);
    expect(model.setFilter(TAB, { area: area(5, 1, 3), hidden: {} })).toMatchObject({
      message: "You can't create a filter in a sheet that already has a filter.",
    });
    model.setFilter(TAB, null);
    expect(model.tab(TAB)?.rows.some((row) => row.hidden)).toBe(false);
  });

  test('pasting takes the rule of the cell away and reads the texts as typed', () => {
    const { model, shows } = open();
    strictColumn(model, 2);
    expect(
      model.paste(TAB, 1, 1, [
        ['x', '1/2'],
        ['y', '007'],
      ]).ok,
    ).toBe(true);
    expect([shows('B1'), shows('B2'), model.dropdown(TAB, 1, 2), model.dropdown(TAB, 3, 2)]).toEqual([
      '1/2',
      '7',
      null,
      ['Ready', 'Waiting'],
    ]);
  });
});
