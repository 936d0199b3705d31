// What the add-on does with the charts of a tab, on the stand-in: new ones, those that stand there, those that are gone.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { chartsOf, putCharts } from '../../src/google/charts';
import type { ChartWish } from '../../src/google/services';
import { script, type Script } from '../workbench/spreadsheet/app';

const WISH: ChartWish = {
  id: null,
  kind: 'column',
  title: 'Contacts by next step (live)',
  ranges: [{ row: 2, column: 1, rows: 8, columns: 2 }],
  at: { row: 2, column: 8 },
  width: 480,
  height: 300,
  series: [{ color: '#1f1f1f', labels: true }],
  words: 'Next step',
  figures: 'Contacts',
};
const LINES: ChartWish = {
  ...WISH,
  kind: 'line',
  title: 'Endorsements',
  ranges: [{ row: 12, column: 1, rows: 13, columns: 3 }],
  at: { row: 20, column: 8 },
  series: [
    { color: '#1f1f1f', point: 'circle', labels: true },
    { color: '#767676', point: 'square', labels: false },
  ],
};
const wishes = [WISH, LINES];
const longer = (wish: ChartWish, id: number | null): ChartWish => ({
  ...wish,
  id,
  ranges: wish.ranges.map((range) => ({ ...range, rows: range.rows + 3 })),
});

let made: Script;
beforeEach(() => {
  made = script();
  Object.assign(globalThis, { Charts: made.charts });
});

const calls = () => made.gate.calls.map(({ method }) => method.replace('Sheet.', ''));
const rows = () => chartsOf(made.sheet).map(({ ranges }) => ranges[0]?.rows);
const remove = (id: number | null | undefined) => made.model.removeChart(7, id ?? 0).ok;

describe('new charts', () => {
  test('are put in with their titles, axes, light and dark series, and give their ids in the order asked', () => {
    const ids = putCharts(made.sheet, wishes);
    expect(chartsOf(made.sheet).map(({ id }) => id)).toEqual(ids);
    const [columns, lines] = made.sheet.getCharts().map((chart) => chart.getOptions());
    const read = (options: GoogleAppsScript.Charts.ChartOptions | undefined, names: readonly string[]) =>
      names.map((name) => options?.get(name) as unknown);
    expect(
      read(columns, ['title', 'hAxis.title', 'vAxes.0.title', 'legend.position', 'series.0.dataLabel']),
    ).toEqual(['Contacts by next step (live)', 'Next step', 'Contacts', 'none', 'value']);
    expect(
      read(lines, ['series.0.pointShape', 'series.1.color', 'series.1.dataLabel', 'legend.position']),
    ).toEqual(['circle', '#767676', null, 'top']);
  });

  test('lying bars have their words at the side', () => {
    putCharts(made.sheet, [{ ...WISH, kind: 'bar' }]);
    const options = made.sheet.getCharts()[0]?.getOptions();
    expect([options?.get('hAxis.title'), options?.get('vAxes.0.title')]).toEqual(['Contacts', 'Next step']);
  });

  test('are not put in twice after a run that was cut off', () => {
    const ids = putCharts(made.sheet, wishes);
    expect(putCharts(made.sheet, wishes)).toEqual(ids);
    expect(rows()).toEqual([8, 13]);
  });

  test('two that draw the same cells are two', () => {
    const ids = putCharts(made.sheet, [WISH, { ...WISH, title: 'Again' }]);
    expect(new Set(ids).size).toBe(2);
    expect(putCharts(made.sheet, [WISH, WISH])).toEqual(ids);
  });
});

describe('charts that stand there', () => {
  test('that draw what they should are left alone, with one call', () => {
    const ids = putCharts(made.sheet, wishes);
    const before = calls().length;
    expect(putCharts(made.sheet, [{ ...WISH, id: ids[0] ?? 0, title: 'Another' }])).toEqual([ids[0]]);
    expect(calls().slice(before)).toEqual(['getCharts']);
  });

  test('follow a table that grew, and keep the place and colour that people gave them', () => {
    const ids = putCharts(made.sheet, wishes);
    made.model.edit((draft) => {
      const tab = draft.tab(7);
      tab.charts = (tab.charts ?? []).map((chart) => ({
        ...chart,
        anchor: { row: 40, column: 1, x: 0, y: 0 },
        options: { ...chart.options, 'series.0.color': '#00aa00', title: 'Our own words' },
      }));
    });
    expect(putCharts(made.sheet, [longer(WISH, ids[0] ?? 0), { ...LINES, id: ids[1] ?? 0 }])).toEqual(ids);
    expect(rows()).toEqual([11, 13]);
    const [chart] = made.model.state().tabs[0]?.charts ?? [];
    expect([chart?.anchor.row, chart?.options['series.0.color'], chart?.options['title']]).toEqual([
      40,
      '#00aa00',
      'Our own words',
    ]);
  });

  test('that somebody deleted stay away, and the others come up to date', () => {
    const ids = putCharts(made.sheet, wishes);
    expect(remove(ids[0])).toBe(true);
    expect(putCharts(made.sheet, [longer(WISH, ids[0] ?? 0), longer(LINES, ids[1] ?? 0)])).toEqual([
      null,
      ids[1],
    ]);
    expect(rows()).toEqual([16]);
    const again = putCharts(made.sheet, [WISH, longer(LINES, ids[1] ?? 0)]);
    expect([again[0] !== null, again[0] !== ids[0], again[1]]).toEqual([true, true, ids[1]]);
  });

  test('a chart that goes in the middle of it counts as gone', () => {
    const ids = putCharts(made.sheet, wishes);
    const { sheet } = made;
    // A colleague deletes it once the list has been read.
    const late = new Proxy(sheet, {
      get: (target, name, receiver) => {
        if (name === 'updateChart') remove(ids[0]);
        return Reflect.get(target, name, receiver) as unknown;
      },
    });
    expect(putCharts(late, [longer(WISH, ids[0] ?? 0), { ...LINES, id: ids[1] ?? 0 }])).toEqual([
      null,
      ids[1],
    ]);
  });

  test('charts of the group are never touched', () => {
    const { sheet } = made;
    sheet.insertChart(
      sheet.newChart().asLineChart().addRange(sheet.getRange('H1:I9')).setOption('title', 'Theirs').build(),
    );
    const ids = putCharts(sheet, wishes);
    putCharts(sheet, [longer(WISH, ids[0] ?? 0)]);
    const titles = sheet.getCharts().map((chart) => chart.getOptions().get('title') as unknown);
    expect(titles).toEqual(['Theirs', WISH.title, LINES.title]);
    expect(rows()).toEqual([9, 11, 13]);
  });
});
