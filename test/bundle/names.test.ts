// Names out of a pasted list through the built bundle: shown as what they would become, added below what people type,
// taken back; whatever somebody does in the tab meanwhile is kept.
import { describe, expect, test } from '@jest/globals';
import type { ChangesView, WriteReceipt } from '../../src/commands/answers';
import type { NameChoice, NameItem, NamesView } from '../../src/commands/nameAnswers';
import { createHost, type Host } from '../../workbench/host/createHost';
import { ask, cellsOf, openCampaign, putTab, refused, resume, TODAY, type Options } from './campaign';

const TAB = 'Shortlist Nov 19';
const LETTER = [
  'Signed by:',
  '1. Jane Roe, President, Dockside Cooks Local 62',
  '2. Tamarack Street Clinic, Salem, OR',
  '3. Amity St. Church',
  '4. Community Clinic of Bluegate',
  '5. Bo Lee, Secretary, Dockside Cooks Local 62',
  '6. Lena Ortiz, retired nurse',
  '7. =Equal Care Network',
  '8. Old Mill Bakery',
].join('\n');

async function meeting(options: Options = {}): Promise<Host> {
  const host = await openCampaign(options);
  putTab(host, 'Volunteers', [['Name'], ['Ana'], ['Bo']]);
  ask(host, 'startWith', 'Contacts');
  ask(host, 'startMeeting', '2026-11-19');
  type(host, 2, { Organization: 'Old Mill Bakery', 'Idea by': 'Bo' });
  return host;
}

const column = (host: Host, heading: string): number => (cellsOf(host, TAB)[0] ?? []).indexOf(heading) + 1;

function type(host: Host, row: number, cells: Readonly<Record<string, string>>): void {
  for (const [heading, text] of Object.entries(cells))
    host.model.typeInto(TAB, row, column(host, heading), text);
}

const show = (host: Host, text = LETTER) => ask<NamesView>(host, 'getNames', text);
const item = (view: NamesView, name: string): NameItem | undefined =>
  view.items.find((one) => one.name === name);

/** What is ticked from the start. */
const ticked = (view: NamesView): NameChoice[] =>
  view.items.flatMap(({ kind, at, category }) => (kind === 'new' ? [{ at, category, seen: kind }] : []));

const add = (host: Host, choices = ticked(show(host)), text = LETTER) =>
  ask<WriteReceipt>(host, 'addNames', text, choices);

/** Rows of the shortlist with a name, as typed: formulas and blank rows are passed over. */
function rowsOf(host: Host): Record<string, unknown>[] {
  const [headings = [], ...rows] = cellsOf(host, TAB);
  return rows.flatMap((cells) => {
    const line = Object.fromEntries(
      headings.flatMap((heading, index) => {
        const isTyped = !/^(?:Hint|Place of same name|Place in contacts)$/.test(String(heading));
        return isTyped && cells[index] !== '' ? [[String(heading), cells[index]]] : [];
      }),
    );
    return Object.keys(line).length === 0 ? [] : [line];
  });
}

const namesIn = (host: Host) => rowsOf(host).map((row) => row['Organization']);

const ADDED = [
  {
    Organization: 'Dockside Cooks Local 62',
    Category: 'Union',
    'Idea by': 'Pasted list',
    Notes: 'Signed: Jane Roe, President; Bo Lee, Secretary',
  },
  { Organization: 'Tamarack Street Clinic', Category: 'Clinic', Town: 'Salem', 'Idea by': 'Pasted list' },
  { Organization: '=Equal Care Network', 'Idea by': 'Pasted list' },
];

describe('what a pasted list would become', () => {
  test('each name is new, known or likely the same as another; a person is left out; nothing is written', async () => {
    const host = await meeting();
    const before = JSON.stringify(host.save().workbook);
    const view = show(host);
    expect(JSON.stringify(host.save().workbook)).toBe(before);
    expect(view).toMatchObject({
      lines: 9,
      shortlist: TAB,
      counts: { new: 3, known: 2, unsure: 1, leftOut: 3 },
    });
    expect(item(view, 'Amity Street Church')).toMatchObject({
      kind: 'known',
      source: '3. Amity St. Church',
      word: 'Already in contacts',
      where: 'Row 2, last touch 9 days ago',
      sheet: 'Contacts',
      cell: 'A2',
      category: 'Faith group',
    });
    expect(item(view, 'Old Mill Bakery')).toMatchObject({
      kind: 'known',
      word: 'On the shortlist',
      where: 'Row 2',
      sheet: TAB,
      addable: false,
    });
    expect(item(view, 'Community Clinic of Bluegate')).toMatchObject({
      kind: 'unsure',
      word: 'Likely the same',
      of: 'Bluegate Community Clinic',
      addable: true,
    });
    expect(item(view, '6. Lena Ortiz, retired nurse')).toMatchObject({
      kind: 'left out',
      note: 'A person. No organization is named.',
    });
    expect(view.categories).toContain('Clinic');
  });

  test('a list that is too long says what to do, and so does a file without a meeting', async () => {
    const host = await meeting();
    const long = refused(host, 'getNames', 'Dockside Cooks Local 62\n'.repeat(9000));
    expect(long).toMatchObject({ code: 'long-text', todo: 'Paste it in parts of some thousand lines.' });
    expect(refused(host, 'addNames', 'x'.repeat(200_001), []).code).toBe('long-text');
    const without = await openCampaign();
    ask(without, 'startWith', 'Contacts');
    expect(refused(without, 'getNames', LETTER).code).toBe('no-meeting');
  });

  test('of a long list 200 of each kind are shown, with all in the count, and the next ones when these are added', async () => {
    const host = await meeting();
    const text = Array.from(
      { length: 450 },
      (_, n) => `${n + 1}. Tidewater Tenants Union of Street ${n}`,
    ).join('\n');
    const view = show(host, text);
    expect(view.items.filter(({ kind }) => kind === 'new').length).toBeLessThanOrEqual(200);
    const { new: fresh, known, unsure } = view.counts;
    expect(fresh + known + unsure).toBe(450);
    expect(JSON.stringify(view).length).toBeLessThan(1_000_000);
  });
});

describe('adding names', () => {
  test('writes them below what stands there, with who signed, and twice adds nothing twice', async () => {
    const host = await meeting();
    const choices = ticked(show(host));
    expect(add(host, choices)).toMatchObject({ message: `Added 3 names to “${TAB}”`, written: 3, kept: [] });
    expect(rowsOf(host)).toEqual([{ Organization: 'Old Mill Bakery', 'Idea by': 'Bo' }, ...ADDED]);
    const again = add(host, choices);
    expect(again).toMatchObject({ message: 'No name was added', written: 0, change: '' });
    expect(again.kept).toHaveLength(3);
    expect(rowsOf(host)).toHaveLength(4);
    expect(show(host).counts).toMatchObject({ new: 0, known: 5, unsure: 1 });
  });

  test('whoever is known by address has the idea', async () => {
    const host = await meeting();
    putTab(host, 'Volunteers', [
      ['Name', 'E-mail'],
      ['Ana', 'ana@larkhaven.example.org'],
    ]);
    add(host);
    expect(rowsOf(host)[1]).toMatchObject({ 'Idea by': 'Ana' });
  });

  test('a different group and a contact that is ticked are added; the same group leaves everything as it is', async () => {
    const host = await meeting();
    const view = show(host);
    const chosen = ['Community Clinic of Bluegate', 'Amity Street Church'].flatMap((name) => {
      const { at, category, kind } = item(view, name) ?? {};
      return at === undefined ? [] : [{ at, category: category ?? '', seen: kind as 'known' | 'unsure' }];
    });
    add(host, chosen);
    add(host, chosen);
    expect(namesIn(host)).toEqual(['Old Mill Bakery', 'Community Clinic of Bluegate', 'Amity St. Church']);
  });

  test('a name that somebody typed since the look is not added, and it says so', async () => {
    const host = await meeting();
    const choices = ticked(show(host));
    type(host, 3, { Organization: 'tamarack street clinic' });
    const { written, kept } = add(host, choices);
    expect(written).toBe(2);
    expect(kept[0]?.why).toBe('“Tamarack Street Clinic” stands on the shortlist already, in row 3.');
  });

  test('columns that were moved, and one that somebody added between, take each text under its own heading', async () => {
    const host = await meeting();
    const tab = host.model.tab(TAB);
    host.model.moveColumn(tab?.id ?? 0, column(host, 'Notes'), 1);
    host.model.insertColumns(tab?.id ?? 0, 3, 1);
    host.model.typeInto(TAB, 1, 3, 'Phone');
    host.model.typeInto(TAB, 8, 3, '555-0100');
    add(host);
    const rows = rowsOf(host);
    expect(rows.slice(2)).toEqual(ADDED);
    expect(rows[1]).toEqual({ Phone: '555-0100' });
  });

  test('a text from outside never becomes a formula, whatever it looks like', async () => {
    const host = await meeting();
    const text =
      'Organization\tName\tCity\n=Fair Share Alliance\t+1 Jane Roe\t=1+1\n@Home Care Coalition\t\tMay 1';
    add(
      host,
      ticked(show(host, text)).map((one) => ({ ...one, category: '=2+2' })),
      text,
    );
    for (const row of cellsOf(host, TAB).slice(6, 9))
      for (const cell of row.slice(0, 8)) expect(typeof cell).toBe('string');
    expect(namesIn(host)).toEqual(expect.arrayContaining(['=Fair Share Alliance', '@Home Care Coalition']));
    expect(rowsOf(host).at(-1)).toMatchObject({ Category: '=2+2' });
  });

  test('cut off at any call and pressed again, every name stands there once', async () => {
    const whole = await meeting();
    const choices = ticked(show(whole));
    const saved = whole.save();
    add(whole, choices);
    const calls = whole.lastRun.calls.length;
    for (let n = 1; n <= calls; n++) {
      const host = resume(saved);
      host.killAt(n, 'after', (['none', 'half', 'all'] as const)[n % 3]);
      try {
        host.call('addNames', LETTER, choices);
      } catch {
        // The sidebar hears nothing of a run that was cut off.
      }
      const again = resume(host.save());
      add(again, choices);
      expect(rowsOf(again)).toEqual(rowsOf(whole));
    }
  }, 120_000);

  test('whatever somebody types, inserts or sorts between two calls stands there in the end', async () => {
    const start = await meeting();
    const choices = ticked(show(start));
    const saved = start.save();
    add(start, choices);
    const calls = start.lastRun.calls.length;
    const edits: readonly ((host: Host) => void)[] = [
      (host) => {
        type(host, 3, { Organization: 'Harbor Choir', Notes: 'ask Bo' });
      },
      (host) => {
        host.model.insertRows(TAB, 2, 2);
      },
      (host) => {
        host.model.moveColumn(host.model.tab(TAB)?.id ?? 0, column(host, 'Notes'), 1);
      },
    ];
    for (const edit of edits)
      for (let n = 1; n <= calls; n++) {
        const host = resume(saved);
        host.editAt(n, () => {
          edit(host);
        });
        add(host, choices);
        const rows = rowsOf(host);
        expect(rows).toEqual(expect.arrayContaining(ADDED));
        expect(rows).toContainEqual({ Organization: 'Old Mill Bakery', 'Idea by': 'Bo' });
        if (edit === edits[0]) expect(rows).toContainEqual({ Organization: 'Harbor Choir', Notes: 'ask Bo' });
      }
  }, 120_000);

  test('a protected tab takes nothing, and it says so', async () => {
    const host = await meeting();
    const choices = ticked(show(host));
    const { workbook } = host.save();
    const tabs = workbook.tabs.map((tab) =>
      tab.name === TAB
        ? {
            ...tab,
            protections: [
              { id: 1, tab: tab.id, area: null, open: [], editors: [], warningOnly: false, description: '' },
            ],
          }
        : tab,
    );
    const locked = createHost({
      workbook: { ...workbook, tabs },
      today: TODAY,
      user: { email: 'dee@example.org' },
    });
    const { written, kept, change } = add(locked, choices);
    expect({ written, change }).toEqual({ written: 0, change: '' });
    expect(kept[0]?.why).toContain('did not take the names');
    const { groups } = ask<ChangesView>(locked, 'getChanges');
    expect(groups.flatMap(({ changes }) => changes).some(({ what }) => what.includes('names'))).toBe(false);
  });
});

describe('undo', () => {
  test('empties the rows that it added, and no row goes; a row that somebody changed stays', async () => {
    const host = await meeting();
    const { change } = add(host);
    const count = host.model.tab(TAB)?.rows.length;
    const at = cellsOf(host, TAB).findIndex((row) => row.includes('Tamarack Street Clinic')) + 1;
    type(host, at, { 'Who takes it': 'Bo' });
    const { kept } = ask<WriteReceipt>(host, 'undoChange', change);
    expect(kept.map(({ why }) => why)).toEqual(['“Tamarack Street Clinic” stays: somebody changed its row.']);
    expect(rowsOf(host)).toEqual([
      { Organization: 'Old Mill Bakery', 'Idea by': 'Bo' },
      { ...ADDED[1], 'Who takes it': 'Bo' },
    ]);
    expect(host.model.tab(TAB)?.rows.length).toBe(count);
  });

  test('finds them in a tab that was sorted and renamed', async () => {
    const host = await meeting();
    const { change } = add(host);
    host.model.sortTab(host.model.tab(TAB)?.id ?? 0, [{ column: 1, ascending: false }], 2);
    expect(ask<WriteReceipt>(host, 'undoChange', change).kept).toEqual([]);
    expect(namesIn(host)).toEqual(['Old Mill Bakery']);
  });
});
