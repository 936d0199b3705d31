// Charts on their way to the page: what their cells hold now, headings, hidden rows, kinds that are not drawn.
import { describe, expect, test } from '@jest/globals';
import type { Chart } from '../../../workbench/host/sheets/state';
import { chartFrames } from '../../../workbench/server/charts';
import { openSession } from '../../../workbench/server/session';
import { open, TAB } from '../sheets/open';

const CHART: Chart = {
  id: 9,
  type: 'COLUMN',
  ranges: [{ tab: 1, row: 1, column: 1, rows: 4, columns: 3 }],
  headers: 1,
  transposed: false,
  merge: 'MERGE_COLUMNS',
  hidden: 'IGNORE_BOTH',
  anchor: { row: 2, column: 5, x: 0, y: 0 },
  options: {
    title: 'Steps',
    'series.1.color': '#767676',
    colors: ['#000000'],
    'series.0.dataLabel': 'value',
  },
};

function opened(change: Partial<Chart> = {}) {
  const made = open();
  made.type([
    ['Step', 'Contacts', 'Rate'],
    ['Follow up', '=COUNTA(H1:H9)', '50%'],
    ['Last try', '4', ''],
    ['Waiting', 'soon', '25%'],
  ]);
  made.model.edit((draft) => {
    draft.tab(1).charts = [{ ...CHART, ...change }];
  });
  const frame = () => {
    const [chart] = chartFrames(made.model, 1);
    if (chart === undefined) throw new Error('There is no chart.');
    return chart;
  };
  return { ...made, frame };
}

describe('a chart of the page', () => {
  test('has words, names and figures from its cells, as they are now', () => {
    const { frame, model } = opened();
    expect(frame()).toMatchObject({
      kind: 'column',
      title: 'Steps',
      words: ['Follow up', 'Last try', 'Waiting'],
      width: 600,
      series: [
        {
          name: 'Contacts',
          color: '#000000',
          labels: true,
          figures: [0, 4, null],
          texts: ['0', '4', 'soon'],
        },
        {
          name: 'Rate',
          color: '#767676',
          labels: false,
          figures: [0.5, null, 0.25],
          texts: ['50%', '', '25%'],
        },
      ],
    });
    model.typeInto(TAB, 3, 8, 'one more');
    expect(frame().series[0]?.figures[0]).toBe(1);
  });

  test('of several ranges has their columns side by side', () => {
    const column = (at: number) => ({ tab: 1, row: 1, column: at, rows: 4, columns: 1 });
    const { frame } = opened({ ranges: [column(1), column(3)] });
    expect(frame().series.map(({ name }) => name)).toEqual(['Rate']);
  });

  test('leaves hidden rows and columns out, unless it was told to show them', () => {
    const hide = (made: ReturnType<typeof opened>) => {
      made.model.edit((draft) => {
        const tab = draft.tab(1);
        draft.row(tab, 3).hidden = true;
        tab.hiddenColumns = [2];
      });
      return made.frame();
    };
    expect(hide(opened())).toMatchObject({ words: ['Follow up', 'Waiting'], series: [{ name: 'Rate' }] });
    expect(hide(opened({ hidden: 'SHOW_BOTH' }))).toMatchObject({
      words: ['Follow up', 'Last try', 'Waiting'],
      series: [{ name: 'Contacts' }, { name: 'Rate' }],
    });
  });

  test('without a word on headings takes a first row without figures for one; blank rows at the end are no places', () => {
    const ranges = [{ tab: 1, row: 1, column: 1, rows: 90, columns: 2 }];
    expect(opened({ headers: -1, ranges }).frame()).toMatchObject({
      words: ['Follow up', 'Last try', 'Waiting'],
      series: [{ name: 'Contacts' }],
    });
  });

  test('of another kind, or of rows in place of columns, is not drawn', () => {
    expect(opened({ type: 'PIE' }).frame().kind).toBeNull();
    expect(opened({ transposed: true }).frame().kind).toBeNull();
  });

  test('is deleted by a person, with undo; not in a tab that is protected from them', async () => {
    const { model } = opened();
    const addon = { code: '', manifest: {}, pages: {} };
    const { saved } = openSession({ addon });
    const from = saved();
    const file = { ...from.file, workbook: { ...model.snapshot(), owner: from.user } };
    const session = openSession({ addon, saved: { ...from, file } });
    const count = async () => (await session.act('charts', { tab: 1 })).length;
    expect([await count(), session.frame().tabs[0]?.charts]).toEqual([1, 1]);
    await session.act('protectTab', { tab: 1, on: true });
    expect((await session.act('removeChart', { tab: 1, id: 9 })).told).toContain('protected');
    await session.act('protectTab', { tab: 1, on: false });
    expect(await session.act('removeChart', { tab: 1, id: 9 })).toEqual({ told: '' });
    expect((await session.act('removeChart', { tab: 1, id: 9 })).told).not.toBe('');
    expect([await count(), session.frame().tabs[0]?.charts]).toEqual([0, 0]);
    await session.act('undo', {});
    expect(await count()).toBe(1);
  });
});
